// Poll, Context, Waker.
use crate::convert::Infallible;
use crate::ops::{ControlFlow, FromResidual, Try};

#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)] pub enum Poll<T> { Ready(T), Pending }
impl<T> Poll<T> {
    pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<U> { Poll::Ready(f(loop {})) }
    pub fn is_ready(&self) -> bool;
    pub fn is_pending(&self) -> bool;
}
impl<T, E> Poll<Result<T, E>> {
    pub fn map_ok<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<Result<U, E>> { Poll::Ready(Ok(f(loop {}))) }
    pub fn map_err<U, F: FnOnce(E) -> U>(self, f: F) -> Poll<Result<T, U>> { Poll::Ready(Err(f(loop {}))) }
}
impl<T, E> Poll<Option<Result<T, E>>> {
    pub fn map_ok<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<Option<Result<U, E>>> { Poll::Ready(Some(Ok(f(loop {})))) }
    pub fn map_err<U, F: FnOnce(E) -> U>(self, f: F) -> Poll<Option<Result<T, U>>> { Poll::Ready(Some(Err(f(loop {})))) }
}
impl<T> From<T> for Poll<T> {}
impl<T, E> Try for Poll<Result<T, E>> { type Output = Poll<T>; type Residual = Result<Infallible, E>; }
impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Poll<Result<T, F>> { fn from_residual(residual: Result<Infallible, E>) -> Self { Poll::Ready(Err(From::from(residual.err().unwrap()))) } }
impl<T, E> Try for Poll<Option<Result<T, E>>> { type Output = Poll<Option<T>>; type Residual = Result<Infallible, E>; }
impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Poll<Option<Result<T, F>>> { fn from_residual(residual: Result<Infallible, E>) -> Self { Poll::Ready(Some(Err(From::from(residual.err().unwrap())))) } }

#[derive(PartialEq, Debug)] pub struct RawWaker(());
impl RawWaker { pub fn new(data: *const (), vtable: &'static RawWakerVTable) -> RawWaker; }
#[derive(PartialEq, Copy, Clone, Debug)] pub struct RawWakerVTable(());
impl RawWakerVTable { pub fn new(clone: unsafe fn(*const ()) -> RawWaker, wake: unsafe fn(*const ()), wake_by_ref: unsafe fn(*const ()), drop: unsafe fn(*const ())) -> Self { clone(loop {}); wake(loop {}); wake_by_ref(loop {}); drop(loop {}); loop {} } }
#[derive(Clone, Debug)] pub struct Waker(());
impl Waker {
    pub fn wake(self);
    pub fn wake_by_ref(&self);
    pub fn will_wake(&self, other: &Waker) -> bool;
    pub unsafe fn from_raw(waker: RawWaker) -> Waker;
    pub unsafe fn new(data: *const (), vtable: &'static RawWakerVTable) -> Self;
    pub fn noop() -> &'static Waker;
    pub fn data(&self) -> *const ();
    pub fn vtable(&self) -> &'static RawWakerVTable;
}
#[derive(Debug)] pub struct Context<'a> { waker: &'a Waker }
impl<'a> Context<'a> { pub fn from_waker(waker: &'a Waker) -> Self; pub fn waker(&self) -> &'a Waker; }
pub use crate::ready;
