/**
 * The whole way from a folder to the call graph: workspace, crates, names, types, inference, graph.
 *
 * Everything impure comes in through {@link ScanServices}, so that tests scan folders that exist in memory only.
 */
import { type Diagnostic, InputError } from "../base/diagnostic.ts";
import type { FileSystem } from "../base/files.ts";
import { type CfgSet, crateCfg, isForTarget, parseCfgOption, targetCfg } from "../cfg/index.ts";
import { type Fragment, type FragmentMode, lowerFragment } from "../facts/lower.ts";
import type { CallGraph } from "../graph/types.ts";
import { inferProgram } from "../infer/infer.ts";
import { buildNames } from "../names/build.ts";
import type { CrateRequest, NamesInput, SysrootCrate } from "../names/input.ts";
import type { RustParser } from "../syntax/parser.ts";
import { Items } from "../types/items.ts";
import {
  type FeatureOptions,
  type FeatureRequest,
  loadWorkspace,
  neededLibraries,
  needsDevDependencies,
  overridingPackage,
  type Package,
  type PackageSelection,
  type ResolvedFeatures,
  resolveFeatures,
  type SelectedTarget,
  selectPackages,
  selectTargets,
  type Target,
  type TargetSelection,
  type Workspace,
} from "../workspace/index.ts";
import { withBuildAliases } from "./aliases.ts";
import { assemble, type UnresolvedSite } from "./assemble.ts";
import { DependencyFinder } from "./dependencies.ts";
import { type FactsCache, Sources } from "./sources.ts";
import { Clock, type Timing } from "./timings.ts";

/** What the outside provides. */
export interface ScanServices {
  readonly fs: FileSystem;
  readonly parser: RustParser;
  /** Absolute path of the folder with the stubs of `core`, `alloc` and `std`. */
  readonly stubs: string;
  readonly cargoHome: string;
  /** Target triple of this machine. */
  readonly hostTriple: string;
  /** Version of callmap. */
  readonly version: string;
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** Facts of std's stubs and of published packages, kept from run to run. */
  readonly facts?: FactsCache;
  /** Told of every source file that is read. */
  onFile?(path: string): void;
  /** Told of every package outside of the workspace whose source is looked for. */
  onDependency?(packageName: string): void;
}

/** What is scanned, and what the graph shows. */
export interface ScanOptions {
  readonly packages?: PackageSelection;
  readonly targets?: TargetSelection;
  readonly features?: Partial<FeatureRequest>;
  /** Target triple whose code is active; default: this machine's. */
  readonly target?: string;
  /** Further options as `--cfg` of rustc takes them: `loom`, `key="value"`. */
  readonly cfg?: readonly string[];
  /** Keep code that only tests compile. */
  readonly tests?: boolean;
  /** Show called functions of std and dependencies. */
  readonly external?: boolean;
  /** Show closures as nodes of their own; else their calls are those of the function around. */
  readonly closures?: boolean;
  /** Show the methods that a call of unknown receiver may mean by name. */
  readonly candidates?: boolean;
  /** Read the sources of dependencies where they are on this machine; default: true. */
  readonly deps?: boolean;
  /** Folder of a sysroot, or of std's sources in it, that are read in place of callmap's own stubs; absolute. */
  readonly sysroot?: string;
  /** Implementations that a call through a trait may run: all (class hierarchy), those of types constructed in reached code (rapid type analysis), none. */
  readonly dispatch?: "cha" | "rta" | "none";
}

/** What a scan gives. */
export interface ScanResult {
  readonly graph: CallGraph;
  readonly workspace: Workspace;
  readonly diagnostics: readonly Diagnostic[];
  readonly unresolved: readonly UnresolvedSite[];
  readonly timings: readonly Timing[];
  /** Source files read, those of std's stubs and of dependencies included. */
  readonly files: number;
}

