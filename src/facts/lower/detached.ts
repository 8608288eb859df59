/**
 * Where the grammar joins what Rust keeps apart. To it, `break (a)` is a call of `break`, `..*b` a product with `..` on its left,
 * and `m! { … } (a)` calls what the macro gives. In Rust, `break`, `return` and `..` take as operand whatever can begin
 * an expression, and a statement ends with its block or its macro in braces.
 *
 * The innermost wrong node has the detached part on its left and becomes what its right side is alone: `-b`, `*b`, `&b`,
 * `(a)`, `[a]`. The nodes around it (`(break (a).b()) + c`) keep their form; a prefix is carried up to the last of them
 * and takes that for its operand, a statement goes before the one that is being read.
 */
import { Field, KINDS, Kind } from "../../syntax/kinds.ts";
import { Tag, UnaryOp } from "../ir.ts";
import type { Ref } from "../types.ts";
import type { Context, Node } from "./context.ts";
import { expression, isComposite } from "./expressions.ts";
import { commaBehind } from "./types.ts";

/** By kind: operand that a prefix still lacks + 1; {@link BLOCK} for what may end a statement. */
const DETACHABLE = new Uint8Array(KINDS);
const BLOCK = 255;
DETACHABLE[Kind.Break] = 2;
DETACHABLE[Kind.Return] = 1;
DETACHABLE[Kind.Range] = 2;
for (const kind of [
  Kind.Block,
  Kind.UnsafeBlock,
  Kind.TryBlock,
  Kind.ConstBlock,
  Kind.If,
  Kind.Match,
  Kind.While,
  Kind.Loop,
  Kind.For,
  Kind.MacroInvocation,
]) {
  DETACHABLE[kind] = BLOCK;
}

const CLOSING_BRACE = 125;

/** True when what stands on the left of a node is no operand of it. */
export function isDetached(cx: Context, left: Node): boolean {
  const kind = left === 0 ? 0 : cx.kind(left);
  const missing = DETACHABLE[kind]!;
  if (missing === 0) return false;
  if (missing !== BLOCK) return cx.operand(cx.value(left), missing - 1) === 0;
  return cx.text.charCodeAt(cx.end(left) - 1) === CLOSING_BRACE && cx.beginsStatement(left);
}

/** Returns the record of what remains of a node, and keeps the detached part for {@link carry} or for the block. */
export function detach(cx: Context, left: Node, rest: Ref): Ref {
  const part = expression(cx, left);
  if (DETACHABLE[cx.kind(left)] === BLOCK) cx.finished.set(cx.start(left), part);
  else cx.prefixes.set(rest, part);
  return rest;
}

/** Returns the left operand of a node; a prefix that it carries stays with it. */
export function leftOperand(cx: Context, node: Node): Ref {
  const kind = cx.kind(node);
  return isComposite(kind) && kind !== Kind.MacroInvocation ? cx.value(node) : expression(cx, node);
}

/** Hands the prefix that a left operand carries over to the record around it, which is returned. */
export function carry(cx: Context, left: Ref, around: Ref): Ref {
  const prefix = cx.prefixes.size === 0 ? undefined : cx.prefixes.get(left);
  if (prefix !== undefined) {
    cx.prefixes.delete(left);
    cx.prefixes.set(around, prefix);
  }
  return around;
}

/** Returns the prefix that a record carries with the record as its operand, or the record. */
export function settled(cx: Context, ref: Ref): Ref {
  const prefix = cx.prefixes.get(ref);
  if (prefix === undefined) return ref;
  cx.prefixes.delete(ref);
  cx.setOperand(prefix, cx.tag(prefix) === Tag.Return ? 0 : 1, ref);
  cx.stretch(prefix, ref);
  return prefix;
}

/**
 * Returns what a binary expression is without its left side, or 0 where its operator is no prefix. In `..-b as u8 + c` the
 * right side is `b as u8`, of which the prefix takes `b` only.
 */
export function unaryOf(cx: Context, node: Node): Ref {
  const operator = cx.child(node, Field.Operator);
  const right = cx.child(node, Field.Right);
  const make = operator === 0 || right === 0 ? undefined : PREFIXES[cx.slice(operator)];
  if (make === undefined) return 0;
  const whole = expression(cx, right);
  if (make === closure) return make(cx, node, whole);
  let around = 0;
  let inner = right;
  for (let left = leftOf(cx, inner); left !== 0; left = leftOf(cx, inner)) {
    around = inner;
    inner = left;
  }
  if (around === 0) return make(cx, node, whole);
  const slot = cx.kind(around) === Kind.Cast ? 0 : 1;
  const owner = cx.value(around);
  cx.setOperand(owner, slot, make(cx, inner, cx.operand(owner, slot)));
  return whole;
}

/** Returns the left operand of a cast or an operator, which bind less than a prefix; 0 for other nodes. */
function leftOf(cx: Context, node: Node): Node {
  const kind = cx.kind(node);
  return kind === Kind.Cast ? cx.child(node, Field.Value) : kind === Kind.Binary ? cx.child(node, Field.Left) : 0;
}

type Make = (cx: Context, node: Node, operand: Ref) => Ref;

const borrow: Make = (cx, node, operand) => cx.put3(Tag.Borrow, node, 0, operand, 0);

/** `||`: its body reaches as far as it can. */
const closure: Make = (cx, node, operand) => cx.put4(Tag.Closure, node, 0, 0, operand, 0);

const PREFIXES: Readonly<Record<string, Make | undefined>> = {
  "-": (cx, node, operand) => cx.put2(Tag.Unary, node, UnaryOp.Neg, operand),
  "*": (cx, node, operand) => cx.put2(Tag.Unary, node, UnaryOp.Deref, operand),
  "&": borrow,
  "&&": (cx, node, operand) => borrow(cx, node, borrow(cx, node, operand)),
  "||": closure,
};

/** Returns what the arguments of a call are without the callee: a tuple, or the one expression in parentheses. */
export function tupleOf(cx: Context, args: Node, list: Ref): Ref {
  const only = list !== 0 && cx.tag(list) === 1 ? cx.listItem(list, 1) : 0;
  if (only === 0 || commaBehind(cx, cx.first(args), args)) return cx.put1(Tag.Tuple, args, list);
  return only;
}
