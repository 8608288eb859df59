/** What the commands say besides their result: diagnostics, progress, and how they end. */
import pc from "picocolors";
import type { Diagnostic, Severity } from "../base/diagnostic.ts";

/** Exit codes, the same for every command. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

const COLOURS: Readonly<Record<Severity, (text: string) => string>> = {
  error: pc.red,
  warning: pc.yellow,
  info: pc.cyan,
};

/** A reader that closes the pipe (`| head`) has had enough: that is no error. */
export function exitQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(process.exitCode ?? EXIT.done);
      throw error;
    });
  }
}

/** Returns `file:line:column: severity[code]: message`, with the hint on a line of its own. */
export function formatDiagnostic(d: Diagnostic): string {
  const place = d.file === undefined ? "" : `${[d.file, d.line, d.column].filter((p) => p !== undefined).join(":")}: `;
  const hint = d.hint === undefined ? "" : `\n  ${pc.dim("hint:")} ${d.hint}`;
  return `${place}${COLOURS[d.severity](`${d.severity}[${d.code}]`)}: ${d.message}${hint}`;
}

/** Writes diagnostics to standard error. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  for (const d of diagnostics) process.stderr.write(`${formatDiagnostic(d)}\n`);
}

/** Writes the chunks to standard output at the pace of its reader. */
export async function writeOut(chunks: Iterable<string>): Promise<void> {
  for (const chunk of batched(chunks)) {
    if (!process.stdout.write(chunk)) await new Promise((resume) => process.stdout.once("drain", resume));
  }
}

const BATCH = 1 << 16;

function* batched(chunks: Iterable<string>): Generator<string> {
  let text = "";
  for (const chunk of chunks) {
    text += chunk;
    if (text.length < BATCH) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}

/** One line on a terminal's standard error that is rewritten in place; silent elsewhere. */
export class Progress {
  private readonly active: boolean;
  private count = 0;
  private last = 0;

  constructor(quiet: boolean) {
    this.active = !quiet && process.stderr.isTTY === true;
  }

  /** Counts a file; draws at most ten times a second. */
  file(path: string): void {
    this.count++;
    if (!this.active || Date.now() - this.last < 100) return;
    this.last = Date.now();
    const width = (process.stderr.columns ?? 80) - 1;
    process.stderr.write(`\r\x1b[K${`reading ${this.count} files  ${path}`.slice(0, width)}`);
  }

  /** Wipes the line. */
  done(): void {
    if (this.active) process.stderr.write("\r\x1b[K");
  }
}
