// Windows.
pub mod prelude {
    pub use super::ffi::{OsStrExt, OsStringExt};
    pub use super::fs::{FileExt, FileTypeExt, MetadataExt, OpenOptionsExt};
    pub use super::io::{AsHandle, AsRawHandle, AsRawSocket, AsSocket, BorrowedHandle, BorrowedSocket, FromRawHandle, FromRawSocket, IntoRawHandle, IntoRawSocket, OwnedHandle, OwnedSocket, RawHandle, RawSocket};
}
pub mod ffi {
    use crate::ffi::{OsStr, OsString};
    pub trait OsStringExt { fn from_wide(wide: &[u16]) -> Self; }
    impl OsStringExt for OsString {}
    pub trait OsStrExt { fn encode_wide(&self) -> EncodeWide; }
    impl OsStrExt for OsStr {}
    #[derive(Clone, Debug)] pub struct EncodeWide<'a>(&'a OsStr);
    impl Iterator for EncodeWide { type Item = u16; }
}
pub mod fs {
    use crate::fs::{File, FileTimes, FileType, Metadata, OpenOptions};
    use crate::io;
    use crate::path::Path;
    use crate::time::SystemTime;
    pub trait FileExt { fn seek_read(&self, buf: &mut [u8], offset: u64) -> io::Result<usize>; fn seek_write(&self, buf: &[u8], offset: u64) -> io::Result<usize>; }
    impl FileExt for File {}
    pub trait OpenOptionsExt { fn access_mode(&mut self, access: u32) -> &mut Self; fn share_mode(&mut self, val: u32) -> &mut Self; fn custom_flags(&mut self, flags: u32) -> &mut Self; fn attributes(&mut self, val: u32) -> &mut Self; fn security_qos_flags(&mut self, flags: u32) -> &mut Self; }
    impl OpenOptionsExt for OpenOptions {}
    pub trait MetadataExt { fn file_attributes(&self) -> u32; fn creation_time(&self) -> u64; fn last_access_time(&self) -> u64; fn last_write_time(&self) -> u64; fn file_size(&self) -> u64; fn volume_serial_number(&self) -> Option<u32>; fn number_of_links(&self) -> Option<u32>; fn file_index(&self) -> Option<u64>; }
    impl MetadataExt for Metadata {}
    pub trait FileTypeExt { fn is_symlink_dir(&self) -> bool; fn is_symlink_file(&self) -> bool; }
    impl FileTypeExt for FileType {}
    pub trait FileTimesExt { fn set_created(self, t: SystemTime) -> Self; }
    impl FileTimesExt for FileTimes {}
    pub fn symlink_file<P: AsRef<Path>, Q: AsRef<Path>>(original: P, link: Q) -> io::Result<()> { original.as_ref(); link.as_ref(); loop {} }
    pub fn symlink_dir<P: AsRef<Path>, Q: AsRef<Path>>(original: P, link: Q) -> io::Result<()> { original.as_ref(); link.as_ref(); loop {} }
}
pub mod raw { pub type HANDLE = *mut ::core::ffi::c_void; pub type SOCKET = u64; }
pub mod io {
    use crate::fs::File;
    use crate::io::{self, Stderr, StderrLock, Stdin, StdinLock, Stdout, StdoutLock};
    use crate::net::{TcpListener, TcpStream, UdpSocket};
    use crate::process::{Child, ChildStderr, ChildStdin, ChildStdout, Stdio};
    pub type RawHandle = super::raw::HANDLE;
    pub type RawSocket = super::raw::SOCKET;
    #[derive(Copy, Clone, Debug)] pub struct BorrowedHandle<'handle>(&'handle ());
    #[derive(Debug)] pub struct OwnedHandle(());
    #[derive(Copy, Clone, Debug)] pub struct BorrowedSocket<'socket>(&'socket ());
    #[derive(Debug)] pub struct OwnedSocket(());
    impl BorrowedHandle { pub unsafe fn borrow_raw(handle: RawHandle) -> Self; pub fn try_clone_to_owned(&self) -> io::Result<OwnedHandle>; }
    impl OwnedHandle { pub fn try_clone(&self) -> io::Result<Self>; }
    impl BorrowedSocket { pub unsafe fn borrow_raw(socket: RawSocket) -> Self; pub fn try_clone_to_owned(&self) -> io::Result<OwnedSocket>; }
    impl OwnedSocket { pub fn try_clone(&self) -> io::Result<Self>; }
    pub trait AsRawHandle { fn as_raw_handle(&self) -> RawHandle; }
    pub trait FromRawHandle { unsafe fn from_raw_handle(handle: RawHandle) -> Self; }
    pub trait IntoRawHandle { fn into_raw_handle(self) -> RawHandle; }
    pub trait AsHandle { fn as_handle(&self) -> BorrowedHandle; }
    pub trait AsRawSocket { fn as_raw_socket(&self) -> RawSocket; }
    pub trait FromRawSocket { unsafe fn from_raw_socket(sock: RawSocket) -> Self; }
    pub trait IntoRawSocket { fn into_raw_socket(self) -> RawSocket; }
    pub trait AsSocket { fn as_socket(&self) -> BorrowedSocket; }
    impl AsRawHandle for OwnedHandle {}
    impl AsRawHandle for BorrowedHandle {}
    impl AsRawHandle for File {}
    impl AsRawHandle for Stdin {}
    impl AsRawHandle for StdinLock {}
    impl AsRawHandle for Stdout {}
    impl AsRawHandle for StdoutLock {}
    impl AsRawHandle for Stderr {}
    impl AsRawHandle for StderrLock {}
    impl AsRawHandle for Child {}
    impl AsRawHandle for ChildStdin {}
    impl AsRawHandle for ChildStdout {}
    impl AsRawHandle for ChildStderr {}
    impl AsHandle for OwnedHandle {}
    impl AsHandle for BorrowedHandle {}
    impl AsHandle for File {}
    impl AsHandle for Stdin {}
    impl AsHandle for StdinLock {}
    impl AsHandle for Stdout {}
    impl AsHandle for StdoutLock {}
    impl AsHandle for Stderr {}
    impl AsHandle for StderrLock {}
    impl AsHandle for Child {}
    impl AsHandle for ChildStdin {}
    impl AsHandle for ChildStdout {}
    impl AsHandle for ChildStderr {}
    impl FromRawHandle for OwnedHandle {}
    impl FromRawHandle for File {}
    impl FromRawHandle for Stdio {}
    impl IntoRawHandle for OwnedHandle {}
    impl IntoRawHandle for File {}
    impl IntoRawHandle for Child {}
    impl IntoRawHandle for ChildStdin {}
    impl IntoRawHandle for ChildStdout {}
    impl IntoRawHandle for ChildStderr {}
    impl AsRawSocket for OwnedSocket {}
    impl AsRawSocket for BorrowedSocket {}
    impl AsRawSocket for TcpStream {}
    impl AsRawSocket for TcpListener {}
    impl AsRawSocket for UdpSocket {}
    impl AsSocket for OwnedSocket {}
    impl AsSocket for BorrowedSocket {}
    impl AsSocket for TcpStream {}
    impl AsSocket for TcpListener {}
    impl AsSocket for UdpSocket {}
    impl FromRawSocket for OwnedSocket {}
    impl FromRawSocket for TcpStream {}
    impl FromRawSocket for TcpListener {}
    impl FromRawSocket for UdpSocket {}
    impl IntoRawSocket for OwnedSocket {}
    impl IntoRawSocket for TcpStream {}
    impl IntoRawSocket for TcpListener {}
    impl IntoRawSocket for UdpSocket {}
    impl From<OwnedHandle> for File {}
    impl From<OwnedHandle> for Stdio {}
    impl From<OwnedHandle> for ChildStdin {}
    impl From<OwnedHandle> for ChildStdout {}
    impl From<OwnedHandle> for ChildStderr {}
    impl From<File> for OwnedHandle {}
    impl From<Child> for OwnedHandle {}
    impl From<ChildStdin> for OwnedHandle {}
    impl From<ChildStdout> for OwnedHandle {}
    impl From<ChildStderr> for OwnedHandle {}
    impl From<OwnedSocket> for TcpStream {}
    impl From<OwnedSocket> for TcpListener {}
    impl From<OwnedSocket> for UdpSocket {}
    impl From<TcpStream> for OwnedSocket {}
    impl From<TcpListener> for OwnedSocket {}
    impl From<UdpSocket> for OwnedSocket {}
}
pub mod process {
    use crate::ffi::OsStr;
    use crate::process::{Command, ExitStatus};
    pub trait CommandExt { fn creation_flags(&mut self, flags: u32) -> &mut Command; fn raw_arg<S: AsRef<OsStr>>(&mut self, text_to_append_as_is: S) -> &mut Command; }
    impl CommandExt for Command {}
    pub trait ExitStatusExt { fn from_raw(raw: u32) -> Self; }
    impl ExitStatusExt for ExitStatus {}
}
