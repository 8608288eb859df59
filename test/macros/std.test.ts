import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { type MacroDefinition, parseMacroRules } from "../../src/macros/definition.ts";
import { isMacroError } from "../../src/macros/errors.ts";
import { expandMacro } from "../../src/macros/expand.ts";
import { tokenize } from "../../src/macros/lexer.ts";
import { Tok } from "../../src/macros/tokens.ts";
import { words } from "./support.ts";

const macros = new Map<string, MacroDefinition>(["core", "alloc", "std"].flatMap((crate) => [...definitions(crate)]));

/** The macros that a crate's stubs define, by name. */
function* definitions(crate: string): Generator<[string, MacroDefinition]> {
  const text = readFileSync(`src/stubs/${crate}/macros.rs`, "utf8");
  const tokens = tokenize(text, 0, text.length);
  for (let row = 1; row < tokens.count; row++) {
    if (tokens.kind[row] !== Tok.Not || !tokens.is(row - 1, "macro_rules")) continue;
    const name = tokens.tokenText(row + 1);
    const macro = parseMacroRules(text, tokens.end[row + 2]!, tokens.start[tokens.match[row + 2]!]!);
    if (isMacroError(macro)) throw new Error(`${name}: ${macro.message}`);
    yield [name, macro];
  }
}

function expand(name: string, input: string): string {
  const result = expandMacro(
    macros.get(name)!,
    { text: input, start: 0, end: input.length },
    { crateToken: "krate", maxOutput: 9999 },
  );
  // A trailing comma says nothing.
  return isMacroError(result) ? result.reason : words(result.text.replaceAll("(/*·expr*/", "(")).replace(", }", "}");
}

test.each([
  ["vec", "", "$ :: vec :: Vec :: new ( )"],
  ["vec", "x; n + 1", "$ :: vec :: from_elem ( x , ( n + 1 ) )"],
  ["vec", "a, f(b),", "< [ _ ] > :: into_vec ( $ :: boxed :: Box :: new ( [ a , f ( b ) ] ) )"],
  ["write", 'self.out, "{}", x', '( self . out ) . write_fmt ( $ :: format_args ! ( "{}" , x ) )'],
  ["matches", "x, A | B if c", "match x { ( A | B ) if c => true , _ => false }"],
  ["println", '"{a}"', '$ :: io :: _print ( $ :: format_args_nl ! ( "{a}" ) )'],
  ["dbg", "a, b", "( $ :: dbg ! ( ( a ) ) , $ :: dbg ! ( ( b ) ) , )"],
])("%s!(%s)", (name, input, expected) => {
  expect(expand(name, input)).toBe(expected.replaceAll("$ ::", "krate ::"));
});

test("thread_local! defines a key for each static, its initialiser in a function", () => {
  const first = expand("thread_local", "static A: u8 = f(1); pub static B: C = const { C };");
  expect(first).toMatch(/^krate :: thread_local ! \{ .* \} krate :: thread_local ! \{ .* \}$/);
  const key = expand("thread_local", "static A: u8 = f(1)");
  expect(key).toContain("const A : krate :: thread :: LocalKey < u8 > = {");
  expect(key).toContain("fn __rust_std_internal_init_fn ( ) -> u8 { f ( 1 ) }");
});
