// C types and CStr.
use crate::error::Error;
use crate::fmt;
use crate::ops::{Index, RangeFrom};
pub mod c_str { pub use super::{CStr, FromBytesUntilNulError, FromBytesWithNulError}; }

pub type c_char = i8;
pub type c_schar = i8;
pub type c_uchar = u8;
pub type c_short = i16;
pub type c_ushort = u16;
pub type c_int = i32;
pub type c_uint = u32;
pub type c_long = i64;
pub type c_ulong = u64;
pub type c_longlong = i64;
pub type c_ulonglong = u64;
pub type c_float = f32;
pub type c_double = f64;
#[derive(Debug)] pub enum c_void { __variant1, __variant2 }
#[derive(PartialEq, Eq, Hash, PartialOrd, Ord, Debug)] pub struct CStr { inner: [c_char] }
impl CStr {
    pub unsafe fn from_ptr<'a>(ptr: *const c_char) -> &'a CStr;
    pub fn from_bytes_until_nul(bytes: &[u8]) -> Result<&CStr, FromBytesUntilNulError>;
    pub fn from_bytes_with_nul(bytes: &[u8]) -> Result<&Self, FromBytesWithNulError>;
    pub unsafe fn from_bytes_with_nul_unchecked(bytes: &[u8]) -> &CStr;
    pub fn as_ptr(&self) -> *const c_char;
    pub fn count_bytes(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn to_bytes(&self) -> &[u8];
    pub fn to_bytes_with_nul(&self) -> &[u8];
    pub fn to_str(&self) -> Result<&str, crate::str::Utf8Error>;
}
impl Default for &CStr {}
impl AsRef<CStr> for CStr {}
impl Index<RangeFrom<usize>> for CStr { type Output = CStr; }
#[derive(Clone, Copy, PartialEq, Eq, Debug)] pub enum FromBytesWithNulError { InteriorNul { position: usize }, NotNulTerminated }
#[derive(Clone, PartialEq, Eq, Debug)] pub struct FromBytesUntilNulError(());
impl fmt::Display for FromBytesWithNulError {}
impl fmt::Display for FromBytesUntilNulError {}
impl Error for FromBytesWithNulError {}
impl Error for FromBytesUntilNulError {}
