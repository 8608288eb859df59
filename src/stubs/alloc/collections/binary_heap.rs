// BinaryHeap.
use core::fmt;
use core::iter::{FromIterator, FusedIterator};
use core::ops::{Deref, DerefMut};
use crate::collections::TryReserveError;
use crate::vec::Vec;

#[derive(Clone)] pub struct BinaryHeap<T> { data: Vec<T> }
impl<T: Ord> BinaryHeap<T> {
    pub fn new() -> BinaryHeap<T>;
    pub fn with_capacity(capacity: usize) -> BinaryHeap<T>;
    pub fn peek_mut(&mut self) -> Option<PeekMut<T>>;
    pub fn pop(&mut self) -> Option<T> { self.data[0].cmp(&self.data[0]); loop {} }
    pub fn pop_if(&mut self, predicate: impl FnOnce(&T) -> bool) -> Option<T> { predicate(&self.data[0]); loop {} }
    pub fn push(&mut self, item: T) { item.cmp(&self.data[0]); }
    pub fn into_sorted_vec(self) -> Vec<T> { self.data[0].cmp(&self.data[0]); loop {} }
    pub fn append(&mut self, other: &mut Self) { self.data[0].cmp(&other.data[0]); }
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) { f(&self.data[0]); }
}
impl<T> BinaryHeap<T> {
    pub fn iter(&self) -> Iter<T>;
    pub fn peek(&self) -> Option<&T>;
    pub fn capacity(&self) -> usize;
    pub fn reserve_exact(&mut self, additional: usize);
    pub fn reserve(&mut self, additional: usize);
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError>;
    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError>;
    pub fn shrink_to_fit(&mut self);
    pub fn shrink_to(&mut self, min_capacity: usize);
    pub fn into_vec(self) -> Vec<T>;
    pub fn as_slice(&self) -> &[T];
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn drain(&mut self) -> Drain<T>;
    pub fn clear(&mut self);
}
pub struct PeekMut<'a, T: Ord> { heap: &'a mut BinaryHeap<T> }
impl<'a, T: Ord> PeekMut<'a, T> { pub fn pop(this: PeekMut<'a, T>) -> T { this.heap.pop().unwrap() } pub fn refresh(&mut self) -> bool; }
impl<T: Ord> Deref for PeekMut<T> { type Target = T; }
impl<T: Ord> DerefMut for PeekMut<T> {}
impl<T: Ord> Drop for PeekMut<T> { fn drop(&mut self) { self.heap.pop(); } }
impl<T: Ord + fmt::Debug> fmt::Debug for PeekMut<T> {}
impl<T: Ord> Default for BinaryHeap<T> {}
impl<T: fmt::Debug> fmt::Debug for BinaryHeap<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.data[0].fmt(f) } }
impl<T: Ord> From<Vec<T>> for BinaryHeap<T> {}
impl<T: Ord, const N: usize> From<[T; N]> for BinaryHeap<T> {}
impl<T: Ord> FromIterator<T> for BinaryHeap<T> { fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self { iter.into_iter().next().unwrap().cmp(loop {}); loop {} } }
impl<T: Ord> Extend<T> for BinaryHeap<T> { fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) { iter.into_iter().next().unwrap().cmp(loop {}); } }
impl<'a, T: 'a + Ord + Copy> Extend<&'a T> for BinaryHeap<T> {}
impl<T> IntoIterator for BinaryHeap<T> { type Item = T; type IntoIter = IntoIter<T>; }
impl<'a, T> IntoIterator for &'a BinaryHeap<T> { type Item = &'a T; type IntoIter = Iter<'a, T>; }
#[derive(Debug)] pub struct Iter<'a, T>(&'a T);
impl<T> Clone for Iter<T> {}
impl<'a, T> Iterator for Iter<'a, T> { type Item = &'a T; }
impl<T> DoubleEndedIterator for Iter<T> {}
impl<T> ExactSizeIterator for Iter<T> {}
impl<T> FusedIterator for Iter<T> {}
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
