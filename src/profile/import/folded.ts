/**
 * Reads folded stacks: `root;caller;leaf 42` a line, as the flame graph family writes them. The frames may carry annotations (`_[k]` kernel, `_[i]`
 * inlined, `_[j]` compiled at run time, `_[w]` waker); a second count makes the file a comparison (before, after).
 *
 * The format cannot say whether its first element is a process or a function, nor what the counts measure (recent inferno sums periods).
 * The first is decided at the end, from all first elements together. A `;` in a process name cannot be told from a separator.
 */
import { FrameFlag } from "../types.ts";
import { type FrameSpec, isKernelModule, type ProfileBuilder } from "./builder.ts";
import type { LineReader } from "./lines.ts";
import { type Problems, quote } from "./problems.ts";
import { ByteTable, FloatColumn, HASH_SEED, IntColumn, PairTable } from "./tables.ts";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const HASH = 35;
const SEMICOLON = 59;

/** Functions in which threads begin: below a process name one expects one of these. */
const THREAD_ROOTS =
  /^(?:_?_?start|_?_libc_start_\w+(?:@.*)?|(?:__)?clone3?|__GI___clone|start_thread|thread_start|_start_\w+|BaseThreadInitThunk|RtlUserThreadStart|ret_from_fork\w*|entry_SYSCALL\w+)(?:_\[\w\])?$/;
/** Shapes that a process name hardly has. */
const FUNCTION_LIKE = /::|[(<{]|^main$|^\[unknown\]$|^0x[0-9a-f]+$/;

/** Reader of folded stacks. */
export class FoldedReader implements LineReader {
  private readonly builder: ProfileBuilder;
  private readonly problems: Problems;
  private lineNumber = 0;
  private readonly names = new ByteTable();
  /** Prefix tree of names, process level included. */
  private readonly nodes = new PairTable();
  /** Counts by node: the only or the first one, and the second one of a comparison. */
  private readonly counts = [new FloatColumn(), new FloatColumn()] as const;
  /** Names seen anywhere but in front. */
  private readonly inner = new Set<number>();
  /** 0 until the first line decides. */
  private countsPerLine = 0;

  constructor(builder: ProfileBuilder, problems: Problems) {
    this.builder = builder;
    this.problems = problems;
  }

  lines(bytes: Uint8Array, from: number, to: number): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = from; at < to; ) {
      const end = buffer.indexOf(LINE_FEED, at);
      this.lineNumber++;
      this.line(buffer, at, end);
      at = end + 1;
    }
  }

  /** Ends the text. `unterminated` says that the last line had no line feed. */
  end(_unterminated: boolean): void {
    const hasProcess = this.rootsAreProcesses();
    const { builder, nodes } = this;
    const events =
      this.countsPerLine === 2
        ? [builder.event("before", "count"), builder.event("after", "count")]
        : [builder.event("samples", "count")];
    const frames = new Int32Array(this.names.length).fill(-1);
    const stacks = new Int32Array(nodes.length);
    const threads = new Int32Array(nodes.length);
    const plain = hasProcess ? -1 : builder.thread({ process: "", name: "", pid: -1, tid: -1 });
    for (let node = 0; node < nodes.length; node++) {
      const prefix = nodes.first.data[node]!;
      const name = nodes.second.data[node]!;
      if (hasProcess && prefix < 0) {
        stacks[node] = -1;
        threads[node] = builder.thread(parseProcess(this.names.text(name)));
      } else {
        if (frames[name]! < 0) frames[name] = builder.frame(parseFoldedFrame(this.names.text(name)));
        stacks[node] = builder.stack(prefix < 0 ? -1 : stacks[prefix]!, frames[name]!);
        threads[node] = prefix < 0 ? plain : threads[prefix]!;
      }
      for (const [index, event] of events.entries()) {
        const weight = this.counts[index]!.data[node]!;
        if (weight !== 0) builder.sample(stacks[node]!, threads[node]!, event, 0, weight);
      }
    }
  }

  private line(buffer: Buffer, from: number, end: number): void {
    while (end > from && (buffer[end - 1] === CARRIAGE_RETURN || buffer[end - 1] === SPACE)) end--;
    if (end === from || buffer[from] === HASH) return;
    const last = buffer.lastIndexOf(SPACE, end - 1);
    const weight = last < from ? Number.NaN : readCount(buffer, last + 1, end);
    if (Number.isNaN(weight)) {
      this.garbage(buffer.toString("utf8", from, Math.min(end, from + 200)));
      return;
    }
    let stop = last;
    let before = 0;
    if (this.countsPerLine !== 1) {
      const second = buffer.lastIndexOf(SPACE, last - 1);
      before = second < from ? Number.NaN : readCount(buffer, second + 1, last);
      if (this.countsPerLine === 0)
        this.countsPerLine = Number.isNaN(before) || isNameEnd(buffer, from, second) ? 1 : 2;
      if (this.countsPerLine === 2) {
        if (Number.isNaN(before)) {
          this.garbage(buffer.toString("utf8", from, Math.min(end, from + 200)));
          return;
        }
        stop = second;
      }
    }
    if (stop === from) {
      this.garbage(buffer.toString("utf8", from, end));
      return;
    }
    const node = this.walk(buffer, from, stop);
    if (this.countsPerLine === 2) {
      this.counts[0].data[node]! += before;
      this.counts[1].data[node]! += weight;
    } else this.counts[0].data[node]! += weight;
  }

  /** Returns the node of the stack `buffer[from, to)`. */
  private walk(buffer: Buffer, from: number, to: number): number {
    const { names, nodes, counts } = this;
    let node = -1;
    for (let at = from; at <= to; at++) {
      const start = at;
      let hash = HASH_SEED;
      for (; at < to && buffer[at] !== SEMICOLON; at++) hash = Math.imul(hash ^ buffer[at]!, 0x01000193);
      if (at === start && at < to) continue; // an empty element, as in `a;;b`
      if (at === start && node >= 0) break; // a separator before the count
      const known = names.length;
      const name = names.intern(buffer, start, at, hash);
      if (node >= 0 && (name === known || !this.inner.has(name))) this.inner.add(name);
      node = nodes.intern(node, name);
      if (node === counts[0].length) {
        counts[0].push(0);
        counts[1].push(0);
      }
    }
    return node;
  }

  private rootsAreProcesses(): boolean {
    const { nodes, names, inner } = this;
    const roots = new IntColumn();
    let functionLike = false;
    for (let node = 0; node < nodes.length; node++) {
      const prefix = nodes.first.data[node]!;
      const name = nodes.second.data[node]!;
      if (prefix < 0) {
        roots.push(name);
        if (inner.has(name) || looksLikeFunction(names.text(name))) functionLike = true;
      } else if (nodes.first.data[prefix]! < 0 && THREAD_ROOTS.test(names.text(name))) return true;
    }
    return roots.length > 0 && !functionLike;
  }

  private garbage(text: string): void {
    this.problems.skipped("folded-line", this.lineNumber, `expected \`frame;frame;… count\`, found ${quote(text)}`);
  }
}

