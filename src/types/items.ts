/**
 * Types of items: generics, signatures, fields, aliases, impl headers, trait hierarchy, bounds.
 *
 * Everything is computed at first use and kept. A generic item's types are written with its own parameters
 * ({@link Kind.Param}); a user puts arguments in their place with {@link Items.instantiate}, the arguments standing
 * in the order of {@link GenericsInfo.params}: the parent's (impl or trait, a trait's `Self` first), then the item's own.
 */

import { pushTo } from "../base/lists.ts";
import type { FieldDecl, GenericParam, Generics, Ref } from "../facts/types.ts";
import type {
  AdtDef,
  AliasDef,
  AssocDef,
  ConstDef,
  Container,
  FnDef,
  ImplDef,
  Module,
  SourceUnit,
  TraitDef,
  VariantDef,
} from "../names/defs.ts";
import type { Names } from "../names/types.ts";
import { listAt, plainTypeName, readPath } from "./code.ts";
import { foreignConst, foreignSignature } from "./foreign.ts";
import { lowerBound, lowerType, scopeWith, type TypeScope, traitAt } from "./lower.ts";
import { DefMemo, KindMemo } from "./memo.ts";
import { Kind, type Ty, TypeStore, UNKNOWN } from "./store.ts";

export interface ParamInfo {
  readonly name: string;
  /** Position in the owner's full list of parameters. */
  readonly index: number;
  readonly isConst: boolean;
}

/** The parameters of a generic item. */
export interface GenericsInfo {
  /** Param types, the parent's first. */
  readonly params: readonly Ty[];
  readonly parentCount: number;
  /** The item's own by name; the parent's are found through {@link parent}. */
  readonly names: ReadonlyMap<string, Ty>;
  readonly parent: GenericsInfo | null;
  /** Bounds as written, for `T::Item` look-ups before predicates exist. */
  readonly source: { readonly unit: SourceUnit; readonly generics: Generics } | null;
}

/** `args[0]: Trait<args[1..]>`. */
export interface TraitRef {
  readonly trait: TraitDef;
  readonly args: readonly Ty[];
}

/** A bound: a trait that holds, and what some of its associated types are. */
export interface Predicate extends TraitRef {
  readonly bindings: readonly { readonly alias: AliasDef; readonly type: Ty }[];
}

export interface FnSignature {
  readonly generics: GenericsInfo;
  /** With the receiver first where there is one. */
  readonly params: readonly Ty[];
  readonly ret: Ty;
  readonly hasSelf: boolean;
}

export interface Field {
  readonly name: string;
  readonly type: Ty;
  readonly decl: FieldDecl;
}

interface FieldList {
  readonly active: readonly Field[];
  /** The same array when there are no others. */
  readonly all: readonly Field[];
}

export interface ImplHeader {
  readonly generics: GenericsInfo;
  readonly self: Ty;
  readonly trait: TraitRef | null;
  /** Heads an impl of the stubs is shared by (`#[callmap::each(i8, …)]`), else null. */
  readonly each: readonly Ty[] | null;
}

/** `impl Trait` in return position: its bounds, with the opaque type itself as `args[0]`. */
export interface OpaqueInfo {
  readonly owner: FnDef;
  readonly unit: SourceUnit;
  readonly bounds: Ref;
  readonly scope: TypeScope;
  /** Set at first use. */
  predicates: readonly Predicate[] | null;
}

/** What a dyn type says: traits with how many arguments each takes, then associated types that are bound. */
export interface DynShape {
  readonly traits: readonly { readonly trait: TraitDef; readonly count: number }[];
  readonly bindings: readonly AliasDef[];
}

/** The members of a trait or impl by name, of the first `count` that it has. */
interface Members {
  readonly count: number;
  readonly byName: ReadonlyMap<string, readonly AssocDef[]>;
}

const NO_PREDICATES: readonly Predicate[] = [];
const NO_MEMBERS: readonly AssocDef[] = [];
const NO_NAMES: ReadonlyMap<string, Ty> = new Map();
const NO_GENERICS: GenericsInfo = { params: [], parentCount: 0, names: NO_NAMES, parent: null, source: null };

