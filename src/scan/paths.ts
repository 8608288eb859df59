/** The printed path of a function (graph.md, "Nodes"), the one form in which functions are named everywhere. */
import type { BodyOwner } from "../infer/sites.ts";
import type { Container, FnDef, Module } from "../names/defs.ts";
import type { Items } from "../types/items.ts";
import { printTrait, printType } from "../types/print.ts";
import { Kind } from "../types/store.ts";

/** A function's path and the parts that the graph keeps of it. */
export interface FunctionPath {
  readonly path: string;
  /** Printed self type of the impl around, if any. */
  readonly impl?: string;
  /** Printed trait of the impl or trait around, if any. */
  readonly trait?: string;
}

/** Printed paths by definition, and what stands before `::name` by impl or trait; printing types costs. */
export interface PathCache {
  readonly paths: Map<BodyOwner, FunctionPath>;
  readonly containers: Map<Container, FunctionPath>;
}

export function newPathCache(): PathCache {
  return { paths: new Map(), containers: new Map() };
}

/**
 * Returns `crate::module::f`, `crate::module::Type::f`, `crate::module::Trait::f` or
 * `<crate::Type as crate::Trait>::f`. Types stand where they are defined, nested functions under the one around them.
 */
export function functionPath(items: Items, def: BodyOwner, cache: PathCache): FunctionPath {
  let found = cache.paths.get(def);
  if (!found) {
    found = makePath(items, def, cache);
    cache.paths.set(def, found);
  }
  return found;
}

function makePath(items: Items, def: BodyOwner, cache: PathCache): FunctionPath {
  const { container } = def;
  if (!container) return { path: `${scopePath(items, def.module, cache)}::${def.name}` };
  let around = cache.containers.get(container);
  if (!around) {
    around = containerPath(items, container, cache);
    cache.containers.set(container, around);
  }
  return { ...around, path: `${around.path}::${def.name}` };
}

function containerPath(items: Items, container: Container, cache: PathCache): FunctionPath {
  if (container.kind === "trait") {
    const trait = `${scopePath(items, container.module, cache)}::${container.name}`;
    return { path: trait, trait };
  }
  const header = items.implHeader(container);
  const impl = printType(items, header.self, "full");
  if (!container.item.trait) return { path: withoutArguments(items, header.self, impl, cache), impl };
  const trait = header.trait
    ? printTrait(items, header.trait.trait, header.trait.args.slice(1), "full")
    : unresolvedTrait(container.unit.text, container.unit.facts.code, container.item.trait);
  return { path: `<${impl} as ${trait}>`, impl, trait };
}

/** A trait that does not resolve is printed as written. */
function unresolvedTrait(text: string, code: Int32Array, path: number): string {
  return text.slice(code[path + 1], code[path + 2]).replace(/\s+/g, " ");
}

function withoutArguments(
  items: Items,
  self: Parameters<typeof printType>[1],
  printed: string,
  cache: PathCache,
): string {
  if (items.store.kind(self) !== Kind.Adt) return `<${printed}>`;
  const adt = items.names.adts[items.store.payload(self)]!;
  return `${scopePath(items, adt.module, cache)}::${adt.name}`;
}

/** Path of a module; a block inside a function counts as that function. */
function scopePath(items: Items, module: Module, cache: PathCache): string {
  const fn: FnDef | null = module.fn;
  if (!fn) return module.path;
  const outer = functionPath(items, fn, cache).path;
  return module.isBlock ? outer : `${outer}::${module.name}`;
}
