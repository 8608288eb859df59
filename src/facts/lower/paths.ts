/**
 * Paths, in whatever position, and their generic arguments. A path is a left spine (`((a)::b)::<T>::c`) which is
 * followed by a loop; its arguments are nodes of their own and were lowered before.
 */
import { NEXT, NODE } from "../../syntax/flat.ts";
import { Field, Kind } from "../../syntax/kinds.ts";
import { Tag } from "../ir.ts";
import type { Ref } from "../types.ts";
import type { Context, Node } from "./context.ts";
import { expression, isExpression } from "./expressions.ts";
import { isType, type } from "./types.ts";

/** Returns the Path record of an identifier, a scoped path or one with arguments. */
export function path(cx: Context, node: Node, lastArguments: Ref = 0): Ref {
  const kind = cx.kind(node);
  if (kind === Kind.Identifier || kind === Kind.Self) {
    return single(cx, node, lastArguments);
  }
  const mark = cx.mark();
  let global = 0;
  let self = 0;
  let trait = 0;
  let args = lastArguments;
  for (let at = node; ; ) {
    const kind = cx.kind(at);
    if (kind === Kind.Generic) {
      args = argumentsOf(cx, at);
      at = cx.first(at);
    } else if (kind === Kind.Scoped) {
      pushSegment(cx, cx.child(at, Field.Name), args);
      args = 0;
      at = cx.child(at, Field.Path);
      if (at === 0) {
        global = 1;
        break;
      }
    } else if (kind === Kind.Bracketed) {
      const inner = cx.only(at);
      self = cx.value(at);
      trait = cx.kind(inner) === Kind.Qualified ? cx.value(inner) : 0;
      break;
    } else {
      pushSegment(cx, at, args);
      break;
    }
  }
  return writePath(cx, node, mark, global, self, trait);
}

/** Returns a path of one segment. */
function single(cx: Context, node: Node, args: Ref): Ref {
  const name = cx.name(node);
  const ref = cx.open(Tag.Path, node, 7);
  cx.setOperand(ref, 0, 0);
  cx.setOperand(ref, 1, 0);
  cx.setOperand(ref, 2, 0);
  cx.setOperand(ref, 3, 1);
  cx.setOperand(ref, 4, name);
  cx.setOperand(ref, 5, args);
  cx.setOperand(ref, 6, cx.start(node));
  return ref;
}

function pushSegment(cx: Context, node: Node, args: Ref): void {
  if (node === 0) return;
  cx.push(cx.start(node));
  cx.push(args);
  cx.push(cx.name(node));
}

/** Segments were pushed from the last to the first, each as offset, arguments, name. */
function writePath(cx: Context, node: Node, mark: number, global: number, self: Ref, trait: Ref): Ref {
  const values = cx.pushed(mark);
  const ref = cx.open(Tag.Path, node, 4 + values);
  cx.setOperand(ref, 0, global);
  cx.setOperand(ref, 1, self);
  cx.setOperand(ref, 2, trait);
  cx.setOperand(ref, 3, values / 3);
  for (let i = 0; i < values; i++) cx.setOperand(ref, 4 + i, cx.pop());
  return ref;
}

/** Returns the GenericArgs record of a node of kind Generic, or 0. */
export function argumentsOf(cx: Context, node: Node): Ref {
  const args = cx.childOf(node, Kind.TypeArguments);
  return args === 0 ? 0 : cx.value(args);
}

/** `<A, 'a, 3, Item = B, Item: C>`; 0 when there are lifetimes only. */
export function lowerTypeArguments(cx: Context, node: Node): Ref {
  const end = cx.next(node);
  const bindings: Ref[] = [];
  const mark = cx.mark();
  for (let c = cx.first(node); c < end; c = cx.next(c)) {
    const kind = cx.kind(c);
    const next = cx.next(c);
    if (kind === Kind.TypeBinding) bindings.push(equalityBinding(cx, c));
    else if (next < end && cx.kind(next) === Kind.TraitBounds) bindings.push(boundBinding(cx, c, next));
    else if (isType(kind)) cx.push(type(cx, c));
    else if (isExpression(kind)) cx.push(cx.put1(Tag.TypeConst, c, expression(cx, c)));
  }
  if (bindings.length === 0 && cx.pushed(mark) === 0) return 0;
  const types = cx.list(mark);
  const bindingMark = cx.mark();
  for (const binding of bindings) cx.push(binding);
  return cx.put4(Tag.GenericArgs, node, 0, types, cx.list(bindingMark), 0);
}

