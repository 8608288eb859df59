/**
 * A path -> the workspace around it. Finds the manifest that the path belongs to, the workspace root above it, all packages,
 * and what they say of themselves. Works without Cargo and without the network; whatever is broken is reported, and the rest
 * is still there.
 */
import { type Diagnostic, InputError, invariant, type Outcome } from "../base/diagnostic.ts";
import type { FileSystem } from "../base/files.ts";
import { readConfigs } from "./config.ts";
import { draftPackage } from "./draft.ts";
import { linkPackages } from "./link.ts";
import { readLockfile } from "./lockfile.ts";
import {
  isManifest,
  MANIFEST_NAME,
  type Manifest,
  type ManifestStore,
  manifestIn,
  manifestStore,
  PACKAGE_TABLE,
  positionOfKey,
} from "./manifest.ts";
import { type Found, findLonePackage, findPackages, type Search } from "./members.ts";
import { readPatches } from "./patches.ts";
import { ancestors, joinPath, lastSegment, parentPath } from "./paths.ts";
import { newReport, type Report } from "./report.ts";
import { findRoot } from "./root.ts";
import { asString } from "./toml.ts";
import type { Override, Package, Workspace } from "./types.ts";

/** What of the surroundings counts besides the files around the path. */
export interface LoadOptions {
  /** Absolute path of Cargo's home folder: its configuration counts, and no workspace reaches across it. */
  readonly cargoHome?: string;
}

/**
 * Returns the workspace that `startPath` belongs to: a folder, a `Cargo.toml`, or anything inside a package. The whole
 * workspace comes back whichever of its members one starts in.
 * Throws an {@link InputError} when there is nothing to read: no manifest, a broken root, no package at all.
 */
export function loadWorkspace(fs: FileSystem, startPath: string, options: LoadOptions = {}): Outcome<Workspace> {
  const report = newReport();
  const loading = newLoading(fs, report, options);
  const start = findStart(fs, loading.store, startPath);
  const { root, found, patches } = findAll(loading, start);
  const packages = linkPackages(loading.search, root.folder, found, patches);
  if (!packages.some((pack) => pack.member)) throw emptyWorkspace(root, report);
  const lock = readLockfile(fs, root.folder);
  lock.diagnostics.forEach(report.add);
  return {
    value: {
      root: root.folder,
      name: found.drafts.get(root.path)?.name ?? (lastSegment(root.folder) || "workspace"),
      packages,
      lock: lock.value,
      overrides: patches,
      resolver: resolverVersion(root, packages),
    },
    diagnostics: report.relativeTo(root.folder),
  };
}

/**
 * Returns the package in an absolute folder by itself, as one reads a dependency's sources; its paths are relative to that
 * folder, its dependencies point nowhere, and of its targets there is the library alone. Throws an {@link InputError} when the
 * folder holds no readable package.
 */
export function loadDependencyPackage(fs: FileSystem, folder: string): Outcome<Package> {
  const report = newReport();
  const { store, search } = newLoading(fs, report, {});
  const manifest = store.get(manifestIn(folder));
  if (!isManifest(manifest)) throw new InputError([manifest.diagnostic]);
  const draft = draftPackage({ ...search, libraryOnly: true }, manifest);
  if (draft === undefined) throw emptyWorkspace(manifest, report);
  const found: Found = { drafts: new Map([[manifest.path, draft]]), members: new Set(), defaultMembers: new Set() };
  const [pack] = linkPackages(search, folder, found, []);
  invariant(pack, "a draft becomes a package");
  return { value: pack, diagnostics: report.relativeTo(folder) };
}

/** The tools of one loading. */
interface Loading {
  readonly store: ManifestStore;
  readonly search: Search;
  readonly report: Report;
  readonly options: LoadOptions;
}

function newLoading(fs: FileSystem, report: Report, options: LoadOptions): Loading {
  const store = manifestStore(fs);
  const roots = new Map<string, Manifest | undefined>();
  const rootOf = (manifest: Manifest): Manifest | undefined => {
    if (!roots.has(manifest.path)) {
      const path = findRoot({ store, report: report.add, cargoHome: options.cargoHome }, manifest);
      const found = path === undefined ? undefined : store.get(path);
      const root = found !== undefined && isManifest(found) ? found : undefined;
      if (path !== undefined && root === undefined) report.add(missingRoot(manifest));
      roots.set(manifest.path, root);
    }
    return roots.get(manifest.path);
  };
  return { store, report, options, search: { fs, store, report: report.add, rootOf } };
}

