/**
 * Revisions of a git repository, read without touching its working tree: a revision's files stand in for those on the disk, straight from
 * git's objects. Nothing is checked out, no folder is made that might be left behind, and `export-ignore` hides nothing, as it would in an
 * archive. What lies outside of the repository (std's stubs, sources of dependencies) comes from the disk as ever.
 */
import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { InputError } from "../base/diagnostic.ts";
import type { FileSystem, ReadFailure } from "../base/files.ts";
import { absolutePath } from "./disk.ts";

/** A revision of the repository that a folder lies in. */
export interface Revision {
  /** Absolute folder of the repository, symbolic links resolved. */
  readonly repository: string;
  /** As the user wrote it. */
  readonly name: string;
  /** Object name of its tree: equal trees hold equal files. */
  readonly tree: string;
}

/** Bytes that one answer of git may have. */
const MAX_ANSWER = 2 ** 30;

/** Runs git in a folder; `undefined` when git is not there or fails. */
function git(folder: string, args: readonly string[], input?: string): Buffer | undefined {
  const { status, stdout } = spawnSync("git", ["-C", folder, ...args], {
    maxBuffer: MAX_ANSWER,
    ...(input === undefined ? {} : { input }),
    stdio: ["pipe", "pipe", "ignore"],
    env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
  });
  return status === 0 ? stdout : undefined;
}

function firstLine(answer: Buffer | undefined): string | undefined {
  return answer?.toString().split("\n")[0];
}

/** Returns the folder of the repository around `folder`, symbolic links resolved; `undefined` outside of any. */
export function findRepository(folder: string): string | undefined {
  return firstLine(git(folder, ["rev-parse", "--show-toplevel"]));
}

/** Returns the revision that `name` means in the repository around `folder`; `undefined` when it means none. */
export function findRevision(folder: string, name: string): Revision | undefined {
  const repository = findRepository(folder);
  if (repository === undefined || name.startsWith("-")) return undefined;
  const tree = firstLine(git(repository, ["rev-parse", "--verify", "--quiet", `${name}^{tree}`]));
  return tree === undefined || tree === "" ? undefined : { repository, name, tree };
}

/** Returns the absolute path of `folder` with symbolic links resolved, as paths in a revision are written. */
export function realFolder(folder: string): string {
  return realpathSync(absolutePath(folder)).replaceAll("\\", "/");
}

/** An entry of a tree. */
interface Entry {
  readonly type: "file" | "link" | "directory" | "submodule";
  readonly object: string;
}

const TYPES: Readonly<Record<string, Entry["type"]>> = {
  "120000": "link",
  "040000": "directory",
  "160000": "submodule",
};

/** Most symbolic links on the way to a file, as on Linux. */
const MAX_LINKS = 40;

/** Returns the file system in which the repository's folder holds the files of the revision. */
export function revisionFileSystem(disk: FileSystem, { repository, tree, name }: Revision): FileSystem {
  const listed = git(repository, ["ls-tree", "-r", "-t", "-z", "--full-tree", tree]);
  if (listed === undefined) {
    const message = `git can't list the files of ${name}`;
    throw new InputError([{ severity: "error", code: "unreadable-revision", message }]);
  }
  const files = new TreeFiles(repository, listed.toString());
  const within = <T>(path: string, inTree: (place: string) => T, onDisk: (path: string) => T): T => {
    if (path !== repository && !path.startsWith(`${repository}/`)) return onDisk(path);
    const place = files.resolve(path.slice(repository.length + 1));
    return place.startsWith("/") ? onDisk(place) : inTree(place);
  };
  return {
    read: (path) => within(path, (place) => files.read(place), disk.read),
    kind: (path) => within(path, (place) => files.kind(place), disk.kind),
    list: (path) => within(path, (place) => files.list(place), disk.list),
    realPath: (path) =>
      within(path, (place) => (files.kind(place) === undefined ? path : join(repository, place)), disk.realPath),
  };
}

