/**
 * Reads callgrind's profile format (Valgrind manual, "Callgrind Format Specification"), and cachegrind's, which is the same without calls.
 *
 * The text is a list of cost lines (positions, then one number per event) under the function that the last `fn=` named. `fi=`/`fe=` change the
 * file of the lines for inlined code while the function stays (without `cfi=`, a called function is in the file of the calling line). A `calls=` line says that the next line is the *inclusive* cost of a call
 * to the function that `cfn=` (with `cob=`, `cfi=`) named. Names are abbreviated (`(12) name`, later `(12)`) in three
 * spaces: objects, files, functions. Positions may be relative to the line before: `+3`, `-2`, `*`.
 * Jumps have no cost. Several parts in one file add up. A function name may end in its recursion level: `f'2`.
 */
import { type CallTables, FrameFlag } from "../types.ts";
import type { ProfileBuilder } from "./builder.ts";
import type { LineReader } from "./lines.ts";
import { type Problems, quote } from "./problems.ts";
import { FloatColumn, IntColumn, PairTable } from "./tables.ts";

const NOWHERE = "???";
const MAX_EVENTS = 64;

type Space = "object" | "file" | "function";

/** The lines that name something, and what they set. */
const NAMES: Readonly<Record<string, { readonly space: Space; readonly sets: string }>> = {
  ob: { space: "object", sets: "object" },
  fl: { space: "file", sets: "functionFile" },
  fi: { space: "file", sets: "lineFile" },
  fe: { space: "file", sets: "lineFile" },
  fn: { space: "function", sets: "function" },
  cob: { space: "object", sets: "calledObject" },
  cfi: { space: "file", sets: "calledFile" },
  cfl: { space: "file", sets: "calledFile" },
  cfn: { space: "function", sets: "calledFunction" },
  jfi: { space: "file", sets: "nothing" },
  jfn: { space: "function", sets: "nothing" },
  frob: { space: "object", sets: "nothing" },
  frfl: { space: "file", sets: "nothing" },
  frfn: { space: "function", sets: "nothing" },
};

/** Header lines without meaning for costs. */
const IGNORED = /^(?:version|creator|pid|part|thread|desc|event|target|objects?|rcalls)\b/;

/** Skips blanks, and the control characters of a damaged file, up to the end of the line. */
function skipBlanks(buffer: Buffer, at: number): number {
  while (buffer[at]! <= 32 && buffer[at] !== 10) at++;
  return at;
}

/** Rows that hold `E` numbers each. */
class CostRows {
  readonly data = new FloatColumn();
  private readonly width: number;

  constructor(width: number) {
    this.width = width;
  }

  add(row: number, cost: Float64Array): void {
    while (this.data.length < (row + 1) * this.width) this.data.push(0);
    const base = row * this.width;
    for (let event = 0; event < this.width; event++) this.data.data[base + event]! += cost[event]!;
  }
}

/** Reader of callgrind and cachegrind output. */
export class CallgrindReader implements LineReader {
  private readonly builder: ProfileBuilder;
  private readonly problems: Problems;
  private lineNumber = 0;

  /** Position columns a cost line has, and which of them is the source line. */
  private positions = 1;
  private lineColumn = 0;
  /** Where each cost column of the current part goes. */
  private eventOf: number[] = [];
  private readonly eventNames: string[] = [];
  private rows: { self: CostRows; lines: CostRows; calls: CostRows } | undefined;
  private cost = new Float64Array(0);

  private readonly abbreviations: Record<Space, Map<string, string>> = {
    object: new Map(),
    file: new Map(),
    function: new Map(),
  };
  private object = "";
  private functionFile = "";
  private lineFile = -1;
  private current = -1;
  private calledObject: string | undefined;
  private calledFile: string | undefined;
  private called = -1;
  /** Count of the `calls=` line just read; NaN when the next cost line is none of a call. */
  private callCount = Number.NaN;
  private position = 0;

  /** Functions: (name, file) then (that, object). */
  private readonly nameFiles = new PairTable();
  private readonly functions = new PairTable();
  private readonly functionLine = new IntColumn();
  private readonly places = new PairTable();
  private readonly linePlaces = new PairTable();
  private readonly pairs = new PairTable();
  private readonly callPlaces = new PairTable();
  private readonly callCounts = new FloatColumn();
  /** Totals that the finished parts state, and those of the part being read (`summary:`, else `totals:`). */
  private stated: Float64Array | undefined;
  private statedPart: Float64Array | undefined;
  /** True from a `summary:` above the costs to the `totals:` below them. */
  private awaitsTotals = false;
  /** Command line that the file names. */
  command: string | undefined;
  /** True while nothing was seen that only callgrind writes. */
  cachegrind = true;