export class Items {
  readonly store = new TypeStore();
  readonly names: Names;
  readonly params: ParamInfo[] = [];
  /** {@link ParamInfo.index} by row, for {@link TypeStore.subst}. */
  readonly paramIndex: number[] = [];
  readonly opaques: OpaqueInfo[] = [];
  readonly dynShapes: DynShape[] = [];
  readonly constTexts: string[] = [];
  /** Paths of types whose declaration is not at hand, by payload of {@link Kind.External}. */
  readonly externalPaths: string[] = [];
  private readonly externalRows = new Map<string, number>();
  /** Tuple structs and variants used as functions: odd payloads of {@link Kind.FnItem} are `2 * row + 1`, even ones `2 * FnDef.id`. */
  readonly constructors: (AdtDef | VariantDef)[] = [];
  private readonly constructorRows = new Map<AdtDef | VariantDef, number>();

  private readonly dynRows = new Map<string, number>();
  private readonly constRows = new Map<string, number>();
  private readonly genericsOf = new DefMemo<GenericsInfo>();
  private readonly signatures = new KindMemo<FnSignature>();
  /** Bounds on the parameters that `impl Trait` in argument position stands for. */
  private readonly implicitBounds = new Map<FnDef, readonly Predicate[]>();
  private readonly predicateLists = new DefMemo<readonly Predicate[]>();
  private readonly fieldLists = new Map<AdtDef | VariantDef, FieldList>();
  private readonly headers = new KindMemo<ImplHeader>();
  private readonly aliasTypes = new KindMemo<Ty>();
  private readonly constTypes = new KindMemo<Ty>();
  private readonly supertraitLists = new KindMemo<readonly Predicate[]>();
  private readonly closures = new KindMemo<readonly TraitDef[]>();
  private readonly members = new DefMemo<Members>();
  private readonly langTraits = new Map<string, TraitDef | null>();
  private readonly langAdts = new Map<string, AdtDef | null>();

  constructor(names: Names) {
    this.names = names;
  }

  /** The trait at a path of std's crates, or null when it is not there. */
  trait(path: string): TraitDef | null {
    let found = this.langTraits.get(path);
    if (found === undefined) {
      const def = this.names.langItem(path);
      found = def?.kind === "trait" ? def : null;
      this.langTraits.set(path, found);
    }
    return found;
  }
  /** The struct or enum at a path of std's crates, or null. */
  adt(path: string): AdtDef | null {
    let found = this.langAdts.get(path);
    if (found === undefined) {
      const def = this.names.langItem(path);
      found = def?.kind === "struct" || def?.kind === "enum" ? def : null;
      this.langAdts.set(path, found);
    }
    return found;
  }
  /** An ADT of std applied to arguments; Unknown when std's stubs lack it. */
  adtType(path: string, args: readonly Ty[]): Ty {
    const def = this.adt(path);
    return def ? this.store.make(Kind.Adt, def.id, args) : UNKNOWN;
  }

  newParam(name: string, index: number, isConst: boolean): Ty {
    const row = this.params.length;
    this.params.push({ name, index, isConst });
    this.paramIndex.push(index);
    return this.store.make(Kind.Param, row, []);
  }

  /** Puts arguments in the place of an item's parameters. */
  instantiate(ty: Ty, args: readonly Ty[]): Ty {
    return this.store.subst(ty, args, this.paramIndex);
  }
  instantiateRef(ref: TraitRef, args: readonly Ty[]): TraitRef {
    return { trait: ref.trait, args: ref.args.map((arg) => this.instantiate(arg, args)) };
  }
  instantiatePredicate(predicate: Predicate, args: readonly Ty[]): Predicate {
    return {
      trait: predicate.trait,
      args: predicate.args.map((arg) => this.instantiate(arg, args)),
      bindings: predicate.bindings.map((b) => ({ alias: b.alias, type: this.instantiate(b.type, args) })),
    };
  }

