/**
 * Does the call graph agree with the compiler's? `npm run bench:accuracy -- [SET…] [--no-deps] [--update]`.
 *
 * Each workspace that has a truth is assembled, scanned with the features of the truth, and scored. The figures stand beside those of
 * `bench/accuracy.json`: the run fails when one got worse by more than a tolerance; `--update` writes the new ones. Functions, recall and precision of
 * the edges of all confidences and of exact ones alone, dispatch, operators, calls out of a macro's own text, call sites without a target;
 * below that the recall by the look of the call. `--no-deps` scans without the sources of dependencies and shows what that costs.
 *
 * The sources of dependencies are those that Cargo has on this machine, so that figures may differ a little between machines.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundledCommand, runCommand } from "./command.ts";
import { assembled, CACHE, emptyCache, featuresOf, missingTool, setsWithTruth, TRUTHS, truthOf } from "./workspaces.ts";

type Share = readonly [part: number, whole: number];

/** What `score.py --json` prints. */
interface Score {
  readonly functions: Share;
  readonly recall: Share;
  readonly precision: Share;
  readonly dispatch: Share;
  readonly dispatch_precision: Share;
  readonly by_kind: Readonly<Record<string, Share>>;
  readonly by_syntax: Readonly<Record<string, Share>>;
}

/** Figures by their short names; `undefined` where there was nothing to judge. */
type Figures = Readonly<Record<string, number | undefined>>;

/** What is committed: figures by set, with and without the sources of dependencies. */
type Committed = Readonly<Record<"dependencies" | "noDependencies", Readonly<Record<string, Figures>>>>;

const COMMITTED = "bench/accuracy.json";
/** A fall by more than this fails. */
const TOLERANCE = 0.001;
/** The one figure that should be small; it hangs on which sources of dependencies a machine has, and may rise by this much. */
const UNRESOLVED = "unresolved";
const UNRESOLVED_TOLERANCE = 0.003;

function figuresOf(all: Score, exact: Score, unresolved: number): Figures {
  return {
    functions: share(all.functions),
    recall: share(all.recall),
    precision: share(all.precision),
    "exact-recall": share(exact.recall),
    "exact-precision": share(exact.precision),
    "dispatch-recall": share(all.dispatch),
    "dispatch-precision": share(all.dispatch_precision),
    operators: share(all.by_kind.operator),
    macros: share(all.by_kind.macro),
    [UNRESOLVED]: unresolved,
  };
}

function share(counts: Share | undefined): number | undefined {
  return counts === undefined || counts[1] === 0 ? undefined : Number((counts[0] / counts[1]).toFixed(4));
}

function score(set: string, graph: string, ...more: readonly string[]): Score {
  const args = [join(TRUTHS, "score.py"), truthOf(set), graph, "--json", ...more];
  // The last line is a summary for people.
  return JSON.parse(execFileSync("python3", args, { encoding: "utf8" }).split("\n")[0]!) as Score;
}

function unresolvedShare(graph: string): number {
  const { attributes } = JSON.parse(readFileSync(graph, "utf8")) as {
    attributes: { tally: { unresolved: number; total: number } };
  };
  return Number((attributes.tally.unresolved / Math.max(1, attributes.tally.total)).toFixed(4));
}

interface Measured {
  readonly set: string;
  readonly figures: Figures;
  readonly looks: Readonly<Record<string, Share>>;
}

function measure(command: string, set: string, folder: string, flags: readonly string[]): Measured {
  mkdirSync(join(CACHE, "graphs"), { recursive: true });
  const graph = join(CACHE, "graphs", `${set}${flags.join("")}.json`);
  runCommand(
    command,
    ["scan", folder, ...featuresOf(set), ...flags, "--quiet", "--json", "-o", graph],
    emptyCache("accuracy"),
  );
  const all = score(set, graph);
  const exact = score(set, graph, "--min-confidence", "exact");
  return { set, figures: figuresOf(all, exact, unresolvedShare(graph)), looks: all.by_syntax };
}

/** Prints rows of figures below their names; all columns of a table are of one width. */
function printTable(columns: readonly string[], rows: readonly (readonly [string, readonly string[]])[]): void {
  const width = Math.max(...columns.map((name) => name.length), 8) + 1;
  const line = (first: string, cells: readonly string[]): string =>
    `${first.padEnd(20)}${cells.map((cell) => cell.padStart(width)).join("")}\n`;
  process.stdout.write(line("", columns));
  for (const [first, cells] of rows) process.stdout.write(line(first, cells));
}