function equalityBinding(cx: Context, node: Node): Ref {
  const args = cx.child(node, Field.TypeArguments);
  const of = cx.child(node, Field.Type);
  const value = of === 0 ? 0 : type(cx, of);
  const name = cx.name(cx.child(node, Field.Name));
  return cx.put4(Tag.AssocBinding, node, name, args === 0 ? 0 : cx.value(args), value, 0);
}

function boundBinding(cx: Context, node: Node, bounds: Node): Ref {
  const generic = cx.kind(node) === Kind.Generic;
  const list = boundList(cx, bounds);
  const name = cx.name(generic ? cx.first(node) : node);
  return cx.put4(Tag.AssocBinding, node, name, generic ? argumentsOf(cx, node) : 0, 0, list);
}

/** `<T>` or `<T as Trait>` before `::`: the type is the result; the trait's path that of the Qualified node. */
export function lowerBracketed(cx: Context, node: Node): Ref {
  const inner = cx.only(node);
  if (inner === 0) return 0;
  if (cx.kind(inner) !== Kind.Qualified) return type(cx, inner);
  const of = cx.child(inner, Field.Type);
  const as = cx.child(inner, Field.Alias);
  cx.setValue(inner, as === 0 ? 0 : boundPath(cx, as));
  return of === 0 ? 0 : type(cx, of);
}

/** Returns the list of paths of a TraitBounds node; lifetimes and `?Trait` are left out. */
export function boundList(cx: Context, node: Node): Ref {
  if (node === 0) return 0;
  const mark = cx.mark();
  pushBounds(cx, node);
  return cx.list(mark);
}

function pushBounds(cx: Context, node: Node): void {
  const { tree } = cx;
  const end = tree[node + NEXT]!;
  for (let c = node + NODE; c < end; c = tree[c + NEXT]!) pushBound(cx, c);
}

/** Pushes the path (or the paths of a sum) that a bound names, if any. */
export function pushBound(cx: Context, node: Node): void {
  const kind = cx.kind(node);
  if (kind === Kind.BoundedType || kind === Kind.DynamicType || kind === Kind.AbstractType) {
    const list = cx.value(node);
    const count = list === 0 ? 0 : cx.tag(list);
    for (let i = 1; i <= count; i++) cx.push(cx.listItem(list, i));
    return;
  }
  const bound = boundPath(cx, node);
  if (bound !== 0) cx.push(bound);
}

/** Returns the path of a bound, or 0. */
export function boundPath(cx: Context, node: Node): Ref {
  const kind = cx.kind(node);
  switch (kind) {
    case Kind.Identifier:
    case Kind.Scoped:
    case Kind.Generic:
      return path(cx, node);
    case Kind.HigherRanked:
    case Kind.FunctionType:
    case Kind.TupleType:
      return pathOfType(cx, cx.value(node));
    default:
      return 0;
  }
}

/** `for<'a> Trait<'a>`: the path. */
export function lowerHigherRanked(cx: Context, node: Node): Ref {
  const of = cx.child(node, Field.Type);
  if (of === 0) return 0;
  const bound = boundPath(cx, of);
  return bound !== 0 ? bound : type(cx, of);
}

function pathOfType(cx: Context, ref: Ref): Ref {
  if (ref === 0) return 0;
  if (cx.tag(ref) === Tag.Path) return ref;
  return cx.tag(ref) === Tag.TypePath ? cx.operand(ref, 0) : 0;
}
