/**
 * Strongly connected components of the call graph: the sets of functions that reach each other, by Tarjan's algorithm (1972) with an
 * explicit stack, since call chains are as long as the program. Runs in time linear in nodes and edges.
 */
import { inEdges, outEdges } from "./columns.ts";
import type { CallGraph } from "./types.ts";

/** Tells whether an edge counts; without one all do. */
export type EdgeFilter = (edge: number) => boolean;

/** Nodes by component. Components are numbered callees first: no edge leads from a component to one of a higher number. */
export interface Components {
  readonly count: number;
  /** Component of each node. */
  readonly of: Int32Array;
  /** Members of component `c`, in the order of their keys: `members[start[c]]` up to, not including, `members[start[c + 1]]`. */
  readonly start: Int32Array;
  readonly members: Int32Array;
}

/** Returns the strongly connected components of the graph, looking only at edges that pass the filter. */
export function findComponents(graph: CallGraph, filter?: EdgeFilter): Components {
  const state = new Tarjan(graph, filter);
  for (let node = 0; node < graph.nodes.length; node++) state.visit(node);
  return grouped(state.of, state.count);
}

/** The depth-first walk; `order` is 0 for a node not yet met. */
class Tarjan {
  readonly of: Int32Array;
  count = 0;
  readonly #graph: CallGraph;
  readonly #filter: EdgeFilter | undefined;
  readonly #order: Int32Array;
  readonly #low: Int32Array;
  /** Place in the node's edges from which its walk goes on. */
  readonly #next: Int32Array;
  readonly #open: Int32Array;
  #openCount = 0;
  readonly #path: Int32Array;
  #met = 0;

  constructor(graph: CallGraph, filter: EdgeFilter | undefined) {
    const count = graph.nodes.length;
    this.#graph = graph;
    this.#filter = filter;
    this.of = new Int32Array(count).fill(-1);
    this.#order = new Int32Array(count);
    this.#low = new Int32Array(count);
    this.#next = new Int32Array(count);
    this.#open = new Int32Array(count);
    this.#path = new Int32Array(count);
  }

  visit(root: number): void {
    if (this.#order[root] !== 0) return;
    const path = this.#path;
    let depth = 0;
    path[depth++] = this.#enter(root);
    while (depth > 0) {
      const node = path[depth - 1]!;
      const child = this.#step(node);
      if (child >= 0) path[depth++] = this.#enter(child);
      else {
        depth--;
        this.#leave(node);
        if (depth > 0) this.#lower(path[depth - 1]!, this.#low[node]!);
      }
    }
  }

  #enter(node: number): number {
    this.#order[node] = this.#low[node] = ++this.#met;
    this.#next[node] = outEdges(this.#graph).offsets[node]!;
    this.#open[this.#openCount++] = node;
    return node;
  }

