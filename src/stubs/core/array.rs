// Arrays: their own methods, by-value iteration and conversions.
use crate::cmp::Ordering;
use crate::error::Error;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::iter::FusedIterator;
use crate::ops::{Index, IndexMut};
use crate::slice::{Iter, IterMut, SliceIndex};

impl<T, const N: usize> [T; N] {
    pub fn map<F: FnMut(T) -> U, U>(self, f: F) -> [U; N] { f(self[0]); loop {} }
    pub fn as_slice(&self) -> &[T];
    pub fn as_mut_slice(&mut self) -> &mut [T];
    pub fn each_ref(&self) -> [&T; N];
    pub fn each_mut(&mut self) -> [&mut T; N];
}
pub fn from_fn<T, const N: usize, F: FnMut(usize) -> T>(f: F) -> [T; N] { f(0); loop {} }
pub fn from_ref<T>(s: &T) -> &[T; 1];
pub fn from_mut<T>(s: &mut T) -> &mut [T; 1];
pub fn repeat<T: Clone, const N: usize>(val: T) -> [T; N] { val.clone(); loop {} }

#[derive(Debug, Copy, Clone)] pub struct TryFromSliceError(());
impl fmt::Display for TryFromSliceError {}
impl Error for TryFromSliceError {}

#[derive(Clone, Debug)] pub struct IntoIter<T, const N: usize>(T);
impl<T, const N: usize> IntoIter<T, N> { pub fn new(array: [T; N]) -> IntoIter<T, N>; pub fn as_slice(&self) -> &[T]; pub fn as_mut_slice(&mut self) -> &mut [T]; }
impl<T, const N: usize> Iterator for IntoIter<T, N> { type Item = T; }
impl<T, const N: usize> DoubleEndedIterator for IntoIter<T, N> {}
impl<T, const N: usize> ExactSizeIterator for IntoIter<T, N> {}
impl<T, const N: usize> FusedIterator for IntoIter<T, N> {}
impl<T, const N: usize> IntoIterator for [T; N] { type Item = T; type IntoIter = IntoIter<T, N>; }
impl<'a, T, const N: usize> IntoIterator for &'a [T; N] { type Item = &'a T; type IntoIter = Iter<'a, T>; }
impl<'a, T, const N: usize> IntoIterator for &'a mut [T; N] { type Item = &'a mut T; type IntoIter = IterMut<'a, T>; }
impl<T, I, const N: usize> Index<I> for [T; N] where [T]: Index<I> { type Output = <[T] as Index<I>>::Output; }
impl<T, I, const N: usize> IndexMut<I> for [T; N] where I: SliceIndex<[T]> {}
impl<T, const N: usize> AsRef<[T]> for [T; N] {}
impl<T, const N: usize> AsMut<[T]> for [T; N] {}
impl<T: Copy, const N: usize> TryFrom<&[T]> for [T; N] { type Error = TryFromSliceError; }
impl<T: Copy, const N: usize> TryFrom<&mut [T]> for [T; N] { type Error = TryFromSliceError; }
impl<'a, T, const N: usize> TryFrom<&'a [T]> for &'a [T; N] { type Error = TryFromSliceError; }
impl<'a, T, const N: usize> TryFrom<&'a mut [T]> for &'a mut [T; N] { type Error = TryFromSliceError; }
impl<T: Clone, const N: usize> Clone for [T; N] { fn clone(&self) -> Self { self[0].clone(); loop {} } }
impl<T: Copy, const N: usize> Copy for [T; N] {}
impl<T: Hash, const N: usize> Hash for [T; N] { fn hash<H: Hasher>(&self, state: &mut H) { self[0].hash(state) } }
impl<T: fmt::Debug, const N: usize> fmt::Debug for [T; N] { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self[0].fmt(f) } }
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for [T; N] { fn eq(&self, other: &[U; N]) -> bool { self[0].eq(&other[0]) } }
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U]> for [T; N] { fn eq(&self, other: &[U]) -> bool { self[0].eq(&other[0]) } }
impl<T: PartialEq<U>, U, const N: usize> PartialEq<&[U]> for [T; N] { fn eq(&self, other: &&[U]) -> bool { self[0].eq(&other[0]) } }
impl<T: PartialEq<U>, U, const N: usize> PartialEq<&mut [U]> for [T; N] { fn eq(&self, other: &&mut [U]) -> bool { self[0].eq(&other[0]) } }
impl<T: Eq, const N: usize> Eq for [T; N] {}
impl<T: PartialOrd, const N: usize> PartialOrd for [T; N] { fn partial_cmp(&self, other: &[T; N]) -> Option<Ordering> { self[0].partial_cmp(&other[0]) } }
impl<T: Ord, const N: usize> Ord for [T; N] { fn cmp(&self, other: &[T; N]) -> Ordering { self[0].cmp(&other[0]) } }
impl<T> From<(T, T)> for [T; 2] {}
impl<T> From<(T, T, T)> for [T; 3] {}
impl<T> From<(T, T, T, T)> for [T; 4] {}
impl<T> From<[T; 2]> for (T, T) {}
impl<T> From<[T; 3]> for (T, T, T) {}
impl<T> From<[T; 4]> for (T, T, T, T) {}
impl From<crate::convert::Infallible> for TryFromSliceError {}
