/**
 * Which packages belong to the workspace, and which are merely at hand (Cargo reference, "Workspaces"). Members are those
 * that `members` lists, the root package, and every path dependency of a member that lies inside the root folder and is not
 * excluded. Other path dependencies, patched ones among them, are outsiders: read, but not part of the workspace.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import { type DraftContext, type DraftDependency, draftPackage, type PackageDraft } from "./draft.ts";
import { isGlob, matchingFolders } from "./globs.ts";
import { isManifest, type Manifest, type ManifestStore, manifestIn, positionOf, positionOfKey } from "./manifest.ts";
import { isInside, joinPath, parentPath, relativePath } from "./paths.ts";
import { isExcluded } from "./root.ts";
import { asStrings } from "./toml.ts";

/** What the search for packages needs. */
export interface Search extends DraftContext {
  readonly store: ManifestStore;
}

/** Drafts by absolute path of their manifest. */
export interface Found {
  readonly drafts: ReadonlyMap<string, PackageDraft>;
  readonly members: ReadonlySet<string>;
  readonly defaultMembers: ReadonlySet<string>;
}

/** A manifest that something refers to, and the words and the place for a complaint when it is not there. */
interface Reference {
  readonly path: string;
  /** True when a dependency refers to it: it joins the workspace only under conditions. */
  readonly byDependency: boolean;
  readonly whenMissing: () => Diagnostic;
}

/** Returns the packages of the workspace whose root manifest is `root`, with the outsiders that they lead to. */
export function findPackages(search: Search, root: Manifest, overrides: readonly string[]): Found {
  const drafts = new Map<string, PackageDraft>();
  collectMembers(search, root, drafts);
  const members = new Set(drafts.keys());
  const defaultMembers = findDefaultMembers(search, root, members);
  collectOutsiders(search, root, drafts, overrides);
  return { drafts, members, defaultMembers };
}

/** Returns a package that belongs to no workspace, as its only member, with the outsiders that it leads to. */
export function findLonePackage(search: Search, manifest: Manifest, overrides: readonly string[]): Found {
  const drafts = new Map<string, PackageDraft>();
  const draft = manifest.package === undefined ? undefined : draftPackage(search, manifest);
  if (draft !== undefined) drafts.set(manifest.path, draft);
  const members = new Set(drafts.keys());
  collectOutsiders(search, manifest, drafts, overrides);
  return { drafts, members, defaultMembers: members };
}

function collectMembers(search: Search, root: Manifest, drafts: Map<string, PackageDraft>): void {
  const queue = listedMembers(search, root);
  const seen = new Set<string>();
  for (let next = 0; next < queue.length; next++) {
    const reference = queue[next]!;
    if (seen.has(reference.path) || !mayJoin(search, root, reference)) continue;
    seen.add(reference.path);
    const draft = draftAt(search, root, reference);
    if (draft === undefined) continue;
    drafts.set(reference.path, draft);
    queue.push(...draft.dependencies.flatMap((dependency) => dependencyReference(draft, dependency)));
  }
}

/** Path dependencies outside of the root folder join only when they name this root themselves. */
function mayJoin(search: Search, root: Manifest, { path, byDependency }: Reference): boolean {
  if (byDependency && !isInside(root.folder, parentPath(path))) {
    const found = search.store.get(path);
    if (!isManifest(found) || search.rootOf(found) !== root) return false;
  }
  return !isExcluded(root.workspace ?? {}, root.folder, path);
}

function draftAt(search: Search, root: Manifest, reference: Reference): PackageDraft | undefined {
  const found = search.store.get(reference.path);
  if (!isManifest(found)) {
    search.report(found.missing ? reference.whenMissing() : found.diagnostic);
    return undefined;
  }
  if (found.workspace !== undefined && found !== root) {
    search.report(nestedWorkspace(found));
    return undefined;
  }
  return found.package === undefined ? undefined : draftPackage(search, found);
}

function collectOutsiders(
  search: Search,
  root: Manifest,
  drafts: Map<string, PackageDraft>,
  overrides: readonly string[],
): void {
  const queue = [...drafts.values()].flatMap((draft) =>
    draft.dependencies.flatMap((dependency) => dependencyReference(draft, dependency)),
  );
  for (const path of overrides)
    queue.push({ path, byDependency: true, whenMissing: () => missingOverride(root, path) });
  for (let next = 0; next < queue.length; next++) {
    const reference = queue[next]!;
    if (drafts.has(reference.path)) continue;
    const found = search.store.get(reference.path);
    if (!isManifest(found)) {
      search.report(found.missing ? reference.whenMissing() : found.diagnostic);
      continue;
    }
    const draft = found.package === undefined ? undefined : draftPackage(search, found);
    if (draft === undefined) continue;
    drafts.set(reference.path, draft);
    queue.push(...draft.dependencies.flatMap((dependency) => dependencyReference(draft, dependency)));
  }
}

