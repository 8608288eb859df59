/**
 * Reads a profile of any known format from a stream of bytes: looks at the head, unpacks gzip (also several members) and UTF-16, and feeds the
 * reader of the format. Text formats are read in passing, so memory follows what is distinct in them; JSON and protobuf are documents and
 * are read whole.
 */
import { createGunzip } from "node:zlib";
import type { Outcome } from "../../base/diagnostic.ts";
import type { Profile, ProfileFormat } from "../types.ts";
import { ProfileBuilder } from "./builder.ts";
import { CallgrindReader } from "./callgrind.ts";
import { type Detected, detectFormat, HEAD_BYTES } from "./detect.ts";
import { importFirefox } from "./firefox.ts";
import { FoldedReader } from "./folded.ts";
import { completeJson, findJsonError } from "./json.ts";
import { LineFeeder, type LineReader } from "./lines.ts";
import { PerfReportReader } from "./perf-report.ts";
import { PerfScriptReader } from "./perf-script.ts";
import { importPprof } from "./pprof.ts";
import { Problems, quote } from "./problems.ts";
import { importSpeedscope } from "./speedscope.ts";

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

/** The largest document (JSON, protobuf) that is read whole; V8 holds no longer strings. */
const LARGEST_DOCUMENT = 0x1fffffe8;

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
  if (format === "json" || format === "pprof") return readDocument(source, format, options, problems);
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
  let broken = false;
  let first = true;
  try {
    for await (const chunk of source) {
      const bytes = first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
      first = false;
      if (feeder.write(bytes)) continue;
      problems.skipped("line-too-long", 0, "a line of more than 512 MiB: reading stops here");
      broken = true;
      break;
    }
  } catch (error) {
    problems.skipped(
      "unreadable-profile",
      0,
      `reading stopped: ${error instanceof Error ? error.message : String(error)}`,
    );
    broken = true;
  }
  reader.end(broken ? false : feeder.end());
  const profile = format.finish(builder, reader, () => problems.partial);
  if (profile.samples.length === 0 && !profile.calls?.lines.length) {
    problems.fatal("no-samples", 0, "the profile holds no samples", "record for longer, or with a higher frequency");
    return { ...profile, partial: true };
  }
  return profile;
}

// Documents.

async function readDocument(
  source: Peeked,
  format: "json" | "pprof",
  options: ImportOptions,
  problems: Problems,
): Promise<Profile> {
  const bytes = await collect(source, problems);
  if (!bytes) return emptyProfile();
  if (format === "pprof") return importPprof(bytes, problems);
  const document = parseJson(bytes, problems);
  if (document === undefined) return emptyProfile();
  const keys = typeof document === "object" && document !== null ? document : {};
  if ("threads" in keys && "meta" in keys) return importFirefox(document, problems, options.symbols);
  if ("shared" in keys && "profiles" in keys) return importSpeedscope(document, problems);
  const other = OTHER_JSON.find(({ key }) => key in keys || (Array.isArray(document) && key === "[]"));
  problems.fatal(
    "unknown-format",
    0,
    `JSON, but of no known profile${other ? ` (${other.is})` : ""}; known: ${KNOWN_FORMATS}`,
    other?.hint,
  );
  return emptyProfile();
}

/** What a JSON text that was cut off holds up to there. */
function salvage(text: string): unknown {
  const completed = completeJson(text);
  try {
    return completed === undefined ? undefined : (JSON.parse(completed) as unknown);
  } catch {
    return undefined;
  }
}

const OTHER_JSON: readonly { readonly key: string; readonly is: string; readonly hint?: string }[] = [
  { key: "traceEvents", is: "a Chrome trace" },
  { key: "nodes", is: "a V8 CPU profile" },
  { key: "[]", is: "a list, perhaps a Chrome trace" },
];

async function collect(source: Peeked, problems: Problems): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of source) {
      parts.push(chunk);
      length += chunk.length;
      if (length <= LARGEST_DOCUMENT) continue;
      problems.fatal(
        "profile-too-large",
        0,
        "documents of more than 512 MiB can't be read",
        "give perf script text or folded stacks",
      );
      return undefined;
    }
  } catch (error) {
    problems.skipped(
      "unreadable-profile",
      0,
      `reading stopped: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return Buffer.concat(parts, length);
}

function parseJson(bytes: Uint8Array, problems: Problems): unknown {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const stated = /position (\d+)/.exec(String(error));
    const offset = stated ? Number(stated[1]) : findJsonError(text);
    const line = text.slice(0, offset).split("\n").length;
    const near = `at character ${offset}, near ${quote(text.slice(Math.max(0, offset - 20), offset + 20))}`;
    const salvaged = salvage(text.slice(0, offset));
    const what = offset >= text.length - 1 ? "the JSON ends too early" : "no valid JSON";
    if (salvaged === undefined) problems.fatal("invalid-json", line, `${what} ${near}`);
    else
      problems.skipped(
        offset >= text.length - 1 ? "truncated-profile" : "invalid-json",
        line,
        `${what} ${near}; what came before was read`,
      );
    return salvaged;
  }
}

// What can't be read, and what to do then.

const EXPLANATIONS: Partial<
  Record<Detected, { readonly code: string; readonly message: string; readonly hint?: string }>
> = {
  empty: { code: "empty-profile", message: "the profile is empty", hint: "did the recording command fail?" },
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
