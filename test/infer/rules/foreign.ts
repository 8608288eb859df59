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
                              //^^^^^ unresolved: dependency-source
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
    //^^^^^ unresolved: dependency-source
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
  "what an attribute macro rewrites may be seen further than it says": rust`
//- /app/src/lib.rs crate:app deps:showing
mod shop {
    pub struct Shop;
    impl Shop { #[showing::shown] fn open(&self) {} }
}
fn f(shop: &shop::Shop) {
    shop.open()
       //^^^^ call: app::shop::Shop::open
}
//- /showing/src/lib.rs crate:showing origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro_attribute]
pub fn shown(_: TokenStream, item: TokenStream) -> TokenStream { format!("pub {item}").parse().unwrap() }
`,
  "impls that macros write unseen": rust`
//- /app/src/lib.rs crate:app deps:writing
use std::fmt::Display;
use std::marker::PhantomData;
pub struct Span;
impl Span { fn low(&self) {} }
pub trait Spanned { fn span(&self) -> Span; }
impl<T: ?Sized + Spanned> Spanned for Box<T> {
    fn span(&self) -> Span { (**self).span() }
                                    //^^^^ call: app::Spanned::span
                                    //^^^^ dispatch: <alloc::boxed::Box<T> as app::Spanned>::span
                                    //^^^^ dispatch: <&T as app::Spanned>::span
}
impl<T: ?Sized + Spanned> Spanned for &T {
    fn span(&self) -> Span { (**self).span() }
                                    //^^^^ call: app::Spanned::span
                                    //^^^^ dispatch: <alloc::boxed::Box<T> as app::Spanned>::span
                                    //^^^^ dispatch: <&T as app::Spanned>::span
}
#[writing::spanned]
pub struct Expr;
fn f(expr: &Expr, boxed: Box<Expr>) {
    expr.span().low();
       //^^^^ call (likely): app::Spanned::span
       //^^^^ dispatch: <&T as app::Spanned>::span
       //^^^^ dispatch: <alloc::boxed::Box<T> as app::Spanned>::span
              //^^^ call (likely): app::Span::low
    boxed.span().low()
        //^^^^ call (likely): <alloc::boxed::Box<T> as app::Spanned>::span
               //^^^ call (likely): app::Span::low
}
pub trait Store { fn len(&self) {} }
pub trait Length { fn len(&self) {} }
#[writing::forwarded(Store)]
pub enum Any { Local(u8) }
#[writing::forwarded]
pub struct Other;
fn g(any: &Any, other: Other) {
    any.len();
      //^^^ call (likely): app::Store::len
    other.len()
        //^^^ unresolved: proc-macro
}
pub trait Scalar {}
pub trait Parse: Sized { fn parse(text: &str) -> Result<Self, Wrong<Self>>; }
pub struct Wrong<T>(PhantomData<T>);
impl<T: Scalar, E: Display> From<E> for Wrong<T> { fn from(_: E) -> Self { Wrong(PhantomData) } }
#[writing::scalar]
impl Parse for u8 {
    fn parse(text: &str) -> Result<u8, Wrong<u8>> { Err(Wrong::from(text)) }
                                                            //^^^^ call (likely): <app::Wrong<T> as core::convert::From<E>>::from
}
//- /writing/src/lib.rs crate:writing origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
fn with(item: TokenStream, more: &str) -> TokenStream { format!("{item} {more}").parse().unwrap() }
#[proc_macro_attribute]
pub fn spanned(_: TokenStream, item: TokenStream) -> TokenStream {
    with(item, "impl Spanned for Expr { fn span(&self) -> Span { Span } }")
}
#[proc_macro_attribute]
pub fn forwarded(args: TokenStream, item: TokenStream) -> TokenStream {
    with(item, if args.is_empty() { "impl Length for Other {}" } else { "impl Store for Any {}" })
}
#[proc_macro_attribute]
pub fn scalar(_: TokenStream, item: TokenStream) -> TokenStream { with(item, "impl Scalar for u8 {}") }
`,
  "what forwards to its own name does not call itself": rust`
//- /app/src/lib.rs crate:app deps:simplifying
pub struct Id;
#[simplifying::simple]
pub enum Target { Plain(Id) }
impl Target {
    pub fn as_ident(&self) -> Option<&Id> { self.as_simple()?.as_ident() }
                                               //^^^^^^^^^ unresolved: proc-macro
                                                            //^^^^^^^^ unresolved: proc-macro
}
//- /simplifying/src/lib.rs crate:simplifying origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro_attribute]
pub fn simple(_: TokenStream, item: TokenStream) -> TokenStream {
    format!("{item} pub struct Simple; impl Simple {{ pub fn as_ident(&self) -> Option<&Id> {{ None }} }}
        impl Target {{ pub fn as_simple(&self) -> Option<&Simple> {{ None }} }}").parse().unwrap()
}
`,
  "a module for rhai sees what is around it": rust`
//- /app/src/lib.rs crate:app deps:rhai
use rhai::export_module;
fn length(text: &str) -> usize { text.len() }
#[export_module]
mod functions {
    pub fn twice(text: &str) -> usize { length(text) * 2 }
                                      //^^^^^^ call: app::length
    pub mod more {
        pub fn thrice(text: &str) -> usize { length(text) * 3 }
                                           //^^^^^^ call: app::length
    }
}
//- /rhai/src/lib.rs crate:rhai origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro_attribute]
pub fn export_module(_: TokenStream, item: TokenStream) -> TokenStream {
    let all = item.to_string().replacen("{", "{ use super::*; ", 1);
    all.replace("pub fn thrice", "use super::*; pub fn thrice").parse().unwrap()
}
`,
  "#[pin_project] above a struct and an enum, with names for their projections": rust`
//- /app/src/lib.rs crate:app deps:pin_project
use pin_project::pin_project;
use std::pin::Pin;
pub struct Count(u8);
impl Count { fn up(&mut self) {} }
pub struct Never;
impl Never { fn wait(self: Pin<&mut Self>) {} }
#[pin_project(project = CountedProj, project_ref = CountedRef)]
pub struct Counted { #[pin] never: Never, count: Count }
#[pin_project(project = StateProj)]
pub enum State { Waiting { #[pin] never: Never, count: Count }, Done }
fn f(counted: Pin<&mut Counted>, state: Pin<&mut State>) {
    let CountedProj { never, count } = counted.project();
                                             //^^^^^^^ call: app::Counted::project
    never.wait();
        //^^^^ call: app::Never::wait
    count.up();
        //^^ call: app::Count::up
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
//- /pin_project/src/lib.rs crate:pin_project origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro_attribute]
pub fn pin_project(args: TokenStream, item: TokenStream) -> TokenStream {
    let all: String = item.to_string().replace("#[pin]", "");
    let more = if args.to_string().contains("CountedProj") {
        "pub struct CountedProj<'a> { never: Pin<&'a mut Never>, count: &'a mut Count }
         impl Counted { fn project(self: Pin<&mut Self>) -> CountedProj<'_> { todo!() } }"
    } else {
        "pub enum StateProj<'a> { Waiting { never: Pin<&'a mut Never>, count: &'a mut Count }, Done }
         impl State { fn project(self: Pin<&mut Self>) -> StateProj<'_> { todo!() } }"
    };
    format!("{all} {more}").parse().unwrap()
}
`,
  "what a container gives is what was put in": rust`
//- /app/src/lib.rs crate:app deps:index
pub struct Task(u8);
impl Task { fn abort(&self) {} fn len(&self) -> usize { 0 } }
pub struct Tasks { all: index::Map<String, Task> }
fn f(t: &Tasks) {
    for (_, task) in &t.all {
        task.abort();
           //^^^^^ call (likely): app::Task::abort
    }
    t.all.find("a").unwrap().abort();
                  //^^^^^^ unresolved: dependency-source
                           //^^^^^ call (likely): app::Task::abort
    if let Some(task) = t.all.find("b") {
        task.abort();
           //^^^^^ call (likely): app::Task::abort
    }
    t.all.find("a").map(|task| task.abort());
                                  //^^^^^ call (likely): app::Task::abort
    t.all.find("c").unwrap().len();
                           //^^^ unresolved: dependency-source
}
//- /index/src/lib.rs crate:index origin:dependency
pub struct Map<K, V>(Vec<(K, V)>);
impl<K, V> Map<K, V> { pub fn find(&self, _: &str) -> Option<&V> { None } }
impl<'a, K, V> IntoIterator for &'a Map<K, V> {
    type Item = &'a (K, V);
    type IntoIter = std::slice::Iter<'a, (K, V)>;
    fn into_iter(self) -> Self::IntoIter { self.0.iter() }
}
`,
  "guards and cells lend the methods of the one type in them": rust`
//- /app/src/lib.rs crate:app deps:locks
use locks::{Lazy, Lock};
pub struct State { names: Vec<Name> }
pub struct Name;
impl State { fn change(&mut self) {} fn look(&self) {} }
impl Name { fn shout(&self) {} }
static STATE: Lazy<State> = Lazy::new();
fn f(lock: &Lock<State>) {
    lock.enter().change();
               //^^^^^^ call (likely): app::State::change
    let guard = lock.enter();
    for name in &guard.names {
        name.shout();
           //^^^^^ call (likely): app::Name::shout
    }
    STATE.look();
        //^^^^ call (likely): app::State::look
}
//- /locks/src/lib.rs crate:locks origin:dependency
pub struct Lock<T>(T);
pub struct Guard<'a, T>(&'a mut T);
impl<T> Lock<T> { pub fn enter(&self) -> Guard<'_, T> { todo!() } }
impl<T> std::ops::Deref for Guard<'_, T> { type Target = T; fn deref(&self) -> &T { self.0 } }
impl<T> std::ops::DerefMut for Guard<'_, T> { fn deref_mut(&mut self) -> &mut T { self.0 } }
pub struct Lazy<T>(Option<T>);
impl<T> Lazy<T> { pub const fn new() -> Self { Lazy(None) } }
impl<T> std::ops::Deref for Lazy<T> { type Target = T; fn deref(&self) -> &T { todo!() } }
`,
  "two types in a container that have the method": rust`
//- /app/src/lib.rs crate:app deps:pairs
pub struct A;
pub struct B;
impl A { fn go(&self) {} }
impl B { fn go(&self) {} fn stop(&self) {} }
fn f(pair: &pairs::Pair<A, B>) {
    pair.right().go();
               //^^ unresolved: dependency-source
    pair.right().stop();
               //^^^^ call (likely): app::B::stop
}
//- /pairs/src/lib.rs crate:pairs origin:dependency
pub struct Pair<A, B>(pub A, pub B);
impl<A, B> Pair<A, B> { pub fn right(&self) -> &B { &self.1 } }
`,
  "turbofish, closures and async blocks say what a foreign function gives": rust`
//- /app/src/lib.rs crate:app deps:rt
pub struct Config;
impl Config { fn check(&self) {} }
fn make() -> Config { Config }
async fn f(map: &rt::AnyMap) {
    map.get::<Config>().unwrap().check();
                               //^^^^^ call (likely): app::Config::check
    rt::read::<Config>("{}").unwrap().check();
                                    //^^^^^ call (likely): app::Config::check
    rt::block(|| Config).check();
                       //^^^^^ call (likely): app::Config::check
    rt::block(make).check();
            //^^^^ reference: app::make
                  //^^^^^ call (likely): app::Config::check
    rt::spawn(async { Config }).await.unwrap().check();
                                             //^^^^^ call (likely): app::Config::check
}
//- /rt/src/lib.rs crate:rt origin:dependency
use std::future::Future;
pub struct AnyMap;
impl AnyMap { pub fn get<T>(&self) -> Option<&T> { None } }
pub fn read<T>(_: &str) -> Result<T, ()> { Err(()) }
pub fn block<T>(f: impl FnOnce() -> T) -> T { f() }
pub async fn spawn<F: Future>(f: F) -> Result<F::Output, ()> { Ok(f.await) }
`,
  "methods that a foreign trait adds to std's types hand on what was there": rust`
//- /app/src/lib.rs crate:app deps:ext
use ext::Context;
pub struct Config;
impl Config { fn check(&self) {} }
fn parse() -> Result<Config, std::fmt::Error> { Ok(Config) }
fn f() -> ext::Result<()> {
    parse().context("while parsing")?.check();
                                    //^^^^^ call (likely): app::Config::check
    Ok(())
}
fn load() -> ext::Result<Config> { Ok(Config) }
fn g() {
    load().unwrap().check();
         //^^^^^^ call: core::result::Result::unwrap
                  //^^^^^ call: app::Config::check
}
//- /ext/src/lib.rs crate:ext origin:dependency
#[derive(Debug)]
pub struct Error;
pub type Result<T, E = Error> = std::result::Result<T, E>;
pub trait Context<T> { fn context(self, _: &str) -> Result<T>; }
impl<T, E> Context<T> for std::result::Result<T, E> { fn context(self, _: &str) -> Result<T> { self.map_err(|_| Error) } }
`,
  "constants, variants and constructors of a foreign type are of the type": rust`
//- /app/src/lib.rs crate:app deps:status
use status::Code;
pub trait Respond { fn respond(&self); }
impl Respond for Code { fn respond(&self) {} }
impl Respond for String { fn respond(&self) {} }
fn f() {
    Code::OK.respond();
           //^^^^^^^ call (likely): <status::Code as app::Respond>::respond
    Code::new(7).clone().respond();
                       //^^^^^^^ call (likely): <status::Code as app::Respond>::respond
    Code::from(7).respond();
                //^^^^^^^ call (likely): <status::Code as app::Respond>::respond
}
//- /status/src/lib.rs crate:status origin:dependency
#[derive(Clone)]
pub struct Code(u16);
impl Code { pub const OK: Code = Code(0); pub fn new(n: u16) -> Code { Code(n) } }
impl From<u16> for Code { fn from(n: u16) -> Code { Code(n) } }
`,
  "an impl for a foreign type that calls the like-named method forwards to the type's own": rust`
//- /app/src/lib.rs crate:app deps:net
pub trait Listener { fn accept(&self); fn both(&self); }
impl Listener for net::Socket {
    fn accept(&self) {
        net::Socket::accept(self)
                   //^^^^^^ call (likely): net::Socket::accept
    }
    fn both(&self) {
        Listener::accept(self)
                //^^^^^^ call (likely): <net::Socket as app::Listener>::accept
    }
}
fn f(socket: &net::Socket) {
    socket.accept();
         //^^^^^^ call (likely): net::Socket::accept
    socket.both();
         //^^^^ call (likely): <net::Socket as app::Listener>::both
}
//- /net/src/lib.rs crate:net origin:dependency
pub struct Socket;
impl Socket { pub fn accept(&self) {} }
`,
  "a conversion of what is not known, where one is left": rust`
//- /app/src/lib.rs crate:app deps:io_errors
pub enum Error { Io(io_errors::Error), Fmt(u8) }
impl From<io_errors::Error> for Error { fn from(e: io_errors::Error) -> Self { Error::Io(e) } }
pub struct Both;
impl From<u8> for Both { fn from(_: u8) -> Self { Both } }
impl From<u16> for Both { fn from(_: u16) -> Self { Both } }
fn f() -> Error {
    Error::from(io_errors::last())
         //^^^^ call (likely): <app::Error as core::convert::From<io_errors::Error>>::from
}
fn g() -> Both {
    Both::from(io_errors::code())
        //^^^^ call: core::convert::From::from
        //^^^^ dispatch: <app::Both as core::convert::From<u16>>::from
        //^^^^ dispatch: <app::Both as core::convert::From<u8>>::from
        //^^^^ dispatch: <app::Error as core::convert::From<io_errors::Error>>::from
}
//- /io_errors/src/lib.rs crate:io_errors origin:dependency
pub struct Error;
pub fn last() -> Error { Error }
pub fn code() -> u8 { 0 }
`,
  "a foreign macro hands on what it is given": rust`
//- /app/src/lib.rs crate:app deps:polling
use std::task::Poll;
pub struct Permit;
impl Permit { fn release(self) {} }
fn poll() -> Poll<Permit> { Poll::Pending }
fn f() -> Poll<()> {
    let permit = polling::ready!(poll());
                               //^^^^ call (guess): app::poll
    permit.release();
         //^^^^^^^ call (likely): app::Permit::release
    Poll::Ready(())
}
//- /polling/src/lib.rs crate:polling origin:dependency
#[macro_export]
macro_rules! ready { ($e:expr) => { match $e { ::std::task::Poll::Ready(t) => t, _ => return ::std::task::Poll::Pending } } }
`,
  "dereferencing the workspace's own types ends at a foreign one": rust`
//- /app/src/lib.rs crate:app deps:wires
pub struct Guarded(wires::Wire);
impl std::ops::Deref for Guarded { type Target = wires::Wire; fn deref(&self) -> &wires::Wire { &self.0 } }
fn f(g: &Guarded) {
    g.send();
    //^^^^ implicit: <app::Guarded as core::ops::Deref>::deref
    //^^^^ unresolved: dependency-source
}
//- /wires/src/lib.rs crate:wires origin:dependency
pub struct Wire;
impl Wire { pub fn send(&self) {} }
`,
  "a method whose bounds hold by an impl that a macro which is not at hand makes": rust`
//- /app/src/lib.rs crate:app deps:implementing
pub trait Filter {}
implementing::implement!(Filter for ());
pub struct Query<F>(F);
impl<F: Filter> Query<F> { fn get(&self) {} }
trait Key { fn get(&self) {} }
impl Key for u8 {}
fn f(query: Query<()>) { query.get() }
                             //^^^ call (likely): app::Query::get
//- /implementing/src/lib.rs crate:implementing origin:dependency
#[macro_export]
macro_rules! implement { ($name:ident for $type:ty) => { impl $name for $type {} }; }
`,
  "what comes out of a likely call is no more than likely": rust`
//- /app/src/lib.rs crate:app deps:shelves
pub struct Task(u8);
pub struct Report { lines: Vec<Line> }
pub struct Line;
impl Task { fn report(&self) -> Option<Report> { None } }
impl Report { fn print(&self) {} fn own() -> Report { Report { lines: Vec::new() } } }
impl Line { fn show(&self) {} }
fn f(tasks: &shelves::Map<String, Task>) {
    let report = tasks.find("a").unwrap().report().unwrap();
                                        //^^^^^^ call (likely): app::Task::report
    report.print();
         //^^^^^ call (likely): app::Report::print
    for line in &report.lines { line.show(); }
                                   //^^^^ call (likely): app::Line::show
    if let Some(Report { lines }) = tasks.find("b").unwrap().report() { lines[0].show(); }
                                                                               //^^^^ call (likely): app::Line::show
}
fn g() {
    Report::own().print();
                //^^^^^ call: app::Report::print
}
//- /shelves/src/lib.rs crate:shelves origin:dependency
pub struct Map<K, V>(Vec<(K, V)>);
impl<K, V> Map<K, V> { pub fn find(&self, key: &str) -> Option<&V> { None } }
`,
  "what log and tracing are given is evaluated": rust`
//- /app/src/lib.rs crate:app deps:tracing
use tracing::info;
pub struct Peer;
impl Peer { fn name(&self) -> u8 { 1 } fn age(&self) -> u8 { 2 } }
fn count() -> u8 { 3 }
fn f(peer: Peer, other: &Peer) {
    info!(target: "net", peer.name = %peer.name(), age = ?other.age(), "sent {}", count());
                                         //^^^^ call: app::Peer::name
                                                              //^^^ call: app::Peer::age
                                                                                //^^^^^ call: app::count
    tracing::warn!("{}", peer.age());
                            //^^^ call: app::Peer::age
    tracing::debug!(?peer);
  //^^^^^^^^^^^^^^ none
}
//- /tracing/src/lib.rs crate:tracing origin:dependency
#[macro_export]
macro_rules! info { ($($t:tt)*) => {} }
#[macro_export]
macro_rules! warn { ($($t:tt)*) => {} }
#[macro_export]
macro_rules! debug { ($($t:tt)*) => {} }
`,
};
