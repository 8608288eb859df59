/**
 * Stacks that the recorder cut, put back on their roots.
 *
 * perf keeps 127 frames of a stack (`kernel.perf_event_max_stack`, `--max-stack`), the innermost ones: of a deep recursion it loses `main`, and
 * every share above the recursion is wrong. A stack that is unwound from a copy of its innermost kilobytes ends where the copy does, often in
 * an `[unknown]` frame. The static graph often knows better: when the outermost frame left is in a cycle of functions that only one way leads
 * into from the program's entry, that way was on the stack. These stacks get it back, as frames marked estimated, below the runtime's frames
 * as other stacks show them.
 */
import type { NodeIndex } from "../../base/ids.ts";
import { nodeKey, nodeText } from "../../graph/columns.ts";
import { reach } from "../../graph/reach.ts";
import { type CallGraph, ENTRIES, NODE_FLAGS } from "../../graph/types.ts";
import { PairTable } from "../import/tables.ts";
import { FrameFlag, type FrameTable, type Profile } from "../types.ts";
import type { FrameMatch } from "./match.ts";
import { callsDirectly, forEachCaller, isAbstract, isFirm, type StaticView } from "./static-view.ts";

/** Frames of a stack that perf and the kernel keep when nobody asks for more. */
export const USUAL_LIMIT = 127;
/** A pile of cut stacks is not looked for below this depth, unless the user knows better. */
const SMALLEST_LIMIT = 16;
/** A stack that begins with so many frames of one recursion is cut, at whatever depth. */
const TOWER = 64;

const MAIN = ENTRIES.indexOf("main") + 1;
const TEST = 1 << NODE_FLAGS.indexOf("test");

/** What was put back. */
export interface Repair {
  readonly profile: Profile;
  /** Matches of all frames, those put back included. */
  readonly matches: readonly FrameMatch[];
  /** Frames at which the recorder cuts; 0 when stacks end at no common depth. */
  readonly limit: number;
  /** Rows of samples whose stack is cut inside a recursion, by (samples, weight of the first event). */
  readonly cut: { readonly count: number; readonly weight: number };
  /** Those of them that were put back. */
  readonly repaired: { readonly count: number; readonly weight: number };
  /** Functions put back, outermost first, one list for each recursion. */
  readonly paths: readonly (readonly NodeIndex[])[];
}

/** Puts cut stacks back on their roots. `maxStack` is the recorder's limit where the user knows it. */
export function repairStacks(
  profile: Profile,
  matches: readonly FrameMatch[],
  view: StaticView,
  maxStack?: number,
): Repair {
  return new Repairer(profile, matches, view, maxStack).run();
}

class Repairer {
  private readonly profile: Profile;
  private readonly matches: readonly FrameMatch[];
  private readonly view: StaticView;
  private readonly maxStack: number | undefined;
  /** Row in the graph without closures of each frame's function; -1 for others. */
  private readonly functionOf: Int32Array;
  /** By stack: outermost frame with a name (-1: none), machine frames, and those of them outside the kernel. */
  private readonly root: Int32Array;
  private readonly depth: Int32Array;
  private readonly userDepth: Int32Array;
  /** By stack: frames of one recursion at its beginning. */
  private readonly tower: Int32Array;
  private readonly paths = new Map<number, readonly number[]>();

  constructor(profile: Profile, matches: readonly FrameMatch[], view: StaticView, maxStack: number | undefined) {
    this.profile = profile;
    this.matches = matches;
    this.view = view;
    this.maxStack = maxStack;
    this.functionOf = Int32Array.from(matches, ({ node }) => (node < 0 ? -1 : view.rowOf[node]!));
    const { length } = profile.stacks;
    this.root = new Int32Array(length);
    this.depth = new Int32Array(length);
    this.userDepth = new Int32Array(length);
    this.tower = new Int32Array(length);
    this.measure();
  }

  run(): Repair {
    const { profile, matches } = this;
    const limit = this.maxStack ?? this.findLimit();
    const cutRows = this.cutRows(limit);
    const none = { count: 0, weight: 0 };
    if (cutRows.length === 0) return { profile, matches, limit, cut: none, repaired: none, paths: [] };
    const eligible = this.eligibleThreads(cutRows);
    const repairable = cutRows.filter((row) => {
      const thread = profile.samples.thread[row]!;
      return eligible.has(thread) && this.pathOf(this.rootFunction(profile.samples.stack[row]!)).length > 0;
    });
    const rebuilt = this.rebuild(repairable);
    return {
      ...rebuilt,
      limit,
      cut: this.sum(cutRows),
      repaired: this.sum(repairable),
      paths: this.usedPaths(repairable),
    };
  }

