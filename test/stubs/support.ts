/** The stubs of core, alloc and std, alone or below a crate of the test's, read by the real front end. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NO_CFG } from "../../src/cfg/index.ts";
import { lowerFile, lowerFragment } from "../../src/facts/lower.ts";
import { readGrammar } from "../../src/host/grammar.ts";
import { stubsFolder } from "../../src/host/stubs.ts";
import { buildNames } from "../../src/names/build.ts";
import type { FileText } from "../../src/names/input.ts";
import type { Names } from "../../src/names/types.ts";
import { loadParser } from "../../src/syntax/parser.ts";
import type { Package, Target } from "../../src/workspace/types.ts";

/** Files by path, and their names at the fixed point. */
export interface StubProgram {
  readonly files: ReadonlyMap<string, FileText>;
  readonly names: Names;
}

const TARGET: Target = {
  kind: "lib",
  name: "user",
  crateName: "user",
  root: "user.rs",
  edition: 2021,
  requiredFeatures: [],
};
const USER: Package = {
  name: "user",
  version: "0.0.0",
  edition: 2021,
  folder: "",
  manifest: "Cargo.toml",
  member: true,
  defaultMember: true,
  targets: [TARGET],
  dependencies: [],
  features: new Map(),
};

/** Paths of all `.rs` files of the stubs, relative to their folder, sorted. */
export function stubFiles(): string[] {
  return readdirSync(stubsFolder(), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".rs"))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

/** Reads all stubs and resolves their names; with `user`, those of a crate of this text as well. */
export async function loadStubs(user?: string): Promise<StubProgram> {
  const parser = await loadParser(readGrammar());
  const files = new Map<string, FileText>();
  const add = (path: string, text: string): void => {
    files.set(path, { text, facts: lowerFile(parser, text, { bodies: true }) });
  };
  for (const path of stubFiles()) add(path, readFileSync(join(stubsFolder(), path), "utf8"));
  if (user !== undefined) add("user.rs", user);
  const names = buildNames({
    workspace: { root: "", name: "stubs", packages: user === undefined ? [] : [USER], lock: [] },
    crates: user === undefined ? [] : [{ package: 0, target: TARGET }],
    sysroot: ["core", "alloc", "std"].map((name) => ({ name, root: `${name}/lib.rs`, cfg: null })),
    facts: (path) => files.get(path) ?? "missing",
    exists: (path) => files.has(path),
    identity: (path) => path,
    lowerFragment: (text, mode) => lowerFragment(parser, text, mode),
    cfg: () => NO_CFG,
    findDependency: () => "not-at-hand",
    options: { tests: false, deps: false },
  });
  return { files, names };
}
