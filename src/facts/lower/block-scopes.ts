/** Blocks with items of their own, and to which block and which body each belongs. Blocks are closed inside out. */
import type { BlockItems, Item } from "../types.ts";

/** Grows with each such block that is closed. */
export class BlockScopes {
  readonly rows: (BlockItems & { parent: number })[] = [];
  /** Rows since the last body, in the order of closing. */
  private readonly pending: number[] = [];
  /** Those of them that no block around them has claimed yet. */
  private readonly outermost: number[] = [];

  /** Adds a block that begins at `start`, and returns its row. */
  add(items: readonly Item[], start: number): number {
    const row = this.rows.push({ parent: -1, items, start }) - 1;
    for (const inner of this.takeFrom(this.outermost, start)) this.rows[inner]!.parent = row;
    this.outermost.push(row);
    this.pending.push(row);
    return row;
  }

  /** Returns the rows inside a body that belongs to an item beginning at `start`, outer before inner; they are then taken. */
  takeBody(start: number): readonly number[] {
    if (this.pending.length === 0) return NONE;
    this.takeFrom(this.outermost, start);
    const rows = this.takeFrom(this.pending, start);
    return rows.sort((a, b) => this.rows[a]!.start - this.rows[b]!.start);
  }

  private takeFrom(list: number[], start: number): number[] {
    let from = list.length;
    while (from > 0 && this.rows[list[from - 1]!]!.start >= start) from--;
    return list.splice(from);
  }
}

const NONE: readonly number[] = [];
