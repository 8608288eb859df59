/**
 * The static graph as overlay needs it: functions without their closures, who calls whom through trait dispatch, and which functions are
 * mutually recursive.
 *
 * Recursion is decided here and not in the profile: charged to the function around them, closures make cycles in the observed graph that the
 * program does not have.
 */
import { inEdges, outEdges } from "../../graph/columns.ts";
import { foldClosures } from "../../graph/fold.ts";
import { findComponents } from "../../graph/scc.ts";
import { namedAround } from "../../graph/scopes.ts";
import { type CallGraph, CONFIDENCES, EDGE_KINDS, NODE_FLAGS, NODE_KINDS } from "../../graph/types.ts";

const DISPATCH = EDGE_KINDS.indexOf("dispatch");
const CANDIDATE = EDGE_KINDS.indexOf("candidate");
const RESIDUAL = EDGE_KINDS.indexOf("residual");
const GUESS = CONFIDENCES.indexOf("guess");
const TRAIT_METHOD = NODE_KINDS.indexOf("trait_method");
const DEFAULT = 1 << NODE_FLAGS.indexOf("default");

/** A static graph prepared for overlays. Rows of `named` are those of the graph without closures. */
export interface StaticView {
  readonly graph: CallGraph;
  /** The graph without closures; their calls are those of the functions around them. */
  readonly named: CallGraph;
  /** Row in `named` of each node. */
  readonly rowOf: Int32Array;
  /** Node of each row in `named`. */
  readonly nodeOf: Int32Array;
  /** Recursion group of each row in `named`; -1 for functions that are in no cycle of several functions. */
  readonly group: Int32Array;
}

/** Prepares a static graph. Linear. */
export function staticView(graph: CallGraph): StaticView {
  const view = foldClosures(graph);
  const around = namedAround(graph);
  const nodeOf = new Int32Array(view.graph.nodes.length).fill(-1);
  for (let node = 0; node < around.length; node++) {
    const row = view.nodeOf[node]!;
    if (row >= 0 && around[node] === node) nodeOf[row] = node;
  }
  return { graph, named: view.graph, rowOf: view.nodeOf, nodeOf, group: recursionGroups(view.graph) };
}

/** True for edges that say that a call is expected, not merely possible. */
export function isFirm(graph: CallGraph, edge: number): boolean {
  const kind = graph.edges.kind[edge]!;
  return kind !== CANDIDATE && kind !== RESIDUAL && graph.edges.confidence[edge] !== GUESS;
}

function recursionGroups(graph: CallGraph): Int32Array {
  const components = findComponents(graph, (edge) => isFirm(graph, edge));
  return components.of.map((c) => (components.start[c + 1]! - components.start[c]! > 1 ? c : -1));
}

/** True for a trait's method without a body: it is never on a stack. */
export function isAbstract(graph: CallGraph, row: number): boolean {
  return graph.nodes.kind[row] === TRAIT_METHOD && (graph.nodes.flags[row]! & DEFAULT) === 0;
}

/** Calls `visit` for each function that the row calls, trait methods replaced by what they dispatch to. Edges of the call are passed on. */
export function forEachCallee(graph: CallGraph, row: number, visit: (callee: number, edge: number) => void): void {
  const { offsets, edges } = outEdges(graph);
  const { target, kind } = graph.edges;
  for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
    const edge = edges[i]!;
    if (kind[edge] === DISPATCH) continue;
    const callee = target[edge]!;
    if (!isAbstract(graph, callee)) visit(callee, edge);
    if (graph.nodes.kind[callee] !== TRAIT_METHOD) continue;
    for (let j = offsets[callee]!; j < offsets[callee + 1]!; j++) {
      if (kind[edges[j]!] === DISPATCH) visit(target[edges[j]!]!, edge);
    }
  }
}

/** Calls `visit` for each function that calls the row, directly or through the trait method it implements. */
export function forEachCaller(graph: CallGraph, row: number, visit: (caller: number, edge: number) => void): void {
  const { offsets, edges } = inEdges(graph);
  const { source, kind } = graph.edges;
  for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
    const edge = edges[i]!;
    if (kind[edge] !== DISPATCH) {
      visit(source[edge]!, edge);
      continue;
    }
    const method = source[edge]!;
    for (let j = offsets[method]!; j < offsets[method + 1]!; j++) {
      if (kind[edges[j]!] !== DISPATCH) visit(source[edges[j]!]!, edges[j]!);
    }
  }
}

/** True when the graph lets `caller` call `callee` in one step. */
export function callsDirectly(graph: CallGraph, caller: number, callee: number): boolean {
  let found = false;
  forEachCallee(graph, caller, (target) => {
    if (target === callee) found = true;
  });
  return found;
}
