/**
 * `Cargo.lock`, versions 1 to 4: which version of each package the workspace was last built with. The file is written by
 * Cargo in one rigid form, one key to a line, and may be long, so that form is read line by line; a file that somebody
 * edited into another form goes through the TOML parser.
 * Left out: checksums, and `[metadata]` and `[[patch.unused]]`, which name nothing that is built.
 */
import type { Diagnostic, Outcome } from "../base/diagnostic.ts";
import type { FileSystem } from "../base/files.ts";
import { joinPath } from "./paths.ts";
import { asString, asStrings, asTable, parseToml, type TomlTable } from "./toml.ts";
import type { LockedPackage } from "./types.ts";

/** Returns the packages that the lock file in `root` names, in its order; none, without a word, when there is no file. */
export function readLockfile(fs: FileSystem, root: string): Outcome<readonly LockedPackage[]> {
  const path = joinPath(root, "Cargo.lock");
  const bytes = fs.read(path);
  if (typeof bytes === "string") return { value: [], diagnostics: [] };
  const text = new TextDecoder().decode(bytes);
  const tables = readLines(text);
  if (tables !== undefined) return { value: toPackages(tables), diagnostics: [] };
  const parsed = parseToml(text);
  if ("error" in parsed) return { value: [], diagnostics: [invalidLock(path, parsed.error)] };
  const packages = [parsed.table.root, parsed.table.package].flat().map(asTable);
  return { value: toPackages(packages.filter((table) => table !== undefined)), diagnostics: [] };
}

/** Returns the tables of packages, `undefined` as soon as a line is not of the form that Cargo writes. */
function readLines(text: string): TomlTable[] | undefined {
  const reading: Reading = { tables: [] };
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    const read = reading.list !== undefined ? readItem : line.startsWith("[") ? readHeader : readKey;
    if (!read(reading, line)) return undefined;
  }
  return reading.list === undefined ? reading.tables : undefined;
}

/** How far the reading of lines has come. */
interface Reading {
  readonly tables: TomlTable[];
  /** The package that keys belong to; absent under other headers. */
  table?: Record<string, unknown>;
  /** The list that is still open. */
  list?: string[];
}

function readItem(reading: Reading, line: string): boolean {
  const item = ITEM.exec(line)?.[1];
  if (item !== undefined) reading.list?.push(item);
  else reading.list = undefined;
  return item !== undefined || line === "]";
}

function readHeader(reading: Reading, line: string): boolean {
  const isPackage = PACKAGE_HEADERS.has(line);
  reading.table = isPackage ? {} : undefined;
  if (reading.table !== undefined) reading.tables.push(reading.table);
  return isPackage || OTHER_HEADERS.has(line);
}

function readKey(reading: Reading, line: string): boolean {
  const parts = KEY_LINE.exec(line);
  if (parts === null) return false;
  const [, key, value, opening] = parts;
  if (opening !== undefined) reading.list = [];
  if (reading.table !== undefined && key !== undefined) reading.table[key] = reading.list ?? value;
  return true;
}

const ITEM = /^"([^"\\]*)",?$/;
const KEY_LINE = /^(?:"[^"\\]*"|([\w-]+)) = (?:"([^"\\]*)"|(\[)|\d+)$/;
/** Before version 1 had its name, the package at the root stood under `[root]`. */
const PACKAGE_HEADERS = new Set(["[[package]]", "[root]"]);
const OTHER_HEADERS = new Set(["[metadata]", "[[patch.unused]]"]);

function toPackages(tables: readonly TomlTable[]): LockedPackage[] {
  const packages: LockedPackage[] = [];
  for (const table of tables) {
    const name = asString(table.name);
    const version = asString(table.version);
    const source = asString(table.source);
    if (name === undefined || version === undefined) continue;
    const dependencies = (asStrings(table.dependencies) ?? []).map(withoutSource);
    packages.push({ name, version, ...(source === undefined ? {} : { source }), dependencies });
  }
  return packages;
}

/** `syn 1.0.1 (registry+…)` -> `syn 1.0.1`: version 1 writes all three always. */
function withoutSource(dependency: string): string {
  return dependency.replace(/ \([^)]*\)$/, "");
}

function invalidLock(path: string, error: { message: string; line: number; column: number }): Diagnostic {
  return {
    severity: "warning",
    code: "invalid-lockfile",
    message: `Cargo.lock is not valid TOML: ${error.message}`,
    file: path,
    line: error.line,
    column: error.column,
    hint: "let Cargo write it anew with `cargo generate-lockfile`; until then versions are chosen by requirement",
  };
}
