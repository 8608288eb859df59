// Locks, once cells, barriers.
pub mod mpsc;
pub mod poison { pub use super::{Condvar, LockResult, MappedMutexGuard, MappedRwLockReadGuard, MappedRwLockWriteGuard, Mutex, MutexGuard, Once, OnceState, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard, TryLockError, TryLockResult, WaitTimeoutResult}; }
pub use ::alloc::sync::{Arc, Weak};
pub use ::core::sync::atomic;
use crate::time::Duration;
use ::core::error::Error;
use ::core::fmt;
use ::core::ops::{Deref, DerefMut};

pub struct PoisonError<T> { data: T }
impl<T> PoisonError<T> { pub fn new(data: T) -> PoisonError<T>; pub fn into_inner(self) -> T; pub fn get_ref(&self) -> &T; pub fn get_mut(&mut self) -> &mut T; }
pub enum TryLockError<T> { Poisoned(PoisonError<T>), WouldBlock }
pub type LockResult<T> = Result<T, PoisonError<T>>;
pub type TryLockResult<T> = Result<T, TryLockError<T>>;
impl<T> fmt::Debug for PoisonError<T> {}
impl<T> fmt::Display for PoisonError<T> {}
impl<T> Error for PoisonError<T> {}
impl<T> fmt::Debug for TryLockError<T> {}
impl<T> fmt::Display for TryLockError<T> {}
impl<T> Error for TryLockError<T> {}
impl<T> From<PoisonError<T>> for TryLockError<T> {}

pub struct Mutex<T: ?Sized> { data: T }
impl<T> Mutex<T> { pub fn new(t: T) -> Mutex<T>; pub fn into_inner(self) -> LockResult<T>; }
impl<T: ?Sized> Mutex<T> {
    pub fn lock(&self) -> LockResult<MutexGuard<T>>;
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<T>>;
    pub fn is_poisoned(&self) -> bool;
    pub fn clear_poison(&self);
    pub fn get_mut(&mut self) -> LockResult<&mut T>;
}
impl<T> From<T> for Mutex<T> {}
impl<T: Default> Default for Mutex<T> { fn default() -> Mutex<T> { Mutex::new(T::default()) } }
impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.data.fmt(f) } }

