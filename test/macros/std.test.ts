import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { type MacroDefinition, parseMacroRules } from "../../src/macros/definition.ts";
import { isMacroError } from "../../src/macros/errors.ts";
import { expandMacro } from "../../src/macros/expand.ts";
import { tokenize } from "../../src/macros/lexer.ts";
import { Tok } from "../../src/macros/tokens.ts";
import { words } from "./support.ts";

const STUBS = readFileSync("src/stubs/std/macros.rs", "utf8");
const macros = new Map<string, MacroDefinition>(definitions());

function* definitions(): Generator<[string, MacroDefinition]> {
  const tokens = tokenize(STUBS, 0, STUBS.length);
  for (let row = 1; row < tokens.count; row++) {
    if (tokens.kind[row] !== Tok.Not || !tokens.is(row - 1, "macro_rules")) continue;
    const macro = parseMacroRules(STUBS, tokens.end[row + 2]!, tokens.start[tokens.match[row + 2]!]!);
    if (isMacroError(macro)) throw new Error(`${tokens.tokenText(row + 1)}: ${macro.message}`);
    yield [tokens.tokenText(row + 1), macro];
  }
}

function expand(name: string, input: string): string {
  const result = expandMacro(
    macros.get(name)!,
    { text: input, start: 0, end: input.length },
    { crateToken: "std", maxOutput: 9999 },
  );
  return isMacroError(result) ? result.reason : words(result.text.replaceAll("(/*·expr*/", "("));
}

test.each([
  ["vec", "", "std :: vec :: Vec :: new ( )"],
  ["vec", "x; n + 1", "std :: vec :: from_elem ( x , ( n + 1 ) )"],
  ["vec", "a, f(b),", "< [ _ ] > :: into_vec ( std :: boxed :: Box :: new ( [ a , f ( b ) ] ) )"],
  ["write", 'self.out, "{}", x', '( self . out ) . write_fmt ( std :: format_args ! ( "{}" , x ) )'],
  ["writeln", "f", 'f . write_fmt ( std :: format_args ! ( "\\n" ) )'],
  ["panic", '"a {b}"', ':: core :: panicking :: panic_fmt ( std :: format_args ! ( "a {b}" ) )'],
  ["panic", "payload", ":: core :: panicking :: panic_display ( & payload )"],
  ["matches", "x, A | B if c", "match x { ( A | B ) if c => true , _ => false , }"],
  ["assert", 'a == b, "{}", c', 'if ( a == b ) { } else { std :: panic ! ( "{}" , c ) }'],
  ["dbg", "a, b", "( std :: dbg ! ( ( a ) ) , std :: dbg ! ( ( b ) ) , )"],
])("%s!(%s)", (name, input, expected) => {
  expect(expand(name, input)).toBe(expected);
});

test("thread_local! defines a key for each static, its initialiser in a function", () => {
  const first = expand("thread_local", "static A: u8 = f(1); pub static B: C = const { C };");
  expect(first).toMatch(/^std :: thread_local ! \{ .* \} std :: thread_local ! \{ .* \}$/);
  const key = expand("thread_local", "static A: u8 = f(1)");
  expect(key).toContain("const A : std :: thread :: LocalKey < u8 > = {");
  expect(key).toContain("fn __rust_std_internal_init_fn ( ) -> u8 { f ( 1 ) }");
});

test("assert_eq! compares with ==", () => {
  expect(expand("assert_eq", "a, b")).toContain("if * left_val == * right_val");
});
