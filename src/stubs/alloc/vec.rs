// Vec.
use core::borrow::{Borrow, BorrowMut};
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::iter::{FromIterator, FusedIterator};
use core::mem::MaybeUninit;
use core::ops::{Deref, DerefMut, Index, IndexMut, RangeBounds};
use core::slice::SliceIndex;
use crate::borrow::Cow;
use crate::boxed::Box;
use crate::collections::{BinaryHeap, TryReserveError, VecDeque};
use crate::ffi::CString;
use crate::string::String;

pub struct Vec<T> { buf: T }
impl<T> Vec<T> {
    pub fn new() -> Self;
    pub fn with_capacity(capacity: usize) -> Self;
    pub fn try_with_capacity(capacity: usize) -> Result<Self, TryReserveError>;
    pub unsafe fn from_raw_parts(ptr: *mut T, length: usize, capacity: usize) -> Self;
    pub fn into_raw_parts(self) -> (*mut T, usize, usize);
    pub fn capacity(&self) -> usize;
    pub fn reserve(&mut self, additional: usize);
    pub fn reserve_exact(&mut self, additional: usize);
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError>;
    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError>;
    pub fn shrink_to_fit(&mut self);
    pub fn shrink_to(&mut self, min_capacity: usize);
    pub fn into_boxed_slice(self) -> Box<[T]>;
    pub fn truncate(&mut self, len: usize);
    pub fn as_slice(&self) -> &[T];
    pub fn as_mut_slice(&mut self) -> &mut [T];
    pub fn as_ptr(&self) -> *const T;
    pub fn as_mut_ptr(&mut self) -> *mut T;
    pub unsafe fn set_len(&mut self, new_len: usize);
    pub fn swap_remove(&mut self, index: usize) -> T;
    pub fn insert(&mut self, index: usize, element: T);
    pub fn insert_mut(&mut self, index: usize, element: T) -> &mut T;
    pub fn remove(&mut self, index: usize) -> T;
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) { f(&self.buf); }
    pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, f: F) { f(&mut self.buf); }
    pub fn dedup_by_key<F: FnMut(&mut T) -> K, K: PartialEq>(&mut self, key: F) { key(&mut self.buf).eq(&key(&mut self.buf)); }
    pub fn dedup_by<F: FnMut(&mut T, &mut T) -> bool>(&mut self, same_bucket: F) { same_bucket(&mut self.buf, &mut self.buf); }
    pub fn dedup(&mut self) where T: PartialEq { self.buf.eq(&self.buf); }
    pub fn push(&mut self, value: T);
    pub fn push_mut(&mut self, value: T) -> &mut T;
    pub fn pop(&mut self) -> Option<T>;
    pub fn pop_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> { predicate(&mut self.buf); loop {} }
    pub fn append(&mut self, other: &mut Self);
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<T>;
    pub fn clear(&mut self);
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn split_off(&mut self, at: usize) -> Self;
    pub fn resize_with<F: FnMut() -> T>(&mut self, new_len: usize, f: F) { f(); }
    pub fn leak<'a>(self) -> &'a mut [T];
    pub fn spare_capacity_mut(&mut self) -> &mut [MaybeUninit<T>];
    pub fn resize(&mut self, new_len: usize, value: T) where T: Clone { value.clone(); }
    pub fn extend_from_slice(&mut self, other: &[T]) where T: Clone { other[0].clone(); }
    pub fn extend_from_within<R: RangeBounds<usize>>(&mut self, src: R) where T: Clone { self.buf.clone(); }
    pub fn splice<I: IntoIterator<Item = T>, R: RangeBounds<usize>>(&mut self, range: R, replace_with: I) -> Splice<I::IntoIter> { replace_with.into_iter().next(); loop {} }
    pub fn extract_if<F: FnMut(&mut T) -> bool, R: RangeBounds<usize>>(&mut self, range: R, filter: F) -> ExtractIf<T, F> { filter(&mut self.buf); loop {} }
}
impl<T, const N: usize> Vec<[T; N]> { pub fn into_flattened(self) -> Vec<T>; }
pub fn from_elem<T: Clone>(elem: T, n: usize) -> Vec<T> { elem.clone(); loop {} }

