/** Runs callmap's command line as it stands in the sources, and tells what that cost. */
import { execFileSync, spawnSync } from "node:child_process";
import { join, resolve } from "node:path";

/** What a run of the command cost and said. */
export interface Run {
  /** CPU time (user and system, all threads) in milliseconds, from the start of the process to its end. */
  readonly cpu: number;
  /** Wall time in milliseconds. */
  readonly wall: number;
  /** Peak resident memory in MB. */
  readonly memory: number;
  readonly stderr: string;
}

const FOLDER = "node_modules/.cache/callmap-bench/cli";

/** Runs in the measured process: at its end, its cost goes to the fourth stream. */
const REPORT = `import { writeSync } from "node:fs";
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, JSON.stringify({ cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS / 1024 }));
});`;

/** Builds the command as `npm run build` does, in a place of its own, and returns its path. */
export async function bundledCommand(): Promise<string> {
  execFileSync(process.execPath, ["scripts/build.mjs", "--no-types", "--out", FOLDER], { stdio: "inherit" });
  return resolve(join(FOLDER, "cli.js"));
}

/**
 * Runs the command; throws with what it said when it failed. `cache` is the folder where it keeps what it learnt of dependencies: one of its
 * own, since what an older build of callmap left there is no measure of this one.
 */
export function runCommand(command: string, args: readonly string[], cache: string): Run {
  const report = `data:text/javascript,${encodeURIComponent(REPORT)}`;
  const start = performance.now();
  const child = spawnSync(process.execPath, ["--import", report, command, ...args], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    encoding: "utf8",
    env: { ...process.env, XDG_CACHE_HOME: cache },
    maxBuffer: 2 ** 28,
  });
  const wall = performance.now() - start;
  if (child.status !== 0) throw new Error(`callmap ${args.join(" ")} ended with ${child.status}\n${child.stderr}`);
  return { ...(JSON.parse(child.output[3] ?? "") as Pick<Run, "cpu" | "memory">), wall, stderr: child.stderr };
}
