import { expect, test } from "@jest/globals";
import { closingOf, splitAtCommas, tokenEnd } from "../../src/syntax/scan.ts";

/** Cuts a text into tokens, blanks left out. */
function tokens(text: string): string[] {
  const list: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = tokenEnd(text, at, text.length);
    if (text.slice(at, end).trim() !== "") list.push(text.slice(at, end));
    at = end;
  }
  return list;
}

test.each([
  ["ab c1_é", ["ab", "c1_é"]],
  ["a+=b", ["a", "+", "=", "b"]],
  ['"a\\"b" c', ['"a\\"b"', "c"]],
  ['r"a\\" b', ['r"a\\"', "b"]],
  ['r#"a"b"# c', ['r#"a"b"#', "c"]],
  ['br##"a"#b"## c', ['br##"a"#b"##', "c"]],
  ['b"a" c"b"', ["b", '"a"', "c", '"b"']],
  ["r#type", ["r#type"]],
  ["'a' '\\'' '\\u{1}' '🦀'", ["'a'", "'\\''", "'\\u{1}'", "'🦀'"]],
  ["'a 'b: c", ["'", "a", "'", "b", ":", "c"]],
  ["a // b\nc", ["a", "// b", "c"]],
  ["/* a /* b */ c */ d", ["/* a /* b */ c */", "d"]],
  ['"a', ['"a']],
  ["/* a", ["/* a"]],
  ["'\\", ["'\\"]],
])("%s", (text, expected) => expect(tokens(text)).toEqual(expected));

test("a closing bracket is not found in strings and comments", () => {
  const text = '( "(" /* ) */ [ ")" ] ) )';
  expect(closingOf(text, 0, text.length)).toBe(22);
  expect(closingOf("((a)", 0, 4)).toBe(4);
});

test("commas at the top only", () => {
  const text = 'a, b(c, d), "e,f", [g, h]';
  expect(splitAtCommas(text, 0, text.length).map(([from, to]) => text.slice(from, to))).toEqual([
    "a",
    " b(c, d)",
    ' "e,f"',
    " [g, h]",
  ]);
});
