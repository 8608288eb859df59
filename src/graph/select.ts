/** Smaller graphs out of a graph: keeping some nodes and edges, or gathering nodes into groups. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { renumberStrings } from "./builder.ts";
import { findEdge } from "./columns.ts";
import { groupSites, SITE_ROW_COLUMNS, type SiteRows } from "./group.ts";
import { gather, gatherBytes, IntList } from "./growable.ts";
import {
  type CallGraph,
  type EdgeColumns,
  NODE_POSITIONS,
  NODE_TEXTS,
  type NodeColumns,
  type SiteColumns,
} from "./types.ts";

/** A graph made from another one, and where the rows of that other one went; -1 for those that are gone. */
export interface View {
  readonly graph: CallGraph;
  /** New node of each old one. */
  readonly nodeOf: Int32Array;
  /** New edge of each old one. */
  readonly edgeOf: Int32Array;
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns the graph as a view of itself. */
export function wholeView(graph: CallGraph): View {
  return { graph, nodeOf: counting(graph.nodes.length), edgeOf: counting(graph.edges.length), diagnostics: [] };
}

/** The numbers from 0; by a loop, which takes a sixth of the time of `from`. */
function counting(count: number): Int32Array {
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

/** Returns the view of the first view's origin that `next` gives of its graph. */
export function chainViews(first: View, next: View): View {
  const through = (before: Int32Array, after: Int32Array): Int32Array =>
    before.map((row) => (row < 0 ? -1 : after[row]!));
  return {
    graph: next.graph,
    nodeOf: through(first.nodeOf, next.nodeOf),
    edgeOf: through(first.edgeOf, next.edgeOf),
    diagnostics: [...first.diagnostics, ...next.diagnostics],
  };
}

/** Returns the rows with a mark, and the new number of each row (-1 for one without). */
export function numberMarked(mask: Uint8Array): { rows: Int32Array; numbers: Int32Array } {
  const rows = new IntList();
  const numbers = new Int32Array(mask.length).fill(-1);
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 0) continue;
    numbers[row] = rows.length;
    rows.push(row);
  }
  return { rows: rows.values.slice(0, rows.length), numbers };
}

/** Returns the marked nodes with those of the marked edges (all without `keepEdge`) that join them. Linear. */
export function selectGraph(graph: CallGraph, keepNode: Uint8Array, keepEdge?: Uint8Array): View {
  const { source, target } = graph.edges;
  const edgeMask = new Uint8Array(graph.edges.length);
  for (let e = 0; e < edgeMask.length; e++) {
    if ((keepEdge === undefined || keepEdge[e]) && keepNode[source[e]!] && keepNode[target[e]!]) edgeMask[e] = 1;
  }
  const nodeRows = numberMarked(keepNode);
  const edgeRows = numberMarked(edgeMask);
  const nodes = selectNodes(graph.nodes, nodeRows.rows, nodeRows.numbers);
  const { edges, sites } = selectEdges(graph, edgeRows.rows, nodeRows.numbers);
  const strings = renumberStrings(graph.strings, nodes, edges, sites);
  return {
    graph: { meta: graph.meta, strings, nodes, edges, sites },
    nodeOf: nodeRows.numbers,
    edgeOf: edgeRows.numbers,
    diagnostics: [],
  };
}

/** Returns the rows of the nodes; parents are renamed by `numbers`. */
export function selectNodes(nodes: NodeColumns, rows: Int32Array, numbers: Int32Array): NodeColumns {
  const texts = [...NODE_TEXTS, ...NODE_POSITIONS].map((name) => [name, gather(nodes[name], rows)]);
  const parent = gather(nodes.parent, rows);
  return {
    ...(Object.fromEntries(texts) as Record<(typeof NODE_TEXTS)[number] | (typeof NODE_POSITIONS)[number], Int32Array>),
    length: rows.length,
    key: gather(nodes.key, rows),
    kind: gatherBytes(nodes.kind, rows),
    visibility: gatherBytes(nodes.visibility, rows),
    entry: gatherBytes(nodes.entry, rows),
    flags: Uint16Array.from(rows, (row) => nodes.flags[row]!),
    parent: parent.map((node) => (node < 0 ? -1 : numbers[node]!)),
    functions: gather(nodes.functions, rows),
  };
}

