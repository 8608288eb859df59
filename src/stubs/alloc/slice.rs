// The slice methods that allocate.
pub use core::slice::*;
use core::cmp::Ordering;
use crate::borrow::{Borrow, ToOwned};
use crate::boxed::Box;
use crate::string::String;
use crate::vec::Vec;

impl<T> [T] {
    pub fn sort(&mut self) where T: Ord { self[0].cmp(&self[0]); }
    pub fn sort_by<F: FnMut(&T, &T) -> Ordering>(&mut self, compare: F) { compare(&self[0], &self[0]); }
    pub fn sort_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, f: F) { f(&self[0]).cmp(&f(&self[0])); }
    pub fn sort_by_cached_key<K: Ord, F: FnMut(&T) -> K>(&mut self, f: F) { f(&self[0]).cmp(&f(&self[0])); }
    pub fn to_vec(&self) -> Vec<T> where T: Clone { self[0].clone(); loop {} }
    pub fn into_vec(self: Box<Self>) -> Vec<T>;
    pub fn repeat(&self, n: usize) -> Vec<T> where T: Copy;
    pub fn concat<Item: ?Sized>(&self) -> <Self as Concat<Item>>::Output where Self: Concat<Item>;
    pub fn join<Separator>(&self, sep: Separator) -> <Self as Join<Separator>>::Output where Self: Join<Separator>;
    pub fn connect<Separator>(&self, sep: Separator) -> <Self as Join<Separator>>::Output where Self: Join<Separator>;
}
impl [u8] {
    pub fn to_ascii_uppercase(&self) -> Vec<u8>;
    pub fn to_ascii_lowercase(&self) -> Vec<u8>;
}
pub trait Concat<Item: ?Sized> { type Output; }
pub trait Join<Separator> { type Output; }
impl<T: Clone, V: Borrow<[T]>> Concat<T> for [V] { type Output = Vec<T>; }
impl<S: Borrow<str>> Concat<str> for [S] { type Output = String; }
impl<T: Clone, V: Borrow<[T]>> Join<&T> for [V] { type Output = Vec<T>; }
impl<T: Clone, V: Borrow<[T]>> Join<&[T]> for [V] { type Output = Vec<T>; }
impl<S: Borrow<str>> Join<&str> for [S] { type Output = String; }
impl<T: Clone> ToOwned for [T] { type Owned = Vec<T>; }
