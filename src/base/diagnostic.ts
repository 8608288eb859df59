/** How grave a diagnostic is: an `error` means that something is missing from the result. */
export type Severity = "error" | "warning" | "info";

/** What a stage had to put up with. Data, never thrown; printed at the rim as `file:line:column: severity[code]: message`. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Stable word for scripts, e.g. `missing-module`, `invalid-manifest`. */
  readonly code: string;
  readonly message: string;
  /** Relative to the workspace root, `/` on every system. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
  /** What the user can do about it. */
  readonly hint?: string;
  /** True when something was left out of the result because of it: the graph is then partial. */
  readonly partial?: boolean;
}

/** Every stage returns its value and what it had to put up with. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Input on which no result is possible (exit code 1, or 2 when `usage`): carries diagnostics for the user, not a bug of callmap's. */
export class InputError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  /** True when the command itself was wrong (exit code 2). */
  readonly usage: boolean;
  /** Folder that the files of the diagnostics are relative to; absent where they are absolute. */
  readonly root?: string;

  constructor(diagnostics: readonly Diagnostic[], usage = false, root?: string) {
    super(diagnostics.map((d) => d.message).join("\n"));
    this.diagnostics = diagnostics;
    this.usage = usage;
    if (root !== undefined) this.root = root;
    this.name = "InputError";
  }
}

/** Stops on a promise that callmap itself broke; never on bad input. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`callmap broke its own rule: ${message}`);
}
