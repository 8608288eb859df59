import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { dominatorChain, findDominators, UNREACHED, VIRTUAL_ROOT } from "../../src/graph/dominators.ts";
import { neighbourhood, reach } from "../../src/graph/reach.ts";
import {
  callsItself,
  componentMembers,
  condense,
  findComponents,
  recursiveComponents,
  shortestCycle,
} from "../../src/graph/scc.ts";
import type { CallGraph } from "../../src/graph/types.ts";
import { arrowLists, at, closure, graphOf, keysOf, numbered } from "./support.ts";

const DEEP = 60_000;

/** A chain of calls as long as no program's. */
function chain(length: number, more: readonly (readonly [string, string])[] = []): CallGraph {
  const name = (n: number): string => `f${n}`.padStart(8, "0");
  const arrows = Array.from({ length: length - 1 }, (_, n) => [name(n), name(n + 1)] as const);
  return graphOf([...arrows, ...more]);
}

test("even and odd are one component, main is another", () => {
  const graph = graphOf([
    ["main", "even"],
    ["even", "odd"],
    ["odd", "even"],
  ]);
  const components = findComponents(graph);
  const groups = Array.from({ length: components.count }, (_, c) => keysOf(graph, componentMembers(components, c)));
  expect(groups).toEqual([["even", "odd"], ["main"]]);
  expect(recursiveComponents(graph, components)).toEqual([0]);
});

test("a function that calls itself is recursion, one that does not is none", () => {
  const graph = graphOf([
    ["a", "a"],
    ["a", "b"],
  ]);
  const components = findComponents(graph);
  expect(recursiveComponents(graph, components).map((c) => keysOf(graph, componentMembers(components, c)))).toEqual([
    ["a"],
  ]);
  expect(callsItself(graph, at(graph, "a"))).toBe(true);
  expect(callsItself(graph, at(graph, "b"))).toBe(false);
});

test("edges that are filtered out close no cycle", () => {
  const graph = graphOf([
    ["a", "b"],
    ["b", "a", "reference"],
  ]);
  const calls = (edge: number): boolean => graph.edges.kind[edge] === 0;
  expect(findComponents(graph, calls).count).toBe(2);
  expect(findComponents(graph).count).toBe(1);
});

test("a shortest cycle is named by its edges in walking order", () => {
  const graph = graphOf([
    ["a", "b"],
    ["b", "c"],
    ["c", "d"],
    ["d", "a"],
    ["c", "a"],
  ]);
  const components = findComponents(graph);
  const cycle = shortestCycle(graph, components, components.of[at(graph, "a")]!);
  expect(
    keysOf(
      graph,
      cycle.map((edge) => graph.edges.source[edge]!),
    ),
  ).toEqual(["a", "b", "c"]);
  expect(shortestCycle(graphOf([["a", "b"]]), findComponents(graphOf([["a", "b"]])), 0)).toEqual([]);
});

test("very long chains neither overflow nor take long", () => {
  const graph = chain(DEEP, [[`f${DEEP - 1}`.padStart(8, "0"), `f0`.padStart(8, "0")]]);
  expect(findComponents(graph).count).toBe(1);
  expect(findDominators(graph, [0]).immediate[DEEP - 1]).toBe(DEEP - 2);
  expect(reach(graph, [0], "callees").distance[DEEP - 1]).toBe(DEEP - 1);
});

test("dominators stay fast when a deep chain is bypassed many times", () => {
  const name = (n: number): string => `f${n}`.padStart(8, "0");
  const bypasses = Array.from(
    { length: DEEP },
    (_, n) =>
      [
        [name(0), `g${n}`],
        [name(DEEP - 1), `g${n}`],
      ] as const,
  ).flat();
  const graph = chain(DEEP, bypasses);
  const { immediate } = findDominators(graph, [0]);
  expect(immediate[at(graph, "g7")]).toBe(0);
});

test("components agree with mutual reachability", () => {
  fc.assert(
    fc.property(arrowLists, (sample) => {
      const reaches = closure(sample);
      const { of } = findComponents(numbered(sample));
      for (let a = 0; a < sample.count; a++)
        for (let b = 0; b < sample.count; b++)
          expect(of[a] === of[b]).toBe(a === b || (reaches[a]![b]! && reaches[b]![a]!));
    }),
  );
});

