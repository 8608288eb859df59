/**
 * Attribution for profiles that hold a call graph (callgrind) instead of stacks.
 *
 * Self costs and call counts are exact. Inclusive costs are those of the calls that enter a function from outside of it: callgrind splits
 * recursion levels (`f'2`), so calls of the first level are never nested in each other. Where copies of one function call each other through a
 * third one the sum would count twice; it is bounded by what the function and all calls leaving it cost, and by the total.
 *
 * What is lost is which call came from where: libraries between two workspace functions are seen through by shares, so that a caller with a
 * third of the cost of `fold` gets a third of what `fold` calls back. The same goes for the tree. Both are estimates.
 */
import { FloatColumn, PairTable } from "../import/tables.ts";
import type { CallTables, FrameTable } from "../types.ts";
import type { CallLineCosts, EdgeCosts, LineCosts, OverlayCosts } from "./attribute.ts";
import { componentsOf, edgeLists } from "./components.ts";
import type { CostTree } from "./tree.ts";

/** What is needed to read a call graph. */
export interface CallCostInput {
  readonly calls: CallTables;
  readonly frames: FrameTable;
  /** Row of the event, and how many there are. */
  readonly event: number;
  readonly eventCount: number;
  /** Subject of each frame. */
  readonly subjectOf: Int32Array;
  readonly subjectCount: number;
  /** By frame: is a closure or async body of its function. */
  readonly closure: readonly boolean[];
  /** By subject: is a function of the workspace. */
  readonly workspace: readonly boolean[];
  /** By subject: is left out between two workspace functions. */
  readonly through: readonly boolean[];
}

/** Charges the costs of a call graph. */
export function attributeCalls(input: CallCostInput): OverlayCosts & { readonly total: number } {
  const { calls, event, eventCount, subjectOf, subjectCount } = input;
  const self = new Float64Array(subjectCount);
  const subjectOfFunction = calls.functions.frame.map((frame) => subjectOf[frame]!);
  let total = 0;
  for (let row = 0; row < calls.functions.length; row++) {
    const cost = calls.functions.self[row * eventCount + event]!;
    self[subjectOfFunction[row]!]! += cost;
    total += cost;
  }
  const direct = directEdges(input, subjectOfFunction);
  const inclusive = inclusiveCosts(input, subjectOfFunction, self, direct.edges, total);
  const edges = markRecursive(throughEdges(input, direct.edges), subjectCount);
  const zero = () => new Float64Array(subjectCount);
  return {
    total,
    subjects: { self, inclusive, nearest: nearestCosts(input, self, edges), selfCount: zero(), inclusiveCount: zero() },
    edges,
    lines: lineCosts(input, subjectOfFunction),
    callLines: direct.callLines,
  };
}

function markRecursive(edges: EdgeCosts, subjectCount: number): EdgeCosts {
  const { of } = componentsOf(subjectCount, edges.caller, edges.callee);
  return {
    ...edges,
    recursive: Uint8Array.from(edges.caller, (caller, edge) => (of[caller] === of[edges.callee[edge]!] ? 1 : 0)),
  };
}

/** Calls summed up per pair of subjects, as the file has them. */
function directEdges(
  { calls, event, eventCount, closure }: CallCostInput,
  subjectOfFunction: Int32Array,
): { edges: EdgeCosts; callLines: CallLineCosts } {
  const pairs = new PairTable();
  const places = new PairTable();
  const lines = new PairTable();
  const inner = new FloatColumn();
  const [cost, count, lineCost, lineCount] = [
    new FloatColumn(),
    new FloatColumn(),
    new FloatColumn(),
    new FloatColumn(),
  ];
  const { caller, callee, file, line } = calls.calls;
  for (let row = 0; row < calls.calls.length; row++) {
    const pair = pairs.intern(subjectOfFunction[caller[row]!]!, subjectOfFunction[callee[row]!]!);
    add(cost, pair, calls.calls.cost[row * eventCount + event]!);
    add(count, pair, calls.calls.count[row]!);
    const isInner = closure[calls.functions.frame[callee[row]!]!];
    add(inner, pair, isInner ? calls.calls.cost[row * eventCount + event]! : 0);
    if (line[row] === 0) continue;
    const key = lines.intern(pair, places.intern(file[row]!, line[row]!));
    add(lineCost, key, calls.calls.cost[row * eventCount + event]!);
    add(lineCount, key, calls.calls.count[row]!);
  }
  const place = lines.second.toArray();
  return {
    edges: {
      length: pairs.length,
      caller: pairs.first.toArray(),
      callee: pairs.second.toArray(),
      cost: cost.toArray(),
      count: count.toArray(),
      via: new Int32Array(pairs.length).fill(-1),
      inner: inner.toArray(),
      recursive: new Uint8Array(pairs.length),
    },
    callLines: {
      length: lines.length,
      edge: lines.first.toArray(),
      file: place.map((row) => places.first.data[row]!),
      line: place.map((row) => places.second.data[row]!),
      cost: lineCost.toArray(),
      count: lineCount.toArray(),
    },
  };
}

