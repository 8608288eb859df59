/** Nodes and edges as comma-separated values (RFC 4180): for spreadsheets, data frames and, with its headers, Neo4j's bulk import. */
import { nodeKey, siteAt } from "../graph/columns.ts";
import { type CallGraph, EDGE_KINDS } from "../graph/types.ts";
import { inChunks } from "./chunks.ts";
import { EDGE_FIELDS, type Field, NODE_FIELDS } from "./fields.ts";
import type { RenderOptions } from "./options.ts";

/** Returns a value as it stands in a row: quoted where it holds a comma, a quote or a line break. */
export function csvValue(value: string | number | boolean | undefined): string {
  if (value === undefined) return "";
  const text = String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const row = (values: readonly (string | number | boolean | undefined)[]): string =>
  `${values.map(csvValue).join(",")}\r\n`;
const NEO4J_TYPES = { string: "", int: ":int", boolean: ":boolean" } as const;
const neo4jName = ({ name, type }: Field): string => `${name}${NEO4J_TYPES[type]}`;

/** Place of the first call site, so that a row leads somewhere by itself. */
const FIRST_SITE: readonly Field[] = (["file", "line", "column"] as const).map((name) => ({
  name,
  type: name === "file" ? "string" : "int",
  value: (graph, edge) => {
    const first = graph.edges.siteStart[edge]!;
    return first < graph.edges.siteStart[edge + 1]! ? siteAt(graph, first)[name] : undefined;
  },
}));

/** Yields one row per edge under a header: its ends, kind, confidence, reason, number of sites, first site and all sites. */
export function* renderEdgesCsv(graph: CallGraph, { neo4j = false }: RenderOptions = {}): Generator<string> {
  const [kind, confidence, why, count, sites] = EDGE_FIELDS as readonly [Field, Field, Field, Field, Field];
  const fields = [confidence, why, count, ...FIRST_SITE, sites];
  const plain = ["source", "target", kind.name, ...fields.map((field) => field.name)];
  yield row(neo4j ? [":START_ID", ":END_ID", ":TYPE", ...fields.map(neo4jName)] : plain);
  yield* inChunks(graph.edges.length, (edge) => {
    const type = EDGE_KINDS[graph.edges.kind[edge]!]!;
    const ends = [nodeKey(graph, graph.edges.source[edge]!), nodeKey(graph, graph.edges.target[edge]!)];
    return row([...ends, neo4j ? type.toUpperCase() : type, ...fields.map((field) => field.value(graph, edge))]);
  });
}

/** Yields one row per node under a header. */
export function* renderNodesCsv(graph: CallGraph, { neo4j = false }: RenderOptions = {}): Generator<string> {
  const fields = NODE_FIELDS;
  yield row(neo4j ? ["key:ID", ":LABEL", ...fields.map(neo4jName)] : ["key", ...fields.map((field) => field.name)]);
  yield* inChunks(graph.nodes.length, (node) => {
    const key = nodeKey(graph, node);
    return row([key, ...(neo4j ? ["Function"] : []), ...fields.map((field) => field.value(graph, node))]);
  });
}
