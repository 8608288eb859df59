// Box.
use core::any::Any;
use core::borrow::{Borrow, BorrowMut};
use core::cmp::Ordering;
use core::error::Error;
use core::fmt;
use core::future::Future;
use core::hash::{Hash, Hasher};
use core::iter::FromIterator;
use core::mem::MaybeUninit;
use core::ops::{Deref, DerefMut};
use core::pin::Pin;
use core::ptr::NonNull;
use core::task::{Context, Poll};
use crate::borrow::Cow;
use crate::string::String;
use crate::vec::{self, Vec};

pub struct Box<T: ?Sized>(T);
impl<T> Box<T> {
    pub fn new(x: T) -> Self;
    pub fn new_uninit() -> Box<MaybeUninit<T>>;
    pub fn new_zeroed() -> Box<MaybeUninit<T>>;
    pub fn pin(x: T) -> Pin<Box<T>>;
    pub fn into_boxed_slice(boxed: Self) -> Box<[T]>;
    pub fn into_inner(boxed: Self) -> T;
}
impl<T> Box<[T]> {
    pub fn new_uninit_slice(len: usize) -> Box<[MaybeUninit<T>]>;
    pub fn new_zeroed_slice(len: usize) -> Box<[MaybeUninit<T>]>;
    pub fn into_array<const N: usize>(self) -> Option<Box<[T; N]>>;
}
impl<T> Box<MaybeUninit<T>> { pub unsafe fn assume_init(self) -> Box<T>; pub fn write(boxed: Self, value: T) -> Box<T>; }
impl<T> Box<[MaybeUninit<T>]> { pub unsafe fn assume_init(self) -> Box<[T]>; }
impl<T: ?Sized> Box<T> {
    pub unsafe fn from_raw(raw: *mut T) -> Self;
    pub unsafe fn from_non_null(ptr: NonNull<T>) -> Self;
    pub fn into_raw(b: Self) -> *mut T;
    pub fn into_non_null(b: Self) -> NonNull<T>;
    pub fn as_mut_ptr(b: &mut Self) -> *mut T;
    pub fn as_ptr(b: &Self) -> *const T;
    pub fn leak<'a>(b: Self) -> &'a mut T;
    pub fn into_pin(boxed: Self) -> Pin<Self>;
}
impl Box<dyn Any> { pub fn downcast<T: Any>(self) -> Result<Box<T>, Self>; }
impl Box<dyn Any + Send> { pub fn downcast<T: Any>(self) -> Result<Box<T>, Self>; }
impl Box<dyn Any + Send + Sync> { pub fn downcast<T: Any>(self) -> Result<Box<T>, Self>; }
impl dyn Error { pub fn downcast<T: Error>(self: Box<Self>) -> Result<Box<T>, Box<dyn Error>>; }
impl dyn Error + Send { pub fn downcast<T: Error>(self: Box<Self>) -> Result<Box<T>, Box<dyn Error + Send>>; }
impl dyn Error + Send + Sync { pub fn downcast<T: Error>(self: Box<Self>) -> Result<Box<T>, Box<Self>>; }
pub fn box_assume_init_into_vec_unsafe<T, const N: usize>(b: Box<MaybeUninit<[T; N]>>) -> Vec<T>;

