/** Why a call has no target: the first cause, also through what came out of the call that was not found. */
import { rust } from "../../support/calls.ts";

/** What procedural macros write. */
export const written: Readonly<Record<string, string>> = {
  "methods and functions that an attribute macro or a derive writes": rust`
//- /app/src/lib.rs crate:app deps:writing
use writing::documented;
#[documented]
pub struct Page;
#[derive(writing::Make)]
pub struct Shop;
impl Shop { fn name(&self) -> u8 { 1 } }
pub struct Plain;
#[writing::extended]
impl Plain { fn known(&self) {} }
fn f(page: &Page, plain: &Plain) {
    page.doc();
       //^^^ unresolved: proc-macro
    let shop = Shop::make();
                   //^^^^ unresolved: proc-macro
    plain.known();
        //^^^^^ call: app::Plain::known
    plain.unknown();
        //^^^^^^^ unresolved: proc-macro
}
//- /writing/src/lib.rs crate:writing origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
fn with(item: TokenStream, more: &str) -> TokenStream { format!("{item} {more}").parse().unwrap() }
#[proc_macro_attribute]
pub fn documented(_: TokenStream, item: TokenStream) -> TokenStream {
    with(item, "impl Page { fn doc(&self) -> &'static str { \"\" } }")
}
#[proc_macro_attribute]
pub fn extended(_: TokenStream, item: TokenStream) -> TokenStream {
    with(item, "impl Plain { fn unknown(&self) {} }")
}
#[proc_macro_derive(Make)]
pub fn make(_: TokenStream) -> TokenStream {
    "impl Shop { fn make() -> Shop { Shop } }".parse().unwrap()
}
`,
  "what came out of such a method, by whatever way": rust`
//- /app/src/lib.rs crate:app deps:documenting
#[documenting::documented]
pub struct Page;
pub struct Held { text: &'static str }
fn f(page: &Page) {
    let doc = page.doc();
                 //^^^ unresolved: proc-macro
    doc.len();
      //^^^ unresolved: proc-macro
    let inner = { let again = doc; again };
    inner.trim().len();
               //^^^ unresolved: proc-macro
    for c in doc.chars() { c.len_utf8(); }
                           //^^^^^^^^ unresolved: proc-macro
    if let Some(c) = doc.chars().next() { c.is_alphabetic(); }
                                          //^^^^^^^^^^^^^ unresolved: proc-macro
    match doc.split_once(' ') { Some((a, _)) => { a.len(); } None => {} }
                                                  //^^^ unresolved: proc-macro
    doc.chars().for_each(|c| { c.is_numeric(); });
                               //^^^^^^^^^^ unresolved: proc-macro
    Held { text: doc }.text.len();
                          //^^^ call: <str>::len
}
//- /documenting/src/lib.rs crate:documenting origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro_attribute]
pub fn documented(_: TokenStream, item: TokenStream) -> TokenStream {
    format!("{item} impl Page {{ fn doc(&self) -> &'static str {{ \"\" }} }}").parse().unwrap()
}
`,
  "a procedural macro's value": rust`
//- /app/src/lib.rs crate:app deps:texts
fn f() {
    let text = texts::text!();
             //^^^^^ unresolved: proc-macro
    text.len();
       //^^^ unresolved: proc-macro
}
//- /texts/src/lib.rs crate:texts origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro]
pub fn text(_: TokenStream) -> TokenStream { "\"a\"".parse().unwrap() }
`,
  "what a build writes": rust`
//- broken
//- /app/src/lib.rs crate:app deps:bindings
mod tables { include!(concat!(env!("OUT_DIR"), "/tables.rs")); }
fn f() {
    tables::find().len();
          //^^^^ unresolved: generated-code
                 //^^^ unresolved: generated-code
    bindings::open().send();
                   //^^^^ unresolved: generated-code
}
//- /bindings/src/lib.rs crate:bindings origin:dependency
include!(concat!(env!("OUT_DIR"), "/bindings.rs"));
`,
  "a type that no macro writes for has no other cause": rust`
//- broken
#[derive(Clone, Debug)]
#[must_use]
pub struct Plain;
fn f(plain: Plain) {
    plain.nothing();
        //^^^^^^^ unresolved: no-such-method
    plain.nothing().len();
                  //^^^ unresolved: unknown-receiver
    nowhere();
  //^^^^^^^ unresolved: unresolved-path
}
`,
};

/** What lies in dependencies, when these are not read. */
export const absent: Readonly<Record<string, string>> = {
  "values and types of a dependency": rust`
//- /app/src/lib.rs crate:app deps:lines
use lines::{open, Wire};
type Line = Wire;
pub struct Post { line: Line }
impl Post { fn line(&self) -> &Line { &self.line } }
fn f(post: &Post, line: Option<Line>) {
    open().send();
         //^^^^ unresolved: dependency-source
    let mine = lines::open();
    mine.send();
       //^^^^ unresolved: dependency-source
    post.line().send();
              //^^^^ unresolved: dependency-source
    post.line.send();
            //^^^^ unresolved: dependency-source
    if let Some(line) = line { line.send(); }
                                  //^^^^ unresolved: dependency-source
}
//- /lines/src/lib.rs crate:lines origin:dependency
pub struct Wire;
impl Wire { pub fn send(&self) {} }
pub fn open() -> Wire { Wire }
`,
  "methods of a dependency's trait in scope": rust`
//- /app/src/lib.rs crate:app deps:taps
pub struct Own;
fn f(own: &Own) {
    use taps::Tap as _;
    own.tap();
      //^^^ unresolved: dependency-source
}
mod inner {
    use taps::prelude::*;
    fn g(own: &super::Own) {
        own.tap().len();
          //^^^ unresolved: dependency-source
                //^^^ unresolved: dependency-source
        open();
      //^^^^ unresolved: dependency-source
    }
}
//- /taps/src/lib.rs crate:taps origin:dependency
pub trait Tap { fn tap(&self) -> &'static str { "" } }
impl<T> Tap for T {}
pub fn open() {}
pub mod prelude { pub use crate::{open, Tap}; }
`,
  "macros of a dependency": rust`
//- /app/src/lib.rs crate:app deps:texting
use texting::text;
fn f() {
    let one = text!();
            //^^^^ unresolved: dependency-source
    one.len();
      //^^^ unresolved: dependency-source
    let two = texting::text!(a = 1);
    two.len();
      //^^^ unresolved: dependency-source
}
//- /texting/src/lib.rs crate:texting origin:dependency
#[macro_export]
macro_rules! text { ($($any:tt)*) => { "a" }; }
`,
};
