/**
 * Paths as text: absolute ones with `/`, compared segment by segment and never looked up. Cargo resolves `..` in manifests by
 * dropping the segment before it, without asking the disk whether that is a symbolic link; so do we.
 */
import { posix } from "node:path";

/** Returns `path` seen from the normal path `base`: joined unless already absolute, `.`, `..` and a slash at the end removed. */
export function joinPath(base: string, path: string): string {
  if (PLAIN_PATH.test(path) && !base.endsWith("/")) return `${base}/${path}`;
  const joined = posix.normalize(isAbsolutePath(path) ? path : `${base}/${path}`);
  return joined.length > 1 && joined.endsWith("/") ? joined.slice(0, -1) : joined;
}

/** Relative, and normal already: no segment begins with a dot. The common case, and many times faster. */
const PLAIN_PATH = /^[^./:\\][^/:\\]*(?:\/[^./:\\][^/:\\]*)*$/;

/** True for `/x` and, as on Windows, `C:/x`. */
export function isAbsolutePath(path: string): boolean {
  return path.startsWith("/") || /^[A-Za-z]:[\\/]/.test(path);
}

/** Returns the folder that holds `path`; the root of the disk holds itself. */
export function parentPath(path: string): string {
  return posix.dirname(path);
}

/** Returns the last segment; `""` for the root of the disk. */
export function lastSegment(path: string): string {
  return posix.basename(path);
}

/** Returns the last segment without its last extension. */
export function fileStem(path: string): string {
  return posix.parse(path).name;
}

/** Returns how one gets from folder `base` to `path`, e.g. `a/b` or `../c`; `""` when they are the same. Both are absolute. */
export function relativePath(base: string, path: string): string {
  return isInside(base, path) ? path.slice(base === "/" ? 1 : base.length + 1) : posix.relative(base, path);
}

/** True when `path` is `folder` or lies beneath it. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

/** Returns `folder` and all folders above it, from the inside out. */
export function ancestors(folder: string): string[] {
  const all = [folder];
  for (let at = folder; parentPath(at) !== at; at = parentPath(at)) all.push(parentPath(at));
  return all;
}
