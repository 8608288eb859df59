/**
 * Macros and derives of published crates by their documented meaning. The fixtures bring small crates of the same names along, so that they compile;
 * they are scanned with these and without (`--no-deps`).
 */
import { rust } from "../../support/calls.ts";

export const known: Readonly<Record<string, string>> = {
  "quote! puts values into tokens, by its path alone too; in a repetition its crate does": rust`
//- /app/src/lib.rs crate:app deps:quote
use quote::__private::TokenStream;
use quote::{quote, ToTokens};
pub struct Name;
impl ToTokens for Name { fn to_tokens(&self, _: &mut TokenStream) {} }
pub struct Span;
impl Span { fn here() -> Span { Span } }
fn f(name: Name, other: &Name) -> TokenStream {
    quote::quote! { let x = #name + check(next()); }
  //^^^^^^^^^^^^ call: <app::Name as quote::ToTokens>::to_tokens
  //^^^^^^^^^^^^ call: quote::__private::TokenStream::new
                          //^^^^^ none
                                //^^^^ none
}
impl Name {
    fn g(self) -> TokenStream {
        quote::quote_spanned! {Span::here()=> fn go() { #self.go() } }
      //^^^^^^^^^^^^^^^^^^^^ call: <app::Name as quote::ToTokens>::to_tokens
      //^^^^^^^^^^^^^^^^^^^^ call: quote::__private::TokenStream::new
                                   //^^^^ call: app::Span::here
    }
}
fn repeated(names: Vec<Name>, types: Vec<Name>) -> TokenStream {
    quote! { #(fn #names() -> #types { check().next() })* }
  //^^^^^ call: quote::__private::TokenStream::new
}
fn separated(names: &[Name], name: Name) -> TokenStream {
    quote!([#(#names),*] #(#name))
  //^^^^^ call: <app::Name as quote::ToTokens>::to_tokens
  //^^^^^ call: quote::__private::TokenStream::new
}
//- /quote/src/lib.rs crate:quote origin:dependency
pub mod __private { pub struct TokenStream; impl TokenStream { pub fn new() -> TokenStream { TokenStream } } }
pub trait ToTokens { fn to_tokens(&self, tokens: &mut __private::TokenStream); }
#[macro_export]
macro_rules! quote { ($($t:tt)*) => { $crate::__private::TokenStream::new() } }
#[macro_export]
macro_rules! quote_spanned { ($s:expr => $($t:tt)*) => { { let _ = $s; $crate::__private::TokenStream::new() } } }
`,
  "paste! makes identifiers, in the case that is asked for": rust`
//- /app/src/lib.rs crate:app deps:paste
use paste::paste;
macro_rules! getters {
    ($($name:ident: $ty:ident),*) => { paste! { impl Bag { $(pub fn [<get_ $name>](&self) -> $ty { $ty } fn [<$ty:snake _mut>](&mut self) {})* } } };
}
pub struct Bag;
pub struct RedApple;
impl RedApple { fn eat(self) {} }
getters!(apple: RedApple);
fn f(mut bag: Bag) {
    bag.get_apple().eat();
      //^^^^^^^^^ call: app::Bag::get_apple
                  //^^^ call: app::RedApple::eat
    bag.red_apple_mut();
      //^^^^^^^^^^^^^ call: app::Bag::red_apple_mut
    paste! { bag.[<get_ "apple">]().eat(); };
                                  //^^^ call: app::RedApple::eat
}
//- /paste/src/lib.rs crate:paste origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro]
pub fn paste(input: TokenStream) -> TokenStream {
    let text = input.to_string();
    if text.contains("impl") {
        "impl Bag { pub fn get_apple(&self) -> RedApple { RedApple } fn red_apple_mut(&mut self) {} }".parse().unwrap()
    } else {
        "{ Bag.get_apple().eat(); }".parse().unwrap()
    }
}
`,
  "all_tuples! calls a macro for each number of elements": rust`
//- /app/src/lib.rs crate:app deps:variadics_please
use variadics_please::all_tuples;
pub trait Act { fn act(&self) {} }
macro_rules! implement { ($($P:ident),*) => { impl<$($P: Act),*> Act for ($($P,)*) { fn act(&self) {} } } }
all_tuples!(implement, 1, 2, P);
pub struct A;
impl Act for A { fn act(&self) {} }
fn each<T: Act>(t: T) { t.act() }
fn f() {
    (A, A).act();
         //^^^ call: <(P0, P1) as app::Act>::act
    each((A,));
  //^^^^ call: app::each
}
//- /variadics_please/src/lib.rs crate:variadics_please origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro]
pub fn all_tuples(_: TokenStream) -> TokenStream { "implement!(P0); implement!(P0, P1);".parse().unwrap() }
`,
  "bitflags!, lazy_static! and impl_downcast!": rust`
//- /app/src/lib.rs crate:app deps:bitflags,lazy_static,downcast_rs
bitflags::bitflags! { pub struct Mode: u8 { const READ = one(); const BOTH = 3; } }
impl Mode { fn check(&self) {} }
const fn one() -> u8 { 1 }
pub struct Table;
impl Table { fn new() -> Table { Table } fn find(&self) {} }
lazy_static::lazy_static! { static ref TABLE: Table = Table::new(); }
                                                           //^^^ call: app::Table::new
pub trait Shape {}
downcast_rs::impl_downcast!(Shape);
pub struct Disc;
impl Shape for Disc {}
impl Disc { fn roll(&self) {} }
fn f(mode: Mode, shape: &dyn Shape) {
    mode.union(Mode::READ).check();
       //^^^^^ call: app::Mode::union
                         //^^^^^ call: app::Mode::check
    (mode | Mode::BOTH).check();
                      //^^^^^ call: app::Mode::check
    TABLE.find();
        //^^^^ call: app::Table::find
    if let Some(disc) = shape.downcast_ref::<Disc>() { disc.roll(); }
                                                          //^^^^ call: app::Disc::roll
}
//- /bitflags/src/lib.rs crate:bitflags origin:dependency
#[macro_export]
macro_rules! bitflags {
    (pub struct $n:ident: $t:ty { $(const $c:ident = $e:expr;)* }) => {
        #[derive(Clone, Copy)]
        pub struct $n($t);
        impl $n { $(pub const $c: $n = $n($e);)* pub const fn union(self, other: $n) -> $n { $n(self.0 | other.0) } }
        impl ::std::ops::BitOr for $n { type Output = $n; fn bitor(self, other: $n) -> $n { self.union(other) } }
    };
}
//- /lazy_static/src/lib.rs crate:lazy_static origin:dependency
#[macro_export]
macro_rules! lazy_static {
    (static ref $n:ident: $t:ty = $e:expr;) => { static $n: ::std::sync::LazyLock<$t> = ::std::sync::LazyLock::new(|| $e); };
}
//- /downcast_rs/src/lib.rs crate:downcast_rs origin:dependency
#[macro_export]
macro_rules! impl_downcast {
    ($t:ident) => { impl dyn $t { pub fn downcast_ref<T: $t>(&self) -> Option<&T> { None } } };
}
`,
};
