/**
 * Functions that no entry point reaches: what could be deleted, or was forgotten to be called.
 *
 * Everything that an edge of the graph leads to counts as reached, guesses and functions named as values included, so what is listed has
 * not even a doubtful caller. What the graph can't see is said with each function as how sure it is: `exact` where every call of the
 * workspace that could mean it is resolved, `likely` where parts of the source are missing, `guess` where something was seen that may use it or what leads to
 * it (an unresolved call of its name, an attribute, the name of a constant that holds it).
 */
import { hasFlag, inEdges, nodeText } from "../graph/columns.ts";
import { type Reach, reach } from "../graph/reach.ts";
import { type CallGraph, type Confidence, EDGE_KINDS, ENTRIES, type Entry, NODE_KINDS } from "../graph/types.ts";

/** A function without a way to it. */
export interface Unreached {
  readonly node: number;
  /** Why it is listed, in words. */
  readonly reason: string;
  readonly confidence: Confidence;
  /** What makes it less than exact, in words. */
  readonly doubt?: string;
}

/** What is known beside the graph. */
export interface UnreachedInput {
  readonly graph: CallGraph;
  readonly roots: readonly number[];
  /** Entries that were not chosen as roots, such as tests: what only these reach is said to be so. */
  readonly others: readonly number[];
  /** Says what may use a function, constant or static although nothing is known to; `undefined` for nothing. */
  readonly mayBeUsed: (node: number) => string | undefined;
}

/** What is found. */
export interface UnreachedResult {
  readonly functions: readonly Unreached[];
  /** Functions that could be listed: those of the workspace that are compiled. */
  readonly total: number;
  /** Functions that only code left out by `cfg` leads to; they are not listed. */
  readonly inactiveOnly: number;
}

const LISTED: ReadonlySet<number> = new Set(
  (["function", "method", "trait_method", "closure"] as const).map((kind) => NODE_KINDS.indexOf(kind)),
);
const [DISPATCH, INITIALIZER] = [EDGE_KINDS.indexOf("dispatch"), NODE_KINDS.indexOf("initializer")];

/** Returns what the roots do not reach, by file and line. Linear. */
export function findUnreached(input: UnreachedInput): UnreachedResult {
  const { graph, roots } = input;
  const { nodes, strings } = graph;
  const reached = mask(graph, roots);
  const byInactive = mask(graph, inactiveNodes(graph));
  const others = reach(graph, input.others, "callees");
  const found: number[] = [];
  let [total, inactiveOnly] = [0, 0];
  for (let node = 0; node < nodes.length; node++) {
    if (!LISTED.has(nodes.kind[node]!) || hasFlag(graph, node, "inactive")) continue;
    total++;
    if (reached[node]) continue;
    if (byInactive[node]) inactiveOnly++;
    else found.push(node);
  }
  const isListed = new Uint8Array(nodes.length);
  for (const node of found) isListed[node] = 1;
  found.sort((a, b) => {
    const [x, y] = [nodes.file[a]!, nodes.file[b]!];
    const byFile = x === y || x < 0 || y < 0 ? 0 : strings[x]! < strings[y]! ? -1 : 1;
    return byFile || nodes.line[a]! - nodes.line[b]! || a - b;
  });
  const uses = new Map([...found, ...unreadTables(graph)].map((node) => [node, input.mayBeUsed(node)]));
  const doubted = reach(
    graph,
    [...uses.keys()].filter((node) => uses.get(node) !== undefined),
    "callees",
  );
  const functions = found.map((node) => describe(graph, node, isListed, uses, { others, doubted }));
  return { functions, total, inactiveOnly };
}

/** What is reached from where it is not certain that control ever comes. */
interface Ways {
  /** From entry points that were not asked for. */
  readonly others: Reach;
  /** From unreached functions that something may use, and from constants and statics that something unseen may read. */
  readonly doubted: Reach;
}

function mask(graph: CallGraph, starts: readonly number[]): Uint8Array {
  const result = new Uint8Array(graph.nodes.length);
  for (const node of reach(graph, starts, "callees").order) result[node] = 1;
  return result;
}

