/** Derives of std, each with the path of the trait that it implements. */
export const STD_DERIVES: ReadonlyMap<string, string> = new Map([
  ["Clone", "core::clone::Clone"],
  ["Copy", "core::marker::Copy"],
  ["Debug", "core::fmt::Debug"],
  ["Default", "core::default::Default"],
  ["Eq", "core::cmp::Eq"],
  ["Hash", "core::hash::Hash"],
  ["Ord", "core::cmp::Ord"],
  ["PartialEq", "core::cmp::PartialEq"],
  ["PartialOrd", "core::cmp::PartialOrd"],
]);
