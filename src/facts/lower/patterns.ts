/** Patterns. `pattern` turns any node in pattern position into a record; the rules serve those that hold others. */
import { Field, Kind } from "../../syntax/kinds.ts";
import { Tag } from "../ir.ts";
import type { Ref } from "../types.ts";
import { CfgAhead } from "./attributes.ts";
import type { Context, Node } from "./context.ts";
import { expression, isExpression } from "./expressions.ts";
import { macroCallRow } from "./macro-calls.ts";
import { path } from "./paths.ts";
import { commaBehind, isUnderscore } from "./types.ts";

/** Returns the record of a pattern; a wildcard for what is none. */
export function pattern(cx: Context, node: Node): Ref {
  switch (cx.kind(node)) {
    case Kind.Identifier:
      if (isUnderscore(cx, node)) return cx.open(Tag.PatWild, node, 0);
      return identifierPattern(cx, node);
    case Kind.Self:
      return identifierPattern(cx, node);
    case Kind.Scoped:
    case Kind.Generic:
      return cx.put1(Tag.PatPath, node, path(cx, node));
    case Kind.RestPattern:
      return cx.open(Tag.PatRest, node, 0);
    case Kind.Unit:
      return cx.put1(Tag.PatTuple, node, 0);
    case Kind.MacroInvocation:
      return cx.put1(Tag.PatMacro, node, macroCallRow(cx, node));
    case Kind.IntLiteral:
    case Kind.FloatLiteral:
    case Kind.StringLiteral:
    case Kind.RawStringLiteral:
    case Kind.CharLiteral:
    case Kind.BoolLiteral:
    case Kind.NegativeLiteral:
    case Kind.ConstBlock:
    case Kind.Block:
      return cx.put1(Tag.PatLit, node, expression(cx, node));
    case Kind.TuplePattern:
    case Kind.SlicePattern:
    case Kind.TupleStructPattern:
    case Kind.StructPattern:
    case Kind.MutPattern:
    case Kind.RangePattern:
    case Kind.RefPattern:
    case Kind.CapturedPattern:
    case Kind.ReferencePattern:
    case Kind.OrPattern:
      return cx.value(node);
    default:
      return cx.open(Tag.PatWild, node, 0);
  }
}

/** Returns the pattern in that role, made mutable when `mut` stands before it; a wildcard when there is none. */
export function patternOf(cx: Context, node: Node, field: number): Ref {
  const child = cx.child(node, field);
  if (child === 0) return cx.open(Tag.PatWild, node, 0);
  const ref = pattern(cx, child);
  if (cx.childOf(node, Kind.Mut) !== 0) setFlag(cx, ref, MUTABLE);
  return ref;
}

const BY_REFERENCE = 1;
const MUTABLE = 2;

/** Sets an operand of a PatIdent; other patterns take no `ref` and no `mut`. */
function setFlag(cx: Context, ref: Ref, operand: number): void {
  if (cx.tag(ref) === Tag.PatIdent) cx.setOperand(ref, operand, 1);
}

function identifierPattern(cx: Context, node: Node): Ref {
  return cx.put4(Tag.PatIdent, node, cx.name(node), 0, 0, 0);
}

/** True for the nodes inside a pattern that are patterns, and not its path, a keyword or an error. */
function isSubPattern(cx: Context, node: Node): boolean {
  if (cx.field(node) === Field.Type) return false;
  const kind = cx.kind(node);
  return kind !== Kind.Error && kind !== Kind.Mut && kind !== Kind.RefKeyword && kind !== Kind.Attribute;
}

function patternList(cx: Context, node: Node): Ref {
  const mark = cx.mark();
  for (let c = cx.first(node); c < cx.next(node); c = cx.next(c)) if (isSubPattern(cx, c)) cx.push(pattern(cx, c));
  return cx.list(mark);
}

/** `(a, b)`; the parentheses of `(a)` leave no trace. */
export function lowerTuplePattern(cx: Context, node: Node): Ref {
  const mark = cx.mark();
  let last = 0;
  for (let c = cx.first(node); c < cx.next(node); c = cx.next(c)) {
    if (!isSubPattern(cx, c)) continue;
    cx.push(cx.kind(c) === Kind.Closure ? barPattern(cx, c) : pattern(cx, c));
    last = c;
  }
  if (cx.pushed(mark) !== 1 || commaBehind(cx, last, node)) return cx.put1(Tag.PatTuple, node, cx.list(mark));
  const ref = cx.pop();
  return cx.tag(ref) === Tag.PatRest ? cx.put1(Tag.PatTuple, node, singleton(cx, ref)) : ref;
}

function singleton(cx: Context, ref: Ref): Ref {
  const mark = cx.mark();
  cx.push(ref);
  return cx.list(mark);
}

/** `(| A | B)`: the grammar takes the alternatives for a closure's parameter and body. */
function barPattern(cx: Context, node: Node): Ref {
  const mark = cx.mark();
  const parameters = cx.child(node, Field.Parameters);
  if (parameters !== 0) {
    for (let c = cx.first(parameters); c < cx.next(parameters); c = cx.next(c)) cx.push(pattern(cx, c));
  }
  const body = cx.child(node, Field.Body);
  if (body !== 0) cx.push(pattern(cx, body));
  return cx.put1(Tag.PatOr, node, cx.list(mark));
}

