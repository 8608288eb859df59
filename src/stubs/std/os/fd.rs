// File descriptors.
use crate::fs::File;
use crate::io::{self, PipeReader, PipeWriter, Stderr, StderrLock, Stdin, StdinLock, Stdout, StdoutLock};
use crate::net::{TcpListener, TcpStream, UdpSocket};
use crate::os::unix::net::{UnixDatagram, UnixListener, UnixStream};
use crate::process::{ChildStderr, ChildStdin, ChildStdout, Stdio};
use ::alloc::boxed::Box;
use ::alloc::rc::Rc;
use ::alloc::sync::Arc;

pub type RawFd = i32;
#[derive(Copy, Clone, Debug)] pub struct BorrowedFd<'fd>(&'fd RawFd);
#[derive(Debug)] pub struct OwnedFd(RawFd);
impl<'fd> BorrowedFd<'fd> { pub unsafe fn borrow_raw(fd: RawFd) -> Self; pub fn try_clone_to_owned(&self) -> io::Result<OwnedFd>; }
impl OwnedFd { pub fn try_clone(&self) -> io::Result<Self>; }
pub trait AsRawFd { fn as_raw_fd(&self) -> RawFd; }
pub trait FromRawFd { unsafe fn from_raw_fd(fd: RawFd) -> Self; }
pub trait IntoRawFd { fn into_raw_fd(self) -> RawFd; }
pub trait AsFd { fn as_fd(&self) -> BorrowedFd; }
#[callmap::each(RawFd, OwnedFd, BorrowedFd, File, Stdin, StdinLock, Stdout, StdoutLock, Stderr, StderrLock, TcpStream, TcpListener, UdpSocket, UnixStream, UnixListener, UnixDatagram, ChildStdin, ChildStdout, ChildStderr, PipeReader, PipeWriter)] impl<T> AsRawFd for T {}
#[callmap::each(OwnedFd, BorrowedFd, File, Stdin, StdinLock, Stdout, StdoutLock, Stderr, StderrLock, TcpStream, TcpListener, UdpSocket, UnixStream, UnixListener, UnixDatagram, ChildStdin, ChildStdout, ChildStderr, PipeReader, PipeWriter)] impl<T> AsFd for T {}
#[callmap::each(RawFd, OwnedFd, File, TcpStream, TcpListener, UdpSocket, UnixStream, UnixListener, UnixDatagram, PipeReader, PipeWriter, Stdio)] impl<T> FromRawFd for T {}
#[callmap::each(RawFd, OwnedFd, File, TcpStream, TcpListener, UdpSocket, UnixStream, UnixListener, UnixDatagram, ChildStdin, ChildStdout, ChildStderr, PipeReader, PipeWriter)] impl<T> IntoRawFd for T {}
#[callmap::each(File, TcpStream, TcpListener, UdpSocket, UnixStream, UnixListener, UnixDatagram, ChildStdin, ChildStdout, ChildStderr, PipeReader, PipeWriter, Stdio)] impl<T> From<OwnedFd> for T {}
#[callmap::each(File, TcpStream, TcpListener, UdpSocket, UnixStream, UnixListener, UnixDatagram, ChildStdin, ChildStdout, ChildStderr, PipeReader, PipeWriter)] impl<T> From<T> for OwnedFd {}
impl<T: AsFd + ?Sized> AsFd for &T { fn as_fd(&self) -> BorrowedFd { (**self).as_fd() } }
impl<T: AsFd + ?Sized> AsFd for &mut T { fn as_fd(&self) -> BorrowedFd { (**self).as_fd() } }
impl<T: AsFd + ?Sized> AsFd for Box<T> { fn as_fd(&self) -> BorrowedFd { (**self).as_fd() } }
impl<T: AsFd + ?Sized> AsFd for Arc<T> { fn as_fd(&self) -> BorrowedFd { (**self).as_fd() } }
impl<T: AsFd + ?Sized> AsFd for Rc<T> { fn as_fd(&self) -> BorrowedFd { (**self).as_fd() } }
impl<T: AsRawFd> AsRawFd for Box<T> { fn as_raw_fd(&self) -> RawFd { (**self).as_raw_fd() } }
impl<T: AsRawFd> AsRawFd for Arc<T> { fn as_raw_fd(&self) -> RawFd { (**self).as_raw_fd() } }
impl<T: AsRawFd> AsRawFd for Rc<T> { fn as_raw_fd(&self) -> RawFd { (**self).as_raw_fd() } }
