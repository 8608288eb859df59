/** `callmap diff`: what changed in the call graph between two states of a program. */
import { statSync } from "node:fs";
import { type Command, Option } from "commander";
import { InputError } from "../base/diagnostic.ts";
import { nodeText } from "../graph/columns.ts";
import type { CallGraph } from "../graph/types.ts";
import type { FilterOptions } from "../graph/view.ts";
import { absolutePath, diskFileSystem } from "../host/disk.ts";
import { findRevision, realFolder } from "../host/git.ts";
import { checkWritable } from "../host/write.ts";
import { type FunctionCode, functionCode } from "../query/code.ts";
import { type DiffSide, diffGraphs, filterBoth } from "../query/diff.ts";
import { type DiffInput, diffJson, diffMarkdown, diffText } from "../render/diff.ts";
import { filteredGraph, tellFilters } from "./answer.ts";
import { lookOf } from "./look.ts";
import {
  addFilterOptions,
  addReadOptions,
  checkOptions,
  type SharedOptions,
  scanOptionsOf,
  shownFiltersOf,
} from "./options.ts";
import { write } from "./output.ts";
import { type GraphSource, readGraph, scanFor } from "./source.ts";
import { EXIT, usageError } from "./terminal.ts";

const FORMATS = ["text", "json", "markdown"] as const;

interface DiffFlags extends SharedOptions {
  readonly text?: boolean;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly format?: (typeof FORMATS)[number];
  readonly output?: string;
  readonly in: string;
  readonly exitCode?: boolean;
  readonly cache: boolean;
  readonly quiet?: boolean;
}

const EXAMPLES = `
OLD and NEW are each a graph (a file that callmap scan --json wrote), a folder or
manifest, or a revision that git knows. A revision is read from git's objects; the
working tree is not touched. Functions that were only moved or renamed are told as such.

Examples:
  callmap diff HEAD                          what the working tree changes
  callmap diff v1.2 v1.3 --markdown          what a release changed, for a comment
  callmap diff main.json . --json            against a graph that CI has kept
  callmap diff ../before ../after --only parser --exit-code

Exit: 0 answered (with --exit-code: nothing differs) · 1 (with --exit-code) there are
      differences · 2 wrong usage or unreadable input.
`;

/** Adds the command to the program. */
export function diffCommand(program: Command): void {
  const command = program
    .command("diff")
    .description("Tell functions and calls that were added, removed, moved or changed")
    .argument("<old>", "graph, folder or revision")
    .argument("[new]", "graph, folder or revision", ".")
    .optionsGroup("Output (default: text):")
    .option("--text", "lists for reading")
    .option("--json", "nodes and edges with all attributes")
    .option("--markdown", "for a comment on a change")
    .addOption(new Option("--format <format>", "one of these by name").choices(FORMATS))
    .option("-o, --output <file>", "write to a file; .json and .md tell the format")
    .option("--exit-code", "exit with 1 when there are differences")
    .optionsGroup("What is compared:")
    .option("--in <path>", "workspace that revisions are looked up in", ".");
  addFilterOptions(addReadOptions(command))
    .optionsGroup("Other:")
    .option("--no-cache", "do not use or keep scans")
    .option("-q, --quiet", "no progress, no remarks")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", EXAMPLES)
    .action(runDiff);
}

async function runDiff(old: string, fresh: string, flags: DiffFlags): Promise<void> {
  checkOptions(flags);
  const format = formatOf(flags);
  if (flags.output !== undefined) checkWritable(flags.output);
  const [before, after] = narrowed(await load(old, flags), await load(fresh, flags), flags);
  const found = diffGraphs(diffSide(before), diffSide(after));
  const diff: DiffInput = { before: before.graph, after: after.graph, ...found };
  await write(render(diff, format, `${old} → ${fresh}`, after.root, flags), flags);
  const isSame = [found.added, found.removed, found.moved, found.changed, found.addedEdges, found.removedEdges].every(
    (list) => list.length === 0,
  );
  if (flags.exitCode && !isSame) process.exitCode = EXIT.failed;
}

