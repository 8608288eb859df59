/**
 * The crates of a package (Cargo reference, "Cargo Targets"): those that the manifest lists, and those that Cargo finds in the
 * usual places. A listed target may leave out its path when a file stands at the usual place for its name. Listing one target
 * of a kind turned discovery off for that kind in edition 2015, and `autobins = false` and its like turn it off in any.
 */
import { type DraftContext, readEdition } from "./draft.ts";
import { isLink } from "./globs.ts";
import { type Manifest, positionOf } from "./manifest.ts";
import { fileStem, joinPath } from "./paths.ts";
import { asBoolean, asString, asStrings, asTable, asTables, firstOf, type TomlTable } from "./toml.ts";
import type { Edition, Target, TargetKind } from "./types.ts";

/** Kinds that a package may have many of, in Cargo's order. */
const LISTED_KINDS = [
  { kind: "bin", folder: "src/bin", auto: "autobins" },
  { kind: "example", folder: "examples", auto: "autoexamples" },
  { kind: "test", folder: "tests", auto: "autotests" },
  { kind: "bench", folder: "benches", auto: "autobenches" },
] as const;

type ListedKind = (typeof LISTED_KINDS)[number];

/** A package whose targets are looked for. */
interface Place {
  readonly context: DraftContext;
  readonly manifest: Manifest;
  readonly packageName: string;
  readonly edition: Edition;
}

/** A target found in the usual place; `path` is relative to the package. */
interface Found {
  readonly name: string;
  readonly path: string;
}

/** Returns the package's targets: library, binaries, examples, tests, benches (each sorted by name), build scripts. */
export function discoverTargets(
  context: DraftContext,
  manifest: Manifest,
  packageName: string,
  edition: Edition,
): Target[] {
  const place = { context, manifest, packageName, edition };
  const library = libraryTarget(place);
  const targets = library === undefined ? [] : [library];
  if (context.libraryOnly !== true)
    for (const listed of LISTED_KINDS) targets.push(...listedTargets(place, listed, library !== undefined));
  targets.push(...buildScripts(place));
  return targets;
}

function libraryTarget(place: Place): Target | undefined {
  const { manifest, packageName } = place;
  const listed = asTable(manifest.table.lib);
  const usual = isFileOf(place, "src/lib.rs") ? "src/lib.rs" : undefined;
  if (listed === undefined && (usual === undefined || asBoolean(manifest.package?.autolib) === false)) return undefined;
  const table = listed ?? {};
  const name = asString(table.name) ?? packageName.replaceAll("-", "_");
  const path = asString(table.path) ?? usual ?? legacyPath(place, `src/${name}.rs`);
  if (path === undefined) {
    reportPathless(place, "library", name, "src/lib.rs", "[lib]");
    return undefined;
  }
  return makeTarget(place, isProcMacro(table) ? "proc-macro" : "lib", name, path, table);
}

function isProcMacro(table: TomlTable): boolean {
  const types = asStrings(firstOf(table, "crate-type", "crate_type"));
  if (types?.includes("proc-macro")) return true;
  return asBoolean(firstOf(table, "proc-macro", "proc_macro")) === true;
}

function listedTargets(place: Place, { kind, folder, auto }: ListedKind, hasLibrary: boolean): Target[] {
  const found = kind === "bin" ? usualBinaries(place) : usualTargets(place, folder);
  const listed = asTables(place.manifest.table[kind]);
  const discover = asBoolean(place.manifest.package?.[auto]) ?? (listed === undefined || place.edition > 2015);
  const targets: Target[] = [];
  for (const [index, table] of (listed ?? []).entries()) {
    const target = listedTarget(place, kind, table, found, hasLibrary);
    if (target === "nameless") reportNameless(place, kind, index);
    else if (target !== undefined) targets.push(target);
  }
  if (discover)
    targets.push(
      ...unlisted(place, listed ?? [], found).map(({ name, path }) => makeTarget(place, kind, name, path, {})),
    );
  return uniqueByName(place, kind, targets);
}

function listedTarget(
  place: Place,
  kind: ListedKind["kind"],
  table: TomlTable,
  found: readonly Found[],
  hasLibrary: boolean,
): Target | "nameless" | undefined {
  const name = asString(table.name);
  if (name === undefined || name.trim() === "") return "nameless";
  const path = asString(table.path) ?? usualPath(place, kind, name, found, hasLibrary);
  if (path !== undefined) return makeTarget(place, kind, name, path, table);
  const { folder } = LISTED_KINDS.find((listed) => listed.kind === kind)!;
  reportPathless(place, kind, name, `${folder}/${name}.rs`, `"${name}"`);
  return undefined;
}

/** Returns where Cargo finds a listed target without a path; nothing where two files could be meant. */
function usualPath(
  place: Place,
  kind: ListedKind["kind"],
  name: string,
  found: readonly Found[],
  hasLibrary: boolean,
): string | undefined {
  const matching = found.filter((target) => target.name === name);
  if (matching.length === 1) return matching[0]!.path;
  if (kind === "bin") {
    return legacyPath(place, ...(hasLibrary ? [] : [`src/${name}.rs`]), "src/main.rs", "src/bin/main.rs");
  }
  return kind === "bench" && name === "bench" ? legacyPath(place, "src/bench.rs") : undefined;
}

