import { expect, test } from "@jest/globals";
import type { CallGraph } from "../../src/graph/types.ts";
import { findRecursions } from "../../src/query/cycles.ts";
import { graphOf, keysOf } from "../graph/support.ts";

function told(graph: CallGraph): unknown[] {
  return findRecursions(graph).map(({ members, cycle, isCertain }) => [
    isCertain,
    keysOf(graph, members).join(" "),
    cycle.map((edge) => keysOf(graph, [graph.edges.source[edge]!, graph.edges.target[edge]!]).join(">")).join(" "),
  ]);
}

test("recursions, the largest first, each with a cycle that closes it", () => {
  const graph = graphOf([
    ["main", "a"],
    ["self", "self"],
    ["a", "b"],
    ["b", "c"],
    ["c", "a"],
  ]);
  expect(told(graph)).toEqual([
    [true, "a b c", "a>b b>c c>a"],
    [true, "self", "self>self"],
  ]);
});

test("what only closes by dispatch or a value is told apart, with the edge that closes it first", () => {
  const graph = graphOf([
    ["walk", "Node::visit"],
    ["Node::visit", "impl", "dispatch"],
    ["impl", "walk"],
    ["parse", "many"],
    ["many", "parse", "reference"],
  ]);
  expect(told(graph)).toEqual([
    [false, "Node::visit impl walk", "Node::visit>impl impl>walk walk>Node::visit"],
    [false, "many parse", "many>parse parse>many"],
  ]);
});

test("a certain recursion inside of a greater possible one is told by itself too", () => {
  const graph = graphOf([
    ["a", "b"],
    ["b", "a"],
    ["b", "c", "reference"],
    ["c", "a"],
  ]);
  expect(told(graph)).toEqual([
    [true, "a b", "a>b b>a"],
    [false, "a b c", "b>c c>a a>b"],
  ]);
});

test("without recursion there is nothing to tell", () => expect(told(graphOf([["a", "b"]]))).toEqual([]));
