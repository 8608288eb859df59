/**
 * Programs of several files and crates written in one text, for tests of every stage from names on.
 *
 *     //- std: option, iter
 *     //- /app/src/main.rs crate:app deps:shapes,alias=other edition:2018 cfg:unix,feature=fast
 *     fn main() {}
 *     //- /app/src/util.rs
 *     //- /shapes/src/lib.rs crate:shapes origin:dependency
 *
 * A file with `crate:` is that crate's root. Keys of a root: `deps` (crates by name, `name=crate` for renames), `edition`
 * (2021), `dev` (development dependencies), `cfg` (options that hold), `origin` (`workspace`; `dependency`: source at hand, not analysed; `missing`: a
 * dependency without source; `sysroot`: stands in for one of std's crates), `kind` (of target, `bin` for `main.rs`,
 * else `lib`), `package` (the crate's name; several targets may share one). `//- std: a, b` adds core, alloc and std
 * from the real stubs with the files (or folders) of these names, `//- std` all of them. Other `//- word` lines are flags.
 */
import { readFileSync } from "node:fs";
import { type CfgOption, type CfgSet, NO_CFG, withOptions } from "../../src/cfg/index.ts";
import { lowerFile, lowerFragment } from "../../src/facts/lower.ts";
import { readGrammar } from "../../src/host/grammar.ts";
import { stubsFolder } from "../../src/host/stubs.ts";
import { buildNames } from "../../src/names/build.ts";
import type { DependencySource, FileText, NamesInput, NamesLimits } from "../../src/names/input.ts";
import type { Names } from "../../src/names/types.ts";
import { loadParser } from "../../src/syntax/parser.ts";
import type { Dependency, Edition, Package, Target, TargetKind, Workspace } from "../../src/workspace/types.ts";

/** One parser for all tests of a file. */
export const parser = await loadParser(readGrammar());

export interface FixtureCrate {
  readonly name: string;
  /** Path of the root file. */
  readonly root: string;
  readonly edition: Edition;
  /** Name in code -> name of the crate. */
  readonly deps: ReadonlyMap<string, string>;
  readonly dev: ReadonlyMap<string, string>;
  readonly cfg: CfgSet;
  readonly origin: "workspace" | "dependency" | "missing" | "sysroot";
  readonly kind: TargetKind;
  readonly package: string;
}

export interface Fixture {
  readonly files: ReadonlyMap<string, string>;
  readonly crates: readonly FixtureCrate[];
  /** Null: no std; empty: all of it; else the names of its files that are there. */
  readonly std: readonly string[] | null;
  readonly flags: ReadonlySet<string>;
}

const HEADER = /^[ \t]*\/\/- *(.*)$/;

/** Reads a fixture; a text without any file header is the root of a library `app`. */
export function parseFixture(text: string): Fixture {
  const files = new Map<string, string[]>();
  const crates: FixtureCrate[] = [];
  const flags = new Set<string>();
  let std: string[] | null = null;
  let lines: string[] | undefined;
  const body = text.includes("//- /")
    ? text
    : text.replace(/^((?:[ \t]*(?:\/\/- .*)?\n)*)/, "$1//- /app/src/lib.rs crate:app\n");
  for (const line of body.split("\n")) {
    const header = HEADER.exec(line)?.[1]?.trim();
    if (header === undefined) lines?.push(line);
    else if (header.startsWith("/")) {
      const [path, ...keys] = header.split(/\s+/);
      files.set(path!, (lines = []));
      const crate = crateOf(path!, keys);
      if (crate !== null) crates.push(crate);
    } else if (header.startsWith("std")) std = words(header.slice(3).replace(":", ""));
    else flags.add(header);
  }
  return { files: new Map([...files].map(([path, all]) => [path, all.join("\n")])), crates, std, flags };
}

function words(list: string): string[] {
  return list.split(/[\s,]+/).filter((word) => word !== "");
}

