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
impl Add<Duration> for Instant { type Output = Instant; }
impl Add<Duration> for SystemTime { type Output = SystemTime; }
impl Sub<Duration> for Instant { type Output = Instant; }
impl Sub<Duration> for SystemTime { type Output = SystemTime; }
impl AddAssign<Duration> for Instant {}
impl AddAssign<Duration> for SystemTime {}
impl SubAssign<Duration> for Instant {}
impl SubAssign<Duration> for SystemTime {}
impl Sub<Instant> for Instant { type Output = Duration; }
#[derive(Clone, Debug)] pub struct SystemTimeError(Duration);
impl SystemTimeError { pub fn duration(&self) -> Duration; }
impl fmt::Display for SystemTimeError {}
impl Error for SystemTimeError {}
