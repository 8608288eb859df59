/** Options that commands share: what is read, what is shown, how it is written. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { parseCfgOption } from "../cfg/index.ts";
import { LEVELS, type Level } from "../graph/fold.ts";
import { CONFIDENCES, type Confidence, EDGE_KINDS, type EdgeKind } from "../graph/types.ts";
import type { FilterOptions } from "../graph/view.ts";
import { absolutePath } from "../host/disk.ts";
import { CLUSTER_KINDS, type ClusterKind } from "../render/clusters.ts";
import type { RenderOptions } from "../render/options.ts";
import { ENGINES } from "../render/svg.ts";
import type { ScanOptions } from "../scan/scan.ts";
import { usageError } from "./terminal.ts";

/** Options as commander gives them; names are the camel-case forms of the flags. */
export interface SharedOptions {
  readonly package?: string[];
  readonly excludePackage?: string[];
  readonly lib?: boolean;
  readonly bins?: boolean;
  readonly bin?: string[];
  readonly examples?: boolean;
  readonly example?: string[];
  readonly tests?: boolean;
  readonly test?: string[];
  readonly benches?: boolean;
  readonly bench?: string[];
  readonly allTargets?: boolean;
  readonly features?: string[];
  readonly allFeatures?: boolean;
  readonly defaultFeatures: boolean;
  readonly target?: string;
  readonly cfg?: string[];
  readonly deps: boolean;
  readonly sysroot?: string;
  readonly dispatch: "cha" | "rta" | "none";
  readonly external?: boolean;
  readonly closures?: boolean;
  readonly candidates?: boolean;
  readonly implicit?: boolean;
  readonly focus?: string[];
  readonly root?: string[];
  readonly leaf?: string[];
  readonly depth?: FilterOptions["depth"];
  readonly only?: string[];
  readonly exclude?: string[];
  readonly hide?: string[];
  readonly kind?: EdgeKind[];
  readonly minConfidence?: Confidence;
  readonly level?: Level;
  readonly isolated: boolean;
  readonly inactive: boolean;
  readonly std: boolean;
  readonly urlTemplate?: string;
  readonly rankdir?: RenderOptions["rankdir"];
  readonly layout?: (typeof ENGINES)[number];
  readonly cluster?: ClusterKind[];
  readonly groupScc?: boolean;
  readonly legend?: boolean;
  readonly title?: string;
}

/** Adds a value to a list: the option may be repeated, and takes values separated by commas. */
export function list(value: string, previous: string[] | undefined): string[] {
  return [
    ...(previous ?? []),
    ...value
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  ];
}

/** Adds a value to a list as it is; patterns may hold commas. */
export function repeated(value: string, previous: string[] | undefined): string[] {
  return [...(previous ?? []), value];
}

function depth(value: string): FilterOptions["depth"] {
  const match = /^(\d+|max)(?:,(\d+|max))?$/.exec(value);
  if (!match) throw new InvalidArgumentError("expected N or N,M (callers, callees), each a number or `max`.");
  const [callers, callees] = [match[1]!, match[2] ?? match[1]!].map((n) =>
    n === "max" ? Number.POSITIVE_INFINITY : Number(n),
  );
  return { callers: callers!, callees: callees! };
}

/** Any machine will do, since targets can be made to order, but it must have the form of one. */
function triple(value: string): string {
  if (/^[\w.]+(-[\w.]+){1,3}$/.test(value)) return value;
  throw new InvalidArgumentError("expected a target triple such as x86_64-unknown-linux-gnu.");
}

function cfgOptions(value: string, previous?: string[]): string[] {
  if (parseCfgOption(value)) return repeated(value, previous);
  throw new InvalidArgumentError('expected a word or word="value".');
}

/** Returns a reader of lists of words that come from a table. */
function wordsOf<Word extends string>(table: readonly Word[]): (value: string, previous?: Word[]) => Word[] {
  return (value, previous = []) => [
    ...previous,
    ...list(value, undefined).map((text) => {
      const word = table.find((known) => known === text);
      if (word === undefined) throw new InvalidArgumentError(`known are ${table.join(", ")}.`);
      return word;
    }),
  ];
}

function clusters(value: string, previous?: ClusterKind[]): ClusterKind[] {
  return value === "none" ? [] : wordsOf(CLUSTER_KINDS)(value, previous);
}

