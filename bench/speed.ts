/**
 * What does a whole scan cost beside the parsing alone? `npm run bench:speed -- [SET|FOLDER…] [--rounds=3]`.
 *
 * A scan is `callmap scan FOLDER --json` as users run it, node's own start included, in a process of its own. Beside it, native
 * tree-sitter parses exactly the files of the workspace that the scan reads. A first scan reads the sources of dependencies besides, so it
 * has a second ratio: to parsing all the files it reads. The figures are CPU time (user and system, all threads); the
 * processes take turns, so that a change in the machine's load meets all of them, and the ratios are medians over the rounds.
 *
 * Each workspace is scanned four times a round: with nothing kept; anew, with what is kept of its dependencies; for the graph that is kept as long
 * as nothing changes; and without dependencies. `--timings` has a scan made anew.
 *
 * Without arguments: a workspace of some 80,000 lines and one of more than 300,000.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { machineServices } from "../src/host/services.ts";
import { type ScanOptions, scanWorkspace } from "../src/scan/scan.ts";
import { bundledCommand, type Run, runCommand } from "./command.ts";
import { assembled, emptyCache, featuresOf, isKnownSet } from "./workspaces.ts";

/** What the native program prints; times are CPU time. */
interface Native {
  readonly bytes: number;
  readonly parse_ms: number;
  readonly process_ms: number;
}

const DEFAULT = ["tokio", "rust-analyzer"];
/** The first scan on a machine reads the signatures of dependencies and keeps them; later ones find them. */
const VARIANTS = {
  "first scan": ["--timings"],
  again: ["--timings"],
  unchanged: [],
  "--no-deps": ["--timings", "--no-deps"],
} as const;
type Variant = keyof typeof VARIANTS;

interface Round extends Readonly<Record<Variant, Run>> {
  readonly native: Native;
  /** The parse of {@link FilesRead.all}. */
  readonly nativeOfAll: Native;
}

/** Absolute paths of what a scan reads. */
interface FilesRead {
  /** Those of the workspace. */
  readonly own: readonly string[];
  /** These and the dependencies'; not the stubs of std, whose facts come with callmap. */
  readonly all: readonly string[];
}

async function filesRead(folder: string, options: ScanOptions): Promise<FilesRead> {
  const services = await machineServices({ cache: false });
  const stubs = resolve("src/stubs");
  // Relative are those of the workspace, absolute those of dependencies and of the stubs of std.
  const files = new Set<string>();
  const onFile = (file: string): void => void (file.startsWith(stubs) || files.add(file));
  const { workspace } = scanWorkspace({ ...services, onFile }, folder, options);
  const isOwn = (file: string): boolean => !file.startsWith("/");
  const own = [...files].filter(isOwn).map((file) => `${workspace.root}/${file}`);
  return { own, all: [...own, ...[...files].filter((file) => !isOwn(file))] };
}

function builtNative(): string | undefined {
  const build = spawnSync("cargo", ["build", "--release", "--quiet"], { cwd: "bench/native-parse", stdio: "inherit" });
  return build.status === 0 ? resolve("bench/native-parse/target/release/native-parse") : undefined;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function range(values: readonly number[], digits: number): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return `${median(values).toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}

function lineCount(paths: readonly string[]): number {
  let lines = 0;
  for (const path of paths) for (const byte of readFileSync(path)) if (byte === 10) lines++;
  return lines;
}

async function compare(what: string, folder: string, tools: { command: string; native: string; rounds: number }) {
  const features = featuresOf(what);
  const { own, all } = await filesRead(folder, {
    features: { features: (features[1] ?? "").split(",").filter(Boolean) },
  });
  const rounds: Round[] = [];
  let cache = emptyCache("speed");
  const scan = (variant: Variant): Run =>
    runCommand(tools.command, ["scan", folder, ...features, ...VARIANTS[variant], "--json"], cache);
  const parse = (paths: readonly string[]): Native =>
    JSON.parse(execFileSync(tools.native, { input: paths.join("\n"), encoding: "utf8" })) as Native;
  for (let round = 0; round < tools.rounds; round++) {
    cache = emptyCache("speed");
    rounds.push({
      native: parse(own),
      nativeOfAll: parse(all),
      "first scan": scan("first scan"),
      again: scan("again"),
      unchanged: scan("unchanged"),
      "--no-deps": scan("--no-deps"),
    });
  }
  process.stdout.write(`\n${what}, ${rounds.length} rounds\n`);
  for (const [name, paths, native] of [
    ["of the workspace", own, "native"],
    ["and of dependencies", all, "nativeOfAll"],
  ] as const) {
    const size = `${paths.length} files, ${lineCount(paths)} lines, ${(rounds[0]![native].bytes / 1e6).toFixed(1)} MB`;
    const times = range(
      rounds.map((round) => round[native].parse_ms),
      0,
    );
    process.stdout.write(`  native parse ${name.padEnd(21)} ${times} ms (${size})\n`);
  }
  for (const variant of Object.keys(VARIANTS) as Variant[]) describe(variant, rounds);
}

function describe(variant: Variant, rounds: readonly Round[]): void {
  const runs = rounds.map((round) => round[variant]);
  const cpu = runs.map((run) => run.cpu);
  const ratio = rounds.map((round) => round[variant].cpu / round.native.parse_ms);
  const ofAll = rounds.map((round) => round[variant].cpu / round.nativeOfAll.parse_ms);
  const besides = variant === "first scan" ? `, ${range(ofAll, 2)} x that of all files it reads` : "";
  const memory = Math.max(...runs.map((run) => run.memory));
  process.stdout.write(
    `  scan ${variant.padEnd(22)} ${range(cpu, 0)} ms, ${range(ratio, 2)} x native${besides}, peak ${memory.toFixed(0)} MB\n`,
  );
  const stages = runs
    .at(-1)!
    .stderr.split("\n")
    .filter((line) => / ms +[\d.]+ %$/.test(line));
  process.stdout.write(
    `${["tally and stages of the last round, wall time:", ...told(runs.at(-1)!), ...stages].map((line) => `    ${line}\n`).join("")}`,
  );
}

function told({ stderr }: Run): string[] {
  return stderr.split("\n").filter((line) => line.includes("call sites"));
}

async function main(args: readonly string[]): Promise<number> {
  const rounds = Number(args.find((arg) => arg.startsWith("--rounds="))?.slice("--rounds=".length) ?? 3);
  const asked = args.filter((arg) => !arg.startsWith("--"));
  const native = builtNative();
  if (native === undefined) {
    process.stdout.write("skipped: native tree-sitter is built with cargo, and that failed\n");
    return 0;
  }
  const tools = { native, rounds, command: await bundledCommand() };
  for (const what of asked.length > 0 ? asked : DEFAULT) {
    const folder = isKnownSet(what) ? assembled(what) : existsSync(what) ? resolve(what) : undefined;
    if (folder === undefined) process.stdout.write(`skipped: ${what} is neither a folder nor could it be assembled\n`);
    else await compare(what, folder, tools);
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
