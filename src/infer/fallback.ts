/**
 * What a method's name alone can tell, where the receiver's type is not known: the workspace's methods of that name and
 * number of arguments. They are candidates and never shown as callees unless asked for: where the receiver is unknown
 * it is mostly a dependency's type, and even a name that a single workspace method has was wrong nine times in ten
 * (measured on the axum set).
 */
import { pushTo } from "../base/lists.ts";
import type { FnDef, TraitDef } from "../names/defs.ts";
import type { Names } from "../names/types.ts";
import type { CallSite } from "./sites.ts";

/** A method call of unknown receiver. */
export interface UnnamedCall {
  readonly site: CallSite;
  readonly arity: number;
}

/** A call site and the methods it may mean. */
export interface Candidates {
  readonly site: CallSite;
  readonly targets: readonly FnDef[];
}

/** Returns the methods that each call may mean; calls that nothing fits are left out. */
export function candidatesByName(names: Names, calls: readonly UnnamedCall[]): Candidates[] {
  const wanted = new Set(calls.map((c) => c.site.detail));
  const methods = new Map<string, FnDef[]>();
  for (const fn of names.fns) {
    if (!fn.item.self || fn.inactive || fn.unit.crate.origin !== "workspace" || !wanted.has(fn.name)) continue;
    pushTo(methods, fn.name, fn);
  }
  const fitting = new Map<string, readonly FnDef[]>();
  return calls.flatMap(({ site, arity }) => {
    const key = `${site.detail}/${arity}`;
    let targets = fitting.get(key);
    if (targets === undefined) {
      targets = declared((methods.get(site.detail) ?? []).filter((fn) => fn.item.params.length === arity));
      fitting.set(key, targets);
    }
    return targets.length > 0 ? [{ site, targets }] : [];
  });
}

/** A trait's method stands for those of its impls. */
function declared(fns: readonly FnDef[]): FnDef[] {
  const traits = new Set<TraitDef>();
  for (const fn of fns) if (fn.container?.kind === "trait") traits.add(fn.container);
  const names = new Set([...traits].map((t) => t.name));
  return fns.filter((fn) => {
    const impl = fn.container?.kind === "impl" ? fn.container : null;
    if (!impl || impl.item.trait === 0) return true;
    const { code, names: strings } = impl.unit.facts;
    const at = impl.item.trait + 3;
    const last = strings[code[at + 4 + 3 * (code[at + 3]! - 1)]!] ?? "";
    return !names.has(last);
  });
}
