// Overloadable operators, ranges, the Fn family, Deref, Index, Try and coroutine leftovers.
// Operators on primitives are built into the inference engine; the impls here serve generic bounds.
use crate::convert::Infallible;
use crate::iter::FusedIterator;
use crate::future::Future;
use crate::pin::Pin;

pub trait Add<Rhs = Self> { type Output; fn add(self, rhs: Rhs) -> Self::Output; }
pub trait Sub<Rhs = Self> { type Output; fn sub(self, rhs: Rhs) -> Self::Output; }
pub trait Mul<Rhs = Self> { type Output; fn mul(self, rhs: Rhs) -> Self::Output; }
pub trait Div<Rhs = Self> { type Output; fn div(self, rhs: Rhs) -> Self::Output; }
pub trait Rem<Rhs = Self> { type Output; fn rem(self, rhs: Rhs) -> Self::Output; }
pub trait BitAnd<Rhs = Self> { type Output; fn bitand(self, rhs: Rhs) -> Self::Output; }
pub trait BitOr<Rhs = Self> { type Output; fn bitor(self, rhs: Rhs) -> Self::Output; }
pub trait BitXor<Rhs = Self> { type Output; fn bitxor(self, rhs: Rhs) -> Self::Output; }
pub trait Shl<Rhs = Self> { type Output; fn shl(self, rhs: Rhs) -> Self::Output; }
pub trait Shr<Rhs = Self> { type Output; fn shr(self, rhs: Rhs) -> Self::Output; }
pub trait AddAssign<Rhs = Self> { fn add_assign(&mut self, rhs: Rhs); }
pub trait SubAssign<Rhs = Self> { fn sub_assign(&mut self, rhs: Rhs); }
pub trait MulAssign<Rhs = Self> { fn mul_assign(&mut self, rhs: Rhs); }
pub trait DivAssign<Rhs = Self> { fn div_assign(&mut self, rhs: Rhs); }
pub trait RemAssign<Rhs = Self> { fn rem_assign(&mut self, rhs: Rhs); }
pub trait BitAndAssign<Rhs = Self> { fn bitand_assign(&mut self, rhs: Rhs); }
pub trait BitOrAssign<Rhs = Self> { fn bitor_assign(&mut self, rhs: Rhs); }
pub trait BitXorAssign<Rhs = Self> { fn bitxor_assign(&mut self, rhs: Rhs); }
pub trait ShlAssign<Rhs = Self> { fn shl_assign(&mut self, rhs: Rhs); }
pub trait ShrAssign<Rhs = Self> { fn shr_assign(&mut self, rhs: Rhs); }
pub trait Neg { type Output; fn neg(self) -> Self::Output; }
pub trait Not { type Output; fn not(self) -> Self::Output; }

#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> Add for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> Add<&T> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> Sub for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> Sub<&T> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> Mul for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> Mul<&T> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> Div for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> Div<&T> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> Rem for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> Rem<&T> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)] impl<T> BitAnd for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)] impl<T> BitAnd<&T> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)] impl<T> BitOr for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)] impl<T> BitOr<&T> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)] impl<T> BitXor for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)] impl<T> BitXor<&T> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> Shl<i32> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> Shl<i64> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> Shl<u8> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> Shl<u32> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> Shl<u64> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> Shl<usize> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> Shr<i32> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> Shr<i64> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> Shr<u8> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> Shr<u32> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> Shr<u64> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> Shr<usize> for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> AddAssign for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> AddAssign<&T> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> SubAssign for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> SubAssign<&T> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> MulAssign for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> MulAssign<&T> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> DivAssign for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> DivAssign<&T> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> RemAssign for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> RemAssign<&T> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)] impl<T> BitAndAssign for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)] impl<T> BitAndAssign<&T> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)] impl<T> BitOrAssign for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)] impl<T> BitOrAssign<&T> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)] impl<T> BitXorAssign for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)] impl<T> BitXorAssign<&T> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> ShlAssign<i32> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> ShlAssign<u8> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> ShlAssign<u32> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> ShlAssign<u64> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> ShlAssign<usize> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> ShrAssign<i32> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> ShrAssign<u8> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> ShrAssign<u32> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> ShrAssign<u64> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> ShrAssign<usize> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, f32, f64)] impl<T> Neg for T { type Output = T; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool)] impl<T> Not for T { type Output = T; }
impl Not for ! { type Output = !; }

pub trait Deref { type Target: ?Sized; fn deref(&self) -> &Self::Target; }
pub trait DerefMut: Deref { fn deref_mut(&mut self) -> &mut Self::Target; }
pub trait Receiver { type Target: ?Sized; }
pub trait DerefPure {}
pub trait CoerceUnsized<T: ?Sized> {}
pub trait DispatchFromDyn<T> {}
impl<T: ?Sized> Deref for &T { type Target = T; }
impl<T: ?Sized> Deref for &mut T { type Target = T; }
impl<T: ?Sized> DerefMut for &mut T {}
pub trait Drop { fn drop(&mut self); }
pub trait Index<Idx: ?Sized> { type Output: ?Sized; fn index(&self, index: Idx) -> &Self::Output; }
pub trait IndexMut<Idx: ?Sized>: Index<Idx> { fn index_mut(&mut self, index: Idx) -> &mut Self::Output; }

