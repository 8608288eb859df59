/** Generic parameters and where-clauses; lifetimes are left out. */
import { Field, Kind } from "../../syntax/kinds.ts";
import type { GenericParam, Generics, Ref } from "../types.ts";
import { CfgAhead } from "./attributes.ts";
import type { Context, Node } from "./context.ts";
import { expressionOf } from "./expressions.ts";
import { exact } from "./lists.ts";
import { boundList } from "./paths.ts";
import { type, typeOf } from "./types.ts";

const NO_GENERICS: Generics = { params: [], where: [] };

/** Returns the generics of an item. */
export function generics(cx: Context, node: Node): Generics {
  const parameters = cx.child(node, Field.TypeParameters);
  const where: { type: Ref; bounds: Ref }[] = [];
  for (let c = cx.first(node); c < cx.next(node); c = cx.next(c)) {
    if (cx.kind(c) === Kind.Where) readWhere(cx, c, where); // An alias may have one on either side of `=`.
  }
  if (parameters === 0 && where.length === 0) return NO_GENERICS;
  return { params: parameters === 0 ? [] : params(cx, parameters), where: exact(where) };
}

function params(cx: Context, node: Node): readonly GenericParam[] {
  const list: GenericParam[] = [];
  const cfg = new CfgAhead();
  for (let c = cx.first(node); c < cx.next(node); c = cx.next(c)) {
    const kind = cx.kind(c);
    if (kind === Kind.Attribute) cfg.see(cx, c);
    else if (kind === Kind.TypeParameter) list.push(typeParam(cx, c, cfg.take()));
    else if (kind === Kind.ConstParameter) list.push(constParam(cx, c, cfg.take()));
    else if (kind === Kind.Identifier)
      list.push({ name: cx.identifier(c), constType: 0, bounds: 0, default: 0, cfg: cfg.take() });
    else if (kind === Kind.LifetimeParameter) cfg.take();
  }
  return exact(list);
}

function typeParam(cx: Context, node: Node, cfg: string | null): GenericParam {
  const name = cx.child(node, Field.Name);
  return {
    name: name === 0 ? "" : cx.identifier(name),
    constType: 0,
    bounds: boundList(cx, cx.child(node, Field.Bounds)),
    default: typeOf(cx, node, Field.DefaultType),
    cfg,
  };
}

function constParam(cx: Context, node: Node, cfg: string | null): GenericParam {
  const name = cx.child(node, Field.Name);
  return {
    name: name === 0 ? "" : cx.identifier(name),
    constType: typeOf(cx, node, Field.Type),
    bounds: 0,
    default: expressionOf(cx, node, Field.Value),
    cfg,
  };
}

function readWhere(cx: Context, node: Node, to: { type: Ref; bounds: Ref }[]): void {
  for (let c = cx.first(node); c < cx.next(node); c = cx.next(c)) {
    if (cx.kind(c) !== Kind.WherePredicate) continue;
    const left = cx.child(c, Field.Left);
    if (left === 0 || cx.kind(left) === Kind.Lifetime) continue;
    to.push({ type: type(cx, left), bounds: boundList(cx, cx.child(c, Field.Bounds)) });
  }
}
