/**
 * The walk of the collector, with an explicit stack. A frame is a list of items that are being collected into one place.
 * Textual scope of macros runs along with it: what a frame leaves behind at its end is handed to the frame around it
 * where the language says so.
 */
import type { Item } from "../facts/types.ts";
import { tokenize } from "../macros/lexer.ts";
import { Tok } from "../macros/tokens.ts";
import type { FnDef } from "./defs.ts";
import { type Context, contextWith, type Unit } from "./model.ts";
import type { Program } from "./program.ts";
import type { TextualScope } from "./textual.ts";

/** Items that are being collected. */
export interface Frame {
  readonly context: Context;
  readonly items: readonly Item[];
  next: number;
  /** Textual scope in front of the next item. */
  textual: TextualScope;
  /** Where the frame begins in its unit, when its textual scope is to be looked up there; -1 otherwise. */
  readonly start: number;
  readonly done: ((end: TextualScope) => void) | null;
}

export class Frames {
  private readonly program: Program;
  private readonly item: (frame: Frame, item: Item) => void;
  private readonly stack: Frame[] = [];

  /** `item` collects one item, and may push further frames, which come before the frame's next item. */
  constructor(program: Program, item: (frame: Frame, item: Item) => void) {
    this.program = program;
    this.item = item;
  }

  /** Puts a frame on top. */
  push(frame: Frame): void {
    this.stack.push(frame);
  }

  /** Collects items into a place, and hands the textual scope behind them to `done`. */
  collect(context: Context, items: readonly Item[], textual: TextualScope, done: Frame["done"]): void {
    const isNested = this.stack.length > 0;
    this.stack.push({ context, items, next: 0, textual, start: -1, done });
    if (!isNested) this.run();
  }

  /**
   * Makes scopes of blocks that hold items, and collects them. `rows` name blocks of `unit`, outer before inner; one that
   * has its scope already adds to it.
   */
  collectBlocks(rows: readonly number[], context: Context, fn: FnDef | null, end: number): void {
    const isNested = this.stack.length > 0;
    const frames = rows.map((row) => this.blockFrame(row, context, fn, end));
    for (let at = frames.length - 1; at >= 0; at--) this.stack.push(frames[at]!);
    if (!isNested) this.run();
  }

  private blockFrame(row: number, context: Context, fn: FnDef | null, end: number): Frame {
    const { unit } = context;
    const block = unit.facts.blocks[row]!;
    const parent = (block.parent >= 0 ? unit.blockScopes[block.parent] : undefined) ?? context.scope;
    const { inactive, cfg } = context;
    const known = unit.blockScopes[row];
    const scope = known ?? this.program.scope("", parent, unit, { isBlock: true, fn, inactive, cfg });
    if (known === undefined) scope.row = row;
    unit.blockScopes[row] = scope;
    const inner: Context = contextWith(context, { scope, container: null, assoc: null, foreign: false });
    // The block that an expansion is begins nowhere in its text.
    const start = Math.max(block.start, 0);
    const done = (textual: TextualScope) => {
      scope.textualEnd = textual;
      const before = unit.textual.at(start);
      if (textual !== before && block.start >= 0) unit.textual.note(blockEnd(unit, start, end), before);
    };
    return { context: inner, items: block.items, next: 0, textual: null, start, done };
  }

  /** Works off all frames. */
  run(): void {
    const { stack } = this;
    while (stack.length > 0) {
      const frame = stack[stack.length - 1]!;
      if (frame.next === 0 && frame.start >= 0) frame.textual = frame.context.unit.textual.at(frame.start);
      if (frame.next < frame.items.length) this.item(frame, frame.items[frame.next++]!);
      else {
        stack.pop();
        frame.done?.(frame.textual);
      }
    }
  }
}

/** Where the block that starts at an offset ends, within `limit`. */
function blockEnd(unit: Unit, start: number, limit: number): number {
  const tokens = tokenize(unit.text, start, limit);
  let row = 0;
  while (row < tokens.count && tokens.kind[row] !== Tok.OpenBrace) row++;
  return row < tokens.count ? tokens.offset(tokens.afterTree(row)) : limit;
}