  constType(text: string): Ty {
    let row = this.constRows.get(text);
    if (row === undefined) {
      row = this.constTexts.length;
      this.constTexts.push(text);
      this.constRows.set(text, row);
    }
    return this.store.make(Kind.Const, row, []);
  }

  /** A type of which only path and arguments are known: its own, equal to nothing but itself. */
  externalType(path: string, args: readonly Ty[]): Ty {
    let row = this.externalRows.get(path);
    if (row === undefined) {
      row = this.externalPaths.length;
      this.externalPaths.push(path);
      this.externalRows.set(path, row);
    }
    return this.store.make(Kind.External, row, args);
  }

  /** The last name of a type that is not at hand or of another crate, under which it may be one; `""` for all others. */
  foreignName(ty: Ty): string {
    const kind = this.store.kind(ty);
    if (kind === Kind.External) return /[^:]*$/.exec(this.externalPaths[this.store.payload(ty)]!)![0];
    const adt = kind === Kind.Adt ? this.names.adts[this.store.payload(ty)]! : null;
    return adt === null || adt.unit.crate.origin === "workspace" ? "" : adt.name;
  }

  fnItem(fn: FnDef, args: readonly Ty[]): Ty {
    return this.store.make(Kind.FnItem, fn.id * 2, args);
  }
  constructorItem(of: AdtDef | VariantDef, args: readonly Ty[]): Ty {
    let row = this.constructorRows.get(of);
    if (row === undefined) {
      row = this.constructors.length;
      this.constructors.push(of);
      this.constructorRows.set(of, row);
    }
    return this.store.make(Kind.FnItem, row * 2 + 1, args);
  }

  /** Parameters and return type of a {@link Kind.FnItem}, projections not yet worked out. */
  fnItemSignature(ty: Ty): readonly Ty[] {
    const payload = this.store.payload(ty);
    const args = this.store.args(ty);
    if (payload % 2 === 0) {
      const signature = this.fnSignature(this.names.fns[payload >> 1]!);
      return [...signature.params, signature.ret].map((t) => this.instantiate(t, args));
    }
    const of = this.constructors[payload >> 1]!;
    const adt = of.kind === "variant" ? of.adt : of;
    return [...this.fields(of).map((f) => this.instantiate(f.type, args)), this.store.make(Kind.Adt, adt.id, args)];
  }

  /** The trait object type of these bounds; their order does not matter: auto traits go last, by name. */
  dynType(bounds: readonly Predicate[]): Ty {
    if (bounds.length === 0) return UNKNOWN;
    const rank = ({ trait }: Predicate): number => (isAuto(trait) ? 1 : 0);
    const predicates = [...bounds].sort((a, b) => rank(a) - rank(b) || (rank(a) && byName(a.trait, b.trait)));
    const args: Ty[] = [];
    const bindings: AliasDef[] = [];
    let key = "";
    for (const p of predicates) {
      args.push(...p.args.slice(1));
      key += `${p.trait.id}/${p.args.length - 1},`;
    }
    for (const p of predicates)
      for (const b of p.bindings) {
        bindings.push(b.alias);
        args.push(b.type);
        key += `=${b.alias.id}`;
      }
    let row = this.dynRows.get(key);
    if (row === undefined) {
      row = this.dynShapes.length;
      this.dynShapes.push({ traits: predicates.map((p) => ({ trait: p.trait, count: p.args.length - 1 })), bindings });
      this.dynRows.set(key, row);
    }
    return this.store.make(Kind.Dyn, row, args);
  }

  /** The traits a dyn type implements, `self` (the dyn type or what stands for it) as their first argument. */
  dynPredicates(dyn: Ty): Predicate[] {
    const shape = this.dynShapes[this.store.payload(dyn)]!;
    const args = this.store.args(dyn);
    let at = 0;
    const refs = shape.traits.map(({ trait, count }) => ({ trait, args: [dyn, ...args.slice(at, (at += count))] }));
    const bindings = shape.bindings.map((alias) => ({ alias, type: args[at++]! }));
    return refs.map(({ trait, args }) => ({ trait, args, bindings }));
  }

