/** Collects diagnostics while files are still known by absolute path; each complaint counts once, however often it is met. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { isAbsolutePath, relativePath } from "./paths.ts";

/** A list of diagnostics under construction. */
export interface Report {
  add(diagnostic: Diagnostic): void;
  /** Returns what was added, in order, with files relative to the folder `root`. */
  relativeTo(root: string): Diagnostic[];
}

/** Returns an empty report. */
export function newReport(): Report {
  const byText = new Map<string, Diagnostic>();
  return {
    add(diagnostic) {
      byText.set(JSON.stringify(diagnostic), diagnostic);
    },
    relativeTo: (root) => [...byText.values()].map((diagnostic) => withRelativeFile(diagnostic, root)),
  };
}

function withRelativeFile(diagnostic: Diagnostic, root: string): Diagnostic {
  const { file } = diagnostic;
  return file === undefined || !isAbsolutePath(file) ? diagnostic : { ...diagnostic, file: relativePath(root, file) };
}
