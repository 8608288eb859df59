// C strings and OS strings.
pub use ::alloc::ffi::{CString, FromVecWithNulError, IntoStringError, NulError};
pub use ::core::ffi::*;
use ::alloc::borrow::{Cow, ToOwned};
use ::alloc::boxed::Box;
use ::alloc::collections::TryReserveError;
use ::alloc::rc::Rc;
use ::alloc::string::String;
use ::alloc::sync::Arc;
use ::alloc::vec::Vec;
use ::core::borrow::Borrow;
use ::core::convert::Infallible;
use ::core::fmt;
use ::core::iter::FromIterator;
use ::core::ops::{Deref, DerefMut, Index, IndexMut, RangeFull};
use ::core::str::FromStr;
pub mod c_str { pub use ::alloc::ffi::c_str::*; }
pub mod os_str { pub use super::{Display, OsStr, OsString}; }

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)] pub struct OsString { inner: Vec<u8> }
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)] pub struct OsStr { inner: [u8] }
impl OsString {
    pub fn new() -> OsString;
    pub unsafe fn from_encoded_bytes_unchecked(bytes: Vec<u8>) -> Self;
    pub fn as_os_str(&self) -> &OsStr;
    pub fn into_encoded_bytes(self) -> Vec<u8>;
    pub fn into_string(self) -> Result<String, OsString>;
    pub fn push<T: AsRef<OsStr>>(&mut self, s: T) { s.as_ref(); }
    pub fn with_capacity(capacity: usize) -> OsString;
    pub fn clear(&mut self);
    pub fn capacity(&self) -> usize;
    pub fn reserve(&mut self, additional: usize);
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError>;
    pub fn reserve_exact(&mut self, additional: usize);
    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError>;
    pub fn shrink_to_fit(&mut self);
    pub fn shrink_to(&mut self, min_capacity: usize);
    pub fn into_boxed_os_str(self) -> Box<OsStr>;
    pub fn leak<'a>(self) -> &'a mut OsStr;
}
impl OsStr {
    pub fn new<S: AsRef<OsStr> + ?Sized>(s: &S) -> &OsStr { s.as_ref() }
    pub unsafe fn from_encoded_bytes_unchecked(bytes: &[u8]) -> &Self;
    pub fn to_str(&self) -> Option<&str>;
    pub fn to_string_lossy(&self) -> Cow<str>;
    pub fn to_os_string(&self) -> OsString;
    pub fn is_empty(&self) -> bool;
    pub fn len(&self) -> usize;
    pub fn into_os_string(self: Box<OsStr>) -> OsString;
    pub fn as_encoded_bytes(&self) -> &[u8];
    pub fn make_ascii_lowercase(&mut self);
    pub fn make_ascii_uppercase(&mut self);
    pub fn to_ascii_lowercase(&self) -> OsString;
    pub fn to_ascii_uppercase(&self) -> OsString;
    pub fn is_ascii(&self) -> bool;
    pub fn eq_ignore_ascii_case<S: AsRef<OsStr>>(&self, other: S) -> bool { other.as_ref(); loop {} }
    pub fn display(&self) -> Display;
}
#[derive(Debug)] pub struct Display<'a>(&'a OsStr);
impl fmt::Display for Display {}
impl fmt::Debug for OsString {}
impl fmt::Debug for OsStr {}
impl Deref for OsString { type Target = OsStr; }
impl DerefMut for OsString {}
impl Index<RangeFull> for OsString { type Output = OsStr; }
impl IndexMut<RangeFull> for OsString {}
impl Default for OsString {}
impl Default for &OsStr {}
impl Default for Box<OsStr> {}
impl Clone for Box<OsStr> {}
impl fmt::Write for OsString {}
impl FromStr for OsString { type Err = Infallible; }
impl Borrow<OsStr> for OsString {}
impl ToOwned for OsStr { type Owned = OsString; }
impl AsRef<OsStr> for OsStr {}
impl AsRef<OsStr> for OsString {}
impl AsRef<OsStr> for str {}
impl AsRef<OsStr> for String {}
impl From<String> for OsString {}
impl<T: ?Sized + AsRef<OsStr>> From<&T> for OsString { fn from(s: &T) -> OsString { s.as_ref().to_os_string() } }
impl From<Box<OsStr>> for OsString {}
impl From<Cow<'_, OsStr>> for OsString {}
impl From<OsString> for Box<OsStr> {}
impl From<OsString> for Arc<OsStr> {}
impl From<OsString> for Rc<OsStr> {}
impl From<&OsStr> for Box<OsStr> {}
impl From<&OsStr> for Arc<OsStr> {}
impl From<&OsStr> for Rc<OsStr> {}
impl From<Cow<'_, OsStr>> for Box<OsStr> {}
impl<'a> From<OsString> for Cow<'a, OsStr> {}
impl<'a> From<&'a OsStr> for Cow<'a, OsStr> {}
impl<'a> From<&'a OsString> for Cow<'a, OsStr> {}
impl<'a> TryFrom<&'a OsStr> for &'a str { type Error = ::core::str::Utf8Error; }
impl FromIterator<OsString> for OsString {}
impl<'a> FromIterator<&'a OsStr> for OsString {}
impl<'a> FromIterator<Cow<'a, OsStr>> for OsString {}
impl Extend<OsString> for OsString {}
impl<'a> Extend<&'a OsStr> for OsString {}
impl<'a> Extend<Cow<'a, OsStr>> for OsString {}
impl PartialEq<str> for OsStr {}
impl PartialEq<OsStr> for str {}
impl PartialEq<str> for OsString {}
impl PartialEq<OsString> for str {}
impl PartialEq<&str> for OsString {}
impl PartialEq<OsString> for &str {}
impl PartialEq<OsStr> for OsString {}
impl PartialEq<OsString> for OsStr {}
impl PartialEq<&OsStr> for OsString {}
impl PartialEq<OsString> for &OsStr {}
impl PartialEq<Cow<'_, OsStr>> for OsStr {}
impl PartialEq<OsStr> for Cow<'_, OsStr> {}
impl PartialEq<Cow<'_, OsStr>> for OsString {}
impl PartialEq<OsString> for Cow<'_, OsStr> {}
impl PartialEq<Cow<'_, OsStr>> for &OsStr {}
