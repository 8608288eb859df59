/** Costs by type, module, file, package, crate or kind: self costs add up to the total, inclusive costs count each stack once. */
import { nodeText } from "../../graph/columns.ts";
import { typeAround } from "../../graph/scopes.ts";
import { NODE_KINDS } from "../../graph/types.ts";
import { costsByKey } from "./attribute.ts";
import type { Overlay } from "./overlay.ts";
import { type GroupCosts, percent } from "./percent.ts";
import type { Subject } from "./subjects.ts";
import { compareText } from "./views.ts";

/** What functions are rolled up to. */
export type RollUpLevel = "crate" | "package" | "module" | "type" | "file" | "kind";

/** A row of {@link rollUp}. */
export interface RollUpRow {
  readonly name: string;
  readonly self: number;
  readonly inclusive: number;
  readonly selfPercent: number;
  readonly inclusivePercent: number;
  /** Number of subjects in it. */
  readonly members: number;
}

const UNMATCHED = "(unmatched)";
/** Stands for the crate of code that is in none: C, the kernel. */
export const OTHER_CODE = "(system)";

/** Returns the rows of a level, by self cost. */
export function rollUp(overlay: Overlay, level: RollUpLevel): RollUpRow[] {
  const { names, members, self, inclusive } = scopesOf(overlay, level);
  const total = overlay.total.weight;
  const rows = names.map((name, at) => ({
    name,
    self: self[at]!,
    inclusive: inclusive[at]!,
    selfPercent: percent(self[at]!, total),
    inclusivePercent: percent(inclusive[at]!, total),
    members: members[at]!,
  }));
  return rows
    .filter((row) => row.inclusive > 0)
    .sort((a, b) => b.self - a.self || b.inclusive - a.inclusive || compareText(a.name, b.name));
}

/** Returns the costs of the scope that a subject is in; `undefined` for recursion groups, which may be in several. */
export function costsAround(overlay: Overlay, level: RollUpLevel): (subject: number) => GroupCosts | undefined {
  const { groupOf, self, inclusive } = scopesOf(overlay, level);
  return (subject) => {
    const at = groupOf[subject]!;
    return at < 0 ? undefined : { self: self[at]!, inclusive: inclusive[at]! };
  };
}

interface Scopes {
  readonly names: readonly string[];
  /** Number of subjects in each. */
  readonly members: readonly number[];
  /** Scope of each subject; -1 for recursion groups. */
  readonly groupOf: Int32Array;
  readonly self: Float64Array;
  readonly inclusive: Float64Array;
}

function scopesOf(overlay: Overlay, level: RollUpLevel): Scopes {
  const { subjects } = overlay;
  const names: string[] = [];
  const rowOf = new Map<string, number>();
  const members: number[] = [];
  const groupOf = new Int32Array(subjects.length).fill(-1);
  for (let subject = 0; subject < subjects.length; subject++) {
    const row = subjects.rows[subject]!;
    if (row.kind === "group") continue;
    const name = scopeName(overlay, row, level);
    let at = rowOf.get(name);
    if (at === undefined) {
      rowOf.set(name, (at = names.push(name) - 1));
      members.push(0);
    }
    members[at]!++;
    groupOf[subject] = at;
  }
  return { names, members, groupOf, ...scopeCosts(overlay, groupOf, names.length) };
}

function scopeCosts(
  overlay: Overlay,
  groupOf: Int32Array,
  count: number,
): { self: Float64Array; inclusive: Float64Array } {
  const { callTree, subjectOf, costs } = overlay;
  if (callTree) {
    const keyOf = subjectOf.map((subject) => groupOf[subject]!);
    return costsByKey(callTree, keyOf, count);
  }
  // A call graph: self, and the calls that leave the scope; what comes back into it can't be told apart and is bounded by the total.
  const self = new Float64Array(count);
  const inclusive = new Float64Array(count);
  for (let subject = 0; subject < costs.subjects.self.length; subject++) {
    if (groupOf[subject]! >= 0) self[groupOf[subject]!]! += costs.subjects.self[subject]!;
  }
  inclusive.set(self);
  const { edges } = costs;
  for (let edge = 0; edge < edges.length; edge++) {
    const [from, to] = [groupOf[edges.caller[edge]!]!, groupOf[edges.callee[edge]!]!];
    if (from >= 0 && from !== to) inclusive[from]! += edges.cost[edge]!;
  }
  return { self, inclusive: inclusive.map((cost) => Math.min(cost, overlay.total.weight)) };
}

/** Name of the scope in which a subject is; libraries are known by their crate alone. */
function scopeName(overlay: Overlay, subject: Subject, level: RollUpLevel): string {
  const graph = overlay.graph?.graph;
  if (level === "kind" && subject.kind !== "function") return subject.kind;
  if (subject.kind === "unmatched") return UNMATCHED;
  if (subject.node < 0 || !graph) return subject.crate || OTHER_CODE;
  const { node } = subject;
  const path = nodeText(graph, node, "path") ?? subject.name;
  const module = nodeText(graph, node, "module") ?? path.split("::")[0]!;
  const byLevel: Record<RollUpLevel, () => string | undefined> = {
    crate: () => module.split("::")[0],
    package: () => nodeText(graph, node, "package"),
    module: () => module,
    type: () => typeAround(graph, node) ?? `${module} (functions)`,
    file: () => nodeText(graph, node, "file"),
    kind: () => NODE_KINDS[graph.nodes.kind[node]!],
  };
  return byLevel[level]() ?? UNMATCHED;
}
