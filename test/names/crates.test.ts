import { expect, test } from "@jest/globals";
import { fixtureNames } from "../support/fixture.ts";
import { diagnosticTexts, resolveText } from "../support/scopes.ts";

test("members see each other's libraries under the names of their manifests", () => {
  const names = fixtureNames(`
    //- /app/src/main.rs crate:app deps:shapes,alias=other
    use shapes::area;
    fn main() { alias::f(); }
    //- /shapes/src/lib.rs crate:shapes
    pub fn area() {}
    //- /other/src/lib.rs crate:other
    pub fn f() {}`);
  expect(resolveText(names, "app", "area", "values")).toBe("fn shapes::area");
  expect(resolveText(names, "app", "alias::f", "values")).toBe("fn other::f");
  expect(resolveText(names, "app", "other::f", "values")).toBe("-");
});

test("a binary sees its package's library, the library does not see itself", () => {
  const names = fixtureNames(`
    //- /app/src/main.rs crate:tool package:p
    use p_lib::f;
    //- /app/src/lib.rs crate:p_lib package:p
    pub fn f() {}`);
  expect(resolveText(names, "tool", "f", "values")).toBe("fn p_lib::f");
  expect(resolveText(names, "p_lib", "p_lib::f", "values")).toBe("-");
});

test("development dependencies are for tests, examples and unit tests", () => {
  const fixture = (cfg: string) => `
    //- /app/src/lib.rs crate:app dev:helper package:p ${cfg}
    //- /app/tests/t.rs crate:t package:p kind:test
    use helper::f; use app as tested;
    //- /helper/src/lib.rs crate:helper
    pub fn f() {}`;
  const names = fixtureNames(fixture(""));
  expect(resolveText(names, "t", "f", "values")).toBe("fn helper::f");
  expect(resolveText(names, "t", "tested")).toBe("mod app");
  expect(resolveText(names, "app", "helper::f", "values")).toBe("-");
  expect(resolveText(fixtureNames(fixture("cfg:test")), "app", "helper::f", "values")).toBe("fn helper::f");
});

test("std's crates are std's own where a manifest names what they are called when std itself is built", () => {
  const names = fixtureNames(`
    //- std: option, vec
    //- /app/src/lib.rs crate:app deps:core=rustc-std-workspace-core,alloc=rustc-std-workspace-alloc
    #![no_std]
    extern crate alloc;
    use alloc::vec::Vec; use core::option::Option;
    //- /std/src/lib.rs crate:rustc-std-workspace-core origin:missing
    //- /alloc/src/lib.rs crate:rustc-std-workspace-alloc origin:missing`);
  expect(resolveText(names, "app", "Vec")).toBe("struct alloc::vec::Vec");
  expect(resolveText(names, "app", "Option")).toBe("enum core::option::Option");
});

test("whoever asks for a dependency gets the same crate", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:a,b
    pub use a::X as FromA; pub use b::X as FromB;
    //- /a/src/lib.rs crate:a origin:dependency deps:base
    pub use base::X;
    //- /b/src/lib.rs crate:b origin:dependency deps:renamed=base
    pub use renamed::X;
    //- /base/src/lib.rs crate:base origin:dependency
    pub struct X;`);
  expect(names.adts.length).toBe(1);
  expect(resolveText(names, "app", "FromA")).toBe("struct base::X");
  expect(resolveText(names, "app", "FromB")).toBe("struct base::X");
});

test("dependencies at hand are read when a path reaches them, without inactive code", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:dep,never
    use dep::Thing;
    //- /dep/src/lib.rs crate:dep origin:dependency deps:deeper
    mod m;
    pub use m::Thing;
    #[cfg(windows)] mod win;
    //- /dep/src/m.rs
    pub struct Thing;
    pub fn body() { fn nested() {} }
    //- /deeper/src/lib.rs crate:deeper origin:dependency
    //- /never/src/lib.rs crate:never origin:dependency
  `);
  expect(resolveText(names, "app", "Thing")).toBe("struct dep::m::Thing");
  expect(names.crates.map(({ name, origin }) => `${name} ${origin}`)).toEqual(["app workspace", "dep dependency"]);
  expect(names.fns.map((fn) => [fn.name, fn.unit.file])).toEqual([["body", "dep-1.0.0/src/m.rs"]]);
  expect(names.diagnostics).toEqual([]);
});

