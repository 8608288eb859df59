// Reference counting within one thread.
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

pub struct Rc<T: ?Sized> { value: T }
impl<T> Rc<T> {
    pub fn new(value: T) -> Rc<T>;
    pub fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(data_fn: F) -> Rc<T> { data_fn(loop {}); loop {} }
    pub fn new_uninit() -> Rc<MaybeUninit<T>>;
    pub fn new_zeroed() -> Rc<MaybeUninit<T>>;
    pub fn pin(value: T) -> Pin<Rc<T>>;
    pub fn try_unwrap(this: Self) -> Result<T, Self>;
    pub fn into_inner(this: Self) -> Option<T>;
    pub fn unwrap_or_clone(this: Self) -> T where T: Clone { this.value.clone() }
}
impl<T> Rc<[T]> { pub fn new_uninit_slice(len: usize) -> Rc<[MaybeUninit<T>]>; pub fn new_zeroed_slice(len: usize) -> Rc<[MaybeUninit<T>]>; }
impl<T> Rc<MaybeUninit<T>> { pub unsafe fn assume_init(self) -> Rc<T>; }
impl<T> Rc<[MaybeUninit<T>]> { pub unsafe fn assume_init(self) -> Rc<[T]>; }
impl<T: ?Sized> Rc<T> {
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
impl Rc<dyn Any> { pub fn downcast<T: Any>(self) -> Result<Rc<T>, Self>; }
impl<T: ?Sized> Deref for Rc<T> { type Target = T; }
impl<T: ?Sized> Clone for Rc<T> {}
impl<T: Default> Default for Rc<T> { fn default() -> Self { Rc::new(T::default()) } }
impl Default for Rc<str> {}
impl<T> Default for Rc<[T]> {}
impl<T: ?Sized + PartialEq> PartialEq for Rc<T> { fn eq(&self, other: &Self) -> bool { self.value.eq(&other.value) } }
impl<T: ?Sized + Eq> Eq for Rc<T> {}
impl<T: ?Sized + PartialOrd> PartialOrd for Rc<T> { fn partial_cmp(&self, other: &Self) -> Option<Ordering> { self.value.partial_cmp(&other.value) } }
impl<T: ?Sized + Ord> Ord for Rc<T> { fn cmp(&self, other: &Self) -> Ordering { self.value.cmp(&other.value) } }
impl<T: ?Sized + Hash> Hash for Rc<T> { fn hash<H: Hasher>(&self, state: &mut H) { self.value.hash(state) } }
impl<T: ?Sized + fmt::Display> fmt::Display for Rc<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.value.fmt(f) } }
impl<T: ?Sized + fmt::Debug> fmt::Debug for Rc<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.value.fmt(f) } }
impl<T: ?Sized> fmt::Pointer for Rc<T> {}
impl<T: ?Sized> Borrow<T> for Rc<T> {}
impl<T: ?Sized> AsRef<T> for Rc<T> {}
impl<T: Error + ?Sized> Error for Rc<T> { fn source(&self) -> Option<&dyn Error> { self.value.source() } }
impl<T> From<T> for Rc<T> {}
impl<T: Clone> From<&[T]> for Rc<[T]> {}
impl From<&str> for Rc<str> {}
impl From<String> for Rc<str> {}
impl From<Cow<'_, str>> for Rc<str> {}
impl From<Rc<str>> for Rc<[u8]> {}
impl<T: ?Sized> From<Box<T>> for Rc<T> {}
impl<T> From<Vec<T>> for Rc<[T]> {}
impl<T, const N: usize> From<[T; N]> for Rc<[T]> {}
impl<T, const N: usize> TryFrom<Rc<[T]>> for Rc<[T; N]> { type Error = Rc<[T]>; }
impl<T> FromIterator<T> for Rc<[T]> {}

pub struct Weak<T: ?Sized> { ptr: *const T }
impl<T> Weak<T> { pub fn new() -> Weak<T>; }
impl<T: ?Sized> Weak<T> {
    pub unsafe fn from_raw(ptr: *const T) -> Self;
    pub fn into_raw(self) -> *const T;
    pub fn as_ptr(&self) -> *const T;
    pub fn upgrade(&self) -> Option<Rc<T>>;
    pub fn strong_count(&self) -> usize;
    pub fn weak_count(&self) -> usize;
    pub fn ptr_eq(&self, other: &Self) -> bool;
}
impl<T: ?Sized> Clone for Weak<T> {}
impl<T> Default for Weak<T> {}
impl<T: ?Sized> fmt::Debug for Weak<T> {}
impl<T: ?Sized> Default for Pin<Rc<T>> where Rc<T>: Default {}
impl From<&mut str> for Rc<str> {}
impl<T: Clone> From<&mut [T]> for Rc<[T]> {}
impl<T: Clone> From<Cow<'_, [T]>> for Rc<[T]> {}
