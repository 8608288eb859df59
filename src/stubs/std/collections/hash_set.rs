// HashSet.
use crate::hash::RandomState;
use ::alloc::collections::TryReserveError;
use ::core::borrow::Borrow;
use ::core::fmt;
use ::core::hash::{BuildHasher, Hash};
use ::core::iter::{FromIterator, FusedIterator};
use ::core::ops::{BitAnd, BitOr, BitXor, Sub};

#[derive(Clone)] pub struct HashSet<T, S = RandomState> { v: T, hash_builder: S }
impl<T> HashSet<T, RandomState> {
    pub fn new() -> HashSet<T, RandomState>;
    pub fn with_capacity(capacity: usize) -> HashSet<T, RandomState>;
}
impl<T, S> HashSet<T, S> {
    pub fn capacity(&self) -> usize;
    pub fn iter(&self) -> Iter<T>;
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn drain(&mut self) -> Drain<T>;
    pub fn extract_if<F: FnMut(&T) -> bool>(&mut self, pred: F) -> ExtractIf<T, F> { pred(&self.v); loop {} }
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) { f(&self.v); }
    pub fn clear(&mut self);
    pub fn with_hasher(hasher: S) -> HashSet<T, S>;
    pub fn with_capacity_and_hasher(capacity: usize, hasher: S) -> HashSet<T, S>;
    pub fn hasher(&self) -> &S;
}
impl<T: Eq + Hash, S: BuildHasher> HashSet<T, S> {
    pub fn reserve(&mut self, additional: usize);
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError>;
    pub fn shrink_to_fit(&mut self);
    pub fn shrink_to(&mut self, min_capacity: usize);
    pub fn difference<'a>(&'a self, other: &'a HashSet<T, S>) -> Difference<'a, T, S> { other.contains(&self.v); loop {} }
    pub fn symmetric_difference<'a>(&'a self, other: &'a HashSet<T, S>) -> SymmetricDifference<'a, T, S> { other.contains(&self.v); loop {} }
    pub fn intersection<'a>(&'a self, other: &'a HashSet<T, S>) -> Intersection<'a, T, S> { other.contains(&self.v); loop {} }
    pub fn union<'a>(&'a self, other: &'a HashSet<T, S>) -> Union<'a, T, S> { other.contains(&self.v); loop {} }
    pub fn contains<Q: ?Sized + Hash + Eq>(&self, value: &Q) -> bool where T: Borrow<Q> { value.hash(&mut self.hash_builder.build_hasher()); value.eq(self.v.borrow()) }
    pub fn get<Q: ?Sized + Hash + Eq>(&self, value: &Q) -> Option<&T> where T: Borrow<Q> { value.hash(&mut self.hash_builder.build_hasher()); value.eq(self.v.borrow()); loop {} }
    pub fn is_disjoint(&self, other: &HashSet<T, S>) -> bool { other.contains(&self.v) }
    pub fn is_subset(&self, other: &HashSet<T, S>) -> bool { other.contains(&self.v) }
    pub fn is_superset(&self, other: &HashSet<T, S>) -> bool { self.contains(&other.v) }
    pub fn insert(&mut self, value: T) -> bool { value.hash(&mut self.hash_builder.build_hasher()); value.eq(&self.v) }
    pub fn replace(&mut self, value: T) -> Option<T> { value.hash(&mut self.hash_builder.build_hasher()); value.eq(&self.v); loop {} }
    pub fn remove<Q: ?Sized + Hash + Eq>(&mut self, value: &Q) -> bool where T: Borrow<Q> { value.hash(&mut self.hash_builder.build_hasher()); value.eq(self.v.borrow()) }
    pub fn take<Q: ?Sized + Hash + Eq>(&mut self, value: &Q) -> Option<T> where T: Borrow<Q> { value.hash(&mut self.hash_builder.build_hasher()); value.eq(self.v.borrow()); loop {} }
}
impl<T: Eq + Hash, S: BuildHasher> PartialEq for HashSet<T, S> { fn eq(&self, other: &Self) -> bool { other.contains(&self.v) } }
impl<T: Eq + Hash, S: BuildHasher> Eq for HashSet<T, S> {}
impl<T: fmt::Debug, S> fmt::Debug for HashSet<T, S> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.v.fmt(f) } }
impl<T, S: Default> Default for HashSet<T, S> { fn default() -> Self { HashSet::with_hasher(S::default()) } }
impl<T: Eq + Hash, S: BuildHasher + Default> FromIterator<T> for HashSet<T, S> { fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self { let set = HashSet::with_hasher(S::default()); set.extend(iter); set } }
impl<T: Eq + Hash, S: BuildHasher> Extend<T> for HashSet<T, S> { fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) { self.insert(iter.into_iter().next().unwrap()); } }
impl<'a, T: 'a + Eq + Hash + Copy, S: BuildHasher> Extend<&'a T> for HashSet<T, S> {}
impl<T: Eq + Hash, const N: usize> From<[T; N]> for HashSet<T, RandomState> {}
impl<T, S> IntoIterator for HashSet<T, S> { type Item = T; type IntoIter = IntoIter<T>; }
impl<'a, T, S> IntoIterator for &'a HashSet<T, S> { type Item = &'a T; type IntoIter = Iter<'a, T>; }
impl<T: Eq + Hash + Clone, S: BuildHasher + Default> BitOr<&HashSet<T, S>> for &HashSet<T, S> { type Output = HashSet<T, S>; }
impl<T: Eq + Hash + Clone, S: BuildHasher + Default> BitAnd<&HashSet<T, S>> for &HashSet<T, S> { type Output = HashSet<T, S>; }
impl<T: Eq + Hash + Clone, S: BuildHasher + Default> BitXor<&HashSet<T, S>> for &HashSet<T, S> { type Output = HashSet<T, S>; }
impl<T: Eq + Hash + Clone, S: BuildHasher + Default> Sub<&HashSet<T, S>> for &HashSet<T, S> { type Output = HashSet<T, S>; }
#[derive(Debug)] pub struct Iter<'a, K>(&'a K);
impl<K> Clone for Iter<K> {}
impl<'a, K> Iterator for Iter<'a, K> { type Item = &'a K; }
#[derive(Debug)] pub struct IntoIter<K>(K);
impl<K> Iterator for IntoIter<K> { type Item = K; }
#[derive(Debug)] pub struct Drain<'a, K>(&'a K);
impl<K> Iterator for Drain<K> { type Item = K; }
pub struct ExtractIf<'a, K, F>(&'a K, F);
impl<K, F: FnMut(&K) -> bool> Iterator for ExtractIf<K, F> { type Item = K; }
impl<K> ExactSizeIterator for Iter<K> {}
impl<K> FusedIterator for Iter<K> {}
impl<K> ExactSizeIterator for IntoIter<K> {}
impl<K> FusedIterator for IntoIter<K> {}
impl<K> ExactSizeIterator for Drain<K> {}
impl<K> FusedIterator for Drain<K> {}
pub struct Intersection<'a, T, S>(&'a T, &'a S);
impl<T, S> Clone for Intersection<T, S> {}
impl<T: fmt::Debug, S> fmt::Debug for Intersection<T, S> {}
impl<'a, T: Eq + Hash, S: BuildHasher> Iterator for Intersection<'a, T, S> { type Item = &'a T; }
impl<T: Eq + Hash, S: BuildHasher> FusedIterator for Intersection<T, S> {}
pub struct Difference<'a, T, S>(&'a T, &'a S);
impl<T, S> Clone for Difference<T, S> {}
impl<T: fmt::Debug, S> fmt::Debug for Difference<T, S> {}
impl<'a, T: Eq + Hash, S: BuildHasher> Iterator for Difference<'a, T, S> { type Item = &'a T; }
impl<T: Eq + Hash, S: BuildHasher> FusedIterator for Difference<T, S> {}
pub struct SymmetricDifference<'a, T, S>(&'a T, &'a S);
impl<T, S> Clone for SymmetricDifference<T, S> {}
impl<T: fmt::Debug, S> fmt::Debug for SymmetricDifference<T, S> {}
impl<'a, T: Eq + Hash, S: BuildHasher> Iterator for SymmetricDifference<'a, T, S> { type Item = &'a T; }
impl<T: Eq + Hash, S: BuildHasher> FusedIterator for SymmetricDifference<T, S> {}
pub struct Union<'a, T, S>(&'a T, &'a S);
impl<T, S> Clone for Union<T, S> {}
impl<T: fmt::Debug, S> fmt::Debug for Union<T, S> {}
impl<'a, T: Eq + Hash, S: BuildHasher> Iterator for Union<'a, T, S> { type Item = &'a T; }
impl<T: Eq + Hash, S: BuildHasher> FusedIterator for Union<T, S> {}