test("a path in a body may be the first to reach a crate", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:dep
    //- /dep/src/lib.rs crate:dep origin:dependency
    mod m { pub fn f() {} }
    pub use m::f;`);
  expect(names.crates.length).toBe(1);
  expect(resolveText(names, "app", "dep::f", "values")).toBe("fn dep::m::f");
  expect(names.crates.length).toBe(2);
});

test("what is imported from a dependency without source is external, with its path", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:serde_json
    pub use serde_json::{Value, json};
    mod m { use crate::Value as V; struct S; use serde_json::S; }
    //- /x/src/lib.rs crate:serde_json origin:missing`);
  expect(resolveText(names, "app", "Value")).toBe("extern serde_json::Value");
  expect(resolveText(names, "app::m", "V::from_str", "values")).toBe("extern serde_json::Value::from_str");
  expect(resolveText(names, "app::m", "S")).toBe("struct app::m::S");
  expect(resolveText(names, "app", "serde_json::to_string", "values")).toBe("extern serde_json::to_string");
  expect(diagnosticTexts(names.diagnostics)).toEqual([
    "info[missing-dependency-source]: the source of dependency serde_json is not at hand: calls into it stay external, types from it unknown",
  ]);
});

test("what a dependency's source does not show is external too", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:dep
    use dep::made::by_a_macro;
    use dep::gone;
    //- /dep/src/lib.rs crate:dep origin:dependency`);
  expect(resolveText(names, "app", "by_a_macro", "values")).toBe("extern dep::made::by_a_macro");
  expect(resolveText(names, "app", "gone", "values")).toBe("extern dep::gone");
  expect(names.diagnostics).toEqual([]);
});

test("inactive code loads no dependency", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:dep
    #[cfg(windows)] use dep::f;
    #[cfg(windows)] mod m { use dep::g; }
    //- /dep/src/lib.rs crate:dep origin:dependency
    pub fn f() {}`);
  expect(names.crates.map(({ name, missing }) => [name, missing])).toEqual([
    ["app", false],
    ["dep", true],
  ]);
  expect(resolveText(names, "app", "f", "values")).toBe("extern dep::f");
});

test("extern crate renames, and is seen from everywhere when it stands in the root", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:dep
    extern crate dep as d;
    extern crate self as me;
    fn own() {}
    mod m { pub mod n {} }
    //- /dep/src/lib.rs crate:dep
    pub fn f() {}`);
  expect(resolveText(names, "app::m::n", "d::f", "values")).toBe("fn dep::f");
  expect(resolveText(names, "app::m::n", "::d::f", "values")).toBe("fn dep::f");
  expect(resolveText(names, "app::m", "me::own", "values")).toBe("fn app::own");
});

const STD = `
    //- /core/lib.rs crate:core origin:sysroot
    pub mod option { pub enum Option<T> { None, Some(T) } }
    pub mod mem { pub fn swap() {} }
    pub mod u8 { pub const MAX: u8; }
    pub mod str { pub fn from_utf8() {} }
    pub mod prelude { pub mod v1 { pub use crate::option::Option::{self, None, Some}; pub use crate::mem::swap; } }
    //- /alloc/lib.rs crate:alloc origin:sysroot
    pub mod vec { pub struct Vec<T>; }
    //- /std/lib.rs crate:std origin:sysroot
    pub use ::core::{mem, option, u8, str};
    pub use ::alloc::vec;
    pub mod io { pub trait Read {} }
    pub mod prelude {
      pub mod v1 { pub use ::core::prelude::v1::*; pub use ::alloc::vec::Vec; }
      pub mod rust_2018 { pub use super::v1::*; }
      pub mod rust_2021 { pub use super::v1::*; pub use crate::io::Read; }
    }`;

test("the prelude of the edition is seen everywhere, and gives way to the module's own names", () => {
  const names = fixtureNames(`
    //- /old/src/lib.rs crate:old edition:2018
    //- /app/src/lib.rs crate:app edition:2021
    mod m { fn swap() {} }${STD}`);
  expect(resolveText(names, "app", "Some", "values")).toBe("variant core::option::Option::Some");
  expect(resolveText(names, "app", "Vec")).toBe("struct alloc::vec::Vec");
  expect(resolveText(names, "app", "Read")).toBe("trait std::io::Read");
  expect(resolveText(names, "old", "Read")).toBe("-");
  expect(resolveText(names, "app::m", "swap", "values")).toBe("fn app::m::swap");
});