function looksLikeFunction(name: string): boolean {
  return FUNCTION_LIKE.test(name) || THREAD_ROOTS.test(name);
}

/** True when what stands before two numbers can't be a whole stack: a line without separator is a process name such as `worker 1`. */
function isNameEnd(buffer: Buffer, from: number, second: number): boolean {
  const separator = buffer.indexOf(SEMICOLON, from);
  return separator < 0 || separator > second;
}

/** Reads a count: digits, with a fraction or not. NaN for anything else, and for what no counter holds. */
function readCount(buffer: Buffer, from: number, to: number): number {
  if (to - from > 15 || from === to) return to - from > 40 || from === to ? Number.NaN : slowCount(buffer, from, to);
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = buffer[at]! - 48;
    if (digit < 0 || digit > 9) return slowCount(buffer, from, to);
    value = value * 10 + digit;
  }
  return value;
}

function slowCount(buffer: Buffer, from: number, to: number): number {
  const text = buffer.toString("latin1", from, to);
  const value = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : Number.NaN;
}

/** Splits `comm-pid/tid`, as inferno writes it on request. */
function parseProcess(text: string): { process: string; name: string; pid: number; tid: number } {
  const match = /^(.*)-(\?|\d+)\/(\d+)$/.exec(text);
  if (!match) return { process: text, name: text, pid: -1, tid: -1 };
  return { process: match[1]!, name: match[1]!, pid: match[2] === "?" ? -1 : Number(match[2]), tid: Number(match[3]) };
}

/** Reads one element of a folded stack. */
export function parseFoldedFrame(text: string): FrameSpec {
  const match = /^(.*)_\[([kijw])\]$/s.exec(text);
  const name = match ? match[1]! : text;
  const inlined = match?.[2] === "i" || name.endsWith(" (inlined)");
  const flags =
    (inlined ? FrameFlag.Inlined : 0) |
    (match?.[2] === "k" || isKernelModule(name) ? FrameFlag.Kernel : 0) |
    (/^\[.*\]$|^0x[0-9a-f]+$/.test(name) ? FrameFlag.Unknown : 0);
  return { name: name.replace(/ \(inlined\)$/, ""), flags };
}
