import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { readGrammar } from "../../src/host/grammar.ts";
import { loadParser } from "../../src/syntax/parser.ts";
import { printTree } from "./support.ts";

const byHeap = await loadParser(readGrammar());
const byCursor = await loadParser(readGrammar(), "cursor");

test("the grammar is the one that its README names", () => {
  const sum = createHash("sha256").update(readGrammar().language).digest("hex");
  expect(readFileSync(new URL("../../grammars/README.md", import.meta.url), "utf8")).toContain(sum);
});

test("web-tree-sitter is pinned, because its memory is read", () => {
  const { dependencies } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(dependencies["web-tree-sitter"]).toMatch(/^\d+\.\d+\.\d+$/);
});

test("the memory is understood", () => {
  expect(byHeap.mode).toBe("heap");
  expect(byCursor.mode).toBe("cursor");
});

test("what is no grammar is refused", async () => {
  await expect(loadParser({ ...readGrammar(), language: new Uint8Array([1, 2, 3]) })).rejects.toThrow();
});

test("a tree in pre-order, without punctuation and comments", () => {
  expect(printTree(byHeap.parse("fn f(a: u8) { /* b */ a.c(-d) }"))).toBe(
    [
      "SourceFile 0-31",
      "  Function 0-31",
      "    ItemKeyword 0-2",
      "    Name:Identifier 3-4",
      "    Parameters:Parameters 4-11",
      "      Parameter 5-10",
      "        Pattern:Identifier 5-6",
      "        Type:Identifier 8-10",
      "    Body:Block 12-31",
      "      Call 22-29",
      "        Function:FieldAccess 22-25",
      "          Value:Identifier 22-23",
      "          Field:Identifier 24-25",
      "        Arguments:Arguments 25-29",
      "          Unary 26-28",
      "            Identifier 27-28",
    ].join("\n"),
  );
});

test("an operator is one by its role: `&` borrows, binds or is punctuation", () => {
  expect(printTree(byHeap.parse("const A: &B = &b & c;"))).toBe(
    [
      "SourceFile 0-21",
      "  Const 0-21",
      "    ConstKeyword 0-5",
      "    Name:Identifier 6-7",
      "    Type:ReferenceType 9-11",
      "      Type:Identifier 10-11",
      "    Value:Binary 14-20",
      "      Left:Reference 14-16",
      "        Value:Identifier 15-16",
      "      Operator:Operator 17-18",
      "      Right:Identifier 19-20",
    ].join("\n"),
  );
});

const REPEATED = 3_000;

// Texts for every feature of the memory's layout: aliases, fields that hidden rules hand up, extras between and before
// nodes, inline and heap leaves, errors and missing tokens, multi-unit characters, long lists (balanced repetitions), depth.
const TEXTS: readonly (readonly [string, string])[] = [
  ["empty", ""],
  ["blank", "  \n\t "],
  ["comment only", "// a"],
  ["aliases", "impl<T> a::B<T> for C where T: D { type E = F; fn g(&self) -> Self::H { S { i, j: 1 } } }"],
  [
    "hidden fields",
    "fn f() { if let A(x) = b && c {} while d {} match e { F | G if h => {} _ => 1 } let |a, b: u8| c; }",
  ],
  ["extras", "/* a */ fn /* b */ f( // c\n a: /* d */ u8 /* e */) /* f */ {\n//! g\n/// h\n} // i"],
  ["attributes", '#![a] #[b(c = "d")] struct E { #[f] g: H, #[i] pub j: K }'],
  ["characters", 'fn é() { "🦀"; \'é\'; /* 🦀🦀 */ ü("\\u{1F980}", r#"🦀"#) }'],
  ["byte order mark", "\uFEFFfn f() {}"],
  ["line ends", "fn f() {\r\n\ta();\r\n}\r\n"],
  ["macros", "macro_rules! a { ($b:expr, $($c:tt)*) => { d!($b $($c)*) } } a! { b [c] (d) {} } e::f!(1)"],
  ["errors", "fn f( { let x = ; a b c } struct } ) use a::{b; fn g() { h( } trait T { fn"],
  ["missing", "fn f() { let x = 1 } fn g() { h(1 }"],
  ["unclosed string", 'fn f() { "abc'],
  ["unclosed comment", "fn f() {} /* abc"],
  ["garbage", "§ ¶ ` ´ \\ \u0000 @ # $ %% ^^ fn f() {}"],
  ["conflicts", "fn f() { a < b; a::<b>(c); (|x| y)(z); {} - 1; &mut a; S {}; x as u8 < y; return || {} }"],
  ["long lists", `fn f() { [${"1, ".repeat(REPEATED)}]; ${"a();".repeat(REPEATED)} } ${"fn g() {}".repeat(REPEATED)}`],
  ["long leaves", `fn ${"a".repeat(REPEATED)}() { "${"b".repeat(REPEATED)}"; ${" ".repeat(REPEATED)} c }`],
  ["deep chain", `fn f() { x${".a(1)".repeat(REPEATED)} }`],
  ["deep brackets", `fn f() { ${"[".repeat(REPEATED)}${"]".repeat(REPEATED)} }`],
  ["deep errors", `fn f() { ${"g([".repeat(REPEATED)}`],
];

test.each(TEXTS)("heap and cursor read the same: %s", (_name, text) => {
  const { length, errors, data } = byHeap.parse(text);
  const one = data.slice(0, length);
  const other = byCursor.parse(text);
  expect(length).toBe(other.length);
  expect(errors).toBe(other.errors);
  expect(Buffer.compare(Buffer.from(one.buffer), Buffer.from(other.data.slice(0, length).buffer))).toBe(0);
});

test("a tree larger than all before it is whole", () => {
  const calls = 40_000;
  const { data, length } = byHeap.parse(`fn f() { x${".a(b)".repeat(calls)} }`);
  expect(data[3]).toBe(length);
  // Two nodes for the field access, three for the call.
  expect(length / 4).toBe(7 + 5 * calls);
});

test("a character of two units is not cut at the border of a piece of input", () => {
  for (let shift = 0; shift < 4; shift++) {
    const text = `fn f() {${" ".repeat(shift)}${"'🦀';\n".repeat(10_000)}}`;
    expect(byHeap.parse(text).errors).toBe(0);
  }
});

test("offsets less a shift", () => {
  const { data } = byHeap.parse("type X=abc;", 7);
  const text = printTree({ ...byHeap.parse("type X=abc;", 7), data });
  expect(text).toContain("Type:Identifier 0-3");
});

test("errors are counted, those inside of leaves too", () => {
  expect(byHeap.parse("fn f() {}").errors).toBe(0);
  expect(byHeap.parse("fn f() { ) }").errors).toBe(1);
  expect(byHeap.parse('fn f() { "a').errors).toBeGreaterThan(0);
});
