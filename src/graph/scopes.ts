/** Where a function belongs: the named function, the type, the module and the crate around it. */
import { nodeText } from "./columns.ts";
import { headPath, parsePath } from "./path.ts";
import { type CallGraph, NODE_KINDS } from "./types.ts";

const CLOSURE = NODE_KINDS.indexOf("closure");

/** Returns the named function around each node: itself for all but closures. */
export function namedAround({ nodes }: CallGraph): Int32Array {
  const around = new Int32Array(nodes.length);
  for (let node = 0; node < nodes.length; node++) {
    let at = node;
    for (let steps = 0; nodes.kind[at] === CLOSURE && nodes.parent[at]! >= 0 && steps < nodes.length; steps++) {
      at = nodes.parent[at]!;
    }
    around[node] = at;
  }
  return around;
}

/**
 * Returns the crate of a function outside of the workspace: its package where that is known, else what its path begins with. The methods of
 * primitive types, slices and type parameters (`<[T]>::len`), whose paths begin with no crate, count as the trait's crate or core.
 */
export function externalCrate(graph: CallGraph, node: number): string {
  const known = nodeText(graph, node, "package");
  if (known !== undefined) return known;
  const path = nodeText(graph, node, "path")!;
  if (!path.startsWith("<")) return path.split("::")[0]!;
  const { self, trait } = parsePath(path);
  for (const type of [self, trait]) {
    const head = type === undefined ? undefined : headPath(type);
    if (head?.includes("::")) return head.split("::")[0]!;
  }
  return "core";
}

/** Returns the path of the type or trait that a method belongs to, generics left out; `undefined` for free functions. */
export function typeAround(graph: CallGraph, node: number): string | undefined {
  if (nodeText(graph, node, "impl") === undefined && nodeText(graph, node, "trait") === undefined) return undefined;
  const { self, segments } = parsePath(nodeText(graph, node, "path")!);
  if (self === undefined) {
    const names = segments.slice(0, -1).map((segment) => segment.name);
    return names.length === 0 ? undefined : names.join("::");
  }
  const head = headPath(self) ?? self;
  // A type parameter or a primitive type says nothing without the module of its impl.
  return head.includes("::") ? head : `${nodeText(graph, node, "module") ?? ""}::${head}`;
}
