/**
 * What all lowering rules share: the text, the flat tree, the arena that is being written, the names.
 *
 * The model: nodes are visited children first (see `walk.ts`). A rule for a node reads what its children left in
 * {@link Context.result}: mostly the {@link Ref} of their record, for items an index into {@link Context.items}. Leaves,
 * paths and macro invocations leave nothing, because what they become (expression, pattern, type, item) depends on who
 * asks; their parent builds the record when it asks, once. So no rule ever calls itself.
 */
import { END, type FlatTree, grown, NEXT, NODE, START } from "../../syntax/flat.ts";
import { Kind } from "../../syntax/kinds.ts";
import { OPERANDS } from "../ir.ts";
import type { Item, MacroCall, Ref } from "../types.ts";
import { BlockScopes } from "./block-scopes.ts";
import { NameTable } from "./names.ts";

/** Offset of a node in the flat tree. 0 (the root) is nobody's child and stands for "none". */
export type Node = number;

/** An item whose attributes are yet to be set by the list that holds it. */
export type Draft<T extends Item = Item> = { -readonly [K in keyof T]: T[K] };

/** Buffers kept from file to file: a file's facts are copied out when it is done. */
const pool: Record<"code" | "scratch" | "result" | "ancestors", Int32Array> = {
  code: new Int32Array(1 << 16),
  scratch: new Int32Array(1 << 12),
  result: new Int32Array(1 << 14),
  ancestors: new Int32Array(1 << 10),
};

/** The state of lowering one text. */
export class Context {
  readonly text: string;
  /** The flat tree's integers. */
  readonly tree: Int32Array;
  readonly treeLength: number;
  /** True when the grammar saw a changed text; see `syntax/repair.ts`. */
  readonly repaired: boolean;
  /** False: bodies of functions and values of constants are passed over. */
  readonly bodies: boolean;
  /** What a node's rule returned, by node / {@link NODE}; see {@link value}. */
  private readonly result: Int32Array;
  readonly names: NameTable;
  /** Items by the index that their node's rule returned. */
  readonly items: Draft[] = [];
  readonly scopes = new BlockScopes();
  readonly macroCalls: MacroCall[] = [];
  readonly cfgs: string[] = [];
  readonly errors: number[] = [];
  /** Records found inside syntax errors within an expression, not yet taken up by a block. */
  readonly orphans: Ref[] = [];
  /** By record: the `break`, `return` or range that wants it for its operand; see `detached.ts`. */
  readonly prefixes = new Map<Ref, Ref>();
  /** By start: expressions that ended a statement which the grammar took for the beginning of the next; see `detached.ts`. */
  readonly finished = new Map<number, Ref>();
  /** The nodes around the one whose rule is running, as far as they have rules, and their number. */
  ancestors: Int32Array;
  depth = 0;
  private code: Int32Array;
  /** Used length of the arena. `code[0]` stays 0: the empty list. */
  private length = 1;
  private scratch: Int32Array;
  private scratchTop = 0;

  constructor(text: string, flat: FlatTree, bodies: boolean) {
    this.text = text;
    this.tree = flat.data;
    this.treeLength = flat.length;
    this.repaired = flat.repaired;
    this.bodies = bodies;
    pool.result = grown(pool.result, flat.length / NODE);
    this.result = pool.result;
    this.code = pool.code;
    this.scratch = pool.scratch;
    this.ancestors = pool.ancestors;
    this.names = new NameTable(text);
  }

  /** Returns a copy of the arena, and gives the buffers back. */
  finish(): Int32Array {
    pool.code = this.code;
    pool.scratch = this.scratch;
    pool.ancestors = this.ancestors;
    return this.code.slice(0, this.length);
  }

  /** Notes the offset of a syntax error; of those in one place, once. They come in source order. */
  noteError(offset: number): void {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    if (this.errors.at(-1) !== inside) this.errors.push(inside);
  }

  // The tree.

  /** Returns the {@link Kind} of a node. */
  kind(node: Node): number {
    return this.tree[node]! & 0xffff;
  }

  /** Returns the field of a node in its parent. */
  field(node: Node): number {
    return this.tree[node]! >>> 16;
  }

  start(node: Node): number {
    return this.tree[node + START]!;
  }

  end(node: Node): number {
    return this.tree[node + END]!;
  }

  /** Returns the node's first child or, when it has none, the node behind it: compare with {@link next} of the node. */
  first(node: Node): Node {
    return node + NODE;
  }

  /** Returns the node behind the subtree. */
  next(node: Node): Node {
    return this.tree[node + NEXT]!;
  }

  /** Returns the child in that role, or 0. */
  child(node: Node, field: number): Node {
    const { tree } = this;
    const end = tree[node + NEXT]!;
    for (let c = node + NODE; c < end; c = tree[c + NEXT]!) if (tree[c]! >>> 16 === field) return c;
    return 0;
  }

  /** Returns the first child of that kind, or 0. */
  childOf(node: Node, kind: number): Node {
    const { tree } = this;
    const end = tree[node + NEXT]!;
    for (let c = node + NODE; c < end; c = tree[c + NEXT]!) if ((tree[c]! & 0xffff) === kind) return c;
    return 0;
  }

  /** Returns what the node's rule returned. */
  value(node: Node): number {
    return this.result[node / NODE]!;
  }

