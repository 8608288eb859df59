/**
 * The graph as GML (Himsolt 1997), for networkx, igraph and Gephi. GML is ASCII: other characters are written as entities, as those
 * readers expect. Labels are the keys of the graph, since readers take them for names.
 */
import { nodeKey } from "../graph/columns.ts";
import type { CallGraph } from "../graph/types.ts";
import { inChunks } from "./chunks.ts";
import { EDGE_FIELDS, type Field, NODE_FIELDS, usedFields } from "./fields.ts";

/** Returns a text as a quoted GML string; control characters that no entity stands for become U+FFFD. */
export function quoteGml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const clean = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Surrogate}\ufffe\uffff]/gu, "\ufffd");
  return `"${clean.replaceAll(/[^ !#-%'-~]/gu, (char) => `&#${char.codePointAt(0)};`)}"`;
}

/** Yields the GML text in chunks. */
export function* renderGml(graph: CallGraph): Generator<string> {
  const nodeFields = usedFields(NODE_FIELDS, graph, graph.nodes.length);
  const edgeFields = usedFields(EDGE_FIELDS, graph, graph.edges.length);
  yield "graph [\n  directed 1\n  multigraph 1\n";
  yield* inChunks(graph.nodes.length, (node) => {
    return `  node [\n    id ${node}\n    label ${quoteGml(nodeKey(graph, node))}\n${values(graph, node, nodeFields)}  ]\n`;
  });
  yield* inChunks(graph.edges.length, (edge) => {
    const { source, target } = graph.edges;
    return `  edge [\n    source ${source[edge]}\n    target ${target[edge]}\n    key ${edge}\n${values(graph, edge, edgeFields)}  ]\n`;
  });
  yield "]\n";
}

function values(graph: CallGraph, row: number, fields: readonly Field[]): string {
  let text = "";
  for (const { name, value } of fields) {
    const found = value(graph, row);
    if (found !== undefined) text += `    ${name} ${typeof found === "string" ? quoteGml(found) : Number(found)}\n`;
  }
  return text;
}