pub struct RwLock<T: ?Sized> { data: T }
impl<T> RwLock<T> { pub fn new(t: T) -> RwLock<T>; pub fn into_inner(self) -> LockResult<T>; }
impl<T: ?Sized> RwLock<T> {
    pub fn read(&self) -> LockResult<RwLockReadGuard<T>>;
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<T>>;
    pub fn write(&self) -> LockResult<RwLockWriteGuard<T>>;
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<T>>;
    pub fn is_poisoned(&self) -> bool;
    pub fn clear_poison(&self);
    pub fn get_mut(&mut self) -> LockResult<&mut T>;
}
impl<T> From<T> for RwLock<T> {}
impl<T: Default> Default for RwLock<T> { fn default() -> RwLock<T> { RwLock::new(T::default()) } }
impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.data.fmt(f) } }
pub struct MutexGuard<'a, T: ?Sized + 'a> { data: &'a mut T }
impl<'a, T: ?Sized> MutexGuard<'a, T> { pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(orig: Self, f: F) -> MappedMutexGuard<'a, U> { f(orig.data); loop {} } pub fn filter_map<U: ?Sized, F: FnOnce(&mut T) -> Option<&mut U>>(orig: Self, f: F) -> Result<MappedMutexGuard<'a, U>, Self> { f(orig.data); loop {} } }
impl<T: ?Sized> Deref for MutexGuard<T> { type Target = T; }
impl<T: ?Sized> DerefMut for MutexGuard<T> {}
impl<T: ?Sized + fmt::Debug> fmt::Debug for MutexGuard<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.data.fmt(f) } }
impl<T: ?Sized + fmt::Display> fmt::Display for MutexGuard<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.data.fmt(f) } }
pub struct RwLockReadGuard<'a, T: ?Sized + 'a> { data: &'a T }
impl<'a, T: ?Sized> RwLockReadGuard<'a, T> { pub fn map<U: ?Sized, F: FnOnce(&T) -> &U>(orig: Self, f: F) -> MappedRwLockReadGuard<'a, U> { f(orig.data); loop {} } pub fn filter_map<U: ?Sized, F: FnOnce(&T) -> Option<&U>>(orig: Self, f: F) -> Result<MappedRwLockReadGuard<'a, U>, Self> { f(orig.data); loop {} } }
impl<T: ?Sized> Deref for RwLockReadGuard<T> { type Target = T; }
impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockReadGuard<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.data.fmt(f) } }
impl<T: ?Sized + fmt::Display> fmt::Display for RwLockReadGuard<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.data.fmt(f) } }
pub struct RwLockWriteGuard<'a, T: ?Sized + 'a> { data: &'a mut T }
impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> { pub fn downgrade(s: Self) -> RwLockReadGuard<'a, T>; pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(orig: Self, f: F) -> MappedRwLockWriteGuard<'a, U> { f(orig.data); loop {} } pub fn filter_map<U: ?Sized, F: FnOnce(&mut T) -> Option<&mut U>>(orig: Self, f: F) -> Result<MappedRwLockWriteGuard<'a, U>, Self> { f(orig.data); loop {} } }
impl<T: ?Sized> Deref for RwLockWriteGuard<T> { type Target = T; }
impl<T: ?Sized> DerefMut for RwLockWriteGuard<T> {}
impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockWriteGuard<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.data.fmt(f) } }
impl<T: ?Sized + fmt::Display> fmt::Display for RwLockWriteGuard<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.data.fmt(f) } }
pub struct MappedMutexGuard<'a, T: ?Sized + 'a> { data: &'a mut T }
impl<'a, T: ?Sized> MappedMutexGuard<'a, T> { pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(orig: Self, f: F) -> MappedMutexGuard<'a, U> { f(orig.data); loop {} } pub fn filter_map<U: ?Sized, F: FnOnce(&mut T) -> Option<&mut U>>(orig: Self, f: F) -> Result<MappedMutexGuard<'a, U>, Self> { f(orig.data); loop {} } }
impl<T: ?Sized> Deref for MappedMutexGuard<T> { type Target = T; }
impl<T: ?Sized> DerefMut for MappedMutexGuard<T> {}
impl<T: ?Sized + fmt::Debug> fmt::Debug for MappedMutexGuard<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.data.fmt(f) } }
impl<T: ?Sized + fmt::Display> fmt::Display for MappedMutexGuard<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.data.fmt(f) } }
pub struct MappedRwLockReadGuard<'a, T: ?Sized + 'a> { data: &'a T }
impl<'a, T: ?Sized> MappedRwLockReadGuard<'a, T> { pub fn map<U: ?Sized, F: FnOnce(&T) -> &U>(orig: Self, f: F) -> MappedRwLockReadGuard<'a, U> { f(orig.data); loop {} } pub fn filter_map<U: ?Sized, F: FnOnce(&T) -> Option<&U>>(orig: Self, f: F) -> Result<MappedRwLockReadGuard<'a, U>, Self> { f(orig.data); loop {} } }
impl<T: ?Sized> Deref for MappedRwLockReadGuard<T> { type Target = T; }
impl<T: ?Sized + fmt::Debug> fmt::Debug for MappedRwLockReadGuard<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.data.fmt(f) } }
impl<T: ?Sized + fmt::Display> fmt::Display for MappedRwLockReadGuard<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.data.fmt(f) } }
pub struct MappedRwLockWriteGuard<'a, T: ?Sized + 'a> { data: &'a mut T }
impl<'a, T: ?Sized> MappedRwLockWriteGuard<'a, T> { pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(orig: Self, f: F) -> MappedRwLockWriteGuard<'a, U> { f(orig.data); loop {} } pub fn filter_map<U: ?Sized, F: FnOnce(&mut T) -> Option<&mut U>>(orig: Self, f: F) -> Result<MappedRwLockWriteGuard<'a, U>, Self> { f(orig.data); loop {} } }
impl<T: ?Sized> Deref for MappedRwLockWriteGuard<T> { type Target = T; }
impl<T: ?Sized> DerefMut for MappedRwLockWriteGuard<T> {}
impl<T: ?Sized + fmt::Debug> fmt::Debug for MappedRwLockWriteGuard<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.data.fmt(f) } }
impl<T: ?Sized + fmt::Display> fmt::Display for MappedRwLockWriteGuard<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.data.fmt(f) } }

