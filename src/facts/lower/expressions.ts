/** Expressions. `expression` turns any node in expression position into a record; the rules serve those that hold others. */
import { NEXT, NODE } from "../../syntax/flat.ts";
import { Field, KINDS, Kind } from "../../syntax/kinds.ts";
import { Tag, UnaryOp } from "../ir.ts";
import type { Ref } from "../types.ts";
import { CfgAhead } from "./attributes.ts";
import type { Context, Node } from "./context.ts";
import { carry, detach, isDetached, leftOperand, settled, tupleOf, unaryOf } from "./detached.ts";
import { literal } from "./literals.ts";
import { macroCallRow } from "./macro-calls.ts";
import { argumentsOf, path } from "./paths.ts";
import { isBox } from "./patterns.ts";
import { isUnderscore, typeOf } from "./types.ts";

/** By kind: 0 no expression, 1 a leaf, 2 one whose rule left a record. */
const EXPRESSIONS = new Uint8Array(KINDS);
const LEAF = 1;
const COMPOSITE = 2;
for (const kind of [
  Kind.Identifier,
  Kind.Self,
  Kind.Scoped,
  Kind.Generic,
  Kind.IntLiteral,
  Kind.FloatLiteral,
  Kind.StringLiteral,
  Kind.RawStringLiteral,
  Kind.CharLiteral,
  Kind.BoolLiteral,
  Kind.Unit,
  Kind.Underscore,
  Kind.Missing,
]) {
  EXPRESSIONS[kind] = LEAF;
}
for (const kind of [
  Kind.Unary,
  Kind.Reference,
  Kind.Try,
  Kind.Binary,
  Kind.Assignment,
  Kind.CompoundAssignment,
  Kind.Cast,
  Kind.Call,
  Kind.Return,
  Kind.Yield,
  Kind.Await,
  Kind.FieldAccess,
  Kind.Array,
  Kind.Tuple,
  Kind.Parenthesized,
  Kind.Break,
  Kind.Continue,
  Kind.Index,
  Kind.Closure,
  Kind.StructExpression,
  Kind.Range,
  Kind.UnsafeBlock,
  Kind.AsyncBlock,
  Kind.GenBlock,
  Kind.TryBlock,
  Kind.ConstBlock,
  Kind.Block,
  Kind.If,
  Kind.LetCondition,
  Kind.LetChain,
  Kind.Match,
  Kind.While,
  Kind.Loop,
  Kind.For,
  Kind.NegativeLiteral,
  Kind.MacroInvocation,
]) {
  EXPRESSIONS[kind] = COMPOSITE;
}

/** True for the kinds that {@link expression} reads. */
export function isExpression(kind: number): boolean {
  return EXPRESSIONS[kind] !== 0;
}

/** True for expressions that are more than a path or a literal: worth keeping where they stand in a syntax error. */
export function isComposite(kind: number): boolean {
  return EXPRESSIONS[kind] === COMPOSITE;
}

/** Returns the record of an expression; Broken for what is none. */
export function expression(cx: Context, node: Node): Ref {
  const kind = cx.kind(node);
  if (EXPRESSIONS[kind] === COMPOSITE) {
    if (kind === Kind.MacroInvocation) return cx.put1(Tag.MacroCall, node, macroCallRow(cx, node));
    return cx.prefixes.size === 0 ? cx.value(node) : settled(cx, cx.value(node));
  }
  switch (kind) {
    case Kind.Identifier:
      if (isUnderscore(cx, node)) return cx.open(Tag.Underscore, node, 0);
      return cx.put1(Tag.Path_, node, path(cx, node));
    case Kind.Self:
    case Kind.Scoped:
      return cx.put1(Tag.Path_, node, path(cx, node));
    case Kind.Generic:
      return genericExpression(cx, node);
    case Kind.Unit:
      return cx.put1(Tag.Tuple, node, 0);
    case Kind.Underscore:
      return cx.open(Tag.Underscore, node, 0);
    case Kind.Error:
    case Kind.Missing:
      return broken(cx, node);
    default:
      return EXPRESSIONS[kind] === LEAF ? literal(cx, node) : broken(cx, node);
  }
}

/** Returns the expression in that role, or 0. */
export function expressionOf(cx: Context, node: Node, field: number): Ref {
  const child = cx.child(node, field);
  return child === 0 ? 0 : expression(cx, child);
}

/** Returns the first expression among a node's children, or 0. */
export function innerExpression(cx: Context, node: Node): Ref {
  const { tree } = cx;
  const end = tree[node + NEXT]!;
  for (let c = node + NODE; c < end; c = tree[c + NEXT]!) {
    if (EXPRESSIONS[tree[c]! & 0xffff] !== 0) return expression(cx, c);
  }
  return 0;
}

/** Like {@link innerExpression}, for what needs an operand. */
function operand(cx: Context, node: Node): Ref {
  return innerExpression(cx, node) || broken(cx, node);
}

/** The first expression among a node's children, as a left operand; see `detached.ts`. */
function firstOperand(cx: Context, node: Node): Ref {
  const child = cx.only(node);
  return child !== 0 && isComposite(cx.kind(child)) ? leftOperand(cx, child) : operand(cx, node);
}

