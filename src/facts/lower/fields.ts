/** Fields of structs and unions, and the variants of enums. */
import { Field, Kind } from "../../syntax/kinds.ts";
import type { Attr, FieldDecl, FieldsForm, VariantDecl } from "../types.ts";
import { CfgAhead, readAttribute } from "./attributes.ts";
import type { Context, Node } from "./context.ts";
import { expressionOf } from "./expressions.ts";
import { visibility } from "./items.ts";
import { exact } from "./lists.ts";
import { isType, type, typeOf } from "./types.ts";

/** Returns the form of a body (0 = none). */
export function formOf(cx: Context, body: Node): FieldsForm {
  if (body === 0) return "unit";
  return cx.kind(body) === Kind.OrderedFields ? "tuple" : "named";
}

/** Returns the fields of a body (0 = none). */
export function fieldDecls(cx: Context, body: Node): readonly FieldDecl[] {
  if (body === 0) return [];
  return exact(cx.kind(body) === Kind.OrderedFields ? tupleFields(cx, body) : namedFields(cx, body));
}

function namedFields(cx: Context, body: Node): FieldDecl[] {
  const fields: FieldDecl[] = [];
  const cfg = new CfgAhead();
  for (let c = cx.first(body); c < cx.next(body); c = cx.next(c)) {
    const kind = cx.kind(c);
    if (kind === Kind.Attribute) cfg.see(cx, c);
    if (kind !== Kind.FieldDeclaration) continue;
    const name = cx.child(c, Field.Name);
    fields.push({
      name: name === 0 ? "" : cx.identifier(name),
      type: typeOf(cx, c, Field.Type),
      vis: visibility(cx, cx.childOf(c, Kind.Visibility)),
      pos: cx.start(name === 0 ? c : name),
      cfg: cfg.take(),
    });
  }
  return fields;
}

function tupleFields(cx: Context, body: Node): FieldDecl[] {
  const fields: FieldDecl[] = [];
  const cfg = new CfgAhead();
  let vis = 0;
  for (let c = cx.first(body); c < cx.next(body); c = cx.next(c)) {
    const kind = cx.kind(c);
    if (kind === Kind.Attribute) cfg.see(cx, c);
    else if (kind === Kind.Visibility) vis = c;
    else if (isType(kind)) {
      fields.push({
        name: String(fields.length),
        type: type(cx, c),
        vis: visibility(cx, vis),
        pos: cx.start(c),
        cfg: cfg.take(),
      });
      vis = 0;
    }
  }
  return fields;
}

/** Returns the variants of an enum's body. */
export function variants(cx: Context, body: Node): readonly VariantDecl[] {
  const list: VariantDecl[] = [];
  let attrs: Attr[] = [];
  for (let c = cx.first(body); c < cx.next(body); c = cx.next(c)) {
    const kind = cx.kind(c);
    if (kind === Kind.Attribute) readAttribute(cx, c, attrs);
    if (kind !== Kind.EnumVariant) continue;
    const name = cx.child(c, Field.Name);
    const fields = cx.child(c, Field.Body);
    list.push({
      name: name === 0 ? "" : cx.identifier(name),
      pos: cx.start(name === 0 ? c : name),
      form: formOf(cx, fields),
      fields: fieldDecls(cx, fields),
      value: expressionOf(cx, c, Field.Value),
      attrs: exact(attrs),
    });
    attrs = [];
  }
  return exact(list);
}
