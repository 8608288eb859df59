/**
 * Folding: closures into the functions around them, and functions into types, modules, packages or files.
 *
 * Calls made in a closure become calls of the function around it. An edge into a closure goes: to make or to run a closure is not to call
 * the function around it, so folding makes no recursion that the program does not have.
 */
import { GraphBuilder } from "./builder.ts";
import { nodeKey, nodeText } from "./columns.ts";
import { externalCrate, namedAround, typeAround } from "./scopes.ts";
import { numberMarked, regroup, selectNodes, type View, wholeView } from "./select.ts";
import {
  type CallGraph,
  ENTRIES,
  NODE_FLAGS,
  NODE_KINDS,
  NODE_TEXTS,
  type NodeAttributes,
  type NodeColumns,
  type NodeIndex,
  type NodeKind,
} from "./types.ts";

/** The levels to which a graph can be folded, finest first. */
export const LEVELS = ["function", "type", "module", "file", "package"] as const;
export type Level = (typeof LEVELS)[number];

const CLOSURE = NODE_KINDS.indexOf("closure");
const EXTERNAL = NODE_KINDS.indexOf("external");

/** Returns the graph without closures that have a function around them; these functions take over their calls. */
export function foldClosures(graph: CallGraph): View {
  if (!graph.nodes.kind.includes(CLOSURE)) return wholeView(graph);
  const around = namedAround(graph);
  const mask = Uint8Array.from(around, (named, node) => (named === node ? 1 : 0));
  const { rows, numbers } = numberMarked(mask);
  return regroup(graph, {
    nodes: selectNodes(graph.nodes, rows, numbers),
    strings: graph.strings,
    nodeOf: around.map((named) => numbers[named]!),
    keepEdge: (edge) => mask[graph.edges.target[edge]!] === 1,
  });
}

/** What a function is folded into. */
interface Scope {
  readonly kind: NodeKind;
  readonly path: string;
}

/** Returns the graph of types, modules, files or packages. Calls inside of one are left out unless `selfEdges` is set. */
export function foldLevel(graph: CallGraph, level: Exclude<Level, "function">, selfEdges = false): View {
  const around = namedAround(graph);
  const builder = new GraphBuilder();
  const members = new Map<string, { readonly scope: Scope; readonly nodes: number[] }>();
  const scopeKeys: string[] = [];
  for (let node = 0; node < graph.nodes.length; node++) {
    const scope = scopeOf(graph, around[node]!, level);
    const key = `${scope.kind} ${scope.path}`;
    scopeKeys.push(key);
    const known = members.get(key);
    if (known === undefined) members.set(key, { scope, nodes: [node] });
    else known.nodes.push(node);
  }
  const added = new Map<string, NodeIndex>();
  for (const [key, { scope, nodes }] of [...members].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    added.set(key, builder.addNode(scopeAttributes(graph, scope, nodes)));
  }
  const { graph: made, rank } = builder.buildRanked(graph.meta);
  const nodeOf = Int32Array.from(scopeKeys, (key) => rank[added.get(key)!]!);
  const { source, target } = graph.edges;
  return withReasons(
    graph,
    regroup(graph, {
      nodes: shifted(made.nodes, graph.strings.length),
      strings: [...graph.strings, ...made.strings],
      nodeOf,
      keepEdge: (edge) => selfEdges || nodeOf[source[edge]!] !== nodeOf[target[edge]!],
    }),
  );
}

function scopeOf(graph: CallGraph, node: number, level: Exclude<Level, "function">): Scope {
  const path = nodeText(graph, node, "path")!;
  if (graph.nodes.kind[node] === EXTERNAL) return { kind: "external", path: externalCrate(graph, node) };
  const module = nodeText(graph, node, "module") ?? path.split("::")[0]!;
  if (level === "package") return { kind: "package", path: nodeText(graph, node, "package") ?? module };
  if (level === "file") return { kind: "file", path: nodeText(graph, node, "file") ?? module };
  const type = level === "type" ? typeAround(graph, node) : undefined;
  return type === undefined ? { kind: "module", path: module } : { kind: "type", path: type };
}

/** The value that all members share, if they do. */
function shared<T>(members: readonly number[], value: (node: number) => T): T | undefined {
  const first = value(members[0]!);
  return members.every((node) => value(node) === first) ? first : undefined;
}

/** The entry that says most of a scope comes first. */
const SCOPE_ENTRIES = ["main", "public", "ffi", "test", "bench"] as const;

/** Flags that a scope has when all in it have them. */
const SCOPE_FLAGS = (1 << NODE_FLAGS.indexOf("test")) | (1 << NODE_FLAGS.indexOf("inactive"));

function scopeAttributes(graph: CallGraph, { kind, path }: Scope, members: readonly number[]): NodeAttributes {
  const { nodes } = graph;
  const result: Record<string, unknown> = { name: path.split(kind === "file" ? "/" : "::").at(-1)!, path, kind };
  for (const text of ["package", "target", "module", "file"] as const) {
    const value = shared(members, (node) => nodeText(graph, node, text));
    if (value !== undefined) result[text] = value;
  }
  if (result.file !== undefined)
    result.line = members.reduce((least, node) => Math.min(least, nodes.line[node]!), 0x7fffffff);
  const entries = new Set(members.map((node) => nodes.entry[node]!));
  const entry = SCOPE_ENTRIES.find((word) => entries.has(ENTRIES.indexOf(word) + 1));
  if (entry !== undefined) result.entry = entry;
  const flags = members.reduce((bits, node) => bits & nodes.flags[node]!, SCOPE_FLAGS);
  for (const [bit, flag] of NODE_FLAGS.entries()) if (flags & (1 << bit)) result[flag] = true;
  result.functions = members.filter((node) => nodes.kind[node] !== CLOSURE).length || members.length;
  return result as unknown as NodeAttributes;
}

/** Columns whose strings stand `shift` further on. */
function shifted(nodes: NodeColumns, shift: number): NodeColumns {
  const move = (column: Int32Array): Int32Array => column.map((id) => (id < 0 ? -1 : id + shift));
  return { ...nodes, key: move(nodes.key), ...Object.fromEntries(NODE_TEXTS.map((name) => [name, move(nodes[name])])) };
}

/** Gives an edge that stands for several ones a reason that says so. */
function withReasons(old: CallGraph, view: View): View {
  const { edges } = view.graph;
  const count = new Int32Array(edges.length);
  const first = new Int32Array(edges.length).fill(-1);
  for (let e = 0; e < old.edges.length; e++) {
    const edge = view.edgeOf[e]!;
    if (edge < 0) continue;
    if (count[edge]!++ === 0) first[edge] = e;
  }
  const strings = [...view.graph.strings];
  const why = edges.why.slice();
  for (let edge = 0; edge < edges.length; edge++) {
    const [from, to] = [old.edges.source[first[edge]!]!, old.edges.target[first[edge]!]!];
    const example = `\`${nodeKey(old, from)}\` -> \`${nodeKey(old, to)}\``;
    why[edge] =
      strings.push(count[edge] === 1 ? example : `${count[edge]} edges between functions, such as ${example}`) - 1;
  }
  return { ...view, graph: { ...view.graph, strings, edges: { ...edges, why } } };
}
