/** Asks Cargo itself what it sees in a workspace, in the words of our own types, so that the two answers can be compared. */
import { spawnSync } from "node:child_process";
import type { Workspace } from "../../src/workspace/types.ts";

/** What both sides say of one target. */
export interface ComparableTarget {
  readonly name: string;
  readonly kind: string;
  /** Absolute. */
  readonly root: string;
  readonly edition: number;
  readonly requiredFeatures: readonly string[];
}

/** What both sides say of one package. */
export interface ComparablePackage {
  readonly name: string;
  readonly version: string;
  readonly edition: number;
  /** Absolute. */
  readonly manifest: string;
  readonly defaultMember: boolean;
  readonly targets: readonly ComparableTarget[];
  readonly dependencies: readonly string[];
}

/** True where a `cargo` can be started. */
export function hasCargo(): boolean {
  return spawnSync("cargo", ["--version"]).status === 0;
}

/** Returns the members of the workspace at `folder` as `cargo metadata` prints them, or its complaint. */
export function askCargo(folder: string): ComparablePackage[] | { readonly error: string } {
  const args = ["metadata", "--no-deps", "--format-version=1", "--offline"];
  const { stdout, stderr, status } = spawnSync("cargo", args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) return { error: stderr };
  const metadata: Metadata = JSON.parse(stdout);
  const defaults = new Set(metadata.workspace_default_members);
  return metadata.packages.map((pack) => fromMetadata(pack, defaults.has(pack.id))).sort(byManifest);
}

/** Returns the members of our own answer in the same form. */
export function comparable(workspace: Workspace): ComparablePackage[] {
  const absolute = (path: string): string => new URL(path, `file://${workspace.root}/`).pathname;
  const members = workspace.packages.filter((pack) => pack.member);
  const packages = members.map((pack) => ({
    name: pack.name,
    version: pack.version,
    edition: pack.edition,
    manifest: absolute(pack.manifest),
    defaultMember: pack.defaultMember,
    targets: pack.targets
      .map(({ name, kind, root, edition, requiredFeatures }) => ({
        name,
        kind,
        root: absolute(root),
        edition,
        requiredFeatures,
      }))
      .sort(byTarget),
    dependencies: pack.dependencies
      .map(
        (dep) =>
          `${dep.packageName} as ${dep.key} ${dep.kind} ${spaced(dep.target)} ${dep.optional} ${dep.defaultFeatures} [${dep.features}]`,
      )
      .sort(),
  }));
  return packages.sort(byManifest);
}

interface Metadata {
  readonly packages: readonly MetadataPackage[];
  readonly workspace_default_members: readonly string[];
}

interface MetadataPackage {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly edition: string;
  readonly manifest_path: string;
  readonly targets: readonly {
    readonly name: string;
    readonly kind: readonly string[];
    readonly src_path: string;
    readonly edition: string;
    readonly "required-features"?: readonly string[];
  }[];
  readonly dependencies: readonly {
    readonly name: string;
    readonly rename: string | null;
    readonly kind: "dev" | "build" | null;
    readonly target: string | null;
    readonly optional: boolean;
    readonly uses_default_features: boolean;
    readonly features: readonly string[];
  }[];
}

function fromMetadata(pack: MetadataPackage, defaultMember: boolean): ComparablePackage {
  const targets = pack.targets.map((target) => ({
    name: target.name,
    kind: plainKind(target.kind),
    root: target.src_path,
    edition: Number(target.edition),
    requiredFeatures: target["required-features"] ?? [],
  }));
  const dependencies = pack.dependencies.map(
    (dep) =>
      `${dep.name} as ${dep.rename ?? dep.name} ${dep.kind ?? "normal"} ${spaced(dep.target)} ${dep.optional} ${dep.uses_default_features} [${dep.features}]`,
  );
  return {
    name: pack.name,
    version: pack.version,
    edition: Number(pack.edition),
    manifest: pack.manifest_path,
    defaultMember,
    targets: targets.sort(byTarget),
    dependencies: dependencies.sort(),
  };
}

/** Cargo prints conditions anew, with spaces around `=`. */
function spaced(target: string | null | undefined): string {
  return (target ?? "").replace(/ *= */g, " = ");
}

/** For a library Cargo prints its crate types. */
function plainKind(kinds: readonly string[]): string {
  const first = kinds[0] ?? "lib";
  if (first === "custom-build") return "build-script";
  return ["bin", "example", "test", "bench", "proc-macro"].includes(first) ? first : "lib";
}

function byTarget(a: ComparableTarget, b: ComparableTarget): number {
  return `${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1;
}

function byManifest(a: ComparablePackage, b: ComparablePackage): number {
  return a.manifest < b.manifest ? -1 : 1;
}
