/**
 * The graph as GEXF 1.2 (gexf.net), for Gephi and networkx. Written here rather than by graphology-gexf, since that needs the whole graph
 * in graphology first.
 */
import { edgeKey, nodeKey, nodeText, siteCount } from "../graph/columns.ts";
import type { CallGraph } from "../graph/types.ts";
import { inChunks } from "./chunks.ts";
import { EDGE_FIELDS, type Field, NODE_FIELDS, usedFields } from "./fields.ts";
import { escapeXml } from "./xml.ts";

const TYPES = { string: "string", int: "integer", boolean: "boolean" } as const;

/** Yields the GEXF document in chunks. An edge weighs as many as it has call sites, at least one. */
export function* renderGexf(graph: CallGraph): Generator<string> {
  const nodeFields = usedFields(NODE_FIELDS, graph, graph.nodes.length);
  const edgeFields = usedFields(EDGE_FIELDS, graph, graph.edges.length);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n';
  yield `  <meta><creator>callmap</creator><description>${escapeXml(graph.meta.workspace)}</description></meta>\n`;
  yield '  <graph defaultedgetype="directed" mode="static">\n';
  yield declared("node", nodeFields) + declared("edge", edgeFields);
  yield `    <nodes count="${graph.nodes.length}">\n`;
  yield* inChunks(graph.nodes.length, (node) => {
    const label = escapeXml(nodeText(graph, node, "path")!);
    return `      <node id="${escapeXml(nodeKey(graph, node))}" label="${label}">${values(graph, node, nodeFields)}</node>\n`;
  });
  yield `    </nodes>\n    <edges count="${graph.edges.length}">\n`;
  yield* inChunks(graph.edges.length, (edge) => {
    const [source, target] = [nodeKey(graph, graph.edges.source[edge]!), nodeKey(graph, graph.edges.target[edge]!)];
    const ends = `source="${escapeXml(source)}" target="${escapeXml(target)}" weight="${Math.max(1, siteCount(graph, edge))}"`;
    return `      <edge id="${edgeKey(edge)}" ${ends}>${values(graph, edge, edgeFields)}</edge>\n`;
  });
  yield "    </edges>\n  </graph>\n</gexf>\n";
}

function declared(part: "node" | "edge", fields: readonly Field[]): string {
  const lines = fields.map(
    ({ name, type }) => `      <attribute id="${name}" title="${name}" type="${TYPES[type]}"/>\n`,
  );
  return `    <attributes class="${part}">\n${lines.join("")}    </attributes>\n`;
}

function values(graph: CallGraph, row: number, fields: readonly Field[]): string {
  let text = "";
  for (const { name, value } of fields) {
    const found = value(graph, row);
    if (found !== undefined) text += `<attvalue for="${name}" value="${escapeXml(String(found))}"/>`;
  }
  return text === "" ? "" : `<attvalues>${text}</attvalues>`;
}
