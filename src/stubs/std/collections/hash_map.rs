// HashMap. Key look-ups call the key's `Hash` and `Eq`.
pub use crate::hash::{DefaultHasher, RandomState};
use ::alloc::collections::TryReserveError;
use ::core::borrow::Borrow;
use ::core::fmt;
use ::core::hash::{BuildHasher, Hash};
use ::core::iter::{FromIterator, FusedIterator};
use ::core::ops::Index;

#[derive(Clone)] pub struct HashMap<K, V, S = RandomState> { k: K, v: V, hash_builder: S }
impl<K, V> HashMap<K, V, RandomState> {
    pub fn new() -> HashMap<K, V, RandomState>;
    pub fn with_capacity(capacity: usize) -> HashMap<K, V, RandomState>;
}
impl<K, V, S> HashMap<K, V, S> {
    pub fn with_hasher(hash_builder: S) -> HashMap<K, V, S>;
    pub fn with_capacity_and_hasher(capacity: usize, hash_builder: S) -> HashMap<K, V, S>;
    pub fn capacity(&self) -> usize;
    pub fn keys(&self) -> Keys<K, V>;
    pub fn into_keys(self) -> IntoKeys<K, V>;
    pub fn values(&self) -> Values<K, V>;
    pub fn values_mut(&mut self) -> ValuesMut<K, V>;
    pub fn into_values(self) -> IntoValues<K, V>;
    pub fn iter(&self) -> Iter<K, V>;
    pub fn iter_mut(&mut self) -> IterMut<K, V>;
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn drain(&mut self) -> Drain<K, V>;
    pub fn extract_if<F: FnMut(&K, &mut V) -> bool>(&mut self, pred: F) -> ExtractIf<K, V, F> { pred(&self.k, &mut self.v); loop {} }
    pub fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, f: F) { f(&self.k, &mut self.v); }
    pub fn clear(&mut self);
    pub fn hasher(&self) -> &S;
}
impl<K: Eq + Hash, V, S: BuildHasher> HashMap<K, V, S> {
    pub fn reserve(&mut self, additional: usize) { self.k.hash(&mut self.hash_builder.build_hasher()); }
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError>;
    pub fn shrink_to_fit(&mut self);
    pub fn shrink_to(&mut self, min_capacity: usize);
    pub fn entry(&mut self, key: K) -> Entry<K, V> { key.hash(&mut self.hash_builder.build_hasher()); key.eq(&self.k); loop {} }
    pub fn insert(&mut self, k: K, v: V) -> Option<V> { k.hash(&mut self.hash_builder.build_hasher()); k.eq(&self.k); loop {} }
    pub fn get<Q: ?Sized + Hash + Eq>(&self, k: &Q) -> Option<&V> where K: Borrow<Q> { k.hash(&mut self.hash_builder.build_hasher()); k.eq(self.k.borrow()); loop {} }
    pub fn get_key_value<Q: ?Sized + Hash + Eq>(&self, k: &Q) -> Option<(&K, &V)> where K: Borrow<Q> { k.hash(&mut self.hash_builder.build_hasher()); k.eq(self.k.borrow()); loop {} }
    pub fn contains_key<Q: ?Sized + Hash + Eq>(&self, k: &Q) -> bool where K: Borrow<Q> { k.hash(&mut self.hash_builder.build_hasher()); k.eq(self.k.borrow()); loop {} }
    pub fn get_mut<Q: ?Sized + Hash + Eq>(&mut self, k: &Q) -> Option<&mut V> where K: Borrow<Q> { k.hash(&mut self.hash_builder.build_hasher()); k.eq(self.k.borrow()); loop {} }
    pub fn remove<Q: ?Sized + Hash + Eq>(&mut self, k: &Q) -> Option<V> where K: Borrow<Q> { k.hash(&mut self.hash_builder.build_hasher()); k.eq(self.k.borrow()); loop {} }
    pub fn remove_entry<Q: ?Sized + Hash + Eq>(&mut self, k: &Q) -> Option<(K, V)> where K: Borrow<Q> { k.hash(&mut self.hash_builder.build_hasher()); k.eq(self.k.borrow()); loop {} }
    pub fn get_disjoint_mut<Q: ?Sized + Hash + Eq, const N: usize>(&mut self, ks: [&Q; N]) -> [Option<&mut V>; N] where K: Borrow<Q> { ks[0].hash(&mut self.hash_builder.build_hasher()); ks[0].eq(self.k.borrow()); loop {} }
}
impl<K: Eq + Hash, V: PartialEq, S: BuildHasher> PartialEq for HashMap<K, V, S> { fn eq(&self, other: &Self) -> bool { other.get(&self.k); self.v.eq(&other.v) } }
impl<K: Eq + Hash, V: Eq, S: BuildHasher> Eq for HashMap<K, V, S> {}
impl<K: fmt::Debug, V: fmt::Debug, S> fmt::Debug for HashMap<K, V, S> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.k.fmt(f); self.v.fmt(f) } }
impl<K, V, S: Default> Default for HashMap<K, V, S> { fn default() -> Self { HashMap::with_hasher(S::default()) } }
impl<K: Eq + Hash + Borrow<Q>, Q: ?Sized + Eq + Hash, V, S: BuildHasher> Index<&Q> for HashMap<K, V, S> { type Output = V; fn index(&self, key: &Q) -> &V { self.get(key).unwrap() } }
impl<K: Eq + Hash, V, S: BuildHasher + Default> FromIterator<(K, V)> for HashMap<K, V, S> { fn from_iter<T: IntoIterator<Item = (K, V)>>(iter: T) -> Self { let map = HashMap::with_hasher(S::default()); map.extend(iter); map } }
impl<K: Eq + Hash, V, S: BuildHasher> Extend<(K, V)> for HashMap<K, V, S> { fn extend<T: IntoIterator<Item = (K, V)>>(&mut self, iter: T) { let (k, v) = iter.into_iter().next().unwrap(); self.insert(k, v); } }
impl<'a, K: Eq + Hash + Copy, V: Copy, S: BuildHasher> Extend<(&'a K, &'a V)> for HashMap<K, V, S> {}
impl<K: Eq + Hash, V, const N: usize> From<[(K, V); N]> for HashMap<K, V, RandomState> {}
impl<K, V, S> IntoIterator for HashMap<K, V, S> { type Item = (K, V); type IntoIter = IntoIter<K, V>; }
impl<'a, K, V, S> IntoIterator for &'a HashMap<K, V, S> { type Item = (&'a K, &'a V); type IntoIter = Iter<'a, K, V>; }
impl<'a, K, V, S> IntoIterator for &'a mut HashMap<K, V, S> { type Item = (&'a K, &'a mut V); type IntoIter = IterMut<'a, K, V>; }

pub enum Entry<'a, K: 'a, V: 'a> { Occupied(OccupiedEntry<'a, K, V>), Vacant(VacantEntry<'a, K, V>) }
pub struct OccupiedEntry<'a, K: 'a, V: 'a> { k: &'a K, v: &'a V }
pub struct VacantEntry<'a, K: 'a, V: 'a> { k: K, v: &'a V }
impl<'a, K, V> Entry<'a, K, V> {
    pub fn or_insert(self, default: V) -> &'a mut V;
    pub fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &'a mut V { default(); loop {} }
    pub fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &'a mut V { default(self.key()); loop {} }
    pub fn key(&self) -> &K;
    pub fn and_modify<F: FnOnce(&mut V)>(self, f: F) -> Self { f(loop {}); self }
    pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V>;
    pub fn or_default(self) -> &'a mut V where V: Default { V::default(); loop {} }
}
impl<'a, K, V> OccupiedEntry<'a, K, V> {
    pub fn key(&self) -> &K;
    pub fn remove_entry(self) -> (K, V);
    pub fn get(&self) -> &V;
    pub fn get_mut(&mut self) -> &mut V;
    pub fn into_mut(self) -> &'a mut V;
    pub fn insert(&mut self, value: V) -> V;
    pub fn remove(self) -> V;
}
impl<'a, K, V> VacantEntry<'a, K, V> {
    pub fn key(&self) -> &K;
    pub fn into_key(self) -> K;
    pub fn insert(self, value: V) -> &'a mut V;
    pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V>;
}
impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Entry<K, V> {}
impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for OccupiedEntry<K, V> {}
impl<K: fmt::Debug, V> fmt::Debug for VacantEntry<K, V> {}
pub struct ExtractIf<'a, K, V, F>(&'a (K, V), F);
impl<K, V, F: FnMut(&K, &mut V) -> bool> Iterator for ExtractIf<K, V, F> { type Item = (K, V); }
#[derive(Debug)] pub struct Iter<'a, K, V>(&'a K, &'a V);
impl<K, V> Clone for Iter<K, V> {}
impl<'a, K, V> Iterator for Iter<'a, K, V> { type Item = (&'a K, &'a V); }
impl<K, V> ExactSizeIterator for Iter<K, V> {}
impl<K, V> FusedIterator for Iter<K, V> {}
#[derive(Debug)] pub struct IterMut<'a, K, V>(&'a K, &'a V);
impl<'a, K, V> Iterator for IterMut<'a, K, V> { type Item = (&'a K, &'a mut V); }
impl<K, V> ExactSizeIterator for IterMut<K, V> {}
impl<K, V> FusedIterator for IterMut<K, V> {}
#[derive(Debug)] pub struct IntoIter<K, V>(K, V);
impl<K, V> Iterator for IntoIter<K, V> { type Item = (K, V); }
impl<K, V> ExactSizeIterator for IntoIter<K, V> {}
impl<K, V> FusedIterator for IntoIter<K, V> {}
#[derive(Debug)] pub struct Keys<'a, K, V>(&'a K, &'a V);
impl<K, V> Clone for Keys<K, V> {}
impl<'a, K, V> Iterator for Keys<'a, K, V> { type Item = &'a K; }
impl<K, V> ExactSizeIterator for Keys<K, V> {}
impl<K, V> FusedIterator for Keys<K, V> {}
#[derive(Debug)] pub struct Values<'a, K, V>(&'a K, &'a V);
impl<K, V> Clone for Values<K, V> {}
impl<'a, K, V> Iterator for Values<'a, K, V> { type Item = &'a V; }
impl<K, V> ExactSizeIterator for Values<K, V> {}
impl<K, V> FusedIterator for Values<K, V> {}
#[derive(Debug)] pub struct ValuesMut<'a, K, V>(&'a K, &'a V);
impl<'a, K, V> Iterator for ValuesMut<'a, K, V> { type Item = &'a mut V; }
impl<K, V> ExactSizeIterator for ValuesMut<K, V> {}
impl<K, V> FusedIterator for ValuesMut<K, V> {}
#[derive(Debug)] pub struct IntoKeys<K, V>(K, V);
impl<K, V> Iterator for IntoKeys<K, V> { type Item = K; }
impl<K, V> ExactSizeIterator for IntoKeys<K, V> {}
impl<K, V> FusedIterator for IntoKeys<K, V> {}
#[derive(Debug)] pub struct IntoValues<K, V>(K, V);
impl<K, V> Iterator for IntoValues<K, V> { type Item = V; }
impl<K, V> ExactSizeIterator for IntoValues<K, V> {}
impl<K, V> FusedIterator for IntoValues<K, V> {}
#[derive(Debug)] pub struct Drain<'a, K, V>(&'a K, &'a V);
impl<K, V> Iterator for Drain<K, V> { type Item = (K, V); }
impl<K, V> ExactSizeIterator for Drain<K, V> {}
impl<K, V> FusedIterator for Drain<K, V> {}
