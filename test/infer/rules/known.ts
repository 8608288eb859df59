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
fn raw(r#type: Name) -> TokenStream {
    quote!(#r#type)
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
  "derives of strum": rust`
//- /app/src/lib.rs crate:app deps:strum
use std::str::FromStr;
use strum::{EnumDiscriminants, EnumIs, EnumIter, EnumString, EnumTryAs, IntoEnumIterator as _};
pub struct Tone;
impl Tone { fn mix(&self) {} }
#[derive(EnumIter, EnumString, EnumIs, EnumTryAs, EnumDiscriminants)]
#[strum_discriminants(derive(Hash, EnumIter), name(Kind))]
pub enum Color { DarkRed, Blue(Tone), RGB24Bit { of: Tone }, Ral9x(Tone) }
impl Color { fn show(&self) {} }
impl Kind { fn name(self) {} }
fn f() -> Result<(), strum::ParseError> {
    for color in Color::iter() { color.show(); }
                      //^^^^ call: <app::Color as strum::IntoEnumIterator>::iter
                                     //^^^^ call: app::Color::show
    Color::iter().rev().map(|color| color.show()).count();
                                        //^^^^ call: app::Color::show
    "Blue".parse::<Color>()?.show();
                           //^^^^ call: app::Color::show
    let color = Color::from_str("DarkRed")?;
                     //^^^^^^^^ call: <app::Color as core::str::FromStr>::from_str
    color.is_dark_red();
        //^^^^^^^^^^^ call: app::Color::is_dark_red
    color.is_rgb_24_bit();
        //^^^^^^^^^^^^^ call: app::Color::is_rgb_24_bit
    color.try_as_ral_9x_ref().unwrap().mix();
        //^^^^^^^^^^^^^^^^^ call: app::Color::try_as_ral_9x_ref
                                     //^^^ call: app::Tone::mix
    Kind::from(&color).name();
                     //^^^^ call: app::Kind::name
    for kind in Kind::iter() { kind.name(); }
                    //^^^^ call: <app::Kind as strum::IntoEnumIterator>::iter
                                  //^^^^ call: app::Kind::name
    Ok(())
}
//- /strum/src/lib.rs crate:strum origin:dependency deps:strum_macros
pub use strum_macros::*;
pub struct ParseError;
pub trait IntoEnumIterator: Sized { type Iterator: Iterator<Item = Self>; fn iter() -> Self::Iterator; }
pub trait IntoDiscriminant { type Discriminant; fn discriminant(&self) -> Self::Discriminant; }
//- /strum_macros/src/lib.rs crate:strum_macros origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro_derive(EnumIter)]
pub fn a(_: TokenStream) -> TokenStream {
    "impl strum::IntoEnumIterator for Color { type Iterator = std::vec::IntoIter<Color>; fn iter() -> Self::Iterator { vec![].into_iter() } }".parse().unwrap()
}
#[proc_macro_derive(EnumString)]
pub fn b(_: TokenStream) -> TokenStream {
    "impl std::str::FromStr for Color { type Err = strum::ParseError; fn from_str(_: &str) -> Result<Color, strum::ParseError> { Ok(Color::DarkRed) } }".parse().unwrap()
}
#[proc_macro_derive(EnumIs)]
pub fn c(_: TokenStream) -> TokenStream { "impl Color { fn is_dark_red(&self) -> bool { true } fn is_rgb_24_bit(&self) -> bool { true } }".parse().unwrap() }
#[proc_macro_derive(EnumTryAs)]
pub fn e(_: TokenStream) -> TokenStream { "impl Color { fn try_as_ral_9x_ref(&self) -> Option<&Tone> { None } }".parse().unwrap() }
#[proc_macro_derive(EnumDiscriminants, attributes(strum_discriminants))]
pub fn d(_: TokenStream) -> TokenStream {
    "pub enum Kind { DarkRed, Blue }
     impl strum::IntoEnumIterator for Kind { type Iterator = std::vec::IntoIter<Kind>; fn iter() -> Self::Iterator { vec![].into_iter() } }
     impl From<&Color> for Kind { fn from(_: &Color) -> Kind { Kind::Blue } }".parse().unwrap()
}
`,
  "a derived error is made of what it is from": rust`
//- /app/src/lib.rs crate:app deps:thiserror
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("read")] Read(#[from] std::io::Error),
    #[error("parse")] Parse { #[from] source: Bad },
    #[error("{0}")] Other(String),
}
#[derive(Debug)]
pub struct Bad;
pub struct Other;
impl From<Other> for Failure { fn from(_: Other) -> Failure { Failure::Other(String::new()) } }
impl Failure { fn report(&self) {} }
fn bad() -> Result<(), Bad> { Ok(()) }
fn f() -> Result<(), Failure> {
    bad()?;
       //^ implicit: core::convert::From::from
    let failure: Failure = Bad.into();
    failure.to_string();
          //^^^^^^^^^ call: <T as alloc::string::ToString>::to_string
    failure.report();
          //^^^^^^ call: app::Failure::report
    Err(Other)?
            //^ implicit: <app::Failure as core::convert::From<app::Other>>::from
}
//- /thiserror/src/lib.rs crate:thiserror origin:dependency deps:thiserror_impl
pub use thiserror_impl::*;
//- /thiserror_impl/src/lib.rs crate:thiserror_impl origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro_derive(Error, attributes(error, from))]
pub fn error(_: TokenStream) -> TokenStream {
    "impl From<std::io::Error> for Failure { fn from(e: std::io::Error) -> Failure { Failure::Read(e) } }
     impl From<Bad> for Failure { fn from(source: Bad) -> Failure { Failure::Parse { source } } }
     impl std::fmt::Display for Failure { fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { Ok(()) } }
     impl std::error::Error for Failure {}".parse().unwrap()
}
`,
  "derives of clap": rust`
//- /app/src/lib.rs crate:app deps:clap
use clap::{CommandFactory as _, Parser};
#[derive(Parser)]
pub struct Cli { level: u8 }
impl Cli { fn run(&self) {} }
fn f() {
    Cli::parse().run();
               //^^^ call: app::Cli::run
    Cli::command();
       //^^^^^^^ call: <app::Cli as clap::CommandFactory>::command
    if let Ok(cli) = Cli::try_parse() { cli.run(); }
                                          //^^^ call: app::Cli::run
}
//- /clap/src/lib.rs crate:clap origin:dependency deps:clap_derive
pub use clap_derive::*;
pub struct Command;
pub struct Error;
pub trait CommandFactory: Sized { fn command() -> Command; }
pub trait Parser: CommandFactory { fn parse() -> Self { loop {} } fn try_parse() -> Result<Self, Error> { Err(Error) } }
//- /clap_derive/src/lib.rs crate:clap_derive origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro_derive(Parser)]
pub fn parser(_: TokenStream) -> TokenStream {
    "impl clap::Parser for Cli {} impl clap::CommandFactory for Cli { fn command() -> clap::Command { clap::Command } }".parse().unwrap()
}
`,
  "derives of derive_more": rust`
//- /app/src/lib.rs crate:app deps:derive_more
use derive_more::{Constructor, From, IsVariant, Unwrap};
pub struct Metres;
impl Metres { fn go(&self) {} }
#[derive(From, IsVariant, Unwrap)]
#[unwrap(ref)]
pub enum Length { Metres(Metres), None, #[from(ignore)] In2D3(Metres) }
#[derive(Constructor)]
pub struct Pair<T> { length: Length, of: T }
impl<T> Pair<T> { fn walk(&self) {} }
fn take(_: impl Into<Length>) {}
fn f(length: Length) {
    length.is_in_2_d_3();
         //^^^^^^^^^^^ call: app::Length::is_in_2_d_3
    length.unwrap_metres_ref().go();
         //^^^^^^^^^^^^^^^^^ call: app::Length::unwrap_metres_ref
                             //^^ call: app::Metres::go
    length.unwrap_metres().go();
         //^^^^^^^^^^^^^ call: app::Length::unwrap_metres
                         //^^ call: app::Metres::go
    Length::from(Metres);
          //^^^^ call: core::convert::From::from
    Pair::new(Length::None, 1).walk();
        //^^^ call: app::Pair::new
                             //^^^^ call: app::Pair::walk
}
//- /derive_more/src/lib.rs crate:derive_more origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro_derive(From, attributes(from))]
pub fn a(_: TokenStream) -> TokenStream { "impl From<Metres> for Length { fn from(x: Metres) -> Length { Length::Metres(x) } }".parse().unwrap() }
#[proc_macro_derive(IsVariant)]
pub fn d(_: TokenStream) -> TokenStream { "impl Length { fn is_in_2_d_3(&self) -> bool { true } }".parse().unwrap() }
#[proc_macro_derive(Unwrap, attributes(unwrap))]
pub fn b(_: TokenStream) -> TokenStream { "impl Length { fn unwrap_metres_ref(&self) -> &Metres { loop {} } fn unwrap_metres(self) -> Metres { loop {} } }".parse().unwrap() }
#[proc_macro_derive(Constructor)]
pub fn c(_: TokenStream) -> TokenStream { "impl<T> Pair<T> { fn new(length: Length, of: T) -> Pair<T> { Pair { length, of } } }".parse().unwrap() }
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
bitflags::bitflags! {
    pub struct Mode: u8 {
        const READ = one();
        /// More than one.
        const BOTH = 3;
    }
}
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
fn f(mode: Mode, shape: Box<dyn Shape>) {
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
    (pub struct $n:ident: $t:ty { $($(#[$m:meta])* const $c:ident = $e:expr;)* }) => {
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
  "events and spans of tracing evaluate what they are given; their statics are no part of the graph": rust`
//- /app/src/lib.rs crate:app deps:tracing
use tracing::{enabled, event, info, info_span};
pub struct Peer;
impl Peer { fn age(&self) -> u8 { 2 } }
fn count() -> u8 { 3 }
const NAME: &str = "n";
fn f(peer: &Peer) {
    info!({ age = ?peer.age(), ok = true }, "sent {} {}", count(), 1);
  //^^^^^ implicit: core::fmt::Display::fmt
                      //^^^ call: app::Peer::age
                                                        //^^^^^ call: app::count
    event!(Level::Info, { NAME } = peer.age(), other = %count());
  //^^^^^^ none
                                      //^^^ call: app::Peer::age
                                                      //^^^^^ call: app::count
    let span = info_span!("work", age = peer.age(), later = tracing::field::Empty);
             //^^^^^^^^^^ call: tracing::Span::new
                                           //^^^ call: app::Peer::age
    span.in_scope(|| count());
                   //^^^^^ call: app::count
    if enabled!(Level::Info) { count(); }
                             //^^^^^ call: app::count
}
enum Level { Info }
//- /tracing/src/lib.rs crate:tracing origin:dependency
pub struct Span;
impl Span { pub fn new(_: &'static u8, _: &u8) -> Span { Span } pub fn in_scope<T>(&self, f: impl FnOnce() -> T) -> T { f() } }
pub mod field { pub struct Empty; }
pub fn made() -> u8 { 0 }
#[macro_export]
macro_rules! info { ($($t:tt)*) => { { static __CALLSITE: fn() -> u8 = $crate::made; __CALLSITE(); } } }
#[macro_export]
macro_rules! event { ($($t:tt)*) => { { static __CALLSITE: fn() -> u8 = $crate::made; __CALLSITE(); } } }
#[macro_export]
macro_rules! info_span { ($($t:tt)*) => { { static __CALLSITE: fn() -> u8 = $crate::made; __CALLSITE(); $crate::Span } } }
#[macro_export]
macro_rules! enabled { ($($t:tt)*) => { { static __CALLSITE: fn() -> u8 = $crate::made; __CALLSITE() == 0 } } }
`,
  "attribute macros that keep what they stand on": rust`
//- /app/src/lib.rs crate:app deps:keep
use keep::{async_trait, instrument, main};
pub struct Row;
impl Row { fn show(&self) {} }
pub struct Disk;
#[async_trait]
pub trait Store { async fn read(&self) -> Row; async fn twice(&self) { self.read().await.show(); } }
                                                                          //^^^^ call: app::Store::read
                                                                          //^^^^ dispatch: <app::Disk as app::Store>::read
                                                                                       //^^^^ call: app::Row::show
#[async_trait]
impl Store for Disk { async fn read(&self) -> Row { self.seek(); Row } }
                                                       //^^^^ call: app::Disk::seek
impl Disk {
    fn seek(&self) {}
    #[instrument(skip(self), fields(at = 1))]
    async fn run(&self) { self.read().await.show(); }
                             //^^^^ call: <app::Disk as app::Store>::read
                                          //^^^^ call: app::Row::show
}
#[main(flavor = "current_thread")]
async fn start() { Disk.run().await }
                      //^^^ call: app::Disk::run
//- /keep/src/lib.rs crate:keep origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro_attribute]
pub fn async_trait(_: TokenStream, item: TokenStream) -> TokenStream { item }
#[proc_macro_attribute]
pub fn instrument(_: TokenStream, item: TokenStream) -> TokenStream { item }
#[proc_macro_attribute]
pub fn main(_: TokenStream, item: TokenStream) -> TokenStream { item }
`,
  "paste! sees through what macros pass on; documentation stays an argument": rust`
//- /app/src/lib.rs crate:app deps:paste
use paste::paste;
macro_rules! state {
    ($($of:ty),*) => { paste! { $(pub struct [<$of:camel State>]; impl [<$of:camel State>] { fn go(&self) {} })* } };
}
macro_rules! inner { ($(#[$about:meta] $name:ident)*) => { $(#[$about] fn $name() {})* } }
macro_rules! outer { ($($(#[$about:meta])* $name:ident)*) => { paste! { inner! { $($(#[$about])* [<make_ $name>])* } } }; }
state!(u8);
outer! {
    /// Makes tea.
    tea
    #[doc = "Makes coffee."]
    coffee
}
fn f(state: U8State) {
    state.go();
        //^^ call: app::U8State::go
    make_tea();
  //^^^^^^^^ call: app::make_tea
    make_coffee();
  //^^^^^^^^^^^ call: app::make_coffee
}
//- /paste/src/lib.rs crate:paste origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro]
pub fn paste(input: TokenStream) -> TokenStream {
    let text = input.to_string();
    if text.contains("struct") {
        "pub struct U8State; impl U8State { fn go(&self) {} }".parse().unwrap()
    } else {
        "fn make_tea() {} fn make_coffee() {}".parse().unwrap()
    }
}
`,
};
