/** Where a command's graph comes from: a saved graph, a kept scan or a new one; and the source text behind it. */
import { readFileSync } from "node:fs";
import { type Diagnostic, InputError } from "../base/diagnostic.ts";
import type { FileSystem } from "../base/files.ts";
import type { CallGraph } from "../graph/types.ts";
import { absolutePath, diskFileSystem } from "../host/disk.ts";
import { type Revision, revisionFileSystem } from "../host/git.ts";
import { findScan, isOwnFile, type ScanRequest } from "../host/kept.ts";
import { counted } from "../render/look.ts";
import type { UnresolvedSite } from "../scan/assemble.ts";
import type { ScanOptions } from "../scan/scan.ts";
import { checkSavedGraph, type SharedOptions, scanOptionsOf } from "./options.ts";
import { pc, printDiagnostics, watched } from "./terminal.ts";

/** Flags that say where the graph comes from. */
export interface SourceFlags extends SharedOptions {
  readonly graph?: string;
  readonly cache: boolean;
  readonly quiet?: boolean;
}

/** A graph to ask, and where its files lie. */
export interface GraphSource {
  readonly graph: CallGraph;
  /** Absolute folder to which the graph's files are relative. */
  readonly root: string;
  /** Text of one of the graph's files; `undefined` when it is not at hand. */
  readonly text: (file: string) => string | undefined;
  /** Call sites without a target; absent for a graph that was read. */
  readonly unresolved?: () => readonly UnresolvedSite[];
}

/** Returns the graph that the flags ask for, with the functions of other crates in it where a scan was made for it. */
export async function loadGraph(path: string, flags: SourceFlags): Promise<GraphSource> {
  if (flags.graph !== undefined) {
    checkSavedGraph({ ...flags });
    const root = absolutePath(path);
    return { graph: await readGraph(flags.graph), root, text: textsOf(root, diskFileSystem()) };
  }
  return scanFor(path, { ...scanOptionsOf(flags), external: true }, flags);
}

/** What {@link scanFor} takes besides options of the scan. */
interface ScanFor extends Pick<SourceFlags, "cache" | "quiet"> {
  /** Scan the files of a revision instead of those on the disk. */
  readonly revision?: Revision;
}

/** Returns the graph of a workspace, from the cache where it is there. */
export async function scanFor(
  path: string,
  options: ScanOptions,
  { cache, quiet, revision }: ScanFor,
): Promise<GraphSource> {
  const wrap = (disk: FileSystem): FileSystem => (revision === undefined ? disk : revisionFileSystem(disk, revision));
  const request: ScanRequest = {
    ...{ path: absolutePath(path), options, cache },
    ...(revision === undefined ? {} : { overlay: { wrap, state: revision.tree } }),
  };
  const scan = await watched(quiet, (onFile) => answerable(() => findScan({ ...request, onFile })));
  if (!quiet) tellGaps(scan.graph.meta.diagnostics);
  return { ...scan, text: textsOf(scan.root, wrap(diskFileSystem())) };
}

/** A question about what can't be read is a wrong question: exit code 2. */
async function answerable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof InputError ? new InputError(error.diagnostics, true, error.root) : error;
  }
}

/** What a query stands on is no place for a list of problems, but that there are some must be said. */
function tellGaps(diagnostics: readonly Diagnostic[]): void {
  const gaps = diagnostics.filter((d) => d.partial);
  if (gaps.length === 0) return;
  const codes = [...new Set(gaps.map((d) => d.code))].join(", ");
  const missing = counted(gaps.length, "part of the source is", "parts of the source are");
  process.stderr.write(`${pc.yellow("partial")}: ${missing} missing (${codes}); callmap scan tells of it\n`);
}

/** Reads a graph that `callmap scan --json` wrote; `-` is standard input. Throws an InputError where it is none. */
export async function readGraph(file: string): Promise<CallGraph> {
  const { fromGraphologyJson } = await import("../graph/import.ts");
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const hint = "write one with: callmap scan --json -o graph.json";
    throw new InputError([{ severity: "error", code: "unreadable-graph", message: `${file}: ${reason}`, hint }], true);
  }
  const { value, diagnostics } = await answerable(async () => fromGraphologyJson(json));
  printDiagnostics(diagnostics.map((d) => ({ ...d, message: `${file}: ${d.message}` })));
  return value;
}

/** Returns a reader of texts below `root`; each is read once. */
function textsOf(root: string, files: FileSystem): GraphSource["text"] {
  const known = new Map<string, string | undefined>();
  return (file) => {
    if (!known.has(file)) {
      const bytes = files.read(isOwnFile(file) ? `${root}/${file}` : file);
      known.set(file, typeof bytes === "string" ? undefined : new TextDecoder().decode(bytes));
    }
    return known.get(file);
  };
}

/** Returns a reader of source lines below `root`; `undefined` stands for a line that is not there. */
export function sourceLines(root: string): (file: string, line: number) => string | undefined {
  return linesOf(textsOf(root, diskFileSystem()));
}

/** Returns a reader of source lines out of texts; `undefined` stands for a line that is not there. */
export function linesOf(text: GraphSource["text"]): (file: string, line: number) => string | undefined {
  const known = new Map<string, readonly string[]>();
  return (file, line) => {
    let lines = known.get(file);
    if (lines === undefined) known.set(file, (lines = (text(file) ?? "").split(/\r?\n/)));
    return lines[line - 1];
  };
}
