/**
 * What a computation asked of the disk and what it was told, so that its result can be kept and used again for as long as every answer
 * would still be the same: a file that was read, a file that was looked for in vain, a folder that was listed, a link that was followed.
 *
 * An answer is taken as unchanged when size, times and inode of the thing are; else its content is hashed and compared. Times that are
 * hardly older than the look at them prove nothing, since a clock tick can hide a second change, so such content is always hashed (git's
 * "racily clean" entries).
 */
import { createHash } from "node:crypto";
import { type Stats, statSync } from "node:fs";
import type { FileSystem, ReadFailure } from "../base/files.ts";

/** What was asked about one path. Words of failure stand in for hashes. */
export interface Answer {
  readonly path: string;
  /** Size, times and inode when it was asked; empty for nothing there. */
  stamp: string;
  /** Milliseconds since 1970 of the look. */
  seen: number;
  kind?: "file" | "directory" | "";
  /** Hash of the content. */
  read?: string;
  /** Hash of the names in the folder; for a shelf `=` and the names themselves. */
  list?: string;
  real?: string;
}

/** Stamp of what can't be looked at: its answers are compared each time. */
const UNKNOWN = "?";

/**
 * A folder that holds much more than was looked for, such as the sources of all packages that Cargo ever loaded: a change in it counts
 * only where it concerns a name that matters.
 */
export interface Shelves {
  readonly isShelf: (path: string) => boolean;
  readonly matters: (name: string) => boolean;
}

/** Milliseconds for which a fresh time stamp is not trusted; the coarsest file systems count in steps of 2 s. */
const RACY = 2_000;

/** Notes all questions that pass through {@link fs}. */
export class Questions {
  /** The disk, listened to. */
  readonly fs: FileSystem;
  readonly #asked = new Map<string, Answer>();
  #isSteady = true;

  constructor(disk: FileSystem, isShelf: Shelves["isShelf"]) {
    this.fs = {
      read: (path) => {
        const answer = this.#about(path);
        const found = disk.read(path);
        this.#note(answer, "read", readMark(found));
        return found;
      },
      kind: (path) => {
        const answer = this.#about(path);
        const found = disk.kind(path);
        this.#note(answer, "kind", found ?? "");
        return found;
      },
      list: (path) => {
        const answer = this.#about(path);
        const found = disk.list(path);
        this.#note(answer, "list", isShelf(path) ? shelfMark(found) : listMark(found));
        return found;
      },
      realPath: (path) => {
        const answer = this.#about(path);
        const found = disk.realPath(path);
        this.#note(answer, "real", found);
        return found;
      },
    };
  }

  /** All answers in the order of the first questions; `undefined` when one changed under way, so that no state of the disk gives them all. */
  answers(): readonly Answer[] | undefined {
    return this.#isSteady ? [...this.#asked.values()] : undefined;
  }

  /** The stamp is taken before the question: a change in between shows. */
  #about(path: string): Answer {
    let answer = this.#asked.get(path);
    if (answer === undefined) {
      answer = { path, seen: Date.now(), stamp: stampOf(path) };
      this.#asked.set(path, answer);
    }
    return answer;
  }

  #note<Question extends "kind" | "read" | "list" | "real">(
    answer: Answer,
    question: Question,
    mark: NonNullable<Answer[Question]>,
  ): void {
    if (answer[question] === undefined) answer[question] = mark;
    else if (answer[question] !== mark) this.#isSteady = false;
  }
}

/** What a look at kept answers says. `refreshed`: some were compared by content, and carry newer stamps now. */
export type Verdict = "changed" | "same" | "refreshed";

/** Asks everything again, as cheaply as it can be known. Stops at the first difference. */
export function askAgain(disk: FileSystem, answers: readonly Answer[], matters: Shelves["matters"]): Verdict {
  let verdict: Verdict = "same";
  for (const answer of answers) {
    const now = Date.now();
    const stamp = stampOf(answer.path);
    const isProven = stamp === answer.stamp && stamp !== UNKNOWN && !isRacy(answer);
    if (!isProven && !sameContent(disk, answer, matters)) return "changed";
    if (answer.real !== undefined && disk.realPath(answer.path) !== answer.real) return "changed";
    if (isProven) continue;
    answer.stamp = stamp;
    answer.seen = now;
    verdict = "refreshed";
  }
  return verdict;
}

/** A thing that is not there has no time that could deceive. */
function isRacy({ stamp, seen }: Answer): boolean {
  if (stamp === "") return false;
  const [, modified, changed] = stamp.split(" ");
  return Math.max(Number(modified), Number(changed)) > seen - RACY;
}

function sameContent(disk: FileSystem, { path, kind, read, list }: Answer, matters: Shelves["matters"]): boolean {
  if (kind !== undefined && (disk.kind(path) ?? "") !== kind) return false;
  if (read !== undefined && readMark(disk.read(path)) !== read) return false;
  if (list === undefined) return true;
  const names = disk.list(path);
  return list.startsWith(SHELF) ? sameShelf(list, names, matters) : listMark(names) === list;
}

function sameShelf(list: string, names: readonly string[], matters: Shelves["matters"]): boolean {
  const before = new Set(list.slice(SHELF.length).split("/"));
  const now = new Set(names);
  return ![...names.filter((name) => !before.has(name)), ...[...before].filter((name) => !now.has(name))].some(matters);
}

/** Before the names of a shelf; no hash begins so. */
const SHELF = "=";

function shelfMark(names: readonly string[]): string {
  return SHELF + names.join("/");
}

function stampOf(path: string): string {
  let stats: Stats | undefined;
  try {
    stats = statSync(path, { throwIfNoEntry: false });
  } catch {
    return UNKNOWN;
  }
  if (stats === undefined) return "";
  return `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.dev}.${stats.ino} ${stats.mode & 0o170000}`;
}

function readMark(found: Uint8Array | ReadFailure): string {
  return typeof found === "string" ? found : hashOf(found);
}

function listMark(names: readonly string[]): string {
  return hashOf(names.join("/"));
}

/** Of files, which are asked about more than once a run. */
const HASHES = new WeakMap<Uint8Array, string>();

/** SHA-256 in base 64. Bytes must not change afterwards. */
export function hashOf(content: Uint8Array | string): string {
  const known = typeof content === "string" ? undefined : HASHES.get(content);
  if (known !== undefined) return known;
  const hash = createHash("sha256").update(content).digest("base64url");
  if (typeof content !== "string") HASHES.set(content, hash);
  return hash;
}