  private measure(): void {
    const { stacks, frames } = this.profile;
    /** By stack: all its frames with a name are of one recursion. */
    const isTower = new Uint8Array(stacks.length);
    for (let stack = 0; stack < stacks.length; stack++) {
      const prefix = stacks.prefix[stack]!;
      const frame = stacks.frame[stack]!;
      const flags = frames.flags[frame]!;
      const machine = flags & FrameFlag.Inlined ? 0 : 1;
      const user = machine && !(flags & FrameFlag.Kernel) ? 1 : 0;
      const above = prefix < 0 ? -1 : this.root[prefix]!;
      this.root[stack] = above >= 0 ? above : flags & FrameFlag.Unknown ? -1 : frame;
      const isFirst = this.root[stack] === frame && above < 0;
      const isMore =
        prefix >= 0 && isTower[prefix] === 1 && this.areInCycle(this.functionOf[frame]!, this.rootFunction(stack));
      isTower[stack] = isFirst || isMore ? 1 : 0;
      this.tower[stack] = (prefix < 0 ? 0 : this.tower[prefix]!) + isTower[stack]!;
      this.depth[stack] = machine + (prefix < 0 ? 0 : this.depth[prefix]!);
      this.userDepth[stack] = user + (prefix < 0 ? 0 : this.userDepth[prefix]!);
    }
  }

  private areInCycle(row: number, other: number): boolean {
    const { group } = this.view;
    return row >= 0 && (row === other || (group[row]! >= 0 && group[row] === group[other]));
  }

  private rootFunction(stack: number): number {
    const root = this.root[stack]!;
    return root < 0 ? -1 : this.functionOf[root]!;
  }

  /** True when the outermost frame is in a recursion, where a whole stack can't begin. */
  private beginsInRecursion(stack: number): boolean {
    const row = stack < 0 ? -1 : this.rootFunction(stack);
    if (row < 0 || this.view.named.nodes.entry[row] === MAIN) return false;
    return this.view.group[row]! >= 0 || callsDirectly(this.view.named, row, row);
  }

  /** The usual limit when stacks end exactly there, else the depth of the deepest stacks when several that begin in a recursion share it. */
  private findLimit(): number {
    const { samples } = this.profile;
    const piles = new Map<number, number>();
    let deepest = 0;
    let deepestUser = 0;
    for (let row = 0; row < samples.length; row++) {
      const stack = samples.stack[row]!;
      if (stack < 0) continue;
      deepest = Math.max(deepest, this.depth[stack]!);
      deepestUser = Math.max(deepestUser, this.userDepth[stack]!);
      if (!this.beginsInRecursion(stack)) continue;
      for (const depth of new Set([this.depth[stack]!, this.userDepth[stack]!])) {
        piles.set(depth, (piles.get(depth) ?? 0) + Math.max(samples.count[row]!, 1));
      }
    }
    if (piles.has(USUAL_LIMIT) && deepestUser <= USUAL_LIMIT) return USUAL_LIMIT;
    for (const depth of [deepest, deepestUser]) {
      if (depth >= SMALLEST_LIMIT && (piles.get(depth) ?? 0) >= 2) return depth;
    }
    return 0;
  }

  /** Samples whose stack begins in a recursion, at the limit or with so much of it that it can't be whole. */
  private cutRows(limit: number): number[] {
    const { samples } = this.profile;
    const rows: number[] = [];
    for (let row = 0; row < samples.length; row++) {
      const stack = samples.stack[row]!;
      if (stack < 0 || !this.beginsInRecursion(stack)) continue;
      const isDeep = this.maxStack === undefined && this.tower[stack]! >= TOWER;
      if (isDeep || this.depth[stack] === limit || this.userDepth[stack] === limit) rows.push(row);
    }
    return rows;
  }

  /**
   * Threads that run below the program's entry: a stack of theirs shows it, they are the first of their process, or there is only one thread.
   * Stacks of worker threads begin elsewhere, however the recursion is called.
   */
  private eligibleThreads(cutRows: readonly number[]): Set<number> {
    const { profile, view } = this;
    const { samples, stacks } = profile;
    const holdsMain = new Uint8Array(stacks.length);
    for (let stack = 0; stack < stacks.length; stack++) {
      const row = this.functionOf[stacks.frame[stack]!]!;
      const own = row >= 0 && view.named.nodes.entry[row] === MAIN;
      const prefix = stacks.prefix[stack]!;
      holdsMain[stack] = own || (prefix >= 0 && holdsMain[prefix] === 1) ? 1 : 0;
    }
    const first = [...profile.threads.keys()].filter((at) => {
      const { pid, tid } = profile.threads[at]!;
      return pid >= 0 && pid === tid;
    });
    const threads = new Set<number>(first);
    for (let row = 0; row < samples.length; row++) {
      const stack = samples.stack[row]!;
      if (stack >= 0 && holdsMain[stack] === 1) threads.add(samples.thread[row]!);
    }
    const all = new Set(samples.thread);
    if (threads.size === 0 && all.size === 1) return new Set(cutRows.map((row) => samples.thread[row]!));
    return threads;
  }