test("without std there is core's prelude, and alloc only when asked for", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app
    #![no_std]
    //- /b/src/lib.rs crate:b
    #![cfg_attr(not(feature = "std"), no_std)]
    extern crate alloc;${STD}`);
  expect(resolveText(names, "app", "Some", "values")).toBe("variant core::option::Option::Some");
  expect(resolveText(names, "app", "Vec")).toBe("-");
  expect(resolveText(names, "app", "std::mem::swap", "values")).toBe("-");
  expect(resolveText(names, "app", "core::mem::swap", "values")).toBe("fn core::mem::swap");
  expect(resolveText(names, "app", "alloc::vec::Vec")).toBe("-");
  expect(resolveText(names, "b", "alloc::vec::Vec")).toBe("struct alloc::vec::Vec");
});

test("builtin types come last, and are there beside modules of their name", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app
    use std::u8;
    use std::str;
    mod m { struct i32; }${STD}`);
  expect(resolveText(names, "app", "i32")).toBe("prim i32");
  expect(resolveText(names, "app::m", "i32")).toBe("struct app::m::i32");
  expect(resolveText(names, "app", "str")).toBe("prim str");
  expect(resolveText(names, "app", "str::from_utf8", "values")).toBe("fn core::str::from_utf8");
  expect(resolveText(names, "app", "u8::MAX", "values")).toBe("const core::u8::MAX");
  expect(resolveText(names, "app", "u8::from_str", "values")).toBe("prim u8 + from_str");
  expect(resolveText(names, "app", "bool::then", "values")).toBe("prim bool + then");
});

test("std's files are shown below the crate's name", () => {
  const names = fixtureNames(`
    //- std: option
    //- /app/src/lib.rs crate:app`);
  const option = names.langItem("core::option::Option");
  expect(option?.kind === "enum" && option.unit.file).toBe("core/option.rs");
});

test("std's items are found by their path", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app
    ${STD}`);
  expect(names.langItem("core::option::Option")?.kind).toBe("enum");
  expect(names.langItem("std::vec::Vec")?.kind).toBe("struct");
  expect(names.langItem("core::option::Nothing")).toBeNull();
});

test("in edition 2015 the path of a use begins at the root, other paths where they stand", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app edition:2015 deps:dep
    extern crate dep;
    mod a { pub fn f() {} }
    mod b { use a::f; use dep::g; mod a { pub fn h() {} } use ::a::f as k; }
    //- /dep/src/lib.rs crate:dep
    pub fn g() {}`);
  expect(resolveText(names, "app::b", "f", "values")).toBe("fn app::a::f");
  expect(resolveText(names, "app::b", "g", "values")).toBe("fn dep::g");
  expect(resolveText(names, "app::b", "k", "values")).toBe("fn app::a::f");
  expect(resolveText(names, "app::b", "a::h", "values")).toBe("fn app::b::a::h");
  expect(resolveText(names, "app::b", "::a::f", "values")).toBe("fn app::a::f");
});

test("from edition 2018 on a path begins with what is in scope, and `::` with a crate", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app edition:2018 deps:dep
    mod m { pub mod dep { pub fn local() {} } use dep::local; use ::dep::g; }
    //- /dep/src/lib.rs crate:dep
    pub fn g() {}`);
  expect(resolveText(names, "app::m", "local", "values")).toBe("fn app::m::dep::local");
  expect(resolveText(names, "app::m", "g", "values")).toBe("fn dep::g");
});

test("paths stop at types, traits and aliases, and go on through enums", () => {
  const names = fixtureNames(`
    struct S; trait T { fn m(); } type A = S; enum E { V } mod m {}`);
  expect(resolveText(names, "app", "S::new", "values")).toBe("struct app::S + new");
  expect(resolveText(names, "app", "T::m", "values")).toBe("trait app::T + m");
  expect(resolveText(names, "app", "A::new::x", "values")).toBe("alias app::A + new::x");
  expect(resolveText(names, "app", "E::V", "values")).toBe("variant app::E::V");
  expect(resolveText(names, "app", "E::new", "values")).toBe("enum app::E + new");
  expect(resolveText(names, "app", "m::gone", "values")).toBe("-");
});

test("procedural macros are macros of their own names", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:macros
    use macros::{bang, route, Thing};
    //- /m/src/lib.rs crate:macros kind:proc-macro
    #[proc_macro] pub fn bang(i: X) -> X {}
    #[proc_macro_attribute] pub fn route(a: X, i: X) -> X {}
    #[proc_macro_derive(Thing, attributes(thing))] pub fn derive_thing(i: X) -> X {}`);
  expect(resolveText(names, "app", "bang", "macros")).toBe("proc macros::bang!");
  expect(resolveText(names, "app", "route", "macros")).toBe("proc macros::route!");
  expect(resolveText(names, "app", "Thing", "macros")).toBe("proc macros::Thing!");
});

