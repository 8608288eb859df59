/**
 * The in-memory twin of the disk, for tests: a map of absolute paths to texts. Folders exist where a file lies beneath them.
 */
import type { FileSystem, ReadFailure } from "../../src/base/files.ts";

/** A link chain longer than this counts as a cycle, as on Linux. */
const LINK_LIMIT = 40;

/** What a test can lay into the file system besides plain texts. */
export interface MemoryExtras {
  /** Symbolic links: absolute path of the link -> absolute path it points to (which may be missing, or itself). */
  readonly links?: Readonly<Record<string, string>>;
  /** Files that exist and can't be read. */
  readonly unreadable?: readonly string[];
}

/**
 * Returns a file system that holds `files` (absolute path with `/` -> text). A key that ends in `/` makes an empty folder.
 * It reads `files` at each call, so a test may change the record afterwards (files only, folders are noted once).
 */
export function memoryFileSystem(files: Readonly<Record<string, string>>, extras: MemoryExtras = {}): FileSystem {
  const links = new Map(Object.entries(extras.links ?? {}));
  const unreadable = new Set(extras.unreadable ?? []);
  const folders = foldersOf([...Object.keys(files), ...links.keys(), ...unreadable]);
  const encoder = new TextEncoder();

  const resolve = (path: string): string | undefined => resolveLinks(path, links);
  const isFile = (path: string): boolean => Object.hasOwn(files, path) || unreadable.has(path);

  return {
    read(path): Uint8Array | ReadFailure {
      const real = resolve(path);
      if (real === undefined) return "missing";
      if (unreadable.has(real)) return "unreadable";
      if (isFile(real)) return encoder.encode(files[real]);
      return folders.has(real) ? "directory" : "missing";
    },
    kind(path) {
      const real = resolve(path);
      if (real === undefined) return undefined;
      if (isFile(real)) return "file";
      return folders.has(real) ? "directory" : undefined;
    },
    list(path) {
      const real = resolve(path);
      return real === undefined ? [] : [...(folders.get(real) ?? [])].sort();
    },
    realPath: (path) => resolve(path) ?? path,
  };
}

/** Returns the names that lie in each folder above the given paths. */
function foldersOf(paths: readonly string[]): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>([["/", new Set()]]);
  for (const path of paths) {
    let folder = "/";
    for (const name of path.split("/").filter((part) => part !== "")) {
      const names = folders.get(folder) ?? new Set();
      folders.set(folder, names.add(name));
      folder = folder === "/" ? `/${name}` : `${folder}/${name}`;
    }
    if (path.endsWith("/") && !folders.has(folder)) folders.set(folder, new Set());
  }
  return folders;
}

/** Follows links segment by segment; `undefined` for a cycle. Also drops `.`, `..` and trailing slashes, as the disk does. */
function resolveLinks(path: string, links: ReadonlyMap<string, string>): string | undefined {
  const pending = path.split("/").reverse();
  let done = "";
  let followed = 0;
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (name === "" || name === ".") continue;
    if (name === "..") {
      done = done.slice(0, Math.max(0, done.lastIndexOf("/")));
      continue;
    }
    const target = links.get(`${done}/${name}`);
    if (target === undefined) {
      done = `${done}/${name}`;
      continue;
    }
    if (++followed > LINK_LIMIT) return undefined;
    pending.push(...target.split("/").reverse());
    done = "";
  }
  return done === "" ? "/" : done;
}
