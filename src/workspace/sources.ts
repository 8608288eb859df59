/**
 * Where the source of a package that is no part of the workspace lies on this machine, without the network. Cargo keeps what
 * it has downloaded: registries under `registry/src/<registry>/<name>-<version>`, repositories under
 * `git/checkouts/<name>-<hash>/<revision>`; `cargo vendor` makes a folder of copies that the configuration names as a source.
 * The version is the one in Cargo.lock, else the newest at hand that meets the requirement.
 */
import type { FileSystem } from "../base/files.ts";
import { readConfigs } from "./config.ts";
import { isManifest, type ManifestStore, manifestIn, manifestStore } from "./manifest.ts";
import { joinPath } from "./paths.ts";
import { asString, asTable, tableAt } from "./toml.ts";
import type { LockedPackage, Workspace } from "./types.ts";
import { compareByVersion, satisfies } from "./version.ts";

/** A package whose source is on this machine. */
export interface DependencySource {
  readonly name: string;
  readonly version: string;
  /** Absolute. */
  readonly folder: string;
}

/** Answers where dependencies lie. Folders are listed at the first question and not again. */
export interface DependencySources {
  /**
   * Returns the source of `packageName`. `from` is the locked package that depends on it, which tells versions apart where the
   * lock file has several. `undefined` when nothing suitable is on this machine.
   */
  find(packageName: string, requirement: string, from?: LockedPackage): DependencySource | undefined;
}

/** Which lock file and configuration count. */
type Place = Pick<Workspace, "root" | "lock">;

/** Returns the sources that a workspace can draw on; `vendorFolders` (absolute) come before all that Cargo knows of. */
export function dependencySources(
  fs: FileSystem,
  place: Place,
  cargoHome: string,
  vendorFolders: readonly string[] = [],
): DependencySources {
  const store = manifestStore(fs);
  let shelves: readonly Shelf[] | undefined;
  const openShelves = (): readonly Shelf[] => {
    const folders = [...vendorFolders, ...configuredFolders(fs, place.root, cargoHome)];
    return [...folders.map((folder) => vendorShelf(store, folder)), registryShelf(fs, cargoHome)];
  };
  return {
    find(packageName, requirement, from) {
      const locked = findLocked(place.lock, packageName, requirement, from);
      const checkout = locked?.source?.startsWith("git+") ? findCheckout(store, cargoHome, locked) : undefined;
      return checkout ?? pick((shelves ??= openShelves()), packageName, requirement, locked?.version);
    },
  };
}

/** Returns where one dependency lies; for many questions, {@link dependencySources} lists the folders only once. */
export function findDependency(
  fs: FileSystem,
  workspace: Place,
  cargoHome: string,
  packageName: string,
  requirement: string,
  fromLocked?: LockedPackage,
): DependencySource | undefined {
  return dependencySources(fs, workspace, cargoHome).find(packageName, requirement, fromLocked);
}

/** Returns the locked package that a dependency means: what its dependent names, else the newest that meets the requirement. */
export function findLocked(
  lock: readonly LockedPackage[],
  packageName: string,
  requirement: string,
  from?: LockedPackage,
): LockedPackage | undefined {
  const candidates = lock.filter((locked) => locked.name === packageName);
  const named = from?.dependencies.find((text) => text === packageName || text.startsWith(`${packageName} `));
  const version = named?.split(" ")[1];
  const fitting = candidates.filter((locked) =>
    version === undefined ? satisfies(locked.version, requirement) : locked.version === version,
  );
  // A repository may hold any version, whatever the requirement; and a lone candidate is what Cargo chose.
  const left = fitting.length > 0 ? fitting : candidates.length === 1 ? candidates : [];
  return newest(left);
}

/** A folder of packages: which versions of a package lie there. */
type Shelf = (packageName: string) => readonly DependencySource[];

/** Every shelf is asked for the locked version before any is asked for another one. */
function pick(
  shelves: readonly Shelf[],
  packageName: string,
  requirement: string,
  version: string | undefined,
): DependencySource | undefined {
  const sources = shelves.flatMap((shelf) => shelf(packageName));
  const exact = sources.find((source) => source.version === version);
  return exact ?? newest(sources.filter((source) => satisfies(source.version, requirement)));
}

function newest<T extends { readonly version: string }>(versions: readonly T[]): T | undefined {
  return versions.reduce<T | undefined>(
    (best, next) => (best === undefined || compareByVersion(next.version, best.version) > 0 ? next : best),
    undefined,
  );
}

