import { describe, expect, test } from "@jest/globals";
import { InputError } from "../../src/base/diagnostic.ts";
import { GraphBuilder } from "../../src/graph/columns.ts";
import { parsePath, shortType, typeMatches } from "../../src/graph/path.ts";
import { matchFunctions, matchNodes, nearestNames } from "../../src/graph/pattern.ts";
import type { CallGraph, NodeAttributes } from "../../src/graph/types.ts";
import { graphOf, keysOf, META } from "./support.ts";

const shapes = graphOf(
  [],
  [
    "app::main",
    "core::area",
    "core::shape::Sq::new",
    "core::shape::Sq::area",
    "core::shape::Shape::area",
    "core::shape::Shape::name",
    "<core::shape::Sq as core::shape::Shape>::area",
    "<core::shape::W<T> as core::shape::Shape>::area",
    "<core::shape::W<T> as core::fmt::Display>::fmt",
    "<&'a core::shape::W<u8> as core::shape::Shape>::area",
    "core::run::{closure#0}",
    "core::r#type",
  ],
);

const find = (pattern: string, graph: CallGraph = shapes): string[] => keysOf(graph, matchFunctions(graph, pattern));

describe("a pattern names functions", () => {
  test.each([
    ["by the whole path", "core::area", ["core::area"]],
    ["by the end of the path", "Sq::new", ["core::shape::Sq::new"]],
    ["by whole segments only", "q::new", []],
    [
      "by the name alone: all of it",
      "area",
      [
        "<&'a core::shape::W<u8> as core::shape::Shape>::area",
        "<core::shape::Sq as core::shape::Shape>::area",
        "<core::shape::W<T> as core::shape::Shape>::area",
        "core::area",
        "core::shape::Shape::area",
        "core::shape::Sq::area",
      ],
    ],
    [
      "by type and method, inherent or of a trait",
      "Sq::area",
      ["<core::shape::Sq as core::shape::Shape>::area", "core::shape::Sq::area"],
    ],
    ["by trait and method: the trait's own", "Shape::area", ["core::shape::Shape::area"]],
    [
      "by a trait that has no function in the graph: those in its impls",
      "Display::fmt",
      ["<core::shape::W<T> as core::fmt::Display>::fmt"],
    ],
    ["by its impl", "<core::shape::Sq as core::shape::Shape>::area", ["<core::shape::Sq as core::shape::Shape>::area"]],
    ["by its impl, types shortened", "<Sq as Shape>::area", ["<core::shape::Sq as core::shape::Shape>::area"]],
    ["by its impl, generics left out", "<W as Shape>::area", ["<core::shape::W<T> as core::shape::Shape>::area"]],
    [
      "by its impl, lifetimes left out",
      "<&W<u8> as Shape>::area",
      ["<&'a core::shape::W<u8> as core::shape::Shape>::area"],
    ],
    ["not by other generics", "<W<u8> as Shape>::area", []],
    ["by a type without its trait", "<Sq>::new", ["core::shape::Sq::new"]],
    [
      "by a trait for any type",
      "<_ as Shape>::area",
      [
        "<&'a core::shape::W<u8> as core::shape::Shape>::area",
        "<core::shape::Sq as core::shape::Shape>::area",
        "<core::shape::W<T> as core::shape::Shape>::area",
      ],
    ],
    ["with generics that the path leaves out", "Sq<u8>::new", ["core::shape::Sq::new"]],
    ["with a turbofish", "Sq::<u8>::new", ["core::shape::Sq::new"]],
    ["by the number of a closure", "run::{closure#0}", ["core::run::{closure#0}"]],
    ["with or without the mark of a raw identifier", "core::type", ["core::r#type"]],
    ["by a glob of segments", "core::**::new", ["core::shape::Sq::new"]],
    ["by a glob within a segment", "core::*a", ["core::area"]],
    [
      "by a glob at the end of the path",
      "Sq::*",
      ["<core::shape::Sq as core::shape::Shape>::area", "core::shape::Sq::area", "core::shape::Sq::new"],
    ],
    ["by a regular expression", "/^core::.*::new$/", ["core::shape::Sq::new"]],
    ["by a regular expression without case", "/SQ::NEW/i", ["core::shape::Sq::new"]],
    ["not at all by an empty pattern", "", []],
    ["not at all by brackets that never close", "<<<", []],
  ])("%s", (_, pattern, expected) => {
    expect(find(pattern)).toEqual(expected);
  });

  test("a glob with ** takes methods of types too", () => {
    expect(find("core::shape::**")).toHaveLength(8);
  });
});

