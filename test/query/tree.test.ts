import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { nodeKey } from "../../src/graph/columns.ts";
import type { Direction } from "../../src/graph/reach.ts";
import type { CallGraph } from "../../src/graph/types.ts";
import { callTree } from "../../src/query/tree.ts";
import { arrowLists, at, closure, graphOf, numbered } from "../graph/support.ts";

/** The tree drawn with indentation; `^` before what is opened elsewhere, `*` before what is recursive. */
function drawn(graph: CallGraph, root: string, direction: Direction, depth = Number.POSITIVE_INFINITY): string {
  const levels: number[] = [];
  return callTree(graph, at(graph, root), { direction, depth })
    .map(({ node, parent, seen, isRecursive }) => {
      const level = parent < 0 ? 0 : levels[parent]! + 1;
      levels.push(level);
      return `${"  ".repeat(level)}${seen < 0 ? "" : isRecursive ? "*" : "^"}${nodeKey(graph, node)}`;
    })
    .join("\n");
}

test("callers of callers, one line each, sorted by name", () => {
  const graph = graphOf([
    ["main", "b"],
    ["main", "a"],
    ["b", "leaf"],
    ["a", "leaf"],
  ]);
  expect(drawn(graph, "leaf", "callers")).toBe("leaf\n  a\n    main\n  b\n    main");
  expect(drawn(graph, "leaf", "callers", 1)).toBe("leaf\n  a\n  b");
});

test("a function with callers of its own is opened once and referred to elsewhere", () => {
  const graph = graphOf([
    ["main", "x"],
    ["x", "a"],
    ["x", "b"],
    ["a", "leaf"],
    ["b", "leaf"],
  ]);
  expect(drawn(graph, "leaf", "callers")).toBe("leaf\n  a\n    x\n      main\n  b\n    ^x");
});

test("it is opened where it is nearest, even if that is further down the page", () => {
  const graph = graphOf([
    ["top", "near"],
    ["near", "a"],
    ["a", "leaf"],
    ["near", "leaf"],
  ]);
  expect(drawn(graph, "leaf", "callers")).toBe("leaf\n  a\n    ^near\n  near\n    top");
  // At the last depth both are opened nowhere.
  expect(drawn(graph, "leaf", "callers", 1)).toBe("leaf\n  a\n  near");
});

test("recursion is told once and ends the walk", () => {
  const graph = graphOf([
    ["main", "even"],
    ["even", "odd"],
    ["odd", "even"],
    ["self", "self"],
  ]);
  expect(drawn(graph, "even", "callees")).toBe("even\n  odd\n    *even");
  expect(drawn(graph, "odd", "callers")).toBe("odd\n  even\n    main\n    *odd");
  expect(drawn(graph, "self", "callers")).toBe("self\n  *self");
});

test("a step from a trait's method to its implementations costs no depth", () => {
  const graph = graphOf([
    ["dynamic", "Trait::m"],
    ["far", "dynamic"],
    ["Trait::m", "impl", "dispatch"],
    ["direct", "impl"],
    ["impl", "inner"],
  ]);
  expect(drawn(graph, "impl", "callers", 1)).toBe("impl\n  direct\n  Trait::m\n    dynamic");
  expect(drawn(graph, "dynamic", "callees", 1)).toBe("dynamic\n  Trait::m\n    impl");
  // Beyond the last depth a trait's method would lead to callers that are too far away.
  expect(drawn(graph, "inner", "callers", 1)).toBe("inner\n  impl");
});

test("edges of several kinds between two functions are one line", () => {
  const graph = graphOf([
    ["a", "b"],
    ["a", "b", "reference"],
  ]);
  const rows = callTree(graph, at(graph, "b"), { direction: "callers", depth: 1 });
  expect(rows.map(({ edges }) => edges.length)).toEqual([0, 2]);
});

test("edges that a filter refuses are not walked", () => {
  const graph = graphOf([
    ["a", "b"],
    ["c", "b", "reference"],
  ]);
  const filter = (edge: number): boolean => graph.edges.kind[edge] === 0;
  const rows = callTree(graph, at(graph, "b"), { direction: "callers", depth: 1, filter });
  expect(rows.map(({ node }) => nodeKey(graph, node))).toEqual(["b", "a"]);
});

test("a chain as long as no program's overflows nothing", () => {
  const name = (n: number): string => `f${n}`.padStart(8, "0");
  const graph = graphOf(Array.from({ length: 60_000 }, (_, n) => [name(n), name(n + 1)] as const));
  expect(callTree(graph, 0, { direction: "callees", depth: Number.POSITIVE_INFINITY })).toHaveLength(60_001);
});

test("the whole tree holds exactly what the root reaches, and at most a line per edge", () => {
  fc.assert(
    fc.property(arrowLists, (sample) => {
      const graph = numbered(sample);
      const rows = callTree(graph, 0, { direction: "callees", depth: Number.POSITIVE_INFINITY });
      const expected = closure(sample)[0]!.flatMap((isReached, node) => (isReached ? [node] : []));
      expect([...new Set(rows.slice(1).map(({ node }) => node))].sort((a, b) => a - b)).toEqual(expected);
      expect(rows.length - 1).toBeLessThanOrEqual(graph.edges.length);
      for (const { seen } of rows) if (seen >= 0) expect(rows[seen]!.seen).toBe(-1);
    }),
  );
});
