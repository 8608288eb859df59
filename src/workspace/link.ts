/**
 * Drafts -> packages: paths become relative to the workspace root, packages get their order, and dependencies point at the
 * packages that are at hand, by path or by override.
 */
import type { PackageDraft } from "./draft.ts";
import { PACKAGE_TABLE, positionOfKey } from "./manifest.ts";
import type { Found, Search } from "./members.ts";
import { findPatch } from "./patches.ts";
import { joinPath, relativePath } from "./paths.ts";
import type { Dependency, Override, Package, Target, Workspace } from "./types.ts";

/** Returns the packages found, sorted by name, then folder; paths relative to the absolute folder `root`. */
export function linkPackages(search: Search, root: string, found: Found, patches: readonly Override[]): Package[] {
  const drafts = [...found.drafts.values()];
  drafts.sort((a, b) => compareText(a.name, b.name) || compareText(a.manifest.path, b.manifest.path));
  const indices = new Map(drafts.map((draft, index) => [draft.manifest.path, index]));
  reportTwins(search, drafts, found);

  const versionOf = (path: string): string | undefined => found.drafts.get(path)?.version;
  const link = (draft: PackageDraft): Dependency[] =>
    draft.dependencies.map(({ dependency, manifestPath }) => {
      const path = manifestPath ?? findPatch(patches, dependency, versionOf)?.manifestPath;
      const member = path === undefined ? undefined : indices.get(path);
      if (member === undefined) return dependency;
      if (drafts[member]!.name === dependency.packageName) return { ...dependency, member };
      reportWrongName(search, draft, dependency, drafts[member]!.name);
      return dependency;
    });
  return drafts.map((draft) => toPackage(root, draft, found, link(draft)));
}

/** Returns the index of the package that an override puts in the place of a dependency, of whatever package that is one. */
export function overridingPackage(
  { root, packages, overrides }: Workspace,
  dependency: Dependency,
): number | undefined {
  if (overrides === undefined || overrides.length === 0) return undefined;
  const indexOf = (path: string): number => packages.findIndex((pack) => joinPath(root, pack.manifest) === path);
  const found = findPatch(overrides, dependency, (path) => packages[indexOf(path)]?.version);
  return found && indexOf(found.manifestPath);
}

function toPackage(root: string, draft: PackageDraft, found: Found, dependencies: readonly Dependency[]): Package {
  const { manifest, name, version, edition, targets, features } = draft;
  return {
    name,
    version,
    edition,
    folder: relativePath(root, manifest.folder),
    manifest: relativePath(root, manifest.path),
    member: found.members.has(manifest.path),
    defaultMember: found.defaultMembers.has(manifest.path),
    targets: targets.map((target): Target => ({ ...target, root: relativePath(root, target.root) })),
    dependencies,
    features,
  };
}

/** Compares by code unit: the same order on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Cargo refuses two members of one name; names then say too little, but each can still be read. */
function reportTwins(search: Search, drafts: readonly PackageDraft[], found: Found): void {
  const members = drafts.filter((draft) => found.members.has(draft.manifest.path));
  for (const [index, draft] of members.entries()) {
    if (members[index - 1]?.name !== draft.name) continue;
    search.report({
      severity: "error",
      code: "duplicate-package",
      message: `two members are called \`${draft.name}\``,
      file: draft.manifest.path,
      ...positionOfKey(draft.manifest, PACKAGE_TABLE, "name"),
      hint: "rename one of them",
    });
  }
}

function reportWrongName(search: Search, draft: PackageDraft, dependency: Dependency, actual: string): void {
  search.report({
    severity: "error",
    code: "wrong-package-name",
    message: `dependency \`${dependency.key}\` points at a package that is called \`${actual}\``,
    file: draft.manifest.path,
    ...positionOfKey(draft.manifest, "dependencies", dependency.key),
    hint: `add \`package = "${actual}"\` to the dependency, or correct its path`,
  });
}