test("a broken regular expression is the user's error", () => {
  expect(() => matchFunctions(shapes, "/(/")).toThrow(InputError);
});

function placed(): CallGraph {
  const builder = new GraphBuilder();
  const add = (
    path: string,
    file: string,
    line: number,
    endLine: number,
    more: Partial<NodeAttributes> = {},
  ): unknown =>
    builder.addNode({ name: path.split("::").at(-1)!, path, kind: "function", file, line, endLine, ...more });
  add("a::outer", "a/src/lib.rs", 3, 20, { module: "a", package: "pkg-a" });
  add("a::outer::inner", "a/src/lib.rs", 5, 9, { module: "a", package: "pkg-a" });
  add("a::next", "a/src/lib.rs", 22, 22, { module: "a", package: "pkg-a" });
  add("b::outer", "b/src/lib.rs", 1, 30, { module: "b::deep", package: "b" });
  add("twin", "c.rs", 4, 8, { cfg: "unix" });
  add("twin", "c.rs", 10, 12, { cfg: "windows" });
  return builder.build(META);
}

test.each([
  ["a/src/lib.rs:4", ["a::outer"]],
  ["a/src/lib.rs:6", ["a::outer::inner"]],
  ["a/src/lib.rs:6:13", ["a::outer::inner"]],
  ["./a/src/lib.rs:22", ["a::next"]],
  ["a/src/lib.rs:21", []],
  ["lib.rs:6", ["a::outer::inner", "b::outer"]],
  ["ib.rs:6", []],
  ["twin", ["twin", "twin#2"]],
  ["twin#2", ["twin#2"]],
])("%s", (pattern, expected) => {
  expect(find(pattern, placed())).toEqual(expected);
});

test.each([
  ["pkg-a", ["a::next", "a::outer", "a::outer::inner"]],
  ["b::deep", ["b::outer"]],
  ["deep", ["b::outer"]],
  ["a/src", ["a::next", "a::outer", "a::outer::inner"]],
  ["c.rs", ["twin", "twin#2"]],
  ["next", ["a::next"]],
  ["nothing", []],
])("a filter takes the scope %s for what is in it", (pattern, expected) => {
  const graph = placed();
  expect(keysOf(graph, matchNodes(graph, pattern))).toEqual(expected);
});

test.each([
  ["Sq", "core::Sq", true],
  ["Sq", "core::Square", false],
  ["Sq", "&core::Sq", false],
  ["W<Sq>", "core::W<core::Sq>", true],
  ["W", "core::W<core::Sq, u8>", true],
  ["W<T>", "core::W", true],
  ["W<u8>", "core::W<u16>", false],
  ["W<&str>", "core::W<&'static str>", true],
  ["fn(u8) -> u8", "fn(u8) -> u8", true],
  ["dyn Shape", "dyn core::Shape", true],
  ["[T]", "[T]", true],
  ["A<B<C>>", "x::A<x::B<x::C>, x::D>", false],
])("type %s names %s: %s", (wanted, found, expected) => {
  expect(typeMatches(wanted, found)).toBe(expected);
});

test("a path is taken apart at its outermost separators", () => {
  expect(parsePath("<a::W<fn(u8) -> b::C> as d::From<e::F>>::from")).toEqual({
    self: "a::W<fn(u8) -> b::C>",
    trait: "d::From<e::F>",
    segments: [{ name: "from" }],
  });
  expect(parsePath("a::W<b::C>::new").segments).toEqual([
    { name: "a" },
    { name: "W", generics: "b::C" },
    { name: "new" },
  ]);
});

test("a type is shortened to its name", () => {
  expect(["a::W<b::C>", "&mut a::B", "dyn a::Tr", "[u8]", "()"].map(shortType)).toEqual(["W", "B", "Tr", "u8", "()"]);
});

test.each([
  ["aera", "core::area"],
  ["Sq::nwe", "core::shape::Sq::new"],
  ["mian", "app::main"],
  ["AREA", "core::area"],
])("%s is near %s", (pattern, expected) => {
  expect(nearestNames(shapes, pattern)).toContain(expected);
});

test("at most as many near names as asked for", () => {
  expect(nearestNames(shapes, "area", 2)).toHaveLength(2);
  expect(nearestNames(shapes, "zzzzzzzzz")).toEqual([]);
});
