/**
 * Which crates a crate is built with: an impl in another one is not there for its code, though the program as a whole knows it. Crates are
 * loaded as paths reach them, so this tells too few rather than too many, and decides between impls only.
 */
import type { Crate } from "../names/defs.ts";

export class VisibleCrates {
  private readonly known = new Map<Crate, ReadonlySet<Crate>>();
  private counted = 0;

  /** Whether code of `from` is built with `crate`, of `count` crates that are loaded by now. */
  sees(from: Crate, crate: Crate, count: number): boolean {
    if (crate === from || crate.origin === "sysroot") return true;
    if (count !== this.counted) this.known.clear();
    this.counted = count;
    let found = this.known.get(from);
    if (found === undefined) this.known.set(from, (found = reachable(from)));
    return found.has(crate);
  }
}

function reachable(from: Crate): Set<Crate> {
  const found = new Set([from]);
  // The set grows while it is walked.
  for (const crate of found) for (const next of crate.externs.values()) found.add(next);
  return found;
}
