/** CPU time and memory on a large `perf script` text, side by side with inferno-collapse-perf. */
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleCli, NODE } from "./cli.ts";
import { filesOf, type Program, readBytes } from "./corpus.ts";

const MEGABYTE = 1e6;
const SIZE = 210 * MEGABYTE;
const INFERNO = "0.12.8";
const ROUNDS = 3;

/** Prints the best of several rounds, taken in turn. */
export async function benchSpeed(programs: readonly Program[]): Promise<void> {
  const folder = join(tmpdir(), "callmap-bench-speed");
  mkdirSync(folder, { recursive: true });
  const text = join(folder, "perf.txt");
  const size = writeText(text, programs);
  const cli = await bundleCli();
  const shop = programs.find(({ name }) => name === "shop")!;
  const workspace = join(shop.folder, "src-workspace");
  const inferno = findInferno();
  const runs: [string, readonly string[]][] = [
    ...(inferno === undefined
      ? []
      : [["inferno-collapse-perf -n 1", [inferno, "-q", "-n", "1", text]] as [string, string[]]]),
    ["callmap overlay --raw-names --folded", [...NODE, cli, "overlay", text, "--raw-names", "--folded", "-q"]],
    ["callmap overlay (whole, with a workspace)", [...NODE, cli, "overlay", text, "-w", workspace, "-q"]],
    ["node, an empty program", [...NODE, "-e", "0"]],
  ];
  const best = new Map<string, { cpu: number; memory: number }>();
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, command] of runs) {
      const { cpu, memory } = measure(command);
      const known = best.get(name);
      best.set(name, { cpu: Math.min(cpu, known?.cpu ?? cpu), memory: Math.max(memory, known?.memory ?? 0) });
    }
  console.log(`perf script text of ${(size / MEGABYTE).toFixed(0)} MB, the least CPU time of ${ROUNDS} rounds:`);
  const theirs = best.get("inferno-collapse-perf -n 1")?.cpu;
  for (const [name, { cpu, memory }] of best) {
    const ratio = theirs === undefined ? "" : `  ${(cpu / theirs).toFixed(2)} x inferno`;
    console.log(
      `  ${name.padEnd(44)} ${cpu.toFixed(2)} s  ${(size / MEGABYTE / cpu).toFixed(0).padStart(5)} MB/s  ${memoryText(memory)}${ratio}`,
    );
  }
  rmSync(folder, { recursive: true, force: true });
}

function memoryText(megabytes: number): string {
  return megabytes > 0 ? `${megabytes.toFixed(0).padStart(4)} MB at most` : " ".repeat("1234 MB at most".length);
}

/** The real recordings one after the other, until the size is reached; without those with letters on which inferno panics. */
function writeText(path: string, programs: readonly Program[]): number {
  const parts = programs
    .flatMap(({ folder }) => filesOf(folder, ".perf.txt").map((file) => readBytes(join(folder, file))))
    .filter((bytes) => bytes.every((byte) => byte < 128));
  const file = openSync(path, "w");
  let size = 0;
  for (let at = 0; size < SIZE; at++) {
    const part = parts[at % parts.length]!;
    writeSync(file, part);
    writeSync(file, "\n");
    size += part.length + 1;
  }
  closeSync(file);
  return size;
}

/** CPU time of a command in seconds, its output thrown away; the peak of its memory in MB where it says so. */
function measure(command: readonly string[]): { cpu: number; memory: number } {
  const quoted = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  const script = `TIMEFORMAT='cpu %U %S'; time ${quoted} >/dev/null`;
  const { stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8", maxBuffer: 1 << 28 });
  const [, user, system] = /cpu ([\d.]+) ([\d.]+)/.exec(stderr) ?? [];
  return { cpu: Number(user) + Number(system), memory: Number(/peak (\d+)/.exec(stderr)?.[1] ?? 0) / 1024 };
}

/** inferno, installed by cargo into a temporary folder where cargo is there. */
function findInferno(): string | undefined {
  const root = join(tmpdir(), "callmap-inferno");
  const installed = join(root, "bin/inferno-collapse-perf");
  if (existsSync(installed)) return installed;
  if (spawnSync("inferno-collapse-perf", ["--help"]).status === 0) return "inferno-collapse-perf";
  console.log("installing inferno, to compare with it …");
  spawnSync("cargo", ["install", "inferno", "--version", INFERNO, "--root", root, "-q"], { stdio: "ignore" });
  if (existsSync(installed)) return installed;
  console.log(`inferno is not here, and could not be installed: cargo install inferno --version ${INFERNO}`);
  return undefined;
}
