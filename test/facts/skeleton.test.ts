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
    `fn f() { let a = "}"; let b = '}'; } struct S;`,
    "fn f() {} struct S;",
  ],
  ["comments go", "// one\nstruct A; /* two /* three */ */ struct B;", "\nstruct A;  struct B;"],
  [
    "a comment marker in a string is none",
    `const fn f(s: &str) {} static S: &str = "// no";`,
    `const fn f(s: &str) {} static S: &str =0;`,
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
    "struct S<const N: usize = 3>; impl<const N: usize> S<N> { const M: usize =0; }",
  ],
  [
    "raw pointers are no constants",
    "type P = *const u8; fn g(p: *const u8) -> *const u8 { p }",
    "type P = *const u8; fn g(p: *const u8) -> *const u8 {}",
  ],
  ["function types are no functions", "struct S { f: fn(u8) -> u8, g: u8 }", "struct S { f: fn(u8) -> u8, g: u8 }"],
  [
    "braces of const arguments open no body",
    "fn f() -> [u8; { 1 + 1 }] { [0; 2] } struct T;",
    "fn f() -> [u8; { 1 + 1 }] {} struct T;",
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
  expect(skeletonOf("fn f() { a(")).toBe("fn f() {");
  const long = "fn f() { x } ".repeat(50_000);
  expect(skeletonOf(long)).toBe("fn f() {} ".repeat(50_000));
});
