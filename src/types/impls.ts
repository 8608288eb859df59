/**
 * The impl index: which impls may hold for a type, found by the type's head constructor.
 *
 * An impl whose self type is a parameter or a projection (`impl<T: Bound> Trait for T`) is a blanket impl and asked
 * for every type. Derives are impls too: their methods have no source, but types flow through them.
 */
import { pushTo } from "../base/lists.ts";
import { Tag } from "../facts/ir.ts";
import type { Ref } from "../facts/types.ts";
import type { AdtDef, AliasDef, FnDef, ImplDef, TraitDef } from "../names/defs.ts";
import { STD_DERIVES } from "../names/known/std-derives.ts";
import { operand, readPath, tagOf } from "./code.ts";
import { derivedImpls, derivedTraits } from "./derives.ts";
import type { Items, Predicate, TraitRef } from "./items.ts";
import { Kind, type Ty, UNKNOWN } from "./store.ts";

/** An impl as the trait solver sees it. */
export interface Impl {
  /** Null for a derive. */
  readonly def: ImplDef | null;
  /** Parameters to be chosen, as Param types. */
  readonly params: readonly Ty[];
  readonly self: Ty;
  /** Null for an inherent impl. */
  readonly trait: TraitRef | null;
  readonly inactive: boolean;
  /** Its header says `?Sized` of a parameter; else none of them may be `str`, a slice or a trait object. */
  readonly allowsUnsized: boolean;
  /** Associated types of a derive, in terms of its parameters. */
  readonly types?: Readonly<Record<string, Ty>>;
  /** What must hold for it, in terms of its parameters. */
  predicates(): readonly Predicate[];
}

/** An inherent method or associated function of a type. */
export interface InherentFn {
  readonly fn: FnDef;
  readonly impl: Impl;
}

/** An inherent impl whose header is read. */
interface InherentImpl {
  readonly def: ImplDef;
  readonly impl: Impl;
}

interface TraitImpls {
  readonly byHead: Map<number, Impl[]>;
  readonly blanket: Impl[];
  /** Impls whose headers nobody has asked for. */
  readonly unread: ImplDef[];
  /** Derives that nobody has asked for, each the type and the derive's name. */
  readonly derives: [adt: AdtDef, name: string][];
}

const NO_IMPLS: readonly Impl[] = [];
const NO_FNS: readonly InherentFn[] = [];
const NO_DEFS: readonly ImplDef[] = [];
const NO_TRAITS: readonly TraitDef[] = [];
const BLANKET = -1;
const HEADLESS = -2;
/** Heads are a kind and a number; there are fewer kinds. */
const HEAD_STEP = 32;

/** Number that all types with the same outermost constructor share; BLANKET for parameters and projections. */
export function headOf(items: Items, ty: Ty): number {
  const { store } = items;
  const kind = store.kind(ty);
  switch (kind) {
    case Kind.Prim:
    case Kind.External:
    case Kind.Adt:
    case Kind.Ref:
    case Kind.Ptr:
      return kind + store.payload(ty) * HEAD_STEP;
    case Kind.Tuple:
      return kind + store.arity(ty) * HEAD_STEP;
    case Kind.Dyn:
      return kind + items.dynShapes[store.payload(ty)]!.traits[0]!.trait.id * HEAD_STEP;
    case Kind.Param:
    case Kind.Projection:
    case Kind.Opaque:
      return BLANKET;
    case Kind.Unknown:
    case Kind.Derived:
    case Kind.Var:
      return HEADLESS;
    default:
      return kind;
  }
}

export class ImplTable {
  private readonly items: Items;
  private readonly traits = new Map<TraitDef, TraitImpls>();
  private readonly inherent = new Map<number, Map<string, InherentFn[]>>();
  private readonly foreign = new Map<number, Map<string, InherentFn[]>>();
  private readonly inherentImplDefs = new Map<number, ImplDef[]>();
  /** Inherent impls whose headers are read, but not yet what they hold, by the types' heads. */
  private readonly unopenedInherent = new Map<number, InherentImpl[]>();
  /** Inherent impls of structs, enums and unions whose headers nobody has asked for, by the types' heads. */
  private readonly unreadInherent = new Map<number, ImplDef[]>();
  private readonly traitsWithFn = new Map<string, TraitDef[]>();
  /** Traits of the workspace by name, once asked for. */
  private named: Map<string, TraitDef[]> | null = null;
  private seenImpls = 0;
  private seenAdts = 0;
  private seenTraits = 0;

