/** `callmap scan`: builds the graph of a workspace and writes it. */
import { type Command, InvalidArgumentError, Option } from "commander";
import pc from "picocolors";
import { type Diagnostic, InputError } from "../base/diagnostic.ts";
import type { CallGraph } from "../graph/types.ts";
import { applyFilters } from "../graph/view.ts";
import { machineServices } from "../host/services.ts";
import { writeText } from "../host/write.ts";
import { FORMATS, type Format, formatOfFile, getFormat } from "../render/formats.ts";
import { type ScanResult, scanWorkspace, selectCrates } from "../scan/scan.ts";
import {
  addDrawingOptions,
  addFilterOptions,
  addReadOptions,
  filtersOf,
  renderOptionsOf,
  type SharedOptions,
  scanOptionsOf,
} from "./options.ts";
import { EXIT, Progress, printDiagnostics, writeOut } from "./terminal.ts";

interface ScanFlags extends SharedOptions, Readonly<Record<string, unknown>> {
  readonly format?: string;
  readonly output?: string;
  readonly list?: boolean;
  readonly unresolved?: boolean;
  readonly timings?: boolean;
  readonly quiet?: boolean;
  readonly strict?: boolean;
  readonly force?: boolean;
  readonly maxNodes: number;
}

const EXAMPLES = `
Examples:
  callmap scan . --dot | dot -Tsvg > calls.svg      the whole graph through graphviz
  callmap scan . --svg --focus parse --depth 2 -o parse.svg
                                                    two calls around every \`parse\`
  callmap scan . --level module --mermaid           which module calls which
  callmap scan . --format '{{caller}} {{callee}} {{file}}:{{line}}' | sort
                                                    one line per call site, for scripts
`;

/** Adds the command to the program. */
export function scanCommand(program: Command): void {
  const command = program
    .command("scan")
    .description("Build the call graph of a Cargo workspace and write it")
    .argument("[path]", "folder, Cargo.toml, or anything inside a package", ".");
  command.optionsGroup("Output:");
  for (const format of FORMATS.values()) {
    if (/^[a-z0-9]+$/.test(format.name))
      command.option(`--${format.name}`, `${format.summary} (= --format ${format.name})`);
  }
  command
    .option(
      "--format <format>",
      "one of the above, nodes.csv, or a template: '{{caller}} {{callee}} {{file}}:{{line}}'",
    )
    .option("-o, --output <file>", "write to a file; its extension tells the format")
    .option("--list", "list packages and targets instead of scanning")
    .option("--unresolved", "list call sites without a target, and why")
    .addOption(new Option("--max-nodes <n>", "refuse pictures of more nodes").argParser(count).default(200))
    .option("--force", "draw a picture however large it is")
    .option("--strict", "exit with 1 when something had to be left out")
    .option("--timings", "print the time each stage took")
    .option("-q, --quiet", "no progress, no closing tally");
  addDrawingOptions(addFilterOptions(addReadOptions(command)));
  command.addHelpText("after", EXAMPLES).action(runScan);
}

function count(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("expected a number.");
  return Number(value);
}

async function runScan(path: string, flags: ScanFlags): Promise<void> {
  const format = formatOf(flags);
  const services = await machineServices();
  if (flags.list) return writeOut(listTargets(selectCrates(services, path, scanOptionsOf(flags))));
  const progress = new Progress(flags.quiet ?? false);
  const result = scanWorkspace({ ...services, onFile: (file) => progress.file(file) }, path, scanOptionsOf(flags));
  progress.done();
  printDiagnostics(result.diagnostics.filter((d) => d.severity !== "info"));
  if (flags.unresolved) await writeOut(listUnresolved(result));
  else await writeGraph(result.graph, format, flags);
  if (!flags.quiet) printTally(result);
  if (flags.timings) printTimings(result);
  if (flags.strict && result.graph.meta.partial) process.exitCode = EXIT.failed;
}

/** The format by flag, by `--format`, by the output's extension; else DOT. */
function formatOf(flags: ScanFlags): Format {
  const named = [...FORMATS.keys()].filter((name) => flags[name] === true);
  if (flags.format !== undefined) named.push(flags.format);
  if (named.length > 1) throw usage(`several formats at once: ${named.join(", ")}`, "give one");
  if (named[0] !== undefined) return getFormat(named[0]);
  return (flags.output === undefined ? undefined : formatOfFile(flags.output)) ?? getFormat("dot");
}

function usage(message: string, hint: string): InputError {
  return new InputError([{ severity: "error", code: "usage", message, hint }], true);
}

async function writeGraph(whole: CallGraph, format: Format, flags: ScanFlags): Promise<void> {
  const isDrawing = format.isPicture || format.name === "dot";
  const { graph, diagnostics } = applyFilters(whole, filtersOf(flags, isDrawing));
  printDiagnostics(diagnostics);
  if (diagnostics.some((d) => d.severity === "error")) process.exitCode = EXIT.failed;
  if (format.isPicture && graph.nodes.length > flags.maxNodes && !flags.force)
    throw tooLarge(graph.nodes.length, format, flags.maxNodes);
  const chunks = await format.render(graph, renderOptionsOf(flags));
  if (flags.output === undefined) await writeOut(chunks);
  else writeText(flags.output, chunks);
}

function tooLarge(nodes: number, format: Format, limit: number): InputError {
  const diagnostic: Diagnostic = {
    severity: "error",
    code: "too-large",
    message: `${nodes} nodes are more than a picture can show (--max-nodes ${limit}); no ${format.name} was written`,
    hint: "narrow it: --focus PATTERN --depth 2, --level module, -p PACKAGE, --exclude PATTERN, --no-isolated; or --force",
  };
  return new InputError([diagnostic]);
}

function* listTargets({ workspace, selected }: ReturnType<typeof selectCrates>): Generator<string> {
  const chosen = new Set(selected.map((s) => `${s.package}.${s.target}`));
  for (const [index, pack] of workspace.packages.entries()) {
    if (!pack.member && !selected.some((s) => s.package === index)) continue;
    yield `${pack.name} ${pack.version} (${pack.manifest})\n`;
    for (const [at, target] of pack.targets.entries()) {
      yield `  ${chosen.has(`${index}.${at}`) ? "*" : " "} ${target.kind} ${target.name} ${target.root} edition ${target.edition}\n`;
    }
  }
}

function* listUnresolved({ unresolved }: ScanResult): Generator<string> {
  for (const { site, caller, name, reason } of unresolved) {
    yield `${site.file}:${site.line}:${site.column}\t${reason}\t${name}\t${caller}\n`;
  }
}

function printTally({ graph, files }: ScanResult): void {
  const { tally, partial, diagnostics } = graph.meta;
  const share = (n: number): string => (tally.total === 0 ? "0" : ((100 * n) / tally.total).toFixed(1));
  const states = (["resolved", "external", "dispatch", "guess", "unresolved"] as const).map(
    (s) => `${s} ${tally[s]} (${share(tally[s])} %)`,
  );
  process.stderr.write(
    `${pc.bold(`${graph.nodes.length} functions, ${graph.edges.length} edges`)} from ${files} files; ${tally.total} call sites: ${states.join(", ")}\n`,
  );
  if (partial) {
    const left = diagnostics.filter((d) => d.partial).length;
    process.stderr.write(`${pc.yellow("partial")}: something was left out (${left} of the messages above say what)\n`);
  }
}

function printTimings({ timings }: ScanResult): void {
  for (const { stage, milliseconds } of timings)
    process.stderr.write(`${stage.padEnd(10)} ${milliseconds.toFixed(0).padStart(7)} ms\n`);
}
