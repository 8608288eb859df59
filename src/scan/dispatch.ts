/**
 * Which implementations a call through a trait may run.
 *
 * CHA (Dean, Grove, Chambers 1995): every impl in the workspace. RTA (Bacon, Sweeney 1996): only impls for types that
 * are constructed in code which the entry points reach, found together with what is reached. A type without a
 * constructor in sight (made by a dependency, a primitive, a parameter) counts as constructed.
 */
import { pushTo } from "../base/lists.ts";
import type { Inference } from "../infer/infer.ts";
import type { BodyOwner, BodySites } from "../infer/sites.ts";
import type { AdtDef, FnDef, ImplDef } from "../names/defs.ts";
import type { Items } from "../types/items.ts";
import { Kind } from "../types/store.ts";

/** One trait method and a method of an impl that may run in its place. */
export interface DispatchPair {
  readonly declared: FnDef;
  readonly method: FnDef;
}

/** Returns all pairs with an impl in the workspace. */
export function* dispatchPairs(items: Items, inference: Inference, external: boolean): Generator<DispatchPair> {
  for (const { trait, def } of inference.impls.ofWorkspace()) {
    if (trait.unit.crate.origin !== "workspace" && !external) continue;
    for (const method of def.items) {
      const declared = method.kind === "fn" ? items.memberFn(trait, method.name) : null;
      if (declared && method.kind === "fn") yield { declared, method };
    }
  }
}

/** Returns the pairs that rapid type analysis keeps, for a program that is entered at `entries`. */
export function rapidPairs(
  items: Items,
  inference: Inference,
  pairs: readonly DispatchPair[],
  entries: readonly FnDef[],
): DispatchPair[] {
  return new RapidTypes(items, inference, pairs).run(entries);
}

class RapidTypes {
  private readonly items: Items;
  private readonly bodies = new Map<BodyOwner, BodySites>();
  private readonly byDeclared = new Map<FnDef, DispatchPair[]>();
  private readonly constructed = new Set<AdtDef>();
  private readonly reached = new Set<FnDef>();
  private readonly queue: FnDef[] = [];
  private readonly waiting = new Map<AdtDef, DispatchPair[]>();
  private readonly kept: DispatchPair[] = [];

  constructor(items: Items, inference: Inference, pairs: readonly DispatchPair[]) {
    this.items = items;
    for (const body of inference.bodies) this.bodies.set(body.owner, body);
    for (const pair of pairs) {
      pushTo(this.byDeclared, pair.declared, pair);
    }
  }

  run(entries: readonly FnDef[]): DispatchPair[] {
    for (const fn of entries) this.reach(fn);
    // Constants and statics are there from the start.
    for (const body of this.bodies.values()) if (body.owner.kind !== "fn") this.read(body);
    for (let fn = this.queue.pop(); fn; fn = this.queue.pop()) {
      const body = this.bodies.get(fn);
      if (body) this.read(body);
      for (const pair of this.byDeclared.get(fn) ?? []) this.offer(pair);
    }
    return this.kept;
  }

  private reach(fn: FnDef): void {
    if (this.reached.has(fn)) return;
    this.reached.add(fn);
    this.queue.push(fn);
  }

  private read(body: BodySites): void {
    for (const adt of body.constructed) this.construct(adt);
    for (const { target } of body.sites) if (target) this.reach(target);
  }

  private construct(adt: AdtDef): void {
    if (this.constructed.has(adt)) return;
    this.constructed.add(adt);
    for (const pair of this.waiting.get(adt) ?? []) this.keep(pair);
    this.waiting.delete(adt);
  }

  private offer(pair: DispatchPair): void {
    const { self } = this.items.implHeader(pair.method.container as ImplDef);
    const adt =
      this.items.store.kind(self) === Kind.Adt ? this.items.names.adts[this.items.store.payload(self)]! : null;
    if (adt?.unit.crate.origin !== "workspace" || this.constructed.has(adt)) return this.keep(pair);
    pushTo(this.waiting, adt, pair);
  }

  private keep(pair: DispatchPair): void {
    this.kept.push(pair);
    this.reach(pair.method);
  }
}
