/**
 * Reads a profile of any known format from a stream of bytes: looks at the head, unpacks gzip (also several members) and UTF-16, and feeds the
 * reader of the format. All are read in passing, so memory follows what is distinct in them. JSON alone needs a little more: what a thread's samples weigh comes behind all
 * their stacks, which are held until then, four bytes each.
 */
import { createGunzip } from "node:zlib";
import type { Outcome } from "../../base/diagnostic.ts";
import type { Profile, ProfileFormat } from "../types.ts";
import { ProfileBuilder } from "./builder.ts";
import { CallgrindReader } from "./callgrind.ts";
import { type Detected, detectFormat, HEAD_BYTES } from "./detect.ts";
import { FirefoxReader } from "./firefox.ts";
import { FoldedReader } from "./folded.ts";
import { JsonError, type JsonSink, JsonStream, type Wish } from "./json-stream.ts";
import { LineFeeder, type LineReader } from "./lines.ts";
import { PerfReportReader } from "./perf-report.ts";
import { PerfScriptReader } from "./perf-script.ts";
import { PprofReader } from "./pprof.ts";
import { Problems, quote } from "./problems.ts";
import { SpeedscopeReader } from "./speedscope.ts";

/** What {@link importProfile} may be told. */
export interface ImportOptions {
  /** Name of the input, for messages. */
  readonly name?: string;
  /** Overrides the detection. */
  readonly format?: ProfileFormat;
  /** Symbols that samply wrote beside a Firefox profile (library, then address, then function and inlined calls). */
  readonly symbols?: unknown;
}

/** Known formats, in words for messages. */
export const KNOWN_FORMATS =
  "perf script text, perf report -g folded, folded stacks, callgrind.out, cachegrind.out, Firefox Profiler or samply JSON, pprof, speedscope JSON (each also in gzip)";

/**
 * Reads one profile. Never throws on bad input: what can be read is in the result, which is then marked partial, and the
 * diagnostics say what was expected where. An input of which nothing can be read gives an empty profile and an `error`.
 */
export async function importProfile(
  chunks: AsyncIterable<Uint8Array>,
  options: ImportOptions = {},
): Promise<Outcome<Profile>> {
  const problems = new Problems(options.name);
  const source = new Peeked(chunks);
  try {
    const profile = await read(source, options, problems);
    return { value: profile, diagnostics: problems.diagnostics() };
  } catch (error) {
    // The stream itself broke: a disk error, say. The readers never throw.
    problems.fatal("unreadable-profile", 0, `can't be read: ${error instanceof Error ? error.message : String(error)}`);
    return { value: emptyProfile(), diagnostics: problems.diagnostics() };
  }
}

