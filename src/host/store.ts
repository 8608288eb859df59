/**
 * A folder of kept results on disk: per question a slot, per slot the results for the last few states of the disk, so that going back to
 * a branch finds what was computed there. A result is one file, written under another name and then renamed: it is there as a whole or not.
 *
 * The file: magic, format, lengths of its three parts as 32-bit words; what the result is about and the answers it rests on, as JSON; the
 * result itself; what is seldom asked for. Words are in the machine's byte order, as in the columns of a graph; a foreign file fails the magic.
 *
 * Whatever goes wrong here (no permission, full disk, damaged file) only costs the time to compute again.
 */
import { createHash } from "node:crypto";
import { closeSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync, utimesSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import type { Answer } from "./questions.ts";
import { writeWhole } from "./write.ts";

const MAGIC = 0x434d4b50;
const FORMAT = 1;
const HEADER_BYTES = 20;
/** States of the disk whose results are kept for one question. */
const STATES = 4;
/** Slots beyond this number or size, and those not used for this long, are thrown away. */
const SLOTS = 256;
const MOST_BYTES = 2 ** 30;
const UNUSED_DAYS = 30;

/** Returns callmap's folder in the user's cache: below `$XDG_CACHE_HOME`, else `~/.cache`. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const chosen = environment.XDG_CACHE_HOME;
  return join(chosen?.startsWith("/") ? chosen : join(homedir(), ".cache"), "callmap");
}

/** The parts of a kept result. */
export interface KeptParts {
  /** Something short that JSON can hold. */
  readonly about: unknown;
  readonly answers: readonly Answer[];
  readonly main: Uint8Array;
  /** Read on demand. */
  readonly rest: Uint8Array;
}

/** A result that was found; its parts are read when they are asked for. */
export interface KeptFile {
  readonly path: string;
  readonly about: unknown;
  readonly answers: readonly Answer[];
  main(): Uint8Array;
  rest(): Uint8Array;
}

/** Notes which file holds the last result about a folder, for those who can do with an old one. */
export function pointTo(pointers: string, folder: string, file: string): void {
  const path = join(pointers, createHash("sha256").update(folder).digest("base64url"));
  quietly(() => {
    if (quietly(() => readFileSync(path, "utf8")) === file) return;
    writeWhole(path, file);
  });
}

/** Returns the last result about the folder or the nearest one above that has any, whether or not it still holds. */
export function lastResult(pointers: string, folder: string): KeptFile | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(pointers, createHash("sha256").update(at).digest("base64url"));
    const file = quietly(() => readFileSync(path, "utf8"));
    if (file !== undefined) return openKept(file);
    if (at === dirname(at)) return undefined;
  }
}

/** One slot of the folder. */
export class Slot {
  readonly #root: string;
  readonly #folder: string;

  /** `name` is a hash of the question. */
  constructor(root: string, name: string) {
    this.#root = root;
    this.#folder = join(root, name);
  }

