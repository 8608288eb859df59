/** Calls by path: what a name means where it is written (Reference, "Paths", "Namespaces", "Use declarations"). */
import { rust } from "../../support/calls.ts";

export const paths: Readonly<Record<string, string>> = {
  "crate, self and super": rust`
mod a {
    pub fn f() { self::g(); super::g(); crate::b::g(); super::b::c::g() }
                     //^ call: app::a::g
                                 //^ call: app::g
                                                //^ call: app::b::g
                                                                  //^ call: app::b::c::g
    pub fn g() {}
}
mod b { pub fn g() {} pub mod c { pub fn g() {} } }
fn g() { a::f() }
          //^ call: app::a::f
`,
  "imports: groups, renames, self in a group, as _": rust`
mod shapes {
    pub fn area() {}
    pub fn round() {}
    pub mod unit { pub fn area() {} pub fn new() {} }
}
use shapes::{area as surface, round, unit::{self, new as fresh}};
fn area() {}
fn f() {
    area();
  //^^^^ call: app::area
    surface();
  //^^^^^^^ call: app::shapes::area
    round();
  //^^^^^ call: app::shapes::round
    unit::area();
        //^^^^ call: app::shapes::unit::area
    fresh()
  //^^^^^ call: app::shapes::unit::new
}
`,
  "a glob yields to what is declared and to named imports": rust`
mod a { pub fn one() {} pub fn two() {} pub fn three() {} }
mod b { pub fn two() {} }
use a::*;
use b::two;
fn one() {}
fn f() {
    one();
  //^^^ call: app::one
    two();
  //^^^ call: app::b::two
    three();
  //^^^^^ call: app::a::three
}
`,
  "re-exports of a dependency crate, through a glob and a rename": rust`
//- /app/src/main.rs crate:app deps:kit
use kit::prelude::*;
fn main() {
    make();
  //^^^^ call: kit::inner::build
    kit::inner_build();
       //^^^^^^^^^^^ call: kit::inner::build
}
//- /kit/src/lib.rs crate:kit
mod inner { pub fn build() {} }
pub use inner::build as inner_build;
pub mod prelude { pub use crate::inner::build as make; }
fn make() {}
`,
  "a renamed dependency and extern crate as": rust`
//- /app/src/main.rs crate:app deps:tools=kit
extern crate tools as gear;
use gear::go;
fn main() {
    go();
  //^^ call: kit::go
    tools::go();
         //^^ call: kit::go
    ::tools::deep::go()
                 //^^ call: kit::deep::go
}
//- /kit/src/lib.rs crate:kit
pub fn go() {}
pub mod deep { pub fn go() {} }
`,
  "items in a function's block shadow those of the module, from the block's start": rust`
fn helper() {}
fn f() {
    helper();
  //^^^^^^ call: app::f::helper
    {
        helper();
      //^^^^^^ call: app::other::helper
        use crate::other::helper;
    }
    fn helper() {}
}
mod other { pub fn helper() {} }
fn g() { helper() }
       //^^^^^^ call: app::helper
`,
  "a local variable shadows a function": rust`
fn run() {}
fn f() {
    run();
  //^^^ call: app::run
    let run = || ();
    run();
  //^^^ none
}
fn g(run: fn()) {
    run()
  //^^^ none
}
`,
  "associated functions through a type, Self, an alias and a type parameter": rust`
struct W(u8);
type Alias = W;
impl W {
    fn new() -> Self { W(0) }
    fn f() -> W {
        Self::new();
            //^^^ call: app::W::new
        Alias::new();
             //^^^ call: app::W::new
        <W>::new();
           //^^^ call: app::W::new
        W::new()
         //^^^ call: app::W::new
    }
}
struct V;
impl V { fn new() -> Self { V } }
`,
  "a trait's function through the trait, a qualified path and a parameter": rust`
//- exact
trait Make { fn make() -> Self; fn show(&self) {} }
struct A;
struct B;
impl Make for A { fn make() -> A { A } }
impl Make for B { fn make() -> B { B } fn show(&self) {} }
fn f(b: B) {
    let a: A = Make::make();
                   //^^^^ call: <app::A as app::Make>::make
    <B as Make>::make();
               //^^^^ call: <app::B as app::Make>::make
    Make::show(&b);
        //^^^^ call: <app::B as app::Make>::show
    A::show(&a)
     //^^^^ call: app::Make::show
     //^^^^ dispatch: <app::B as app::Make>::show
}
fn g<M: Make>() -> M {
    M::make()
     //^^^^ call: app::Make::make
     //^^^^ dispatch: <app::A as app::Make>::make
     //^^^^ dispatch: <app::B as app::Make>::make
}
`,
  "a builtin type under another name": rust`
mod math {
    pub use f32 as Real;
    pub struct Vector(pub Real);
    impl Vector { pub fn norm(&self) -> Real { self.0 } }
}
use math::{Real, Vector};
trait Angle { fn pi() -> Self; fn wrap(self) -> Self; }
impl Angle for f32 { fn pi() -> f32 { 3.0 } fn wrap(self) -> f32 { self } }
impl Angle for f64 { fn pi() -> f64 { 3.0 } fn wrap(self) -> f64 { self } }
fn f(v: Vector) -> Real {
    v.norm().wrap();
    //^^^^ call: app::math::Vector::norm
           //^^^^ call: <f32 as app::Angle>::wrap
    Real::pi()
        //^^ call: <f32 as app::Angle>::pi
}
`,
  "a function of an associated type that a qualified path names": rust`
trait Fail<I>: Sized { fn at(input: I) -> Self; fn note(&self) {} }
trait Parser<I> { type Error: Fail<I>; fn parse(&mut self, i: I) -> Result<(), Self::Error>; }
struct Lost;
impl Fail<u8> for Lost { fn at(_: u8) -> Lost { Lost } }
struct Byte;
impl Parser<u8> for Byte {
    type Error = Lost;
    fn parse(&mut self, i: u8) -> Result<(), Lost> { Err(<Self as Parser<u8>>::Error::at(i)) }
                                                                                    //^^ call: <app::Lost as app::Fail<u8>>::at
}
struct Not<F>(F);
impl<I: Clone, F: Parser<I>> Parser<I> for Not<F> {
    type Error = <F as Parser<I>>::Error;
    fn parse(&mut self, i: I) -> Result<(), Self::Error> {
        <F as Parser<I>>::Error::at(i.clone()).note();
                               //^^ call: app::Fail::at
                               //^^ dispatch: <app::Lost as app::Fail<u8>>::at
                                             //^^^^ call: app::Fail::note
        Err(i).map_err(<F as Parser<I>>::Error::at)
                                              //^^ reference: app::Fail::at
    }
}
`,
  "constructors of variants and structs are no calls": rust`
//- exact
enum E { Tuple(u8), Unit }
struct S(E);
use E::Tuple;
fn f() -> S {
    let _ = E::Tuple(1);
    let _: Option<S> = Some(S(Tuple(2)));
    let _ = Some(1).map(E::Tuple);
                  //^^^ call: core::option::Option::map
    S(E::Unit)
}
`,
  "a function and a module of one name, a function and a type of one name": rust`
mod log { pub fn write() {} }
fn log() {}
struct Log;
#[allow(non_snake_case)] fn Log2() {}
struct Log2 {}
fn f() {
    log();
  //^^^ call: app::log
    log::write();
       //^^^^^ call: app::log::write
    Log2();
  //^^^^ call: app::Log2
    let _ = Log2 {};
}
`,
  "the prelude yields to a declaration": rust`
fn drop(_: u8) {}
fn f(s: String) {
    drop(1);
  //^^^^ call: app::drop
    std::mem::drop(s);
            //^^^^ call: core::mem::drop
}
mod m {
    fn f(s: String) { drop(s) }
                    //^^^^ call: core::mem::drop
}
`,
  "functions named as values": rust`
fn twice(n: u8) -> u8 { n }
struct S;
impl S { fn get(&self) -> u8 { 0 } }
fn f(v: Vec<S>) -> fn(u8) -> u8 {
    v.iter().map(S::get).map(twice).count();
                  //^^^ reference: app::S::get
                           //^^^^^ reference: app::twice
    let g = twice;
          //^^^^^ reference: app::twice
    g(1);
  //^ none
    twice
  //^^^^^ reference: app::twice
}
`,
  "uses of an enum's variants and associated constants": rust`
enum Op { Add }
impl Op {
    const FIRST: Op = Op::Add;
    fn run(&self) {}
}
fn f() {
    Op::FIRST.run();
            //^^^ call: app::Op::run
    use Op::*;
    Add.run()
      //^^^ call: app::Op::run
}
`,
  "paths through nested modules of several files": rust`
//- /app/src/main.rs crate:app
mod net;
fn main() {
    net::open();
       //^^^^ call: app::net::open
    net::tcp::connect()
            //^^^^^^^ call: app::net::tcp::connect
}
//- /app/src/net.rs
pub mod tcp;
#[path = "other/datagrams.rs"]
mod udp;
pub fn open() { tcp::connect(); udp::send() }
                   //^^^^^^^ call: app::net::tcp::connect
                                   //^^^^ call: app::net::udp::send
//- /app/src/net/tcp.rs
pub fn connect() { super::open() }
                        //^^^^ call: app::net::open
//- /app/src/other/datagrams.rs
pub fn send() { crate::net::tcp::connect() }
                               //^^^^^^^ call: app::net::tcp::connect
`,
  "include! of a file, and mod.rs": rust`
//- /app/src/lib.rs crate:app
mod deep;
include!("parts.rs");
fn f() {
    part();
  //^^^^ call: app::part
    deep::f()
        //^ call: app::deep::f
}
//- /app/src/parts.rs
fn part() { f() }
          //^ call: app::f
//- /app/src/deep/mod.rs
mod inner;
pub fn f() { inner::g() }
                  //^ call: app::deep::inner::g
//- /app/src/deep/inner.rs
pub fn g() {}
`,
  "a binary uses its package's library": rust`
//- /app/src/main.rs crate:tool package:app
fn main() {
    app::run();
       //^^^ call: app::run
    run()
  //^^^ call: tool::run
}
fn run() {}
//- /app/src/lib.rs crate:app package:app
pub fn run() {}
`,
  "edition 2015: paths of imports begin at the crate root": rust`
//- /app/src/lib.rs crate:app edition:2015
mod a { pub fn f() { ::b::g() } }
                        //^ call: app::b::g
mod b { use a::f; pub fn g() { f() } }
                             //^ call: app::a::f
`,
  "a function that is not at hand is no one else's": rust`
//- broken
fn f() {
    missing::open();
           //^^^^ unresolved: unresolved-path
}
fn open() {}
`,
};