function inactiveNodes(graph: CallGraph): number[] {
  return Array.from({ length: graph.nodes.length }, (_, node) => node).filter((node) =>
    hasFlag(graph, node, "inactive"),
  );
}

function describe(
  graph: CallGraph,
  node: number,
  isListed: Uint8Array,
  uses: ReadonlyMap<number, string | undefined>,
  { others, doubted }: Ways,
): Unreached {
  const reason = callerReason(graph, node, isListed) + otherReason(graph, node, others);
  const start = startOf(graph, node, doubted);
  const use =
    uses.get(node) ??
    (start === undefined ? undefined : `${nodeText(graph, start, "path")} leads to it: ${uses.get(start)}`);
  if (use !== undefined) return { node, reason, confidence: "guess", doubt: use };
  const macro = nodeText(graph, node, "macro");
  if (!graph.meta.partial && macro === undefined) return { node, reason, confidence: "exact" };
  const doubt = graph.meta.partial ? "parts of the source are missing" : `made by ${macro}!`;
  return { node, reason, confidence: "likely", doubt };
}

/** The start from which a walk came to the node; `undefined` where it did not, or began there. */
function startOf(graph: CallGraph, node: number, { edge: edges }: Reach): number | undefined {
  let start = node;
  for (let edge = edges[node]!; edge !== -1; edge = edges[start]!) start = graph.edges.source[edge]!;
  return start === node ? undefined : start;
}

/** Returns the constants and statics that nothing in the graph names; what does may not be seen, as in the length of an array. */
export function unreadTables(graph: CallGraph): number[] {
  const { offsets } = inEdges(graph);
  return Array.from({ length: graph.nodes.length }, (_, node) => node).filter(
    (node) => graph.nodes.kind[node] === INITIALIZER && offsets[node] === offsets[node + 1],
  );
}

const ENTRY_WORDS: Readonly<Record<Entry, string>> = {
  main: "a main function",
  test: "a test",
  bench: "a benchmark",
  ffi: "called from outside of Rust",
  public: "public",
};

/** The nearest entry point that leads to it but was not asked for. */
function otherReason(graph: CallGraph, node: number, others: Reach): string {
  const start = startOf(graph, node, others);
  if (start === undefined) return "";
  const entry = ENTRIES[graph.nodes.entry[start]! - 1];
  return `; ${nodeText(graph, start, "path")} (${entry === undefined ? "an entry point" : ENTRY_WORDS[entry]}) leads to it`;
}

/** What calls it, all of which is unreached too. */
function callerReason(graph: CallGraph, node: number, isListed: Uint8Array): string {
  const { offsets, edges } = inEdges(graph);
  const callers = new Set<number>();
  let trait: number | undefined;
  for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
    const from = graph.edges.source[edges[i]!]!;
    if (graph.edges.kind[edges[i]!] === DISPATCH) trait = from;
    else if (isListed[from] || graph.nodes.kind[from] === INITIALIZER) callers.add(from);
  }
  const entry = ENTRIES[graph.nodes.entry[node]! - 1];
  const isPublic = graph.nodes.visibility[node] === 1 && graph.nodes.trait[node] === -1;
  const nobody = isPublic
    ? "public, but nothing in the workspace calls it"
    : `${entry === undefined ? "" : `${ENTRY_WORDS[entry]}, `}nothing calls it`;
  if (callers.size === 0 && trait !== undefined)
    return `nothing calls it, nor ${nodeText(graph, trait, "path")}, which it implements`;
  if (callers.size === 0) return nobody;
  if (callers.delete(node) && callers.size === 0) return "nothing but itself calls it";
  const isHeld = [...callers].every((from) => graph.nodes.kind[from] === INITIALIZER);
  const first = [...callers].find((from) => isHeld || graph.nodes.kind[from] !== INITIALIZER);
  const more = callers.size === 1 ? "" : ` and ${callers.size - 1} more`;
  if (isHeld) return `held only by ${nodeText(graph, first!, "path")}${more}, which no reached function reads`;
  return `called only by unreached functions: ${nodeText(graph, first!, "path")}${more}`;
}
