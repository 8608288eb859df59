import { expect, test } from "@jest/globals";
import { fixtureNames } from "../support/fixture.ts";
import { checkScope, diagnosticTexts, moduleAt, resolveText } from "../support/scopes.ts";

test("a name is imported in every namespace it has", () => {
  checkScope(
    `
    mod m { pub struct S; pub fn f() {} pub mod f {} pub struct T { x: u8 } }
    mod user { use crate::m::{S, f, T}; }`,
    "app::user",
    `
    S: struct app::m::S | struct app::m::S
    T: struct app::m::T
    f: mod app::m::f | fn app::m::f`,
  );
});

test("renames bind the new name, `as _` a trait without one", () => {
  const names = checkScope(
    `
    mod m { pub fn f() {} pub trait T {} }
    mod user { use crate::m::f as g; use crate::m::T as _; }`,
    "app::user",
    `
    _ 0: trait app::m::T
    g: - | fn app::m::f`,
  );
  const traits = names.traitsInScope(moduleAt(names, "app::user"));
  expect([...traits].map((trait) => trait.name)).toEqual(["T"]);
});

test("a trait imported `as _` travels through globs", () => {
  const names = fixtureNames(`
    mod m { pub trait T {} }
    mod prelude { pub use crate::m::T as _; }
    mod user { use crate::prelude::*; }`);
  expect(names.traitsInScope(moduleAt(names, "app::user")).size).toBe(1);
});

test("a group's self is the module itself", () => {
  checkScope(
    `mod m { pub mod n { pub fn f() {} } } use m::n::{self, f};`,
    "app",
    `
    f: - | fn app::m::n::f
    m: mod app::m
    n: mod app::m::n`,
  );
});

test("globs bring what is visible, and only that", () => {
  checkScope(
    `
    mod m {
      pub fn open() {}
      fn closed() {}
      pub(crate) fn in_crate() {}
      pub(super) fn above() {}
      pub(in crate::m) fn inside() {}
      mod child { use super::*; }
    }
    use m::*;`,
    "app",
    `
    above: - | fn app::m::above
    in_crate: - | fn app::m::in_crate
    m: mod app::m
    open: - | fn app::m::open`,
  );
});

test("a child sees its parent's private items through a glob", () => {
  const names = fixtureNames("mod m { fn closed() {} mod child { use super::*; } }");
  expect(resolveText(names, "app::m::child", "closed", "values")).toBe("fn app::m::closed");
});

test("a glob of an enum brings its variants as types and values", () => {
  checkScope(
    "enum E { A, B(u8) } mod m { use super::E::*; }",
    "app::m",
    `
    A: variant app::E::A | variant app::E::A
    B: variant app::E::B | variant app::E::B`,
  );
});

test("a glob follows a module that still grows, through a cycle", () => {
  checkScope(
    `
    mod a { pub use crate::b::*; pub fn fa() {} }
    mod b { pub use crate::a::*; pub use crate::c::*; }
    mod c { pub fn fc() {} }`,
    "app::a",
    `
    fa: - | fn app::a::fa
    fc: - | fn app::c::fc`,
  );
});

test("an explicit name goes before a glob, whatever the order", () => {
  const names = fixtureNames(`
    mod a { pub fn f() {} pub fn g() {} }
    mod b { pub fn f() {} }
    mod one { use crate::a::*; use crate::b::f; fn g() {} }
    mod two { use crate::b::f; use crate::a::*; }`);
  expect(resolveText(names, "app::one", "f", "values")).toBe("fn app::b::f");
  expect(resolveText(names, "app::one", "g", "values")).toBe("fn app::one::g");
  expect(resolveText(names, "app::two", "f", "values")).toBe("fn app::b::f");
});

test("a path that first led through a glob is corrected by the explicit name", () => {
  const names = fixtureNames(`
    mod user { pub use crate::hub::m::f; }
    mod hub { pub use crate::globbed::*; pub use crate::late::other as m; }
    mod globbed { pub mod m { pub fn f() {} } }
    mod late { pub use crate::deep::other; }
    mod deep { pub mod other { pub fn f() {} } }`);
  expect(resolveText(names, "app::user", "f", "values")).toBe("fn app::deep::other::f");
});

test("re-exports in a row are followed to the item", () => {
  const names = fixtureNames(`
    mod a { pub use crate::b::f; }
    mod b { pub use crate::c::g as f; }
    mod c { pub use self::d::*; mod d { pub fn g() {} } }`);
  expect(resolveText(names, "app::a", "f", "values")).toBe("fn app::c::d::g");
});

test("imports in a circle end, unresolved and reported", () => {
  const names = fixtureNames("mod a { pub use crate::b::x; } mod b { pub use crate::a::x; }");
  expect(diagnosticTexts(names.diagnostics)).toEqual([
    "info[unresolved-import] /app/src/lib.rs:1:27: the import crate::b::x leads nowhere",
    "info[unresolved-import] /app/src/lib.rs:1:58: the import crate::a::x leads nowhere",
  ]);
});

test("an import does not lead to itself", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:dep
    mod m { pub use dep; pub use dep::dep as inner; }
    //- /dep/src/lib.rs crate:dep
    pub fn dep() {}`);
  expect(resolveText(names, "app::m", "dep")).toBe("mod dep");
  expect(resolveText(names, "app::m", "inner", "values")).toBe("fn dep::dep");
});

test("with a private module and a public function of one name, the function is imported", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:dep
    use dep::select;
    //- /dep/src/lib.rs crate:dep
    mod select { pub fn select() {} }
    pub use select::select;`);
  expect(resolveText(names, "app", "select", "values")).toBe("fn dep::select::select");
  expect(resolveText(names, "app", "select")).toBe("-");
});

test("super and self lead through modules, also from a re-export", () => {
  const names = fixtureNames("fn f() {} mod a { fn g() {} mod b { use super::super::f; use self::super::g as h; } }");
  expect(resolveText(names, "app::a::b", "f", "values")).toBe("fn app::f");
  expect(resolveText(names, "app::a::b", "h", "values")).toBe("fn app::a::g");
});

test("a type imported from a crate without source goes before one of its name through a glob", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:terms
    pub struct Style;
    pub fn paint() {}
    mod a { use super::*; use terms::{Style, paint as other}; }
    //- /t/src/lib.rs crate:terms origin:missing`);
  expect(resolveText(names, "app::a", "Style")).toBe("extern terms::Style");
  expect(resolveText(names, "app", "Style")).toBe("struct app::Style");
  expect(resolveText(names, "app::a", "paint", "values")).toBe("fn app::paint");
});
