/** Scopes as text, for tests of name resolution. */
import { expect } from "@jest/globals";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import type { Def, Module, Namespace } from "../../src/names/defs.ts";
import type { Names } from "../../src/names/types.ts";
import { type FixtureOptions, fixtureNames } from "./fixture.ts";

/** Returns a def as `kind path`: `fn app::m::f`, `variant app::E::A`, `mod app::m`, `macro app::m!`, `extern serde::Value`. */
export function printDef(def: Def | null | undefined): string {
  if (def === null || def === undefined) return "-";
  switch (def.kind) {
    case "module":
      return `mod ${def.path}`;
    case "external":
      return `extern ${def.path}`;
    case "prim":
      return `prim ${def.name}`;
    case "macro":
      return `${def.how} ${def.crate.name}::${def.name}!`;
    case "variant":
      return `variant ${def.adt.module.path}::${def.adt.name}::${def.name}`;
    default:
      return `${def.kind} ${def.module.path}::${def.name}`;
  }
}

/** Returns the module at a path (`app::a`); throws when there is none. */
export function moduleAt(names: Names, path: string): Module {
  const found = names.modules.find((module) => module.path === path && !module.isBlock);
  if (found === undefined) throw new Error(`no module ${path} among ${names.modules.map((m) => m.path).join(", ")}`);
  return found;
}

/** Returns a module's names, a line each: `name: types | values | macros`, with `-` for namespaces without it. */
export function printScope(module: Module): string {
  const namespaces: readonly Namespace[] = ["types", "values", "macros"];
  const all = new Set(namespaces.flatMap((namespace) => [...module[namespace].keys()]));
  const lines = [...all].sort().map((name) => {
    const cells = namespaces.map((namespace) => {
      const binding = module[namespace].get(name);
      return printDef(binding?.def) + (binding?.inactive === true ? " (inactive)" : "");
    });
    while (cells.at(-1) === "-") cells.pop();
    return `${name}: ${cells.join(" | ")}`;
  });
  return lines.join("\n");
}

/** Compares the names of one module of a fixture. */
export function checkScope(fixture: string, module: string, expected: string, options: FixtureOptions = {}): Names {
  const names = fixtureNames(fixture, options);
  expect(printScope(moduleAt(names, module))).toBe(dedent(expected));
  return names;
}

/** Returns what a path means, seen from a module: `kind path` and, when segments are left over, ` + rest`. */
export function resolveText(names: Names, from: Module | string, path: string, namespace: Namespace = "types"): string {
  const module = typeof from === "string" ? moduleAt(names, from) : from;
  const global = path.startsWith("::");
  const segments = (global ? path.slice(2) : path).split("::");
  const found = names.resolve(module, segments, global, namespace);
  if (found === null) return "-";
  const rest = segments.slice(found.used).join("::");
  return printDef(found.def) + (rest === "" ? "" : ` + ${rest}`);
}

/** Returns `severity[code] file:line:column: message` for each diagnostic. */
export function diagnosticTexts(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ severity, code, file, line, column, message }) => {
    const place = file === undefined ? "" : ` ${file}:${line}:${column}`;
    return `${severity}[${code}]${place}: ${message}`;
  });
}

/** Takes common blanks in front of lines off, and empty lines at both ends. */
export function dedent(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join("\n");
}