function crateOf(path: string, keys: readonly string[]): FixtureCrate | null {
  const values = new Map(keys.map((key) => [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)]));
  const name = values.get("crate");
  if (name === undefined) return null;
  return {
    name,
    root: path,
    edition: Number(values.get("edition") ?? 2021) as Edition,
    deps: dependencies(values.get("deps")),
    dev: dependencies(values.get("dev")),
    cfg: withOptions(NO_CFG, words(values.get("cfg") ?? "").map(cfgOption)),
    origin: (values.get("origin") ?? "workspace") as FixtureCrate["origin"],
    kind: (values.get("kind") ?? (path.endsWith("/main.rs") ? "bin" : "lib")) as TargetKind,
    package: values.get("package") ?? name,
  };
}

function dependencies(list: string | undefined): Map<string, string> {
  const pairs = words(list ?? "").map((dep) => dep.split("="));
  return new Map(pairs.map(([alias, crate]) => [alias!, crate ?? alias!]));
}

function cfgOption(text: string): CfgOption {
  const [name, value] = text.split("=");
  return value === undefined ? { name: name! } : { name: name!, value };
}

/** Choices of a test. */
export interface FixtureOptions {
  readonly tests?: boolean;
  readonly limits?: Partial<NamesLimits>;
  /** Symbolic links, path -> path. */
  readonly links?: Readonly<Record<string, string>>;
}

/** Returns the names of a fixture's program. */
export function fixtureNames(text: string | Fixture, options: FixtureOptions = {}): Names {
  return buildNames(fixtureInput(typeof text === "string" ? parseFixture(text) : text, options));
}

/** Returns what name resolution is given for a fixture. */
export function fixtureInput(fixture: Fixture, options: FixtureOptions = {}): NamesInput {
  const workspace = workspaceOf(fixture);
  const files = new FixtureFiles(fixture, options.links ?? {});
  const own = fixture.crates.filter((crate) => crate.origin === "workspace");
  const sysroot = fixture.crates.filter((crate) => crate.origin === "sysroot");
  const std = fixture.std === null ? [] : ["core", "alloc", "std"];
  return {
    workspace,
    crates: own.map((crate) => ({ package: packageIndex(workspace, crate), target: targetOf(crate) })),
    sysroot: [
      ...sysroot.map(({ name, root }) => ({ name, root, cfg: null })),
      ...std.map((name) => ({ name, root: `${STD}${name}/lib.rs`, cfg: null })),
    ],
    facts: (path, { bodies }) => files.facts(path, bodies),
    exists: (path) => files.text(path) !== undefined,
    identity: (path) => files.real(path),
    lowerFragment: (fragment, mode) => lowerFragment(parser, fragment, mode),
    cfg: (_, target) => own.find((crate) => crate.root === target.root)!.cfg,
    findDependency: (_, dependency) => dependencySource(fixture, dependency) ?? "not-at-hand",
    options: { tests: options.tests ?? false, deps: true, ...(options.limits ? { limits: options.limits } : {}) },
  };
}

/** Paths of stubs begin so. */
const STD = "<std>/";
const stubs = new Map<string, FileText | null>();

class FixtureFiles {
  private readonly fixture: Fixture;
  private readonly links: Readonly<Record<string, string>>;
  private readonly read = new Map<string, FileText>();

  constructor(fixture: Fixture, links: Readonly<Record<string, string>>) {
    this.fixture = fixture;
    this.links = links;
  }

  /** The path with links in front resolved. */
  real(path: string): string {
    for (let round = 0; round < 200; round++) {
      const link = Object.keys(this.links).find((at) => path === at || path.startsWith(`${at}/`));
      if (link === undefined) return path;
      path = this.links[link]! + path.slice(link.length);
    }
    return path;
  }

  text(path: string): string | undefined {
    return path.startsWith(STD) ? this.stub(path)?.text : this.fixture.files.get(this.real(path));
  }