/** Returns the profile of bytes at hand. */
export function importBytes(bytes: Uint8Array, options: ImportOptions = {}): Promise<Outcome<Profile>> {
  return importProfile(once(bytes), options);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function emptyProfile(): Profile {
  return new ProfileBuilder().finish("folded", { partial: true });
}

async function read(source: Peeked, options: ImportOptions, problems: Problems): Promise<Profile> {
  await source.peek(HEAD_BYTES);
  const found = detectFormat(source.head, source.ended);
  if (found === "gzip") return read(new Peeked(gunzip(source, problems)), options, problems);
  if (found === "utf16le" || found === "utf16be") return read(new Peeked(transcode(source, found)), options, problems);
  const format = options.format ? detectedOf(options.format) : found;
  const text = TEXT_READERS[format];
  if (text) return readText(source, text, problems);
  if (format === "json") return readJson(source, options, problems);
  if (format === "pprof") return readPprof(source, problems);
  explain(found, source.head, problems);
  return emptyProfile();
}

function detectedOf(format: ProfileFormat): Detected {
  if (format === "firefox" || format === "speedscope") return "json";
  return format === "cachegrind" ? "callgrind" : format;
}

// Text formats.

interface TextReader extends LineReader {
  end(unterminated: boolean): void;
}
interface TextFormat {
  readonly make: (builder: ProfileBuilder, problems: Problems) => TextReader;
  readonly finish: (builder: ProfileBuilder, reader: TextReader, partial: () => boolean) => Profile;
}

const plain =
  (format: ProfileFormat): TextFormat["finish"] =>
  (builder, _reader, partial) =>
    builder.finish(format, { partial: partial() });

const TEXT_READERS: Partial<Record<Detected, TextFormat>> = {
  "perf-script": { make: (b, p) => new PerfScriptReader(b, p), finish: plain("perf-script") },
  "perf-report": { make: (b, p) => new PerfReportReader(b, p), finish: plain("perf-report") },
  folded: { make: (b, p) => new FoldedReader(b, p), finish: plain("folded") },
  callgrind: { make: (b, p) => new CallgrindReader(b, p), finish: finishCallgrind },
};

function finishCallgrind(builder: ProfileBuilder, reader: TextReader, partial: () => boolean): Profile {
  const callgrind = reader as CallgrindReader;
  const calls = callgrind.tables();
  const format = calls.calls.length === 0 && callgrind.cachegrind ? "cachegrind" : "callgrind";
  return builder.finish(format, { partial: partial(), command: callgrind.command, calls });
}

async function readText(source: Peeked, format: TextFormat, problems: Problems): Promise<Profile> {
  const builder = new ProfileBuilder();
  const reader = format.make(builder, problems);
  const feeder = new LineFeeder(reader);
  let tooLong = false;
  const broken = await feed(source, problems, (bytes) => {
    tooLong = !feeder.write(bytes);
    if (tooLong) problems.skipped("line-too-long", 0, "a line of more than 512 MiB: reading stops here");
    return !tooLong;
  });
  reader.end(broken || tooLong ? false : feeder.end());
  const profile = format.finish(builder, reader, () => problems.partial);
  if (profile.samples.length === 0 && !profile.calls?.lines.length) {
    problems.fatal("no-samples", 0, "the profile holds no samples", "record for longer, or with a higher frequency");
    return { ...profile, partial: true };
  }
  return profile;
}

// Documents.

/** Takes JSON without knowing yet whose it is: no path of one format means something in the other. */
class DocumentSink implements JsonSink {
  readonly keys = new Set<string>();
  readonly firefox: FirefoxReader;
  readonly speedscope: SpeedscopeReader;

  constructor(problems: Problems, symbols: unknown) {
    this.firefox = new FirefoxReader(problems, symbols);
    this.speedscope = new SpeedscopeReader(problems);
  }

  wish(path: string): Wish {
    if (!path.includes(".")) this.keys.add(path);
    return this.reader(path).wish(path);
  }

  items(path: string, values: readonly unknown[]): void {
    this.reader(path).items(path, values);
  }

  whole(path: string, value: unknown): void {
    this.reader(path).whole(path, value);
  }

  /** The reader whose document it turned out to be. */
  known(): FirefoxReader | SpeedscopeReader | undefined {
    if (this.keys.has("threads") && this.keys.has("meta")) return this.firefox;
    return this.keys.has("profiles") && this.keys.has("shared") ? this.speedscope : undefined;
  }

  private reader(path: string): JsonSink {
    return /^(?:profiles|shared\.frames)\b/.test(path) ? this.speedscope : this.firefox;
  }
}

async function readJson(source: Peeked, options: ImportOptions, problems: Problems): Promise<Profile> {
  const sink = new DocumentSink(problems, options.symbols);
  const damage = await feedJson(new JsonStream(sink), source, problems);
  const reader = sink.known();
  if (reader !== undefined) {
    const code = damage?.isCut ? "truncated-profile" : "invalid-json";
    if (damage) problems.skipped(code, damage.line, `${damage.message}; what came before was read`);
    return reader.finish();
  }
  const other = OTHER_JSON.find(({ key }) => sink.keys.has(key));
  const message = `JSON, but of no known profile${other ? ` (${other.is})` : ""}; known: ${KNOWN_FORMATS}`;
  if (damage && !other) problems.fatal("invalid-json", damage.line, damage.message);
  else problems.fatal("unknown-format", 0, message, other?.hint);
  return emptyProfile();
}

/** Returns where the document is damaged, if it is. */
async function feedJson(stream: JsonStream, source: Peeked, problems: Problems): Promise<JsonError | undefined> {
  try {
    const isBroken = await feed(source, problems, (bytes) => {
      stream.write(bytes);
      return true;
    });
    if (!isBroken) stream.end();
    return undefined;
  } catch (error) {
    if (error instanceof JsonError) return error;
    throw error;
  }
}

const OTHER_JSON: readonly { readonly key: string; readonly is: string; readonly hint?: string }[] = [
  { key: "traceEvents", is: "a Chrome trace" },
  { key: "nodes", is: "a V8 CPU profile" },
  { key: "*", is: "a list, perhaps a Chrome trace" },
];

async function readPprof(source: Peeked, problems: Problems): Promise<Profile> {
  const reader = new PprofReader(problems);
  await feed(source, problems, (bytes) => reader.write(bytes));
  return reader.finish();
}

// What can't be read, and what to do then.

const EXPLANATIONS: Partial<
  Record<Detected, { readonly code: string; readonly message: string; readonly hint?: string }>
> = {
  empty: {
    code: "empty-profile",
    message: "the profile is empty",
    hint: "did the recording command fail, or the program end before the first sample?",
  },
  "perf-data": {
    code: "perf-data",
    message: "this is perf's own binary data, which only perf can read",
    hint: "run `perf script -i FILE | callmap overlay -`",
  },
  compressed: { code: "compressed-profile", message: "compressed with zstd, xz or bzip2", hint: "unpack it first" },
  archive: { code: "compressed-profile", message: "a zip archive", hint: "unpack it and give the profile in it" },
  svg: {
    code: "unknown-format",
    message: "a picture or web page, not a profile",
    hint: "give the folded stacks or perf script text it was made from",
  },
  binary: { code: "unknown-format", message: `binary data of no known format; known: ${KNOWN_FORMATS}` },
};

function explain(found: Detected, head: Uint8Array, problems: Problems): void {
  const known = EXPLANATIONS[found];
  if (known) {
    problems.fatal(known.code, 0, known.message, known.hint);
    return;
  }
  const line =
    Buffer.from(head)
      .toString("utf8")
      .split("\n")
      .find((text) => text.trim() !== "") ?? "";
  problems.fatal(
    "unknown-format",
    1,
    `no known profile format: it begins with ${quote(line)}; known: ${KNOWN_FORMATS}`,
  );
}

// Streams.

/** Hands a stream on until `take` wants no more, without a byte order mark. Returns true when the stream itself broke, which is noted. */
async function feed(source: Peeked, problems: Problems, take: (bytes: Uint8Array) => boolean): Promise<boolean> {
  let isFirst = true;
  try {
    for await (const chunk of source) {
      const hasMark = isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
      isFirst = false;
      if (!take(hasMark ? chunk.subarray(3) : chunk)) return false;
    }
    return false;
  } catch (error) {
    if (error instanceof JsonError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    problems.skipped("unreadable-profile", 0, `reading stopped: ${reason}`);
    return true;
  }
}

/** A stream whose first bytes can be looked at before it is read. */
class Peeked implements AsyncIterable<Uint8Array> {
  private readonly iterator: AsyncIterator<Uint8Array>;
  private readonly seen: Uint8Array[] = [];
  /** True when the whole input has been seen. */
  ended = false;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.iterator = chunks[Symbol.asyncIterator]();
  }

  /** Reads until `length` bytes, or all, have been seen. */
  async peek(length: number): Promise<void> {
    let seen = this.seen.reduce((sum, chunk) => sum + chunk.length, 0);
    while (seen < length && !this.ended) {
      const next = await this.iterator.next();
      if (next.done) this.ended = true;
      else {
        this.seen.push(next.value);
        seen += next.value.length;
      }
    }
  }

  /** What has been seen, at most {@link HEAD_BYTES}. */
  get head(): Uint8Array {
    return Buffer.concat(this.seen).subarray(0, HEAD_BYTES);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (let chunk = this.seen.shift(); chunk !== undefined; chunk = this.seen.shift()) yield chunk;
    while (!this.ended) {
      const next = await this.iterator.next();
      if (next.done) this.ended = true;
      else yield next.value;
    }
  }
}

/** Unpacks gzip with any number of members. Ends early, with a message, where the data is damaged. */
async function* gunzip(source: AsyncIterable<Uint8Array>, problems: Problems): AsyncGenerator<Uint8Array> {
  const unpack = createGunzip();
  const pump = (async () => {
    try {
      for await (const chunk of source) {
        if (!unpack.write(chunk))
          await new Promise<void>((resolve) => unpack.once("drain", resolve).once("close", resolve));
        if (unpack.destroyed) return;
      }
      unpack.end();
    } catch (error) {
      unpack.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  })();
  try {
    for await (const chunk of unpack) yield chunk as Uint8Array;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.skipped(
      "damaged-gzip",
      0,
      `the gzip data is damaged or cut off (${reason}); what came before it was read`,
    );
  }
  await pump;
}

async function* transcode(
  source: AsyncIterable<Uint8Array>,
  encoding: "utf16le" | "utf16be",
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding === "utf16le" ? "utf-16le" : "utf-16be");
  for await (const chunk of source) yield Buffer.from(decoder.decode(chunk, { stream: true }), "utf8");
  yield Buffer.from(decoder.decode(), "utf8");
}
