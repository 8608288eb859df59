/** Types. `type` turns any node in type position into a record; the rules serve types that hold other types. */
import { Field, KINDS, Kind } from "../../syntax/kinds.ts";
import { Tag } from "../ir.ts";
import type { Ref } from "../types.ts";
import type { Context, Node } from "./context.ts";
import { expression } from "./expressions.ts";
import { macroCallRow } from "./macro-calls.ts";
import { boundList, path, pushBound } from "./paths.ts";

const TYPES = new Uint8Array(KINDS);
for (const kind of [
  Kind.Identifier,
  Kind.Self,
  Kind.Scoped,
  Kind.Generic,
  Kind.Underscore,
  Kind.NeverType,
  Kind.Unit,
  Kind.MacroInvocation,
  Kind.ReferenceType,
  Kind.PointerType,
  Kind.ArrayType,
  Kind.TupleType,
  Kind.FunctionType,
  Kind.HigherRanked,
  Kind.AbstractType,
  Kind.DynamicType,
  Kind.BoundedType,
]) {
  TYPES[kind] = 1;
}

/** True for the kinds that {@link type} reads. */
export function isType(kind: number): boolean {
  return TYPES[kind] !== 0;
}

/** Returns the record of a type; `_` for what can't be read. */
export function type(cx: Context, node: Node): Ref {
  switch (cx.kind(node)) {
    case Kind.Identifier:
      if (isUnderscore(cx, node)) return cx.open(Tag.TypeInfer, node, 0);
      return cx.put1(Tag.TypePath, node, path(cx, node));
    case Kind.Self:
    case Kind.Scoped:
    case Kind.Generic:
      return cx.put1(Tag.TypePath, node, path(cx, node));
    case Kind.Underscore:
      return cx.open(Tag.TypeInfer, node, 0);
    case Kind.NeverType:
      return cx.open(Tag.TypeNever, node, 0);
    case Kind.Unit:
      return cx.put1(Tag.TypeTuple, node, 0);
    case Kind.MacroInvocation:
      return cx.put1(Tag.TypeMacro, node, macroCallRow(cx, node));
    case Kind.AbstractType:
      return cx.put1(Tag.TypeImpl, node, cx.value(node));
    case Kind.DynamicType:
      return cx.put1(Tag.TypeDyn, node, cx.value(node));
    case Kind.BoundedType:
      return sum(cx, node);
    case Kind.HigherRanked:
    case Kind.FunctionType:
      return wrapped(cx, node, cx.value(node));
    case Kind.ReferenceType:
    case Kind.PointerType:
    case Kind.ArrayType:
    case Kind.TupleType:
      return cx.value(node);
    default:
      return cx.open(Tag.TypeInfer, node, 0);
  }
}

/** Returns the type in that role, or 0. */
export function typeOf(cx: Context, node: Node, field: number): Ref {
  const child = cx.child(node, field);
  return child === 0 ? 0 : type(cx, child);
}

/** True for the identifier `_`, as which the grammar shows it in some places. */
export function isUnderscore(cx: Context, node: Node): boolean {
  return cx.end(node) - cx.start(node) === 1 && cx.text.charCodeAt(cx.start(node)) === 95;
}

/** A path may stand for the type that it names: `Fn(A) -> B`, `for<'a> Trait<'a>`. */
function wrapped(cx: Context, node: Node, ref: Ref): Ref {
  if (ref === 0) return cx.open(Tag.TypeInfer, node, 0);
  return cx.tag(ref) === Tag.Path ? cx.put1(Tag.TypePath, node, ref) : ref;
}

/** `dyn A + B`, `impl A + B` or, of old, `A + B`. */
function sum(cx: Context, node: Node): Ref {
  let left = node;
  while (cx.kind(left) === Kind.BoundedType) left = cx.first(left);
  return cx.put1(cx.kind(left) === Kind.AbstractType ? Tag.TypeImpl : Tag.TypeDyn, node, cx.value(node));
}