/** `[a, .., b]`. */
export function lowerSlicePattern(cx: Context, node: Node): Ref {
  return cx.put1(Tag.PatSlice, node, patternList(cx, node));
}

/** `Some(x)`. */
export function lowerTupleStructPattern(cx: Context, node: Node): Ref {
  const patterns = patternList(cx, node);
  const name = cx.child(node, Field.Type);
  return cx.put2(Tag.PatTupleStruct, node, name === 0 ? 0 : path(cx, name), patterns);
}

/** `P { x, y: 1, .. }`. */
export function lowerStructPattern(cx: Context, node: Node): Ref {
  const mark = cx.mark();
  const cfg = new CfgAhead();
  let rest = 0;
  let behind = cx.start(node);
  for (let c = cx.first(node); c < cx.next(node); c = cx.next(c)) {
    const kind = cx.kind(c);
    if (kind === Kind.Attribute) cfg.see(cx, c);
    else if (kind === Kind.RestPattern) rest = 1;
    else if (kind === Kind.FieldPattern) {
      cfg.seeHidden(cx, behind, cx.start(c));
      cx.push(cfg.wrap(cx, c, fieldPattern(cx, c)));
    }
    behind = cx.end(c);
  }
  const fields = cx.list(mark);
  const name = cx.child(node, Field.Type);
  return cx.put3(Tag.PatStruct, node, name === 0 ? 0 : path(cx, name), fields, rest);
}

function fieldPattern(cx: Context, node: Node): Ref {
  const name = cx.child(node, Field.Name);
  const inner = cx.child(node, Field.Pattern);
  const ref = inner !== 0 ? pattern(cx, inner) : identifierPattern(cx, name === 0 ? node : name);
  if (cx.childOf(node, Kind.RefKeyword) !== 0) setFlag(cx, ref, BY_REFERENCE);
  if (cx.childOf(node, Kind.Mut) !== 0) setFlag(cx, ref, MUTABLE);
  return cx.put2(Tag.PatField, node, cx.name(name === 0 ? node : name), ref);
}

/** Returns the last child that is a pattern: `mut`, `ref`, `&` and `x @` stand before it. */
function innerPattern(cx: Context, node: Node): Node {
  let inner = 0;
  for (let c = cx.first(node); c < cx.next(node); c = cx.next(c)) if (isSubPattern(cx, c)) inner = c;
  return inner;
}

/** `mut x`. */
export function lowerMutPattern(cx: Context, node: Node): Ref {
  return flagged(cx, node, MUTABLE);
}

/** `ref x`. */
export function lowerRefPattern(cx: Context, node: Node): Ref {
  return flagged(cx, node, BY_REFERENCE);
}

function flagged(cx: Context, node: Node, operand: number): Ref {
  const inner = innerPattern(cx, node);
  if (inner === 0) return cx.open(Tag.PatWild, node, 0);
  const ref = pattern(cx, inner);
  setFlag(cx, ref, operand);
  cx.widen(ref, node);
  return ref;
}

/** `x @ p`. */
export function lowerCapturedPattern(cx: Context, node: Node): Ref {
  const name = cx.first(node);
  const inner = innerPattern(cx, node);
  const sub = inner === 0 || inner === name ? 0 : pattern(cx, inner);
  return cx.put4(Tag.PatIdent, node, cx.name(name), 0, 0, sub);
}

/** `&p`, `&mut p`, and `box p`, which the grammar was shown as the former. */
export function lowerReferencePattern(cx: Context, node: Node): Ref {
  const mutable = cx.childOf(node, Kind.Mut) === 0 ? 0 : 1;
  const inner = innerPattern(cx, node);
  const ref = inner === 0 ? cx.open(Tag.PatWild, node, 0) : pattern(cx, inner);
  if (isBox(cx, node)) return cx.put1(Tag.PatBox, node, ref);
  return cx.put2(Tag.PatRef, node, mutable, ref);
}

/** True where the original text has `box` instead of `&`. */
export function isBox(cx: Context, node: Node): boolean {
  return cx.repaired && cx.text.startsWith("box", cx.start(node));
}

/** `a | b | c`, a left spine: the outermost gives the list, those inside nothing. */
export function lowerOrPattern(cx: Context, node: Node, parent: Node): Ref {
  if (cx.kind(parent) === Kind.OrPattern && cx.first(parent) === node) return 0;
  const alternatives: Node[] = [];
  let left = node;
  for (; cx.kind(left) === Kind.OrPattern; left = cx.first(left)) {
    const first = cx.first(left);
    for (let c = cx.next(first); c < cx.next(left); c = cx.next(c)) if (isSubPattern(cx, c)) alternatives.push(c);
  }
  if (isSubPattern(cx, left)) alternatives.push(left);
  const mark = cx.mark();
  for (let i = alternatives.length - 1; i >= 0; i--) cx.push(pattern(cx, alternatives[i]!));
  if (cx.pushed(mark) === 1) return cx.pop();
  return cx.put1(Tag.PatOr, node, cx.list(mark));
}

/** `1..=2`, `A..`, `..=B`. */
export function lowerRangePattern(cx: Context, node: Node): Ref {
  const low = cx.child(node, Field.Left);
  const high = cx.child(node, Field.Right);
  return cx.put2(Tag.PatRange, node, bound(cx, low), bound(cx, high));
}

function bound(cx: Context, node: Node): Ref {
  return node !== 0 && isExpression(cx.kind(node)) ? expression(cx, node) : 0;
}
