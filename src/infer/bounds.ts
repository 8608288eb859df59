/**
 * The bounds that hold in a body: those written on the item and around it (the environment), what their supertraits add, and what types
 * promise by themselves (dyn, `impl Trait`, bounds on associated types).
 */
import { pushTo } from "../base/lists.ts";
import type { AliasDef, TraitDef } from "../names/defs.ts";
import { isUnsized } from "../types/impls.ts";
import type { Items, Predicate, TraitRef } from "../types/items.ts";
import { aliasBounds } from "../types/lower.ts";
import { Kind, type Ty, TyFlag, UNKNOWN } from "../types/store.ts";

/** What a bound says of an associated type: `T: Iterator<Item = X>`. */
export interface EnvProjection {
  readonly alias: AliasDef;
  /** The trait's arguments. */
  readonly args: readonly Ty[];
  readonly type: Ty;
}

/** The bound with other arguments; field by field, as there are many. */
export function withArgs({ trait, bindings }: Predicate, args: readonly Ty[]): Predicate {
  return { trait, args, bindings };
}

/** Bounds that lead to ever more bounds are followed this far. */
const MOST = 500;

export class Bounds {
  /** Whether one of the environment speaks of a type that has no parameters. */
  hasConcrete = false;
  /** What those of the environment say of associated types. */
  projections: EnvProjection[] = [];
  private readonly items: Items;
  private readonly sized: TraitDef | null;
  private readonly env = new Map<TraitDef, Predicate[]>();
  /** What the environment was made of; null where it holds variables of the body. */
  private entered: readonly Predicate[] | null = null;
  /** Whether `Self` is sized in the trait whose code it is; null while nobody has asked. */
  private isSelfSized: boolean | null = null;

  constructor(items: Items) {
    this.items = items;
    this.sized = items.trait("core::marker::Sized");
  }

  /** A new body with these bounds begins; `normalise` works out the projections in a type. */
  enter(predicates: readonly Predicate[], normalise: (ty: Ty) => Ty): void {
    this.isSelfSized = null;
    if (predicates === this.entered) return;
    this.entered = predicates;
    this.projections = [];
    const all = this.elaborate(predicates);
    this.setEnvironment(all);
    for (const p of all) this.addProjections(p);
    this.hasConcrete = all.some((p) => this.isConcrete(p.args[0] ?? UNKNOWN));
    // Bounds on `T::Item` speak of what is known of it: by `T: Iterator<Item = X>`, or by an impl for `T`.
    const { store } = this.items;
    if (!all.some((p) => p.args.some((arg) => store.flags(arg) & TyFlag.Projection))) return;
    this.entered = null;
    this.setEnvironment(all.map((p) => withArgs(p, p.args.map(normalise))));
  }

  private setEnvironment(bounds: readonly Predicate[]): void {
    this.env.clear();
    for (const p of bounds) pushTo(this.env, p.trait, p);
  }

  private isConcrete(ty: Ty): boolean {
    return (this.items.store.flags(ty) & (TyFlag.Param | TyFlag.Projection)) === 0;
  }

  private addProjections(p: Predicate): void {
    for (const { alias, type } of p.bindings) {
      const owner = alias.container;
      if (owner?.kind !== "trait") continue;
      const ref = this.upcast(p, owner);
      if (ref) this.projections.push({ alias, args: ref.args, type });
    }
  }

  /** Bounds of the environment by this trait. */
  by(trait: TraitDef): readonly Predicate[] | undefined {
    return this.env.get(trait);
  }

  /** The predicates and all that their supertraits add, each once. */
  elaborate(predicates: readonly Predicate[]): readonly Predicate[] {
    if (predicates.length === 0) return predicates;
    const { store } = this.items;
    const seen = new Map<TraitDef, Set<Ty>>();
    const all: Predicate[] = [];
    const add = (p: Predicate): void => {
      const key = store.make(Kind.Tuple, 0, p.args);
      let keys = seen.get(p.trait);
      if (!keys) seen.set(p.trait, (keys = new Set()));
      if (keys.has(key) && p.bindings.length === 0) return;
      keys.add(key);
      all.push(p);
    };
    for (const p of predicates) add(p);
    for (let at = 0; at < all.length && all.length < MOST; at++) {
      const p = all[at]!;
      for (const above of this.items.supertraits(p.trait)) add(this.items.instantiatePredicate(above, p.args));
    }
    return all;
  }

  /** The bound on `trait` that follows from `ref`: itself or one of its supertraits. */
  upcast(ref: TraitRef, trait: TraitDef): TraitRef | null {
    if (ref.trait === trait) return ref;
    if (!this.items.traitClosure(ref.trait).includes(trait)) return null;
    return this.elaborate([{ trait: ref.trait, args: ref.args, bindings: [] }]).find((p) => p.trait === trait) ?? null;
  }

  /** Bounds that the type itself promises, supertraits included; null for types that promise nothing. */
  promisedBy(ty: Ty): readonly Predicate[] | null {
    const kind = this.items.store.kind(ty);
    if (kind === Kind.Dyn) return this.elaborate(this.items.dynPredicates(ty));
    if (kind === Kind.Opaque) return this.elaborate(this.items.opaquePredicates(ty));
    if (kind === Kind.Projection) return this.elaborate(aliasBounds(this.items, ty));
    return null;
  }

  /** Bounds on this very type: of the environment, then those that it promises. */
  *on(ty: Ty): Generator<Predicate> {
    for (const list of this.env.values()) for (const p of list) if (p.args[0] === ty) yield p;
    const own = this.promisedBy(ty);
    if (own) yield* own;
  }

  /** Whether values of the type have no size known at compile time: of a trait's `Self` that is known only where a bound says so. */
  isUnsized(ty: Ty): boolean {
    const { store, params } = this.items;
    if (store.kind(ty) !== Kind.Param || params[store.payload(ty)]!.name !== "Self") return isUnsized(this.items, ty);
    this.isSelfSized ??= [...this.on(ty)].some(({ trait }) => trait === this.sized || trait.knownBy !== null);
    return !this.isSelfSized;
  }

  /** Associated types of the type that the environment says something of. */
  *associatedWith(ty: Ty): Generator<Ty> {
    const { store } = this.items;
    for (const list of this.env.values())
      for (const { args } of list) {
        const self = args[0] ?? UNKNOWN;
        if (store.kind(self) === Kind.Projection && store.arg(self) === ty) yield self;
      }
  }
}
