/**
 * Recursion: the strongly connected components of the call graph.
 *
 * What holds by calls alone is recursion. What only closes when a trait's method runs a certain implementation, when a function named as a
 * value is called, or when a guess is right, may be one: such a component is told apart, with a shortest cycle through such an edge.
 */
import { reach } from "../graph/reach.ts";
import {
  type Components,
  componentMembers,
  type EdgeFilter,
  findComponents,
  recursiveComponents,
  shortestCycle,
} from "../graph/scc.ts";
import { type CallGraph, CONFIDENCES, EDGE_KINDS } from "../graph/types.ts";

/** A set of functions that reach each other. */
export interface Recursion {
  /** In the order of their keys. */
  readonly members: readonly number[];
  /** Edges of a shortest cycle through the first member, or through an uncertain edge, in walking order. */
  readonly cycle: readonly number[];
  /** False: closed only by dispatch, a function value or a guess. */
  readonly isCertain: boolean;
}

/** Uncertain edges that are tried for a shortest cycle. */
const MAX_TRIES = 200;
const CERTAIN_KINDS: ReadonlySet<number> = new Set([EDGE_KINDS.indexOf("call"), EDGE_KINDS.indexOf("implicit")]);
const GUESS = CONFIDENCES.indexOf("guess");

/** Returns the recursions, certain ones first, the largest first among each. */
export function findRecursions(graph: CallGraph): Recursion[] {
  const isCertain: EdgeFilter = (edge) =>
    CERTAIN_KINDS.has(graph.edges.kind[edge]!) && graph.edges.confidence[edge] !== GUESS;
  const certain = findComponents(graph, isCertain);
  const all = findComponents(graph);
  const known = new Set<string>();
  const result: Recursion[] = [];
  for (const c of recursiveComponents(graph, certain, isCertain)) {
    const members = [...componentMembers(certain, c)];
    known.add(members.join());
    result.push({ members, cycle: shortestCycle(graph, certain, c, isCertain), isCertain: true });
  }
  for (const c of recursiveComponents(graph, all)) {
    const members = [...componentMembers(all, c)];
    if (known.has(members.join())) continue;
    result.push({ members, cycle: uncertainCycle(graph, all, c, isCertain), isCertain: false });
  }
  return result;
}

/** A shortest of the cycles through the component's first uncertain edges. */
function uncertainCycle(graph: CallGraph, components: Components, c: number, isCertain: EdgeFilter): number[] {
  const { source, target } = graph.edges;
  const inside: EdgeFilter = (edge) => components.of[source[edge]!] === c && components.of[target[edge]!] === c;
  let best: number[] = [];
  let tries = 0;
  for (let edge = 0; edge < source.length && tries < MAX_TRIES; edge++) {
    if (!inside(edge) || isCertain(edge)) continue;
    tries++;
    const cycle = [edge, ...wayBack(graph, target[edge]!, source[edge]!, inside)];
    if (best.length === 0 || cycle.length < best.length) best = cycle;
    if (best.length <= 2) break;
  }
  return best;
}

/** Edges of a shortest way between two functions of one component; none from a function to itself. */
function wayBack(graph: CallGraph, from: number, to: number, filter: EdgeFilter): number[] {
  const walk = reach(graph, [from], "callees", { filter });
  const way: number[] = [];
  for (let edge = walk.edge[to]!; edge !== -1; edge = walk.edge[graph.edges.source[edge]!]!) way.push(edge);
  return way.reverse();
}
