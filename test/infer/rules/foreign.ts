/**
 * What the workspace tells of crates whose source is not at hand. The fixtures bring their dependencies along, so that they compile; they are scanned
 * without them (`--no-deps`).
 */
import { rust } from "../../support/calls.ts";

export const foreign: Readonly<Record<string, string>> = {
  "an impl of a foreign trait is chosen by the trait's arguments": rust`
//- /app/src/lib.rs crate:app deps:service
use service::Service;
pub struct Plain;
pub struct Framed;
pub struct Router;
impl Service<Plain> for Router { type Output = u8; fn call(&mut self, _: Plain) -> u8 { 1 } }
impl Service<Framed> for Router { type Output = u16; fn call(&mut self, _: Framed) -> u16 { self.other(); 2 } }
                                                                                               //^^^^^ call: app::Router::other
impl Router { fn other(&self) {} }
fn f(mut r: Router) {
    r.call(Framed);
    //^^^^ call: <app::Router as service::Service<app::Framed>>::call
    <Router as Service<Plain>>::call(&mut r, Plain);
                              //^^^^ call: <app::Router as service::Service<app::Plain>>::call
}
//- /service/src/lib.rs crate:service origin:dependency
pub trait Service<R> { type Output; fn call(&mut self, request: R) -> Self::Output; }
`,
  "associated types of a foreign trait": rust`
//- /app/src/lib.rs crate:app deps:remote
use remote::{Layer, Service as _};
pub struct Reply;
impl Reply { fn send(self) {} }
pub struct Echo;
impl remote::Service for Echo { type Output = Reply; fn call(&mut self) -> Option<Self::Output> { None } }
pub trait Respond { fn respond(self); }
fn f(mut e: Echo) {
    e.call().unwrap().send();
                    //^^^^ call: app::Reply::send
}
fn g<S: remote::Service>(mut s: S) where S::Output: Respond {
    s.call().unwrap().respond();
    //^^^^ call: remote::Service::call
    //^^^^ dispatch: <app::Echo as remote::Service>::call
                    //^^^^^^^ call: app::Respond::respond
}
fn h<L: Layer<Echo>>(l: L, e: Echo) where L::Wrapped: Respond {
    let wrapped: L::Wrapped = l.layer(e);
                              //^^^^^ unresolved: no-such-method
    wrapped.respond();
          //^^^^^^^ call: app::Respond::respond
}
//- /remote/src/lib.rs crate:remote origin:dependency
pub trait Service { type Output; fn call(&mut self) -> Option<Self::Output>; }
pub trait Layer<S> { type Wrapped; fn layer(&self, inner: S) -> Self::Wrapped; }
`,
  "the wider trait of the workspace is not taken for a bound's own method": rust`
//- /app/src/lib.rs crate:app deps:layers
use layers::Layer;
pub trait Handler { fn layer(&self) {} }
impl<F: Fn()> Handler for F {}
fn f<L: Layer<u8>>(l: L) {
    l.layer(1);
    //^^^^^ unresolved: no-such-method
}
//- /layers/src/lib.rs crate:layers origin:dependency
pub trait Layer<S> { fn layer(&self, inner: S); }
`,
  "crates of one family show the same trait; its impl is found behind a dereference": rust`
//- /app/src/lib.rs crate:app deps:tower,tower_service
use std::cell::RefCell;
use tower::*;
pub struct Echo;
impl tower_service::Service for Echo { fn call(&mut self) {} }
fn f(e: &RefCell<Echo>) {
    e.borrow_mut().call();
                 //^^^^ call: <app::Echo as tower_service::Service>::call
}
//- /tower/src/lib.rs crate:tower origin:dependency deps:tower_service
pub use tower_service::Service;
//- /tower_service/src/lib.rs crate:tower_service origin:dependency
pub trait Service { fn call(&mut self); }
`,
  "pin_project! and what it lets pass": rust`
//- /app/src/lib.rs crate:app deps:pin_project_lite
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
pub struct Count(u8);
impl Count { fn up(&mut self) {} }
pub struct Never;
impl Future for Never { type Output = (); fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> { Poll::Pending } }
pin_project_lite::pin_project! {
    pub struct Counted<F> {
        #[pin]
        future: F,
        #[pin]
        never: Never,
        count: Count,
    }
}
impl<F: Future> Future for Counted<F> {
    type Output = F::Output;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.project();
                      //^^^^^^^ call: app::Counted::project
        this.count.up();
                 //^^ call: app::Count::up
        let _ = this.never.poll(cx);
                         //^^^^ call: <app::Never as core::future::Future>::poll
        this.future.poll(cx)
                  //^^^^ call: core::future::Future::poll
                  //^^^^ dispatch: <app::Counted<F> as core::future::Future>::poll
                  //^^^^ dispatch: <app::Never as core::future::Future>::poll
    }
}
//- /pin_project_lite/src/lib.rs crate:pin_project_lite origin:dependency
#[macro_export]
macro_rules! pin_project {
    (pub struct $n:ident<$p:ident> { $(#[pin])? $a:ident: $at:ty, $(#[pin])? $b:ident: $bt:ty, $c:ident: $ct:ty, }) => {
        pub struct $n<$p> { $a: $at, $b: $bt, $c: $ct }
        pub struct Projection<'a, $p> { $a: ::std::pin::Pin<&'a mut $at>, $b: ::std::pin::Pin<&'a mut $bt>, $c: &'a mut $ct }
        impl<$p> $n<$p> { fn project(self: ::std::pin::Pin<&mut Self>) -> Projection<'_, $p> { todo!() } }
    };
}
`,
  "an enum of pin_project!, with a name for its projection": rust`
//- /app/src/lib.rs crate:app deps:pins
use std::pin::Pin;
pub struct Count(u8);
impl Count { fn up(&mut self) {} }
pub struct Never;
impl Never { fn wait(self: Pin<&mut Self>) {} }
pins::pin_project! {
    #[project = StateProj]
    pub enum State { Waiting { #[pin] never: Never, count: Count }, Done }
}
fn f(state: Pin<&mut State>) {
    match state.project() {
              //^^^^^^^ call: app::State::project
        StateProj::Waiting { never, count } => {
            never.wait();
                //^^^^ call: app::Never::wait
            count.up();
                //^^ call: app::Count::up
        }
        StateProj::Done => {}
    }
}
//- /pins/src/lib.rs crate:pins origin:dependency
#[macro_export]
macro_rules! pin_project {
    (#[project = $p:ident] pub enum $n:ident { $v:ident { #[pin] $a:ident: $at:ty, $b:ident: $bt:ty }, $u:ident }) => {
        pub enum $n { $v { $a: $at, $b: $bt }, $u }
        enum $p<'a> { $v { $a: ::std::pin::Pin<&'a mut $at>, $b: &'a mut $bt }, $u }
        impl $n { fn project(self: ::std::pin::Pin<&mut Self>) -> $p<'_> { todo!() } }
    };
}
`,
};
