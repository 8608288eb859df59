// VecDeque.
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::iter::{FromIterator, FusedIterator};
use core::ops::{Index, IndexMut, RangeBounds};
use crate::collections::TryReserveError;
use crate::vec::Vec;

#[derive(Clone)] pub struct VecDeque<T> { v: T }
impl<T> VecDeque<T> {
    pub fn new() -> VecDeque<T>;
    pub fn with_capacity(capacity: usize) -> VecDeque<T>;
    pub fn get(&self, index: usize) -> Option<&T>;
    pub fn get_mut(&mut self, index: usize) -> Option<&mut T>;
    pub fn swap(&mut self, i: usize, j: usize);
    pub fn capacity(&self) -> usize;
    pub fn reserve_exact(&mut self, additional: usize);
    pub fn reserve(&mut self, additional: usize);
    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError>;
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError>;
    pub fn shrink_to_fit(&mut self);
    pub fn shrink_to(&mut self, min_capacity: usize);
    pub fn truncate(&mut self, len: usize);
    pub fn iter(&self) -> Iter<T>;
    pub fn iter_mut(&mut self) -> IterMut<T>;
    pub fn as_slices(&self) -> (&[T], &[T]);
    pub fn as_mut_slices(&mut self) -> (&mut [T], &mut [T]);
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn range<R: RangeBounds<usize>>(&self, range: R) -> Iter<T>;
    pub fn range_mut<R: RangeBounds<usize>>(&mut self, range: R) -> IterMut<T>;
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<T>;
    pub fn clear(&mut self);
    pub fn contains(&self, x: &T) -> bool where T: PartialEq { self.v.eq(x) }
    pub fn front(&self) -> Option<&T>;
    pub fn front_mut(&mut self) -> Option<&mut T>;
    pub fn back(&self) -> Option<&T>;
    pub fn back_mut(&mut self) -> Option<&mut T>;
    pub fn pop_front(&mut self) -> Option<T>;
    pub fn pop_back(&mut self) -> Option<T>;
    pub fn pop_front_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> { predicate(&mut self.v); loop {} }
    pub fn pop_back_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> { predicate(&mut self.v); loop {} }
    pub fn push_front(&mut self, value: T);
    pub fn push_front_mut(&mut self, value: T) -> &mut T;
    pub fn push_back(&mut self, value: T);
    pub fn push_back_mut(&mut self, value: T) -> &mut T;
    pub fn swap_remove_front(&mut self, index: usize) -> Option<T>;
    pub fn swap_remove_back(&mut self, index: usize) -> Option<T>;
    pub fn insert(&mut self, index: usize, value: T);
    pub fn insert_mut(&mut self, index: usize, value: T) -> &mut T;
    pub fn remove(&mut self, index: usize) -> Option<T>;
    pub fn split_off(&mut self, at: usize) -> Self;
    pub fn append(&mut self, other: &mut Self);
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) { f(&self.v); }
    pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, f: F) { f(&mut self.v); }
    pub fn resize_with(&mut self, new_len: usize, generator: impl FnMut() -> T) { generator(); }
    pub fn make_contiguous(&mut self) -> &mut [T];
    pub fn rotate_left(&mut self, n: usize);
    pub fn rotate_right(&mut self, n: usize);
    pub fn binary_search(&self, x: &T) -> Result<usize, usize> where T: Ord { self.v.cmp(x); loop {} }
    pub fn binary_search_by<F: FnMut(&T) -> Ordering>(&self, f: F) -> Result<usize, usize> { f(&self.v); loop {} }
    pub fn binary_search_by_key<B: Ord, F: FnMut(&T) -> B>(&self, b: &B, f: F) -> Result<usize, usize> { f(&self.v).cmp(b); loop {} }
    pub fn partition_point<P: FnMut(&T) -> bool>(&self, pred: P) -> usize { pred(&self.v); loop {} }
    pub fn resize(&mut self, new_len: usize, value: T) where T: Clone { value.clone(); }
}
impl<T> Default for VecDeque<T> {}
impl<T: PartialEq> PartialEq for VecDeque<T> { fn eq(&self, other: &Self) -> bool { self.v.eq(&other.v) } }
impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for VecDeque<T> {}
impl<T: PartialEq<U>, U> PartialEq<&[U]> for VecDeque<T> {}
impl<T: PartialEq<U>, U> PartialEq<&mut [U]> for VecDeque<T> {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for VecDeque<T> {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<&[U; N]> for VecDeque<T> {}
impl<T: Eq> Eq for VecDeque<T> {}
impl<T: PartialOrd> PartialOrd for VecDeque<T> { fn partial_cmp(&self, other: &Self) -> Option<Ordering> { self.v.partial_cmp(&other.v) } }
impl<T: Ord> Ord for VecDeque<T> { fn cmp(&self, other: &Self) -> Ordering { self.v.cmp(&other.v) } }
impl<T: Hash> Hash for VecDeque<T> { fn hash<H: Hasher>(&self, state: &mut H) { self.v.hash(state) } }
impl<T: fmt::Debug> fmt::Debug for VecDeque<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.v.fmt(f) } }
impl<T> Index<usize> for VecDeque<T> { type Output = T; }
impl<T> IndexMut<usize> for VecDeque<T> {}
impl<T> FromIterator<T> for VecDeque<T> { fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self { iter.into_iter().next(); loop {} } }
impl<T> Extend<T> for VecDeque<T> { fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) { iter.into_iter().next(); } }
impl<'a, T: 'a + Copy> Extend<&'a T> for VecDeque<T> {}
impl<T> From<Vec<T>> for VecDeque<T> {}
impl<T, const N: usize> From<[T; N]> for VecDeque<T> {}
impl<T> IntoIterator for VecDeque<T> { type Item = T; type IntoIter = IntoIter<T>; }
impl<'a, T> IntoIterator for &'a VecDeque<T> { type Item = &'a T; type IntoIter = Iter<'a, T>; }
impl<'a, T> IntoIterator for &'a mut VecDeque<T> { type Item = &'a mut T; type IntoIter = IterMut<'a, T>; }
#[derive(Debug)] pub struct Iter<'a, T>(&'a T);
impl<T> Clone for Iter<T> {}
impl<'a, T> Iterator for Iter<'a, T> { type Item = &'a T; }
impl<T> DoubleEndedIterator for Iter<T> {}
impl<T> ExactSizeIterator for Iter<T> {}
impl<T> FusedIterator for Iter<T> {}
#[derive(Debug)] pub struct IterMut<'a, T>(&'a T);
impl<'a, T> Iterator for IterMut<'a, T> { type Item = &'a mut T; }
impl<T> DoubleEndedIterator for IterMut<T> {}
impl<T> ExactSizeIterator for IterMut<T> {}
impl<T> FusedIterator for IterMut<T> {}
#[derive(Debug)] pub struct IntoIter<T>(T);
impl<T: Clone> Clone for IntoIter<T> {}
impl<T> Iterator for IntoIter<T> { type Item = T; }
impl<T> DoubleEndedIterator for IntoIter<T> {}
impl<T> ExactSizeIterator for IntoIter<T> {}
impl<T> FusedIterator for IntoIter<T> {}
#[derive(Debug)] pub struct Drain<'a, T>(&'a T);
impl<T> Iterator for Drain<T> { type Item = T; }
impl<T> DoubleEndedIterator for Drain<T> {}
impl<T> ExactSizeIterator for Drain<T> {}
impl<T> FusedIterator for Drain<T> {}
