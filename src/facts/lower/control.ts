/** Expressions that steer: conditions, loops, jumps, matches, closures. */
import { Field, Kind } from "../../syntax/kinds.ts";
import { Tag } from "../ir.ts";
import type { Ref } from "../types.ts";
import { CfgAhead } from "./attributes.ts";
import { labelOf } from "./blocks.ts";
import type { Context, Node } from "./context.ts";
import { broken, expression, expressionOf, innerExpression, isExpression, required } from "./expressions.ts";
import { pattern, patternOf } from "./patterns.ts";
import { typeOf } from "./types.ts";

/** `if c { … } else { … }`. */
export function lowerIf(cx: Context, node: Node): Ref {
  const condition = required(cx, node, Field.Condition);
  const then = required(cx, node, Field.Consequence);
  const clause = cx.child(node, Field.Alternative);
  return cx.put3(Tag.If, node, condition, then, clause === 0 ? 0 : innerExpression(cx, clause));
}

/** `let p = e` as a condition. */
export function lowerLetCondition(cx: Context, node: Node): Ref {
  const ref = patternOf(cx, node, Field.Pattern);
  return cx.put2(Tag.LetCond, node, ref, required(cx, node, Field.Value));
}

/** `a && let p = b && c`, which the grammar gives as one flat row. */
export function lowerLetChain(cx: Context, node: Node): Ref {
  let left = 0;
  for (let c = cx.first(node); c < cx.next(node); c = cx.next(c)) {
    if (!isExpression(cx.kind(c))) continue;
    const right = expression(cx, c);
    left = left === 0 ? right : cx.put3(Tag.Binary, node, cx.names.add("&&"), left, right);
  }
  return left || broken(cx, node);
}

/** `match e { p if g => b, … }`. */
export function lowerMatch(cx: Context, node: Node): Ref {
  const scrutinee = required(cx, node, Field.Value);
  const body = cx.child(node, Field.Body);
  const mark = cx.mark();
  const cfg = new CfgAhead();
  for (let c = cx.first(body); body !== 0 && c < cx.next(body); c = cx.next(c)) {
    if (cx.kind(c) !== Kind.MatchArm) continue;
    cfg.seeChildren(cx, c);
    cx.push(cfg.wrap(cx, c, arm(cx, c)));
  }
  return cx.put2(Tag.Match, node, scrutinee, cx.list(mark));
}

function arm(cx: Context, node: Node): Ref {
  const head = cx.child(node, Field.Pattern);
  const inner = head === 0 ? 0 : cx.only(head);
  const ref = inner === 0 ? cx.open(Tag.PatWild, node, 0) : pattern(cx, inner);
  const guard = head === 0 ? 0 : expressionOf(cx, head, Field.Condition);
  return cx.put3(Tag.Arm, node, ref, guard, required(cx, node, Field.Value));
}

/** `'l: loop { … }`. */
export function lowerLoop(cx: Context, node: Node): Ref {
  return cx.put2(Tag.Loop, node, required(cx, node, Field.Body), labelOf(cx, node));
}

/** `'l: while c { … }`. */
export function lowerWhile(cx: Context, node: Node): Ref {
  const condition = required(cx, node, Field.Condition);
  return cx.put3(Tag.While, node, condition, required(cx, node, Field.Body), labelOf(cx, node));
}

/** `'l: for p in e { … }`. */
export function lowerFor(cx: Context, node: Node): Ref {
  const ref = patternOf(cx, node, Field.Pattern);
  const iterable = required(cx, node, Field.Value);
  return cx.put4(Tag.For, node, ref, iterable, required(cx, node, Field.Body), labelOf(cx, node));
}

/** `return a`. */
export function lowerReturn(cx: Context, node: Node): Ref {
  return cx.put1(Tag.Return, node, innerExpression(cx, node));
}

/** `yield a`. */
export function lowerYield(cx: Context, node: Node): Ref {
  return cx.put1(Tag.Yield, node, innerExpression(cx, node));
}

/** `break 'l a`. */
export function lowerBreak(cx: Context, node: Node): Ref {
  return cx.put2(Tag.Break, node, labelOf(cx, node), innerExpression(cx, node));
}

/** `continue 'l`. */
export function lowerContinue(cx: Context, node: Node): Ref {
  return cx.put1(Tag.Continue, node, labelOf(cx, node));
}

/** `async move |a, b: T| -> U { … }`. */
export function lowerClosure(cx: Context, node: Node): Ref {
  const parameters = cx.child(node, Field.Parameters);
  const mark = cx.mark();
  if (parameters !== 0) {
    for (let c = cx.first(parameters); c < cx.next(parameters); c = cx.next(c)) pushClosureParameter(cx, c);
  }
  const list = cx.list(mark);
  const result = typeOf(cx, node, Field.ReturnType);
  const body = required(cx, node, Field.Body);
  const async = cx.childOf(node, Kind.AsyncKeyword) === 0 ? 0 : 1;
  const move = cx.childOf(node, Kind.MoveKeyword) === 0 ? 0 : 2;
  return cx.put4(Tag.Closure, node, list, result, body, async | move);
}

function pushClosureParameter(cx: Context, node: Node): void {
  const kind = cx.kind(node);
  if (kind === Kind.Error || kind === Kind.Attribute) return;
  if (kind !== Kind.Parameter) {
    cx.push(cx.put2(Tag.ClosureParam, node, pattern(cx, node), 0));
    return;
  }
  const ref = patternOf(cx, node, Field.Pattern);
  cx.push(cx.put2(Tag.ClosureParam, node, ref, typeOf(cx, node, Field.Type)));
}