function requiredLeft(cx: Context, node: Node, field: number): Ref {
  const child = cx.child(node, field);
  return child === 0 ? cx.put1(Tag.Broken, node, 0) : leftOperand(cx, child);
}

/** Returns the expression in that role; Broken when there is none. */
export function required(cx: Context, node: Node, field: number): Ref {
  return expressionOf(cx, node, field) || cx.put1(Tag.Broken, node, 0);
}

/** `f::<T>`; over a field access (`x.f::<T>` without a call) it is an error of the text. */
function genericExpression(cx: Context, node: Node): Ref {
  const inner = cx.first(node);
  if (cx.kind(inner) !== Kind.FieldAccess) return cx.put1(Tag.Path_, node, path(cx, node));
  return fieldAccess(cx, inner);
}

/** Returns a Broken record with the expressions directly inside a node, errors within it included. */
export function broken(cx: Context, node: Node): Ref {
  const mark = cx.mark();
  const end = cx.next(node);
  for (let c = cx.first(node); c < end; ) {
    const kind = cx.kind(c);
    if (kind === Kind.Error || kind === Kind.ExpressionStatement || kind === Kind.Arguments) {
      c += NODE;
      continue;
    }
    if (kind === Kind.Let) cx.push(cx.put5(Tag.Block, c, singleton(cx, cx.value(c)), 0, -1, 0, -1));
    else if (isComposite(kind)) cx.push(expression(cx, c));
    c = cx.next(c);
  }
  return cx.put1(Tag.Broken, node, cx.list(mark));
}

function singleton(cx: Context, ref: Ref): Ref {
  const mark = cx.mark();
  cx.push(ref);
  return cx.list(mark);
}

/** A syntax error: what is found in it goes to the block around it, unless the parent reads it itself. */
export function lowerError(cx: Context, node: Node, parent: Node): Ref {
  const kind = cx.kind(parent);
  const readByParent =
    kind === Kind.Block || kind === Kind.SourceFile || kind === Kind.DeclarationList || kind === Kind.Error;
  if (readByParent) return 0;
  const ref = broken(cx, node);
  if (cx.operand(ref, 0) !== 0) cx.orphans.push(ref);
  return ref;
}

const UNARY: Readonly<Record<string, number>> = { "*": UnaryOp.Deref, "-": UnaryOp.Neg, "!": UnaryOp.Not };

/** `-a`, `*a`, `!a`, and negative literals. */
export function lowerUnary(cx: Context, node: Node): Ref {
  return cx.put2(Tag.Unary, node, UNARY[cx.text[cx.start(node)]!] ?? UnaryOp.Not, operand(cx, node));
}

/** `&mut a`, `&raw const a`; `box a`, which Rust had once, is Broken. */
export function lowerReference(cx: Context, node: Node): Ref {
  if (isBox(cx, node)) return cx.put1(Tag.Broken, node, singleton(cx, required(cx, node, Field.Value)));
  const mutable = cx.childOf(node, Kind.Mut) === 0 ? 0 : 1;
  const raw = cx.childOf(node, Kind.RawKeyword) === 0 ? 0 : 1;
  return cx.put3(Tag.Borrow, node, mutable, required(cx, node, Field.Value), raw);
}

/** `a?`. */
export function lowerTry(cx: Context, node: Node): Ref {
  const inner = firstOperand(cx, node);
  return carry(cx, inner, cx.put1(Tag.Try, node, inner));
}

/** `a.await`. */
export function lowerAwait(cx: Context, node: Node): Ref {
  const inner = firstOperand(cx, node);
  return carry(cx, inner, cx.put1(Tag.Await, node, inner));
}

/** `a + b`. */
export function lowerBinary(cx: Context, node: Node): Ref {
  const leftNode = cx.child(node, Field.Left);
  if (isDetached(cx, leftNode)) {
    const rest = unaryOf(cx, node);
    if (rest !== 0) return detach(cx, leftNode, rest);
  }
  const operator = cx.child(node, Field.Operator);
  const left = requiredLeft(cx, node, Field.Left);
  const right = required(cx, node, Field.Right);
  const name = cx.names.span(cx.start(operator), cx.end(operator));
  return carry(cx, left, cx.put3(Tag.Binary, node, name, left, right));
}

/** `a = b`. The grammar has no `..=b`, and reads it as an assignment to `..`. */
export function lowerAssignment(cx: Context, node: Node): Ref {
  const left = cx.child(node, Field.Left);
  const bare = left !== 0 && cx.kind(left) === Kind.Range && cx.end(left) - cx.start(left) === 2;
  if (bare && cx.text.charCodeAt(cx.end(left)) === 61) {
    return cx.put3(Tag.Range, node, 0, required(cx, node, Field.Right), 1);
  }
  return cx.put2(Tag.Assign, node, required(cx, node, Field.Left), required(cx, node, Field.Right));
}

