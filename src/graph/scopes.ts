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

/** Returns the crate in which a printed path begins: `core` of `<&core::cell::Cell<T> as core::clone::Clone>::clone`. */
export function crateOf(path: string): string {
  const head = path.startsWith("<") ? (headPath(parsePath(path).self ?? "") ?? path) : path;
  return head.split("::")[0]!;
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
