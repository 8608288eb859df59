import { describe, expect, test } from "@jest/globals";
import { fragmentNamed, mayBegin, skimFragment } from "../../src/macros/fragments.ts";
import { tokenize } from "../../src/macros/lexer.ts";

/** Splits `text` behind the fragment at its start: `fragment ‖ rest`; `no` where none may begin, `bad` where it breaks off. */
function cut(specifier: string, text: string, edition = 2021): string {
  const fragment = fragmentNamed(specifier, edition);
  const tokens = tokenize(text, 0, text.length);
  if (!mayBegin(fragment, tokens, 0)) return "no";
  const end = skimFragment(fragment, tokens, 0);
  if (end < 0) return "bad";
  const offset = end === 0 ? 0 : tokens.endBefore(end);
  return `${text.slice(0, offset).trim()} ‖ ${text.slice(offset).trim()}`;
}

/** Checks texts in which `‖` stands where the fragment must end. */
function checkEnds(specifier: string, marked: readonly string[], edition?: number): void {
  const found = marked.map((text) => cut(specifier, text.replace(" ‖", ""), edition));
  expect(found).toEqual(marked);
}

describe("expr", () => {
  test("operators, prefixes and postfixes belong to it", () => {
    checkEnds("expr", [
      "a + b * -c ‖ d",
      "!a && *b || &mut c == &raw const d ‖ , e",
      "a.b.0.1.c()?[1].await ‖ ;",
      "a = b += c <<= d ‖ =>",
      "x as u8 as &'a dyn T + 1 ‖ )",
      "x<-1 ‖ , y",
      "& raw ‖ ;",
    ]);
  });
  test("generic arguments, split operators included", () => {
    checkEnds("expr", [
      "a::<B<C>>::d ‖ e",
      "<T as U<V>>::w(x) ‖ y",
      "<<A as B>::C as D>::e() ‖ ,",
      "x.collect::<Vec<Vec<_>>>() ‖ ,",
      "f::<{ N + 1 }, -1>() ‖ ,",
      "a < b ‖ , c > d",
      "f as Vec<Vec<T>>>>2 ‖ ,",
    ]);
  });
  test("closures", () => {
    checkEnds("expr", [
      "|a, b| a + b ‖ , c",
      "|| x ‖ , y",
      "move |(a, b): (A, Vec<B>), _| -> T { a } ‖ , c",
      "async move |x| x.await ‖ ;",
      "for<'a> |x: &'a u8| x ‖ ;",
      "|x| |y| x + y ‖ ,",
      "static || 1 ‖ ,",
    ]);
  });
  test("control flow", () => {
    checkEnds(
      "expr",
      [
        "if a == b { c } else if let Some(x) = d && e { f } else { g } + 1 ‖ h",
        "match x { A if b => c, D | E => f }.g() ‖ h",
        "'a: loop { break 'a 1 } ‖ h",
        "while let Some(x) = it.next() { } ‖ h",
        "for (i, x) in xs.iter().enumerate() { } ‖ h",
        "if if a { b } else { c } { d } ‖ e",
        "match a.. { _ => b } ‖ e",
        "unsafe { a } ‖ b",
        "async move { a } ‖ b",
        "const { a } ‖ b",
      ],
      2024,
    );
  });
  test("struct literals, but not in heads", () => {
    checkEnds("expr", [
      "S { a, ..b }.c ‖ d",
      "if s { a } else { b } ‖ c",
      "match S::<T> { } ‖ c",
      "a::B::<C> { d } ‖ e",
    ]);
  });
  test("ranges", () => {
    checkEnds("expr", ["..b ‖ ,", "a.. ‖ ,", ".. ‖ ,", "a..=b + 1 ‖ ,", "..=1 ‖ ,"]);
  });
  test("jumps with and without value", () => {
    checkEnds("expr", [
      "return ‖ ,",
      "return a + b ‖ ,",
      "break 'a ‖ ;",
      "break 'a x ‖ ;",
      "continue 'a ‖ ;",
      "yield x ‖ ;",
    ]);
  });
  test("macros, attributes, tuples, arrays", () => {
    checkEnds("expr", ["a::b!{ c } + d ‖ e", "#[cfg(x)] (a, b) ‖ c", "[a; 3][0] ‖ b", "try!(a) ‖ b"]);
  });
  test("what stops before an operand is no expression", () => {
    expect(cut("expr", "a + , b")).toBe("bad");
    expect(cut("expr", "if a")).toBe("bad");
    expect(cut("expr", "=> a")).toBe("no");
    expect(cut("expr", "struct S")).toBe("no");
  });
  test("editions before 2024 leave out `_` and `const {}`", () => {
    expect(cut("expr", "_", 2021)).toBe("no");
    expect(cut("expr", "const { 1 }", 2021)).toBe("no");
    expect(cut("expr_2021", "_", 2024)).toBe("no");
    expect(cut("expr", "_", 2024)).toBe("_ ‖ ");
    expect(cut("expr", "let x = y", 2024)).toBe("no");
  });
});