function listedMembers(search: Search, root: Manifest): Reference[] {
  const references: Reference[] = [];
  for (const entry of asStrings(root.workspace?.members) ?? []) {
    for (const folder of expand(search, root, entry)) {
      references.push({
        path: manifestIn(folder),
        byDependency: false,
        whenMissing: () => missingMember(root, entry, folder),
      });
    }
  }
  if (root.package !== undefined) {
    references.push({ path: root.path, byDependency: false, whenMissing: () => missingMember(root, ".", root.folder) });
  }
  return references;
}

/** Returns the folders that an entry of `members` means: itself, or what it matches; a glob without a match is a wrong path. */
function expand(search: Search, root: Manifest, entry: string): string[] {
  const matched = isGlob(entry) ? matchingFolders(search.fs, root.folder, entry) : [];
  return matched.length > 0 ? matched : [joinPath(root.folder, entry)];
}

function findDefaultMembers(search: Search, root: Manifest, members: ReadonlySet<string>): ReadonlySet<string> {
  const listed = asStrings(root.workspace?.["default-members"]);
  if (listed === undefined) return root.package === undefined ? members : new Set([root.path]);
  const chosen = new Set<string>();
  for (const entry of listed) {
    for (const folder of expand(search, root, entry)) {
      const path = manifestIn(folder);
      if (members.has(path)) chosen.add(path);
      else if (!isExcluded(root.workspace ?? {}, root.folder, path)) search.report(strangeDefault(root, entry, folder));
    }
  }
  return chosen;
}

function dependencyReference(draft: PackageDraft, { dependency, manifestPath }: DraftDependency): Reference[] {
  if (manifestPath === undefined) return [];
  const whenMissing = (): Diagnostic => missingDependency(draft, dependency.key);
  return [{ path: manifestPath, byDependency: true, whenMissing }];
}

function missingDependency({ manifest }: PackageDraft, key: string): Diagnostic {
  return {
    severity: "error",
    code: "missing-dependency",
    message: `dependency \`${key}\` has no Cargo.toml at its path`,
    file: manifest.path,
    ...positionOfKey(manifest, "dependencies", key),
    hint: "correct `path`; calls into this package stay unresolved",
    partial: true,
  };
}

function missingMember(root: Manifest, entry: string, folder: string): Diagnostic {
  const shown = relativePath(root.folder, folder);
  // A folder that a glob happens to match may never have been a package.
  const isMatched = isGlob(entry) && shown !== entry;
  return {
    severity: isMatched ? "warning" : "error",
    code: "missing-member",
    message: isMatched ? `\`${shown}\` has no Cargo.toml` : `there is no member \`${shown}\``,
    file: root.path,
    ...positionOf(root, "members", `"${entry}"`),
    hint: "take it out of `workspace.members`, or put it under `workspace.exclude`",
    ...(isMatched ? {} : { partial: true }),
  };
}

function missingOverride(root: Manifest, path: string): Diagnostic {
  const shown = relativePath(root.folder, parentPath(path));
  return {
    severity: "error",
    code: "missing-dependency",
    message: `the patched package has no Cargo.toml at \`${shown}\``,
    file: root.path,
    ...positionOf(root, "[patch", `"${shown}"`),
    hint: "correct `path` in `[patch]`",
    partial: true,
  };
}

function nestedWorkspace(manifest: Manifest): Diagnostic {
  return {
    severity: "error",
    code: "nested-workspace",
    message: "a workspace root can't be a member of another workspace",
    file: manifest.path,
    ...positionOf(manifest, "[workspace"),
    hint: "take `[workspace]` out, or put the folder under `workspace.exclude` of the outer root",
    partial: true,
  };
}

function strangeDefault(root: Manifest, entry: string, folder: string): Diagnostic {
  return {
    severity: "warning",
    code: "unknown-default-member",
    message: `\`${relativePath(root.folder, folder)}\` is under \`default-members\` but no member`,
    file: root.path,
    ...positionOf(root, "default-members", `"${entry}"`),
    hint: "add it to `workspace.members`",
  };
}
