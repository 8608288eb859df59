import { expect, test } from "@jest/globals";
import { lowerFile } from "../../src/facts/lower.ts";
import { printItems } from "../../src/facts/print.ts";
import { lower, parser } from "./support.ts";

// What can be recognised around a syntax error is kept; the offset of the error is told.
test.each([
  ["fn a() { b(); c(x.); d() } fn e() {}", "fn a() {(call b); (call c (field x .)); (call d)}\nfn e() {}"],
  ["fn a() { b(); c( } fn d() { e() }", "fn a() {(call b); c}\nfn d() {(call e)}"],
  ["fn a( { b(); c(d()) } fn e() {}", "fn a() {(call b); (call c (call d))}\nfn e() {}"],
  [
    "fn a() { match x { A => b(), B => , C => c() } d(); }",
    "fn a() {(match x [A => (call b)] [B => (broken)] [C => (call c)]) (call d);}",
  ],
  ["}}} fn a() { b() }", "fn a() {(call b)}"],
  ["struct S { a: , b: u8 } fn e() {}", "struct S { a: _, b: u8 }\nfn e() {}"],
  ["use a::{b; fn e() {}", "use a::b\nfn e() {}"],
  // A function that is not closed keeps its name, its parameters and its calls.
  [
    "fn a<T>(x: u8, &self) { let y = 1; if x { b(y) }\nfn c() { d() }",
    "fn a(x: u8) {let y = 1; (if x {(call b y)})}\nfn c() {(call d)}",
  ],
  // Both sides of a merge conflict.
  [
    "<<<<<<< a\nfn a() { b(); }\n=======\nfn a() { c(); }\n>>>>>>> d\nfn e() {}",
    "fn a() {(call b);}\nfn a() {(call c);}\nfn e() {}",
  ],
])("%s", (rust, expected) => {
  expect(printItems(lower(rust), rust)).toBe(expected);
});

test("calls inside an error in the middle of an expression are kept as statements", () => {
  const text = "fn a() { let x = b(c(), d(); e()) + 1; f() }";
  expect(printItems(lower(text), text)).toBe(
    "fn a() {let x = (+ (call b (call c) (call e)) 1); (broken (call d)); (call f)}",
  );
});

test("errors and missing tokens tell where they are", () => {
  expect(lower("fn a() { b( }").errors).toEqual([9 + 1]);
  expect(lower("fn a() { let x = 1 }").errors).toEqual([18]);
});

test("without bodies nothing inside them is lowered", () => {
  const text =
    "fn a(x: [u8; 1]) -> B { fn c() {} d!(); e() } const F: u8 = g(); impl H { fn i(&self) { j!() } } trait K { fn l(); }";
  const facts = lowerFile(parser, text, { bodies: false });
  expect(printItems(facts, text)).toBe(
    "fn a(x: [u8; 1]) -> B {…}\nconst F: u8\nimpl H {\n  fn i(&self) {…}\n}\ntrait K {\n  fn l()\n}",
  );
  expect([facts.blocks, facts.macroCalls]).toEqual([[], []]);
});
