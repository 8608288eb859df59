/**
 * Recording a command with a profiler that is installed: perf, samply or valgrind, in this order.
 *
 * A recorder is tried on `true` first, so that a machine that forbids it costs no run of the command, and the next one takes its place. What
 * the command prints goes to standard error, since standard output is for the result.
 */
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Diagnostic, InputError } from "../base/diagnostic.ts";

/** Recorders by name, in the order in which they are tried. */
export const RECORDERS = ["perf", "samply", "valgrind"] as const;
export type RecorderName = (typeof RECORDERS)[number];

/** Wishes of the user. */
export interface RecordOptions {
  /** The first that works without it. */
  readonly recorder?: RecorderName;
  /** Samples per second; 997. */
  readonly frequency?: number;
  /** How perf finds callers; `dwarf`, as Rust is built without frame pointers. */
  readonly unwind?: "dwarf" | "fp" | "lbr";
  /** Where to keep the recording. */
  readonly save?: string;
  /** Names as the recorder makes them readable; default: as the linker has them, where the recorder can. */
  readonly demangled?: boolean;
}

/** What was recorded. */
export interface Recording {
  /** File of the recording. */
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Removes what is not to be kept. */
  readonly remove: () => void;
}

interface Recorder {
  readonly file: string;
  /** The recorder's command line up to the command that it is to run. */
  readonly command: (output: string, options: RecordOptions) => readonly string[];
  /** What to do when it is not permitted to record; `said` is its own complaint. */
  readonly advice: (said: string) => string;
}

/** Odd, so that it does not keep step with timers. */
const FREQUENCY = 997;
/** Bytes of stack that perf saves with each sample; its own 8192 lose the root of most Rust programs. */
const STACK_BYTES = 32_768;

const TABLE: Readonly<Record<RecorderName, Recorder>> = {
  perf: {
    file: "perf.data",
    command: (output, { frequency = FREQUENCY, unwind = "dwarf" }) => [
      "perf",
      "record",
      "-q",
      "-F",
      String(frequency),
      "--call-graph",
      unwind === "dwarf" ? `dwarf,${STACK_BYTES}` : unwind,
      "-o",
      output,
      "--",
    ],
    advice: perfAdvice,
  },
  samply: {
    file: "profile.json.gz",
    command: (output, { frequency = FREQUENCY }) => [
      "samply",
      "record",
      "--save-only",
      "--unstable-presymbolicate",
      "--rate",
      String(frequency),
      "-o",
      output,
      "--",
    ],
    advice: perfAdvice,
  },
  valgrind: {
    file: "callgrind.out",
    command: (output, { demangled }) => [
      "valgrind",
      "-q",
      "--tool=callgrind",
      `--callgrind-out-file=${output}`,
      ...(demangled ? [] : ["--demangle=no"]),
    ],
    advice: () => "does valgrind --tool=callgrind true work by itself?",
  },
};

const PARANOID = "/proc/sys/kernel/perf_event_paranoid";

/** perf and samply need the same permission of the kernel. */
function perfAdvice(said: string): string {
  const level = existsSync(PARANOID) ? Number(readFileSync(PARANOID, "utf8").trim()) : Number.NaN;
  if (level > 1)
    return `kernel.perf_event_paranoid is ${level}: sudo sysctl kernel.perf_event_paranoid=1 permits recording; or take --recorder valgrind`;
  return /permitted|denied|EPERM|EACCES/i.test(said)
    ? "containers often forbid it (seccomp): allow the system call perf_event_open, or take --recorder valgrind"
    : "take --recorder valgrind, which needs no permission";
}

