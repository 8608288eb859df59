/** `callmap who`: asks the graph about functions. */
import { type Command, Option } from "commander";
import { matchFunctions } from "../graph/pattern.ts";
import { type CallGraph, NODE_KINDS } from "../graph/types.ts";
import { diskFileSystem } from "../host/disk.ts";
import { checkWritable } from "../host/write.ts";
import { ROOTS } from "../query/entries.ts";
import type { Format } from "../render/formats.ts";
import type { UnresolvedSite } from "../scan/assemble.ts";
import { type Answer, answerGraph, filteredGraph, type Question } from "./answer.ts";
import { lookOf } from "./look.ts";
import { addDrawingOptions, addFilterOptions, addReadOptions, list, shownFiltersOf } from "./options.ts";
import {
  addOutputOptions,
  askedFormats,
  count,
  formatByName,
  type OutputFlags,
  write,
  writeGraphAs,
} from "./output.ts";
import { linesOf, loadGraph, type SourceFlags } from "./source.ts";
import { EXIT, usageError } from "./terminal.ts";
import { answerChanged } from "./who-changed.ts";
import { answerCycles, answerDominators, answerPaths } from "./who-paths.ts";
import { answerTree } from "./who-tree.ts";
import { answerUnreached } from "./who-unreached.ts";

/** Flags of the command. */
export interface WhoFlags extends OutputFlags, SourceFlags {
  readonly callers?: boolean;
  readonly callees?: boolean;
  readonly both?: boolean;
  readonly source?: boolean;
  readonly why?: boolean;
  readonly from?: string;
  readonly changed?: string;
  readonly maxPaths: number;
  readonly roots?: string[];
}

/** What the modes of the command are given. */
export interface WhoQuestion extends Question {
  /** The pattern, where the mode takes one. */
  readonly pattern: string | undefined;
  readonly flags: WhoFlags;
  /** Absolute folder to which the graph's files are relative. */
  readonly root: string;
  readonly text: (file: string) => string | undefined;
  readonly source: (file: string, line: number) => string | undefined;
  /** Call sites without a target, where they are known. */
  readonly unresolved?: () => readonly UnresolvedSite[];
}

interface Mode {
  readonly flag: string;
  /** Whether a function is to be named. */
  readonly subject: "needed" | "possible" | "none";
  readonly answer: (question: WhoQuestion) => Answer | Promise<Answer>;
}

/** The modes by their flags; the first is the default. */
const MODES: readonly Mode[] = [
  { flag: "callers", subject: "needed", answer: (q) => answerTree(q, ["callers"]) },
  { flag: "callees", subject: "needed", answer: (q) => answerTree(q, ["callees"]) },
  { flag: "both", subject: "needed", answer: (q) => answerTree(q, ["callers", "callees"]) },
  { flag: "from", subject: "needed", answer: answerPaths },
  { flag: "dominators", subject: "needed", answer: answerDominators },
  { flag: "cycles", subject: "possible", answer: answerCycles },
  { flag: "unreached", subject: "possible", answer: answerUnreached },
  { flag: "changed", subject: "none", answer: answerChanged },
];

const DEPTH_HELP = "calls to follow from FN: N to callers, M to callees (N both ways); a number or max (default: 1)";

const EXAMPLES = `
FN is a path or its end (Sq::area, area), <Sq as Shape>::area, a glob (core::**::new),
/regex/, file.rs:LINE, or a symbol as profilers and linkers print it. Where several functions
have the name, all are answered for.

Examples:
  callmap who parse                          who calls parse, and where
  callmap who Shape::area --depth 3 --source callers of callers, with the calling lines
  callmap who main --callees --depth max     everything that main runs
  callmap who src/lex.rs:120 ../other        the function at a line, in another workspace
  callmap who std::fs::read                  calls out of the workspace
  callmap who _RNvMNtC4core5shapeNtB2_2Sq4area  the function of a symbol
  callmap who area --both --svg -o area.svg  a picture of the neighbourhood

Exit: 0 answered · 1 nothing found · 2 wrong usage or unreadable input.
`;

