// Clocks.
pub use ::core::time::{Duration, TryFromFloatSecsError};
use ::core::error::Error;
use ::core::fmt;
use ::core::ops::{Add, AddAssign, Sub, SubAssign};

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)] pub struct Instant(u64);
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)] pub struct SystemTime(u64);
pub const UNIX_EPOCH: SystemTime;
impl Instant {
    pub fn now() -> Instant;
    pub fn duration_since(&self, earlier: Instant) -> Duration;
    pub fn checked_duration_since(&self, earlier: Instant) -> Option<Duration>;
    pub fn saturating_duration_since(&self, earlier: Instant) -> Duration;
    pub fn elapsed(&self) -> Duration;
    pub fn checked_add(&self, duration: Duration) -> Option<Instant>;
    pub fn checked_sub(&self, duration: Duration) -> Option<Instant>;
}
impl SystemTime {
    pub const UNIX_EPOCH: SystemTime;
    pub fn now() -> SystemTime;
    pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, SystemTimeError>;
    pub fn elapsed(&self) -> Result<Duration, SystemTimeError>;
    pub fn checked_add(&self, duration: Duration) -> Option<SystemTime>;
    pub fn checked_sub(&self, duration: Duration) -> Option<SystemTime>;
}
#[callmap::each(Instant, SystemTime)] impl<T> Add<Duration> for T { type Output = T; }
#[callmap::each(Instant, SystemTime)] impl<T> Sub<Duration> for T { type Output = T; }
#[callmap::each(Instant, SystemTime)] impl<T> AddAssign<Duration> for T {}
#[callmap::each(Instant, SystemTime)] impl<T> SubAssign<Duration> for T {}
impl Sub<Instant> for Instant { type Output = Duration; }
#[derive(Clone, Debug)] pub struct SystemTimeError(Duration);
impl SystemTimeError { pub fn duration(&self) -> Duration; }
impl fmt::Display for SystemTimeError {}
impl Error for SystemTimeError {}
