/**
 * Does `callmap who` agree with the compiler, and how fast is it? `npm run bench:who -- [sets] [--verbose]`.
 *
 * In each workspace of which there is a truth, 200 functions are drawn (fixed seed) and asked for by
 * `file:line`. An answer is right when its direct callers are rustc's, no more and no fewer; callers by operators are among them. Pairs that
 * the truth leaves open are passed over on both sides: calls through std, in constants, in code that a `cfg` leaves out, callers that a
 * macro made or that rustc did not build. A call of a trait's method whose implementation rustc knows must be found at the implementation.
 *
 * The time is that of the whole command on a kept scan, the fastest of some runs, beside that of `node -e 0`.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { nodeText } from "../src/graph/columns.ts";
import { matchFunctions } from "../src/graph/pattern.ts";
import { type CallGraph, EDGE_KINDS } from "../src/graph/types.ts";
import { findScan } from "../src/host/kept.ts";
import { callTree } from "../src/query/tree.ts";
import { bundledCommand, runCommand } from "./command.ts";
import { assembled, emptyCache, featuresOf, missingTool, setsWithTruth, truthOf } from "./workspaces.ts";

/** A function of the truth; `id` is its place in the list. */
interface TruthFunction {
  readonly id: number;
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly path: string;
  readonly macro?: string;
  readonly cfg_lines?: readonly (readonly [number, number])[];
}

interface Truth {
  readonly functions: readonly TruthFunction[];
  readonly edges: readonly {
    readonly caller: number;
    readonly callee: number;
    readonly kind: string;
    readonly declared?: number;
    readonly candidates?: readonly number[];
  }[];
  readonly through_external: readonly (readonly [number, number])[];
}

const SAMPLE = 200;
const SEED = 20_261_122;
const ROUNDS = 5;
const IMPLICIT = EDGE_KINDS.indexOf("implicit");
const DISPATCH = EDGE_KINDS.indexOf("dispatch");

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function drawn<T>(list: readonly T[], count: number): T[] {
  const random = randomNumbers(SEED);
  const left = [...list];
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(Math.floor(random() * left.length), 1)[0]!,
  );
}

/** What rustc says of callers. */
class Compiler {
  readonly truth: Truth;
  readonly #callers = new Map<number, Set<number>>();
  readonly #open = new Set<string>();

  constructor(truth: Truth) {
    this.truth = truth;
    for (const [caller, callee] of truth.through_external) this.#open.add(`${caller} ${callee}`);
    for (const { caller, callee, kind, declared, candidates } of truth.edges) {
      for (const other of candidates ?? []) this.#open.add(`${caller} ${other}`);
      if (kind === "const_init") for (const end of [callee, declared]) this.#open.add(`${caller} ${end}`);
      else this.#callers.set(callee, (this.#callers.get(callee) ?? new Set()).add(caller));
    }
  }

  isJudged(caller: number, callee: number): boolean {
    return this.truth.functions[caller]!.macro === undefined && !this.#open.has(`${caller} ${callee}`);
  }

