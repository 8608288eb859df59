/**
 * The filters that every command shares: from a graph and a set of wishes to the smaller graph that is shown.
 *
 * They work in one order, whatever the order in which they were given: closures are folded; classes of edges and nodes go; `exclude`
 * takes nodes away; `focus`, `root` and `leaf` walk over what is left and keep what they reach; `only` keeps what it names among these
 * (and bridges if asked to); `hide` bridges; `level` folds. So nothing that is shown hangs together by something that was taken away before.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import { nodeText } from "./columns.ts";
import { foldClosures, foldLevel, type Level } from "./fold.ts";
import { hideNodes } from "./hide.ts";
import { matchNodes, nearestNames } from "./pattern.ts";
import { reach } from "./reach.ts";
import { externalCrate } from "./scopes.ts";
import { chainViews, selectGraph, type View, wholeView } from "./select.ts";
import {
  type CallGraph,
  CONFIDENCES,
  type Confidence,
  EDGE_KINDS,
  type EdgeKind,
  ENTRIES,
  NODE_FLAGS,
  NODE_KINDS,
  type NodeKind,
} from "./types.ts";

/** Calls to follow before and after a function. */
export interface Depth {
  readonly callers: number;
  readonly callees: number;
}

/** What is to be shown. Whatever is absent leaves the graph as it is. Patterns are those of `pattern.ts`, or name a scope. */
export interface FilterOptions {
  /** Keep functions of these packages. */
  readonly packages?: readonly string[];
  /** Keep functions from which or to which one of these is reached. */
  readonly focus?: readonly string[];
  /** Keep what these reach. */
  readonly root?: readonly string[];
  /** Keep what reaches these. */
  readonly leaf?: readonly string[];
  /** Bounds of the walks of `focus`, `root` and `leaf`; to the end without it. A `dispatch` edge costs no step. */
  readonly depth?: Depth;
  readonly only?: readonly string[];
  /** True: residual edges show how what `only` keeps hangs together by way of the rest. */
  readonly residual?: boolean;
  readonly exclude?: readonly string[];
  /** Take these away, but show by residual edges what they join. */
  readonly hide?: readonly string[];
  /** Keep edges of these kinds. */
  readonly kinds?: readonly EdgeKind[];
  /** Keep nodes of these kinds. */
  readonly nodeKinds?: readonly NodeKind[];
  readonly minConfidence?: Confidence;
  /** False: without tests, benches and what only they compile. */
  readonly tests?: boolean;
  /** False: without functions of other crates. */
  readonly external?: boolean;
  /** False: without functions of std, core, alloc, proc_macro and test. */
  readonly std?: boolean;
  /** False: without what the `cfg` of the scan leaves out. */
  readonly inactive?: boolean;
  /** False: closures are folded into the functions around them. */
  readonly closures?: boolean;
  /** False: without edges of this kind. */
  readonly implicit?: boolean;
  readonly dispatch?: boolean;
  readonly references?: boolean;
  readonly candidates?: boolean;
  /** False: without nodes that have no edge left. */
  readonly isolated?: boolean;
  readonly level?: Level;
  /** With a `level`: keep the calls inside of a type, module or package, as edges from it to itself. */
  readonly selfEdges?: boolean;
}

/** Returns what is to be shown of the graph, with a diagnostic for each pattern that names nothing. Linear but for patterns. */
export function applyFilters(graph: CallGraph, options: FilterOptions): View {
  let view = wholeView(graph);
  const then = (step: (graph: CallGraph) => View | undefined): void => {
    const next = step(view.graph);
    if (next !== undefined) view = chainViews(view, next);
  };
  if (options.closures === false) then(foldClosures);
  then((current) => dropClasses(current, options));
  then((current) => exclude(current, options.exclude));
  then((current) => walk(current, options));
  then((current) => only(current, options));
  then((current) => hide(current, options.hide));
  if (options.isolated === false) then(dropIsolated);
  const { level } = options;
  if (level !== undefined && level !== "function") then((current) => foldLevel(current, level, options.selfEdges));
  return view;
}

const KIND_SWITCHES = [
  ["implicit", "implicit"],
  ["dispatch", "dispatch"],
  ["references", "reference"],
  ["candidates", "candidate"],
] as const;

/** Marks of the words of a table that are wanted. */
function wantedWords<Word extends string>(table: readonly Word[], wanted: readonly Word[] | undefined): Uint8Array {
  return Uint8Array.from(table, (word) => (wanted === undefined || wanted.includes(word) ? 1 : 0));
}

function dropClasses(graph: CallGraph, options: FilterOptions): View | undefined {
  const { nodes, edges } = graph;
  const edgeKinds = wantedWords(EDGE_KINDS, options.kinds);
  for (const [name, kind] of KIND_SWITCHES) if (options[name] === false) edgeKinds[EDGE_KINDS.indexOf(kind)] = 0;
  const worst = options.minConfidence === undefined ? CONFIDENCES.length : CONFIDENCES.indexOf(options.minConfidence);
  const keepEdge = new Uint8Array(edges.length);
  for (let e = 0; e < edges.length; e++)
    keepEdge[e] = edgeKinds[edges.kind[e]!]! && edges.confidence[e]! <= worst ? 1 : 0;
  const isWanted = nodeTest(graph, options);
  const keepNode = new Uint8Array(nodes.length);
  for (let n = 0; n < nodes.length; n++) keepNode[n] = isWanted(n) ? 1 : 0;
  return keepNode.includes(0) || keepEdge.includes(0) ? selectGraph(graph, keepNode, keepEdge) : undefined;
}

