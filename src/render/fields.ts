/**
 * The attributes of nodes and edges as flat typed fields, for formats that have no nested values: sites become one text, `file:line:column`
 * separated by blanks, and their number.
 */
import { edgeSites, nodeKey, nodeText, siteCount } from "../graph/columns.ts";
import {
  type CallGraph,
  CONFIDENCES,
  EDGE_KINDS,
  ENTRIES,
  NODE_FLAGS,
  NODE_KINDS,
  NODE_POSITIONS,
  type NODE_TEXTS,
  VISIBILITIES,
} from "../graph/types.ts";

export type FieldType = "string" | "int" | "boolean";

/** One field of the rows of a graph; `undefined` where a row has none. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly value: (graph: CallGraph, row: number) => string | number | boolean | undefined;
}

const texts = (names: readonly (typeof NODE_TEXTS)[number][]): Field[] =>
  names.map((name) => ({ name, type: "string", value: (graph, node) => nodeText(graph, node, name) }));

/** The fields of a node in the order of the contract, its key left out. */
export const NODE_FIELDS: readonly Field[] = [
  ...texts(["name", "path"]),
  { name: "kind", type: "string", value: (graph, node) => NODE_KINDS[graph.nodes.kind[node]!] },
  ...texts(["file"]),
  ...NODE_POSITIONS.map(
    (name): Field => ({ name, type: "int", value: (graph, node) => graph.nodes[name][node] || undefined }),
  ),
  ...texts(["package", "target", "module"]),
  { name: "visibility", type: "string", value: (graph, node) => VISIBILITIES[graph.nodes.visibility[node]! - 1] },
  { name: "entry", type: "string", value: (graph, node) => ENTRIES[graph.nodes.entry[node]! - 1] },
  ...texts(["impl", "trait"]),
  ...NODE_FLAGS.map(
    (name, bit): Field => ({
      name,
      type: "boolean",
      value: (graph, node) => (graph.nodes.flags[node]! & (1 << bit) ? true : undefined),
    }),
  ),
  ...texts(["macro", "cfg"]),
  {
    name: "parent",
    type: "string",
    value: (graph, node) => (graph.nodes.parent[node]! < 0 ? undefined : nodeKey(graph, graph.nodes.parent[node]!)),
  },
  { name: "functions", type: "int", value: (graph, node) => graph.nodes.functions[node] || undefined },
];

/** The fields of an edge, its ends left out. */
export const EDGE_FIELDS: readonly Field[] = [
  { name: "kind", type: "string", value: (graph, edge) => EDGE_KINDS[graph.edges.kind[edge]!] },
  { name: "confidence", type: "string", value: (graph, edge) => CONFIDENCES[graph.edges.confidence[edge]!] },
  { name: "why", type: "string", value: (graph, edge) => graph.strings[graph.edges.why[edge]!] },
  { name: "count", type: "int", value: siteCount },
  { name: "sites", type: "string", value: sitesText },
];

/** Returns the sites of an edge as one text; `undefined` when it has none. */
function sitesText(graph: CallGraph, edge: number): string | undefined {
  const sites = edgeSites(graph, edge);
  return sites.length === 0 ? undefined : sites.map(({ file, line, column }) => `${file}:${line}:${column}`).join(" ");
}

/** Returns the fields that any row has; the others would only cost space. */
export function usedFields(fields: readonly Field[], graph: CallGraph, count: number): Field[] {
  return fields.filter(({ value }) => {
    for (let row = 0; row < count; row++) if (value(graph, row) !== undefined) return true;
    return false;
  });
}
