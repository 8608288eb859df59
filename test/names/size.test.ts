import { expect, test } from "@jest/globals";
import { fixtureNames } from "../support/fixture.ts";
import { resolveText } from "../support/scopes.ts";

/** Programs of a shape and size that only generators and adversaries write; each must take well under a second. */

const many = (count: number, item: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => item(at)).join("\n");

test("a chain of re-exports against the order of the text", () => {
  const names = fixtureNames(
    `${many(3000, (at) => `mod m${at} { pub use crate::m${at + 1}::f; }`)}\nmod m3000 { pub fn f() {} }`,
  );
  expect(resolveText(names, "app::m0", "f", "values")).toBe("fn app::m3000::f");
});

test("a ring of globs", () => {
  const ring = many(300, (at) => `mod m${at} { pub use crate::m${(at + 1) % 300}::*; pub fn f${at}() {} }`);
  const names = fixtureNames(ring);
  expect(resolveText(names, "app::m7", "f6", "values")).toBe("fn app::m6::f6");
});

test("many imports that lead nowhere", () => {
  const names = fixtureNames(
    `${many(5000, (at) => `use crate::gone::x${at} as y${at};`)}\n${many(5000, (at) => `use nowhere as z${at};`)}`,
  );
  expect(names.diagnostics.length).toBe(10000);
});

test("blocks nested a thousand deep", () => {
  const names = fixtureNames(
    `mod m { pub trait T {} } fn f() ${"{ use m::T as A; ".repeat(1000)}fn g() {}${"}".repeat(1000)}`,
  );
  const g = names.fns.find((fn) => fn.name === "g")!;
  expect(resolveText(names, g.module, "A")).toBe("trait app::m::T");
  expect(names.traitsInScope(g.module).size).toBe(1);
});

test("one macro with thousands of definitions and uses", () => {
  const macros = many(1500, (at) => `macro_rules! m${at} { () => { fn f${at}() {} } }`);
  const names = fixtureNames(`${macros}\n${many(1500, (at) => `m${at}!();`)}`);
  expect(names.fns.length).toBe(1500);
});
