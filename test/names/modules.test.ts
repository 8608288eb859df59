import { expect, test } from "@jest/globals";
import { fixtureNames } from "../support/fixture.ts";
import { checkScope, dedent, diagnosticTexts, moduleAt, resolveText } from "../support/scopes.ts";

/** Module paths and the files they stand in. */
function moduleFiles(fixture: string, links?: Record<string, string>): string {
  const names = fixtureNames(fixture, links ? { links } : {});
  return names.modules.map(({ path, unit }) => `${path} ${unit.file}`).join("\n");
}

test("a mod-rs file has its children beside it, another below a folder of its name", () => {
  const found = moduleFiles(`
//- /a/src/main.rs crate:a
mod one;
mod two;
//- /a/src/one.rs
mod inner;
//- /a/src/one/inner.rs
//- /a/src/two/mod.rs
mod inner;
//- /a/src/two/inner.rs
`);
  expect(found).toBe(
    dedent(`
      a /a/src/main.rs
      a::one /a/src/one.rs
      a::one::inner /a/src/one/inner.rs
      a::two /a/src/two/mod.rs
      a::two::inner /a/src/two/inner.rs`),
  );
});

test("inline modules are folders, below the file's own where it is not mod-rs", () => {
  const found = moduleFiles(`
//- /a/src/lib.rs crate:a
mod x { mod y; }
mod f;
//- /a/src/x/y.rs
//- /a/src/f.rs
mod x { mod y; }
//- /a/src/f/x/y.rs
`);
  expect(found).toContain("a::x::y /a/src/x/y.rs");
  expect(found).toContain("a::f::x::y /a/src/f/x/y.rs");
});

test("a path attribute counts from the file's folder, inside inline modules from theirs", () => {
  const found = moduleFiles(`
//- /a/src/lib.rs crate:a
#[path = "odd/name.rs"] mod p;
mod f;
#[path = "tls"] mod thread { #[path = "local.rs"] mod data; }
//- /a/src/odd/name.rs
mod child;
//- /a/src/odd/child.rs
//- /a/src/f.rs
#[path = "beside.rs"] mod b;
mod inline { #[path = "other.rs"] mod inner; }
//- /a/src/beside.rs
//- /a/src/f/inline/other.rs
//- /a/src/tls/local.rs
`);
  expect(found).toContain("a::p /a/src/odd/name.rs");
  expect(found).toContain("a::p::child /a/src/odd/child.rs");
  expect(found).toContain("a::f::b /a/src/beside.rs");
  expect(found).toContain("a::f::inline::inner /a/src/f/inline/other.rs");
  expect(found).toContain("a::thread::data /a/src/tls/local.rs");
});

test("cfg_attr chooses the path whose condition holds", () => {
  const found = moduleFiles(`
//- /a/src/lib.rs crate:a cfg:unix
#[cfg_attr(windows, path = "win.rs")]
#[cfg_attr(unix, path = "nix.rs")]
mod imp;
//- /a/src/nix.rs
//- /a/src/win.rs
`);
  expect(found).toContain("a::imp /a/src/nix.rs");
});

test("a module without file is reported with its place and what to create", () => {
  const names = fixtureNames(`
//- /a/src/lib.rs crate:a
pub fn f() {}
    mod gone;
mod p { #[path = "q.rs"] mod r; }
`);
  expect(names.diagnostics.map(({ code, line, column, hint }) => [code, line, column, hint])).toEqual([
    ["missing-module", 2, 9, "create /a/src/gone.rs or /a/src/gone/mod.rs, or correct the path attribute"],
    ["missing-module", 3, 30, "create /a/src/p/q.rs, or correct the path attribute"],
  ]);
  expect(resolveText(names, "a", "gone")).toBe("mod a::gone");
});

test("two files for one module are reported, and the one beside wins", () => {
  const names = fixtureNames(`
//- /a/src/lib.rs crate:a
mod m;
//- /a/src/m.rs
//- /a/src/m/mod.rs
`);
  expect(names.diagnostics.map(({ code }) => code)).toEqual(["ambiguous-module-file"]);
  expect(moduleAt(names, "a::m").unit.file).toBe("/a/src/m.rs");
});

test("a file that contains itself stops with a diagnostic", () => {
  const names = fixtureNames(`
//- /a/src/lib.rs crate:a
mod m;
//- /a/src/m.rs
#[path = "m.rs"] mod again;
`);
  expect(diagnosticTexts(names.diagnostics)).toEqual([
    "error[cyclic-module] /a/src/m.rs:1:22: module again contains itself: /a/src/m.rs is a file it stands in",
  ]);
});

test("a chain of symbolic links stops with a diagnostic", () => {
  const fixture = `
//- /a/src/lib.rs crate:a
mod b;
//- /a/src/b/mod.rs
mod b;
`;
  const names = fixtureNames(fixture, { links: { "/a/src/b/b": "/a/src/b" } });
  expect(names.diagnostics.map(({ code }) => code)).toEqual(["cyclic-module"]);
});

test("one file may be two modules", () => {
  const found = moduleFiles(`
//- /a/src/lib.rs crate:a
#[path = "x.rs"] mod one;
#[path = "x.rs"] mod two;
//- /a/src/x.rs
fn f() {}
`);
  expect(found).toContain("a::one /a/src/x.rs");
  expect(found).toContain("a::two /a/src/x.rs");
});

test("a thousand inline modules in one another are no problem", () => {
  const names = fixtureNames(`${"mod m {".repeat(1000)}fn f() {}${"}".repeat(1000)}`);
  expect(names.fns.map((fn) => fn.module.path.split("::").length)).toEqual([1001]);
});

test("include! puts a file's items into the module", () => {
  const names = checkScope(
    `
//- /a/src/lib.rs crate:a
mod m { include!("../gen/items.rs"); }
include!(concat!(env!("CARGO_MANIFEST_DIR"), "/more.rs"));
//- /a/gen/items.rs
pub fn made() {}
//- /a/more.rs
fn more() {}
//- std
`,
    "a::m",
    "made: - | fn a::m::made",
  );
  expect(resolveText(names, "a", "more", "values")).toBe("fn a::more");
  expect(names.fns.find((fn) => fn.name === "made")?.unit.file).toBe("/a/gen/items.rs");
});

test("an include out of the build's folder leaves the graph partial", () => {
  const names = fixtureNames(`
//- std: option
//- /a/src/lib.rs crate:a
include!(concat!(env!("OUT_DIR"), "/gen.rs"));
`);
  expect(names.diagnostics.map(({ code, severity, partial }) => [code, severity, partial])).toEqual([
    ["generated-code", "info", true],
  ]);
});

test("syntax errors of included files are told as well", () => {
  const names = fixtureNames(`
//- std: option
//- /a/src/lib.rs crate:a
include!("items.rs");
//- /a/src/items.rs
fn g() { let = 2; }
`);
  expect(names.diagnostics.map(({ code, file, line }) => [code, file, line])).toEqual([
    ["syntax-error", "/a/src/items.rs", 1],
  ]);
});

test("syntax errors are counted once for a file, with the first place", () => {
  const names = fixtureNames(`
//- /a/src/lib.rs crate:a
fn f() { let = 1; }
fn g() { let = 2; }
fn ok() {}
`);
  expect(names.diagnostics.map(({ code, line }) => [code, line])).toEqual([["syntax-error", 1]]);
  expect(names.fns.map((fn) => fn.name)).toContain("ok");
});