/** All registries in Cargo's home as one shelf: the names of their folders tell everything. */
function registryShelf(fs: FileSystem, cargoHome: string): Shelf {
  const byName = new Map<string, DependencySource[]>();
  const root = joinPath(cargoHome, "registry/src");
  for (const registry of fs.list(root)) {
    for (const entry of fs.list(joinPath(root, registry))) {
      const [, name, version] = NAME_AND_VERSION.exec(entry) ?? [];
      if (name === undefined || version === undefined) continue;
      const sources = byName.get(name) ?? [];
      sources.push({ name, version, folder: joinPath(root, `${registry}/${entry}`) });
      byName.set(name, sources);
    }
  }
  return (packageName) => byName.get(packageName) ?? [];
}

/** The shortest name behind which a whole version follows: `foo-2-1.0.0` is `foo-2`. */
const NAME_AND_VERSION = /^(.+?)-(\d+\.\d+\.\d+(?:[-+].*)?)$/;

/** A folder as `cargo vendor` writes it: `<name>`, or `<name>-<version>` where there are several; the manifests know. */
function vendorShelf(store: ManifestStore, folder: string): Shelf {
  let entries: readonly string[] | undefined;
  return (packageName) => {
    entries ??= store.fs.list(folder);
    const candidates = entries.filter((entry) => entry === packageName || entry.startsWith(`${packageName}-`));
    return candidates.flatMap((entry) => packageAt(store, joinPath(folder, entry), packageName));
  };
}

function packageAt(store: ManifestStore, folder: string, packageName: string): DependencySource[] {
  const found = store.get(manifestIn(folder));
  if (!isManifest(found) || asString(found.package?.name) !== packageName) return [];
  return [{ name: packageName, version: asString(found.package?.version) ?? "0.0.0", folder }];
}

/** The folders that `[source.<name>] directory = "…"` names in the configuration. */
function configuredFolders(fs: FileSystem, root: string, cargoHome: string): string[] {
  return readConfigs(fs, root, cargoHome).flatMap(({ folder, table }) =>
    Object.values(tableAt(table, "source")).flatMap((source) => {
      const directory = asString(asTable(source)?.directory);
      return directory === undefined ? [] : [joinPath(folder, directory)];
    }),
  );
}

/** How far down a repository packages are looked for; the deepest in common use lie at `crates/<group>/<name>`. */
const CHECKOUT_DEPTH = 4;

/** Returns the package in the checkout of the revision that the lock file names, e.g. `git+https://host/repo?rev=x#<hash>`. */
function findCheckout(store: ManifestStore, cargoHome: string, locked: LockedPackage): DependencySource | undefined {
  const [url = "", revision = ""] = (locked.source ?? "").split("#");
  const repository = /([^/]+?)(?:\.git)?\/?(?:\?.*)?$/.exec(url)?.[1];
  const root = joinPath(cargoHome, "git/checkouts");
  if (repository === undefined || revision === "") return undefined;
  for (const checkout of store.fs.list(root).filter((entry) => isHashed(entry, repository))) {
    const revisions = store.fs.list(joinPath(root, checkout)).filter((short) => revision.startsWith(short));
    for (const short of revisions) {
      const found = findBelow(store, joinPath(root, `${checkout}/${short}`), locked.name);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Cargo writes `<repository>-<16 hexadecimal digits>`. */
function isHashed(entry: string, repository: string): boolean {
  return entry.toLowerCase().startsWith(`${repository.toLowerCase()}-`) && /-[0-9a-f]+$/.test(entry);
}

/** Breadth first: a package near the top wins over a test's copy further down. */
function findBelow(store: ManifestStore, root: string, packageName: string): DependencySource | undefined {
  let level = [root];
  for (let depth = 0; depth <= CHECKOUT_DEPTH && level.length > 0; depth++) {
    for (const folder of level) {
      const [found] = packageAt(store, folder, packageName);
      if (found !== undefined) return found;
    }
    level = level.flatMap((folder) => subfolders(store.fs, folder));
  }
  return undefined;
}

function subfolders(fs: FileSystem, folder: string): string[] {
  const names = fs.list(folder).filter((name) => !name.startsWith(".") && name !== "target" && name !== "src");
  return names.map((name) => joinPath(folder, name)).filter((path) => fs.kind(path) === "directory");
}
