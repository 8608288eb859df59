import { describe, expect, test } from "@jest/globals";
import { type MacroDefinition, parseDeclMacro, parseMacroRules } from "../../src/macros/definition.ts";
import { isMacroError, type MacroError } from "../../src/macros/errors.ts";
import { expandMacro } from "../../src/macros/expand.ts";

function parse(text: string): MacroDefinition | MacroError {
  return parseMacroRules(text, 0, text.length);
}

/** Names, depths and number of the rules' variables: `x:0 y:1`. */
function variables(text: string): string[] {
  const macro = parse(text);
  if (isMacroError(macro)) return [`error: ${macro.message}`];
  return macro.rules.map(({ matcher }) => matcher.variables.map(({ name, depth }) => `${name}:${depth}`).join(" "));
}

describe("rules", () => {
  test("any delimiter will do on both sides", () => {
    expect(variables("(a) => {b}; [$x:tt] => (c); {$($y:expr),*} => [d]")).toEqual(["", "x:0", "y:1"]);
  });
  test("variables know how deep they stand", () => {
    expect(variables("($a:ident $($b:ty $($c:tt)* $d:pat),+) => {}")).toEqual(["a:0 b:1 c:2 d:1"]);
  });
  test("keywords and raw identifiers may name variables", () => {
    expect(variables("($type:ty, $self:ident, $r#fn:tt) => {}")).toEqual(["type:0 self:0 r#fn:0"]);
  });
  test("rules for attributes and derives are left out", () => {
    expect(variables("attr(a) (b) => {} derive() (c) => {}; ($x:tt) => {}")).toEqual(["x:0"]);
  });
  test("comments and doc comments in a matcher say nothing", () => {
    expect(variables("(/* a */ $x:tt // b\n /// c\n) => {}")).toEqual(["x:0"]);
  });
});

describe("broken definitions", () => {
  test.each([
    ["($x) => {}", "`$x` has no fragment specifier"],
    ["($x:foo) => {}", "`foo` is no fragment specifier"],
    ["($x:tt $x:tt) => {}", "`$x` is bound twice"],
    ["($($x:tt)) => {}", "a repetition lacks `*`, `+` or `?`"],
    ["($x:tt) => {$($x)}", "a repetition lacks `*`, `+` or `?`"],
    ["($x:tt) {}", "a rule needs `=>` and a delimited right side"],
    ["x => {}", "a rule must start with a delimiter"],
    ["(a) =>", "a rule needs `=>` and a delimited right side"],
  ])("%s", (text, message) => {
    expect(parse(text)).toMatchObject({ reason: "bad-definition", message });
  });
  test("an unclosed group does not stop the parser", () => {
    expect(isMacroError(parse("($x:tt"))).toBe(true);
    expect(isMacroError(parse("(a) => { b"))).toBe(false);
  });
});

test("declarative macros 2.0 have one rule or several", () => {
  const options = { crateToken: "c", maxOutput: 100 };
  for (const text of ["($x:tt) { f($x) }", "{ ($x:tt) => { f($x) }, (a b) => {} }"]) {
    const macro = parseDeclMacro(text, 0, text.length);
    if (isMacroError(macro)) throw new Error(macro.message);
    expect(expandMacro(macro, { text: "y", start: 0, end: 1 }, options)).toMatchObject({ text: "f(y)" });
  }
  expect(parseDeclMacro("x", 0, 1)).toMatchObject({ reason: "bad-definition" });
});
