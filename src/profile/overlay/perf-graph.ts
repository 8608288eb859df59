/**
 * perf's call graphs, with perf's arithmetic (tools/perf/util/callchain.c, ui/stdio/hist.c of Linux 6.1), on the profile as recorded: symbols
 * are not merged, recursion is not collapsed.
 *
 * An entry is a (command, module, symbol). Without children its chains are the stacks that end in it; with children each entry also gets, from
 * every stack that holds it, what lies below it (`caller`) or above it (`callee`), once a stack. Chains form a radix tree: names that
 * always follow each other are one node.
 *
 * - `graph`: a node's share is of the whole profile; kept when it reaches the threshold.
 * - `fractal`: of what its parent passed on (at the top: of the entry); kept when it reaches that share of it, and the rest is said.
 * - `flat`, `folded`: one line a chain that stacks end with; `flat` gives what passes through its last node, `folded` what ends there.
 */
import { FloatColumn, PairTable } from "../import/tables.ts";
import { FrameFlag, type Profile } from "../types.ts";
import { percent } from "./percent.ts";
import { type CallGraphMode, type CallGraphOptions, type ChainNode, printedChains } from "./perf-chains.ts";
import { findEvent, threadPasses } from "./select.ts";
import { compareText } from "./views.ts";

/** perf's own default: `-g graph,0.5,caller`, with children. */
export const PERF_DEFAULT: CallGraphOptions = {
  mode: "graph",
  threshold: 0.5,
  limit: 0,
  order: "caller",
  children: true,
};

/** A row of the report. */
export interface ReportEntry {
  readonly command: string;
  readonly module: string;
  readonly symbol: string;
  readonly inlined: boolean;
  readonly kernel: boolean;
  /** Weight and share of the stacks that hold it (with children), and that end in it. */
  readonly children: number;
  readonly self: number;
  readonly childrenPercent: number;
  readonly selfPercent: number;
  readonly chains: readonly ChainNode[];
  /** For `fractal`: share of the top level that is not printed. */
  readonly rest: number | undefined;
}

/** Reads perf's `-g` argument: print type, threshold, limit, order, in any order but that the limit follows the threshold. Returns what could not be read. */
export function parseCallGraph(
  text: string,
  defaults: CallGraphOptions = PERF_DEFAULT,
): CallGraphOptions | { readonly bad: string } {
  let options = defaults;
  let numbers = 0;
  for (const part of text.split(",").filter((item) => item !== "")) {
    if (/^(?:graph|fractal|flat|folded|none)$/.test(part)) options = { ...options, mode: part as CallGraphMode };
    else if (part === "caller" || part === "callee") options = { ...options, order: part };
    else if (/^(?:function|percent)$/.test(part)) continue;
    else if (/^\d+(?:\.\d+)?$/.test(part) && numbers < 2) {
      options =
        numbers++ === 0 ? { ...options, threshold: Number(part) } : { ...options, limit: Math.trunc(Number(part)) };
    } else return { bad: part };
  }
  return options;
}

/** Returns the rows of a report, costliest first. */
export function perfReport(profile: Profile, options: CallGraphOptions = PERF_DEFAULT): ReportEntry[] {
  return new Report(profile, options).run();
}

/** A chain tree while samples are added: a node per name. */
interface Entry {
  readonly command: string;
  readonly symbol: number;
  self: number;
  children: number;
  /** Chains as a prefix tree of symbols, with the weight that ends at each row. */
  readonly chains: PairTable;
  readonly hits: FloatColumn;
}

class Report {
  private readonly profile: Profile;
  private readonly options: CallGraphOptions;
  private readonly event: number;
  private total = 0;
  /** Symbols as perf tells them apart in rows, and in chains (where an inlined function is its name alone). */
  private readonly symbols = new Map<string, number>();
  private readonly symbolFrame: number[] = [];
  private readonly symbolModule: string[] = [];
  private readonly chainSymbols = new Map<string, number>();
  private readonly chainNames: string[] = [];
  private readonly entries = new Map<string, Entry>();

  constructor(profile: Profile, options: CallGraphOptions) {
    this.profile = profile;
    this.options = options;
    this.event = findEvent(profile, options.filter?.event);
  }

  run(): ReportEntry[] {
    const { samples, threads } = this.profile;
    const passes = threads.map((thread) => threadPasses(thread, this.options.filter ?? {}));
    for (let row = 0; row < samples.length; row++) {
      if (samples.event[row] !== this.event || !passes[samples.thread[row]!]) continue;
      this.total += samples.weight[row]!;
      const thread = threads[samples.thread[row]!]!;
      if (samples.stack[row]! >= 0)
        this.addSample(samples.stack[row]!, thread.name || thread.process, samples.weight[row]!);
    }
    const rows = [...this.entries.values()].map((entry) => this.finish(entry));
    const key = this.options.children ? "children" : "self";
    return rows
      .filter((row) => row[key] > 0)
      .sort(
        (a, b) =>
          b[key] - a[key] || b.self - a.self || compareText(a.symbol, b.symbol) || compareText(a.module, b.module),
      );
  }

