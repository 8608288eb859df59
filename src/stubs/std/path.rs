// Paths.
use crate::ffi::{OsStr, OsString};
use crate::fs;
use crate::io;
use ::alloc::borrow::{Cow, ToOwned};
use ::alloc::boxed::Box;
use ::alloc::collections::TryReserveError;
use ::alloc::rc::Rc;
use ::alloc::string::String;
use ::alloc::sync::Arc;
use ::core::borrow::Borrow;
use ::core::convert::Infallible;
use ::core::error::Error;
use ::core::fmt;
use ::core::iter::{FromIterator, FusedIterator};
use ::core::ops::{Deref, DerefMut};
use ::core::str::FromStr;

pub const MAIN_SEPARATOR: char;
pub const MAIN_SEPARATOR_STR: &'static str;
pub fn is_separator(c: char) -> bool;
pub fn absolute<P: AsRef<Path>>(path: P) -> io::Result<PathBuf> { path.as_ref(); loop {} }
#[derive(Copy, Clone, Debug, Hash, PartialOrd, Ord, PartialEq, Eq)] pub enum Prefix<'a> { Verbatim(&'a OsStr), VerbatimUNC(&'a OsStr, &'a OsStr), VerbatimDisk(u8), DeviceNS(&'a OsStr), UNC(&'a OsStr, &'a OsStr), Disk(u8) }
impl<'a> Prefix<'a> { pub fn is_verbatim(&self) -> bool; }
#[derive(Copy, Clone, Debug, Hash, PartialOrd, Ord, PartialEq, Eq)] pub struct PrefixComponent<'a>(Prefix<'a>);
impl<'a> PrefixComponent<'a> { pub fn kind(&self) -> Prefix<'a>; pub fn as_os_str(&self) -> &'a OsStr; }
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)] pub enum Component<'a> { Prefix(PrefixComponent<'a>), RootDir, CurDir, ParentDir, Normal(&'a OsStr) }
impl<'a> Component<'a> { pub fn as_os_str(self) -> &'a OsStr; }
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)] pub struct Components<'a>(&'a Path);
impl<'a> Components<'a> { pub fn as_path(&self) -> &'a Path; }
#[derive(Clone, Debug)] pub struct Iter<'a>(&'a Path);
impl<'a> Iter<'a> { pub fn as_path(&self) -> &'a Path; }
#[derive(Copy, Clone, Debug)] pub struct Ancestors<'a>(&'a Path);
impl<'a> Iterator for Components<'a> { type Item = Component<'a>; }
impl<'a> Iterator for Iter<'a> { type Item = &'a OsStr; }
impl<'a> Iterator for Ancestors<'a> { type Item = &'a Path; }
impl DoubleEndedIterator for Components {}
impl DoubleEndedIterator for Iter {}
impl FusedIterator for Components {}
impl FusedIterator for Iter {}
impl FusedIterator for Ancestors {}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)] pub struct PathBuf { inner: OsString }
impl PathBuf {
    pub fn new() -> PathBuf;
    pub fn with_capacity(capacity: usize) -> PathBuf;
    pub fn as_path(&self) -> &Path;
    pub fn leak<'a>(self) -> &'a mut Path;
    pub fn push<P: AsRef<Path>>(&mut self, path: P) { path.as_ref(); }
    pub fn pop(&mut self) -> bool;
    pub fn set_file_name<S: AsRef<OsStr>>(&mut self, file_name: S) { file_name.as_ref(); }
    pub fn set_extension<S: AsRef<OsStr>>(&mut self, extension: S) -> bool { extension.as_ref(); loop {} }
    pub fn add_extension<S: AsRef<OsStr>>(&mut self, extension: S) -> bool { extension.as_ref(); loop {} }
    pub fn as_mut_os_string(&mut self) -> &mut OsString;
    pub fn into_os_string(self) -> OsString;
    pub fn into_boxed_path(self) -> Box<Path>;
    pub fn capacity(&self) -> usize;
    pub fn clear(&mut self);
    pub fn reserve(&mut self, additional: usize);
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError>;
    pub fn reserve_exact(&mut self, additional: usize);
    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError>;
    pub fn shrink_to_fit(&mut self);
    pub fn shrink_to(&mut self, min_capacity: usize);
}
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)] pub struct Path { inner: OsStr }
impl Path {
    pub fn new<S: AsRef<OsStr> + ?Sized>(s: &S) -> &Path { s.as_ref(); loop {} }
    pub fn as_os_str(&self) -> &OsStr;
    pub fn as_mut_os_str(&mut self) -> &mut OsStr;
    pub fn to_str(&self) -> Option<&str>;
    pub fn to_string_lossy(&self) -> Cow<str>;
    pub fn to_path_buf(&self) -> PathBuf;
    pub fn is_absolute(&self) -> bool;
    pub fn is_relative(&self) -> bool;
    pub fn has_root(&self) -> bool;
    pub fn parent(&self) -> Option<&Path>;
    pub fn ancestors(&self) -> Ancestors;
    pub fn file_name(&self) -> Option<&OsStr>;
    pub fn strip_prefix<P: AsRef<Path>>(&self, base: P) -> Result<&Path, StripPrefixError> { base.as_ref(); loop {} }
    pub fn starts_with<P: AsRef<Path>>(&self, base: P) -> bool { base.as_ref(); loop {} }
    pub fn ends_with<P: AsRef<Path>>(&self, child: P) -> bool { child.as_ref(); loop {} }
    pub fn file_stem(&self) -> Option<&OsStr>;
    pub fn file_prefix(&self) -> Option<&OsStr>;
    pub fn extension(&self) -> Option<&OsStr>;
    pub fn join<P: AsRef<Path>>(&self, path: P) -> PathBuf { path.as_ref(); loop {} }
    pub fn with_file_name<S: AsRef<OsStr>>(&self, file_name: S) -> PathBuf { file_name.as_ref(); loop {} }
    pub fn with_extension<S: AsRef<OsStr>>(&self, extension: S) -> PathBuf { extension.as_ref(); loop {} }
    pub fn with_added_extension<S: AsRef<OsStr>>(&self, extension: S) -> PathBuf { extension.as_ref(); loop {} }
    pub fn components(&self) -> Components;
    pub fn iter(&self) -> Iter;
    pub fn display(&self) -> Display;
    pub fn metadata(&self) -> io::Result<fs::Metadata>;
    pub fn symlink_metadata(&self) -> io::Result<fs::Metadata>;
    pub fn canonicalize(&self) -> io::Result<PathBuf>;
    pub fn read_link(&self) -> io::Result<PathBuf>;
    pub fn read_dir(&self) -> io::Result<fs::ReadDir>;
    pub fn exists(&self) -> bool;
    pub fn try_exists(&self) -> io::Result<bool>;
    pub fn is_file(&self) -> bool;
    pub fn is_dir(&self) -> bool;
    pub fn is_symlink(&self) -> bool;
    pub fn into_path_buf(self: Box<Path>) -> PathBuf;
}
#[derive(Debug)] pub struct Display<'a>(&'a Path);
impl fmt::Display for Display {}
#[derive(Debug, Clone, PartialEq, Eq)] pub struct StripPrefixError(());
impl fmt::Display for StripPrefixError {}
impl Error for StripPrefixError {}
impl fmt::Debug for Path {}
impl fmt::Debug for PathBuf {}
impl Deref for PathBuf { type Target = Path; }
impl DerefMut for PathBuf {}
impl Default for PathBuf {}
impl Borrow<Path> for PathBuf {}
impl ToOwned for Path { type Owned = PathBuf; }
impl FromStr for PathBuf { type Err = Infallible; }
impl Clone for Box<Path> {}
impl AsRef<OsStr> for Path {}
impl AsRef<OsStr> for PathBuf {}
impl AsRef<OsStr> for Component {}
impl AsRef<OsStr> for Components {}
impl AsRef<OsStr> for Iter {}
impl AsRef<Path> for Path {}
impl AsRef<Path> for PathBuf {}
impl AsRef<Path> for OsStr {}
impl AsRef<Path> for OsString {}
impl AsRef<Path> for str {}
impl AsRef<Path> for String {}
impl AsRef<Path> for Cow<'_, OsStr> {}
impl AsRef<Path> for Component {}
impl AsRef<Path> for Components {}
impl AsRef<Path> for Iter {}
impl<T: ?Sized + AsRef<OsStr>> From<&T> for PathBuf { fn from(s: &T) -> PathBuf { s.as_ref(); loop {} } }
impl From<OsString> for PathBuf {}
impl From<String> for PathBuf {}
impl From<Box<Path>> for PathBuf {}
impl From<Cow<'_, Path>> for PathBuf {}
impl From<PathBuf> for OsString {}
impl From<PathBuf> for Box<Path> {}
impl From<PathBuf> for Arc<Path> {}
impl From<PathBuf> for Rc<Path> {}
impl From<&Path> for Box<Path> {}
impl From<&Path> for Arc<Path> {}
impl From<&Path> for Rc<Path> {}
impl From<Cow<'_, Path>> for Box<Path> {}
impl<'a> From<PathBuf> for Cow<'a, Path> {}
impl<'a> From<&'a Path> for Cow<'a, Path> {}
impl<'a> From<&'a PathBuf> for Cow<'a, Path> {}
impl<P: AsRef<Path>> FromIterator<P> for PathBuf { fn from_iter<I: IntoIterator<Item = P>>(iter: I) -> PathBuf { iter.into_iter().next().unwrap().as_ref(); loop {} } }
impl<P: AsRef<Path>> Extend<P> for PathBuf { fn extend<I: IntoIterator<Item = P>>(&mut self, iter: I) { iter.into_iter().next().unwrap().as_ref(); } }
impl<'a> IntoIterator for &'a Path { type Item = &'a OsStr; type IntoIter = Iter<'a>; }
impl<'a> IntoIterator for &'a PathBuf { type Item = &'a OsStr; type IntoIter = Iter<'a>; }
impl PartialEq<Path> for PathBuf {}
impl PartialEq<PathBuf> for Path {}
impl PartialEq<&Path> for PathBuf {}
impl PartialEq<PathBuf> for &Path {}
impl PartialEq<Path> for Cow<'_, Path> {}
impl PartialEq<Cow<'_, Path>> for Path {}
impl PartialEq<&Path> for Cow<'_, Path> {}
impl PartialEq<Cow<'_, Path>> for &Path {}
impl PartialEq<PathBuf> for Cow<'_, Path> {}
impl PartialEq<Cow<'_, Path>> for PathBuf {}
impl PartialEq<OsStr> for PathBuf {}
impl PartialEq<PathBuf> for OsStr {}
impl PartialEq<&OsStr> for PathBuf {}
impl PartialEq<PathBuf> for &OsStr {}
impl PartialEq<OsString> for PathBuf {}
impl PartialEq<PathBuf> for OsString {}
impl PartialEq<OsStr> for Path {}
impl PartialEq<Path> for OsStr {}
impl PartialEq<&OsStr> for Path {}
impl PartialEq<Path> for &OsStr {}
impl PartialEq<OsString> for Path {}
impl PartialEq<Path> for OsString {}
impl PartialEq<OsStr> for &Path {}
impl PartialEq<&Path> for OsStr {}
impl PartialEq<OsString> for &Path {}
impl PartialEq<&Path> for OsString {}
impl PartialEq<str> for Path {}
impl PartialEq<Path> for str {}
impl PartialEq<String> for Path {}
impl PartialEq<Path> for String {}
impl PartialEq<str> for PathBuf {}
impl PartialEq<PathBuf> for str {}
impl PartialEq<String> for PathBuf {}
impl PartialEq<PathBuf> for String {}
impl PartialEq<&str> for PathBuf {}
impl PartialEq<PathBuf> for &str {}
impl From<Cow<'_, Path>> for Arc<Path> {}
impl From<Cow<'_, Path>> for Rc<Path> {}
impl PartialOrd<Path> for PathBuf {}
impl PartialOrd<PathBuf> for Path {}
impl PartialOrd<&Path> for PathBuf {}
impl PartialOrd<PathBuf> for &Path {}
