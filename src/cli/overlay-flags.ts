/** The options of `callmap overlay`, and what they mean for the layers below. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { PercentMode } from "../profile/overlay/percent.ts";
import type { RollUpLevel } from "../profile/overlay/rollup.ts";
import type { FlameColors } from "../render/flame.ts";
import { addReadOptions, list, repeated } from "./options.ts";
import { count } from "./output.ts";
import type { SourceFlags } from "./source.ts";

/** Levels of `--by`. */
export const LEVELS: readonly RollUpLevel[] = ["crate", "package", "module", "type", "file", "kind"];

/** Flags as commander gives them. */
export interface OverlayFlags extends SourceFlags, Readonly<Record<string, unknown>> {
  readonly workspace?: string;
  readonly rawNames?: boolean;
  readonly top?: number | true;
  readonly peek?: string[];
  readonly list?: string[];
  readonly tree?: boolean;
  readonly by?: RollUpLevel;
  readonly callGraph?: string | true;
  readonly gaps?: boolean;
  readonly external?: boolean;
  readonly unmatched?: boolean;
  readonly events?: boolean;
  readonly symbols?: string | true;
  readonly base?: string[];
  readonly normalize?: boolean;
  readonly event?: string;
  readonly thread?: string;
  readonly pid?: string;
  readonly recursion?: string[];
  readonly repair: boolean;
  readonly maxStack?: number;
  readonly through?: string[];
  readonly split?: "mono" | "closure";
  readonly percent?: PercentMode;
  readonly sort: "self" | "inclusive" | "nearest";
  readonly children: boolean;
  readonly min?: number;
  readonly flame?: string;
  readonly icicle?: boolean;
  readonly reverse?: boolean;
  readonly colors?: FlameColors;
  readonly width?: number;
  readonly minWidth?: number;
  readonly nodeMin?: number;
  readonly edgeMin?: number;
  readonly maxNodes?: number;
  readonly color?: "inclusive" | "self";
  readonly format?: string;
  readonly output?: string;
  readonly formatIn?: string;
  readonly inline?: boolean;
  readonly recorder?: "perf" | "samply" | "valgrind";
  readonly frequency?: number;
  readonly unwind?: "dwarf" | "fp" | "lbr";
  readonly save?: string;
}

/** Reads a share: `0.5` or `0.5%`. */
function share(value: string): number {
  if (!/^\d+(\.\d+)?\s*%?$/.test(value)) throw new InvalidArgumentError("expected per cent: 0.5 or 0.5%.");
  return Number.parseFloat(value);
}

function positive(value: string): number {
  const number = count(value);
  if (number === 0) throw new InvalidArgumentError("expected a number from 1.");
  return number;
}

const PERCENTS: readonly PercentMode[] = ["total", "parent", "group"];
const COLORS: readonly FlameColors[] = ["kind", "package", "module", "cost", "hot"];

/** Adds all options to the command. */
export function addOverlayOptions(command: Command): Command {
  addViews(command);
  addCharging(command);
  addOutput(command);
  addRecording(command);
  addReadOptions(command);
  return command
    .optionsGroup("Other:")
    .option("--graph <file>", "a graph that callmap scan --json wrote takes the place of the workspace")
    .option("--no-cache", "do not use or keep scans")
    .option("-q, --quiet", "no progress, no remarks")
    .helpOption("-h, --help", "print this help");
}

