/** `callmap overlay`: lays profiles over the source. */
import type { Command } from "commander";
import { nodeText } from "../graph/columns.ts";
import { checkWritable, writeText } from "../host/write.ts";
import type { Overlay } from "../profile/overlay/overlay.ts";
import { presentTree } from "../profile/overlay/present.ts";
import { groupName } from "../profile/overlay/recursion.ts";
import { type FlameOptions, renderFlame } from "../render/flame.ts";
import { formatCost, groupDigits } from "../render/overlay-input.ts";
import { renderSummary, renderUnmatched } from "../render/overlay-text.ts";
import { write } from "./output.ts";
import { addOverlayOptions, type OverlayFlags } from "./overlay-flags.ts";
import { formatOf, type OverlayFormat } from "./overlay-formats.ts";
import { findGround, overlayOf, readProfiles } from "./overlay-input.ts";
import { recordProfile } from "./overlay-record.ts";
import { readLines, symbolTable } from "./overlay-symbols.ts";
import { defaultView, unmatchedRows, type View, type ViewInput, viewsOf } from "./overlay-views.ts";
import { loadGraph, sourceLines } from "./source.ts";
import { usageError, writeOut } from "./terminal.ts";

const EXAMPLES = `
FN is written as for callmap who: a path or its end, a glob, /regex/, file.rs:LINE.

Examples:
  perf record --call-graph dwarf ./target/release/app; callmap overlay perf.data
  perf script | callmap overlay - -w ../app --flame out.svg
                                             a flame graph in which recursion is one frame
  callmap overlay -- ./target/release/app    record (perf, samply or valgrind) and show
  callmap overlay callgrind.out.1 --peek eval --list eval
                                             callers and callees, and the source with costs
  callmap overlay new.txt --base old.txt     what became slower
  callmap overlay p.txt --by module          modules instead of functions
  callmap overlay p.txt --svg -o heat.svg    the call graph in the colours of its costs
  callmap overlay p.txt --call-graph fractal,5,caller --raw-names
                                             perf report's own tree
  nm app | cut -d' ' -f3 | callmap overlay --symbols

Exit: 0 shown · 1 nothing found, or not writable · 2 wrong usage or unreadable input.
`;

/** Adds the command to the program. */
export function overlayCommand(program: Command): void {
  const command = program
    .command("overlay")
    .usage("[options] PROFILE... | -- COMMAND ARGUMENTS...")
    .description("Lay profiles over the source: who costs what, in terms of the functions as written")
    .argument("[profile...]", `${KNOWN}; - is standard input; several add up`);
  addOverlayOptions(command)
    .addHelpText("after", EXAMPLES)
    .action((paths: string[], flags: OverlayFlags) => runOverlay(paths, recordedCommand(program), flags));
}

const KNOWN =
  "perf.data, perf script text, folded stacks, callgrind.out, JSON of samply or the Firefox Profiler, pprof, speedscope; also gzipped";

/** What stands behind `--`. */
function recordedCommand(program: Command): readonly string[] {
  const words = (program as unknown as { readonly rawArgs: readonly string[] }).rawArgs;
  const at = words.indexOf("--");
  return at < 0 ? [] : words.slice(at + 1);
}

async function runOverlay(words: readonly string[], command: readonly string[], flags: OverlayFlags): Promise<void> {
  const paths = words.slice(0, words.length - command.length);
  const format = formatOf(flags);
  for (const output of [flags.output, flags.flame, flags.save]) if (output !== undefined) checkWritable(output);
  if (flags.symbols !== undefined) return tellSymbols(paths, flags);
  checkUsage(paths, command, format, flags);
  const profile = await (command.length > 0 ? recordProfile(command, flags) : readProfiles(paths, flags));
  const ground = await findGround(flags, profile);
  const overlay = overlayOf(profile, ground, flags);
  const base = flags.base === undefined ? undefined : overlayOf(await readProfiles(flags.base, flags), ground, flags);
  await show({ overlay, base, flags, source: sourceLines(ground.root) }, format);
}

function checkUsage(
  paths: readonly string[],
  command: readonly string[],
  format: OverlayFormat | undefined,
  flags: OverlayFlags,
): void {
  if (paths.length > 0 && command.length > 0)
    throw usageError("profiles and a command to record exclude each other", "give one of both");
  if (paths.length === 0 && command.length === 0)
    throw usageError(
      "no profile is named",
      "callmap overlay PROFILE, perf script | callmap overlay -, or callmap overlay -- COMMAND",
    );
  if (flags.rawNames && (flags.workspace !== undefined || flags.graph !== undefined))
    throw usageError("--raw-names takes no workspace", "leave one of both out");
  if (format?.isBinary && (flags.output === undefined || flags.output === "-") && process.stdout.isTTY)
    throw usageError(`${format.name} is no text`, "write it to a file with -o");
}