test("what a dependency takes from other crates is not read before somebody looks for it", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:dep
    use dep::Own;
    //- /dep/src/lib.rs crate:dep origin:dependency deps:far,further
    use far::Thing;
    pub use far::Shown;
    extern crate further;
    pub struct Own;
    //- /far/src/lib.rs crate:far origin:dependency
    pub struct Thing; pub struct Shown;
    //- /further/src/lib.rs crate:further origin:dependency`);
  const loaded = () => names.crates.map(({ name }) => name);
  expect(resolveText(names, "app", "Own")).toBe("struct dep::Own");
  expect(loaded()).toEqual(["app", "dep"]);
  expect(resolveText(names, "app", "dep::Shown")).toBe("struct far::Shown");
  expect(loaded()).toEqual(["app", "dep", "far"]);
  expect(resolveText(names, "dep", "further")).toBe("mod further");
});

test("names a dependency takes from other crates are found through globs, modules and renamed crates, and hide preludes", () => {
  const names = fixtureNames(`
    //- std: option, prelude
    //- /app/src/lib.rs crate:app deps:dep
    pub use dep::*;
    pub use dep::inner::Late as Renamed;
    //- /dep/src/lib.rs crate:dep origin:dependency deps:far,near
    extern crate far as near;
    pub use inner::*;
    pub mod inner { pub use near::{Late, Option, deep::Deep as Other}; mod user { use super::*; } }
    //- /near/src/lib.rs crate:near origin:dependency
    pub struct Late;
    //- /far/src/lib.rs crate:far origin:dependency
    pub struct Late; pub struct Option;
    pub mod deep { pub struct Deep; }`);
  expect(resolveText(names, "app", "Late")).toBe("struct far::Late");
  expect(resolveText(names, "app", "Renamed")).toBe("struct far::Late");
  expect(resolveText(names, "app", "Other")).toBe("struct far::deep::Deep");
  expect(resolveText(names, "app", "Option")).toBe("struct far::Option");
  expect(resolveText(names, "dep", "inner::user::Late")).toBe("struct far::Late");
});

test("a macro that a dependency takes from another crate expands its items", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:dep
    dep::make! { Made }
    use dep::Own;
    //- /dep/src/lib.rs crate:dep origin:dependency deps:far
    pub use far::make;
    use far::make as own;
    own! { Own }
    //- /far/src/lib.rs crate:far origin:dependency
    #[macro_export] macro_rules! make { ($n:ident) => { pub struct $n; } }`);
  expect(resolveText(names, "app", "Made")).toBe("struct app::Made");
  expect(resolveText(names, "app", "Own")).toBe("struct dep::Own");
});

test("traits that a dependency's module takes from another crate are in scope there", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:dep
    use dep::Own;
    //- /dep/src/lib.rs crate:dep origin:dependency deps:far
    use far::{Tr, Silent as _};
    pub struct Own;
    //- /far/src/lib.rs crate:far origin:dependency
    pub trait Tr {} pub trait Silent {}`);
  const dep = names.crates.find(({ name }) => name === "dep")!;
  expect([...names.traitsInScope(dep.root)].map(({ name }) => name).sort()).toEqual(["Silent", "Tr"]);
});

test("macros in the body of a dependency's impl are expanded when its members are asked for", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:dep
    use dep::Own;
    //- /dep/src/lib.rs crate:dep origin:dependency deps:far
    pub struct Own;
    impl Own { fn written() {} far::members! { a b } }
    //- /far/src/lib.rs crate:far origin:dependency
    #[macro_export] macro_rules! members { ($($n:ident)*) => { $($crate::member! { $n })* } }
    #[macro_export] macro_rules! member { ($n:ident) => { pub fn $n() {} } }`);
  const [impl] = names.impls;
  const members = () => impl!.items.map(({ name }) => name);
  expect(members()).toEqual(["written"]);
  expect(names.expandMembers(impl!)).toBe(true);
  expect(members()).toEqual(["written", "a", "b"]);
  expect(names.expandMembers(impl!)).toBe(false);
});

test("of a dependency with procedural macros only these are known", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:dep
    use dep::{Derived, attribute, made};
    //- /dep/src/lib.rs crate:dep origin:dependency kind:proc-macro deps:far
    mod inner;
    use far::Thing;
    #[proc_macro_derive(Derived, attributes(x))] pub fn derive(input: Thing) -> Thing { input }
    #[proc_macro_attribute] pub fn attribute(args: Thing, input: Thing) -> Thing { input }
    macro_rules! define { ($n:ident) => { #[proc_macro] pub fn $n(input: Thing) -> Thing { input } } }
    define!(made);
    //- /dep/src/inner.rs
    struct Inner;
    //- /far/src/lib.rs crate:far origin:dependency
    pub struct Thing;`);
  for (const name of ["Derived", "attribute", "made"])
    expect(resolveText(names, "app", name, "macros")).toBe(`proc dep::${name}!`);
  expect(names.crates.map(({ name }) => name)).toEqual(["app", "dep"]);
  expect(names.adts).toEqual([]);
});
