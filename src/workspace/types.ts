/** Rust editions, as Cargo names them. */
export type Edition = 2015 | 2018 | 2021 | 2024;

/** The kinds of targets that Cargo builds (Cargo book, "Cargo Targets"). */
export type TargetKind = "lib" | "proc-macro" | "bin" | "example" | "test" | "bench" | "build-script";

/** One crate: a root file from which modules hang. */
export interface Target {
  readonly kind: TargetKind;
  /** As Cargo prints it: `my-tool`, `build-script-build`. */
  readonly name: string;
  /** As code writes it: `my_tool`. */
  readonly crateName: string;
  /** Root file, relative to the workspace root, with `/` (may begin with `../`). */
  readonly root: string;
  readonly edition: Edition;
  /** Features without which Cargo does not build the target. */
  readonly requiredFeatures: readonly string[];
  /** Whether `cargo test` builds it; absent: libraries, binaries and tests. */
  readonly test?: boolean;
  /** Whether `cargo bench` builds it; absent: libraries, binaries and benches. */
  readonly bench?: boolean;
  /** False when the target brings its own `main` instead of the test harness. */
  readonly harness?: boolean;
}

/** One entry of a dependency table, `*.workspace = true` already inherited. */
export interface Dependency {
  /** As code writes it: renames applied, `-` replaced by `_`. */
  readonly name: string;
  /** The key in the manifest's table, before `-` became `_`; what features refer to. */
  readonly key: string;
  /** The package's own name. */
  readonly packageName: string;
  readonly kind: "normal" | "dev" | "build";
  readonly optional: boolean;
  readonly features: readonly string[];
  readonly defaultFeatures: boolean;
  /** Version requirement as written, `*` when there is none. */
  readonly requirement: string;
  /** `cfg(...)` expression or target triple of a `[target.X.dependencies]` table. */
  readonly target?: string;
  /** URL of the repository of a Git dependency. */
  readonly git?: string;
  /** Name or index URL of a registry other than crates.io. */
  readonly registry?: string;
  /** Index into {@link Workspace.packages} when the source is at hand as a path or patched to one. */
  readonly member?: number;
}

/** A package at hand in source: a member of the workspace, or a path dependency outside of it. */
export interface Package {
  readonly name: string;
  readonly version: string;
  readonly edition: Edition;
  /** Folder, relative to the workspace root; `""` for the root package. */
  readonly folder: string;
  /** Manifest, relative to the workspace root. */
  readonly manifest: string;
  /** False for a path dependency that is no member of the workspace. */
  readonly member: boolean;
  /** True when Cargo builds it without `-p`. */
  readonly defaultMember: boolean;
  readonly targets: readonly Target[];
  readonly dependencies: readonly Dependency[];
  /** The `[features]` table. */
  readonly features: ReadonlyMap<string, readonly string[]>;
}

/** A package that `Cargo.lock` names. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** `registry+…`, `git+…`; absent for a path. */
  readonly source?: string;
  /** Names, with version where Cargo needed it: `"serde"`, `"syn 1.0.1"`. */
  readonly dependencies: readonly string[];
}

/** A package of a registry or repository that is taken from a folder instead. */
export interface Override {
  /** What is overridden: `crates-io`, a registry's name, or a repository's URL without ornaments; any for `undefined`. */
  readonly source?: string;
  readonly packageName: string;
  /** Only this version is replaced (`[replace]`). */
  readonly version?: string;
  /** Absolute. */
  readonly manifestPath: string;
}

/** What Cargo sees of a workspace. */
export interface Workspace {
  /** Absolute path of the folder with the root manifest. */
  readonly root: string;
  /** Last segment of the root folder, or the root package's name. */
  readonly name: string;
  /** Sorted by name, then folder. */
  readonly packages: readonly Package[];
  readonly lock: readonly LockedPackage[];
  /** `[patch]` and `[replace]` by path, the first that fits counts; what dependencies depend on is overridden too. */
  readonly overrides?: readonly Override[];
  /** Version of Cargo's resolver, by `resolver` or the root package's edition; absent counts as 1. */
  readonly resolver?: 1 | 2 | 3;
}
