/**
 * What methods exist in the program, and what looking them up has given; shared by all bodies.
 *
 * A receiver whose type says all there is to know has the same method wherever the same traits are in scope, so that it is looked up once for
 * each crate.
 */
import type { Crate, FnDef, TraitDef } from "../names/defs.ts";
import type { Names } from "../names/types.ts";
import type { Impl, ImplTable } from "../types/impls.ts";
import type { Items } from "../types/items.ts";
import type { Ty } from "../types/store.ts";

/** A method found for a receiver. */
export interface Probe {
  readonly fn: FnDef;
  /** Arguments of the impl (inherent) or trait (`Self` first). */
  readonly args: readonly Ty[];
  /** Null for a trait's method. */
  readonly impl: Impl | null;
  /** The receiver as the method takes it: the step, or a reference to it. */
  readonly receiver: Ty;
  /** Found through a bound (`T: Trait`, dyn, `impl Trait`) rather than an impl. */
  readonly byBound: boolean;
  /** Types that were dereferenced on the way from the receiver. */
  readonly passed?: readonly Ty[] | undefined;
  /** Found on what a type that is not at hand holds. */
  readonly isLikely?: boolean | undefined;
  /** Of one that is kept: its types, once a call has asked for them, if they are the same for all calls. */
  types?: CallTypes | null | undefined;
}

/** Types of a call: of the parameters, the receiver's first, and of what it gives. */
export interface CallTypes {
  readonly formals: readonly Ty[];
  readonly ret: Ty;
}

/** The probe with more said of it; field by field, since there is one for every method call. */
export function probeWith(probe: Probe, more: Pick<Probe, "passed" | "isLikely">): Probe {
  const { passed = probe.passed, isLikely = probe.isLikely } = more;
  const { fn, args, impl, receiver, byBound } = probe;
  return { fn, args, impl, receiver, byBound, passed, isLikely };
}

/** How a probe ended. */
export type ProbeResult =
  | { readonly found: Probe }
  | {
      readonly found: null;
      readonly reason: "unknown-receiver" | "no-such-method";
      /** The receiver and the types behind it; the last one, when it is not at hand, may have the method. */
      readonly steps: readonly Ty[];
    };

/** The traits whose method of one name may be called in some places of a crate. */
export class NamedTraits {
  readonly traits: readonly TraitDef[];
  /** What the name means there on types that say all, when the solver was of this version. */
  readonly known = new Map<Ty, ProbeResult>();
  version = -1;
  private more: Map<TraitDef, NamedTraits> | null = null;
  /** Of no traits: the scope that was asked about last, how many traits declared the name then, and the answer. */
  lastScope: ReadonlySet<TraitDef> | null = null;
  lastCount = 0;
  last: NamedTraits = this;

  constructor(traits: readonly TraitDef[]) {
    this.traits = traits;
  }

  /** These and one more. */
  and(trait: TraitDef): NamedTraits {
    this.more ??= new Map();
    let list = this.more.get(trait);
    if (!list) this.more.set(trait, (list = new NamedTraits([...this.traits, trait])));
    return list;
  }
}

type ByName<T> = Map<string, T>;

export class MethodIndex {
  readonly impls: ImplTable;
  private readonly names: Names;
  private readonly typedNames = new Set<string>();
  private seenFns = 0;
  /** By a crate's id, then by the name: no traits at all, from where the others are reached. */
  private readonly named: ByName<NamedTraits>[] = [];
  private readonly scopedMembers = new Map<ReadonlySet<TraitDef>, ByName<readonly TraitDef[]>>();
  private readonly containerNames = new Map<string, boolean>();

  constructor(impls: ImplTable, names: Names) {
    this.impls = impls;
    this.names = names;
  }

  /** Whether any method of this name takes `self: Type`. */
  hasTypedSelf(name: string): boolean {
    const { fns } = this.names;
    for (; this.seenFns < fns.length; this.seenFns++) {
      const fn = fns[this.seenFns]!;
      if (fn.item.self?.form === "typed") this.typedNames.add(fn.name);
    }
    return this.typedNames.has(name);
  }

  /** Traits in scope that declare a function of this name. */
  traits({ id }: Crate, inScope: ReadonlySet<TraitDef>, name: string): NamedTraits {
    const byName = (this.named[id] ??= new Map());
    let none = byName.get(name);
    if (!none) byName.set(name, (none = new NamedTraits([])));
    const declaring = this.impls.traitsDeclaring(name);
    if (none.lastScope === inScope && none.lastCount === declaring.length) return none.last;
    none.lastScope = inScope;
    none.lastCount = declaring.length;
    none.last = none;
    for (const trait of declaring) if (inScope.has(trait)) none.last = none.last.and(trait);
    return none.last;
  }

  /** Traits in scope that may have a member of this name: those that are not at hand are told of new ones. */
  declaring(items: Items, inScope: ReadonlySet<TraitDef>, name: string): readonly TraitDef[] {
    const byName = mapAt(this.scopedMembers, inScope);
    let list = byName.get(name);
    if (!list) {
      list = [...inScope].filter((t) => t.knownBy !== null || items.member(t, name).length > 0);
      byName.set(name, list);
    }
    return list;
  }

  /** Whether std's containers have a method of this name, as `tell` says; asked once per name. */
  isOfContainers(name: string, tell: () => boolean): boolean {
    let known = this.containerNames.get(name);
    if (known === undefined) this.containerNames.set(name, (known = tell()));
    return known;
  }
}

function mapAt<K, V>(maps: Map<K, ByName<V>>, key: K): ByName<V> {
  let map = maps.get(key);
  if (!map) maps.set(key, (map = new Map()));
  return map;
}
