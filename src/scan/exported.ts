/**
 * What users of the workspace's libraries can get at: what is public all the way from a library's root, and what the types of that lead to.
 *
 * As for rustc's effective visibility, a public method counts although its type has no public name, where a public signature, field,
 * associated type or `impl Trait` hands out a value of it.
 */
import { pushTo } from "../base/lists.ts";
import type { BodyOwner } from "../infer/sites.ts";
import type { AdtDef, AssocDef, Def, ImplDef, Module, TraitDef } from "../names/defs.ts";
import type { Items, Predicate } from "../types/items.ts";
import { Kind, type Ty } from "../types/store.ts";

/** Returns the functions, constants and statics that the users can call or read. Linear in what is exported. */
export function exportedItems(items: Items): Set<BodyOwner> {
  return new Exported(items).run();
}

class Exported {
  readonly #items: Items;
  readonly #found = new Set<BodyOwner>();
  readonly #defs = new Set<AdtDef | TraitDef>();
  readonly #types = new Set<Ty>();
  readonly #impls = new Map<AdtDef, ImplDef[]>();

  constructor(items: Items) {
    this.#items = items;
    for (const impl of items.names.impls) {
      if (impl.unit.crate.origin !== "workspace") continue;
      const { self } = items.implHeader(impl);
      if (items.store.kind(self) === Kind.Adt) pushTo(this.#impls, items.names.adts[items.store.payload(self)]!, impl);
    }
  }

  run(): Set<BodyOwner> {
    this.#modules();
    // The set grows while it is walked.
    for (const def of this.#defs) {
      if (def.kind === "trait") this.#trait(def);
      else this.#adt(def);
    }
    return this.#found;
  }

  #modules(): void {
    const queue: Module[] = this.#items.names.crates
      .filter((c) => c.origin === "workspace" && (c.target?.kind ?? "lib") === "lib")
      .map((c) => c.root);
    const seen = new Set(queue);
    for (const module of queue) {
      for (const scope of [module.types, module.values]) {
        for (const { def, scope: restriction } of scope.values()) {
          if (restriction !== null) continue;
          if (def.kind !== "module") this.#def(def);
          else if (def.crate.origin === "workspace" && !seen.has(def)) {
            seen.add(def);
            queue.push(def);
          }
        }
      }
    }
  }

  #def(def: Def | AssocDef): void {
    switch (def.kind) {
      case "fn": {
        this.#found.add(def);
        const { params, ret } = this.#items.fnSignature(def);
        for (const ty of [...params, ret]) this.#type(ty);
        return this.#bounds(this.#items.predicates(def));
      }
      case "const":
      case "static":
        this.#found.add(def);
        return this.#type(this.#items.constTypeOf(def));
      case "alias":
        return this.#type(this.#items.aliasType(def));
      case "trait":
      case "struct":
      case "enum":
      case "union":
        if (def.unit.crate.origin === "workspace") this.#defs.add(def);
    }
  }

  #adt(adt: AdtDef): void {
    for (const { type, decl } of this.#items.fields(adt)) if (decl.vis.kind === "pub") this.#type(type);
    const variants = adt.variants.filter((variant) => !variant.inactive);
    for (const variant of variants) for (const { type } of this.#items.fields(variant)) this.#type(type);
    for (const impl of this.#impls.get(adt) ?? []) {
      for (const item of impl.items)
        if (impl.item.trait !== 0 ? item.kind === "alias" : item.item.vis.kind === "pub") this.#def(item);
    }
  }

  #trait(trait: TraitDef): void {
    for (const item of trait.items) this.#def(item);
    this.#bounds(this.#items.supertraits(trait));
  }

  #bounds(predicates: readonly Predicate[]): void {
    for (const { trait, bindings } of predicates) {
      this.#def(trait);
      for (const { type } of bindings) this.#type(type);
    }
  }

  #type(ty: Ty): void {
    if (this.#types.has(ty)) return;
    this.#types.add(ty);
    const { store, names } = this.#items;
    const kind = store.kind(ty);
    if (kind === Kind.Adt) this.#def(names.adts[store.payload(ty)]!);
    if (kind === Kind.Dyn) this.#bounds(this.#items.dynPredicates(ty));
    if (kind === Kind.Opaque) this.#bounds(this.#items.opaquePredicates(ty));
    for (const arg of store.args(ty)) this.#type(arg);
  }
}
