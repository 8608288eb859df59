/** Options that commands share: what is read, what is shown, how it is written. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { CONFIDENCES, type Confidence, EDGE_KINDS, type EdgeKind } from "../graph/types.ts";
import type { FilterOptions } from "../graph/view.ts";
import type { RenderOptions } from "../render/options.ts";
import type { ScanOptions } from "../scan/scan.ts";

/** Levels to which a graph can be folded. */
export const LEVELS = ["function", "type", "module", "package"] as const;

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
  readonly dispatch: "cha" | "none";
  readonly external?: boolean;
  readonly closures?: boolean;
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
  readonly level?: (typeof LEVELS)[number];
  readonly isolated?: boolean;
  readonly urlTemplate?: string;
  readonly rankdir?: RenderOptions["rankdir"];
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

function kinds(value: string, previous: EdgeKind[] | undefined): EdgeKind[] {
  const known: readonly string[] = EDGE_KINDS;
  for (const kind of value.split(",")) {
    if (!known.includes(kind)) throw new InvalidArgumentError(`known are ${EDGE_KINDS.join(", ")}.`);
  }
  return [...(previous ?? []), ...(value.split(",") as EdgeKind[])];
}

/** Adds the options that say what is read, with Cargo's names and meanings. */
export function addReadOptions(command: Command): Command {
  return command
    .optionsGroup("What is read (as cargo build understands it):")
    .option("-p, --package <name>", "package or glob; repeatable", list)
    .option("--exclude-package <name>", "leave out a package or glob", list)
    .option("--lib", "libraries")
    .option("--bins", "all binaries")
    .option("--bin <name>", "a binary or glob", list)
    .option("--examples", "all examples")
    .option("--example <name>", "an example or glob", list)
    .option("--tests", "tests, and code that only tests compile")
    .option("--test <name>", "an integration test or glob", list)
    .option("--benches", "all benchmarks")
    .option("--bench <name>", "a benchmark or glob", list)
    .option("--all-targets", "everything")
    .option("-F, --features <features>", "features to activate, separated by commas", list)
    .option("--all-features", "activate all features")
    .option("--no-default-features", "do not activate the default feature")
    .option("--target <triple>", "target whose code is active (default: this machine's)")
    .option("--cfg <option>", 'further option, e.g. loom or key="value"', repeated)
    .option("--no-deps", "do not read the sources of dependencies");
}

/** Adds the options that say what is shown of the graph. */
export function addFilterOptions(command: Command): Command {
  return command
    .optionsGroup("What is shown (PATTERN: a path, a part of it, a glob, /regex/, file.rs:LINE):")
    .option("--focus <pattern>", "functions, and what reaches them or is reached", repeated)
    .option("--root <pattern>", "what these functions reach", repeated)
    .option("--leaf <pattern>", "what reaches these functions", repeated)
    .option("--depth <n[,m]>", "calls to follow: callers N, callees M", depth)
    .option("--only <pattern>", "nothing but these", repeated)
    .option("--exclude <pattern>", "without these", repeated)
    .option("--hide <pattern>", "without these, but with dotted edges for what they join", repeated)
    .addOption(new Option("--level <level>", "fold functions upward").choices(LEVELS))
    .option("--kind <kinds>", `edges of these kinds: ${EDGE_KINDS.join(", ")}`, kinds)
    .addOption(new Option("--min-confidence <level>", "edges at least this sure").choices(CONFIDENCES))
    .addOption(
      new Option("--dispatch <how>", "implementations a trait's method may run")
        .choices(["cha", "none"])
        .default("cha"),
    )
    .option("--external", "functions of std and dependencies that are called")
    .option("--closures", "closures as nodes of their own")
    .option("--implicit", "operators, deref, for, ?, formatting also in drawings")
    .option("--no-isolated", "without functions that have no edge");
}

/** Adds the options of drawings. */
export function addDrawingOptions(command: Command): Command {
  return command
    .optionsGroup("Drawings:")
    .option("--url-template <url>", "link of every function, e.g. https://host/{file}#L{line}")
    .addOption(new Option("--rankdir <direction>", "direction of calls").choices(["LR", "TB", "RL", "BT"]))
    .option("--title <text>", "heading");
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
    deps: o.deps,
    dispatch: o.dispatch,
  };
}

/** The filters that the options ask for; `isDrawing` leaves implicit calls out unless they are asked for. */
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
    ...(o.isolated === false ? { isolated: false } : {}),
    closures: o.closures ?? false,
  };
}

/** The look of drawings that the options ask for. */
export function renderOptionsOf(o: SharedOptions): RenderOptions {
  return {
    ...(o.urlTemplate === undefined ? {} : { urlTemplate: o.urlTemplate }),
    ...(o.rankdir === undefined ? {} : { rankdir: o.rankdir }),
    ...(o.title === undefined ? {} : { title: o.title }),
  };
}
