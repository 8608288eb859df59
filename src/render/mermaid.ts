/** The graph as a Mermaid flowchart, for Markdown pages. Ids are short, since code hosts limit the length of a diagram. */
import { nodeKey, nodeText } from "../graph/columns.ts";
import { type CallGraph, CONFIDENCES, EDGE_KINDS, type EdgeKind, NODE_KINDS } from "../graph/types.ts";
import { chunked } from "./chunks.ts";
import { CLUSTER_KINDS, type Cluster, clusterNodes } from "./clusters.ts";
import { linkTo, type RenderOptions } from "./options.ts";

/** Arrows by kind of edge. */
const ARROWS: Readonly<Record<EdgeKind, string>> = {
  call: "-->",
  dispatch: "-.->",
  reference: "-.->",
  implicit: "-->",
  candidate: "-.-o",
  residual: "-.-x",
};
/** Kinds that their arrow does not tell. */
const NAMED_KINDS: ReadonlySet<EdgeKind> = new Set(["reference", "implicit"]);

/** Returns a text as a quoted Mermaid label: entities are written `#name;` and `#number;`, and `#` itself must be one. */
export function quoteMermaid(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const clean = text.replaceAll(/[\u0000-\u001f\u007f]/g, " ");
  // An empty label is a syntax error.
  return `"${clean.replaceAll(/[#"<>&`\\]/g, (char) => `#${char.charCodeAt(0)};`) || " "}"`;
}

/** Yields the flowchart in chunks. */
export function renderMermaid(graph: CallGraph, options: RenderOptions = {}): Generator<string> {
  return chunked(lines(graph, options));
}

function* lines(
  graph: CallGraph,
  { clusters = CLUSTER_KINDS, rankdir = "LR", title, urlTemplate }: RenderOptions,
): Generator<string> {
  if (title !== undefined) yield `---\ntitle: ${JSON.stringify(title)}\n---\n`;
  yield `flowchart ${rankdir}\n`;
  const { root, labels } = clusterNodes(graph, clusters);
  const counter = { boxes: 0 };
  yield* boxLines(root, labels, "  ", graph, counter);
  for (let edge = 0; edge < graph.edges.length; edge++) yield edgeLine(graph, edge);
  if (urlTemplate !== undefined) {
    for (let node = 0; node < graph.nodes.length; node++) yield* clickLine(graph, node, urlTemplate);
  }
  yield* classLines(graph);
}

function* boxLines(
  box: Cluster,
  labels: readonly string[],
  indent: string,
  graph: CallGraph,
  counter: { boxes: number },
): Generator<string> {
  for (const node of box.nodes) {
    const [open, close] = shapeOf(graph, node);
    yield `${indent}n${node}${open}${quoteMermaid(labels[node]!)}${close}\n`;
  }
  for (const child of box.children) {
    yield `${indent}subgraph g${counter.boxes++} [${quoteMermaid(child.label)}]\n`;
    yield* boxLines(child, labels, `${indent}  `, graph, counter);
    yield `${indent}end\n`;
  }
}

/** Brackets of a node: round for functions, square for what is outside or folded, a flag for initial values. */
function shapeOf(graph: CallGraph, node: number): readonly [string, string] {
  const kind = NODE_KINDS[graph.nodes.kind[node]!]!;
  if (kind === "initializer") return [">", "]"];
  return kind === "function" || kind === "method" || kind === "trait_method" || kind === "closure"
    ? ["(", ")"]
    : ["[", "]"];
}

function edgeLine(graph: CallGraph, edge: number): string {
  const { edges } = graph;
  const kind = EDGE_KINDS[edges.kind[edge]!]!;
  const count = edges.siteStart[edge + 1]! - edges.siteStart[edge]!;
  const words: string[] = [];
  if (NAMED_KINDS.has(kind)) words.push(kind);
  if (CONFIDENCES[edges.confidence[edge]!] === "guess") words.push("guess");
  if (count > 1) words.push(`×${count}`);
  const label = words.length === 0 ? "" : `|${quoteMermaid(words.join(" "))}|`;
  return `  n${edges.source[edge]} ${ARROWS[kind]}${label} n${edges.target[edge]}\n`;
}

function* clickLine(graph: CallGraph, node: number, template: string): Generator<string> {
  const file = nodeText(graph, node, "file");
  if (file === undefined) return;
  const place = { file, line: graph.nodes.line[node]!, column: graph.nodes.column[node]! };
  const url = linkTo(template, place, nodeText(graph, node, "path")!).replaceAll('"', "%22");
  yield `  click n${node} href "${url}" ${quoteMermaid(nodeKey(graph, node))}\n`;
}

/** Looks for entries and externals, where there are any. */
function* classLines(graph: CallGraph): Generator<string> {
  const classes = [
    ["entry", "stroke:#0969da,stroke-width:2px", (node: number) => graph.nodes.entry[node]! > 0],
    [
      "external",
      "fill:#eaeef2,stroke:#afb8c1,color:#57606a",
      (node: number) => NODE_KINDS[graph.nodes.kind[node]!] === "external",
    ],
  ] as const;
  for (const [name, style, test] of classes) {
    const nodes = [...graph.nodes.key.keys()].filter(test).map((node) => `n${node}`);
    if (nodes.length > 0) yield `  classDef ${name} ${style}\n  class ${nodes.join(",")} ${name}\n`;
  }
}
