/** `callmap scan`: builds the graph of a workspace and writes it. */
import { type Command, Option } from "commander";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { CallGraph } from "../graph/types.ts";
import { absolutePath } from "../host/disk.ts";
import { type FoundScan, findScan, isOwnFile } from "../host/kept.ts";
import { machineServices } from "../host/services.ts";
import { checkWritable } from "../host/write.ts";
import { type Format, getFormat } from "../render/formats.ts";
import { counted } from "../render/look.ts";
import { findOrphans } from "../scan/orphans.ts";
import { type ScanOptions, scanWorkspace, selectCrates } from "../scan/scan.ts";
import { filteredGraph } from "./answer.ts";
import {
  jsonText,
  listPackages,
  listUnresolved,
  packagesText,
  summaryText,
  tallyLine,
  timingsText,
  unresolvedText,
} from "./listings.ts";
import {
  addDrawingOptions,
  addFilterOptions,
  addReadOptions,
  checkOptions,
  scanOptionsOf,
  shownFiltersOf,
} from "./options.ts";
import {
  addOutputOptions,
  askedFormats,
  count,
  formatByName,
  type OutputFlags,
  write,
  writeGraphAs,
} from "./output.ts";
import { loadGraph } from "./source.ts";
import { EXIT, pc, printDiagnostics, usageError, watched, writeOut } from "./terminal.ts";

interface ScanFlags extends OutputFlags {
  readonly list?: boolean;
  readonly orphans?: boolean;
  readonly unresolved?: boolean;
  readonly timings?: boolean;
  readonly cache: boolean;
  readonly quiet?: boolean;
  readonly strict?: boolean;
  readonly top: number;
}

const EXAMPLES = `
Examples:
  callmap scan                               what is here: packages, recursion
  callmap scan . --svg -o calls.svg          the whole graph as a picture
  callmap scan . --focus parse --depth 2 -o parse.svg
                                             two calls around every \`parse\`
  callmap scan . --level module --mermaid    which module calls which
  callmap scan . -p my-crate --external --text
                                             every call site, std's included
  callmap scan . --format '{{caller}} {{callee}} {{file}}:{{line}}' | sort
                                             a line per call site, for scripts
  callmap scan . --list                      packages and targets, as Cargo has them

Exit: 0 done · 1 nothing to scan, not writable, or (--strict) something left out
      2 wrong usage. The result goes to standard output or FILE, all talk to
      standard error. NO_COLOR is respected.
`;

/** Adds the command to the program. */
export function scanCommand(program: Command): void {
  const command = program
    .command("scan")
    .description("Build the call graph of a Cargo workspace and write it")
    .argument("[path]", "folder, Cargo.toml, or anything inside a package", ".");
  addOutputOptions(command, "Output (default: --dot; on a terminal a summary):")
    .optionsGroup("Instead of the graph (as text, or with --json):")
    .option("--list", "packages and targets; a star marks what would be read")
    .option("--orphans", "Rust files of the members that no target reads")
    .option("--unresolved", "call sites without a target, and why")
    .option("--metrics", "fan-in, fan-out, what is reached, recursion, weight; coupling of packages and modules")
    .addOption(new Option("--top <n>", "with --metrics: functions in the table").argParser(count).default(20));
  addDrawingOptions(addFilterOptions(addReadOptions(command)))
    .optionsGroup("Other:")
    .option("--strict", "exit with 1 when something had to be left out")
    .option("--graph <file>", "draw a graph that callmap scan --json wrote, without sources; - is standard input")
    .option("--timings", "print the time that each stage took")
    .option("--no-cache", "do not use or keep scans (in $XDG_CACHE_HOME/callmap, else ~/.cache/callmap)")
    .option("-q, --quiet", "no progress, no closing tally")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", EXAMPLES)
    .action(runScan);
}

async function runScan(path: string, flags: ScanFlags): Promise<void> {
  checkOptions(flags);
  const listing = LISTINGS.filter((name) => flags[name] === true);
  if (listing.length > 1) throw usageError(`--${listing.join(" and --")} exclude each other`, "give one");
  const formats = askedFormats(flags);
  if (flags.output !== undefined) checkWritable(flags.output);
  if (listing[0] !== undefined) return list(listing[0], path, flags, formats);
  const format = formatOf(formats, flags.output);
  if (flags.graph !== undefined)
    return writeGraph((await loadGraph(path, { ...flags, cache: false })).graph, format, flags);
  const scan = await scanned(path, flags);
  await writeGraph(scan.graph, format, flags);
  report(scan, flags);
}

const LISTINGS = ["list", "orphans", "unresolved", "metrics"] as const;

