/**
 * Overlays as text: tables of functions, one function with its neighbours, source lines, trees, roll-ups, gaps, differences, and
 * perf's call graphs. Costs stand in columns, names last, so that long names do no harm.
 */
import { childrenOf, compareText, formatCost, groupDigits, type TreeInput } from "./overlay-input.ts";

/** Pads cells to columns: numbers to the right, the last column as it is. */
export function columns(rows: readonly (readonly string[])[], left: ReadonlySet<number> = new Set()): string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  return rows.map((row) =>
    row
      .map((cell, at) => {
        if (at === row.length - 1) return cell;
        return left.has(at) ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!);
      })
      .join("  ")
      .trimEnd(),
  );
}

/** `12.34 %`. */
export function percentText(value: number): string {
  return `${value.toFixed(2)} %`;
}

/** A function's row. */
export interface TopTextRow {
  readonly name: string;
  readonly kind: string;
  readonly self: number;
  readonly inclusive: number;
  /** Share of its self cost and of the libraries it called. */
  readonly nearestPercent: number;
  readonly selfPercent: number;
  readonly inclusivePercent: number;
  readonly copies: number;
  readonly sure: boolean;
}

/**
 * Yields a table of functions; `+libs` is self cost with that of libraries and the system below, where there is a workspace to tell.
 * `note` says what the percentages are of, where that is not the whole.
 */
export function* renderTop(rows: readonly TopTextRow[], unit: string, note?: string): Generator<string> {
  if (rows.length === 0) yield "no function of the workspace has a cost; --external lists the others\n";
  if (rows.length === 0) return;
  if (note !== undefined) yield `${note}\n`;
  const isOurs = rows.some(({ kind }) => kind === "function");
  const table = [
    ["incl %", "self %", ...(isOurs ? ["+libs %"] : []), "incl", "self", "function"],
    ...rows.map((row) => [
      percentText(row.inclusivePercent),
      percentText(row.selfPercent),
      ...(isOurs ? [row.kind === "function" || row.kind === "group" ? percentText(row.nearestPercent) : ""] : []),
      formatCost(row.inclusive, unit),
      formatCost(row.self, unit),
      nameText(row),
    ]),
  ];
  for (const line of columns(table)) yield `${line}\n`;
}

/** A symbol without a function. */
export interface UnmatchedTextRow {
  readonly name: string;
  readonly self: number;
  readonly inclusive: number;
  readonly selfPercent: number;
  readonly inclusivePercent: number;
}

/** Yields symbols that have no home, costliest first; those behind `most` are counted. */
export function* renderUnmatched(rows: readonly UnmatchedTextRow[], most: number): Generator<string> {
  const cells = rows
    .slice(0, most)
    .map((row) => [percentText(row.selfPercent), percentText(row.inclusivePercent), row.name]);
  for (const line of columns([["self %", "incl %", "unmatched"], ...cells])) yield `  ${line}\n`;
  if (rows.length > most) yield `  and ${groupDigits(rows.length - most)} more (--unmatched lists them)\n`;
}

function nameText({ name, kind, copies, sure }: TopTextRow): string {
  const mark = kind === "external" ? " (external)" : kind === "unmatched" ? " (unmatched)" : "";
  const many = copies > 1 && kind === "function" ? ` ×${copies}` : "";
  return `${sure ? "" : "~"}${name}${many}${mark}`;
}

/** The shares of the cost by match, and what was put back; the lines that are always printed. */
export interface SummaryText {
  readonly event: string;
  readonly unit: string;
  readonly total: { readonly weight: number; readonly count: number };
  readonly shares: Readonly<
    Record<"matched" | "external" | "unmatched" | "bare" | "through", { readonly weight: number }>
  >;
  readonly repair?:
    | {
        readonly limit: number;
        readonly cut: { readonly count: number };
        readonly repaired: { readonly count: number };
        readonly paths: readonly (readonly string[])[];
      }
    | undefined;
  readonly estimated: boolean;
  readonly partial: boolean;
  /** Names of the recursions that are not shown as one, as the source has no such circle. */
  readonly observedCycles: readonly string[];
  /** False where no workspace was there to be matched. */
  readonly isMatched: boolean;
  /** Names of the events that are not shown. */
  readonly otherEvents: readonly string[];
}

/** Recursions that the summary names. */
const CYCLES_SHOWN = 3;

