import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  edgeAttributes,
  findNode,
  GraphBuilder,
  inEdges,
  nodeAttributes,
  nodeKey,
  outEdges,
} from "../../src/graph/columns.ts";
import type { CallGraph, EdgeKind, How, NodeAttributes, NodeIndex } from "../../src/graph/types.ts";
import { CONFIDENCES, EDGE_KINDS, HOWS } from "../../src/graph/types.ts";
import { META } from "./support.ts";

const func = (path: string, more: Partial<NodeAttributes> = {}): NodeAttributes => ({
  name: path.split("::").at(-1)!,
  path,
  kind: "function",
  ...more,
});

const keys = (graph: CallGraph): string[] =>
  Array.from({ length: graph.nodes.length }, (_, node) => nodeKey(graph, node));

test("nodes stand in the order of their keys", () => {
  const builder = new GraphBuilder();
  for (const path of ["b::z", "a::m", "a", "a::B"]) builder.addNode(func(path));
  expect(keys(builder.build(META))).toEqual(["a", "a::B", "a::m", "b::z"]);
});

test("functions of one path are numbered in source order, by package, file and line", () => {
  const builder = new GraphBuilder();
  builder.addNode(func("a::f", { package: "a", file: "src/z.rs", line: 1 }));
  builder.addNode(func("a::f", { package: "a", file: "src/b.rs", line: 30 }));
  builder.addNode(func("a::f", { package: "a", file: "src/b.rs", line: 4 }));
  const graph = builder.build(META);
  expect(keys(graph)).toEqual(["a::f", "a::f#2", "a::f#3"]);
  const lines = [0, 1, 2].map((node) => nodeAttributes(graph, node).line);
  expect(lines).toEqual([4, 30, 1]);
});

test("all attributes come back, absent ones are absent", () => {
  const attributes: NodeAttributes = {
    name: "run",
    path: "<a::Job as a::Task>::run",
    kind: "method",
    file: "src/lib.rs",
    line: 3,
    column: 5,
    endLine: 9,
    package: "a",
    target: "lib",
    module: "a",
    visibility: "restricted",
    entry: "ffi",
    impl: "a::Job",
    trait: "a::Task",
    default: true,
    async: true,
    unsafe: true,
    const: true,
    generic: true,
    inactive: true,
    test: true,
    macro: "tasks",
    cfg: 'feature = "x"',
  };
  const builder = new GraphBuilder();
  builder.addNode(attributes);
  builder.addNode(func("b"));
  const graph = builder.build(META);
  expect(nodeAttributes(graph, 0)).toEqual(attributes);
  expect(nodeAttributes(graph, 1)).toEqual({ name: "b", path: "b", kind: "function" });
});

test("a closure keeps the function around it", () => {
  const builder = new GraphBuilder();
  const outer = builder.addNode(func("m::main"));
  builder.addNode({ ...func("m::main::{closure#0}"), kind: "closure" }, { parent: outer });
  builder.addNode(func("a"));
  const graph = builder.build(META);
  expect(nodeAttributes(graph, findNode(graph, "m::main::{closure#0}")!).parent).toBe("m::main");
});

test("sites of one pair and kind share an edge, which takes the best site's confidence and reason", () => {
  const builder = new GraphBuilder();
  const [a, b] = [builder.addNode(func("a")), builder.addNode(func("b"))];
  const at = (line: number, column = 1) => ({ file: "src/lib.rs", line, column, how: "path" as How });
  builder.addSite(a, b, "call", "guess", "by name", at(9));
  builder.addSite(a, b, "call", "exact", "by path", at(12));
  builder.addSite(a, b, "call", "exact", "another reason, later in the text", at(13));
  builder.addSite(a, b, "reference", "likely", "named", at(2));
  builder.addSite(a, b, "call", "exact", "by path", at(12));
  const graph = builder.build(META);
  expect(graph.edges.length).toBe(2);
  expect(edgeAttributes(graph, 0)).toEqual({
    kind: "call",
    confidence: "exact",
    why: "by path",
    sites: [at(9), at(12), at(13)],
  });
  expect(edgeAttributes(graph, 1)).toMatchObject({ kind: "reference", confidence: "likely" });
});

test("an edge may have no site, as dispatch has none", () => {
  const builder = new GraphBuilder();
  const [a, b] = [builder.addNode(func("T::f")), builder.addNode(func("S::f"))];
  builder.addSite(a, b, "dispatch", "exact", "S implements T");
  const graph = builder.build(META);
  expect(edgeAttributes(graph, 0).sites).toEqual([]);
  expect(graph.sites.length).toBe(0);
});

test("adjacency lists the edges of each node", () => {
  const builder = new GraphBuilder();
  const [a, b, c] = ["a", "b", "c"].map((name) => builder.addNode(func(name))) as [NodeIndex, NodeIndex, NodeIndex];
  for (const [from, to] of [
    [c, a],
    [a, b],
    [b, a],
    [a, a],
  ] as const)
    builder.addSite(from, to, "call", "exact", "");
  const graph = builder.build(META);
  const list = (adjacency: ReturnType<typeof outEdges>, end: Int32Array, node: number): number[] =>
    [...adjacency.edges.subarray(adjacency.offsets[node]!, adjacency.offsets[node + 1]!)].map((edge) => end[edge]!);
  expect([0, 1, 2].map((node) => list(outEdges(graph), graph.edges.target, node))).toEqual([[0, 1], [0], [0]]);
  expect([0, 1, 2].map((node) => list(inEdges(graph), graph.edges.source, node))).toEqual([[0, 1, 2], [0], []]);
});

/** Sites over a few nodes, several of which share a path. */
const inputs = fc.record({
  nodes: fc.array(fc.tuple(fc.constantFrom("a", "b", "b::c", "é::𝒳"), fc.nat(40), fc.constantFrom("x.rs", "y.rs")), {
    minLength: 1,
    maxLength: 12,
  }),
  sites: fc.array(
    fc.tuple(
      fc.nat(),
      fc.nat(),
      fc.constantFrom(...EDGE_KINDS),
      fc.constantFrom(...CONFIDENCES),
      fc.constantFrom("one", "two"),
      fc.nat(3),
      fc.constantFrom(...HOWS),
    ),
    { maxLength: 40 },
  ),
  seed: fc.nat(),
});

/** A fixed permutation for a seed. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    const j = seed % (i + 1);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}

test("the order of insertion does not show", () => {
  fc.assert(
    fc.property(inputs, ({ nodes, sites, seed }) => {
      const unique = [...new Map(nodes.map((node) => [node.join(), node])).values()];
      const build = (order: readonly number[], siteOrder: typeof sites): CallGraph => {
        const builder = new GraphBuilder();
        const index: NodeIndex[] = [];
        for (const i of order) {
          const [path, line, file] = unique[i]!;
          index[i] = builder.addNode(func(path, { file, line: line + 1 }));
        }
        for (const [from, to, kind, confidence, why, line, how] of siteOrder)
          builder.addSite(index[from % unique.length]!, index[to % unique.length]!, kind as EdgeKind, confidence, why, {
            file: "x.rs",
            line,
            column: 1,
            how,
          });
        return builder.build(META);
      };
      const inOrder = unique.map((_, i) => i);
      expect(build(shuffled(inOrder, seed), shuffled(sites, seed))).toEqual(build(inOrder, sites));
    }),
    { numRuns: 200 },
  );
});
