/**
 * Attribution: self and inclusive cost per subject, cost per edge, per source line and per call line, from a call tree.
 *
 * A stack counts once for everything it holds, however often: a subject's inclusive cost is summed at its outermost occurrence, an edge's at
 * the outermost place where these two follow each other. So nothing exceeds the total, recursion or not.
 */
import { FloatColumn, IntColumn, PairTable } from "../import/tables.ts";
import type { FrameTable } from "../types.ts";
import { type CallTree, type CostTree, walkTree } from "./tree.ts";

/** Costs by subject. */
export interface SubjectCosts {
  /** Weight of the stacks whose leaf it is. */
  readonly self: Float64Array;
  /** Weight of the stacks that hold it. */
  readonly inclusive: Float64Array;
  /** Weight of the stacks whose innermost workspace function it is: its self cost and that of all the libraries it called. */
  readonly nearest: Float64Array;
  readonly selfCount: Float64Array;
  readonly inclusiveCount: Float64Array;
}

/** Costs by edge: rows of distinct (caller, callee) subjects, in order of first appearance. */
export interface EdgeCosts {
  readonly length: number;
  /** Into subjects. */
  readonly caller: Int32Array;
  readonly callee: Int32Array;
  /** Weight of the stacks in which the callee follows the caller. */
  readonly cost: Float64Array;
  /** Samples of these stacks; for callgrind the number of calls. */
  readonly count: Float64Array;
  /** The part of the cost that enters a closure or async body of the callee: the caller need not know the function it is written in. */
  readonly inner: Float64Array;
  /** 1 where the cost counts nested calls several times, as a recorded call graph does inside a cycle: only the count means something. */
  readonly recursive: Uint8Array;
  /** The subject through which most of the cost went where frames were left out in between; -1 when none were. */
  readonly via: Int32Array;
}

/** Costs by source line of the frames' own places: rows of distinct (subject, file, line). */
export interface LineCosts {
  readonly length: number;
  readonly subject: Int32Array;
  /** Into the profile's strings; -1 when unknown. */
  readonly file: Int32Array;
  /** 1-based. */
  readonly line: Int32Array;
  /** Weight of the stacks whose leaf is on this line. */
  readonly self: Float64Array;
  /** Weight of the stacks that pass through this line. */
  readonly inclusive: Float64Array;
}

/** Costs by call line: rows of distinct (edge, file, line). */
export interface CallLineCosts {
  readonly length: number;
  /** Into edges. */
  readonly edge: Int32Array;
  readonly file: Int32Array;
  readonly line: Int32Array;
  readonly cost: Float64Array;
  readonly count: Float64Array;
}

/** Everything that is charged. */
export interface OverlayCosts {
  readonly subjects: SubjectCosts;
  readonly edges: EdgeCosts;
  readonly lines: LineCosts;
  readonly callLines: CallLineCosts;
}

/** Sums that count only once on each path: the cost of a row goes to a key at its outermost occurrence. */
export class OncePerPath {
  private readonly depth = new IntColumn();
  readonly cost = new FloatColumn();
  readonly count = new FloatColumn();

  /** Enters `key` on the path, with the costs of everything below. */
  enter(key: number, cost: number, count: number): void {
    while (this.depth.length <= key) {
      this.depth.push(0);
      this.cost.push(0);
      this.count.push(0);
    }
    if (this.depth.data[key]!++ > 0) return;
    this.cost.data[key]! += cost;
    this.count.data[key]! += count;
  }

  /** Leaves `key`. */
  leave(key: number): void {
    this.depth.data[key]!--;
  }

  /** Costs and counts of the keys below `length`. */
  columns(length: number): { cost: Float64Array; count: Float64Array } {
    const [cost, count] = [new Float64Array(length), new Float64Array(length)];
    cost.set(this.cost.data.subarray(0, Math.min(length, this.cost.length)));
    count.set(this.count.data.subarray(0, Math.min(length, this.count.length)));
    return { cost, count };
  }
}

