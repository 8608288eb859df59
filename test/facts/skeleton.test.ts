import { expect, test } from "@jest/globals";
import { skeletonOf } from "../../src/facts/skeleton.ts";

test.each([
  [
    "bodies go, signatures stay",
    "pub fn f<T>(t: T) -> Vec<T> where T: Clone { vec![t.clone()] }",
    "pub fn f<T>(t: T) -> Vec<T> where T: Clone {}",
  ],
  [
    "required methods have no body",
    "trait T { fn a(&self) -> u8; fn b(&self) { self.a(); } }",
    "trait T { fn a(&self) -> u8; fn b(&self) {} }",
  ],
  [
    "braces in strings and characters close nothing",
    `pub fn f() { let a = "}"; let b = '}'; } struct S;`,
    "pub fn f() {} struct S;",
  ],
  ["comments go", "// one\nstruct A; /* two /* three */ */ struct B;", "\nstruct A;  struct B;"],
  [
    "runs of blanks and comments in signatures go",
    "struct A;\n\n    pub fn f(\n        a: u8, // first\n    ) {\n    }",
    "struct A;\npub fn f(\na: u8, \n) {}",
  ],
  [
    "a comment marker in a string is none",
    `pub const fn f(s: &str) {} static S: &str = "// no";`,
    `pub const fn f(s: &str) {} static S: &str =0;`,
  ],
  [
    "values of constants and statics go",
    "pub const N: [u8; 3] = [1, 2, 3]; static mut M: u8 = 1 + 2;",
    "pub const N: [u8; 3] =0; static mut M: u8 =0;",
  ],
  [
    "const _ keeps its value: impls stand there",
    "const _: () = { impl A for B {} };",
    "const _: () = { impl A for B {} };",
  ],
  [
    "const parameters are no constants",
    "struct S<const N: usize = 3>; impl<const N: usize> S<N> { const M: usize = N; }",
    "struct S<const N: usize = 3>; impl<const N: usize> S<N> {__callmap_members!{ const M: usize =0; }}",
  ],
  [
    "raw pointers are no constants",
    "type P = *const u8; pub fn g(p: *const u8) -> *const u8 { p }",
    "type P = *const u8; pub fn g(p: *const u8) -> *const u8 {}",
  ],
  ["function types are no functions", "struct S { f: fn(u8) -> u8, g: u8 }", "struct S { f: fn(u8) -> u8, g: u8 }"],
  [
    "braces of const arguments open no body",
    "pub fn f() -> [u8; { 1 + 1 }] { [0; 2] } pub fn g() -> N<u8, { 2 }> { x } struct T;",
    "pub fn f() -> [u8; { 1 + 1 }] {} pub fn g() -> N<u8, { 2 }> {} struct T;",
  ],
  [
    "functions that only their own crate can name go, with their attributes",
    "#[cfg(a)]\n#[inline] fn a() { 1 } pub(crate) const fn b() {} pub(in a::b) fn c(); pub unsafe fn d() {} struct S;",
    " pub unsafe fn d() {} struct S;",
  ],
  [
    "methods that are not visible go, those of traits and their impls stay",
    "impl<T> S<T> where T: for<'a> F<'a>, { fn a(&self) {} pub fn b(&self) {} } impl T for [S; 3] { fn c(&self) { 1 } } pub trait U { fn d() {} } fn e() {}",
    "impl<T> S<T> where T: for<'a> F<'a>, {__callmap_members!{ pub fn b(&self) {} }} impl T for [S; 3] {__callmap_members!{ fn c(&self) {} }} pub trait U { fn d() {} }",
  ],
  [
    "const arguments in the header of an impl open no braces",
    "impl T for S<{ 1 }, { 2 }> { fn a() { 1 } } impl S<{ 1 }> { fn b() {} }",
    "impl T for S<{ 1 }, { 2 }> {__callmap_members!{ fn a() {} }} impl S<{ 1 }> { }",
  ],
  [
    "what an impl holds is put aside, its own braces and macros included",
    "unsafe impl<T: A> B for T where T: C { type D = { E }; m! { f } const X: u8 = 1; } impl F {} mod n { impl G { pub fn h() -> impl I { j } } }",
    "unsafe impl<T: A> B for T where T: C {__callmap_members!{ type D = { E }; m! { f } const X: u8 =0; }} impl F {} mod n { impl G {__callmap_members!{ pub fn h() -> impl I {} }} }",
  ],
  [
    "but for methods of a type whose receiver is written as a type: it decides where methods are looked for",
    "impl A { pub fn b(self: Box<Self>) {} } impl C { pub fn d(e: self::E) {} } impl F for G { fn h(self: Rc<Self>) {} }",
    "impl A { pub fn b(self: Box<Self>) {} } impl C {__callmap_members!{ pub fn d(e: self::E) {} }} impl F for G {__callmap_members!{ fn h(self: Rc<Self>) {} }}",
  ],
  [
    "foreign functions are seen as others are",
    'extern "C" { pub fn a(x: u8); fn b(); } mod m { fn c() {} pub fn d() { c() } }',
    'extern "C" { pub fn a(x: u8); } mod m { pub fn d() {} }',
  ],
  [
    "what an item in braces ends is not taken for the next one",
    "thread_local! { static A: u8 = 1 } fn a() {} #![no_std] fn b() {} struct S { a: u8 } fn c() {}",
    "thread_local! { static A: u8 = 1 } #![no_std] struct S { a: u8 }",
  ],
  [
    "test modules go",
    "#[cfg(test)]\nmod tests { use a; struct S; } #[cfg(test)] mod more; #[cfg(not(test))] mod kept;",
    " #[cfg(not(test))] mod kept;",
  ],
  [
    "attributes that change no meaning go",
    '#[inline] #[must_use = "it"] #[doc(hidden)] #[derive(Clone)] #[inlined] #[cfg(a)] pub struct S;',
    "   #[derive(Clone)] #[inlined] #[cfg(a)] pub struct S;",
  ],
  [
    "the text of macros stays as it is",
    "macro_rules! m { () => { fn f() { g() } } } m! { fn x() { /* here */ } }",
    "macro_rules! m { () => { fn f() { g() } } } m! { fn x() { /* here */ } }",
  ],
])("%s", (_, text, skeleton) => {
  expect(skeletonOf(text)).toBe(skeleton);
});

test("an unclosed body takes the rest, and costs linear time", () => {
  expect(skeletonOf("pub fn f() { a(")).toBe("pub fn f() {");
  const long = "pub fn f() { x } ".repeat(50_000);
  expect(skeletonOf(long)).toBe("pub fn f() {} ".repeat(50_000));
  expect(skeletonOf("fn f() { x } ".repeat(50_000))).toBe(" ");
});

test("the members of a trait's impl are told to be seen", () => {
  expect(skeletonOf("fn a() { 1 }", "trait")).toBe("fn a() {}");
  expect(skeletonOf("fn a() { 1 }", "own")).toBe("");
});
