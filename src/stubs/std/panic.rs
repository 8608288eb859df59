// Panics.
pub use ::core::panic::{AssertUnwindSafe, Location, PanicMessage, RefUnwindSafe, UnwindSafe};
use ::alloc::boxed::Box;
use ::core::any::Any;
use ::core::fmt;

#[derive(Debug)] pub struct PanicHookInfo<'a>(&'a ());
impl<'a> PanicHookInfo<'a> {
    pub fn payload(&self) -> &(dyn Any + Send);
    pub fn payload_as_str(&self) -> Option<&str>;
    pub fn location(&self) -> Option<&Location>;
    pub fn can_unwind(&self) -> bool;
}
impl fmt::Display for PanicHookInfo {}
pub type PanicInfo<'a> = PanicHookInfo<'a>;
pub fn set_hook(hook: Box<dyn Fn(&PanicHookInfo) + Sync + Send>) { hook(loop {}) }
pub fn take_hook() -> Box<dyn Fn(&PanicHookInfo) + Sync + Send>;
pub fn update_hook<F: Fn(&(dyn Fn(&PanicHookInfo) + Send + Sync), &PanicHookInfo)>(hook_fn: F) { hook_fn(loop {}, loop {}) }
pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(f: F) -> Result<R, Box<dyn Any + Send>> { Ok(f()) }
pub fn resume_unwind(payload: Box<dyn Any + Send>) -> !;
pub fn panic_any<M: Any + Send>(msg: M) -> !;
pub fn begin_panic<M: Any + Send>(msg: M) -> !;
