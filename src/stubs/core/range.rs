// The new range types.
pub use crate::ops::{Bound, RangeBounds, RangeFull, RangeTo};
pub mod legacy { pub use crate::ops::{Range, RangeFrom, RangeInclusive, RangeToInclusive}; }
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)] pub struct RangeInclusive<Idx> { pub start: Idx, pub last: Idx }
impl<Idx: crate::ops::Step + Clone> RangeInclusive<Idx> { pub fn iter(&self) -> RangeInclusiveIter<Idx>; }
impl<Idx: PartialOrd> RangeInclusive<Idx> { pub fn contains<U: ?Sized + PartialOrd<Idx>>(&self, item: &U) -> bool where Idx: PartialOrd<U>; pub fn is_empty(&self) -> bool; }
impl<Idx: crate::ops::Step> IntoIterator for RangeInclusive<Idx> { type Item = Idx; type IntoIter = RangeInclusiveIter<Idx>; }
#[derive(Clone, Debug)] pub struct RangeInclusiveIter<A>(A);
impl<A: crate::ops::Step> Iterator for RangeInclusiveIter<A> { type Item = A; }
