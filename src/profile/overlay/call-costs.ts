/**
 * Attribution for profiles that hold a call graph (callgrind) instead of stacks.
 *
 * Self costs and call counts are exact. Inclusive costs are those of the calls that enter a function from outside of it: callgrind splits
 * recursion levels (`f'2`), so calls of the first level are never nested in each other. Where copies of one function call each other through a
 * third one the sum would count twice; it is bounded by what the function and all calls leaving it cost, and by the total.
 *
 * What is lost is which call came from where: libraries between two workspace functions are seen through by shares, so that a caller with a
 * third of the cost of `fold` gets a third of what `fold` calls back. This is an estimate.
 */
import { FloatColumn, PairTable } from "../import/tables.ts";
import type { CallTables, FrameTable } from "../types.ts";
import type { CallLineCosts, EdgeCosts, LineCosts, OverlayCosts } from "./attribute.ts";
import { componentsOf, edgeLists } from "./components.ts";

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
    cost.add(pair, calls.calls.cost[row * eventCount + event]!);
    count.add(pair, calls.calls.count[row]!);
    const isInner = closure[calls.functions.frame[callee[row]!]!];
    inner.add(pair, isInner ? calls.calls.cost[row * eventCount + event]! : 0);
    if (line[row] === 0) continue;
    const key = lines.intern(pair, places.intern(file[row]!, line[row]!));
    lineCost.add(key, calls.calls.cost[row * eventCount + event]!);
    lineCount.add(key, calls.calls.count[row]!);
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
    self.add(key, own);
    inclusive.add(key, all);
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
    this.cost.add(row, cost);
    this.count.add(row, count);
    this.inner.add(row, inner);
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
