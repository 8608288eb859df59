/**
 * CPU time of the front end (read, parse, walk, lower) over all .rs files of folders, beside the parsing alone by
 * web-tree-sitter and by native tree-sitter: `npm run bench:front -- <folder>… [--rounds=3]`.
 *
 * Every figure is the CPU time (user + system, all threads) of a process of its own, which also reads the files; they
 * take turns, so that a change in the machine's load meets all of them.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastGlob from "fast-glob";
import { Language, Parser } from "web-tree-sitter";
import { lowerFile } from "../src/facts/lower.ts";
import { readGrammar } from "../src/host/grammar.ts";
import { loadParser } from "../src/syntax/parser.ts";

/** What a process measured. */
interface Figures {
  /** CPU time for the work on texts that are in memory. */
  readonly work: number;
  /** CPU time of the process from its start. */
  readonly total: number;
  readonly bytes: number;
  /** Peak memory in MB, where it is known. */
  readonly memory?: number;
}

type Job = (texts: readonly string[]) => Promise<() => void>;

/** What there is to measure in this process: each loads what it needs and returns the work. */
const JOBS: Readonly<Record<string, Job>> = {
  "web-tree-sitter, parse": async (texts) => {
    await Parser.init();
    const parser = new Parser();
    parser.setLanguage(await Language.load(readGrammar().language));
    return () => {
      for (const text of texts) parser.parse(text)?.delete();
    };
  },
  "callmap, parse and flat tree": async (texts) => {
    const parser = await loadParser(readGrammar());
    return () => {
      for (const text of texts) parser.parse(text);
    };
  },
  "callmap, front end": async (texts) => {
    const parser = await loadParser(readGrammar());
    return () => {
      for (const text of texts) lowerFile(parser, text, { bodies: true });
    };
  },
  "callmap, front end without bodies": async (texts) => {
    const parser = await loadParser(readGrammar());
    return () => {
      for (const text of texts) lowerFile(parser, text, { bodies: false });
    };
  },
};

const NATIVE = "native tree-sitter, parse";

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** In a process of its own: paths on stdin, figures on stdout. */
async function measure(job: string): Promise<void> {
  const paths = readFileSync(0, "utf8").split("\n");
  const texts = paths.map((path) => readFileSync(path, "utf8"));
  const work = await JOBS[job]!(texts);
  const before = cpu();
  work();
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const total = cpu();
  const figures: Figures = { work: total - before, total, bytes, memory: process.resourceUsage().maxRSS / 1024 };
  console.log(JSON.stringify(figures));
}

function runJob(job: string, input: string): Figures {
  const { stdout, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), `--job=${job}`], {
    input,
    encoding: "utf8",
    stdio: ["pipe", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`${job} failed`);
  return JSON.parse(stdout);
}

function runNative(program: string, input: string): Figures {
  const { parse_ms, process_ms, bytes } = JSON.parse(execFileSync(program, { input, encoding: "utf8" }));
  return { work: parse_ms, total: process_ms, bytes };
}

function buildNative(): string {
  execFileSync("cargo", ["build", "--release", "--quiet"], { cwd: "bench/native-parse", stdio: "inherit" });
  return "bench/native-parse/target/release/native-parse";
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function compare(folders: readonly string[], rounds: number): void {
  const paths = fastGlob.sync(
    folders.map((folder) => `${folder}/**/*.rs`),
    { absolute: true },
  );
  const program = buildNative();
  const input = paths.sort().join("\n");
  const jobs = [NATIVE, ...Object.keys(JOBS)];
  const runs = new Map<string, Figures[]>(jobs.map((job) => [job, []]));
  for (let round = 0; round < rounds; round++) {
    for (const job of jobs) runs.get(job)!.push(job === NATIVE ? runNative(program, input) : runJob(job, input));
  }
  const native = runs.get(NATIVE)!;
  const web = runs.get("web-tree-sitter, parse")!;
  console.log(`${paths.length} files, ${(native[0]!.bytes / 1e6).toFixed(1)} MB, median of ${rounds} rounds, CPU time`);
  for (const job of jobs) {
    const figures = runs.get(job)!;
    const work = median(figures.map((run) => run.work));
    const toNative = median(figures.map((run, i) => run.work / native[i]!.work));
    const toWeb = median(figures.map((run, i) => run.work / web[i]!.work));
    const total = median(figures.map((run, i) => run.total / native[i]!.total));
    const memory =
      figures[0]!.memory === undefined ? "" : `, peak ${median(figures.map((run) => run.memory!)).toFixed(0)} MB`;
    console.log(
      `${job.padEnd(36)}${work.toFixed(0).padStart(7)} ms  ${toNative.toFixed(2)} x native  ${toWeb.toFixed(2)} x web-tree-sitter` +
        `  (process ${total.toFixed(2)} x native${memory})`,
    );
  }
}

const args = process.argv.slice(2);
const job = args.find((arg) => arg.startsWith("--job="));
if (job !== undefined) await measure(job.slice("--job=".length));
else {
  const rounds = Number(args.find((arg) => arg.startsWith("--rounds="))?.slice("--rounds=".length) ?? 3);
  const folders = args.filter((arg) => !arg.startsWith("--"));
  if (folders.length === 0) throw new Error("give folders with .rs files");
  compare(folders, rounds);
}
