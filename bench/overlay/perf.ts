/**
 * perf's own percentages: `perf report` of the shared recording, and of one made here where perf is installed, against our call graphs with
 * merging off.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importBytes } from "../../src/profile/import/import.ts";
import type { CallGraphOptions, ChainNode } from "../../src/profile/overlay/perf-chains.ts";
import { PERF_DEFAULT, parseCallGraph, perfReport } from "../../src/profile/overlay/perf-graph.ts";
import type { Profile } from "../../src/profile/types.ts";
import { readBytes, readProfile } from "./corpus.ts";

/** Arguments of `-g` that are tried, with and without children. */
const SPECS = [
  "graph,0.5,caller",
  "graph,0.5,callee",
  "graph,5,caller",
  "fractal,0.5,caller",
  "fractal,5,callee",
  "flat,0.5,caller",
  "folded,0.5,caller",
  "graph,0.5,3,caller",
];

/** Prints how many of perf's lines ours has with the same figures. */
export async function benchPerf(shared: string): Promise<void> {
  const whole = new TextDecoder().decode(readBytes(join(shared, "profiles/variants/20-perf-report-folded.txt")));
  // The file is the beginning of a report; its last entry is not whole.
  const report = whole.slice(0, whole.lastIndexOf("\n     "));
  const profile = await readProfile(join(shared, "profiles/shop/v0-release.dwarf.inline.perf.txt"));
  compare("the shared recording, perf report --no-children -g folded", report, profile, "folded,0.5,caller", false);
  await benchHere();
}

/** Records this very process's node, reports with perf, and compares. */
async function benchHere(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "callmap-perf-"));
  const data = join(folder, "perf.data");
  try {
    const work = "let x = 0; for (let i = 0; i < 3e7; i++) x += Math.sqrt(i); JSON.stringify(process.versions)";
    spawnSync("perf", ["record", "-q", "-F", "499", "--call-graph", "fp", "-o", data, process.execPath, "-e", work]);
    if (!existsSync(data)) return console.log("perf can't record here: no comparison with a recording of our own");
    const script = spawnSync("perf", ["script", "-i", data], { maxBuffer: 1 << 30 }).stdout;
    const { value: profile } = await importBytes(script);
    for (const children of [true, false])
      for (const spec of SPECS) {
        const words = ["report", "-i", data, "--stdio", children ? "--children" : "--no-children", "-g", spec];
        const report = spawnSync("perf", words, { maxBuffer: 1 << 30, encoding: "utf8" }).stdout;
        compare(`recorded here, ${words.slice(3).join(" ")}`, report, profile, spec, children);
      }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A row of a report with its call graph: symbol, percentages, and the share and name of each node. */
interface Entry {
  readonly symbol: string;
  readonly shares: string;
  readonly nodes: string[];
}

function compare(title: string, report: string, profile: Profile, spec: string, children: boolean): void {
  const theirs = readReport(report, children);
  const options = parseCallGraph(spec, { ...PERF_DEFAULT, children }) as CallGraphOptions;
  const ours = perfReport(profile, options).map((row): Entry => {
    const shares = children ? [row.childrenPercent, row.selfPercent] : [row.selfPercent];
    const nodes: string[] = [];
    addNodes(row.chains, row.rest, options.mode, nodes);
    return { symbol: row.symbol, shares: shares.map((share) => share.toFixed(2)).join(" "), nodes };
  });
  const left = ours.map(keyOf);
  const equal = theirs.filter((entry) => {
    const key = keyOf(entry);
    const at = left.findIndex((other) => isClose(key, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  console.log(`${title}: ${equal} of perf's ${theirs.length} entries with all their percentages`);
}

function addNodes(chains: readonly ChainNode[], rest: number | undefined, mode: string, nodes: string[]): void {
  for (const { percent, names, children, rest: inner } of chains) {
    if (mode === "flat") nodes.push(percent!.toFixed(2));
    else if (mode === "folded") nodes.push(`${percent!.toFixed(2)} ${names.join(";")}`);
    else if (percent !== undefined) nodes.push(`${percent.toFixed(2)} ${names[0]}`);
    addNodes(children, inner, mode, nodes);
  }
  if (rest !== undefined) nodes.push(`${rest.toFixed(2)} [...]`);
}

/** An entry as words, sorted. Names of code without symbols are addresses, which perf prints in several forms. */
function keyOf({ symbol, shares, nodes }: Entry): string[] {
  const plain = (text: string): string =>
    text.replaceAll(/\b(?:0x[0-9a-f]+|0|[0-9a-f]{16})(?=$|;)/g, "[unknown]").replaceAll(" (inlined)", "");
  return [plain(symbol), shares, ...nodes.map(plain).sort(byNameFirst)];
}

/** Shares may differ in their last digit, so they do not decide on the order. */
function byNameFirst(a: string, b: string): number {
  const turned = (text: string): string => text.replace(/^([\d.]+) (.*)$/, "$2 $1");
  return turned(a) < turned(b) ? -1 : 1;
}

/** Equal, but for a hundredth of a per cent. */
function isClose(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length === b.length &&
    a.every((word, at) => {
      if (word === b[at]) return true;
      const [x, y] = [word, b[at]!].map((text) => text.replaceAll(/\d+\.\d\d/g, "%"));
      const [m, n] = [word, b[at]!].map((text) => (text.match(/\d+\.\d\d/g) ?? []).map(Number));
      return x === y && m!.every((value, i) => Math.abs(value - n![i]!) < 0.011);
    })
  );
}

function readReport(report: string, children: boolean): Entry[] {
  const row = children
    ? /^\s+(\d+\.\d\d)%\s+(\d+\.\d\d)%\s+\S.*?\s\s+\S.*?\s\s+\[.\]\s(.*)$/
    : /^\s+(\d+\.\d\d)%()\s+\S.*?\s\s+\S.*?\s\s+\[.\]\s(.*)$/;
  const entries: Entry[] = [];
  for (const line of report.split("\n")) {
    if (line.startsWith("#")) continue;
    const head = line.includes("--") ? null : row.exec(line);
    if (head) {
      entries.push({ symbol: head[3]!.trim(), shares: [head[1], head[2]].join(" ").trim(), nodes: [] });
      continue;
    }
    const node =
      /--(\d+\.\d\d)%--(.*)$/.exec(line) ?? /^(\d+\.\d\d)% (.*)$/.exec(line) ?? /^\s+(\d+\.\d\d)%()$/.exec(line);
    if (node) entries.at(-1)?.nodes.push(`${node[1]} ${node[2]!.trim()}`.trim());
  }
  return entries;
}
