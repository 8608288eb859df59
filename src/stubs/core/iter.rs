// Iterator and its companions, the adapters and the sources.
// An adapter's construction shows the closure being called, since that is who reaches user code; `next` of an
// adapter shows the inner `next`.
use crate::cmp::Ordering;
use crate::fmt;
use crate::marker::PhantomData;
use crate::ops::Try;
pub use crate::ops::Step;

pub trait Iterator {
    type Item;
    fn next(&mut self) -> Option<Self::Item>;
    fn size_hint(&self) -> (usize, Option<usize>) { loop {} }
    fn count(self) -> usize where Self: Sized { self.next(); loop {} }
    fn last(self) -> Option<Self::Item> where Self: Sized { self.next() }
    fn nth(&mut self, n: usize) -> Option<Self::Item> { self.next() }
    fn step_by(self, step: usize) -> StepBy<Self> where Self: Sized { loop {} }
    fn chain<U: IntoIterator<Item = Self::Item>>(self, other: U) -> Chain<Self, U::IntoIter> where Self: Sized { other.into_iter(); loop {} }
    fn zip<U: IntoIterator>(self, other: U) -> Zip<Self, U::IntoIter> where Self: Sized { other.into_iter(); loop {} }
    fn map<B, F: FnMut(Self::Item) -> B>(self, f: F) -> Map<Self, F> where Self: Sized { f(self.next().unwrap()); loop {} }
    fn for_each<F: FnMut(Self::Item)>(self, f: F) where Self: Sized { f(self.next().unwrap()) }
    fn filter<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> Filter<Self, P> where Self: Sized { predicate(&self.next().unwrap()); loop {} }
    fn filter_map<B, F: FnMut(Self::Item) -> Option<B>>(self, f: F) -> FilterMap<Self, F> where Self: Sized { f(self.next().unwrap()); loop {} }
    fn enumerate(self) -> Enumerate<Self> where Self: Sized { loop {} }
    fn peekable(self) -> Peekable<Self> where Self: Sized { loop {} }
    fn skip_while<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> SkipWhile<Self, P> where Self: Sized { predicate(&self.next().unwrap()); loop {} }
    fn take_while<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> TakeWhile<Self, P> where Self: Sized { predicate(&self.next().unwrap()); loop {} }
    fn map_while<B, P: FnMut(Self::Item) -> Option<B>>(self, predicate: P) -> MapWhile<Self, P> where Self: Sized { predicate(self.next().unwrap()); loop {} }
    fn skip(self, n: usize) -> Skip<Self> where Self: Sized { loop {} }
    fn take(self, n: usize) -> Take<Self> where Self: Sized { loop {} }
    fn scan<St, B, F: FnMut(&mut St, Self::Item) -> Option<B>>(self, initial_state: St, f: F) -> Scan<Self, St, F> where Self: Sized { f(&mut initial_state, self.next().unwrap()); loop {} }
    fn flat_map<U: IntoIterator, F: FnMut(Self::Item) -> U>(self, f: F) -> FlatMap<Self, U, F> where Self: Sized { f(self.next().unwrap()).into_iter().next(); loop {} }
    fn flatten(self) -> Flatten<Self> where Self: Sized, Self::Item: IntoIterator { self.next().unwrap().into_iter(); loop {} }
    fn fuse(self) -> Fuse<Self> where Self: Sized { loop {} }
    fn inspect<F: FnMut(&Self::Item)>(self, f: F) -> Inspect<Self, F> where Self: Sized { f(&self.next().unwrap()); loop {} }
    fn by_ref(&mut self) -> &mut Self where Self: Sized { self }
    fn collect<B: FromIterator<Self::Item>>(self) -> B where Self: Sized { self.next(); B::from_iter(self) }
    fn partition<B: Default + Extend<Self::Item>, F: FnMut(&Self::Item) -> bool>(self, f: F) -> (B, B) where Self: Sized { f(&self.next().unwrap()); B::default().extend(self); loop {} }
    fn try_fold<B, F: FnMut(B, Self::Item) -> R, R: Try<Output = B>>(&mut self, init: B, f: F) -> R where Self: Sized { f(init, self.next().unwrap()) }
    fn try_for_each<F: FnMut(Self::Item) -> R, R: Try<Output = ()>>(&mut self, f: F) -> R where Self: Sized { f(self.next().unwrap()) }
    fn fold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, f: F) -> B where Self: Sized { f(init, self.next().unwrap()) }
    fn reduce<F: FnMut(Self::Item, Self::Item) -> Self::Item>(self, f: F) -> Option<Self::Item> where Self: Sized { Some(f(self.next().unwrap(), self.next().unwrap())) }
    fn all<F: FnMut(Self::Item) -> bool>(&mut self, f: F) -> bool where Self: Sized { f(self.next().unwrap()) }
    fn any<F: FnMut(Self::Item) -> bool>(&mut self, f: F) -> bool where Self: Sized { f(self.next().unwrap()) }
    fn find<P: FnMut(&Self::Item) -> bool>(&mut self, predicate: P) -> Option<Self::Item> where Self: Sized { predicate(&self.next().unwrap()); loop {} }
    fn find_map<B, F: FnMut(Self::Item) -> Option<B>>(&mut self, f: F) -> Option<B> where Self: Sized { f(self.next().unwrap()) }
    fn position<P: FnMut(Self::Item) -> bool>(&mut self, predicate: P) -> Option<usize> where Self: Sized { predicate(self.next().unwrap()); loop {} }
    fn rposition<P: FnMut(Self::Item) -> bool>(&mut self, predicate: P) -> Option<usize> where Self: Sized + ExactSizeIterator + DoubleEndedIterator { predicate(self.next_back().unwrap()); loop {} }
    fn max(self) -> Option<Self::Item> where Self: Sized, Self::Item: Ord { self.next().unwrap().cmp(&self.next().unwrap()); loop {} }
    fn min(self) -> Option<Self::Item> where Self: Sized, Self::Item: Ord { self.next().unwrap().cmp(&self.next().unwrap()); loop {} }
    fn max_by_key<B: Ord, F: FnMut(&Self::Item) -> B>(self, f: F) -> Option<Self::Item> where Self: Sized { f(&self.next().unwrap()).cmp(loop {}); loop {} }
    fn max_by<F: FnMut(&Self::Item, &Self::Item) -> Ordering>(self, compare: F) -> Option<Self::Item> where Self: Sized { compare(&self.next().unwrap(), &self.next().unwrap()); loop {} }
    fn min_by_key<B: Ord, F: FnMut(&Self::Item) -> B>(self, f: F) -> Option<Self::Item> where Self: Sized { f(&self.next().unwrap()).cmp(loop {}); loop {} }
    fn min_by<F: FnMut(&Self::Item, &Self::Item) -> Ordering>(self, compare: F) -> Option<Self::Item> where Self: Sized { compare(&self.next().unwrap(), &self.next().unwrap()); loop {} }
    fn rev(self) -> Rev<Self> where Self: Sized + DoubleEndedIterator { self.next_back(); loop {} }
    fn unzip<A, B, FromA: Default + Extend<A>, FromB: Default + Extend<B>>(self) -> (FromA, FromB) where Self: Sized + Iterator<Item = (A, B)> { self.next(); loop {} }
    fn copied<'a, T: 'a + Copy>(self) -> Copied<Self> where Self: Sized + Iterator<Item = &'a T> { loop {} }
    fn cloned<'a, T: 'a + Clone>(self) -> Cloned<Self> where Self: Sized + Iterator<Item = &'a T> { self.next().unwrap().clone(); loop {} }
    fn cycle(self) -> Cycle<Self> where Self: Sized + Clone { loop {} }
    fn sum<S: Sum<Self::Item>>(self) -> S where Self: Sized { S::sum(self) }
    fn product<P: Product<Self::Item>>(self) -> P where Self: Sized { P::product(self) }
    fn cmp<I: IntoIterator<Item = Self::Item>>(self, other: I) -> Ordering where Self::Item: Ord, Self: Sized { self.next().unwrap().cmp(&other.into_iter().next().unwrap()) }
    fn partial_cmp<I: IntoIterator>(self, other: I) -> Option<Ordering> where Self::Item: PartialOrd<I::Item>, Self: Sized { self.next().unwrap().partial_cmp(&other.into_iter().next().unwrap()) }
    fn eq<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialEq<I::Item>, Self: Sized { self.next().unwrap() == other.into_iter().next().unwrap() }
    fn ne<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialEq<I::Item>, Self: Sized { self.next().unwrap() == other.into_iter().next().unwrap() }
    fn lt<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialOrd<I::Item>, Self: Sized { loop {} }
    fn le<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialOrd<I::Item>, Self: Sized { loop {} }
    fn gt<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialOrd<I::Item>, Self: Sized { loop {} }
    fn ge<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialOrd<I::Item>, Self: Sized { loop {} }
    fn is_sorted(self) -> bool where Self: Sized, Self::Item: PartialOrd { loop {} }
    fn is_sorted_by<F: FnMut(&Self::Item, &Self::Item) -> bool>(self, compare: F) -> bool where Self: Sized { compare(&self.next().unwrap(), &self.next().unwrap()) }
    fn is_sorted_by_key<F: FnMut(Self::Item) -> K, K: PartialOrd>(self, f: F) -> bool where Self: Sized { f(self.next().unwrap()); loop {} }
}
impl<I: Iterator + ?Sized> Iterator for &mut I { type Item = I::Item; fn next(&mut self) -> Option<I::Item> { (**self).next() } }

