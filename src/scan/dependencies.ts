/**
 * Packages outside of the workspace: where their sources lie, which of their features the workspace turns on, and what name
 * resolution is told of them. Each package and version is read once.
 */

import type { FileSystem } from "../base/files.ts";
import type { CfgSet } from "../cfg/index.ts";
import { crateCfg, isForTarget } from "../cfg/index.ts";
import type { DependencyGap, DependencySource } from "../names/input.ts";
import {
  activateFeatures,
  type Dependency,
  dependencySources,
  type LockedPackage,
  loadDependencyPackage,
  overridingPackage,
  type Package,
  type ResolvedFeatures,
  type Workspace,
} from "../workspace/index.ts";
import { withBuildAliases } from "./aliases.ts";

/** Where dependencies are looked for, and for which platform. */
export interface DependencyContext {
  readonly fs: FileSystem;
  readonly cargoHome: string;
  readonly workspace: Workspace;
  /** Target triple of the code that is active. */
  readonly triple: string;
  readonly targetCfg: CfgSet;
  /** Told of every package whose source is looked for. */
  readonly onDependency?: (packageName: string) => void;
}

/** A package on this machine. */
interface Outsider {
  readonly folder: string;
  /** `name version`, as DependencySource.key. */
  readonly key: string;
  readonly pack: Package;
}

/** Finds packages for the resolution of features, and describes their libraries for that of names. */
export class DependencyFinder {
  private readonly context: DependencyContext;
  private readonly places: ReturnType<typeof dependencySources>;
  /** What lies in a folder; null for a manifest that can't be read, which counts as a source that is not there. */
  private readonly outsiders = new Map<string, Outsider | null>();
  private readonly keys = new Map<Package, string>();
  private readonly locked: ReadonlyMap<string, LockedPackage>;
  private readonly described = new Map<Outsider, DependencySource | null>();

  constructor(context: DependencyContext) {
    const { fs, workspace, cargoHome } = context;
    this.context = context;
    this.places = dependencySources(fs, workspace, cargoHome);
    this.locked = new Map(workspace.lock.map((entry) => [`${entry.name} ${entry.version}`, entry]));
  }

  /** The package that a dependency of `from` means, for {@link FeatureOptions.outside}. */
  outside(from: Package, dependency: Dependency): Package | number | undefined {
    const overriding = overridingPackage(this.context.workspace, dependency);
    return overriding ?? this.outsider(this.keys.get(from) ?? null, dependency)?.pack;
  }

  /** The library of a dependency, or why there is none. `from` is the key of what asks, null for the workspace. */
  find(from: string | null, dependency: Dependency, features: ResolvedFeatures): DependencySource | DependencyGap {
    this.context.onDependency?.(dependency.packageName);
    if (!this.isForTarget(dependency)) return "other-platform";
    const outsider = this.outsider(from, dependency);
    if (outsider === null) return "not-at-hand";
    let source = this.described.get(outsider);
    if (source === undefined) {
      const active = features.outside.get(outsider.pack) ?? unasked(outsider.pack, dependency);
      this.described.set(outsider, (source = this.describe(outsider, active)));
    }
    return source ?? "not-at-hand";
  }

  /** False for a dependency of a `[target.X]` section that is for another platform. */
  isForTarget({ target }: Dependency): boolean {
    return target === undefined || isForTarget(target, this.context.triple, this.context.targetCfg);
  }

  private outsider(from: string | null, dependency: Dependency): Outsider | null {
    const asking = from === null ? undefined : this.locked.get(from);
    const place = this.places.find(dependency.packageName, dependency.requirement, asking);
    if (place === undefined) return null;
    let found = this.outsiders.get(place.folder);
    if (found === undefined) {
      found = this.read(place.folder, `${place.name} ${place.version}`);
      this.outsiders.set(place.folder, found);
      if (found !== null) this.keys.set(found.pack, found.key);
    }
    return found;
  }

  private read(folder: string, key: string): Outsider | null {
    try {
      return { folder, key, pack: loadDependencyPackage(this.context.fs, folder).value };
    } catch {
      return null;
    }
  }

  private describe({ folder, key, pack }: Outsider, features: ReadonlySet<string>): DependencySource | null {
    const library = pack.targets.find((t) => t.kind === "lib" || t.kind === "proc-macro");
    if (library === undefined) return null;
    return {
      key,
      packageName: pack.name,
      crateName: library.crateName,
      edition: library.edition,
      root: `${folder}/${library.root}`,
      folder,
      shown: key.replace(" ", "-"),
      isProcMacro: library.kind === "proc-macro",
      dependencies: pack.dependencies,
      cfg: withBuildAliases(
        this.context.fs,
        folder,
        pack,
        crateCfg(this.context.targetCfg, { features, procMacro: library.kind === "proc-macro" }),
      ),
    };
  }
}

/** The features of a package that the build leaves out, as the one dependency wants them: code that is off may name it. */
function unasked(pack: Package, { features, defaultFeatures }: Dependency): ReadonlySet<string> {
  return activateFeatures(pack, defaultFeatures ? [...features, "default"] : features).features[0] ?? new Set();
}
