// Comparison traits, Ordering, Reverse, min and max.
pub trait PartialEq<Rhs: ?Sized = Self> {
    fn eq(&self, other: &Rhs) -> bool;
    fn ne(&self, other: &Rhs) -> bool { !self.eq(other) }
}
pub trait Eq: PartialEq<Self> {}
pub trait PartialOrd<Rhs: ?Sized = Self>: PartialEq<Rhs> {
    fn partial_cmp(&self, other: &Rhs) -> Option<Ordering>;
    fn lt(&self, other: &Rhs) -> bool { self.partial_cmp(other); loop {} }
    fn le(&self, other: &Rhs) -> bool { self.partial_cmp(other); loop {} }
    fn gt(&self, other: &Rhs) -> bool { self.partial_cmp(other); loop {} }
    fn ge(&self, other: &Rhs) -> bool { self.partial_cmp(other); loop {} }
}
pub trait Ord: Eq + PartialOrd<Self> {
    fn cmp(&self, other: &Self) -> Ordering;
    fn max(self, other: Self) -> Self where Self: Sized { self.cmp(&other); self }
    fn min(self, other: Self) -> Self where Self: Sized { self.cmp(&other); self }
    fn clamp(self, min: Self, max: Self) -> Self where Self: Sized { self.cmp(&min); self }
}
pub fn min<T: Ord>(v1: T, v2: T) -> T { v1.min(v2) }
pub fn max<T: Ord>(v1: T, v2: T) -> T { v1.max(v2) }
pub fn min_by<T, F: FnOnce(&T, &T) -> Ordering>(v1: T, v2: T, compare: F) -> T { compare(&v1, &v2); v1 }
pub fn max_by<T, F: FnOnce(&T, &T) -> Ordering>(v1: T, v2: T, compare: F) -> T { compare(&v1, &v2); v1 }
pub fn min_by_key<T, F: FnMut(&T) -> K, K: Ord>(v1: T, v2: T, f: F) -> T { f(&v1).cmp(&f(&v2)); v1 }
pub fn max_by_key<T, F: FnMut(&T) -> K, K: Ord>(v1: T, v2: T, f: F) -> T { f(&v1).cmp(&f(&v2)); v1 }

#[derive(Clone, Copy, Eq, PartialOrd, Ord, PartialEq, Debug, Hash)]
pub enum Ordering { Less = -1, Equal = 0, Greater = 1 }
impl Ordering {
    pub fn is_eq(self) -> bool;
    pub fn is_ne(self) -> bool;
    pub fn is_lt(self) -> bool;
    pub fn is_gt(self) -> bool;
    pub fn is_le(self) -> bool;
    pub fn is_ge(self) -> bool;
    pub fn reverse(self) -> Ordering;
    pub fn then(self, other: Ordering) -> Ordering;
    pub fn then_with<F: FnOnce() -> Ordering>(self, f: F) -> Ordering { f() }
}

#[derive(PartialEq, Eq, Debug, Copy, Clone, Default, Hash)]
pub struct Reverse<T>(pub T);
impl<T: PartialOrd> PartialOrd for Reverse<T> { fn partial_cmp(&self, other: &Reverse<T>) -> Option<Ordering> { other.0.partial_cmp(&self.0) } }
impl<T: Ord> Ord for Reverse<T> { fn cmp(&self, other: &Reverse<T>) -> Ordering { other.0.cmp(&self.0) } }

#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64, bool, char, str)] impl<T> PartialEq for T {}
impl PartialEq for () {}
impl PartialEq for ! {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64, bool, char, str)] impl<T> PartialOrd for T {}
impl PartialOrd for () {}
impl PartialOrd for ! {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool, char, str)] impl<T> Eq for T {}
impl Eq for () {}
impl Eq for ! {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool, char, str)] impl<T> Ord for T {}
impl Ord for () {}
impl Ord for ! {}
impl<T: ?Sized> PartialEq for *const T {}
impl<T: ?Sized> PartialEq for *mut T {}
impl<T: ?Sized> Eq for *const T {}
impl<T: ?Sized> Eq for *mut T {}
impl<T: ?Sized> PartialOrd for *const T {}
impl<T: ?Sized> PartialOrd for *mut T {}
impl<T: ?Sized> Ord for *const T {}
impl<T: ?Sized> Ord for *mut T {}
impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&B> for &A { fn eq(&self, other: &&B) -> bool { (**self).eq(*other) } }
impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&mut B> for &mut A { fn eq(&self, other: &&mut B) -> bool { (**self).eq(*other) } }
impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&mut B> for &A { fn eq(&self, other: &&mut B) -> bool { (**self).eq(*other) } }
impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&B> for &mut A { fn eq(&self, other: &&B) -> bool { (**self).eq(*other) } }
impl<A: ?Sized + PartialOrd<B>, B: ?Sized> PartialOrd<&B> for &A { fn partial_cmp(&self, other: &&B) -> Option<Ordering> { (**self).partial_cmp(*other) } }
impl<A: ?Sized + PartialOrd<B>, B: ?Sized> PartialOrd<&mut B> for &mut A { fn partial_cmp(&self, other: &&mut B) -> Option<Ordering> { (**self).partial_cmp(*other) } }
impl<A: ?Sized + Ord> Ord for &A { fn cmp(&self, other: &Self) -> Ordering { (**self).cmp(*other) } }
impl<A: ?Sized + Ord> Ord for &mut A { fn cmp(&self, other: &Self) -> Ordering { (**self).cmp(*other) } }
impl<A: ?Sized + Eq> Eq for &A {}
impl<A: ?Sized + Eq> Eq for &mut A {}
