/** Literals: their kind is told by their first letters, their suffix by their last. */
import { Kind } from "../../syntax/kinds.ts";
import { Lit, Tag } from "../ir.ts";
import type { Ref } from "../types.ts";
import type { Context, Node } from "./context.ts";

const SUFFIX = /(?:[iu](?:8|16|32|64|128|size)|f(?:16|32|64|128))$/;
/** In `0x1f32`, `f32` are digits. */
const INTEGER_SUFFIX = /[iu](?:8|16|32|64|128|size)$/;
const RADIX = /^0[xob]/;

const B = 98;
const C = 99;

/** Returns the record of a literal. */
export function literal(cx: Context, node: Node): Ref {
  const kind = cx.kind(node);
  if (kind === Kind.IntLiteral || kind === Kind.FloatLiteral) return number(cx, node, kind === Kind.FloatLiteral);
  return cx.put3(Tag.Literal, node, textKind(kind, cx.text.charCodeAt(cx.start(node))), -1, -1);
}

function textKind(kind: number, first: number): number {
  if (kind === Kind.BoolLiteral) return Lit.Bool;
  if (kind === Kind.CharLiteral) return first === B ? Lit.Byte : Lit.Char;
  return first === B ? Lit.ByteStr : first === C ? Lit.CStr : Lit.Str;
}

function number(cx: Context, node: Node, float: boolean): Ref {
  const start = cx.start(node);
  const end = cx.end(node);
  if (!float && end - start === 1) return cx.put3(Tag.Literal, node, Lit.Int, -1, cx.names.span(start, end));
  const text = cx.text.slice(start, end);
  const suffix = (RADIX.test(text) ? INTEGER_SUFFIX : SUFFIX).exec(text)?.[0];
  const suffixName = suffix === undefined ? -1 : cx.names.add(suffix);
  if (float || suffix?.startsWith("f")) return cx.put3(Tag.Literal, node, Lit.Float, suffixName, -1);
  const digits = cx.names.span(start, end - (suffix?.length ?? 0));
  return cx.put3(Tag.Literal, node, Lit.Int, suffixName, digits);
}