  /** Bounds of an opaque type, instantiated, with the type itself as `args[0]`. */
  opaquePredicates(opaque: Ty): Predicate[] {
    const info = this.opaques[this.store.payload(opaque)]!;
    if (!info.predicates) {
      info.predicates = [];
      const identity = this.store.make(
        Kind.Opaque,
        this.store.payload(opaque),
        this.fnSignature(info.owner).generics.params,
      );
      const list: Predicate[] = [];
      for (const bound of listAt(info.unit, info.bounds)) lowerBound(this, info.scope, bound, identity, list);
      info.predicates = list;
    }
    return info.predicates.map((p) => this.instantiatePredicate(p, this.store.args(opaque)));
  }

  /** Generic parameters of an item; of an associated item with those of its impl or trait. */
  generics(def: FnDef | AdtDef | TraitDef | ImplDef | AliasDef | ConstDef): GenericsInfo {
    if (def.kind === "fn") return this.fnSignature(def).generics;
    const known = this.genericsOf.get(def);
    if (known) return known;
    const container = "container" in def ? def.container : null;
    const parent = container ? this.generics(container) : null;
    const written = "generics" in def.item ? def.item.generics : null;
    if (!written || (written.params.length === 0 && written.where.length === 0 && def.kind !== "trait")) {
      const info = parent
        ? { params: parent.params, parentCount: parent.params.length, names: NO_NAMES, parent, source: null }
        : NO_GENERICS;
      this.genericsOf.set(def, info);
      return info;
    }
    const info = this.makeGenerics(written, def, parent, def.kind === "trait");
    this.genericsOf.set(def, info);
    return info;
  }

  private makeGenerics(
    all: Generics,
    { unit, module }: { readonly unit: SourceUnit; readonly module: Module },
    parent: GenericsInfo | null,
    withSelf: boolean,
  ): GenericsInfo {
    const params: Ty[] = parent ? [...parent.params] : [];
    const names = withSelf || all.params.length > 0 ? new Map<string, Ty>() : (NO_NAMES as Map<string, Ty>);
    if (withSelf) {
      const self = this.newParam("Self", 0, false);
      params.push(self);
      names.set("Self", self);
    }
    const isOut = ({ cfg }: GenericParam): boolean => cfg !== null && !this.names.holds(module, unit.crate, cfg);
    const written = all.params.some(isOut) ? { ...all, params: all.params.filter((p) => !isOut(p)) } : all;
    for (const p of written.params) {
      const ty = this.newParam(p.name, params.length, p.constType !== 0);
      params.push(ty);
      names.set(p.name, ty);
    }
    return { params, parentCount: parent?.params.length ?? 0, names, parent, source: { unit, generics: written } };
  }

  /** Where an item's own types are read: its module, its generics, its `Self`. */
  scopeOf(def: FnDef | AdtDef | TraitDef | ImplDef | AliasDef | ConstDef, generics: GenericsInfo): TypeScope {
    const container = "container" in def ? def.container : def.kind === "impl" || def.kind === "trait" ? def : null;
    return {
      unit: def.unit,
      module: def.module,
      generics,
      container,
      self: this.selfTypeOf(def, generics),
      implTrait: null,
      hole: null,
    };
  }

  private selfTypeOf(def: FnDef | AdtDef | TraitDef | ImplDef | AliasDef | ConstDef, generics: GenericsInfo): Ty {
    if (def.kind === "trait") return generics.params[0] ?? UNKNOWN;
    if (def.kind === "impl") return UNKNOWN; // its own header sets it
    if (def.kind === "struct" || def.kind === "enum" || def.kind === "union")
      return this.store.make(Kind.Adt, def.id, generics.params);
    const container = "container" in def ? def.container : null;
    if (!container) return UNKNOWN;
    return container.kind === "trait"
      ? (this.generics(container).params[0] ?? UNKNOWN)
      : this.implHeader(container).self;
  }

