// Unix.
pub mod io { pub use crate::os::fd::*; }
pub mod prelude {
    pub use super::ffi::{OsStrExt, OsStringExt};
    pub use super::fs::{DirEntryExt, FileExt, FileTypeExt, MetadataExt, OpenOptionsExt, PermissionsExt};
    pub use super::process::{CommandExt, ExitStatusExt};
    pub use super::thread::JoinHandleExt;
    pub use crate::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, IntoRawFd, OwnedFd, RawFd};
}
pub mod ffi {
    use crate::ffi::{OsStr, OsString};
    use ::alloc::vec::Vec;
    pub trait OsStringExt { fn from_vec(vec: Vec<u8>) -> Self; fn into_vec(self) -> Vec<u8>; }
    impl OsStringExt for OsString {}
    pub trait OsStrExt { fn from_bytes(slice: &[u8]) -> &Self; fn as_bytes(&self) -> &[u8]; }
    impl OsStrExt for OsStr {}
}
pub mod fs {
    use crate::fs::{DirBuilder, DirEntry, File, FileType, Metadata, OpenOptions, Permissions};
    use crate::io;
    use crate::path::Path;
    pub trait FileExt {
        fn read_at(&self, buf: &mut [u8], offset: u64) -> io::Result<usize>;
        fn read_exact_at(&self, buf: &mut [u8], offset: u64) -> io::Result<()> { loop {} }
        fn write_at(&self, buf: &[u8], offset: u64) -> io::Result<usize>;
        fn write_all_at(&self, buf: &[u8], offset: u64) -> io::Result<()> { loop {} }
    }
    impl FileExt for File {}
    pub trait PermissionsExt { fn mode(&self) -> u32; fn set_mode(&mut self, mode: u32); fn from_mode(mode: u32) -> Self; }
    impl PermissionsExt for Permissions {}
    pub trait OpenOptionsExt { fn mode(&mut self, mode: u32) -> &mut Self; fn custom_flags(&mut self, flags: i32) -> &mut Self; }
    impl OpenOptionsExt for OpenOptions {}
    pub trait MetadataExt { fn dev(&self) -> u64; fn ino(&self) -> u64; fn mode(&self) -> u32; fn nlink(&self) -> u64; fn uid(&self) -> u32; fn gid(&self) -> u32; fn rdev(&self) -> u64; fn size(&self) -> u64; fn atime(&self) -> i64; fn atime_nsec(&self) -> i64; fn mtime(&self) -> i64; fn mtime_nsec(&self) -> i64; fn ctime(&self) -> i64; fn ctime_nsec(&self) -> i64; fn blksize(&self) -> u64; fn blocks(&self) -> u64; }
    impl MetadataExt for Metadata {}
    pub trait FileTypeExt { fn is_block_device(&self) -> bool; fn is_char_device(&self) -> bool; fn is_fifo(&self) -> bool; fn is_socket(&self) -> bool; }
    impl FileTypeExt for FileType {}
    pub trait DirEntryExt { fn ino(&self) -> u64; }
    impl DirEntryExt for DirEntry {}
    pub trait DirBuilderExt { fn mode(&mut self, mode: u32) -> &mut Self; }
    impl DirBuilderExt for DirBuilder {}
    pub fn symlink<P: AsRef<Path>, Q: AsRef<Path>>(original: P, link: Q) -> io::Result<()> { original.as_ref(); link.as_ref(); loop {} }
    pub fn chown<P: AsRef<Path>>(dir: P, uid: Option<u32>, gid: Option<u32>) -> io::Result<()> { dir.as_ref(); loop {} }
    pub fn fchown<F: crate::os::fd::AsFd>(fd: F, uid: Option<u32>, gid: Option<u32>) -> io::Result<()> { fd.as_fd(); loop {} }
    pub fn lchown<P: AsRef<Path>>(dir: P, uid: Option<u32>, gid: Option<u32>) -> io::Result<()> { dir.as_ref(); loop {} }
    pub fn chroot<P: AsRef<Path>>(dir: P) -> io::Result<()> { dir.as_ref(); loop {} }
}
pub mod net {
    use crate::io::{self, Read, Write};
    use crate::net::Shutdown;
    use crate::path::Path;
    use crate::time::Duration;
    #[derive(Clone, Debug)] pub struct SocketAddr(());
    impl SocketAddr { pub fn from_pathname<P: AsRef<Path>>(path: P) -> io::Result<SocketAddr> { path.as_ref(); loop {} } pub fn is_unnamed(&self) -> bool; pub fn as_pathname(&self) -> Option<&Path>; }
    #[derive(Debug)] pub struct UnixStream(i32);
    impl UnixStream {
        pub fn connect<P: AsRef<Path>>(path: P) -> io::Result<UnixStream> { path.as_ref(); loop {} }
        pub fn connect_addr(socket_addr: &SocketAddr) -> io::Result<UnixStream>;
        pub fn pair() -> io::Result<(UnixStream, UnixStream)>;
    }
    impl Read for UnixStream {}
    impl Read for &UnixStream {}
    impl Write for UnixStream {}
    impl Write for &UnixStream {}
    impl UnixStream {
        pub fn try_clone(&self) -> io::Result<UnixStream>;
        pub fn local_addr(&self) -> io::Result<SocketAddr>;
        pub fn peer_addr(&self) -> io::Result<SocketAddr>;
        pub fn set_read_timeout(&self, timeout: Option<Duration>) -> io::Result<()>;
        pub fn set_write_timeout(&self, timeout: Option<Duration>) -> io::Result<()>;
        pub fn read_timeout(&self) -> io::Result<Option<Duration>>;
        pub fn write_timeout(&self) -> io::Result<Option<Duration>>;
        pub fn set_nonblocking(&self, nonblocking: bool) -> io::Result<()>;
        pub fn take_error(&self) -> io::Result<Option<io::Error>>;
        pub fn shutdown(&self, how: Shutdown) -> io::Result<()>;
    }
    impl UnixDatagram {
        pub fn try_clone(&self) -> io::Result<UnixDatagram>;
        pub fn local_addr(&self) -> io::Result<SocketAddr>;
        pub fn peer_addr(&self) -> io::Result<SocketAddr>;
        pub fn set_read_timeout(&self, timeout: Option<Duration>) -> io::Result<()>;
        pub fn set_write_timeout(&self, timeout: Option<Duration>) -> io::Result<()>;
        pub fn read_timeout(&self) -> io::Result<Option<Duration>>;
        pub fn write_timeout(&self) -> io::Result<Option<Duration>>;
        pub fn set_nonblocking(&self, nonblocking: bool) -> io::Result<()>;
        pub fn take_error(&self) -> io::Result<Option<io::Error>>;
        pub fn shutdown(&self, how: Shutdown) -> io::Result<()>;
    }
    #[derive(Debug)] pub struct UnixListener(i32);
    impl UnixListener {
        pub fn bind<P: AsRef<Path>>(path: P) -> io::Result<UnixListener> { path.as_ref(); loop {} }
        pub fn bind_addr(socket_addr: &SocketAddr) -> io::Result<UnixListener>;
        pub fn accept(&self) -> io::Result<(UnixStream, SocketAddr)>;
        pub fn try_clone(&self) -> io::Result<UnixListener>;
        pub fn local_addr(&self) -> io::Result<SocketAddr>;
        pub fn set_nonblocking(&self, nonblocking: bool) -> io::Result<()>;
        pub fn take_error(&self) -> io::Result<Option<io::Error>>;
        pub fn incoming(&self) -> Incoming;
    }
    impl<'a> IntoIterator for &'a UnixListener { type Item = io::Result<UnixStream>; type IntoIter = Incoming<'a>; }
    #[derive(Debug)] pub struct Incoming<'a>(&'a UnixListener);
    impl Iterator for Incoming { type Item = io::Result<UnixStream>; }
    #[derive(Debug)] pub struct UnixDatagram(i32);
    impl UnixDatagram {
        pub fn bind<P: AsRef<Path>>(path: P) -> io::Result<UnixDatagram> { path.as_ref(); loop {} }
        pub fn bind_addr(socket_addr: &SocketAddr) -> io::Result<UnixDatagram>;
        pub fn unbound() -> io::Result<UnixDatagram>;
        pub fn pair() -> io::Result<(UnixDatagram, UnixDatagram)>;
        pub fn connect<P: AsRef<Path>>(&self, path: P) -> io::Result<()> { path.as_ref(); loop {} }
        pub fn connect_addr(&self, socket_addr: &SocketAddr) -> io::Result<()>;
        pub fn recv_from(&self, buf: &mut [u8]) -> io::Result<(usize, SocketAddr)>;
        pub fn recv(&self, buf: &mut [u8]) -> io::Result<usize>;
        pub fn send_to<P: AsRef<Path>>(&self, buf: &[u8], path: P) -> io::Result<usize> { path.as_ref(); loop {} }
        pub fn send_to_addr(&self, buf: &[u8], socket_addr: &SocketAddr) -> io::Result<usize>;
        pub fn send(&self, buf: &[u8]) -> io::Result<usize>;
    }
}
pub mod process {
    use crate::ffi::OsStr;
    use crate::io;
    use crate::process::{Command, ExitStatus};
    pub trait CommandExt {
        fn uid(&mut self, id: u32) -> &mut Command;
        fn gid(&mut self, id: u32) -> &mut Command;
        unsafe fn pre_exec<F: FnMut() -> io::Result<()> + Send + Sync>(&mut self, f: F) -> &mut Command { f(); loop {} }
        fn before_exec<F: FnMut() -> io::Result<()> + Send + Sync>(&mut self, f: F) -> &mut Command { f(); loop {} }
        fn exec(&mut self) -> io::Error;
        fn arg0<S: AsRef<OsStr>>(&mut self, arg: S) -> &mut Command;
        fn process_group(&mut self, pgroup: i32) -> &mut Command;
    }
    impl CommandExt for Command {}
    pub trait ExitStatusExt { fn from_raw(raw: i32) -> Self; fn signal(&self) -> Option<i32>; fn core_dumped(&self) -> bool; fn stopped_signal(&self) -> Option<i32>; fn continued(&self) -> bool; fn into_raw(self) -> i32; }
    impl ExitStatusExt for ExitStatus {}
    pub fn parent_id() -> u32;
}
pub mod thread {
    pub type RawPthread = u64;
    pub trait JoinHandleExt { fn as_pthread_t(&self) -> RawPthread; fn into_pthread_t(self) -> RawPthread; }
    impl<T> JoinHandleExt for crate::thread::JoinHandle<T> {}
}