pub trait DoubleEndedIterator: Iterator {
    fn next_back(&mut self) -> Option<Self::Item>;
    fn nth_back(&mut self, n: usize) -> Option<Self::Item> { self.next_back() }
    fn try_rfold<B, F: FnMut(B, Self::Item) -> R, R: Try<Output = B>>(&mut self, init: B, f: F) -> R where Self: Sized { f(init, self.next_back().unwrap()) }
    fn rfold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, f: F) -> B where Self: Sized { f(init, self.next_back().unwrap()) }
    fn rfind<P: FnMut(&Self::Item) -> bool>(&mut self, predicate: P) -> Option<Self::Item> where Self: Sized { predicate(&self.next_back().unwrap()); loop {} }
}
impl<I: DoubleEndedIterator + ?Sized> DoubleEndedIterator for &mut I { fn next_back(&mut self) -> Option<I::Item> { (**self).next_back() } }
pub trait ExactSizeIterator: Iterator {
    fn len(&self) -> usize { self.size_hint(); loop {} }
}
impl<I: ExactSizeIterator + ?Sized> ExactSizeIterator for &mut I {}
pub trait FusedIterator: Iterator {}
impl<I: FusedIterator + ?Sized> FusedIterator for &mut I {}
pub unsafe trait TrustedLen: Iterator {}