impl<T: ?Sized> Deref for Box<T> { type Target = T; }
impl<T: ?Sized> DerefMut for Box<T> {}
impl<T: ?Sized> AsRef<T> for Box<T> {}
impl<T: ?Sized> AsMut<T> for Box<T> {}
impl<T: ?Sized> Borrow<T> for Box<T> {}
impl<T: ?Sized> BorrowMut<T> for Box<T> {}
impl<T: Default> Default for Box<T> { fn default() -> Self { Box::new(T::default()) } }
impl<T> Default for Box<[T]> {}
impl Default for Box<str> {}
impl<T: Clone> Clone for Box<T> { fn clone(&self) -> Self { Box::new(self.0.clone()) } }
impl<T: Clone> Clone for Box<[T]> { fn clone(&self) -> Self { self.0[0].clone(); loop {} } }
impl Clone for Box<str> {}
impl<T: ?Sized + PartialEq> PartialEq for Box<T> { fn eq(&self, other: &Self) -> bool { self.0.eq(&other.0) } }
impl<T: ?Sized + PartialOrd> PartialOrd for Box<T> { fn partial_cmp(&self, other: &Self) -> Option<Ordering> { self.0.partial_cmp(&other.0) } }
impl<T: ?Sized + Ord> Ord for Box<T> { fn cmp(&self, other: &Self) -> Ordering { self.0.cmp(&other.0) } }
impl<T: ?Sized + Eq> Eq for Box<T> {}
impl<T: ?Sized + Hash> Hash for Box<T> { fn hash<H: Hasher>(&self, state: &mut H) { self.0.hash(state) } }
impl<T: ?Sized + Hasher> Hasher for Box<T> { fn finish(&self) -> u64 { self.0.finish() } fn write(&mut self, bytes: &[u8]) { self.0.write(bytes) } }
impl<T: ?Sized + fmt::Debug> fmt::Debug for Box<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.0.fmt(f) } }
impl<T: ?Sized + fmt::Display> fmt::Display for Box<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.0.fmt(f) } }
impl<T: ?Sized> fmt::Pointer for Box<T> {}
impl<T: Error> Error for Box<T> { fn source(&self) -> Option<&dyn Error> { self.0.source() } }
impl<I: Iterator + ?Sized> Iterator for Box<I> { type Item = I::Item; fn next(&mut self) -> Option<I::Item> { self.0.next() } }
impl<I: DoubleEndedIterator + ?Sized> DoubleEndedIterator for Box<I> { fn next_back(&mut self) -> Option<I::Item> { self.0.next_back() } }
impl<I: ExactSizeIterator + ?Sized> ExactSizeIterator for Box<I> {}
impl<Args, F: FnOnce<Args> + ?Sized> FnOnce<Args> for Box<F> { type Output = <F as FnOnce<Args>>::Output; fn call_once(self, args: Args) -> Self::Output { self.0.call_once(args) } }
impl<Args, F: FnMut<Args> + ?Sized> FnMut<Args> for Box<F> { fn call_mut(&mut self, args: Args) -> Self::Output { self.0.call_mut(args) } }
impl<Args, F: Fn<Args> + ?Sized> Fn<Args> for Box<F> { fn call(&self, args: Args) -> Self::Output { self.0.call(args) } }
impl<F: ?Sized + Future + Unpin> Future for Box<F> { type Output = F::Output; fn poll(self: Pin<&mut Self>, cx: &mut Context) -> Poll<F::Output> { F::poll(loop {}, cx) } }
impl<T> IntoIterator for Box<[T]> { type Item = T; type IntoIter = vec::IntoIter<T>; }
impl<'a, T> IntoIterator for &'a Box<[T]> { type Item = &'a T; type IntoIter = core::slice::Iter<'a, T>; }
impl<'a, T> IntoIterator for &'a mut Box<[T]> { type Item = &'a mut T; type IntoIter = core::slice::IterMut<'a, T>; }
impl<T> FromIterator<T> for Box<[T]> {}
impl FromIterator<char> for Box<str> {}
impl FromIterator<&str> for Box<str> {}
impl FromIterator<String> for Box<str> {}
impl<T> From<T> for Box<T> {}
impl<T: Clone> From<&[T]> for Box<[T]> {}
impl<T: Clone> From<&mut [T]> for Box<[T]> {}
impl<T: Clone> From<Cow<'_, [T]>> for Box<[T]> {}
impl<T, const N: usize> From<[T; N]> for Box<[T]> {}
impl<T> From<Vec<T>> for Box<[T]> {}
impl From<&str> for Box<str> {}
impl From<&mut str> for Box<str> {}
impl From<Cow<'_, str>> for Box<str> {}
impl From<String> for Box<str> {}
impl From<Box<str>> for Box<[u8]> {}
impl<T, const N: usize> TryFrom<Box<[T]>> for Box<[T; N]> { type Error = Box<[T]>; }
impl<T, const N: usize> TryFrom<Vec<T>> for Box<[T; N]> { type Error = Vec<T>; }
impl<T: ?Sized> From<Box<T>> for Pin<Box<T>> {}
impl<'a, E: Error + 'a> From<E> for Box<dyn Error + 'a> {}
impl<'a, E: Error + Send + Sync + 'a> From<E> for Box<dyn Error + Send + Sync + 'a> {}
impl From<String> for Box<dyn Error + Send + Sync> {}
impl From<String> for Box<dyn Error> {}
impl From<&str> for Box<dyn Error + Send + Sync> {}
impl From<&str> for Box<dyn Error> {}
impl From<Cow<'_, str>> for Box<dyn Error + Send + Sync> {}
impl From<Cow<'_, str>> for Box<dyn Error> {}
impl<T: ?Sized> Default for Pin<Box<T>> where Box<T>: Default {}
impl FromIterator<Box<str>> for Box<str> {}
impl<'a> FromIterator<Cow<'a, str>> for Box<str> {}
impl<'a> FromIterator<&'a char> for Box<str> {}
