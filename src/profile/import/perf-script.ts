/**
 * Reads `perf script` text: samples of a first line (see perf-header.ts) and one line a frame, innermost first, ended by a blank line.
 *
 * This is the format in which profiles of gigabytes come, so the usual line costs no string: it is compared with the line
 * that followed the one before the last time, else looked up by its bytes, and a stack is walked down the prefix tree. Header lines,
 * and each frame line at its first sight, take the slow path through strings.
 */

import { FrameFlag } from "../types.ts";
import type { FrameSpec, ProfileBuilder } from "./builder.ts";
import type { LineReader } from "./lines.ts";
import { addressOf, parsePerfFrame, parsePerfPlace, withPlace } from "./perf-frame.ts";
import { isOneLineSample, type PerfHeader, parsePerfHeader } from "./perf-header.ts";
import { mendInlines } from "./perf-inlines.ts";
import { type Problems, quote } from "./problems.ts";
import { ByteTable, HASH_SEED, hashBytes, IntColumn, PairTable } from "./tables.ts";

/** Distinct frame lines are kept up to this size; beyond, the cache starts anew (the tables of the profile stay). */
const CACHE_BYTES = 1 << 25;
const MOST_UNKNOWN = 1024;
const CONTEXT = "a sample's first line (`comm pid time: period event:`) or a frame (`address symbol (module)`)";

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const HASH = 35;
const BRACKET = 91;

/** 1 for the digits of a hexadecimal number in lower case. */
const HEX = new Uint8Array(256);
for (const digit of "0123456789abcdef") HEX[digit.charCodeAt(0)] = 1;

/** Events whose period is a time. */
const CLOCKS = /^(?:cpu-clock|task-clock)\b/;

/**
 * Where the part of a frame line begins by which it is looked up, `at` being its first digit: there, or behind the address of code without
 * a symbol, which is different each time. -1 when it is no frame line.
 */
function keyStart(buffer: Buffer, at: number): number {
  const address = at;
  while (HEX[buffer[at]!] === 1) at++;
  if (at === address || buffer[at] !== SPACE) return -1;
  return buffer[at + 1] === BRACKET ? at + 1 : address;
}

/** As many bits of a hexadecimal address as a small integer holds: enough to tell neighbours apart. */
function lowBits(digits: string | undefined): number {
  return digits === undefined ? 0 : Number.parseInt(digits.slice(-7), 16);
}

function grown(column: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(column.length * 2);
  twice.set(column);
  return twice;
}

/** Reader of `perf script` text. */
export class PerfScriptReader implements LineReader {
  private readonly builder: ProfileBuilder;
  private readonly problems: Problems;
  private lineNumber = 0;

  private cache = new ByteTable();
  /** By row of `cache`: the frame (-1 for code without a symbol), and the row that came next the last time. Callers mostly come in the same order again. */
  private readonly cachedFrame = new IntColumn();
  private readonly follower = new IntColumn();
  private lastRow = -1;
  private readonly unknowns = new Map<string, number>();
  /** What each frame row looked like, for adding a place to it. */
  private readonly specs = new Map<number, FrameSpec>();
  /** Srclines seen, and by (frame, srcline) the frame with its place. */
  private readonly places = new ByteTable();
  private readonly placed = new PairTable();
  private readonly placedFrames = new IntColumn();

  /** Low bits of the address that each row of `cache` begins with; 0 without one. */
  private readonly cachedAddress = new IntColumn();
  /** Frames of the open sample, innermost first, and low bits of their addresses, 0 where unknown. */
  private frames = new Int32Array(256);
  private addresses = new Int32Array(256);
  private anyInlined = false;
  private depth = 0;
  /** Line on which the open sample began; 0 when none is open. */
  private opened = 0;
  /** True while the only frame came from the sample's own first line. */
  private fromHeader = false;
  /** Row of the sample's thread; -1 for one that has only a name, or none. */
  private thread = -1;
  private comm = "";
  private event = -1;
  private weight = 1;
  /** The comm of a first line that holds nothing else: a sample only if frames follow. */
  private bare: string | undefined;
  private readonly threads = new Map<string, number>();
  private headers = 0;
  /** True when the open sample has no first line. */
  private headless = false;
  /** The first sample without a first line, until it is clear whether the text has none (`-F ip,sym`) or was cut at its beginning. */
  private fragment: Int32Array | undefined;
  private headlessSamples = 0;

  constructor(builder: ProfileBuilder, problems: Problems) {
    this.builder = builder;
    this.problems = problems;
  }

