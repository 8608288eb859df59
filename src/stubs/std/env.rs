// The process's environment.
use crate::ffi::{OsStr, OsString};
use crate::io;
use crate::path::{Path, PathBuf};
use ::alloc::string::String;
use ::core::error::Error;
use ::core::fmt;

pub fn current_dir() -> io::Result<PathBuf>;
pub fn set_current_dir<P: AsRef<Path>>(path: P) -> io::Result<()> { path.as_ref(); loop {} }
pub fn vars() -> Vars;
pub fn vars_os() -> VarsOs;
pub fn var<K: AsRef<OsStr>>(key: K) -> Result<String, VarError> { key.as_ref(); loop {} }
pub fn var_os<K: AsRef<OsStr>>(key: K) -> Option<OsString> { key.as_ref(); loop {} }
pub unsafe fn set_var<K: AsRef<OsStr>, V: AsRef<OsStr>>(key: K, value: V) { key.as_ref(); value.as_ref(); }
pub unsafe fn remove_var<K: AsRef<OsStr>>(key: K) { key.as_ref(); }
pub fn split_paths<T: AsRef<OsStr> + ?Sized>(unparsed: &T) -> SplitPaths { unparsed.as_ref(); loop {} }
pub fn join_paths<I: IntoIterator<Item = T>, T: AsRef<OsStr>>(paths: I) -> Result<OsString, JoinPathsError> { paths.into_iter().next().unwrap().as_ref(); loop {} }
pub fn home_dir() -> Option<PathBuf>;
pub fn temp_dir() -> PathBuf;
pub fn current_exe() -> io::Result<PathBuf>;
pub fn args() -> Args;
pub fn args_os() -> ArgsOs;
#[derive(Debug, PartialEq, Eq, Clone)] pub enum VarError { NotPresent, NotUnicode(OsString) }
#[derive(Debug)] pub struct JoinPathsError(());
impl fmt::Display for VarError {}
impl fmt::Display for JoinPathsError {}
impl Error for VarError {}
impl Error for JoinPathsError {}
#[derive(Debug)] pub struct Vars(());
#[derive(Debug)] pub struct VarsOs(());
#[derive(Debug)] pub struct Args(());
#[derive(Debug)] pub struct ArgsOs(());
#[derive(Debug)] pub struct SplitPaths<'a>(&'a ());
impl Iterator for Vars { type Item = (String, String); }
impl Iterator for VarsOs { type Item = (OsString, OsString); }
impl Iterator for Args { type Item = String; }
impl Iterator for ArgsOs { type Item = OsString; }
impl Iterator for SplitPaths { type Item = PathBuf; }
impl DoubleEndedIterator for Args {}
impl DoubleEndedIterator for ArgsOs {}
impl ExactSizeIterator for Args {}
impl ExactSizeIterator for ArgsOs {}
pub mod consts {
    pub const ARCH: &'static str;
    pub const FAMILY: &'static str;
    pub const OS: &'static str;
    pub const DLL_PREFIX: &'static str;
    pub const DLL_SUFFIX: &'static str;
    pub const DLL_EXTENSION: &'static str;
    pub const EXE_SUFFIX: &'static str;
    pub const EXE_EXTENSION: &'static str;
}
