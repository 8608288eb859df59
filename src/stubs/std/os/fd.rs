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
impl AsRawFd for RawFd {}
impl AsRawFd for OwnedFd {}
impl AsRawFd for BorrowedFd {}
impl AsRawFd for File {}
impl AsRawFd for Stdin {}
impl AsRawFd for StdinLock {}
impl AsRawFd for Stdout {}
impl AsRawFd for StdoutLock {}
impl AsRawFd for Stderr {}
impl AsRawFd for StderrLock {}
impl AsRawFd for TcpStream {}
impl AsRawFd for TcpListener {}
impl AsRawFd for UdpSocket {}
impl AsRawFd for UnixStream {}
impl AsRawFd for UnixListener {}
impl AsRawFd for UnixDatagram {}
impl AsRawFd for ChildStdin {}
impl AsRawFd for ChildStdout {}
impl AsRawFd for ChildStderr {}
impl AsRawFd for PipeReader {}
impl AsRawFd for PipeWriter {}
impl AsFd for OwnedFd {}
impl AsFd for BorrowedFd {}
impl AsFd for File {}
impl AsFd for Stdin {}
impl AsFd for StdinLock {}
impl AsFd for Stdout {}
impl AsFd for StdoutLock {}
impl AsFd for Stderr {}
impl AsFd for StderrLock {}
impl AsFd for TcpStream {}
impl AsFd for TcpListener {}
impl AsFd for UdpSocket {}
impl AsFd for UnixStream {}
impl AsFd for UnixListener {}
impl AsFd for UnixDatagram {}
impl AsFd for ChildStdin {}
impl AsFd for ChildStdout {}
impl AsFd for ChildStderr {}
impl AsFd for PipeReader {}
impl AsFd for PipeWriter {}
impl FromRawFd for RawFd {}
impl FromRawFd for OwnedFd {}
impl FromRawFd for File {}
impl FromRawFd for TcpStream {}
impl FromRawFd for TcpListener {}
impl FromRawFd for UdpSocket {}
impl FromRawFd for UnixStream {}
impl FromRawFd for UnixListener {}
impl FromRawFd for UnixDatagram {}
impl FromRawFd for PipeReader {}
impl FromRawFd for PipeWriter {}
impl FromRawFd for Stdio {}
impl IntoRawFd for RawFd {}
impl IntoRawFd for OwnedFd {}
impl IntoRawFd for File {}
impl IntoRawFd for TcpStream {}
impl IntoRawFd for TcpListener {}
impl IntoRawFd for UdpSocket {}
impl IntoRawFd for UnixStream {}
impl IntoRawFd for UnixListener {}
impl IntoRawFd for UnixDatagram {}
impl IntoRawFd for ChildStdin {}
impl IntoRawFd for ChildStdout {}
impl IntoRawFd for ChildStderr {}
impl IntoRawFd for PipeReader {}
impl IntoRawFd for PipeWriter {}
impl From<OwnedFd> for File {}
impl From<OwnedFd> for TcpStream {}
impl From<OwnedFd> for TcpListener {}
impl From<OwnedFd> for UdpSocket {}
impl From<OwnedFd> for UnixStream {}
impl From<OwnedFd> for UnixListener {}
impl From<OwnedFd> for UnixDatagram {}
impl From<OwnedFd> for ChildStdin {}
impl From<OwnedFd> for ChildStdout {}
impl From<OwnedFd> for ChildStderr {}
impl From<OwnedFd> for PipeReader {}
impl From<OwnedFd> for PipeWriter {}
impl From<OwnedFd> for Stdio {}
impl From<File> for OwnedFd {}
impl From<TcpStream> for OwnedFd {}
impl From<TcpListener> for OwnedFd {}
impl From<UdpSocket> for OwnedFd {}
impl From<UnixStream> for OwnedFd {}
impl From<UnixListener> for OwnedFd {}
impl From<UnixDatagram> for OwnedFd {}
impl From<ChildStdin> for OwnedFd {}
impl From<ChildStdout> for OwnedFd {}
impl From<ChildStderr> for OwnedFd {}
impl From<PipeReader> for OwnedFd {}
impl From<PipeWriter> for OwnedFd {}
impl<T: AsFd + ?Sized> AsFd for &T { fn as_fd(&self) -> BorrowedFd { (**self).as_fd() } }
impl<T: AsFd + ?Sized> AsFd for &mut T { fn as_fd(&self) -> BorrowedFd { (**self).as_fd() } }
impl<T: AsFd + ?Sized> AsFd for Box<T> { fn as_fd(&self) -> BorrowedFd { (**self).as_fd() } }
impl<T: AsFd + ?Sized> AsFd for Arc<T> { fn as_fd(&self) -> BorrowedFd { (**self).as_fd() } }
impl<T: AsFd + ?Sized> AsFd for Rc<T> { fn as_fd(&self) -> BorrowedFd { (**self).as_fd() } }
impl<T: AsRawFd> AsRawFd for Box<T> { fn as_raw_fd(&self) -> RawFd { (**self).as_raw_fd() } }
impl<T: AsRawFd> AsRawFd for Arc<T> { fn as_raw_fd(&self) -> RawFd { (**self).as_raw_fd() } }
impl<T: AsRawFd> AsRawFd for Rc<T> { fn as_raw_fd(&self) -> RawFd { (**self).as_raw_fd() } }