/** Adds the command to the program. */
export function whoCommand(program: Command): void {
  const command = program
    .command("who")
    .description("Tell who calls a function, what it calls, and what follows from that")
    .argument("[fn]", "function, see below")
    .argument("[path]", "folder, Cargo.toml, or anything inside a package (default: .)")
    .optionsGroup("What is asked (default: --callers):")
    .option("--callers", "functions that call FN")
    .option("--callees", "functions that FN calls")
    .option("--both", "callers and callees")
    .option("--from <a>", "the ways from the functions A to FN, shortest first")
    .option("--dominators", "what every way from the entry points to FN passes through")
    .option("--cycles", "recursions: all, or those that FN takes part in")
    .option("--unreached", "functions that no entry point reaches: all, or those that FN names")
    .option("--changed <rev>", "functions that changed since a git revision, and all that reaches them")
    .optionsGroup("How it is told:")
    .option("--source", "with the calling lines")
    .addOption(new Option("--max-paths <n>", "with --from: most paths").argParser(count).default(10))
    .option("--roots <list>", `entry points: ${ROOTS.join(", ")}, or functions (default: all that are there)`, list)
    .option("--why", "with the reason of each edge");
  addOutputOptions(command, "Output (default: text for reading):");
  addDrawingOptions(addFilterOptions(addReadOptions(command), DEPTH_HELP));
  addSourceOptions(command).addHelpText("after", EXAMPLES).action(runWho);
}

/** Adds the options that say where the graph comes from. */
export function addSourceOptions(command: Command): Command {
  return command
    .optionsGroup("Other:")
    .option("--graph <file>", "ask a graph that callmap scan --json wrote, without sources; - is standard input")
    .option("--no-cache", "do not use or keep scans (in $XDG_CACHE_HOME/callmap, else ~/.cache/callmap)")
    .option("-q, --quiet", "no progress, no remarks")
    .helpOption("-h, --help", "print this help");
}

async function runWho(first: string | undefined, second: string | undefined, flags: WhoFlags): Promise<void> {
  const asked = MODES.filter(({ flag }) => flags[flag] !== undefined);
  if (asked.length > 1)
    throw usageError(`${asked.map((m) => `--${m.flag}`).join(" and ")} exclude each other`, "give one");
  const mode = asked[0] ?? MODES[0]!;
  const { pattern, path } = positionals(mode, first, second);
  const format = formatOf(flags);
  if (flags.output !== undefined) checkWritable(flags.output);
  const { graph: whole, root, text, unresolved } = await loadGraph(path, flags);
  const graph = visibleGraph(whole, flags, format, pattern);
  const look = lookOf(root, flags.urlTemplate, flags.output === undefined ? process.stdout : {});
  const question: WhoQuestion = {
    ...{ graph, whole, look, pattern, flags, root, text, source: linesOf(text) },
    ...(unresolved === undefined ? {} : { unresolved }),
  };
  const answer = await mode.answer(question);
  if (format === undefined) await write(lines(answer), flags);
  else await writeGraphAs(answerGraph(question, answer), format, flags);
  if (!answer.isFound) process.exitCode = EXIT.failed;
}

function* lines({ lines }: Answer): Generator<string> {
  for (const line of lines) yield `${line.trimEnd()}\n`;
}

/** Where a function may be left out, one argument that stands on the disk is the path. */
function positionals(
  { flag, subject }: Mode,
  first: string | undefined,
  second: string | undefined,
): { pattern: string | undefined; path: string } {
  if (subject === "needed") {
    if (first === undefined)
      throw usageError("which function?", `name one: callmap who FN [PATH]${flag === "callers" ? "" : ` --${flag}`}`);
    return { pattern: first, path: second ?? "." };
  }
  if (second !== undefined) return { pattern: first, path: second };
  const isPath = first !== undefined && (subject === "none" || diskFileSystem().kind(first) !== undefined);
  return isPath ? { pattern: undefined, path: first } : { pattern: first, path: "." };
}

/** The format that is asked for; `undefined` for text. */
function formatOf(flags: WhoFlags): Format | undefined {
  const asked = askedFormats(flags)[0];
  if (asked !== undefined || flags.output === undefined) return asked;
  const byName = formatByName(flags.output);
  return byName?.name === "text" ? undefined : byName;
}

/** The graph after the filters. Functions of other crates are in it when they are asked for, by a flag or by name. */
function visibleGraph(whole: CallGraph, flags: WhoFlags, format: Format | undefined, pattern?: string): CallGraph {
  const isDrawing = format !== undefined && (format.isPicture || format.name === "dot");
  const external = flags.external || namesForeign(whole, pattern);
  const { depth: _, ...filters } = shownFiltersOf({ ...flags, external }, isDrawing);
  return filteredGraph(whole, filters);
}

/** True for a name that only functions of other crates have. */
function namesForeign(whole: CallGraph, pattern: string | undefined): boolean {
  const found = pattern === undefined ? [] : matchFunctions(whole, pattern);
  return found.length > 0 && found.every((node) => whole.nodes.kind[node] === EXTERNAL);
}

const EXTERNAL = NODE_KINDS.indexOf("external");