  /** The only way from the program's entry into the recursion around `row`, outermost first; empty when there are several or none. */
  private pathOf(row: number): readonly number[] {
    const key = this.view.group[row]! >= 0 ? this.view.group[row]! : -2 - row;
    let path = this.paths.get(key);
    if (!path) this.paths.set(key, (path = uniqueEntryPath(this.view, row, this.reachable())));
    return path;
  }

  private reachableRows: Uint8Array | undefined;

  /** Functions that the recorded program can reach: from the `main` that the profile shows, else from the one named like a process. */
  private reachable(): Uint8Array {
    if (this.reachableRows) return this.reachableRows;
    const { named } = this.view;
    const seen = new Set(this.functionOf);
    const mains = Array.from({ length: named.nodes.length }, (_, row) => row).filter(
      (row) => named.nodes.entry[row] === MAIN,
    );
    const processes = new Set(
      this.profile.threads.flatMap(({ process, name }) => [crateName(process), crateName(name)]),
    );
    const observed = mains.filter((row) => seen.has(row));
    const byName = mains.filter((row) => processes.has((nodeText(named, row, "path") ?? "").split("::")[0]!));
    const roots = observed.length > 0 ? observed : byName.length > 0 ? byName : mains;
    const mask = new Uint8Array(named.nodes.length);
    for (const row of reach(named, roots, "callees", { filter: (edge) => isFirm(named, edge) }).order) mask[row] = 1;
    return (this.reachableRows = mask);
  }

  private sum(rows: readonly number[]): { count: number; weight: number } {
    const { samples } = this.profile;
    let count = 0;
    let weight = 0;
    for (const row of rows) {
      count += samples.count[row]!;
      weight += samples.event[row] === 0 ? samples.weight[row]! : 0;
    }
    return { count, weight };
  }

  private usedPaths(rows: readonly number[]): NodeIndex[][] {
    const used = new Set(rows.map((row) => this.pathOf(this.rootFunction(this.profile.samples.stack[row]!))));
    return [...used].map((path) => path.map((row) => this.view.nodeOf[row]! as NodeIndex));
  }

  /** The profile with the stacks of `rows` put back. */
  private rebuild(rows: readonly number[]): { profile: Profile; matches: readonly FrameMatch[] } {
    const { profile } = this;
    const table = new PairTable();
    for (let stack = 0; stack < profile.stacks.length; stack++) {
      table.intern(profile.stacks.prefix[stack]!, profile.stacks.frame[stack]!);
    }
    const added = new AddedFrames(profile, this.matches, this.view);
    const trunks = new Map<readonly number[], number>();
    const moved = new Map<number, number>();
    const stackColumn = Int32Array.from(profile.samples.stack);
    for (const row of rows) {
      const stack = stackColumn[row]!;
      const path = this.pathOf(this.rootFunction(stack));
      let trunk = trunks.get(path);
      if (trunk === undefined) trunks.set(path, (trunk = this.trunk(path, table, added)));
      let target = moved.get(stack);
      if (target === undefined) moved.set(stack, (target = graft(profile, stack, this.root[stack]!, trunk, table)));
      stackColumn[row] = target;
    }
    const stacks = { length: table.length, prefix: table.first.toArray(), frame: table.second.toArray() };
    const samples = { ...profile.samples, stack: stackColumn };
    const { frames, strings, matches } = added.finish();
    return { profile: { ...profile, strings, frames, stacks, samples }, matches };
  }

  /** The stack that ends in the path: below the heaviest observed stack of its first function, with the rest estimated. */
  private trunk(path: readonly number[], table: PairTable, added: AddedFrames): number {
    let stack = this.heaviestStackOf(path[0]!);
    const rest = stack < 0 ? path : path.slice(1);
    for (const row of rest) stack = table.intern(stack, added.frame(row));
    return stack;
  }

  /** The stack ending in a frame of `row` that most samples pass through; -1 when there is none. */
  private heaviestStackOf(row: number): number {
    const { stacks, samples } = this.profile;
    const weight = new Float64Array(stacks.length);
    for (let at = 0; at < samples.length; at++) {
      if (samples.stack[at]! >= 0) weight[samples.stack[at]!]! += Math.max(samples.count[at]!, 1);
    }
    let best = -1;
    for (let stack = stacks.length - 1; stack >= 0; stack--) {
      const prefix = stacks.prefix[stack]!;
      if (prefix >= 0) weight[prefix]! += weight[stack]!;
      if (this.functionOf[stacks.frame[stack]!] === row && (best < 0 || weight[stack]! >= weight[best]!)) best = stack;
    }
    return best;
  }
}

