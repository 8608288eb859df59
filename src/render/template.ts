/**
 * One line per call site from a template in double braces, after the idea of Go's callgraph: `{{caller}} {{callee}} {{file}}:{{line}}`.
 * `\n` and `\t` in a template are a line break and a tab. An edge without a place in the source gives one line, with 0 and empty places.
 */
import { InputError } from "../base/diagnostic.ts";
import { nodeKey, nodeText } from "../graph/columns.ts";
import { type CallGraph, CONFIDENCES, EDGE_KINDS, HOWS, NODE_KINDS } from "../graph/types.ts";
import { chunked } from "./chunks.ts";

/** Value of a field for an edge and one of its sites (-1: it has none). */
type Reader = (graph: CallGraph, edge: number, site: number) => string | number;

const ofNode =
  (end: "source" | "target", value: (graph: CallGraph, node: number) => string | number | undefined): Reader =>
  (graph, edge) =>
    value(graph, graph.edges[end][edge]!) ?? "";

function endFields(prefix: "caller" | "callee", end: "source" | "target"): (readonly [string, Reader])[] {
  const text = (name: "name" | "file" | "package" | "module") =>
    ofNode(end, (graph, node) => nodeText(graph, node, name));
  return [
    [prefix, ofNode(end, nodeKey)],
    [`${prefix}Name`, text("name")],
    [`${prefix}Kind`, ofNode(end, (graph, node) => NODE_KINDS[graph.nodes.kind[node]!])],
    [`${prefix}File`, text("file")],
    [`${prefix}Line`, ofNode(end, (graph, node) => graph.nodes.line[node])],
    [`${prefix}Package`, text("package")],
    [`${prefix}Module`, text("module")],
  ];
}

const FIELDS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...endFields("caller", "source"),
  ...endFields("callee", "target"),
  ["kind", (graph, edge) => EDGE_KINDS[graph.edges.kind[edge]!]!],
  ["confidence", (graph, edge) => CONFIDENCES[graph.edges.confidence[edge]!]!],
  ["why", (graph, edge) => graph.strings[graph.edges.why[edge]!]!],
  ["count", (graph, edge) => graph.edges.siteStart[edge + 1]! - graph.edges.siteStart[edge]!],
  ["file", (graph, _, site) => (site < 0 ? "" : graph.strings[graph.sites.file[site]!]!)],
  ["line", (graph, _, site) => (site < 0 ? 0 : graph.sites.line[site]!)],
  ["column", (graph, _, site) => (site < 0 ? 0 : graph.sites.column[site]!)],
  ["how", (graph, _, site) => (site < 0 ? "" : HOWS[graph.sites.how[site]!]!)],
]);

/** The fields that a template may name. */
export const TEMPLATE_FIELDS: readonly string[] = [...FIELDS.keys()];

/** Tells a template from the name of a format. */
export function isTemplate(format: string): boolean {
  return format.includes("{{");
}

const ESCAPES: Readonly<Record<string, string>> = { "\\n": "\n", "\\t": "\t", "\\\\": "\\" };

/** Texts and fields in turn. */
function parseTemplate(template: string): (string | Reader)[] {
  const unknown: string[] = [];
  const parts = template.split(/(\{\{.*?\}\})/).map((part) => {
    const name = /^\{\{(.*)\}\}$/.exec(part)?.[1]?.trim().replace(/^\./, "");
    if (name === undefined) return part.replaceAll(/\\[nt\\]/g, (sign) => ESCAPES[sign]!);
    const reader = FIELDS.get(name);
    if (reader === undefined) unknown.push(name);
    return reader ?? "";
  });
  if (unknown.length === 0) return parts;
  const message = `unknown field ${unknown.join(", ")} in --format; known are ${TEMPLATE_FIELDS.join(", ")}`;
  throw new InputError([{ severity: "error", code: "unknown-field", message }], true);
}

/** Returns what writes a line for each call site of a graph. Throws an {@link InputError} for a field that is not known, before there is a graph. */
export function templateRenderer(template: string): (graph: CallGraph) => Generator<string> {
  const parts = parseTemplate(template);
  return (graph) => chunked(lines(graph, parts));
}

function* lines(graph: CallGraph, parts: readonly (string | Reader)[]): Generator<string> {
  const line = (edge: number, site: number): string =>
    `${parts.map((part) => (typeof part === "string" ? part : part(graph, edge, site))).join("")}\n`;
  for (let edge = 0; edge < graph.edges.length; edge++) {
    const [first, end] = [graph.edges.siteStart[edge]!, graph.edges.siteStart[edge + 1]!];
    if (first === end) yield line(edge, -1);
    for (let site = first; site < end; site++) yield line(edge, site);
  }
}
