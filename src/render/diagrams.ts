/**
 * The graph in the diagram languages D2 and PlantUML: the same boxes, labels and arrows as the other drawings.
 */
import { type CallGraph, CONFIDENCES, EDGE_KINDS, type EdgeKind } from "../graph/types.ts";
import { chunked } from "./chunks.ts";
import { CLUSTER_KINDS, type Cluster, clusterNodes } from "./clusters.ts";
import type { RenderOptions } from "./options.ts";
import { EDGE_STYLES, GUESS_COLOR } from "./style.ts";

/** Words and colour of an edge. */
function look(
  graph: CallGraph,
  edge: number,
): { readonly kind: EdgeKind; readonly words: string; readonly color: string | undefined } {
  const { edges } = graph;
  const kind = EDGE_KINDS[edges.kind[edge]!]!;
  const count = edges.siteStart[edge + 1]! - edges.siteStart[edge]!;
  const isGuess = CONFIDENCES[edges.confidence[edge]!] === "guess";
  return { kind, words: count > 1 ? `×${count}` : "", color: isGuess ? GUESS_COLOR : EDGE_STYLES[kind].color };
}

const isBroken = (kind: EdgeKind): boolean => EDGE_STYLES[kind].style !== undefined;

/** Returns a text as a quoted D2 string. */
export function quoteD2(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const clean = text.replaceAll(/[\u0000-\u001f\u007f]/g, " ");
  return `"${clean.replaceAll(/["\\$]/g, (char) => `\\${char}`)}"`;
}

const D2_DIRECTIONS = { LR: "right", RL: "left", TB: "down", BT: "up" } as const;

/** Yields the graph in the language of D2 (d2lang.com). */
export function renderD2(graph: CallGraph, options: RenderOptions = {}): Generator<string> {
  return chunked(d2Lines(graph, options));
}

function* d2Lines(graph: CallGraph, { clusters = CLUSTER_KINDS, rankdir = "LR" }: RenderOptions): Generator<string> {
  const { root, labels } = clusterNodes(graph, clusters);
  const places: string[] = [];
  yield `direction: ${D2_DIRECTIONS[rankdir]}\n`;
  yield* d2Box(root, labels, "", "", places);
  for (let edge = 0; edge < graph.edges.length; edge++) {
    const { kind, words, color } = look(graph, edge);
    const styles: string[] = [];
    if (color !== undefined) styles.push(`style.stroke: "${color}"`);
    if (isBroken(kind)) styles.push(`style.stroke-dash: ${EDGE_STYLES[kind].style === "dotted" ? 2 : 5}`);
    const style = styles.length === 0 ? "" : ` {${styles.join("; ")}}`;
    const label = words === "" && style === "" ? "" : `:${words === "" ? "" : ` ${quoteD2(words)}`}${style}`;
    yield `${places[graph.edges.source[edge]!]} -> ${places[graph.edges.target[edge]!]}${label}\n`;
  }
}

/** Writes a box; `places` receives the full name of each node, since D2's edges name them from outside. */
function* d2Box(
  box: Cluster,
  labels: readonly string[],
  place: string,
  indent: string,
  places: string[],
): Generator<string> {
  for (const node of box.nodes) {
    places[node] = `${place}n${node}`;
    yield `${indent}n${node}: ${quoteD2(labels[node]!)}\n`;
  }
  for (const [i, child] of box.children.entries()) {
    yield `${indent}g${i}: ${quoteD2(child.label)} {\n`;
    yield* d2Box(child, labels, `${place}g${i}.`, `${indent}  `, places);
    yield `${indent}}\n`;
  }
}

/** Returns a text as a quoted PlantUML label; whatever its markup would take for a sign is written by number. */
export function quotePlantuml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const clean = text.replaceAll(/[\u0000-\u001f\u007f]/g, " ");
  const numbered = clean.replaceAll(
    /["<>~\\%&]|[_*/'[\]{}-](?=[_*/'[\]{}-])/g,
    (char) => `<U+${char.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}>`,
  );
  return `"${numbered === "" ? " " : numbered}"`;
}

/** Yields the graph in the language of PlantUML (plantuml.com). */
export function renderPlantuml(graph: CallGraph, options: RenderOptions = {}): Generator<string> {
  return chunked(plantumlLines(graph, options));
}

function* plantumlLines(
  graph: CallGraph,
  { clusters = CLUSTER_KINDS, rankdir = "LR", title }: RenderOptions,
): Generator<string> {
  const { root, labels } = clusterNodes(graph, clusters);
  yield `@startuml\n${rankdir === "LR" || rankdir === "RL" ? "left to right direction\n" : ""}`;
  if (title !== undefined) yield `title ${quotePlantuml(title).slice(1, -1)}\n`;
  yield "skinparam shadowing false\nskinparam rectangle {\n  BackgroundColor white\n  RoundCorner 8\n}\n";
  yield* plantumlBox(root, labels, "", { boxes: 0 });
  for (let edge = 0; edge < graph.edges.length; edge++) {
    const { kind, words, color } = look(graph, edge);
    const line = isBroken(kind) ? "." : "-";
    const arrow = `${line}${color === undefined ? "" : `[${color}]`}${line}>`;
    yield `n${graph.edges.source[edge]} ${arrow} n${graph.edges.target[edge]}${words === "" ? "" : ` : ${words}`}\n`;
  }
  yield "@enduml\n";
}

function* plantumlBox(
  box: Cluster,
  labels: readonly string[],
  indent: string,
  counter: { boxes: number },
): Generator<string> {
  for (const node of box.nodes) yield `${indent}rectangle ${quotePlantuml(labels[node]!)} as n${node}\n`;
  for (const child of box.children) {
    yield `${indent}package ${quotePlantuml(child.label)} as g${counter.boxes++} {\n`;
    yield* plantumlBox(child, labels, `${indent}  `, counter);
    yield `${indent}}\n`;
  }
}
