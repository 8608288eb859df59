/**
 * The graph as graphology knows it, for its algorithms and layouts and for users of the library. Building it costs some ten
 * microseconds per edge, so nothing on the way from sources to output goes through it.
 */
import { MultiDirectedGraph } from "graphology";
import { edgeAttributes, edgeKey, nodeAttributes, nodeKey } from "./columns.ts";
import type { CallGraph, EdgeAttributes, GraphMeta, NodeAttributes } from "./types.ts";

export { fromGraphologyJson } from "./import.ts";

/** Attributes as graphology types them. */
type Loose<T> = T & Record<string, unknown>;

/** A graphology view of a call graph. */
export type GraphologyGraph = MultiDirectedGraph<Loose<NodeAttributes>, Loose<EdgeAttributes>, Loose<GraphMeta>>;

/** Returns the graph with exactly the attributes of the contract; `export()` of it equals what callmap writes as JSON. */
export function toGraphology(graph: CallGraph): GraphologyGraph {
  const view: GraphologyGraph = new MultiDirectedGraph();
  view.replaceAttributes({ ...graph.meta });
  for (let node = 0; node < graph.nodes.length; node++)
    view.addNode(nodeKey(graph, node), { ...nodeAttributes(graph, node) });
  const { source, target } = graph.edges;
  for (let edge = 0; edge < graph.edges.length; edge++) {
    const [from, to] = [nodeKey(graph, source[edge]!), nodeKey(graph, target[edge]!)];
    view.addEdgeWithKey(edgeKey(edge), from, to, { ...edgeAttributes(graph, edge) });
  }
  return view;
}
