// Slices: the methods that need no allocation, their iterators, indexing and comparison.
use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::iter::FusedIterator;
use crate::mem::MaybeUninit;
use crate::ops::{Bound, Index, IndexMut, Range, RangeBounds, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};

impl<T> [T] {
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn first(&self) -> Option<&T>;
    pub fn first_mut(&mut self) -> Option<&mut T>;
    pub fn split_first(&self) -> Option<(&T, &[T])>;
    pub fn split_first_mut(&mut self) -> Option<(&mut T, &mut [T])>;
    pub fn split_last(&self) -> Option<(&T, &[T])>;
    pub fn split_last_mut(&mut self) -> Option<(&mut T, &mut [T])>;
    pub fn last(&self) -> Option<&T>;
    pub fn last_mut(&mut self) -> Option<&mut T>;
    pub fn first_chunk<const N: usize>(&self) -> Option<&[T; N]>;
    pub fn first_chunk_mut<const N: usize>(&mut self) -> Option<&mut [T; N]>;
    pub fn split_first_chunk<const N: usize>(&self) -> Option<(&[T; N], &[T])>;
    pub fn split_first_chunk_mut<const N: usize>(&mut self) -> Option<(&mut [T; N], &mut [T])>;
    pub fn split_last_chunk<const N: usize>(&self) -> Option<(&[T], &[T; N])>;
    pub fn split_last_chunk_mut<const N: usize>(&mut self) -> Option<(&mut [T], &mut [T; N])>;
    pub fn last_chunk<const N: usize>(&self) -> Option<&[T; N]>;
    pub fn last_chunk_mut<const N: usize>(&mut self) -> Option<&mut [T; N]>;
    pub fn get<I: SliceIndex<[T]>>(&self, index: I) -> Option<&I::Output>;
    pub fn get_mut<I: SliceIndex<[T]>>(&mut self, index: I) -> Option<&mut I::Output>;
    pub unsafe fn get_unchecked<I: SliceIndex<[T]>>(&self, index: I) -> &I::Output;
    pub unsafe fn get_unchecked_mut<I: SliceIndex<[T]>>(&mut self, index: I) -> &mut I::Output;
    pub fn as_ptr(&self) -> *const T;
    pub fn as_mut_ptr(&mut self) -> *mut T;
    pub fn as_ptr_range(&self) -> Range<*const T>;
    pub fn as_mut_ptr_range(&mut self) -> Range<*mut T>;
    pub fn as_array<const N: usize>(&self) -> Option<&[T; N]>;
    pub fn as_mut_array<const N: usize>(&mut self) -> Option<&mut [T; N]>;
    pub fn swap(&mut self, a: usize, b: usize);
    pub fn reverse(&mut self);
    pub fn iter(&self) -> Iter<T>;
    pub fn iter_mut(&mut self) -> IterMut<T>;
    pub fn windows(&self, size: usize) -> Windows<T>;
    pub fn chunks(&self, chunk_size: usize) -> Chunks<T>;
    pub fn chunks_mut(&mut self, chunk_size: usize) -> ChunksMut<T>;
    pub fn chunks_exact(&self, chunk_size: usize) -> ChunksExact<T>;
    pub fn chunks_exact_mut(&mut self, chunk_size: usize) -> ChunksExactMut<T>;
    pub unsafe fn as_chunks_unchecked<const N: usize>(&self) -> &[[T; N]];
    pub unsafe fn as_chunks_unchecked_mut<const N: usize>(&mut self) -> &mut [[T; N]];
    pub fn as_chunks<const N: usize>(&self) -> (&[[T; N]], &[T]);
    pub fn as_chunks_mut<const N: usize>(&mut self) -> (&mut [[T; N]], &mut [T]);
    pub fn as_rchunks<const N: usize>(&self) -> (&[T], &[[T; N]]);
    pub fn as_rchunks_mut<const N: usize>(&mut self) -> (&mut [T], &mut [[T; N]]);
    pub fn array_windows<const N: usize>(&self) -> ArrayWindows<T, N>;
    pub fn rchunks(&self, chunk_size: usize) -> RChunks<T>;
    pub fn rchunks_mut(&mut self, chunk_size: usize) -> RChunksMut<T>;
    pub fn rchunks_exact(&self, chunk_size: usize) -> RChunksExact<T>;
    pub fn rchunks_exact_mut(&mut self, chunk_size: usize) -> RChunksExactMut<T>;
    pub fn chunk_by<F: FnMut(&T, &T) -> bool>(&self, pred: F) -> ChunkBy<T, F> { pred(&self[0], &self[0]); loop {} }
    pub fn chunk_by_mut<F: FnMut(&T, &T) -> bool>(&mut self, pred: F) -> ChunkByMut<T, F> { pred(&self[0], &self[0]); loop {} }
    pub fn split_at(&self, mid: usize) -> (&[T], &[T]);
    pub fn split_at_mut(&mut self, mid: usize) -> (&mut [T], &mut [T]);
    pub unsafe fn split_at_unchecked(&self, mid: usize) -> (&[T], &[T]);
    pub unsafe fn split_at_mut_unchecked(&mut self, mid: usize) -> (&mut [T], &mut [T]);
    pub fn split_at_checked(&self, mid: usize) -> Option<(&[T], &[T])>;
    pub fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut [T], &mut [T])>;
    pub fn split<F: FnMut(&T) -> bool>(&self, pred: F) -> Split<T, F> { pred(&self[0]); loop {} }
    pub fn split_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> SplitMut<T, F> { pred(&self[0]); loop {} }
    pub fn split_inclusive<F: FnMut(&T) -> bool>(&self, pred: F) -> SplitInclusive<T, F> { pred(&self[0]); loop {} }
    pub fn split_inclusive_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> SplitInclusiveMut<T, F> { pred(&self[0]); loop {} }
    pub fn rsplit<F: FnMut(&T) -> bool>(&self, pred: F) -> RSplit<T, F> { pred(&self[0]); loop {} }
    pub fn rsplit_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> RSplitMut<T, F> { pred(&self[0]); loop {} }
    pub fn splitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> SplitN<T, F> { pred(&self[0]); loop {} }
    pub fn splitn_mut<F: FnMut(&T) -> bool>(&mut self, n: usize, pred: F) -> SplitNMut<T, F> { pred(&self[0]); loop {} }
    pub fn rsplitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> RSplitN<T, F> { pred(&self[0]); loop {} }
    pub fn rsplitn_mut<F: FnMut(&T) -> bool>(&mut self, n: usize, pred: F) -> RSplitNMut<T, F> { pred(&self[0]); loop {} }
    pub fn contains(&self, x: &T) -> bool where T: PartialEq { self[0].eq(x) }
    pub fn starts_with(&self, needle: &[T]) -> bool where T: PartialEq { self[0].eq(&needle[0]) }
    pub fn ends_with(&self, needle: &[T]) -> bool where T: PartialEq { self[0].eq(&needle[0]) }
    pub fn strip_prefix<P: SlicePattern<Item = T> + ?Sized>(&self, prefix: &P) -> Option<&[T]> where T: PartialEq;
    pub fn strip_suffix<P: SlicePattern<Item = T> + ?Sized>(&self, suffix: &P) -> Option<&[T]> where T: PartialEq;
    pub fn binary_search(&self, x: &T) -> Result<usize, usize> where T: Ord { self[0].cmp(x); loop {} }
    pub fn binary_search_by<F: FnMut(&T) -> Ordering>(&self, f: F) -> Result<usize, usize> { f(&self[0]); loop {} }
    pub fn binary_search_by_key<B: Ord, F: FnMut(&T) -> B>(&self, b: &B, f: F) -> Result<usize, usize> { f(&self[0]).cmp(b); loop {} }
    pub fn partition_point<P: FnMut(&T) -> bool>(&self, pred: P) -> usize { pred(&self[0]); loop {} }
    pub fn sort_unstable(&mut self) where T: Ord { self[0].cmp(&self[0]); }
    pub fn sort_unstable_by<F: FnMut(&T, &T) -> Ordering>(&mut self, compare: F) { compare(&self[0], &self[0]); }
    pub fn sort_unstable_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, f: F) { f(&self[0]).cmp(&f(&self[0])); }
    pub fn select_nth_unstable(&mut self, index: usize) -> (&mut [T], &mut T, &mut [T]) where T: Ord { self[0].cmp(&self[0]); loop {} }
    pub fn select_nth_unstable_by<F: FnMut(&T, &T) -> Ordering>(&mut self, index: usize, compare: F) -> (&mut [T], &mut T, &mut [T]) { compare(&self[0], &self[0]); loop {} }
    pub fn select_nth_unstable_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, index: usize, f: F) -> (&mut [T], &mut T, &mut [T]) { f(&self[0]).cmp(&f(&self[0])); loop {} }
    pub fn rotate_left(&mut self, mid: usize);
    pub fn rotate_right(&mut self, k: usize);
    pub fn fill(&mut self, value: T) where T: Clone { value.clone(); }
    pub fn fill_with<F: FnMut() -> T>(&mut self, f: F) { f(); }
    pub fn clone_from_slice(&mut self, src: &[T]) where T: Clone { src[0].clone(); }
    pub fn copy_from_slice(&mut self, src: &[T]) where T: Copy;
    pub fn copy_within<R: RangeBounds<usize>>(&mut self, src: R, dest: usize) where T: Copy;
    pub fn swap_with_slice(&mut self, other: &mut [T]);
    pub unsafe fn align_to<U>(&self) -> (&[T], &[U], &[T]);
    pub unsafe fn align_to_mut<U>(&mut self) -> (&mut [T], &mut [U], &mut [T]);
    pub fn is_sorted(&self) -> bool where T: PartialOrd { self[0].partial_cmp(&self[0]); loop {} }
    pub fn is_sorted_by<F: FnMut(&T, &T) -> bool>(&self, compare: F) -> bool { compare(&self[0], &self[0]) }
    pub fn is_sorted_by_key<F: FnMut(&T) -> K, K: PartialOrd>(&self, f: F) -> bool { f(&self[0]); loop {} }
    pub fn split_off<R: RangeBounds<usize>>(self: &mut &Self, range: R) -> Option<&Self>;
    pub fn split_off_mut<R: RangeBounds<usize>>(self: &mut &mut Self, range: R) -> Option<&mut Self>;
    pub fn split_off_first(self: &mut &Self) -> Option<&T>;
    pub fn split_off_first_mut(self: &mut &mut Self) -> Option<&mut T>;
    pub fn split_off_last(self: &mut &Self) -> Option<&T>;
    pub fn split_off_last_mut(self: &mut &mut Self) -> Option<&mut T>;
    pub fn element_offset(&self, element: &T) -> Option<usize>;
    pub unsafe fn get_disjoint_unchecked_mut<I, const N: usize>(&mut self, indices: [I; N]) -> [&mut I::Output; N] where I: SliceIndex<[T]>;
    pub fn get_disjoint_mut<I, const N: usize>(&mut self, indices: [I; N]) -> Result<[&mut I::Output; N], GetDisjointMutError> where I: SliceIndex<[T]>;
}
impl<T, const N: usize> [[T; N]] {
    pub fn as_flattened(&self) -> &[T];
    pub fn as_flattened_mut(&mut self) -> &mut [T];
}
impl [u8] {
    pub fn is_ascii(&self) -> bool;
    pub fn eq_ignore_ascii_case(&self, other: &[u8]) -> bool;
    pub fn make_ascii_uppercase(&mut self);
    pub fn make_ascii_lowercase(&mut self);
    pub fn escape_ascii(&self) -> EscapeAscii;
    pub fn trim_ascii_start(&self) -> &[u8];
    pub fn trim_ascii_end(&self) -> &[u8];
    pub fn trim_ascii(&self) -> &[u8];
    pub fn utf8_chunks(&self) -> crate::str::Utf8Chunks;
}
impl<T> [MaybeUninit<T>] {
    pub fn write_copy_of_slice(&mut self, src: &[T]) -> &mut [T] where T: Copy;
    pub fn write_clone_of_slice(&mut self, src: &[T]) -> &mut [T] where T: Clone;
    pub unsafe fn assume_init_drop(&mut self);
    pub unsafe fn assume_init_ref(&self) -> &[T];
    pub unsafe fn assume_init_mut(&mut self) -> &mut [T];
}
#[derive(Debug, Clone, PartialEq, Eq)] pub enum GetDisjointMutError { IndexOutOfBounds, OverlappingIndices }
impl fmt::Display for GetDisjointMutError {}
impl crate::error::Error for GetDisjointMutError {}

