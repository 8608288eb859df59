// Panic locations and unwind safety.
use crate::any::Any;
use crate::fmt;
use crate::future::Future;
use crate::ops::{Deref, DerefMut};

pub trait UnwindSafe {}
impl<T: ?Sized> UnwindSafe for T {}
pub trait RefUnwindSafe {}
impl<T: ?Sized> RefUnwindSafe for T {}
#[derive(Default)] pub struct AssertUnwindSafe<T>(pub T);
impl<T> Deref for AssertUnwindSafe<T> { type Target = T; }
impl<T> DerefMut for AssertUnwindSafe<T> {}
impl<R, F: FnOnce() -> R> FnOnce<()> for AssertUnwindSafe<F> { type Output = R; fn call_once(self, args: ()) -> R { (self.0)() } }
impl<T: fmt::Debug> fmt::Debug for AssertUnwindSafe<T> {}
impl<F: Future> Future for AssertUnwindSafe<F> { type Output = F::Output; }
#[derive(Copy, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)] pub struct Location<'a> { file: &'a str }
impl<'a> Location<'a> {
    pub fn caller() -> &'static Location<'static>;
    pub fn file(&self) -> &str;
    pub fn file_as_c_str(&self) -> &'a crate::ffi::CStr;
    pub fn line(&self) -> u32;
    pub fn column(&self) -> u32;
}
impl fmt::Display for Location {}
#[derive(Debug)] pub struct PanicInfo<'a>(&'a ());
impl<'a> PanicInfo<'a> { pub fn message(&self) -> PanicMessage<'a>; pub fn location(&self) -> Option<&Location>; pub fn payload(&self) -> &(dyn Any + Send); pub fn can_unwind(&self) -> bool; }
impl fmt::Display for PanicInfo {}
#[derive(Debug)] pub struct PanicMessage<'a>(&'a ());
impl<'a> PanicMessage<'a> { pub fn as_str(&self) -> Option<&'static str>; }
impl fmt::Display for PanicMessage {}