impl<T> Deref for Vec<T> { type Target = [T]; }
impl<T> DerefMut for Vec<T> {}
impl<T: Clone> Clone for Vec<T> { fn clone(&self) -> Self { self.buf.clone(); loop {} } }
impl<T: Hash> Hash for Vec<T> { fn hash<H: Hasher>(&self, state: &mut H) { self.buf.hash(state) } }
impl<T, I: SliceIndex<[T]>> Index<I> for Vec<T> { type Output = I::Output; }
impl<T, I: SliceIndex<[T]>> IndexMut<I> for Vec<T> {}
impl<T> FromIterator<T> for Vec<T> { fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Vec<T> { iter.into_iter().next(); loop {} } }
impl<T> IntoIterator for Vec<T> { type Item = T; type IntoIter = IntoIter<T>; }
impl<'a, T> IntoIterator for &'a Vec<T> { type Item = &'a T; type IntoIter = core::slice::Iter<'a, T>; }
impl<'a, T> IntoIterator for &'a mut Vec<T> { type Item = &'a mut T; type IntoIter = core::slice::IterMut<'a, T>; }
impl<T> Extend<T> for Vec<T> { fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) { iter.into_iter().next(); } }
impl<'a, T: Copy> Extend<&'a T> for Vec<T> { fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) { iter.into_iter().next(); } }
impl<T: PartialOrd> PartialOrd for Vec<T> { fn partial_cmp(&self, other: &Self) -> Option<Ordering> { self.buf.partial_cmp(&other.buf) } }
impl<T: Ord> Ord for Vec<T> { fn cmp(&self, other: &Self) -> Ordering { self.buf.cmp(&other.buf) } }
impl<T: Eq> Eq for Vec<T> {}
impl<T> Default for Vec<T> {}
impl<T: fmt::Debug> fmt::Debug for Vec<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.buf.fmt(f) } }
impl<T> AsRef<Vec<T>> for Vec<T> {}
impl<T> AsMut<Vec<T>> for Vec<T> {}
impl<T> AsRef<[T]> for Vec<T> {}
impl<T> AsMut<[T]> for Vec<T> {}
impl<T> Borrow<[T]> for Vec<T> {}
impl<T> BorrowMut<[T]> for Vec<T> {}
impl<T: Clone> From<&[T]> for Vec<T> { fn from(s: &[T]) -> Vec<T> { s[0].clone(); loop {} } }
impl<T: Clone> From<&mut [T]> for Vec<T> {}
impl<T: Clone, const N: usize> From<&[T; N]> for Vec<T> {}
impl<T: Clone, const N: usize> From<&mut [T; N]> for Vec<T> {}
impl<T, const N: usize> From<[T; N]> for Vec<T> {}
impl<T: Clone> From<Cow<'_, [T]>> for Vec<T> {}
impl<T> From<Box<[T]>> for Vec<T> {}
impl<T> From<BinaryHeap<T>> for Vec<T> {}
impl<T> From<VecDeque<T>> for Vec<T> {}
impl From<&str> for Vec<u8> {}
impl From<String> for Vec<u8> {}
impl From<CString> for Vec<u8> {}
impl<T, const N: usize> TryFrom<Vec<T>> for [T; N] { type Error = Vec<T>; }
impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for Vec<T> { fn eq(&self, other: &Vec<U>) -> bool { self.buf.eq(&other.buf) } }
impl<T: PartialEq<U>, U> PartialEq<[U]> for Vec<T> { fn eq(&self, other: &[U]) -> bool { self.buf.eq(&other[0]) } }
impl<T: PartialEq<U>, U> PartialEq<&[U]> for Vec<T> { fn eq(&self, other: &&[U]) -> bool { self.buf.eq(&other[0]) } }
impl<T: PartialEq<U>, U> PartialEq<&mut [U]> for Vec<T> { fn eq(&self, other: &&mut [U]) -> bool { self.buf.eq(&other[0]) } }
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for Vec<T> { fn eq(&self, other: &[U; N]) -> bool { self.buf.eq(&other[0]) } }
impl<T: PartialEq<U>, U, const N: usize> PartialEq<&[U; N]> for Vec<T> { fn eq(&self, other: &&[U; N]) -> bool { self.buf.eq(&other[0]) } }
impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for [T] { fn eq(&self, other: &Vec<U>) -> bool { self[0].eq(&other.buf) } }
impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for &[T] { fn eq(&self, other: &Vec<U>) -> bool { self[0].eq(&other.buf) } }
impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for &mut [T] { fn eq(&self, other: &Vec<U>) -> bool { self[0].eq(&other.buf) } }

#[derive(Clone, Debug)] pub struct IntoIter<T>(T);
impl<T> IntoIter<T> { pub fn as_slice(&self) -> &[T]; pub fn as_mut_slice(&mut self) -> &mut [T]; }
impl<T> AsRef<[T]> for IntoIter<T> {}
impl<T> Default for IntoIter<T> {}
impl<T> Iterator for IntoIter<T> { type Item = T; }
#[derive(Debug)] pub struct Drain<'a, T>(&'a T);
impl<T> Drain<T> { pub fn as_slice(&self) -> &[T]; }
impl<T> AsRef<[T]> for Drain<T> {}
impl<T> Iterator for Drain<T> { type Item = T; }
#[derive(Debug)] pub struct Splice<'a, I: Iterator>(&'a I);
impl<I: Iterator> Iterator for Splice<I> { type Item = I::Item; }
impl<I: Iterator> DoubleEndedIterator for Splice<I> {}
impl<I: Iterator> ExactSizeIterator for Splice<I> {}
pub struct ExtractIf<'a, T, F>(&'a T, F);
impl<T, F: FnMut(&mut T) -> bool> Iterator for ExtractIf<T, F> { type Item = T; fn next(&mut self) -> Option<T> { (self.1)(loop {}); loop {} } }
impl<T> DoubleEndedIterator for IntoIter<T> {}
impl<T> ExactSizeIterator for IntoIter<T> {}
impl<T> FusedIterator for IntoIter<T> {}
impl<T> DoubleEndedIterator for Drain<T> {}
impl<T> ExactSizeIterator for Drain<T> {}
impl<T> FusedIterator for Drain<T> {}
