// LinkedList.
use core::fmt;
use core::iter::{FromIterator, FusedIterator};

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)] pub struct LinkedList<T> { v: T }
impl<T> LinkedList<T> {
    pub fn new() -> Self;
    pub fn append(&mut self, other: &mut Self);
    pub fn iter(&self) -> Iter<T>;
    pub fn iter_mut(&mut self) -> IterMut<T>;
    pub fn is_empty(&self) -> bool;
    pub fn len(&self) -> usize;
    pub fn clear(&mut self);
    pub fn contains(&self, x: &T) -> bool where T: PartialEq<T> { self.v.eq(x) }
    pub fn front(&self) -> Option<&T>;
    pub fn front_mut(&mut self) -> Option<&mut T>;
    pub fn back(&self) -> Option<&T>;
    pub fn back_mut(&mut self) -> Option<&mut T>;
    pub fn push_front(&mut self, elt: T);
    pub fn push_front_mut(&mut self, elt: T) -> &mut T;
    pub fn pop_front(&mut self) -> Option<T>;
    pub fn push_back(&mut self, elt: T);
    pub fn push_back_mut(&mut self, elt: T) -> &mut T;
    pub fn pop_back(&mut self) -> Option<T>;
    pub fn split_off(&mut self, at: usize) -> LinkedList<T>;
    pub fn extract_if<F: FnMut(&mut T) -> bool>(&mut self, filter: F) -> ExtractIf<T, F> { filter(&mut self.v); loop {} }
}
pub struct ExtractIf<'a, T, F>(&'a T, F);
impl<T, F: FnMut(&mut T) -> bool> Iterator for ExtractIf<T, F> { type Item = T; }
impl<T> Default for LinkedList<T> {}
impl<T: fmt::Debug> fmt::Debug for LinkedList<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.v.fmt(f) } }
impl<T, const N: usize> From<[T; N]> for LinkedList<T> {}
impl<T> FromIterator<T> for LinkedList<T> { fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self { iter.into_iter().next(); loop {} } }
impl<T> Extend<T> for LinkedList<T> { fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) { iter.into_iter().next(); } }
impl<'a, T: 'a + Copy> Extend<&'a T> for LinkedList<T> {}
impl<T> IntoIterator for LinkedList<T> { type Item = T; type IntoIter = IntoIter<T>; }
impl<'a, T> IntoIterator for &'a LinkedList<T> { type Item = &'a T; type IntoIter = Iter<'a, T>; }
impl<'a, T> IntoIterator for &'a mut LinkedList<T> { type Item = &'a mut T; type IntoIter = IterMut<'a, T>; }
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