/** `a += b`. */
export function lowerCompoundAssignment(cx: Context, node: Node): Ref {
  const operator = cx.child(node, Field.Operator);
  const left = required(cx, node, Field.Left);
  const right = required(cx, node, Field.Right);
  return cx.put3(Tag.AssignOp, node, cx.names.span(cx.start(operator), cx.end(operator) - 1), left, right);
}

/** `a as T`. */
export function lowerCast(cx: Context, node: Node): Ref {
  const left = requiredLeft(cx, node, Field.Value);
  return carry(cx, left, cx.put2(Tag.Cast, node, left, typeOf(cx, node, Field.Type)));
}

/** `f(a)` and `x.f::<T>(a)`. What a tuple field holds is called, it has no methods: `x.0(a)`. */
export function lowerCall(cx: Context, node: Node): Ref {
  const callee = cx.child(node, Field.Function);
  const parameters = cx.child(node, Field.Arguments);
  const list = parameters === 0 ? 0 : expressionList(cx, parameters);
  if (callee === 0) return cx.put2(Tag.Call, node, cx.put1(Tag.Broken, node, 0), list);
  if (isDetached(cx, callee) && parameters !== 0) return detach(cx, callee, tupleOf(cx, parameters, list));
  const generic = cx.kind(callee) === Kind.Generic;
  const access = generic ? cx.first(callee) : callee;
  const name = cx.kind(access) === Kind.FieldAccess ? cx.child(access, Field.Field) : 0;
  if (name !== 0 && cx.kind(name) === Kind.Identifier) {
    const receiver = requiredLeft(cx, access, Field.Value);
    const generics = generic ? argumentsOf(cx, callee) : 0;
    return carry(cx, receiver, cx.put5(Tag.MethodCall, node, receiver, cx.name(name), generics, list, cx.start(name)));
  }
  const left = name === 0 ? leftOperand(cx, callee) : fieldAccess(cx, access);
  return carry(cx, left, cx.put2(Tag.Call, node, left, list));
}

/** Returns the list of the expressions among a node's children, each under its `#[cfg]`. */
function expressionList(cx: Context, node: Node): Ref {
  const { tree } = cx;
  const end = tree[node + NEXT]!;
  const mark = cx.mark();
  let cfg: CfgAhead | null = null;
  for (let c = node + NODE; c < end; c = tree[c + NEXT]!) {
    const kind = tree[c]! & 0xffff;
    if (kind === Kind.Attribute) (cfg ??= new CfgAhead()).see(cx, c);
    else if (EXPRESSIONS[kind] !== 0) {
      const ref = expression(cx, c);
      cx.push(cfg === null ? ref : cfg.wrap(cx, c, ref));
    }
  }
  return cx.list(mark);
}

/** `a.b`; where it is what a call calls, the call reads it itself. */
export function lowerFieldAccess(cx: Context, node: Node): Ref {
  return cx.field(node) === Field.Function ? 0 : fieldAccess(cx, node);
}

function fieldAccess(cx: Context, node: Node): Ref {
  const base = requiredLeft(cx, node, Field.Value);
  const name = cx.child(node, Field.Field);
  return carry(cx, base, cx.put3(Tag.Field, node, base, cx.name(name), cx.start(name)));
}

/** `[a, b]`, `[a; n]`. */
export function lowerArray(cx: Context, node: Node): Ref {
  const length = cx.child(node, Field.Length);
  if (length === 0) return cx.put1(Tag.Array, node, expressionList(cx, node));
  const element = operand(cx, node);
  return cx.put2(Tag.Repeat, node, element, expression(cx, length));
}

/** `(a, b)`. */
export function lowerTuple(cx: Context, node: Node): Ref {
  return cx.put1(Tag.Tuple, node, expressionList(cx, node));
}

/** `(a)`: what stands inside. */
export function lowerParenthesized(cx: Context, node: Node): Ref {
  return operand(cx, node);
}

/** `a[b]`. */
export function lowerIndex(cx: Context, node: Node): Ref {
  const left = cx.only(node);
  let inner = left === 0 ? 0 : cx.next(left);
  while (inner !== 0 && inner < cx.next(node) && !isExpression(cx.kind(inner))) inner = cx.next(inner);
  const index = inner === 0 || inner >= cx.next(node) ? cx.put1(Tag.Broken, node, 0) : expression(cx, inner);
  if (isDetached(cx, left)) return detach(cx, left, cx.put1(Tag.Array, node, singleton(cx, index)));
  const base = firstOperand(cx, node);
  return carry(cx, base, cx.put2(Tag.Index, node, base, index));
}

/** `a..b`, `a..`, `..b`, `..`, `a..=b`. */
export function lowerRange(cx: Context, node: Node): Ref {
  let low = 0;
  let high = 0;
  let inclusive = 0;
  let behind = false;
  for (let c = cx.first(node); c < cx.next(node); c = cx.next(c)) {
    const kind = cx.kind(c);
    if (kind === Kind.DotDot || kind === Kind.DotDotEq) {
      behind = true;
      inclusive = kind === Kind.DotDotEq ? 1 : 0;
    } else if (isExpression(kind)) {
      if (behind) high = expression(cx, c);
      else low = expression(cx, c);
    }
  }
  return cx.put3(Tag.Range, node, low, high, inclusive);
}
