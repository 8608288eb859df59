/**
 * A profile laid over the static graph: matched, put back on its roots, charged, and with its recursion collapsed.
 *
 * `layOver` is the one way in; what is shown of the result (tables, trees, differences) are views of it, in the files beside this one.
 */
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { CallGraph } from "../../graph/types.ts";
import { type CallTables, FrameFlag, type Profile, type ProfileEvent } from "../types.ts";
import { attribute, costsByKey, type OverlayCosts } from "./attribute.ts";
import { attributeCalls } from "./call-costs.ts";
import { treeOfCalls } from "./call-tree.ts";
import { ObservedCalls } from "./cycles.ts";
import { type FrameMatch, type FrameMatcher, isClosureName, matchFrames, STD_CRATES } from "./match.ts";
import { type RecursionMode, showAs, shownTree, staticGroups } from "./recursion.ts";
import { type Repair, repairStacks } from "./repair.ts";
import { findEvent, type SampleFilter, weighStacks } from "./select.ts";
import { diagnose, type MatchShares, matchShares, type Share } from "./shares.ts";
import { type StaticView, staticView } from "./static-view.ts";
import { addSubjects, type Split, SubjectTable } from "./subjects.ts";
import { type CallTree, type CostTree, seeThrough } from "./tree.ts";

/** Wishes of the user; what is absent takes the default. */
export interface OverlayOptions {
  /** Samples that count. */
  readonly filter?: SampleFilter;
  /** Libraries that are left out between two workspace functions: crate names, `std` for all that come with the compiler, `all`, `none`. Default `std`. */
  readonly through?: readonly string[];
  /** Default `scc`. */
  readonly recursion?: RecursionMode;
  /** Functions to be shown as one, by a test on their names: the user's own recursion groups. */
  readonly groups?: readonly ((name: string, key: string) => boolean)[];
  /** Default `none`. */
  readonly split?: Split;
  /** Put cut stacks back on their roots. Default true. */
  readonly repair?: boolean;
  /** Frames at which the recorder cut stacks, where known. */
  readonly maxStack?: number;
}