/** Paths that Cargo took in edition 2015 by mistake and goes on taking. */
function legacyPath(place: Place, ...paths: readonly string[]): string | undefined {
  return place.edition === 2015 ? paths.find((path) => isFileOf(place, path)) : undefined;
}

/** Discovered targets that no listed one already claims by its name or its path. */
function unlisted(place: Place, listed: readonly TomlTable[], found: readonly Found[]): Found[] {
  const folder = place.manifest.folder;
  const names = new Set(listed.map((table) => asString(table.name)));
  const paths = new Set(listed.map((table) => joinPath(folder, asString(table.path) ?? ".")));
  return found.filter(({ name, path }) => !names.has(name) && !paths.has(joinPath(folder, path)));
}

function usualBinaries(place: Place): Found[] {
  const main = isFileOf(place, "src/main.rs") ? [{ name: place.packageName, path: "src/main.rs" }] : [];
  return [...main, ...usualTargets(place, "src/bin")];
}

/** `<folder>/x.rs` and `<folder>/x/main.rs`, but nothing whose name begins with a dot. */
function usualTargets(place: Place, folder: string): Found[] {
  const { fs } = place.context;
  const found: Found[] = [];
  for (const entry of fs.list(joinPath(place.manifest.folder, folder))) {
    if (entry.startsWith(".")) continue;
    const path = `${folder}/${entry}`;
    const main = `${path}/main.rs`;
    const at = joinPath(place.manifest.folder, path);
    if (fs.kind(at) === "directory") {
      // Cargo does not look into folders that are symbolic links.
      if (isFileOf(place, main) && !isLink(fs, at)) found.push({ name: entry, path: main });
    } else if (entry.endsWith(".rs") && entry.length > ".rs".length) {
      found.push({ name: fileStem(entry), path });
    }
  }
  return found;
}

/** `build = "x.rs"`, `["x.rs", "y.rs"]`, `true` or `false`; without the key, `build.rs` when it is there. */
function buildScripts(place: Place): Target[] {
  const build = place.manifest.package?.build;
  const usual = build === true || (build === undefined && isFileOf(place, "build.rs")) ? ["build.rs"] : [];
  const single = asString(build);
  const scripts = single === undefined ? (asStrings(build) ?? usual) : [single];
  return scripts.map((path) => makeTarget(place, "build-script", `build-script-${fileStem(path)}`, path, {}));
}

function makeTarget(place: Place, kind: TargetKind, name: string, path: string, table: TomlTable): Target {
  return {
    kind,
    name,
    crateName: name.replaceAll("-", "_"),
    root: joinPath(place.manifest.folder, path),
    edition: readEdition(place.context, place.manifest, table.edition, place.edition),
    requiredFeatures: asStrings(table["required-features"]) ?? [],
    ...flags(table),
  };
}

/** Flags are carried only where the manifest sets them; what they default to depends on the kind. */
function flags(table: TomlTable): Pick<Target, "test" | "bench" | "harness"> {
  const set: { test?: boolean; bench?: boolean; harness?: boolean } = {};
  for (const key of ["test", "bench", "harness"] as const) {
    const value = asBoolean(table[key]);
    if (value !== undefined) set[key] = value;
  }
  return set;
}

function uniqueByName(place: Place, kind: TargetKind, targets: readonly Target[]): Target[] {
  const byName = new Map<string, Target>();
  for (const target of targets) {
    if (byName.has(target.name)) reportDuplicate(place, kind, target.name);
    else byName.set(target.name, target);
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isFileOf(place: Place, path: string): boolean {
  return place.context.fs.kind(joinPath(place.manifest.folder, path)) === "file";
}

function reportPathless(place: Place, kind: string, name: string, usual: string, needle: string): void {
  place.context.report({
    severity: "error",
    code: "missing-target",
    message: `there is no file for the ${kind} target \`${name}\``,
    file: place.manifest.path,
    ...positionOf(place.manifest, needle),
    hint: `put it at ${usual}, or set \`path\``,
    partial: true,
  });
}

function reportNameless(place: Place, kind: string, index: number): void {
  place.context.report({
    severity: "error",
    code: "nameless-target",
    message: `a \`[[${kind}]]\` has no name`,
    file: place.manifest.path,
    ...positionOf(place.manifest, ...Array<string>(index + 1).fill(`[[${kind}]]`)),
    hint: "add `name`",
    partial: true,
  });
}

function reportDuplicate(place: Place, kind: string, name: string): void {
  place.context.report({
    severity: "error",
    code: "duplicate-target",
    message: `two ${kind} targets are called \`${name}\`; only the first is read`,
    file: place.manifest.path,
    ...positionOf(place.manifest, `[[${kind}]]`, `"${name}"`, `"${name}"`),
    hint: "rename one of them",
    partial: true,
  });
}
