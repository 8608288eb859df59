/**
 * perf's own data as text: `perf script` is run where it is installed.
 *
 * Symbols are asked for as the linker has them, since our own demangling keeps what perf's loses, and stacks are not cut once more than the
 * recorder did. Inlined calls are left out unless they are wished for: many versions of perf start `addr2line` for each address, which
 * takes minutes.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { InputError } from "../base/diagnostic.ts";

/** Wishes for what perf prints. */
export interface PerfOptions {
  /** Expand inlined calls. Default false. */
  readonly inline?: boolean;
  /** Names as perf prints them. Default false: mangled ones. */
  readonly demangled?: boolean;
}

/** Frames of a stack that perf may print; its own default cuts at 127 what was recorded deeper. */
const DEEPEST_STACK = 4096;
/** What is kept of perf's complaints. */
const MOST_COMPLAINTS = 4000;

/** Returns the arguments for `perf`. */
export function perfArguments(path: string, options: PerfOptions): string[] {
  return [
    "script",
    "-i",
    path,
    "-F",
    "+pid",
    "--max-stack",
    String(DEEPEST_STACK),
    ...(options.inline ? [] : ["--no-inline"]),
    ...(options.demangled ? [] : ["--no-demangle"]),
  ];
}

/** Yields what `perf script` prints of a file. Throws an {@link InputError} when perf is missing or fails. */
export async function* perfScript(path: string, options: PerfOptions = {}): AsyncGenerator<Uint8Array> {
  yield* output(spawn("perf", perfArguments(path, options), { stdio: ["ignore", "pipe", "pipe"] }), path);
}

/** The same for data that comes in a stream; perf understands it where it was recorded into a pipe. */
export async function* perfScriptOfStream(
  bytes: AsyncIterable<Uint8Array>,
  options: PerfOptions = {},
): AsyncGenerator<Uint8Array> {
  const child = spawn("perf", perfArguments("-", options), { stdio: ["pipe", "pipe", "pipe"] });
  // What perf does not take any more is told by its exit.
  const fed = pipeline(Readable.from(bytes), child.stdin).catch(() => undefined);
  yield* output(child, "-");
  await fed;
}

async function* output(child: ChildProcess, path: string): AsyncGenerator<Uint8Array> {
  let complaints = "";
  child.stderr!.setEncoding("utf8").on("data", (text: string) => {
    if (complaints.length < MOST_COMPLAINTS) complaints += text;
  });
  const end = new Promise<number | string | null>((resolve) => {
    child.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    child.once("close", (code) => resolve(code));
  });
  for await (const chunk of child.stdout!) yield chunk as Uint8Array;
  const code = await end;
  if (code !== 0) throw failure(path, code, complaints);
}

function failure(path: string, code: number | string | null, complaints: string): InputError {
  const isMissing = code === "ENOENT";
  const lines = complaints.split("\n").filter((line) => line.trim() !== "");
  const message = isMissing
    ? `${path} is perf's own data, and perf is not installed here`
    : `perf script could not read ${path}: ${lines.at(-1)?.trim() ?? `it ended with ${code}`}`;
  const hint =
    path === "-"
      ? "record into a file and give that: perf record -g -o perf.data … ; callmap overlay perf.data"
      : isMissing
        ? `where it was recorded: perf script -i ${path} > profile.txt; then callmap overlay profile.txt`
        : `try perf script -i ${path} by hand; with sudo if the file is another user's`;
  return new InputError([{ severity: "error", code: "perf-data", message, hint }], true);
}
