/** Control flow and values: `?`, async, loops, blocks, casts, literals, ranges, constants, coercions. */
import { rust } from "../../support/calls.ts";

export const flow: Readonly<Record<string, string>> = {
  "? unwraps Result and Option, and converts the error by From": rust`
struct A;
struct E1;
struct E2;
impl A { fn go(&self) {} fn again(self) -> Result<A, E1> { Ok(self) } }
impl From<E1> for E2 { fn from(_: E1) -> E2 { E2 } }
fn load() -> Result<A, E1> { Ok(A) }
fn opt() -> Option<A> { None }
fn f() -> Result<(), E2> {
    load()?.go();
  //^^^^ call: app::load
        //^ implicit: <app::E2 as core::convert::From<app::E1>>::from
          //^^ call: app::A::go
    let a = load()?.again()?;
                  //^^^^^ call: app::A::again
    a.go();
    //^^ call: app::A::go
    Ok(())
}
fn g() -> Option<()> {
    opt()?.go();
       //^ none
         //^^ call: app::A::go
    opt().ok_or(E1).ok()?.go();
                        //^^ call: app::A::go
    None
}
`,
  "? on an error of open type takes the only error there is a From for": rust`
trait Custom: Sized { fn custom(text: u8) -> Self; }
struct E;
impl Custom for E { fn custom(_: u8) -> E { E } }
impl Custom for u8 { fn custom(b: u8) -> u8 { b } }
fn f(r: Result<u8, u8>) -> Result<(), E> {
    r.map_err(Custom::custom)?;
                    //^^^^^^ reference: <app::E as app::Custom>::custom
    Err(Custom::custom(1))?
              //^^^^^^ call: <app::E as app::Custom>::custom
}
`,
  "the methods of Option and Result": rust`
#[derive(Debug)]
struct A;
struct B;
#[derive(Debug)]
struct E;
impl A { fn b(self) -> B { B } fn opt(&self) -> Option<B> { None } fn go(&self) {} }
impl B { fn go(&self) {} fn ok(&self) -> bool { true } }
impl E { fn why(&self) -> u8 { 0 } }
fn f(o: Option<A>, r: Result<A, E>, p: Option<A>, q: &mut Option<B>, s: Result<A, E>) {
    o.map(|a| a.b()).filter(|b| b.ok()).unwrap_or(B).go();
              //^ call: app::A::b
                                //^^ call: app::B::ok
                                                   //^^ call: app::B::go
    r.map_err(|e| e.why()).unwrap_or_else(|_| A).go();
                  //^^^ call: app::E::why
                                               //^^ call: app::A::go
    p.as_ref().and_then(|a| a.opt()).unwrap().go();
                            //^^^ call: app::A::opt
                                            //^^ call: app::B::go
    p.as_ref().and_then(A::opt).expect("b").go();
                         //^^^ reference: app::A::opt
                                          //^^ call: app::B::go
    p.ok_or(E).unwrap_err().why();
                          //^^^ call: app::E::why
    q.as_mut().unwrap().go();
                      //^^ call: app::B::go
    q.take().unwrap().go();
                    //^^ call: app::B::go
    q.get_or_insert_with(|| B).go();
                             //^^ call: app::B::go
    q.replace(B).iter().next().unwrap().go();
                                      //^^ call: app::B::go
    s.ok().map_or(B, |a| a.b()).go();
                         //^ call: app::A::b
                              //^^ call: app::B::go
    Some(Some(A)).flatten().zip(Some(B)).unwrap().1.go();
                                                  //^^ call: app::B::go
}
`,
  "async functions and blocks, .await": rust`
//- exact
struct A;
impl A { async fn go(&self) -> Result<B, ()> { Ok(B) } fn now(&self) -> B { B } }
struct B;
impl B { fn b(&self) {} }
async fn load() -> A { A }
async fn f() -> Result<(), ()> {
    load().await.now().b();
  //^^^^ call: app::load
               //^^^ call: app::A::now
                     //^ call: app::B::b
    load().await.go().await?.b();
  //^^^^ call: app::load
               //^^ call: app::A::go
                           //^ call: app::B::b
    let block = async { load().await };
                      //^^^^ call: app::load
    block.await.now();
              //^^^ call: app::A::now
    let c = async || load().await;
                   //^^^^ call: app::load
    Ok(())
}
`,
  ".await runs poll of a future of one's own, and into_future": rust`
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::task::{Context, Poll};
struct Job;
struct Out;
struct Order;
impl Out { fn go(&self) {} }
impl Future for Job {
    type Output = Out;
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Out> { Poll::Ready(Out) }
}
impl IntoFuture for Order { type Output = Out; type IntoFuture = Job; fn into_future(self) -> Job { Job } }
async fn f(boxed: Pin<Box<dyn Future<Output = Out> + Send>>, some: impl Future<Output = Out>) {
    Job.await.go();
      //^^^^^ implicit: <app::Job as core::future::Future>::poll
      //^^^^^ implicit: core::future::IntoFuture::into_future
            //^^ call: app::Out::go
    Order.await.go();
        //^^^^^ implicit: <app::Job as core::future::Future>::poll
        //^^^^^ implicit: <app::Order as core::future::IntoFuture>::into_future
              //^^ call: app::Out::go
    boxed.await.go();
              //^^ call: app::Out::go
    some.await.go()
             //^^ call: app::Out::go
}
`,
  "values of blocks, if, match, loop with break, labels": rust`
struct A;
impl A { fn go(&self) {} }
fn make() -> A { A }
fn f(n: u8, o: Option<A>) {
    let a = { let b = make(); b };
    a.go();
    //^^ call: app::A::go
    let c = if n > 1 { make() } else { return };
    c.go();
    //^^ call: app::A::go
    let d = match o { Some(x) => x, None => panic!() };
    d.go();
    //^^ call: app::A::go
    let e = loop { if n > 2 { break make(); } };
    e.go();
    //^^ call: app::A::go
    let g = 'out: { if n > 3 { break 'out make(); } A };
    g.go();
    //^^ call: app::A::go
    let h = 'l: loop { loop { break 'l Some(A); } };
    h.unwrap().go();
             //^^ call: app::A::go
    let i = unsafe { make() };
    i.go();
    //^^ call: app::A::go
}
`,
  "diverging branches leave the type to the others": rust`
struct A;
impl A { fn go(&self) {} }
fn stop() -> ! { panic!() }
fn f(o: Option<A>, n: u8) {
    let a = match (o, n) { (_, 1) => stop(), (_, 2) => todo!(), (None, _) => std::process::exit(1), (Some(x), _) => x };
    a.go();
    //^^ call: app::A::go
    for _ in 0..3 {
        let b = if n > 1 { continue } else if n > 2 { break } else { A };
        b.go()
        //^^ call: app::A::go
    }
}
`,
  "casts and literals: suffixes, fallback, inferred by use": rust`
trait Num { fn num(&self); }
impl Num for u8 { fn num(&self) {} }
impl Num for i32 { fn num(&self) {} }
impl Num for u64 { fn num(&self) {} }
impl Num for f32 { fn num(&self) {} }
impl Num for f64 { fn num(&self) {} }
impl Num for bool { fn num(&self) {} }
fn small(_: u8) {}
fn f(x: i32) {
    (x as u64).num();
             //^^^ call: <u64 as app::Num>::num
    3u8.num();
      //^^^ call: <u8 as app::Num>::num
    let n = 5;
    small(n);
    n.num();
    //^^^ call: <u8 as app::Num>::num
    let m = 5;
    m.num();
    //^^^ call: <i32 as app::Num>::num
    let d = 1.5;
    d.num();
    //^^^ call: <f64 as app::Num>::num
    let s: f32 = 2.0;
    (s * 3.0).num();
            //^^^ call: <f32 as app::Num>::num
    (1u64 << 3).num();
              //^^^ call: <u64 as app::Num>::num
    (x == 1 && !true).num();
                    //^^^ call: <bool as app::Num>::num
    b'x'.num();
       //^^^ call: <u8 as app::Num>::num
}
`,
  "a cast to a trait object leaves what is open behind the reference to what follows": rust`
use std::any::Any;
use std::marker::PhantomData;
struct Tcp;
struct Service<T>(PhantomData<T>);
impl<T> Service<T> {
    fn build() -> Self { Service(PhantomData) }
    fn on_connect<F: Fn(&T)>(self, _: F) -> Self { self }
}
impl Service<Tcp> { fn finish(self) {} }
fn f(handler: &dyn Fn(&dyn Any)) {
    let mut service = Service::build();
    service = service.on_connect(|io: &_| handler(io as &dyn Any));
                    //^^^^^^^^^^ call: app::Service::on_connect
    service.finish();
          //^^^^^^ call: app::Service::finish
}
`,
  "arithmetic of references and mixed operands": rust`
trait Num { fn num(&self); }
impl Num for usize { fn num(&self) {} }
impl Num for u32 { fn num(&self) {} }
fn f(v: &[usize], a: &u32, b: u32) {
    (v[0] + 1).num();
             //^^^ call: <usize as app::Num>::num
    (a + b).num();
          //^^^ call: <u32 as app::Num>::num
    (*a % b | 1).num();
               //^^^ call: <u32 as app::Num>::num
    (v.len() - 1).num();
                //^^^ call: <usize as app::Num>::num
    a.wrapping_add(b).min(3).num();
                           //^^^ call: <u32 as app::Num>::num
    v.iter().map(|x| x * 2).max().unwrap().num();
                                         //^^^ call: <usize as app::Num>::num
}
`,
  "constants and statics as receivers, and what their initialisers call": rust`
use std::sync::{LazyLock, Mutex, OnceLock};
struct A;
impl A { const fn new() -> A { A } fn go(&self) {} fn load() -> A { A } }
static ONE: A = A::new();
                 //^^^ call: app::A::new
const TWO: &[A] = &[A::new()];
                     //^^^ call: app::A::new
static LAZY: LazyLock<A> = LazyLock::new(|| A::load());
                                             //^^^^ call: app::A::load
static MUTEX: Mutex<Vec<A>> = Mutex::new(Vec::new());
static CELL: OnceLock<A> = OnceLock::new();
thread_local! { static LOCAL: A = A::load(); }
                                   //^^^^ call: app::A::load
fn f() {
    ONE.go();
      //^^ call: app::A::go
    TWO[0].go();
         //^^ call: app::A::go
    LAZY.go();
       //^^ call: app::A::go
    MUTEX.lock().unwrap()[0].go();
                           //^^ call: app::A::go
    CELL.get_or_init(A::load).go();
                      //^^^^ reference: app::A::load
                            //^^ call: app::A::go
    LOCAL.with(|a| a.go());
                   //^^ call: app::A::go
}
`,
  "coercions to dyn and slices from what is expected": rust`
trait Draw { fn draw(&self); }
struct A;
struct B;
impl Draw for A { fn draw(&self) {} }
impl Draw for B { fn draw(&self) {} }
struct Scene { all: Vec<Box<dyn Draw>> }
fn f(big: bool) {
    let one: Box<dyn Draw> = if big { Box::new(A) } else { Box::new(B) };
    one.draw();
      //^^^^ call: app::Draw::draw
      //^^^^ dispatch: <app::A as app::Draw>::draw
      //^^^^ dispatch: <app::B as app::Draw>::draw
    let list: Vec<Box<dyn Draw>> = vec![Box::new(A), Box::new(B)];
    let s = Scene { all: list };
    s.all[0].draw();
           //^^^^ call: app::Draw::draw
           //^^^^ dispatch: <app::A as app::Draw>::draw
           //^^^^ dispatch: <app::B as app::Draw>::draw
    let r: &dyn Draw = match big { true => &A, false => &B };
    r.draw();
    //^^^^ call: app::Draw::draw
    //^^^^ dispatch: <app::A as app::Draw>::draw
    //^^^^ dispatch: <app::B as app::Draw>::draw
    let plain = Box::new(A);
    plain.draw()
        //^^^^ call: <app::A as app::Draw>::draw
}
`,
  "ranges and their parts": rust`
trait Num { fn num(&self); }
impl Num for u16 { fn num(&self) {} }
impl Num for bool { fn num(&self) {} }
fn f(a: u16, b: u16) {
    let r = a..b;
    r.start.num();
          //^^^ call: <u16 as app::Num>::num
    (a..=b).contains(&3).num();
                       //^^^ call: <bool as app::Num>::num
    (a..=b).start().num();
                  //^^^ call: <u16 as app::Num>::num
}
`,
  "string concatenation with a borrowed String": rust`
trait Seen { fn seen(&self); }
impl Seen for String { fn seen(&self) {} }
fn f(a: String, b: &String, c: String) {
    (a + b).seen();
          //^^^^ call: <alloc::string::String as app::Seen>::seen
    (c + &b.clone() + "x").seen();
                         //^^^^ call: <alloc::string::String as app::Seen>::seen
}
`,
  "clone, to_owned, borrow and as_ref": rust`
use std::borrow::Cow;
use std::rc::Rc;
#[derive(Clone)]
struct A { list: Vec<A> }
impl A { fn go(&self) {} }
struct NoClone;
impl NoClone { fn go(&self) {} }
fn f(a: &A, r: Rc<NoClone>, n: &NoClone, c: Cow<'_, A>, l: &[A]) {
    a.clone().go();
            //^^ call: app::A::go
    a.list.clone()[0].go();
                    //^^ call: app::A::go
    Rc::clone(&r).go();
                //^^ call: app::NoClone::go
    r.clone().go();
            //^^ call: app::NoClone::go
    n.clone().go();
            //^^ call: app::NoClone::go
    c.go();
    //^^ call: app::A::go
    c.into_owned().go();
                 //^^ call: app::A::go
    l.to_vec()[0].go();
                //^^ call: app::A::go
    l.iter().cloned().next().unwrap().go();
                                    //^^ call: app::A::go
}
`,
  "mem::take, replace, swap and Option inside structs": rust`
#[derive(Default)]
struct A { next: Option<Box<A>>, list: Vec<A> }
impl A { fn go(&self) {} }
fn f(a: &mut A) {
    std::mem::take(a).go();
                    //^^ call: app::A::go
    std::mem::replace(&mut a.list, vec![])[0].go();
                                            //^^ call: app::A::go
    a.next.take().unwrap().next.unwrap().go();
                                       //^^ call: app::A::go
    if let Some(n) = a.next.as_deref() { n.go() }
                                         //^^ call: app::A::go
    while let Some(n) = a.next.as_mut() { n.go(); }
                                          //^^ call: app::A::go
}
`,
  "a function named as a value gives what its associated types are": rust`
struct Part;
struct Whole;
impl Part { fn go(&self) {} }
impl Whole { fn go(&self) {} }
trait Grow { type Grown; fn grow(&self) -> Self::Grown; fn shrink(from: Self::Grown) -> Self; }
impl Grow for Part {
    type Grown = Whole;
    fn grow(&self) -> Whole { Whole }
    fn shrink(_: Whole) -> Part { Part }
}
fn named(text: Option<&str>) { text.map(str::to_owned).unwrap().clone().push('a'); }
                                                                      //^^^^ call: alloc::string::String::push
fn f(part: Option<&Part>) {
    part.map(Grow::grow).unwrap().go();
                                //^^ call: app::Whole::go
    part.map(Part::grow).map(Part::shrink).unwrap().go();
                                                  //^^ call: app::Part::go
    part.map(Part::grow).map(<Part as Grow>::shrink).map(|shrunk| shrunk.go());
                                                                       //^^ call: app::Part::go
}
`,
  "what is pending tells the type behind a reference before that coerces to what it dereferences to": rust`
use std::ops::Deref;
struct Inner;
struct Outer(Inner);
trait Source { type Item; fn item(&self) -> Self::Item; }
impl Source for Inner { type Item = Outer; fn item(&self) -> Outer { Outer(Inner) } }
impl Deref for Outer { type Target = Inner; fn deref(&self) -> &Inner { &self.0 } }
impl Inner { fn only(&self) {} }
impl Outer { fn go(&self) {} }
fn look(inner: &Inner) {}
fn f(inners: &[Inner]) {
    let all: Vec<_> = inners.iter().map(Inner::item).collect();
    for outer in all {
        look(&outer);
           //^ implicit: <app::Outer as core::ops::Deref>::deref
        outer.go();
            //^^ call: app::Outer::go
    }
    let other: Vec<_> = inners.iter().map(|inner| inner.item()).collect();
    for outer in other.iter() {
        look(outer);
           //^ implicit: <app::Outer as core::ops::Deref>::deref
        outer.go();
            //^^ call: app::Outer::go
    }
}
`,
};