  lines(bytes: Uint8Array, from: number, to: number): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = from;
    while (at < to) {
      this.lineNumber++;
      if (buffer[at] === TAB) {
        const next = this.frameLine(buffer, at + 1);
        if (next > 0) {
          at = next;
          continue;
        }
      }
      const end = buffer.indexOf(LINE_FEED, at);
      this.otherLine(buffer, at, end);
      at = end + 1;
    }
  }

  /** Ends the text. `unterminated` says that the last line had no line feed. */
  end(unterminated: boolean): void {
    if (this.opened > 0) this.endInside(unterminated);
    if (this.fragment) this.addHeadless(this.fragment, this.fragment.length);
  }

  private endInside(unterminated: boolean): void {
    const inside = this.depth > 0 && !this.fromHeader;
    if (inside || unterminated) {
      this.problems.skipped(
        "truncated-profile",
        this.lineNumber,
        `the text ends inside the sample that begins at line ${this.opened}: callers of its last frame may be missing`,
      );
    }
    this.closeSample();
  }

  /** Takes a line that begins like a frame: blanks, address, blank. Returns where the next line starts, or 0 when it is something else. */
  private frameLine(buffer: Buffer, at: number): number {
    while (buffer[at] === SPACE) at++;
    const { cache, lastRow } = this;
    let row = lastRow < 0 ? -1 : this.follower.data[lastRow]!;
    let end = row < 0 ? -1 : cache.matchAt(row, buffer, at, LINE_FEED);
    if (end < 0) {
      const start = keyStart(buffer, at);
      if (start < 0) return 0;
      let hash = HASH_SEED;
      end = start;
      for (let byte = buffer[end]!; byte !== LINE_FEED; byte = buffer[++end]!)
        hash = Math.imul(hash ^ byte, 0x01000193);
      row = cache.intern(buffer, start, end, hash);
      if (row === this.cachedFrame.length) row = this.newRow(row, buffer.toString("utf8", start, end));
      if (lastRow >= 0) this.follower.data[lastRow] = row;
    }
    this.lastRow = row;
    const frame = this.cachedFrame.data[row]!;
    const unknown = frame >= 0 ? frame : this.unknownFrame(row, buffer.toString("latin1", at, end));
    this.pushFrame(unknown, this.cachedAddress.data[row]!);
    return end + 1;
  }

  /** Frames without a symbol are told apart by address, but only as many as memory should hold. */
  private unknownFrame(row: number, line: string): number {
    const known = this.unknowns.get(line);
    if (known !== undefined) return known;
    const spec = parsePerfFrame(this.cache.text(row).trimEnd());
    const [address] = /^[0-9a-f]+/.exec(line) ?? [""];
    const apart = this.unknowns.size < MOST_UNKNOWN;
    const frame = this.internFrame(apart ? { ...spec, address: addressOf(address) } : spec);
    if (apart) this.unknowns.set(line, frame);
    return frame;
  }

  /** Parses a frame line at its first sight. Starts the cache anew when it has become too large. */
  private newRow(row: number, text: string): number {
    const [, address, rest] = /^(?:([0-9a-f]+) )?(.*)$/s.exec(text)!;
    const frame = address === undefined ? -1 : this.internFrame(parsePerfFrame(rest!.trimEnd(), address));
    if (this.cache.size > CACHE_BYTES) {
      this.cache = new ByteTable();
      this.cachedFrame.length = 0;
      this.follower.length = 0;
      this.cachedAddress.length = 0;
      const bytes = Buffer.from(text);
      row = this.cache.intern(bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length));
    }
    this.cachedFrame.push(frame);
    this.cachedAddress.push(lowBits(address));
    this.follower.push(-1);
    return row;
  }

  private internFrame(spec: FrameSpec): number {
    const frame = this.builder.frame(spec);
    if (!this.specs.has(frame)) this.specs.set(frame, spec);
    if ((spec.flags ?? 0) & FrameFlag.Inlined) this.anyInlined = true;
    return frame;
  }

  private pushFrame(frame: number, address = 0): void {
    if (this.fromHeader) this.depth = 0;
    this.fromHeader = false;
    if (this.bare !== undefined) this.openBare();
    if (this.opened === 0) this.openWithoutHeader();
    if (this.depth === this.frames.length) {
      this.frames = grown(this.frames);
      this.addresses = grown(this.addresses);
    }
    this.addresses[this.depth] = address;
    this.frames[this.depth++] = frame;
  }

  /** Takes everything but the usual frame line. */
  private otherLine(buffer: Buffer, from: number, end: number): void {
    if (buffer[end - 1] === CARRIAGE_RETURN && end > from) end--;
    if (end === from) {
      this.closeSample();
      return;
    }
    const first = buffer[from]!;
    if (first === HASH) return;
    if (first === SPACE && this.depth > 0 && buffer[from + 1] === SPACE && buffer[from + 2] !== SPACE) {
      const place = this.places.find(buffer, from, end, hashBytes(buffer, from, end));
      if (place >= 0) {
        this.setPlace(place);
        return;
      }
    }
    const line = buffer.toString("utf8", from, end);
    if (first === SPACE || first === TAB) this.indentedLine(line);
    else this.headerLine(line);
  }

  /** Blanks first: a place below a frame, a sample on one line, or a frame that someone's editor or `-F` has changed. */
  private indentedLine(line: string): void {
    const text = line.trim();
    if (text === "") {
      this.closeSample();
      return;
    }
    if (isOneLineSample(line) && !line.includes("PERF_RECORD_")) {
      this.headerLine(line);
      return;
    }
    const place = this.depth > 0 && /^ {2}\S/.test(line) ? parsePerfPlace(text) : undefined;
    if (place) {
      const bytes = Buffer.from(line);
      this.setPlace(this.places.intern(bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length)));
      return;
    }
    const frame = /^(?:0x)?([0-9a-f]+)(?: (.*))?$/.exec(text);
    if (frame) this.pushFrame(this.internFrame(parsePerfFrame(frame[2] ?? "", frame[1])), lowBits(frame[1]));
    else if (this.opened > 0 || this.bare !== undefined) this.pushFrame(this.internFrame(parsePerfFrame(text)));
    else this.garbage(line);
  }

  /** Gives the innermost frame so far the place that stands below it. */
  private setPlace(place: number): void {
    const at = this.depth - 1;
    const frame = this.frames[at]!;
    const key = this.placed.intern(frame, place);
    if (key === this.placedFrames.length) {
      const spec = withPlace(this.specs.get(frame)!, parsePerfPlace(this.places.text(place).trim())!);
      this.placedFrames.push(this.internFrame(spec));
    }
    this.frames[at] = this.placedFrames.data[key]!;
  }

  private headerLine(line: string): void {
    this.closeSample();
    if (line.includes("PERF_RECORD_")) return;
    const header = parsePerfHeader(line);
    if (header) this.openSample(header);
    else if (this.headers === 0 && /^\S.{0,14}\s*$/.test(line)) this.bare = line.trim();
    else this.garbage(line);
  }

  private openSample(header: PerfHeader): void {
    this.headers++;
    if (this.fragment) this.dropFragment(1);
    this.opened = this.lineNumber;
    const { comm, pid, tid, event, period } = header;
    const key = `${pid}/${tid} ${comm}`;
    let thread = this.threads.get(key);
    if (thread === undefined)
      this.threads.set(key, (thread = this.builder.thread({ process: "", name: comm, pid, tid })));
    this.headless = false;
    this.thread = thread;
    this.event = this.internEvent(event, period !== undefined);
    this.weight = period ?? 1;
    if (this.weight > Number.MAX_SAFE_INTEGER) {
      this.problems.skipped(
        "perf-line",
        this.lineNumber,
        `expected a period below 2^53, found ${this.weight}: counted as 0`,
      );
      this.weight = 0;
    }
    const frame = /^\s*([0-9a-f]+) (\S.*)$/.exec(header.rest);
    if (!frame) return;
    this.pushFrame(this.internFrame(parsePerfFrame(frame[2]!.trimEnd(), frame[1])));
    this.fromHeader = true;
  }

  private internEvent(name: string, withPeriod: boolean): number {
    return this.builder.event(name || "samples", withPeriod && CLOCKS.test(name) ? "ns" : "count");
  }

  private openBare(): void {
    this.openPlain(this.bare!);
    this.bare = undefined;
    this.headless = false;
  }

  private openWithoutHeader(): void {
    this.openPlain("");
    this.headless = true;
  }

  private openPlain(comm: string): void {
    this.opened = this.lineNumber;
    this.comm = comm;
    this.thread = -1;
    this.weight = 1;
  }

  private closeSample(): void {
    if (this.bare !== undefined) {
      this.problems.skipped("perf-line", this.lineNumber, `expected ${CONTEXT}, found ${quote(this.bare)}`);
      this.bare = undefined;
    }
    if (this.opened === 0) return;
    if (this.anyInlined) this.depth = mendInlines(this.frames, this.addresses, this.depth, this.isInlined);
    if (this.headless) this.closeHeadless();
    else this.addSample(this.frames, this.depth);
    this.opened = 0;
    this.depth = 0;
    this.fromHeader = false;
    this.headless = false;
  }

  private readonly isInlined = (frame: number): boolean =>
    ((this.specs.get(frame)?.flags ?? 0) & FrameFlag.Inlined) !== 0;

  private addSample(frames: Int32Array, depth: number): void {
    const { builder } = this;
    if (this.thread < 0) {
      this.thread = builder.thread({ process: "", name: this.comm, pid: -1, tid: -1 });
      this.event = this.internEvent("", false);
    }
    let stack = -1;
    for (let at = depth - 1; at >= 0; at--) stack = builder.stack(stack, frames[at]!);
    builder.sample(stack, this.thread, this.event, 1, this.weight);
  }

  private closeHeadless(): void {
    if (this.headers > 0) this.dropFragment(this.opened);
    else if (this.headlessSamples++ === 0) this.fragment = this.frames.slice(0, this.depth);
    else {
      if (this.fragment) this.addHeadless(this.fragment, this.fragment.length);
      this.addHeadless(this.frames, this.depth);
    }
  }

  private addHeadless(frames: Int32Array, depth: number): void {
    this.fragment = undefined;
    this.openPlain("");
    this.addSample(frames, depth);
  }

  private dropFragment(line: number): void {
    this.fragment = undefined;
    this.problems.skipped(
      "perf-line",
      line,
      "frames without a sample's first line: the beginning of the sample is missing",
    );
  }

  private garbage(line: string): void {
    this.problems.skipped("perf-line", this.lineNumber, `expected ${CONTEXT}, found ${quote(line)}`);
  }
}