/** Which crates of a workspace are meant, before any source is read. */
export interface Selection {
  readonly workspace: Workspace;
  readonly selected: readonly SelectedTarget[];
  readonly features: ResolvedFeatures;
  readonly triple: string;
  readonly targetCfg: CfgSet;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the manifests and chooses the targets. Throws an InputError where nothing can be chosen. */
export function selectCrates(services: ScanServices, path: string, options: ScanOptions): Selection {
  const { value: workspace, diagnostics } = loadWorkspace(services.fs, path, { cargoHome: services.cargoHome });
  const triple = options.target ?? services.hostTriple;
  const set = targetCfg(triple);
  const targets: TargetSelection = options.targets ?? {};
  const packages = selectPackages(workspace, options.packages);
  const features = featuresOf({ workspace, triple, targetCfg: set }, packages, options);
  return {
    workspace,
    selected: selectTargets(workspace, packages, targets, features),
    features,
    triple,
    targetCfg: set,
    diagnostics: [...diagnostics, ...packages.flatMap((index) => withoutTarget(workspace.packages[index]!))],
  };
}

/** `outside` leads to the features of packages outside of the workspace, and to what they want of each other and of its members. */
function featuresOf(
  { workspace, triple, targetCfg: set }: Pick<Selection, "workspace" | "triple" | "targetCfg">,
  packages: readonly number[],
  options: ScanOptions,
  outside?: FeatureOptions["outside"],
): ResolvedFeatures {
  return resolveFeatures(
    workspace,
    { features: [], allFeatures: false, noDefaultFeatures: false, ...options.features },
    {
      packages,
      dev: needsDevDependencies(options.targets ?? {}),
      isForTarget: (section) => isForTarget(section, triple, set),
      outside,
    },
  );
}

/** Lets features spread through the packages that `finder` finds, as far as they lie on this machine. */
function withOutside(chosen: Selection, finder: DependencyFinder, options: ScanOptions): Selection {
  const packages = selectPackages(chosen.workspace, options.packages);
  return { ...chosen, features: featuresOf(chosen, packages, options, (from, dep) => finder.outside(from, dep)) };
}

/** Cargo refuses a package without a target. */
function withoutTarget(pack: Package): Diagnostic[] {
  if (pack.targets.length > 0) return [];
  return [
    {
      severity: "error",
      code: "no-target",
      message: `package \`${pack.name}\` has no target`,
      file: pack.manifest,
      hint: "add src/lib.rs or src/main.rs, or name a file under `[lib]` or `[[bin]]`",
      partial: true,
    },
  ];
}

function nothingSelected({ workspace, diagnostics }: Selection): InputError {
  const nothing: Diagnostic = {
    severity: "error",
    code: "nothing-selected",
    message: "there is no target to scan",
    hint: "callmap scan --list shows all targets; --all-targets reads them all",
  };
  return new InputError([...diagnostics, nothing], false, workspace.root);
}

/** Scans the workspace that `path` belongs to. Throws an InputError when there is nothing to scan. */
export function scanWorkspace(services: ScanServices, path: string, options: ScanOptions = {}): ScanResult {
  const clock = new Clock(() => services.now());
  const chosen = clock.measure("workspace", () => selectCrates(services, path, options));
  const { workspace } = chosen;
  if (chosen.selected.length === 0) throw nothingSelected(chosen);
  const { fs, cargoHome } = services;
  const onDependency = (name: string): void => services.onDependency?.(name);
  const finder = options.deps === false ? null : new DependencyFinder({ ...chosen, fs, cargoHome, onDependency });
  const selection = finder === null ? chosen : clock.measure("features", () => withOutside(chosen, finder, options));
  const sources = new Sources(
    services.fs,
    services.parser,
    clock,
    workspace.root,
    (file) => services.onFile?.(file),
    services.facts,
  );
  const names = clock.measure("names", () =>
    buildNames(namesInput(services, selection, finder, sources, clock, options)),
  );
  const items = new Items(names);
  const inference = clock.measure("infer", () => inferProgram(items));
  clock.measure("write", () => services.facts?.flush());
  const diagnostics = [...selection.diagnostics, ...sources.diagnostics];
  const allFeatures = new Set(
    selection.features.features.flatMap((set, i) => [...set].map((f) => `${workspace.packages[i]!.name}/${f}`)),
  );
  const { graph, unresolved } = clock.measure("graph", () =>
    assemble({
      items,
      inference,
      workspace,
      diagnostics,
      meta: { callmap: services.version, cfg: { target: selection.triple, features: [...allFeatures].sort() } },
      options: {
        external: options.external ?? false,
        closures: options.closures ?? false,
        candidates: options.candidates ?? false,
        dispatch: options.dispatch ?? "cha",
      },
    }),
  );
  return {
    graph,
    workspace,
    diagnostics: graph.meta.diagnostics,
    unresolved,
    timings: clock.timings(),
    files: sources.files,
  };
}

function namesInput(
  services: ScanServices,
  selection: Selection,
  finder: DependencyFinder | null,
  sources: Sources,
  clock: Clock,
  options: ScanOptions,
): NamesInput {
  const { workspace } = selection;
  const sets = new Map<Target, CfgSet>();
  const testOf = new Map(selection.selected.map((s) => [workspace.packages[s.package]!.targets[s.target]!, s.test]));
  const tests = options.tests ?? selection.selected.some((s) => s.test);
  const extra = (options.cfg ?? []).flatMap((text) => parseCfgOption(text) ?? []);
  const cfg = (pack: number, target: Target): CfgSet => {
    let set = sets.get(target);
    if (!set) {
      const features = selection.features.features[pack] ?? new Set<string>();
      const test = tests || (testOf.get(target) ?? false);
      set = crateCfg(selection.targetCfg, { features, test, procMacro: target.kind === "proc-macro", extra });
      if (target.kind !== "build-script")
        set = withBuildAliases(services.fs, workspace.root, workspace.packages[pack]!, set);
      sets.set(target, set);
    }
    return set;
  };
  const crates = [...selection.selected, ...neededLibraries(workspace, selection.selected, selection.features)].map(
    (s): CrateRequest => ({ package: s.package, target: workspace.packages[s.package]!.targets[s.target]! }),
  );
  const compilesTests = tests || crates.some((crate) => cfg(crate.package, crate.target).names.has("test"));
  return {
    workspace,
    crates,
    sysroot: sysrootCrates(services, selection, options.sysroot),
    facts: (path, { bodies }) => sources.facts(path, { bodies, tests: compilesTests }),
    exists: (path) => services.fs.kind(sources.absolute(path)) === "file",
    identity: (path) => services.fs.realPath(sources.absolute(path)),
    lowerFragment: fragments(services.parser, clock),
    cfg,
    findDependency: (from, dependency) => finder?.find(from, dependency, selection.features) ?? "not-at-hand",
    overriding: (dependency) => overridingPackage(workspace, dependency),
    options: { tests, deps: options.deps ?? true },
  };
}

/** Longer expansions seldom come up twice. */
const SHORT_FRAGMENT = 400;

/** Lowers what macros expand to. Short expansions are remembered: half of them are the same few words again. */
function fragments(parser: RustParser, clock: Clock): NamesInput["lowerFragment"] {
  const known = new Map<FragmentMode, Map<string, Fragment>>();
  const lower = (text: string, mode: FragmentMode): Fragment =>
    clock.measure("expand", () => lowerFragment(parser, text, mode));
  return (text, mode) => {
    if (text.length > SHORT_FRAGMENT) return lower(text, mode);
    let ofMode = known.get(mode);
    if (ofMode === undefined) known.set(mode, (ofMode = new Map()));
    const found = ofMode.get(text);
    if (found !== undefined) return found;
    const fragment = lower(text, mode);
    const { items, blocks } = fragment.facts;
    // Items and blocks become definitions and scopes, of each expansion its own.
    if (items.length === 0 && blocks.length === 0) ofMode.set(text, fragment);
    return fragment;
  };
}

const SYSROOT_CRATES = ["core", "alloc", "std"] as const;

/** Where a sysroot keeps std's sources (`rustup component add rust-src`); the folder itself may be given, too. */
const LIBRARY_FOLDERS = ["/lib/rustlib/src/rust/library", "/library", ""] as const;

/** Std's crates: callmap's stubs of them, or the sources of a sysroot. Throws an InputError when it has none. */
function sysrootCrates(services: ScanServices, { targetCfg: set }: Selection, sysroot?: string): SysrootCrate[] {
  if (sysroot === undefined)
    return SYSROOT_CRATES.map((name) => ({ name, root: `${services.stubs}/${name}/lib.rs`, cfg: null }));
  const rootIn = (folder: string, name: string): string => `${sysroot}${folder}/${name}/src/lib.rs`;
  const library = LIBRARY_FOLDERS.find((folder) => services.fs.kind(rootIn(folder, "core")) === "file");
  if (library === undefined) throw noSources(sysroot);
  const cfg = crateCfg(set, { features: new Set(), procMacro: false });
  return SYSROOT_CRATES.map((name) => ({ name, root: rootIn(library, name), cfg }));
}

function noSources(sysroot: string): InputError {
  const lacking: Diagnostic = {
    severity: "error",
    code: "no-std-sources",
    message: `there are no sources of std in ${sysroot}`,
    hint: "install them with `rustup component add rust-src`, and give what `rustc --print sysroot` says",
  };
  return new InputError([lacking], true);
}
