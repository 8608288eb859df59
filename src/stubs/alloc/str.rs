// The str methods that allocate.
pub use core::str::*;
use core::str::pattern::Pattern;
use crate::borrow::ToOwned;
use crate::boxed::Box;
use crate::string::String;

impl str {
    pub fn into_boxed_bytes(self: Box<str>) -> Box<[u8]>;
    pub fn replace<P: Pattern>(&self, from: P, to: &str) -> String;
    pub fn replacen<P: Pattern>(&self, pat: P, to: &str, count: usize) -> String;
    pub fn to_lowercase(&self) -> String;
    pub fn to_uppercase(&self) -> String;
    pub fn into_string(self: Box<str>) -> String;
    pub fn repeat(&self, n: usize) -> String;
    pub fn to_ascii_uppercase(&self) -> String;
    pub fn to_ascii_lowercase(&self) -> String;
}
pub unsafe fn from_boxed_utf8_unchecked(v: Box<[u8]>) -> Box<str>;
impl ToOwned for str { type Owned = String; }