  fnSignature(def: FnDef): FnSignature {
    const known = this.signatures.get(def);
    if (known) return known;
    const parent = def.container ? this.generics(def.container) : null;
    const own = this.makeGenerics(def.item.generics, def, parent, false);
    const params = own.params as Ty[];
    const scope = this.scopeOf(def, own);
    const implicit: Predicate[] = [];
    const argScope: TypeScope = scopeWith(scope, {
      implTrait: (type) => {
        if (implicit.length === 0) this.implicitBounds.set(def, implicit);
        const param = this.newParam("impl Trait", params.length, false);
        params.push(param);
        for (const bound of listAt(def.unit, def.unit.facts.code[type + 3]!))
          lowerBound(this, argScope, bound, param, implicit);
        return param;
      },
    });
    const types: Ty[] = [];
    const item = def.item;
    const signature = { generics: own, params: types, ret: UNKNOWN as Ty, hasSelf: item.self !== null };
    this.signatures.set(def, signature);
    if (def.container?.kind === "trait" && def.container.knownBy) {
      const { params: known, ret } = foreignSignature(this, def, signature);
      types.push(...known);
      signature.ret = ret;
      return signature;
    }
    if (item.self) {
      const self = scope.self;
      const form = item.self.form;
      types.push(
        form === "value"
          ? self
          : form === "typed"
            ? lowerType(this, argScope, item.self.type)
            : this.store.ref(self, form === "refMut"),
      );
    }
    for (const p of item.params) {
      if (p.cfg !== null && !this.names.holds(def.module, def.unit.crate, p.cfg)) continue;
      types.push(lowerType(this, argScope, p.type));
    }
    const retScope = scopeWith(scope, { implTrait: (type) => this.newOpaque(def, scope, type, params) });
    const ret = item.ret ? lowerType(this, retScope, item.ret) : this.store.unit;
    signature.ret = item.async ? this.store.future(ret) : ret;
    return signature;
  }

  private newOpaque(owner: FnDef, scope: TypeScope, type: Ref, params: readonly Ty[]): Ty {
    const row = this.opaques.length;
    const inner = scopeWith(scope, { implTrait: (nested) => this.newOpaque(owner, scope, nested, params) });
    const bounds = scope.unit.facts.code[type + 3]!;
    this.opaques.push({ owner, unit: scope.unit, bounds, scope: inner, predicates: null });
    return this.store.make(Kind.Opaque, row, params);
  }

  /** All bounds that hold inside an item: its own, its parent's, and a trait's own `Self: Trait`. */
  predicates(def: FnDef | AdtDef | TraitDef | ImplDef | AliasDef | ConstDef): readonly Predicate[] {
    const known = this.predicateLists.get(def);
    if (known) return known;
    this.predicateLists.set(def, []); // what is asked for while it is being made has none
    const generics = this.generics(def);
    const container = "container" in def ? def.container : null;
    const inherited = container ? this.predicates(container) : NO_PREDICATES;
    const implicit = def.kind === "fn" ? (this.implicitBounds.get(def) ?? NO_PREDICATES) : NO_PREDICATES;
    // Nothing of its own: the very list of what is around, so that it is known again.
    if (def.kind !== "trait" && implicit.length === 0 && isUnbound(generics)) {
      this.predicateLists.set(def, inherited);
      return inherited;
    }
    const list: Predicate[] = [...inherited];
    if (def.kind === "trait") list.push({ trait: def, args: generics.params, bindings: [] });
    const scope = this.scopeOf(def, generics);
    const bodyScope = def.kind === "impl" ? scopeWith(scope, { self: this.implHeader(def).self }) : scope;
    this.writtenPredicates(bodyScope, generics, list);
    list.push(...implicit);
    this.predicateLists.set(def, list);
    return list;
  }

  private writtenPredicates(scope: TypeScope, generics: GenericsInfo, list: Predicate[]): void {
    const written = generics.source?.generics;
    if (!written) return;
    for (const p of written.params) {
      if (p.bounds === 0) continue;
      const self = generics.names.get(p.name)!;
      for (const bound of listAt(scope.unit, p.bounds)) lowerBound(this, scope, bound, self, list);
    }
    for (const clause of written.where) {
      const self = lowerType(this, scope, clause.type);
      for (const bound of listAt(scope.unit, clause.bounds)) lowerBound(this, scope, bound, self, list);
    }
  }

