/**
 * A package as its own manifest tells it, before it is known which other packages are at hand. Everything is absolute here;
 * `load.ts` turns drafts into {@link Package}s when the workspace root and the order of packages are settled.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { FileSystem } from "../base/files.ts";
import { draftDependencies } from "./dependencies.ts";
import { type Manifest, PACKAGE_TABLE, positionOf, positionOfKey } from "./manifest.ts";
import { fileStem } from "./paths.ts";
import { discoverTargets } from "./targets.ts";
import { asBoolean, asString, asStrings, asTable, type TomlTable, type TomlValue, tableAt } from "./toml.ts";
import type { Dependency, Edition, Target } from "./types.ts";

/** A dependency and where the manifest says that it lies. */
export interface DraftDependency {
  readonly dependency: Dependency;
  /** Absolute path of the manifest of a path dependency. */
  readonly manifestPath?: string;
}

/** A package before linking. */
export interface PackageDraft {
  readonly manifest: Manifest;
  readonly name: string;
  readonly version: string;
  readonly edition: Edition;
  /** `root` is absolute. */
  readonly targets: readonly Target[];
  readonly dependencies: readonly DraftDependency[];
  readonly features: ReadonlyMap<string, readonly string[]>;
}

/** What reading a manifest needs from around it. */
export interface DraftContext {
  readonly fs: FileSystem;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Returns the root manifest that `key.workspace = true` refers to. */
  readonly rootOf: (manifest: Manifest) => Manifest | undefined;
  /** True where nobody builds more of a package than its library and what that needs, the build script: no other target is looked for. */
  readonly libraryOnly?: boolean;
}

/** Returns the package of a manifest; `undefined`, with a diagnostic, when it has no name. */
export function draftPackage(context: DraftContext, manifest: Manifest): PackageDraft | undefined {
  const table = manifest.package ?? {};
  const name = asString(table.name);
  if (name === undefined || name.trim() === "") {
    context.report(namelessPackage(manifest));
    return undefined;
  }
  const edition = readEdition(context, manifest, inheritedKey(context, manifest, "edition"));
  return {
    manifest,
    name,
    edition,
    version: asString(inheritedKey(context, manifest, "version")) ?? "0.0.0",
    targets: discoverTargets(context, manifest, name, edition),
    dependencies: draftDependencies(context, manifest, edition),
    features: readFeatures(manifest.table),
  };
}

/** Returns `package.<key>`, or for `<key>.workspace = true` what the root's `[workspace.package]` says. */
function inheritedKey(context: DraftContext, manifest: Manifest, key: string): TomlValue {
  const own = manifest.package?.[key];
  if (asBoolean(asTable(own)?.workspace) !== true) return own;
  const inherited = tableAt(context.rootOf(manifest)?.workspace, "package")[key];
  if (inherited === undefined) {
    context.report({
      severity: "error",
      code: "nothing-to-inherit",
      message: `\`${key}.workspace = true\`, but the workspace root has no \`workspace.package.${key}\``,
      file: manifest.path,
      ...positionOfKey(manifest, PACKAGE_TABLE, key),
      hint: `add \`${key}\` to \`[workspace.package]\` in the root manifest`,
    });
  }
  return inherited;
}

const EDITIONS: ReadonlyMap<string, Edition> = new Map([
  ["2015", 2015],
  ["2018", 2018],
  ["2021", 2021],
  ["2024", 2024],
]);

/** Returns the edition that a key names: 2015 when absent, as for Cargo; the newest known for one that is not known. */
export function readEdition(
  context: Pick<DraftContext, "report">,
  manifest: Manifest,
  value: TomlValue,
  otherwise: Edition = 2015,
): Edition {
  if (value === undefined) return otherwise;
  const edition = EDITIONS.get(asString(value) ?? "");
  if (edition !== undefined) return edition;
  context.report({
    severity: "warning",
    code: "unknown-edition",
    message: `edition ${JSON.stringify(value)} is not known; read as 2024`,
    file: manifest.path,
    ...positionOfKey(manifest, PACKAGE_TABLE, "edition"),
    hint: 'write "2015", "2018", "2021" or "2024"',
  });
  return 2024;
}

function readFeatures(table: TomlTable): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(tableAt(table, "features")).map(([name, list]) => [name, asStrings(list) ?? []]));
}

function namelessPackage(manifest: Manifest): Diagnostic {
  return {
    severity: "error",
    code: "nameless-package",
    message: "the package has no name",
    file: manifest.path,
    ...positionOf(manifest, "[package]"),
    hint: `add \`name = "${fileStem(manifest.folder) || "my-package"}"\` to \`[package]\``,
    partial: true,
  };
}
