/**
 * Reads JSON in passing: a scanner that follows the nesting over chunks of bytes and hands only what is wanted, piece by piece, to
 * `JSON.parse`. The elements of a long array come in batches, and what nobody wants is passed over, so that a recording of gigabytes needs
 * the memory of one batch.
 *
 * The reasons for not taking a library are in docs/decisions/json-stream.md.
 */
import { completeJson, findJsonError } from "./json.ts";
import { quote } from "./problems.ts";

/** What is to become of a value: its members come one by one, its elements in batches, it comes whole; `undefined` passes over it. */
export type Wish = "enter" | "items" | "whole" | undefined;

/** Takes what a {@link JsonStream} finds. Paths are keys joined by dots from the top (`""`); elements of arrays have the key `*`. */
export interface JsonSink {
  /** Says what is wanted of the value that begins at the path. Objects that are not entered, and plain values, may still come whole. */
  wish(path: string): Wish;
  /** The next elements of an array. */
  items(path: string, values: readonly unknown[]): void;
  /** A value. */
  whole(path: string, value: unknown): void;
}

/** Where and how a text stops being JSON. */
export class JsonError extends Error {
  /** 1-based. */
  readonly line: number;
  /** True when the text merely ends too early. */
  readonly isCut: boolean;

  constructor(message: string, line: number, isCut: boolean) {
    super(message);
    this.line = line;
    this.isCut = isCut;
  }
}

/** Bytes of an array's text after which its whole elements are handed on. */
const BATCH = 1 << 16;
/** The longest value that is read as a whole. */
const LONGEST_VALUE = 1 << 28;

/** Bytes on each side of a mistake that messages quote. */
const NEAR = 20;

const LINE_FEED = 10;
const [QUOTE, COMMA, COLON, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x5c];

/** Kinds of bytes outside of strings. */
const Kind = { Other: 0, Blank: 1, Quote: 2, Open: 3, Close: 4, Comma: 5 } as const;
const KIND = new Uint8Array(256);
for (const [chars, kind] of [
  [" \t\r\n", Kind.Blank],
  ['"', Kind.Quote],
  ["[{", Kind.Open],
  ["]}", Kind.Close],
  [",", Kind.Comma],
] as const)
  for (const char of chars) KIND[char.charCodeAt(0)] = kind;

/** An object or array whose members are looked at one by one. */
interface Level {
  readonly path: string;
  readonly isObject: boolean;
  /** What may come next. */
  expects: "key" | "colon" | "value" | "end";
  key: string;
}

/** What is being passed over or gathered: a key, a value, or the elements of an array. */
type Raw = "key" | "skip" | "whole" | "items";

/** A reader of one document; {@link write} and {@link end} throw a {@link JsonError} where it is damaged. */
export class JsonStream {
  private readonly sink: JsonSink;
  private readonly levels: Level[] = [];
  /** True when the document's only value is complete. */
  private done = false;

  private raw: Raw | undefined;
  private path = "";
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** The value is a number or a word, and ends where something else begins. */
  private isWord = false;
  /** Bytes of the value from earlier chunks, and where it goes on in this one. */
  private parts: Uint8Array[] = [];
  private partsLength = 0;
  private from = 0;
  /** Position in this chunk behind the last whole element; -1 when there was none. */
  private comma = -1;

  /** Bytes and line feeds of the chunks before this one, and the chunk. */
  private before = 0;
  private linesBefore = 0;
  private chunk: Uint8Array = new Uint8Array();

  constructor(sink: JsonSink) {
    this.sink = sink;
  }