/** Adds the options that say what is read, with Cargo's names and meanings. */
export function addReadOptions(command: Command): Command {
  return command
    .optionsGroup("What is read (as by cargo build; default: libraries, binaries and build scripts of the members):")
    .option("-p, --package <name>", "a package, and those it needs; a glob; repeatable", list)
    .option("--exclude-package <name>", "all packages but this; a glob; repeatable", list)
    .option("--lib", "libraries")
    .option("--bins", "binaries")
    .option("--bin <name>", "one binary, or a glob", list)
    .option("--examples", "examples")
    .option("--example <name>", "one example, or a glob", list)
    .option("--tests", "what cargo test builds: libraries, binaries and tests, with #[cfg(test)]")
    .option("--test <name>", "one integration test, or a glob", list)
    .option("--benches", "what cargo bench builds")
    .option("--bench <name>", "one benchmark, or a glob", list)
    .option("--all-targets", "all of these")
    .option("-F, --features <features>", "features to activate, separated by commas", list)
    .option("--all-features", "activate all features")
    .option("--no-default-features", "leave the default feature off")
    .option("--target <triple>", "platform whose code is active (default: this machine's)", triple)
    .option("--cfg <option>", 'further option as rustc takes it: loom, key="value"', cfgOptions)
    .option("--no-deps", "do not look into the sources of dependencies")
    .option(
      "--sysroot <path>",
      "read std's sources (rust-src) there, not callmap's own description of std",
      absolutePath,
    );
}

const WALKED = "with the three above: follow N calls back and M calls on (N both ways)";

/** Adds the options that say what is shown of the graph; `depthHelp` where the command counts from somewhere else. */
export function addFilterOptions(command: Command, depthHelp = WALKED): Command {
  return command
    .optionsGroup("What is shown (PATTERN: a path or its end, a glob, /regex/, file.rs:LINE, a module, a package):")
    .option("--focus <pattern>", "these functions, what reaches them and what they reach; repeatable", repeated)
    .option("--root <pattern>", "these functions and what they reach", repeated)
    .option("--leaf <pattern>", "these functions and what reaches them", repeated)
    .option("--depth <n[,m]>", depthHelp, depth)
    .option("--only <pattern>", "nothing but these; in drawings with dotted edges for ways between them", repeated)
    .option("--exclude <pattern>", "without these", repeated)
    .option("--hide <pattern>", "without these, but with dotted edges for what they join", repeated)
    .addOption(new Option("--level <level>", "fold functions into types, modules …").choices(LEVELS))
    .option("--external", "also functions of std and of dependencies that are called")
    .option("--no-std", "with --external: without std, core and alloc")
    .option("--closures", "closures as nodes of their own")
    .option("--candidates", "methods that a call of unknown receiver may mean by name")
    .option("--implicit", "in drawings also operators, deref, for, ?, formatting")
    .option("--kind <kinds>", `only edges of these kinds: ${EDGE_KINDS.join(", ")}`, wordsOf(EDGE_KINDS))
    .addOption(new Option("--min-confidence <level>", "only edges that are at least so sure").choices(CONFIDENCES))
    .addOption(
      new Option("--dispatch <how>", "what a trait's method may run: any implementation (cha), or none")
        .choices(["cha", "rta", "none"])
        .default("cha"),
    )
    .option("--no-inactive", "without code that cfg leaves out")
    .option("--no-isolated", "without functions that have no edge");
}

/** Adds the options of drawings. */
export function addDrawingOptions(command: Command): Command {
  return command
    .optionsGroup("Drawings (--dot, --svg):")
    .option("--url-template <url>", "link of functions and call sites: https://host/{file}#L{line}")
    .option("--cluster <kinds>", `boxes to draw: ${CLUSTER_KINDS.join(", ")}, or none`, clusters)
    .option("--group-scc", "boxes around recursions instead")
    .option("--legend", "explain lines and boxes")
    .option("--title <text>", "heading")
    .addOption(new Option("--rankdir <direction>", "direction of calls").choices(["LR", "TB", "RL", "BT"]))
    .addOption(new Option("--layout <engine>", "engine of Graphviz").choices(ENGINES));
}

