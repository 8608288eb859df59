/** To which crate a function outside of the workspace belongs: that decides what is seen through. */
import { expect, test } from "@jest/globals";
import { frameMatcher } from "../../../src/profile/overlay/graph-matcher.ts";
import { graphOfFunctions } from "../symbols/support.ts";

const match = frameMatcher(graphOfFunctions(["m::f", { path: "<m::It as core::iter::Iterator>::next" }]));

function crateOf(name: string): string {
  const frame = { linkage: undefined, file: undefined, line: 0, module: undefined, flags: 0, address: -1 };
  const { kind, crate } = match({ ...frame, name });
  expect(kind).toBe("external");
  return crate;
}

test.each([
  ["core::iter::traits::iterator::Iterator::fold", "core"],
  // The same as v0 names it: by the type, though the type has no such function.
  ["<m::It as core::iter::traits::iterator::Iterator>::fold::<u32, m::f::{closure#0}>", "core"],
  ["<m::T as alloc::string::ToString>::to_string", "alloc"],
  ["<&m::T as core::hash::Hash>::hash", "core"],
  ["<m::f::{closure#0} as core::ops::function::FnOnce<()>>::call_once::{shim:vtable#0}", "core"],
  ["<&mut m::f::{closure#0} as core::ops::function::FnMut<(u8,)>>::call_mut", "core"],
  ["<[m::T]>::sort_by::<m::f::{closure#0}>", "core"],
  ["<u32>::pow", "core"],
  // Written by derives.
  ["<m::T as core::clone::Clone>::clone", "m"],
  ["<m::T as serde_core::ser::Serialize>::serialize::<serde_json::ser::Serializer>", "m"],
  // Other crates' own.
  ["<regex::Matches as core::iter::traits::iterator::Iterator>::next", "regex"],
  ["<alloc::vec::Vec<m::T> as core::ops::drop::Drop>::drop", "alloc"],
  ["malloc", ""],
])("%s is of %s", (name, crate) => {
  expect(crateOf(name)).toBe(crate);
});
