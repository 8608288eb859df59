/**
 * Crates and which other crates their paths may begin with (the extern prelude).
 *
 * Workspace crates and std's are made at the start. The library of a package that is not selected, and a dependency's,
 * is made when a path first begins with its name; from then on it is resolved like any other crate, without bodies and
 * without inactive code. A dependency without source is a crate with an empty root.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import { NO_CFG } from "../cfg/index.ts";
import type { Dependency, Package, Target, TargetKind } from "../workspace/types.ts";
import { folderOf } from "./files.ts";
import type { CrateRequest, DependencyGap, DependencySource, SysrootCrate } from "./input.ts";
import { CrateNode, type Unit } from "./model.ts";
import { NO_FILE, type Program } from "./program.ts";

/** Which tables of a manifest a target's code sees. */
const SEES: Readonly<Record<TargetKind, readonly Dependency["kind"][]>> = {
  lib: ["normal"],
  "proc-macro": ["normal"],
  bin: ["normal"],
  example: ["normal", "dev"],
  test: ["normal", "dev"],
  bench: ["normal", "dev"],
  "build-script": ["build"],
};

/** What crates outside of the workspace have in common. */
const FOREIGN = { origin: "dependency", package: -1, target: null, source: null, shown: null } as const;

/** Packages that stand in for std's crates where a crate is built as a part of std itself; for everybody else those are std's own. */
const STD_FACADE = /^rustc-std-workspace-/;

/** Std's crates that paths may begin with unasked, from edition 2018 on (2015: `std` in non-`use` paths). */
const ALWAYS_EXTERN = new Set(["std", "core", "proc_macro"]);

export class Crates {
  private readonly program: Program;
  /** Libraries of workspace packages, by index. */
  private readonly members = new Map<number, CrateNode>();
  /** Other crates, by root file or, when missing, by name. */
  private readonly dependencies = new Map<string, CrateNode>();
  private readonly sysroot = new Map<string, CrateNode>();

  constructor(program: Program) {
    this.program = program;
  }

  /** Makes all crates that are there from the start. */
  loadInitial(): void {
    const { input } = this.program;
    for (const request of input.crates) this.addTarget(request, "workspace");
    for (const crate of input.sysroot) this.addSysroot(crate);
    for (const crate of [...this.program.crates]) this.link(crate);
  }

  /** One of std's crates by name, for `extern crate alloc`. */
  sysrootCrate(name: string): CrateNode | null {
    return this.sysroot.get(name) ?? null;
  }

  private addTarget(request: CrateRequest, origin: "workspace" | "dependency"): CrateNode {
    const { target } = request;
    const package_ = request.package;
    const crate = this.add({
      name: target.crateName,
      edition: target.edition,
      origin,
      package: package_,
      target,
      cfg: this.program.input.cfg(package_, target),
      source: null,
      shown: null,
    });
    if (isLibrary(target) && !this.members.has(package_)) this.members.set(package_, crate);
    this.open(crate, target.root);
    return crate;
  }

  private addSysroot({ name, root, cfg }: SysrootCrate): void {
    const shown = { folder: folderOf(root), as: name };
    const crate = this.add({ ...FOREIGN, name, edition: 2024, origin: "sysroot", cfg, shown });
    this.sysroot.set(name, crate);
    this.open(crate, root);
  }

  private add(as: ConstructorParameters<typeof CrateNode>[1]): CrateNode {
    const crate = new CrateNode(this.program.crates.length, as);
    this.program.crates.push(crate);
    return crate;
  }

  /** Reads the root file and makes the root module; its items are collected later. */
  private open(crate: CrateNode, path: string): void {
    const { program } = this;
    const read = program.input.facts(path, { bodies: crate.origin === "workspace" });
    if (typeof read === "string") {
      const what = read === "missing" ? "is missing" : "cannot be read";
      const message = `the root file of crate ${crate.name} ${what}: ${path}`;
      program.report({ severity: "error", code: "unreadable-file", message, file: path, partial: true });
    }
    this.makeRoot(crate, program.fileUnit(crate, path, typeof read === "string" ? NO_FILE : read, null));
    program.uncollected.push(crate);
  }

  private makeRoot(crate: CrateNode, unit: Unit): void {
    for (const attr of unit.facts.attrs) {
      const holds = attr.cfg === null || this.program.cfg(crate, attr.cfg);
      if (!holds) continue;
      if (attr.path === "no_std") crate.noStd = true;
      if (attr.path === "no_core" && crate.origin !== "sysroot") crate.noCore = crate.noStd = true;
    }
    crate.root = this.program.scope(crate.name, null, unit, { isBlock: false, fn: null, inactive: false, cfg: null });
  }

  /** Notes which crates the paths of a crate may begin with. */
  private link(crate: CrateNode): void {
    for (const [name, std] of this.sysroot) {
      const isSeen = crate.origin === "sysroot" || (ALWAYS_EXTERN.has(name) && !(crate.noStd && name === "std"));
      if (isSeen && std !== crate) crate.externs.set(name, std);
    }
    if (!this.sysroot.has("proc_macro")) {
      const load = () => this.missing("proc_macro");
      crate.externSources.set("proc_macro", { load, peek: load });
    }
    if (crate.source !== null) this.linkDependencies(crate, crate.source.dependencies, ["normal"], crate.source.key);
    if (crate.target === null) return;
    const package_ = this.program.input.workspace.packages[crate.package]!;
    const kinds = SEES[crate.target.kind];
    // Unit tests see what tests see.
    const isTested = kinds.includes("normal") && this.program.cfg(crate, "test");
    this.linkDependencies(crate, package_.dependencies, isTested ? ["normal", "dev"] : kinds, null);
    const library = package_.targets.find(isLibrary);
    if (library === undefined || isLibrary(crate.target) || crate.target.kind === "build-script") return;
    const load = () => this.member(crate.package);
    crate.externSources.set(library.crateName, { load, peek: load });
  }

