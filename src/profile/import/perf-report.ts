/**
 * Reads the text of `perf report --stdio -g folded`: one row a symbol (`5.42%  comm  module  [.] symbol`), below it its chains
 * (`2.71% a;b;c`, or a period or a count in the place of the share).
 *
 * The report states shares of a total, rounded to two digits, and leaves out chains below its threshold: weights are estimates, and what a
 * row has beyond its chains is kept as that symbol without callers. With `--children` each chain stands below several symbols; then
 * only the self column can be used.
 */
import { FrameFlag } from "../types.ts";
import type { ProfileBuilder } from "./builder.ts";
import type { LineReader } from "./lines.ts";
import { type Problems, quote } from "./problems.ts";

const SHARE_STEP = 0.005;

interface Row {
  readonly symbol: string;
  readonly thread: number;
  readonly frame: number;
  /** Share or amount, in the row's own measure. */
  readonly total: number;
  readonly chains: { readonly value: number; readonly names: readonly string[] }[];
}

/** Reader of `perf report -g folded`. */
export class PerfReportReader implements LineReader {
  private readonly builder: ProfileBuilder;
  private readonly problems: Problems;
  private lineNumber = 0;
  private event = -1;
  private eventTotal = 100;
  private children = false;
  /** Where the report's columns begin, from the dotted line. */
  private columns: number[] = [];
  private row: Row | undefined;

  constructor(builder: ProfileBuilder, problems: Problems) {
    this.builder = builder;
    this.problems = problems;
  }

  lines(bytes: Uint8Array, from: number, to: number): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = from; at < to; ) {
      const end = buffer.indexOf(10, at);
      this.lineNumber++;
      this.line(buffer.toString("utf8", at, end).trimEnd());
      at = end + 1;
    }
  }

  end(_unterminated: boolean): void {
    this.closeRow();
    if (this.children) {
      this.problems.skipped(
        "perf-report-children",
        0,
        "the report was written with --children, where a chain stands below several symbols: only the self cost was read",
        "write it with `perf report --no-children --stdio -g folded`, or better give the text of `perf script`",
      );
    }
  }

  private line(line: string): void {
    if (line === "") return;
    if (line.startsWith("#")) this.comment(line);
    else if (/^\s/.test(line)) this.entry(line);
    else this.chain(line);
  }

  private comment(line: string): void {
    const event = /^# Samples: \S+\s+of events? '([^']+)'/.exec(line);
    if (event) {
      this.closeRow();
      this.event = this.builder.event(event[1]!, /^(?:cpu|task)-clock/.test(event[1]!) ? "ns" : "count");
    }
    const total = /^# Event count \(approx\.\): (\d+)/.exec(line);
    if (total) this.eventTotal = Number(total[1]);
    if (/^#\s+Children\s+Self\s/.test(line)) this.children = true;
    if (/^# \.{2,}[ .]*$/.test(line)) this.columns = [...line.matchAll(/\.+/g)].map((match) => match.index);
  }

  private entry(line: string): void {
    this.closeRow();
    const match = /^\s+(\d+\.\d+)%(?:\s+(\d+\.\d+)%)?\s+(.*)$/.exec(line);
    if (!match || (this.children && match[2] === undefined)) {
      this.garbage(line);
      return;
    }
    const symbol = /\s\[[.kuHgG]\]\s(.*)$/.exec(line);
    const name = (symbol?.[1] ?? match[3]!.split(/\s{2,}/).at(-1)!).trim();
    const [comm, module] = this.columnTexts(line);
    const kernel = /\s\[[kg]\]\s/.test(line);
    this.row = {
      symbol: name,
      thread: this.builder.thread({ process: comm ?? "", name: comm ?? "", pid: -1, tid: -1 }),
      frame: this.frame(name, kernel ? FrameFlag.Kernel : 0, module),
      total: Number(this.children ? match[2] : match[1]),
      chains: [],
    };
  }

  /** Command and shared object, which stand between the share and the symbol. */
  private columnTexts(line: string): (string | undefined)[] {
    const first = this.children ? 2 : 1;
    const slice = (index: number) => {
      const from = this.columns[index];
      return from === undefined ? undefined : line.slice(from, this.columns[index + 1]).trim();
    };
    return this.columns.length === first + 3 ? [slice(first), slice(first + 1)] : [];
  }

  private chain(line: string): void {
    const match = /^(\d+(?:\.\d+)?)(%?)\s(.*)$/.exec(line);
    if (!match || !this.row) this.garbage(line);
    else if (!this.children) {
      const value = match[2] === "%" ? Number(match[1]) : (Number(match[1]) / this.eventTotal) * 100;
      this.row.chains.push({ value, names: match[3]!.split(";") });
    }
  }

  private closeRow(): void {
    const { row } = this;
    this.row = undefined;
    if (!row) return;
    let rest = row.total;
    for (const { value, names } of row.chains) {
      const rooted = bare(names[0]!) === row.symbol && bare(names.at(-1)!) !== row.symbol ? names.toReversed() : names;
      let stack = -1;
      for (const name of rooted) stack = this.builder.stack(stack, this.frame(name, 0, undefined));
      this.add(stack, row.thread, value);
      rest -= value;
    }
    if (rest > SHARE_STEP * (row.chains.length + 1)) this.add(this.builder.stack(-1, row.frame), row.thread, rest);
  }

  private add(stack: number, thread: number, share: number): void {
    if (this.event < 0) this.event = this.builder.event("samples", "count");
    this.builder.sample(stack, thread, this.event, 0, (share / 100) * this.eventTotal);
  }

  private frame(text: string, flags: number, module: string | undefined): number {
    const inlined = text.endsWith(" (inlined)") ? FrameFlag.Inlined : 0;
    const unknown = /^(?:\[unknown\]|0x[0-9a-f]+)$/.test(text) ? FrameFlag.Unknown : 0;
    return this.builder.frame({ name: bare(text), flags: flags | inlined | unknown, module });
  }

  private garbage(line: string): void {
    this.problems.skipped(
      "perf-report-line",
      this.lineNumber,
      `expected a row (\`5.42%  command  module  [.] symbol\`) or a chain (\`2.71% a;b;c\`), found ${quote(line)}`,
    );
  }
}

function bare(name: string): string {
  return name.replace(/ \(inlined\)$/, "");
}
