/** Where control enters the workspace without a call that the graph knows. */
import { nodeText } from "../graph/columns.ts";
import { headPath } from "../graph/path.ts";
import { type CallGraph, ENTRIES, NODE_KINDS } from "../graph/types.ts";

/** Classes of entry points, as `--roots` takes them. */
export const ROOTS = ["main", "public", "tests", "benches", "ffi", "impls", "statics"] as const;
export type Root = (typeof ROOTS)[number];

/** What each class is, for messages and the help. */
export const ROOT_WORDS: Readonly<Record<Root, string>> = {
  main: "main functions, those of build scripts too",
  public: "what libraries export",
  tests: "tests",
  benches: "benchmarks",
  ffi: "functions that can be called from outside of Rust",
  impls: "implementations of traits of other crates",
  statics: "initial values of constants and statics that are read from outside or whatever else is",
};

const ENTRY_OF: Readonly<Partial<Record<Root, (typeof ENTRIES)[number]>>> = {
  main: "main",
  public: "public",
  tests: "test",
  benches: "bench",
  ffi: "ffi",
};
const [INITIALIZER, EXTERNAL] = [NODE_KINDS.indexOf("initializer"), NODE_KINDS.indexOf("external")];

/** Returns the functions of the classes, sorted. */
export function entryNodes(graph: CallGraph, roots: readonly Root[]): number[] {
  const { nodes } = graph;
  const entries = new Set(roots.flatMap((root) => (ENTRY_OF[root] ? [ENTRIES.indexOf(ENTRY_OF[root]) + 1] : [])));
  const ours = roots.includes("impls") ? workspaceCrates(graph) : undefined;
  const result: number[] = [];
  for (let node = 0; node < nodes.length; node++) {
    const isEntry =
      entries.has(nodes.entry[node]!) ||
      (roots.includes("statics") && isReadAnyway(graph, node)) ||
      (ours !== undefined && implementsForeign(graph, node, ours));
    if (isEntry) result.push(node);
  }
  return result;
}

/** Returns the names of the crates that the workspace's functions stand in. */
export function workspaceCrates(graph: CallGraph): ReadonlySet<string> {
  const crates = new Set<string>();
  const seen = new Set<number>();
  for (let node = 0; node < graph.nodes.length; node++) {
    const module = graph.nodes.module[node]!;
    if (module < 0 || graph.nodes.kind[node] === EXTERNAL || seen.has(module)) continue;
    seen.add(module);
    crates.add(graph.strings[module]!.split("::")[0]!);
  }
  return crates;
}

/** A constant or static that needs no reader: exported, evaluated by the compiler (`const _`), or reached through its trait. */
function isReadAnyway(graph: CallGraph, node: number): boolean {
  if (graph.nodes.kind[node] !== INITIALIZER) return false;
  return (
    graph.nodes.entry[node] !== 0 ||
    nodeText(graph, node, "name") === "_" ||
    nodeText(graph, node, "trait") !== undefined
  );
}

/** A method in an impl of a trait that is not the workspace's: whoever knows the trait may call it. */
function implementsForeign(graph: CallGraph, node: number, ours: ReadonlySet<string>): boolean {
  const trait = nodeText(graph, node, "trait");
  if (trait === undefined || nodeText(graph, node, "impl") === undefined || graph.nodes.kind[node] === EXTERNAL)
    return false;
  const head = headPath(trait);
  return head === undefined || !ours.has(head.split("::")[0]!);
}
