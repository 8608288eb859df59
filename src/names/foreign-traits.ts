/**
 * Traits whose declaration is not at hand: a dependency without source, or a part of std that the stubs leave out. What the workspace's impls define
 * is what is known of their members, and that they have parameters is seen where they are named. Such a trait is a def like any other; its
 * members have no types of their own, `TraitDef.knownBy` tells whose to compare.
 *
 * A family of crates (`tower`, `tower_service`; `futures`, `futures_core`, `futures_util`) shows one another's traits: one name in one family is
 * one trait.
 */
import { pushTo } from "../base/lists.ts";
import { OPERANDS } from "../facts/ir.ts";
import type { AliasItem, ConstItem, FileFacts, FnItem, Generics, ItemBase, Ref, TraitItem } from "../facts/types.ts";
import type { AliasDef, AssocDef, ConstDef, ExternalDef, FnDef, ImplDef, TraitDef } from "./defs.ts";
import { GLOB } from "./imports.ts";
import type { CrateNode, Scope } from "./model.ts";
import type { Program } from "./program.ts";
import { PLAIN, type Resolver } from "./resolve.ts";

/** A foreign trait as it is being learnt. */
interface ForeignTrait extends TraitDef {
  readonly items: AssocDef[];
  readonly knownBy: ImplDef[];
}

/** What the items made here have in common: they stand nowhere. */
const NOWHERE: Omit<ItemBase, "name"> = { pos: 0, namePos: 0, end: 0, vis: { kind: "pub" }, attrs: [] };

export class ForeignTraits {
  private readonly program: Program;
  private readonly resolver: Resolver;
  private readonly byPath = new Map<string, ForeignTrait>();
  private readonly byName = new Map<string, ForeignTrait[]>();
  private readonly modules = new Map<string, Scope>();
  private seenImpls = 0;

  constructor(program: Program, resolver: Resolver) {
    this.program = program;
    this.resolver = resolver;
  }

  /** Takes in the workspace's impls that have come up since the last time. */
  learn(): void {
    const { impls } = this.program;
    for (; this.seenImpls < impls.length; this.seenImpls++) {
      const impl = impls[this.seenImpls]!;
      if (impl.item.trait === 0 || impl.module.crate.origin !== "workspace") continue;
      this.learnImpl(impl);
      if (this.program.isMoving) return;
    }
  }

  private learnImpl(impl: ImplDef): void {
    const { names, global, count } = readTraitPath(impl.unit.facts, impl.item.trait);
    const found = this.resolver.walk(impl.module as Scope, names, names.length, global, "types", PLAIN);
    if (this.program.isMoving) return;
    const def = found?.binding.def;
    if (def?.kind !== "external" || def.crate === null) return;
    const trait = this.trait(def, count);
    trait.knownBy.push(impl);
    for (const item of impl.items)
      if (!trait.items.some((known) => known.name === item.name)) this.addMember(trait, item);
  }

  /** The trait at a path that leads out of what is at hand, if some code treats it as one. */
  find(path: string): TraitDef | null {
    const known = this.byPath.get(path);
    if (known !== undefined) return known;
    const kin = this.byName.get(path.slice(path.lastIndexOf(":") + 1));
    return kin?.find((trait) => familyOf(trait.unit.crate.name) === familyOf(path)) ?? null;
  }

  /** The traits that the name an import bound brings into scope: its own, or for a glob all that the family is known to have. */
  *broughtBy({ path, name }: ExternalDef): Generator<TraitDef> {
    const found = name === GLOB ? null : this.find(path);
    if (found !== null) yield found;
    if (name !== GLOB) return;
    for (const trait of this.byPath.values()) if (familyOf(trait.unit.crate.name) === familyOf(path)) yield trait;
  }

  /** The trait that an external def is where a trait is wanted; made now with `count` parameters if nobody did before. */
  trait(def: ExternalDef, count: number): ForeignTrait {
    const known = this.find(def.path) as ForeignTrait | null;
    if (known !== null) return known;
    const { traits } = this.program;
    const crate = def.crate as CrateNode;
    const params = Array.from({ length: count }, (_, i) => ({
      name: `T${i}`,
      constType: 0,
      bounds: 0,
      default: 0,
      cfg: null,
    }));
    const item: TraitItem = {
      ...NOWHERE,
      kind: "trait",
      name: def.name,
      generics: { params, where: [] },
      supertraits: 0,
      alias: false,
      items: [],
    };
    const made: ForeignTrait = {
      kind: "trait",
      id: traits.length,
      name: def.name,
      unit: crate.root.unit,
      module: this.module(crate, def.path),
      inactive: false,
      cfg: null,
      item,
      items: [],
      knownBy: [],
    };
    traits.push(made);
    this.byPath.set(def.path, made);
    pushTo(this.byName, def.name, made);
    return made;
  }

