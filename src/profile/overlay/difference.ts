/**
 * Two overlays compared by source identity: functions by their key in the workspace and libraries by their name, so that other hashes,
 * manglings and inlining of another build do not matter.
 */
import type { Overlay } from "./overlay.ts";
import { percent } from "./percent.ts";
import { compareText } from "./views.ts";

/** Costs of one subject before and after. */
export interface DifferenceRow {
  readonly name: string;
  readonly kind: string;
  readonly selfBefore: number;
  readonly selfAfter: number;
  readonly inclusiveBefore: number;
  readonly inclusiveAfter: number;
  /** Change of the shares, in percentage points. */
  readonly selfPoints: number;
  readonly inclusivePoints: number;
}

/** Costs of one edge before and after. */
export interface EdgeDifferenceRow {
  readonly caller: string;
  readonly callee: string;
  readonly before: number;
  readonly after: number;
  readonly points: number;
}

/** A comparison. */
export interface Difference {
  readonly totalBefore: number;
  readonly totalAfter: number;
  /** Largest change of inclusive share first. */
  readonly rows: readonly DifferenceRow[];
  readonly edges: readonly EdgeDifferenceRow[];
}

/** Compares `after` with `before`. `normalise` scales the costs before to the total after, so that a longer recording is no slower one. */
export function compareOverlays(before: Overlay, after: Overlay, normalise = false): Difference {
  const scale = normalise && before.total.weight > 0 ? after.total.weight / before.total.weight : 1;
  const totals = { before: before.total.weight * scale, after: after.total.weight };
  const rows = new Map<string, DifferenceRow>();
  const put = (overlay: Overlay, side: "Before" | "After", factor: number): void => {
    for (let at = 0; at < overlay.subjects.length; at++) {
      const { kind, key, name } = overlay.subjects.rows[at]!;
      const id = `${kind} ${key}`;
      const row = rows.get(id) ?? emptyRow(name, kind);
      const self = overlay.shownCosts.self[at]! * factor;
      const inclusive = overlay.shownCosts.inclusive[at]! * factor;
      rows.set(id, { ...row, [`self${side}`]: self, [`inclusive${side}`]: inclusive });
    }
  };
  put(before, "Before", scale);
  put(after, "After", 1);
  const points = (a: number, b: number) => percent(b, totals.after) - percent(a, totals.before);
  return {
    totalBefore: totals.before,
    totalAfter: totals.after,
    rows: [...rows.values()]
      .filter((row) => row.inclusiveBefore > 0 || row.inclusiveAfter > 0)
      .map((row) => ({
        ...row,
        selfPoints: points(row.selfBefore, row.selfAfter),
        inclusivePoints: points(row.inclusiveBefore, row.inclusiveAfter),
      }))
      .sort(
        (a, b) =>
          Math.abs(b.inclusivePoints) - Math.abs(a.inclusivePoints) ||
          Math.abs(b.selfPoints) - Math.abs(a.selfPoints) ||
          compareText(a.name, b.name),
      ),
    edges: edgeDifferences(before, after, scale, points),
  };
}

function emptyRow(name: string, kind: string): DifferenceRow {
  const costs = { selfBefore: 0, selfAfter: 0, inclusiveBefore: 0, inclusiveAfter: 0 };
  return { name, kind, ...costs, selfPoints: 0, inclusivePoints: 0 };
}

function edgeDifferences(
  before: Overlay,
  after: Overlay,
  scale: number,
  points: (a: number, b: number) => number,
): EdgeDifferenceRow[] {
  const rows = new Map<string, { caller: string; callee: string; before: number; after: number }>();
  const put = (overlay: Overlay, side: "before" | "after", factor: number): void => {
    const { edges } = overlay.costs;
    for (let edge = 0; edge < edges.length; edge++) {
      if (edges.recursive[edge]) continue;
      const [caller, callee] = [
        overlay.subjects.rows[edges.caller[edge]!]!,
        overlay.subjects.rows[edges.callee[edge]!]!,
      ];
      const id = `${caller.kind} ${caller.key}\n${callee.kind} ${callee.key}`;
      const row = rows.get(id) ?? { caller: caller.name, callee: callee.name, before: 0, after: 0 };
      rows.set(id, { ...row, [side]: edges.cost[edge]! * factor });
    }
  };
  put(before, "before", scale);
  put(after, "after", 1);
  return [...rows.values()]
    .map((row) => ({ ...row, points: points(row.before, row.after) }))
    .sort(
      (a, b) =>
        Math.abs(b.points) - Math.abs(a.points) || compareText(a.caller, b.caller) || compareText(a.callee, b.callee),
    );
}
