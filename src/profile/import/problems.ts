/**
 * What an importer had to put up with, gathered so that a damaged file of a million lines gives a handful of messages:
 * the first few of each kind with their line and what was expected there, then how many more there were.
 */
import type { Diagnostic } from "../../base/diagnostic.ts";

const SHOWN_PER_CODE = 3;
const SHOWN_TEXT = 60;

/** Shortens a piece of input for a message and makes control characters visible. */
export function quote(text: string): string {
  const cut = text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)}…` : text;
  return JSON.stringify(cut);
}

/** Collects the diagnostics of one input. */
export class Problems {
  private readonly byCode = new Map<string, { shown: Diagnostic[]; count: number; partial: boolean }>();
  private readonly file: string | undefined;

  constructor(file?: string) {
    this.file = file;
  }

  /** Number of problems noted under `code`. */
  count(code: string): number {
    return this.byCode.get(code)?.count ?? 0;
  }

  /** Notes something that could not be read and was skipped: the result is partial. `line` 0 means the input as a whole. */
  skipped(code: string, line: number, message: string, hint?: string): void {
    this.add(code, {
      severity: "warning",
      code,
      message,
      ...this.place(line),
      ...(hint ? { hint } : {}),
      partial: true,
    });
  }

  /** Notes that nothing at all can be read. */
  fatal(code: string, line: number, message: string, hint?: string): void {
    this.add(code, { severity: "error", code, message, ...this.place(line), ...(hint ? { hint } : {}), partial: true });
  }

  /** Notes something worth knowing that takes nothing away from the result. */
  info(code: string, message: string, hint?: string): void {
    this.add(code, { severity: "info", code, message, ...this.place(0), ...(hint ? { hint } : {}) });
  }

  /** True when anything was left out. */
  get partial(): boolean {
    return [...this.byCode.values()].some((entry) => entry.partial);
  }

  /** Returns what was noted, in order of first appearance of each code. */
  diagnostics(): Diagnostic[] {
    return [...this.byCode.values()].flatMap(({ shown, count }) => {
      if (count <= shown.length) return shown;
      const last = shown[shown.length - 1]!;
      const more = {
        severity: last.severity,
        code: last.code,
        message: `… and ${count - shown.length} more like this`,
      };
      return [...shown, { ...more, ...(this.file ? { file: this.file } : {}) }];
    });
  }

  private place(line: number): Partial<Diagnostic> {
    return { ...(this.file ? { file: this.file } : {}), ...(line > 0 ? { line } : {}) };
  }

  private add(code: string, diagnostic: Diagnostic): void {
    const entry = this.byCode.get(code) ?? { shown: [], count: 0, partial: false };
    this.byCode.set(code, entry);
    entry.count++;
    if (diagnostic.partial) entry.partial = true;
    if (entry.shown.length < SHOWN_PER_CODE) entry.shown.push(diagnostic);
  }
}
