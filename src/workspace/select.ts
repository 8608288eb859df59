/**
 * Which packages and targets are meant, with the meaning that `cargo build` gives to its flags ("Package Selection" and
 * "Target Selection" in `cargo help build`). Two things differ: without `-p`, all members are meant and not just the default
 * ones; and the build scripts of the packages belong to what is meant by default.
 */
import { type Diagnostic, InputError } from "../base/diagnostic.ts";
import type { ResolvedFeatures } from "./feature-spread.ts";
import { isGlob, nameMatcher } from "./globs.ts";
import type { Package, Target, TargetKind, Workspace } from "./types.ts";

/** `-p` and `--exclude`: package names or globs. */
export interface PackageSelection {
  readonly packages?: readonly string[];
  readonly exclude?: readonly string[];
}

/** Cargo's target flags; the lists hold names or globs. Nothing set means the default. */
export interface TargetSelection {
  readonly lib?: boolean;
  readonly bins?: boolean;
  readonly bin?: readonly string[];
  readonly examples?: boolean;
  readonly example?: readonly string[];
  readonly tests?: boolean;
  readonly test?: readonly string[];
  readonly benches?: boolean;
  readonly bench?: readonly string[];
  readonly allTargets?: boolean;
}

/** A target by its places in {@link Workspace.packages} and {@link Package.targets}. */
export interface SelectedTarget {
  readonly package: number;
  readonly target: number;
  /** True when it is compiled with `cfg(test)`: tests and benches, and under `--tests` libraries and binaries too. */
  readonly test: boolean;
}

/** True when the flags build something that development dependencies are for. */
export function needsDevDependencies(selection: TargetSelection): boolean {
  const lists = [selection.example, selection.test, selection.bench];
  const flags = [selection.examples, selection.tests, selection.benches, selection.allTargets];
  return flags.includes(true) || lists.some((list) => list !== undefined && list.length > 0);
}

/**
 * Returns the indices of the chosen packages, ascending. Globs match members; a plain name also finds a package at hand that
 * is no member. Throws an {@link InputError} for a name or glob under `packages` that matches nothing.
 */
export function selectPackages(workspace: Workspace, selection: PackageSelection = {}): number[] {
  const { packages } = workspace;
  const names = selection.packages ?? [];
  const members = packages.flatMap((pack, index) => (pack.member ? [index] : []));
  const chosen = names.length === 0 ? members : [...new Set(names.flatMap((name) => packagesNamed(packages, name)))];
  const isExcluded = (selection.exclude ?? []).map(nameMatcher);
  const left = chosen.filter((index) => !isExcluded.some((matches) => matches(packages[index]!.name)));
  if (left.length === 0) throw usageError("no-package", "every package is excluded", "leave out an `--exclude`");
  return left.sort((a, b) => a - b);
}

/**
 * Returns the chosen targets of the chosen packages, in the order of the workspace. Targets whose required features are off
 * are left out; one that is asked for by name is then an {@link InputError}, and so is a name that matches nothing.
 */
export function selectTargets(
  workspace: Workspace,
  packages: readonly number[],
  selection: TargetSelection,
  features: ResolvedFeatures,
): SelectedTarget[] {
  const rules = rulesOf(selection);
  const found = new Map<string, SelectedTarget>();
  for (const rule of rules) {
    const matching = targetsMatching(workspace, packages, rule);
    if (matching.length === 0 && rule.wanted !== undefined) throw nothingNamed(workspace, packages, rule);
    for (const selected of matching) {
      const target = workspace.packages[selected.package]!.targets[selected.target]!;
      const missing = missingFeatures(workspace.packages[selected.package]!, target, features, selected.package);
      if (missing.length > 0 && rule.wanted !== undefined) throw lacksFeatures(target, missing);
      if (missing.length > 0) continue;
      const key = `${selected.package}.${selected.target}`;
      found.set(key, { ...selected, test: selected.test || found.get(key)?.test === true });
    }
  }
  return [...found.values()].sort((a, b) => a.package - b.package || a.target - b.target);
}