  /** Direct supertraits of a trait, in terms of its own parameters. */
  supertraits(def: TraitDef): readonly Predicate[] {
    const known = this.supertraitLists.get(def);
    if (known) return known;
    this.supertraitLists.set(def, []);
    const generics = this.generics(def);
    const scope = this.scopeOf(def, generics);
    const list: Predicate[] = [];
    for (const bound of boundsOfSelf(def)) lowerBound(this, scope, bound, generics.params[0]!, list);
    this.supertraitLists.set(def, list);
    return list;
  }

  /** The trait and all traits above it, without arguments; each once. */
  traitClosure(def: TraitDef): readonly TraitDef[] {
    const known = this.closures.get(def);
    if (known) return known;
    const seen = new Set([def]);
    for (const trait of seen) {
      for (const bound of boundsOfSelf(trait)) {
        const found = traitAt(this, trait.unit, trait.module, readPath(trait.unit, bound));
        if (found) seen.add(found);
      }
    }
    const closure = [...seen];
    this.closures.set(def, closure);
    return closure;
  }

  /** Members of a trait or impl by name. */
  member(container: Container, name: string): readonly AssocDef[] {
    const found = this.membersOf(container).get(name);
    if (found) return found;
    if (container.kind !== "impl" || !this.names.expandMembers(container)) return NO_MEMBERS;
    return this.membersOf(container).get(name) ?? NO_MEMBERS;
  }

  private membersOf(container: Container): ReadonlyMap<string, readonly AssocDef[]> {
    const known = this.members.get(container);
    const { items } = container;
    // Macros may have made some since, and of a trait that is not at hand members are learnt as they are named.
    if (known && known.count === items.length) return known.byName;
    const byName = new Map<string, AssocDef[]>();
    // Of alternatives under conditions the one that is compiled goes first.
    for (const inactive of [false, true])
      for (const def of items) if (def.inactive === inactive) pushTo(byName, def.name, def);
    this.members.set(container, { count: items.length, byName });
    return byName;
  }
  /** The associated type of this name in the trait or impl itself, or null. */
  associatedType(container: Container, name: string): AliasDef | null {
    for (const def of this.member(container, name)) if (def.kind === "alias") return def;
    return null;
  }
  /** The function of this name in the trait or impl itself, or null. */
  memberFn(container: Container, name: string): FnDef | null {
    for (const def of this.member(container, name)) if (def.kind === "fn") return def;
    return null;
  }

  /** The fields in order of declaration; as inactive code of `from` would have them, if that is inactive. */
  fields(of: AdtDef | VariantDef, from: Module | null = null): readonly Field[] {
    const { active, all } = this.fieldList(of);
    if (active === all || !from?.inactive) return active;
    const { crate } = (of.kind === "variant" ? of.adt : of).unit;
    return all.filter(({ decl }) => decl.cfg === null || this.names.holds(from, crate, decl.cfg));
  }

  /** The field of this name. Inactive code sees all of them, first those that go with its own condition. */
  field(of: AdtDef | VariantDef, name: string, from: Module): Field | null {
    const isNamed = (field: Field): boolean => field.name === name;
    return this.fields(of, from).find(isNamed) ?? ((from.inactive && this.fieldList(of).all.find(isNamed)) || null);
  }

  private fieldList(of: AdtDef | VariantDef): FieldList {
    const known = this.fieldLists.get(of);
    if (known) return known;
    const active: Field[] = [];
    const all: Field[] = [];
    this.fieldLists.set(of, { active, all });
    const adt = of.kind === "variant" ? of.adt : of;
    const { crate } = adt.unit;
    const scope = this.scopeOf(adt, this.generics(adt));
    for (const decl of of.kind === "variant" ? of.decl.fields : of.item.fields) {
      const holds = decl.cfg === null || this.names.holds(adt.module, crate, decl.cfg);
      if (!holds && crate.origin !== "workspace") continue;
      const own = holds ? scope : scopeWith(scope, { module: this.names.shade(adt.module, decl.cfg) });
      const field = { name: decl.name, type: lowerType(this, own, decl.type), decl };
      all.push(field);
      if (holds) active.push(field);
    }
    const list = { active, all: active.length === all.length ? active : all };
    this.fieldLists.set(of, list);
    return list;
  }