function add(column: FloatColumn, row: number, value: number): void {
  while (column.length <= row) column.push(0);
  column.data[row]! += value;
}

function inclusiveCosts(
  input: CallCostInput,
  subjectOfFunction: Int32Array,
  self: Float64Array,
  edges: EdgeCosts,
  total: number,
): Float64Array {
  const { calls, frames, event, eventCount, subjectCount } = input;
  const leaving = Float64Array.from(self);
  for (let edge = 0; edge < edges.length; edge++) {
    if (edges.caller[edge] !== edges.callee[edge]) leaving[edges.caller[edge]!]! += edges.cost[edge]!;
  }
  const entering = new Float64Array(subjectCount);
  const called = new Uint8Array(calls.functions.length);
  const nested = nestedClosures(calls, input.closure, subjectOfFunction);
  const ownTotal = new Float64Array(calls.functions.length);
  for (let row = 0; row < calls.functions.length; row++)
    ownTotal[row] = calls.functions.self[row * eventCount + event]!;
  for (let row = 0; row < calls.calls.length; row++) {
    const [caller, callee] = [calls.calls.caller[row]!, calls.calls.callee[row]!];
    const cost = calls.calls.cost[row * eventCount + event]!;
    called[callee] = 1;
    const inside = subjectOfFunction[caller] === subjectOfFunction[callee];
    if (!inside) ownTotal[caller]! += cost;
    if (inside || nested[callee] || frames.level[calls.functions.frame[callee]!]! >= 2) continue;
    entering[subjectOfFunction[callee]!]! += cost;
  }
  for (let row = 0; row < calls.functions.length; row++) {
    if (called[row] === 0 && !nested[row]) entering[subjectOfFunction[row]!]! += ownTotal[row]!;
  }
  return leaving.map((bound, subject) => Math.max(Math.min(entering[subject]!, bound, total), self[subject]!));
}

/**
 * Marks the closures that run below the function they are written in: a call of theirs, though it comes from `fold` or a helper, is part of
 * that function's cost already. One that the function can't reach by calls runs elsewhere (on a thread, say) and counts for itself.
 */
function nestedClosures(calls: CallTables, closure: readonly boolean[], subjectOfFunction: Int32Array): Uint8Array {
  const nested = new Uint8Array(calls.functions.length);
  const isClosure = Array.from(calls.functions.frame, (frame) => closure[frame]!);
  const out = edgeLists(calls.calls.caller, calls.functions.length);
  const bySubject = new Map<number, { plain: number[]; closures: number[] }>();
  for (let row = 0; row < calls.functions.length; row++) {
    const subject = subjectOfFunction[row]!;
    const entry = bySubject.get(subject) ?? { plain: [], closures: [] };
    bySubject.set(subject, entry);
    (isClosure[row] ? entry.closures : entry.plain).push(row);
  }
  const seen = new Int32Array(calls.functions.length).fill(-1);
  for (const [subject, { plain, closures }] of bySubject) {
    if (plain.length === 0 || closures.length === 0) continue;
    const queue = [...plain];
    for (const row of plain) seen[row] = subject;
    for (let head = 0; head < queue.length; head++) {
      const row = queue[head]!;
      for (let at = out.offsets[row]!; at < out.offsets[row + 1]!; at++) {
        const callee = calls.calls.callee[out.edges[at]!]!;
        if (seen[callee] === subject) continue;
        seen[callee] = subject;
        queue.push(callee);
      }
    }
    for (const row of closures) if (seen[row] === subject) nested[row] = 1;
  }
  return nested;
}

function lineCosts({ calls, event, eventCount }: CallCostInput, subjectOfFunction: Int32Array): LineCosts {
  const places = new PairTable();
  const keys = new PairTable();
  const [self, inclusive] = [new FloatColumn(), new FloatColumn()];
  const addAt = (func: number, file: number, line: number, own: number, all: number): void => {
    if (line === 0) return;
    const key = keys.intern(subjectOfFunction[func]!, places.intern(file, line));
    add(self, key, own);
    add(inclusive, key, all);
  };
  const { lines, calls: rows } = calls;
  for (let row = 0; row < lines.length; row++) {
    const cost = lines.cost[row * eventCount + event]!;
    addAt(lines.func[row]!, lines.file[row]!, lines.line[row]!, cost, cost);
  }
  for (let row = 0; row < rows.length; row++) {
    const recursive = subjectOfFunction[rows.caller[row]!] === subjectOfFunction[rows.callee[row]!];
    addAt(rows.caller[row]!, rows.file[row]!, rows.line[row]!, 0, recursive ? 0 : rows.cost[row * eventCount + event]!);
  }
  const place = keys.second.toArray();
  return {
    length: keys.length,
    subject: keys.first.toArray(),
    file: place.map((row) => places.first.data[row]!),
    line: place.map((row) => places.second.data[row]!),
    self: self.toArray(),
    inclusive: inclusive.toArray(),
  };
}

