// Threads and thread-locals.
use crate::io;
use crate::time::{Duration, Instant};
use ::alloc::boxed::Box;
use ::alloc::string::String;
use ::core::any::Any;
use ::core::cell::{Cell, RefCell};
use ::core::error::Error;
use ::core::fmt;
use ::core::num::NonZero;

pub type Result<T> = ::core::result::Result<T, Box<dyn Any + Send>>;
#[derive(Debug)] pub struct Builder(());
impl Builder {
    pub fn new() -> Builder;
    pub fn name(self, name: String) -> Builder;
    pub fn stack_size(self, size: usize) -> Builder;
    pub fn spawn<F: FnOnce() -> T + Send, T: Send>(self, f: F) -> io::Result<JoinHandle<T>> { f(); loop {} }
    pub unsafe fn spawn_unchecked<F: FnOnce() -> T + Send, T: Send>(self, f: F) -> io::Result<JoinHandle<T>> { f(); loop {} }
    pub fn spawn_scoped<'scope, 'env, F: FnOnce() -> T + Send + 'scope, T: Send + 'scope>(self, scope: &'scope Scope<'scope, 'env>, f: F) -> io::Result<ScopedJoinHandle<'scope, T>> { f(); loop {} }
}
pub fn spawn<F: FnOnce() -> T + Send, T: Send>(f: F) -> JoinHandle<T> { f(); loop {} }
pub fn scope<'env, F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T, T>(f: F) -> T { f(loop {}) }
pub fn current() -> Thread;
pub fn yield_now();
pub fn panicking() -> bool;
pub fn sleep(dur: Duration);
pub fn sleep_ms(ms: u32);
pub fn park();
pub fn park_timeout(dur: Duration);
pub fn park_timeout_ms(ms: u32);
pub fn sleep_until(deadline: Instant);
pub fn available_parallelism() -> io::Result<NonZero<usize>>;
pub struct Scope<'scope, 'env: 'scope>(&'scope &'env ());
impl<'scope, 'env> Scope<'scope, 'env> { pub fn spawn<F: FnOnce() -> T + Send + 'scope, T: Send + 'scope>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T> { f(); loop {} } }
impl fmt::Debug for Scope {}
pub struct ScopedJoinHandle<'scope, T>(&'scope T);
impl<'scope, T> ScopedJoinHandle<'scope, T> { pub fn thread(&self) -> &Thread; pub fn join(self) -> Result<T>; pub fn is_finished(&self) -> bool; }
impl<T> fmt::Debug for ScopedJoinHandle<T> {}
pub struct JoinHandle<T>(T);
impl<T> JoinHandle<T> { pub fn thread(&self) -> &Thread; pub fn join(self) -> Result<T>; pub fn is_finished(&self) -> bool; }
impl<T> fmt::Debug for JoinHandle<T> {}
#[derive(Clone, Debug)] pub struct Thread(());
impl Thread { pub fn unpark(&self); pub fn id(&self) -> ThreadId; pub fn name(&self) -> Option<&str>; pub fn into_raw(self) -> *const (); pub unsafe fn from_raw(ptr: *const ()) -> Thread; }
#[derive(Eq, PartialEq, Clone, Copy, Hash, Debug)] pub struct ThreadId(u64);
impl ThreadId { pub fn as_u64(&self) -> NonZero<u64>; }
pub struct LocalKey<T: 'static> { inner: fn(Option<&mut Option<T>>) -> *const T }
impl<T> LocalKey<T> {
    pub unsafe fn new(inner: fn(Option<&mut Option<T>>) -> *const T) -> LocalKey<T>;
    pub fn with<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> R { f(loop {}) }
    pub fn try_with<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> ::core::result::Result<R, AccessError> { Ok(f(loop {})) }
}
impl<T> LocalKey<Cell<T>> {
    pub fn set(&'static self, value: T);
    pub fn get(&'static self) -> T where T: Copy;
    pub fn take(&'static self) -> T where T: Default { T::default() }
    pub fn replace(&'static self, value: T) -> T;
    pub fn update(&'static self, f: impl FnOnce(T) -> T) where T: Copy { f(loop {}); }
}
impl<T> LocalKey<RefCell<T>> {
    pub fn with_borrow<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> R { f(loop {}) }
    pub fn with_borrow_mut<F: FnOnce(&mut T) -> R, R>(&'static self, f: F) -> R { f(loop {}) }
    pub fn set(&'static self, value: T);
    pub fn take(&'static self) -> T where T: Default { T::default() }
    pub fn replace(&'static self, value: T) -> T;
}
impl<T> fmt::Debug for LocalKey<T> {}
#[derive(Clone, Copy, Eq, PartialEq, Debug)] pub struct AccessError;
impl fmt::Display for AccessError {}
impl Error for AccessError {}
