import { expect, test } from "@jest/globals";
import { Tag } from "../../src/facts/ir.ts";
import { checkBody, lower } from "./support.ts";

// Rust on the left, the body's facts on the right: statements, then the tail expression.
test.each([
  // Paths and literals.
  ["a::b::<u8, T>::c", "a::b<u8, T>::c"],
  ["::std::mem::drop", "::std::mem::drop"],
  ["<T as A<u8>>::f", "<T as A<u8>>::f"],
  ["<[u8]>::len", "<[u8]>::len"],
  ["(self, Self::X, crate::y, super::super::z)", "(tuple self Self::X crate::y super::super::z)"],
  ["r#type", "type"],
  ["(1, 1_0u8, 0xffu32, 0x1f32, 0b1, 0o7i64)", "(tuple 1 1_0u8 0xffu32 0x1f32 0b1 0o7i64)"],
  ["(1.5, 1., 1e3, 1.5f32, 1f64)", "(tuple #float #float #float #floatf32 #floatf64)"],
  [`("a", r#"b"#, b"c", br"d", c"e", cr"f")`, "(tuple #str #str #bytestr #bytestr #cstr #cstr)"],
  ["('a', b'b', '\\'', true)", "(tuple #char #byte #char #bool)"],
  // Calls.
  ["f(a, b)", "(call f a b)"],
  ["a.b(c).d::<E>()?", "(? (method (method a .b c) .d::<E>))"],
  ["a.0(b).1::<C>", "(field (call (field a .0) b) .1)"],
  ["(a.b)(c)", "(call (field a .b) c)"],
  ["a.0.1.b", "(field (field (field a .0) .1) .b)"],
  ["f::<{ N + 1 }, 3, 'a>()", "(call f<{{(+ N 1)}}, {3}>)"],
  ["f::<-1>()", "(call f<{1}>)"],
  ["a.await.b()", "(method (await a) .b)"],
  ["f(#[cfg(x)] a, b)", "(call f #[cfg(x)] a b)"],
  // Operators.
  ["-a + *b * !c", "(+ (- a) (* (* b) (! c)))"],
  ["a == b && c < d || e", "(|| (&& (== a b) (< c d)) e)"],
  ["a = b", "(= a b)"],
  ["_ = f()", "(= _ (call f))"],
  ["a <<= b", "(<<= a b)"],
  ["a as u8 as T<U>", "(as (as a u8) T<U>)"],
  ["(&a, &mut b, &raw const c, &raw mut d)", "(tuple (& a) (&mut b) (&raw const c) (&raw mut d))"],
  ["f(&raw)", "(call f (& raw))"],
  ["&raw[..]", "(& (index raw (..)))"],
  ["(a..b, ..b, a.., .., a..=b, ..=b)", "(tuple (a..b) (..b) (a..) (..) (a..=b) (..=b))"],
  ["a[b][..=1]", "(index (index a b) (..=1))"],
  // A prefix takes what can begin an expression.
  ["a[..*b]", "(index a (..(* b)))"],
  ["a[b..-c + 1]", "(index a (b..(+ (- c) 1)))"],
  ["a..*b == c", "(a..(== (* b) c))"],
  ["..&a", "(..(& a))"],
  ["break (a, b)", "(break (tuple a b))"],
  ["break 'a (b).c()? + d", "(break 'a (+ (? (method b .c)) d))"],
  ["break -a", "(break (- a))"],
  ["break [a].b[c]", "(break (index (field (array a) .b) c))"],
  ["break *a as u8", "(break (as (* a) u8))"],
  ["a[..-b as u8 * c]", "(index a (..(* (as (- b) u8) c)))"],
  ["break || a + b", "(break (|| (+ a b)))"],
  ["break || a", "(break (|| a))"],
  ["return || a", "(return (|| a))"],
  ["f(break &&a, return)", "(call f (break (& (& a))) (return))"],
  ["(break) - 1", "(- (break) 1)"],
  ["a - break", "(- a (break))"],
  // Aggregates.
  ["((), (a,), (a, b), (a))", "(tuple (tuple) (tuple a) (tuple a b) a)"],
  ["[[], [a, #[cfg(x)] b], [a; 3]]", "(array (array) (array a #[cfg(x)] b) (repeat a 3))"],
  ["S { a, b: 1, 0: c, #[cfg(x)] d: e, ..f() }", "(S {a: a, b: 1, 0: c, #[cfg(x)] d: e, ..(call f)})"],
  ["a::S::<u8> {}", "(a::S<u8> {})"],
  // Control flow.
  ["if a { b } else if c { d } else { e }", "(if a {b} else (if c {d} else {e}))"],
  ["if let Some(x) = a {}", "(if (let Some(x) = a) {})"],
  ["if a && let B(x) = c && d || e {}", "(if (&& (&& a (let B(x) = c)) (|| d e)) {})"],
  ["while let Some(x) = a.next() { b; }", "(while (let Some(x) = (method a .next)) {b;})"],
  ["'a: loop { break 'a; }", "('a: loop {(break 'a);})"],
  ["'a: while x { continue 'a }", "('a: while x {(continue 'a)})"],
  ["for (a, b) in c {}", "(for (a, b) in c {})"],
  ["'a: { break 'a 1 }", "'a: {(break 'a 1)}"],
  ["return", "(return)"],
  ["return a", "(return a)"],
  ["yield a", "(yield a)"],
  ["do yeet a", "(yield a)"],
  ["become f(a)", "(yield (call f a))"],
  [
    "match a { #[cfg(x)] B | C => 1, D(x) if let Some(y) = x && z => {} _ => f() }",
    "(match a #[cfg(x)] [(B | C) => 1] [D(x) if (&& (let Some(y) = x) z) => {}] [_ => (call f)])",
  ],
  // Blocks.
  ["unsafe { a }", "unsafe {a}"],
  ["async move { a }", "async move {a}"],
  ["const { a }", "const {a}"],
  ["try { a? }", "try {(? a)}"],
  ["gen { yield a }", "gen {(yield a)}"],
  // Closures.
  ["|a, (b, c): (u8, T), &d| a", "(|a, (b, c): (u8, T), &d| a)"],
  ["move || -> T { a }", "(move || -> T {a})"],
  ["async move |_| a", "(async move |_| a)"],
  ["for<'a> |x: &'a u8| x", "(|x: &u8| x)"],
  // Macros.
  ["a::b!(c, d)", "a::b!(c, d)"],
  ["vec![1].len()", "(method vec![1] .len)"],
])("%s", (rust, expected) => checkBody(rust, expected));

test("a method call knows where its name stands", () => {
  const { code } = lower("fn f() { a\n  .b(); }");
  const at = code.indexOf(Tag.MethodCall);
  expect(code.slice(at, at + 3)).toEqual(Int32Array.of(Tag.MethodCall, 9, 17));
  expect(code[at + 7]).toBe(14);
});

test("offsets count UTF-16 units", () => {
  const { code } = lower('fn f() { "é🦀"; g() }');
  const at = code.indexOf(Tag.Call);
  expect([code[at + 1], code[at + 2]]).toEqual([16, 19]);
});