/** What is needed to read a call tree. */
export interface AttributionInput {
  readonly tree: CallTree;
  readonly frames: FrameTable;
  /** Subject of each frame. */
  readonly subjectOf: Int32Array;
  readonly subjectCount: number;
  /** By subject: is a function of the workspace. */
  readonly workspace: readonly boolean[];
  /** By frame: is a closure or async body of its function. */
  readonly closure: readonly boolean[];
}

/** Charges the costs of a call tree. Linear in its rows. */
export function attribute(input: AttributionInput): OverlayCosts {
  return new Attribution(input).run();
}

class Attribution {
  private readonly input: AttributionInput;
  private readonly self: Float64Array;
  private readonly selfCount: Float64Array;
  private readonly nearest: Float64Array;
  private readonly subjects = new OncePerPath();
  private readonly edgeKeys = new PairTable();
  private readonly edges = new OncePerPath();
  private readonly innerEdges = new OncePerPath();
  private readonly viaKeys = new PairTable();
  private readonly viaCost = new FloatColumn();
  private readonly places = new PairTable();
  private readonly lineKeys = new PairTable();
  private readonly lines = new OncePerPath();
  private readonly lineSelf = new FloatColumn();
  private readonly callLineKeys = new PairTable();
  private readonly callLines = new OncePerPath();
  /** By row of the tree: its edge, line and call line; -1 for none. */
  private readonly edgeOf: Int32Array;
  private readonly lineOf: Int32Array;
  private readonly callLineOf: Int32Array;
  /** Innermost workspace subjects on the path. */
  private readonly anchors: number[] = [];

  constructor(input: AttributionInput) {
    this.input = input;
    this.self = new Float64Array(input.subjectCount);
    this.selfCount = new Float64Array(input.subjectCount);
    this.nearest = new Float64Array(input.subjectCount);
    this.edgeOf = new Int32Array(input.tree.length).fill(-1);
    this.lineOf = new Int32Array(input.tree.length).fill(-1);
    this.callLineOf = new Int32Array(input.tree.length).fill(-1);
  }

  run(): OverlayCosts {
    const { tree, subjectCount } = this.input;
    walkTree(tree.parent, { enter: (row) => this.enter(row), leave: (row) => this.leave(row) });
    const { cost: inclusive, count: inclusiveCount } = this.subjects.columns(subjectCount);
    const { self, selfCount, nearest } = this;
    return {
      subjects: { self, selfCount, nearest, inclusive, inclusiveCount },
      edges: this.edgeTable(),
      lines: this.lineTable(),
      callLines: this.callLineTable(),
    };
  }

  /** True for rows that no selected sample passes. */
  private empty(row: number): boolean {
    const { tree } = this.input;
    return tree.total[row] === 0 && tree.totalCount[row] === 0;
  }

  private enter(row: number): boolean {
    if (this.empty(row)) return false;
    const { tree, subjectOf, workspace } = this.input;
    const total = tree.total[row]!;
    const count = tree.totalCount[row]!;
    const subject = subjectOf[tree.label[row]!]!;
    const own = workspace[subject]!;
    if (own) this.anchors.push(subject);
    this.subjects.enter(subject, total, count);
    if (tree.self[row]! !== 0 || tree.selfCount[row]! !== 0) this.addSelf(row, subject);
    this.enterLine(row, subject, total, count);
    const parent = tree.parent[row]!;
    if (parent >= 0) this.enterEdge(row, parent, subject, total, count);
    return true;
  }

  private addSelf(row: number, subject: number): void {
    const { tree } = this.input;
    this.self[subject]! += tree.self[row]!;
    this.selfCount[subject]! += tree.selfCount[row]!;
    const anchor = this.anchors.at(-1);
    if (anchor !== undefined) this.nearest[anchor]! += tree.self[row]!;
  }

  private enterEdge(row: number, parent: number, subject: number, total: number, count: number): void {
    const { tree, frames, subjectOf } = this.input;
    const callerFrame = tree.label[parent]!;
    const edge = this.edgeKeys.intern(subjectOf[callerFrame]!, subject);
    this.edgeOf[row] = edge;
    this.edges.enter(edge, total, count);
    if (this.input.closure[tree.label[row]!]) this.innerEdges.enter(edge, total, count);
    const via = this.viaKeys.intern(edge, tree.via[row]! < 0 ? -1 : subjectOf[tree.via[row]!]!);
    if (via === this.viaCost.length) this.viaCost.push(0);
    this.viaCost.data[via]! += total;
    const line = frames.line[callerFrame]!;
    if (line === 0) return;
    const place = this.places.intern(frames.file[callerFrame]!, line);
    const callLine = this.callLineKeys.intern(edge, place);
    this.callLineOf[row] = callLine;
    this.callLines.enter(callLine, total, count);
  }

