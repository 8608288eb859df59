/**
 * Recursion collapsed: from a call tree, which grows a tower for every round of `even` and `odd`, to the tree that is shown.
 *
 * - `scc`: consecutive frames of one group of mutually recursive functions become one frame, wherever the stack enters the group. Leaving it
 *   through a function outside and coming back makes a second frame.
 * - `observed`: the same with the groups of the profile's own call graph.
 * - `function`: a function that is already on the stack is left out, as speedscope does.
 * - `direct`: only equal neighbours become one, as stackcollapse-recursive does.
 * - `keep`: nothing.
 *
 * Groups named by the user come first in every mode but `keep`. Self costs of functions are taken from the call tree and never change here.
 */

import { nodeKey } from "../../graph/columns.ts";
import { PairTable } from "../import/tables.ts";
import type { StackWeights } from "./select.ts";
import type { StaticView } from "./static-view.ts";
import type { SubjectTable } from "./subjects.ts";
import { type CallTree, type CostTree, costTree, walkTree, withoutEmpty } from "./tree.ts";

/** How recursion is shown. */
export type RecursionMode = "scc" | "observed" | "function" | "direct" | "keep";

const NAMED_MEMBERS = 3;

/** Sign between the members of a group. */
export const RECURSION_SIGN = "⟲";

/** Returns for each subject what it is shown as: a recursion group, added to the table, or itself. */
export function showAs(
  table: SubjectTable,
  groupOf: (subject: number) => string | undefined,
  labelOf: (subject: number) => string,
): Int32Array {
  const count = table.length;
  const members = new Map<string, number[]>();
  for (let subject = 0; subject < count; subject++) {
    const group = groupOf(subject);
    if (group === undefined) continue;
    const known = members.get(group);
    if (known) known.push(subject);
    else members.set(group, [subject]);
  }
  const shown = Int32Array.from({ length: count }, (_, subject) => subject);
  for (const [key, group] of members) {
    if (new Set(group.map(labelOf)).size < 2) continue;
    const row = table.add({
      kind: "group",
      key,
      name: groupName(group.map(labelOf)),
      node: -1,
      crate: "",
      members: group,
    });
    for (const subject of group) shown[subject] = row;
  }
  return shown;
}

/** `[even ⟲ odd]`: the members' names, long lists cut. */
export function groupName(labels: readonly string[]): string {
  const names = [...new Set(labels)].sort();
  const more = names.length - NAMED_MEMBERS;
  const shown = more > 1 ? [...names.slice(0, NAMED_MEMBERS), `${more} more`] : names;
  return `[${shown.join(` ${RECURSION_SIGN} `)}]`;
}

/** Group keys of the static graph: a subject's function is in a cycle of several functions. The key is that of the cycle's first member. */
export function staticGroups(table: SubjectTable, view: StaticView): (subject: number) => string | undefined {
  const first = new Map<number, string>();
  for (let row = 0; row < view.group.length; row++) {
    const group = view.group[row]!;
    if (group >= 0 && !first.has(group)) first.set(group, nodeKey(view.named, row));
  }
  return (subject) => {
    const { node } = table.rows[subject]!;
    const group = node < 0 ? -1 : view.group[view.rowOf[node]!]!;
    return group < 0 ? undefined : `recursion ${first.get(group)!}`;
  };
}

/** Returns the tree that is shown. `shownAs` gives each subject's group; `subjectOf` each frame's subject. */
export function shownTree(
  tree: CallTree,
  weights: StackWeights,
  subjectOf: Int32Array,
  shownAs: Int32Array,
  mode: RecursionMode,
): CostTree {
  const table = new PairTable();
  const rows =
    mode === "function"
      ? withoutRepeats(tree, table, subjectOf, shownAs)
      : withoutNeighbours(tree, table, subjectOf, shownAs, mode);
  const rowOf = tree.rowOf.map((row) => (row < 0 ? -1 : rows[row]!));
  return withoutEmpty(costTree(table, rowOf, weights));
}

/** Rows of the shown tree in which equal neighbours are one (or, with `keep`, are not). */
function withoutNeighbours(
  tree: CallTree,
  table: PairTable,
  subjectOf: Int32Array,
  shownAs: Int32Array,
  mode: RecursionMode,
): Int32Array {
  const rows = new Int32Array(tree.length);
  for (let row = 0; row < tree.length; row++) {
    const above = tree.parent[row]! < 0 ? -1 : rows[tree.parent[row]!]!;
    const subject = subjectOf[tree.label[row]!]!;
    const shown = mode === "keep" ? subject : shownAs[subject]!;
    const merges = mode !== "keep" && above >= 0 && table.second.data[above] === shown;
    rows[row] = merges ? above : table.intern(above, shown);
  }
  return rows;
}

/** Rows of the shown tree in which what is already on the stack is left out. */
function withoutRepeats(tree: CallTree, table: PairTable, subjectOf: Int32Array, shownAs: Int32Array): Int32Array {
  const rows = new Int32Array(tree.length);
  const depthOf = new Map<number, number>();
  const shown = (row: number) => shownAs[subjectOf[tree.label[row]!]!]!;
  walkTree(tree.parent, {
    enter(row) {
      const above = tree.parent[row]! < 0 ? -1 : rows[tree.parent[row]!]!;
      const subject = shown(row);
      const depth = depthOf.get(subject) ?? 0;
      depthOf.set(subject, depth + 1);
      rows[row] = depth > 0 ? above : table.intern(above, subject);
    },
    leave(row) {
      const subject = shown(row);
      depthOf.set(subject, depthOf.get(subject)! - 1);
    },
  });
  return rows;
}
