/**
 * Compares what callmap reads of workspaces with `cargo metadata --no-deps`, and times the reading.
 * `node scripts/bench.mjs metadata <workspace>...`
 */
import { isDeepStrictEqual } from "node:util";
import { absolutePath, diskFileSystem } from "../src/host/disk.ts";
import { loadWorkspace } from "../src/workspace/load.ts";
import { askCargo, comparable } from "../test/support/cargo.ts";

for (const path of process.argv.slice(2)) {
  const folder = absolutePath(path);
  const started = performance.now();
  const { value, diagnostics } = loadWorkspace(diskFileSystem(), folder);
  const milliseconds = (performance.now() - started).toFixed(1);
  const ours = comparable(value);
  const theirs = askCargo(folder);
  const equal = isDeepStrictEqual(ours, theirs);
  const targets = ours.reduce((sum, pack) => sum + pack.targets.length, 0);
  console.log(
    `${path}: ${equal ? "equal" : "DIFFERENT"}, ${ours.length} packages, ${targets} targets, ${milliseconds} ms`,
  );
  for (const diagnostic of diagnostics) console.log(" ", JSON.stringify(diagnostic));
  if (!equal) printDifference(ours, theirs);
}

function printDifference(ours: readonly { name: string }[], theirs: ReturnType<typeof askCargo>): void {
  if ("error" in theirs) {
    console.log(`  cargo: ${theirs.error}`);
    return;
  }
  for (const pack of ours) {
    const other = theirs.find((candidate) => candidate.name === pack.name);
    if (isDeepStrictEqual(pack, other)) continue;
    console.log(`  ours:  ${JSON.stringify(pack)}\n  cargo: ${JSON.stringify(other)}`);
  }
  const names = new Set(ours.map((pack) => pack.name));
  for (const pack of theirs) if (!names.has(pack.name)) console.log(`  only cargo: ${pack.name}`);
}
