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

/**
 * Returns the 1-based position of a text in a manifest: `needles` are looked for one behind the other (`"members"`, then
 * `"\"crates/a\""`) and the last one found counts. No position when none is there.
 */
export function positionOf(manifest: Manifest, ...needles: readonly string[]): { line?: number; column?: number } {
  let at = -1;
  let from = 0;
  for (const needle of needles) {
    const found = manifest.text.indexOf(needle, from);
    if (found < 0) continue;
    at = found;
    from = found + needle.length;
  }
  if (at < 0) return {};
  const lines = new LineIndex(manifest.text);
  return { line: lines.line(at), column: lines.column(at) };
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
