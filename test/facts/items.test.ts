import { expect, test } from "@jest/globals";
import { checkFacts, lower } from "./support.ts";

test.each([
  // Functions.
  ["fn f() {}", "fn f() {}"],
  [
    "fn f(a: A, mut b: &B, (c, _): (C, D), [e]: [E; 1]) -> F { a }",
    "fn f(a: A, mut b: &B, (c, _): (C, D), [e]: [E; 1]) -> F {a}",
  ],
  ['pub const unsafe extern "C" fn f(a: A, ...);', 'pub const unsafe extern "C" fn f(a: A, ...)'],
  ["async extern fn f() {}", 'async extern "C" fn f() {}'],
  [
    "impl X { fn a(self) {} fn b(&self) {} fn c(&'a mut self) {} fn d(mut self) {} fn e(self: Box<Self>, x: A) {} }",
    "impl X {\n  fn a(self) {}\n  fn b(&self) {}\n  fn c(&mut self) {}\n  fn d(self) {}\n  fn e(self: Box<Self>, x: A) {}\n}",
  ],
  ["fn f(#[cfg(a)] x: A, #[b] y: B) {}", "fn f(#[cfg(a)] x: A, y: B) {}"],
  ["trait T { fn f(u8, &str); }", "trait T {\n  fn f(_: u8, _: &str)\n}"],
  ["fn r#try(r#in: A) {}", "fn try(in: A) {}"],
  // Generics.
  [
    "fn f<'a, T: A + 'a + ?Sized, U = B, const N: usize = 3>() where T::C: D<'a>, 'a: 'b, for<'c> &'c U: E {}",
    "fn f<T: A, U = B, const N: usize = 3>() where T::C: D, &U: E {}",
  ],
  ["fn f<T>() where T: Fn(A) -> B + Send, [T; 2]: C {}", "fn f<T>() where T: Fn(A) -> B + Send, [T; 2]: C {}"],
  ["fn f<#[cfg(a)] T: ~const A>() {}", "fn f<#[cfg(a)] T: A>() {}"],
  // Types.
  [
    "struct A; struct B(pub u8, #[cfg(x)] C); struct D<T> where T: E { pub(crate) a: T, #[cfg(y)] r#b: u8 }",
    "struct A\nstruct B(pub u8, #[cfg(x)] C)\nstruct D<T> { pub(in crate) a: T, #[cfg(y)] b: u8 } where T: E",
  ],
  ["struct A<T>(T) where T: B; struct C where D: E;", "struct A<T>(T) where T: B\nstruct C where D: E"],
  ["union A { a: u8, b: f32 }", "union A { a: u8, b: f32 }"],
  [
    "enum A<T> { B, C(T, u8), #[cfg(x)] D { e: T }, F = 1 + 2 }",
    "enum A<T> { B, C(T, u8), #[cfg(x)] D { e: T }, F = (+ 1 2) }",
  ],
  ["type A<T: B> = C<T>;", "type A<T: B> = C<T>"],
  // Traits and impls.
  [
    "unsafe trait A<T>: B<T> + 'static where T: C { type D<'a, U>: E where U: F; type G = H; const I: u8; const J: u8 = 1; fn k(&self) {} m! {} }",
    "trait A<T>: B<T> where T: C {\n  type D<U>: E where U: F\n  type G = H\n  const I: u8\n  const J: u8 = 1\n  fn k(&self) {}\n  m!{}\n}",
  ],
  ["trait A<T> = B<T> + C; auto trait D {}", "trait A<T> = B<T> + C\ntrait D {}"],
  [
    "impl<T: A, const N: usize> B<T> for [T; N] where T: C { type D = E; const F: u8 = 1; }",
    "impl<T: A, const N: usize> B<T> for [T; N] where T: C {\n  type D = E\n  const F: u8 = 1\n}",
  ],
  [
    "impl<T: ?Sized> !Send for A<T> {} unsafe impl Sync for A {} impl const B for C {}",
    "impl<T> !Send for A<T> {}\nimpl Sync for A {}\nimpl B for C {}",
  ],
  ["impl dyn A + Send {} impl Fn<(A,)> for C {}", "impl dyn A + Send {}\nimpl Fn<(A,)> for C {}"],
  // Values.
  [
    "const A: u8 = f(1); const _: () = {}; pub static mut B: C = D;",
    "const A: u8 = (call f 1)\nconst _: () = {}\npub static B: C = D",
  ],
  // Modules, visibility.
  [
    'mod a; pub(in b::c) mod d { #![cfg(e)] #![path = "f"] mod g {} }',
    "mod a;\n#[cfg(e)] #[path(f)] pub(in b::c) mod d {\n  mod g {}\n}",
  ],
  [
    "pub(self) fn a() {} pub(super) fn b() {} crate fn c() {} pub (crate) fn d() {}",
    "pub(in self) fn a() {}\npub(in super) fn b() {}\npub(in crate) fn c() {}\npub(in crate) fn d() {}",
  ],
  // Foreign.
  [
    'unsafe extern "C" { pub safe fn a(); static mut B: u8; unsafe fn c(...); pub type D; }',
    'extern "C" {\n  pub fn a()\n  static B: u8\n  unsafe fn c(...)\n  pub struct D {  }\n}',
  ],
  ["extern { fn a(); }", 'extern "C" {\n  fn a()\n}'],
  [
    "extern crate a; pub extern crate b as c; extern crate self as d; extern crate e as _;",
    "extern crate a as a\npub extern crate b as c\nextern crate self as d\nextern crate e as _",
  ],
  // Macros.
  [
    "macro_rules! a { (b) => { c }; } macro_rules! d /* e */ ( () => {} );",
    "macro-rules a { (b) => { c }; }\nmacro-rules d { () => {} }",
  ],
  [
    "pub macro a($b:expr) { c } macro d { () => {} }",
    "pub macro-decl a {($b:expr) { c }}\nmacro-decl d { { () => {} }}",
  ],
  ["a! { b } ::c::d!(e); impl X { f!(g); }", "a!{ b }\n::c::d!(e)\nimpl X {\n  f!(g)\n}"],
  // Oddities.
  ["\uFEFF#!/bin/sh\nfn a() {}", "fn a() {}"],
  ["#!/usr/bin/env cargo\n---\n[dependencies]\na = 1\n---\nfn a() {}", "fn a() {}"],
  ["fn a() {\r\n  b();\r\n}\r\n", "fn a() {(call b);}"],
  ["/// doc\n//! doc\n/** doc */ fn a() {}", "fn a() {}"],
  ["", ""],
])("%s", (rust, expected) => checkFacts(rust, expected));

