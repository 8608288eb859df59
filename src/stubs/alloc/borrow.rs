// ToOwned and Cow.
pub use core::borrow::{Borrow, BorrowMut};
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::iter::FromIterator;
use core::ops::{Add, AddAssign, Deref};
use crate::string::String;
use crate::vec::Vec;

pub trait ToOwned {
    type Owned: Borrow<Self>;
    fn to_owned(&self) -> Self::Owned;
    fn clone_into(&self, target: &mut Self::Owned) { *target = self.to_owned() }
}
impl<T: Clone> ToOwned for T { type Owned = T; fn to_owned(&self) -> T { self.clone() } }
pub enum Cow<'a, B: ?Sized + ToOwned> { Borrowed(&'a B), Owned(<B as ToOwned>::Owned) }
use Cow::*;
impl<B: ?Sized + ToOwned> Cow<B> {
    pub fn is_borrowed(c: &Self) -> bool;
    pub fn is_owned(c: &Self) -> bool;
    pub fn to_mut(&mut self) -> &mut <B as ToOwned>::Owned { self.deref().to_owned(); loop {} }
    pub fn into_owned(self) -> <B as ToOwned>::Owned { self.deref().to_owned() }
}
impl<B: ?Sized + ToOwned> Deref for Cow<B> { type Target = B; }
impl<B: ?Sized + ToOwned> Borrow<B> for Cow<B> {}
impl<T: ?Sized + ToOwned> AsRef<T> for Cow<T> {}
impl<B: ?Sized + ToOwned> Clone for Cow<B> { fn clone(&self) -> Self { Owned(self.deref().to_owned()) } }
impl<B: ?Sized + ToOwned<Owned: Default>> Default for Cow<B> {}
impl<B: ?Sized + Eq + ToOwned> Eq for Cow<B> {}
impl<B: ?Sized + Ord + ToOwned> Ord for Cow<B> { fn cmp(&self, other: &Self) -> Ordering { self.deref().cmp(other.deref()) } }
impl<B: ?Sized + PartialEq<C> + ToOwned, C: ?Sized + ToOwned> PartialEq<Cow<C>> for Cow<B> { fn eq(&self, other: &Cow<C>) -> bool { self.deref().eq(other.deref()) } }
impl<B: ?Sized + PartialOrd + ToOwned> PartialOrd for Cow<B> { fn partial_cmp(&self, other: &Cow<B>) -> Option<Ordering> { self.deref().partial_cmp(other.deref()) } }
impl<B: ?Sized + fmt::Debug + ToOwned> fmt::Debug for Cow<B> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.deref().fmt(f) } }
impl<B: ?Sized + fmt::Display + ToOwned> fmt::Display for Cow<B> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.deref().fmt(f) } }
impl<B: ?Sized + Hash + ToOwned> Hash for Cow<B> { fn hash<H: Hasher>(&self, state: &mut H) { self.deref().hash(state) } }
impl<'a> Add<&'a str> for Cow<'a, str> { type Output = Cow<'a, str>; }
impl<'a> Add<Cow<'a, str>> for Cow<'a, str> { type Output = Cow<'a, str>; }
impl<'a> AddAssign<&'a str> for Cow<'a, str> {}
impl<'a> AddAssign<Cow<'a, str>> for Cow<'a, str> {}
impl<'a> From<&'a str> for Cow<'a, str> {}
impl<'a> From<String> for Cow<'a, str> {}
impl<'a> From<&'a String> for Cow<'a, str> {}
impl<'a, T: Clone> From<&'a [T]> for Cow<'a, [T]> {}
impl<'a, T: Clone, const N: usize> From<&'a [T; N]> for Cow<'a, [T]> {}
impl<'a, T: Clone> From<Vec<T>> for Cow<'a, [T]> {}
impl<'a, T: Clone> From<&'a Vec<T>> for Cow<'a, [T]> {}
impl<'a> FromIterator<char> for Cow<'a, str> {}
impl<'a> FromIterator<&str> for Cow<'a, str> {}
impl<'a> FromIterator<String> for Cow<'a, str> {}
impl<'a, T: Clone> FromIterator<T> for Cow<'a, [T]> {}
impl PartialEq<str> for Cow<str> {}
impl PartialEq<&str> for Cow<str> {}
impl PartialEq<String> for Cow<str> {}
impl<T: PartialEq<U> + Clone, U> PartialEq<[U]> for Cow<[T]> {}
impl<T: PartialEq<U> + Clone, U> PartialEq<&[U]> for Cow<[T]> {}
impl<T: PartialEq<U> + Clone, U> PartialEq<Vec<U>> for Cow<[T]> {}
impl<T: PartialEq<U> + Clone, U, const N: usize> PartialEq<[U; N]> for Cow<[T]> {}