  /** Follows the node's edges up to one that leads to a new node; -1 at their end. */
  #step(node: number): number {
    const { offsets, edges } = outEdges(this.#graph);
    const { target } = this.#graph.edges;
    for (let i = this.#next[node]!; i < offsets[node + 1]!; i++) {
      const edge = edges[i]!;
      if (this.#filter !== undefined && !this.#filter(edge)) continue;
      const callee = target[edge]!;
      if (this.#order[callee] === 0) {
        this.#next[node] = i + 1;
        return callee;
      }
      if (this.of[callee] === -1) this.#lower(node, this.#order[callee]!);
    }
    this.#next[node] = offsets[node + 1]!;
    return -1;
  }

  #lower(node: number, bound: number): void {
    if (bound < this.#low[node]!) this.#low[node] = bound;
  }

  /** Closes the component of which the node is the first member met. */
  #leave(node: number): void {
    if (this.#low[node] !== this.#order[node]) return;
    let member: number;
    do {
      member = this.#open[--this.#openCount]!;
      this.of[member] = this.count;
    } while (member !== node);
    this.count++;
  }
}

function grouped(of: Int32Array, count: number): Components {
  const start = new Int32Array(count + 1);
  for (let node = 0; node < of.length; node++) start[of[node]! + 1]!++;
  for (let c = 0; c < count; c++) start[c + 1]! += start[c]!;
  const fill = start.slice();
  const members = new Int32Array(of.length);
  for (let node = 0; node < of.length; node++) members[fill[of[node]!]!++] = node;
  return { count, of, start, members };
}

/** Returns the members of component `c` in the order of their keys. */
export function componentMembers(components: Components, c: number): Int32Array {
  return components.members.subarray(components.start[c]!, components.start[c + 1]!);
}

/**
 * Returns the components that are recursion: those of several functions, and functions that call themselves. Largest first, then in
 * the order of their first members.
 */
export function recursiveComponents(graph: CallGraph, components: Components, filter?: EdgeFilter): number[] {
  const recursive = new Set<number>();
  const { source, target } = graph.edges;
  for (let c = 0; c < components.count; c++) if (sizeOf(components, c) > 1) recursive.add(c);
  for (let e = 0; e < source.length; e++) {
    if (source[e] === target[e] && (filter === undefined || filter(e))) recursive.add(components.of[source[e]!]!);
  }
  const first = (c: number): number => components.members[components.start[c]!]!;
  return [...recursive].sort((a, b) => sizeOf(components, b) - sizeOf(components, a) || first(a) - first(b));
}

function sizeOf(components: Components, c: number): number {
  return components.start[c + 1]! - components.start[c]!;
}

/** The graph with each component as one node: the distinct components that each one's members call, itself left out. */
export interface Condensation {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
}

/** Returns the condensation; it has no cycles, and by the numbering each target is lower than its source. */
export function condense(graph: CallGraph, components: Components, filter?: EdgeFilter): Condensation {
  const { edges, offsets: first } = outEdges(graph);
  const seen = new Int32Array(components.count).fill(-1);
  const offsets = new Int32Array(components.count + 1);
  const targets: number[] = [];
  for (let c = 0; c < components.count; c++) {
    seen[c] = c;
    for (const node of componentMembers(components, c)) {
      for (let i = first[node]!; i < first[node + 1]!; i++) {
        const edge = edges[i]!;
        const other = components.of[graph.edges.target[edge]!]!;
        if (seen[other] === c || (filter !== undefined && !filter(edge))) continue;
        seen[other] = c;
        targets.push(other);
      }
    }
    offsets[c + 1] = targets.length;
  }
  return { offsets, targets: Int32Array.from(targets) };
}

/**
 * Returns the edges, in walking order, of a shortest way from the component's first member back to it; empty for a component without
 * recursion.
 */
export function shortestCycle(graph: CallGraph, components: Components, c: number, filter?: EdgeFilter): number[] {
  const start = components.members[components.start[c]!];
  if (start === undefined) return [];
  const { edges, offsets } = outEdges(graph);
  const { source, target } = graph.edges;
  const arrival = new Map<number, number>();
  const queue = [start];
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head]!;
    for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
      const edge = edges[i]!;
      const callee = target[edge]!;
      if (components.of[callee] !== c || arrival.has(callee) || (filter !== undefined && !filter(edge))) continue;
      arrival.set(callee, edge);
      if (callee === start) return walkBack(start, arrival, source);
      queue.push(callee);
    }
  }
  return [];
}

function walkBack(start: number, arrival: ReadonlyMap<number, number>, source: Int32Array): number[] {
  const cycle: number[] = [];
  let node = start;
  do {
    const edge = arrival.get(node)!;
    cycle.push(edge);
    node = source[edge]!;
  } while (node !== start);
  return cycle.reverse();
}

/** Tells whether `node` calls itself directly. */
export function callsItself(graph: CallGraph, node: number, filter?: EdgeFilter): boolean {
  const { edges, offsets } = inEdges(graph);
  for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
    const edge = edges[i]!;
    if (graph.edges.source[edge] === node && (filter === undefined || filter(edge))) return true;
  }
  return false;
}
