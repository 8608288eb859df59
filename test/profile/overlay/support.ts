import { GraphBuilder, nodeKey } from "../../../src/graph/columns.ts";
import {
  type CallGraph,
  type EdgeKind,
  GRAPH_SCHEMA,
  type NodeAttributes,
  type NodeIndex,
} from "../../../src/graph/types.ts";
import { importBytes } from "../../../src/profile/import/import.ts";
import type { FrameMatcher } from "../../../src/profile/overlay/match.ts";
import { layOver, type Overlay, type OverlayOptions } from "../../../src/profile/overlay/overlay.ts";
import type { CostTree } from "../../../src/profile/overlay/tree.ts";
import type { Profile } from "../../../src/profile/types.ts";

/** A graph of functions from its arrows (`["a", "b"]`: a calls b); `more` gives attributes by name. `main` is the entry. */
export function graphOf(
  arrows: readonly (readonly [string, string, EdgeKind?])[],
  more: Readonly<Record<string, Partial<NodeAttributes>>> = {},
): CallGraph {
  const builder = new GraphBuilder();
  const nodes = new Map<string, NodeIndex>();
  const callers = arrows.map(([from]) => from);
  const callees = arrows.map(([, to]) => to);
  for (const name of new Set([...callers, ...callees, ...Object.keys(more)])) {
    const entry = name === "main" ? { entry: "main" as const } : {};
    nodes.set(name, builder.addNode({ name, path: name, kind: "function", ...entry, ...more[name] }));
  }
  for (const [from, to, kind] of arrows) builder.addSite(nodes.get(from)!, nodes.get(to)!, kind ?? "call", "exact", "");
  return builder.build({
    schema: GRAPH_SCHEMA,
    callmap: "0",
    workspace: "test",
    packages: [],
    cfg: { target: "", features: [] },
    tally: { total: 0, resolved: 0, external: 0, dispatch: 0, guess: 0, candidate: 0, unresolved: 0 },
    diagnostics: [],
    partial: false,
  });
}

/** A matcher by name alone: a function of the graph (closures belong to it), `crate::…` of another crate, `?…` unmatched. */
export function matcherOf(graph: CallGraph): FrameMatcher {
  const byName = new Map(
    Array.from({ length: graph.nodes.length }, (_, node) => [nodeKey(graph, node), node as NodeIndex]),
  );
  return ({ name }) => {
    const own = name.replace(/(?:::\{closure#\d+\})+$|<.*>$/, "");
    const node = byName.get(own);
    const base = { name, copy: name, rule: "name", sure: true };
    if (node !== undefined) return { ...base, kind: "function", node, crate: "" };
    const kind = name.startsWith("?") ? "unmatched" : "external";
    return { ...base, kind, node: -1, crate: /^(\w+)::/.exec(name)?.[1] ?? "" };
  };
}

/** A profile from folded stacks (root first), one a line. */
export async function profileOf(text: string): Promise<Profile> {
  return (await importBytes(Buffer.from(text), { format: "folded" })).value;
}

/** Lays folded stacks over a graph. */
export async function overlayOf(text: string, graph: CallGraph, options: OverlayOptions = {}): Promise<Overlay> {
  return layOver(await profileOf(text), graph, matcherOf(graph), options);
}

/** `name self inclusive` of the workspace functions and groups, in order of their names. */
export function costsOf(overlay: Overlay): string[] {
  return overlay.subjects.rows
    .flatMap(({ kind, name }, row) =>
      kind === "function" || kind === "group"
        ? [`${name} ${overlay.shownCosts.self[row]} ${overlay.shownCosts.inclusive[row]}`]
        : [],
    )
    .sort();
}

/** `caller>callee cost` of all edges, with what was left out in between. */
export function edgesOf(overlay: Overlay): string[] {
  const { edges } = overlay.costs;
  const name = (subject: number) => overlay.subjects.rows[subject]!.name;
  return Array.from({ length: edges.length }, (_, edge) => {
    const via = edges.via[edge]! < 0 ? "" : ` via ${name(edges.via[edge]!)}`;
    return `${name(edges.caller[edge]!)}>${name(edges.callee[edge]!)} ${edges.cost[edge]}${via}`;
  }).sort();
}

/** A tree as text: two blanks a level, `name self total`. */
export function treeText(tree: CostTree, nameOf: (label: number) => string): string {
  const depth: number[] = [];
  const lines: string[] = [];
  for (let row = 0; row < tree.length; row++) {
    depth.push(tree.parent[row]! < 0 ? 0 : depth[tree.parent[row]!]! + 1);
    lines.push(`${"  ".repeat(depth[row]!)}${nameOf(tree.label[row]!)} ${tree.self[row]} ${tree.total[row]}`);
  }
  return lines.join("\n");
}

/** The shown tree as text. Rows are in order of first appearance, so tests use stacks that arrive depth first. */
export function shownText(overlay: Overlay): string {
  return treeText(overlay.tree, (label) => overlay.subjects.rows[label]!.name);
}