#[derive(Debug, Default)] pub struct Condvar(());
impl Condvar {
    pub fn new() -> Condvar;
    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>>;
    pub fn wait_while<'a, T, F: FnMut(&mut T) -> bool>(&self, guard: MutexGuard<'a, T>, condition: F) -> LockResult<MutexGuard<'a, T>> { condition(guard.data); loop {} }
    pub fn wait_timeout<'a, T>(&self, guard: MutexGuard<'a, T>, dur: Duration) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>;
    pub fn wait_timeout_ms<'a, T>(&self, guard: MutexGuard<'a, T>, ms: u32) -> LockResult<(MutexGuard<'a, T>, bool)>;
    pub fn wait_timeout_while<'a, T, F: FnMut(&mut T) -> bool>(&self, guard: MutexGuard<'a, T>, dur: Duration, condition: F) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> { condition(guard.data); loop {} }
    pub fn notify_one(&self);
    pub fn notify_all(&self);
}
#[derive(Debug, PartialEq, Eq, Copy, Clone)] pub struct WaitTimeoutResult(bool);
impl WaitTimeoutResult { pub fn timed_out(&self) -> bool; }
#[derive(Debug)] pub struct Barrier(());
impl Barrier { pub fn new(n: usize) -> Barrier; pub fn wait(&self) -> BarrierWaitResult; }
#[derive(Debug)] pub struct BarrierWaitResult(bool);
impl BarrierWaitResult { pub fn is_leader(&self) -> bool; }
#[derive(Debug)] pub struct Once(());
impl Once {
    pub fn new() -> Once;
    pub fn call_once<F: FnOnce()>(&self, f: F) { f() }
    pub fn call_once_force<F: FnOnce(&OnceState)>(&self, f: F) { f(loop {}) }
    pub fn is_completed(&self) -> bool;
    pub fn wait(&self);
    pub fn wait_force(&self);
}
pub const ONCE_INIT: Once;
#[derive(Debug)] pub struct OnceState(());
impl OnceState { pub fn is_poisoned(&self) -> bool; }
#[derive(Clone, PartialEq, Eq, Debug)] pub struct OnceLock<T> { value: Option<T> }
impl<T> OnceLock<T> {
    pub fn new() -> OnceLock<T>;
    pub fn get(&self) -> Option<&T>;
    pub fn get_mut(&mut self) -> Option<&mut T>;
    pub fn wait(&self) -> &T;
    pub fn set(&self, value: T) -> Result<(), T>;
    pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T { f(); loop {} }
    pub fn get_or_try_init<F: FnOnce() -> Result<T, E>, E>(&self, f: F) -> Result<&T, E> { f(); loop {} }
    pub fn into_inner(self) -> Option<T>;
    pub fn take(&mut self) -> Option<T>;
}
impl<T> Default for OnceLock<T> {}
impl<T> From<T> for OnceLock<T> {}
pub struct LazyLock<T, F = fn() -> T> { value: T, init: F }
impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    pub fn new(f: F) -> LazyLock<T, F> { f(); loop {} }
    pub fn force(this: &LazyLock<T, F>) -> &T;
    pub fn force_mut(this: &mut LazyLock<T, F>) -> &mut T;
    pub fn get(this: &LazyLock<T, F>) -> Option<&T>;
    pub fn get_mut(this: &mut LazyLock<T, F>) -> Option<&mut T>;
}
impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> { type Target = T; }
impl<T, F: FnOnce() -> T> DerefMut for LazyLock<T, F> {}
impl<T: Default> Default for LazyLock<T> {}
impl<T: fmt::Debug, F> fmt::Debug for LazyLock<T, F> {}