  constructor(items: Items) {
    this.items = items;
    this.update();
  }

  /**
   * Takes in the impls, derives and traits that names has collected since the last time (bodies' macros may define
   * some). Returns whether there were any.
   */
  update(): boolean {
    const { names } = this.items;
    const isNew = this.seenImpls < names.impls.length || this.seenAdts < names.adts.length;
    if (!isNew && this.seenTraits === names.traits.length) return false;
    for (; this.seenTraits < names.traits.length; this.seenTraits++) this.addTrait(names.traits[this.seenTraits]!);
    for (; this.seenImpls < names.impls.length; this.seenImpls++) this.addImpl(names.impls[this.seenImpls]!);
    for (; this.seenAdts < names.adts.length; this.seenAdts++) this.addDerives(names.adts[this.seenAdts]!);
    return isNew;
  }

  /** Impls of the trait that may hold for a type of this head, without the blanket ones. */
  withHead(trait: TraitDef, head: number): readonly Impl[] {
    return this.read(trait)?.byHead.get(head) ?? NO_IMPLS;
  }
  blanket(trait: TraitDef): readonly Impl[] {
    return this.read(trait)?.blanket ?? NO_IMPLS;
  }
  /** Every impl of the trait with a source. */
  *all(trait: TraitDef): Generator<Impl> {
    const impls = this.read(trait);
    if (!impls) return;
    const seen = new Set<Impl>();
    for (const list of impls.byHead.values())
      for (const impl of list) {
        if (!seen.has(impl)) yield impl;
        seen.add(impl);
      }
    yield* impls.blanket;
  }
  /** The workspace's impls of traits; headers of other packages' are not read for it. */
  *ofWorkspace(): Generator<{ readonly trait: TraitDef; readonly def: ImplDef }> {
    for (const def of this.items.names.impls) {
      if (def.unit.crate.origin !== "workspace" || def.item.negative || def.item.trait === 0) continue;
      const { trait, self, each } = this.items.implHeader(def);
      if (trait && (each ?? [self]).some((ty) => headOf(this.items, ty) !== HEADLESS))
        yield { trait: trait.trait, def };
    }
  }
  /** Inherent functions of this name on types of this head. */
  inherentFns(head: number, name: string): readonly InherentFn[] {
    this.readInherent(head);
    return this.inherent.get(head)?.get(name) ?? NO_FNS;
  }
  /** Functions of this name in impls of traits whose declaration is not at hand, on types of this head. */
  foreignFns(head: number, name: string): readonly InherentFn[] {
    return this.foreign.get(head)?.get(name) ?? NO_FNS;
  }
  /** Inherent impls on types of this head. */
  inherentImpls(head: number): readonly ImplDef[] {
    this.readInherent(head);
    return this.inherentImplDefs.get(head) ?? NO_DEFS;
  }
  /** Traits that declare a function of this name. */
  traitsDeclaring(name: string): readonly TraitDef[] {
    return this.traitsWithFn.get(name) ?? NO_TRAITS;
  }

  private of(trait: TraitDef): TraitImpls {
    let impls = this.traits.get(trait);
    if (!impls) this.traits.set(trait, (impls = { byHead: new Map(), blanket: [], unread: [], derives: [] }));
    return impls;
  }

  /** Reads the headers of a trait's impls: most traits of std and dependencies are never asked about. */
  private read(trait: TraitDef): TraitImpls | undefined {
    const impls = this.traits.get(trait);
    if (!impls) return impls;
    for (let def = impls.unread.pop(); def; def = impls.unread.pop()) this.readImpl(def);
    for (let next = impls.derives.pop(); next; next = impls.derives.pop()) this.readDerive(trait, ...next);
    return impls;
  }

