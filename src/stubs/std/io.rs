// Input and output.
use crate::fs::File;
use ::alloc::boxed::Box;
use ::alloc::collections::VecDeque;
use ::alloc::ffi::NulError;
use ::alloc::string::String;
use ::alloc::vec::Vec;
use ::core::error;
use ::core::fmt;
use ::core::ops::{Deref, DerefMut};
pub mod prelude { pub use super::{BufRead, Read, Seek, Write}; }

pub type Result<T> = ::core::result::Result<T, Error>;
pub type RawOsError = i32;
pub struct Error { custom: Box<dyn error::Error + Send + Sync> }
impl Error {
    pub fn new<E: Into<Box<dyn error::Error + Send + Sync>>>(kind: ErrorKind, error: E) -> Error { error.into(); loop {} }
    pub fn other<E: Into<Box<dyn error::Error + Send + Sync>>>(error: E) -> Error { error.into(); loop {} }
    pub fn last_os_error() -> Error;
    pub fn from_raw_os_error(code: i32) -> Error;
    pub fn raw_os_error(&self) -> Option<i32>;
    pub fn get_ref(&self) -> Option<&(dyn error::Error + Send + Sync + 'static)>;
    pub fn get_mut(&mut self) -> Option<&mut (dyn error::Error + Send + Sync + 'static)>;
    pub fn into_inner(self) -> Option<Box<dyn error::Error + Send + Sync>>;
    pub fn downcast<E: error::Error>(self) -> ::core::result::Result<E, Self>;
    pub fn kind(&self) -> ErrorKind;
}
impl fmt::Debug for Error { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { fmt::Debug::fmt(&self.custom, f) } }
impl fmt::Display for Error { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { fmt::Display::fmt(&self.custom, f) } }
impl error::Error for Error {}
impl From<ErrorKind> for Error {}
impl From<NulError> for Error {}
impl From<::alloc::collections::TryReserveError> for Error {}
impl<W> From<IntoInnerError<W>> for Error {}
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum ErrorKind {
    NotFound, PermissionDenied, ConnectionRefused, ConnectionReset, HostUnreachable, NetworkUnreachable, ConnectionAborted, NotConnected, AddrInUse,
    AddrNotAvailable, NetworkDown, BrokenPipe, AlreadyExists, WouldBlock, NotADirectory, IsADirectory, DirectoryNotEmpty, ReadOnlyFilesystem,
    FilesystemLoop, StaleNetworkFileHandle, InvalidInput, InvalidData, TimedOut, WriteZero, StorageFull, NotSeekable, QuotaExceeded, FileTooLarge,
    ResourceBusy, ExecutableFileBusy, Deadlock, CrossesDevices, TooManyLinks, InvalidFilename, ArgumentListTooLong, Interrupted, Unsupported,
    UnexpectedEof, OutOfMemory, InProgress, Other, Uncategorized
}
impl fmt::Display for ErrorKind {}

pub trait Read {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize>;
    fn read_vectored(&mut self, bufs: &mut [IoSliceMut]) -> Result<usize> { self.read(loop {}) }
    fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> { self.read(loop {}) }
    fn read_to_string(&mut self, buf: &mut String) -> Result<usize> { self.read(loop {}) }
    fn read_exact(&mut self, buf: &mut [u8]) -> Result<()> { self.read(buf); loop {} }
    fn by_ref(&mut self) -> &mut Self where Self: Sized { self }
    fn bytes(self) -> Bytes<Self> where Self: Sized { self.read(loop {}); loop {} }
    fn chain<R: Read>(self, next: R) -> Chain<Self, R> where Self: Sized { loop {} }
    fn take(self, limit: u64) -> Take<Self> where Self: Sized { loop {} }
}
pub trait Write {
    fn write(&mut self, buf: &[u8]) -> Result<usize>;
    fn write_vectored(&mut self, bufs: &[IoSlice]) -> Result<usize> { self.write(loop {}) }
    fn flush(&mut self) -> Result<()>;
    fn write_all(&mut self, buf: &[u8]) -> Result<()> { self.write(buf); loop {} }
    fn write_fmt(&mut self, args: fmt::Arguments) -> Result<()> { self.write_all(loop {}) }
    fn by_ref(&mut self) -> &mut Self where Self: Sized { self }
}
pub trait Seek {
    fn seek(&mut self, pos: SeekFrom) -> Result<u64>;
    fn rewind(&mut self) -> Result<()> { self.seek(loop {}); loop {} }
    fn stream_position(&mut self) -> Result<u64> { self.seek(loop {}) }
    fn seek_relative(&mut self, offset: i64) -> Result<()> { self.seek(loop {}); loop {} }
}
pub trait BufRead: Read {
    fn fill_buf(&mut self) -> Result<&[u8]>;
    fn consume(&mut self, amount: usize);
    fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> Result<usize> { self.fill_buf(); self.consume(0); loop {} }
    fn skip_until(&mut self, byte: u8) -> Result<usize> { self.fill_buf(); self.consume(0); loop {} }
    fn read_line(&mut self, buf: &mut String) -> Result<usize> { self.read_until(0, loop {}) }
    fn split(self, byte: u8) -> Split<Self> where Self: Sized { self.read_until(byte, loop {}); loop {} }
    fn lines(self) -> Lines<Self> where Self: Sized { self.read_line(loop {}); loop {} }
}
pub trait IsTerminal { fn is_terminal(&self) -> bool; }
impl IsTerminal for File {}
impl IsTerminal for crate::os::fd::BorrowedFd {}
impl IsTerminal for crate::os::fd::OwnedFd {}
impl IsTerminal for Stdin {}
impl IsTerminal for StdinLock {}
impl IsTerminal for Stdout {}
impl IsTerminal for StdoutLock {}
impl IsTerminal for Stderr {}
impl IsTerminal for StderrLock {}
#[derive(PartialEq, Eq, Clone, Copy, Debug)] pub enum SeekFrom { Start(u64), End(i64), Current(i64) }

impl<R: Read + ?Sized> Read for &mut R { fn read(&mut self, buf: &mut [u8]) -> Result<usize> { (**self).read(buf) } }
impl<W: Write + ?Sized> Write for &mut W { fn write(&mut self, buf: &[u8]) -> Result<usize> { (**self).write(buf) } fn flush(&mut self) -> Result<()> { (**self).flush() } }
impl<S: Seek + ?Sized> Seek for &mut S { fn seek(&mut self, pos: SeekFrom) -> Result<u64> { (**self).seek(pos) } }
impl<B: BufRead + ?Sized> BufRead for &mut B { fn fill_buf(&mut self) -> Result<&[u8]> { (**self).fill_buf() } fn consume(&mut self, amount: usize) { (**self).consume(amount) } }
impl<R: Read + ?Sized> Read for Box<R> { fn read(&mut self, buf: &mut [u8]) -> Result<usize> { (**self).read(buf) } }
impl<W: Write + ?Sized> Write for Box<W> { fn write(&mut self, buf: &[u8]) -> Result<usize> { (**self).write(buf) } fn flush(&mut self) -> Result<()> { (**self).flush() } }
impl<S: Seek + ?Sized> Seek for Box<S> { fn seek(&mut self, pos: SeekFrom) -> Result<u64> { (**self).seek(pos) } }
impl<B: BufRead + ?Sized> BufRead for Box<B> { fn fill_buf(&mut self) -> Result<&[u8]> { (**self).fill_buf() } fn consume(&mut self, amount: usize) { (**self).consume(amount) } }
impl Read for &[u8] {}
impl Read for VecDeque<u8> {}
impl Read for Empty {}
impl Read for Repeat {}
impl Read for Stdin {}
impl Read for &Stdin {}
impl Read for StdinLock {}
impl Read for PipeReader {}
impl Read for &PipeReader {}
impl Write for &mut [u8] {}
impl Write for Vec<u8> {}
impl Write for VecDeque<u8> {}
impl Write for Empty {}
impl Write for &Empty {}
impl Write for Sink {}
impl Write for &Sink {}
impl Write for Stdout {}
impl Write for &Stdout {}
impl Write for StdoutLock {}
impl Write for Stderr {}
impl Write for &Stderr {}
impl Write for StderrLock {}
impl Write for PipeWriter {}
impl Write for &PipeWriter {}
impl BufRead for &[u8] {}
impl BufRead for VecDeque<u8> {}
impl BufRead for Empty {}
impl BufRead for StdinLock {}
impl Seek for Empty {}

#[derive(Debug)] pub struct Bytes<R>(R);
impl<R: Read> Iterator for Bytes<R> { type Item = Result<u8>; fn next(&mut self) -> Option<Result<u8>> { self.0.read(loop {}); loop {} } }
#[derive(Debug)] pub struct Chain<T, U> { first: T, second: U }
impl<T, U> Chain<T, U> { pub fn into_inner(self) -> (T, U); pub fn get_ref(&self) -> (&T, &U); pub fn get_mut(&mut self) -> (&mut T, &mut U); }
impl<T: Read, U: Read> Read for Chain<T, U> { fn read(&mut self, buf: &mut [u8]) -> Result<usize> { self.first.read(buf); self.second.read(buf) } }
impl<T: BufRead, U: BufRead> BufRead for Chain<T, U> { fn fill_buf(&mut self) -> Result<&[u8]> { self.first.fill_buf(); self.second.fill_buf() } fn consume(&mut self, amt: usize) { self.first.consume(amt); self.second.consume(amt) } }
#[derive(Debug)] pub struct Take<T> { inner: T }
impl<T> Take<T> { pub fn limit(&self) -> u64; pub fn set_limit(&mut self, limit: u64); pub fn into_inner(self) -> T; pub fn get_ref(&self) -> &T; pub fn get_mut(&mut self) -> &mut T; }
impl<T: Read> Read for Take<T> { fn read(&mut self, buf: &mut [u8]) -> Result<usize> { self.inner.read(buf) } }
impl<T: Seek> Seek for Take<T> { fn seek(&mut self, pos: SeekFrom) -> Result<u64> { self.inner.seek(pos) } }
impl<T: BufRead> BufRead for Take<T> { fn fill_buf(&mut self) -> Result<&[u8]> { self.inner.fill_buf() } fn consume(&mut self, amt: usize) { self.inner.consume(amt) } }
#[derive(Debug)] pub struct Split<B> { buf: B }
impl<B: BufRead> Iterator for Split<B> { type Item = Result<Vec<u8>>; fn next(&mut self) -> Option<Result<Vec<u8>>> { self.buf.read_until(0, loop {}); loop {} } }
#[derive(Debug)] pub struct Lines<B> { buf: B }
impl<B: BufRead> Iterator for Lines<B> { type Item = Result<String>; fn next(&mut self) -> Option<Result<String>> { self.buf.read_line(loop {}); loop {} } }

#[derive(Debug)] pub struct IoSlice<'a>(&'a [u8]);
impl<'a> IoSlice<'a> { pub fn new(buf: &'a [u8]) -> IoSlice<'a>; pub fn advance(&mut self, n: usize); pub fn advance_slices(bufs: &mut &mut [IoSlice<'a>], n: usize); pub fn as_slice(self) -> &'a [u8]; }
impl Clone for IoSlice {}
impl Copy for IoSlice {}
impl Deref for IoSlice { type Target = [u8]; }
#[derive(Debug)] pub struct IoSliceMut<'a>(&'a mut [u8]);
impl<'a> IoSliceMut<'a> { pub fn new(buf: &'a mut [u8]) -> IoSliceMut<'a>; pub fn advance(&mut self, n: usize); pub fn advance_slices(bufs: &mut &mut [IoSliceMut<'a>], n: usize); }
impl Deref for IoSliceMut { type Target = [u8]; }
impl DerefMut for IoSliceMut {}

#[derive(Debug)] pub struct BufReader<R: ?Sized> { inner: R }
impl<R: Read> BufReader<R> { pub fn new(inner: R) -> BufReader<R>; pub fn with_capacity(capacity: usize, inner: R) -> BufReader<R>; }
impl<R: ?Sized> BufReader<R> {
    pub fn get_ref(&self) -> &R;
    pub fn get_mut(&mut self) -> &mut R;
    pub fn buffer(&self) -> &[u8];
    pub fn capacity(&self) -> usize;
    pub fn into_inner(self) -> R;
    pub fn seek_relative(&mut self, offset: i64) -> Result<()> where R: Seek { self.inner.seek(loop {}); loop {} }
}
impl<R: ?Sized + Read> Read for BufReader<R> { fn read(&mut self, buf: &mut [u8]) -> Result<usize> { self.inner.read(buf) } }
impl<R: ?Sized + Read> BufRead for BufReader<R> { fn fill_buf(&mut self) -> Result<&[u8]> { self.inner.read(loop {}); loop {} } fn consume(&mut self, amt: usize); }
impl<R: ?Sized + Seek> Seek for BufReader<R> { fn seek(&mut self, pos: SeekFrom) -> Result<u64> { self.inner.seek(pos) } }
#[derive(Debug)] pub struct BufWriter<W: ?Sized + Write> { inner: W }
impl<W: Write> BufWriter<W> { pub fn new(inner: W) -> BufWriter<W>; pub fn with_capacity(capacity: usize, inner: W) -> BufWriter<W>; pub fn into_inner(self) -> ::core::result::Result<W, IntoInnerError<BufWriter<W>>> { self.inner.write(loop {}); loop {} } pub fn into_parts(self) -> (W, ::core::result::Result<Vec<u8>, WriterPanicked>); }
impl<W: ?Sized + Write> BufWriter<W> { pub fn get_ref(&self) -> &W; pub fn get_mut(&mut self) -> &mut W; pub fn buffer(&self) -> &[u8]; pub fn capacity(&self) -> usize; }
impl<W: ?Sized + Write> Write for BufWriter<W> { fn write(&mut self, buf: &[u8]) -> Result<usize> { self.inner.write(buf) } fn flush(&mut self) -> Result<()> { self.inner.write_all(loop {}); self.inner.flush() } }
impl<W: ?Sized + Write + Seek> Seek for BufWriter<W> { fn seek(&mut self, pos: SeekFrom) -> Result<u64> { self.inner.seek(pos) } }
impl<W: ?Sized + Write> Drop for BufWriter<W> { fn drop(&mut self) { self.inner.write(loop {}); } }
#[derive(Debug)] pub struct LineWriter<W: ?Sized + Write> { inner: W }
impl<W: Write> LineWriter<W> { pub fn new(inner: W) -> LineWriter<W>; pub fn with_capacity(capacity: usize, inner: W) -> LineWriter<W>; pub fn get_mut(&mut self) -> &mut W; pub fn into_inner(self) -> ::core::result::Result<W, IntoInnerError<LineWriter<W>>>; pub fn get_ref(&self) -> &W; }
impl<W: ?Sized + Write> Write for LineWriter<W> { fn write(&mut self, buf: &[u8]) -> Result<usize> { self.inner.write(buf) } fn flush(&mut self) -> Result<()> { self.inner.flush() } }
#[derive(Debug)] pub struct IntoInnerError<W>(W, Error);
impl<W> IntoInnerError<W> { pub fn error(&self) -> &Error; pub fn into_inner(self) -> W; pub fn into_error(self) -> Error; pub fn into_parts(self) -> (Error, W); }
impl<W> fmt::Display for IntoInnerError<W> {}
impl<W: fmt::Debug> error::Error for IntoInnerError<W> {}
#[derive(Debug)] pub struct WriterPanicked(Vec<u8>);
impl WriterPanicked { pub fn into_inner(self) -> Vec<u8>; }
impl fmt::Display for WriterPanicked {}
impl error::Error for WriterPanicked {}

#[derive(Debug, Default, Eq, PartialEq, Clone)] pub struct Cursor<T> { inner: T }
impl<T> Cursor<T> {
    pub fn new(inner: T) -> Cursor<T>;
    pub fn into_inner(self) -> T;
    pub fn get_ref(&self) -> &T;
    pub fn get_mut(&mut self) -> &mut T;
    pub fn position(&self) -> u64;
    pub fn set_position(&mut self, pos: u64);
}
impl<T: AsRef<[u8]>> Cursor<T> { pub fn split(&self) -> (&[u8], &[u8]) { self.inner.as_ref(); loop {} } }
impl<T: AsRef<[u8]>> Read for Cursor<T> { fn read(&mut self, buf: &mut [u8]) -> Result<usize> { self.inner.as_ref(); loop {} } }
impl<T: AsRef<[u8]>> BufRead for Cursor<T> { fn fill_buf(&mut self) -> Result<&[u8]> { self.inner.as_ref(); loop {} } fn consume(&mut self, amt: usize); }
impl<T: AsRef<[u8]>> Seek for Cursor<T> { fn seek(&mut self, style: SeekFrom) -> Result<u64> { self.inner.as_ref(); loop {} } }
impl Write for Cursor<&mut [u8]> {}
impl Write for Cursor<&mut Vec<u8>> {}
impl Write for Cursor<Vec<u8>> {}
impl Write for Cursor<Box<[u8]>> {}
impl<const N: usize> Write for Cursor<[u8; N]> {}

#[derive(Copy, Clone, Debug, Default)] pub struct Empty;
#[derive(Clone, Debug)] pub struct Repeat(u8);
#[derive(Copy, Clone, Debug, Default)] pub struct Sink;
pub fn empty() -> Empty;
pub fn repeat(byte: u8) -> Repeat;
pub fn sink() -> Sink;
pub fn copy<R: ?Sized + Read, W: ?Sized + Write>(reader: &mut R, writer: &mut W) -> Result<u64> { reader.read(loop {}); writer.write_all(loop {}); loop {} }
pub fn read_to_string<R: Read>(reader: R) -> Result<String> { reader.read_to_string(loop {}); loop {} }
pub fn pipe() -> Result<(PipeReader, PipeWriter)>;
#[derive(Debug)] pub struct PipeReader(i32);
#[derive(Debug)] pub struct PipeWriter(i32);
impl PipeReader { pub fn try_clone(&self) -> Result<PipeReader>; }
impl PipeWriter { pub fn try_clone(&self) -> Result<PipeWriter>; }

#[derive(Debug)] pub struct Stdin(());
#[derive(Debug)] pub struct StdinLock<'a>(&'a ());
#[derive(Debug)] pub struct Stdout(());
#[derive(Debug)] pub struct StdoutLock<'a>(&'a ());
#[derive(Debug)] pub struct Stderr(());
#[derive(Debug)] pub struct StderrLock<'a>(&'a ());
pub fn stdin() -> Stdin;
pub fn stdout() -> Stdout;
pub fn stderr() -> Stderr;
impl Stdin {
    pub fn lock(&self) -> StdinLock<'static>;
    pub fn read_line(&self, buf: &mut String) -> Result<usize>;
    pub fn lines(self) -> Lines<StdinLock<'static>>;
}
impl Stdout { pub fn lock(&self) -> StdoutLock<'static>; }
impl Stderr { pub fn lock(&self) -> StderrLock<'static>; }
pub fn _print(args: fmt::Arguments);
pub fn _eprint(args: fmt::Arguments);
