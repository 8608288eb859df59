import { describe, expect, test } from "@jest/globals";
import { functionCode, normalCode } from "../../src/query/code.ts";

describe("texts that mean the same", () => {
  test.each([
    ["spacing", "a+b", "a\n  + b"],
    ["comments", "a /* x /* nested */ y */ + b // end", "a + b"],
    ["trailing commas", "f(a, b,)", "f(a, b)"],
    ["a doc comment", "/// says\nfn f() {}", "fn f() {}"],
  ])("%s", (_, a, b) => expect(normalCode(a)).toBe(normalCode(b)));
});

describe("texts that do not", () => {
  test.each([
    ["blanks in a string", '"a  b"', '"a b"'],
    ["a comment in a string", '"// no"', '""'],
    ["a quote in a raw string", 'r#"a " b"#', 'r#"a " c"#'],
    ["a blank as a character", "f(' ')", "f('_')"],
    ["words that run together", "let x", "letx"],
    ["an escaped quote", '"a\\" // b"', '"a\\" // c"'],
  ])("%s", (_, a, b) => expect(normalCode(a)).not.toBe(normalCode(b)));
});

test("lifetimes are no characters", () => {
  expect(normalCode("fn f<'a, 'b>(x: &'a str) {} // '")).toBe("fn f < 'a , 'b > ( x : & 'a str ) { }");
});

describe("a function in parts", () => {
  const code = (text: string) => functionCode(text, text.indexOf("fn"));

  test("signature without the name, and body", () => {
    expect(code("pub fn area(&self, n: [u8; { 3 }]) -> f64 { let c = '}'; { g() } } fn other() {}")).toMatchObject({
      signature: "fn ( & self , n : [ u8 ; { 3 } ] ) - > f64",
      body: "{ let c = '}' ; { g ( ) } }",
    });
  });

  test("a declaration has no body", () => {
    expect(code("fn area(&self) -> f64;")).toMatchObject({ signature: "fn ( & self ) - > f64", body: ";" });
  });

  test.each(["let fnord = 1;", "fn f(", "fn f() {", ""])("%j is none", (text) =>
    expect(functionCode(text, 0)).toBeUndefined(),
  );

  test("a string with braces does not end it", () => {
    expect(code('fn f() { g("}") } fn h() {}')?.body).toBe('{ g ( "}" ) }');
  });
});