pub trait SlicePattern { type Item; fn as_slice(&self) -> &[Self::Item]; }
impl<T> SlicePattern for [T] { type Item = T; }
impl<T, const N: usize> SlicePattern for [T; N] { type Item = T; }

pub unsafe trait SliceIndex<T: ?Sized> {
    type Output: ?Sized;
}
impl<T> SliceIndex<[T]> for usize { type Output = T; }
impl<T> SliceIndex<[T]> for Range<usize> { type Output = [T]; }
impl<T> SliceIndex<[T]> for RangeTo<usize> { type Output = [T]; }
impl<T> SliceIndex<[T]> for RangeFrom<usize> { type Output = [T]; }
impl<T> SliceIndex<[T]> for RangeFull { type Output = [T]; }
impl<T> SliceIndex<[T]> for RangeInclusive<usize> { type Output = [T]; }
impl<T> SliceIndex<[T]> for RangeToInclusive<usize> { type Output = [T]; }
impl<T> SliceIndex<[T]> for (Bound<usize>, Bound<usize>) { type Output = [T]; }
impl<T, I: SliceIndex<[T]>> Index<I> for [T] { type Output = I::Output; }
impl<T, I: SliceIndex<[T]>> IndexMut<I> for [T] {}

pub unsafe fn from_raw_parts<'a, T>(data: *const T, len: usize) -> &'a [T];
pub unsafe fn from_raw_parts_mut<'a, T>(data: *mut T, len: usize) -> &'a mut [T];
pub fn from_ref<T>(s: &T) -> &[T];
pub fn from_mut<T>(s: &mut T) -> &mut [T];

