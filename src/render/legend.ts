/** The explanation of a drawing: only the lines and boxes that occur in it. */
import {
  type CallGraph,
  CONFIDENCES,
  EDGE_KINDS,
  type EdgeKind,
  ENTRIES,
  type Entry,
  NODE_KINDS,
  type NodeKind,
} from "../graph/types.ts";
import { EDGE_STYLES, GUESS_COLOR, NODE_STYLES, RECURSION_COLOR } from "./style.ts";

const EDGE_WORDS: Readonly<Record<EdgeKind, readonly [string, string]>> = {
  call: ["──▶", "calls"],
  dispatch: ["- -▷", "may run this implementation"],
  reference: ["···›", "names it as a value"],
  implicit: ["──▶", "by an operator, drop or the like"],
  candidate: ["- -○", "one of several possibilities"],
  residual: ["··◇", "by way of hidden functions"],
};

const KIND_WORDS: Partial<Readonly<Record<NodeKind, string>>> = {
  trait_method: "declared in a trait",
  closure: "closure",
  initializer: "initial value of a const",
  external: "outside of the workspace",
};

const ENTRY_WORDS: Readonly<Record<Entry, string>> = {
  main: "program entry",
  test: "test",
  bench: "benchmark",
  ffi: "called from other languages",
  public: "public interface of a library",
};

/** Blanks after a text: fonts of browsers may be wider than the one Graphviz measures. */
const ROOM = "&#160;".repeat(6);
const DEFAULT_EDGE = "#57606a";

/** Yields a node that holds the legend as a table. */
export function* legendLines(graph: CallGraph, hasRecursion: boolean): Generator<string> {
  const rows: string[] = [];
  const edgeKinds = new Set(graph.edges.kind);
  const row = (sign: string, words: string): string =>
    `<TR><TD ALIGN="LEFT">${sign}</TD><TD ALIGN="LEFT">${words}${ROOM}</TD></TR>`;
  const colored = (text: string, color: string): string => `<FONT COLOR="${color}">${text}</FONT>`;
  for (const [i, kind] of EDGE_KINDS.entries()) {
    if (edgeKinds.has(i))
      rows.push(row(colored(EDGE_WORDS[kind][0], EDGE_STYLES[kind].color ?? DEFAULT_EDGE), EDGE_WORDS[kind][1]));
  }
  if (graph.edges.confidence.includes(CONFIDENCES.indexOf("guess")))
    rows.push(row(colored("──▶", GUESS_COLOR), "a guess"));
  if (hasRecursion) rows.push(row(colored("──▶", RECURSION_COLOR), "within a recursion"));
  const box = (style: Readonly<Record<string, string>>, words: string): string =>
    `<TR><TD BORDER="1" COLOR="${style.color ?? DEFAULT_EDGE}" BGCOLOR="${style.fillcolor ?? "#ffffff"}">  </TD><TD ALIGN="LEFT">${words}${ROOM}</TD></TR>`;
  for (const [i, entry] of ENTRIES.entries()) {
    if (graph.nodes.entry.includes(i + 1)) rows.push(box(NODE_STYLES.entries[entry], ENTRY_WORDS[entry]));
  }
  for (const [i, kind] of NODE_KINDS.entries()) {
    const words = KIND_WORDS[kind];
    if (words !== undefined && graph.nodes.kind.includes(i)) rows.push(box(NODE_STYLES.kinds[kind], words));
  }
  if (rows.length === 0) return;
  yield `  "callmap legend" [shape=plain style="" id="legend" tooltip="legend" fontsize=10 fontcolor="#57606a"\n`;
  yield `    label=<<TABLE BORDER="1" COLOR="#d0d7de" CELLBORDER="0" CELLSPACING="3" CELLPADDING="1" STYLE="ROUNDED">\n`;
  for (const line of rows) yield `      ${line}\n`;
  yield "    </TABLE>>];\n";
}
