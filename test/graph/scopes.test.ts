import { expect, test } from "@jest/globals";
import { GraphBuilder } from "../../src/graph/columns.ts";
import { type Costs, viewCosts } from "../../src/graph/costs.ts";
import { shortenTypes, shortPath } from "../../src/graph/path.ts";
import { externalCrate, typeAround } from "../../src/graph/scopes.ts";
import type { NodeAttributes } from "../../src/graph/types.ts";
import { applyFilters } from "../../src/graph/view.ts";
import { graphOf, META } from "./support.ts";

/** The value of a reader for a graph of one node. */
function ofOne<T>(
  read: (graph: ReturnType<typeof graphOf>, node: number) => T,
  path: string,
  more: Partial<NodeAttributes>,
): T {
  const builder = new GraphBuilder();
  builder.addNode({ name: path.split("::").at(-1)!, path, kind: "method", ...more });
  return read(builder.build(META), 0);
}

test.each([
  ["serde_json::from_str", {}, "serde_json"],
  ["<alloc::vec::Vec<T> as core::clone::Clone>::clone", {}, "alloc"],
  ["<&core::cell::Cell<T> as a::B>::c", {}, "core"],
  ["<[T]>::len", {}, "core"],
  ["<T as serde::Serialize>::serialize", {}, "serde"],
  ["<[T]>::len", { package: "alloc" }, "alloc"],
])("%s with %j lies outside in %s", (path, more, crate) => {
  expect(ofOne(externalCrate, path, more)).toBe(crate);
});

test.each([
  ["a::f", {}, undefined],
  ["a::S::f", { impl: "a::S<T>" }, "a::S"],
  ["a::T::f", { trait: "a::T" }, "a::T"],
  ["<&mut a::S<b::U> as c::T>::f", { impl: "&mut a::S<b::U>", trait: "c::T" }, "a::S"],
  ["<X as a::T>::f", { impl: "X", trait: "a::T", module: "a::m" }, "a::m::X"],
])("%s with %j belongs to %s", (path, more, type) => {
  expect(ofOne(typeAround, path, more)).toBe(type);
});

test("paths are shortened for people", () => {
  expect(shortenTypes("<a::b::W<c::D> as e::F<fn(g::H) -> i::J>>::k")).toBe("<W<D> as F<fn(H) -> J>>::k");
  expect(shortPath("a::b::C::d")).toBe("C::d");
  expect(shortPath("<a::W<b::C> as d::E>::f")).toBe("<W<C> as E>::f");
  expect(shortPath("f")).toBe("f");
});

test("costs follow a view: self and edge costs add up, inclusive costs are a lower bound", () => {
  const graph = graphOf([
    ["a::f", "b::g"],
    ["a::h", "b::g"],
    ["a::f", "a::h"],
  ]);
  const costs: Costs = {
    event: "cycles",
    unit: "count",
    total: 20,
    self: Float64Array.of(3, 4, 8),
    inclusive: Float64Array.of(20, 9, 8),
    edge: Float64Array.of(7, 2, 5),
  };
  // Edges in order: f > h 7, f > g 2, h > g 5; nodes: f, h, g.
  const view = applyFilters(graph, { level: "module" });
  expect(viewCosts(costs, view)).toEqual({
    ...costs,
    self: Float64Array.of(7, 8),
    inclusive: Float64Array.of(20, 8),
    edge: Float64Array.of(7),
  });
});
