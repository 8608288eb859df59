/**
 * A parsed tree as one run of integers in pre-order, four a node: what is read once from the parser and then
 * walked without crossing back. The children of a node are found by stepping over subtrees:
 *
 *     for (let c = node + NODE; c < data[node + NEXT]; c = data[c + NEXT]) …
 */

/** Integers a node takes. A node is named by the offset of its first. */
export const NODE = 4;
/** Offset within a node: `kind | field << 16`, see {@link "./kinds.ts".Kind} and {@link "./kinds.ts".Field}. */
export const WORD = 0;
/** Offset within a node: UTF-16 offset of its first unit, less the shift asked for. */
export const START = 1;
/** Offset within a node: UTF-16 offset behind its last unit, less the shift asked for. */
export const END = 2;
/** Offset within a node: the node behind its subtree (or {@link FlatTree.length}). */
export const NEXT = 3;

/** The buffer belongs to the parser and is overwritten by its next `parse`. */
export interface FlatTree {
  readonly data: Int32Array;
  /** Used integers: nodes × {@link NODE}. */
  readonly length: number;
  /** Number of nodes of kind Error and Missing. */
  readonly errors: number;
  /** True when the tree is that of a text changed by `repair.ts`: the original may differ where no name stands. */
  readonly repaired: boolean;
}

/** What a reader of trees returns. */
export type Reading = Omit<FlatTree, "repaired">;

/** Returns the array, or a copy of at least twice its size when `needed` does not fit. */
export function grown(array: Int32Array, needed: number): Int32Array {
  if (needed <= array.length) return array;
  const larger = new Int32Array(Math.max(needed, array.length * 2));
  larger.set(array);
  return larger;
}
