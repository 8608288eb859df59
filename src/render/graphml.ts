/**
 * The graph as GraphML (graphml.graphdrawing.org), with typed keys for all attributes: for yEd, Gephi, networkx, igraph. Nodes carry the
 * keys of the graph as ids.
 */
import { edgeKey, nodeKey } from "../graph/columns.ts";
import type { CallGraph } from "../graph/types.ts";
import { chunked, inChunks } from "./chunks.ts";
import { EDGE_FIELDS, type Field, NODE_FIELDS, usedFields } from "./fields.ts";
import { escapeXml } from "./xml.ts";

/** Yields the GraphML document in chunks. */
export function* renderGraphml(graph: CallGraph): Generator<string> {
  const nodeFields = usedFields(NODE_FIELDS, graph, graph.nodes.length);
  const edgeFields = usedFields(EDGE_FIELDS, graph, graph.edges.length);
  yield* chunked(head(graph, nodeFields, edgeFields));
  yield* inChunks(graph.nodes.length, (node) => {
    return `    <node id="${escapeXml(nodeKey(graph, node))}">${values(graph, node, nodeFields, "n")}</node>\n`;
  });
  yield* inChunks(graph.edges.length, (edge) => {
    const [source, target] = [nodeKey(graph, graph.edges.source[edge]!), nodeKey(graph, graph.edges.target[edge]!)];
    const ends = `source="${escapeXml(source)}" target="${escapeXml(target)}"`;
    return `    <edge id="${edgeKey(edge)}" ${ends}>${values(graph, edge, edgeFields, "e")}</edge>\n`;
  });
  yield "  </graph>\n</graphml>\n";
}

function* head(graph: CallGraph, nodeFields: readonly Field[], edgeFields: readonly Field[]): Generator<string> {
  const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const location = "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd";
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" ${xsi} xsi:schemaLocation="${location}">\n`;
  for (const [target, prefix, fields] of [
    ["node", "n", nodeFields],
    ["edge", "e", edgeFields],
  ] as const) {
    for (const { name, type } of fields)
      yield `  <key id="${prefix}_${name}" for="${target}" attr.name="${name}" attr.type="${type}"/>\n`;
  }
  yield `  <graph id="${escapeXml(graph.meta.workspace || "callmap")}" edgedefault="directed">\n`;
}

function values(graph: CallGraph, row: number, fields: readonly Field[], prefix: string): string {
  let text = "";
  for (const { name, value } of fields) {
    const found = value(graph, row);
    if (found !== undefined) text += `<data key="${prefix}_${name}">${escapeXml(String(found))}</data>`;
  }
  return text;
}
