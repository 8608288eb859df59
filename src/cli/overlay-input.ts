/** What `callmap overlay` stands on: the profiles, added up, and the workspace they are laid over. */
import { type Diagnostic, InputError } from "../base/diagnostic.ts";
import { nodeKey } from "../graph/columns.ts";
import { matchFunctions, nearestNames } from "../graph/pattern.ts";
import type { CallGraph } from "../graph/types.ts";
import { absolutePath, diskFileSystem } from "../host/disk.ts";
import { cargoHome } from "../host/environment.ts";
import { openProfile } from "../host/profile-file.ts";
import { samplySymbols } from "../host/record.ts";
import { importProfile } from "../profile/import/import.ts";
import { mergeProfiles } from "../profile/import/merge.ts";
import { frameMatcher } from "../profile/overlay/graph-matcher.ts";
import { type FrameMatcher, matchFrames, rawMatcher } from "../profile/overlay/match.ts";
import { layOver, type Overlay, type OverlayOptions } from "../profile/overlay/overlay.ts";
import type { RecursionMode } from "../profile/overlay/recursion.ts";
import type { Profile, ProfileFormat } from "../profile/types.ts";
import { loadWorkspace } from "../workspace/index.ts";
import type { OverlayFlags } from "./overlay-flags.ts";
import { loadGraph } from "./source.ts";
import { printDiagnostics, usageError } from "./terminal.ts";

/** Names of `--format-in`. */
const FORMATS_IN: readonly ProfileFormat[] = [
  "perf-script",
  "perf-report",
  "folded",
  "callgrind",
  "cachegrind",
  "firefox",
  "pprof",
  "speedscope",
];

/** The workspace of an overlay; without a graph every symbol stands for itself. */
export interface Ground {
  readonly graph: CallGraph | undefined;
  /** Absolute folder to which the graph's files are relative. */
  readonly root: string;
  readonly matcher: FrameMatcher;
}

/** Reads profiles and adds them up. Throws an {@link InputError} when one of them holds nothing. */
export async function readProfiles(paths: readonly string[], flags: OverlayFlags): Promise<Profile> {
  if (paths.filter((path) => path === "-").length > 1)
    throw usageError("- stands for standard input once", "name files");
  const profiles: Profile[] = [];
  for (const path of paths) profiles.push(await readProfile(path, flags));
  const { value, diagnostics } = mergeProfiles(profiles);
  if (diagnostics.some((d) => d.severity === "error")) throw new InputError(diagnostics, true);
  return value;
}

async function readProfile(path: string, flags: OverlayFlags): Promise<Profile> {
  const format = formatIn(flags.formatIn);
  const options = { inline: flags.inline ?? false, demangled: flags.rawNames ?? false };
  const source = new Watched(await openProfile(path, options));
  const symbols = await samplySymbols(path);
  const name = path === "-" ? "standard input" : path;
  const { value, diagnostics } = await importProfile(source, {
    name,
    ...(format === undefined ? {} : { format }),
    ...(symbols === undefined ? {} : { symbols }),
  });
  if (source.failure !== undefined) throw source.failure;
  if (diagnostics.some((d) => d.severity === "error")) throw new InputError(diagnostics, true);
  printDiagnostics(flags.quiet ? diagnostics.filter((d) => d.severity !== "info") : diagnostics);
  return value;
}

function formatIn(name: string | undefined): ProfileFormat | undefined {
  const format = FORMATS_IN.find((known) => known === name);
  if (name !== undefined && format === undefined)
    throw usageError(`unknown format ${name}`, `known are ${FORMATS_IN.join(", ")}`);
  return format;
}

/** A stream that remembers what our own side of it had to say when it broke. */
class Watched implements AsyncIterable<Uint8Array> {
  private readonly source: AsyncIterable<Uint8Array>;
  failure: InputError | undefined;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      yield* this.source;
    } catch (error) {
      if (error instanceof InputError) this.failure = error;
      throw error;
    }
  }
}

/** Returns the graph that the profile is laid over: of the workspace that is named, else of the one around, if there is one. */
export async function findGround(flags: OverlayFlags, profile: Profile): Promise<Ground> {
  if (flags.rawNames) return BARE;
  try {
    return await groundOf(flags, profile);
  } catch (error) {
    if (!(error instanceof InputError) || flags.workspace !== undefined || flags.graph !== undefined) throw error;
    const message = `no workspace here (${error.diagnostics[0]?.message ?? error.message}): symbols are shown as they were recorded`;
    printDiagnostics([{ severity: "warning", code: "no-workspace", message, hint: "name it with -w PATH" }]);
    return BARE;
  }
}

const BARE: Ground = { graph: undefined, root: ".", matcher: rawMatcher };