/** Returns the manifest of the package that the path lies in; one that can't be read still has a place, and no content. */
function findStart(fs: FileSystem, store: ManifestStore, startPath: string): Manifest {
  const path = joinPath(startPath, ".");
  const kind = fs.kind(path);
  if (kind === undefined) throw new InputError([nothingAt(startPath)]);
  if (kind === "file" && lastSegment(path) === MANIFEST_NAME) return readStart(store, path);
  const folders = ancestors(kind === "directory" ? path : parentPath(path));
  const folder = folders.find((above) => fs.kind(manifestIn(above)) === "file");
  if (folder === undefined) throw new InputError([noManifestAbove(startPath)]);
  return readStart(store, manifestIn(folder));
}

function readStart(store: ManifestStore, path: string): Manifest {
  const found = store.get(path);
  return isManifest(found) ? found : { path, folder: parentPath(path), text: "", table: {} };
}

/** A root and the packages that it leads to. */
interface All {
  readonly root: Manifest;
  readonly found: Found;
  readonly patches: readonly Override[];
}

function findAll(loading: Loading, start: Manifest): All {
  const { search } = loading;
  const root = search.rootOf(start);
  if (root === undefined) return findLone(loading, start);
  const patches = patchesOf(loading, root);
  const found = findPackages(
    search,
    root,
    patches.map((patch) => patch.manifestPath),
  );
  // A broken member is no member, but it was meant to be one: its diagnostic says so.
  const broken = !isManifest(loading.store.get(start.path));
  if (found.members.has(start.path) || start === root || broken) return { root, found, patches };
  search.report(notAMember(start));
  return findLone(loading, start);
}

function findLone(loading: Loading, start: Manifest): All {
  const found = loading.store.get(start.path);
  if (!isManifest(found)) throw new InputError([found.diagnostic]);
  const patches = patchesOf(loading, start);
  const overrides = patches.map((patch) => patch.manifestPath);
  return { root: start, found: findLonePackage(loading.search, start, overrides), patches };
}

function patchesOf({ search, options }: Loading, root: Manifest): Override[] {
  return readPatches(root, readConfigs(search.fs, root.folder, options.cargoHome));
}

const RESOLVERS: ReadonlyMap<string | undefined, 1 | 2 | 3> = new Map([
  ["1", 1],
  ["2", 2],
  ["3", 3],
]);

/** Cargo's default hangs on the root package's edition; a virtual root has none. */
function resolverVersion(root: Manifest, packages: readonly Package[]): 1 | 2 | 3 {
  const written = asString(root.workspace?.resolver) ?? asString(root.package?.resolver);
  const edition = packages.find((pack) => pack.folder === "" && pack.member)?.edition ?? 2015;
  return RESOLVERS.get(written) ?? (edition >= 2024 ? 3 : edition >= 2021 ? 2 : 1);
}

function nothingAt(path: string): Diagnostic {
  return {
    severity: "error",
    code: "missing-path",
    message: `there is nothing at ${path}`,
    hint: "give the path of a folder with a Cargo.toml, or of the Cargo.toml itself",
  };
}

function noManifestAbove(path: string): Diagnostic {
  return {
    severity: "error",
    code: "missing-manifest",
    message: `there is no Cargo.toml in ${path} or in a folder above it`,
    hint: "give the path of a folder with a Cargo.toml, or of the Cargo.toml itself",
  };
}

function missingRoot(manifest: Manifest): Diagnostic {
  return {
    severity: "error",
    code: "missing-workspace-root",
    message: "`package.workspace` names a folder without a readable Cargo.toml; the package is read by itself",
    file: manifest.path,
    ...positionOfKey(manifest, PACKAGE_TABLE, "workspace"),
    hint: "correct the path, or take the key out",
  };
}

function notAMember(manifest: Manifest): Diagnostic {
  return {
    severity: "warning",
    code: "not-a-member",
    message: "the workspace above does not list this package; it is read by itself",
    file: manifest.path,
    hint: "add it to `workspace.members` of the root manifest, or to `workspace.exclude` to confirm that it stands alone",
  };
}

function emptyWorkspace(root: Manifest, report: Report): InputError {
  const isNeither = root.package === undefined && root.workspace === undefined;
  const empty: Diagnostic = {
    severity: "error",
    code: "empty-workspace",
    message: isNeither ? "Cargo.toml has neither `[package]` nor `[workspace]`" : "the workspace has no package",
    file: lastSegment(root.path),
    hint: isNeither ? "add `[package]` with a `name`" : "list the folders of its packages under `workspace.members`",
  };
  return new InputError([...report.relativeTo(root.folder), empty], false, root.folder);
}