/** Yields the summary. */
export function* renderSummary(summary: SummaryText): Generator<string> {
  const { total, shares, unit } = summary;
  const percent = (part: number) => `${total.weight > 0 ? ((100 * part) / total.weight).toFixed(1) : "0.0"} %`;
  const samples = total.count > 0 ? `${groupDigits(total.count)} samples, ` : "";
  yield `${summary.event}: ${samples}${formatCost(total.weight, unit)}${summary.partial ? " (partial: the profile could not be read to its end)" : ""}\n`;
  if (summary.otherEvents.length > 0) yield `recorded as well: ${summary.otherEvents.join(", ")} (--event NAME)\n`;
  const bare = shares.bare.weight > 0 ? `; without a stack ${percent(shares.bare.weight)}` : "";
  if (summary.isMatched) {
    yield `matched ${percent(shares.matched.weight)} (spent in functions of the workspace); external ${percent(shares.external.weight)}; unmatched ${percent(shares.unmatched.weight)}${bare}\n`;
    yield `passing through functions of the workspace: ${percent(shares.through.weight)}\n`;
  } else yield `without a name ${percent(shares.unmatched.weight)}${bare}\n`;
  if (summary.estimated)
    yield "costs of calls are the recorder's; what passes through libraries, and trees, are estimated from them\n";
  const { repair, observedCycles } = summary;
  if (observedCycles.length > 0) {
    const more = observedCycles.length > CYCLES_SHOWN ? ` and ${observedCycles.length - CYCLES_SHOWN} more` : "";
    yield `recursive in the profile, not in the source: ${observedCycles.slice(0, CYCLES_SHOWN).join("; ")}${more} (--recursion observed makes each one frame)\n`;
  }
  if (repair && repair.cut.count > 0) {
    const paths = repair.paths.map((path) => path.join(" → ")).join("; ");
    const how =
      repair.repaired.count > 0
        ? `${groupDigits(repair.repaired.count)} put back below ${paths} (estimated)`
        : "no unique way leads there";
    yield `${groupDigits(repair.cut.count)} of ${groupDigits(total.count)} stacks were cut inside a recursion${repair.limit > 0 ? ` at ${repair.limit} frames` : ""}: ${how}\n`;
  }
}

/** A caller or callee. */
export interface PeekTextRow {
  readonly name: string;
  readonly cost: number;
  readonly percent: number;
  readonly count: number;
  readonly recursive: boolean;
  readonly via: string | undefined;
  readonly sites: readonly { readonly file: string; readonly line: number; readonly cost: number }[];
}

/** A function with its neighbours. */
export interface PeekText {
  readonly row: TopTextRow;
  readonly selfPercent: number;
  readonly callers: readonly PeekTextRow[];
  readonly callees: readonly PeekTextRow[];
  readonly depth: { readonly min: number; readonly median: number; readonly max: number } | undefined;
}

const MOST_SITES = 3;

/** Yields callers above, the function, callees below, each with its cost and its share. */
export function* renderPeek(peek: PeekText, unit: string): Generator<string> {
  const cells = (row: PeekTextRow, sign: string): string[] => [
    row.recursive ? `×${groupDigits(row.count)}` : formatCost(row.cost, unit),
    row.recursive ? "in the recursion" : percentText(row.percent),
    `  ${sign} ${row.name}${row.via === undefined ? "" : ` (via ${row.via})`}${sitesText(row)}`,
  ];
  const own = [formatCost(peek.row.inclusive, unit), `self ${percentText(peek.selfPercent)}`, nameText(peek.row)];
  const rows = [...peek.callers.map((row) => cells(row, "←")), own, ...peek.callees.map((row) => cells(row, "→"))];
  for (const line of columns(rows)) yield `${line}\n`;
  const { depth } = peek;
  if (depth && depth.max > 1) {
    yield `times on one stack: at least ${depth.min}, median ${depth.median}, at most ${depth.max}\n`;
  }
}

function share(part: number, whole: number): number {
  return whole > 0 ? (100 * part) / whole : 0;
}

function sitesText({ sites }: PeekTextRow): string {
  if (sites.length === 0) return "";
  const shown = sites.slice(0, MOST_SITES).map(({ file, line }) => `${file}:${line}`);
  return `  [${shown.join(", ")}${sites.length > MOST_SITES ? ", …" : ""}]`;
}