  private readInherent(head: number): void {
    const list = this.unreadInherent.get(head);
    if (list) {
      this.unreadInherent.delete(head);
      for (const def of list) this.readImpl(def);
    }
    const unopened = this.unopenedInherent.get(head);
    if (!unopened) return;
    this.unopenedInherent.delete(head);
    for (const inherent of unopened) this.open(head, inherent);
  }

  private addTrait(trait: TraitDef): void {
    for (const item of trait.items) {
      if (item.kind !== "fn") continue;
      const list = this.traitsWithFn.get(item.name);
      if (!list) this.traitsWithFn.set(item.name, [trait]);
      else if (list[list.length - 1] !== trait) list.push(trait);
    }
  }

  private addImpl(def: ImplDef): void {
    if (def.item.negative) return;
    const path = def.item.trait !== 0 ? def.item.trait : typePathOf(def);
    const view = path === 0 ? null : readPath(def.unit, path);
    const found =
      view && view.self === 0 ? this.items.names.resolve(def.module, view.names, view.global, "types")?.def : null;
    if (def.item.trait !== 0) {
      if (found?.kind === "trait") this.of(found).unread.push(def);
      if ((found?.kind !== "trait" || found.knownBy) && def.module.crate.origin === "workspace") this.addForeign(def);
      return;
    }
    if (found?.kind === "struct" || found?.kind === "enum" || found?.kind === "union")
      pushTo(this.unreadInherent, Kind.Adt + found.id * HEAD_STEP, def);
    else this.readImpl(def);
  }

  /** An impl of a trait whose declaration is not at hand: what it defines is known all the same. */
  private addForeign(def: ImplDef): void {
    const header = this.items.implHeader(def);
    const head = headOf(this.items, header.self);
    if (head === BLANKET || head === HEADLESS) return;
    let byName = this.foreign.get(head);
    if (!byName) this.foreign.set(head, (byName = new Map()));
    const { params } = header.generics;
    const predicates = (): readonly Predicate[] => this.items.predicates(def);
    const impl: Impl = {
      def,
      params,
      self: header.self,
      trait: null,
      inactive: def.inactive,
      allowsUnsized: allowsUnsized(def),
      predicates,
    };
    for (const item of def.items) if (item.kind === "fn") pushTo(byName, item.name, { fn: item, impl });
  }

  private readImpl(def: ImplDef): void {
    const { items } = this;
    const header = items.implHeader(def);
    if (def.item.trait !== 0 && !header.trait) return;
    const impl: Impl = {
      def,
      params: header.generics.params,
      self: header.self,
      trait: header.trait,
      inactive: def.inactive,
      allowsUnsized: header.each !== null || allowsUnsized(def),
      predicates: () => items.predicates(def),
    };
    const heads = header.each ? header.each.map((ty) => headOf(items, ty)) : [headOf(items, header.self)];
    for (const head of heads) {
      if (head === HEADLESS) continue;
      if (header.trait) this.addTraitImpl(header.trait.trait, head, impl);
      else pushTo(this.unopenedInherent, head, { def, impl });
    }
  }

  private addTraitImpl(trait: TraitDef, head: number, impl: Impl): void {
    const impls = this.of(trait);
    if (head === BLANKET) impls.blanket.push(impl);
    else pushTo(impls.byHead, head, impl);
  }

  /** Takes in what an inherent impl holds, which for one of a dependency is parsed now. */
  private open(head: number, { def, impl }: InherentImpl): void {
    let byName = this.inherent.get(head);
    if (!byName) this.inherent.set(head, (byName = new Map()));
    this.items.names.expandMembers(def);
    for (const item of def.items) {
      if (item.kind === "fn") pushTo(byName, item.name, { fn: item, impl });
    }
    pushTo(this.inherentImplDefs, head, def);
  }

  private addDerives(adt: AdtDef): void {
    for (const attr of adt.item.attrs) {
      if (attr.path !== "derive") continue;
      if (attr.cfg !== null && !this.items.names.cfg(adt.unit.crate, attr.cfg)) continue;
      for (const written of attr.args.split(",")) {
        const name = written.replace(/\s+/g, "");
        if (!adt.derived.includes(name)) this.addDerive(adt, name);
      }
    }
  }