const EXTERNAL = NODE_KINDS.indexOf("external");
const TEST_FLAG = 1 << NODE_FLAGS.indexOf("test");
const INACTIVE_FLAG = 1 << NODE_FLAGS.indexOf("inactive");
const TEST_ENTRIES: ReadonlySet<number> = new Set([ENTRIES.indexOf("test") + 1, ENTRIES.indexOf("bench") + 1]);
const TEST_TARGETS: ReadonlySet<string> = new Set(["test", "bench"]);
const STD_CRATES: ReadonlySet<string> = new Set(["std", "core", "alloc", "proc_macro", "test"]);

/** Tells which nodes belong to the wanted classes. */
function nodeTest(graph: CallGraph, options: FilterOptions): (node: number) => boolean {
  const { nodes } = graph;
  const kinds = wantedWords(NODE_KINDS, options.nodeKinds);
  if (options.external === false) kinds[EXTERNAL] = 0;
  const packages = options.packages === undefined ? undefined : new Set(options.packages);
  return (node) => {
    if (!kinds[nodes.kind[node]!]) return false;
    const isTest =
      (nodes.flags[node]! & TEST_FLAG) !== 0 ||
      TEST_ENTRIES.has(nodes.entry[node]!) ||
      TEST_TARGETS.has(nodeText(graph, node, "target") ?? "");
    if (options.tests === false && isTest) return false;
    if (options.inactive === false && nodes.flags[node]! & INACTIVE_FLAG) return false;
    if (options.std === false && nodes.kind[node] === EXTERNAL && STD_CRATES.has(externalCrate(graph, node)))
      return false;
    return (
      packages === undefined || nodes.kind[node] === EXTERNAL || packages.has(nodeText(graph, node, "package") ?? "")
    );
  };
}

/** Marks of the nodes that the patterns name; a diagnostic for each that names none, an error where the answer depends on it. */
function marked(
  graph: CallGraph,
  patterns: readonly string[],
  flag: string,
  isNeeded: boolean,
): { mask: Uint8Array; diagnostics: Diagnostic[] } {
  const mask = new Uint8Array(graph.nodes.length);
  const diagnostics: Diagnostic[] = [];
  for (const pattern of patterns) {
    const found = matchNodes(graph, pattern);
    for (const node of found) mask[node] = 1;
    if (found.length > 0) continue;
    const near = nearestNames(graph, pattern);
    const base = {
      severity: isNeeded ? "error" : "warning",
      code: "no-match",
      message: `${flag} ${pattern} names no function`,
    } as const;
    diagnostics.push(near.length === 0 ? base : { ...base, hint: `did you mean ${near.join(", ")}?` });
  }
  return { mask, diagnostics };
}

function exclude(graph: CallGraph, patterns: readonly string[] | undefined): View | undefined {
  if (patterns === undefined || patterns.length === 0) return undefined;
  const { mask, diagnostics } = marked(graph, patterns, "--exclude", false);
  return {
    ...selectGraph(
      graph,
      mask.map((mark) => 1 - mark),
    ),
    diagnostics,
  };
}

function only(graph: CallGraph, { only: patterns, residual }: FilterOptions): View | undefined {
  if (patterns === undefined || patterns.length === 0) return undefined;
  const { mask, diagnostics } = marked(graph, patterns, "--only", true);
  const view = residual
    ? hideNodes(
        graph,
        mask.map((mark) => 1 - mark),
      )
    : selectGraph(graph, mask);
  return { ...view, diagnostics: [...diagnostics, ...view.diagnostics] };
}

function hide(graph: CallGraph, patterns: readonly string[] | undefined): View | undefined {
  if (patterns === undefined || patterns.length === 0) return undefined;
  const { mask, diagnostics } = marked(graph, patterns, "--hide", false);
  const view = hideNodes(graph, mask);
  return { ...view, diagnostics: [...diagnostics, ...view.diagnostics] };
}

/** Keeps what is reached by every one of the walks that are asked for. */
function walk(graph: CallGraph, options: FilterOptions): View | undefined {
  const diagnostics: Diagnostic[] = [];
  const keep = new Uint8Array(graph.nodes.length).fill(1);
  const dispatch = EDGE_KINDS.indexOf("dispatch");
  const free = (edge: number): boolean => graph.edges.kind[edge] === dispatch;
  let isAsked = false;
  for (const [name, directions] of WALKS) {
    const patterns = options[name];
    if (patterns === undefined || patterns.length === 0) continue;
    isAsked = true;
    const starts = marked(graph, patterns, `--${name}`, true);
    diagnostics.push(...starts.diagnostics);
    const nodes = [...starts.mask.keys()].filter((node) => starts.mask[node]);
    const reached = new Uint8Array(graph.nodes.length);
    for (const direction of directions) {
      const depth = options.depth?.[direction] ?? Number.POSITIVE_INFINITY;
      for (const node of reach(graph, nodes, direction, { depth, free }).order) reached[node] = 1;
    }
    for (let node = 0; node < keep.length; node++) keep[node]! &= reached[node]!;
  }
  return isAsked ? { ...selectGraph(graph, keep), diagnostics } : undefined;
}

const WALKS = [
  ["focus", ["callers", "callees"]],
  ["root", ["callees"]],
  ["leaf", ["callers"]],
] as const;

function dropIsolated(graph: CallGraph): View {
  const keep = new Uint8Array(graph.nodes.length);
  for (const end of [graph.edges.source, graph.edges.target]) for (const node of end) keep[node] = 1;
  return selectGraph(graph, keep);
}