function formatOf({ text, json, markdown, format, output }: DiffFlags): (typeof FORMATS)[number] {
  const flags = { text, json, markdown };
  const asked = new Set([...FORMATS.filter((name) => flags[name]), ...(format === undefined ? [] : [format])]);
  if (asked.size > 1) throw usageError(`several formats at once: ${[...asked].join(", ")}`, "give one");
  const byName = output?.endsWith(".json") ? "json" : output?.endsWith(".md") ? "markdown" : "text";
  return [...asked][0] ?? byName;
}

function render(
  diff: DiffInput,
  format: (typeof FORMATS)[number],
  title: string,
  root: string,
  flags: DiffFlags,
): Iterable<string> {
  if (format === "json") return [`${JSON.stringify(diffJson(diff), undefined, 2)}\n`];
  if (format === "markdown") return diffMarkdown(diff, title);
  return diffText(diff, lookOf(root, flags.urlTemplate, flags.output === undefined ? process.stdout : {}));
}

/** A graph that was filtered, and the texts behind it. */
type Side = Pick<GraphSource, "graph" | "root"> & { readonly text?: GraphSource["text"] };

/** What stands on the disk comes before what git knows. */
async function load(what: string, flags: DiffFlags): Promise<Side> {
  const options = { ...scanOptionsOf(flags), external: true };
  const kind = what === "-" ? "file" : diskFileSystem().kind(absolutePath(what));
  if (kind === "file" && !/\.(rs|toml)$/.test(what)) return { graph: await readGraph(what), root: "." };
  if (kind !== undefined) return scanFor(what, options, flags);
  if (statSync(flags.in, { throwIfNoEntry: false }) === undefined)
    throw nothingCalled(flags.in, "--in is to be a folder");
  const folder = realFolder(flags.in);
  const revision = findRevision(folder, what);
  if (revision === undefined)
    throw nothingCalled(what, `no file, no folder, and no revision that git knows in ${flags.in}`);
  return scanFor(folder, options, { ...flags, revision });
}

/** Filters by class first, then by the patterns of both sides together, and folds in the end. */
function narrowed(before: Side, after: Side, flags: DiffFlags): [Side, Side] {
  const { focus, root, leaf, depth, only, exclude, hide, level, isolated, ...classes } = shownFiltersOf(flags, false);
  const narrow = (side: Side, filters: FilterOptions): Side => ({ ...side, graph: filteredGraph(side.graph, filters) });
  const sides = [narrow(before, classes), narrow(after, classes)] as const;
  const scope = { focus, root, leaf, depth, only, exclude };
  const last = { hide, level, isolated };
  const parts = filterBoth(diffSide(sides[0]), diffSide(sides[1]), scope);
  tellFilters(parts.diagnostics);
  return [narrow({ ...sides[0], graph: parts.before }, last), narrow({ ...sides[1], graph: parts.after }, last)];
}

function nothingCalled(what: string, message: string): InputError {
  return new InputError([{ severity: "error", code: "no-input", message: `${what}: ${message}` }], true);
}

/** Adds a reader of the functions' code; without texts there is none. */
function diffSide({ graph, text }: Side): DiffSide {
  if (text === undefined) return { graph };
  const known = new Map<number, FunctionCode | undefined>();
  const starts = new Map<string, readonly number[]>();
  const code = (node: number): FunctionCode | undefined => {
    if (!known.has(node)) known.set(node, codeOf(graph, node, text, starts));
    return known.get(node);
  };
  return { graph, code };
}

function codeOf(
  graph: CallGraph,
  node: number,
  text: GraphSource["text"],
  starts: Map<string, readonly number[]>,
): FunctionCode | undefined {
  const file = nodeText(graph, node, "file");
  const content = file === undefined ? undefined : text(file);
  if (file === undefined || content === undefined) return undefined;
  let lines = starts.get(file);
  if (lines === undefined)
    starts.set(file, (lines = [0, ...[...content.matchAll(/\n/g)].map(({ index }) => index + 1)]));
  return functionCode(content, (lines[graph.nodes.line[node]! - 1] ?? 0) + graph.nodes.column[node]! - 1);
}
