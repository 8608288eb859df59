/** What name resolution is given. It does no IO of its own: files, fragments and dependency sources are handed in. */
import type { ReadFailure } from "../base/files.ts";
import type { CfgSet } from "../cfg/index.ts";
import type { Fragment, FragmentMode } from "../facts/lower.ts";
import type { FileFacts } from "../facts/types.ts";
import type { Dependency, Edition, Target, Workspace } from "../workspace/types.ts";

/** A file's text and what it says. */
export interface FileText {
  readonly text: string;
  readonly facts: FileFacts;
}

/** A crate to be analysed: a target of a workspace package. */
export interface CrateRequest {
  /** Index into {@link Workspace.packages}. */
  readonly package: number;
  readonly target: Target;
}

/** The source of a dependency's library. */
export interface DependencySource {
  /** What `NamesInput.findDependency` is told when this package's own dependencies are asked for. */
  readonly key: string;
  readonly packageName: string;
  /** As its own code writes it. */
  readonly crateName: string;
  readonly edition: Edition;
  readonly isProcMacro: boolean;
  /** Root file, as `facts` takes it. */
  readonly root: string;
  /** Folder of the package, as `facts` takes it; files below it are shown as `shown/…`. */
  readonly folder: string;
  /** `serde-1.0.219`. */
  readonly shown: string;
  readonly dependencies: readonly Dependency[];
  /** Options its conditions are judged against. */
  readonly cfg: CfgSet;
}

/** Why there is no source: it does not lie on this machine, or the dependency is one of other platforms than the scan's. */
export type DependencyGap = "not-at-hand" | "other-platform";

/** One of std's crates. */
export interface SysrootCrate {
  /** `core`, `alloc`, `std`. */
  readonly name: string;
  /** Root file, as `facts` takes it. */
  readonly root: string;
  /** Options that the conditions of std's own sources are judged against; null for the stubs, in which all that is there counts. */
  readonly cfg: CfgSet | null;
}

/** Bounds on what hostile or broken input may cost. */
export interface NamesLimits {
  /** Macro expansions inside one another, as the compiler's `recursion_limit`. */
  readonly macroDepth: number;
  /** UTF-16 units that one invocation may expand to, nested expansions included, besides what its arguments allow. */
  readonly expansionSize: number;
  /** Further units for each unit of its arguments and of the definition. */
  readonly sizePerUnit: number;
  /** Expansions that one invocation may cause, besides what its arguments allow. */
  readonly expansionCount: number;
  /** Further expansions for each unit of its arguments. */
  readonly countPerUnit: number;
  /** Module files inside one another. */
  readonly moduleDepth: number;
}

/** Limits that no real program comes near. */
export const DEFAULT_LIMITS: NamesLimits = {
  macroDepth: 128,
  expansionSize: 400_000,
  sizePerUnit: 40,
  expansionCount: 2_000,
  countPerUnit: 1,
  moduleDepth: 64,
};

export interface NamesInput {
  readonly workspace: Workspace;
  /** Targets to analyse, in the order in which their crates are numbered. */
  readonly crates: readonly CrateRequest[];
  /** Std's crates; empty when there are none. */
  readonly sysroot: readonly SysrootCrate[];
  /** Reads and lowers a file, with or without bodies. The caller caches. */
  facts(path: string, options: { readonly bodies: boolean }): FileText | ReadFailure;
  /** True when there is a file at the path. */
  exists(path: string): boolean;
  /** The path with symbolic links resolved, or the path itself. */
  identity(path: string): string;
  /** Lowers the text of an expansion. */
  lowerFragment(text: string, mode: FragmentMode): Fragment;
  /** Options that the conditions of a workspace package's target are judged against. */
  cfg(package_: number, target: Target): CfgSet;
  /** The source of a dependency that is no workspace package. `from` is the key of the dependency that asks, null for a workspace package. */
  findDependency(from: string | null, dependency: Dependency): DependencySource | DependencyGap;
  /** Index of the workspace package that is built in place of what a dependency depends on. */
  overriding?(dependency: Dependency): number | undefined;
  readonly options: {
    /** Keep code that only tests compile. */
    readonly tests: boolean;
    /** Read the sources of dependencies. */
    readonly deps: boolean;
    readonly limits?: Partial<NamesLimits>;
  };
}
