// Channels.
use crate::time::{Duration, Instant};
use ::core::error::Error;
use ::core::fmt;

#[derive(Debug)] pub struct Receiver<T>(T);
#[derive(Debug)] pub struct Sender<T>(T);
#[derive(Debug)] pub struct SyncSender<T>(T);
pub fn channel<T>() -> (Sender<T>, Receiver<T>);
pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>);
impl<T> Sender<T> { pub fn send(&self, t: T) -> Result<(), SendError<T>>; }
impl<T> Clone for Sender<T> {}
impl<T> SyncSender<T> { pub fn send(&self, t: T) -> Result<(), SendError<T>>; pub fn try_send(&self, t: T) -> Result<(), TrySendError<T>>; }
impl<T> Clone for SyncSender<T> {}
impl<T> Receiver<T> {
    pub fn try_recv(&self) -> Result<T, TryRecvError>;
    pub fn recv(&self) -> Result<T, RecvError>;
    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError>;
    pub fn recv_deadline(&self, deadline: Instant) -> Result<T, RecvTimeoutError>;
    pub fn iter(&self) -> Iter<T>;
    pub fn try_iter(&self) -> TryIter<T>;
}
#[derive(Debug)] pub struct Iter<'a, T>(&'a T);
#[derive(Debug)] pub struct TryIter<'a, T>(&'a T);
#[derive(Debug)] pub struct IntoIter<T>(T);
impl<T> Iterator for Iter<T> { type Item = T; }
impl<T> Iterator for TryIter<T> { type Item = T; }
impl<T> Iterator for IntoIter<T> { type Item = T; }
impl<'a, T> IntoIterator for &'a Receiver<T> { type Item = T; type IntoIter = Iter<'a, T>; }
impl<T> IntoIterator for Receiver<T> { type Item = T; type IntoIter = IntoIter<T>; }
#[derive(PartialEq, Eq, Clone, Copy)] pub struct SendError<T>(pub T);
#[derive(PartialEq, Eq, Clone, Copy, Debug)] pub struct RecvError;
#[derive(PartialEq, Eq, Clone, Copy, Debug)] pub enum TryRecvError { Empty, Disconnected }
#[derive(PartialEq, Eq, Clone, Copy, Debug)] pub enum RecvTimeoutError { Timeout, Disconnected }
#[derive(PartialEq, Eq, Clone, Copy)] pub enum TrySendError<T> { Full(T), Disconnected(T) }
impl<T> fmt::Debug for SendError<T> {}
impl<T> fmt::Display for SendError<T> {}
impl<T> Error for SendError<T> {}
impl<T> fmt::Debug for TrySendError<T> {}
impl<T> fmt::Display for TrySendError<T> {}
impl<T> Error for TrySendError<T> {}
impl<T> From<SendError<T>> for TrySendError<T> {}
impl fmt::Display for RecvError {}
impl fmt::Display for TryRecvError {}
impl fmt::Display for RecvTimeoutError {}
impl Error for RecvError {}
impl Error for TryRecvError {}
impl Error for RecvTimeoutError {}
impl From<RecvError> for TryRecvError {}
impl From<RecvError> for RecvTimeoutError {}
