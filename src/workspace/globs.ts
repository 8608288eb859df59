/**
 * Globs of `members` and `default-members`, and of names on the command line. Cargo matches with the `glob` crate: `*`, `?`,
 * `[a-z]`, `[!a-z]` within a segment and `**` for any number of folders; no braces, no escapes, and a dot at the start of a
 * name is a character like any other.
 *
 * Matching is our own because it is small: fast-glob has other special characters, which would have to be escaped, wants
 * stand-ins for Node's `Stats` and `Dirent`, and takes longer to import than a workspace takes to read.
 */
import type { FileSystem } from "../base/files.ts";
import { joinPath, lastSegment, parentPath } from "./paths.ts";

/** True when the text has a character that Cargo takes for a glob's. */
export function isGlob(text: string): boolean {
  return /[*?[\]]/.test(text);
}

/** Returns the folders that a glob below the absolute folder `root` matches: absolute, sorted by code unit, each once. */
export function matchingFolders(fs: FileSystem, root: string, pattern: string): string[] {
  const segments = pattern.split("/").filter((segment) => segment !== "" && segment !== ".");
  let folders = [pattern.startsWith("/") ? "/" : root];
  for (const [index, segment] of segments.entries()) {
    if (segment === "**") folders = foldersBelow(fs, folders, index < segments.length - 1);
    else if (isGlob(segment)) folders = folders.flatMap((folder) => subfolders(fs, folder).filter(named(segment)));
    else folders = folders.map((folder) => joinPath(folder, segment)).filter((path) => fs.kind(path) === "directory");
  }
  return [...new Set(folders)].sort();
}

/**
 * Returns the folders at any depth; themselves among them where `**` has something behind it, as it may stand for nothing.
 * Links are left out, since they could lead round in circles.
 */
function foldersBelow(fs: FileSystem, folders: readonly string[], withThem: boolean): string[] {
  const found: string[] = [];
  const pending = [...folders];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const below = subfolders(fs, folder).filter((path) => !isLink(fs, path));
    found.push(...below);
    pending.push(...below);
  }
  return withThem ? [...folders, ...found] : found;
}

function subfolders(fs: FileSystem, folder: string): string[] {
  return fs
    .list(folder)
    .map((name) => joinPath(folder, name))
    .filter((path) => fs.kind(path) === "directory");
}

function named(pattern: string): (path: string) => boolean {
  const matches = nameMatcher(pattern);
  return (path) => matches(lastSegment(path));
}

/** True when the entry itself is a symbolic link. */
export function isLink(fs: FileSystem, path: string): boolean {
  return fs.realPath(path) !== joinPath(fs.realPath(parentPath(path)), lastSegment(path));
}

/** Returns a test for names: exact, or by glob where the pattern is one. An unfinished `[` stands for itself. */
export function nameMatcher(pattern: string): (name: string) => boolean {
  if (!isGlob(pattern)) return (name) => name === pattern;
  const parts = pattern.match(/\[!?[^\]]+\]|\*+|\?|[\s\S]/gu) ?? [];
  const regex = tryRegExp(`^${parts.map(globPart).join("")}$`);
  return (name) => regex?.test(name) === true;
}

/** Nothing lies in a range that runs backwards, like `[z-a]`; as a regular expression it is an error. */
function tryRegExp(source: string): RegExp | undefined {
  try {
    return new RegExp(source, "su");
  } catch {
    return undefined;
  }
}

/** Translates a class, a run of stars, a `?` or one other character. */
function globPart(part: string): string {
  if (part.startsWith("*")) return ".*";
  if (part === "?") return ".";
  if (!part.startsWith("[") || part.length < 3) return part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const negated = part.startsWith("[!");
  return `[${negated ? "^" : ""}${part.slice(negated ? 2 : 1, -1).replace(/[\\^[\]]/g, "\\$&")}]`;
}
