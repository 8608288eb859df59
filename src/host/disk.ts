/**
 * The real disk behind {@link FileSystem}. Everything the core asks is answered with a value: a missing file, a folder where
 * a file was expected, a link that leads nowhere or in a circle are ordinary answers and never exceptions.
 */
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import type { FileSystem, ReadFailure } from "../base/files.ts";

/** Returns the disk of this machine. It keeps no cache: each question is answered from the disk as it stands. */
export function diskFileSystem(): FileSystem {
  return { read: readDisk, kind: diskKind, list: listDisk, realPath: realDiskPath };
}

/** Returns `path` made absolute from the working directory, with `/` on every system. */
export function absolutePath(path: string): string {
  return withSlashes(resolve(path));
}

function withSlashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

function readDisk(path: string): Uint8Array | ReadFailure {
  // The kind is asked first because opening a named pipe would wait for a writer.
  const kind = diskKind(path);
  if (kind === "directory") return "directory";
  if (kind === undefined) return nodeExists(path) ? "unreadable" : "missing";
  try {
    return readFileSync(path);
  } catch (error) {
    return errorCode(error) === "ENOENT" ? "missing" : "unreadable";
  }
}

function diskKind(path: string): "file" | "directory" | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    if (stats.isDirectory()) return "directory";
    return stats.isFile() ? "file" : undefined;
  } catch {
    return undefined;
  }
}

/** True when something stands at the path that can't be read as a file: a socket, a pipe, a folder without permission. */
function nodeExists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return !MISSING_CODES.has(errorCode(error) ?? "");
  }
}

/** A cyclic link (`ELOOP`) and a path through a file (`ENOTDIR`) lead nowhere, just like a missing entry. */
const MISSING_CODES = new Set(["ENOENT", "ENOTDIR", "ELOOP", "ERR_INVALID_ARG_VALUE"]);

function errorCode(error: unknown): string | undefined {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : undefined;
}

function listDisk(path: string): readonly string[] {
  // Asking first is several times cheaper than an exception, and most folders that Cargo looks into are not there.
  if (diskKind(path) !== "directory") return [];
  try {
    return readdirSync(path).sort();
  } catch {
    return [];
  }
}

function realDiskPath(path: string): string {
  try {
    return withSlashes(realpathSync.native(path));
  } catch {
    return path;
  }
}
