/**
 * Drops (Reference, "Destructors"): where a body's own values go out of scope, the workspace's `Drop::drop` runs for them and for what they own.
 *
 * The rule: a value that a body binds (by a pattern, or a parameter taken by value), makes as a temporary, or overwrites, is dropped by it, unless
 * a plain use of the binding moves it away on every path: outside of the branches, loops and closures that the binding is not in itself. Where a
 * move is taken back, on an early return or a panic, is not followed, and that a partial move leaves less to drop neither. So these edges are likely
 * ones. What is owned is told by types: fields, tuples, arrays, and the arguments of those of std's types that own what they hold; a trait object may
 * own anything and counts for nothing.
 */
import type { AdtDef, FnDef, SourceUnit } from "../names/defs.ts";
import type { ImplTable } from "../types/impls.ts";
import type { Items } from "../types/items.ts";
import { Kind, type Ty, TyFlag } from "../types/store.ts";
import type { Solver } from "./solve.ts";

/** A value that a body owns until its place is left. */
export interface Owned {
  readonly unit: SourceUnit;
  readonly pos: number;
  readonly type: Ty;
  /** Row of the closure around, -1 for none. */
  readonly closure: number;
  readonly guessing: boolean;
  /** Number of branches, loops and closures around the binding. */
  readonly branch: number;
  isMoved: boolean;
}

/** The values that one body owns, and which of them it gives away. */
export class OwnedValues {
  readonly all: Owned[] = [];
  /** Branches, loops and closures around what is being read. */
  branch = 0;
  private moved: Owned | null = null;

  add(unit: SourceUnit, pos: number, type: Ty, closure: number, guessing: boolean): Owned {
    const owned: Owned = { unit, pos, type, closure, guessing, branch: this.branch, isMoved: false };
    this.all.push(owned);
    return owned;
  }

  /** A path was read: a use of this value, or of none. It moves the value, unless {@link keep} is called next. */
  use(owned: Owned | null): void {
    const moves = owned !== null && !owned.isMoved && owned.branch === this.branch;
    if (moves) owned.isMoved = true;
    this.moved = moves ? owned : null;
  }

  /** The path that was read last stands for a place: it is borrowed, compared or matched, not moved. */
  keep(): void {
    if (this.moved !== null) this.moved.isMoved = false;
    this.moved = null;
  }
}

/** Functions that dropping a value runs at most. */
const MAX_TARGETS = 12;
const MAX_DEPTH = 12;
const NOTHING: readonly FnDef[] = [];

/** Std's types that own the values of their type arguments. */
const OWNERS = [
  "core::option::Option",
  "core::result::Result",
  "core::cell::Cell",
  "core::cell::RefCell",
  "core::cell::UnsafeCell",
  "core::cell::OnceCell",
  "core::pin::Pin",
  "core::task::Poll",
  "alloc::boxed::Box",
  "alloc::rc::Rc",
  "alloc::sync::Arc",
  "alloc::vec::Vec",
  "alloc::collections::VecDeque",
  "alloc::collections::LinkedList",
  "alloc::collections::BinaryHeap",
  "alloc::collections::BTreeMap",
  "alloc::collections::BTreeSet",
  "std::collections::HashMap",
  "std::collections::HashSet",
  "std::sync::Mutex",
  "std::sync::RwLock",
  "std::sync::OnceLock",
] as const;

/** Which of the workspace's `Drop::drop` run when a value of a type is dropped; asked once per type. */
export class DropGlue {
  private readonly items: Items;
  private readonly impls: ImplTable;
  private readonly solver: Solver;
  private readonly known = new Map<Ty, readonly FnDef[]>();
  private readonly drops = new Map<AdtDef, FnDef>();
  private readonly owners: ReadonlySet<AdtDef>;

  constructor(items: Items, impls: ImplTable, solver: Solver) {
    this.items = items;
    this.impls = impls;
    this.solver = solver;
    this.owners = new Set(OWNERS.flatMap((path) => items.adt(path) ?? []));
    this.findDrops();
  }

  /** True when the workspace implements `Drop` at all. */
  get isAny(): boolean {
    return this.drops.size > 0;
  }

  /** There is one impl at most for a type, and it is for all its arguments (E0366). */
  private findDrops(): void {
    const trait = this.items.trait("core::ops::Drop");
    for (const impl of trait ? this.impls.all(trait) : []) {
      const fn = impl.def?.unit.crate.origin === "workspace" ? this.items.memberFn(impl.def, "drop") : null;
      const isAdt = this.items.store.kind(impl.self) === Kind.Adt;
      if (fn && isAdt && !fn.inactive) this.drops.set(this.items.names.adts[this.items.store.payload(impl.self)]!, fn);
    }
  }

  /** Returns the functions that dropping a value of the type runs, its own first. */
  of(ty: Ty, depth = 0): readonly FnDef[] {
    const kind = this.items.store.kind(ty);
    if (depth > MAX_DEPTH || (kind !== Kind.Adt && kind !== Kind.Tuple && kind !== Kind.Array)) return NOTHING;
    const known = this.known.get(ty);
    if (known) return known;
    this.known.set(ty, NOTHING); // a type that holds itself owns nothing new by that
    const found = new Set<FnDef>();
    for (const owned of this.ownedBy(ty)) for (const fn of this.of(owned, depth + 1)) found.add(fn);
    const own = kind === Kind.Adt ? this.drops.get(this.items.names.adts[this.items.store.payload(ty)]!) : undefined;
    const all = [...(own ? [own] : []), ...found].slice(0, MAX_TARGETS);
    this.known.set(ty, all);
    return all;
  }

  private ownedBy(ty: Ty): readonly Ty[] {
    const { store, names } = this.items;
    const args = store.args(ty);
    if (store.kind(ty) !== Kind.Adt) return store.kind(ty) === Kind.Array ? args.slice(0, 1) : args;
    const adt = names.adts[store.payload(ty)]!;
    if (adt.unit.crate.origin === "sysroot") return this.owners.has(adt) ? args : [];
    const parts = adt.item.kind === "enum" ? adt.variants.filter((variant) => !variant.inactive) : [adt];
    return parts.flatMap((part) => this.items.fields(part).map((field) => this.fieldType(field.type, args)));
  }

  private fieldType(type: Ty, args: readonly Ty[]): Ty {
    const ty = this.items.instantiate(type, args);
    return this.items.store.flags(ty) & TyFlag.Projection ? this.solver.normalise(ty) : ty;
  }
}
