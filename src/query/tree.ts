/**
 * Callers or callees of a function as a tree.
 *
 * A function is opened where it is nearest to the root; where else it turns up, that place is referred to. So the tree has at most one
 * line per edge, however the calls are knotted. Between a trait's method and its implementations no call is counted: callers through
 * `dyn` or a type parameter stand below the trait's method, at no greater depth than those that name the implementation.
 */
import { inEdges, outEdges } from "../graph/columns.ts";
import { type Direction, reach } from "../graph/reach.ts";
import type { EdgeFilter } from "../graph/scc.ts";
import { type CallGraph, EDGE_KINDS } from "../graph/types.ts";

/** One line of a tree. */
export interface TreeRow {
  readonly node: number;
  /** Row of the function that it calls or that calls it, -1 for the root. */
  readonly parent: number;
  /** Edges that join it with its parent, of different kinds. */
  readonly edges: readonly number[];
  /** Row where the function is opened when that is not here, -1 else. */
  seen: number;
  /** With `seen`: that row is one of those around this one. */
  readonly isRecursive: boolean;
}

/** What bounds a tree. */
export interface TreeOptions {
  readonly direction: Direction;
  /** Calls to follow; may be infinite. */
  readonly depth: number;
  readonly filter?: EdgeFilter;
}

const DISPATCH = EDGE_KINDS.indexOf("dispatch");

/** Tells edges that cost no step: they lead from a trait's method to what may run in its place. */
export function isDispatch(graph: CallGraph): EdgeFilter {
  return (edge) => graph.edges.kind[edge] === DISPATCH;
}

/** Returns the rows of the tree below `root`, in the order of printing; callers by name, callees in the order of their calls. Linear. */
export function callTree(graph: CallGraph, root: number, options: TreeOptions): TreeRow[] {
  return new Tree(graph, root, options).grow();
}

/** Neighbours of an opened function that are still to be written. */
interface Open {
  readonly row: number;
  readonly children: readonly (readonly [node: number, edges: readonly number[]])[];
  next: number;
}

class Tree {
  readonly #graph: CallGraph;
  readonly #options: TreeOptions;
  readonly #isFree: EdgeFilter;
  readonly #distance: Int32Array;
  readonly #arrival: Int32Array;
  readonly #rows: TreeRow[] = [];
  /** Row where each function is opened. */
  readonly #place: Int32Array;
  readonly #path: Open[] = [];
  readonly #onPath = new Map<number, number>();

  constructor(graph: CallGraph, root: number, options: TreeOptions) {
    this.#graph = graph;
    this.#options = options;
    this.#isFree = isDispatch(graph);
    const { direction, depth, filter } = options;
    const bounds = { depth, free: this.#isFree, ...(filter === undefined ? {} : { filter }) };
    const { distance, edge } = reach(graph, [root], direction, bounds);
    this.#distance = distance;
    this.#arrival = edge;
    this.#place = new Int32Array(graph.nodes.length).fill(-1);
    this.#open(this.#add(root, -1, []));
  }

  grow(): TreeRow[] {
    for (let top = this.#path.at(-1); top !== undefined; top = this.#path.at(-1)) {
      const child = top.children[top.next++];
      if (child === undefined) {
        this.#onPath.delete(this.#rows[top.row]!.node);
        this.#path.pop();
      } else this.#write(child[0], top.row, child[1]);
    }
    for (const row of this.#rows) {
      // Only what is opened elsewhere with something below it is worth a reference.
      const place = this.#place[row.node]!;
      if (row.seen === UNDECIDED) row.seen = place >= 0 && this.#rows[place + 1]?.parent === place ? place : -1;
    }
    return this.#rows;
  }

  #add(node: number, parent: number, edges: readonly number[], seen = -1, isRecursive = false): number {
    return this.#rows.push({ node, parent, edges, seen, isRecursive }) - 1;
  }

  #write(node: number, parent: number, edges: readonly number[]): void {
    const around = this.#onPath.get(node);
    if (around !== undefined) this.#add(node, parent, edges, around, true);
    else if (this.#place[node] === -1 && edges.includes(this.#arrival[node]!))
      this.#open(this.#add(node, parent, edges));
    else this.#add(node, parent, edges, UNDECIDED);
  }

  /** Writes a function's neighbours below it, from now on. */
  #open(row: number): void {
    const { node } = this.#rows[row]!;
    this.#place[node] = row;
    this.#onPath.set(node, row);
    this.#path.push({ row, children: this.#neighbours(node), next: 0 });
  }

  /**
   * Neighbours with the edges to them; at the last depth only what the function may run. A trait's method there would have callers that
   * are too far away, and stand for nothing.
   */
  #neighbours(node: number): [number, number[]][] {
    const { direction, depth, filter } = this.#options;
    const isCallers = direction === "callers";
    const { offsets, edges } = isCallers ? inEdges(this.#graph) : outEdges(this.#graph);
    const far = isCallers ? this.#graph.edges.source : this.#graph.edges.target;
    const isLast = this.#distance[node]! >= depth;
    if (isLast && isCallers) return [];
    const found = new Map<number, number[]>();
    for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
      const edge = edges[i]!;
      if ((isLast && !this.#isFree(edge)) || (filter !== undefined && !filter(edge))) continue;
      const known = found.get(far[edge]!);
      if (known === undefined) found.set(far[edge]!, [edge]);
      else known.push(edge);
    }
    return [...found].sort(
      (a, b) =>
        this.#freeLast(a[1]) - this.#freeLast(b[1]) ||
        (isCallers ? 0 : this.#firstSite(a[1]) - this.#firstSite(b[1])) ||
        a[0] - b[0],
    );
  }

  #freeLast(edges: readonly number[]): number {
    return edges.every(this.#isFree) ? 1 : 0;
  }

  /** Place of the first call as one number; calls without a place come last. */
  #firstSite(edges: readonly number[]): number {
    const { siteStart } = this.#graph.edges;
    const { line, column } = this.#graph.sites;
    return edges.reduce((first, edge) => {
      const site = siteStart[edge]!;
      return site === siteStart[edge + 1]
        ? first
        : Math.min(first, line[site]! * 65536 + Math.min(column[site]!, 65535));
    }, Number.MAX_SAFE_INTEGER);
  }
}

/** In {@link TreeRow.seen} while the tree grows: opened before or later, or not at all. */
const UNDECIDED = -2;
