/** `callmap who FN`: trees of callers and callees. */
import { hasFlag, inEdges, nodeText, outEdges } from "../graph/columns.ts";
import type { Direction } from "../graph/reach.ts";
import { type CallGraph, EDGE_KINDS, ENTRIES, NODE_KINDS } from "../graph/types.ts";
import { callTree, isDispatch, type TreeRow } from "../query/tree.ts";
import { counted } from "../render/look.ts";
import { treeLines } from "../render/tree.ts";
import { type Answer, functionsNamed, matchLines } from "./answer.ts";
import type { WhoQuestion } from "./who.ts";

/** Answers with a tree for each function of the name and each direction. */
export function answerTree(question: WhoQuestion, directions: readonly Direction[]): Answer {
  const { graph, look, flags, source } = question;
  const pattern = question.pattern!;
  const found = functionsNamed(question, pattern);
  const lines = matchLines(question, pattern, found);
  const [nodes, edges] = [new Set<number>(found), new Set<number>()];
  let isFound = false;
  for (const [place, node] of found.entries()) {
    for (const [turn, direction] of directions.entries()) {
      if (place + turn > 0) lines.push("");
      const depth = flags.depth?.[direction] ?? 1;
      const rows = callTree(graph, node, { direction, depth });
      const title = directions.length > 1 ? `${direction} of ` : "";
      const style = { look, direction, title, firstLine: lines.length + 1, reasons: flags.why ?? false };
      lines.push(...treeLines(graph, rows, flags.source ? { ...style, source } : style));
      lines.push(...remarks(question, node, rows, direction).map((text) => `  ${look.faint(text)}`));
      isFound ||= rows.length > 1;
      collect(rows, nodes, edges);
    }
  }
  return { isFound, lines, nodes, edges };
}

function collect(rows: readonly TreeRow[], nodes: Set<number>, edges: Set<number>): void {
  for (const row of rows) {
    nodes.add(row.node);
    for (const edge of row.edges) edges.add(edge);
  }
}

/** What a reader might else conclude wrongly from a tree. */
function remarks(question: WhoQuestion, node: number, rows: readonly TreeRow[], direction: Direction): string[] {
  const { graph } = question;
  const empty = rows.length === 1 ? [emptyText(graph, node, direction)] : [];
  if (direction === "callees") return empty;
  return [...empty, ...implementationRemark(graph, node), ...foreignTraitRemark(question, node)];
}

const ENTRY_TEXTS: Readonly<Record<(typeof ENTRIES)[number], string>> = {
  main: "the program starts there",
  test: "it is a test",
  bench: "it is a benchmark",
  ffi: "it can be called from outside of Rust",
  public: "it is public, users of the library may",
};

function emptyText(graph: CallGraph, node: number, direction: Direction): string {
  if (direction === "callees")
    return hasFlag(graph, node, "default") || graph.nodes.kind[node] !== TRAIT_METHOD ? "calls nothing" : "has no body";
  const entry = ENTRIES[graph.nodes.entry[node]! - 1];
  return entry === undefined ? "nothing calls it" : `nothing in the workspace calls it; ${ENTRY_TEXTS[entry]}`;
}

const TRAIT_METHOD = NODE_KINDS.indexOf("trait_method");
const CALLS: ReadonlySet<number> = new Set(
  ["call", "reference", "implicit"].map((k) => EDGE_KINDS.indexOf(k as "call")),
);

/** Calls on a known type go to the implementation itself and not by way of the trait. */
function implementationRemark(graph: CallGraph, node: number): string[] {
  if (graph.nodes.kind[node] !== TRAIT_METHOD) return [];
  const { offsets, edges } = outEdges(graph);
  let called = 0;
  for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
    if (isDispatch(graph)(edges[i]!) && callsInto(graph, graph.edges.target[edges[i]!]!) > 0) called++;
  }
  if (called === 0) return [];
  const of = `<_ as ${nodeText(graph, node, "trait")}>::${nodeText(graph, node, "name")}`;
  return [`${counted(called, "implementation")} called on known types: callmap who '${of}'`];
}

/** Calls through a trait of another crate are not drawn without that crate's functions. */
function foreignTraitRemark({ graph, whole, flags }: WhoQuestion, node: number): string[] {
  if (flags.external || graph.nodes.kind[node] === TRAIT_METHOD || nodeText(graph, node, "trait") === undefined)
    return [];
  const key = graph.strings[graph.nodes.key[node]!]!;
  const same = whole.strings.indexOf(key);
  const origin = whole.nodes.key.indexOf(same);
  if (origin < 0) return [];
  const { offsets, edges } = inEdges(whole);
  for (let i = offsets[origin]!; i < offsets[origin + 1]!; i++) {
    const trait = whole.edges.source[edges[i]!]!;
    const calls = isDispatch(whole)(edges[i]!) && whole.nodes.kind[trait] === EXTERNAL ? callsInto(whole, trait) : 0;
    if (calls > 0)
      return [
        `perhaps also by way of ${nodeText(whole, trait, "path")} (${counted(calls, "caller")}): --external shows them`,
      ];
  }
  return [];
}

const EXTERNAL = NODE_KINDS.indexOf("external");

function callsInto(graph: CallGraph, node: number): number {
  const { offsets, edges } = inEdges(graph);
  let count = 0;
  for (let i = offsets[node]!; i < offsets[node + 1]!; i++) if (CALLS.has(graph.edges.kind[edges[i]!]!)) count++;
  return count;
}