  /** The impls of a derive that std does not have itself. */
  private readDerive(trait: TraitDef, adt: AdtDef, name: string): void {
    const { items } = this;
    const path = derivedTraits(name).find((known) => items.trait(known) === trait);
    if (path === undefined) return;
    for (const { args, types, extra } of derivedImpls(items, adt, name, path)) {
      const self = args[0]!;
      const head = headOf(items, self);
      if (head === BLANKET || head === HEADLESS) continue;
      this.addTraitImpl(trait, head, {
        def: null,
        params: [...items.generics(adt).params, ...(extra ?? [])],
        self,
        trait: { trait, args },
        inactive: adt.inactive,
        allowsUnsized: true,
        types,
        predicates: () => [],
      });
    }
  }

  private addDerive(adt: AdtDef, name: string): void {
    if (name === "") return;
    const { items } = this;
    const path = name.split("::");
    const global = path[0] === "";
    const last = path[path.length - 1]!;
    const std = STD_DERIVES.get(last);
    const known = std ? [] : derivedTraits(last).flatMap((trait) => items.trait(trait) ?? []);
    for (const trait of known) this.of(trait).derives.push([adt, last]);
    if (known.length > 0) return;
    const named = std
      ? items.trait(std)
      : items.names.resolve(adt.module, global ? path.slice(1) : path, global, "types")?.def;
    const isElsewhere = named?.kind === "external" && items.names.gapOf(named.path) === "dependency-source";
    const found = named?.kind === "trait" || isElsewhere ? named : this.onlyTrait(last);
    if (found?.kind !== "trait") return;
    const params = items.generics(adt).params;
    const self = items.store.make(Kind.Adt, adt.id, params);
    const rest = items.generics(found).params.slice(1);
    // PartialEq<Rhs = Self> and PartialOrd are derived for Self; other derived traits' arguments are not known.
    const args = [self, ...rest.map(() => (std ? self : UNKNOWN))];
    const predicates = params
      .filter((p) => !items.params[items.store.payload(p)]!.isConst)
      .map((p) => ({ trait: found, args: [p, ...rest.map(() => (std ? p : UNKNOWN))], bindings: [] }));
    this.addTraitImpl(found, headOf(items, self), {
      def: null,
      params,
      self,
      trait: { trait: found, args },
      inactive: adt.inactive,
      allowsUnsized: true,
      predicates: () => (std ? predicates : []),
    });
  }

  /** The workspace's trait of a name, if it has one such: a derive comes from a crate of its own, and may be imported without the trait. */
  private onlyTrait(name: string): TraitDef | undefined {
    if (this.named === null) {
      this.named = new Map();
      for (const trait of this.items.names.traits)
        if (trait.unit.crate.origin === "workspace") pushTo(this.named, trait.name, trait);
    }
    const found = this.named.get(name);
    return found?.length === 1 ? found[0] : undefined;
  }
}

const MAYBE_SIZED = /\?\s*Sized\b/;

/** `?Sized` leaves no trace in the facts; the header's text tells. */
function allowsUnsized(def: ImplDef): boolean {
  const { text } = def.unit;
  const body = text.indexOf("{", def.item.pos);
  return MAYBE_SIZED.test(text.slice(def.item.pos, body < 0 ? def.item.end : body));
}

/** Whether values of the type have no size known at compile time. */
export function isUnsized(items: Items, ty: Ty): boolean {
  const kind = items.store.kind(ty);
  return kind === Kind.Dyn || kind === Kind.Slice || ty === items.store.str;
}

/** The type an impl gives to an associated type of its trait, in terms of the impl's parameters; undefined when it leaves it out. */
export function implAlias(items: Items, impl: Impl, alias: AliasDef): AliasDef | undefined {
  return (impl.def && items.associatedType(impl.def, alias.name)) ?? undefined;
}

/** The path of an impl's self type; 0 when it is no path (`[T]`, `&T`, `dyn Trait`). */
function typePathOf(def: ImplDef): Ref {
  return tagOf(def.unit, def.item.self) === Tag.TypePath ? operand(def.unit, def.item.self, 0) : 0;
}
