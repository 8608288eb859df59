import { expect, test } from "@jest/globals";
import { Tag } from "../../src/facts/ir.ts";
import { refsOf, visitItems, visitRecords } from "../../src/facts/visit.ts";
import { lower } from "./support.ts";

const LONG = 20_000;
const DEEP = 3_000;

/** Counts the records of a tag in all items. */
function count(text: string, wanted: number): number {
  const facts = lower(text);
  let found = 0;
  visitItems(facts, (item) => {
    for (const ref of refsOf(item)) visitRecords(facts, ref, (tag) => (found += tag === wanted ? 1 : 0));
  });
  expect(facts.errors).toEqual([]);
  return found;
}

test.each([
  ["method chain", `x${".a()".repeat(LONG)}`, Tag.MethodCall, LONG],
  ["field chain", `x${".a".repeat(LONG)}`, Tag.Field, LONG],
  ["operators", `x${" + y".repeat(LONG)}`, Tag.Binary, LONG],
  ["assignments", `${"a = ".repeat(LONG)}b`, Tag.Assign, LONG],
  ["questions", `x${"?".repeat(LONG)}`, Tag.Try, LONG],
  ["prefixes", `${"!".repeat(LONG)}x`, Tag.Unary, LONG],
  ["casts", `x${" as u8".repeat(LONG)}`, Tag.Cast, LONG],
  ["else if", `${"if a {} else ".repeat(LONG)}{}`, Tag.If, LONG],
  ["let chain", `if a${" && let b = c".repeat(LONG)} {}`, Tag.LetCond, LONG],
  ["closures", `${"|x| ".repeat(LONG)}x`, Tag.Closure, LONG],
  ["path", `a${"::b".repeat(LONG)}()`, Tag.Call, 1],
  ["nested calls", `${"f(".repeat(LONG)}x${")".repeat(LONG)}`, Tag.Call, LONG],
  ["nested arrays", `${"[".repeat(LONG)}x${"]".repeat(LONG)}`, Tag.Array, LONG],
  ["parentheses", `${"(".repeat(DEEP)}x()${")".repeat(DEEP)}`, Tag.Call, 1],
  ["blocks", `${"{".repeat(DEEP)}x()${"}".repeat(DEEP)}`, Tag.Block, DEEP + 1],
  ["functions", `${"fn f() {".repeat(DEEP)}${"}".repeat(DEEP)}`, Tag.Block, DEEP + 1],
  ["or-patterns", `match x { A${" | B".repeat(LONG)} => 1 }`, Tag.PatIdent, LONG + 1],
  ["tuple patterns", `let ${"(a, ".repeat(DEEP)}b${")".repeat(DEEP)} = c;`, Tag.PatTuple, DEEP],
  ["types", `let a: ${"Vec<".repeat(DEEP)}u8${">".repeat(DEEP)};`, Tag.TypePath, DEEP + 1],
  ["references", `let a: ${"&".repeat(DEEP)}u8;`, Tag.TypeRef, DEEP],
  ["sums", `let a: impl A${" + B".repeat(LONG)};`, Tag.Path, LONG + 1],
  ["qualified paths", `${"<".repeat(DEEP)}A${" as T>::B".repeat(DEEP)}::c()`, Tag.Call, 1],
])("%s", (_name, body, tag, expected) => {
  expect(count(`fn f() { ${body} }`, tag)).toBe(expected);
});

test("modules and use trees", () => {
  expect(lower(`${"mod a {".repeat(DEEP)}${"}".repeat(DEEP)}`).items).toHaveLength(1);
  const [item] = lower(`use ${"a::{".repeat(DEEP)}b${"}".repeat(DEEP)};`).items;
  expect(item?.kind === "use" && item.leaves[0]?.path).toHaveLength(DEEP + 1);
});

test.each([
  ["unclosed calls", "f(".repeat(LONG)],
  ["unclosed blocks", "{".repeat(LONG)],
  ["unclosed arrays", "[".repeat(LONG)],
  ["closing brackets", ") ] } ".repeat(LONG)],
  ["attributes", `#[${"cfg_attr(a, ".repeat(LONG)}b`],
  ["quotes", '" \' r#" '.repeat(LONG)],
])("%s end", (_name, text) => {
  expect(lower(`fn f() { ${text}`).errors.length).toBeGreaterThan(0);
});
