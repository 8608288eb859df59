/** The parts of a line about a function or a call: name, place, kind of edge, and what else is to be said. */
import { hasFlag, nodeText, siteAt } from "../graph/columns.ts";
import { shortPath } from "../graph/path.ts";
import { type CallGraph, CONFIDENCES, EDGE_KINDS, ENTRIES, NODE_KINDS, type Site } from "../graph/types.ts";
import { counted, cutEnd, type Look, type Place, placeText } from "./look.ts";

/** Call sites that are named on a line; the others are counted. */
const MAX_SITES = 4;
/** Columns for the predicate that leaves a function out. */
const MAX_CFG = 48;

/** Returns where the function stands; `undefined` for those of other crates. */
export function placeOf(graph: CallGraph, node: number): Place | undefined {
  const file = nodeText(graph, node, "file");
  return file === undefined ? undefined : { file, line: graph.nodes.line[node]! };
}

/** Returns the sites of several edges in the order of the source. */
export function sitesOf(graph: CallGraph, edges: readonly number[]): Site[] {
  const sites: Site[] = [];
  for (const edge of edges) {
    for (let s = graph.edges.siteStart[edge]!; s < graph.edges.siteStart[edge + 1]!; s++) sites.push(siteAt(graph, s));
  }
  return edges.length < 2
    ? sites
    : sites.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
}

/** Returns the places of the sites: `src/a.rs:3:5, 9:1, src/b.rs:2:7 and 3 more`. A place that is repeated is said once. */
export function sitesText(sites: readonly Site[], look: Look, most = MAX_SITES): string {
  const parts: string[] = [];
  let file = "";
  const known = new Set(sites.map(placeText));
  let told = 0;
  for (const site of sites) {
    if (!known.delete(placeText(site))) continue;
    if (told++ === most) break;
    parts.push(look.link(site.file === file ? `${site.line}:${site.column}` : placeText(site), site));
    file = site.file;
  }
  return known.size < 1 || told <= most ? parts.join(", ") : `${parts.join(", ")} and ${known.size + 1} more`;
}

/** Returns the kinds of edges between two functions: `[call]`, `[call (likely), reference]`. */
export function kindsText(graph: CallGraph, edges: readonly number[], look: Look): string {
  const words = edges.map((edge) => {
    const kind = EDGE_KINDS[graph.edges.kind[edge]!]!;
    const confidence = CONFIDENCES[graph.edges.confidence[edge]!]!;
    return confidence === "exact" ? look.word(kind) : `${look.word(kind)} (${look.unsure(confidence)})`;
  });
  return `[${[...new Set(words)].join(", ")}]`;
}

const ENTRY_WORDS: Readonly<Record<(typeof ENTRIES)[number], string>> = {
  main: "main",
  test: "test",
  bench: "benchmark",
  ffi: "called from outside of Rust",
  public: "",
};

/** Returns what a caller should know of a function: that control enters there, or that it is not compiled. Empty for most. */
export function nodeNotes(graph: CallGraph, node: number): string {
  const entry = ENTRIES[graph.nodes.entry[node]! - 1];
  const notes = entry === undefined || ENTRY_WORDS[entry] === "" ? [] : [ENTRY_WORDS[entry]];
  if (hasFlag(graph, node, "inactive"))
    notes.push(`not compiled: ${cutEnd(nodeText(graph, node, "cfg") ?? "cfg", MAX_CFG)}`);
  return notes.length === 0 ? "" : `(${notes.join(", ")})`;
}

/** Returns the function's path, or its last two segments where the whole is too wide. */
export function nameFitting(graph: CallGraph, node: number, width: number): string {
  const path = nodeText(graph, node, "path")!;
  return path.length <= width ? path : shortPath(path);
}

const EXTERNAL = NODE_KINDS.indexOf("external");

/** What stands in for a place: that it is another crate's, or how much is folded into it. */
function placeless(graph: CallGraph, node: number): string {
  const { kind, functions } = graph.nodes;
  if (kind[node] === EXTERNAL) return "external";
  return functions[node]! > 0 ? counted(functions[node]!, "function") : "";
}

/** Returns `path  file:line  (notes)`. */
export function functionText(graph: CallGraph, node: number, look: Look): string {
  const place = graph.nodes.functions[node]! > 0 ? undefined : placeOf(graph, node);
  const at = place === undefined ? placeless(graph, node) : placeText(place);
  const shown = place === undefined ? at : look.link(at, place);
  const name = look.strong(nameFitting(graph, node, look.width - at.length - 2));
  return [name, look.faint(shown), nodeNotes(graph, node)].filter((part) => part !== "").join("  ");
}