impl<T: PartialEq<U>, U> PartialEq<[U]> for [T] { fn eq(&self, other: &[U]) -> bool { self[0].eq(&other[0]) } }
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for [T] { fn eq(&self, other: &[U; N]) -> bool { self[0].eq(&other[0]) } }
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for &[T] { fn eq(&self, other: &[U; N]) -> bool { self[0].eq(&other[0]) } }
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for &mut [T] { fn eq(&self, other: &[U; N]) -> bool { self[0].eq(&other[0]) } }
impl<T: Eq> Eq for [T] {}
impl<T: PartialOrd> PartialOrd for [T] { fn partial_cmp(&self, other: &[T]) -> Option<Ordering> { self[0].partial_cmp(&other[0]) } }
impl<T: Ord> Ord for [T] { fn cmp(&self, other: &[T]) -> Ordering { self[0].cmp(&other[0]) } }
impl<T: Hash> Hash for [T] { fn hash<H: Hasher>(&self, state: &mut H) { self[0].hash(state) } }
impl<T: fmt::Debug> fmt::Debug for [T] { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self[0].fmt(f) } }
impl<T> IntoIterator for &[T] { type Item = &T; type IntoIter = Iter<T>; }
impl<T> IntoIterator for &mut [T] { type Item = &mut T; type IntoIter = IterMut<T>; }

