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
import type { CrateRequest, DependencySource, NamesInput, SysrootCrate } from "../names/input.ts";
import type { RustParser } from "../syntax/parser.ts";
import { Items } from "../types/items.ts";
import {
  activateFeatures,
  type Dependency,
  dependencySources,
  type FeatureRequest,
  loadDependencyPackage,
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
import { assemble, type UnresolvedSite } from "./assemble.ts";
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
  const features = resolveFeatures(
    workspace,
    { features: [], allFeatures: false, noDefaultFeatures: false, ...options.features },
    { packages, dev: needsDevDependencies(targets), isForTarget: (section) => isForTarget(section, triple, set) },
  );
  return {
    workspace,
    selected: selectTargets(workspace, packages, targets, features),
    features,
    triple,
    targetCfg: set,
    diagnostics: [...diagnostics, ...packages.flatMap((index) => withoutTarget(workspace.packages[index]!))],
  };
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
  const selection = clock.measure("workspace", () => selectCrates(services, path, options));
  const { workspace } = selection;
  if (selection.selected.length === 0) throw nothingSelected(selection);
  const sources = new Sources(
    services.fs,
    services.parser,
    clock,
    workspace.root,
    (file) => services.onFile?.(file),
    services.facts,
  );
  const names = clock.measure("names", () => buildNames(namesInput(services, selection, sources, clock, options)));
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
  sources: Sources,
  clock: Clock,
  options: ScanOptions,
): NamesInput {
  const { workspace } = selection;
  const finder = new DependencyFinder(services, selection);
  const sets = new Map<Target, CfgSet>();
  const testOf = new Map(selection.selected.map((s) => [workspace.packages[s.package]!.targets[s.target]!, s.test]));
  const tests = options.tests ?? selection.selected.some((s) => s.test);
  const extra = (options.cfg ?? []).flatMap((text) => parseCfgOption(text) ?? []);
  const crates = [...selection.selected, ...neededLibraries(workspace, selection.selected, selection.features)];
  return {
    workspace,
    crates: crates.map(
      (s): CrateRequest => ({ package: s.package, target: workspace.packages[s.package]!.targets[s.target]! }),
    ),
    sysroot: sysrootCrates(services, selection, options.sysroot),
    facts: (path, wanted) => sources.facts(path, wanted),
    exists: (path) => services.fs.kind(sources.absolute(path)) === "file",
    identity: (path) => services.fs.realPath(sources.absolute(path)),
    lowerFragment: fragments(services.parser, clock),
    cfg: (pack, target) => {
      let set = sets.get(target);
      if (!set) {
        const features = selection.features.features[pack] ?? new Set<string>();
        const test = tests || (testOf.get(target) ?? false);
        set = crateCfg(selection.targetCfg, { features, test, procMacro: target.kind === "proc-macro", extra });
        sets.set(target, set);
      }
      return set;
    },
    findDependency: (from, dependency) => (options.deps === false ? null : finder.find(from, dependency)),
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

/** Finds and describes the libraries of dependencies on this machine; each package and version once. */
class DependencyFinder {
  private readonly services: ScanServices;
  private readonly selection: Selection;
  private readonly places: ReturnType<typeof dependencySources>;
  private readonly known = new Map<string, DependencySource | null>();

  constructor(services: ScanServices, selection: Selection) {
    this.services = services;
    this.selection = selection;
    this.places = dependencySources(services.fs, selection.workspace, services.cargoHome);
  }

  find(from: string | null, dependency: Dependency): DependencySource | null {
    this.services.onDependency?.(dependency.packageName);
    if (
      dependency.target !== undefined &&
      !isForTarget(dependency.target, this.selection.triple, this.selection.targetCfg)
    )
      return null;
    const { lock } = this.selection.workspace;
    const asking = from === null ? undefined : lock.find((l) => `${l.name} ${l.version}` === from);
    const place = this.places.find(dependency.packageName, dependency.requirement, asking);
    if (!place) return null;
    const key = `${place.name} ${place.version}`;
    let found = this.known.get(key);
    if (found === undefined) {
      found = this.describe(key, place, this.featuresOf(dependency));
      this.known.set(key, found);
    }
    return found;
  }

  /** Cargo builds a package once, with the features that all its users want; the workspace's wishes stand for them. */
  private featuresOf(dependency: Dependency): string[] {
    const wanted = new Set(this.selection.features.external.get(dependency.packageName) ?? []);
    for (const feature of dependency.features) wanted.add(feature);
    if (dependency.defaultFeatures) wanted.add("default");
    return [...wanted].sort();
  }

  private describe(
    key: string,
    place: { name: string; version: string; folder: string },
    requested: readonly string[],
  ): DependencySource | null {
    let pack: Package;
    try {
      pack = loadDependencyPackage(this.services.fs, place.folder).value;
    } catch {
      return null; // a manifest in Cargo's cache that can't be read counts as a source that is not there
    }
    const library = pack.targets.find((t) => t.kind === "lib" || t.kind === "proc-macro");
    if (!library) return null;
    const features = activateFeatures(pack, requested).features[0] ?? new Set<string>();
    const isProcMacro = library.kind === "proc-macro";
    return {
      key,
      packageName: pack.name,
      crateName: library.crateName,
      edition: library.edition,
      isProcMacro,
      root: `${place.folder}/${library.root}`,
      folder: place.folder,
      shown: `${place.name}-${place.version}`,
      dependencies: pack.dependencies,
      cfg: crateCfg(this.selection.targetCfg, { features, procMacro: isProcMacro }),
    };
  }
}
