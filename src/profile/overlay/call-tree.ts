/**
 * A tree of costs from a recorded call graph, which says what each call cost, but not which one led to which: parts are shares, and the tree
 * is an estimate.
 */
import { FloatColumn, PairTable } from "../import/tables.ts";
import type { OverlayCosts } from "./attribute.ts";
import { componentsOf, edgeLists } from "./components.ts";
import type { CostTree } from "./tree.ts";

/** Rows that a tree made from a call graph may have. */
const MOST_ROWS = 200_000;

/**
 * Makes a tree of a call graph: from its roots downwards, each function's cost is split by what its calls cost. `shownAs` maps subjects to
 * recursion groups; functions that call each other beyond these are cut at their second occurrence on a path. Parts below `least` are
 * charged to the caller. An estimate, as the call graph does not say which callee a given call led to.
 */
export function treeOfCalls(costs: OverlayCosts, shownAs: Int32Array, subjectCount: number, least: number): CostTree {
  const units = unitGraph(costs, shownAs, subjectCount);
  const out = edgeLists(units.caller, subjectCount);
  const { of: cycleOf } = componentsOf(subjectCount, units.caller, units.callee);
  const parent: number[] = [];
  const label: number[] = [];
  const self: number[] = [];
  const total: number[] = [];
  const push = (above: number, unit: number, cost: number): void => {
    parent.push(above);
    label.push(unit);
    total.push(cost);
    self.push(cost);
  };
  for (let unit = 0; unit < subjectCount; unit++) if (units.isRoot[unit]) push(-1, unit, units.inclusive[unit]!);
  for (let row = 0; row < label.length && label.length < MOST_ROWS; row++) {
    const unit = label[row]!;
    const whole = units.inclusive[unit]!;
    if (whole <= 0) continue;
    for (let at = out.offsets[unit]!; at < out.offsets[unit + 1]!; at++) {
      const edge = out.edges[at]!;
      const part = Math.min((total[row]! * units.cost[edge]!) / whole, self[row]!);
      if (part < least || part <= 0 || onPath(parent, label, row, units.callee[edge]!, cycleOf)) continue;
      push(row, units.callee[edge]!, part);
      self[row]! -= part;
    }
  }
  addRest(parent, label, self, total, units, least);
  const zeros = new Float64Array(label.length);
  const column = (values: number[]) => Float64Array.from(values);
  return {
    length: label.length,
    parent: Int32Array.from(parent),
    label: Int32Array.from(label),
    self: column(self),
    total: column(total),
    selfCount: zeros,
    totalCount: zeros,
  };
}

/**
 * Adds what the tree misses, as functions without callers: callgrind does not charge the work of a thread to the function that started it, so
 * calls from the roots do not hold everything.
 */
function addRest(
  parent: number[],
  label: number[],
  self: number[],
  total: number[],
  units: ReturnType<typeof unitGraph>,
  least: number,
): void {
  const missing = Float64Array.from(units.self);
  let rest = units.self.reduce((sum, cost) => sum + cost, 0);
  for (let row = 0; row < label.length; row++) {
    missing[label[row]!]! -= self[row]!;
    rest -= self[row]!;
  }
  const sum = missing.reduce((all, cost) => all + (cost > least ? cost : 0), 0);
  if (rest <= 0 || sum <= 0) return;
  for (let unit = 0; unit < missing.length; unit++) {
    if (missing[unit]! <= least) continue;
    const part = (missing[unit]! * rest) / sum;
    parent.push(-1);
    label.push(unit);
    self.push(part);
    total.push(part);
  }
}

/** True when `unit` is on the path to `row`; between its two places all are in one cycle with it, so the search ends where that ends. */
function onPath(
  parent: readonly number[],
  label: readonly number[],
  row: number,
  unit: number,
  cycleOf: Int32Array,
): boolean {
  for (let at = row; at >= 0 && cycleOf[label[at]!] === cycleOf[unit]; at = parent[at]!)
    if (label[at] === unit) return true;
  return false;
}

/** The call graph with each recursion group as one function: its cost is what its members and the calls leaving it cost. */
function unitGraph(costs: OverlayCosts, shownAs: Int32Array, count: number) {
  const { edges, subjects } = costs;
  const pairs = new PairTable();
  const cost = new FloatColumn();
  const isRoot = new Uint8Array(count);
  const inclusive = new Float64Array(count);
  const self = new Float64Array(count);
  const grouped = new Uint8Array(count);
  for (let subject = 0; subject < shownAs.length; subject++) {
    const unit = shownAs[subject]!;
    if (unit !== subject) grouped[unit] = 1;
  }
  for (let subject = 0; subject < shownAs.length; subject++) {
    const unit = shownAs[subject]!;
    self[unit]! += subjects.self[subject]!;
    inclusive[unit]! += grouped[unit] ? subjects.self[subject]! : subjects.inclusive[subject]!;
    if (subjects.inclusive[subject]! > 0) isRoot[unit] = 1;
  }
  const entered = new Uint8Array(count);
  for (let edge = 0; edge < edges.length; edge++) {
    const [caller, callee] = [shownAs[edges.caller[edge]!]!, shownAs[edges.callee[edge]!]!];
    if (caller === callee) continue;
    const pair = pairs.intern(caller, callee);
    cost.add(pair, edges.cost[edge]!);
    if (grouped[caller]) inclusive[caller]! += edges.cost[edge]!;
    entered[callee] = 1;
  }
  for (let unit = 0; unit < count; unit++) if (entered[unit]) isRoot[unit] = 0;
  return {
    caller: pairs.first.toArray(),
    callee: pairs.second.toArray(),
    cost: cost.toArray(),
    self,
    inclusive,
    isRoot,
  };
}