pub trait FromIterator<A>: Sized { fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self; }
pub trait IntoIterator { type Item; type IntoIter: Iterator<Item = Self::Item>; fn into_iter(self) -> Self::IntoIter; }
impl<I: Iterator> IntoIterator for I { type Item = I::Item; type IntoIter = I; }
pub trait Extend<A> {
    fn extend<T: IntoIterator<Item = A>>(&mut self, iter: T);
}
impl Extend<()> for () {}
impl FromIterator<()> for () {}
impl<A, B, ExtendA: Extend<A>, ExtendB: Extend<B>> Extend<(A, B)> for (ExtendA, ExtendB) {}
impl<A, B, C, EA: Extend<A>, EB: Extend<B>, EC: Extend<C>> Extend<(A, B, C)> for (EA, EB, EC) {}
impl<A, B, AE: Default + Extend<A>, BE: Default + Extend<B>> FromIterator<(A, B)> for (AE, BE) {}
impl<A, B, C, AE: Default + Extend<A>, BE: Default + Extend<B>, CE: Default + Extend<C>> FromIterator<(A, B, C)> for (AE, BE, CE) {}

pub trait Sum<A = Self>: Sized { fn sum<I: Iterator<Item = A>>(iter: I) -> Self; }
pub trait Product<A = Self>: Sized { fn product<I: Iterator<Item = A>>(iter: I) -> Self; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> Sum for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> Sum<&T> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> Product for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> Product<&T> for T {}

// Adapters.
#[derive(Clone, Debug)] pub struct Rev<T> { iter: T }
impl<I: DoubleEndedIterator> Iterator for Rev<I> { type Item = I::Item; fn next(&mut self) -> Option<I::Item> { self.iter.next_back() } }
impl<I: DoubleEndedIterator> DoubleEndedIterator for Rev<I> { fn next_back(&mut self) -> Option<I::Item> { self.iter.next() } }
impl<I: ExactSizeIterator + DoubleEndedIterator> ExactSizeIterator for Rev<I> {}
#[derive(Clone, Debug)] pub struct Copied<I> { it: I }
impl<I: Iterator<Item = &T>, T: Copy> Iterator for Copied<I> { type Item = T; fn next(&mut self) -> Option<T> { self.it.next().copied() } }
impl<I: DoubleEndedIterator<Item = &T>, T: Copy> DoubleEndedIterator for Copied<I> { fn next_back(&mut self) -> Option<T> { self.it.next_back().copied() } }
impl<I: ExactSizeIterator<Item = &T>, T: Copy> ExactSizeIterator for Copied<I> {}
#[derive(Clone, Debug)] pub struct Cloned<I> { it: I }
impl<I: Iterator<Item = &T>, T: Clone> Iterator for Cloned<I> { type Item = T; fn next(&mut self) -> Option<T> { self.it.next().cloned() } }
impl<I: DoubleEndedIterator<Item = &T>, T: Clone> DoubleEndedIterator for Cloned<I> { fn next_back(&mut self) -> Option<T> { self.it.next_back().cloned() } }
impl<I: ExactSizeIterator<Item = &T>, T: Clone> ExactSizeIterator for Cloned<I> {}
#[derive(Clone, Debug)] pub struct Cycle<I> { iter: I }
impl<I: Clone + Iterator> Iterator for Cycle<I> { type Item = I::Item; fn next(&mut self) -> Option<I::Item> { self.iter.clone().next() } }
#[derive(Clone, Debug)] pub struct StepBy<I> { iter: I }
impl<I: Iterator> Iterator for StepBy<I> { type Item = I::Item; fn next(&mut self) -> Option<I::Item> { self.iter.nth(1) } }
impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for StepBy<I> { fn next_back(&mut self) -> Option<I::Item> { self.iter.nth_back(1) } }
impl<I: ExactSizeIterator> ExactSizeIterator for StepBy<I> {}
#[derive(Clone, Debug)] pub struct Chain<A, B> { a: A, b: B }
impl<A: Iterator, B: Iterator<Item = A::Item>> Iterator for Chain<A, B> { type Item = A::Item; fn next(&mut self) -> Option<A::Item> { self.a.next(); self.b.next() } }
impl<A: DoubleEndedIterator, B: DoubleEndedIterator<Item = A::Item>> DoubleEndedIterator for Chain<A, B> { fn next_back(&mut self) -> Option<A::Item> { self.a.next_back(); self.b.next_back() } }
pub fn chain<A: IntoIterator, B: IntoIterator<Item = A::Item>>(a: A, b: B) -> Chain<A::IntoIter, B::IntoIter> { a.into_iter().chain(b) }
#[derive(Clone, Debug)] pub struct Zip<A, B> { a: A, b: B }
impl<A: Iterator, B: Iterator> Iterator for Zip<A, B> { type Item = (A::Item, B::Item); fn next(&mut self) -> Option<(A::Item, B::Item)> { self.a.next().zip(self.b.next()) } }
impl<A: DoubleEndedIterator + ExactSizeIterator, B: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Zip<A, B> { fn next_back(&mut self) -> Option<(A::Item, B::Item)> { self.a.next_back().zip(self.b.next_back()) } }
impl<A: ExactSizeIterator, B: ExactSizeIterator> ExactSizeIterator for Zip<A, B> {}
pub fn zip<A: IntoIterator, B: IntoIterator>(a: A, b: B) -> Zip<A::IntoIter, B::IntoIter> { a.into_iter().zip(b) }
#[derive(Clone)] pub struct Map<I, F> { iter: I, f: F }
impl<I: fmt::Debug, F> fmt::Debug for Map<I, F> {}
impl<B, I: Iterator, F: FnMut(I::Item) -> B> Iterator for Map<I, F> { type Item = B; fn next(&mut self) -> Option<B> { Some((self.f)(self.iter.next().unwrap())) } }
impl<B, I: DoubleEndedIterator, F: FnMut(I::Item) -> B> DoubleEndedIterator for Map<I, F> { fn next_back(&mut self) -> Option<B> { Some((self.f)(self.iter.next_back().unwrap())) } }
impl<B, I: ExactSizeIterator, F: FnMut(I::Item) -> B> ExactSizeIterator for Map<I, F> {}
#[derive(Clone)] pub struct Filter<I, P> { iter: I, predicate: P }
impl<I: fmt::Debug, P> fmt::Debug for Filter<I, P> {}
impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for Filter<I, P> { type Item = I::Item; fn next(&mut self) -> Option<I::Item> { self.iter.find(&mut self.predicate) } }
impl<I: DoubleEndedIterator, P: FnMut(&I::Item) -> bool> DoubleEndedIterator for Filter<I, P> { fn next_back(&mut self) -> Option<I::Item> { self.iter.rfind(&mut self.predicate) } }
#[derive(Clone)] pub struct FilterMap<I, F> { iter: I, f: F }
impl<I: fmt::Debug, F> fmt::Debug for FilterMap<I, F> {}
impl<B, I: Iterator, F: FnMut(I::Item) -> Option<B>> Iterator for FilterMap<I, F> { type Item = B; fn next(&mut self) -> Option<B> { (self.f)(self.iter.next().unwrap()) } }
impl<B, I: DoubleEndedIterator, F: FnMut(I::Item) -> Option<B>> DoubleEndedIterator for FilterMap<I, F> { fn next_back(&mut self) -> Option<B> { (self.f)(self.iter.next_back().unwrap()) } }
#[derive(Clone, Debug)] pub struct Enumerate<I> { iter: I }
impl<I: Iterator> Iterator for Enumerate<I> { type Item = (usize, I::Item); fn next(&mut self) -> Option<(usize, I::Item)> { self.iter.next(); loop {} } }
impl<I: ExactSizeIterator + DoubleEndedIterator> DoubleEndedIterator for Enumerate<I> { fn next_back(&mut self) -> Option<(usize, I::Item)> { self.iter.next_back(); loop {} } }
impl<I: ExactSizeIterator> ExactSizeIterator for Enumerate<I> {}
#[derive(Clone, Debug)] pub struct Peekable<I: Iterator> { iter: I, peeked: I::Item }
impl<I: Iterator> Iterator for Peekable<I> { type Item = I::Item; fn next(&mut self) -> Option<I::Item> { self.iter.next() } }
impl<I: DoubleEndedIterator> DoubleEndedIterator for Peekable<I> { fn next_back(&mut self) -> Option<I::Item> { self.iter.next_back() } }
impl<I: ExactSizeIterator> ExactSizeIterator for Peekable<I> {}
impl<I: Iterator> Peekable<I> {
    pub fn peek(&mut self) -> Option<&I::Item> { self.iter.next(); loop {} }
    pub fn peek_mut(&mut self) -> Option<&mut I::Item> { self.iter.next(); loop {} }
    pub fn next_if(&mut self, func: impl FnOnce(&I::Item) -> bool) -> Option<I::Item> { func(&self.next().unwrap()); loop {} }
    pub fn next_if_eq<T: ?Sized>(&mut self, expected: &T) -> Option<I::Item> where I::Item: PartialEq<T> { self.next().unwrap().eq(expected); loop {} }
    pub fn next_if_map<R>(&mut self, f: impl FnOnce(I::Item) -> Result<R, I::Item>) -> Option<R> { f(self.next().unwrap()).ok() }
    pub fn next_if_map_mut<R>(&mut self, f: impl FnOnce(&mut I::Item) -> Option<R>) -> Option<R> { f(&mut self.next().unwrap()) }
}
#[derive(Clone)] pub struct SkipWhile<I, P> { iter: I, predicate: P }
impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for SkipWhile<I, P> { type Item = I::Item; fn next(&mut self) -> Option<I::Item> { self.iter.find(&mut self.predicate) } }
#[derive(Clone)] pub struct TakeWhile<I, P> { iter: I, predicate: P }
impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for TakeWhile<I, P> { type Item = I::Item; fn next(&mut self) -> Option<I::Item> { self.iter.find(&mut self.predicate) } }
#[derive(Clone)] pub struct MapWhile<I, P> { iter: I, predicate: P }
impl<B, I: Iterator, P: FnMut(I::Item) -> Option<B>> Iterator for MapWhile<I, P> { type Item = B; fn next(&mut self) -> Option<B> { (self.predicate)(self.iter.next().unwrap()) } }
#[derive(Clone, Debug)] pub struct Skip<I> { iter: I }
impl<I: Iterator> Iterator for Skip<I> { type Item = I::Item; fn next(&mut self) -> Option<I::Item> { self.iter.next() } }
impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Skip<I> { fn next_back(&mut self) -> Option<I::Item> { self.iter.next_back() } }
impl<I: ExactSizeIterator> ExactSizeIterator for Skip<I> {}
#[derive(Clone, Debug)] pub struct Take<I> { iter: I }
impl<I: Iterator> Iterator for Take<I> { type Item = I::Item; fn next(&mut self) -> Option<I::Item> { self.iter.next() } }
impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Take<I> { fn next_back(&mut self) -> Option<I::Item> { self.iter.next_back() } }
impl<I: ExactSizeIterator> ExactSizeIterator for Take<I> {}
#[derive(Clone)] pub struct Scan<I, St, F> { iter: I, f: F, state: St }
impl<B, I: Iterator, St, F: FnMut(&mut St, I::Item) -> Option<B>> Iterator for Scan<I, St, F> { type Item = B; fn next(&mut self) -> Option<B> { (self.f)(&mut self.state, self.iter.next().unwrap()) } }
#[derive(Clone, Debug)] pub struct Fuse<I> { iter: I }
impl<I: Iterator> Iterator for Fuse<I> { type Item = I::Item; fn next(&mut self) -> Option<I::Item> { self.iter.next() } }
impl<I: DoubleEndedIterator> DoubleEndedIterator for Fuse<I> { fn next_back(&mut self) -> Option<I::Item> { self.iter.next_back() } }
impl<I: ExactSizeIterator> ExactSizeIterator for Fuse<I> {}
impl<I: Iterator> FusedIterator for Fuse<I> {}
#[derive(Clone)] pub struct Inspect<I, F> { iter: I, f: F }
impl<I: Iterator, F: FnMut(&I::Item)> Iterator for Inspect<I, F> { type Item = I::Item; fn next(&mut self) -> Option<I::Item> { (self.f)(&self.iter.next().unwrap()); loop {} } }
impl<I: DoubleEndedIterator, F: FnMut(&I::Item)> DoubleEndedIterator for Inspect<I, F> { fn next_back(&mut self) -> Option<I::Item> { (self.f)(&self.iter.next_back().unwrap()); loop {} } }
impl<I: ExactSizeIterator, F: FnMut(&I::Item)> ExactSizeIterator for Inspect<I, F> {}
#[derive(Clone)] pub struct FlatMap<I, U: IntoIterator, F> { iter: I, f: F, inner: U::IntoIter }
impl<I: Iterator, U: IntoIterator, F: FnMut(I::Item) -> U> Iterator for FlatMap<I, U, F> { type Item = U::Item; fn next(&mut self) -> Option<U::Item> { (self.f)(self.iter.next().unwrap()).into_iter().next() } }
impl<I: DoubleEndedIterator, U: IntoIterator<IntoIter: DoubleEndedIterator>, F: FnMut(I::Item) -> U> DoubleEndedIterator for FlatMap<I, U, F> { fn next_back(&mut self) -> Option<U::Item> { (self.f)(self.iter.next_back().unwrap()).into_iter().next_back() } }
#[derive(Clone, Debug)] pub struct Flatten<I: Iterator> { iter: I }
impl<I: Iterator<Item = U>, U: IntoIterator> Iterator for Flatten<I> { type Item = U::Item; fn next(&mut self) -> Option<U::Item> { self.iter.next().unwrap().into_iter().next() } }
impl<I: DoubleEndedIterator<Item = U>, U: IntoIterator<IntoIter: DoubleEndedIterator>> DoubleEndedIterator for Flatten<I> { fn next_back(&mut self) -> Option<U::Item> { self.iter.next_back().unwrap().into_iter().next_back() } }

// Sources.
#[derive(Clone, Debug)] pub struct Once<T>(T);
impl<T> Iterator for Once<T> { type Item = T; }
impl<T> DoubleEndedIterator for Once<T> {}
impl<T> ExactSizeIterator for Once<T> {}
pub fn once<T>(value: T) -> Once<T>;
#[derive(Clone)] pub struct OnceWith<F>(F);
impl<A, F: FnOnce() -> A> Iterator for OnceWith<F> { type Item = A; fn next(&mut self) -> Option<A> { Some((self.0)()) } }
impl<A, F: FnOnce() -> A> DoubleEndedIterator for OnceWith<F> {}
impl<A, F: FnOnce() -> A> ExactSizeIterator for OnceWith<F> {}
pub fn once_with<A, F: FnOnce() -> A>(make: F) -> OnceWith<F> { make(); loop {} }
#[derive(Clone, Debug)] pub struct Repeat<A>(A);
impl<A: Clone> Iterator for Repeat<A> { type Item = A; fn next(&mut self) -> Option<A> { Some(self.0.clone()) } }
impl<A: Clone> DoubleEndedIterator for Repeat<A> {}
pub fn repeat<T: Clone>(elt: T) -> Repeat<T>;
#[derive(Clone, Debug)] pub struct RepeatN<A>(A);
impl<A: Clone> Iterator for RepeatN<A> { type Item = A; fn next(&mut self) -> Option<A> { Some(self.0.clone()) } }
impl<A: Clone> DoubleEndedIterator for RepeatN<A> {}
impl<A: Clone> ExactSizeIterator for RepeatN<A> {}
pub fn repeat_n<T: Clone>(element: T, count: usize) -> RepeatN<T>;
#[derive(Clone)] pub struct RepeatWith<F>(F);
impl<A, F: FnMut() -> A> Iterator for RepeatWith<F> { type Item = A; fn next(&mut self) -> Option<A> { Some((self.0)()) } }
pub fn repeat_with<A, F: FnMut() -> A>(repeater: F) -> RepeatWith<F> { repeater(); loop {} }
#[derive(Clone, Debug, Default)] pub struct Empty<T>(PhantomData<T>);
impl<T> Iterator for Empty<T> { type Item = T; }
impl<T> DoubleEndedIterator for Empty<T> {}
impl<T> ExactSizeIterator for Empty<T> {}
pub fn empty<T>() -> Empty<T>;
#[derive(Clone)] pub struct FromFn<F>(F);
impl<T, F: FnMut() -> Option<T>> Iterator for FromFn<F> { type Item = T; fn next(&mut self) -> Option<T> { (self.0)() } }
pub fn from_fn<T, F: FnMut() -> Option<T>>(f: F) -> FromFn<F> { f(); loop {} }
#[derive(Clone)] pub struct Successors<T, F> { next: Option<T>, succ: F }
impl<T, F: FnMut(&T) -> Option<T>> Iterator for Successors<T, F> { type Item = T; fn next(&mut self) -> Option<T> { (self.succ)(&self.next.unwrap()) } }
pub fn successors<T, F: FnMut(&T) -> Option<T>>(first: Option<T>, succ: F) -> Successors<T, F> { succ(&first.unwrap()); loop {} }
impl<T: Clone> DoubleEndedIterator for Take<Repeat<T>> {}
impl<T: Clone> ExactSizeIterator for Take<Repeat<T>> {}
impl<I: Default> Default for Rev<I> {}
impl<I: fmt::Debug, P> fmt::Debug for TakeWhile<I, P> {}
impl<I: fmt::Debug, P> fmt::Debug for SkipWhile<I, P> {}
impl<I: fmt::Debug, F> fmt::Debug for Inspect<I, F> {}
impl<I: fmt::Debug, U: IntoIterator, F> fmt::Debug for FlatMap<I, U, F> {}
