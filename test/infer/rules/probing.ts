/** Method probing (Reference, "Method-call expressions"): candidates in the order of the receiver's types. */
import { rust } from "../../support/calls.ts";

export const probing: Readonly<Record<string, string>> = {
  "an inherent method wins over a trait's": rust`
trait Go { fn go(&self); }
struct A;
impl A { fn go(&self) {} }
impl Go for A { fn go(&self) {} }
fn f(a: A) {
    a.go();
    //^^ call: app::A::go
    Go::go(&a);
      //^^ call: <app::A as app::Go>::go
    <A as Go>::go(&a)
             //^^ call: <app::A as app::Go>::go
}
`,
  "by value comes before by reference, though it be a trait's": rust`
trait Go { fn go(self); }
struct A;
impl A { fn go(&self) {} }
impl Go for A { fn go(self) {} }
impl Go for &u8 { fn go(self) {} }
fn f(a: A, n: u8) {
    a.go();
    //^^ call: <app::A as app::Go>::go
    n.go();
    //^^ call: <&u8 as app::Go>::go
}
`,
  "each autoderef step is tried by value and by reference before the next": rust`
trait Go { fn go(&self); }
struct A;
impl Go for A { fn go(&self) {} }
impl Go for Box<A> { fn go(&self) {} }
impl A { fn own(&self) {} }
fn f(b: Box<A>, r: &A) {
    b.go();
    //^^ call: <alloc::boxed::Box<app::A> as app::Go>::go
    (*b).go();
       //^^ call: <app::A as app::Go>::go
    r.go();
    //^^ call: <app::A as app::Go>::go
    b.own()
    //^^^ call: app::A::own
}
`,
  "only traits in scope": rust`
mod loud { pub trait Speak { fn speak(&self); } impl Speak for crate::A { fn speak(&self) {} } }
mod quiet { pub trait Speak { fn speak(&self); } impl Speak for crate::A { fn speak(&self) {} } }
struct A;
mod a {
    use crate::loud::Speak;
    pub fn f(x: crate::A) { x.speak() }
                            //^^^^^ call: <app::A as app::loud::Speak>::speak
}
mod b {
    use crate::quiet::Speak as _;
    pub fn f(x: crate::A) { x.speak() }
                            //^^^^^ call: <app::A as app::quiet::Speak>::speak
}
mod c {
    pub fn f(x: crate::A) {
        use crate::loud::*;
        x.speak()
        //^^^^^ call: <app::A as app::loud::Speak>::speak
    }
}
`,
  "three types with one method name": rust`
struct Queue;
struct Endpoint { queue: Queue }
struct Timer;
impl Queue { fn init(&self) {} }
impl Endpoint {
    fn init(&self) {
        self.queue.init();
                 //^^^^ call: app::Queue::init
    }
    fn all(&self, t: Timer) {
        self.init();
           //^^^^ call: app::Endpoint::init
        t.init()
        //^^^^ call: app::Timer::init
    }
}
impl Timer { fn init(&self) {} }
`,
  "self in its forms: value, reference, mutable, Box, Rc, Arc, Pin": rust`
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
struct A;
impl A {
    fn v(self) {}
    fn r(&self) {}
    fn m(&mut self) {}
    fn b(self: Box<Self>) {}
    fn rc(self: &Rc<Self>) {}
    fn arc(self: Arc<Self>) {}
    fn pin(self: Pin<&mut Self>) {}
}
fn f(b: Box<A>, r: Rc<A>, a: Arc<A>, mut p: Pin<&mut A>, mut x: A) {
    r.rc();
    //^^ call: app::A::rc
    r.r();
    //^ call: app::A::r
    a.clone().arc();
            //^^^ call: app::A::arc
    p.as_mut().pin();
             //^^^ call: app::A::pin
    p.r();
    //^ call: app::A::r
    x.m();
    //^ call: app::A::m
    x.v();
    //^ call: app::A::v
    b.b()
    //^ call: app::A::b
}
`,
  "a parameter's bounds are its methods, whatever is in scope": rust`
mod m { pub trait Go { fn go(&self) {} } }
struct A;
impl A { fn go(&self) {} }
fn f<T: m::Go>(t: T, r: &T, b: Box<T>) {
    t.go();
    //^^ call: app::m::Go::go
    r.go();
    //^^ call: app::m::Go::go
    b.go()
    //^^ call: app::m::Go::go
}
`,
  "a default method, an overridden one, and the default calling back": rust`
trait Animal {
    fn name(&self);
    fn hello(&self) { self.name() }
                         //^^^^ call: app::Animal::name
                         //^^^^ dispatch: <app::Cat as app::Animal>::name
                         //^^^^ dispatch: <app::Dog as app::Animal>::name
    fn bye(&self) {}
}
struct Cat;
struct Dog;
impl Animal for Cat { fn name(&self) {} }
impl Animal for Dog { fn name(&self) {} fn bye(&self) {} }
fn f(c: Cat, d: Dog) {
    c.hello();
    //^^^^^ call: app::Animal::hello
    c.bye();
    //^^^ call: app::Animal::bye
    //^^^ dispatch: <app::Dog as app::Animal>::bye
    d.bye()
    //^^^ call: <app::Dog as app::Animal>::bye
}
`,
  "impl selected by the receiver's type arguments": rust`
trait Go { fn go(&self); }
struct W<T>(T);
impl Go for W<u8> { fn go(&self) {} }
impl Go for W<String> { fn go(&self) {} }
impl Go for W<W<bool>> { fn go(&self) {} }
impl<T> Go for Vec<W<T>> { fn go(&self) {} }
fn f(v: Vec<W<u8>>) {
    W(1u8).go();
         //^^ call: <app::W<u8> as app::Go>::go
    W(String::new()).go();
                   //^^ call: <app::W<alloc::string::String> as app::Go>::go
    W(W(true)).go();
             //^^ call: <app::W<app::W<bool>> as app::Go>::go
    v.go()
    //^^ call: <alloc::vec::Vec<app::W<T>> as app::Go>::go
}
`,
  "where-bounds of an impl decide whether a method is there": rust`
struct W<T>(T);
trait Small {}
trait Big {}
impl Small for u8 {}
impl Big for u64 {}
trait Size { fn size(&self); }
impl<T: Small> Size for W<T> { fn size(&self) {} }
trait Size2 { fn size(&self); }
impl<T: Big> Size2 for W<T> { fn size(&self) {} }
fn f() {
    W(1u8).size();
         //^^^^ call: <app::W<T> as app::Size>::size
    W(1u64).size()
          //^^^^ call: <app::W<T> as app::Size2>::size
}
`,
  "methods on references, tuples, slices, functions and never-seen types": rust`
trait Go { fn go(&self); }
impl Go for (u8, bool) { fn go(&self) {} }
impl Go for [u8] { fn go(&self) {} }
impl Go for fn() { fn go(&self) {} }
impl Go for () { fn go(&self) {} }
impl<T: Go> Go for Option<T> { fn go(&self) {} }
impl<F: Fn(u8) -> u8> Go for Box<F> { fn go(&self) {} }
fn f(p: fn(), v: Vec<u8>) {
    (1, true).go();
            //^^ call: <(u8, bool) as app::Go>::go
    v.go();
    //^^ call: <[u8] as app::Go>::go
    p.go();
    //^^ call: <fn() as app::Go>::go
    Some(()).go();
           //^^ call: <core::option::Option<T> as app::Go>::go
    Box::new(|n: u8| n).go()
                      //^^ call: <alloc::boxed::Box<F> as app::Go>::go
}
`,
  "inherent methods on dyn Trait, and Any::downcast_ref": rust`
use std::any::Any;
trait Plug: Any { fn id(&self) -> u8; }
impl dyn Plug { fn twice(&self) -> u8 { self.id() * 2 } }
                                           //^^ call: app::Plug::id
                                           //^^ dispatch: <app::A as app::Plug>::id
struct A;
impl A { fn go(&self) {} }
impl Plug for A { fn id(&self) -> u8 { 1 } }
fn f(p: &dyn Plug, a: &dyn Any, b: Box<dyn Any>) {
    p.twice();
    //^^^^^ call: <dyn app::Plug>::twice
    if let Some(x) = a.downcast_ref::<A>() { x.go() }
                                             //^^ call: app::A::go
    b.downcast::<A>().unwrap().go()
                             //^^ call: app::A::go
}
`,
  "a field and a method of one name": rust`
struct A { go: fn() -> B }
struct B;
impl A { fn go(&self) -> u8 { 0 } }
impl B { fn end(&self) {} }
fn f(a: A) {
    a.go();
    //^^ call: app::A::go
    (a.go)().end()
           //^^^ call: app::B::end
}
`,
  "an unknown receiver gets no method by name alone when several fit": rust`
//- broken
struct A;
struct B;
impl A { fn fit(&self) {} }
impl B { fn fit(&self) {} }
fn f() {
    let x = nowhere();
    x.fit();
    //^^^ unresolved: unknown-receiver
}
`,
  "a std type's method of the same name is std's": rust`
struct List;
impl List { fn push(&mut self, _: u8) {} fn len(&self) -> usize { 0 } fn insert(&mut self, _: u8) {} }
fn f(v: &mut Vec<u8>, l: &mut List, s: &mut std::collections::HashSet<u8>) {
    v.push(1);
    //^^^^ call: alloc::vec::Vec::push
    l.push(1);
    //^^^^ call: app::List::push
    v.len();
    //^^^ call: alloc::vec::Vec::len
    l.len();
    //^^^ call: app::List::len
    s.insert(2);
    //^^^^^^ call: std::collections::hash_set::HashSet::insert
}
`,
  "Self in every place: return, parameter, pattern, nested type": rust`
struct P { x: Option<Box<Self>>, n: N }
struct N;
impl N { fn go(&self) {} }
impl P {
    fn make() -> Option<Self> { None }
    fn pair(&self) -> (Self, N) { todo!() }
    fn f(&self, o: &Self, v: Vec<Self>) {
        Self::make().unwrap().n.go();
            //^^^^ call: app::P::make
                              //^^ call: app::N::go
        let Self { n, .. } = o;
        n.go();
        //^^ call: app::N::go
        self.pair().0.pair().1.go();
           //^^^^ call: app::P::pair
                    //^^^^ call: app::P::pair
                             //^^ call: app::N::go
        v[0].x.as_ref().unwrap().f(o, vec![]);
                               //^ call: app::P::f
    }
}
`,
  "an inherent function that is private elsewhere gives way to a trait's": rust`
trait Go { fn go(&self); fn made() -> Self; }
mod m {
    pub struct S;
    impl S {
        fn go(&self) {}
        fn made() -> S { S }
        pub(super) fn near(&self) {}
    }
    impl crate::Go for S {
        fn go(&self) { self.go() }
                          //^^ call: app::m::S::go
        fn made() -> S { S::made() }
                          //^^^^ call: app::m::S::made
    }
    mod inner {
        fn f(s: &super::S) { s.go(); }
                             //^^ call: app::m::S::go
    }
}
fn f(s: m::S) {
    s.go();
    //^^ call: <app::m::S as app::Go>::go
    m::S::made();
        //^^^^ call: <app::m::S as app::Go>::made
    s.near();
    //^^^^ call: app::m::S::near
}
`,
  "the trait that an impl implements is in scope inside of it": rust`
mod t { pub trait Make { fn make() -> Self; fn other(&self) -> Self; } }
struct S;
impl t::Make for S {
    fn make() -> S { S }
    fn other(&self) -> S { S::make() }
                            //^^^^ call: <app::S as app::t::Make>::make
}
`,
  "an inherent method whose impl's bounds do not hold gives way to a trait's": rust`
trait Cache {}
trait Run { fn keep(&self) -> bool; }
struct Query<D>(D);
impl<D: Cache> Query<D> { fn keep(self) -> Self { self } }
impl<D> Run for Query<D> { fn keep(&self) -> bool { true } }
struct Other<D>(Query<D>);
impl<D> Run for Other<D> {
    fn keep(&self) -> bool { self.0.keep() }
                                  //^^^^ call: <app::Query<D> as app::Run>::keep
}
fn f<D: Cache>(q: Query<D>) {
    q.keep();
    //^^^^ call: app::Query::keep
}
`,
  "a reference to what is still pending": rust`
struct Info;
impl Info { fn go(&self) {} }
fn f(list: &[Option<Info>], id: usize) {
    list.get(id).unwrap().as_ref().unwrap().go();
                                          //^^ call: app::Info::go
    list.get(..id).unwrap().first().unwrap().as_ref().unwrap().go();
                                                             //^^ call: app::Info::go
}
`,
};
