/**
 * Dominators of the call graph: what every way from the entries to a function passes through.
 *
 * Lengauer and Tarjan, "A Fast Algorithm for Finding Dominators in a Flowgraph" (1979), the simple version with path compression and
 * explicit stacks: O(edges · log nodes) whatever the graph looks like. A virtual root calls all roots, so a function that can be entered
 * in two independent ways has no dominator.
 */
import { inEdges, outEdges } from "./columns.ts";
import type { EdgeFilter } from "./scc.ts";
import type { CallGraph } from "./types.ts";

/** In {@link Dominators.immediate}: dominated by the virtual root only, that is by no function. */
export const VIRTUAL_ROOT = -1;
/** In {@link Dominators.immediate}: not reached from any root. */
export const UNREACHED = -2;

/** The dominator tree. */
export interface Dominators {
  /** Immediate dominator of each node, {@link VIRTUAL_ROOT} or {@link UNREACHED}. */
  readonly immediate: Int32Array;
}

/** Returns the dominator tree from `roots`, over the edges that pass the filter. */
export function findDominators(graph: CallGraph, roots: Iterable<number>, filter?: EdgeFilter): Dominators {
  const walk = depthFirst(graph, roots, filter);
  const above = dominatorsByNumber(walk, callersByNumber(graph, walk, filter));
  const immediate = new Int32Array(graph.nodes.length).fill(UNREACHED);
  for (let at = 1; at <= walk.count; at++)
    immediate[walk.node[at]!] = above[at] === 0 ? VIRTUAL_ROOT : walk.node[above[at]!]!;
  return { immediate };
}

/** Nodes numbered from 1 as a depth-first walk meets them; 0 is the virtual root. */
interface Walk {
  readonly count: number;
  /** Node of each number, -1 for the virtual root. */
  readonly node: Int32Array;
  /** Number of each node, 0 for one that is not reached. */
  readonly number: Int32Array;
  /** Number of the node from which each number was met. */
  readonly parent: Int32Array;
  readonly isRoot: Uint8Array;
}

function depthFirst(graph: CallGraph, roots: Iterable<number>, filter: EdgeFilter | undefined): Walk {
  const { offsets, edges } = outEdges(graph);
  const count = graph.nodes.length;
  const walk = {
    count: 0,
    node: new Int32Array(count + 1).fill(-1),
    number: new Int32Array(count),
    parent: new Int32Array(count + 1),
    isRoot: new Uint8Array(count),
  };
  const next = new Int32Array(count);
  const path = new Int32Array(count);
  let depth = 0;
  const enter = (node: number, parent: number): void => {
    walk.number[node] = ++walk.count;
    walk.node[walk.count] = node;
    walk.parent[walk.count] = parent;
    next[node] = offsets[node]!;
    path[depth++] = node;
  };
  for (const root of roots) {
    walk.isRoot[root] = 1;
    if (walk.number[root] === 0) enter(root, 0);
    while (depth > 0) {
      const node = path[depth - 1]!;
      if (next[node]! === offsets[node + 1]!) {
        depth--;
        continue;
      }
      const edge = edges[next[node]!++]!;
      const callee = graph.edges.target[edge]!;
      if (walk.number[callee] === 0 && (filter === undefined || filter(edge))) enter(callee, walk.number[node]!);
    }
  }
  return walk;
}

/** Numbers of the callers of each number, in rows as of an adjacency. */
interface Callers {
  readonly offsets: Int32Array;
  readonly numbers: Int32Array;
}

function callersByNumber(graph: CallGraph, walk: Walk, filter: EdgeFilter | undefined): Callers {
  const { offsets: first, edges } = inEdges(graph);
  const offsets = new Int32Array(walk.count + 2);
  const numbers = new Int32Array(graph.edges.length + walk.count);
  let length = 0;
  for (let at = 1; at <= walk.count; at++) {
    const node = walk.node[at]!;
    offsets[at] = length;
    if (walk.isRoot[node]) numbers[length++] = 0;
    for (let i = first[node]!; i < first[node + 1]!; i++) {
      const caller = walk.number[graph.edges.source[edges[i]!]!]!;
      if (caller > 0 && (filter === undefined || filter(edges[i]!))) numbers[length++] = caller;
    }
  }
  offsets[walk.count + 1] = length;
  return { offsets, numbers };
}

/** The forest that the algorithm links together; finds on each way up the number with the lowest semidominator. */
class Forest {
  readonly semi: Int32Array;
  readonly #label: Int32Array;
  readonly #ancestor: Int32Array;
  readonly #path: number[] = [];

  constructor(count: number) {
    this.semi = Int32Array.from({ length: count + 1 }, (_, at) => at);
    this.#label = this.semi.slice();
    this.#ancestor = new Int32Array(count + 1).fill(-1);
  }

  link(parent: number, child: number): void {
    this.#ancestor[child] = parent;
  }

  lowest(at: number): number {
    const [ancestor, label, semi, path] = [this.#ancestor, this.#label, this.semi, this.#path];
    if (ancestor[at] === -1) return at;
    for (let up = at; ancestor[ancestor[up]!] !== -1; up = ancestor[up]!) path.push(up);
    while (path.length > 0) {
      const low = path.pop()!;
      const up = ancestor[low]!;
      if (semi[label[up]!]! < semi[label[low]!]!) label[low] = label[up]!;
      ancestor[low] = ancestor[up]!;
    }
    return label[at]!;
  }
}

/** Immediate dominators in terms of numbers. */
function dominatorsByNumber(walk: Walk, callers: Callers): Int32Array {
  const { count, parent } = walk;
  const forest = new Forest(count);
  const immediate = new Int32Array(count + 1);
  // Numbers by semidominator, as linked lists.
  const bucket = new Int32Array(count + 1).fill(-1);
  const nextInBucket = new Int32Array(count + 1).fill(-1);
  for (let at = count; at >= 1; at--) {
    for (let i = callers.offsets[at]!; i < callers.offsets[at + 1]!; i++) {
      const semi = forest.semi[forest.lowest(callers.numbers[i]!)]!;
      if (semi < forest.semi[at]!) forest.semi[at] = semi;
    }
    nextInBucket[at] = bucket[forest.semi[at]!]!;
    bucket[forest.semi[at]!] = at;
    forest.link(parent[at]!, at);
    for (let below = bucket[parent[at]!]!; below !== -1; below = nextInBucket[below]!) {
      const lowest = forest.lowest(below);
      immediate[below] = forest.semi[lowest]! < forest.semi[below]! ? lowest : parent[at]!;
    }
    bucket[parent[at]!] = -1;
  }
  for (let at = 1; at <= count; at++) {
    if (immediate[at] !== forest.semi[at]) immediate[at] = immediate[immediate[at]!]!;
  }
  return immediate;
}

/** Returns the chain of dominators of `node`, nearest first, without itself; empty when nothing dominates it. */
export function dominatorChain(dominators: Dominators, node: number): number[] {
  const chain: number[] = [];
  for (let above = dominators.immediate[node]!; above >= 0; above = dominators.immediate[above]!) chain.push(above);
  return chain;
}