/** A line of source with its costs; `text` is absent where the source is not at hand. */
export interface ListTextRow {
  readonly file: string;
  readonly line: number;
  readonly text?: string | undefined;
  readonly selfPercent: number;
  readonly inclusivePercent: number;
  readonly calls: readonly {
    readonly name: string;
    readonly percent: number;
    readonly count: number;
    /** More lines call it: the cost is that of all of them. */
    readonly shared?: boolean;
  }[];
}

/** Yields source lines with self and inclusive cost; what a line calls stands below it. */
export function* renderList(title: string, rows: readonly ListTextRow[]): Generator<string> {
  yield `${title}\n`;
  const cells: string[][] = [["self %", "incl %", "line", "source"]];
  const blank = (value: number) => (value === 0 ? "" : percentText(value));
  let last: ListTextRow | undefined;
  for (const row of rows) {
    if (row.file !== last?.file) cells.push(["", "", "", row.file]);
    else if (row.line > last.line + 1) cells.push(["", "", "⋮", ""]);
    last = row;
    cells.push([blank(row.selfPercent), blank(row.inclusivePercent), String(row.line), row.text ?? ""]);
    for (const call of row.calls)
      cells.push([
        "",
        percentText(call.percent),
        "",
        `    → ${call.name}${call.shared ? " (with its other lines)" : ""}`,
      ]);
  }
  for (const line of columns(cells)) yield `${line}\n`;
}

/** Yields a tree, costliest children first; rows below `least` per cent are left out. */
export function* renderTree(tree: TreeInput, least = 0.5, levels = Number.POSITIVE_INFINITY): Generator<string> {
  const { first, next } = childrenOf(tree.parent);
  const sorted = (row: number): number[] => {
    const rows: number[] = [];
    for (let at = row; at >= 0; at = next[at]!) if (share(tree.total[at]!, tree.whole) >= least) rows.push(at);
    const name = (at: number) => tree.labels[tree.label[at]!]!.name;
    return rows.sort((a, b) => tree.total[a]! - tree.total[b]! || compareText(name(b), name(a)));
  };
  const open = sorted(first[tree.length]!).map((row) => ({ row, depth: 0 }));
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const { row, depth } = item;
    const [total, self] = [share(tree.total[row]!, tree.whole), share(tree.self[row]!, tree.whole)];
    yield `${percentText(total).padStart(9)}  ${percentText(self).padStart(9)}  ${"  ".repeat(depth)}${tree.labels[tree.label[row]!]!.name}\n`;
    if (depth + 1 < levels) for (const child of sorted(first[row]!)) open.push({ row: child, depth: depth + 1 });
  }
}

/** Yields a table of scopes. */
export function* renderRollUp(
  level: string,
  rows: readonly {
    readonly name: string;
    readonly selfPercent: number;
    readonly inclusivePercent: number;
    readonly members: number;
  }[],
): Generator<string> {
  const cells = rows.map((row) => [
    percentText(row.selfPercent),
    percentText(row.inclusivePercent),
    groupDigits(row.members),
    row.name,
  ]);
  for (const line of columns([["self %", "incl %", "functions", level], ...cells])) yield `${line}\n`;
}

/** What profile and static graph disagree on. */
export interface GapsText {
  readonly missing: readonly {
    readonly caller: string;
    readonly callee: string;
    readonly percent: number;
    readonly reason: string;
    readonly through: readonly string[];
  }[];
  readonly unseen: readonly {
    readonly caller: string;
    readonly callee: string;
    readonly callerPercent: number;
    readonly sites: readonly { readonly file: string; readonly line: number }[];
  }[];
}

/** Yields both lists with the caution that sampling needs. */
export function* renderGaps(gaps: GapsText): Generator<string> {
  yield "Calls in the profile that the static graph lacks:\n";
  const missing = gaps.missing.map((row) => {
    const through = row.through.length > 0 ? ` (${row.through.join(" → ")})` : "";
    return [percentText(row.percent), row.reason, `${row.caller} → ${row.callee}${through}`];
  });
  for (const line of columns(missing, new Set([1]))) yield `  ${line}\n`;
  if (missing.length === 0) yield "  none\n";
  yield "Static calls out of hot functions that no sample shows (a profile is a sample: they may still be taken):\n";
  const unseen = gaps.unseen.map((row) => {
    const [site] = row.sites;
    return [
      percentText(row.callerPercent),
      `${row.caller} → ${row.callee}${site ? `  ${site.file}:${site.line}` : ""}`,
    ];
  });
  for (const line of columns(unseen)) yield `  ${line}\n`;
  if (unseen.length === 0) yield "  none\n";
}

