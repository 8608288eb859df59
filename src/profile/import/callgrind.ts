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

const LINE_FEED = 10;
const PARENTHESIS = 40;
const EQUALS = 61;

/** The same by the bytes of their keys. */
const SHORT_NAMES = new Map(
  Object.entries(NAMES).map(([key, name]) => [
    [...key].reduce((all, char) => (all << 8) | char.charCodeAt(0), 0),
    name,
  ]),
);

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

  /** Texts of the file, and for each space the text that a number stands for. */
  private readonly texts: string[] = [];
  private readonly textRows = new Map<string, number>();
  private readonly abbreviations: Record<Space, Map<number, number>> = {
    object: new Map(),
    file: new Map(),
    function: new Map(),
  };
  /** Rows of the current object, of the function's file and of the lines' file. */
  private object = this.textRow("");
  private functionFile = this.textRow("");
  private lineText = this.textRow("");
  /** The lines' file among the profile's strings; -1 when unknown. */
  private lineFile = -1;
  private current = -1;
  private calledObject = -1;
  private calledFile = -1;
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
      const next =
        first === 99 && buffer[at + 1] === 97 ? this.shortCallsLine(buffer, at) : this.shortNameLine(buffer, at);
      if (next > 0) {
        at = next;
        continue;
      }
      const end = buffer.indexOf(LINE_FEED, at);
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
    const own = this.nameFiles.second.data[this.functions.first.data[this.current]!] === this.lineText;
    if (own && line > 0 && line < this.functionLine.data[this.current]!) this.functionLine.data[this.current] = line;
  }

  // Lines that begin with a word.

  /** Takes `fn=(12)` and the like, which are most of a file, without making strings. Returns where the next line starts, or 0. */
  private shortNameLine(buffer: Buffer, at: number): number {
    let key = 0;
    for (let end = at + 3; at <= end && buffer[at] !== EQUALS; at++) key = (key << 8) | buffer[at]!;
    const name = SHORT_NAMES.get(key);
    if (name === undefined || buffer[at] !== EQUALS || buffer[at + 1] !== PARENTHESIS) return 0;
    let number = 0;
    at += 2;
    for (let digit = buffer[at]! - 48; digit >= 0 && digit <= 9; digit = buffer[++at]! - 48)
      number = number * 10 + digit;
    if (buffer[at + 1] !== LINE_FEED) return 0;
    const text = this.abbreviations[name.space].get(number);
    if (text === undefined) return 0;
    this.setName(name.sets, text);
    return at + 2;
  }

  /** Takes `calls=12 …` without making a string. Returns where the next line starts, or 0. */
  private shortCallsLine(buffer: Buffer, at: number): number {
    at += "calls".length;
    if (buffer[at++] !== EQUALS) return 0;
    let count = 0;
    const start = at;
    for (let digit = buffer[at]! - 48; digit >= 0 && digit <= 9; digit = buffer[++at]! - 48) count = count * 10 + digit;
    if (at === start || at - start > 15 || buffer[at] !== 32 || this.called < 0) return 0;
    this.callCount = count;
    this.calledObject = -1;
    this.calledFile = -1;
    return buffer.indexOf(LINE_FEED, at) + 1;
  }

  private wordLine(line: string): void {
    const equals = line.indexOf("=");
    const name = equals > 0 ? NAMES[line.slice(0, equals)] : undefined;
    if (name) this.setName(name.sets, this.expand(name.space, line.slice(equals + 1).trim()));
    else if (line.startsWith("calls=")) this.callsLine(line);
    else if (/^(?:jump|jcnd)=/.test(line) || line.startsWith("#") || line === "") return;
    else this.headerLine(line);
  }

  private setName(sets: string, text: number): void {
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
      case "calledFunction": {
        const file = this.calledFile < 0 ? this.lineText : this.calledFile;
        this.called = this.functionRow(text, file, this.calledObject < 0 ? this.object : this.calledObject);
        break;
      }
      default:
    }
  }

  private setLineFile(text: number): void {
    if (text === this.lineText) return;
    this.lineText = text;
    const name = this.texts[text]!;
    this.lineFile = name === NOWHERE || name === "" ? -1 : this.builder.string(name);
  }

  /** Resolves an abbreviation (`(12) name` defines, `(12)` refers) to the row of its text. */
  private expand(space: Space, value: string): number {
    const match = /^\((\d{1,15})\)(?:\s+(.*))?$/s.exec(value);
    if (!match) return this.textRow(value);
    const number = Number(match[1]);
    const table = this.abbreviations[space];
    if (match[2] !== undefined) table.set(number, this.textRow(match[2]));
    const text = table.get(number);
    if (text !== undefined) return text;
    this.garbage(`a ${space} that was named before`, value);
    return this.textRow(`${space} ${value}`);
  }

  private functionRow(name: number, file: number, object: number): number {
    const row = this.functions.intern(this.nameFiles.intern(name, file), object);
    if (row === this.functionLine.length) this.functionLine.push(0x7fffffff);
    return row;
  }

  private callsLine(line: string): void {
    const count = /^calls=\s*(\d+|0x[0-9a-f]+)(?:\s|$)/i.exec(line);
    this.callCount = count ? Number(count[1]) : 0;
    if (!count) this.garbage("`calls=count position`", line);
    if (this.called < 0) this.garbage("`cfn=` before `calls=`", line);
    this.calledObject = -1;
    this.calledFile = -1;
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
