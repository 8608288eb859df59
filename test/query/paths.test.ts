import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CallGraph } from "../../src/graph/types.ts";
import { circleThrough, shortestPaths } from "../../src/query/paths.ts";
import { arrowLists, at, graphOf, keysOf, numbered } from "../graph/support.ts";

function paths(graph: CallGraph, from: string, to: string, most = 10): string[] {
  return shortestPaths(graph, [at(graph, from)], [at(graph, to)], most).map(({ nodes }) =>
    keysOf(graph, nodes).join(" "),
  );
}

const DIAMOND = graphOf([
  ["a", "b"],
  ["a", "c"],
  ["b", "d"],
  ["c", "x"],
  ["x", "d"],
  ["b", "x"],
]);

test("all ways, shortest first, equal ones by name", () => {
  expect(paths(DIAMOND, "a", "d")).toEqual(["a b d", "a b x d", "a c x d"]);
  expect(paths(DIAMOND, "a", "d", 2)).toEqual(["a b d", "a b x d"]);
  expect(paths(DIAMOND, "d", "a")).toEqual([]);
});

test("no way passes a function twice", () => {
  const graph = graphOf([
    ["a", "b"],
    ["b", "a"],
    ["b", "c"],
  ]);
  expect(paths(graph, "a", "c")).toEqual(["a b c"]);
});

test("from a function to itself leads its recursion", () => {
  const graph = graphOf([
    ["even", "odd"],
    ["odd", "even"],
    ["main", "even"],
  ]);
  expect(paths(graph, "even", "even")).toEqual(["even odd even"]);
  expect(paths(graph, "main", "main")).toEqual([]);
  expect(circleThrough(graph, at(graph, "main"))).toBeUndefined();
});

test("between sets of functions any pair will do", () => {
  const nodes = ["b", "c"].map((key) => at(DIAMOND, key));
  const found = shortestPaths(DIAMOND, nodes, [at(DIAMOND, "d")], 10);
  expect(found.map((path) => keysOf(DIAMOND, path.nodes).join(" "))).toEqual(["b d", "b x d", "c x d"]);
});

test("a step of dispatch is no call", () => {
  const graph = graphOf([
    ["a", "T::m"],
    ["T::m", "impl", "dispatch"],
    ["a", "b"],
    ["b", "impl"],
  ]);
  const found = shortestPaths(graph, [at(graph, "a")], [at(graph, "impl")], 10);
  expect(found.map(({ nodes, calls }) => [keysOf(graph, nodes).join(" "), calls])).toEqual([
    ["a T::m impl", 1],
    ["a b impl", 2],
  ]);
  expect(found[0]!.edges.map((edges) => edges.length)).toEqual([1, 1]);
});

/** All ways without repetition, by trying. */
function tried(graph: CallGraph, from: number, to: number): number[][] {
  const found: number[][] = [];
  const open = [[from]];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (let e = 0; e < graph.edges.length; e++) {
      const next = graph.edges.target[e]!;
      if (graph.edges.source[e] !== path.at(-1) || path.includes(next)) continue;
      if (next === to) found.push([...path, next]);
      else open.push([...path, next]);
    }
  }
  return found;
}

test("all ways are found, each once, in the order of their length", () => {
  fc.assert(
    fc.property(arrowLists, (sample) => {
      fc.pre(sample.count > 1);
      const graph = numbered(sample);
      const found = shortestPaths(graph, [0], [1], 1000).map(({ nodes }) => nodes);
      const expected = tried(graph, 0, 1);
      expect(found.map(String).sort()).toEqual(expected.map(String).sort());
      const lengths = found.map((nodes) => nodes.length);
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    }),
  );
});