function addViews(command: Command): void {
  command
    .option("-w, --workspace <path>", "folder, Cargo.toml, or anything inside a package (default: .)")
    .option("--raw-names", "symbols as they were recorded, without a workspace")
    .optionsGroup("What is shown (default: --top 20):")
    .option("--top [n]", "the functions that cost most; 0 for all", count)
    .option("--external", "with --top: also functions of libraries and of the system")
    .option("--peek <fn>", "a function with its callers and callees; repeatable", repeated)
    .option("--list <fn>", "a function's source lines with their costs; repeatable", repeated)
    .option("--tree", "callers above callees, by cost")
    .addOption(new Option("--by <level>", "costs by larger units").choices(LEVELS))
    .option("--call-graph [spec]", "perf's: graph|fractal|flat|folded|none[,MIN][,LIMIT][,caller|callee]")
    .option("--no-children", "with --call-graph: charge callers with their own cost alone")
    .option("--gaps", "calls that the source does not show, and calls of hot functions that were not seen")
    .option("--base <profile>", "what changed against this profile; repeatable: these are added up", repeated)
    .option("--normalize", "with --base: as if both had taken the same time")
    .option("--unmatched", "all symbols of the workspace without a function, and all without a name")
    .option("--events", "events, processes and threads of the profile")
    .option("--symbols [file]", "read one symbol a line instead of a profile: path, file:line and rule of each")
    .addOption(
      new Option(
        "--percent <of>",
        "of the whole (total), by KCachegrind's rule (parent), or of the module or what --by says (group); default: total, --peek: parent",
      ).choices(PERCENTS),
    )
    .addOption(
      new Option("--sort <cost>", "order of --top").choices(["inclusive", "self", "nearest"]).default("inclusive"),
    )
    .option("--min <percent>", "leave out what costs less (--tree: 0.5 %)", share);
}

function addCharging(command: Command): void {
  command
    .optionsGroup("What is counted:")
    .option("--event <name>", "one event (default: the first)")
    .option("--thread <name>", "one thread, by name or number")
    .option("--pid <name>", "one process, by name or number")
    .option(
      "--through <crates>",
      "libraries that are passed over between two functions of the workspace: std, crate names, all, none (default: std)",
      list,
    )
    .addOption(
      new Option("--split <copies>", "show the copies of a function: by type arguments, or its closures").choices([
        "mono",
        "closure",
      ]),
    )
    .option(
      "--recursion <mode>",
      "scc (default), observed, function, direct, keep; or names to be one frame: even+odd; repeatable",
      repeated,
    )
    .option("--no-repair", "leave cut stacks as they are")
    .option("--max-stack <n>", "frames at which the recorder cut stacks, where callmap does not see it", positive);
}

function addOutput(command: Command): void {
  command
    .optionsGroup("How it is written (default: text):")
    .option("--json", "the whole overlay, or what is shown of it")
    .option("--folded", "folded stacks")
    .option("--callgrind", "for KCachegrind and callgrind_annotate")
    .option("--speedscope", "for speedscope")
    .option("--pprof", "for pprof")
    .option("--dot", "the call graph in the colours of its costs, for Graphviz")
    .option("--svg", "the same as a picture")
    .option("--format <format>", "one of the above by name, or a graph format of callmap scan")
    .option("-o, --output <file>", "write to a file; its extension tells the format")
    .option("--flame <file>", "write a flame graph")
    .optionsGroup("Pictures:")
    .option("--icicle", "flame graph from the top down")
    .option("--reverse", "flame graph and tree from the leaves")
    .addOption(new Option("--colors <by>", "what colours of the flame graph mean").choices(COLORS))
    .option("--width <pixels>", "of the flame graph (1200)", positive)
    .option("--min-width <percent>", "leave out narrower boxes (0.01)", share)
    .option("--title <text>", "heading")
    .option("--node-min <percent>", "call graph: leave out functions below (0.5)", share)
    .option("--edge-min <percent>", "call graph: leave out calls below (0.1)", share)
    .option("--max-nodes <n>", "call graph: most functions (80)", positive)
    .addOption(new Option("--color <cost>", "call graph: colour by").choices(["inclusive", "self"]))
    .option("--url-template <url>", "call graph: link of functions: https://host/{file}#L{line}")
    .addOption(new Option("--rankdir <direction>", "call graph: direction of calls").choices(["LR", "TB", "RL", "BT"]));
}

function addRecording(command: Command): void {
  command
    .optionsGroup("Recording (callmap overlay -- COMMAND ARGUMENTS) and perf.data:")
    .addOption(new Option("--recorder <name>", "default: the first that works").choices(["perf", "samply", "valgrind"]))
    .option("--frequency <hz>", "samples per second (997)", positive)
    .addOption(new Option("--unwind <how>", "perf: how stacks are found (dwarf)").choices(["dwarf", "fp", "lbr"]))
    .option("--save <file>", "keep the recording")
    .option("--inline", "perf: also calls that were inlined (may take minutes)")
    .option("--format-in <format>", "format of the profiles, where it is not recognised");
}
