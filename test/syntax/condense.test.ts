/** What the grammar need not see goes, and what is left is found where it stood. */
import { describe, expect, test } from "@jest/globals";
import { readGrammar } from "../../src/host/grammar.ts";
import { condense, placesOf } from "../../src/syntax/condense.ts";
import { loadParser } from "../../src/syntax/parser.ts";
import { printTree } from "./support.ts";

const parser = await loadParser(readGrammar());

describe("what is cut", () => {
  test.each<[what: string, text: string, condensed: string]>([
    ["comments to the line's end", "a; // b\n  // c\nd", "a; \nd"],
    ["comments in comments", "a /* b /* c */ d */ e", "a  e"],
    ["a comment that parts two words", "a/*b*/c", "a c"],
    ["blanks but one, the line's end before others", "a  b\n\n    c", "a b\nc"],
    ["the inside of long strings", 'f("0123456789abcdefg", "short")', 'f("", "short")'],
    ["of raw ones, with quotes in them", 'r##"0123456789 "# abcdef"##', 'r##""##'],
    ["the arguments of macros", "vec![1, 2]; a::b! { c(d) }", "vec![]; a::b! {}"],
    ["delimiters in texts do not count", 'm!("(", \'(\', /* ( */ r#"("#) + 1', "m!() + 1"],
    ["attributes, but their first letter", '#![doc = "]"] #[cfg(a = "b")] x', "#![d] #[c] x"],
    ["the rules of macros", "macro_rules! m { ($a:expr) => { $a } }", "macro_rules! m {}"],
    [
      "the blank in `macro_rules !`",
      "macro_rules ! m ((x) => {}); macro_rules  ! n {}",
      "macro_rules! m (); macro_rules ! n {}",
    ],
  ])("%s", (_, text, condensed) => {
    expect(condense(text).text).toBe(condensed);
  });
});

test.each<[what: string, text: string]>([
  ["negations", "if !(a) { return !(b) } else if c && !{d} {}"],
  ["comparisons", "a != (b)"],
  ["a type that has no value", "fn f() -> ! { loop {} }"],
  ["lifetimes and characters", "fn f<'a>(x: &'a str) { g('\"', '\\'', '/') }"],
  ["an identifier that is no raw string", 'r#for + bar"x"'],
  ["a script's first line", "#!/usr/bin/env  run//x\nfn f() {}"],
  ["what never closes", "m!(a  "],
  ["nor this", "#[a(b"],
])("left as it is: %s", (_, text) => {
  expect(condense(text).text.replace(/ +/g, " ")).toBe(text.replace(/ +/g, " "));
});

describe("modules of tests, where nobody wants them", () => {
  test.each<[what: string, text: string, condensed: string]>([
    ["are left empty", "a; #[cfg(test)]\nmod tests { fn f() { '}' } } b", "a; #[c]\nmod tests {} b"],
    [
      "with more attributes, visible ones",
      "#[cfg(test)] #[path = 'a'] pub(crate) mod t { x }",
      "#[c] #[path = 'a'] pub(crate) mod t {}",
    ],
    ["stay when another build may want them", "#[cfg(not(test))] mod a { x }", "#[c] mod a { x }"],
    ["stay when they are a file", "#[cfg(test)] mod a; mod b { x }", "#[c] mod a; mod b { x }"],
    [
      "are none in comments and strings",
      '/* #[cfg(test)] */ "#[cfg(test)]" mod a { x }',
      ' "#[cfg(test)]" mod a { x }',
    ],
    ["stay when nothing closes them", "#[cfg(test)] mod a { x", "#[c] mod a { x"],
  ])("%s", (_, text, condensed) => {
    expect(condense(text, false).text).toBe(condensed);
  });

  test("stay where tests are wanted", () => {
    expect(condense("#[cfg(test)] mod a { x }").text).toBe("#[c] mod a { x }");
  });
});

test("tokens that only macros know", () => {
  expect(parser.parse("m!(a ~ b); T![~]; t!(' $)").errors).toBe(0);
});

test("every offset is that of the original", () => {
  const text = 'fn f() {  // é 🦀\n    m!(x); g(/* c */ "0123456789abcdefghi" );/**/}';
  const condensed = condense(text);
  const places = new Int32Array(condensed.text.length + 1);
  placesOf(condensed, places);
  const isInserted = (at: number): boolean => condensed.text[at] === " " && text[places[at]!] === "/";
  for (let at = 0; at < condensed.text.length; at++)
    if (!isInserted(at)) expect(text[places[at]!]).toBe(condensed.text[at]);
  expect(places[condensed.text.length]).toBe(text.length);
});

test("a node ends behind its last unit, whatever was cut behind it", () => {
  expect(printTree(parser.parse("fn f() { a   /* b */ + m!( c ) /* d */ }"))).toBe(
    [
      "SourceFile 0-40",
      "  Function 0-40",
      "    ItemKeyword 0-2",
      "    Name:Identifier 3-4",
      "    Parameters:Parameters 4-6",
      "    Body:Block 7-40",
      "      Binary 9-30",
      "        Left:Identifier 9-10",
      "        Operator:Operator 21-22",
      "        Right:MacroInvocation 23-30",
      "          Macro:Identifier 23-24",
      "          TokenTree 25-30",
    ].join("\n"),
  );
});
