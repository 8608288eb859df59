// IP addresses and socket addresses.
use crate::error::Error;
use crate::fmt;
use crate::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, Not};
use crate::str::FromStr;

#[derive(Copy, Clone, Eq, PartialEq, Hash, PartialOrd, Ord, Debug)] pub enum IpAddr { V4(Ipv4Addr), V6(Ipv6Addr) }
#[derive(Copy, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)] pub struct Ipv4Addr([u8; 4]);
#[derive(Copy, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)] pub struct Ipv6Addr([u8; 16]);
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)] pub enum Ipv6MulticastScope { InterfaceLocal, LinkLocal, RealmLocal, AdminLocal, SiteLocal, OrganizationLocal, Global }
impl IpAddr {
    pub fn is_unspecified(&self) -> bool;
    pub fn is_loopback(&self) -> bool;
    pub fn is_multicast(&self) -> bool;
    pub fn is_ipv4(&self) -> bool;
    pub fn is_ipv6(&self) -> bool;
    pub fn to_canonical(&self) -> IpAddr;
    pub fn as_octets(&self) -> &[u8];
}
impl Ipv4Addr {
    pub const BITS: u32;
    pub const LOCALHOST: Self;
    pub const UNSPECIFIED: Self;
    pub const BROADCAST: Self;
    pub fn new(a: u8, b: u8, c: u8, d: u8) -> Ipv4Addr;
    pub fn to_bits(self) -> u32;
    pub fn from_bits(bits: u32) -> Ipv4Addr;
    pub fn from_octets(octets: [u8; 4]) -> Ipv4Addr;
    pub fn octets(&self) -> [u8; 4];
    pub fn as_octets(&self) -> &[u8; 4];
    pub fn is_unspecified(&self) -> bool;
    pub fn is_loopback(&self) -> bool;
    pub fn is_private(&self) -> bool;
    pub fn is_link_local(&self) -> bool;
    pub fn is_multicast(&self) -> bool;
    pub fn is_broadcast(&self) -> bool;
    pub fn is_documentation(&self) -> bool;
    pub fn to_ipv6_compatible(&self) -> Ipv6Addr;
    pub fn to_ipv6_mapped(&self) -> Ipv6Addr;
}
impl Ipv6Addr {
    pub const BITS: u32;
    pub const LOCALHOST: Self;
    pub const UNSPECIFIED: Self;
    pub fn new(a: u16, b: u16, c: u16, d: u16, e: u16, f: u16, g: u16, h: u16) -> Ipv6Addr;
    pub fn to_bits(self) -> u128;
    pub fn from_bits(bits: u128) -> Ipv6Addr;
    pub fn from_octets(octets: [u8; 16]) -> Ipv6Addr;
    pub fn from_segments(segments: [u16; 8]) -> Ipv6Addr;
    pub fn segments(&self) -> [u16; 8];
    pub fn octets(&self) -> [u8; 16];
    pub fn as_octets(&self) -> &[u8; 16];
    pub fn is_unspecified(&self) -> bool;
    pub fn is_loopback(&self) -> bool;
    pub fn is_multicast(&self) -> bool;
    pub fn is_unique_local(&self) -> bool;
    pub fn is_unicast_link_local(&self) -> bool;
    pub fn to_ipv4_mapped(&self) -> Option<Ipv4Addr>;
    pub fn to_ipv4(&self) -> Option<Ipv4Addr>;
    pub fn to_canonical(&self) -> IpAddr;
}
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)] pub enum SocketAddr { V4(SocketAddrV4), V6(SocketAddrV6) }
#[derive(Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash, Debug)] pub struct SocketAddrV4 { ip: Ipv4Addr }
#[derive(Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash, Debug)] pub struct SocketAddrV6 { ip: Ipv6Addr }
impl SocketAddr {
    pub fn new(ip: IpAddr, port: u16) -> SocketAddr;
    pub fn ip(&self) -> IpAddr;
    pub fn set_ip(&mut self, new_ip: IpAddr);
    pub fn port(&self) -> u16;
    pub fn set_port(&mut self, new_port: u16);
    pub fn is_ipv4(&self) -> bool;
    pub fn is_ipv6(&self) -> bool;
}
impl SocketAddrV4 {
    pub fn new(ip: Ipv4Addr, port: u16) -> SocketAddrV4;
    pub fn ip(&self) -> &Ipv4Addr;
    pub fn set_ip(&mut self, new_ip: Ipv4Addr);
    pub fn port(&self) -> u16;
    pub fn set_port(&mut self, new_port: u16);
}
impl SocketAddrV6 {
    pub fn new(ip: Ipv6Addr, port: u16, flowinfo: u32, scope_id: u32) -> SocketAddrV6;
    pub fn ip(&self) -> &Ipv6Addr;
    pub fn set_ip(&mut self, new_ip: Ipv6Addr);
    pub fn port(&self) -> u16;
    pub fn set_port(&mut self, new_port: u16);
    pub fn flowinfo(&self) -> u32;
    pub fn set_flowinfo(&mut self, new_flowinfo: u32);
    pub fn scope_id(&self) -> u32;
    pub fn set_scope_id(&mut self, new_scope_id: u32);
}
#[derive(Debug, Clone, PartialEq, Eq)] pub struct AddrParseError(());
impl Error for AddrParseError {}
impl fmt::Display for IpAddr {}
impl fmt::Display for Ipv4Addr {}
impl fmt::Display for Ipv6Addr {}
impl fmt::Display for SocketAddr {}
impl fmt::Display for SocketAddrV4 {}
impl fmt::Display for SocketAddrV6 {}
impl fmt::Display for AddrParseError {}
impl FromStr for IpAddr { type Err = AddrParseError; }
impl FromStr for Ipv4Addr { type Err = AddrParseError; }
impl FromStr for Ipv6Addr { type Err = AddrParseError; }
impl FromStr for SocketAddr { type Err = AddrParseError; }
impl FromStr for SocketAddrV4 { type Err = AddrParseError; }
impl FromStr for SocketAddrV6 { type Err = AddrParseError; }
impl From<Ipv4Addr> for IpAddr {}
impl From<Ipv6Addr> for IpAddr {}
impl From<[u8; 4]> for IpAddr {}
impl From<[u8; 16]> for IpAddr {}
impl From<[u16; 8]> for IpAddr {}
impl From<[u8; 4]> for Ipv4Addr {}
impl From<u32> for Ipv4Addr {}
impl From<Ipv4Addr> for u32 {}
impl From<[u8; 16]> for Ipv6Addr {}
impl From<[u16; 8]> for Ipv6Addr {}
impl From<u128> for Ipv6Addr {}
impl From<Ipv6Addr> for u128 {}
impl From<SocketAddrV4> for SocketAddr {}
impl From<SocketAddrV6> for SocketAddr {}
impl<I: Into<IpAddr>> From<(I, u16)> for SocketAddr {}
impl PartialEq<Ipv4Addr> for IpAddr {}
impl PartialEq<Ipv6Addr> for IpAddr {}
impl PartialEq<IpAddr> for Ipv4Addr {}
impl PartialEq<IpAddr> for Ipv6Addr {}
impl BitAnd for Ipv4Addr { type Output = Ipv4Addr; }
impl BitAnd for Ipv6Addr { type Output = Ipv6Addr; }
impl BitOr for Ipv4Addr { type Output = Ipv4Addr; }
impl BitOr for Ipv6Addr { type Output = Ipv6Addr; }
impl Not for Ipv4Addr { type Output = Ipv4Addr; }
impl Not for Ipv6Addr { type Output = Ipv6Addr; }
impl PartialOrd<IpAddr> for Ipv4Addr {}
impl PartialOrd<IpAddr> for Ipv6Addr {}
impl PartialOrd<Ipv4Addr> for IpAddr {}
impl PartialOrd<Ipv6Addr> for IpAddr {}
impl BitAndAssign for Ipv4Addr {}
impl BitAndAssign for Ipv6Addr {}
impl BitOrAssign for Ipv4Addr {}
impl BitOrAssign for Ipv6Addr {}
