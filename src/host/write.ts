/** Writing a result to a file. */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { InputError } from "../base/diagnostic.ts";

const REASONS: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  EISDIR: ["it is a folder", "give the path of a file"],
  ENOENT: ["its folder is not there", "create the folder first"],
  ENOTDIR: ["its folder is a file", "give a path in a folder"],
  EACCES: ["permission denied", "may you write in this folder?"],
  EPERM: ["permission denied", "may you write in this folder?"],
  EROFS: ["the disk is read-only", "write somewhere else"],
  ENOSPC: ["the disk is full", "free some space"],
};

/** Throws an InputError when the path can't become a file, before time is spent on what should stand in it. */
export function checkWritable(path: string): void {
  if (path === "-") return;
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw unwritable(path, "EISDIR");
  if (!existsSync(dirname(path))) throw unwritable(path, "ENOENT");
}

/** Writes the chunks to the file. Throws an InputError when that can't be done. */
export function writeText(path: string, chunks: Iterable<string | Uint8Array>): void {
  try {
    const file = openSync(path, "w");
    try {
      for (const chunk of chunks) writeFileSync(file, chunk);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw unwritable(path, String(error.code));
  }
}

/** Writes a file of a cache, under a hidden name first: it is there as a whole or not at all. Throws as the disk does. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    makeFolder(dirname(path));
    writeFileSync(draft, content);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** As mkdir -p. Node's own, asked to be recursive, never comes back where a folder can't be made that seems not to be there: below `/proc`. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another callmap may have made it meanwhile.
    if (!existsSync(path)) throw error;
  }
}

function unwritable(path: string, code: string): InputError {
  const [reason, hint] = REASONS[code] ?? [code, "write somewhere else"];
  return new InputError([{ severity: "error", code: "unwritable", message: `can't write ${path}: ${reason}`, hint }]);
}