/**
 * Edges with the libraries between workspace functions seen through. For each library function: which workspace functions it leads to, at
 * what cost. Callees come first, and calls inside a cycle of libraries are passed over.
 */
function throughEdges(input: CallCostInput, edges: EdgeCosts): EdgeCosts {
  const { subjectCount, workspace, through } = input;
  if (!through.some((left) => left)) return edges;
  const { of } = componentsOf(subjectCount, edges.caller, edges.callee);
  const out = edgeLists(edges.caller, subjectCount);
  const entering = new Float64Array(subjectCount);
  for (let edge = 0; edge < edges.length; edge++) {
    if (of[edges.caller[edge]!] !== of[edges.callee[edge]!]) entering[edges.callee[edge]!]! += edges.cost[edge]!;
  }
  const order = Array.from({ length: subjectCount }, (_, subject) => subject).sort((a, b) => of[a]! - of[b]!);
  const leads: (Map<number, number> | undefined)[] = new Array<undefined>(subjectCount).fill(undefined);
  const shareOf = (edge: number): number => {
    const whole = entering[edges.callee[edge]!]!;
    return whole > 0 ? Math.min(1, edges.cost[edge]! / whole) : 0;
  };
  const result = new EdgeSums();
  for (const subject of order) {
    const own = workspace[subject]!;
    const flows = new Map<number, number>();
    for (let at = out.offsets[subject]!; at < out.offsets[subject + 1]!; at++) {
      const edge = out.edges[at]!;
      const callee = edges.callee[edge]!;
      const beyond = through[callee] && of[callee] !== of[subject] ? leads[callee] : undefined;
      if (own) result.call(edges, edge, beyond, shareOf(edge));
      else if (workspace[callee]) flows.set(callee, (flows.get(callee) ?? 0) + edges.cost[edge]!);
      else
        for (const [target, cost] of beyond ?? []) flows.set(target, (flows.get(target) ?? 0) + cost * shareOf(edge));
      if (!own) result.plain(edges, edge);
    }
    leads[subject] = flows;
  }
  return result.finish();
}

/** Sums edges up, those through libraries with the library by which most of them went. */
class EdgeSums {
  private readonly pairs = new PairTable();
  private readonly cost = new FloatColumn();
  private readonly count = new FloatColumn();
  private readonly inner = new FloatColumn();
  private readonly via: { best: number; subject: number }[] = [];

  /** An edge out of a library function stays as it is. */
  plain(edges: EdgeCosts, edge: number): void {
    this.add(edges.caller[edge]!, edges.callee[edge]!, edges.cost[edge]!, edges.count[edge]!, -1, edges.inner[edge]!);
  }

  /** An edge out of a workspace function (libraries mostly call back closures): what lies behind a library is charged to edges of its own. */
  call(edges: EdgeCosts, edge: number, beyond: ReadonlyMap<number, number> | undefined, share: number): void {
    const [caller, callee] = [edges.caller[edge]!, edges.callee[edge]!];
    let rest = edges.cost[edge]!;
    for (const [target, cost] of beyond ?? []) {
      const part = Math.min(cost * share, edges.cost[edge]!);
      rest -= part;
      if (part > 0) this.add(caller, target, part, 0, callee, part);
    }
    this.add(
      caller,
      callee,
      Math.max(rest, 0),
      edges.count[edge]!,
      -1,
      Math.min(edges.inner[edge]!, Math.max(rest, 0)),
    );
  }

  finish(): EdgeCosts {
    return {
      length: this.pairs.length,
      caller: this.pairs.first.toArray(),
      callee: this.pairs.second.toArray(),
      cost: this.cost.toArray(),
      count: this.count.toArray(),
      via: Int32Array.from(this.via, ({ subject }) => subject),
      inner: this.inner.toArray(),
      recursive: new Uint8Array(this.pairs.length),
    };
  }

  private add(caller: number, callee: number, cost: number, count: number, via: number, inner: number): void {
    const row = this.pairs.intern(caller, callee);
    add(this.cost, row, cost);
    add(this.count, row, count);
    add(this.inner, row, inner);
    const known = (this.via[row] ??= { best: -1, subject: -1 });
    if (cost > known.best) {
      known.best = cost;
      known.subject = via;
    }
  }
}

/** Self cost of the workspace functions with what their calls of libraries cost beyond the workspace functions called back. */
function nearestCosts({ workspace }: CallCostInput, self: Float64Array, edges: EdgeCosts): Float64Array {
  const nearest = self.map((cost, subject) => (workspace[subject] ? cost : 0));
  for (let edge = 0; edge < edges.length; edge++) {
    if (workspace[edges.caller[edge]!] && !workspace[edges.callee[edge]!])
      nearest[edges.caller[edge]!]! += edges.cost[edge]!;
  }
  return nearest;
}

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
    add(cost, pair, edges.cost[edge]!);
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