/** Refuses what would silently do nothing. */
export function checkOptions(o: SharedOptions): void {
  if (o.depth && !o.focus && !o.root && !o.leaf)
    throw usageError("--depth needs a place to count from", "add --focus PATTERN, --root PATTERN or --leaf PATTERN");
}

/** Options that say how sources are read. */
const READ_OPTIONS = [
  ...["package", "excludePackage", "lib", "bins", "bin", "examples", "example", "tests", "test", "benches", "bench"],
  ...["allTargets", "features", "allFeatures", "target", "cfg", "sysroot"],
] as const;

/** Refuses options about sources beside a graph that was saved. */
export function checkSavedGraph(o: Readonly<Partial<Record<string, unknown>>>): void {
  const asked = READ_OPTIONS.find((name) => o[name] !== undefined);
  const flag =
    asked?.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) ??
    (o.dispatch === "rta" ? "dispatch rta" : undefined);
  if (flag === undefined) return;
  throw usageError(`--${flag} is about sources, and --graph reads none`, "give it to the scan that saves the graph");
}

/** The scan that the options ask for. */
export function scanOptionsOf(o: SharedOptions): ScanOptions {
  return {
    packages: { packages: o.package ?? [], exclude: o.excludePackage ?? [] },
    targets: {
      lib: o.lib ?? false,
      bins: o.bins ?? false,
      bin: o.bin ?? [],
      examples: o.examples ?? false,
      example: o.example ?? [],
      tests: o.tests ?? false,
      test: o.test ?? [],
      benches: o.benches ?? false,
      bench: o.bench ?? [],
      allTargets: o.allTargets ?? false,
    },
    features: {
      features: o.features ?? [],
      allFeatures: o.allFeatures ?? false,
      noDefaultFeatures: !o.defaultFeatures,
    },
    ...(o.target === undefined ? {} : { target: o.target }),
    cfg: o.cfg ?? [],
    external: o.external ?? false,
    closures: o.closures ?? false,
    candidates: o.candidates ?? false,
    deps: o.deps,
    ...(o.sysroot === undefined ? {} : { sysroot: o.sysroot }),
    dispatch: o.dispatch,
  };
}

/** The filters that the options ask for; `isDrawing` leaves implicit calls out unless they are asked for, and bridges what is cut away. */
export function filtersOf(o: SharedOptions, isDrawing: boolean): FilterOptions {
  return {
    ...(o.focus ? { focus: o.focus } : {}),
    ...(o.root ? { root: o.root } : {}),
    ...(o.leaf ? { leaf: o.leaf } : {}),
    ...(o.depth ? { depth: o.depth } : {}),
    ...(o.only ? { only: o.only } : {}),
    ...(o.exclude ? { exclude: o.exclude } : {}),
    ...(o.hide ? { hide: o.hide } : {}),
    ...(o.kind ? { kinds: o.kind } : {}),
    ...(o.minConfidence ? { minConfidence: o.minConfidence } : {}),
    ...(o.level ? { level: o.level } : {}),
    ...(isDrawing && !o.implicit && !o.kind ? { implicit: false } : {}),
    ...(o.dispatch === "none" ? { dispatch: false } : {}),
    residual: isDrawing,
    isolated: o.isolated,
    inactive: o.inactive,
    std: o.std,
    closures: o.closures ?? false,
  };
}

/** The filters of what is shown: functions of other crates are left out unless they are asked for. */
export function shownFiltersOf(o: SharedOptions, isDrawing: boolean): FilterOptions {
  return { ...filtersOf(o, isDrawing), ...(o.external ? {} : { external: false }) };
}

/** The look of drawings that the options ask for. */
export function renderOptionsOf(o: SharedOptions): RenderOptions {
  return {
    ...(o.urlTemplate === undefined ? {} : { urlTemplate: o.urlTemplate }),
    ...(o.rankdir === undefined ? {} : { rankdir: o.rankdir }),
    ...(o.layout === undefined ? {} : { layout: o.layout }),
    ...(o.cluster === undefined ? {} : { clusters: o.cluster }),
    ...(o.groupScc === undefined ? {} : { groupScc: o.groupScc }),
    ...(o.legend === undefined ? {} : { legend: o.legend }),
    ...(o.title === undefined ? {} : { title: o.title }),
  };
}
