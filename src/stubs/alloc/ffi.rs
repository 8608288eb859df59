// CString.
use core::borrow::Borrow;
use core::error::Error;
use core::ffi::{c_char, CStr};
use core::fmt;
use core::ops::{Deref, Index, RangeFull};
use crate::borrow::{Cow, ToOwned};
use crate::boxed::Box;
use crate::rc::Rc;
use crate::string::String;
use crate::sync::Arc;
use crate::vec::Vec;
pub mod c_str { pub use super::{CString, FromVecWithNulError, IntoStringError, NulError}; pub use core::ffi::c_str::*; }

#[derive(PartialEq, PartialOrd, Eq, Ord, Hash, Clone, Debug)] pub struct CString { inner: Box<[u8]> }
impl CString {
    pub fn new<T: Into<Vec<u8>>>(t: T) -> Result<CString, NulError> { t.into(); loop {} }
    pub unsafe fn from_vec_unchecked(v: Vec<u8>) -> Self;
    pub unsafe fn from_raw(ptr: *mut c_char) -> CString;
    pub fn into_raw(self) -> *mut c_char;
    pub fn into_string(self) -> Result<String, IntoStringError>;
    pub fn into_bytes(self) -> Vec<u8>;
    pub fn into_bytes_with_nul(self) -> Vec<u8>;
    pub fn as_bytes(&self) -> &[u8];
    pub fn as_bytes_with_nul(&self) -> &[u8];
    pub fn as_c_str(&self) -> &CStr;
    pub fn into_boxed_c_str(self) -> Box<CStr>;
    pub unsafe fn from_vec_with_nul_unchecked(v: Vec<u8>) -> Self;
    pub fn from_vec_with_nul(v: Vec<u8>) -> Result<Self, FromVecWithNulError>;
}
impl CStr {
    pub fn to_string_lossy(&self) -> Cow<str>;
    pub fn into_c_string(self: Box<Self>) -> CString;
}
impl Deref for CString { type Target = CStr; }
impl Default for CString {}
impl Borrow<CStr> for CString {}
impl AsRef<CStr> for CString {}
impl ToOwned for CStr { type Owned = CString; }
impl From<Box<CStr>> for CString {}
impl From<&CStr> for CString {}
impl From<CString> for Box<CStr> {}
impl From<CString> for Rc<CStr> {}
impl From<CString> for Arc<CStr> {}
impl From<&CStr> for Box<CStr> {}
impl From<&CStr> for Rc<CStr> {}
impl From<&CStr> for Arc<CStr> {}
impl<'a> From<CString> for Cow<'a, CStr> {}
impl<'a> From<&'a CStr> for Cow<'a, CStr> {}
#[derive(Clone, PartialEq, Eq, Debug)] pub struct NulError(usize, Vec<u8>);
impl NulError { pub fn nul_position(&self) -> usize; pub fn into_vec(self) -> Vec<u8>; }
#[derive(Clone, PartialEq, Eq, Debug)] pub struct FromVecWithNulError(());
impl FromVecWithNulError { pub fn as_bytes(&self) -> &[u8]; pub fn into_bytes(self) -> Vec<u8>; }
#[derive(Clone, PartialEq, Eq, Debug)] pub struct IntoStringError(());
impl IntoStringError { pub fn into_cstring(self) -> CString; pub fn utf8_error(&self) -> core::str::Utf8Error; }
impl fmt::Display for NulError {}
impl fmt::Display for FromVecWithNulError {}
impl fmt::Display for IntoStringError {}
impl Error for NulError {}
impl Error for FromVecWithNulError {}
impl Error for IntoStringError {}
impl Index<RangeFull> for CString { type Output = CStr; }
impl Clone for Box<CStr> {}
impl Default for Box<CStr> {}
impl<'a> From<&'a CString> for Cow<'a, CStr> {}
impl From<Cow<'_, CStr>> for CString {}
impl From<Cow<'_, CStr>> for Box<CStr> {}
impl TryFrom<CString> for String { type Error = IntoStringError; }
impl PartialEq<CStr> for CString {}
impl PartialEq<&CStr> for CString {}
impl PartialEq<CString> for CStr {}