test.each([
  ["use a;", "a"],
  ["use a::b::c;", "a::b::c"],
  ["use a::b as c;", "a::b as c"],
  ["use a as _;", "a as _"],
  ["use a::{b, c as d, e::{f, g::*}, self, self as h, *};", "a::b, a::c as d, a::e::f, a::e::g::*, a, a as h, a::*"],
  ["use self::a; use super::super::b;", "self::a, super::super::b"],
  ["use ::a::b; use ::{c, d};", "::a::b, ::c, ::d"],
  ["use {a, b::c};", "a, b::c"],
  ["use *; use ::*; use a::*;", "*, ::*, a::*"],
  ["use crate::r#type::r#fn as r#loop;", "crate::type::fn as loop"],
  ["use a::{};", ""],
])("%s", (rust, expected) => {
  const leaves = lower(rust).items.flatMap((item) => (item.kind === "use" ? item.leaves : []));
  const shown = leaves.map(({ path, global, alias, glob }) => {
    const full = (global ? "::" : "") + [...path, ...(glob ? ["*"] : [])].join("::");
    return glob || alias === path.at(-1) ? full : `${full} as ${alias}`;
  });
  expect(shown.join(", ")).toBe(expected);
});

test("items know where their keyword, their name and their end are", () => {
  const text = "#[a] pub async unsafe fn f() {} pub unsafe impl A for B {} const C: u8 = 1; x::m!{}";
  const at = lower(text).items.map(({ pos, namePos, end }) => [
    text.slice(pos, pos + 5),
    text.slice(namePos, namePos + 1),
    text[end - 1],
  ]);
  expect(at).toEqual([
    ["fn f(", "f", "}"],
    ["impl ", "i", "}"],
    ["const", "C", ";"],
    ["x::m!", "x", "}"],
  ]);
});

test("a leaf of a use tree stands at its last segment", () => {
  const text = "use a::{b::c as d, e::*, self};";
  const [item] = lower(text).items;
  expect(item?.kind === "use" && item.leaves.map(({ pos }) => text[pos])).toEqual(["c", "*", "s"]);
});

test("a macro call tells the span of its arguments", () => {
  const text = "m! [ a, (b) ];";
  const [item] = lower(text).items;
  const call = item?.kind === "macro-call" ? item.call : undefined;
  expect(call && [text.slice(call.argsStart, call.argsEnd), call.delimiter, call.path]).toEqual([
    " a, (b) ",
    "[",
    ["m"],
  ]);
});

test("inner attributes of the file", () => {
  const { attrs } = lower('#![cfg(a)]\n#![no_std]\n#![cfg_attr(b, macro_use, path = "c")]\nfn f() {}');
  expect(attrs.map(({ path, args, cfg }) => [path, args, cfg])).toEqual([
    ["cfg", "a", null],
    ["no_std", "", null],
    ["macro_use", "", "b"],
    ["path", "c", "b"],
  ]);
});
