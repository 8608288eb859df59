/**
 * Attributes. The grammar leaves their arguments as tokens, so they are read from the text: `path`, `path(args)`,
 * `path = value`, `unsafe(attribute)`, and `cfg_attr(condition, attribute, …)`, which gives each of its attributes
 * with the condition under which it is there.
 */

import { Kind } from "../../syntax/kinds.ts";
import { closingOf, isBlank, skipBlanks, splitAtCommas, tokenEnd } from "../../syntax/scan.ts";
import { Tag } from "../ir.ts";
import type { Attr, Ref } from "../types.ts";
import type { Context, Node } from "./context.ts";

/** Deeper `cfg_attr` in `cfg_attr` is not read. */
const MAX_DEPTH = 32;

/** Adds to `to` what an attribute node says: `#[…]` or `#![…]`. */
export function readAttribute(cx: Context, node: Node, to: Attr[]): void {
  const end = cx.end(node) - 1;
  const start = cx.text.indexOf("[", cx.start(node)) + 1;
  readMeta(cx.text, start, end, null, MAX_DEPTH, to);
}

function readMeta(text: string, from: number, to: number, cfg: string | null, depth: number, out: Attr[]): void {
  const start = skipBlanks(text, from, to);
  let path = "";
  let at = start;
  while (at < to && !"([{=".includes(text[at]!)) {
    const end = tokenEnd(text, at, to);
    path += text.slice(at, end);
    at = skipBlanks(text, end, to);
  }
  if (path === "" || depth === 0) return;
  if (at >= to || text[at] === "=") {
    out.push({ path, args: at < to ? unquoted(text.slice(at + 1, to)) : "", cfg, start });
    return;
  }
  const close = closingOf(text, at, to);
  if (path === "unsafe") readMeta(text, at + 1, close, cfg, depth - 1, out);
  else if (path === "cfg_attr") readConditional(text, at + 1, close, cfg, depth, out);
  else out.push({ path, args: text.slice(at + 1, close).trim(), cfg, start });
}

function readConditional(text: string, from: number, to: number, cfg: string | null, depth: number, out: Attr[]): void {
  const [first, ...rest] = splitAtCommas(text, from, to);
  if (first === undefined) return;
  const condition = text.slice(first[0], first[1]).trim();
  const both = cfg === null ? condition : `all(${cfg}, ${condition})`;
  for (const [start, end] of rest) readMeta(text, start, end, both, depth - 1, out);
}

function unquoted(value: string): string {
  const text = value.trim();
  const match = /^[bc]?(?:r(#*))?"/.exec(text);
  if (match === null) return text;
  return text.slice(match[0].length, text.length - 1 - (match[1]?.length ?? 0));
}

/** Returns the condition that `#[cfg]` attributes among these set, or null. */
export function conditionOf(attrs: readonly Attr[]): string | null {
  const conditions: string[] = [];
  for (const { path, args, cfg } of attrs) {
    if (path === "cfg") conditions.push(cfg === null ? args : `any(not(${cfg}), ${args})`);
  }
  if (conditions.length <= 1) return conditions[0] ?? null;
  return `all(${conditions.join(", ")})`;
}

/** Gathers the attributes before a statement, an arm or a field, as far as they decide whether it is there. */
export class CfgAhead {
  private attrs: Attr[] | null = null;

  /** Takes note of an attribute. */
  see(cx: Context, node: Node): void {
    let at = cx.start(node) + 1;
    while (isBlank(cx.text.charCodeAt(at)) || cx.text[at] === "[") at++;
    if (cx.text.startsWith("cfg", at)) readAttribute(cx, node, (this.attrs ??= []));
  }

  /** Takes note of the attributes among a node's children. */
  seeChildren(cx: Context, node: Node): void {
    for (let c = cx.first(node); c < cx.next(node); c = cx.next(c)) if (cx.kind(c) === Kind.Attribute) this.see(cx, c);
  }

  /** Takes note of attributes that were hidden from the grammar, in the text between two nodes; see `syntax/repair.ts`. */
  seeHidden(cx: Context, from: number, to: number): void {
    if (!cx.repaired) return;
    for (let at = skipBlanks(cx.text, from, to); at < to; at = skipBlanks(cx.text, tokenEnd(cx.text, at, to), to)) {
      if (cx.text[at] !== "#" || cx.text[at + 1] !== "[") continue;
      const close = closingOf(cx.text, at + 1, to);
      readMeta(cx.text, at + 2, close, null, MAX_DEPTH, (this.attrs ??= []));
      at = close;
    }
  }

  /** Returns the condition seen so far, or null, and forgets it. */
  take(): string | null {
    if (this.attrs === null) return null;
    const condition = conditionOf(this.attrs);
    this.attrs = null;
    return condition;
  }

  /** Returns the record, under a {@link Tag.Cfg} when there is a condition. */
  wrap(cx: Context, node: Node, ref: Ref): Ref {
    if (this.attrs === null) return ref;
    const condition = this.take();
    return condition === null ? ref : cx.put2(Tag.Cfg, node, cx.cfgs.push(condition) - 1, ref);
  }
}
