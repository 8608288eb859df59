import { expect, test } from "@jest/globals";
import { readGrammar } from "../../src/host/grammar.ts";
import { loadParser } from "../../src/syntax/parser.ts";
import { repair } from "../../src/syntax/repair.ts";

const parser = await loadParser(readGrammar());

// What the grammar does not know, and what it is shown instead.
test.each([
  [
    'unsafe extern "C" { safe fn a(); unsafe static B: u8; }',
    '       extern "C" {      fn a();        static B: u8; }',
  ],
  ["extern { pub type A; pub(crate) type B<C = D>; }", "extern {     type A;            type B<C = D>; }"],
  ["fn f() { g(&raw); &raw[..] }", "fn f() { g(&raW); &raW[..] }"],
  ["auto trait A {}", "     trait A {}"],
  [
    "type A<'a> = B<dyn 'a + C + D>; fn f(a: impl 'static + Fn()) {}",
    "type A<'a> = B<dyn      C + D>; fn f(a: impl           Fn()) {}",
  ],
  ["fn f() { str![[a]].b(); u8!(1) }", "fn f() { STR![[a]].b(); U8!(1) }"],
  ["fn f() { match c { char @ (1 | 2) => 1 } }", "fn f() { match c { CHAR @ (1 | 2) => 1 } }"],
  [
    "const trait A {} impl const B for C {} impl<T> const B for D<T> {}",
    "      trait A {} impl       B for C {} impl<T>       B for D<T> {}",
  ],
  ["fn f<T: ~const A + [const] B + const C>() {}", "fn f<T:        A +         B +       C>() {}"],
  ["fn f(a: impl async Fn(u8)) {}", "fn f(a: impl       Fn(u8)) {}"],
  ["fn f() { for<'a, T: A<B>> |x: &'a T| x }", "fn f() {                  |x: &'a T| x }"],
  ["fn f() { let box a = b; }", "fn f() { let &   a = b; }"],
  ["macro a($b:tt) { $b } fn f() {}", "mod   a        {    } fn f() {}"],
  ["macro a { ($b:tt) => { $b } }", "mod   a {                   }"],
  ["trait A<T = u8> = B<T> + C; fn f() {}", "trait A<T = u8> : B<T> + C{}fn f() {}"],
  ["struct A<T> where T: B; fn f() {}", "struct A<T> where T: B{}fn f() {}"],
  ["fn f() { do yeet a; become g(a) }", "fn f() { yield   a; yield  g(a) }"],
  ["fn f() { super let a = 1; &pin mut b; }", "fn f() {       let a = 1; &    mut b; }"],
  ["gen fn f() {} fn g() { async gen { } }", "    fn f() {} fn g() { async     { } }"],
  [
    "default impl A for B {} impl A for B { default type C = D; }",
    "        impl A for B {} impl A for B {         type C = D; }",
  ],
  [
    "fn f() { let A { #[a(b)] c, #[d] e: g, 0: h, #[i] .. } = j; }",
    "fn f() { let A {         c,      e: g, f: h,      .. } = j; }",
  ],
  ["fn f(#[a] #[b(c)] d: e) {}", "fn f(#[a]         d: e) {}"],
  ["fn f<T: A>(#[a] #[b] #[c] self, #[d] #[e] g: T) {}", "fn f<T: A>(#[a]           self, #[d]      g: T) {}"],
  [
    "fn f() { g((#[a] b, #[c] d, #[e] #[f] h)); return (i, #[j] k); }",
    "fn f() { g((#[a] b,      d,           h)); return (i,      k); }",
  ],
  ["fn f() { g!(~A, [+B, ~C]); h::<-1>() }", "fn f() { g!(!A, [+B, !C]); h::< 1>() }"],
  ["fn f() { <a::B::<C, D<E>> as F>::g(h::<I>) }", "fn f() { <a::B  <C, D<E>> as F>::g(h::<I>) }"],
  [
    "fn f() { a::A { b: c.d, .. } = e; let a::G { h, .. } = i; match j { K { l, .. } => m } }",
    "fn f() { a::A { b: c.d,    } = e; let a::G { h, .. } = i; match j { K { l, .. } => m } }",
  ],
  [
    "enum A<> { B } impl<> A<> {} fn f<\n>(c: A<>) { g::<>(c) }",
    "enum A   { B } impl   A   {} fn f \n (c: A  ) { g    (c) }",
  ],
  ["fn f() { g::<-1>() }", "fn f() { g::< 1>() }"],
  ["---\na = 1\n---\nfn f() {}", "   \n     \n   \nfn f() {}"],
  ["<<<<<<< a\nfn f() {}\n=======\n>>>>>>> b\n", "         \nfn f() {}\n       \n         \n"],
])("%s", (text, shown) => {
  expect(repair(text)).toBe(shown);
  expect(parser.parse(text)).toMatchObject({ errors: 0, repaired: true });
});

// The same words where they are names, or where the grammar does know them.
test.each([
  "fn f() { &raw const a; &raw mut b; raw(c); safe(d); auto = 1; box(e); default.f(); macro_rules!(); gen.g() }",
  'const A: u8 = 1; const fn f() {} unsafe extern "C" fn g() {} unsafe { h() } async fn i() {} for a in b {} trait C<T = u8> {}',
  "struct A { #[b] c: d, #[e] f: g } enum H { #[i] J { #[k] l: m }, #[n] O, } fn f() { [#[a] b, #[c] d] }",
  "struct A(#[b] c, #[d] e); struct F<G>(#[b] c, #[d] G); enum H { I(#[j] k, #[l] m) } fn f() { g(#[a] b, #[c] d); h::<i>(j, #[k] l) }",
  'fn f() { "unsafe extern {"; // do yeet\n r#"&raw)"#; \'"\'; /* auto trait */ }',
  "fn f() { #[a] b } fn g() { #[a] b::c; } pub type A = B; fn h() { a - b; a < -1 }",
])("left alone: %s", (text) => {
  expect(repair(text)).toBe(text);
});

test("a change that helps nothing is dropped", () => {
  expect(parser.parse("auto trait A {").repaired).toBe(false);
});
