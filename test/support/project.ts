/**
 * Fixtures as Cargo projects: each crate of a fixture gets its manifest, so that what a test scans in memory is what Cargo
 * compiles on disk. Fixtures stand side by side in one workspace, each in a folder of its own; packages carry the
 * folder's name in front, crates keep theirs.
 */
import type { Fixture, FixtureCrate } from "./fixture.ts";

/** How dependencies with `origin:dependency` are named: by version, out of Cargo's cache, or by path as Cargo needs it here. */
export type DependencyStyle = "version" | "path";

/** Where sources of dependencies lie in memory, as Cargo unpacks them. */
export const CARGO_HOME = "/cargo";
const REGISTRY = `${CARGO_HOME}/registry/src/index`;

/** Returns relative or absolute path -> text of the files of one fixture, its members in `folder`; the workspace's own manifest is not among them. */
export function projectFiles(fixture: Fixture, folder: string, style: DependencyStyle): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [path, text] of fixture.files) files[placeOf(fixture, path, folder, style)] = text;
  const seen = new Set<string>();
  for (const crate of fixture.crates) {
    const manifest = `${packageFolder(crate)}/Cargo.toml`;
    if (seen.has(manifest) || crate.origin === "missing") continue;
    seen.add(manifest);
    files[placeOf(fixture, manifest, folder, style)] = manifestOf(fixture, crate, folder, style);
  }
  return files;
}

/** Returns the folders of the fixture's packages, relative to the workspace root. */
export function memberFolders(fixture: Fixture, folder: string): string[] {
  const own = fixture.crates.filter((crate) => crate.origin === "workspace");
  return [...new Set(own.map((crate) => folder + packageFolder(crate)))];
}

function packageFolder(crate: FixtureCrate): string {
  return crate.root.replace(/\/(src|tests|benches|examples)\/.*$|\/[^/]*$/, "");
}

/** Cargo takes no two packages of one name and version by path; those in its cache are found by their own names. */
function packageName(crate: FixtureCrate, folder: string, style: DependencyStyle): string {
  return crate.origin === "workspace" || style === "path" ? `${folder}-${crate.package}` : crate.package;
}

/** Files of a dependency lie where Cargo keeps them, all others below the fixture's folder. */
function placeOf(fixture: Fixture, path: string, folder: string, style: DependencyStyle): string {
  const dependency = fixture.crates.find(
    (crate) => crate.origin === "dependency" && path.startsWith(`${packageFolder(crate)}/`),
  );
  if (dependency === undefined || style === "path") return folder + path;
  return `${REGISTRY}/${dependency.package}-1.0.0${path.slice(packageFolder(dependency).length)}`;
}

function manifestOf(fixture: Fixture, crate: FixtureCrate, folder: string, style: DependencyStyle): string {
  const targets = fixture.crates.filter((other) => packageFolder(other) === packageFolder(crate));
  const features = targets.flatMap((target) => [...(target.cfg.values.get("feature") ?? [])]);
  return [
    "[package]",
    `name = "${packageName(crate, folder, style)}"`,
    `version = "1.0.0"\nedition = "${crate.edition}"`,
    "autobins = false\nautotests = false\nautobenches = false\nautoexamples = false",
    ...targets.map(targetSection),
    "[dependencies]",
    ...targets.flatMap((target) => dependencyLines(fixture, target.deps, folder, style)),
    "[dev-dependencies]",
    ...targets.flatMap((target) => dependencyLines(fixture, target.dev, folder, style)),
    "[features]",
    ...(features.length > 0 ? [`default = ${JSON.stringify(features)}`] : []),
    ...features.map((feature) => `${feature} = []`),
    "",
  ].join("\n");
}

function targetSection(crate: FixtureCrate): string {
  const path = crate.root.slice(packageFolder(crate).length + 1);
  const isMacro = crate.kind === "proc-macro";
  const head = crate.kind === "lib" || isMacro ? "[lib]" : `[[${crate.kind}]]`;
  return `${head}\nname = "${crate.name}"\npath = "${path}"${isMacro ? "\nproc-macro = true" : ""}`;
}

function dependencyLines(
  fixture: Fixture,
  deps: ReadonlyMap<string, string>,
  folder: string,
  style: DependencyStyle,
): string[] {
  return [...deps].map(([alias, name]) => {
    const crate = fixture.crates.find((other) => other.name === name);
    const rename = crate === undefined ? name : packageName(crate, folder, style);
    const byVersion =
      crate === undefined || crate.origin === "missing" || (crate.origin === "dependency" && style === "version");
    const source = byVersion ? 'version = "1.0.0"' : `path = "..${packageFolder(crate)}"`;
    return `${alias} = { package = "${rename}", ${source} }`;
  });
}

/** Returns the manifest of the workspace around fixtures. */
export function workspaceManifest(members: readonly string[], excluded: readonly string[] = []): string {
  return `[workspace]\nresolver = "2"\nmembers = ${JSON.stringify(members)}\nexclude = ${JSON.stringify(excluded)}\n`;
}
