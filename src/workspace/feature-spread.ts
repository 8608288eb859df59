/**
 * Spreads feature requests over packages with a worklist: a feature turns on what its list names (`f`, `dep:x`, `x/f`,
 * `x?/f`), a dependency that is on asks features of its package, and so on until nothing new comes up. What `x?/f` asks waits
 * until something else turns `x` on (Cargo reference, "Features").
 */
import type { Dependency, Package } from "./types.ts";

/** The outcome, by index into {@link Workspace.packages}. */
export interface ResolvedFeatures {
  /** Active features of each package. */
  readonly features: readonly ReadonlySet<string>[];
  /** Keys of the optional dependencies that are on in each package. */
  readonly optional: readonly ReadonlySet<string>[];
  /** What the workspace asks of packages that are not at hand, by package name; `default` among it. */
  readonly external: ReadonlyMap<string, ReadonlySet<string>>;
  /** Active features of the packages that {@link SpreadOptions.outside} gave. */
  readonly outside: ReadonlyMap<Package, ReadonlySet<string>>;
}

/** What decides which dependencies are looked at. */
export interface SpreadOptions {
  /** Whether the development dependencies of members count. */
  readonly dev: boolean;
  /** Tells whether a `[target.X]` section is for the target that is built. */
  readonly isForTarget: (section: string) => boolean;
  /**
   * The package that a dependency of `from` means where no path leads to one: itself, always as the same object, when it is not
   * of the workspace, else its index; `undefined` when it is not at hand.
   */
  readonly outside?: (from: Package, dependency: Dependency) => Package | number | undefined;
}

/** Features of a package -> what each turns on. */
export type FeatureTable = ReadonlyMap<string, readonly string[]>;

/**
 * Returns the features that a package has: those of its `[features]` table, and one for each optional dependency that no
 * list names with `dep:`.
 */
export function featureTable(pack: Package): ReadonlyMap<string, readonly string[]> {
  const table = new Map(pack.features);
  const named = new Set([...pack.features.values()].flat().filter((value) => value.startsWith("dep:")));
  for (const { key, optional } of pack.dependencies) {
    if (optional && !table.has(key) && !named.has(`dep:${key}`)) table.set(key, [`dep:${key}`]);
  }
  return table;
}

/** What is known of one package under way. */
interface State {
  readonly pack: Package;
  readonly table: FeatureTable;
  built: boolean;
  readonly features: Set<string>;
  readonly optional: Set<string>;
  /** Requests `x?/f` by dependency key `x`, until `x` is on. */
  readonly waiting: Map<string, Set<string>>;
  /** The dependencies that are looked at. */
  readonly dependencies: readonly Dependency[];
}

/** A worklist over packages. `build` and `ask` put something on it, `finish` works it off. */
export class FeatureSpread {
  readonly #options: SpreadOptions;
  /** Those of the workspace first, in its order, then those from outside. */
  readonly #states: State[] = [];
  readonly #own: number;
  readonly #outsiders = new Map<Package, number>();
  readonly #found = new Map<Dependency, number | undefined>();
  readonly #external = new Map<string, Set<string>>();
  readonly #toBuild: number[] = [];
  readonly #toAsk: (readonly [index: number, value: string])[] = [];

  /** `tables` holds the {@link featureTable} of each package. */
  constructor(packages: readonly Package[], tables: readonly FeatureTable[], options: SpreadOptions) {
    this.#options = options;
    this.#own = packages.length;
    for (const [index, pack] of packages.entries()) this.#add(pack, tables[index]!);
  }

