/**
 * What a method's name alone can tell, where the receiver's type is not known: the workspace's methods of that name and
 * number of arguments. A single one whose name std and the dependencies at hand do not use is a guess, and marked so;
 * several are candidates, none of which is shown as a callee unless asked for.
 */
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

/** Turns calls with a single plausible method into guesses, and returns the candidates of the others. */
export function guessByName(names: Names, calls: readonly UnnamedCall[]): Candidates[] {
  const wanted = new Set(calls.map((c) => c.site.detail));
  const ours = new Map<string, FnDef[]>();
  const foreign = new Set<string>();
  for (const fn of names.fns) {
    if (!fn.item.self || !wanted.has(fn.name)) continue;
    if (fn.unit.crate.origin !== "workspace") foreign.add(fn.name);
    else if (!fn.inactive) ours.set(fn.name, [...(ours.get(fn.name) ?? []), fn]);
  }
  const open: Candidates[] = [];
  for (const { site, arity } of calls) {
    const targets = declared((ours.get(site.detail) ?? []).filter((fn) => fn.item.params.length === arity));
    if (targets.length === 1 && !foreign.has(site.detail)) accept(site, targets[0]!);
    else if (targets.length > 0) open.push({ site, targets });
  }
  return open;
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

function accept(site: CallSite, target: FnDef): void {
  site.target = target;
  site.state = "guess";
  site.confidence = "guess";
  site.evidence = "name-only";
  site.reason = null;
}
