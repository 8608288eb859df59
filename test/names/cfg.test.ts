import { expect, test } from "@jest/globals";
import { fixtureNames } from "../support/fixture.ts";
import { checkScope, resolveText } from "../support/scopes.ts";

test("an inactive item stays, marked, and gives way to an active one", () => {
  checkScope(
    `
    //- /app/src/lib.rs crate:app cfg:unix
    #[cfg(windows)] fn f() {}
    #[cfg(unix)] fn f() {}
    #[cfg(unix)] fn g() {}
    #[cfg(windows)] fn g() {}
    #[cfg(windows)] fn only() {}`,
    "app",
    `
    f: - | fn app::f
    g: - | fn app::g
    only: - | fn app::only (inactive)`,
  );
});

test("the condition on a def is all that is around it", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app cfg:unix
    #[cfg(unix)] mod m {
      #[cfg(feature = "x")] impl S { #[cfg(unix)] #[cfg(debug)] fn f() {} fn g() {} }
      fn h() {}
    }
    #[cfg_attr(unix, cfg(debug))] fn k() {}`);
  expect(names.fns.map((fn) => [fn.name, fn.inactive, fn.cfg])).toEqual([
    ["f", true, 'all(unix, feature = "x", debug)'],
    ["g", true, 'all(unix, feature = "x")'],
    ["h", false, "unix"],
    ["k", true, "any(not(unix), debug)"],
  ]);
});

test("an active glob goes before an inactive item", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app cfg:unix
    mod a { pub fn f() {} }
    mod b { #[cfg(windows)] fn f() {} use crate::a::*; }`);
  expect(resolveText(names, "app::b", "f", "values")).toBe("fn app::a::f");
});

test("an inactive name of a module hides nothing further out", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:dep
    #[cfg(windows)] mod dep { pub fn f() {} }
    //- /dep/src/lib.rs crate:dep
    pub fn f() {}`);
  expect(resolveText(names, "app", "dep::f", "values")).toBe("fn dep::f");
});

test("files of inactive modules are read, unless an active module has them", () => {
  const names = fixtureNames(`
//- /app/src/lib.rs crate:app cfg:unix
#[cfg(windows)] mod win;
#[cfg(windows)] mod both;
#[cfg(unix)] pub mod both;
#[cfg(windows)] mod gone;
//- /app/src/win.rs
fn w() {}
//- /app/src/both.rs
fn b() {}`);
  expect(names.fns.map((fn) => [fn.name, fn.inactive])).toEqual([
    ["b", false],
    ["w", true],
  ]);
  expect(names.diagnostics).toEqual([]);
});

test("inner attributes of a file are conditions of the module", () => {
  const names = fixtureNames(`
//- /app/src/lib.rs crate:app
mod m;
//- /app/src/m.rs
#![cfg(windows)]
fn f() {}`);
  expect(names.fns.map((fn) => [fn.inactive, fn.cfg])).toEqual([[true, "windows"]]);
});

const WITH_TESTS = `
    //- /app/src/lib.rs crate:app
    fn code() {}
    #[cfg(test)] mod tests { fn helper() {} }
    #[cfg(all(test, unix))] fn on_unix() {}
    #[cfg(any(test, windows))] fn sometimes() {}
    #[test] fn unit() {}
    #[tokio::test] async fn attribute() {}`;

test("what only a test build has is left out unless tests are wanted", () => {
  const names = fixtureNames(WITH_TESTS);
  expect(names.fns.map((fn) => fn.name)).toEqual(["code", "sometimes"]);
  const all = fixtureNames(WITH_TESTS, { tests: true });
  expect(all.fns.map((fn) => `${fn.name} ${fn.inactive}`)).toContain("helper true");
});

test("in a test build it is active", () => {
  const names = fixtureNames(WITH_TESTS.replace("crate:app", "crate:app cfg:test"), { tests: true });
  const active = names.fns.filter((fn) => !fn.inactive).map((fn) => fn.name);
  expect(active).toEqual(["code", "helper", "sometimes", "unit", "attribute"]);
});

test("variants whose condition does not hold are marked", () => {
  const names = fixtureNames("enum E { A, #[cfg(windows)] B, C }");
  expect(names.adts[0]!.variants.map(({ name, index, inactive }) => [name, index, inactive])).toEqual([
    ["A", 0, false],
    ["B", 1, true],
    ["C", 2, false],
  ]);
});

test("a dependency's inactive code is dropped", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:dep
    use dep::f;
    //- /dep/src/lib.rs crate:dep origin:dependency cfg:unix
    #[cfg(windows)] pub fn f() {}
    #[cfg(unix)] pub fn f() {}`);
  expect(names.fns.length).toBe(1);
  expect(names.fns[0]!.cfg).toBe("unix");
});