#[derive(Debug)] pub struct Iter<'a, T>(&'a T);
impl<'a, T> Iter<'a, T> { pub fn as_slice(&self) -> &'a [T]; }
impl<T> AsRef<[T]> for Iter<T> {}
impl<T> Default for Iter<T> {}
impl<T> Clone for Iter<T> {}
impl<'a, T> Iterator for Iter<'a, T> { type Item = &'a T; }
#[derive(Debug)] pub struct IterMut<'a, T>(&'a mut T);
impl<'a, T> IterMut<'a, T> { pub fn into_slice(self) -> &'a mut [T]; pub fn as_slice(&self) -> &[T]; pub fn as_mut_slice(&mut self) -> &mut [T]; }
impl<T> AsRef<[T]> for IterMut<T> {}
impl<T> Default for IterMut<T> {}
impl<'a, T> Iterator for IterMut<'a, T> { type Item = &'a mut T; }
#[derive(Debug)] pub struct Windows<'a, T>(&'a [T]);
impl<T> Clone for Windows<T> {}
impl<'a, T> Iterator for Windows<'a, T> { type Item = &'a [T]; }
#[derive(Debug)] pub struct Chunks<'a, T>(&'a [T]);
impl<T> Clone for Chunks<T> {}
impl<'a, T> Iterator for Chunks<'a, T> { type Item = &'a [T]; }
#[derive(Debug)] pub struct ChunksExact<'a, T>(&'a [T]);
impl<T> Clone for ChunksExact<T> {}
impl<'a, T> ChunksExact<'a, T> { pub fn remainder(&self) -> &'a [T]; }
impl<'a, T> Iterator for ChunksExact<'a, T> { type Item = &'a [T]; }
#[derive(Debug)] pub struct RChunks<'a, T>(&'a [T]);
impl<T> Clone for RChunks<T> {}
impl<'a, T> Iterator for RChunks<'a, T> { type Item = &'a [T]; }
#[derive(Debug)] pub struct RChunksExact<'a, T>(&'a [T]);
impl<T> Clone for RChunksExact<T> {}
impl<'a, T> RChunksExact<'a, T> { pub fn remainder(&self) -> &'a [T]; }
impl<'a, T> Iterator for RChunksExact<'a, T> { type Item = &'a [T]; }
#[derive(Debug)] pub struct ChunksMut<'a, T>(&'a mut [T]);
impl<'a, T> Iterator for ChunksMut<'a, T> { type Item = &'a mut [T]; }
#[derive(Debug)] pub struct ChunksExactMut<'a, T>(&'a mut [T]);
impl<'a, T> ChunksExactMut<'a, T> { pub fn into_remainder(self) -> &'a mut [T]; }
impl<'a, T> Iterator for ChunksExactMut<'a, T> { type Item = &'a mut [T]; }
#[derive(Debug)] pub struct RChunksMut<'a, T>(&'a mut [T]);
impl<'a, T> Iterator for RChunksMut<'a, T> { type Item = &'a mut [T]; }
#[derive(Debug)] pub struct RChunksExactMut<'a, T>(&'a mut [T]);
impl<'a, T> RChunksExactMut<'a, T> { pub fn into_remainder(self) -> &'a mut [T]; }
impl<'a, T> Iterator for RChunksExactMut<'a, T> { type Item = &'a mut [T]; }
#[derive(Debug)] pub struct ArrayWindows<'a, T, const N: usize>(&'a [T]);
impl<T, const N: usize> Clone for ArrayWindows<T, N> {}
impl<'a, T, const N: usize> Iterator for ArrayWindows<'a, T, N> { type Item = &'a [T; N]; }
impl<T, const N: usize> DoubleEndedIterator for ArrayWindows<T, N> {}
impl<T, const N: usize> ExactSizeIterator for ArrayWindows<T, N> {}
impl<T> DoubleEndedIterator for Iter<T> {}
impl<T> ExactSizeIterator for Iter<T> {}
impl<T> FusedIterator for Iter<T> {}
impl<T> DoubleEndedIterator for IterMut<T> {}
impl<T> ExactSizeIterator for IterMut<T> {}
impl<T> FusedIterator for IterMut<T> {}
impl<T> DoubleEndedIterator for Windows<T> {}
impl<T> ExactSizeIterator for Windows<T> {}
impl<T> FusedIterator for Windows<T> {}
impl<T> DoubleEndedIterator for Chunks<T> {}
impl<T> ExactSizeIterator for Chunks<T> {}
impl<T> FusedIterator for Chunks<T> {}
impl<T> DoubleEndedIterator for ChunksExact<T> {}
impl<T> ExactSizeIterator for ChunksExact<T> {}
impl<T> FusedIterator for ChunksExact<T> {}
impl<T> DoubleEndedIterator for RChunks<T> {}
impl<T> ExactSizeIterator for RChunks<T> {}
impl<T> FusedIterator for RChunks<T> {}
impl<T> DoubleEndedIterator for RChunksExact<T> {}
impl<T> ExactSizeIterator for RChunksExact<T> {}
impl<T> FusedIterator for RChunksExact<T> {}
impl<T> DoubleEndedIterator for ChunksMut<T> {}
impl<T> ExactSizeIterator for ChunksMut<T> {}
impl<T> FusedIterator for ChunksMut<T> {}
impl<T> DoubleEndedIterator for ChunksExactMut<T> {}
impl<T> ExactSizeIterator for ChunksExactMut<T> {}
impl<T> FusedIterator for ChunksExactMut<T> {}
impl<T> DoubleEndedIterator for RChunksMut<T> {}
impl<T> ExactSizeIterator for RChunksMut<T> {}
impl<T> FusedIterator for RChunksMut<T> {}
impl<T> DoubleEndedIterator for RChunksExactMut<T> {}
impl<T> ExactSizeIterator for RChunksExactMut<T> {}
impl<T> FusedIterator for RChunksExactMut<T> {}
#[derive(Clone)] pub struct Split<'a, T, P>(&'a [T], P);
impl<'a, T, P: FnMut(&T) -> bool> Iterator for Split<'a, T, P> { type Item = &'a [T]; }
impl<T, P: FnMut(&T) -> bool> DoubleEndedIterator for Split<T, P> {}
#[derive(Clone)] pub struct SplitInclusive<'a, T, P>(&'a [T], P);
impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitInclusive<'a, T, P> { type Item = &'a [T]; }
impl<T, P: FnMut(&T) -> bool> DoubleEndedIterator for SplitInclusive<T, P> {}
#[derive(Clone)] pub struct RSplit<'a, T, P>(&'a [T], P);
impl<'a, T, P: FnMut(&T) -> bool> Iterator for RSplit<'a, T, P> { type Item = &'a [T]; }
impl<T, P: FnMut(&T) -> bool> DoubleEndedIterator for RSplit<T, P> {}
#[derive(Clone)] pub struct SplitN<'a, T, P>(&'a [T], P);
impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitN<'a, T, P> { type Item = &'a [T]; }
#[derive(Clone)] pub struct RSplitN<'a, T, P>(&'a [T], P);
impl<'a, T, P: FnMut(&T) -> bool> Iterator for RSplitN<'a, T, P> { type Item = &'a [T]; }
#[derive(Clone)] pub struct ChunkBy<'a, T, P>(&'a [T], P);
impl<'a, T, P: FnMut(&T, &T) -> bool> Iterator for ChunkBy<'a, T, P> { type Item = &'a [T]; }
impl<T, P: FnMut(&T, &T) -> bool> DoubleEndedIterator for ChunkBy<T, P> {}
pub struct SplitMut<'a, T, P>(&'a mut [T], P);
impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitMut<'a, T, P> { type Item = &'a mut [T]; }
impl<T, P: FnMut(&T) -> bool> DoubleEndedIterator for SplitMut<T, P> {}
pub struct SplitInclusiveMut<'a, T, P>(&'a mut [T], P);
impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitInclusiveMut<'a, T, P> { type Item = &'a mut [T]; }
impl<T, P: FnMut(&T) -> bool> DoubleEndedIterator for SplitInclusiveMut<T, P> {}
pub struct RSplitMut<'a, T, P>(&'a mut [T], P);
impl<'a, T, P: FnMut(&T) -> bool> Iterator for RSplitMut<'a, T, P> { type Item = &'a mut [T]; }
impl<T, P: FnMut(&T) -> bool> DoubleEndedIterator for RSplitMut<T, P> {}
pub struct SplitNMut<'a, T, P>(&'a mut [T], P);
impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitNMut<'a, T, P> { type Item = &'a mut [T]; }
pub struct RSplitNMut<'a, T, P>(&'a mut [T], P);
impl<'a, T, P: FnMut(&T) -> bool> Iterator for RSplitNMut<'a, T, P> { type Item = &'a mut [T]; }
pub struct ChunkByMut<'a, T, P>(&'a mut [T], P);
impl<'a, T, P: FnMut(&T, &T) -> bool> Iterator for ChunkByMut<'a, T, P> { type Item = &'a mut [T]; }
impl<T, P: FnMut(&T, &T) -> bool> DoubleEndedIterator for ChunkByMut<T, P> {}
#[derive(Clone)] pub struct EscapeAscii<'a>(&'a [u8]);
impl Iterator for EscapeAscii { type Item = u8; }
impl DoubleEndedIterator for EscapeAscii {}
impl fmt::Display for EscapeAscii {}
impl fmt::Debug for EscapeAscii {}