/** Records a run of `command`. Throws an {@link InputError} when no recorder works or nothing was recorded. */
export async function record(command: readonly string[], options: RecordOptions = {}): Promise<Recording> {
  if (!isProgram(command[0]!)) throw notStarted(command[0]!);
  const { name, refused } = choose(options);
  const folder = mkdtempSync(join(tmpdir(), "callmap-record-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const path = join(folder, TABLE[name].file);
    const ended = await run([...TABLE[name].command(path, options), ...command]);
    if (!existsSync(path)) throw notRecorded(name, command, ended);
    if (options.save !== undefined) copyFileSync(path, options.save);
    return { path, diagnostics: [...refused, ...remarks(name, command, ended)], remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** True for the path of a program, or the name of one that the shell would find. */
function isProgram(name: string): boolean {
  const places = /[/\\]/.test(name)
    ? [name]
    : (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));
  return places.some((place) => {
    try {
      accessSync(place, constants.X_OK);
      return statSync(place).isFile();
    } catch {
      return false;
    }
  });
}

function notStarted(program: string): InputError {
  const message = `can't start ${program}: there is no such program, or it may not be run`;
  const hint = "build it first, and give its path: callmap overlay -- ./target/release/app ARGUMENTS";
  return new InputError([{ severity: "error", code: "no-program", message, hint }], true);
}

/** The recorder that is asked for, else the first that works here; with what was said of those that do not. */
function choose(options: RecordOptions): { name: RecorderName; refused: Diagnostic[] } {
  const refused: Diagnostic[] = [];
  for (const name of options.recorder === undefined ? RECORDERS : [options.recorder]) {
    const problem = tryOut(name, options);
    if (problem === undefined) return { name, refused };
    refused.push({ ...problem, severity: options.recorder === undefined ? "warning" : "error" });
  }
  if (options.recorder !== undefined) throw new InputError(refused);
  const missing = refused.every(({ code }) => code === "no-recorder");
  const message = missing ? "no recorder is installed: perf, samply or valgrind" : "no recorder works here";
  const hint = "install one, or record elsewhere and give the profile: callmap overlay PROFILE";
  const told = refused.filter(({ code }) => code !== "no-recorder");
  throw new InputError([...told, { severity: "error", code: "no-recorder", message, hint }]);
}

/** Says why the recorder can't be used; nothing when it can. */
function tryOut(name: RecorderName, options: RecordOptions): Omit<Diagnostic, "severity"> | undefined {
  const folder = mkdtempSync(join(tmpdir(), "callmap-try-"));
  try {
    const [program, ...words] = TABLE[name].command(join(folder, TABLE[name].file), options);
    const { status, error, stderr } = spawnSync(program!, [...words, "true"], {
      encoding: "utf8",
      stdio: ["ignore", "ignore", "pipe"],
    });
    if ((error as NodeJS.ErrnoException | undefined)?.code === "ENOENT")
      return {
        code: "no-recorder",
        message: `${name} is not installed`,
        hint: "install it, or take another --recorder",
      };
    if (status === 0) return undefined;
    const said = firstLine(stderr) ?? error?.message ?? `it ended with ${status}`;
    return {
      code: "recorder-refused",
      message: `${name} can't record here: ${said}`,
      hint: TABLE[name].advice(stderr),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function firstLine(text: string): string | undefined {
  return text
    .split("\n")
    .map((line) => line.trim())
    .find((line) => line !== "" && !/^(?:Error|Usage):?$/i.test(line));
}

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

function run([program, ...words]: readonly string[]): Promise<Ended> {
  // The recorder and the command get an interrupt of their own, and what was recorded until then counts.
  const ignore = (): void => undefined;
  process.on("SIGINT", ignore);
  return new Promise<Ended>((resolve, reject) => {
    const child = spawn(program!, words, { stdio: ["inherit", process.stderr, process.stderr] });
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal }));
  }).finally(() => process.off("SIGINT", ignore));
}

function notRecorded(name: RecorderName, command: readonly string[], { code }: Ended): InputError {
  const message = `${name} recorded nothing of ${command.join(" ")}${code === null ? "" : `: it ended with ${code}`}`;
  const hint = "can the command be started by itself?";
  return new InputError([{ severity: "error", code: "not-recorded", message, hint }]);
}

function remarks(name: RecorderName, [program]: readonly string[], { code, signal }: Ended): Diagnostic[] {
  const notes: Diagnostic[] = [{ severity: "info", code: "recorded", message: `recorded with ${name}` }];
  if (code !== 0) {
    const message = `${program} ended with ${signal ?? code}; what was recorded until then is shown`;
    notes.push({ severity: "warning", code: "command-failed", message });
  }
  return notes;
}

/**
 * Returns what samply wrote beside a profile with `--unstable-presymbolicate`: `NAME.syms.json` for `NAME.json` and `NAME.json.gz`;
 * `undefined` where there is none.
 */
export async function samplySymbols(path: string): Promise<unknown> {
  const base = /^(.*)\.json(?:\.gz)?$/.exec(path)?.[1];
  if (base === undefined) return undefined;
  for (const name of [`${base}.syms.json`, `${base}.syms.json.gz`]) {
    try {
      const bytes = await readFile(name);
      return JSON.parse((name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
    } catch {
      // Not there, or not to be read: the profile then stays without.
    }
  }
  return undefined;
}
