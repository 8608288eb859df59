import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { GraphBuilder, nodeKey } from "../../src/graph/columns.ts";
import type { NodeIndex } from "../../src/graph/types.ts";
import { measure } from "../../src/query/metrics.ts";
import { arrowLists, closure, graphOf, META, numbered } from "../graph/support.ts";

test("fans count functions, not kinds of edges, and not the function itself", () => {
  const graph = graphOf([
    ["a", "b"],
    ["a", "b", "reference"],
    ["b", "b"],
    ["c", "b", "implicit"],
    ["T", "b", "dispatch"],
  ]);
  const b = measure(graph).functions.find(({ node }) => nodeKey(graph, node) === "b");
  expect(b).toMatchObject({ fanIn: 2, fanOut: 0, callers: 4, callees: 1, recursion: 1 });
});

test("what is reached, as by the naive closure", () => {
  fc.assert(
    fc.property(arrowLists, (sample) => {
      const reaches = closure(sample);
      for (const { node, callees, callers } of measure(numbered(sample)).functions) {
        expect(callees).toBe(reaches[node]!.filter((is) => is).length);
        expect(callers).toBe(reaches.filter((row) => row[node]).length);
      }
    }),
  );
});

test("more components than a block holds", () => {
  const name = (n: number): string => `f${n}`.padStart(8, "0");
  const { functions } = measure(graphOf(Array.from({ length: 1200 }, (_, n) => [name(n), name(n + 1)] as const)));
  expect([functions[0]!.callees, functions[1200]!.callers, functions[100]!.callees]).toEqual([1200, 1200, 1100]);
});

test("weights are 1 on average, and greater for what is called by much", () => {
  const { functions } = measure(
    graphOf([
      ["a", "hub"],
      ["b", "hub"],
      ["c", "hub"],
      ["hub", "x"],
    ]),
  );
  expect(functions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(functions.length);
  const [a, , , hub] = functions;
  expect(hub!.weight).toBeGreaterThan(2 * a!.weight);
});

test("coupling between packages", () => {
  const builder = new GraphBuilder();
  const nodes = new Map<string, NodeIndex>();
  for (const path of ["app::main", "app::run", "core::parse", "ui::draw"])
    nodes.set(
      path,
      builder.addNode({
        name: path,
        path,
        kind: "function",
        package: path.split("::")[0]!,
        module: path.split("::")[0]!,
      }),
    );
  for (const [from, to] of [
    ["app::main", "app::run"],
    ["app::run", "core::parse"],
    ["app::run", "ui::draw"],
    ["ui::draw", "core::parse"],
  ])
    builder.addSite(nodes.get(from!)!, nodes.get(to!)!, "call", "exact", "");
  const { packages, modules } = measure(builder.build(META));
  expect(packages).toEqual([
    { name: "app", functions: 2, dependents: 0, dependencies: 2, instability: 1, inside: 1, into: 0, outOf: 2 },
    { name: "core", functions: 1, dependents: 2, dependencies: 0, instability: 0, inside: 0, into: 2, outOf: 0 },
    { name: "ui", functions: 1, dependents: 1, dependencies: 1, instability: 0.5, inside: 0, into: 1, outOf: 1 },
  ]);
  expect(modules).toEqual(packages);
});