  private enterLine(row: number, subject: number, total: number, count: number): void {
    const { tree, frames } = this.input;
    const frame = tree.label[row]!;
    if (frames.line[frame] === 0) return;
    const key = this.lineKeys.intern(subject, this.places.intern(frames.file[frame]!, frames.line[frame]!));
    this.lineOf[row] = key;
    this.lines.enter(key, total, count);
    while (this.lineSelf.length <= key) this.lineSelf.push(0);
    this.lineSelf.data[key]! += tree.self[row]!;
  }

  private leave(row: number): void {
    if (this.empty(row)) return;
    const { tree, subjectOf, workspace } = this.input;
    const subject = subjectOf[tree.label[row]!]!;
    this.subjects.leave(subject);
    if (workspace[subject]) this.anchors.pop();
    if (this.edgeOf[row]! >= 0) this.leaveEdge(row, this.edgeOf[row]!);
    if (this.lineOf[row]! >= 0) this.lines.leave(this.lineOf[row]!);
    if (this.callLineOf[row]! >= 0) this.callLines.leave(this.callLineOf[row]!);
  }

  private leaveEdge(row: number, edge: number): void {
    this.edges.leave(edge);
    if (this.input.closure[this.input.tree.label[row]!]) this.innerEdges.leave(edge);
  }

  private edgeTable(): EdgeCosts {
    const { length } = this.edgeKeys;
    const via = new Int32Array(length).fill(-1);
    const best = new Float64Array(length).fill(-1);
    for (let key = 0; key < this.viaKeys.length; key++) {
      const edge = this.viaKeys.first.data[key]!;
      if (this.viaCost.data[key]! <= best[edge]!) continue;
      best[edge] = this.viaCost.data[key]!;
      via[edge] = this.viaKeys.second.data[key]!;
    }
    const caller = this.edgeKeys.first.toArray();
    const callee = this.edgeKeys.second.toArray();
    const inner = this.innerEdges.columns(length).cost;
    return { length, caller, callee, ...this.edges.columns(length), via, inner, recursive: new Uint8Array(length) };
  }

  private lineTable(): LineCosts {
    const { length } = this.lineKeys;
    const places = this.lineKeys.second.toArray();
    return {
      length,
      subject: this.lineKeys.first.toArray(),
      file: places.map((place) => this.places.first.data[place]!),
      line: places.map((place) => this.places.second.data[place]!),
      self: this.lineSelf.data.slice(0, length),
      inclusive: this.lines.columns(length).cost,
    };
  }

  private callLineTable(): CallLineCosts {
    const { length } = this.callLineKeys;
    const places = this.callLineKeys.second.toArray();
    return {
      length,
      edge: this.callLineKeys.first.toArray(),
      file: places.map((place) => this.places.first.data[place]!),
      line: places.map((place) => this.places.second.data[place]!),
      ...this.callLines.columns(length),
    };
  }
}

/** Self and inclusive cost by any key of the labels (module, file, crate): inclusive counts each stack once per key. */
export function costsByKey(
  tree: CostTree,
  keyOf: Int32Array,
  keyCount: number,
): { self: Float64Array; inclusive: Float64Array } {
  const self = new Float64Array(keyCount);
  const inclusive = new OncePerPath();
  walkTree(tree.parent, {
    enter(row) {
      const key = keyOf[tree.label[row]!]!;
      if (key < 0) return;
      self[key]! += tree.self[row]!;
      inclusive.enter(key, tree.total[row]!, 0);
    },
    leave(row) {
      const key = keyOf[tree.label[row]!]!;
      if (key >= 0) inclusive.leave(key);
    },
  });
  return { self, inclusive: inclusive.columns(keyCount).cost };
}
