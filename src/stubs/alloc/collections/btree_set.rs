// BTreeSet.
use core::borrow::Borrow;
use core::fmt;
use core::iter::{FromIterator, FusedIterator};
use core::ops::{BitAnd, BitOr, BitXor, RangeBounds, Sub};

#[derive(Clone, Hash, PartialEq, Eq, PartialOrd, Ord)] pub struct BTreeSet<T> { v: T }
impl<T> BTreeSet<T> {
    pub fn new() -> BTreeSet<T>;
    pub fn range<K: ?Sized + Ord, R: RangeBounds<K>>(&self, range: R) -> Range<T> where T: Borrow<K> + Ord { loop {} }
    pub fn difference<'a>(&'a self, other: &'a BTreeSet<T>) -> Difference<'a, T> where T: Ord { self.v.cmp(&other.v); loop {} }
    pub fn symmetric_difference<'a>(&'a self, other: &'a BTreeSet<T>) -> SymmetricDifference<'a, T> where T: Ord { self.v.cmp(&other.v); loop {} }
    pub fn intersection<'a>(&'a self, other: &'a BTreeSet<T>) -> Intersection<'a, T> where T: Ord { self.v.cmp(&other.v); loop {} }
    pub fn union<'a>(&'a self, other: &'a BTreeSet<T>) -> Union<'a, T> where T: Ord { self.v.cmp(&other.v); loop {} }
    pub fn clear(&mut self);
    pub fn contains<Q: ?Sized + Ord>(&self, value: &Q) -> bool where T: Borrow<Q> + Ord { value.cmp(self.v.borrow()); loop {} }
    pub fn get<Q: ?Sized + Ord>(&self, value: &Q) -> Option<&T> where T: Borrow<Q> + Ord { value.cmp(self.v.borrow()); loop {} }
    pub fn is_disjoint(&self, other: &BTreeSet<T>) -> bool where T: Ord { self.v.cmp(&other.v); loop {} }
    pub fn is_subset(&self, other: &BTreeSet<T>) -> bool where T: Ord { self.v.cmp(&other.v); loop {} }
    pub fn is_superset(&self, other: &BTreeSet<T>) -> bool where T: Ord { self.v.cmp(&other.v); loop {} }
    pub fn first(&self) -> Option<&T>;
    pub fn last(&self) -> Option<&T>;
    pub fn pop_first(&mut self) -> Option<T>;
    pub fn pop_last(&mut self) -> Option<T>;
    pub fn insert(&mut self, value: T) -> bool where T: Ord { value.cmp(&self.v); loop {} }
    pub fn replace(&mut self, value: T) -> Option<T> where T: Ord { value.cmp(&self.v); loop {} }
    pub fn remove<Q: ?Sized + Ord>(&mut self, value: &Q) -> bool where T: Borrow<Q> + Ord { value.cmp(self.v.borrow()); loop {} }
    pub fn take<Q: ?Sized + Ord>(&mut self, value: &Q) -> Option<T> where T: Borrow<Q> + Ord { value.cmp(self.v.borrow()); loop {} }
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) where T: Ord { f(&self.v); }
    pub fn append(&mut self, other: &mut Self) where T: Ord { self.v.cmp(&other.v); }
    pub fn split_off<Q: ?Sized + Ord>(&mut self, value: &Q) -> Self where T: Borrow<Q> + Ord { value.cmp(self.v.borrow()); loop {} }
    pub fn extract_if<F: FnMut(&T) -> bool, R: RangeBounds<T>>(&mut self, range: R, pred: F) -> ExtractIf<T, R, F> where T: Ord { pred(&self.v); loop {} }
    pub fn iter(&self) -> Iter<T>;
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
}
impl<T> Default for BTreeSet<T> {}
impl<T: fmt::Debug> fmt::Debug for BTreeSet<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.v.fmt(f) } }
impl<T: Ord> FromIterator<T> for BTreeSet<T> { fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self { iter.into_iter().next().unwrap().cmp(loop {}); loop {} } }
impl<T: Ord> Extend<T> for BTreeSet<T> { fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) { iter.into_iter().next().unwrap().cmp(&self.v); } }
impl<'a, T: 'a + Ord + Copy> Extend<&'a T> for BTreeSet<T> {}
impl<T: Ord, const N: usize> From<[T; N]> for BTreeSet<T> {}
impl<T> IntoIterator for BTreeSet<T> { type Item = T; type IntoIter = IntoIter<T>; }
impl<'a, T> IntoIterator for &'a BTreeSet<T> { type Item = &'a T; type IntoIter = Iter<'a, T>; }
impl<T: Ord + Clone> Sub<&BTreeSet<T>> for &BTreeSet<T> { type Output = BTreeSet<T>; }
impl<T: Ord + Clone> BitXor<&BTreeSet<T>> for &BTreeSet<T> { type Output = BTreeSet<T>; }
impl<T: Ord + Clone> BitAnd<&BTreeSet<T>> for &BTreeSet<T> { type Output = BTreeSet<T>; }
impl<T: Ord + Clone> BitOr<&BTreeSet<T>> for &BTreeSet<T> { type Output = BTreeSet<T>; }
#[derive(Debug)] pub struct Iter<'a, T>(&'a T);
impl<T> Clone for Iter<T> {}
impl<'a, T> Iterator for Iter<'a, T> { type Item = &'a T; }
impl<T> FusedIterator for Iter<T> {}
impl<T> DoubleEndedIterator for Iter<T> {}
#[derive(Debug)] pub struct Range<'a, T>(&'a T);
impl<T> Clone for Range<T> {}
impl<'a, T> Iterator for Range<'a, T> { type Item = &'a T; }
impl<T> FusedIterator for Range<T> {}
impl<T> DoubleEndedIterator for Range<T> {}
#[derive(Debug)] pub struct Difference<'a, T>(&'a T);
impl<T> Clone for Difference<T> {}
impl<'a, T> Iterator for Difference<'a, T> { type Item = &'a T; }
impl<T> FusedIterator for Difference<T> {}
#[derive(Debug)] pub struct SymmetricDifference<'a, T>(&'a T);
impl<T> Clone for SymmetricDifference<T> {}
impl<'a, T> Iterator for SymmetricDifference<'a, T> { type Item = &'a T; }
impl<T> FusedIterator for SymmetricDifference<T> {}
#[derive(Debug)] pub struct Intersection<'a, T>(&'a T);
impl<T> Clone for Intersection<T> {}
impl<'a, T> Iterator for Intersection<'a, T> { type Item = &'a T; }
impl<T> FusedIterator for Intersection<T> {}
#[derive(Debug)] pub struct Union<'a, T>(&'a T);
impl<T> Clone for Union<T> {}
impl<'a, T> Iterator for Union<'a, T> { type Item = &'a T; }
impl<T> FusedIterator for Union<T> {}
impl<T> ExactSizeIterator for Iter<T> {}
#[derive(Debug)] pub struct IntoIter<T>(T);
impl<T> Iterator for IntoIter<T> { type Item = T; }
impl<T> DoubleEndedIterator for IntoIter<T> {}
impl<T> ExactSizeIterator for IntoIter<T> {}
pub struct ExtractIf<'a, T, R, F>(&'a (T, R), F);
impl<T, R, F: FnMut(&T) -> bool> Iterator for ExtractIf<T, R, F> { type Item = T; }
