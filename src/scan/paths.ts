/** The printed path of a function (graph.md, "Nodes"), the one form in which functions are named everywhere. */
import type { BodyOwner } from "../infer/sites.ts";
import type { Container } from "../names/defs.ts";
import type { Items } from "../types/items.ts";
import { containerPath, scopePath } from "../types/print.ts";

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
  if (!container) return { path: `${scopePath(items, def.module)}::${def.name}` };
  let around = cache.containers.get(container);
  if (!around) {
    around = containerPath(items, container);
    cache.containers.set(container, around);
  }
  return { ...around, path: `${around.path}::${def.name}` };
}