/** `&'a mut T`. */
export function lowerReferenceType(cx: Context, node: Node): Ref {
  return cx.put2(Tag.TypeRef, node, cx.childOf(node, Kind.Mut) === 0 ? 0 : 1, typeOf(cx, node, Field.Type));
}

/** `*const T`, `*mut T`. */
export function lowerPointerType(cx: Context, node: Node): Ref {
  return cx.put2(Tag.TypePtr, node, cx.childOf(node, Kind.Mut) === 0 ? 0 : 1, typeOf(cx, node, Field.Type));
}

/** `[T]`, `[T; N]`. */
export function lowerArrayType(cx: Context, node: Node): Ref {
  const element = typeOf(cx, node, Field.Element);
  const length = cx.child(node, Field.Length);
  if (length === 0) return cx.put1(Tag.TypeSlice, node, element);
  return cx.put2(Tag.TypeArray, node, element, expression(cx, length));
}

/** `(A, B)`; the parentheses of `(A)` leave no trace. */
export function lowerTupleType(cx: Context, node: Node): Ref {
  const mark = cx.mark();
  const end = cx.next(node);
  let last = 0;
  for (let c = cx.first(node); c < end; c = cx.next(c)) {
    if (!isType(cx.kind(c))) continue;
    cx.push(type(cx, c));
    last = c;
  }
  if (cx.pushed(mark) === 1 && !commaBehind(cx, last, node)) return cx.pop();
  return cx.put1(Tag.TypeTuple, node, cx.list(mark));
}

/** True when a comma stands between the end of `last` and that of `node`. */
export function commaBehind(cx: Context, last: Node, node: Node): boolean {
  for (let at = cx.end(last); at < cx.end(node); at++) if (cx.text.charCodeAt(at) === 44) return true;
  return false;
}

/** `fn(A) -> B` gives a type, `Fn(A) -> B` a path. */
export function lowerFunctionType(cx: Context, node: Node): Ref {
  const trait = cx.child(node, Field.Trait);
  const parameters = cx.child(node, Field.Parameters);
  const types = parameters === 0 ? 0 : parameterTypes(cx, parameters);
  const result = typeOf(cx, node, Field.ReturnType);
  if (trait === 0) return cx.put2(Tag.TypeFn, node, types, result);
  return path(cx, trait, cx.put4(Tag.GenericArgs, parameters || node, 1, types, 0, result));
}

function parameterTypes(cx: Context, node: Node): Ref {
  const mark = cx.mark();
  const end = cx.next(node);
  for (let c = cx.first(node); c < end; c = cx.next(c)) {
    const kind = cx.kind(c);
    if (kind === Kind.Parameter) cx.push(typeOf(cx, c, Field.Type) || cx.open(Tag.TypeInfer, c, 0));
    else if (isType(kind)) cx.push(type(cx, c));
  }
  return cx.list(mark);
}

/** `impl A`, `dyn A`: the list of bounds. */
export function lowerBoundObject(cx: Context, node: Node): Ref {
  const trait = cx.child(node, Field.Trait);
  if (trait === 0) return 0;
  if (cx.kind(trait) === Kind.TraitBounds) return boundList(cx, trait);
  const mark = cx.mark();
  pushBound(cx, trait);
  return cx.list(mark);
}

/** `A + B + 'a`, a left spine: the outermost gives the list of all bounds, those inside nothing. */
export function lowerBoundedType(cx: Context, node: Node, parent: Node): Ref {
  if (cx.kind(parent) === Kind.BoundedType && cx.first(parent) === node) return 0;
  const parts: Node[] = [];
  let left = node;
  for (; cx.kind(left) === Kind.BoundedType; left = cx.first(left)) {
    for (let c = cx.next(cx.first(left)); c < cx.next(left); c = cx.next(c)) parts.push(c);
  }
  parts.push(left);
  const mark = cx.mark();
  for (let i = parts.length - 1; i >= 0; i--) pushBound(cx, parts[i]!);
  return cx.list(mark);
}
