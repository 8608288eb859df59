/**
 * Real workspaces to measure on: published crates at exact versions, laid side by side below a generated root manifest.
 *
 * `make_workspace.py`, which stands beside the compiler's own call graphs, does the assembling; it downloads with cargo. Workspaces are kept
 * below the system's folder for temporary files, so that only the first run needs the network.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import sets from "./oracle/sets.json" with { type: "json" };

/** Folder with the truths, the scorer and the assembler. */
export const TRUTHS = resolve(process.env.CALLMAP_TRUTHS ?? "../shared/truth");
/** Folder of everything the benches keep between runs. */
export const CACHE = join(tmpdir(), "callmap-bench");

/** Returns an empty folder for what callmap itself keeps between scans; what an earlier bench left there is gone. */
export function emptyCache(name: string): string {
  const folder = join(CACHE, "kept", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** What the assembler makes a workspace of: versions of crates by their names. */
interface CrateSet {
  readonly members: Readonly<Record<string, string>>;
  readonly features: readonly string[];
  /** Options that the members' build scripts set, as `--cfg` takes them: callmap runs no build script. */
  readonly cfg?: readonly string[];
}

/** Workspaces for `bench/oracle.ts`. */
const ORACLE_SETS: Readonly<Record<string, CrateSet>> = sets;

/** Crates that a project publishes together. */
interface Published {
  readonly version: string;
  readonly crates: readonly string[];
}

const RA =
  "base_db cfg edition hir hir_def hir_expand hir_ty ide ide_assists ide_completion ide_db ide_diagnostics ide_ssr";
const RA_MORE =
  "intern load-cargo macros mbe parser paths proc_macro_api profile project_model rust-analyzer span stdx syntax syntax-bridge toolchain tt vfs vfs-notify";
const NU =
  "cli cmd-base color-config config derive-value engine experimental glob heavy-utils json parser path pretty-hex protocol system table term-grid utils";
const DATAFUSION =
  "catalog catalog-listing common common-runtime datasource datasource-arrow datasource-csv datasource-json doc execution expr expr-common functions";
const DATAFUSION_MORE =
  "functions-aggregate functions-aggregate-common functions-nested functions-table functions-window functions-window-common macros optimizer";
const DATAFUSION_REST =
  "physical-expr physical-expr-adapter physical-expr-common physical-optimizer physical-plan pruning session sql";

/** Workspaces without a truth, for speed and for sampling. nu-command is left to the registry: its features name a dependency of its tests. */
const PUBLISHED: Readonly<Record<string, Published>> = {
  "rust-analyzer": { version: "0.0.349", crates: named("ra_ap_", RA, RA_MORE) },
  nushell: { version: "0.116.1", crates: named("nu-", NU) },
  datafusion: {
    version: "55.2.0",
    crates: ["datafusion", ...named("datafusion-", DATAFUSION, DATAFUSION_MORE, DATAFUSION_REST)],
  },
};

function named(prefix: string, ...names: readonly string[]): string[] {
  return names.flatMap((list) => list.split(" ")).map((name) => prefix + name);
}

/** Lets the assembler build a set that it does not know, given as JSON; drops features that name what only tests depend on. */
const BUILD_SET = `
import json, os, re, sys, tomllib
sys.path.insert(0, sys.argv[1])
import make_workspace
make_workspace.SETS["set"] = json.loads(sys.argv[2])
make_workspace.build("set", sys.argv[3])
for member in make_workspace.SETS["set"]["members"]:
    path = os.path.join(sys.argv[3], member, "Cargo.toml")
    text = open(path).read()
    parsed = tomllib.loads(text)
    tables = [parsed, *parsed.get("target", {}).values()]
    known = {name for table in tables for key in ("dependencies", "build-dependencies") for name in table.get(key, {})}
    for name in {f.split("/")[0].rstrip("?") for fs in parsed.get("features", {}).values() for f in fs if "/" in f} - known:
        text = re.sub(rf'"{re.escape(name)}\\??/[^"]*",?', "", text)
    open(path, "w").write(text)
`;

/** Returns what is missing on this machine to assemble and score workspaces, or `undefined` when all is there. */
export function missingTool(): string | undefined {
  if (!existsSync(join(TRUTHS, "make_workspace.py"))) return `${TRUTHS} (or the folder that CALLMAP_TRUTHS names)`;
  return ["python3", "cargo"].find((tool) => spawnSync(tool, ["--version"]).status !== 0);
}

/** Returns the names of the sets with a truth. */
export function setsWithTruth(): string[] {
  return readdirSync(TRUTHS)
    .flatMap((file) => /^(.+)\.truth\.json\.gz$/.exec(file)?.[1] ?? [])
    .sort();
}

/** Returns the path of a set's truth. */
export function truthOf(set: string): string {
  return join(TRUTHS, `${set}.truth.json.gz`);
}

/** Returns the arguments with which the truth of a set was built: `--features a,b`, or nothing. */
export function featuresOf(set: string): string[] {
  const listed = ORACLE_SETS[set]?.features ?? [];
  if (listed.length > 0) return ["--features", listed.join()];
  if (!existsSync(truthOf(set))) return [];
  const { built } = JSON.parse(gunzipSync(readFileSync(truthOf(set))).toString()) as { built: { features: string } };
  return built.features === "default" ? [] : ["--features", built.features];
}

/** Returns the arguments that tell callmap what the build scripts of a set tell the compiler. */
export function optionsOf(set: string): string[] {
  return (ORACLE_SETS[set]?.cfg ?? []).flatMap((option) => ["--cfg", option]);
}

/** True for the name of a workspace that can be assembled. */
export function isKnownSet(name: string): boolean {
  return name in PUBLISHED || name in ORACLE_SETS || existsSync(truthOf(name));
}

/** Returns the folder of a workspace, assembled now if it is not there yet; `undefined` when that failed, e.g. without a network. */
export function assembled(set: string): string | undefined {
  const folder = join(CACHE, "workspaces", set);
  if (existsSync(join(folder, "Cargo.toml"))) return folder;
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(join(CACHE, "workspaces"), { recursive: true });
  try {
    execFileSync("python3", assembling(set, unfinished), { stdio: ["ignore", "ignore", "inherit"] });
    renameSync(unfinished, folder);
    return folder;
  } catch {
    rmSync(unfinished, { recursive: true, force: true });
    return undefined;
  }
}

function assembling(set: string, folder: string): string[] {
  const published = PUBLISHED[set];
  const made = ORACLE_SETS[set] ?? (published === undefined ? undefined : oneVersion(published));
  if (made === undefined) return [join(TRUTHS, "make_workspace.py"), set, folder];
  return ["-c", BUILD_SET, TRUTHS, JSON.stringify(made), folder];
}

function oneVersion({ version, crates }: Published): CrateSet {
  return { members: Object.fromEntries(crates.map((name) => [name, version])), features: [] };
}