function join(folder: string, name: string): string {
  return name === "" ? folder : folder === "" ? name : `${folder}/${name}`;
}

/** The files of a tree, by paths relative to it; the tree itself is the empty path. */
class TreeFiles {
  readonly #repository: string;
  readonly #entries = new Map<string, Entry>([["", { type: "directory", object: "" }]]);
  readonly #names = new Map<string, string[]>([["", []]]);
  readonly #contents = new Map<string, Uint8Array>();

  /** `listed`: what `git ls-tree -r -t -z` prints. */
  constructor(repository: string, listed: string) {
    this.#repository = repository;
    for (const line of listed.split("\0")) {
      const tab = line.indexOf("\t");
      if (tab < 0) continue;
      const [mode = "", , object = ""] = line.slice(0, tab).split(" ");
      const path = line.slice(tab + 1);
      const type = TYPES[mode] ?? "file";
      this.#entries.set(path, { type, object });
      if (type === "directory" || type === "submodule") this.#names.set(path, []);
      const slash = path.lastIndexOf("/");
      this.#names.get(path.slice(0, Math.max(0, slash)))?.push(path.slice(slash + 1));
    }
    for (const names of this.#names.values()) names.sort();
  }

  /** Follows links; an absolute path leads out of the tree. A path that is not there stays as it is. */
  resolve(path: string): string {
    let left = path.split("/").filter((part) => part !== "");
    let done = "";
    for (let links = 0; left.length > 0; ) {
      const [part, ...rest] = left as [string, ...string[]];
      left = rest;
      if (part === ".") continue;
      if (part === "..") {
        if (done === "") return absolutePath(`${this.#repository}/../${left.join("/")}`);
        done = done.slice(0, Math.max(0, done.lastIndexOf("/")));
        continue;
      }
      const next = join(done, part);
      const entry = this.#entries.get(next);
      if (entry?.type !== "link" || ++links > MAX_LINKS) done = next;
      else {
        const target = new TextDecoder().decode(this.#content(entry.object));
        if (target.startsWith("/")) return [target, ...left].join("/");
        left = [...target.split("/").filter((piece) => piece !== ""), ...left];
      }
    }
    return done;
  }

  kind(place: string): "file" | "directory" | undefined {
    const type = this.#entries.get(place)?.type;
    return type === "submodule" ? "directory" : type === "link" ? undefined : type;
  }

  list(place: string): readonly string[] {
    return this.#names.get(place) ?? [];
  }

  read(place: string): Uint8Array | ReadFailure {
    const kind = this.kind(place);
    if (kind === undefined) return "missing";
    if (kind === "directory") return "directory";
    const { object } = this.#entries.get(place)!;
    if (!this.#contents.has(object)) this.#load(this.#neighbours(place, object));
    return this.#contents.get(object) ?? "unreadable";
  }

  #content(object: string): Uint8Array {
    if (!this.#contents.has(object)) this.#load([object]);
    return this.#contents.get(object) ?? new Uint8Array();
  }

  /** Starting git costs more than reading a folder's worth of sources at once. */
  #neighbours(place: string, object: string): string[] {
    const folder = place.slice(0, Math.max(0, place.lastIndexOf("/")));
    const sources = this.list(folder).filter((name) => /\.(rs|toml)$/.test(name));
    const objects = sources.flatMap((name) => {
      const entry = this.#entries.get(join(folder, name));
      return entry?.type === "file" && !this.#contents.has(entry.object) ? [entry.object] : [];
    });
    return [...new Set([object, ...objects])];
  }

  /** `git cat-file --batch` answers `<object> blob <size>`, the content and a line feed for each object. */
  #load(objects: readonly string[]): void {
    const answer = git(this.#repository, ["cat-file", "--batch"], `${objects.join("\n")}\n`);
    for (let at = 0; answer !== undefined && at < answer.length; ) {
      const end = answer.indexOf(10, at);
      const [object = "", type, size] = answer.toString("latin1", at, end).split(" ");
      at = end + 1;
      if (type !== "blob") continue;
      this.#contents.set(object, new Uint8Array(answer.subarray(at, at + Number(size))));
      at += Number(size) + 1;
    }
  }
}

/** Lines of a file that a change touched. */
export interface ChangedFile {
  /** Relative to the repository. */
  readonly path: string;
  /** Hunks in the order of the file; `undefined` for a file that is new as a whole. */
  readonly hunks: readonly Hunk[] | undefined;
  /** Reads the file as it was; `undefined` where there was none. */
  readonly before: () => string | undefined;
}

/** A run of lines that were replaced; of line numbers the first is 1. */
export interface Hunk {
  /** First line in the file as it is now; with no lines added, the line behind which others were taken away. */
  readonly start: number;
  /** First line of the removed ones in the file as it was. */
  readonly oldStart: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Returns the Rust files in which the working tree differs from the revision, those that git does not track yet included. */
export function changedFiles({ repository, name }: Revision): ChangedFile[] {
  const options = [
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--find-renames",
    "--unified=0",
    "--src-prefix=a/",
    "--dst-prefix=b/",
  ];
  const diff = git(repository, ["-c", "core.quotePath=off", "diff", ...options, name, "--", "*.rs"]);
  const untracked = git(repository, ["ls-files", "-z", "--others", "--exclude-standard", "--", "*.rs"]);
  if (diff === undefined || untracked === undefined) {
    const message = `git can't compare the working tree with ${name}`;
    throw new InputError([{ severity: "error", code: "unreadable-revision", message }]);
  }
  const fresh = untracked
    .toString()
    .split("\0")
    .filter((path) => path !== "");
  const textOf = (path: string) => git(repository, ["cat-file", "blob", `${name}:${path}`])?.toString();
  return [
    ...readDiff(diff.toString()).map(({ oldPath, ...file }) => ({ ...file, before: () => textOf(oldPath) })),
    ...fresh.map((path) => ({ path, hunks: undefined, before: () => undefined })),
  ];
}

/** Reads git's unified format without context lines. */
function readDiff(text: string): { path: string; oldPath: string; hunks: readonly Hunk[] }[] {
  const files: { path: string; oldPath: string; hunks: readonly Hunk[] }[] = [];
  let hunks: { start: number; oldStart: number; removed: string[]; added: string[] }[] = [];
  let oldPath = "";
  // Lines of a hunk are counted, since a removed line may look like a header.
  let [old, fresh] = [0, 0];
  for (const line of text.split("\n")) {
    if (old > 0 && line.startsWith("-")) {
      hunks.at(-1)!.removed.push(line.slice(1));
      old--;
    } else if (fresh > 0 && line.startsWith("+")) {
      hunks.at(-1)!.added.push(line.slice(1));
      fresh--;
    } else if (line.startsWith("--- ")) {
      oldPath = pathIn(line).slice(2);
    } else if (line.startsWith("+++ ")) {
      hunks = [];
      const path = pathIn(line);
      if (path.startsWith("b/")) files.push({ path: path.slice(2), oldPath, hunks });
    } else {
      const header = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
      if (header === null) continue;
      [old, fresh] = [Number(header[2] ?? 1), Number(header[4] ?? 1)];
      hunks.push({ start: Number(header[3]), oldStart: Number(header[1]), removed: [], added: [] });
    }
  }
  return files;
}

/** The path of a header `--- a/path` or `+++ b/path`. */
function pathIn(header: string): string {
  return unquoted(header.slice(4).replace(/\t$/, ""));
}

/** Paths with control characters or quotes stand between quotes, with escapes as in C. */
function unquoted(path: string): string {
  if (!path.startsWith('"')) return path;
  const bytes: number[] = [];
  for (const [, octal, escaped, plain] of path.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([\s\S])/gu)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else bytes.push(...Buffer.from(escaped === undefined ? plain! : (ESCAPES[escaped] ?? escaped)));
  }
  return Buffer.from(bytes).toString();
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", a: "\x07", b: "\b", f: "\f", v: "\v" };
