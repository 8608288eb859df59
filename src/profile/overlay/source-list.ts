/**
 * The source of one function with its costs: the lines that the profile names, or, where it names none, the lines of the calls that the
 * static graph knows, with what went through them. Lines of other functions that the compiler put into this one are summed up by function.
 */
import { edgeSites, nodeText } from "../../graph/columns.ts";
import { isSameFile } from "../symbols/places.ts";
import type { Overlay } from "./overlay.ts";
import { type PercentMode, percent, percentBase } from "./percent.ts";
import { forEachCallee } from "./static-view.ts";
import { compareText, type ListRow, listLines } from "./views.ts";

/** What a line calls. */
export interface SourceCall {
  readonly name: string;
  readonly cost: number;
  readonly percent: number;
  readonly count: number;
  /** The call stands on several lines, and the profile does not tell which: the cost is that of all of them. */
  readonly shared: boolean;
}

/** A line of source; lines without cost come along as context. */
export interface SourceLine {
  /** Relative to the workspace root where it is a file of it, else as the profile has it. */
  readonly file: string;
  /** 1-based; 0 for a sum over inlined code. */
  readonly line: number;
  readonly text: string | undefined;
  readonly self: number;
  readonly inclusive: number;
  readonly selfPercent: number;
  readonly inclusivePercent: number;
  readonly calls: readonly SourceCall[];
}

/** The listing of a function. */
export interface SourceList {
  readonly name: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly lines: readonly SourceLine[];
  /** Code of other functions that was inlined into it, costliest first. */
  readonly inlined: readonly { readonly name: string; readonly self: number; readonly selfPercent: number }[];
  /** False when the profile has no lines: costs then stand where the static graph has the calls. */
  readonly measured: boolean;
}

/** Lines around one with cost that are shown, where not all are. */
const CONTEXT = 3;
/** Stretches without cost up to this length are shown whole. */
const LONGEST_STRETCH = 20;

/** Returns the listing of a subject; `readLine` gives the text of a line of a workspace file. */
export function sourceList(
  overlay: Overlay,
  subject: number,
  mode: PercentMode,
  readLine: (file: string, line: number) => string | undefined,
): SourceList {
  return new Listing(overlay, subject, mode, readLine).run();
}

type Draft = { -readonly [Key in keyof SourceLine]: SourceLine[Key] } & { calls: SourceCall[] };

class Listing {
  private readonly overlay: Overlay;
  private readonly subject: number;
  private readonly mode: PercentMode;
  private readonly readLine: (file: string, line: number) => string | undefined;
  private readonly base: number;
  private readonly file: string | undefined;
  private readonly first: number;
  private readonly last: number;
  private readonly rows = new Map<string, Draft>();
  private readonly inlined = new Map<string, number>();

  constructor(overlay: Overlay, subject: number, mode: PercentMode, readLine: Listing["readLine"]) {
    this.overlay = overlay;
    this.subject = subject;
    this.mode = mode;
    this.readLine = readLine;
    const { total, costs, subjects, graph } = overlay;
    this.base = percentBase("line", mode, { total: total.weight, parent: costs.subjects.inclusive[subject]! });
    const node = subjects.rows[subject]!.node;
    this.file = graph && node >= 0 ? nodeText(graph.graph, node, "file") : undefined;
    this.first = graph && node >= 0 ? graph.graph.nodes.line[node]! : 0;
    this.last = graph && node >= 0 ? Math.max(graph.graph.nodes.endLine[node]!, this.first) : 0;
  }

  run(): SourceList {
    const { overlay, subject } = this;
    const measured = listLines(overlay, subject, this.mode).filter(({ line }) => line > 0);
    for (const row of measured) this.addMeasured(row);
    if (measured.length === 0) this.addStatic();
    this.addContext();
    const lines = [...this.rows.values()].sort((a, b) => this.order(a, b));
    return {
      name: overlay.subjects.rows[subject]!.name,
      file: this.file,
      line: this.first || undefined,
      lines,
      inlined: [...this.inlined]
        .map(([name, self]) => ({ name, self, selfPercent: percent(self, this.base) }))
        .sort((a, b) => b.self - a.self || compareText(a.name, b.name)),
      measured: measured.length > 0,
    };
  }

  /** The function's own file first. */
  private order(a: Draft, b: Draft): number {
    const own = Number(b.file === this.file) - Number(a.file === this.file);
    return own || compareText(a.file, b.file) || a.line - b.line;
  }

