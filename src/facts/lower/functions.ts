/** Functions: their signatures, and those whose braces are not found. */
import { Field, Kind } from "../../syntax/kinds.ts";
import type { FnItem, Item, Param, SelfParam } from "../types.ts";
import { CfgAhead } from "./attributes.ts";
import { tornBlock } from "./blocks.ts";
import type { Context, Node } from "./context.ts";
import { generics } from "./generics.ts";
import { abi, base, isItem, keep, NO_ATTRS, PRIVATE } from "./items.ts";
import { exact } from "./lists.ts";
import { pattern, patternOf } from "./patterns.ts";
import { isType, type, typeOf } from "./types.ts";

/** `const async unsafe extern "C" fn name<G>(params) -> R where … { … }`. */
export function lowerFunction(cx: Context, node: Node): number {
  const { name, pos, namePos, end, vis, attrs } = base(cx, node);
  const parameters = cx.child(node, Field.Parameters);
  const modifiers = cx.childOf(node, Kind.FunctionModifiers);
  const body = cx.child(node, Field.Body);
  const item: FnItem = {
    kind: "fn",
    name,
    pos,
    namePos,
    end,
    vis,
    attrs,
    generics: generics(cx, node),
    self: parameters === 0 ? null : selfParam(cx, parameters),
    params: parameters === 0 ? [] : params(cx, parameters),
    ret: typeOf(cx, node, Field.ReturnType),
    body: cx.bodies && body !== 0 ? cx.value(body) : 0,
    blocks: cx.scopes.takeBody(cx.start(node)),
    hasBody: body !== 0,
    async: has(cx, modifiers, Kind.AsyncKeyword),
    unsafe: has(cx, modifiers, Kind.UnsafeKeyword),
    const: has(cx, modifiers, Kind.ConstKeyword),
    abi: modifiers === 0 ? null : abi(cx, cx.childOf(modifiers, Kind.ExternModifier)),
    variadic: has(cx, parameters, Kind.VariadicParameter),
  };
  return keep(cx, item);
}

/** A function in a syntax error, mostly one without its closing brace: name, parameters and statements are siblings. */
export function tornFunction(cx: Context, keyword: Node, end: Node): Item | null {
  const name = cx.next(keyword);
  if (name >= end || cx.kind(name) !== Kind.Identifier) return null;
  let parameters = cx.next(name);
  if (parameters < end && cx.kind(parameters) === Kind.TypeParameters) parameters = cx.next(parameters);
  if (parameters >= end || cx.kind(parameters) !== Kind.Parameters) return null;
  const from = cx.next(parameters);
  let to = from;
  while (to < end && !isItem(cx.kind(to)) && cx.kind(to) !== Kind.ItemKeyword) to = cx.next(to);
  const pos = cx.start(keyword);
  return {
    kind: "fn",
    name: cx.identifier(name),
    pos,
    namePos: cx.start(name),
    end: to < end ? cx.start(to) : cx.text.length,
    vis: PRIVATE,
    attrs: NO_ATTRS,
    generics: { params: [], where: [] },
    self: selfParam(cx, parameters),
    params: params(cx, parameters),
    ret: 0,
    body: cx.bodies ? tornBlock(cx, keyword, from, to) : 0,
    blocks: cx.scopes.takeBody(pos),
    hasBody: true,
    async: false,
    unsafe: false,
    const: false,
    abi: null,
    variadic: false,
  };
}

function has(cx: Context, node: Node, kind: number): boolean {
  return node !== 0 && cx.childOf(node, kind) !== 0;
}

function selfParam(cx: Context, parameters: Node): SelfParam | null {
  for (let c = cx.first(parameters); c < cx.next(parameters); c = cx.next(c)) {
    const kind = cx.kind(c);
    if (kind === Kind.SelfParameter) return { form: selfForm(cx.slice(c)), type: 0 };
    if (kind === Kind.Parameter) return isSelf(cx, c) ? { form: "typed", type: typeOf(cx, c, Field.Type) } : null;
  }
  return null;
}

function selfForm(text: string): SelfParam["form"] {
  if (!text.startsWith("&")) return "value";
  return /\bmut\s+self$/.test(text) ? "refMut" : "ref";
}

function isSelf(cx: Context, parameter: Node): boolean {
  const name = cx.child(parameter, Field.Pattern);
  return name !== 0 && cx.kind(name) === Kind.Self;
}

function params(cx: Context, parameters: Node): readonly Param[] {
  const list: Param[] = [];
  const cfg = new CfgAhead();
  let behind = cx.start(parameters);
  for (let c = cx.first(parameters); c < cx.next(parameters); c = cx.next(c)) {
    const kind = cx.kind(c);
    cfg.seeHidden(cx, behind, cx.start(c));
    behind = cx.end(c);
    if (kind === Kind.Attribute) cfg.see(cx, c);
    else if (kind === Kind.Parameter) {
      if (isSelf(cx, c)) cfg.take();
      else list.push({ pattern: patternOf(cx, c, Field.Pattern), type: typeOf(cx, c, Field.Type), cfg: cfg.take() });
    } else if (isType(kind)) {
      // 2015: a parameter without a name. `_` alone is a name without a type, which only closures may have.
      list.push({ pattern: pattern(cx, parameters), type: type(cx, c), cfg: cfg.take() });
    }
  }
  return exact(list);
}
