/**
 * Ways from one function to another, shortest first, none of which passes a function twice.
 *
 * Yen, "Finding the K Shortest Loopless Paths in a Network" (1971): the next path leaves one of those found at some function, by an edge
 * that none with the same beginning took, and goes on by a breadth-first walk around the functions already passed. A step from a trait's
 * method to its implementation is no call of its own and adds nothing to the length.
 */
import { findEdge, inEdges } from "../graph/columns.ts";
import { reach } from "../graph/reach.ts";
import { type CallGraph, EDGE_KINDS } from "../graph/types.ts";
import { isDispatch } from "./tree.ts";

/** One way: the functions on it, and between each two of them the edges that join them. */
export interface CallPath {
  readonly nodes: readonly number[];
  /** One list less than there are nodes. */
  readonly edges: readonly (readonly number[])[];
  /** Calls on it; steps of dispatch not counted. */
  readonly calls: number;
}

/**
 * Returns up to `most` paths from one of `sources` to one of `targets`, shortest first, equal ones in the order of their functions. From a
 * function to itself leads a shortest recursion through it. Takes time proportional to `most`, the length of paths and the graph.
 */
export function shortestPaths(
  graph: CallGraph,
  sources: readonly number[],
  targets: readonly number[],
  most: number,
): CallPath[] {
  const isTarget = new Set(targets);
  const circles = sources.flatMap((node) => {
    const circle = isTarget.has(node) ? circleThrough(graph, node) : undefined;
    return circle === undefined ? [] : [circle];
  });
  return [...new PathSearch(graph, sources, isTarget).find(most), ...circles]
    .map((nodes) => pathOf(graph, nodes))
    .sort(comparePaths)
    .slice(0, most);
}

/** Returns the functions on a shortest way from `node` back to it, `node` at both ends; `undefined` where there is none. */
export function circleThrough(graph: CallGraph, node: number): number[] | undefined {
  const { offsets, edges } = inEdges(graph);
  const walk = reach(graph, [node], "callees", { free: isDispatch(graph) });
  let last: number | undefined;
  for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
    const before = graph.edges.source[edges[i]!]!;
    if (walk.distance[before] === -1) continue;
    if (last === undefined || walk.distance[before]! < walk.distance[last]!) last = before;
  }
  return last === undefined ? undefined : [...wayTo(graph, walk.edge, last), node];
}

/** Walks back from a node to the start of a walk; returns the way forth. */
function wayTo(graph: CallGraph, arrival: Int32Array, end: number): number[] {
  const way = [end];
  for (let edge = arrival[end]!; edge !== -1; edge = arrival[way.at(-1)!]!) way.push(graph.edges.source[edge]!);
  return way.reverse();
}

function pathOf(graph: CallGraph, nodes: readonly number[]): CallPath {
  const edges = nodes.slice(1).map((node, i) => edgesBetween(graph, nodes[i]!, node));
  const isFree = isDispatch(graph);
  return { nodes, edges, calls: edges.filter((between) => !between.some(isFree)).length };
}

/** Returns the edges from one function to another, one per kind. */
export function edgesBetween(graph: CallGraph, source: number, target: number): number[] {
  return EDGE_KINDS.flatMap((_, kind) => findEdge(graph, source, target, kind) ?? []);
}

function comparePaths(a: CallPath, b: CallPath): number {
  const order = a.calls - b.calls || a.nodes.length - b.nodes.length;
  if (order !== 0) return order;
  const differing = a.nodes.findIndex((node, i) => node !== b.nodes[i]);
  return differing < 0 ? 0 : a.nodes[differing]! - b.nodes[differing]!;
}

class PathSearch {
  readonly #graph: CallGraph;
  readonly #sources: readonly number[];
  readonly #isTarget: ReadonlySet<number>;
  /** Calls from each node to the nearest target, -1 where none is reached. */
  readonly #toTarget: Int32Array;

  constructor(graph: CallGraph, sources: readonly number[], isTarget: ReadonlySet<number>) {
    this.#graph = graph;
    this.#sources = sources;
    this.#isTarget = isTarget;
    this.#toTarget = reach(graph, isTarget, "callers", { free: isDispatch(graph) }).distance;
  }

  find(most: number): (readonly number[])[] {
    const found: (readonly number[])[] = [];
    const open = new Map<string, CallPath>();
    const offer = (nodes: readonly number[] | undefined): void => {
      if (nodes !== undefined) open.set(nodes.join(), pathOf(this.#graph, nodes));
    };
    offer(this.#next([], new Set()));
    while (found.length < most && open.size > 0) {
      const [key, { nodes }] = [...open].sort((a, b) => comparePaths(a[1], b[1]))[0]!;
      open.delete(key);
      found.push(nodes);
      for (let length = 0; length < nodes.length; length++) {
        const begin = nodes.slice(0, length);
        const alike = found.filter((path) => begin.every((node, i) => path[i] === node));
        offer(this.#next(begin, new Set(alike.map((path) => path[length]!))));
      }
    }
    return found;
  }

  /** Returns a shortest path that begins with `begin` and goes on to none of `taken`. */
  #next(begin: readonly number[], taken: ReadonlySet<number>): number[] | undefined {
    const spur = begin.at(-1);
    const starts = spur === undefined ? this.#sources.filter((node) => !taken.has(node)) : [spur];
    const passed = new Set(begin);
    const { source, target } = this.#graph.edges;
    const walk = reach(this.#graph, starts, "callees", {
      free: isDispatch(this.#graph),
      filter: (edge) =>
        this.#toTarget[target[edge]!] !== -1 &&
        !passed.has(target[edge]!) &&
        !(source[edge] === spur && taken.has(target[edge]!)),
      through: (node) => !this.#isTarget.has(node),
    });
    const end = walk.order.find((node) => this.#isTarget.has(node) && walk.edge[node] !== -1);
    return end === undefined ? undefined : [...begin.slice(0, -1), ...wayTo(this.#graph, walk.edge, end)];
  }
}