/**
 * Returns the libraries that the selected targets are linked with and that are not selected themselves: their own package's,
 * and those of packages at hand that they depend on, directly or not.
 */
export function neededLibraries(
  workspace: Workspace,
  selected: readonly SelectedTarget[],
  features: ResolvedFeatures,
): SelectedTarget[] {
  const isSelected = new Set(selected.map(({ package: index, target }) => `${index}.${target}`));
  const needed = new Map<number, SelectedTarget>();
  const seen = new Set<number>();
  const queue: number[] = [];
  for (const { package: index, target } of selected) {
    const { kind } = workspace.packages[index]!.targets[target]!;
    if (kind !== "build-script") queue.push(index);
    queue.push(...dependenciesAtHand(workspace, index, kind, features));
  }
  for (let next = 0; next < queue.length; next++) {
    const index = queue[next]!;
    if (seen.has(index)) continue;
    seen.add(index);
    const target = workspace.packages[index]!.targets.findIndex(isLibrary);
    if (target < 0) continue;
    if (!isSelected.has(`${index}.${target}`)) needed.set(index, { package: index, target, test: false });
    queue.push(...dependenciesAtHand(workspace, index, "lib", features));
  }
  return [...needed.values()].sort((a, b) => a.package - b.package);
}

/** Returns the packages at hand that a target of the given kind may name. */
function dependenciesAtHand(
  workspace: Workspace,
  index: number,
  kind: TargetKind,
  features: ResolvedFeatures,
): number[] {
  const kinds = DEPENDENCY_KINDS[kind];
  return workspace.packages[index]!.dependencies.flatMap((dependency) => {
    const isOn = !dependency.optional || features.optional[index]!.has(dependency.key);
    return isOn && kinds.includes(dependency.kind) && dependency.member !== undefined ? [dependency.member] : [];
  });
}

/** Which dependency tables each kind of target sees. */
const DEPENDENCY_KINDS: Readonly<Record<TargetKind, readonly ("normal" | "dev" | "build")[]>> = {
  lib: ["normal"],
  "proc-macro": ["normal"],
  bin: ["normal"],
  example: ["normal", "dev"],
  test: ["normal", "dev"],
  bench: ["normal", "dev"],
  "build-script": ["build"],
};

/** One flag: the targets that it may mean, and how they are built. */
interface Rule {
  readonly what: string;
  readonly isMeant: (target: Target) => boolean;
  /** Name or glob; absent: all. */
  readonly wanted?: string;
  readonly testMode: boolean;
}

function rulesOf(selection: TargetSelection): readonly Rule[] {
  if (selection.allTargets === true) {
    return [...rulesOf(EVERYTHING), { what: "build script", isMeant: ofKind("build-script"), testMode: false }];
  }
  const rules: Rule[] = [];
  if (selection.lib === true) rules.push({ what: "library", isMeant: isLibrary, testMode: false });
  for (const { all, named, what, kind, isMeantByAll, testMode } of TARGET_FLAGS) {
    if (selection[all] === true) rules.push({ what, isMeant: isMeantByAll, testMode });
    for (const wanted of selection[named] ?? []) rules.push({ what, isMeant: ofKind(kind), wanted, testMode });
  }
  return rules.length > 0 ? rules : DEFAULT_RULES;
}

const EVERYTHING: TargetSelection = { lib: true, bins: true, examples: true, tests: true, benches: true };

const DEFAULT_RULES: readonly Rule[] = [
  { what: "library", isMeant: isLibrary, testMode: false },
  { what: "binary", isMeant: ofKind("bin"), testMode: false },
  { what: "build script", isMeant: ofKind("build-script"), testMode: false },
];

