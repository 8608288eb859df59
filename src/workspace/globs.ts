/**
 * Globs of `members` and `default-members`, and of names on the command line. Cargo matches with the `glob` crate: `*`, `?`,
 * `[a-z]`, `[!a-z]` and `**` for any depth; no braces, and a dot at the start of a name is a character like any other.
 * The walk is fast-glob's; it sees the disk through {@link FileSystem}, so it works on whatever that stands for.
 */
import type { Dirent, Stats } from "node:fs";
import fastGlob from "fast-glob";
import type { FileSystem } from "../base/files.ts";
import { joinPath, lastSegment, parentPath } from "./paths.ts";

/** True when the text has a character that Cargo takes for a glob's. */
export function isGlob(text: string): boolean {
  return /[*?[\]]/.test(text);
}

/** Returns the folders that a glob below `root` matches: absolute, sorted by code unit. */
export function matchingFolders(fs: FileSystem, root: string, pattern: string): string[] {
  const start = literalStart(joinPath(root, "."), pattern);
  const found = fastGlob.sync(start.pattern, {
    cwd: start.folder,
    // Behind `**`, links could lead round in circles.
    fs: walkable(fs, !pattern.includes("**")),
    onlyDirectories: true,
    dot: true,
    braceExpansion: false,
    extglob: false,
    caseSensitiveMatch: true,
    followSymbolicLinks: true,
    suppressErrors: true,
  });
  return found.map((path) => joinPath(start.folder, path)).sort();
}

/** Moves leading segments without a glob character, `..` among them, from the pattern to the folder it is seen from. */
function literalStart(root: string, pattern: string): { folder: string; pattern: string } {
  const segments = pattern.split("/").filter((segment) => segment !== "" && segment !== ".");
  const literal = segments.findIndex(isGlob);
  const folder = pattern.startsWith("/") ? "/" : root;
  return {
    folder: joinPath(folder, segments.slice(0, literal).join("/")),
    pattern: segments.slice(literal).map(escapeOthers).join("/"),
  };
}

/** Characters that mean something to fast-glob alone, outside of `[...]`, stand for themselves. */
function escapeOthers(segment: string): string {
  return segment.replace(/\[!?[^\]]+\]|[\\{}()|+@!]/g, (part) => (part.startsWith("[") ? part : `\\${part}`));
}

/** Returns a test for names: exact, or by glob where the pattern is one. An unfinished `[` stands for itself. */
export function nameMatcher(pattern: string): (name: string) => boolean {
  if (!isGlob(pattern)) return (name) => name === pattern;
  const parts = pattern.match(/\[!?[^\]]+\]|\*+|\?|[\s\S]/g) ?? [];
  const regex = new RegExp(`^${parts.map(globPart).join("")}$`, "u");
  return (name) => regex.test(name);
}

function globPart(part: string): string {
  if (part.startsWith("*")) return ".*";
  if (part === "?") return ".";
  if (part.length < 3) return part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const negated = part.startsWith("[!");
  return `[${negated ? "^" : ""}${part.slice(negated ? 2 : 1, -1).replace(/[\\^[\]]/g, "\\$&")}]`;
}

/** The synchronous half of Node's `fs` that fast-glob's walk asks for; links are followed where `links` is true. */
function walkable(fs: FileSystem, links: boolean): Partial<fastGlob.FileSystemAdapter> {
  const stats = (path: string): Stats => entry(fs, path, links) as unknown as Stats;
  const list = (folder: string): Dirent[] =>
    fs.list(folder).map((name) => entry(fs, joinPath(folder, name), links) as unknown as Dirent);
  return { lstatSync: stats, statSync: stats, readdirSync: list as never };
}

/** What fast-glob wants to know of an entry: plays both `Stats` and `Dirent`. */
interface Entry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

function entry(fs: FileSystem, path: string, links: boolean): Entry {
  const kind = fs.kind(path);
  return {
    name: lastSegment(path),
    isFile: () => kind === "file",
    isDirectory: () => kind === "directory" && (links || !isLink(fs, path)),
    isSymbolicLink: () => false,
  };
}

/** True when the entry itself is a symbolic link. */
export function isLink(fs: FileSystem, path: string): boolean {
  return fs.realPath(path) !== joinPath(fs.realPath(parentPath(path)), lastSegment(path));
}
