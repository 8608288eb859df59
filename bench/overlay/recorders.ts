/** callgrind's totals against callgrind_annotate's, and the same program recorded by perf, callgrind and samply side by side. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importBytes } from "../../src/profile/import/import.ts";
import { frameMatcher } from "../../src/profile/overlay/graph-matcher.ts";
import { layOver, type Overlay } from "../../src/profile/overlay/overlay.ts";
import { filesOf, type Program, percent, readBytes, readProfile } from "./corpus.ts";

/** Prints the totals of all events, and whether callgrind_annotate has the same. */
export async function benchCallgrind({ name, folder, graph }: Program): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "callmap-callgrind-"));
  const files = filesOf(folder, "").filter((file) => /\.callgrind\.out(-\d+)?$/.test(file));
  for (const file of files) {
    const bytes = readBytes(join(folder, file));
    const { value: profile } = await importBytes(bytes);
    const totals = profile.events.map(({ name: event }) => {
      const { total } = layOver(profile, graph, frameMatcher(graph), { filter: { event } });
      return total.weight;
    });
    const copy = join(scratch, "callgrind.out");
    writeFileSync(copy, bytes);
    const { stdout, status } = spawnSync("callgrind_annotate", [copy], { encoding: "utf8" });
    const line = stdout?.split("\n").find((text) => text.includes("PROGRAM TOTALS")) ?? "";
    const theirs = [...line.replaceAll(/\([^)]*\)/g, "").matchAll(/[\d,]+/g)].map(([text]) =>
      Number(text.replaceAll(",", "")),
    );
    const isEqual = theirs.length === totals.length && theirs.every((total, at) => total === totals[at]);
    const verdict =
      status === 0
        ? isEqual
          ? "equal to callgrind_annotate's"
          : `callgrind_annotate: ${theirs}`
        : "callgrind_annotate is not here";
    console.log(`${name} ${file}: ${totals.join(" ")} ${verdict}`);
  }
  rmSync(scratch, { recursive: true, force: true });
}

const RECORDINGS: readonly (readonly [recorder: string, file: string])[] = [
  ["perf", "legacy-release.dwarf.inline.perf.txt"],
  ["samply", "legacy-release.dwarf.firefox-symbolicated.json"],
  ["pprof", "legacy-release.pprof.pb"],
  ["callgrind", "legacy-release.callgrind.out"],
];
/** Rows of the table. */
const SHOWN = 12;

/** Prints the inclusive shares of the same functions by recorder, of what is spent below the program's `run`. */
export async function benchRecorders({ name, folder, graph }: Program): Promise<void> {
  const columns: { recorder: string; shares: Map<string, number> }[] = [];
  for (const [recorder, file] of RECORDINGS) {
    const overlay = layOver(await readProfile(join(folder, file)), graph, frameMatcher(graph), {});
    columns.push({ recorder, shares: sharesOf(overlay) });
  }
  const [first] = columns;
  const names = [...first!.shares]
    .sort((a, b) => b[1] - a[1])
    .slice(0, SHOWN)
    .map(([key]) => key);
  console.log(
    `${name}: inclusive cost, of that of shop::run   ${columns.map(({ recorder }) => recorder.padStart(9)).join(" ")}`,
  );
  for (const key of names)
    console.log(
      `  ${key.slice(-44).padEnd(44)} ${columns.map(({ shares }) => `${((shares.get(key) ?? 0) * 100).toFixed(1)} %`.padStart(9)).join(" ")}`,
    );
  for (const { recorder, shares } of columns.slice(1)) {
    const common = [...first!.shares.keys()].filter((key) => shares.has(key));
    const weight = (of: Map<string, number>): number => common.reduce((sum, key) => sum + of.get(key)!, 0);
    const off = common.reduce((sum, key) => sum + Math.abs(shares.get(key)! - first!.shares.get(key)!), 0);
    console.log(
      `  perf and ${recorder}: ${common.length} functions in both, ${percent(off, weight(first!.shares))} of their cost is elsewhere; rank correlation ${rankCorrelation(common, first!.shares, shares).toFixed(3)}`,
    );
  }
}

function sharesOf({ subjects, costs }: Overlay): Map<string, number> {
  const shares = new Map<string, number>();
  const run = costs.subjects.inclusive[subjects.find("function", "shop::run")]!;
  for (const [row, { kind, key }] of subjects.rows.entries())
    if (kind === "function" && costs.subjects.inclusive[row]! > 0)
      shares.set(key, costs.subjects.inclusive[row]! / run);
  return shares;
}

/** Spearman's, with the mean rank of ties. */
function rankCorrelation(keys: readonly string[], a: Map<string, number>, b: Map<string, number>): number {
  const ranks = (of: Map<string, number>): Map<string, number> => {
    const sorted = [...keys].sort((x, y) => of.get(x)! - of.get(y)!);
    return new Map(
      keys.map((key) => [
        key,
        (sorted.findIndex((k) => of.get(k) === of.get(key)) + sorted.findLastIndex((k) => of.get(k) === of.get(key))) /
          2,
      ]),
    );
  };
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (keys.length - 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (const key of keys) {
    const [dx, dy] = [x.get(key)! - mean, y.get(key)! - mean];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xy / Math.sqrt(xx * yy);
}
