/** `use` trees, flattened to their leaves. */
import { Field, Kind } from "../../syntax/kinds.ts";
import type { UseLeaf } from "../types.ts";
import type { Context, Node } from "./context.ts";
import { exact } from "./lists.ts";
import { segments } from "./macro-calls.ts";

/** A subtree and the path in front of it. */
interface Branch {
  readonly node: Node;
  readonly prefix: readonly string[];
  readonly global: boolean;
}

/** Returns the leaves of a use declaration's argument, in source order. */
export function useLeaves(cx: Context, argument: Node): readonly UseLeaf[] {
  const leaves: UseLeaf[] = [];
  const branches: Branch[] = [{ node: argument, prefix: [], global: false }];
  for (let branch = branches.pop(); branch !== undefined; branch = branches.pop()) {
    const { node } = branch;
    switch (cx.kind(node)) {
      case Kind.ScopedUseList:
        branches.push(within(extended(cx, branch, cx.child(node, Field.Path)), cx.child(node, Field.List)));
        break;
      case Kind.UseList:
        for (const child of childrenOf(cx, node).reverse()) branches.push(within(branch, child));
        break;
      case Kind.UseWildcard:
        leaves.push(glob(cx, branch));
        break;
      case Kind.UseAs:
        leaves.push(named(cx, branch, cx.child(node, Field.Path), cx.child(node, Field.Alias)));
        break;
      case Kind.Identifier:
      case Kind.Self:
      case Kind.Scoped:
        leaves.push(named(cx, branch, node, 0));
        break;
    }
  }
  return exact(leaves);
}

function within({ prefix, global }: Branch, node: Node): Branch {
  return { node, prefix, global };
}

function childrenOf(cx: Context, node: Node): Node[] {
  const children: Node[] = [];
  for (let c = cx.first(node); c < cx.next(node); c = cx.next(c)) children.push(c);
  return children;
}

/** Adds a path (0 = a lone `::`) to a branch's prefix. */
function extended(cx: Context, branch: Branch, path: Node): Branch {
  const names = path === 0 ? [""] : segments(cx, path);
  if (names[0] !== "") return { node: path, prefix: branch.prefix.concat(names), global: branch.global };
  names.shift();
  return { node: path, prefix: branch.prefix.concat(names), global: branch.global || branch.prefix.length === 0 };
}

/** `a::*`, `::*` or `*`. */
function glob(cx: Context, branch: Branch): UseLeaf {
  const { node } = branch;
  const path = cx.only(node);
  const bare = path === 0 && !cx.slice(node).startsWith("::");
  const { prefix, global } = bare ? branch : extended(cx, branch, path);
  return { path: prefix, global, alias: "*", glob: true, pos: cx.end(node) - 1 };
}

function named(cx: Context, branch: Branch, path: Node, alias: Node): UseLeaf {
  const { prefix, global } = path === 0 ? branch : extended(cx, branch, path);
  const own = branch.prefix.length > 0 && prefix.at(-1) === "self" && prefix.length === branch.prefix.length + 1;
  const full = own ? prefix.slice(0, -1) : prefix;
  const last = lastSegment(cx, path);
  return {
    path: full,
    global,
    alias: alias === 0 ? (full.at(-1) ?? "") : cx.identifier(alias),
    glob: false,
    pos: cx.start(last === 0 ? branch.node : last),
  };
}

function lastSegment(cx: Context, path: Node): Node {
  return path !== 0 && cx.kind(path) === Kind.Scoped ? cx.child(path, Field.Name) : path;
}
