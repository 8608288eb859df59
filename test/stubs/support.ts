/** The stubs of core, alloc and std as a program of their own, read by the real front end. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { NO_CFG } from "../../src/cfg/index.ts";
import { lowerFile, lowerFragment } from "../../src/facts/lower.ts";
import type { FileText } from "../../src/names/input.ts";
import { buildNames } from "../../src/names/build.ts";
import type { Names } from "../../src/names/types.ts";
import { readGrammar } from "../../src/host/grammar.ts";
import { stubsFolder } from "../../src/host/stubs.ts";
import { loadParser, type RustParser } from "../../src/syntax/parser.ts";

/** The files of the stubs, by path below the stubs' folder, and their names at the fixed point. */
export interface StubProgram {
  readonly parser: RustParser;
  readonly files: ReadonlyMap<string, FileText>;
  readonly names: Names;
}

/** Paths of all `.rs` files of the stubs, relative to their folder, sorted. */
export function stubFiles(): string[] {
  const folder = stubsFolder();
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".rs"))
    .map((path) => relative(folder, join(folder, path)).replaceAll("\\", "/"))
    .sort();
}

/** Reads all stubs, with bodies, and resolves their names. */
export async function loadStubs(): Promise<StubProgram> {
  const parser = await loadParser(readGrammar());
  const folder = stubsFolder();
  const files = new Map<string, FileText>();
  for (const path of stubFiles()) {
    const text = readFileSync(join(folder, path), "utf8");
    files.set(path, { text, facts: lowerFile(parser, text, { bodies: true }) });
  }
  const names = buildNames({
    workspace: { root: "", name: "stubs", packages: [], diagnostics: [] } as never,
    crates: [],
    sysroot: ["core", "alloc", "std"].map((name) => ({ name, root: `${name}/lib.rs` })),
    facts: (path) => files.get(path) ?? "missing",
    exists: (path) => files.has(path),
    identity: (path) => path,
    lowerFragment: (text, mode) => lowerFragment(parser, text, mode),
    cfg: () => NO_CFG,
    findDependency: () => null,
    options: { tests: false, deps: false },
  });
  return { parser, files, names };
}
