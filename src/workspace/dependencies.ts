/**
 * Dependency tables (Cargo reference, "Specifying Dependencies"; "Workspaces" for inheritance): the three kinds, each also
 * under `[target.<cfg or triple>]`, in the present and the former spelling. Names are what they are in three places:
 * the key in the table (features refer to it), the package's name (`package = "x"`), and the name in code (`-` became `_`).
 */
import type { DraftContext, DraftDependency } from "./draft.ts";
import { type Manifest, manifestIn, positionOfKey } from "./manifest.ts";
import { joinPath } from "./paths.ts";
import { asBoolean, asString, asStrings, asTable, firstOf, type TomlTable, type TomlValue, tableAt } from "./toml.ts";
import type { Dependency, Edition } from "./types.ts";

const TABLES: readonly { readonly kind: Dependency["kind"]; readonly keys: readonly string[] }[] = [
  { kind: "normal", keys: ["dependencies"] },
  { kind: "dev", keys: ["dev-dependencies", "dev_dependencies"] },
  { kind: "build", keys: ["build-dependencies", "build_dependencies"] },
];

/** A dependency's keys, and the folder that its `path` is seen from. */
interface Details {
  readonly table: TomlTable;
  readonly base: string;
}

/** The place in a manifest that one dependency is written in. */
interface Entry {
  readonly manifest: Manifest;
  readonly edition: Edition;
  readonly key: string;
  readonly kind: Dependency["kind"];
  readonly target?: string;
}

/** Returns all dependencies of a manifest: by kind, those for all targets first, each table sorted by key. */
export function draftDependencies(context: DraftContext, manifest: Manifest, edition: Edition): DraftDependency[] {
  const targets = Object.entries(tableAt(manifest.table, "target")).sort(([a], [b]) => (a < b ? -1 : 1));
  const sections: [string | undefined, TomlTable | undefined][] = [[undefined, manifest.table]];
  for (const [target, section] of targets) sections.push([target, asTable(section)]);
  const drafts: DraftDependency[] = [];
  for (const [target, section] of sections) {
    for (const { kind, keys } of TABLES) {
      const table = asTable(firstOf(section ?? {}, ...keys)) ?? {};
      for (const key of Object.keys(table).sort()) {
        drafts.push(draftDependency(context, { manifest, edition, key, kind, target }, table[key]));
      }
    }
  }
  return drafts;
}

function draftDependency(context: DraftContext, entry: Entry, value: TomlValue): DraftDependency {
  const details = readDetails(context, entry, value);
  const { table, base } = details;
  const path = asString(table.path);
  const git = asString(table.git);
  const requirement = asString(table.version);
  if (path === undefined && git === undefined && requirement === undefined && !isInherited(value)) {
    reportSourceless(context, entry);
  }
  const dependency: Dependency = {
    name: entry.key.replaceAll("-", "_"),
    key: entry.key,
    packageName: asString(table.package) ?? entry.key,
    kind: entry.kind,
    optional: asBoolean(table.optional) ?? false,
    features: asStrings(table.features) ?? [],
    defaultFeatures: asBoolean(firstOf(table, "default-features", "default_features")) ?? true,
    requirement: requirement ?? "*",
    ...(entry.target === undefined ? {} : { target: entry.target }),
    ...(git === undefined ? {} : { git }),
    ...registryOf(table),
  };
  return path === undefined ? { dependency } : { dependency, manifestPath: manifestIn(joinPath(base, path)) };
}

function registryOf(table: TomlTable): { registry?: string } {
  const registry = asString(firstOf(table, "registry", "registry-index"));
  return registry === undefined ? {} : { registry };
}

/** `"1.0"` means `{ version = "1.0" }`; `{ workspace = true }` takes over what the root says. */
function readDetails(context: DraftContext, entry: Entry, value: TomlValue): Details {
  const folder = entry.manifest.folder;
  const version = asString(value);
  if (version !== undefined) return { table: { version }, base: folder };
  const own = asTable(value) ?? {};
  if (!isInherited(value)) return { table: own, base: folder };
  const root = context.rootOf(entry.manifest);
  const shared = tableAt(root?.workspace, "dependencies")[entry.key];
  if (root === undefined || shared === undefined) {
    reportNothingToInherit(context, entry);
    return { table: own, base: folder };
  }
  const sharedVersion = asString(shared);
  const sharedTable = sharedVersion === undefined ? (asTable(shared) ?? {}) : { version: sharedVersion };
  return { table: mergeInherited(sharedTable, own, entry.edition), base: root.folder };
}

function isInherited(value: TomlValue): boolean {
  return asBoolean(asTable(value)?.workspace) === true;
}

/**
 * Source and version are the root's, `optional` is the member's, features add up. Default features: since edition 2024 the
 * member's word counts; before, a member can switch them on and not off (RFC 3945).
 */
function mergeInherited(shared: TomlTable, own: TomlTable, edition: Edition): TomlTable {
  const asked = asBoolean(firstOf(own, "default-features", "default_features"));
  const given = asBoolean(firstOf(shared, "default-features", "default_features"));
  const merged = edition >= 2024 ? (asked ?? given) : asked === true ? true : given;
  return {
    ...shared,
    features: [...(asStrings(shared.features) ?? []), ...(asStrings(own.features) ?? [])],
    optional: own.optional,
    "default-features": merged,
    default_features: undefined,
  };
}

function reportSourceless(context: DraftContext, { manifest, key }: Entry): void {
  context.report({
    severity: "error",
    code: "sourceless-dependency",
    message: `dependency \`${key}\` has no version, path, Git repository or \`workspace = true\``,
    file: manifest.path,
    ...positionOfKey(manifest, "dependencies", key),
    hint: `write where it comes from, e.g. \`${key} = "1.0"\``,
  });
}

function reportNothingToInherit(context: DraftContext, { manifest, key }: Entry): void {
  context.report({
    severity: "error",
    code: "nothing-to-inherit",
    message: `dependency \`${key}\` is taken from the workspace, but the root has no \`workspace.dependencies.${key}\``,
    file: manifest.path,
    ...positionOfKey(manifest, "dependencies", key),
    hint: "add it to `[workspace.dependencies]` in the root manifest",
  });
}
