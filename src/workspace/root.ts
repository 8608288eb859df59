/**
 * Which manifest is the workspace's root? Cargo's rule (reference, "Workspaces"; `package.workspace` in "The Manifest Format"):
 * a manifest with `[workspace]` is its own root; `package.workspace` names one; else the nearest manifest above that has
 * `[workspace]` and does not exclude the package. A manifest above that itself points elsewhere passes the question on.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import { isManifest, type Manifest, type ManifestStore, manifestIn } from "./manifest.ts";
import { ancestors, isInside, joinPath, parentPath } from "./paths.ts";
import { asString, asStrings, type TomlTable } from "./toml.ts";

/** How far the search for a root may go. */
export interface RootSearch {
  readonly store: ManifestStore;
  /** Cargo's home folder: packages beneath it belong to no workspace outside of it. */
  readonly cargoHome?: string;
  /** Hears of manifests on the way that could not be read. */
  readonly report?: (diagnostic: Diagnostic) => void;
}

/** Returns the absolute path of the root manifest of the package at `manifest`; `undefined` when it stands alone. */
export function findRoot(search: RootSearch, manifest: Manifest): string | undefined {
  const own = rootNamedBy(manifest, manifest.path);
  if (own !== undefined) return own;
  for (const folder of foldersAbove(search, manifest.folder)) {
    const found = search.store.get(manifestIn(folder));
    if (!isManifest(found)) {
      if (!found.missing) search.report?.(found.diagnostic);
      continue;
    }
    const root = rootNamedBy(found, manifest.path);
    if (root !== undefined) return root;
  }
  return undefined;
}

/**
 * True when `workspace` excludes the package at `manifestPath`. A `members` entry that names the path or a folder above it
 * wins over `exclude`; a glob does not, since it is compared as plain text.
 */
export function isExcluded(workspace: TomlTable, rootFolder: string, manifestPath: string): boolean {
  const covers = (entry: string): boolean => isInside(joinPath(rootFolder, entry), manifestPath);
  const excluded = (asStrings(workspace.exclude) ?? []).some(covers);
  return excluded && !(asStrings(workspace.members) ?? []).some(covers);
}

/** Returns the root that `manifest` names for the package at `askedFor`. */
function rootNamedBy(manifest: Manifest, askedFor: string): string | undefined {
  if (manifest.workspace !== undefined) {
    return isExcluded(manifest.workspace, manifest.folder, askedFor) ? undefined : manifest.path;
  }
  const pointer = asString(manifest.package?.workspace);
  return pointer === undefined ? undefined : manifestIn(joinPath(manifest.folder, pointer));
}

/** The folders in which a root may lie, nearest first. */
function* foldersAbove(search: RootSearch, folder: string): Generator<string> {
  let below = folder;
  for (const above of ancestors(parentPath(folder))) {
    // What `cargo package` unpacks is a copy and no part of the workspace that it lies in.
    if (above === below || above.endsWith("/target/package") || below === search.cargoHome) return;
    yield above;
    below = above;
  }
}
