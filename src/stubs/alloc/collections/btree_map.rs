// BTreeMap.
use core::borrow::Borrow;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::iter::{FromIterator, FusedIterator};
use core::ops::{Index, RangeBounds};

#[derive(Clone)] pub struct BTreeMap<K, V> { k: K, v: V }
impl<K, V> BTreeMap<K, V> {
    pub fn new() -> BTreeMap<K, V>;
    pub fn clear(&mut self);
    pub fn get<Q: ?Sized + Ord>(&self, key: &Q) -> Option<&V> where K: Borrow<Q> + Ord { key.cmp(self.k.borrow()); loop {} }
    pub fn get_key_value<Q: ?Sized + Ord>(&self, k: &Q) -> Option<(&K, &V)> where K: Borrow<Q> + Ord { k.cmp(self.k.borrow()); loop {} }
    pub fn first_key_value(&self) -> Option<(&K, &V)>;
    pub fn first_entry(&mut self) -> Option<OccupiedEntry<K, V>>;
    pub fn pop_first(&mut self) -> Option<(K, V)>;
    pub fn last_key_value(&self) -> Option<(&K, &V)>;
    pub fn last_entry(&mut self) -> Option<OccupiedEntry<K, V>>;
    pub fn pop_last(&mut self) -> Option<(K, V)>;
    pub fn contains_key<Q: ?Sized + Ord>(&self, key: &Q) -> bool where K: Borrow<Q> + Ord { key.cmp(self.k.borrow()); loop {} }
    pub fn get_mut<Q: ?Sized + Ord>(&mut self, key: &Q) -> Option<&mut V> where K: Borrow<Q> + Ord { key.cmp(self.k.borrow()); loop {} }
    pub fn insert(&mut self, key: K, value: V) -> Option<V> where K: Ord { key.cmp(&self.k); loop {} }
    pub fn remove<Q: ?Sized + Ord>(&mut self, key: &Q) -> Option<V> where K: Borrow<Q> + Ord { key.cmp(self.k.borrow()); loop {} }
    pub fn remove_entry<Q: ?Sized + Ord>(&mut self, key: &Q) -> Option<(K, V)> where K: Borrow<Q> + Ord { key.cmp(self.k.borrow()); loop {} }
    pub fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, f: F) where K: Ord { f(&self.k, &mut self.v); }
    pub fn append(&mut self, other: &mut Self) where K: Ord { self.k.cmp(&other.k); }
    pub fn range<T: ?Sized + Ord, R: RangeBounds<T>>(&self, range: R) -> Range<K, V> where K: Borrow<T> + Ord { loop {} }
    pub fn range_mut<T: ?Sized + Ord, R: RangeBounds<T>>(&mut self, range: R) -> RangeMut<K, V> where K: Borrow<T> + Ord { loop {} }
    pub fn entry(&mut self, key: K) -> Entry<K, V> where K: Ord { key.cmp(&self.k); loop {} }
    pub fn split_off<Q: ?Sized + Ord>(&mut self, key: &Q) -> Self where K: Borrow<Q> + Ord { key.cmp(self.k.borrow()); loop {} }
    pub fn extract_if<F: FnMut(&K, &mut V) -> bool, R: RangeBounds<K>>(&mut self, range: R, pred: F) -> ExtractIf<K, V, R, F> where K: Ord { pred(&self.k, &mut self.v); loop {} }
    pub fn into_keys(self) -> IntoKeys<K, V>;
    pub fn into_values(self) -> IntoValues<K, V>;
    pub fn iter(&self) -> Iter<K, V>;
    pub fn iter_mut(&mut self) -> IterMut<K, V>;
    pub fn keys(&self) -> Keys<K, V>;
    pub fn values(&self) -> Values<K, V>;
    pub fn values_mut(&mut self) -> ValuesMut<K, V>;
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
}
impl<K, V> Default for BTreeMap<K, V> {}
impl<K: PartialEq, V: PartialEq> PartialEq for BTreeMap<K, V> { fn eq(&self, other: &Self) -> bool { self.k.eq(&other.k) && self.v.eq(&other.v) } }
impl<K: Eq, V: Eq> Eq for BTreeMap<K, V> {}
impl<K: PartialOrd, V: PartialOrd> PartialOrd for BTreeMap<K, V> { fn partial_cmp(&self, other: &Self) -> Option<Ordering> { self.k.partial_cmp(&other.k); self.v.partial_cmp(&other.v) } }
impl<K: Ord, V: Ord> Ord for BTreeMap<K, V> { fn cmp(&self, other: &Self) -> Ordering { self.k.cmp(&other.k); self.v.cmp(&other.v) } }
impl<K: Hash, V: Hash> Hash for BTreeMap<K, V> { fn hash<H: Hasher>(&self, state: &mut H) { self.k.hash(state); self.v.hash(state) } }
impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for BTreeMap<K, V> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.k.fmt(f); self.v.fmt(f) } }
impl<K: Borrow<Q> + Ord, Q: ?Sized + Ord, V> Index<&Q> for BTreeMap<K, V> { type Output = V; fn index(&self, key: &Q) -> &V { self.get(key).unwrap() } }
impl<K: Ord, V> FromIterator<(K, V)> for BTreeMap<K, V> { fn from_iter<I: IntoIterator<Item = (K, V)>>(iter: I) -> Self { iter.into_iter().next().unwrap().0.cmp(loop {}); loop {} } }
impl<K: Ord, V> Extend<(K, V)> for BTreeMap<K, V> { fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, iter: I) { iter.into_iter().next().unwrap().0.cmp(&self.k); } }
impl<'a, K: Ord + Copy, V: Copy> Extend<(&'a K, &'a V)> for BTreeMap<K, V> {}
impl<K: Ord, V, const N: usize> From<[(K, V); N]> for BTreeMap<K, V> {}
impl<K, V> IntoIterator for BTreeMap<K, V> { type Item = (K, V); type IntoIter = IntoIter<K, V>; }
impl<'a, K, V> IntoIterator for &'a BTreeMap<K, V> { type Item = (&'a K, &'a V); type IntoIter = Iter<'a, K, V>; }
impl<'a, K, V> IntoIterator for &'a mut BTreeMap<K, V> { type Item = (&'a K, &'a mut V); type IntoIter = IterMut<'a, K, V>; }

pub enum Entry<'a, K, V> { Vacant(VacantEntry<'a, K, V>), Occupied(OccupiedEntry<'a, K, V>) }
pub struct VacantEntry<'a, K, V> { k: K, v: &'a V }
pub struct OccupiedEntry<'a, K, V> { k: &'a K, v: &'a V }
impl<'a, K: Ord, V> Entry<'a, K, V> {
    pub fn or_insert(self, default: V) -> &'a mut V;
    pub fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &'a mut V { default(); loop {} }
    pub fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &'a mut V { default(self.key()); loop {} }
    pub fn key(&self) -> &K;
    pub fn and_modify<F: FnOnce(&mut V)>(self, f: F) -> Self { f(loop {}); self }
    pub fn or_default(self) -> &'a mut V where V: Default { V::default(); loop {} }
    pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V>;
}
impl<'a, K: Ord, V> VacantEntry<'a, K, V> {
    pub fn key(&self) -> &K;
    pub fn into_key(self) -> K;
    pub fn insert(self, value: V) -> &'a mut V;
    pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V>;
}
impl<'a, K: Ord, V> OccupiedEntry<'a, K, V> {
    pub fn key(&self) -> &K;
    pub fn remove_entry(self) -> (K, V);
    pub fn get(&self) -> &V;
    pub fn get_mut(&mut self) -> &mut V;
    pub fn into_mut(self) -> &'a mut V;
    pub fn insert(&mut self, value: V) -> V;
    pub fn remove(self) -> V;
}
impl<K: fmt::Debug + Ord, V: fmt::Debug> fmt::Debug for Entry<K, V> {}
impl<K: fmt::Debug + Ord, V> fmt::Debug for VacantEntry<K, V> {}
impl<K: fmt::Debug + Ord, V: fmt::Debug> fmt::Debug for OccupiedEntry<K, V> {}

#[derive(Debug)] pub struct Iter<'a, K, V>(&'a K, &'a V);
impl<K, V> Clone for Iter<K, V> {}
impl<'a, K, V> Iterator for Iter<'a, K, V> { type Item = (&'a K, &'a V); }
impl<K, V> DoubleEndedIterator for Iter<K, V> {}
impl<K, V> ExactSizeIterator for Iter<K, V> {}
impl<K, V> FusedIterator for Iter<K, V> {}
#[derive(Debug)] pub struct IterMut<'a, K, V>(&'a K, &'a V);
impl<'a, K, V> Iterator for IterMut<'a, K, V> { type Item = (&'a K, &'a mut V); }
impl<K, V> DoubleEndedIterator for IterMut<K, V> {}
impl<K, V> ExactSizeIterator for IterMut<K, V> {}
impl<K, V> FusedIterator for IterMut<K, V> {}
#[derive(Debug)] pub struct IntoIter<K, V>(K, V);
impl<K, V> Iterator for IntoIter<K, V> { type Item = (K, V); }
impl<K, V> DoubleEndedIterator for IntoIter<K, V> {}
impl<K, V> ExactSizeIterator for IntoIter<K, V> {}
impl<K, V> FusedIterator for IntoIter<K, V> {}
#[derive(Debug)] pub struct Keys<'a, K, V>(&'a K, &'a V);
impl<K, V> Clone for Keys<K, V> {}
impl<'a, K, V> Iterator for Keys<'a, K, V> { type Item = &'a K; }
impl<K, V> DoubleEndedIterator for Keys<K, V> {}
impl<K, V> ExactSizeIterator for Keys<K, V> {}
impl<K, V> FusedIterator for Keys<K, V> {}
#[derive(Debug)] pub struct Values<'a, K, V>(&'a K, &'a V);
impl<K, V> Clone for Values<K, V> {}
impl<'a, K, V> Iterator for Values<'a, K, V> { type Item = &'a V; }
impl<K, V> DoubleEndedIterator for Values<K, V> {}
impl<K, V> ExactSizeIterator for Values<K, V> {}
impl<K, V> FusedIterator for Values<K, V> {}
#[derive(Debug)] pub struct ValuesMut<'a, K, V>(&'a K, &'a V);
impl<'a, K, V> Iterator for ValuesMut<'a, K, V> { type Item = &'a mut V; }
impl<K, V> DoubleEndedIterator for ValuesMut<K, V> {}
impl<K, V> ExactSizeIterator for ValuesMut<K, V> {}
impl<K, V> FusedIterator for ValuesMut<K, V> {}
#[derive(Debug)] pub struct IntoKeys<K, V>(K, V);
impl<K, V> Iterator for IntoKeys<K, V> { type Item = K; }
impl<K, V> DoubleEndedIterator for IntoKeys<K, V> {}
impl<K, V> ExactSizeIterator for IntoKeys<K, V> {}
impl<K, V> FusedIterator for IntoKeys<K, V> {}
#[derive(Debug)] pub struct IntoValues<K, V>(K, V);
impl<K, V> Iterator for IntoValues<K, V> { type Item = V; }
impl<K, V> DoubleEndedIterator for IntoValues<K, V> {}
impl<K, V> ExactSizeIterator for IntoValues<K, V> {}
impl<K, V> FusedIterator for IntoValues<K, V> {}
#[derive(Debug)] pub struct Range<'a, K, V>(&'a K, &'a V);
impl<K, V> Clone for Range<K, V> {}
impl<'a, K, V> Iterator for Range<'a, K, V> { type Item = (&'a K, &'a V); }
impl<K, V> DoubleEndedIterator for Range<K, V> {}
impl<K, V> FusedIterator for Range<K, V> {}
#[derive(Debug)] pub struct RangeMut<'a, K, V>(&'a K, &'a V);
impl<'a, K, V> Iterator for RangeMut<'a, K, V> { type Item = (&'a K, &'a mut V); }
impl<K, V> DoubleEndedIterator for RangeMut<K, V> {}
impl<K, V> FusedIterator for RangeMut<K, V> {}
pub struct ExtractIf<'a, K, V, R, F>(&'a (K, V, R), F);
impl<K, V, R, F: FnMut(&K, &mut V) -> bool> Iterator for ExtractIf<K, V, R, F> { type Item = (K, V); }