  /** Returns the first of the kept results, newest first, that `holds` accepts; `undefined` when none does. */
  find(holds: (file: KeptFile, again: () => void) => boolean): KeptFile | undefined {
    for (const name of newestFirst(this.#folder)) {
      const path = join(this.#folder, name);
      const file = openKept(path);
      if (file === undefined) {
        removeQuietly(path);
        continue;
      }
      const rewrite = (): void => this.#write(name, { ...file, main: file.main(), rest: file.rest() });
      if (!holds(file, rewrite)) continue;
      const now = new Date();
      for (const used of [path, this.#folder]) quietly(() => utimesSync(used, now, now));
      return file;
    }
    return undefined;
  }

  /** Keeps a result under a name that stands for the state of the disk, and throws away what is old. Returns where it stands. */
  keep(state: string, parts: KeptParts): string {
    this.#write(state, parts);
    for (const name of newestFirst(this.#folder).slice(STATES)) removeQuietly(join(this.#folder, name));
    throwAwayOld(this.#root);
    return join(this.#folder, state);
  }

  #write(name: string, { about, answers, main, rest }: KeptParts): void {
    const asked = Buffer.from(JSON.stringify({ about, answers: answers.map(packed) } satisfies Head));
    // The columns of a graph want to begin at a multiple of four bytes.
    const padded = Buffer.concat([asked, Buffer.alloc(-asked.length & 3, " ")]);
    const header = new Uint8Array(new Int32Array([MAGIC, FORMAT, padded.length, main.length, rest.length]).buffer);
    quietly(() => writeWhole(join(this.#folder, name), Buffer.concat([header, padded, main, rest])));
  }
}

/** An answer as a list, which takes half the bytes and time. */
type Packed = readonly [string, string, number, string | null, string | null, string | null, string | null];

interface Head {
  readonly about: unknown;
  readonly answers: readonly Packed[];
}

function packed({ path, stamp, seen, kind, read, list, real }: Answer): Packed {
  return [path, stamp, seen, kind ?? null, read ?? null, list ?? null, real ?? null];
}

function unpacked([path, stamp, seen, kind, read, list, real]: Packed): Answer {
  return {
    path,
    stamp,
    seen,
    ...(kind === null ? {} : { kind: kind as NonNullable<Answer["kind"]> }),
    ...(read === null ? {} : { read }),
    ...(list === null ? {} : { list }),
    ...(real === null ? {} : { real }),
  };
}

function openKept(path: string): KeptFile | undefined {
  return quietly(() => {
    const header = new Int32Array(readPart(path, 0, HEADER_BYTES).buffer, 0, HEADER_BYTES / 4);
    const [magic, format, asked, main, rest] = [...header] as [number, number, number, number, number];
    if (magic !== MAGIC || format !== FORMAT) return undefined;
    if (statSync(path).size !== HEADER_BYTES + asked + main + rest) return undefined;
    const head = JSON.parse(Buffer.from(readPart(path, HEADER_BYTES, asked)).toString()) as Head;
    return {
      path,
      about: head.about,
      answers: head.answers.map(unpacked),
      // Remembered, since the file may be written anew with other lengths.
      main: once(() => readPart(path, HEADER_BYTES + asked, main)),
      rest: once(() => readPart(path, HEADER_BYTES + asked + main, rest)),
    };
  });
}

function once<T>(work: () => T): () => T {
  let result: T | undefined;
  return () => (result ??= work());
}

/** Bytes of a file in a buffer of their own. */
function readPart(path: string, start: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const file = openSync(path, "r");
  try {
    for (let at = 0; at < length; ) {
      const count = readSync(file, bytes, at, length - at, start + at);
      if (count === 0) throw new Error("the file ends early");
      at += count;
    }
  } finally {
    closeSync(file);
  }
  return bytes;
}

function newestFirst(folder: string): string[] {
  const timed = (quietly(() => readdirSync(folder)) ?? []).map((name) => ({
    name,
    time: quietly(() => statSync(join(folder, name)).mtimeMs) ?? 0,
  }));
  return timed
    .filter(({ name }) => !name.startsWith("."))
    .sort((a, b) => b.time - a.time || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

/** A folder's own time is that of its last use. */
function throwAwayOld(root: string): void {
  const limit = Date.now() - UNUSED_DAYS * 86_400_000;
  let bytes = 0;
  for (const [place, slot] of newestFirst(root).entries()) {
    const folder = join(root, slot);
    const files = newestFirst(folder).map((name) => join(folder, name));
    bytes += files.reduce((sum, file) => sum + (quietly(() => statSync(file).size) ?? 0), 0);
    const used = quietly(() => statSync(folder).mtimeMs) ?? 0;
    const isOld = used < limit || place >= SLOTS || (place > 0 && bytes > MOST_BYTES);
    if (isOld) quietly(() => rmSync(folder, { recursive: true, force: true }));
  }
}

function removeQuietly(path: string): void {
  quietly(() => rmSync(path, { force: true }));
}

/** The cache is never a reason to fail. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