pub trait FnOnce<Args> { type Output; extern "rust-call" fn call_once(self, args: Args) -> Self::Output; }
pub trait FnMut<Args>: FnOnce<Args> { extern "rust-call" fn call_mut(&mut self, args: Args) -> Self::Output; }
pub trait Fn<Args>: FnMut<Args> { extern "rust-call" fn call(&self, args: Args) -> Self::Output; }
impl<A, F: ?Sized + Fn<A>> Fn<A> for &F {}
impl<A, F: ?Sized + Fn<A>> FnMut<A> for &F {}
impl<A, F: ?Sized + Fn<A>> FnOnce<A> for &F { type Output = F::Output; }
impl<A, F: ?Sized + FnMut<A>> FnMut<A> for &mut F {}
impl<A, F: ?Sized + FnMut<A>> FnOnce<A> for &mut F { type Output = F::Output; }
pub trait AsyncFnOnce<Args> { type Output; type CallOnceFuture: Future<Output = Self::Output>; extern "rust-call" fn async_call_once(self, args: Args) -> Self::CallOnceFuture; }
pub trait AsyncFnMut<Args>: AsyncFnOnce<Args> { type CallRefFuture; extern "rust-call" fn async_call_mut(&mut self, args: Args) -> Self::CallRefFuture; }
pub trait AsyncFn<Args>: AsyncFnMut<Args> { extern "rust-call" fn async_call(&self, args: Args) -> Self::CallRefFuture; }

#[derive(Copy, Clone, Default, PartialEq, Eq, Hash, Debug)] pub struct RangeFull;
#[derive(Clone, Default, PartialEq, Eq, Hash, Debug)] pub struct Range<Idx> { pub start: Idx, pub end: Idx }
#[derive(Clone, PartialEq, Eq, Hash, Debug)] pub struct RangeFrom<Idx> { pub start: Idx }
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)] pub struct RangeTo<Idx> { pub end: Idx }
#[derive(Clone, PartialEq, Eq, Hash, Debug)] pub struct RangeInclusive<Idx> { start: Idx, end: Idx }
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)] pub struct RangeToInclusive<Idx> { pub end: Idx }
impl<Idx: PartialOrd<Idx>> Range<Idx> {
    pub fn contains<U: ?Sized + PartialOrd<Idx>>(&self, item: &U) -> bool where Idx: PartialOrd<U> { self.start.le(item); item.lt(&self.end) }
    pub fn is_empty(&self) -> bool { !self.start.lt(&self.end) }
}
impl<Idx: PartialOrd<Idx>> RangeFrom<Idx> { pub fn contains<U: ?Sized + PartialOrd<Idx>>(&self, item: &U) -> bool where Idx: PartialOrd<U> { self.start.le(item) } }
impl<Idx: PartialOrd<Idx>> RangeTo<Idx> { pub fn contains<U: ?Sized + PartialOrd<Idx>>(&self, item: &U) -> bool where Idx: PartialOrd<U> { item.lt(&self.end) } }
impl<Idx: PartialOrd<Idx>> RangeToInclusive<Idx> { pub fn contains<U: ?Sized + PartialOrd<Idx>>(&self, item: &U) -> bool where Idx: PartialOrd<U> { item.le(&self.end) } }
impl<Idx> RangeInclusive<Idx> {
    pub fn new(start: Idx, end: Idx) -> Self;
    pub fn start(&self) -> &Idx;
    pub fn end(&self) -> &Idx;
    pub fn into_inner(self) -> (Idx, Idx);
}
impl<Idx: PartialOrd<Idx>> RangeInclusive<Idx> {
    pub fn contains<U: ?Sized + PartialOrd<Idx>>(&self, item: &U) -> bool where Idx: PartialOrd<U> { self.start.le(item); item.le(&self.end) }
    pub fn is_empty(&self) -> bool { !self.start.le(&self.end) }
}
#[derive(Clone, Copy, Debug, Hash, Eq, PartialEq)]
pub enum Bound<T> { Included(T), Excluded(T), Unbounded }
impl<T> Bound<T> {
    pub fn as_ref(&self) -> Bound<&T>;
    pub fn as_mut(&mut self) -> Bound<&mut T>;
    pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Bound<U> { Bound::Included(f(loop {})) }
}
impl<T: Clone> Bound<&T> { pub fn cloned(self) -> Bound<T>; }
impl<T: Copy> Bound<&T> { pub fn copied(self) -> Bound<T>; }
pub trait RangeBounds<T: ?Sized> {
    fn start_bound(&self) -> Bound<&T>;
    fn end_bound(&self) -> Bound<&T>;
    fn contains<U: ?Sized + PartialOrd<T>>(&self, item: &U) -> bool where T: PartialOrd<U> { self.start_bound(); self.end_bound(); loop {} }
    fn is_empty(&self) -> bool where T: PartialOrd { self.start_bound(); self.end_bound(); loop {} }
}
pub trait IntoBounds<T>: RangeBounds<T> { fn into_bounds(self) -> (Bound<T>, Bound<T>); }
pub trait OneSidedRange<T: ?Sized>: RangeBounds<T> {}
impl<T: ?Sized> RangeBounds<T> for RangeFull {}
impl<T> RangeBounds<T> for (Bound<T>, Bound<T>) {}
impl<T: ?Sized> RangeBounds<T> for (Bound<&T>, Bound<&T>) {}
impl<T> RangeBounds<T> for Range<T> {}
impl<T> RangeBounds<T> for Range<&T> {}
impl<T> RangeBounds<T> for RangeFrom<T> {}
impl<T> RangeBounds<T> for RangeFrom<&T> {}
impl<T> RangeBounds<T> for RangeTo<T> {}
impl<T> RangeBounds<T> for RangeTo<&T> {}
impl<T> RangeBounds<T> for RangeInclusive<T> {}
impl<T> RangeBounds<T> for RangeInclusive<&T> {}
impl<T> RangeBounds<T> for RangeToInclusive<T> {}
impl<T> RangeBounds<T> for RangeToInclusive<&T> {}

