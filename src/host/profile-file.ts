/** Profiles as streams of bytes: from a file, from standard input, or from perf, which alone can read what it recorded. */
import { createReadStream, statSync } from "node:fs";
import { InputError } from "../base/diagnostic.ts";
import { type PerfOptions, perfScript, perfScriptOfStream } from "./perf.ts";

/** Bytes at a time; larger pieces are read no faster. */
const CHUNK = 1 << 20;
/** `PERFILE2`, in the byte order of the machine that recorded. */
const PERF_MAGIC: readonly string[] = ["PERFILE2", "2ELIFREP"];

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EACCES: "permission denied",
  EISDIR: "it is a folder",
};

/**
 * Returns the bytes of a profile; `-` is standard input. A `perf.data` comes out as the text of `perf script`. Throws an
 * {@link InputError}, at once or while it is read, where there is nothing to read.
 */
export async function openProfile(path: string, options: PerfOptions = {}): Promise<AsyncIterable<Uint8Array>> {
  if (path !== "-" && statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw unreadable(path, "EISDIR");
  const stream = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: CHUNK });
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const head = await firstBytes(path, chunks);
  const bytes = restOf(head, chunks);
  if (!isPerfData(head)) return bytes;
  if (path === "-") return perfScriptOfStream(bytes, options);
  stream.destroy();
  return perfScript(path, options);
}

/** Bytes that suffice to know perf's own data. */
const HEAD = 8;

async function firstBytes(path: string, chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array[]> {
  const head: Uint8Array[] = [];
  let length = 0;
  try {
    while (length < HEAD) {
      const next = await chunks.next();
      if (next.done) break;
      head.push(next.value);
      length += next.value.length;
    }
  } catch (error) {
    throw unreadable(path, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  return head;
}

function isPerfData(head: readonly Uint8Array[]): boolean {
  return PERF_MAGIC.includes(Buffer.concat(head).toString("latin1", 0, HEAD));
}

async function* restOf(head: readonly Uint8Array[], chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

function unreadable(path: string, code: string): InputError {
  const message = `can't read ${path}: ${REASONS[code] ?? code}`;
  const hint = "give the file of a profile, or - for standard input";
  return new InputError([{ severity: "error", code: "unreadable-profile", message, hint }], true);
}