  #add(pack: Package, table: FeatureTable): number {
    const dependencies = pack.dependencies.filter((dependency) => counts(pack, dependency, this.#options));
    this.#states.push({
      pack,
      table,
      built: false,
      features: new Set(),
      optional: new Set(),
      waiting: new Map(),
      dependencies,
    });
    return this.#states.length - 1;
  }

  /** Builds a package: its dependencies that are not optional are on. */
  build(index: number): void {
    const state = this.#states[index]!;
    if (state.built) return;
    state.built = true;
    this.#toBuild.push(index);
  }

  /** Asks one value, as it may stand in a list of `[features]`, of a package. */
  ask(index: number, value: string): void {
    this.#toAsk.push([index, value]);
  }

  /** Works everything off; sets come back sorted. */
  finish(): ResolvedFeatures {
    while (this.#toBuild.length > 0 || this.#toAsk.length > 0) {
      const index = this.#toBuild.pop();
      if (index === undefined) this.#answer(...this.#toAsk.pop()!);
      else
        for (const dependency of this.#states[index]!.dependencies)
          if (!dependency.optional) this.#turnOn(index, dependency);
    }
    const own = this.#states.slice(0, this.#own);
    const outsiders = this.#states.slice(this.#own);
    return {
      features: own.map((state) => sorted(state.features)),
      optional: own.map((state) => sorted(state.optional)),
      external: new Map([...this.#external.keys()].sort().map((name) => [name, sorted(this.#external.get(name)!)])),
      outside: new Map(outsiders.map((state) => [state.pack, sorted(state.features)])),
    };
  }

  #answer(index: number, value: string): void {
    const slash = value.indexOf("/");
    if (slash >= 0) {
      const weak = value[slash - 1] === "?";
      this.#askThrough(index, value.slice(0, weak ? slash - 1 : slash), value.slice(slash + 1), weak);
    } else if (value.startsWith("dep:")) {
      this.#turnOnOptional(index, value.slice("dep:".length));
    } else {
      this.#turnOnFeature(index, value);
    }
  }

  #turnOnFeature(index: number, feature: string): void {
    const { features, table } = this.#states[index]!;
    const values = table.get(feature);
    if (values === undefined || features.has(feature)) return;
    features.add(feature);
    for (const value of values) this.ask(index, value);
  }

  #turnOnOptional(index: number, key: string): void {
    const { optional, waiting, dependencies } = this.#states[index]!;
    const meant = dependencies.filter((dependency) => dependency.optional && dependency.key === key);
    if (meant.length === 0 || optional.has(key)) return;
    optional.add(key);
    for (const dependency of meant) {
      this.#turnOn(index, dependency);
      this.#askPackage(index, dependency, waiting.get(key) ?? []);
    }
    waiting.delete(key);
  }

  /** `key/feature`, or `key?/feature` when `weak`. */
  #askThrough(index: number, key: string, feature: string, weak: boolean): void {
    const { optional, waiting, dependencies } = this.#states[index]!;
    const meant = dependencies.filter((dependency) => dependency.key === key);
    const isOptional = meant.some((dependency) => dependency.optional);
    if (weak && isOptional && !optional.has(key)) waiting.set(key, new Set([...(waiting.get(key) ?? []), feature]));
    if (!weak && isOptional) {
      this.#turnOnOptional(index, key);
      // Before there was `dep:`, `x/f` also turned on the feature `x`; it still does where `x` is one.
      this.ask(index, key);
    }
    for (const dependency of meant) {
      if (!dependency.optional || optional.has(key)) this.#askPackage(index, dependency, [feature]);
    }
  }

  #turnOn(from: number, dependency: Dependency): void {
    const { features, defaultFeatures } = dependency;
    const meant = this.#find(from, dependency);
    if (meant !== undefined) this.build(meant);
    this.#askPackage(from, dependency, defaultFeatures ? [...features, "default"] : features);
  }

  #askPackage(from: number, dependency: Dependency, features: Iterable<string>): void {
    const meant = this.#find(from, dependency);
    if (meant !== undefined) {
      for (const feature of features) this.ask(meant, feature);
      return;
    }
    const { packageName } = dependency;
    const asked = this.#external.get(packageName) ?? new Set();
    for (const feature of features) asked.add(feature);
    this.#external.set(packageName, asked);
  }

  /** The state of what a dependency means. */
  #find(from: number, dependency: Dependency): number | undefined {
    if (dependency.member !== undefined || this.#options.outside === undefined) return dependency.member;
    if (!this.#found.has(dependency)) this.#found.set(dependency, this.#findOutside(from, dependency));
    return this.#found.get(dependency);
  }

  #findOutside(from: number, dependency: Dependency): number | undefined {
    const meant = this.#options.outside?.(this.#states[from]!.pack, dependency);
    if (typeof meant !== "object") return meant;
    let index = this.#outsiders.get(meant);
    if (index === undefined) this.#outsiders.set(meant, (index = this.#add(meant, featureTable(meant))));
    return index;
  }
}

/** Development dependencies count in members only: nobody runs the tests of an outsider. */
function counts(pack: Package, dependency: Dependency, options: SpreadOptions): boolean {
  if (dependency.kind === "dev" && !(options.dev && pack.member)) return false;
  return dependency.target === undefined || options.isForTarget(dependency.target);
}

function sorted(set: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...set].sort());
}