  /** A name may stand in several tables of a manifest, for several targets: the first entry with a source counts. */
  private linkDependencies(
    crate: CrateNode,
    dependencies: readonly Dependency[],
    kinds: readonly Dependency["kind"][],
    from: string | null,
  ): void {
    const byName = new Map<string, Dependency[]>();
    for (const dependency of dependencies) {
      if (!kinds.includes(dependency.kind) || STD_FACADE.test(dependency.packageName)) continue;
      const name = this.externName(dependency);
      const entries = byName.get(name);
      if (entries === undefined) byName.set(name, [dependency]);
      else entries.push(dependency);
    }
    for (const [name, entries] of byName) {
      const load = () => this.firstAtHand(entries, from);
      crate.externSources.set(name, { load, peek: () => this.firstKnown(entries, from) });
    }
  }

  /** As paths call the crate: by the manifest's key where that renames the package, else by the name of its library. */
  private externName({ key, name, packageName, member }: Dependency): string {
    if (key !== packageName || member === undefined) return name;
    return this.program.input.workspace.packages[member]?.targets.find(isLibrary)?.crateName ?? name;
  }

  private firstAtHand(entries: readonly Dependency[], from: string | null): CrateNode {
    let gap: DependencyGap = "other-platform";
    for (const dependency of entries) {
      const member = dependency.member ?? this.program.input.overriding?.(dependency);
      const found = member === undefined ? this.dependency(from, dependency) : (this.member(member) ?? "not-at-hand");
      if (typeof found !== "string") return found;
      if (found === "not-at-hand") gap = found;
    }
    const { packageName } = entries[0]!;
    if (from === null && this.program.input.options.deps) this.program.report(missingSource(packageName, gap));
    return this.missing(packageName.replaceAll("-", "_"));
  }

  /** One of the workspace, or one that was read for code that is compiled; else a crate of which nothing is known. */
  private firstKnown(entries: readonly Dependency[], from: string | null): CrateNode {
    for (const dependency of entries) {
      const member = dependency.member ?? this.program.input.overriding?.(dependency);
      const crate = member === undefined ? this.knownDependency(from, dependency) : this.member(member);
      if (crate !== null) return crate;
    }
    return this.missing(entries[0]!.packageName.replaceAll("-", "_"));
  }

  private knownDependency(from: string | null, dependency: Dependency): CrateNode | null {
    const source = this.source(from, dependency);
    return typeof source === "string" ? null : (this.dependencies.get(source.root) ?? null);
  }

  /** The library of a workspace package, selected or not. */
  private member(index: number): CrateNode | null {
    const known = this.members.get(index);
    if (known !== undefined) return known;
    const package_: Package | undefined = this.program.input.workspace.packages[index];
    const target = package_?.targets.find(isLibrary);
    if (target === undefined) return null;
    const crate = this.addTarget({ package: index, target }, "dependency");
    this.link(crate);
    return crate;
  }

  /** A dependency's library. Whoever asks for a package gets the same crate, so that types are the same. */
  private dependency(from: string | null, dependency: Dependency): CrateNode | DependencyGap {
    const source = this.source(from, dependency);
    return typeof source === "string" ? source : (this.dependencies.get(source.root) ?? this.addDependency(source));
  }

  private source(from: string | null, dependency: Dependency): DependencySource | DependencyGap {
    const { input } = this.program;
    return input.options.deps ? input.findDependency(from, dependency) : "not-at-hand";
  }

  private addDependency(source: DependencySource): CrateNode {
    const { crateName: name, edition, cfg, folder } = source;
    const shown = { folder, as: source.shown };
    const crate = this.add({ ...FOREIGN, name, edition, cfg, source, shown });
    this.dependencies.set(source.root, crate);
    this.open(crate, source.root);
    this.link(crate);
    return crate;
  }

  /** A crate of which nothing is known but its name. */
  missing(name: string): CrateNode {
    const key = `missing ${name}`;
    const known = this.dependencies.get(key);
    if (known !== undefined) return known;
    const crate = this.add({ ...FOREIGN, name, edition: 2021, cfg: NO_CFG });
    crate.missing = true;
    this.dependencies.set(key, crate);
    this.makeRoot(crate, this.program.fileUnit(crate, "", NO_FILE, null));
    return crate;
  }
}

/** What is said of a dependency that code names and whose source is not read. The graph is whole as far as the workspace goes. */
function missingSource(name: string, gap: DependencyGap): Diagnostic {
  const isOther = gap === "other-platform";
  return {
    severity: "info",
    code: isOther ? "other-platform-dependency" : "missing-dependency-source",
    message: isOther
      ? `the dependency ${name} is for another platform and is not read`
      : `the source of dependency ${name} is not at hand: calls into it stay external, types from it unknown`,
    hint: isOther ? "--target <triple> reads the code of another platform" : "run `cargo fetch` or `cargo vendor`",
  };
}

function isLibrary(target: Target): boolean {
  return target.kind === "lib" || target.kind === "proc-macro";
}