  facts(path: string, bodies: boolean): FileText | "missing" {
    if (path.startsWith(STD)) return this.stub(path) ?? "missing";
    const text = this.text(path);
    if (text === undefined) return "missing";
    const key = `${bodies} ${path}`;
    let facts = this.read.get(key);
    if (facts === undefined) {
      facts = { text, facts: lowerFile(parser, text, { bodies }) };
      this.read.set(key, facts);
    }
    return facts;
  }

  private stub(path: string): FileText | null {
    const { std } = this.fixture;
    const parts = path.slice(STD.length).replace(/\.rs$/, "").split("/");
    const isWanted = std?.length === 0 || parts.some((part) => std?.includes(part) || ALWAYS.has(part));
    return isWanted ? readStub(path) : null;
  }
}

/** Files of the stubs that are there with any others. */
const ALWAYS = new Set(["lib", "prelude", "macros", "marker"]);

function readStub(path: string): FileText | null {
  let stub = stubs.get(path);
  if (stub === undefined) {
    try {
      const text = readFileSync(`${stubsFolder()}/${path.slice(STD.length)}`, "utf8");
      stub = { text, facts: lowerFile(parser, text, { bodies: true }) };
    } catch {
      stub = null;
    }
    stubs.set(path, stub);
  }
  return stub;
}

function targetOf({ kind, name, root, edition }: FixtureCrate): Target {
  return { kind, name, crateName: name, root, edition, requiredFeatures: [] };
}

/** The workspace of the fixture's own crates: a package for each, or for those that share one. */
function workspaceOf(fixture: Fixture): Workspace {
  const own = fixture.crates.filter((crate) => crate.origin === "workspace");
  const names = [...new Set(own.map((crate) => crate.package))];
  const packages = names.map((name): Package => {
    const crates = own.filter((crate) => crate.package === name);
    const entries = (key: "deps" | "dev", kind: "normal" | "dev") =>
      [...new Map(crates.flatMap((crate) => [...crate[key]]))].map(([alias, crate]) =>
        dependencyOf(alias, crate, kind, memberOf(fixture, names, crate)),
      );
    return {
      name,
      version: "0.1.0",
      edition: crates[0]!.edition,
      folder: crates[0]!.root.replace(/\/src\/.*$|\/[^/]*$/, ""),
      manifest: "Cargo.toml",
      member: true,
      defaultMember: true,
      targets: crates.map(targetOf),
      dependencies: [...entries("deps", "normal"), ...entries("dev", "dev")],
      features: new Map(),
    };
  });
  return { root: "/", name: "fixture", packages, lock: [] };
}

function memberOf(fixture: Fixture, packages: readonly string[], crate: string): number | undefined {
  const found = fixture.crates.find(({ name, origin }) => name === crate && origin === "workspace");
  return found === undefined ? undefined : packages.indexOf(found.package);
}

function packageIndex(workspace: Workspace, crate: FixtureCrate): number {
  return workspace.packages.findIndex(({ name }) => name === crate.package);
}

function dependencyOf(
  name: string,
  packageName: string,
  kind: Dependency["kind"],
  member: number | undefined,
): Dependency {
  return {
    name,
    key: name,
    packageName,
    kind,
    optional: false,
    features: [],
    defaultFeatures: true,
    requirement: "*",
    ...(member === undefined ? {} : { member }),
  };
}

function dependencySource(fixture: Fixture, dependency: Dependency): DependencySource | null {
  const { packageName } = dependency;
  const crate = fixture.crates.find(({ name, origin }) => name === packageName && origin === "dependency");
  if (crate === undefined) return null;
  return {
    key: crate.name,
    packageName,
    crateName: crate.name,
    edition: crate.edition,
    isProcMacro: crate.kind === "proc-macro",
    root: crate.root,
    folder: crate.root.replace(/\/src\/.*$|\/[^/]*$/, ""),
    shown: `${crate.name}-1.0.0`,
    dependencies: [...crate.deps].map(([alias, name]) => dependencyOf(alias, name, "normal", undefined)),
    cfg: crate.cfg,
  };
}