  callers(callee: number): Set<number> {
    return new Set([...(this.#callers.get(callee) ?? [])].filter((caller) => this.isJudged(caller, callee)));
  }
}

/** Functions of the graph as rustc numbers them: same file and name, the nearest line (that of `fn`, or of attributes above). */
function numbering(graph: CallGraph, functions: readonly TruthFunction[]): ReadonlyMap<number, number> {
  const byName = new Map<string, TruthFunction[]>();
  for (const one of functions) {
    const key = `${one.file} ${one.name.replace(/^r#/, "")}`;
    byName.set(key, [...(byName.get(key) ?? []), one]);
  }
  const pairs: [distance: number, node: number, id: number][] = [];
  for (let node = 0; node < graph.nodes.length; node++) {
    const key = `${nodeText(graph, node, "file")} ${nodeText(graph, node, "name")!.replace(/^r#/, "")}`;
    for (const one of byName.get(key) ?? []) {
      const below = one.line - graph.nodes.line[node]!;
      if (below >= -3 && below <= 150) pairs.push([Math.abs(below), node, one.id]);
    }
  }
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const [found, used] = [new Map<number, number>(), new Set<number>()];
  for (const [, node, id] of pairs) {
    if (found.has(node) || used.has(id)) continue;
    found.set(node, id);
    used.add(id);
  }
  return found;
}

interface Verdict {
  readonly subject: TruthFunction;
  readonly hasCallers: boolean;
  readonly missing: readonly number[];
  readonly extra: readonly number[];
}

/** Asks for the function by its place and compares the direct callers. */
function judge(
  graph: CallGraph,
  numbers: ReadonlyMap<number, number>,
  compiler: Compiler,
  subject: TruthFunction,
): Verdict {
  const expected = compiler.callers(subject.id);
  const found = new Set<number>();
  for (const node of matchFunctions(graph, `${subject.file}:${subject.line}`)) {
    for (const row of callTree(graph, node, { direction: "callers", depth: 1 }).slice(1)) {
      const kinds = row.edges.filter((edge) => isCall(graph, edge, subject.name));
      const caller = numbers.get(row.node);
      if (row.parent !== 0 || kinds.length === 0 || caller === undefined) continue;
      if (!compiler.isJudged(caller, subject.id)) continue;
      if (expected.has(caller) || !isUnderCfg(compiler, caller, graph, kinds)) found.add(caller);
    }
  }
  return {
    subject,
    hasCallers: expected.size > 0,
    missing: [...expected].filter((caller) => !found.has(caller)),
    extra: [...found].filter((caller) => !expected.has(caller)),
  };
}

/** The truth has neither drops nor formatting. */
function isCall(graph: CallGraph, edge: number, callee: string): boolean {
  const kind = graph.edges.kind[edge]!;
  return kind !== DISPATCH && !(kind === IMPLICIT && (callee === "drop" || callee === "fmt"));
}

/** All sites stand under a `cfg`, of which the truth does not tell whether it held. */
function isUnderCfg(compiler: Compiler, caller: number, graph: CallGraph, edges: readonly number[]): boolean {
  const ranges = compiler.truth.functions[caller]!.cfg_lines ?? [];
  const { siteStart } = graph.edges;
  return edges.every((edge) => {
    const lines = graph.sites.line.subarray(siteStart[edge]!, siteStart[edge + 1]!);
    return lines.length > 0 && lines.every((line) => ranges.some(([first, last]) => first <= line && line <= last));
  });
}

/** `0.21 s (0.19 s of CPU)`: the fastest of some runs. */
function fastest(command: string, args: readonly string[], cache: string): string {
  const runs = Array.from({ length: ROUNDS }, () => runCommand(command, args, cache));
  const seconds = (times: readonly number[]): string => `${(Math.min(...times) / 1000).toFixed(2)} s`;
  return `${seconds(runs.map((run) => run.wall))} (${seconds(runs.map((run) => run.cpu))} of CPU)`;
}

function share(right: number, all: number): string {
  return `${((100 * right) / Math.max(1, all)).toFixed(1).padStart(5)} % (${right}/${all})`;
}

async function bench(set: string, workspace: string, command: string, isVerbose: boolean): Promise<void> {
  const truth = JSON.parse(gunzipSync(readFileSync(truthOf(set))).toString()) as Truth;
  const cache = emptyCache("who");
  process.env.XDG_CACHE_HOME = cache;
  const flags = featuresOf(set);
  const features = flags.slice(1).flatMap((list) => list.split(","));
  const { graph } = await findScan({ path: workspace, options: { features: { features } } });
  const compiler = new Compiler(truth);
  const numbers = numbering(graph, truth.functions);
  const subjects = drawn(
    truth.functions.filter((one) => one.macro === undefined),
    SAMPLE,
  );
  const verdicts = subjects.map((subject) => judge(graph, numbers, compiler, subject));
  const isRight = (one: Verdict): boolean => one.missing.length + one.extra.length === 0;
  const called = verdicts.filter((one) => one.hasCallers);
  const { file, line } = called[0]!.subject;
  const question = ["who", `${file}:${line}`, workspace, ...flags, "-q"];
  runCommand(command, question, cache);
  const rights = (list: readonly Verdict[]): string => share(list.filter(isRight).length, list.length);
  process.stdout.write(
    `${set.padEnd(8)} right ${rights(verdicts)}, of those with callers ${rights(called)}; ` +
      `who ${fastest(command, question, cache)}, node ${fastest("-e", ["0"], cache)}\n`,
  );
  if (isVerbose) for (const one of verdicts.filter((v) => !isRight(v))) process.stdout.write(told(truth, one));
}

function told({ functions }: Truth, { subject, missing, extra }: Verdict): string {
  const list = (word: string, ids: readonly number[]): string =>
    ids.map((id) => `    ${word} ${functions[id]!.path} (${functions[id]!.file}:${functions[id]!.line})\n`).join("");
  return `  ${subject.path} (${subject.file}:${subject.line})\n${list("missing", missing)}${list("extra", extra)}`;
}

const missing = missingTool();
if (missing !== undefined) process.stdout.write(`nothing to compare with: ${missing} is not there\n`);
else {
  const args = process.argv.slice(2);
  const sets = args.filter((arg) => !arg.startsWith("-"));
  const command = await bundledCommand();
  for (const set of sets.length > 0 ? sets : setsWithTruth()) {
    const workspace = assembled(set);
    if (workspace === undefined) process.stdout.write(`${set}: can't be assembled\n`);
    else await bench(set, workspace, command, args.includes("--verbose"));
  }
}
