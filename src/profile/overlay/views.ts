/**
 * Tables of an overlay: the costliest functions, one function with its callers and callees, and its source lines.
 *
 * Plain rows, sorted by cost and then by name, so that equal profiles give equal tables. Nothing here decides on text.
 */
import type { Overlay } from "./overlay.ts";
import { type GroupCosts, type PercentMode, percent, percentBase } from "./percent.ts";
import { walkTree } from "./tree.ts";

/** A row of {@link topRows}. */
export interface TopRow {
  /** Into subjects. */
  readonly subject: number;
  readonly name: string;
  readonly kind: "function" | "external" | "unmatched" | "group";
  readonly self: number;
  readonly inclusive: number;
  /** Self cost and that of the libraries and the system on its behalf, up to the next function of the workspace. */
  readonly nearest: number;
  readonly selfPercent: number;
  readonly inclusivePercent: number;
  readonly nearestPercent: number;
  /** Samples that end in it, and that hold it; 0 where the profile does not count. */
  readonly selfCount: number;
  readonly inclusiveCount: number;
  /** Distinct symbols (copies) that were charged to it, those of its closures aside. */
  readonly copies: number;
  /** False when it rests on an ambiguous match. */
  readonly sure: boolean;
  /** Members of a recursion group. */
  readonly members: readonly number[];
}

/** What {@link topRows} lists. */
export interface TopOptions {
  readonly sort?: "self" | "inclusive" | "nearest";
  /** Most rows; all without it. */
  readonly limit?: number;
  readonly percent?: PercentMode;
  /** Costs of the group that a subject is listed in, where functions are grouped: see {@link PercentMode}. */
  readonly groupOf?: (subject: number) => GroupCosts | undefined;
  /** Kinds to be listed; all without it. */
  readonly kinds?: readonly TopRow["kind"][];
  /** List recursion groups in the place of their members. Default false: groups and members. */
  readonly groupsOnly?: boolean;
}

/** Returns the functions, costliest first. */
export function topRows(overlay: Overlay, options: TopOptions = {}): TopRow[] {
  const rows: TopRow[] = [];
  for (let subject = 0; subject < overlay.subjects.length; subject++) {
    const row = topRow(overlay, subject, options.percent, options.groupOf?.(subject));
    if (row.inclusive === 0 && row.inclusiveCount === 0 && row.self === 0) continue;
    if (options.kinds && !options.kinds.includes(row.kind)) continue;
    if (options.groupsOnly && overlay.shownAs[subject] !== undefined && overlay.shownAs[subject] !== subject) continue;
    rows.push(row);
  }
  const first = options.sort ?? "inclusive";
  const second = first === "inclusive" ? "self" : "inclusive";
  rows.sort((a, b) => b[first] - a[first] || b[second] - a[second] || compareText(a.name, b.name));
  return options.limit === undefined ? rows : rows.slice(0, options.limit);
}

/** Returns the row of one subject; `group` is what it is listed in. */
export function topRow(
  overlay: Overlay,
  subject: number,
  mode: PercentMode = "total",
  group?: GroupCosts | undefined,
): TopRow {
  const { subjects, shownCosts, costs, total } = overlay;
  const { name, kind, members } = subjects.rows[subject]!;
  const single = kind !== "group";
  const bases = { total: total.weight, group };
  const [self, inclusive] = [shownCosts.self[subject]!, shownCosts.inclusive[subject]!];
  const nearest = single ? (costs.subjects.nearest[subject] ?? 0) : sum(members, costs.subjects.nearest);
  const selfCount = single ? costs.subjects.selfCount[subject]! : sum(members, costs.subjects.selfCount);
  return {
    subject,
    name,
    kind,
    self,
    inclusive,
    nearest,
    nearestPercent: percent(nearest, percentBase("inclusive", mode, bases)),
    selfPercent: percent(self, percentBase("self", mode, bases)),
    inclusivePercent: percent(inclusive, percentBase("inclusive", mode, bases)),
    selfCount,
    inclusiveCount: single ? costs.subjects.inclusiveCount[subject]! : selfCount,
    copies: single ? Math.max(subjects.copies[subject]!.size, 1) : members.length,
    sure: subjects.sure[subject]!,
    members,
  };
}