/** The result. */
export interface Overlay {
  /** With cut stacks put back. */
  readonly profile: Profile;
  readonly graph: StaticView | undefined;
  readonly event: ProfileEvent;
  /** 100 %. */
  readonly total: Share;
  readonly subjects: SubjectTable;
  /** Match and subject of each frame. */
  readonly matches: readonly FrameMatch[];
  readonly subjectOf: Int32Array;
  /** By subject: is a function of the workspace. */
  readonly workspace: readonly boolean[];
  /** By subject: the recursion group it is shown as, or itself. */
  readonly shownAs: Int32Array;
  readonly costs: OverlayCosts;
  /** Self and inclusive cost of everything that is shown: groups have those of their members together. */
  readonly shownCosts: { readonly self: Float64Array; readonly inclusive: Float64Array };
  /** Frames below frames; absent for callgrind. */
  readonly callTree: CallTree | undefined;
  /** What is shown below what; labels are subjects. */
  readonly tree: CostTree;
  readonly shares: MatchShares;
  readonly repair: Repair | undefined;
  /** Cycles that only the profile has: lists of subjects. */
  readonly observedCycles: readonly (readonly number[])[];
  /** True when inclusive costs along edges and in the tree are shares, not measured. */
  readonly estimated: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** A tree made of a call graph leaves out parts smaller than this share of the total. */
const SMALLEST_PART = 1e-4;

/** Lays a profile over a graph. Without a graph every symbol stands for itself. */
export function layOver(
  profile: Profile,
  graph: CallGraph | undefined,
  matcher: FrameMatcher,
  options: OverlayOptions = {},
): Overlay {
  const view = graph && staticView(graph);
  const matched = matchFrames(profile, matcher);
  const repair =
    view && options.repair !== false && !profile.calls
      ? repairStacks(profile, matched, view, options.maxStack)
      : undefined;
  const prepared = prepare(repair?.profile ?? profile, repair?.matches ?? matched, view, options);
  const charged = profile.calls ? chargeCalls(prepared, options) : chargeStacks(prepared, options);
  const { bare, throughShare: through, costs, total } = charged;
  const shares = matchShares(prepared.subjects, costs.subjects, { bare, through });
  const eventRow = Math.max(findEvent(profile, options.filter?.event), 0);
  return {
    ...prepared,
    ...charged,
    graph: view,
    event: profile.events[eventRow] ?? { name: "samples", unit: "count" },
    shares,
    repair,
    estimated: profile.calls !== undefined,
    diagnostics: diagnose(profile, options.filter?.event, total, shares, view !== undefined),
  };
}

interface Prepared {
  readonly profile: Profile;
  readonly view: StaticView | undefined;
  readonly matches: readonly FrameMatch[];
  readonly subjects: SubjectTable;
  readonly subjectOf: Int32Array;
  readonly workspace: readonly boolean[];
  /** By subject: is left out between workspace functions. */
  readonly through: readonly boolean[];
  /** By frame: is a closure or async body. */
  readonly closure: readonly boolean[];
}

function prepare(
  profile: Profile,
  matches: readonly FrameMatch[],
  view: StaticView | undefined,
  options: OverlayOptions,
): Prepared {
  const subjects = new SubjectTable();
  const { address, flags } = profile.frames;
  const addresses = address.map((start, frame) => (flags[frame]! & FrameFlag.Inlined ? -1 : start));
  const subjectOf = addSubjects(subjects, matches, addresses, view?.graph, options.split ?? "none");
  const leftOut = throughTest(options.through ?? ["std"]);
  const workspace = subjects.rows.map(({ kind }) => kind === "function");
  const through = subjects.rows.map(({ kind, crate }) => kind === "external" && leftOut(crate));
  const closure = matches.map(({ copy }) => isClosureName(copy));
  return { profile, view, matches, subjects, subjectOf, workspace, through, closure };
}

function throughTest(names: readonly string[]): (crate: string) => boolean {
  if (names.includes("none")) return () => false;
  if (names.includes("all")) return () => true;
  const crates = new Set(names.flatMap((name) => (name === "std" ? [...STD_CRATES] : [name.replaceAll("-", "_")])));
  return (crate) => crates.has(crate);
}

type Charged = Pick<Overlay, "costs" | "shownAs" | "shownCosts" | "callTree" | "tree" | "total" | "observedCycles"> & {
  readonly bare: Share;
  readonly throughShare: Share;
};

function chargeStacks(prepared: Prepared, options: OverlayOptions): Charged {
  const { profile, subjects, subjectOf, workspace, through } = prepared;
  const weights = weighStacks(profile, options.filter);
  const byFrame = (column: readonly boolean[]) => Array.from(subjectOf, (subject) => column[subject]!);
  const callTree = seeThrough(profile.stacks, weights, { workspace: byFrame(workspace), through: byFrame(through) });
  const subjectCount = subjects.length;
  const costs = attribute({
    tree: callTree,
    frames: profile.frames,
    subjectOf,
    subjectCount,
    workspace,
    closure: prepared.closure,
  });
  const { shownAs, observedCycles } = recursionGroups(prepared, cyclesOfStacks(prepared, callTree), options);
  const tree = shownTree(callTree, weights, subjectOf, shownAs, options.recursion ?? "scc");
  const shownOfFrame = subjectOf.map((subject) => shownAs[subject]!);
  const shownCosts = extended(costs, costsByKey(callTree, shownOfFrame, subjects.length), subjectCount);
  const throughShare = workspaceShare(callTree, subjectOf, workspace);
  return {
    costs,
    shownAs,
    observedCycles,
    callTree,
    tree,
    shownCosts,
    total: weights.total,
    bare: weights.bare,
    throughShare,
  };
}

/** Costs of the groups behind those of the single subjects. */
function extended(
  costs: OverlayCosts,
  shown: { self: Float64Array; inclusive: Float64Array },
  singles: number,
): { self: Float64Array; inclusive: Float64Array } {
  shown.self.set(costs.subjects.self.subarray(0, singles));
  shown.inclusive.set(costs.subjects.inclusive.subarray(0, singles));
  return shown;
}

/** Weight of the stacks that hold a workspace function: each counted at its outermost one. */
function workspaceShare(tree: CallTree, subjectOf: Int32Array, workspace: readonly boolean[]): Share {
  const inside = new Uint8Array(tree.length);
  let weight = 0;
  let count = 0;
  for (let row = 0; row < tree.length; row++) {
    const above = tree.parent[row]!;
    const own = workspace[subjectOf[tree.label[row]!]!]!;
    inside[row] = own || (above >= 0 && inside[above] === 1) ? 1 : 0;
    if (!own || (above >= 0 && inside[above] === 1)) continue;
    weight += tree.total[row]!;
    count += tree.totalCount[row]!;
  }
  return { weight, count };
}

function chargeCalls(prepared: Prepared, options: OverlayOptions): Charged {
  const { profile, subjects, subjectOf, workspace, through } = prepared;
  const event = Math.max(findEvent(profile, options.filter?.event), 0);
  const eventCount = profile.events.length;
  const { total, ...costs } = attributeCalls({
    calls: profile.calls!,
    frames: profile.frames,
    event,
    eventCount,
    subjectOf,
    subjectCount: subjects.length,
    closure: prepared.closure,
    workspace,
    through,
  });
  const singles = subjects.length;
  const { shownAs, observedCycles } = recursionGroups(
    prepared,
    cyclesOfCalls(prepared, profile.calls!, costs),
    options,
  );
  const tree = treeOfCalls(costs, shownAs, subjects.length, total * SMALLEST_PART);
  // valgrind's own total may hold a little that it wrote to no function.
  const whole = profile.partial ? total : Math.max(profile.calls?.stated?.[event] ?? 0, total);
  return {
    costs,
    shownAs,
    observedCycles,
    callTree: undefined,
    tree,
    shownCosts: groupCosts(costs, shownAs, singles, subjects.length),
    total: { weight: whole, count: 0 },
    bare: { weight: whole - total, count: 0 },
    throughShare: { weight: rootCosts(costs, workspace, total), count: 0 },
  };
}

/** KCachegrind's rule for a cycle: self is the sum of the members', inclusive that and the cost of the calls that leave it. */
function groupCosts(costs: OverlayCosts, shownAs: Int32Array, singles: number, count: number) {
  const self = new Float64Array(count);
  const inclusive = new Float64Array(count);
  self.set(costs.subjects.self);
  inclusive.set(costs.subjects.inclusive);
  for (let subject = 0; subject < singles; subject++) {
    const group = shownAs[subject]!;
    if (group === subject) continue;
    self[group]! += costs.subjects.self[subject]!;
    inclusive[group]! += costs.subjects.self[subject]!;
  }
  const { edges } = costs;
  for (let edge = 0; edge < edges.length; edge++) {
    const [caller, callee] = [shownAs[edges.caller[edge]!]!, shownAs[edges.callee[edge]!]!];
    if (caller !== callee && caller >= singles) inclusive[caller]! += edges.cost[edge]!;
  }
  return { self, inclusive };
}

/** Cost of the workspace functions that are not called by workspace functions: what passes through the workspace at all. */
function rootCosts(costs: OverlayCosts, workspace: readonly boolean[], total: number): number {
  const called = new Float64Array(workspace.length);
  const { edges, subjects } = costs;
  for (let edge = 0; edge < edges.length; edge++) {
    const [caller, callee] = [edges.caller[edge]!, edges.callee[edge]!];
    if (workspace[caller] && caller !== callee) called[callee]! += edges.cost[edge]!;
  }
  let sum = 0;
  for (const [subject, own] of workspace.entries()) {
    if (own) sum += Math.max(subjects.inclusive[subject]! - called[subject]!, 0);
  }
  return Math.min(sum, total);
}

function recursionGroups(
  { subjects, view }: Prepared,
  cycles: readonly (readonly number[])[],
  options: OverlayOptions,
): { shownAs: Int32Array; observedCycles: readonly (readonly number[])[] } {
  const mode = options.recursion ?? "scc";
  const byGraph = view ? staticGroups(subjects, view) : () => undefined;
  const cycleOf = new Map(cycles.flatMap((cycle, index) => cycle.map((subject) => [subject, `observed ${index}`])));
  const byMode: Record<RecursionMode, (subject: number) => string | undefined> = {
    scc: byGraph,
    observed: (subject) => cycleOf.get(subject),
    function: () => undefined,
    direct: () => undefined,
    keep: () => undefined,
  };
  const named = (subject: number): string | undefined => {
    const { name, key } = subjects.rows[subject]!;
    const index = options.groups?.findIndex((test) => test(name, key)) ?? -1;
    return index < 0 ? byMode[mode](subject) : `named ${index}`;
  };
  const shownAs = showAs(subjects, named, (subject) => subjects.rows[subject]!.name);
  return { shownAs, observedCycles: cycles.filter((cycle) => isNews(cycle, byGraph)) };
}

/** Circles in the stacks, libraries between workspace functions left out. */
function cyclesOfStacks(prepared: Prepared, { parent, label, total }: CallTree): number[][] {
  const calls = new ObservedCalls(prepared);
  for (let row = 0; row < parent.length; row++)
    if (parent[row]! >= 0 && total[row] !== 0) calls.call(label[parent[row]!]!, label[row]!);
  return calls.cycles();
}

/** Circles in a recorded call graph. Which closure a library called back can't be told: those calls are left out. */
function cyclesOfCalls(prepared: Prepared, { functions, calls }: CallTables, { edges }: OverlayCosts): number[][] {
  const { workspace } = prepared;
  const observed = new ObservedCalls(prepared);
  for (let row = 0; row < calls.length; row++)
    observed.call(functions.frame[calls.caller[row]!]!, functions.frame[calls.callee[row]!]!);
  for (let edge = 0; edge < edges.length; edge++) {
    const [caller, callee] = [edges.caller[edge]!, edges.callee[edge]!];
    if (edges.via[edge]! >= 0 && workspace[caller] && workspace[callee] && edges.cost[edge]! > edges.inner[edge]!)
      observed.callOf(caller, callee);
  }
  return observed.cycles();
}

/** True unless the cycle is one group of the static graph. */
function isNews(cycle: readonly number[], byGraph: (subject: number) => string | undefined): boolean {
  const groups = new Set(cycle.map((subject) => byGraph(subject)));
  return groups.size > 1 || groups.has(undefined);
}
