/**
 * The graph as JSON, in graphology's serialisation (`docs/graph.schema.json`), written straight from the columns: the same values that
 * `JSON.stringify(toGraphology(graph).export())` gives, one node or edge to a line.
 */

import { edgeKey } from "../graph/columns.ts";
import {
  type CallGraph,
  CONFIDENCES,
  EDGE_KINDS,
  ENTRIES,
  HOWS,
  NODE_FLAGS,
  NODE_KINDS,
  VISIBILITIES,
} from "../graph/types.ts";
import { inChunks } from "./chunks.ts";
import type { RenderOptions } from "./options.ts";

const quotedWords = (words: readonly string[]): readonly string[] => words.map((word) => JSON.stringify(word));
const KINDS = quotedWords(NODE_KINDS);
const LEVELS = quotedWords(VISIBILITIES);
const ENTRY_WORDS = quotedWords(ENTRIES);
const FLAG_TEXTS = Array.from({ length: 1 << NODE_FLAGS.length }, (_, bits) =>
  NODE_FLAGS.map((flag, i) => (bits & (1 << i) ? `,"${flag}":true` : "")).join(""),
);
const EDGE_HEADS = EDGE_KINDS.map((kind) =>
  CONFIDENCES.map((confidence) => `"kind":"${kind}","confidence":"${confidence}"`),
);
const HOW_ENDS = HOWS.map((how) => `,"how":"${how}"}`);

/**
 * Yields the JSON text in chunks of some ten thousand characters. With costs, the graph has an attribute `costs` (event, unit, total), nodes
 * have `self` and `inclusive`, edges `cost`, each where it is not 0.
 */
export function* renderJson(graph: CallGraph, { costs }: RenderOptions = {}): Generator<string> {
  const quoted = graph.strings.map((text) => JSON.stringify(text));
  const attributes =
    costs === undefined
      ? graph.meta
      : { ...graph.meta, costs: { event: costs.event, unit: costs.unit, total: costs.total } };
  const nodeCosts = (node: number): string =>
    costs === undefined ? "" : cost("self", costs.self[node]!) + cost("inclusive", costs.inclusive[node]!);
  const edgeCost = (edge: number): string => (costs === undefined ? "" : cost("cost", costs.edge[edge]!));
  yield `{"attributes":${JSON.stringify(attributes)},\n"options":{"type":"directed","multi":true,"allowSelfLoops":true},\n"nodes":[`;
  yield* inChunks(
    graph.nodes.length,
    (node) => (node > 0 ? ",\n" : "\n") + nodeJson(graph, quoted, node, nodeCosts(node)),
  );
  yield '\n],\n"edges":[';
  yield* inChunks(
    graph.edges.length,
    (edge) => (edge > 0 ? ",\n" : "\n") + edgeJson(graph, quoted, edge, edgeCost(edge)),
  );
  yield "\n]}\n";
}

function cost(name: string, value: number): string {
  return value === 0 ? "" : `,"${name}":${value}`;
}

function nodeJson({ nodes }: CallGraph, quoted: readonly string[], node: number, extra: string): string {
  const text = (name: string, id: number): string => (id < 0 ? "" : `,"${name}":${quoted[id]!}`);
  const position = (name: string, value: number): string => (value > 0 ? `,"${name}":${value}` : "");
  const word = (name: string, words: readonly string[], value: number): string =>
    value > 0 ? `,"${name}":${words[value - 1]!}` : "";
  const parent = nodes.parent[node]!;
  return (
    `{"key":${quoted[nodes.key[node]!]!},"attributes":{"name":${quoted[nodes.name[node]!]!},"path":${quoted[nodes.path[node]!]!}` +
    `,"kind":${KINDS[nodes.kind[node]!]!}${text("file", nodes.file[node]!)}${position("line", nodes.line[node]!)}` +
    `${position("column", nodes.column[node]!)}${position("endLine", nodes.endLine[node]!)}${text("package", nodes.package[node]!)}` +
    `${text("target", nodes.target[node]!)}${text("module", nodes.module[node]!)}${word("visibility", LEVELS, nodes.visibility[node]!)}` +
    `${word("entry", ENTRY_WORDS, nodes.entry[node]!)}${text("impl", nodes.impl[node]!)}${text("trait", nodes.trait[node]!)}` +
    `${FLAG_TEXTS[nodes.flags[node]!]!}${text("macro", nodes.macro[node]!)}${text("cfg", nodes.cfg[node]!)}` +
    `${parent < 0 ? "" : text("parent", nodes.key[parent]!)}${position("functions", nodes.functions[node]!)}${extra}}}`
  );
}

function edgeJson({ nodes, edges, sites }: CallGraph, quoted: readonly string[], edge: number, extra: string): string {
  const [source, target] = [nodes.key[edges.source[edge]!]!, nodes.key[edges.target[edge]!]!];
  let text =
    `{"key":"${edgeKey(edge)}","source":${quoted[source]!},"target":${quoted[target]!},"attributes":{` +
    `${EDGE_HEADS[edges.kind[edge]!]![edges.confidence[edge]!]!},"why":${quoted[edges.why[edge]!]!},"sites":[`;
  const [first, end] = [edges.siteStart[edge]!, edges.siteStart[edge + 1]!];
  for (let s = first; s < end; s++) {
    text +=
      `${s > first ? "," : ""}{"file":${quoted[sites.file[s]!]!},"line":${sites.line[s]!},"column":${sites.column[s]!}` +
      HOW_ENDS[sites.how[s]!]!;
  }
  return `${text}]${extra}}}`;
}