/** Copies a stack from its first frame `root` on top of `trunk`; nameless frames before that are where unwinding failed. */
function graft(profile: Profile, stack: number, root: number, trunk: number, table: PairTable): number {
  const frames: number[] = [];
  for (let row = stack; row >= 0; row = profile.stacks.prefix[row]!) frames.push(profile.stacks.frame[row]!);
  const from = frames.lastIndexOf(root);
  let target = trunk;
  for (let at = from; at >= 0; at--) target = table.intern(target, frames[at]!);
  return target;
}

function crateName(process: string): string {
  return process.replaceAll("-", "_");
}

/**
 * Returns the only way from an entry into the recursion around `row`, as rows of the graph without closures; empty when several ways
 * lead there, or none. Only functions of `reachable` count.
 */
export function uniqueEntryPath(view: StaticView, row: number, reachable: Uint8Array): readonly number[] {
  const { named, group } = view;
  const path: number[] = [];
  const seen = new Set<number>();
  const sameCycle = (a: number, b: number) => a === b || (group[a]! >= 0 && group[a] === group[b]);
  for (let at = row; ; ) {
    seen.add(at);
    const callers = new Set<number>();
    for (const member of cycleMembers(view, at)) {
      forEachCaller(named, member, (caller, edge) => {
        if (!sameCycle(caller, at) && counts(named, caller, reachable) && isFirm(named, edge)) callers.add(caller);
      });
    }
    if (callers.size === 0) return named.nodes.entry[at] === MAIN && path.length > 0 ? path.toReversed() : [];
    if (callers.size > 1 || named.nodes.entry[at] === MAIN) return [];
    at = [...callers][0]!;
    // A second cycle on the way would leave open how often it was gone through.
    if (seen.has(at) || group[at]! >= 0) return [];
    path.push(at);
  }
}

function cycleMembers(view: StaticView, row: number): number[] {
  const group = view.group[row]!;
  if (group < 0) return [row];
  const members: number[] = [];
  for (let other = 0; other < view.group.length; other++) if (view.group[other] === group) members.push(other);
  return members;
}

function counts(graph: CallGraph, row: number, reachable: Uint8Array): boolean {
  return reachable[row] === 1 && (graph.nodes.flags[row]! & TEST) === 0 && !isAbstract(graph, row);
}

/** Frames that the repair adds to a profile. */
class AddedFrames {
  private readonly profile: Profile;
  private readonly view: StaticView;
  private readonly matches: FrameMatch[];
  private readonly strings: string[];
  private readonly rows = new Map<number, number>();
  private readonly names: number[] = [];

  constructor(profile: Profile, matches: readonly FrameMatch[], view: StaticView) {
    this.profile = profile;
    this.view = view;
    this.matches = [...matches];
    this.strings = [...profile.strings];
  }

  /** Returns the estimated frame of a function. */
  frame(row: number): number {
    const known = this.rows.get(row);
    if (known !== undefined) return known;
    const { named, nodeOf } = this.view;
    const name = nodeText(named, row, "path") ?? nodeKey(named, row);
    this.names.push(this.strings.push(name) - 1);
    const node = nodeOf[row]! as NodeIndex;
    this.matches.push({ kind: "function", node, name, copy: name, crate: "", rule: "estimated", sure: true });
    const frame = this.profile.frames.length + this.names.length - 1;
    this.rows.set(row, frame);
    return frame;
  }

  finish(): { frames: FrameTable; strings: readonly string[]; matches: readonly FrameMatch[] } {
    const { frames } = this.profile;
    const more = this.names.length;
    const ints = (column: Int32Array, fill: number) =>
      Int32Array.from([...column, ...new Array<number>(more).fill(fill)]);
    const bytes = (column: Uint8Array, fill: number) =>
      Uint8Array.from([...column, ...new Array<number>(more).fill(fill)]);
    return {
      frames: {
        length: frames.length + more,
        name: Int32Array.from([...frames.name, ...this.names]),
        linkage: ints(frames.linkage, -1),
        file: ints(frames.file, -1),
        line: ints(frames.line, 0),
        module: ints(frames.module, -1),
        address: Float64Array.from([...frames.address, ...new Array<number>(more).fill(-1)]),
        flags: bytes(frames.flags, FrameFlag.Estimated),
        level: bytes(frames.level, 0),
      },
      strings: this.strings,
      matches: this.matches,
    };
  }
}
