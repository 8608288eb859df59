/** Dispatch: the declared method is called, each implementation may run in its place (graph.md, "Edges"). */
import { rust } from "../../support/calls.ts";

export const dispatch: Readonly<Record<string, string>> = {
  "implementations in other crates, and none for types without an impl": rust`
//- /app/src/main.rs crate:app deps:shapes,extra
use shapes::{Circle, Shape};
fn main() {
    report(&Circle);
  //^^^^^^ call: app::report
    report(&extra::Star);
  //^^^^^^ call: app::report
}
fn report(s: &dyn Shape) {
    s.area();
    //^^^^ call: shapes::Shape::area
    //^^^^ dispatch: <shapes::Circle as shapes::Shape>::area
    //^^^^ dispatch: <extra::Star as shapes::Shape>::area
}
//- /shapes/src/lib.rs crate:shapes
pub trait Shape { fn area(&self) -> f64; }
pub struct Circle;
impl Shape for Circle { fn area(&self) -> f64 { 1.0 } }
struct Square;
impl Square { fn area(&self) -> f64 { 1.0 } }
//- /extra/src/lib.rs crate:extra deps:shapes
pub struct Star;
impl shapes::Shape for Star { fn area(&self) -> f64 { 2.0 } }
`,
  "a known receiver is no dispatch, a bound is": rust`
trait T { fn m(&self); }
struct A;
struct B;
impl T for A { fn m(&self) {} }
impl T for B { fn m(&self) {} }
fn f(a: A, t: impl T, v: &[&dyn T]) {
    a.m();
    //^ call: <app::A as app::T>::m
    t.m();
    //^ call: app::T::m
    //^ dispatch: <app::A as app::T>::m
    //^ dispatch: <app::B as app::T>::m
    v[0].m()
       //^ call: app::T::m
       //^ dispatch: <app::A as app::T>::m
       //^ dispatch: <app::B as app::T>::m
}
`,
  "a default body that some impls override": rust`
trait T { fn m(&self) {} fn n(&self) {} }
struct A;
struct B;
impl T for A {}
impl T for B { fn m(&self) {} }
fn f(t: &dyn T) {
    t.m();
    //^ call: app::T::m
    //^ dispatch: <app::B as app::T>::m
    t.n()
    //^ call: app::T::n
}
`,
  "traits with parameters and impls for containers": rust`
trait Visit<N> { fn visit(&mut self, n: N); }
struct Count;
struct Names;
impl Visit<u8> for Count { fn visit(&mut self, _: u8) {} }
impl Visit<String> for Names { fn visit(&mut self, _: String) {} }
impl<N: Clone, V: Visit<N>> Visit<N> for Vec<V> {
    fn visit(&mut self, n: N) { for v in self { v.visit(n.clone()) } }
                                                //^^^^^ call: app::Visit::visit
                                                //^^^^^ dispatch: <app::Count as app::Visit<u8>>::visit
                                                //^^^^^ dispatch: <app::Names as app::Visit<alloc::string::String>>::visit
                                                //^^^^^ dispatch: <alloc::vec::Vec<V> as app::Visit<N>>::visit
}
fn f(mut c: Count, mut many: Vec<Names>) {
    c.visit(1);
    //^^^^^ call: <app::Count as app::Visit<u8>>::visit
    many.visit(String::new())
       //^^^^^ call: <alloc::vec::Vec<V> as app::Visit<N>>::visit
}
`,
  "a trait's function without self through a parameter": rust`
trait Named { fn name() -> u8; const ID: u8; }
struct A;
struct B;
impl Named for A { fn name() -> u8 { 1 } const ID: u8 = 1; }
impl Named for B { fn name() -> u8 { 2 } const ID: u8 = 2; }
fn f<T: Named>() -> u8 { T::name() + T::ID }
                          //^^^^ call: app::Named::name
                          //^^^^ dispatch: <app::A as app::Named>::name
                          //^^^^ dispatch: <app::B as app::Named>::name
fn g() -> u8 { f::<A>() + B::name() }
             //^ call: app::f
                           //^^^^ call: <app::B as app::Named>::name
`,
  "dyn with generics and associated types": rust`
trait Handler<E> { type Out; fn handle(&self, e: E) -> Self::Out; }
struct Done;
impl Done { fn go(&self) {} }
struct A;
impl Handler<u8> for A { type Out = Done; fn handle(&self, _: u8) -> Done { Done } }
fn f(list: &[Box<dyn Handler<u8, Out = Done>>]) {
    list.iter().for_each(|h| h.handle(1).go());
                             //^^^^^^ call: app::Handler::handle
                             //^^^^^^ dispatch: <app::A as app::Handler<u8>>::handle
                                       //^^ call: app::Done::go
}
`,
  "dyn Error and the order of auto traits": rust`
use std::error::Error;
use std::fmt;
#[derive(Debug)]
struct E;
impl fmt::Display for E { fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result { Ok(()) } }
impl Error for E { fn source(&self) -> Option<&(dyn Error + 'static)> { None } }
trait Seen { fn seen(&self); }
impl Seen for Box<dyn Error + Send + Sync> { fn seen(&self) {} }
fn f(e: Box<dyn Error>, s: Box<dyn Send + Sync + Error>) {
    e.source();
    //^^^^^^ call: core::error::Error::source
    //^^^^^^ dispatch: <app::E as core::error::Error>::source
    s.seen();
    //^^^^ call: <alloc::boxed::Box<dyn core::error::Error + core::marker::Send + core::marker::Sync> as app::Seen>::seen
}
`,
  "a default method called by type goes to the default, not to another impl": rust`
trait T { fn m(&self) { self.k() } fn k(&self); }
                           //^ call: app::T::k
                           //^ dispatch: <app::A as app::T>::k
                           //^ dispatch: <app::B as app::T>::k
struct A;
struct B;
impl T for A { fn k(&self) {} }
impl T for B { fn k(&self) {} fn m(&self) {} }
fn f() {
    A.m();
    //^ call: app::T::m
    //^ dispatch: <app::B as app::T>::m
    B.m()
    //^ call: <app::B as app::T>::m
}
`,
  "a macro that is not known may write impls of a dependency's traits for its types": rust`
//- /app/src/lib.rs crate:app deps:sys
use sys::{Cast, Form, Plain};
struct Html<E>(E);
trait Attr { fn attr(&self) {} }
trait Node { fn attr(&self) {} }
impl<E: Cast> Attr for Html<E> { fn attr(&self) {} }
impl Node for Html<Plain> { fn attr(&self) {} }
fn f(form: Html<Form>, plain: Html<Plain>) {
    form.attr();
       //^^^^ call: <app::Html<E> as app::Attr>::attr
    plain.attr();
        //^^^^ call: <app::Html<sys::Plain> as app::Node>::attr
}
//- /sys/src/lib.rs crate:sys origin:dependency deps:bind
pub trait Cast {}
#[bind::bind]
pub struct Form;
pub struct Plain;
//- /bind/src/lib.rs crate:bind origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro_attribute]
pub fn bind(_: TokenStream, _: TokenStream) -> TokenStream {
    "pub struct Form; impl Cast for Form {}".parse().unwrap()
}
`,
};