function decimal(value: number | undefined): string {
  return value === undefined ? "-" : value.toFixed(4);
}

function printFigures(all: readonly Measured[], beside: Readonly<Record<string, Figures>>): void {
  const names = Object.keys(all[0]!.figures);
  const sets = all.map(({ set }) => set);
  printTable(
    sets,
    names.flatMap((name) => [
      [name, all.map(({ figures }) => decimal(figures[name]))] as const,
      ...changes(name, all, beside),
    ]),
  );
  const looks = [...new Set(all.flatMap((one) => Object.keys(one.looks)))].sort();
  process.stdout.write("\nrecall by the look of the call\n");
  printTable(
    sets,
    looks.map((look) => [look, all.map((one) => decimal(share(one.looks[look])))]),
  );
}

/** A row with what changed against other figures, where anything did. */
function changes(name: string, all: readonly Measured[], beside: Readonly<Record<string, Figures>>) {
  const cells = all.map(({ set, figures }) => {
    const [now, before] = [figures[name], beside[set]?.[name]];
    const change = now === undefined || before === undefined ? 0 : now - before;
    return Math.abs(change) < 0.000_05 ? "" : `${change > 0 ? "+" : ""}${change.toFixed(4)}`;
  });
  return cells.some((cell) => cell !== "") ? [["", cells] as const] : [];
}

/** Returns a line for every figure that got worse. */
function losses({ set, figures }: Measured, before: Figures | undefined): string[] {
  return Object.entries(before ?? {}).flatMap(([name, was]) => {
    if (was === undefined) return [];
    const now = figures[name] ?? (name === UNRESOLVED ? 1 : 0);
    const isWorse = name === UNRESOLVED ? now - was > UNRESOLVED_TOLERANCE : was - now > TOLERANCE;
    return isWorse ? [`${set}: ${name} was ${decimal(was)} and is ${decimal(now)}`] : [];
  });
}

function readCommitted(): Committed {
  if (!existsSync(COMMITTED)) return { dependencies: {}, noDependencies: {} };
  return JSON.parse(readFileSync(COMMITTED, "utf8")) as Committed;
}

function writeCommitted(committed: Committed, part: keyof Committed, all: readonly Measured[]): void {
  const news = Object.fromEntries(all.map(({ set, figures }) => [set, figures]));
  const sets = Object.entries({ ...committed[part], ...news }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(COMMITTED, `${JSON.stringify({ ...committed, [part]: Object.fromEntries(sets) }, null, 2)}\n`);
}

async function main(args: readonly string[]): Promise<number> {
  const missing = missingTool();
  if (missing !== undefined) {
    process.stdout.write(`skipped: accuracy is measured with ${missing}, which is not here\n`);
    return 0;
  }
  const asked = args.filter((arg) => !arg.startsWith("--"));
  const unknown = asked.find((set) => !setsWithTruth().includes(set));
  if (unknown !== undefined) {
    process.stderr.write(`there is no set \`${unknown}\`; there are ${setsWithTruth().join(", ")}\n`);
    return 2;
  }
  const command = await bundledCommand();
  const flags = args.includes("--no-deps") ? ["--no-deps"] : [];
  const all: Measured[] = [];
  for (const set of asked.length > 0 ? asked : setsWithTruth()) {
    const folder = assembled(set);
    if (folder === undefined) process.stdout.write(`skipped: ${set} could not be assembled\n`);
    else all.push(measure(command, set, folder, flags));
  }
  return all.length === 0 ? 0 : report(all, flags.length === 0 ? "dependencies" : "noDependencies", args);
}

function report(all: readonly Measured[], part: keyof Committed, args: readonly string[]): number {
  const committed = readCommitted();
  const worse = all.flatMap((one) => losses(one, committed[part][one.set]));
  printFigures(all, committed.dependencies);
  process.stdout.write(`\nrows of signed figures: the change against ${COMMITTED}, scanned with dependencies\n`);
  if (args.includes("--update")) {
    writeCommitted(committed, part, all);
    return 0;
  }
  for (const line of worse) process.stdout.write(`worse: ${line}\n`);
  return worse.length > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
