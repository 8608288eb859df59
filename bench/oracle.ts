/**
 * The compiler's own call graph of workspaces that callmap was not developed on: `npm run bench:oracle -- SET… [--keep] [-- score.py's flags]`.
 *
 * Needs rustc 1.95 (any later one as long as it prints the same), cargo with the registry, python3 and the scorer beside the truths. The
 * workspace is assembled and checked once with `oracle/rustc-wrapper.sh` between cargo and rustc; what that kept becomes a truth,
 * `score.py` judges callmap's graph by it.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { bundledCommand, runCommand } from "./command.ts";
import { type OracleFunction, readItems } from "./oracle/hir.ts";
import { readMentions } from "./oracle/thir.ts";
import { Linker } from "./oracle/truth.ts";
import { assembled, CACHE, emptyCache, featuresOf, optionsOf, TRUTHS } from "./workspaces.ts";

/** Lines of a file that may be larger than a string can be. */
function* linesOf(file: string): Generator<string> {
  const bytes = gunzipSync(readFileSync(file), { maxOutputLength: 2 ** 32 - 1 });
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from);
    yield bytes.toString("utf8", from, end < 0 ? bytes.length : end);
    from = end < 0 ? bytes.length : end + 1;
  }
}

/**
 * The lines of a dump with the hashes of libraries taken out of paths: one that is built twice is one. Binaries keep theirs, which may be
 * named like a library; so do the versions of a member that others depend on beside it, named in `doubles`.
 */
function* dumpLines(file: string, doubles: ReadonlyMap<string, string>): Generator<string> {
  const binary = file.includes(".bin.") ? ownHash(file) : "";
  for (const line of linesOf(file))
    yield line.replace(/(?<= ~ (\w+))\[\w+\]/g, (hash, name) =>
      hash === binary || (doubles.get(name) ?? hash) !== hash ? hash : "[]",
    );
}

/** The hash, in brackets, that tells the crate of a dump from others of its name. */
function ownHash(file: string): string {
  for (const line of linesOf(file)) return /\[\w+\]/.exec(line)?.[0] ?? "";
  return "";
}

interface Package {
  readonly name: string;
  readonly id: string;
}

/** Asks cargo for the packages of a workspace's build, and the ids of its members. */
function packagesOf(folder: string): { readonly packages: readonly Package[]; readonly workspace_members: string[] } {
  const args = ["metadata", "--format-version", "1", "--quiet"];
  return JSON.parse(execFileSync("cargo", args, { cwd: folder, maxBuffer: 2 ** 28 }).toString());
}

/** The libraries among the members of which the build has another version as well, with the hash of the member's. */
function doublesOf({ packages, workspace_members: members }: ReturnType<typeof packagesOf>, files: readonly string[]) {
  const others = new Set(packages.flatMap(({ name, id }) => (members.includes(id) ? [] : [name])));
  const doubles = new Map<string, string>();
  for (const file of files) {
    const [, pkg, crate] = /([^/.]+)\.(\w+)\.lib\.thir\.gz$/.exec(file) ?? [];
    if (pkg !== undefined && others.has(pkg)) doubles.set(crate!, ownHash(file));
  }
  return doubles;
}

/** Has cargo check the workspace and keeps the compiler's dumps in `dumps`. */
function dump(folder: string, dumps: string, features: readonly string[]): void {
  mkdirSync(dumps, { recursive: true });
  execFileSync("cargo", ["check", "--workspace", "--lib", "--bins", "--quiet", "--keep-going", ...features], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      CARGO_TARGET_DIR: join(CACHE, "oracle", "target"),
      RUSTC_WORKSPACE_WRAPPER: resolve("bench/oracle/rustc-wrapper.sh"),
      ORACLE_DUMPS: dumps,
      RUSTFLAGS: "--cap-lints allow",
    },
  });
}

/** Tells whether the lines of a function hold `fn NAME`: what derives write has the place of the derive. */
function writtenIn(folder: string): (fn: OracleFunction) => boolean {
  const files = new Map<string, readonly string[]>();
  return ({ file, line, endLine, name }) => {
    const path = resolve(folder, file);
    const lines = files.get(path) ?? (existsSync(path) ? readFileSync(path, "utf8").split("\n") : []);
    files.set(path, lines);
    const text = lines.slice(line - 1, endLine).join("\n");
    return new RegExp(`\\bfn\\s+(?:r#)?${name.replace(/^r#/, "")}\\b`).test(text);
  };
}

/** Returns the path of a workspace's truth, made now if it is not there yet. */
function truthOf(set: string, folder: string): string {
  const truth = join(CACHE, "oracle", `${set}.truth.json.gz`);
  if (existsSync(truth)) return truth;
  const dumps = join(CACHE, "oracle", "dumps", set);
  if (!existsSync(dumps)) dump(folder, dumps, featuresOf(set));
  const build = packagesOf(folder);
  const linker = new Linker(new Set(["proc_macro", ...build.packages.map(({ name }) => name.replaceAll("-", "_"))]));
  const files = readdirSync(dumps).flatMap((file) => (file.endsWith(".thir.gz") ? [join(dumps, file)] : []));
  const doubles = doublesOf(build, files);
  for (const file of files) linker.addItems(readItems([...dumpLines(file.replace(".thir.", ".hir."), doubles)]));
  for (const file of files) for (const mention of readMentions(dumpLines(file, doubles))) linker.addMention(mention);
  writeFileSync(truth, gzipSync(JSON.stringify(linker.truth(set, writtenIn(folder)))));
  return truth;
}

async function main(args: readonly string[]): Promise<void> {
  const command = await bundledCommand();
  const flags = args.filter((arg) => arg.startsWith("--"));
  for (const set of args.filter((arg) => !arg.startsWith("--"))) {
    const folder = existsSync(set) ? resolve(set) : assembled(set);
    if (folder === undefined) continue;
    const name = basename(set);
    const truth = truthOf(name, folder);
    const graph = join(CACHE, "oracle", `${name}.json`);
    const cost = runCommand(
      command,
      ["scan", folder, ...featuresOf(set), ...optionsOf(set), "--quiet", "--json", "-o", graph],
      emptyCache("oracle"),
    );
    process.stdout.write(`${(cost.cpu / 1000).toFixed(1)} s CPU, ${cost.memory.toFixed(0)} MB\n`);
    execFileSync("python3", [join(TRUTHS, "score.py"), truth, graph, ...flags], { stdio: "inherit" });
  }
}

await main(process.argv.slice(2));
