// Result and its iterators.
use crate::convert::Infallible;
use crate::fmt::Debug;
use crate::iter::{FromIterator, Product, Sum};
use crate::ops::{ControlFlow, Deref, DerefMut, FromResidual, Residual, Try};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Result<T, E> { Ok(T), Err(E) }
use Result::*;

impl<T, E> Result<T, E> {
    pub fn is_ok(&self) -> bool;
    pub fn is_ok_and<F: FnOnce(T) -> bool>(self, f: F) -> bool { f(self.ok().unwrap()) }
    pub fn is_err(&self) -> bool;
    pub fn is_err_and<F: FnOnce(E) -> bool>(self, f: F) -> bool { f(self.err().unwrap()) }
    pub fn ok(self) -> Option<T>;
    pub fn err(self) -> Option<E>;
    pub fn as_ref(&self) -> Result<&T, &E>;
    pub fn as_mut(&mut self) -> Result<&mut T, &mut E>;
    pub fn map<U, F: FnOnce(T) -> U>(self, op: F) -> Result<U, E> { Ok(op(self.ok().unwrap())) }
    pub fn map_or<U, F: FnOnce(T) -> U>(self, default: U, f: F) -> U { f(self.ok().unwrap()) }
    pub fn map_or_else<U, D: FnOnce(E) -> U, F: FnOnce(T) -> U>(self, default: D, f: F) -> U { default(self.err().unwrap()); f(self.ok().unwrap()) }
    pub fn map_err<F, O: FnOnce(E) -> F>(self, op: O) -> Result<T, F> { Err(op(self.err().unwrap())) }
    pub fn inspect<F: FnOnce(&T)>(self, f: F) -> Self { f(&self.ok().unwrap()); loop {} }
    pub fn inspect_err<F: FnOnce(&E)>(self, f: F) -> Self { f(&self.err().unwrap()); loop {} }
    pub fn as_deref(&self) -> Result<&T::Target, &E> where T: Deref { Ok(self.as_ref().ok().unwrap().deref()) }
    pub fn as_deref_mut(&mut self) -> Result<&mut T::Target, &mut E> where T: DerefMut { Ok(self.as_mut().ok().unwrap().deref_mut()) }
    pub fn iter(&self) -> Iter<T>;
    pub fn iter_mut(&mut self) -> IterMut<T>;
    pub fn expect(self, msg: &str) -> T where E: Debug;
    pub fn unwrap(self) -> T where E: Debug;
    pub fn unwrap_or_default(self) -> T where T: Default { T::default() }
    pub fn expect_err(self, msg: &str) -> E where T: Debug;
    pub fn unwrap_err(self) -> E where T: Debug;
    pub fn and<U>(self, res: Result<U, E>) -> Result<U, E>;
    pub fn and_then<U, F: FnOnce(T) -> Result<U, E>>(self, op: F) -> Result<U, E> { op(self.ok().unwrap()) }
    pub fn or<F>(self, res: Result<T, F>) -> Result<T, F>;
    pub fn or_else<F, O: FnOnce(E) -> Result<T, F>>(self, op: O) -> Result<T, F> { op(self.err().unwrap()) }
    pub fn unwrap_or(self, default: T) -> T;
    pub fn unwrap_or_else<F: FnOnce(E) -> T>(self, op: F) -> T { op(self.err().unwrap()) }
    pub unsafe fn unwrap_unchecked(self) -> T;
    pub unsafe fn unwrap_err_unchecked(self) -> E;
}
impl<T, E> Result<&T, E> {
    pub fn copied(self) -> Result<T, E> where T: Copy;
    pub fn cloned(self) -> Result<T, E> where T: Clone { Ok(self.ok().unwrap().clone()) }
}
impl<T, E> Result<&mut T, E> {
    pub fn copied(self) -> Result<T, E> where T: Copy;
    pub fn cloned(self) -> Result<T, E> where T: Clone { Ok(self.ok().unwrap().clone()) }
}
impl<T, E> Result<Option<T>, E> { pub fn transpose(self) -> Option<Result<T, E>>; }
impl<T, E> Result<Result<T, E>, E> { pub fn flatten(self) -> Result<T, E>; }

impl<T, E> IntoIterator for Result<T, E> { type Item = T; type IntoIter = IntoIter<T>; }
impl<T, E> IntoIterator for &Result<T, E> { type Item = &T; type IntoIter = Iter<T>; }
impl<T, E> IntoIterator for &mut Result<T, E> { type Item = &mut T; type IntoIter = IterMut<T>; }
impl<A, E, V: FromIterator<A>> FromIterator<Result<A, E>> for Result<V, E> {
    fn from_iter<I: IntoIterator<Item = Result<A, E>>>(iter: I) -> Result<V, E> { Ok(iter.into_iter().map(|x| x.ok().unwrap()).collect()) }
}
impl<T, U: Sum<T>, E> Sum<Result<T, E>> for Result<U, E> {}
impl<T, U: Product<T>, E> Product<Result<T, E>> for Result<U, E> {}
impl<T, E> Try for Result<T, E> { type Output = T; type Residual = Result<Infallible, E>; fn from_output(output: T) -> Self; fn branch(self) -> ControlFlow<Result<Infallible, E>, T>; }
impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Result<T, F> { fn from_residual(residual: Result<Infallible, E>) -> Self { Err(From::from(residual.err().unwrap())) } }
impl<T, E> Residual<T> for Result<Infallible, E> { type TryType = Result<T, E>; }

#[derive(Debug)] pub struct Iter<'a, T>(&'a T);
impl<T> Clone for Iter<T> {}
impl<T> Iterator for Iter<T> { type Item = &T; }
impl<T> DoubleEndedIterator for Iter<T> {}
impl<T> ExactSizeIterator for Iter<T> {}
#[derive(Debug)] pub struct IterMut<'a, T>(&'a mut T);
impl<T> Iterator for IterMut<T> { type Item = &mut T; }
impl<T> DoubleEndedIterator for IterMut<T> {}
impl<T> ExactSizeIterator for IterMut<T> {}
#[derive(Clone, Debug)] pub struct IntoIter<T>(T);
impl<T> Iterator for IntoIter<T> { type Item = T; }
impl<T> DoubleEndedIterator for IntoIter<T> {}
impl<T> ExactSizeIterator for IntoIter<T> {}