/** `--tests` means whatever `cargo test` builds, `--benches` whatever `cargo bench` does; a name means that kind only. */
const TARGET_FLAGS = [
  { all: "bins", named: "bin", what: "binary", kind: "bin", isMeantByAll: ofKind("bin"), testMode: false },
  {
    all: "examples",
    named: "example",
    what: "example",
    kind: "example",
    isMeantByAll: ofKind("example"),
    testMode: false,
  },
  { all: "tests", named: "test", what: "test", kind: "test", isMeantByAll: isTested, testMode: true },
  { all: "benches", named: "bench", what: "bench", kind: "bench", isMeantByAll: isBenched, testMode: true },
] as const;

function ofKind(kind: TargetKind): (target: Target) => boolean {
  return (target) => target.kind === kind;
}

function isLibrary(target: Target): boolean {
  return target.kind === "lib" || target.kind === "proc-macro";
}

function isTested(target: Target): boolean {
  return target.test ?? (isLibrary(target) || target.kind === "bin" || target.kind === "test");
}

function isBenched(target: Target): boolean {
  return target.bench ?? (isLibrary(target) || target.kind === "bin" || target.kind === "bench");
}

function targetsMatching(workspace: Workspace, packages: readonly number[], rule: Rule): SelectedTarget[] {
  const matches = rule.wanted === undefined ? () => true : nameMatcher(rule.wanted);
  return packages.flatMap((index) =>
    workspace.packages[index]!.targets.flatMap((target, place) =>
      rule.isMeant(target) && matches(target.name) ? [{ package: index, target: place, test: rule.testMode }] : [],
    ),
  );
}

/** Required features may be of the package itself, `f`, or of a dependency, `d/f`. */
function missingFeatures(pack: Package, target: Target, features: ResolvedFeatures, index: number): string[] {
  const active = features.features[index]!;
  return target.requiredFeatures.filter((feature) => {
    const [key, ofDependency] = feature.split("/");
    if (ofDependency === undefined) return !active.has(feature);
    const dependency = pack.dependencies.find((candidate) => candidate.key === key);
    if (dependency === undefined || (dependency.optional && !features.optional[index]!.has(dependency.key)))
      return true;
    const asked = dependency.member === undefined ? undefined : features.features[dependency.member]!;
    return !(asked ?? features.external.get(dependency.packageName) ?? new Set()).has(ofDependency);
  });
}

/** `name`, `name@1.2.3` or a glob. */
function packagesNamed(packages: readonly Package[], wanted: string): number[] {
  const [name = "", version] = wanted.split("@");
  const matches = nameMatcher(name);
  const found = packages.flatMap((pack, index) => {
    const isMeant = matches(pack.name) && (version === undefined || version === pack.version);
    return isMeant && (pack.member || !isGlob(name)) ? [index] : [];
  });
  if (found.length > 0) return found;
  const known = packages.filter((pack) => pack.member).map((pack) => pack.name);
  throw usageError("unknown-package", `no package is called \`${wanted}\``, `the members are: ${shortList(known)}`);
}

function nothingNamed(workspace: Workspace, packages: readonly number[], rule: Rule): InputError {
  const known = packages.flatMap((index) => workspace.packages[index]!.targets.filter(rule.isMeant)).map((t) => t.name);
  const hint =
    known.length > 0 ? `there are: ${shortList([...new Set(known)].sort())}` : `there is no ${rule.what} target`;
  return usageError("unknown-target", `no ${rule.what} target is called \`${rule.wanted}\``, hint);
}

function lacksFeatures(target: Target, missing: readonly string[]): InputError {
  const message = `\`${target.name}\` is only built with the features: ${missing.join(", ")}`;
  return usageError("missing-features", message, `add \`--features ${missing.join(",")}\``);
}

function shortList(names: readonly string[]): string {
  return names.length > 20 ? `${names.slice(0, 20).join(", ")} and ${names.length - 20} more` : names.join(", ");
}

function usageError(code: string, message: string, hint: string): InputError {
  const diagnostic: Diagnostic = { severity: "error", code, message, hint };
  return new InputError([diagnostic], true);
}
