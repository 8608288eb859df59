/** Std's own sources in place of callmap's stubs of them (`--sysroot`): here a std of a few lines, laid out as `rust-src` is. */
import { expect, test } from "@jest/globals";
import { InputError } from "../../src/base/diagnostic.ts";
import { nodeText } from "../../src/graph/columns.ts";
import type { ScanResult } from "../../src/scan/scan.ts";
import { scanMemory } from "../support/calls.ts";

const APP = {
  "/ws/Cargo.toml": '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n',
  "/ws/src/lib.rs": `
pub struct S;
impl S { fn go(&self) -> u8 { 1 } }
fn f(s: Option<S>) { s.only_here().go(); }
fn g(s: S) { println!("{}", s.go()); }
`,
};

const LIBRARY = {
  "core/src/lib.rs": "#![no_core]\npub mod option; pub mod prelude;\n#[macro_use] mod macros;\n",
  "core/src/macros.rs": `
#[macro_export] #[rustc_builtin_macro] macro_rules! format_args { ($($args:tt)*) => {{ /* compiler built-in */ }}; }`,
  "core/src/option.rs": `
pub enum Option<T> { None, Some(T) }
impl<T> Option<T> {
    #[cfg(windows)]
    pub const fn only_here(self) -> u8 { loop {} }
    #[cfg(not(windows))]
    pub const fn only_here(self) -> T { match self { Option::Some(x) => x, Option::None => loop {} } }
}`,
  "core/src/prelude.rs":
    "pub mod v1 { pub use crate::option::Option::{self, None, Some}; }\npub mod rust_2021 { pub use super::v1::*; }\n",
  "alloc/src/lib.rs": "#![no_std]\n",
  "std/src/lib.rs": `#![no_std]
pub mod io { pub fn _print(_: ()) {} }
pub mod prelude { pub mod rust_2021 { pub use core::prelude::rust_2021::*; } }
pub use core::format_args;
#[macro_export] macro_rules! println { ($($arg:tt)*) => {{ $crate::io::_print($crate::format_args!($($arg)*)); }}; }`,
};

function scan(folder: string, sysroot: string): ScanResult {
  const library = Object.entries(LIBRARY).map(([path, text]) => [`${folder}/${path}`, text]);
  return scanMemory({ ...APP, ...Object.fromEntries(library) }, { sysroot, target: "x86_64-unknown-linux-gnu" });
}

function calls({ graph }: ScanResult): string[] {
  const { edges } = graph;
  return Array.from({ length: edges.length }, (_, e) =>
    [edges.source[e]!, edges.target[e]!].map((node) => nodeText(graph, node, "path")).join(" -> "),
  );
}

test.each([
  ["a sysroot", "/rust/lib/rustlib/src/rust/library", "/rust"],
  ["the folder of the sources", "/sources/library", "/sources"],
  ["the library itself", "/library", "/library"],
])("std's types, macros and conditions out of %s", (_, folder, sysroot) => {
  expect(calls(scan(folder, sysroot))).toEqual(["app::f -> app::S::go", "app::g -> app::S::go"]);
});

test("a folder without sources of std is refused", () => {
  expect(() => scan("/library", "/elsewhere")).toThrow(InputError);
  expect(() => scan("/library", "/elsewhere")).toThrow("there are no sources of std in /elsewhere");
});
