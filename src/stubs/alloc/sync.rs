// Reference counting across threads.
use core::any::Any;
use core::borrow::Borrow;
use core::cmp::Ordering;
use core::error::Error;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::iter::FromIterator;
use core::mem::MaybeUninit;
use core::ops::Deref;
use core::pin::Pin;
use crate::borrow::Cow;
use crate::boxed::Box;
use crate::string::String;
use crate::vec::Vec;
pub use core::sync::atomic;

pub struct Arc<T: ?Sized> { value: T }
impl<T> Arc<T> {
    pub fn new(value: T) -> Arc<T>;
    pub fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(data_fn: F) -> Arc<T> { data_fn(loop {}); loop {} }
    pub fn new_uninit() -> Arc<MaybeUninit<T>>;
    pub fn new_zeroed() -> Arc<MaybeUninit<T>>;
    pub fn pin(value: T) -> Pin<Arc<T>>;
    pub fn try_unwrap(this: Self) -> Result<T, Self>;
    pub fn into_inner(this: Self) -> Option<T>;
    pub fn unwrap_or_clone(this: Self) -> T where T: Clone { this.value.clone() }
}
impl<T> Arc<[T]> { pub fn new_uninit_slice(len: usize) -> Arc<[MaybeUninit<T>]>; pub fn new_zeroed_slice(len: usize) -> Arc<[MaybeUninit<T>]>; }
impl<T> Arc<MaybeUninit<T>> { pub unsafe fn assume_init(self) -> Arc<T>; }
impl<T> Arc<[MaybeUninit<T>]> { pub unsafe fn assume_init(self) -> Arc<[T]>; }
impl<T: ?Sized> Arc<T> {
    pub fn into_raw(this: Self) -> *const T;
    pub unsafe fn from_raw(ptr: *const T) -> Self;
    pub fn as_ptr(this: &Self) -> *const T;
    pub fn downgrade(this: &Self) -> Weak<T>;
    pub fn weak_count(this: &Self) -> usize;
    pub fn strong_count(this: &Self) -> usize;
    pub unsafe fn increment_strong_count(ptr: *const T);
    pub unsafe fn decrement_strong_count(ptr: *const T);
    pub fn get_mut(this: &mut Self) -> Option<&mut T>;
    pub unsafe fn get_mut_unchecked(this: &mut Self) -> &mut T;
    pub fn ptr_eq(this: &Self, other: &Self) -> bool;
    pub fn make_mut(this: &mut Self) -> &mut T where T: Clone { this.value.clone(); loop {} }
}
impl Arc<dyn Any + Send + Sync> { pub fn downcast<T: Any>(self) -> Result<Arc<T>, Self>; }
impl<T: ?Sized> Deref for Arc<T> { type Target = T; }
impl<T: ?Sized> Clone for Arc<T> {}
impl<T: Default> Default for Arc<T> { fn default() -> Self { Arc::new(T::default()) } }
impl Default for Arc<str> {}
impl<T> Default for Arc<[T]> {}
impl<T: ?Sized + PartialEq> PartialEq for Arc<T> { fn eq(&self, other: &Self) -> bool { self.value.eq(&other.value) } }
impl<T: ?Sized + Eq> Eq for Arc<T> {}
impl<T: ?Sized + PartialOrd> PartialOrd for Arc<T> { fn partial_cmp(&self, other: &Self) -> Option<Ordering> { self.value.partial_cmp(&other.value) } }
impl<T: ?Sized + Ord> Ord for Arc<T> { fn cmp(&self, other: &Self) -> Ordering { self.value.cmp(&other.value) } }
impl<T: ?Sized + Hash> Hash for Arc<T> { fn hash<H: Hasher>(&self, state: &mut H) { self.value.hash(state) } }
impl<T: ?Sized + fmt::Display> fmt::Display for Arc<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.value.fmt(f) } }
impl<T: ?Sized + fmt::Debug> fmt::Debug for Arc<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.value.fmt(f) } }
impl<T: ?Sized> fmt::Pointer for Arc<T> {}
impl<T: ?Sized> Borrow<T> for Arc<T> {}
impl<T: ?Sized> AsRef<T> for Arc<T> {}
impl<T: Error + ?Sized> Error for Arc<T> { fn source(&self) -> Option<&dyn Error> { self.value.source() } }
impl<T> From<T> for Arc<T> {}
impl<T: Clone> From<&[T]> for Arc<[T]> {}
impl From<&str> for Arc<str> {}
impl From<String> for Arc<str> {}
impl From<Cow<'_, str>> for Arc<str> {}
impl From<Arc<str>> for Arc<[u8]> {}
impl<T: ?Sized> From<Box<T>> for Arc<T> {}
impl<T> From<Vec<T>> for Arc<[T]> {}
impl<T, const N: usize> From<[T; N]> for Arc<[T]> {}
impl<T, const N: usize> TryFrom<Arc<[T]>> for Arc<[T; N]> { type Error = Arc<[T]>; }
impl<T> FromIterator<T> for Arc<[T]> {}

pub struct Weak<T: ?Sized> { ptr: *const T }
impl<T> Weak<T> { pub fn new() -> Weak<T>; }
impl<T: ?Sized> Weak<T> {
    pub unsafe fn from_raw(ptr: *const T) -> Self;
    pub fn into_raw(self) -> *const T;
    pub fn as_ptr(&self) -> *const T;
    pub fn upgrade(&self) -> Option<Arc<T>>;
    pub fn strong_count(&self) -> usize;
    pub fn weak_count(&self) -> usize;
    pub fn ptr_eq(&self, other: &Self) -> bool;
}
impl<T: ?Sized> Clone for Weak<T> {}
impl<T> Default for Weak<T> {}
impl<T: ?Sized> fmt::Debug for Weak<T> {}
impl<T: ?Sized> Default for Pin<Arc<T>> where Arc<T>: Default {}
impl From<&mut str> for Arc<str> {}
impl<T: Clone> From<&mut [T]> for Arc<[T]> {}
impl<T: Clone> From<Cow<'_, [T]>> for Arc<[T]> {}
