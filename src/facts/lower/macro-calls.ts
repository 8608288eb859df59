/** Macro invocations, `path!(…)`: where they stand decides what becomes of them. */
import { Field, Kind } from "../../syntax/kinds.ts";
import type { MacroCall } from "../types.ts";
import type { Context, Node } from "./context.ts";
import { exact } from "./lists.ts";

/** Returns the row of an invocation in expression, statement, type or pattern position. Asked once per node. */
export function macroCallRow(cx: Context, node: Node): number {
  return cx.macroCalls.push(macroCall(cx, node)) - 1;
}

/** Returns the invocation. */
export function macroCall(cx: Context, node: Node): MacroCall {
  const name = cx.child(node, Field.Macro);
  const tokens = cx.childOf(node, Kind.TokenTree);
  const argsStart = tokens === 0 ? cx.end(node) : cx.start(tokens) + 1;
  const opening = tokens === 0 ? "(" : cx.text[argsStart - 1];
  return {
    path: name === 0 ? [] : exact(segments(cx, name)),
    pos: cx.start(name === 0 ? node : name),
    argsStart,
    argsEnd: tokens === 0 ? argsStart : Math.max(argsStart, cx.end(tokens) - 1),
    delimiter: opening === "[" || opening === "{" ? opening : "(",
  };
}

/** Returns the names of a path without arguments; a leading `::` gives a leading `""`. */
export function segments(cx: Context, node: Node): string[] {
  const names: string[] = [];
  let at = node;
  while (cx.kind(at) === Kind.Scoped) {
    const name = cx.child(at, Field.Name);
    if (name !== 0) names.push(cx.identifier(name));
    at = cx.child(at, Field.Path);
    if (at === 0) {
      names.push("");
      return names.reverse();
    }
    if (cx.kind(at) === Kind.Generic) at = cx.first(at);
  }
  names.push(cx.identifier(at));
  return names.reverse();
}