  implHeader(def: ImplDef): ImplHeader {
    const known = this.headers.get(def);
    if (known) return known;
    const generics = this.generics(def);
    const header = { generics, self: UNKNOWN as Ty, trait: null as TraitRef | null, each: this.sharedHeads(def) };
    this.headers.set(def, header);
    const scope = this.scopeOf(def, generics);
    header.self = lowerType(this, scope, def.item.self);
    if (def.item.trait) {
      const list: Predicate[] = [];
      lowerBound(this, scopeWith(scope, { self: header.self }), def.item.trait, header.self, list);
      header.trait = list[0] ? { trait: list[0].trait, args: list[0].args } : null;
    }
    return header;
  }

  private sharedHeads(def: ImplDef): Ty[] | null {
    const attr =
      def.unit.crate.origin === "sysroot" ? def.item.attrs.find((a) => a.path === "callmap::each") : undefined;
    if (!attr) return null;
    return attr.args.split(",").flatMap((name) => this.store.prim(name.trim()) ?? []);
  }

  /** What an alias stands for, in terms of its own parameters; Unknown for a trait's type without default. */
  aliasType(def: AliasDef): Ty {
    const known = this.aliasTypes.get(def);
    if (known !== undefined) return known;
    this.aliasTypes.set(def, UNKNOWN);
    if (!def.item.type) return UNKNOWN;
    const ty = lowerType(this, this.scopeOf(def, this.generics(def)), def.item.type);
    this.aliasTypes.set(def, ty);
    return ty;
  }

  constTypeOf(def: ConstDef): Ty {
    let ty = this.constTypes.get(def);
    if (ty === undefined) {
      this.constTypes.set(def, UNKNOWN);
      if (def.container?.kind === "trait" && def.container.knownBy) ty = foreignConst(this, def);
      else ty = def.item.type ? lowerType(this, this.scopeOf(def, this.generics(def)), def.item.type) : UNKNOWN;
      this.constTypes.set(def, ty);
    }
    return ty;
  }

  /** Default of the n-th parameter of an ADT, alias or trait, in terms of the item's parameters; 0 when there is none. */
  paramDefault(def: AdtDef | AliasDef | TraitDef, index: number): Ty {
    const generics = this.generics(def);
    const own = generics.source?.generics.params[index - generics.parentCount - (def.kind === "trait" ? 1 : 0)];
    if (!own?.default) return UNKNOWN;
    return lowerType(this, this.scopeOf(def, generics), own.default);
  }
}

/** Whether an item's own generics say nothing of any type. */
function isUnbound({ source }: GenericsInfo): boolean {
  if (source === null) return true;
  return source.generics.where.length === 0 && source.generics.params.every(({ bounds }) => bounds === 0);
}

/** Names of std's auto traits; a workspace can't declare any. */
const AUTO_TRAITS: ReadonlySet<string> = new Set(["Send", "Sync", "Unpin", "UnwindSafe", "RefUnwindSafe", "Freeze"]);

function isAuto(trait: TraitDef): boolean {
  return AUTO_TRAITS.has(trait.name) && trait.unit.crate.origin === "sysroot";
}

function byName(a: TraitDef, b: TraitDef): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id - b.id;
}

/** What a trait asks of those that implement it: `trait A: B`, `trait A where Self: B`. */
function boundsOfSelf({ unit, item }: TraitDef): Ref[] {
  const own = item.supertraits === 0 ? [] : listAt(unit, item.supertraits);
  const clauses = item.generics.where.filter(({ type }) => plainTypeName(unit, type) === "Self");
  return [...own, ...clauses.flatMap(({ bounds }) => listAt(unit, bounds))];
}