  private row(file: string, line: number): Draft {
    const key = `${line} ${file}`;
    let row = this.rows.get(key);
    if (row === undefined) {
      const text = this.file === file ? this.readLine(file, line) : undefined;
      const none = { self: 0, inclusive: 0, selfPercent: 0, inclusivePercent: 0 };
      this.rows.set(key, (row = { file, line, text, ...none, calls: [] }));
    }
    return row;
  }

  private isOwn(file: string, line: number): boolean {
    if (this.file === undefined) return true;
    return isSameFile(file, this.file) && line >= this.first && line <= this.last;
  }

  private addMeasured({ file, line, self, inclusive, calls }: ListRow): void {
    if (!this.isOwn(file, line)) {
      const name = this.functionAt(file, line) ?? file;
      if (self > 0) this.inlined.set(name, (this.inlined.get(name) ?? 0) + self);
      if (calls.length === 0) return;
    }
    const isOwn = this.isOwn(file, line);
    const row = this.row(isOwn ? (this.file ?? file) : file, line);
    if (isOwn) this.charge(row, self, inclusive);
    for (const { name, cost, count } of calls)
      row.calls.push({ name, cost, count, percent: percent(cost, this.base), shared: false });
  }

  private charge(row: Draft, self: number, inclusive: number): void {
    row.self += self;
    row.inclusive += inclusive;
    row.selfPercent = percent(row.self, this.base);
    row.inclusivePercent = percent(row.inclusive, this.base);
  }

  /** The innermost function of the workspace that stands around a line. */
  private functionAt(file: string, line: number): string | undefined {
    const graph = this.overlay.graph?.graph;
    if (graph === undefined) return undefined;
    const { nodes } = graph;
    let best = -1;
    for (let node = 0; node < nodes.length; node++) {
      if (nodes.line[node]! > line || nodes.endLine[node]! < line || nodes.parent[node]! >= 0) continue;
      if (!isSameFile(nodeText(graph, node, "file") ?? "", file)) continue;
      if (best < 0 || nodes.line[node]! > nodes.line[best]!) best = node;
    }
    return best < 0 ? undefined : nodeText(graph, best, "path");
  }

  /** Calls at the lines of the source, their costs from the edges; what is left is on the line of the function. */
  private addStatic(): void {
    const { overlay, subject, file, first } = this;
    if (file === undefined) return;
    const { edges, subjects } = overlay.costs;
    const sites = this.staticSites();
    for (let edge = 0; edge < edges.length; edge++) {
      if (edges.caller[edge] !== subject || edges.cost[edge]! <= 0) continue;
      const isOwnClosure = edges.callee[edge] === subject && edges.inner[edge] === edges.cost[edge];
      if (isOwnClosure) continue;
      const callee = overlay.subjects.rows[edges.callee[edge]!]!;
      const known = (callee.node < 0 ? undefined : sites.get(callee.node)) ?? new Set([first]);
      const cost = edges.cost[edge]!;
      for (const line of known) {
        const row = this.row(file, line);
        this.charge(row, 0, cost);
        const call = { name: callee.name, cost, count: edges.count[edge]!, percent: percent(cost, this.base) };
        row.calls.push({ ...call, shared: known.size > 1 });
      }
    }
    this.charge(this.row(file, first), subjects.self[subject]!, subjects.self[subject]!);
    for (const row of this.rows.values()) row.calls.sort((a, b) => b.cost - a.cost || compareText(a.name, b.name));
  }

  /** Lines on which the function calls others, by node of the callee. */
  private staticSites(): Map<number, Set<number>> {
    const view = this.overlay.graph!;
    const { node } = this.overlay.subjects.rows[this.subject]!;
    const sites = new Map<number, Set<number>>();
    forEachCallee(view.named, view.rowOf[node]!, (row, edge) => {
      const callee = view.nodeOf[row]!;
      const lines = sites.get(callee) ?? new Set<number>();
      for (const { file, line } of edgeSites(view.named, edge)) if (file === this.file) lines.add(line);
      if (lines.size > 0) sites.set(callee, lines);
    });
    return sites;
  }

  /** Lines without cost between those that have some, and up to the ends of the function. */
  private addContext(): void {
    const { file, first, last } = this;
    if (file === undefined || first === 0 || this.readLine(file, first) === undefined) return;
    const marks = [...this.rows.values()].filter((row) => row.file === file).map(({ line }) => line);
    const known = [first, ...marks.filter((line) => line > first && line < last).sort((a, b) => a - b), last];
    for (const [at, line] of known.entries()) {
      const next = known[at + 1] ?? line;
      const isShort = next - line <= LONGEST_STRETCH;
      for (let between = line; between <= next; between++) {
        if (isShort || between - line <= CONTEXT || next - between <= CONTEXT) this.row(file, between);
      }
    }
  }
}