  /** Takes the next bytes, in UTF-8. */
  write(chunk: Uint8Array): void {
    this.chunk = chunk;
    this.from = 0;
    this.comma = -1;
    for (let at = 0; at < chunk.length; ) at = this.raw === undefined ? this.step(at) : this.scan(at);
    if (this.raw !== undefined) this.carry();
    this.before += chunk.length;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) this.linesBefore++;
    this.chunk = new Uint8Array();
  }

  /** Ends the text. Of one that ends too early, what is whole has been handed on when this throws. */
  end(): void {
    if (this.raw !== undefined && this.isWord && this.levels.length === 0) this.finish(0);
    if (this.done) return;
    if (this.raw === "items") this.salvage(this.takeText(0));
    throw this.error("the JSON ends too early", 0, true);
  }

  /** Looks at one byte between values. Returns where to go on. */
  private step(at: number): number {
    const byte = this.chunk[at]!;
    if (KIND[byte] === Kind.Blank) return at + 1;
    if (this.done) throw this.error("no valid JSON: something follows its end", at);
    const level = this.levels.at(-1);
    if (level === undefined) return this.beginValue("", at);
    if (KIND[byte] === Kind.Close) return this.endLevel(level, byte, at);
    switch (level.expects) {
      case "key":
        if (byte !== QUOTE) break;
        this.begin("key", at);
        return at;
      case "colon":
        if (byte !== COLON) break;
        level.expects = "value";
        return at + 1;
      case "value":
        level.expects = "end";
        return this.beginValue(joined(level.path, level.isObject ? level.key : "*"), at);
      case "end":
        if (byte !== COMMA) break;
        level.expects = level.isObject ? "key" : "value";
        return at + 1;
    }
    throw this.error("no valid JSON", at);
  }

  private beginValue(path: string, at: number): number {
    const kind = KIND[this.chunk[at]!];
    const wish = this.sink.wish(path);
    this.path = path;
    if (kind === Kind.Close || kind === Kind.Comma) throw this.error("no valid JSON", at);
    if (wish === "enter" && kind === Kind.Open) {
      const isObject = this.chunk[at] === 0x7b;
      this.levels.push({ path, isObject, expects: isObject ? "key" : "value", key: "" });
      return at + 1;
    }
    if (wish === "items" && this.chunk[at] === 0x5b) {
      this.begin("items", at + 1);
      return at + 1;
    }
    this.begin(wish === "whole" ? "whole" : "skip", at);
    this.isWord = kind === Kind.Other;
    return at;
  }

  private begin(raw: Raw, at: number): void {
    this.raw = raw;
    this.from = at;
    this.depth = 0;
    this.isWord = false;
    this.comma = -1;
  }

  private endLevel(level: Level, byte: number, at: number): number {
    const lacksValue = level.isObject && (level.expects === "colon" || level.expects === "value");
    if (byte !== (level.isObject ? 0x7d : 0x5d) || lacksValue) throw this.error("no valid JSON", at);
    this.levels.pop();
    this.done = this.levels.length === 0;
    return at + 1;
  }

  /** Follows strings and brackets to the end of what is being read, or of the chunk. Returns where to go on. */
  private scan(at: number): number {
    const { chunk } = this;
    while (at < chunk.length) {
      if (this.inString) {
        at = this.scanString(at);
        if (this.inString) return at;
        if (this.depth === 0 && this.raw !== "items") return this.finish(at);
        continue;
      }
      const kind = KIND[chunk[at]!]!;
      if (kind === Kind.Other) {
        at++;
        continue;
      }
      if (this.isWord) return this.finish(at);
      if (kind === Kind.Quote) this.inString = true;
      else if (kind === Kind.Open) this.depth++;
      else if (kind === Kind.Close) {
        if (this.depth-- === 0) return this.finish(at) + 1;
        if (this.depth === 0 && this.raw !== "items") return this.finish(at + 1);
      } else if (kind === Kind.Comma && this.depth === 0) this.passElement(at);
      at++;
    }
    return at;
  }

  private scanString(at: number): number {
    const { chunk } = this;
    if (this.escaped) {
      this.escaped = false;
      at++;
    }
    for (; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (byte === QUOTE) {
        this.inString = false;
        return at + 1;
      }
      if (byte === BACKSLASH && ++at === chunk.length) this.escaped = true;
    }
    return at;
  }

  /** An element of the array ends at the comma; a batch of them is handed on. */
  private passElement(at: number): void {
    this.comma = at;
    if (this.partsLength + at - this.from >= BATCH) {
      this.handOn(this.takeText(at), at);
      this.from = at + 1;
      this.comma = -1;
    }
  }

  /** Ends what is being read at a position of the chunk. Returns the position. */
  private finish(at: number): number {
    const raw = this.raw;
    const text = raw === "skip" ? "" : this.takeText(at);
    this.raw = undefined;
    this.comma = -1;
    if (raw === "items") {
      if (text.trim() !== "") this.handOn(text, at);
      if (this.chunk[at] !== 0x5d) throw this.error("no valid JSON", at);
    } else if (raw === "whole") this.sink.whole(this.path, this.parse(text, at));
    else if (raw === "key") {
      const level = this.levels.at(-1)!;
      level.key = String(this.parse(text, at));
      level.expects = "colon";
    }
    if (this.levels.length === 0) this.done = true;
    return at;
  }

  /** What was gathered up to a position of the chunk. */
  private takeText(at: number): string {
    const last = this.chunk.subarray(this.from, at);
    const bytes = this.parts.length === 0 ? last : Buffer.concat([...this.parts, last]);
    this.parts = [];
    this.partsLength = 0;
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  }

  /** Keeps what the chunk holds of an unfinished value; of an array, hands on what is whole. */
  private carry(): void {
    if (this.raw === "skip") return;
    if (this.raw === "items" && this.comma >= 0) {
      this.handOn(this.takeText(this.comma), this.comma);
      this.from = this.comma + 1;
    }
    const rest = this.chunk.slice(this.from);
    this.parts.push(rest);
    this.partsLength += rest.length;
    if (this.partsLength > LONGEST_VALUE) throw this.error("a value of more than 256 MiB", this.chunk.length);
  }

  private handOn(text: string, at: number): void {
    try {
      this.sink.items(this.path, JSON.parse(`[${text}]`) as unknown[]);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw this.errorIn(text, this.salvage(text), at);
    }
  }

  /** Hands on the whole elements in front of the first mistake of a piece of an array. Returns where that is. */
  private salvage(text: string): number {
    const offset = Math.max(findJsonError(`[${text}`) - 1, 0);
    const completed = completeJson(`[${text.slice(0, offset)}`);
    try {
      if (completed !== undefined) this.sink.items(this.path, JSON.parse(completed) as unknown[]);
    } catch {
      // Damaged in a way that only the parser sees: the batch is left out.
    }
    return offset;
  }

  private parse(text: string, at: number): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw this.errorIn(text, findJsonError(text), at);
    }
  }

  private error(message: string, at: number, isCut = false): JsonError {
    const near = Buffer.from(this.chunk.subarray(Math.max(at - NEAR, 0), at + NEAR)).toString("utf8");
    return new JsonError(describe(message, this.before + at, near), this.lineAt(at), isCut);
  }

  /** A mistake in a text that ends at a position of the chunk, and may begin in an earlier one. */
  private errorIn(text: string, offset: number, at: number): JsonError {
    const rest = text.slice(offset);
    const near = text.slice(Math.max(offset - NEAR, 0), offset + NEAR);
    const message = describe("no valid JSON", this.before + at - Buffer.byteLength(rest), near);
    return new JsonError(message, this.lineAt(at) - (rest.split("\n").length - 1), false);
  }

  private lineAt(at: number): number {
    let line = this.linesBefore + 1;
    for (const byte of this.chunk.subarray(0, at)) if (byte === LINE_FEED) line++;
    return line;
  }
}

function describe(message: string, offset: number, near: string): string {
  return `${message} at byte ${offset}${near === "" ? "" : `, near ${quote(near)}`}`;
}

function joined(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
