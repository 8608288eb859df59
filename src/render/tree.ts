/** Trees of callers and callees as text: a line per function with the places of the calls and, where asked for, the calling lines. */
import { type CallGraph, EDGE_KINDS } from "../graph/types.ts";
import { functionText, kindsText, nameFitting, nodeNotes, placeOf, sitesOf, sitesText } from "./function-line.ts";
import { cutEnd, cutStart, type Look, PLAIN, placeText } from "./look.ts";

/** A line of a tree, as the query gives it. */
export interface TreeLine {
  readonly node: number;
  /** Row of the function it is a neighbour of, -1 for the root. */
  readonly parent: number;
  /** Edges between the two. */
  readonly edges: readonly number[];
  /** Row where the function's own neighbours stand, -1 for here or none. */
  readonly seen: number;
  /** That row is one around this one. */
  readonly isRecursive: boolean;
}

/** How a tree is written. */
export interface TreeStyle {
  readonly look: Look;
  readonly direction: "callers" | "callees";
  /** Words before the root. */
  readonly title: string;
  /** Number of the root's line in the whole output, from 1. */
  readonly firstLine: number;
  /** Text of a source line, for trees that show the calls. */
  readonly source?: (file: string, line: number) => string | undefined;
  /** Adds the reason of each edge. */
  readonly reasons?: boolean;
}

/** Widest name that others are lined up with. */
const MAX_ALIGNED = 64;
const DISPATCH = EDGE_KINDS.indexOf("dispatch");
/** Said before a function that dispatch leads to. */
const DISPATCH_WORDS = { callers: "via ", callees: "may run " } as const;

/** Returns the lines of the tree, without line ends. */
export function treeLines(graph: CallGraph, rows: readonly TreeLine[], style: TreeStyle): string[] {
  const layout = layOut(graph, rows);
  const details = rows.map((row) => detailsOf(graph, row, style));
  const numbers: number[] = [];
  let line = style.firstLine;
  for (const more of details) {
    numbers.push(line);
    line += 1 + more.length;
  }
  const isNumbered = style.look.isNumbered && rows.some((row) => row.seen >= 0);
  const lines: string[] = [];
  for (const [i, row] of rows.entries()) {
    const { before, below, width } = layout[i]!;
    const room = style.look.width - before.length - (isNumbered ? 6 : 0);
    const text =
      row.parent < 0
        ? style.title + functionText(graph, row.node, style.look)
        : rowText(graph, row, width, room, style);
    lines.push(before + text + referenceText(row, numbers));
    for (const detail of details[i]!) lines.push(`${below}${detail}`);
  }
  if (!isNumbered) return lines;
  return lines.map((text, i) => `${style.look.faint(String(style.firstLine + i).padStart(4))}  ${text}`);
}

/** What stands before a row and before the lines that belong to it, and the width of the names in its column. */
interface RowLayout {
  readonly before: string;
  readonly below: string;
  readonly width: number;
}

/** Draws the branches from the rows' parents. */
function layOut(graph: CallGraph, rows: readonly TreeLine[]): RowLayout[] {
  const last = new Int32Array(rows.length).fill(-1);
  const width = new Int32Array(rows.length);
  for (const [i, { parent, node }] of rows.entries()) {
    if (parent < 0) continue;
    last[parent] = i;
    const own = nameFitting(graph, node, Number.POSITIVE_INFINITY).length;
    if (own <= MAX_ALIGNED) width[parent] = Math.max(width[parent]!, own);
  }
  const inner: string[] = [];
  return rows.map(({ parent }, i) => {
    const isLast = parent >= 0 && last[parent] === i;
    const around = parent < 0 ? "" : inner[parent]!;
    inner.push(parent < 0 ? "" : `${around}${isLast ? "   " : "│  "}`);
    return {
      before: parent < 0 ? "" : `${around}${isLast ? "└─ " : "├─ "}`,
      below: `${inner[i]}${last[i]! >= 0 ? "│ " : "  "}`,
      width: parent < 0 ? 0 : width[parent]!,
    };
  });
}

function rowText(graph: CallGraph, row: TreeLine, width: number, room: number, style: TreeStyle): string {
  const { look } = style;
  const isDispatch = row.edges.every((edge) => graph.edges.kind[edge] === DISPATCH);
  const word = isDispatch ? DISPATCH_WORDS[style.direction] : "";
  const notes = nodeNotes(graph, row.node);
  const tail = (dress: Look): string =>
    [
      look === dress ? look.faint(placesText(graph, row, dress)) : placesText(graph, row, dress),
      kindsText(graph, row.edges, dress),
      notes,
    ]
      .filter((part) => part !== "")
      .join("  ");
  const rest = room - word.length - tail(PLAIN).length - 2;
  const name = cutStart(nameFitting(graph, row.node, rest), Math.max(rest, 12));
  const gap = " ".repeat(Math.max(0, Math.min(width, rest) - name.length - word.length) + 2);
  return `${word}${look.strong(name)}${gap}${tail(look)}`;
}

/** Where the calls stand; for edges without a call, where the function does. */
function placesText(graph: CallGraph, { node, edges }: TreeLine, look: Look): string {
  const sites = sitesOf(graph, edges);
  if (sites.length > 0) return sitesText(sites, look);
  const place = placeOf(graph, node);
  return place === undefined ? "" : look.link(placeText(place), place);
}

/** cflow's words for what is not written twice. */
function referenceText({ seen, isRecursive }: TreeLine, numbers: readonly number[]): string {
  if (seen < 0) return "";
  return isRecursive ? `  (recursive: see line ${numbers[seen]})` : `  (see line ${numbers[seen]})`;
}

/** The calling lines, and the reasons. */
function detailsOf(graph: CallGraph, { edges }: TreeLine, { look, source, reasons }: TreeStyle): string[] {
  const lines: string[] = [];
  if (source !== undefined) {
    const told = new Set<string>();
    for (const { file, line } of sitesOf(graph, edges)) {
      const text = source(file, line);
      if (text === undefined || told.has(`${file}:${line}`)) continue;
      told.add(`${file}:${line}`);
      lines.push(
        `${look.faint(String(line).padStart(5))} ${look.faint("|")} ${cutEnd(text.trim(), Math.max(look.width - 24, 24))}`,
      );
    }
  }
  if (reasons) for (const edge of edges) lines.push(look.faint(graph.strings[graph.edges.why[edge]!]!));
  return lines;
}
