/** Why a file could not be read. */
export type ReadFailure = "missing" | "unreadable" | "directory";

/** The disk as the core sees it; handed inwards by `host`, replaced by a map in tests. Paths are absolute with `/`. */
export interface FileSystem {
  /** The file's bytes, or why there are none. Never throws. */
  read(path: string): Uint8Array | ReadFailure;
  /** What stands at the path, symbolic links followed; `undefined` for nothing, a broken or a cyclic link. */
  kind(path: string): "file" | "directory" | undefined;
  /** Names in a folder, sorted by code unit; empty when it can't be listed. */
  list(path: string): readonly string[];
  /** The path with symbolic links resolved; the path itself when that fails. */
  realPath(path: string): string;
}