  /** An associated type that code names without an impl at hand to define it. */
  associatedType(trait: TraitDef, name: string): AliasDef {
    const item: AliasItem = { ...NOWHERE, kind: "alias", name, generics: NO_GENERICS, bounds: 0, type: 0 };
    return this.addAlias(trait as ForeignTrait, item);
  }

  private addAlias(trait: ForeignTrait, item: AliasItem): AliasDef {
    const { aliases } = this.program;
    const { name } = item;
    const { unit, module } = trait;
    const alias: AliasDef = {
      kind: "alias",
      id: aliases.length,
      name,
      unit,
      module,
      inactive: false,
      cfg: null,
      item,
      container: trait,
    };
    aliases.push(alias);
    trait.items.push(alias);
    return alias;
  }

  private addMember(trait: ForeignTrait, like: AssocDef): void {
    const { fns, consts } = this.program;
    const { name } = like;
    const { unit, module } = trait;
    switch (like.kind) {
      case "fn": {
        const item: FnItem = { ...like.item, ...bare(like), ret: 0, body: 0, blocks: [], hasBody: false };
        const fn: FnDef = {
          kind: "fn",
          id: fns.length,
          name,
          unit,
          module,
          inactive: false,
          cfg: null,
          item,
          container: trait,
          foreign: false,
        };
        fns.push(fn);
        trait.items.push(fn);
        return;
      }
      case "alias": {
        this.addAlias(trait, { ...like.item, ...bare(like), bounds: 0, type: 0 });
        return;
      }
      default: {
        const item: ConstItem = { ...like.item, ...NOWHERE, type: 0, value: 0, blocks: [] };
        const { kind } = like;
        const constant: ConstDef = {
          kind,
          id: consts.length,
          name,
          unit,
          module,
          inactive: false,
          cfg: null,
          item,
          container: trait,
        };
        consts.push(constant);
        trait.items.push(constant);
      }
    }
  }

  /** The module of a path's last segment, as far as it was written. */
  private module(crate: CrateNode, path: string): Scope {
    const at = path.lastIndexOf("::");
    const around = at < 0 ? "" : path.slice(0, at);
    if (around === "" || around === crate.root.path) return crate.root;
    let scope = this.modules.get(around);
    if (scope === undefined) {
      const form = { isBlock: false, fn: null, inactive: false, cfg: null };
      scope = this.program.scope(
        around.slice(around.lastIndexOf(":") + 1),
        this.module(crate, around),
        crate.root.unit,
        form,
      );
      this.modules.set(around, scope);
    }
    return scope;
  }
}

const NO_GENERICS: Generics = { params: [], where: [] };

/** What of an impl's item counts for the trait's: the names of its parameters; bounds are records of another unit. */
function bare({ item }: FnDef | AliasDef): Omit<ItemBase, "name"> & { readonly generics: Generics } {
  const params = item.generics.params.map((param) => ({ ...param, bounds: 0, default: 0 }));
  return { ...NOWHERE, generics: { params, where: [] } };
}

/** `tower` of `tower_service::Service`. */
function familyOf(path: string): string {
  return /^[^:_]*/.exec(path)![0];
}

/** Segments of a path record, and how many types its last segment is applied to. */
function readTraitPath({ code, names }: FileFacts, path: Ref): { names: string[]; global: boolean; count: number } {
  const at = path + OPERANDS;
  const segments: string[] = [];
  let args = 0;
  for (let i = 0, p = at + 4; i < code[at + 3]!; i++, p += 3) {
    segments.push(names[code[p]!] ?? "");
    args = code[p + 1]!;
  }
  const count = args === 0 ? 0 : code[args + OPERANDS] === 1 ? 1 : code[code[args + OPERANDS + 1]!]!;
  return { names: segments, global: code[at] === 1, count };
}
