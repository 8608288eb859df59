/** Struct expressions. */
import { Field, Kind } from "../../syntax/kinds.ts";
import { Tag } from "../ir.ts";
import type { Ref } from "../types.ts";
import { CfgAhead } from "./attributes.ts";
import type { Context, Node } from "./context.ts";
import { innerExpression, required } from "./expressions.ts";
import { path } from "./paths.ts";

/** `S { a, b: 1, ..c }`. */
export function lowerStruct(cx: Context, node: Node): Ref {
  const body = cx.child(node, Field.Body);
  const mark = cx.mark();
  let base = 0;
  let behind = cx.start(body);
  const cfg = new CfgAhead();
  for (let c = cx.first(body); body !== 0 && c < cx.next(body); c = cx.next(c)) {
    const kind = cx.kind(c);
    if (kind === Kind.BaseInitializer) base = innerExpression(cx, c);
    else if (kind === Kind.Attribute) cfg.see(cx, c);
    else if (kind === Kind.FieldInitializer || kind === Kind.ShorthandInitializer) {
      cfg.seeHidden(cx, behind, cx.start(c));
      cfg.seeChildren(cx, c);
      cx.push(cfg.wrap(cx, c, kind === Kind.FieldInitializer ? fieldInitializer(cx, c) : shorthand(cx, c)));
    }
    behind = cx.end(c);
  }
  const fields = cx.list(mark);
  const name = cx.child(node, Field.Name);
  return cx.put3(Tag.Struct, node, name === 0 ? 0 : path(cx, name), fields, base);
}

function fieldInitializer(cx: Context, node: Node): Ref {
  const name = cx.child(node, Field.Field);
  return cx.put2(Tag.FieldInit, node, cx.name(name === 0 ? node : name), required(cx, node, Field.Value));
}

function shorthand(cx: Context, node: Node): Ref {
  const name = cx.childOf(node, Kind.Identifier) || node;
  return cx.put2(Tag.FieldInit, node, cx.name(name), cx.put1(Tag.Path_, name, path(cx, name)));
}
