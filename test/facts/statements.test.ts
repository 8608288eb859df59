import { expect, test } from "@jest/globals";
import { checkBody, lower } from "./support.ts";

test.each([
  ["let a = b;", "let a = b;"],
  ["let mut a: T;", "let mut a: T;"],
  ["let Some(a) = b else { return };", "let Some(a) = b else {(return)};"],
  ["#[cfg(x)] let a = b; #[cfg(y)] f(); #[allow(z)] g();", "#[cfg(x)] let a = b; #[cfg(y)] (call f); (call g);"],
  ["#[cfg(x)] { a } #[cfg(not(x))] { b }", "#[cfg(x)] {a} #[cfg(not(x))] {b}"],
  ["#[cfg(x)] #[cfg(y)] f()", "#[cfg(all(x, y))] (call f)"],
  ["#[cfg_attr(x, cfg(y))] f()", "#[cfg(any(not(x), y))] (call f)"],
  // What ends with a block needs no semicolon, and is the tail when it stands last.
  ["if a {} b", "(if a {}) b"],
  ["a; if b { c } else { d }", "a; (if b {c} else {d})"],
  ["match a {} *b = c;", "(match a) (= (* b) c);"],
  ["a;;", "a;"],
  // A block or a macro in braces ends its statement, unless a point or a question mark follows.
  ["if a {} (b, c)", "(if a {}) (tuple b c)"],
  ["unsafe {} (b).c()", "unsafe {} (method b .c)"],
  ["loop {} && a", "(loop {}) (& (& a))"],
  ["match a {} || b", "(match a) (|| b)"],
  ["{ a } - 1", "{a} (- 1)"],
  ["match a {}.b() + c", "(+ (method (match a) .b) c)"],
  ["m! { a } (b).await; n! {} [c]; o! {} - d", "m!{ a } (await b); n!{} (array c); o!{} (- d)"],
  ["m! { a }.b(); n! {}?", "(method m!{ a } .b); (? n!{})"],
  ["m!(a) (b)", "(call m!(a) b)"],
  ["let a = { b } - 1; c({ d }(e))", "let a = (- {b} 1); (call c (call {d} e))"],
  // Macros: a tail, a statement with braces, a statement with semicolon.
  ["a! { b } c!(d); e!()", "a!{ b } c!(d); e!()"],
  // Items of the block come first.
  ["a(); fn g() {} use b::c; d", "fn g() {} use b::c (call a); d"],
  ["#[cfg(x)] fn g() {}", "#[cfg(x)] fn g() {}"],
  ["#![allow(x)] a", "a"],
  ["/* a */ b // c", "b"],
])("%s", (rust, expected) => checkBody(rust, expected));

test("blocks with items belong to a body, and to the block around them", () => {
  const text = "fn f() { fn a() { struct X; } if x { { use b; } loop { mod c {} } } } const D: u8 = { fn e() {} 1 };";
  const facts = lower(text);
  const starts = facts.blocks.map((block) => text.indexOf("{", block.start));
  const show = (row: number): string => {
    const { items, parent } = facts.blocks[row]!;
    return `${items.map((item) => `${item.kind} ${item.name}`)} in ${parent < 0 ? "-" : starts[parent]}`;
  };
  const bodies = [...facts.items, ...facts.blocks.flatMap((block) => block.items)].map((item) =>
    "blocks" in item ? [item.name, ...item.blocks.map(show)] : [item.kind],
  );
  expect(bodies.sort()).toEqual(
    [
      ["D", "fn e in -"],
      ["a", "struct X in -"],
      ["e"],
      ["f", "fn a in -", "use  in 7", "mod c in 7"],
      ["mod"],
      ["struct"],
      ["use"],
    ].sort(),
  );
});
