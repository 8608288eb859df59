/**
 * Strongly connected components of a small graph given as two columns: the observed call graph, whose rows are subjects and not functions
 * of the static graph. Tarjan's algorithm (1972) with an explicit stack; linear.
 */

/** Edges by their end: those of node `n` are `edges[offsets[n]]` up to, not including, `edges[offsets[n + 1]]`. */
export interface EdgeLists {
  readonly offsets: Int32Array;
  readonly edges: Int32Array;
}

/** Groups edge numbers by one of their ends. */
export function edgeLists(end: Int32Array, nodes: number): EdgeLists {
  const offsets = new Int32Array(nodes + 1);
  for (const node of end) offsets[node + 1]!++;
  for (let node = 0; node < nodes; node++) offsets[node + 1]! += offsets[node]!;
  const fill = offsets.slice();
  const edges = new Int32Array(end.length);
  for (let edge = 0; edge < end.length; edge++) edges[fill[end[edge]!]!++] = edge;
  return { offsets, edges };
}

/** Returns the component of each node. Components are numbered callees first. */
export function componentsOf(nodes: number, source: Int32Array, target: Int32Array): { of: Int32Array; count: number } {
  const { offsets, edges } = edgeLists(source, nodes);
  const of = new Int32Array(nodes).fill(-1);
  const order = new Int32Array(nodes);
  const low = new Int32Array(nodes);
  const next = offsets.slice(0, nodes);
  const open: number[] = [];
  const path: number[] = [];
  let met = 0;
  let count = 0;
  const enter = (node: number): void => {
    order[node] = low[node] = ++met;
    open.push(node);
    path.push(node);
  };
  const close = (node: number): void => {
    if (low[node] !== order[node]) return;
    for (let member = -1; member !== node; ) of[(member = open.pop()!)] = count;
    count++;
  };
  for (let root = 0; root < nodes; root++) {
    if (order[root] === 0) enter(root);
    while (path.length > 0) {
      const node = path.at(-1)!;
      if (next[node]! < offsets[node + 1]!) {
        const callee = target[edges[next[node]!++]!]!;
        if (order[callee] === 0) enter(callee);
        else if (of[callee]! < 0) low[node] = Math.min(low[node]!, order[callee]!);
        continue;
      }
      path.pop();
      close(node);
      const above = path.at(-1);
      if (above !== undefined) low[above] = Math.min(low[above]!, low[node]!);
    }
  }
  return { of, count };
}
