/** Differences between two graphs as text, Markdown and JSON. */
import { edgeAttributes, nodeAttributes, nodeKey, nodeText } from "../graph/columns.ts";
import { type CallGraph, NODE_KINDS } from "../graph/types.ts";
import { kindsText, placeOf, sitesOf, sitesText } from "./function-line.ts";
import { counted, type Look, PLAIN, placeText } from "./look.ts";

/** Differences as the query gives them: rows of the old or the new graph. */
export interface DiffInput {
  readonly before: CallGraph;
  readonly after: CallGraph;
  readonly added: readonly number[];
  readonly removed: readonly number[];
  readonly moved: readonly { readonly from: number; readonly to: number; readonly sameBody: boolean | undefined }[];
  readonly changed: readonly { readonly from: number; readonly to: number }[];
  readonly addedEdges: readonly number[];
  readonly removedEdges: readonly number[];
}

/** One list of differences, ready to be written. */
interface Section {
  readonly title: string;
  readonly sign: string;
  readonly rows: readonly Row[];
}

interface Row {
  readonly names: readonly string[];
  /** Places and kinds. */
  readonly detail: (look: Look) => string;
}

const FIRST_FOLDED = NODE_KINDS.indexOf("type");

function sections(diff: DiffInput): Section[] {
  const { before, after } = diff;
  const nouns = `${nounOf(before, after)}s`;
  const list: Section[] = [
    { title: `${nouns} added`, sign: "+", rows: diff.added.map((node) => functionRow(after, node)) },
    { title: `${nouns} removed`, sign: "-", rows: diff.removed.map((node) => functionRow(before, node)) },
    { title: `${nouns} moved`, sign: ">", rows: diff.moved.map((one) => movedRow(diff, one)) },
    { title: `${nouns} changed`, sign: "~", rows: diff.changed.map(({ to }) => functionRow(after, to)) },
    { title: "edges added", sign: "+", rows: diff.addedEdges.map((edge) => edgeRow(after, edge)) },
    { title: "edges removed", sign: "-", rows: diff.removedEdges.map((edge) => edgeRow(before, edge)) },
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

/** What nodes are: functions, or what they are folded into. */
function nounOf(...graphs: readonly CallGraph[]): string {
  const kinds = new Set(graphs.flatMap(({ nodes }) => [...nodes.kind]));
  const [kind] = kinds;
  return kinds.size === 1 && kind! >= FIRST_FOLDED ? NODE_KINDS[kind!]! : "function";
}

function functionRow(graph: CallGraph, node: number): Row {
  return { names: [nodeText(graph, node, "path")!], detail: (look) => placed(graph, node, look) };
}

function placed(graph: CallGraph, node: number, look: Look): string {
  const place = placeOf(graph, node);
  return place === undefined ? "" : look.link(placeText(place), place);
}

function movedRow({ before, after }: DiffInput, { from, to, sameBody }: DiffInput["moved"][number]): Row {
  return {
    names: [nodeText(before, from, "path")!, nodeText(after, to, "path")!],
    detail: (look) =>
      `${placed(before, from, PLAIN)} -> ${placed(after, to, look)}${sameBody === false ? "  (and changed)" : ""}`,
  };
}

function edgeRow(graph: CallGraph, edge: number): Row {
  const ends = [graph.edges.source[edge]!, graph.edges.target[edge]!];
  return {
    names: ends.map((node) => nodeText(graph, node, "path")!),
    detail: (look) => `${sitesText(sitesOf(graph, [edge]), look)}  ${kindsText(graph, [edge], look)}`.trim(),
  };
}

/** Returns `2 functions added, 1 edge removed`, or that nothing is different. */
export function diffSummary(diff: DiffInput): string {
  const words = sections(diff).map(({ title, rows }) => {
    const [noun = "", verb = ""] = title.split(" ");
    return `${counted(rows.length, noun.slice(0, -1))} ${verb}`;
  });
  return words.length === 0 ? "no differences" : words.join(", ");
}

/** Yields the differences as lines for reading. */
export function* diffText(diff: DiffInput, look: Look): Generator<string> {
  yield `${look.strong(diffSummary(diff))}\n`;
  for (const { title, sign, rows } of sections(diff)) {
    yield `\n${title}\n`;
    for (const { names, detail } of rows)
      yield `  ${sign} ${names.join(" -> ")}  ${detail(look)}`.trimEnd().concat("\n");
  }
}

/** Rows of a section that are shown without a click. */
const OPEN_ROWS = 30;

/** Yields the differences as Markdown for a comment on a change; long lists are folded. */
export function* diffMarkdown(diff: DiffInput, title: string): Generator<string> {
  yield `### Call graph: ${title}\n\n${diffSummary(diff)}\n`;
  for (const section of sections(diff)) {
    const heading = `${section.title} (${section.rows.length})`;
    const isLong = section.rows.length > OPEN_ROWS;
    yield isLong ? `\n<details><summary>${heading}</summary>\n\n` : `\n#### ${heading}\n\n`;
    for (const { names, detail } of section.rows) {
      const text = detail(PLAIN);
      yield `- ${names.map(inCode).join(" → ")}${text === "" ? "" : ` — ${text}`}\n`;
    }
    if (isLong) yield "\n</details>\n";
  }
}

/** A name between backquotes; paths of Rust hold none. */
function inCode(name: string): string {
  return `\`${name}\``;
}

/** Returns the differences as plain objects; nodes and edges have the attributes of the graph's JSON. */
export function diffJson(diff: DiffInput): object {
  const { before, after } = diff;
  const node = (graph: CallGraph, row: number): object => ({ key: nodeKey(graph, row), ...nodeAttributes(graph, row) });
  const edge = (graph: CallGraph, row: number): object => ({
    source: nodeKey(graph, graph.edges.source[row]!),
    target: nodeKey(graph, graph.edges.target[row]!),
    ...edgeAttributes(graph, row),
  });
  return {
    functions: {
      added: diff.added.map((row) => node(after, row)),
      removed: diff.removed.map((row) => node(before, row)),
      moved: diff.moved.map(({ from, to, sameBody }) => ({ from: node(before, from), to: node(after, to), sameBody })),
      changed: diff.changed.map(({ from, to }) => ({ from: node(before, from), to: node(after, to) })),
    },
    edges: {
      added: diff.addedEdges.map((row) => edge(after, row)),
      removed: diff.removedEdges.map((row) => edge(before, row)),
    },
  };
}