  private addSample(stack: number, command: string, weight: number): void {
    const frames: number[] = [];
    for (let row = stack; row >= 0; row = this.profile.stacks.prefix[row]!)
      frames.push(this.profile.stacks.frame[row]!);
    const symbols = this.rowSymbols(frames);
    const chain = frames.map((frame) => this.chainSymbol(frame));
    const ordered = this.options.order === "caller" ? chain.toReversed() : chain;
    const leafSymbol = symbols[this.machineFrame(frames)]!;
    const leaf = this.entry(command, leafSymbol);
    leaf.self += weight;
    leaf.children += weight;
    this.addChain(leaf, ordered, 0, weight);
    if (!this.options.children) return;
    const seen = new Set([leafSymbol]);
    const inOrder = this.options.order === "caller" ? symbols.toReversed() : symbols;
    for (const [at, symbol] of inOrder.entries()) {
      if (seen.has(symbol)) continue;
      seen.add(symbol);
      const entry = this.entry(command, symbol);
      entry.children += weight;
      this.addChain(entry, ordered, at, weight);
    }
  }

  /**
   * Position of the machine function in which a stack ends: perf charges the sample to it, though the chain begins with what is inlined there.
   * Where debug information has another name for it, all of its frames are marked inlined; the outermost one then stands for it.
   */
  private machineFrame(frames: readonly number[]): number {
    const { flags, address } = this.profile.frames;
    let at = 0;
    while (at + 1 < frames.length && flags[frames[at]!]! & FrameFlag.Inlined) {
      if (address[frames[at]!] !== address[frames[at + 1]!]) break;
      at++;
    }
    return at;
  }

  private addChain(entry: Entry, chain: readonly number[], from: number, weight: number): void {
    if (this.options.mode === "none") return;
    let row = -1;
    for (let at = from; at < chain.length; at++) {
      row = entry.chains.intern(row, chain[at]!);
      if (row === entry.hits.length) entry.hits.push(0);
    }
    if (row >= 0) entry.hits.data[row]! += weight;
  }

  private entry(command: string, symbol: number): Entry {
    const key = `${symbol} ${command}`;
    let entry = this.entries.get(key);
    if (!entry) {
      entry = { command, symbol, self: 0, children: 0, chains: new PairTable(), hits: new FloatColumn() };
      this.entries.set(key, entry);
    }
    return entry;
  }

  /** Row symbols of a stack's frames, leaf first: an inlined function is in the module of the machine frame around it. */
  private rowSymbols(frames: readonly number[]): number[] {
    const { frames: table, strings } = this.profile;
    const result = new Array<number>(frames.length);
    let module = "";
    for (let at = frames.length - 1; at >= 0; at--) {
      const frame = frames[at]!;
      const own = table.module[frame]!;
      if (own >= 0 || !(table.flags[frame]! & FrameFlag.Inlined)) module = own < 0 ? "" : strings[own]!;
      result[at] = this.rowSymbol(frame, module);
    }
    return result;
  }

  private rowSymbol(frame: number, module: string): number {
    const { frames } = this.profile;
    const inlined = frames.flags[frame]! & FrameFlag.Inlined;
    const key = `${frames.name[frame]} ${frames.address[frame]} ${inlined} ${module}`;
    let row = this.symbols.get(key);
    if (row === undefined) {
      this.symbols.set(key, (row = this.symbolFrame.push(frame) - 1));
      this.symbolModule.push(module);
    }
    return row;
  }

  private chainSymbol(frame: number): number {
    const { frames, strings } = this.profile;
    const inlined = frames.flags[frame]! & FrameFlag.Inlined;
    const name = frames.name[frame]!;
    const key = inlined ? `${name}` : `${name} ${frames.address[frame]} ${frames.module[frame]}`;
    let row = this.chainSymbols.get(key);
    if (row === undefined) {
      const text = strings[name]!;
      this.chainSymbols.set(key, (row = this.chainNames.push(inlined ? `${text} (inlined)` : text) - 1));
    }
    return row;
  }

  private finish(entry: Entry): ReportEntry {
    const { profile, total } = this;
    const { frames, strings } = profile;
    const frame = this.symbolFrame[entry.symbol]!;
    const whole = this.options.children ? entry.children : entry.self;
    const { nodes, rest } = printedChains(entry.chains, entry.hits, this.chainNames, this.options, total, whole);
    return {
      command: entry.command,
      module: this.symbolModule[entry.symbol]!,
      symbol: strings[frames.name[frame]!]!,
      inlined: (frames.flags[frame]! & FrameFlag.Inlined) !== 0,
      kernel: (frames.flags[frame]! & FrameFlag.Kernel) !== 0,
      children: entry.children,
      self: entry.self,
      childrenPercent: percent(entry.children, total),
      selfPercent: percent(entry.self, total),
      chains: nodes,
      rest,
    };
  }
}