// `core::iter::Step` is defined here, beside the ranges it drives.
pub trait Step: Clone + PartialOrd {
    fn steps_between(start: &Self, end: &Self) -> (usize, Option<usize>);
    fn forward_checked(start: Self, count: usize) -> Option<Self>;
    fn backward_checked(start: Self, count: usize) -> Option<Self>;
    fn forward(start: Self, count: usize) -> Self { loop {} }
    fn backward(start: Self, count: usize) -> Self { loop {} }
}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, char)] impl<T> Step for T {}
impl<A: Step> Iterator for Range<A> { type Item = A; }
impl<A: Step> DoubleEndedIterator for Range<A> {}
impl<A: Step> ExactSizeIterator for Range<A> {}
impl<A: Step> FusedIterator for Range<A> {}
impl<A: Step> Iterator for RangeInclusive<A> { type Item = A; }
impl<A: Step> DoubleEndedIterator for RangeInclusive<A> {}
impl<A: Step> ExactSizeIterator for RangeInclusive<A> {}
impl<A: Step> FusedIterator for RangeInclusive<A> {}
impl<A: Step> Iterator for RangeFrom<A> { type Item = A; }
impl<A: Step> FusedIterator for RangeFrom<A> {}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ControlFlow<B, C = ()> { Continue(C), Break(B) }
impl<B, C> ControlFlow<B, C> {
    pub fn is_break(&self) -> bool;
    pub fn is_continue(&self) -> bool;
    pub fn break_value(self) -> Option<B>;
    pub fn continue_value(self) -> Option<C>;
    pub fn break_ok(self) -> Result<B, C>;
    pub fn continue_ok(self) -> Result<C, B>;
    pub fn map_break<T, F: FnOnce(B) -> T>(self, f: F) -> ControlFlow<T, C> { ControlFlow::Break(f(self.break_value().unwrap())) }
    pub fn map_continue<T, F: FnOnce(C) -> T>(self, f: F) -> ControlFlow<B, T> { ControlFlow::Continue(f(self.continue_value().unwrap())) }
}
impl<T> ControlFlow<T, T> { pub fn into_value(self) -> T; }
pub trait Try: FromResidual<Self::Residual> {
    type Output;
    type Residual;
    fn from_output(output: Self::Output) -> Self;
    fn branch(self) -> ControlFlow<Self::Residual, Self::Output>;
}
pub trait FromResidual<R> { fn from_residual(residual: R) -> Self; }
pub trait Residual<O> { type TryType: Try<Output = O, Residual = Self>; }
pub struct Yeet<T>(pub T);
impl<B, C> Try for ControlFlow<B, C> { type Output = C; type Residual = ControlFlow<B, Infallible>; }
impl<B, C> FromResidual<ControlFlow<B, Infallible>> for ControlFlow<B, C> {}
impl<B, C> Residual<C> for ControlFlow<B, Infallible> { type TryType = ControlFlow<B, C>; }

pub enum CoroutineState<Y, R> { Yielded(Y), Complete(R) }
pub trait Coroutine<R = ()> { type Yield; type Return; fn resume(self: Pin<&mut Self>, arg: R) -> CoroutineState<Self::Yield, Self::Return>; }