  constructor(builder: ProfileBuilder, problems: Problems) {
    this.builder = builder;
    this.problems = problems;
  }

  lines(bytes: Uint8Array, from: number, to: number): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = from; at < to; ) {
      this.lineNumber++;
      const first = buffer[at]!;
      const numeric = (first >= 48 && first <= 57) || (first >= 42 && first <= 45 && first !== 44);
      if (numeric) {
        at = this.costLine(buffer, at);
        continue;
      }
      const end = buffer.indexOf(10, at);
      if (end > at) this.wordLine(buffer.toString("utf8", at, end).trimEnd());
      at = end + 1;
    }
  }

  /** Ends the text. `unterminated` says that the last line had no line feed. */
  end(unterminated: boolean): void {
    if (unterminated || this.awaitsTotals) {
      this.problems.skipped(
        "truncated-profile",
        this.lineNumber,
        "the file ends before the `totals:` line: costs are missing",
      );
    }
    this.closePart();
  }

  /** Returns the call graph that was read. Its stated totals are checked against the sums. */
  tables(): CallTables {
    const width = Math.max(this.eventNames.length, 1);
    const rows = this.rows ?? { self: new CostRows(width), lines: new CostRows(width), calls: new CostRows(width) };
    const padded = (costs: CostRows, length: number) => {
      const all = new Float64Array(length * width);
      all.set(costs.data.toArray());
      return all;
    };
    const { functions, linePlaces, callPlaces, places, pairs } = this;
    const by = (keys: IntColumn, column: IntColumn) => keys.toArray().map((key) => column.data[key]!);
    return {
      functions: {
        length: functions.length,
        frame: Int32Array.from({ length: functions.length }, (_, row) => this.frame(row)),
        self: padded(rows.self, functions.length),
      },
      lines: {
        length: linePlaces.length,
        func: linePlaces.first.toArray(),
        file: by(linePlaces.second, places.first),
        line: by(linePlaces.second, places.second),
        cost: padded(rows.lines, linePlaces.length),
      },
      calls: {
        length: callPlaces.length,
        caller: by(callPlaces.first, pairs.first),
        callee: by(callPlaces.first, pairs.second),
        file: by(callPlaces.second, places.first),
        line: by(callPlaces.second, places.second),
        count: this.callCounts.toArray(),
        cost: padded(rows.calls, callPlaces.length),
      },
      ...(this.stated ? { stated: this.stated } : {}),
    };
  }

  private frame(row: number): number {
    const nameFile = this.functions.first.data[row]!;
    const text = this.textOf(this.nameFiles.first.data[nameFile]!);
    const file = this.textOf(this.nameFiles.second.data[nameFile]!);
    const module = this.textOf(this.functions.second.data[row]!);
    const level = /^(.+)'(\d+)$/s.exec(text);
    const line = this.functionLine.data[row]!;
    const name = level ? level[1]! : text;
    return this.builder.frame({
      name,
      level: level ? Number(level[2]) : 0,
      file: file === NOWHERE ? undefined : file,
      module: module === NOWHERE ? undefined : module,
      line: line === 0x7fffffff ? 0 : line,
      flags: /^0x[0-9a-f]+$|^\?\?\?$/.test(name) ? FrameFlag.Unknown : 0,
    });
  }

  private readonly texts: string[] = [];
  private readonly textRows = new Map<string, number>();

  private textRow(text: string): number {
    let row = this.textRows.get(text);
    if (row === undefined) {
      row = this.texts.push(text) - 1;
      this.textRows.set(text, row);
    }
    return row;
  }

  private textOf(row: number): string {
    return this.texts[row]!;
  }

  // Lines that begin with a number or a relative position.

  private costLine(buffer: Buffer, at: number): number {
    const { cost } = this;
    let line = 0;
    for (let column = 0; column < this.positions; column++) {
      at = skipBlanks(buffer, at);
      const start = at;
      while (buffer[at]! > 32) at++;
      if (column === this.lineColumn) line = this.readPosition(buffer, start, at);
    }
    let index = 0;
    for (;;) {
      at = skipBlanks(buffer, at);
      if (buffer[at] === 10) break;
      let value = 0;
      const start = at;
      for (let digit = buffer[at]! - 48; digit >= 0 && digit <= 9; digit = buffer[++at]! - 48)
        value = value * 10 + digit;
      if (buffer[at]! > 32) {
        while (buffer[at]! > 32) at++;
        value = this.oddNumber(buffer.toString("latin1", start, at));
      }
      if (value > Number.MAX_SAFE_INTEGER) value = this.oddNumber(buffer.toString("latin1", start, at));
      if (index < this.eventOf.length) cost[this.eventOf[index]!]! = value;
      index++;
    }
    if (index > this.eventOf.length)
      this.garbage(`a cost line with at most ${this.eventOf.length} costs`, "more numbers");
    if (index > 0 || !Number.isNaN(this.callCount)) this.addCost(line);
    cost.fill(0);
    return at + 1;
  }

  private readPosition(buffer: Buffer, from: number, to: number): number {
    const sign = buffer[from]!;
    if (sign === 42) return this.position;
    const relative = sign === 43 || sign === 45;
    let value = 0;
    for (let at = relative ? from + 1 : from; at < to; at++) {
      const digit = buffer[at]! - 48;
      if (digit < 0 || digit > 9) {
        const text = buffer.toString("latin1", relative ? from + 1 : from, to);
        value = /^0x[0-9a-f]+$/i.test(text) ? Number(text) : this.oddNumber(text);
        break;
      }
      value = value * 10 + digit;
    }
    if (relative) value = sign === 43 ? this.position + value : this.position - value;
    return (this.position = value);
  }

  private oddNumber(text: string): number {
    if (/^0x[0-9a-f]{1,16}$/i.test(text)) return Number(text);
    this.garbage("a number below 2^53", text);
    return 0;
  }

  private addCost(line: number): void {
    const { cost, callCount } = this;
    this.callCount = Number.NaN;
    const { rows } = this;
    if (!rows || this.current < 0) {
      this.garbage(rows ? "`fn=` before the first costs" : "`events:` before the first costs", "costs");
      return;
    }
    const place = this.places.intern(this.lineFile, line > 0 && line <= 0x7fffffff ? line : 0);
    if (!Number.isNaN(callCount)) {
      if (this.called < 0) return;
      const call = this.callPlaces.intern(this.pairs.intern(this.current, this.called), place);
      if (call === this.callCounts.length) this.callCounts.push(0);
      this.callCounts.data[call]! += callCount;
      rows.calls.add(call, cost);
      return;
    }
    rows.self.add(this.current, cost);
    rows.lines.add(this.linePlaces.intern(this.current, place), cost);
    const own =
      this.nameFiles.second.data[this.functions.first.data[this.current]!] === this.textRow(this.lineFileText);
    if (own && line > 0 && line < this.functionLine.data[this.current]!) this.functionLine.data[this.current] = line;
  }

  private lineFileText = "";

  // Lines that begin with a word.

  private wordLine(line: string): void {
    const equals = line.indexOf("=");
    const name = equals > 0 ? NAMES[line.slice(0, equals)] : undefined;
    if (name) this.nameLine(name.space, name.sets, line.slice(equals + 1).trim());
    else if (line.startsWith("calls=")) this.callsLine(line);
    else if (/^(?:jump|jcnd)=/.test(line) || line.startsWith("#") || line === "") return;
    else this.headerLine(line);
  }

  private nameLine(space: Space, sets: string, value: string): void {
    const text = this.expand(space, value);
    switch (sets) {
      case "object":
        this.object = text;
        break;
      case "functionFile":
        this.functionFile = text;
        this.setLineFile(text);
        break;
      case "lineFile":
        this.setLineFile(text);
        break;
      case "function":
        this.current = this.functionRow(text, this.functionFile, this.object);
        this.setLineFile(this.functionFile);
        break;
      case "calledObject":
        this.calledObject = text;
        break;
      case "calledFile":
        this.calledFile = text;
        break;
      case "calledFunction":
        this.called = this.functionRow(text, this.calledFile ?? this.lineFileText, this.calledObject ?? this.object);
        break;
      default:
    }
  }

  private setLineFile(text: string): void {
    this.lineFileText = text;
    this.lineFile = text === NOWHERE || text === "" ? -1 : this.builder.string(text);
  }

  /** Resolves an abbreviation: `(12) name` defines, `(12)` refers. */
  private expand(space: Space, value: string): string {
    const match = /^\((\d+)\)(?:\s+(.*))?$/s.exec(value);
    if (!match) return value;
    const table = this.abbreviations[space];
    if (match[2] !== undefined) table.set(match[1]!, match[2]);
    const text = table.get(match[1]!);
    if (text !== undefined) return text;
    this.garbage(`a ${space} that was named before`, value);
    return `${space} ${value}`;
  }

  private functionRow(name: string, file: string, object: string): number {
    const nameFile = this.nameFiles.intern(this.textRow(name), this.textRow(file));
    const row = this.functions.intern(nameFile, this.textRow(object));
    if (row === this.functionLine.length) this.functionLine.push(0x7fffffff);
    return row;
  }

  private callsLine(line: string): void {
    const count = /^calls=\s*(\d+|0x[0-9a-f]+)(?:\s|$)/i.exec(line);
    this.callCount = count ? Number(count[1]) : 0;
    if (!count) this.garbage("`calls=count position`", line);
    if (this.called < 0) this.garbage("`cfn=` before `calls=`", line);
    this.calledObject = undefined;
    this.calledFile = undefined;
  }

  private headerLine(line: string): void {
    const match = /^(\w+):\s*(.*)$/.exec(line);
    if (!match) {
      this.garbage("a name (`fn=…`), a cost line or a header (`events: …`)", line);
      return;
    }
    const [, key, value] = match as unknown as [string, string, string];
    if (/^(?:version|creator|positions)$/.test(key)) this.cachegrind = false;
    if (key === "events") this.eventsLine(value);
    else if (key === "positions") this.positionsLine(value);
    else if (key === "summary" || key === "totals") this.totalsLine(key, value);
    else if (key === "cmd") this.command ??= value;
    else if (!IGNORED.test(key)) this.garbage("a known header", line);
    if (key === "part" || key === "version") this.closePart();
  }

  private eventsLine(value: string): void {
    const names = value.split(/\s+/).filter((name) => name !== "");
    if (names.length > MAX_EVENTS) this.garbage(`at most ${MAX_EVENTS} events`, value);
    if (!this.rows) {
      for (const name of names.slice(0, MAX_EVENTS)) {
        if (!this.eventNames.includes(name)) this.eventNames.push(name);
        this.builder.event(name, /\(ns\)/.test(name) ? "ns" : "count");
      }
      const width = this.eventNames.length;
      this.rows = { self: new CostRows(width), lines: new CostRows(width), calls: new CostRows(width) };
      this.cost = new Float64Array(width);
    }
    this.eventOf = names.map((name) => this.eventNames.indexOf(name));
    const unknown = names.find((name) => !this.eventNames.includes(name));
    if (unknown === undefined) return;
    this.garbage("the events of the file's first part", unknown);
    this.eventOf = this.eventOf.slice(0, this.eventOf.indexOf(-1));
  }

  private positionsLine(value: string): void {
    const names = value.split(/\s+/).filter((name) => name !== "");
    this.positions = Math.min(Math.max(names.length, 1), 8);
    this.lineColumn = names.indexOf("line");
  }

  private totalsLine(key: string, value: string): void {
    const part = new Float64Array(Math.max(this.eventNames.length, 1));
    value.split(/\s+/).forEach((text, index) => {
      const event = this.eventOf[index];
      if (event !== undefined && /^\d+$/.test(text)) part[event] = Number(text);
    });
    this.awaitsTotals = key === "summary" && this.current < 0;
    this.statedPart ??= part; // callgrind_annotate, too, prefers the summary
    if (key === "totals") this.closePart();
  }

  /** Adds the totals that a part states, and forgets its function: the next one begins with a header. */
  private closePart(): void {
    const { statedPart } = this;
    this.statedPart = undefined;
    this.awaitsTotals = false;
    this.current = -1;
    if (!statedPart) return;
    this.stated ??= new Float64Array(statedPart.length);
    for (const [event, value] of statedPart.entries()) this.stated[event]! += value;
  }

  private garbage(expected: string, found: string): void {
    this.problems.skipped("callgrind-line", this.lineNumber, `expected ${expected}, found ${quote(found)}`);
  }
}
