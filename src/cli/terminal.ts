/** What the commands say besides their result: diagnostics, progress, and how they end. */
import { relative, resolve } from "node:path";
import picocolors from "picocolors";
import { type Diagnostic, InputError, type Severity } from "../base/diagnostic.ts";
import { counted, cutStart } from "../render/look.ts";

/** Exit codes, the same for every command. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/** Colours for standard error, which may be a terminal when standard output is none, and the other way round. */
export const pc = picocolors.createColors(wantsColour(process.stderr.isTTY === true));

/** See no-color.org: a variable that is set and not empty decides. */
export function wantsColour(
  isTerminal: boolean,
  { NO_COLOR, FORCE_COLOR, TERM }: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  if (NO_COLOR) return false;
  return FORCE_COLOR ? FORCE_COLOR !== "0" : isTerminal && TERM !== "dumb";
}

const COLOURS: Readonly<Record<Severity, (text: string) => string>> = {
  error: pc.red,
  warning: pc.yellow,
  info: pc.cyan,
};

/** Diagnostics of one code that are printed before the rest is only counted. */
const MAX_OF_A_CODE = 20;

/** A reader that closes the pipe (`| head`) has had enough: that is no error. A full disk is one. */
export function watchStreams(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(process.exitCode ?? EXIT.done);
      if (stream === process.stdout)
        process.stderr.write(
          `${formatDiagnostic({ ...UNWRITABLE, message: `${UNWRITABLE.message}: ${error.code}` })}\n`,
        );
      process.exit(EXIT.failed);
    });
  }
}

const UNWRITABLE: Diagnostic = { severity: "error", code: "unwritable", message: "can't write to standard output" };

/** Returns the error for a command that contradicts itself; exit code 2. */
export function usageError(message: string, hint: string): InputError {
  return new InputError([{ severity: "error", code: "usage", message, hint }], true);
}

/**
 * Returns `file:line:column: severity[code]: message`, with the hint on a line of its own. Files are relative to `root`; they are shown
 * relative to the working directory, so that editors find them.
 */
export function formatDiagnostic(d: Diagnostic, root?: string): string {
  const file = d.file === undefined ? undefined : shownPath(d.file, root);
  const place = file === undefined ? "" : `${[file, d.line, d.column].filter((p) => p !== undefined).join(":")}: `;
  const hint = d.hint === undefined ? "" : `\n  ${pc.dim("hint:")} ${d.hint}`;
  return `${place}${COLOURS[d.severity](`${d.severity}[${d.code}]`)}: ${d.message}${hint}`;
}

function shownPath(file: string, root: string | undefined): string {
  const whole = resolve(root ?? "", file);
  const near = relative("", whole).replaceAll("\\", "/");
  return near === "" ? file : near.length < whole.length ? near : whole;
}

/** Writes diagnostics to standard error; of those that come in crowds the first ones and a count. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], root?: string): void {
  const seen = new Map<string, number>();
  for (const d of diagnostics) {
    const count = (seen.get(d.code) ?? 0) + 1;
    seen.set(d.code, count);
    if (count <= MAX_OF_A_CODE) process.stderr.write(`${formatDiagnostic(d, root)}\n`);
  }
  for (const [code, count] of seen) {
    if (count > MAX_OF_A_CODE)
      process.stderr.write(`${count - MAX_OF_A_CODE} more of [${code}]; --json holds all diagnostics\n`);
  }
}

/** Writes the chunks to standard output at the pace of its reader. */
export async function writeOut(chunks: Iterable<string | Uint8Array>): Promise<void> {
  for (const chunk of batched(chunks)) {
    if (!process.stdout.write(chunk)) await new Promise((resume) => process.stdout.once("drain", resume));
  }
}

const BATCH = 1 << 16;

function* batched(chunks: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let text = "";
  for (const chunk of chunks) {
    if (typeof chunk !== "string") {
      if (text !== "") yield text;
      text = "";
      yield chunk;
      continue;
    }
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
    const head = `reading ${counted(this.count, "file")}  `;
    const width = (process.stderr.columns || 80) - 1 - head.length;
    process.stderr.write(`\r\x1b[K${head}${cutStart(path, width)}`);
  }

  /** Wipes the line. */
  done(): void {
    if (this.active) process.stderr.write("\r\x1b[K");
  }
}

/** Does something that reads files, with the progress shown unless it is to be quiet. */
export async function watched<T>(
  quiet: boolean | undefined,
  work: (onFile: (file: string) => void) => T | Promise<T>,
): Promise<T> {
  const progress = new Progress(quiet ?? false);
  try {
    return await work((file) => progress.file(file));
  } finally {
    progress.done();
  }
}
