/** Workspaces written inline: files under `/ws` unless a path is absolute, loaded from memory. */
import type { Diagnostic, Outcome } from "../../src/base/diagnostic.ts";
import { InputError } from "../../src/base/diagnostic.ts";
import { type LoadOptions, loadWorkspace, type Package, type Workspace } from "../../src/workspace/index.ts";
import { memoryFileSystem } from "./memory-fs.ts";

/** Relative path -> text. */
export type Files = Readonly<Record<string, string>>;

/** Returns a package named like its folder, with a library: enough where a test is about something else. */
export function library(folder: string, more = ""): Files {
  const name = folder.split("/").at(-1);
  const text = `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n${more}\n`;
  return { [`${folder}/Cargo.toml`]: text, [`${folder}/src/lib.rs`]: "" };
}

/** Returns the files with every path absolute. */
export function absoluteFiles(files: Files): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path.startsWith("/") ? path : `/ws/${path}`, text]),
  );
}

/** Loads the workspace from memory. */
export function load(files: Files, start = "/ws", options: LoadOptions = {}): Outcome<Workspace> {
  return loadWorkspace(memoryFileSystem(absoluteFiles(files)), start, options);
}

/** Returns the diagnostics of a workspace that can't be loaded at all. */
export function failure(files: Files, start = "/ws"): readonly Diagnostic[] {
  try {
    load(files, start);
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  throw new Error("expected an InputError");
}

/** Returns one line for each package: `name` in front, `+` for members, `*` for default ones. */
export function packageLines({ packages }: Workspace): string[] {
  return packages.map(({ name, folder, member, defaultMember }) => {
    return `${name} ${defaultMember ? "*" : member ? "+" : "-"} ${folder || "."}`;
  });
}

/** Returns one line for each target: `kind name root`. */
export function targetLines(pack: Package | undefined): string[] {
  return (pack?.targets ?? []).map(({ kind, name, root }) => `${kind} ${name} ${root}`);
}

/** Returns `file:line:column severity[code]` for each diagnostic. */
export function diagnosticLines(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ file, line, column, severity, code }) => {
    return `${file ?? ""}:${line ?? ""}:${column ?? ""} ${severity}[${code}]`;
  });
}