/** What `cargo build` builds is scanned; tests, examples and benchmarks only where the profile shows that one of them ran. */
async function groundOf(flags: OverlayFlags, profile: Profile): Promise<Ground> {
  const path = flags.workspace ?? ".";
  const crates = flags.graph === undefined ? memberCrates(path) : [];
  const ground = await load(path, flags, crates);
  if (flags.graph !== undefined || TARGET_FLAGS.some((flag) => flags[flag] !== undefined)) return ground;
  if (!ranOtherTarget(profile, ground, crates)) return ground;
  return load(path, { ...flags, allTargets: true }, crates);
}

async function load(path: string, flags: OverlayFlags, crates: readonly string[]): Promise<Ground> {
  const { graph, root } = await loadGraph(path, flags);
  return { graph, root, matcher: frameMatcher(graph, { crates }) };
}

const TARGET_FLAGS = ["lib", "bins", "bin", "examples", "example", "tests", "test", "benches", "bench", "allTargets"];

/** Names of all crates of the workspace's members, of whatever kind. */
function memberCrates(path: string): string[] {
  const { value } = loadWorkspace(diskFileSystem(), absolutePath(path), { cargoHome: cargoHome() });
  const members = value.packages.filter(({ member }) => member);
  return [...new Set(members.flatMap(({ targets }) => targets.map(({ crateName }) => crateName)))];
}

/** True when the profile names functions of a crate that was not read, or those that the graph lacks in a run of tests. */
function ranOtherTarget(profile: Profile, { graph, matcher }: Ground, crates: readonly string[]): boolean {
  const { nodes, strings } = graph!;
  const read = new Set(Array.from(nodes.module, (row) => strings[row]?.split("::")[0]));
  const unread = new Set(crates.filter((crate) => !read.has(crate)));
  const matches = matchFrames(profile, matcher);
  const missing = matches.filter(({ rule }) => rule === "missing");
  return (
    missing.some(({ crate }) => unread.has(crate)) ||
    (missing.length > 0 && matches.some(({ kind, crate }) => kind === "external" && crate === "test"))
  );
}

/** Lays the profile over the graph as the flags ask for. Throws an {@link InputError} where nothing can be charged. */
export function overlayOf(profile: Profile, { graph, matcher }: Ground, flags: OverlayFlags): Overlay {
  const overlay = layOver(profile, graph, matcher, overlayOptions(graph, flags));
  const errors = overlay.diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0) throw new InputError(errors, true);
  printDiagnostics(overlay.diagnostics);
  return overlay;
}

function overlayOptions(graph: CallGraph | undefined, flags: OverlayFlags): OverlayOptions {
  const { recursion, groups } = recursionOf(flags.recursion ?? [], graph);
  return {
    filter: {
      ...(flags.event === undefined ? {} : { event: flags.event }),
      ...(flags.thread === undefined ? {} : { thread: flags.thread }),
      ...(flags.pid === undefined ? {} : { process: flags.pid }),
    },
    ...(flags.through === undefined ? {} : { through: flags.through }),
    ...(recursion === undefined ? {} : { recursion }),
    groups,
    split: flags.split ?? "none",
    repair: flags.repair,
    ...(flags.maxStack === undefined ? {} : { maxStack: flags.maxStack }),
  };
}

const MODES: readonly RecursionMode[] = ["scc", "observed", "function", "direct", "keep"];

function recursionOf(
  words: readonly string[],
  graph: CallGraph | undefined,
): { recursion: RecursionMode | undefined; groups: ((name: string, key: string) => boolean)[] } {
  let recursion: RecursionMode | undefined;
  const groups: ((name: string, key: string) => boolean)[] = [];
  for (const word of words) {
    const mode = MODES.find((known) => known === word);
    if (mode !== undefined) recursion = mode;
    else if (word.includes("+"))
      groups.push(
        groupOf(
          word.split("+").map((name) => name.trim()),
          graph,
        ),
      );
    else throw usageError(`unknown recursion mode ${word}`, `known are ${MODES.join(", ")}, or names: even+odd`);
  }
  return { recursion, groups };
}

/** A test for the functions of a group: patterns for those of the workspace, whole names or their ends for the others. */
function groupOf(names: readonly string[], graph: CallGraph | undefined): (name: string, key: string) => boolean {
  const keys = new Set<string>();
  for (const name of names) if (graph) for (const node of matchFunctions(graph, name)) keys.add(nodeKey(graph, node));
  return (name, key) => keys.has(key) || (keys.size === 0 && names.some((end) => isEndOf(end, name)));
}

/** True when `end` is the whole path or its last segments. */
export function isEndOf(end: string, path: string): boolean {
  return end !== "" && (path === end || path.endsWith(`::${end}`));
}

/** A diagnostic for a pattern whose functions nothing was charged to, or that names none. */
export function notCharged(pattern: string, isKnown: boolean, graph: CallGraph | undefined): Diagnostic {
  if (isKnown) return { severity: "error", code: "not-sampled", message: `no sample passes through ${pattern}` };
  const near = graph === undefined ? [] : nearestNames(graph, pattern);
  const hint = near.length > 0 ? { hint: `the nearest are:\n    ${near.join("\n    ")}` } : {};
  return { severity: "error", code: "no-match", message: `no function is named ${pattern}`, ...hint };
}
