import fc from "fast-check";
import { findNode, GraphBuilder, nodeKey } from "../../src/graph/columns.ts";
import { type CallGraph, type EdgeKind, GRAPH_SCHEMA, type GraphMeta, type NodeIndex } from "../../src/graph/types.ts";

/** Graph attributes for tests that do not look at them. */
export const META: GraphMeta = {
  schema: GRAPH_SCHEMA,
  callmap: "0.0.0",
  workspace: "test",
  packages: [],
  cfg: { target: "x86_64-unknown-linux-gnu", features: [] },
  tally: { total: 0, resolved: 0, external: 0, dispatch: 0, guess: 0, candidate: 0, unresolved: 0 },
  diagnostics: [],
  partial: false,
};

/** Builds a graph of plain functions from its arrows: `[["a", "b"], …]`; more names may be given for functions without any. */
export function graphOf(
  arrows: readonly (readonly [string, string, EdgeKind?])[],
  more: readonly string[] = [],
): CallGraph {
  const builder = new GraphBuilder();
  const nodes = new Map<string, NodeIndex>();
  for (const name of [...arrows.flatMap((arrow) => [arrow[0], arrow[1]]), ...more]) {
    if (!nodes.has(name))
      nodes.set(name, builder.addNode({ name: name.split("::").at(-1)!, path: name, kind: "function" }));
  }
  for (const [from, to, kind] of arrows) builder.addSite(nodes.get(from)!, nodes.get(to)!, kind ?? "call", "exact", "");
  return builder.build(META);
}

/** Node of a key that is known to be there. */
export function at(graph: CallGraph, key: string): NodeIndex {
  const node = findNode(graph, key);
  if (node === undefined) throw new Error(`no node ${key}`);
  return node;
}

/** Keys of nodes. */
export function keysOf(graph: CallGraph, nodes: Iterable<number>): string[] {
  return Array.from(nodes, (node) => nodeKey(graph, node));
}

/** Random small graphs: a number of nodes and arrows between their numbers. */
export const arrowLists = fc.integer({ min: 1, max: 9 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    arrows: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 20 }),
  }),
);

/** The graph of an {@link arrowLists} sample; node `n` has the key `n`, so that its row is `n`. */
export function numbered(sample: { count: number; arrows: readonly (readonly [number, number])[] }): CallGraph {
  const names = Array.from({ length: sample.count }, (_, n) => `${n}`);
  return graphOf(
    sample.arrows.map(([from, to]) => [`${from}`, `${to}`] as const),
    names,
  );
}

/** Which node reaches which in at least one call, by the naive closure. */
export function closure(sample: { count: number; arrows: readonly (readonly [number, number])[] }): boolean[][] {
  const reaches = Array.from({ length: sample.count }, () => new Array<boolean>(sample.count).fill(false));
  for (const [from, to] of sample.arrows) reaches[from]![to] = true;
  for (let via = 0; via < sample.count; via++)
    for (let from = 0; from < sample.count; from++)
      for (let to = 0; to < sample.count; to++) if (reaches[from]![via] && reaches[via]![to]) reaches[from]![to] = true;
  return reaches;
}
