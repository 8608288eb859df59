/**
 * The graph in Graphviz' DOT language, as a drawing that can be read: boxes for packages, modules and types, short labels inside them,
 * lines by kind of edge, everything else in tooltips.
 *
 * Escaping follows the DOT grammar and what Graphviz does later with a text: a backslash begins an escape in labels and tooltips, and `&`
 * an entity everywhere (`[&T; 3]` would be one). Names of nodes are the keys of the graph.
 */
import { edgeSites, nodeKey, nodeText, siteCount } from "../graph/columns.ts";
import { findComponents, recursiveComponents } from "../graph/scc.ts";
import {
  type CallGraph,
  CONFIDENCES,
  EDGE_KINDS,
  type EdgeKind,
  ENTRIES,
  NODE_FLAGS,
  NODE_KINDS,
} from "../graph/types.ts";
import { chunked } from "./chunks.ts";
import { CLUSTER_KINDS, type Cluster, clusterNodes } from "./clusters.ts";
import { costLabel, heatColor, share } from "./heat.ts";
import { shortHash } from "./ids.ts";
import { legendLines } from "./legend.ts";
import { linkTo, type RenderOptions } from "./options.ts";
import { CLUSTER_STYLES, EDGE_STYLES, GUESS_COLOR, NODE_STYLES, RECURSION_COLOR, type Style } from "./style.ts";

/** Sites that a tooltip lists. */
const MAX_SITES_TOLD = 10;
/** Characters of a label; longer ones are cut in the middle. */
const MAX_LABEL = 60;
const CANDIDATE = EDGE_KINDS.indexOf("candidate");
const GUESS = CONFIDENCES.indexOf("guess");
/** Edges from which Graphviz is told to spend less on beauty. */
const MANY_EDGES = 600;

/** Returns a text as a quoted string of DOT that shows as it is. Line breaks stay, other control characters become blanks. */
export function quoteDot(text: string): string {
  return `"${escapeDot(text)}"`;
}

