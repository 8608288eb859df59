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
  /** Edges that add nothing to the distance, such as those from a trait's method to its implementations. */
  readonly free?: EdgeFilter;
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
  const walk = new Walk(graph, direction, options);
  for (const node of starts) walk.meet(node, 0, -1);
  return walk.run();
}

/** A breadth-first walk, level by level; a node first met over a paid edge may be met again, nearer, over a free one. */
class Walk {
  readonly #distance: Int32Array;
  readonly #arrival: Int32Array;
  readonly #done: Uint8Array;
  readonly #order: Int32Array;
  readonly #offsets: Int32Array;
  readonly #edges: Int32Array;
  readonly #far: Int32Array;
  readonly #options: ReachOptions;
  #level: number[] = [];
  #nextLevel: number[] = [];
  #depth = 0;

  constructor(graph: CallGraph, direction: Direction, options: ReachOptions) {
    const adjacency = direction === "callees" ? outEdges(graph) : inEdges(graph);
    this.#offsets = adjacency.offsets;
    this.#edges = adjacency.edges;
    this.#far = direction === "callees" ? graph.edges.target : graph.edges.source;
    this.#distance = new Int32Array(graph.nodes.length).fill(-1);
    this.#arrival = new Int32Array(graph.nodes.length).fill(-1);
    this.#done = new Uint8Array(graph.nodes.length);
    this.#order = new Int32Array(graph.nodes.length);
    this.#options = options;
  }

  /** Puts the node into its level unless it was met as near before. */
  meet(node: number, distance: number, edge: number): void {
    const known = this.#distance[node]!;
    if (known !== -1 && known <= distance) return;
    this.#distance[node] = distance;
    this.#arrival[node] = edge;
    (distance === this.#depth ? this.#level : this.#nextLevel).push(node);
  }

  run(): Reach {
    let count = 0;
    while (this.#level.length > 0) {
      // The level grows while it is walked, by way of free edges.
      for (let i = 0; i < this.#level.length; i++) {
        const node = this.#level[i]!;
        if (this.#done[node]) continue;
        this.#done[node] = 1;
        this.#order[count++] = node;
        this.#follow(node);
      }
      this.#level = this.#nextLevel;
      this.#nextLevel = [];
      this.#depth++;
    }
    return { distance: this.#distance, edge: this.#arrival, order: this.#order.slice(0, count) };
  }

  #follow(node: number): void {
    const { depth = Number.POSITIVE_INFINITY, filter, free, through } = this.#options;
    if (through !== undefined && this.#arrival[node] !== -1 && !through(node)) return;
    const isLast = this.#depth >= depth;
    if (isLast && free === undefined) return;
    for (let i = this.#offsets[node]!; i < this.#offsets[node + 1]!; i++) {
      const edge = this.#edges[i]!;
      if (filter !== undefined && !filter(edge)) continue;
      if (free?.(edge)) this.meet(this.#far[edge]!, this.#depth, edge);
      else if (!isLast) this.meet(this.#far[edge]!, this.#depth + 1, edge);
    }
  }
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