/** Returns the scan of a workspace, from the cache where it is there, with what it had to put up with told on standard error. */
async function scanned(path: string, flags: ScanFlags): Promise<FoundScan> {
  // Stages can be timed only where there are any.
  const request = { path: absolutePath(path), options: scanOptionsOf(flags), cache: flags.cache, renew: flags.timings };
  const scan = await watched(flags.quiet, (onFile) => findScan({ ...request, onFile }));
  printProblems(scan.graph.meta.diagnostics, scan.root);
  return scan;
}

/** Prints what is wrong, and what had to be left out though nothing is wrong. */
function printProblems(diagnostics: readonly Diagnostic[], root: string): void {
  printDiagnostics(
    diagnostics.filter((d) => d.severity !== "info" || d.partial),
    root,
  );
}

/** Says on standard error how a scan went. */
function report({ graph, files, timings }: Pick<FoundScan, "graph" | "files" | "timings">, flags: ScanFlags): void {
  if (!flags.quiet) process.stderr.write(`${tallyLine(graph, files)}\n${missingLine(graph)}`);
  if (graph.meta.partial) process.stderr.write(partialLine(graph));
  if (flags.timings) process.stderr.write(timingsText(timings));
  if (flags.strict && graph.meta.partial) process.exitCode = EXIT.failed;
}

/** Says that sources of dependencies would tell more; nothing where all are there. */
function missingLine({ meta }: CallGraph): string {
  const { length } = meta.diagnostics.filter((d) => d.code === "missing-dependency-source");
  if (length === 0) return "";
  const missing = counted(length, "dependency has", "dependencies have");
  return `${missing} no source here, so that types from there are unknown: cargo fetch, or cargo vendor, brings it\n`;
}

function partialLine({ meta }: CallGraph): string {
  const codes = new Set(meta.diagnostics.filter((d) => d.partial).map((d) => d.code));
  return `${pc.yellow("partial")}: something was left out; see ${[...codes].join(", ")} above\n`;
}

/** The format that is asked for, else that of the output's extension, else DOT; `undefined`: a summary for a terminal. */
function formatOf(asked: readonly Format[], output: string | undefined): Format | undefined {
  if (asked[0] !== undefined) return asked[0];
  if (output === undefined) return process.stdout.isTTY ? undefined : getFormat("dot");
  return formatByName(output) ?? getFormat("dot");
}

async function writeGraph(whole: CallGraph, format: Format | undefined, flags: ScanFlags): Promise<void> {
  const isDrawing = format !== undefined && (format.isPicture || format.name === "dot");
  const graph = filteredGraph(whole, shownFiltersOf(flags, isDrawing));
  if (format === undefined) return writeOut(summaryText(graph));
  await writeGraphAs(graph, format, flags);
}

/** What is asked for instead of the graph. */
async function list(
  what: (typeof LISTINGS)[number],
  path: string,
  flags: ScanFlags,
  formats: readonly Format[],
): Promise<void> {
  if (what === "metrics") return (await import("./metrics.ts")).writeMetrics(path, flags, formats);
  if (flags.graph !== undefined) throw usageError(`--${what} needs sources`, "leave --graph out");
  const format = formats[0]?.name ?? (flags.output?.endsWith(".json") ? "json" : "text");
  if (format !== "json" && format !== "text") throw usageError(`--${what} is no graph`, "write it as --text or --json");
  const choose = (json: unknown, text: Iterable<string>) => write(format === "json" ? jsonText(json) : text, flags);
  if (what === "unresolved") {
    const scan = await scanned(path, flags);
    const sites = listUnresolved(scan.unresolved());
    await choose(sites, unresolvedText(sites));
    return report(scan, flags);
  }
  const services = await machineServices({ cache: flags.cache });
  if (what === "list") {
    const selection = selectCrates(services, absolutePath(path), scanOptionsOf(flags));
    printDiagnostics(selection.diagnostics, selection.workspace.root);
    const packages = listPackages(selection);
    return choose(packages, packagesText(packages));
  }
  const read = new Set<string>();
  const everything: ScanOptions = { ...scanOptionsOf(flags), targets: { allTargets: true }, deps: false };
  const { graph, timings, workspace } = await watched(flags.quiet, (onFile) => {
    const noted = (file: string): void => {
      read.add(file);
      onFile(file);
    };
    return scanWorkspace({ ...services, onFile: noted }, absolutePath(path), everything);
  });
  printProblems(graph.meta.diagnostics, workspace.root);
  const { listRustFiles } = await import("../host/rust-files.ts");
  const orphans = findOrphans(workspace, read, listRustFiles);
  await choose(
    orphans,
    orphans.map((file) => `${file}\n`),
  );
  const files = [...read].filter(isOwnFile).length;
  report({ graph, files, timings }, flags);
}
