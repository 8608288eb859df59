/** Writing a result to a file. */
import { closeSync, openSync, writeSync } from "node:fs";
import { InputError } from "../base/diagnostic.ts";

/** Writes the chunks to the file. Throws an InputError when that can't be done. */
export function writeText(path: string, chunks: Iterable<string>): void {
  try {
    const file = openSync(path, "w");
    try {
      for (const chunk of chunks) writeSync(file, chunk);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const message = `can't write ${path}: ${error.code}`;
    throw new InputError([
      { severity: "error", code: "unwritable", message, hint: "is the folder there, and may you write in it?" },
    ]);
  }
}
