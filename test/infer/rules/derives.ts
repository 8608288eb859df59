/** Derives that std does not have, by what derive_more and thiserror document of them. Procedural macros are no part of a fixture, so these do not compile. */
import { rust } from "../../support/calls.ts";

export const derives: Readonly<Record<string, string>> = {
  "Deref: the only field, the marked one, forwarded": rust`
//- broken
use derive_more::{Deref, DerefMut};
macro_rules! alias { ($($item:item)*) => { $($item)* } }
alias! { type Inner<'a> = Engine<'a>; }
pub struct Engine<'a>(&'a str);
impl Engine<'_> { fn start(&self) {} fn stop(&mut self) {} }
#[derive(Deref, DerefMut)]
struct Car<'a>(Inner<'a>);
#[derive(derive_more::Deref)]
struct Truck<'a> { load: u8, #[deref] engine: Engine<'a> }
#[derive(Deref)]
#[deref(forward)]
struct Boxed(Box<Engine<'static>>);
fn f(mut car: Car, truck: Truck, boxed: Boxed) {
    car.start();
      //^^^^^ call: app::Engine::start
      //^^^^^ implicit: core::ops::Deref::deref
    car.stop();
      //^^^^ call: app::Engine::stop
      //^^^^ implicit: core::ops::DerefMut::deref_mut
    truck.start();
        //^^^^^ call: app::Engine::start
        //^^^^^ implicit: core::ops::Deref::deref
    boxed.start();
        //^^^^^ call: app::Engine::start
        //^^^^^ implicit: core::ops::Deref::deref
    for (car, truck) in [(car, truck)] { (*truck).start(); }
                                                //^^^^^ call: app::Engine::start
}
`,
  "From and Into: of structs, and of the variants of enums": rust`
//- broken
use derive_more::{From, Into};
struct A;
struct B;
#[derive(From, Into)]
struct Pair(A, B);
impl Pair { fn go(self) -> Self { self } }
impl A { fn go(&self) {} }
#[derive(From)]
enum Either { #[from] Left(A), Right(B) }
impl Either { fn go(self) {} }
struct Holder;
impl Holder {
    fn new(value: impl Into<Either>) -> Holder { value.into().go(); Holder }
                                                            //^^ call: app::Either::go
}
fn f(a: A, b: B) {
    let pair: Pair = (a, b).into();
    let (first, _) = <(A, B)>::from(pair.go());
                                       //^^ call: app::Pair::go
    first.go();
        //^^ call: app::A::go
    Either::from(first).go();
                      //^^ call: app::Either::go
}
`,
  "Deref: a field that is left out, forwarded from a field": rust`
//- broken
use derive_more::Deref;
pub struct Engine;
impl Engine { fn start(&self) {} }
#[derive(Deref)]
struct Van { #[deref(ignore)] load: u8, engine: Engine }
#[derive(Deref)]
struct Boxed { load: u8, #[deref(forward)] engine: Box<Engine> }
fn take(engine: &Engine) {}
fn f(van: Van, boxed: Boxed) {
    van.start();
      //^^^^^ call: app::Engine::start
      //^^^^^ implicit: core::ops::Deref::deref
    (*boxed).start();
           //^^^^^ call: app::Engine::start
}
`,
  "From: an attribute is that of its variant alone, and may name other types": rust`
//- broken
use derive_more::From;
struct A;
struct B;
#[derive(thiserror::Error)]
enum Failure { Read(#[from] A), Text(B), Other { of: B } }
trait Words {}
impl Words for B {}
impl<T: Words> From<T> for Failure { fn from(_: T) -> Failure { loop {} } }
#[derive(From)]
#[from(A, B)]
struct Any(u8);
impl Any { fn go(self) {} }
fn f(b: B) -> Result<(), Failure> {
    Err(b)?
        //^ implicit: <app::Failure as core::convert::From<T>>::from
}
fn g(a: A) {
    Any::from(a).go();
               //^^ call: app::Any::go
}
`,
  "FromStr of an enum, operators of an enum, references to collections": rust`
//- broken
use derive_more::{Add, FromStr, IntoIterator};
struct Item;
impl Item { fn go(&self) {} }
#[derive(FromStr)]
enum Color { Red, Blue }
impl Color { fn show(&self) {} }
#[derive(Add)]
enum Sum { A(u8), B(u8) }
impl Sum { fn show(&self) {} }
#[derive(IntoIterator)]
struct Items { #[into_iterator(owned, ref)] items: Vec<Item>, of: u8 }
fn f(items: &Items, a: Sum, b: Sum) {
    "Red".parse::<Color>().unwrap().show();
                                  //^^^^ call: app::Color::show
    for item in items { item.go() }
                           //^^ call: app::Item::go
    (a + b).unwrap().show();
                   //^^^^ unresolved: unknown-receiver
}
`,
  "operators give the type itself": rust`
//- broken
use derive_more::{Add, Mul, Neg, Sum};
#[derive(Clone, Copy, Add, Mul, Neg, Sum)]
struct Metres(f64);
impl Metres { fn show(self) {} }
fn f(a: Metres, b: Metres) {
    (a + b).show();
          //^^^^ call: app::Metres::show
    (-a * 2.0).show();
             //^^^^ call: app::Metres::show
    [a, b].into_iter().sum::<Metres>().show();
                                     //^^^^ call: app::Metres::show
}
`,
  "collections: Index, IntoIterator, AsRef": rust`
//- broken
use derive_more::{AsRef, Index, IntoIterator};
struct Item;
impl Item { fn go(&self) {} }
#[derive(Index, IntoIterator, AsRef)]
struct Items(Vec<Item>);
fn f(items: Items) {
    items[0].go();
           //^^ call: app::Item::go
    for item in items { item.go() }
                           //^^ call: app::Item::go
}
fn g(items: &Items) { items.as_ref().first().unwrap().go() }
                                                    //^^ call: app::Item::go
`,
  "errors: their texts, and what they are made from": rust`
//- broken
use thiserror::Error;
struct Cause;
#[derive(Error)]
enum Failure { #[error("cause")] Cause(#[from] Cause), #[error("other")] Other { code: u8 } }
trait Report { fn report(&self) {} }
impl<T: std::error::Error> Report for T {}
impl Failure { fn go(self) {} }
fn f(cause: Cause, failure: Failure) {
    failure.report();
          //^^^^^^ call: app::Report::report
    failure.to_string().len();
                      //^^^ call: alloc::string::String::len
    Failure::from(cause).go();
                       //^^ call: app::Failure::go
}
`,
  "a derive that is imported without the trait of its name": rust`
//- /app/src/lib.rs crate:app deps:payloads
mod data { pub trait Payload {} }
use payloads::Payload;
#[derive(Payload)]
struct Promise;
struct Held<T: data::Payload>(T);
impl<T: data::Payload> Clone for Held<T> { fn clone(&self) -> Self { todo!() } }
impl<T: data::Payload> Held<T> { fn up(self) {} }
fn f(held: &Held<Promise>) {
    held.clone().up()
       //^^^^^ call: <app::Held<T> as core::clone::Clone>::clone
               //^^ call: app::Held::up
}
//- /payloads/src/lib.rs crate:payloads origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro_derive(Payload)]
pub fn data(_: TokenStream) -> TokenStream { "impl data::Payload for Promise {}".parse().unwrap() }
`,
  "Yokeable: what a yoke holds": rust`
//- /app/src/lib.rs crate:app deps:yoke,yoke_derive
use yoke::Yoke;
use yoke_derive::Yokeable;
#[derive(Yokeable)]
pub struct Font<'a>(&'a str);
impl Font<'_> { fn size(&self) {} }
fn f(yoke: &Yoke<Font<'static>>) {
    yoke.get().size()
             //^^^^ call: app::Font::size
}
//- /yoke/src/lib.rs crate:yoke origin:dependency
pub trait Yokeable<'a>: 'static { type Output: 'a; }
pub struct Yoke<Y: for<'a> Yokeable<'a>>(Y);
impl<Y: for<'a> Yokeable<'a>> Yoke<Y> {
    pub fn get<'a>(&'a self) -> &'a <Y as Yokeable<'a>>::Output { todo!() }
}
//- /yoke_derive/src/lib.rs crate:yoke_derive origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro_derive(Yokeable)]
pub fn yokeable(_: TokenStream) -> TokenStream {
    "impl<'a> ::yoke::Yokeable<'a> for Font<'static> { type Output = Font<'a>; }".parse().unwrap()
}
`,
};
