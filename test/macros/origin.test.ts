import { describe, expect, test } from "@jest/globals";
import { isMacroError } from "../../src/macros/errors.ts";
import { composeOrigins, OriginBuilder, type OriginMap, originAt } from "../../src/macros/origin.ts";
import type { Expansion } from "../../src/macros/writer.ts";
import { rowsOf, run, runs } from "./support.ts";

function expand(definition: string, input: string): Expansion {
  const result = run(definition, input);
  if (isMacroError(result)) throw new Error(result.message);
  return result;
}

/** Offset in `input` of what stands at `needle` in the expansion. */
function source(expansion: Expansion, needle: string): number {
  return originAt(expansion.origin, expansion.text.indexOf(needle));
}

function map(...rows: readonly (readonly [number, number, number])[]): OriginMap {
  const builder = new OriginBuilder();
  for (const [output, from, length] of rows) builder.add(output, from, length);
  return builder.finish();
}

describe("origins", () => {
  const input = "é, foo.bar(x), |y| baz(y)";
  const expansion = expand("($a:ident, $($e:expr),*) => { $crate::go($a, $($e),*) }", input);

  test("arguments lead to where they stand", () => {
    for (const needle of ["é", "foo", "bar", "x)", "baz"]) {
      expect(source(expansion, needle)).toBe(input.indexOf(needle));
    }
  });
  test("the definition's text leads nowhere, added parentheses neither", () => {
    expect(source(expansion, "go")).toBe(-1);
    expect(source(expansion, "(foo")).toBe(-1);
    expect(originAt(expansion.origin, expansion.text.length - 1)).toBe(-1);
  });
  test("every run is a copy", () => {
    expect(runs(expansion.origin, expansion.text, input)).toEqual(["é", "foo.bar(x)", "|y| baz(y)"]);
  });
  test("a variable used twice leads to the same place twice", () => {
    const twice = expand("($a:ident) => { $a + $a }", "x");
    expect([originAt(twice.origin, 0), originAt(twice.origin, 4)]).toEqual([0, 0]);
  });
  test("offsets are those of the whole text", () => {
    const text = "foo!(a.b())";
    const inner = expand("($a:expr) => { $a }", text.slice(5, 10));
    expect(source(inner, "b")).toBe(2);
  });
  test("split and doc-comment tokens", () => {
    const split = expand("(<$t:ty> $n:ident) => { $n: $t }", "<A<B>>c");
    expect(runs(split.origin, split.text, "<A<B>>c")).toEqual(["c", "A<B>"]);
    const item = expand("($i:item) => { $i }", "/// doc\nfn f() {}");
    expect(source(item, "f()")).toBe(11);
  });
});

describe("composition", () => {
  test("runs are cut where the outer ones end", () => {
    // innermost 0..10 is the middle text's 5..15, whose 0..8 and 12..20 come from the file
    const composed = composeOrigins(map([0, 5, 10]), map([0, 100, 8], [12, 200, 8]));
    expect([0, 2, 3, 6, 7, 9, 10].map((offset) => originAt(composed, offset))).toEqual([
      105, 107, -1, -1, 200, 202, -1,
    ]);
  });
  test("a macro inside an expansion leads to the invocation", () => {
    const file = "call(q) + 1";
    const outer = expand("($e:expr) => { inner!(0, $e) }", file);
    const start = outer.text.indexOf("(") + 1;
    const args = outer.text.slice(start, -1);
    const inner = expand("($z:expr, $e:expr) => { f($e, $z) }", args);
    const shifted = map(
      ...rowsOf(inner.origin).map(([output, from, length]) => [output, from + start, length] as const),
    );
    const composed = composeOrigins(shifted, outer.origin);
    expect(originAt(composed, inner.text.indexOf("call"))).toBe(0);
    expect(originAt(composed, inner.text.indexOf("q"))).toBe(5);
    expect(originAt(composed, inner.text.indexOf("0"))).toBe(-1);
  });
  test("neighbouring runs are one", () => {
    expect(map([0, 5, 2], [2, 7, 3])).toEqual([0, 5, 5]);
  });
  test("nothing composes to nothing", () => {
    expect(composeOrigins(map(), map([0, 0, 5]))).toHaveLength(0);
    expect(originAt(map(), 0)).toBe(-1);
  });
});
