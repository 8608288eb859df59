/**
 * `[patch]` and `[replace]` (Cargo reference, "Overriding Dependencies"): a package from a registry or a repository is taken
 * from a folder instead, in the whole workspace. Only entries with a `path` matter here; others still come from afar.
 */
import type { ConfigFile } from "./config.ts";
import { type Manifest, manifestIn } from "./manifest.ts";
import { joinPath } from "./paths.ts";
import { asString, asTable, type TomlTable, tableAt } from "./toml.ts";
import type { Dependency, Override } from "./types.ts";
import { satisfies } from "./version.ts";

const CRATES_IO = "crates-io";
const CRATES_IO_URLS = new Set(["github.com/rust-lang/crates.io-index", "index.crates.io"]);

/** Returns the overrides of a root manifest and of configuration files; the latter win, so they come first. */
export function readPatches(root: Manifest, configs: readonly ConfigFile[]): Override[] {
  const patches = configs.flatMap(({ folder, table }) => patchTables(folder, table));
  patches.push(...patchTables(root.folder, root.table), ...replacements(root));
  return patches;
}

/** Returns the override that applies to a dependency; `versionOf` tells the version of the package at a manifest. */
export function findPatch(
  patches: readonly Override[],
  dependency: Dependency,
  versionOf: (manifestPath: string) => string | undefined,
): Override | undefined {
  const source = sourceOf(dependency);
  return patches.find((patch) => {
    if (patch.packageName !== dependency.packageName) return false;
    if (patch.source !== undefined && patch.source !== source) return false;
    const version = patch.version ?? versionOf(patch.manifestPath);
    return version !== undefined && satisfies(version, dependency.requirement);
  });
}

function patchTables(folder: string, table: TomlTable): Override[] {
  const patches: Override[] = [];
  for (const [source, entries] of Object.entries(tableAt(table, "patch"))) {
    for (const [key, value] of Object.entries(asTable(entries) ?? {})) {
      const path = asString(asTable(value)?.path);
      if (path === undefined) continue;
      const packageName = asString(asTable(value)?.package) ?? key;
      patches.push({ source: plainSource(source), packageName, manifestPath: manifestIn(joinPath(folder, path)) });
    }
  }
  return patches;
}

/** `[replace]` names one version: `"foo:1.0.0"`, `"foo@1.0.0"` or `"<url>#foo:1.0.0"`. */
function replacements(root: Manifest): Override[] {
  const patches: Override[] = [];
  for (const [specification, value] of Object.entries(tableAt(root.table, "replace"))) {
    const path = asString(asTable(value)?.path);
    const [, packageName, version] = /(?:^|[#/])([\w-]+)[:@]([^:@#]+)$/.exec(specification) ?? [];
    if (path === undefined || packageName === undefined || version === undefined) continue;
    patches.push({ packageName, version, manifestPath: manifestIn(joinPath(root.folder, path)) });
  }
  return patches;
}

function sourceOf(dependency: Dependency): string {
  return plainSource(dependency.git ?? dependency.registry ?? CRATES_IO);
}

/** Takes scheme, `.git`, a slash at the end and capitals off a URL, and gives crates.io its name. */
function plainSource(source: string): string {
  const plain = source
    .replace(/^(?:registry\+|sparse\+)?[a-z+]+:\/\//i, "")
    .replace(/\/+$/, "")
    .replace(/\.git$/, "");
  if (plain === source) return source;
  return CRATES_IO_URLS.has(plain.toLowerCase()) ? CRATES_IO : plain.toLowerCase();
}
