/** Costs laid over a graph: what a profile says of its functions and edges, as columns beside those of the graph. */
import type { View } from "./select.ts";

/** Costs of one event; the columns have a row per node or edge of the graph that they belong to. */
export interface Costs {
  /** The event: `cycles`, `Ir`, `samples`. */
  readonly event: string;
  /** `ns`, `bytes`, `count`. */
  readonly unit: string;
  /** Cost of the whole profile: 100 %. */
  readonly total: number;
  /** Cost in the function itself. */
  readonly self: Float64Array;
  /** Cost in the function and what it called, each sample once. */
  readonly inclusive: Float64Array;
  /** Inclusive cost that came by this edge. */
  readonly edge: Float64Array;
}

/**
 * Returns the costs of a smaller graph. Self costs and costs of edges add up exactly. The inclusive cost of a node is that of its members
 * where it has one, else their greatest: a lower bound, since the costs of several members overlap.
 */
export function viewCosts(costs: Costs, view: View): Costs {
  const self = new Float64Array(view.graph.nodes.length);
  const inclusive = new Float64Array(view.graph.nodes.length);
  const edge = new Float64Array(view.graph.edges.length);
  for (let old = 0; old < view.nodeOf.length; old++) {
    const node = view.nodeOf[old]!;
    if (node < 0) continue;
    self[node]! += costs.self[old]!;
    inclusive[node] = Math.max(inclusive[node]!, costs.inclusive[old]!);
  }
  for (let old = 0; old < view.edgeOf.length; old++) {
    if (view.edgeOf[old]! >= 0) edge[view.edgeOf[old]!]! += costs.edge[old]!;
  }
  for (let node = 0; node < self.length; node++) inclusive[node] = Math.max(inclusive[node]!, self[node]!);
  return { ...costs, self, inclusive, edge };
}
