/** Breadth-first walks over the call graph: who is reached from where, in how many calls, and by which edges. */
import { inEdges, outEdges } from "./columns.ts";
import type { EdgeFilter } from "./scc.ts";
import type { CallGraph } from "./types.ts";

/** `callees` follows edges from caller to callee, `callers` against. */
export type Direction = "callees" | "callers";

/** Result of a walk: calls to each node from the nearest start (-1: not reached), and the edge by which it was first reached (-1: a start). */
export interface Reach {
  readonly distance: Int32Array;
  readonly edge: Int32Array;
  /** The reached nodes, nearest first, starts among them. */
  readonly order: Int32Array;
}

/** What bounds a walk. */
export interface ReachOptions {
  /** Most calls from a start; without it the walk goes to the end. */
  readonly depth?: number;
  readonly filter?: EdgeFilter;
  /** Nodes for which this is false are reached but not walked through. */
  readonly through?: (node: number) => boolean;
}

/** Walks from `starts` in the given direction. Linear in the part of the graph that is reached, plus one row per node. */
export function reach(
  graph: CallGraph,
  starts: Iterable<number>,
  direction: Direction,
  options: ReachOptions = {},
): Reach {
  const { offsets, edges } = direction === "callees" ? outEdges(graph) : inEdges(graph);
  const far = direction === "callees" ? graph.edges.target : graph.edges.source;
  const { depth = Number.POSITIVE_INFINITY, filter, through } = options;
  const distance = new Int32Array(graph.nodes.length).fill(-1);
  const arrival = new Int32Array(graph.nodes.length).fill(-1);
  const queue = new Int32Array(graph.nodes.length);
  let tail = 0;
  for (const node of starts) {
    if (distance[node] === 0) continue;
    distance[node] = 0;
    queue[tail++] = node;
  }
  for (let head = 0; head < tail; head++) {
    const node = queue[head]!;
    if (distance[node]! >= depth || (through !== undefined && distance[node]! > 0 && !through(node))) continue;
    for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
      const edge = edges[i]!;
      const other = far[edge]!;
      if (distance[other] !== -1 || (filter !== undefined && !filter(edge))) continue;
      distance[other] = distance[node]! + 1;
      arrival[other] = edge;
      queue[tail++] = other;
    }
  }
  return { distance, edge: arrival, order: queue.slice(0, tail) };
}

/** Returns a mask of the nodes within `callers` calls before and `callees` calls after the `focus`, itself among them. */
export function neighbourhood(
  graph: CallGraph,
  focus: readonly number[],
  depth: { readonly callers: number; readonly callees: number },
  filter?: EdgeFilter,
): Uint8Array {
  const mask = new Uint8Array(graph.nodes.length);
  const bounds = (calls: number): ReachOptions => (filter === undefined ? { depth: calls } : { depth: calls, filter });
  for (const node of reach(graph, focus, "callers", bounds(depth.callers)).order) mask[node] = 1;
  for (const node of reach(graph, focus, "callees", bounds(depth.callees)).order) mask[node] = 1;
  return mask;
}