/** Yields what became slower and faster. */
export function* renderDifference(
  rows: readonly {
    readonly name: string;
    readonly selfPoints: number;
    readonly inclusivePoints: number;
    readonly inclusiveBefore: number;
    readonly inclusiveAfter: number;
  }[],
  unit: string,
): Generator<string> {
  const head = ["incl ±", "self ±", "before", "after", "function"];
  const cells = rows.map((row) => [
    signed(row.inclusivePoints),
    signed(row.selfPoints),
    formatCost(row.inclusiveBefore, unit),
    formatCost(row.inclusiveAfter, unit),
    row.name,
  ]);
  for (const line of columns([head, ...cells])) yield `${line}\n`;
}

function signed(points: number): string {
  return `${points > 0 ? "+" : ""}${points.toFixed(2)}`;
}

/** A node of perf's call graph. */
export interface ChainText {
  readonly names: readonly string[];
  readonly percent: number | undefined;
  readonly children: readonly ChainText[];
  readonly rest: number | undefined;
}

/** A row of perf's report. */
export interface ReportText {
  readonly command: string;
  readonly module: string;
  readonly symbol: string;
  readonly inlined: boolean;
  readonly kernel: boolean;
  readonly childrenPercent: number;
  readonly selfPercent: number;
  readonly chains: readonly ChainText[];
  readonly rest: number | undefined;
}

/** Yields rows and chains in the manner of `perf report --stdio`. */
export function* renderReport(rows: readonly ReportText[], mode: string, withChildren: boolean): Generator<string> {
  for (const row of rows) {
    const shares = withChildren ? [row.childrenPercent, row.selfPercent] : [row.selfPercent];
    const percents = shares.map((value) => `${value.toFixed(2)}%`.padStart(8)).join("  ");
    const symbol = `[${row.kernel ? "k" : "."}] ${row.symbol}${row.inlined ? " (inlined)" : ""}`;
    yield `${percents}  ${row.command}  ${row.module.slice(row.module.lastIndexOf("/") + 1) || "[unknown]"}  ${symbol}\n`;
    if (mode === "folded")
      for (const chain of row.chains) yield `${(chain.percent ?? 0).toFixed(2)}% ${chain.names.join(";")}\n`;
    else if (mode === "flat") for (const chain of row.chains) yield* flatChain(chain);
    else yield* graphChains(row.chains, row.rest);
    yield "\n";
  }
}

function* flatChain(chain: ChainText): Generator<string> {
  yield `${(chain.percent ?? 0).toFixed(2)}%\n`.padStart(18);
  for (const name of chain.names) yield `${" ".repeat(16)}${name}\n`;
}

/** The tree of a row: the names of a node below each other, nodes below as branches. An explicit list, as chains may be deep. */
function* graphChains(chains: readonly ChainText[], rest: number | undefined): Generator<string> {
  type Item =
    | { readonly chain: ChainText; readonly indent: string; readonly last: boolean }
    | { readonly line: string };
  const open: Item[] = [];
  const push = (nodes: readonly ChainText[], left: number | undefined, indent: string): void => {
    const items: Item[] = nodes.map((chain, at) => ({
      chain,
      indent,
      last: at === nodes.length - 1 && left === undefined,
    }));
    if (left !== undefined) items.push({ line: `${indent}\`--${left.toFixed(2)}%--[...]\n` });
    for (const item of items.reverse()) open.push(item);
  };
  push(chains, rest, "            ");
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if ("line" in item) {
      yield item.line;
      continue;
    }
    const { chain, indent, last } = item;
    const [name, ...more] = chain.names;
    const share = chain.percent === undefined ? "---" : `--${chain.percent.toFixed(2)}%--`;
    yield `${indent}${chain.percent === undefined ? "" : last ? "`" : "|"}${share}${name}\n`;
    const below = `${indent}${last || chain.percent === undefined ? " " : "|"}${" ".repeat(10)}`;
    for (const text of more) yield `${below}${text}\n`;
    push(chain.children, chain.rest, below);
  }
}