function selectEdges(
  graph: CallGraph,
  rows: Int32Array,
  nodeNumbers: Int32Array,
): { edges: EdgeColumns; sites: SiteColumns } {
  const { edges, sites } = graph;
  const siteStart = new Int32Array(rows.length + 1);
  const siteRows = new IntList();
  for (let i = 0; i < rows.length; i++) {
    for (let s = edges.siteStart[rows[i]!]!; s < edges.siteStart[rows[i]! + 1]!; s++) siteRows.push(s);
    siteStart[i + 1] = siteRows.length;
  }
  const places = siteRows.values.subarray(0, siteRows.length);
  return {
    edges: {
      length: rows.length,
      source: gather(edges.source, rows).map((node) => nodeNumbers[node]!),
      target: gather(edges.target, rows).map((node) => nodeNumbers[node]!),
      kind: gatherBytes(edges.kind, rows),
      confidence: gatherBytes(edges.confidence, rows),
      why: gather(edges.why, rows),
      siteStart,
    },
    sites: {
      length: places.length,
      file: gather(sites.file, places),
      line: gather(sites.line, places),
      column: gather(sites.column, places),
      how: gatherBytes(sites.how, places),
    },
  };
}

/** An edge to be added to those of a graph, with the sites of another edge. */
export interface AddedEdge {
  readonly source: number;
  readonly target: number;
  /** Index into the table of edge kinds. */
  readonly kind: number;
  readonly confidence: number;
  readonly why: string;
  /** The edge whose sites it takes. */
  readonly sitesOf: number;
}

/** How nodes are gathered. */
export interface Grouping {
  /** The nodes of the new graph, sorted by key; their strings are those of `strings`. */
  readonly nodes: NodeColumns;
  /** The old strings first, new ones behind. */
  readonly strings: readonly string[];
  /** New node of each old one, -1 for one that goes with its edges. */
  readonly nodeOf: Int32Array;
  /** Tells which edges stay; all without it. */
  readonly keepEdge?: (edge: number) => boolean;
  readonly added?: readonly AddedEdge[];
}

/** Returns the graph of the groups: edges of one pair of groups and kind become one edge with all their sites. */
export function regroup(graph: CallGraph, grouping: Grouping): View {
  const { nodeOf, nodes } = grouping;
  const strings = [...grouping.strings];
  const rows = Object.fromEntries(SITE_ROW_COLUMNS.map((name) => [name, new IntList(256)])) as Record<
    keyof SiteRows,
    IntList
  >;
  const { edges } = graph;
  for (let e = 0; e < edges.length; e++) {
    const [source, target] = [nodeOf[edges.source[e]!]!, nodeOf[edges.target[e]!]!];
    if (source < 0 || target < 0 || (grouping.keepEdge !== undefined && !grouping.keepEdge(e))) continue;
    pushSites(rows, graph, e, [source, target, edges.kind[e]!, edges.confidence[e]!, edges.why[e]!]);
  }
  for (const { source, target, kind, confidence, why, sitesOf } of grouping.added ?? []) {
    pushSites(rows, graph, sitesOf, [nodeOf[source]!, nodeOf[target]!, kind, confidence, strings.push(why) - 1]);
  }
  const lists = SITE_ROW_COLUMNS.map((name) => [name, rows[name].values.slice(0, rows[name].length)]);
  const grouped = groupSites(Object.fromEntries(lists) as SiteRows, nodes.length, strings);
  const compact = renumberStrings(strings, nodes, grouped.edges, grouped.sites);
  const result: CallGraph = { meta: graph.meta, strings: compact, nodes, ...grouped };
  return { graph: result, nodeOf, edgeOf: newEdges(graph, result, grouping), diagnostics: [] };
}

const EDGE_PART = ["caller", "callee", "kind", "confidence", "why"] as const;

/** Adds the sites of an edge, or one row without a place where it has none. */
function pushSites(
  rows: Record<keyof SiteRows, IntList>,
  { edges, sites }: CallGraph,
  edge: number,
  part: readonly number[],
): void {
  const [first, end] = [edges.siteStart[edge]!, edges.siteStart[edge + 1]!];
  for (let s = first; s < Math.max(end, first + 1); s++) {
    for (let i = 0; i < EDGE_PART.length; i++) rows[EDGE_PART[i]!].push(part[i]!);
    rows.file.push(s < end ? sites.file[s]! : -1);
    rows.line.push(s < end ? sites.line[s]! : 0);
    rows.column.push(s < end ? sites.column[s]! : 0);
    rows.how.push(s < end ? sites.how[s]! : 0);
  }
}

function newEdges(old: CallGraph, graph: CallGraph, { nodeOf, keepEdge }: Grouping): Int32Array {
  const { source, target, kind, length } = old.edges;
  const result = new Int32Array(length).fill(-1);
  for (let e = 0; e < length; e++) {
    const [from, to] = [nodeOf[source[e]!]!, nodeOf[target[e]!]!];
    if (from < 0 || to < 0 || (keepEdge !== undefined && !keepEdge(e))) continue;
    result[e] = findEdge(graph, from, to, kind[e]!) ?? -1;
  }
  return result;
}