describe("ty", () => {
  test("ends where the type ends", () => {
    checkEnds("ty", [
      "Vec<Vec<T>> ‖ = x",
      "&'a mut [T; N + 1] ‖ ,",
      "*const u8 ‖ ,",
      "dyn A + B<'a> + 'c ‖ ,",
      "impl Fn(A, B) -> C + Send ‖ {",
      "for<'a> fn(&'a T) -> &'a U ‖ ;",
      'unsafe extern "C" fn(...) -> ! ‖ ;',
      "<T as U>::V<W> ‖ ,",
      "a::b::<C>::D ‖ ,",
      "Option<Box<dyn Fn() -> T>> ‖ =",
      "(A, B) ‖ -> C",
      "impl for<'a> Trait<'a> + ?Sized + use<'b, T> ‖ ;",
      "m!(a) ‖ ;",
      "_ ‖ ,",
      "A<{ N }, 3, Item = B> ‖ >",
      "&&T ‖ ,",
    ]);
  });
  test("splits operators that begin with `>`", () => {
    expect(cut("ty", "Vec<T>>= x")).toBe("Vec<T> ‖ >= x");
    expect(cut("ty", "Vec<T>= x")).toBe("Vec<T> ‖ = x");
  });
});

describe("pat", () => {
  test("ends where the pattern ends", () => {
    checkEnds("pat", [
      "A | B::C(_) | D { e, .. } ‖ if f",
      "| a ‖ =>",
      "&mut ref x ‖ =",
      "x @ 1..=5 | y @ (A | B) ‖ =>",
      "-1..=b'z' ‖ =>",
      "5.. ‖ =>",
      "..=i8::MAX ‖ =>",
      "[a, .., b] ‖ =>",
      "m!(x) ‖ =>",
      "<T as U>::V ‖ =>",
      "const { 1 } ‖ =>",
      "'a' ‖ { b }",
    ]);
  });
  test("pat_param, and pat before 2021, take no alternatives", () => {
    expect(cut("pat_param", "A | B")).toBe("A ‖ | B");
    expect(cut("pat", "A | B", 2018)).toBe("A ‖ | B");
    expect(cut("pat_param", "| A")).toBe("no");
  });
});

describe("other fragments", () => {
  test("path", () => {
    checkEnds("path", ["a::b<C>::D ‖ ,", "::a ‖ ,", "Fn(A) -> B ‖ ,", "self::a ‖ !"]);
    expect(cut("path", "<T>::a")).toBe("no");
  });
  test("item", () => {
    checkEnds("item", [
      "#[a] pub(crate) fn f<T: A<{ 1 }>>(x: T) -> [u8; { 3 }] where T: B { } ‖ g",
      "pub struct A<T>(T) where T: B; ‖ c",
      "struct A { b: C } ‖ d",
      "unsafe impl<T> A<T> for B<{ N }> { } ‖ c",
      "pub const A: B = { C }; ‖ d",
      'const unsafe extern "C" fn f() { } ‖ g',
      'extern "C" { fn f(); } ‖ g',
      "extern crate a as b; ‖ c",
      "use a::{b, c}; ‖ d",
      "macro_rules! m { () => {} } ‖ n",
      "m! { a } ‖ b",
      "m!(a); ‖ b",
      "union U { a: B } ‖ c",
      "default fn f() { } ‖ g",
      "/// doc\nmod m; ‖ n",
      "static mut A: B = C; ‖ d",
      "auto trait T { } ‖ u",
    ]);
  });
  test("stmt leaves the semicolon, except to items and the empty statement", () => {
    checkEnds("stmt", [
      "let (a, b): (A, B) = c else { return } ‖ ;",
      "let x ‖ ; y",
      "a.b() ‖ ; c",
      "if a { b } else { c } ‖ - 1",
      "match a { }.b() + 1 ‖ ; c",
      "m! { a } ‖ (b)",
      "struct S; ‖ t",
      "; ‖ a",
      "unsafe { a } ‖ b",
      "fn f() { } ‖ g",
      "union + 1 ‖ ;",
    ]);
  });
  test("vis may be empty", () => {
    checkEnds("vis", ["pub ‖ (A, B)", "pub(crate) ‖ fn", "pub(in a::b) ‖ x", "pub ‖ (crate::A)", " ‖ fn"]);
    expect(cut("vis", "#")).toBe("no");
  });
  test("meta", () => {
    checkEnds("meta", ["a::b(c) ‖ ]", 'doc = concat!("a", b) ‖ ]', "derive ‖ ]", "unsafe(no_mangle) ‖ ]"]);
  });
  test("block, literal, lifetime, ident, tt", () => {
    checkEnds("block", ["{ a } ‖ b"]);
    checkEnds("literal", ["-1 ‖ - 2", "true ‖ x", 'b"a" ‖ x']);
    checkEnds("lifetime", ["'a ‖ b"]);
    checkEnds("ident", ["r#fn ‖ x", "self ‖ .", "crate·1 ‖ ::"]);
    checkEnds("tt", ["(a b) ‖ c", ">>= ‖ x", "'a ‖ x"]);
    expect(cut("ident", "_")).toBe("no");
    expect(cut("literal", "- x")).toBe("no");
  });
});

test("deep nesting needs no stack", () => {
  const depth = 50_000;
  const text = `${"if ".repeat(depth)}x${" {}".repeat(depth)}`;
  expect(cut("expr", text)).toBe(`${text} ‖ `);
  expect(cut("ty", `${"A<".repeat(depth)}B${">".repeat(depth)}`)).toMatch(/> ‖ $/);
});
