/**
 * Reading a {@link CallGraph}: rows as plain objects, texts of columns, and adjacency.
 *
 * Edges are sorted by source, so the edges out of a node stand next to each other; those into a node are listed once, when first asked for.
 */
import {
  type CallGraph,
  CONFIDENCES,
  EDGE_KINDS,
  type EdgeAttributes,
  type EdgeIndex,
  ENTRIES,
  HOWS,
  NODE_FLAGS,
  NODE_KINDS,
  type NodeAttributes,
  type NodeFlag,
  type NodeIndex,
  type NodeText,
  type Site,
  VISIBILITIES,
} from "./types.ts";

export { GraphBuilder, type NodePlace } from "./builder.ts";
export { readColumns, serialiseColumns } from "./serialise.ts";

/** Edges by node: those of node `n` are `edges[offsets[n]]` up to, not including, `edges[offsets[n + 1]]`. */
export interface Adjacency {
  readonly offsets: Int32Array;
  readonly edges: Int32Array;
}

const outgoing = new WeakMap<CallGraph, Adjacency>();
const incoming = new WeakMap<CallGraph, Adjacency>();

/** Groups edge numbers by `end` (a column of nodes), keeping their order. Linear. */
function groupByNode(end: Int32Array, nodeCount: number): Adjacency {
  const offsets = new Int32Array(nodeCount + 1);
  for (let e = 0; e < end.length; e++) offsets[end[e]! + 1]!++;
  for (let n = 0; n < nodeCount; n++) offsets[n + 1]! += offsets[n]!;
  const fill = offsets.slice();
  const edges = new Int32Array(end.length);
  for (let e = 0; e < end.length; e++) edges[fill[end[e]!]!++] = e;
  return { offsets, edges };
}

function remembered(cache: WeakMap<CallGraph, Adjacency>, graph: CallGraph, end: Int32Array): Adjacency {
  let adjacency = cache.get(graph);
  if (adjacency === undefined) {
    adjacency = groupByNode(end, graph.nodes.length);
    cache.set(graph, adjacency);
  }
  return adjacency;
}

/** Returns the edges by caller; built at the first call for a graph, then kept with it. */
export function outEdges(graph: CallGraph): Adjacency {
  return remembered(outgoing, graph, graph.edges.source);
}

/** Returns the edges by callee; built at the first call for a graph, then kept with it. */
export function inEdges(graph: CallGraph): Adjacency {
  return remembered(incoming, graph, graph.edges.target);
}

/** Returns the node's key. */
export function nodeKey(graph: CallGraph, node: number): string {
  return graph.strings[graph.nodes.key[node]!]!;
}

/** Returns a text attribute of the node, `undefined` when it has none. */
export function nodeText(graph: CallGraph, node: number, text: NodeText): string | undefined {
  const id = graph.nodes[text][node]!;
  return id < 0 ? undefined : graph.strings[id];
}

/** Tells whether the node has the property. */
export function hasFlag(graph: CallGraph, node: number, flag: NodeFlag): boolean {
  return (graph.nodes.flags[node]! & (1 << NODE_FLAGS.indexOf(flag))) !== 0;
}

/** Returns the node with this key by binary search, `undefined` when there is none. */
export function findNode(graph: CallGraph, key: string): NodeIndex | undefined {
  let low = 0;
  let high = graph.nodes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = nodeKey(graph, middle);
    if (found === key) return middle as NodeIndex;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** Returns the edge of this pair and kind (an index into the table of kinds), `undefined` when there is none. Binary search. */
export function findEdge(graph: CallGraph, source: number, target: number, kind: number): EdgeIndex | undefined {
  const { offsets } = outEdges(graph);
  const { edges } = graph;
  let low = offsets[source]!;
  let high = offsets[source + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = edges.target[middle]! - target || edges.kind[middle]! - kind;
    if (order === 0) return middle as EdgeIndex;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** Returns the node's attributes in the order of the contract; absent ones are no properties at all. */
export function nodeAttributes(graph: CallGraph, node: number): NodeAttributes {
  const { nodes } = graph;
  const result: Record<string, string | number | boolean> = {};
  const text = (name: NodeText): void => {
    const id = nodes[name][node]!;
    if (id >= 0) result[name] = graph.strings[id]!;
  };
  const position = (name: "line" | "column" | "endLine" | "functions"): void => {
    if (nodes[name][node]! > 0) result[name] = nodes[name][node]!;
  };
  text("name");
  text("path");
  result.kind = NODE_KINDS[nodes.kind[node]!]!;
  text("file");
  position("line");
  position("column");
  position("endLine");
  text("package");
  text("target");
  text("module");
  if (nodes.visibility[node]! > 0) result.visibility = VISIBILITIES[nodes.visibility[node]! - 1]!;
  if (nodes.entry[node]! > 0) result.entry = ENTRIES[nodes.entry[node]! - 1]!;
  text("impl");
  text("trait");
  for (let bit = 0; bit < NODE_FLAGS.length; bit++)
    if (nodes.flags[node]! & (1 << bit)) result[NODE_FLAGS[bit]!] = true;
  text("macro");
  text("cfg");
  if (nodes.parent[node]! >= 0) result.parent = nodeKey(graph, nodes.parent[node]!);
  position("functions");
  return result as unknown as NodeAttributes;
}

/** Returns the edge's attributes in the order of the contract. */
export function edgeAttributes(graph: CallGraph, edge: number): EdgeAttributes {
  const { edges } = graph;
  return {
    kind: EDGE_KINDS[edges.kind[edge]!]!,
    confidence: CONFIDENCES[edges.confidence[edge]!]!,
    why: graph.strings[edges.why[edge]!]!,
    sites: edgeSites(graph, edge),
  };
}

/** Returns the edge's call sites, sorted by position. */
export function edgeSites(graph: CallGraph, edge: number): readonly Site[] {
  const sites: Site[] = [];
  for (let s = graph.edges.siteStart[edge]!; s < graph.edges.siteStart[edge + 1]!; s++) sites.push(siteAt(graph, s));
  return sites;
}

/** Returns one row of the sites. */
export function siteAt(graph: CallGraph, site: number): Site {
  const { sites } = graph;
  return {
    file: graph.strings[sites.file[site]!]!,
    line: sites.line[site]!,
    column: sites.column[site]!,
    how: HOWS[sites.how[site]!]!,
  };
}

/** Returns the number of call sites of the edge. */
export function siteCount(graph: CallGraph, edge: number): number {
  return graph.edges.siteStart[edge + 1]! - graph.edges.siteStart[edge]!;
}

/** Returns the key under which an edge is written: its row. It is unique in one graph; the ends and the kind name it across graphs. */
export function edgeKey(edge: number): string {
  return `e${edge}`;
}
