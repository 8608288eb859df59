/**
 * Manifests as they stand on disk: read once each, parsed, kept with their text so that a complaint can point at a line.
 * What their keys mean is decided elsewhere.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { FileSystem } from "../base/files.ts";
import { LineIndex } from "../base/lines.ts";
import { parentPath } from "./paths.ts";
import { asTable, firstOf, parseToml, type TomlTable } from "./toml.ts";

/** The name that Cargo insists on. */
export const MANIFEST_NAME = "Cargo.toml";

/** How `[package]` begins, and `[project]` too: from there on its keys are looked for. */
export const PACKAGE_TABLE = "[p";

/** One readable `Cargo.toml`. */
export interface Manifest {
  /** Absolute. */
  readonly path: string;
  /** Absolute; the folder that `path` lies in. */
  readonly folder: string;
  readonly text: string;
  readonly table: TomlTable;
  /** `[package]`, or `[project]` as it was once called; absent in a virtual manifest. */
  readonly package?: TomlTable;
  /** `[workspace]`; present makes the manifest a workspace root. */
  readonly workspace?: TomlTable;
}

/** Why there is no manifest; `diagnostic.file` is absolute until the workspace root is known. */
export interface ManifestFailure {
  readonly missing: boolean;
  readonly diagnostic: Diagnostic;
}

/** Returns manifests by absolute path; each file is read and parsed at most once. */
export interface ManifestStore {
  readonly fs: FileSystem;
  get(path: string): Manifest | ManifestFailure;
}

/** Returns an empty store over `fs`. */
export function manifestStore(fs: FileSystem): ManifestStore {
  const known = new Map<string, Manifest | ManifestFailure>();
  return {
    fs,
    get(path) {
      const found = known.get(path) ?? readManifest(fs, path);
      known.set(path, found);
      return found;
    },
  };
}

/** True for a manifest that could be read. */
export function isManifest(found: Manifest | ManifestFailure): found is Manifest {
  return !("diagnostic" in found);
}

/** Returns the path of the manifest in an absolute, normal folder. */
export function manifestIn(folder: string): string {
  return folder.endsWith("/") ? folder + MANIFEST_NAME : `${folder}/${MANIFEST_NAME}`;
}

/** Where something stands in a manifest, from 1; empty when it was not found. */
export interface Position {
  readonly line?: number;
  readonly column?: number;
}

/**
 * Returns the position of a text in a manifest: `needles` are looked for one behind the other (`members`, then `"crates/a"`),
 * and the last one found counts.
 */
export function positionOf(manifest: Manifest, ...needles: readonly string[]): Position {
  let at = -1;
  let from = 0;
  for (const needle of needles) {
    const found = manifest.text.indexOf(needle, from);
    if (found < 0) break;
    at = found;
    from = found + needle.length;
  }
  return positionAt(manifest, at);
}

/** Returns the position of a key behind the first mention of its table: `key = …`, `key.x = …` or `[table.key]`. */
export function positionOfKey(manifest: Manifest, table: string, key: string): Position {
  const start = manifest.text.indexOf(table);
  const pattern = new RegExp(`(^[ \\t]*|\\.)(["']?)${key.replace(/[^\w-]/g, "\\$&")}\\2[ \\t]*[=.\\]]`, "gm");
  pattern.lastIndex = Math.max(0, start);
  const found = pattern.exec(manifest.text);
  return positionAt(manifest, found === null ? start : found.index + (found[1]?.length ?? 0));
}

function positionAt(manifest: Manifest, offset: number): Position {
  if (offset < 0) return {};
  const lines = new LineIndex(manifest.text);
  return { line: lines.line(offset), column: lines.column(offset) };
}

function readManifest(fs: FileSystem, path: string): Manifest | ManifestFailure {
  const bytes = fs.read(path);
  if (typeof bytes === "string") return readFailure(path, bytes);
  const text = new TextDecoder().decode(bytes);
  const parsed = parseToml(text);
  if ("error" in parsed) return invalidToml(path, parsed.error);
  const { table } = parsed;
  return {
    path,
    folder: parentPath(path),
    text,
    table,
    package: asTable(firstOf(table, "package", "project")),
    workspace: asTable(table.workspace),
  };
}

function readFailure(path: string, reason: "missing" | "unreadable" | "directory"): ManifestFailure {
  const missing = reason !== "unreadable";
  const diagnostic: Diagnostic = {
    severity: "error",
    code: missing ? "missing-manifest" : "unreadable-manifest",
    message: missing ? "there is no Cargo.toml here" : "Cargo.toml can't be read",
    file: path,
    hint: missing ? "create the manifest, or take the folder out of what refers to it" : "check the file's permissions",
    partial: true,
  };
  return { missing, diagnostic };
}

function invalidToml(path: string, error: { message: string; line: number; column: number }): ManifestFailure {
  const diagnostic: Diagnostic = {
    severity: "error",
    code: "invalid-manifest",
    message: `not valid TOML: ${error.message}`,
    file: path,
    line: error.line,
    column: error.column,
    hint: "correct the manifest at this place",
    partial: true,
  };
  return { missing: false, diagnostic };
}