test("components come callees first, and so does the condensation", () => {
  fc.assert(
    fc.property(arrowLists, (sample) => {
      const graph = numbered(sample);
      const components = findComponents(graph);
      const between = new Set(sample.arrows.map(([a, b]) => `${components.of[a]}>${components.of[b]}`));
      const condensation = condense(graph, components);
      const found: string[] = [];
      for (let c = 0; c < components.count; c++)
        for (const callee of condensation.targets.subarray(condensation.offsets[c]!, condensation.offsets[c + 1]!)) {
          expect(callee).toBeLessThan(c);
          found.push(`${c}>${callee}`);
        }
      const expected = [...between].filter((pair) => pair.split(">")[0] !== pair.split(">")[1]);
      expect(found.sort()).toEqual(expected.sort());
    }),
  );
});

test("reachability agrees with the naive closure, in both directions", () => {
  fc.assert(
    fc.property(arrowLists, fc.nat(), (sample, pick) => {
      const graph = numbered(sample);
      const start = pick % sample.count;
      const reaches = closure(sample);
      const after = reach(graph, [start], "callees").distance;
      const before = reach(graph, [start], "callers").distance;
      for (let node = 0; node < sample.count; node++) {
        expect(after[node]! >= 0).toBe(node === start || reaches[start]![node]!);
        expect(before[node]! >= 0).toBe(node === start || reaches[node]![start]!);
      }
    }),
  );
});

test("a walk stops at its depth and does not pass through what it may not", () => {
  const graph = graphOf([
    ["a", "b"],
    ["b", "c"],
    ["c", "d"],
  ]);
  expect(keysOf(graph, reach(graph, [0], "callees", { depth: 2 }).order)).toEqual(["a", "b", "c"]);
  const walk = reach(graph, [0], "callees", { through: (node) => node !== at(graph, "b") });
  expect(keysOf(graph, walk.order)).toEqual(["a", "b"]);
});

test("a neighbourhood has its own depth on each side", () => {
  const graph = graphOf([
    ["a", "b"],
    ["b", "c"],
    ["c", "d"],
    ["d", "e"],
    ["c", "x"],
    ["y", "c"],
  ]);
  const mask = neighbourhood(graph, [at(graph, "c")], { callers: 2, callees: 1 });
  expect(
    keysOf(
      graph,
      [...mask.keys()].filter((node) => mask[node]),
    ),
  ).toEqual(["a", "b", "c", "d", "x", "y"]);
});

test("a dominator is what every way passes through", () => {
  const graph = graphOf(
    [
      ["main", "a"],
      ["a", "b"],
      ["a", "c"],
      ["b", "d"],
      ["c", "d"],
      ["d", "e"],
      ["test", "e"],
    ],
    ["dead"],
  );
  const dominators = findDominators(graph, [at(graph, "main")]);
  expect(keysOf(graph, dominatorChain(dominators, at(graph, "e")))).toEqual(["d", "a", "main"]);
  expect(dominators.immediate[at(graph, "main")]).toBe(VIRTUAL_ROOT);
  expect(dominators.immediate[at(graph, "dead")]).toBe(UNREACHED);
  const both = findDominators(graph, [at(graph, "main"), at(graph, "test")]);
  expect(dominatorChain(both, at(graph, "e"))).toEqual([]);
});

test("dominators agree with taking each function away", () => {
  fc.assert(
    fc.property(arrowLists, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), (sample, picks) => {
      const graph = numbered(sample);
      const roots = picks.map((pick) => pick % sample.count);
      const dominators = findDominators(graph, roots);
      const reached = reach(graph, roots, "callees").distance;
      for (let node = 0; node < sample.count; node++) {
        if (reached[node]! < 0) {
          expect(dominators.immediate[node]).toBe(UNREACHED);
          continue;
        }
        const without = (away: number): boolean => {
          const left = roots.filter((root) => root !== away);
          const filter = (edge: number): boolean =>
            graph.edges.source[edge] !== away && graph.edges.target[edge] !== away;
          return reach(graph, left, "callees", { filter }).distance[node]! < 0;
        };
        const expected = Array.from({ length: sample.count }, (_, other) => other).filter(
          (other) => other !== node && without(other),
        );
        expect(dominatorChain(dominators, node).sort((a, b) => a - b)).toEqual(expected);
      }
    }),
    { numRuns: 300 },
  );
});
