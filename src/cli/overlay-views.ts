/** What `callmap overlay` shows: each view as text for people and as data for JSON. */
import { InputError } from "../base/diagnostic.ts";
import { compareOverlays } from "../profile/overlay/difference.ts";
import { findGaps } from "../profile/overlay/gaps.ts";
import type { Overlay } from "../profile/overlay/overlay.ts";
import type { PercentMode } from "../profile/overlay/percent.ts";
import type { CallGraphOptions } from "../profile/overlay/perf-chains.ts";
import { PERF_DEFAULT, parseCallGraph, perfReport } from "../profile/overlay/perf-graph.ts";
import { presentTree } from "../profile/overlay/present.ts";
import { costsAround, type RollUpLevel, rollUp } from "../profile/overlay/rollup.ts";
import { sampleGroups } from "../profile/overlay/select.ts";
import { shownProfile } from "../profile/overlay/shown-profile.ts";
import { sourceList } from "../profile/overlay/source-list.ts";
import { peek, topRows } from "../profile/overlay/views.ts";
import { formatCost, groupDigits } from "../render/overlay-input.ts";
import {
  percentText,
  renderDifference,
  renderGaps,
  renderList,
  renderPeek,
  renderReport,
  renderRollUp,
  renderTop,
  renderTree,
  renderUnmatched,
} from "../render/overlay-text.ts";
import { functionsMeant } from "./naming.ts";
import type { OverlayFlags } from "./overlay-flags.ts";
import { isEndOf, notCharged } from "./overlay-input.ts";
import { usageError } from "./terminal.ts";

/** What a view is made of. */
export interface ViewInput {
  readonly overlay: Overlay;
  readonly base: Overlay | undefined;
  readonly flags: OverlayFlags;
  /** Text of a line of the workspace. */
  readonly source: (file: string, line: number) => string | undefined;
}

/** A view, ready to be written. */
export interface View {
  readonly name: string;
  readonly text: () => Iterable<string>;
  readonly data: () => unknown;
}

/** What is shown when nothing is asked for. */
export function defaultView(input: ViewInput): View {
  return topView(input);
}

const TOP = 20;
/** What functions are grouped by where nothing is said. */
const GROUP: RollUpLevel = "module";

/** What percentages of {@link topView} are of, where functions are grouped. */
const PERCENT_OF: Readonly<Record<PercentMode, (group: RollUpLevel) => string>> = {
  total: () => "percentages are of the whole",
  parent: (group) => `self cost is in per cent of the function's ${group}, inclusive cost of the whole`,
  group: (group) => `percentages are of the function's ${group}`,
};

/** Returns the views that the flags ask for, in a fixed order. */
export function viewsOf(input: ViewInput): View[] {
  const { flags } = input;
  const views: View[] = [];
  if (flags.base !== undefined) views.push(differenceView(input));
  if (flags.top !== undefined) views.push(topView(input));
  for (const pattern of flags.peek ?? []) views.push(peekView(input, pattern));
  for (const pattern of flags.list ?? []) views.push(listView(input, pattern));
  if (flags.tree) views.push(treeView(input));
  if (flags.by !== undefined) views.push(rollUpView(input));
  if (flags.callGraph !== undefined) views.push(callGraphView(input));
  if (flags.gaps) views.push(gapsView(input));
  if (flags.unmatched) views.push(unmatchedView(input));
  if (flags.events) views.push(eventsView(input));
  return views;
}

function topView({ overlay, flags }: ViewInput): View {
  const limit = flags.top === true || flags.top === undefined ? TOP : flags.top;
  const percent = flags.percent ?? "total";
  const group = percent === "total" ? undefined : (flags.by ?? (percent === "group" ? GROUP : undefined));
  const rows = topRows(overlay, {
    sort: flags.sort,
    percent,
    ...(group === undefined ? {} : { groupOf: costsAround(overlay, group) }),
    ...(limit === 0 ? {} : { limit }),
    ...(overlay.graph === undefined || flags.external ? {} : { kinds: ["function", "group"] }),
  });
  return {
    name: "top",
    text: () => renderTop(rows, overlay.event.unit, group === undefined ? undefined : PERCENT_OF[percent](group)),
    data: () => rows.map(({ subject, members, ...row }) => ({ ...row, ...membersOf(overlay, members) })),
  };
}

function membersOf(overlay: Overlay, members: readonly number[]): { members?: string[] } {
  return members.length === 0 ? {} : { members: members.map((at) => overlay.subjects.rows[at]!.name) };
}

/** Symbols that are no function of the workspace though they seem to be, and code without a name. */
export function unmatchedRows(overlay: Overlay) {
  return topRows(overlay, { kinds: ["unmatched"], sort: "self" });
}

function unmatchedView({ overlay }: ViewInput): View {
  const rows = unmatchedRows(overlay);
  return {
    name: "unmatched",
    text: () => renderUnmatched(rows, Number.POSITIVE_INFINITY),
    data: () => rows.map(({ subject, members, ...row }) => row),
  };
}

