/** Blocks and their statements. What stands inside a syntax error between statements is taken as statements too. */
import { NEXT, NODE } from "../../syntax/flat.ts";
import { Field, Kind } from "../../syntax/kinds.ts";
import { BlockFlag, Tag } from "../ir.ts";
import type { Attr, Item, Ref } from "../types.ts";
import { CfgAhead, readAttribute } from "./attributes.ts";
import type { Context, Node } from "./context.ts";
import { expression, expressionOf, isComposite, isExpression } from "./expressions.ts";
import { isItem } from "./items.ts";
import { exact } from "./lists.ts";
import { patternOf } from "./patterns.ts";
import { typeOf } from "./types.ts";

const SEMICOLON = 59;
const FLAGS = 3;

/** Returns the name of a label among a node's children, or -1. */
export function labelOf(cx: Context, node: Node): number {
  const label = cx.childOf(node, Kind.Label);
  return label === 0 ? -1 : cx.names.identifier(cx.start(label) + 1, cx.end(label));
}

/** `'l: { … }`. */
export function lowerBlock(cx: Context, node: Node): Ref {
  const items: Item[] = [];
  const mark = cx.mark();
  const tail = statements(cx, cx.first(node), cx.next(node), items, 0);
  takeOrphans(cx, node);
  const list = cx.list(mark);
  const row = items.length === 0 ? -1 : cx.scopes.add(exact(items), cx.start(node));
  return cx.put5(Tag.Block, node, list, tail, row, 0, labelOf(cx, node));
}

/** Returns the block of a function whose braces were not found: the statements among siblings in a syntax error. */
export function tornBlock(cx: Context, keyword: Node, from: Node, end: Node): Ref {
  const mark = cx.mark();
  const tail = statements(cx, from, end, [], end);
  return cx.put5(Tag.Block, keyword, cx.list(mark), tail, -1, 0, -1);
}

/**
 * Pushes the statements among siblings, adds their items, and returns the tail expression or 0. Up to `errorEnd` they
 * stand in a syntax error.
 */
function statements(cx: Context, from: Node, end: Node, items: Item[], errorEnd: Node): Ref {
  const { tree } = cx;
  const cfg = new CfgAhead();
  let attrs: Attr[] = [];
  for (let c = from; c < end; ) {
    const next = tree[c + NEXT]!;
    const kind = tree[c]! & 0xffff;
    if (kind === Kind.Error) {
      errorEnd = Math.max(errorEnd, next);
      c += NODE;
      continue;
    }
    if (kind === Kind.Attribute) {
      cfg.see(cx, c);
      readAttribute(cx, c, attrs);
    } else if (kind === Kind.Let) {
      cx.push(cfg.wrap(cx, c, cx.value(c)));
    } else if (kind === Kind.ExpressionStatement) {
      const inner = cx.only(c);
      const semicolon = cx.text.charCodeAt(cx.end(c) - 1) === SEMICOLON;
      const value = inner === 0 ? 0 : expression(cx, inner);
      takeFinished(cx, c);
      if (!semicolon && next === end && value !== 0) return cfg.wrap(cx, c, value);
      if (value !== 0) cx.push(cfg.wrap(cx, c, cx.put2(Tag.ExprStmt, c, value, semicolon ? 1 : 0)));
    } else if (isItem(kind)) {
      const item = cx.items[cx.value(c)]!;
      if (attrs.length > 0) item.attrs = attrs.concat(item.attrs);
      items.push(item);
    } else if (c < errorEnd ? isComposite(kind) : isExpression(kind)) {
      const value = expression(cx, c);
      takeFinished(cx, c);
      if (next === end && errorEnd === 0) return cfg.wrap(cx, c, value);
      cx.push(cfg.wrap(cx, c, cx.put2(Tag.ExprStmt, c, value, 0)));
    }
    if (kind !== Kind.Attribute) {
      cfg.take();
      if (attrs.length > 0) attrs = [];
    }
    c = next;
  }
  return 0;
}

/** Pushes the statement that the grammar took for the beginning of this one; see `detached.ts`. */
function takeFinished(cx: Context, node: Node): void {
  const finished = cx.finished.size === 0 ? undefined : cx.finished.get(cx.start(node));
  if (finished !== undefined) cx.push(cx.put2(Tag.ExprStmt, node, finished, 0));
}

/** What was found in syntax errors inside this block's expressions is kept as statements at its end. */
function takeOrphans(cx: Context, node: Node): void {
  const { orphans } = cx;
  let from = orphans.length;
  while (from > 0 && cx.recordStart(orphans[from - 1]!) >= cx.start(node)) from--;
  for (const orphan of orphans.splice(from)) cx.push(cx.put2(Tag.ExprStmt, node, orphan, 1));
}

/** `let p: T = e else { … };`. */
export function lowerLet(cx: Context, node: Node): Ref {
  const pattern = patternOf(cx, node, Field.Pattern);
  const type = typeOf(cx, node, Field.Type);
  const value = expressionOf(cx, node, Field.Value);
  return cx.put4(Tag.Let, node, pattern, type, value, expressionOf(cx, node, Field.Alternative));
}

function marked(cx: Context, node: Node, flags: number): Ref {
  const block = cx.childOf(node, Kind.Block);
  if (block === 0) return cx.put5(Tag.Block, node, 0, 0, -1, flags, -1);
  const ref = cx.value(block);
  cx.setOperand(ref, FLAGS, cx.operand(ref, FLAGS) | flags);
  cx.widen(ref, node);
  return ref;
}

function moveFlag(cx: Context, node: Node): number {
  return cx.childOf(node, Kind.MoveKeyword) === 0 ? 0 : BlockFlag.Move;
}

/** `unsafe { … }`. */
export function lowerUnsafeBlock(cx: Context, node: Node): Ref {
  return marked(cx, node, BlockFlag.Unsafe);
}

/** `async move { … }`. */
export function lowerAsyncBlock(cx: Context, node: Node): Ref {
  return marked(cx, node, BlockFlag.Async | moveFlag(cx, node));
}

/** `gen { … }`. */
export function lowerGenBlock(cx: Context, node: Node): Ref {
  return marked(cx, node, BlockFlag.Gen | moveFlag(cx, node));
}

/** `try { … }`. */
export function lowerTryBlock(cx: Context, node: Node): Ref {
  return marked(cx, node, BlockFlag.Try);
}

/** `const { … }`. */
export function lowerConstBlock(cx: Context, node: Node): Ref {
  return marked(cx, node, BlockFlag.Const);
}
