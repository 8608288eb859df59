import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseToml, tableAt } from "../../src/workspace/toml.ts";

test.each([
  ["a header that is not closed", "[a\nb = 1", 1, 3],
  ["a key without value", "a = ", 1, 5],
  ["a key twice", "x = 1\na = 1\na = 2", 3, 1],
  ["behind characters of two units", '"é" = 1\n"😀" = nope', 2, 8],
  ["absurd nesting", `a = ${"[".repeat(50_000)}`, 1, 1005],
])("%s is an error with its place", (_, text, line, column) => {
  expect(parseToml(text)).toEqual({ error: { message: expect.stringMatching(/^[^\n]+$/), line, column } });
});

test("numbers beyond those of JavaScript do no harm", () => {
  expect(parseToml("[package.metadata]\nid = 9223372036854775807\n[lib]\n")).toMatchObject({ table: { lib: {} } });
});

test("keys that objects have from birth are ordinary keys", () => {
  const parsed = parseToml('[features]\nconstructor = []\n__proto__ = ["toString"]\n');
  const features = "table" in parsed ? tableAt(parsed.table, "features") : {};
  expect(Object.entries(features)).toEqual([
    ["constructor", []],
    ["__proto__", ["toString"]],
  ]);
  expect(tableAt({}, "toString")).toEqual({});
});

test("any text gives a table or an error", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."[]{}=\"'\\\n.,#-+:0aTZ e") }), (text) => {
      const parsed = parseToml(text);
      if ("error" in parsed) expect([parsed.error.line, parsed.error.column].every((at) => at >= 1)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