function peekView({ overlay, flags }: ViewInput, pattern: string): View {
  const found = subjectsNamed(overlay, pattern).map((subject) => peek(overlay, subject, flags.percent ?? "parent"));
  return {
    name: "peek",
    *text() {
      for (const [at, item] of found.entries()) {
        if (at > 0) yield "\n";
        yield* renderPeek(item, overlay.event.unit);
      }
    },
    data: () => found,
  };
}

function listView({ overlay, flags, source }: ViewInput, pattern: string): View {
  const found = subjectsNamed(overlay, pattern).map((at) => sourceList(overlay, at, flags.percent ?? "total", source));
  return {
    name: "list",
    *text() {
      for (const { name, file, line, lines, inlined, measured } of found) {
        const place = file === undefined ? "" : `  ${file}:${line}`;
        const note = measured ? "" : "  (the profile has no lines: calls stand where the source has them)";
        yield* renderList(`${name}${place}${note}`, lines);
        for (const part of inlined) yield `${percentText(part.selfPercent).padStart(9)}  inlined: ${part.name}\n`;
      }
    },
    data: () => found,
  };
}

function treeView({ overlay, base, flags }: ViewInput): View {
  const tree = presentTree(overlay, { reverse: flags.reverse ?? false, ...(base ? { base } : {}) });
  return { name: "tree", text: () => renderTree(tree, flags.min ?? 0.5), data: () => treeData(tree) };
}

function treeData(tree: ReturnType<typeof presentTree>): unknown {
  return Array.from({ length: tree.length }, (_, row) => ({
    parent: tree.parent[row]!,
    name: tree.labels[tree.label[row]!]!.name,
    self: tree.self[row]!,
    inclusive: tree.total[row]!,
  }));
}

function rollUpView({ overlay, flags }: ViewInput): View {
  const rows = rollUp(overlay, flags.by!);
  return { name: "by", text: () => renderRollUp(flags.by!, rows), data: () => rows };
}

function callGraphView({ overlay, flags }: ViewInput): View {
  const options = callGraphOptions(flags);
  // As recorded with --raw-names, which gives perf's own figures; else in terms of what is shown.
  const rows = perfReport(flags.rawNames ? overlay.profile : shownProfile(overlay), options);
  return {
    name: "callGraph",
    text: () => renderReport(rows, options.mode, options.children),
    data: () => rows,
  };
}

function callGraphOptions(flags: OverlayFlags): CallGraphOptions {
  const defaults: CallGraphOptions = {
    ...PERF_DEFAULT,
    children: flags.children,
    order: flags.children ? "caller" : "callee",
  };
  const parsed = flags.callGraph === true ? defaults : parseCallGraph(flags.callGraph!, defaults);
  if ("bad" in parsed)
    throw usageError(
      `--call-graph does not know ${parsed.bad}`,
      "graph|fractal|flat|folded|none[,MIN][,LIMIT][,caller|callee]",
    );
  return parsed;
}

function gapsView({ overlay, flags }: ViewInput): View {
  const gaps = findGaps(overlay, (flags.min ?? 1) / 100);
  return { name: "gaps", text: () => renderGaps(gaps), data: () => gaps };
}

/** Events, processes and threads with what was counted of them. */
function eventsView({ overlay }: ViewInput): View {
  const rows = sampleGroups(overlay.profile);
  return {
    name: "events",
    *text() {
      for (const { event, unit, count, weight, thread } of rows) {
        const samples = count > 0 ? `${groupDigits(count)} samples  ` : "";
        yield `${event}  ${samples}${formatCost(weight, unit)}  ${thread}\n`;
      }
    },
    data: () => rows,
  };
}

function differenceView({ overlay, base, flags }: ViewInput): View {
  const difference = compareOverlays(base!, overlay, flags.normalize ?? false);
  const limit = typeof flags.top === "number" && flags.top > 0 ? flags.top : TOP;
  return {
    name: "difference",
    text: () => renderDifference(difference.rows.slice(0, limit), overlay.event.unit),
    data: () => difference,
  };
}

/** Returns the subjects that a pattern names. Throws an {@link InputError} where nothing was charged to any. */
export function subjectsNamed(overlay: Overlay, pattern: string): number[] {
  const graph = overlay.graph?.graph;
  const nodes = new Set(graph ? functionsMeant(graph, pattern) : []);
  const { rows } = overlay.subjects;
  const charged = (subject: number) =>
    overlay.shownCosts.inclusive[subject]! > 0 || overlay.shownCosts.self[subject]! > 0;
  const pick = (test: (subject: number) => boolean) => [...rows.keys()].filter((at) => test(at) && charged(at));
  const found = pick((at) => rows[at]!.kind === "function" && nodes.has(rows[at]!.node as never));
  if (found.length > 0) return found;
  const byName = pick((at) => isEndOf(pattern, rows[at]!.name));
  if (byName.length > 0) return byName;
  throw new InputError([notCharged(pattern, nodes.size > 0, graph)]);
}
