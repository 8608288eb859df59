/**
 * Trees of costs: rows that refer to their parent, parents first, each with its own and its summed cost.
 *
 * Stacks become such a tree in two steps. The *call tree* has a row per frame below a parent, where library frames between two workspace
 * functions may be left out ({@link seeThrough}); the *shown tree* has a row per subject, where recursion is collapsed (recursion.ts).
 * All walks keep their own stack: profiles hold stacks of a million frames.
 */
import { PairTable } from "../import/tables.ts";
import type { StackTable } from "../types.ts";
import type { StackWeights } from "./select.ts";

/** A tree of rows with costs; `label` is a frame in a call tree, a subject in a shown tree. */
export interface CostTree {
  readonly length: number;
  /** Row of the parent, smaller than the row itself; -1 at the root. */
  readonly parent: Int32Array;
  readonly label: Int32Array;
  /** Weight of the stacks that end here. */
  readonly self: Float64Array;
  /** Weight of the stacks that end here or below. */
  readonly total: Float64Array;
  /** Samples that end here, and here or below. */
  readonly selfCount: Float64Array;
  readonly totalCount: Float64Array;
}

/** Which external frames are left out between two workspace frames. */
export interface ThroughRule {
  /** By frame: belongs to a function of the workspace. */
  readonly workspace: readonly boolean[];
  /** By frame: is left out when it stands between two workspace frames. */
  readonly through: readonly boolean[];
}

/** A call tree with what was left out. */
export interface CallTree extends CostTree {
  /** By row: the outermost frame left out between the row and its parent; -1 when nothing was. */
  readonly via: Int32Array;
  /** Row of the call tree for each stack of the profile. */
  readonly rowOf: Int32Array;
}

/** Builds the call tree. Linear in the number of stacks. */
export function seeThrough(stacks: StackTable, weights: StackWeights, rule: ThroughRule): CallTree {
  const table = new PairTable();
  const via: number[] = [];
  // For each stack: its row with all frames, its row without those that may be left out, and the outermost frame left out since.
  const full = new Int32Array(stacks.length);
  const kept = new Int32Array(stacks.length);
  const skipped = new Int32Array(stacks.length).fill(-1);
  const inside = new Uint8Array(stacks.length);
  const child = (parent: number, frame: number, left: number): number => {
    const row = table.intern(parent, frame);
    if (row === via.length) via.push(left);
    return row;
  };
  for (let stack = 0; stack < stacks.length; stack++) {
    const prefix = stacks.prefix[stack]!;
    const frame = stacks.frame[stack]!;
    const [fullParent, keptParent] = prefix < 0 ? [-1, -1] : [full[prefix]!, kept[prefix]!];
    if (rule.workspace[frame]) {
      full[stack] = child(keptParent, frame, prefix < 0 ? -1 : skipped[prefix]!);
      kept[stack] = full[stack]!;
      inside[stack] = 1;
      continue;
    }
    inside[stack] = prefix < 0 ? 0 : inside[prefix]!;
    full[stack] = child(fullParent, frame, -1);
    if (inside[stack] === 0) kept[stack] = full[stack]!;
    else if (rule.through[frame]) {
      kept[stack] = keptParent;
      skipped[stack] = skipped[prefix]! >= 0 ? skipped[prefix]! : frame;
    } else kept[stack] = child(keptParent, frame, skipped[prefix]!);
  }
  const tree = costTree(table, full, weights);
  return { ...tree, via: Int32Array.from(via), rowOf: full };
}

/** Puts weights on the rows of a tree. `rowOf` says to which row each stack belongs (-1: to none). */
export function costTree(table: PairTable, rowOf: Int32Array, weights: StackWeights): CostTree {
  const { length } = table;
  const self = new Float64Array(length);
  const selfCount = new Float64Array(length);
  for (let stack = 0; stack < rowOf.length; stack++) {
    const row = rowOf[stack]!;
    if (row < 0) continue;
    self[row]! += weights.weight[stack]!;
    selfCount[row]! += weights.count[stack]!;
  }
  const parent = table.first.toArray();
  return {
    length,
    parent,
    label: table.second.toArray(),
    self,
    total: sumUp(parent, self),
    selfCount,
    totalCount: sumUp(parent, selfCount),
  };
}

/** Returns the tree without the rows that no sample passes. */
export function withoutEmpty(tree: CostTree): CostTree {
  const rows: number[] = [];
  const renamed = new Int32Array(tree.length).fill(-1);
  for (let row = 0; row < tree.length; row++) {
    if (tree.total[row] !== 0 || tree.totalCount[row] !== 0) renamed[row] = rows.push(row) - 1;
  }
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]!);
  return {
    length: rows.length,
    parent: Int32Array.from(rows, (row) => (tree.parent[row]! < 0 ? -1 : renamed[tree.parent[row]!]!)),
    label: Int32Array.from(rows, (row) => tree.label[row]!),
    self: pick(tree.self),
    total: pick(tree.total),
    selfCount: pick(tree.selfCount),
    totalCount: pick(tree.totalCount),
  };
}

/** Returns the sums over each row and all rows below it; parents must come first. */
export function sumUp(parent: Int32Array, self: Float64Array): Float64Array {
  const total = Float64Array.from(self);
  for (let row = parent.length - 1; row >= 0; row--) {
    if (parent[row]! >= 0) total[parent[row]!]! += total[row]!;
  }
  return total;
}

/** Children of each row, in order: `first[row]`, then `next[child]`; -1 ends a list. `first[length]` begins the list of roots. */
export interface ChildLists {
  readonly first: Int32Array;
  readonly next: Int32Array;
}

/** Returns the child lists of a tree. */
export function childLists(parent: Int32Array): ChildLists {
  const first = new Int32Array(parent.length + 1).fill(-1);
  const next = new Int32Array(parent.length).fill(-1);
  for (let row = parent.length - 1; row >= 0; row--) {
    const above = parent[row]! < 0 ? parent.length : parent[row]!;
    next[row] = first[above]!;
    first[above] = row;
  }
  return { first, next };
}

/** What {@link walkTree} tells about: a row is entered before its children and left after them. */
export interface TreeVisitor {
  /** Returning false leaves out the row's children. */
  enter(row: number): boolean | undefined;
  leave?(row: number): void;
}

/** Walks a tree depth first, children in order. */
export function walkTree(parent: Int32Array, visitor: TreeVisitor): void {
  const { first, next } = childLists(parent);
  let row = first[parent.length]!;
  while (row >= 0) {
    const deeper = visitor.enter(row) !== false ? first[row]! : -1;
    if (deeper >= 0) {
      row = deeper;
      continue;
    }
    for (;;) {
      visitor.leave?.(row);
      if (next[row]! >= 0) {
        row = next[row]!;
        break;
      }
      row = parent[row]!;
      if (row < 0) return;
    }
  }
}
