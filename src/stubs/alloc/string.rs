// String and ToString.
use core::borrow::{Borrow, BorrowMut};
use core::convert::Infallible;
use core::error::Error;
use core::fmt::{self, Display};
use core::iter::FromIterator;
use core::ops::{Add, AddAssign, Deref, DerefMut, Index, IndexMut, RangeBounds};
use core::slice::SliceIndex;
use core::str::pattern::Pattern;
use core::str::{FromStr, Utf8Error};
use crate::borrow::Cow;
use crate::boxed::Box;
use crate::collections::TryReserveError;
use crate::vec::Vec;

#[derive(PartialEq, PartialOrd, Eq, Ord, Clone, Hash)] pub struct String { vec: Vec<u8> }
impl String {
    pub fn new() -> String;
    pub fn with_capacity(capacity: usize) -> String;
    pub fn from_utf8(vec: Vec<u8>) -> Result<String, FromUtf8Error>;
    pub fn from_utf8_lossy(v: &[u8]) -> Cow<str>;
    pub fn from_utf8_lossy_owned(v: Vec<u8>) -> String;
    pub fn from_utf16(v: &[u16]) -> Result<String, FromUtf16Error>;
    pub fn from_utf16_lossy(v: &[u16]) -> String;
    pub unsafe fn from_raw_parts(buf: *mut u8, length: usize, capacity: usize) -> String;
    pub fn into_raw_parts(self) -> (*mut u8, usize, usize);
    pub unsafe fn from_utf8_unchecked(bytes: Vec<u8>) -> String;
    pub fn into_bytes(self) -> Vec<u8>;
    pub fn as_str(&self) -> &str;
    pub fn as_mut_str(&mut self) -> &mut str;
    pub fn push_str(&mut self, string: &str);
    pub fn extend_from_within<R: RangeBounds<usize>>(&mut self, src: R);
    pub fn capacity(&self) -> usize;
    pub fn reserve(&mut self, additional: usize);
    pub fn reserve_exact(&mut self, additional: usize);
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError>;
    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError>;
    pub fn shrink_to_fit(&mut self);
    pub fn shrink_to(&mut self, min_capacity: usize);
    pub fn push(&mut self, ch: char);
    pub fn as_bytes(&self) -> &[u8];
    pub fn truncate(&mut self, new_len: usize);
    pub fn pop(&mut self) -> Option<char>;
    pub fn remove(&mut self, idx: usize) -> char;
    pub fn retain<F: FnMut(char) -> bool>(&mut self, f: F) { f(loop {}); }
    pub fn insert(&mut self, idx: usize, ch: char);
    pub fn insert_str(&mut self, idx: usize, string: &str);
    pub unsafe fn as_mut_vec(&mut self) -> &mut Vec<u8>;
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn split_off(&mut self, at: usize) -> String;
    pub fn clear(&mut self);
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain;
    pub fn replace_range<R: RangeBounds<usize>>(&mut self, range: R, replace_with: &str);
    pub fn into_boxed_str(self) -> Box<str>;
    pub fn leak<'a>(self) -> &'a mut str;
    pub fn into_chars(self) -> IntoChars;
}
#[derive(Debug, PartialEq, Eq, Clone)] pub struct FromUtf8Error { bytes: Vec<u8> }
impl FromUtf8Error { pub fn as_bytes(&self) -> &[u8]; pub fn into_utf8_lossy(self) -> String; pub fn into_bytes(self) -> Vec<u8>; pub fn utf8_error(&self) -> Utf8Error; }
#[derive(Debug)] pub struct FromUtf16Error(());
impl Display for FromUtf8Error {}
impl Display for FromUtf16Error {}
impl Error for FromUtf8Error {}
impl Error for FromUtf16Error {}
pub type ParseError = Infallible;

pub trait ToString { fn to_string(&self) -> String; }
impl<T: Display + ?Sized> ToString for T { fn to_string(&self) -> String { self.fmt(loop {}); loop {} } }

impl Deref for String { type Target = str; }
impl DerefMut for String {}
impl Default for String {}
impl Display for String {}
impl fmt::Debug for String {}
impl fmt::Write for String {}
impl Add<&str> for String { type Output = String; }
impl AddAssign<&str> for String {}
impl<I: SliceIndex<str>> Index<I> for String { type Output = I::Output; }
impl<I: SliceIndex<str>> IndexMut<I> for String {}
impl Pattern for &String { type Searcher = core::str::pattern::CharSearcher; }
impl FromStr for String { type Err = Infallible; }
impl AsRef<str> for String {}
impl AsMut<str> for String {}
impl AsRef<[u8]> for String {}
impl Borrow<str> for String {}
impl BorrowMut<str> for String {}
impl From<&str> for String {}
impl From<&mut str> for String {}
impl From<&String> for String {}
impl From<Box<str>> for String {}
impl From<Cow<'_, str>> for String {}
impl From<char> for String {}
impl TryFrom<Vec<u8>> for String { type Error = FromUtf8Error; }
impl PartialEq<str> for String {}
impl PartialEq<&str> for String {}
impl PartialEq<String> for str {}
impl PartialEq<String> for &str {}
impl PartialEq<Cow<'_, str>> for String {}
impl PartialEq<Cow<'_, str>> for str {}
impl PartialEq<Cow<'_, str>> for &str {}
impl FromIterator<char> for String { fn from_iter<I: IntoIterator<Item = char>>(iter: I) -> String { iter.into_iter().next(); loop {} } }
impl Extend<char> for String { fn extend<I: IntoIterator<Item = char>>(&mut self, iter: I) { iter.into_iter().next(); } }
impl FromIterator<&char> for String { fn from_iter<I: IntoIterator<Item = &char>>(iter: I) -> String { iter.into_iter().next(); loop {} } }
impl Extend<&char> for String { fn extend<I: IntoIterator<Item = &char>>(&mut self, iter: I) { iter.into_iter().next(); } }
impl FromIterator<&str> for String { fn from_iter<I: IntoIterator<Item = &str>>(iter: I) -> String { iter.into_iter().next(); loop {} } }
impl Extend<&str> for String { fn extend<I: IntoIterator<Item = &str>>(&mut self, iter: I) { iter.into_iter().next(); } }
impl FromIterator<String> for String { fn from_iter<I: IntoIterator<Item = String>>(iter: I) -> String { iter.into_iter().next(); loop {} } }
impl Extend<String> for String { fn extend<I: IntoIterator<Item = String>>(&mut self, iter: I) { iter.into_iter().next(); } }
impl FromIterator<Box<str>> for String { fn from_iter<I: IntoIterator<Item = Box<str>>>(iter: I) -> String { iter.into_iter().next(); loop {} } }
impl Extend<Box<str>> for String { fn extend<I: IntoIterator<Item = Box<str>>>(&mut self, iter: I) { iter.into_iter().next(); } }
impl FromIterator<Cow<'_, str>> for String { fn from_iter<I: IntoIterator<Item = Cow<'_, str>>>(iter: I) -> String { iter.into_iter().next(); loop {} } }
impl Extend<Cow<'_, str>> for String { fn extend<I: IntoIterator<Item = Cow<'_, str>>>(&mut self, iter: I) { iter.into_iter().next(); } }
#[derive(Debug)] pub struct Drain<'a>(&'a str);
impl Drain { pub fn as_str(&self) -> &str; }
impl Iterator for Drain { type Item = char; }
impl DoubleEndedIterator for Drain {}
#[derive(Clone, Debug)] pub struct IntoChars(Vec<u8>);
impl Iterator for IntoChars { type Item = char; }
impl DoubleEndedIterator for IntoChars {}
