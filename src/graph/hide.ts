/**
 * Hiding nodes without tearing the graph apart: where a call leads through hidden nodes to one that is shown, a residual edge says so.
 */
import { nodeText, outEdges } from "./columns.ts";
import { type AddedEdge, numberMarked, regroup, selectNodes, type View } from "./select.ts";
import { type CallGraph, EDGE_KINDS } from "./types.ts";

/** Steps through hidden nodes after which bridging stops; some seconds of work. */
const MAX_STEPS = 20_000_000;
const RESIDUAL = EDGE_KINDS.indexOf("residual");

/**
 * Returns the graph without the marked nodes. From each node left, a residual edge goes to every node left that it reaches through hidden
 * ones only and has no edge to; it takes the sites of the first call on a shortest such way and the confidence of its weakest.
 */
export function hideNodes(graph: CallGraph, hidden: Uint8Array): View {
  const { rows, numbers } = numberMarked(hidden.map((mark) => 1 - mark));
  const bridges = new Bridges(graph, hidden);
  for (const node of rows) if (!bridges.add(node)) break;
  const view = regroup(graph, {
    nodes: selectNodes(graph.nodes, rows, numbers),
    strings: graph.strings,
    nodeOf: numbers,
    added: bridges.added,
  });
  if (!bridges.exhausted) return view;
  const message = "so much is hidden that not all ways through it could be followed; residual edges are missing";
  return { ...view, diagnostics: [{ severity: "warning", code: "hidden-too-much", message, partial: true }] };
}

/** Walks from each node left through the hidden part. */
class Bridges {
  readonly added: AddedEdge[] = [];
  exhausted = false;
  readonly #graph: CallGraph;
  readonly #hidden: Uint8Array;
  /** The walk in which a node was last met. */
  readonly #met: Int32Array;
  /** For a hidden node met: first edge of the way to it, the node before it on the way (-1: the start), worst confidence on the way. */
  readonly #first: Int32Array;
  readonly #before: Int32Array;
  readonly #confidence: Uint8Array;
  #steps = 0;

  constructor(graph: CallGraph, hidden: Uint8Array) {
    const count = graph.nodes.length;
    this.#graph = graph;
    this.#hidden = hidden;
    this.#met = new Int32Array(count).fill(-1);
    this.#first = new Int32Array(count);
    this.#before = new Int32Array(count);
    this.#confidence = new Uint8Array(count);
  }

  /** Adds the residual edges out of `start`; false when the work has grown too much. */
  add(start: number): boolean {
    const { offsets } = outEdges(this.#graph);
    const { target } = this.#graph.edges;
    const queue: number[] = [];
    // Edges out of a node are a range of rows, the edges being sorted by source.
    for (let e = offsets[start]!; e < offsets[start + 1]!; e++) {
      if (this.#hidden[target[e]!]) this.#enter(queue, start, target[e]!, e, -1, 0);
      else this.#met[target[e]!] = start;
    }
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head]!;
      this.#steps += 1 + offsets[node + 1]! - offsets[node]!;
      for (let e = offsets[node]!; e < offsets[node + 1]!; e++) {
        if (this.#hidden[target[e]!]) this.#enter(queue, start, target[e]!, e, node, this.#confidence[node]!);
        else if (this.#met[target[e]!] !== start) this.#bridge(start, node, e);
      }
    }
    this.exhausted = this.#steps > MAX_STEPS;
    return !this.exhausted;
  }

  #enter(queue: number[], start: number, node: number, edge: number, before: number, confidence: number): void {
    if (this.#met[node] === start) return;
    this.#met[node] = start;
    this.#before[node] = before;
    this.#first[node] = before === -1 ? edge : this.#first[before]!;
    this.#confidence[node] = Math.max(confidence, this.#graph.edges.confidence[edge]!);
    queue.push(node);
  }

  #bridge(start: number, last: number, edge: number): void {
    const { edges } = this.#graph;
    this.#met[edges.target[edge]!] = start;
    this.added.push({
      source: start,
      target: edges.target[edge]!,
      kind: RESIDUAL,
      confidence: Math.max(this.#confidence[last]!, edges.confidence[edge]!),
      why: this.#wayThrough(last),
      sitesOf: this.#first[last]!,
    });
  }

  #wayThrough(last: number): string {
    let length = 0;
    let node = last;
    let first = last;
    for (; node !== -1; node = this.#before[node]!) {
      length++;
      first = node;
    }
    const more = length === 1 ? "" : ` and ${length - 1} more`;
    return `by way of \`${nodeText(this.#graph, first, "path")}\`${more}`;
  }
}