  setValue(node: Node, value: number): void {
    this.result[node / NODE] = value;
  }

  /** Returns the first child that is neither attribute nor error, or 0. */
  only(node: Node): Node {
    const { tree } = this;
    const end = tree[node + NEXT]!;
    for (let c = node + NODE; c < end; c = tree[c + NEXT]!) {
      const kind = tree[c]! & 0xffff;
      if (kind !== Kind.Error && kind !== Kind.Attribute && kind !== Kind.InnerAttribute) return c;
    }
    return 0;
  }

  /** True when nothing stands between the beginning of the node and that of a statement. */
  beginsStatement(node: Node): boolean {
    for (let at = this.depth - 1; at >= 0; at--) {
      const around = this.ancestors[at]!;
      if (this.start(around) !== this.start(node)) return this.kind(around) === Kind.Block;
    }
    return false;
  }

  slice(node: Node): string {
    return this.text.slice(this.start(node), this.end(node));
  }

  /** Returns an identifier's text without `r#`. */
  identifier(node: Node): string {
    const text = this.slice(node);
    return text.startsWith("r#") ? text.slice(2) : text;
  }

  /** Returns the index of an identifier's name; of `""` for no node. */
  name(node: Node): number {
    return node === 0 ? this.names.add("") : this.names.identifier(this.start(node), this.end(node));
  }

  // The arena.

  /** Writes a record of one operand. */
  put1(tag: number, node: Node, a: number): Ref {
    const at = this.open(tag, node, 1);
    this.code[at + OPERANDS] = a;
    return at;
  }

  put2(tag: number, node: Node, a: number, b: number): Ref {
    const at = this.open(tag, node, 2);
    const { code } = this;
    code[at + OPERANDS] = a;
    code[at + OPERANDS + 1] = b;
    return at;
  }

  put3(tag: number, node: Node, a: number, b: number, c: number): Ref {
    const at = this.open(tag, node, 3);
    const { code } = this;
    code[at + OPERANDS] = a;
    code[at + OPERANDS + 1] = b;
    code[at + OPERANDS + 2] = c;
    return at;
  }

  put4(tag: number, node: Node, a: number, b: number, c: number, d: number): Ref {
    const at = this.open(tag, node, 4);
    const { code } = this;
    code[at + OPERANDS] = a;
    code[at + OPERANDS + 1] = b;
    code[at + OPERANDS + 2] = c;
    code[at + OPERANDS + 3] = d;
    return at;
  }

  put5(tag: number, node: Node, a: number, b: number, c: number, d: number, e: number): Ref {
    const at = this.open(tag, node, 5);
    const { code } = this;
    code[at + OPERANDS] = a;
    code[at + OPERANDS + 1] = b;
    code[at + OPERANDS + 2] = c;
    code[at + OPERANDS + 3] = d;
    code[at + OPERANDS + 4] = e;
    return at;
  }

  /** Reserves a record with `operands` operands, to be filled with {@link setOperand}. */
  open(tag: number, node: Node, operands: number): Ref {
    const at = this.reserve(OPERANDS + operands);
    const { code, tree } = this;
    code[at] = tag;
    code[at + 1] = tree[node + START]!;
    code[at + 2] = tree[node + END]!;
    return at;
  }

  tag(ref: Ref): number {
    return this.code[ref]!;
  }

  operand(ref: Ref, index: number): number {
    return this.code[ref + OPERANDS + index]!;
  }

  setOperand(ref: Ref, index: number, value: number): void {
    this.code[ref + OPERANDS + index] = value;
  }

  recordStart(ref: Ref): number {
    return this.code[ref + 1]!;
  }

  /** Gives a record the span of a node around it. */
  widen(ref: Ref, node: Node): void {
    this.code[ref + 1] = this.start(node);
    this.code[ref + 2] = this.end(node);
  }

  /** Lets a record end where another does. */
  stretch(ref: Ref, last: Ref): void {
    this.code[ref + 2] = this.code[last + 2]!;
  }

  // Lists: `const mark = cx.mark(); cx.push(ref)…; const list = cx.list(mark)`. They nest.

  mark(): number {
    return this.scratchTop;
  }

  push(value: number): void {
    if (this.scratchTop === this.scratch.length) this.scratch = grown(this.scratch, this.scratchTop + 1);
    this.scratch[this.scratchTop++] = value;
  }

  /** Returns how many values were pushed since the mark. */
  pushed(mark: number): number {
    return this.scratchTop - mark;
  }

  /** Takes back the last value pushed. */
  pop(): number {
    return this.scratch[--this.scratchTop]!;
  }

  /** Writes what was pushed since the mark as a list; 0 when nothing was. */
  list(mark: number): Ref {
    const count = this.scratchTop - mark;
    if (count === 0) return 0;
    const at = this.reserve(count + 1);
    const { code, scratch } = this;
    code[at] = count;
    for (let i = 0; i < count; i++) code[at + 1 + i] = scratch[mark + i]!;
    this.scratchTop = mark;
    return at;
  }

  /** Returns an entry of a written list, counted from 1. */
  listItem(list: Ref, index: number): number {
    return this.code[list + index]!;
  }

  private reserve(count: number): number {
    const at = this.length;
    this.length += count;
    if (this.length > this.code.length) this.code = grown(this.code, this.length);
    return at;
  }
}
