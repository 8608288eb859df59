// Futures.
use crate::fmt;
use crate::ops::DerefMut;
use crate::pin::Pin;
use crate::task::{Context, Poll};

pub trait Future { type Output; fn poll(self: Pin<&mut Self>, cx: &mut Context) -> Poll<Self::Output>; }
impl<F: ?Sized + Future + Unpin> Future for &mut F { type Output = F::Output; fn poll(self: Pin<&mut Self>, cx: &mut Context) -> Poll<F::Output> { F::poll(loop {}, cx) } }
impl<P: DerefMut<Target: Future>> Future for Pin<P> { type Output = <P::Target as Future>::Output; fn poll(self: Pin<&mut Self>, cx: &mut Context) -> Poll<Self::Output> { self.as_deref_mut().poll(cx) } }
pub trait IntoFuture { type Output; type IntoFuture: Future<Output = Self::Output>; fn into_future(self) -> Self::IntoFuture; }
impl<F: Future> IntoFuture for F { type Output = F::Output; type IntoFuture = F; }
#[derive(Clone, Debug)] pub struct Ready<T>(Option<T>);
impl<T> Ready<T> { pub fn into_inner(self) -> T; }
impl<T> Future for Ready<T> { type Output = T; }
pub fn ready<T>(t: T) -> Ready<T>;
#[derive(Clone, Debug)] pub struct Pending<T>(T);
impl<T> Future for Pending<T> { type Output = T; }
pub fn pending<T>() -> Pending<T>;
pub struct PollFn<F> { f: F }
impl<F> fmt::Debug for PollFn<F> {}
impl<T, F: FnMut(&mut Context) -> Poll<T>> Future for PollFn<F> { type Output = T; fn poll(self: Pin<&mut Self>, cx: &mut Context) -> Poll<T> { (self.f)(cx) } }
pub fn poll_fn<T, F: FnMut(&mut Context) -> Poll<T>>(f: F) -> PollFn<F> { f(loop {}); loop {} }
pub struct ResumeTy(());
pub unsafe fn get_context<'a, 'b>(cx: ResumeTy) -> &'a mut Context<'b>;
