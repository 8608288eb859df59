import { expect, test } from "@jest/globals";
import { lowerFragment } from "../../src/facts/lower.ts";
import { printItems, printRef } from "../../src/facts/print.ts";
import { checkFragment, parser } from "./support.ts";

test("statements give a block, a single expression its tail", () => {
  checkFragment("statements", "a; let b = c;", "{a; let b = c;}");
  checkFragment("statements", "a + b", "{(+ a b)}");
  checkFragment("statements", "", "{}");
  checkFragment("statements", "a // b", "{a}");
  checkFragment("statements", "fn f() {} a!(b)", "{fn f() {} a!(b)}");
});

test("items, also those that stand in impls and traits only", () => {
  checkFragment("items", "fn f() {} a! { b } mod m;", "fn f() {}\na!{ b }\nmod m;");
  checkFragment("assoc-items", "fn f(&self); const A: u8; type B; a!();", "fn f(&self)\nconst A: u8\ntype B\na!()");
});

test("a pattern and a type", () => {
  checkFragment("pattern", "| A(b) | C", "(A(b) | C)");
  checkFragment("type", "&mut [T]", "&mut [T]");
});

test("offsets count in the fragment", () => {
  for (const [mode, text] of [
    ["statements", "abc"],
    ["pattern", "abc"],
    ["type", "abc"],
  ] as const) {
    const { facts, root } = lowerFragment(parser, text, mode);
    const path = mode === "statements" ? facts.code[root + 4]! : root;
    expect([...facts.code.slice(path + 1, path + 3)]).toEqual([0, 3]);
  }
  const { facts } = lowerFragment(parser, "fn abc() {}", "assoc-items");
  expect([facts.items[0]!.pos, facts.items[0]!.namePos, facts.items[0]!.end]).toEqual([0, 3, 11]);
});

test("a fragment that leaves its position is no root, or an error, but nothing worse", () => {
  for (const mode of ["items", "assoc-items", "statements", "pattern", "type"] as const) {
    for (const text of ["}}} fn x() {", "=> ; }", "((((", '"', "/*"]) {
      const { facts, root } = lowerFragment(parser, text, mode);
      expect(facts.errors.length).toBeGreaterThan(0);
      expect(typeof (root === 0 ? printItems(facts, text) : printRef(facts, root, text))).toBe("string");
    }
  }
});
