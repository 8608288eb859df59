/**
 * Macros and derives of published crates by their documented meaning. The fixtures bring small crates of the same names along, so that they compile;
 * they are scanned with these and without (`--no-deps`).
 */
import { rust } from "../../support/calls.ts";

const QUOTE = rust`
//- /quote/src/lib.rs crate:quote origin:dependency
pub mod __private { pub struct TokenStream; impl TokenStream { pub fn new() -> TokenStream { TokenStream } } }
pub trait ToTokens { fn to_tokens(&self, tokens: &mut __private::TokenStream); }
#[macro_export]
macro_rules! quote { ($($t:tt)*) => { $crate::__private::TokenStream::new() } }
#[macro_export]
macro_rules! quote_spanned { ($s:expr => $($t:tt)*) => { { let _ = $s; $crate::__private::TokenStream::new() } } }
`;

export const known: Readonly<Record<string, string>> = {
  "quote! puts values into tokens, by its path alone too": rust`
//- /app/src/lib.rs crate:app deps:quote
use quote::__private::TokenStream;
use quote::ToTokens;
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
${QUOTE}`,
  "in a repetition of quote! the crate calls": rust`
//- /app/src/lib.rs crate:app deps:quote
use quote::__private::TokenStream;
use quote::{quote, ToTokens};
pub struct Name;
impl ToTokens for Name { fn to_tokens(&self, _: &mut TokenStream) {} }
fn f(names: Vec<Name>, types: Vec<Name>) -> TokenStream {
    quote! { #(fn #names() -> #types { check().next() })* }
  //^^^^^ call: quote::__private::TokenStream::new
}
fn g(names: &[Name], name: Name) -> TokenStream {
    quote!([#(#names),*] #(#name))
  //^^^^^ call: <app::Name as quote::ToTokens>::to_tokens
  //^^^^^ call: quote::__private::TokenStream::new
}
${QUOTE}`,
};
