/** What `callmap overlay` shows: each view as text for people and as data for JSON. */
import { InputError } from "../base/diagnostic.ts";
import { matchFunctions } from "../graph/pattern.ts";
import { compareOverlays } from "../profile/overlay/difference.ts";
import { findGaps } from "../profile/overlay/gaps.ts";
import type { Overlay } from "../profile/overlay/overlay.ts";
import { type CallGraphOptions, PERF_DEFAULT, parseCallGraph, perfReport } from "../profile/overlay/perf-graph.ts";
import { presentTree } from "../profile/overlay/present.ts";
import { rollUp } from "../profile/overlay/rollup.ts";
import { listLines, peek, topRows } from "../profile/overlay/views.ts";
import {
  renderDifference,
  renderGaps,
  renderList,
  renderPeek,
  renderReport,
  renderRollUp,
  renderTop,
  renderTree,
} from "../render/overlay-text.ts";
import type { OverlayFlags } from "./overlay-flags.ts";
import { isEndOf, notCharged } from "./overlay-input.ts";
import { usageError } from "./terminal.ts";

/** What a view is made of. */
export interface ViewInput {
  readonly overlay: Overlay;
  readonly base: Overlay | undefined;
  readonly flags: OverlayFlags;
  readonly root: string;
}

/** A view, ready to be written. */
export interface View {
  readonly name: string;
  readonly text: () => Iterable<string>;
  readonly data: () => unknown;
}

const TOP = 20;

/** Returns the views that the flags ask for; the list of functions where they ask for none. */
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
  return views.length > 0 ? views : [topView(input)];
}

function topView({ overlay, flags }: ViewInput): View {
  const limit = flags.top === true || flags.top === undefined ? TOP : flags.top;
  const rows = topRows(overlay, {
    sort: flags.sort,
    percent: flags.percent,
    ...(limit === 0 ? {} : { limit }),
  });
  return { name: "top", text: () => renderTop(rows, overlay.event.unit), data: () => rows };
}

function peekView({ overlay, flags }: ViewInput, pattern: string): View {
  const mode = flags.percent === "total" ? "parent" : flags.percent;
  const found = subjectsNamed(overlay, pattern).map((subject) => peek(overlay, subject, mode));
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

function listView({ overlay, flags }: ViewInput, pattern: string): View {
  const found = subjectsNamed(overlay, pattern).map((subject) => ({
    name: overlay.subjects.rows[subject]!.name,
    lines: listLines(overlay, subject, flags.percent),
  }));
  return {
    name: "list",
    *text() {
      for (const { name, lines } of found) yield* renderList(name, lines);
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
  const rows = perfReport(overlay.profile, options);
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
  const nodes = new Set(graph ? matchFunctions(graph, pattern) : []);
  const { rows } = overlay.subjects;
  const charged = (subject: number) =>
    overlay.shownCosts.inclusive[subject]! > 0 || overlay.shownCosts.self[subject]! > 0;
  const pick = (test: (subject: number) => boolean) => [...rows.keys()].filter((at) => test(at) && charged(at));
  const found = pick((at) => rows[at]!.kind === "function" && nodes.has(rows[at]!.node as never));
  if (found.length > 0) return found;
  const byName = pick((at) => isEndOf(pattern, rows[at]!.name));
  if (byName.length > 0) return byName;
  throw new InputError([notCharged(pattern, nodes.size > 0)]);
}