function sum(rows: readonly number[], column: Float64Array): number {
  return rows.reduce((all, row) => all + column[row]!, 0);
}

/** Orders by code unit, on every machine alike. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One caller or callee of a function. */
export interface PeekRow {
  /** Into edges. */
  readonly edge: number;
  readonly subject: number;
  readonly name: string;
  readonly cost: number;
  /** Samples, or calls for callgrind. */
  readonly count: number;
  readonly percent: number;
  /** Both ends are in one recursion whose costs overlap: only the count is meaningful. */
  readonly recursive: boolean;
  /** Name of the library function in between. */
  readonly via: string | undefined;
  /** Lines of the calls, costliest first. */
  readonly sites: readonly { readonly file: string; readonly line: number; readonly cost: number }[];
}

/** How often a function stood on the stacks that hold it. */
export interface DepthRange {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** A function with its neighbours. */
export interface Peek {
  readonly row: TopRow;
  /** Its self cost in per cent of the same as the costs of its calls. */
  readonly selfPercent: number;
  readonly callers: readonly PeekRow[];
  readonly callees: readonly PeekRow[];
  /** Absent for callgrind, and for functions that are on no stack. */
  readonly depth: DepthRange | undefined;
}

/** Returns a function with its callers and callees, costliest first. Percentages are of the function's inclusive cost unless `mode` is `total`. */
export function peek(overlay: Overlay, subject: number, mode: PercentMode = "parent"): Peek {
  const row = topRow(overlay, subject, mode);
  const base = percentBase("call", mode, { total: overlay.total.weight, parent: row.inclusive });
  const { edges } = overlay.costs;
  const members = new Set(row.kind === "group" ? row.members : [subject]);
  const inside = (edge: number) =>
    members.has(edges.caller[edge]!) && members.has(edges.callee[edge]!) && members.size > 1;
  const pick = (own: Int32Array, other: Int32Array): PeekRow[] => {
    const rows: PeekRow[] = [];
    for (let edge = 0; edge < edges.length; edge++) {
      if (members.has(own[edge]!) && !inside(edge)) rows.push(peekRow(overlay, edge, other[edge]!, base));
    }
    const merged = members.size > 1 ? mergeNeighbours(rows) : rows;
    return merged.sort((a, b) => b.cost - a.cost || compareText(a.name, b.name));
  };
  return {
    row,
    selfPercent: percent(row.self, base),
    callers: pick(edges.callee, edges.caller),
    callees: pick(edges.caller, edges.callee),
    depth: depthRange(overlay, members),
  };
}

/** Calls between one function and several members of a group, as one row. */
function mergeNeighbours(rows: readonly PeekRow[]): PeekRow[] {
  const bySubject = new Map<number, PeekRow>();
  for (const row of rows) {
    const known = bySubject.get(row.subject);
    const sum = (field: "cost" | "count" | "percent") => row[field] + (known?.[field] ?? 0);
    const sites = [...(known?.sites ?? []), ...row.sites].sort((a, b) => b.cost - a.cost);
    bySubject.set(row.subject, { ...row, cost: sum("cost"), count: sum("count"), percent: sum("percent"), sites });
  }
  return [...bySubject.values()];
}

function peekRow(overlay: Overlay, edge: number, subject: number, base: number): PeekRow {
  const { edges, callLines } = overlay.costs;
  const { strings } = overlay.profile;
  const via = edges.via[edge]!;
  const sites: { file: string; line: number; cost: number }[] = [];
  for (let row = 0; row < callLines.length; row++) {
    if (callLines.edge[row] !== edge || callLines.file[row]! < 0) continue;
    sites.push({ file: strings[callLines.file[row]!]!, line: callLines.line[row]!, cost: callLines.cost[row]! });
  }
  return {
    edge,
    subject,
    name: overlay.subjects.rows[subject]!.name,
    cost: edges.cost[edge]!,
    count: edges.count[edge]!,
    percent: percent(edges.cost[edge]!, base),
    recursive: edges.recursive[edge] === 1,
    via: via < 0 ? undefined : overlay.subjects.rows[via]!.name,
    sites: sites.sort((a, b) => b.cost - a.cost || compareText(a.file, b.file) || a.line - b.line),
  };
}

/** How often one of `members` stands on the stacks that hold one, by samples (by weight where the profile does not count). */
function depthRange(overlay: Overlay, members: ReadonlySet<number>): DepthRange | undefined {
  const { callTree, subjectOf } = overlay;
  if (!callTree) return undefined;
  const byDepth = new Map<number, number>();
  let depth = 0;
  const counted = overlay.total.count > 0;
  walkTree(callTree.parent, {
    enter(row) {
      if (members.has(subjectOf[callTree.label[row]!]!)) depth++;
      const own = counted ? callTree.selfCount[row]! : callTree.self[row]!;
      if (depth > 0 && own > 0) byDepth.set(depth, (byDepth.get(depth) ?? 0) + own);
    },
    leave(row) {
      if (members.has(subjectOf[callTree.label[row]!]!)) depth--;
    },
  });
  const depths = [...byDepth.keys()].sort((a, b) => a - b);
  if (depths.length === 0) return undefined;
  const half = [...byDepth.values()].reduce((all, count) => all + count, 0) / 2;
  let seen = 0;
  const median = depths.find((at) => (seen += byDepth.get(at)!) >= half)!;
  return { min: depths[0]!, median, max: depths.at(-1)! };
}

/** Costs on one source line of a function. */
export interface ListRow {
  readonly file: string;
  readonly line: number;
  readonly self: number;
  readonly inclusive: number;
  readonly selfPercent: number;
  readonly inclusivePercent: number;
  /** What the line calls, costliest first. */
  readonly calls: readonly {
    readonly subject: number;
    readonly name: string;
    readonly cost: number;
    readonly percent: number;
    readonly count: number;
  }[];
}

/** Returns the source lines of a function that have cost, by file and line. Empty when the profile has no lines. */
export function listLines(overlay: Overlay, subject: number, mode: PercentMode = "total"): ListRow[] {
  const { costs, profile, total } = overlay;
  const { lines, callLines, edges } = costs;
  const parent = costs.subjects.inclusive[subject]!;
  const base = percentBase("line", mode, { total: total.weight, parent });
  const rows = new Map<string, ListRow & { calls: ListRow["calls"][number][] }>();
  const rowAt = (file: number, line: number) => {
    const key = `${file} ${line}`;
    let row = rows.get(key);
    const name = file < 0 ? "" : profile.strings[file]!;
    if (!row)
      rows.set(
        key,
        (row = { file: name, line, self: 0, inclusive: 0, selfPercent: 0, inclusivePercent: 0, calls: [] }),
      );
    return row;
  };
  for (let at = 0; at < lines.length; at++) {
    if (lines.subject[at] !== subject) continue;
    const [self, inclusive] = [lines.self[at]!, lines.inclusive[at]!];
    const more = { self, inclusive, selfPercent: percent(self, base), inclusivePercent: percent(inclusive, base) };
    Object.assign(rowAt(lines.file[at]!, lines.line[at]!), more);
  }
  for (let at = 0; at < callLines.length; at++) {
    const edge = callLines.edge[at]!;
    if (edges.caller[edge] !== subject) continue;
    const cost = callLines.cost[at]!;
    const callee = edges.callee[edge]!;
    const name = overlay.subjects.rows[callee]!.name;
    rowAt(callLines.file[at]!, callLines.line[at]!).calls.push({
      subject: callee,
      name,
      cost,
      percent: percent(cost, base),
      count: callLines.count[at]!,
    });
  }
  for (const row of rows.values()) row.calls.sort((a, b) => b.cost - a.cost || compareText(a.name, b.name));
  return [...rows.values()].sort((a, b) => compareText(a.file, b.file) || a.line - b.line);
}