async function tellSymbols(paths: readonly string[], flags: OverlayFlags): Promise<void> {
  if (paths.length > 0) throw usageError("--symbols takes no profile", "callmap overlay --symbols FILE");
  const lines = readLines(flags.symbols === true ? "-" : flags.symbols!);
  const { graph } = await loadGraph(flags.workspace ?? ".", flags);
  await write(symbolTable(graph, lines), flags);
}

async function show(input: ViewInput, format: OverlayFormat | undefined): Promise<void> {
  const { overlay, flags } = input;
  const views = viewsOf(input);
  const isPictureAlone = flags.flame !== undefined && views.length === 0 && format === undefined;
  const shown = views.length === 0 && !isPictureAlone ? [defaultView(input)] : views;
  if (flags.flame !== undefined) await writeFlame(input);
  if (format === undefined) return write(text(input, shown), flags);
  if (!flags.quiet) process.stderr.write([...summary(overlay, flags)].join(""));
  const chunks = await format.render(input, views);
  if (flags.output === undefined || flags.output === "-") await writeOut(chunks);
  else writeText(flags.output, chunks);
}

function* text({ overlay, flags }: ViewInput, views: readonly View[]): Generator<string> {
  yield* summary(overlay, flags);
  for (const view of views) {
    yield "\n";
    yield* view.text();
  }
}

/** Unmatched symbols that the summary names. */
const UNMATCHED_SHOWN = 5;

function* summary(overlay: Overlay, { recursion }: OverlayFlags): Generator<string> {
  const asksForObserved = recursion?.includes("observed") ?? false;
  const { event, total, shares, repair, estimated, profile, graph } = overlay;
  const path = (node: number) => (graph ? (nodeText(graph.graph, node, "path") ?? "") : "");
  yield* renderSummary({
    event: event.name,
    unit: event.unit,
    total,
    shares,
    repair: repair && { ...repair, paths: repair.paths.map((nodes) => nodes.map(path)) },
    estimated,
    partial: profile.partial,
    isMatched: graph !== undefined,
    observedCycles: asksForObserved ? [] : cycleNames(overlay),
    otherEvents: profile.events.filter(({ name }) => name !== event.name).map(({ name }) => name),
  });
  const unmatched = unmatchedRows(overlay);
  if (unmatched.length > 0) yield* renderUnmatched(unmatched, UNMATCHED_SHOWN);
}

/** Names of the circles that only the profile has, costliest first. */
function cycleNames({ observedCycles, shownCosts, subjects }: Overlay): string[] {
  const costOf = (cycle: readonly number[]) => Math.max(...cycle.map((subject) => shownCosts.inclusive[subject]!));
  const sorted = [...observedCycles].sort((a, b) => costOf(b) - costOf(a));
  return sorted.map((cycle) => groupName(cycle.map((subject) => subjects.rows[subject]!.name)));
}

async function writeFlame({ overlay, base, flags }: ViewInput): Promise<void> {
  const tree = presentTree(overlay, { reverse: flags.reverse ?? false, ...(base ? { base } : {}) });
  await write(renderFlame(tree, { subtitle: subtitleOf(overlay), ...flameOptions(flags) }), { output: flags.flame! });
}

/** What is counted, and what of it is estimated. */
function subtitleOf({ event, total, repair, estimated }: Overlay): string {
  const samples = total.count > 0 ? `${groupDigits(total.count)} samples, ` : "";
  const back = repair?.repaired.count ?? 0;
  const notes = [
    ...(back > 0 ? [`${groupDigits(back)} cut stacks put back on their root (estimated)`] : []),
    ...(estimated ? ["estimated from the call graph"] : []),
  ];
  return [`${event.name}: ${samples}${formatCost(total.weight, event.unit)}`, ...notes].join("; ");
}

function flameOptions({ title, width, minWidth, icicle, colors }: OverlayFlags): FlameOptions {
  return {
    ...(title === undefined ? {} : { title }),
    ...(width === undefined ? {} : { width }),
    ...(minWidth === undefined ? {} : { minWidth }),
    ...(icicle === undefined ? {} : { icicle }),
    ...(colors === undefined ? {} : { colors }),
  };
}