function escapeDot(text: string): string {
  if (!UNSAFE.test(text)) return text;
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("&", "&amp;")
    .replaceAll("\n", "\\n")
    .replaceAll(FORBIDDEN, " ");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE = /["\\&\u0000-\u001f\u007f\ud800-\udfff\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u001f\u007f\ud800-\udfff\ufffe\uffff]/gu;

/** Yields the DOT text in chunks. */
export function renderDot(graph: CallGraph, options: RenderOptions = {}): Generator<string> {
  return chunked(new Drawing(graph, options).lines());
}

/** One drawing in the making. */
class Drawing {
  readonly #graph: CallGraph;
  readonly #options: RenderOptions;
  /** Number of the recursion that a node takes part in, from 1; 0 for none. */
  readonly #recursion: Int32Array;
  readonly #recursions: readonly (readonly number[])[];
  /** Texts of the graph as they stand between quotes, by string. */
  readonly #escaped: string[] = [];
  /** The `id` of each node. */
  readonly #ids: string[] = [];

  constructor(graph: CallGraph, options: RenderOptions) {
    this.#graph = graph;
    this.#options = options;
    // What is only one of several possibilities makes no recursion.
    const isCall = (edge: number): boolean => graph.edges.kind[edge] !== CANDIDATE;
    const components = findComponents(graph, isCall);
    this.#recursions = recursiveComponents(graph, components, isCall).map((c) => [
      ...components.members.subarray(components.start[c]!, components.start[c + 1]!),
    ]);
    this.#recursion = new Int32Array(graph.nodes.length);
    for (const [i, members] of this.#recursions.entries()) for (const node of members) this.#recursion[node] = i + 1;
  }

  *lines(): Generator<string> {
    const { clusters = CLUSTER_KINDS, groupScc = false, legend = false } = this.#options;
    yield `digraph ${quoteDot(this.#graph.meta.workspace || "callmap")} {\n`;
    yield* this.#defaults();
    const { root, labels } = clusterNodes(this.#graph, groupScc ? [] : clusters);
    if (groupScc) yield* this.#recursionBoxes(root.nodes, labels);
    else yield* this.#box(root, labels, "  ");
    for (let edge = 0; edge < this.#graph.edges.length; edge++) yield this.#edgeLine(edge);
    if (legend) yield* legendLines(this.#graph, this.#recursions.length > 0);
    yield "}\n";
  }

  /** One font name, not a list: Graphviz knows the widths of Helvetica, and would measure a list as Times. */
  *#defaults(): Generator<string> {
    const { rankdir = "LR", layout, title } = this.#options;
    const isLarge = this.#graph.edges.length > MANY_EDGES;
    const heading = title === undefined ? "" : ` label=${quoteDot(title)} labelloc=t`;
    const speed = isLarge ? " splines=polyline nslimit=2 nslimit1=2 mclimit=0.3" : "";
    const engine = layout === undefined ? "" : ` layout=${quoteDot(layout)}`;
    yield `  graph [rankdir=${rankdir} newrank=true compound=true ranksep=0.7 nodesep=0.16 fontname=Helvetica`;
    yield ` fontsize=16 fontcolor="#24292f" bgcolor="white" labeljust=l outputorder=edgesfirst${speed}${engine}${heading}];\n`;
    yield '  node [shape=box style="rounded,filled" fillcolor="white" color="#57606a" fontname=Helvetica';
    yield ' fontsize=11 fontcolor="#24292f" height=0.3 margin="0.13,0.05"];\n';
    yield '  edge [color="#57606a" fontname=Helvetica fontsize=9 fontcolor="#57606a" arrowsize=0.65];\n';
  }

  *#box(box: Cluster, labels: readonly string[], indent: string): Generator<string> {
    for (const node of box.nodes) yield this.#nodeLine(node, labels[node]!, indent);
    for (const child of box.children) {
      const style = child.external
        ? CLUSTER_STYLES.external
        : child.trait
          ? CLUSTER_STYLES.trait
          : CLUSTER_STYLES[child.kind];
      yield `${indent}subgraph ${quoteDot(`cluster_${child.id}`)} {\n`;
      yield `${indent}  graph [label=${quoteDot(shorten(child.label))} id="c_${shortHash(child.id)}" tooltip=${quoteDot(child.id)} ${style}];\n`;
      yield* this.#box(child, labels, `${indent}  `);
      yield `${indent}}\n`;
    }
  }

  /** Recursions as boxes, the other nodes outside. */
  *#recursionBoxes(nodes: readonly number[], labels: readonly string[]): Generator<string> {
    for (const node of nodes) if (this.#recursion[node] === 0) yield this.#nodeLine(node, labels[node]!, "  ");
    for (const [i, members] of this.#recursions.entries()) {
      yield `  subgraph "cluster_SCC${i + 1}" {\n    graph [label="SCC${i + 1}" ${CLUSTER_STYLES.recursion}];\n`;
      for (const node of members) yield this.#nodeLine(node, labels[node]!, "    ");
      yield "  }\n";
    }
  }

  #nodeLine(node: number, label: string, indent: string): string {
    const graph = this.#graph;
    const { costs, urlTemplate } = this.#options;
    const functions = graph.nodes.functions[node]!;
    const lines = [shorten(label)];
    if (functions > 0) lines.push(`${functions} function${functions === 1 ? "" : "s"}`);
    if (costs !== undefined) lines.push(costLabel(costs, node));
    const attributes = [`label=${quoteDot(lines.join("\n"))}`, `id="f_${this.#id(node)}"`];
    attributes.push(`tooltip=${quoteDot(this.#nodeTooltip(node))}`);
    const file = nodeText(graph, node, "file");
    if (urlTemplate !== undefined && file !== undefined) {
      const place = { file, line: graph.nodes.line[node]!, column: graph.nodes.column[node]! };
      attributes.push(`URL=${quoteDot(linkTo(urlTemplate, place, nodeText(graph, node, "path")!))} target="_blank"`);
    }
    const style = this.#nodeStyle(node);
    for (const [name, value] of Object.entries(style)) attributes.push(`${name}="${value}"`);
    return `${indent}"${this.#key(node)}" [${attributes.join(" ")}];\n`;
  }

  #nodeStyle(node: number): Style {
    const { nodes } = this.#graph;
    const entry = nodes.entry[node]! > 0 ? NODE_STYLES.entries[ENTRIES[nodes.entry[node]! - 1]!] : undefined;
    const isInactive = nodes.flags[node]! & (1 << NODE_FLAGS.indexOf("inactive"));
    const isTest = nodes.flags[node]! & (1 << NODE_FLAGS.indexOf("test"));
    const { costs, colorBy = "inclusive" } = this.#options;
    return {
      ...NODE_STYLES.kinds[NODE_KINDS[nodes.kind[node]!]!],
      ...(isTest ? NODE_STYLES.test : {}),
      ...entry,
      ...(isInactive ? NODE_STYLES.inactive : {}),
      ...(costs === undefined ? {} : heatColor(share(costs[colorBy][node]!, costs.total))),
      ...(this.#recursion[node]! > 0 ? NODE_STYLES.recursion : {}),
    };
  }

  #nodeTooltip(node: number): string {
    const graph = this.#graph;
    const lines = [nodeKey(graph, node)];
    const file = nodeText(graph, node, "file");
    if (file !== undefined) lines.push(`${file}:${graph.nodes.line[node]}`);
    const recursion = this.#recursion[node]!;
    if (recursion > 0) lines.push(`recursion ${recursion}: ${namesOf(graph, this.#recursions[recursion - 1]!)}`);
    const cfg = nodeText(graph, node, "cfg");
    if (cfg !== undefined) lines.push(`cfg(${cfg})`);
    return lines.join("\n");
  }

  /** A string of the graph, escaped once. */
  #text(id: number): string {
    return (this.#escaped[id] ??= escapeDot(this.#graph.strings[id]!));
  }

  #key(node: number): string {
    return this.#text(this.#graph.nodes.key[node]!);
  }

  #id(node: number): string {
    return (this.#ids[node] ??= shortHash(nodeKey(this.#graph, node)));
  }

  #edgeLine(edge: number): string {
    const { edges } = this.#graph;
    const [source, target] = [edges.source[edge]!, edges.target[edge]!];
    const kind = EDGE_KINDS[edges.kind[edge]!]!;
    const tooltip = this.#edgeTooltip(edge, kind);
    let attributes = `id="e_${shortHash(`${this.#id(source)}${this.#id(target)}${kind}`)}" tooltip="${tooltip}"`;
    const label = this.#edgeLabel(edge);
    if (label !== "") attributes += ` label=${quoteDot(label)} labeltooltip="${tooltip}"`;
    const url = this.#edgeUrl(edge);
    if (url !== undefined) attributes += ` URL=${quoteDot(url)} target="_blank"`;
    const style = this.#edgeStyle(edge, kind);
    for (const name in style) attributes += ` ${name}="${style[name]!}"`;
    return `  "${this.#key(source)}" -> "${this.#key(target)}" [${attributes}];\n`;
  }

  /** Share of the cost and number of sites. */
  #edgeLabel(edge: number): string {
    const count = siteCount(this.#graph, edge);
    const sites = count > 1 ? `×${count}` : "";
    const { costs } = this.#options;
    if (costs === undefined || costs.edge[edge] === 0) return sites;
    return `${(100 * share(costs.edge[edge]!, costs.total)).toFixed(1)} % ${sites}`.trimEnd();
  }

  #edgeStyle(edge: number, kind: EdgeKind): Style {
    const { source, target, confidence } = this.#graph.edges;
    const recursion = this.#recursion[source[edge]!]!;
    const style: Style = { ...EDGE_STYLES[kind] };
    if (recursion > 0 && recursion === this.#recursion[target[edge]!]) style.color = RECURSION_COLOR;
    if (confidence[edge] === GUESS) style.color = style.fontcolor = GUESS_COLOR;
    const { costs } = this.#options;
    if (costs !== undefined && costs.edge[edge]! > 0)
      style.penwidth = (1 + 4 * share(costs.edge[edge]!, costs.total)).toFixed(2);
    return style;
  }

  /** The edge in words and its sites, escaped. */
  #edgeTooltip(edge: number, kind: string): string {
    const { edges, sites } = this.#graph;
    const confidence = CONFIDENCES[edges.confidence[edge]!]!;
    let text = `${this.#key(edges.source[edge]!)} → ${this.#key(edges.target[edge]!)}\\n${kind}, ${confidence}: ${this.#text(edges.why[edge]!)}`;
    const [first, end] = [edges.siteStart[edge]!, edges.siteStart[edge + 1]!];
    const told = Math.min(end, first + MAX_SITES_TOLD);
    for (let s = first; s < told; s++) text += `\\n${this.#text(sites.file[s]!)}:${sites.line[s]!}:${sites.column[s]!}`;
    return end > told ? `${text}\\nand ${end - told} more` : text;
  }

  #edgeUrl(edge: number): string | undefined {
    const { urlTemplate } = this.#options;
    const site = urlTemplate === undefined ? undefined : edgeSites(this.#graph, edge)[0];
    return site === undefined
      ? undefined
      : linkTo(urlTemplate!, site, nodeText(this.#graph, this.#graph.edges.source[edge]!, "path")!);
  }
}

/** Names of the members of a recursion, the first few. */
function namesOf(graph: CallGraph, members: readonly number[]): string {
  const names = members.slice(0, MAX_SITES_TOLD).map((node) => nodeText(graph, node, "name")!);
  return members.length > names.length
    ? `${names.join(", ")} and ${members.length - names.length} more`
    : names.join(", ");
}

/** Cuts a long label in the middle; its ends tell most. */
function shorten(label: string): string {
  if (label.length <= MAX_LABEL) return label;
  const half = (MAX_LABEL - 1) >> 1;
  return `${label.slice(0, half)}…${label.slice(-half)}`;
}
