/** Coercions (Reference, "Type coercions"): what a value may silently become where a type is expected. */
import { Kind, type Ty, UNKNOWN } from "../types/store.ts";
import type { Body } from "./body.ts";
import { autoderef } from "./method.ts";

/** Makes `actual` fit `target`, by a coercion if need be. Returns false when it can't. */
export function coerce(b: Body, actual: Ty, target: Ty): boolean {
  const { table, store } = b;
  const from = table.shallow(actual);
  const to = table.shallow(target);
  if (from === to || from === UNKNOWN || to === UNKNOWN) return true;
  const kf = store.kind(from);
  const kt = store.kind(to);
  if (kf === Kind.Never) return true;
  if (kf === Kind.Var || kt === Kind.Var) return table.tryUnify(from, to);
  if ((kt === Kind.Ref || kt === Kind.Ptr) && (kf === Kind.Ref || kf === Kind.Ptr)) return coerceRef(b, from, to);
  if (kt === Kind.FnPtr && (kf === Kind.FnItem || kf === Kind.Closure)) return coerceCallable(b, from, to);
  if (kf === Kind.Adt && kt === Kind.Adt && store.payload(from) === store.payload(to) && !table.tryUnify(from, to))
    return coercePointer(b, from, to);
  return table.tryUnify(from, to);
}

/** Makes `actual` fit the type it is cast to. Casts are checked last of all: a trait object tells nothing of what is still open behind a reference. */
export function castTo(b: Body, actual: Ty, target: Ty): void {
  const { store, table } = b;
  const from = table.shallow(actual);
  const isObject = store.arity(target) === 1 && store.kind(table.shallow(store.arg(target))) === Kind.Dyn;
  if (isObject && store.arity(from) === 1 && table.isVar(b.resolve(store.arg(from)))) return;
  coerce(b, from, target);
}

function coerceRef(b: Body, from: Ty, to: Ty): boolean {
  const { table, store } = b;
  // What is pending may tell what the source is: else it would be taken for the target itself, where it only dereferences to that.
  const source = b.resolve(store.arg(from));
  const kind = store.kind(source);
  // What is pending may tell that the target is a slice or `str` before it is taken for an array or a `String`.
  const target = kind === Kind.Array || kind === Kind.Adt ? b.resolve(store.arg(to)) : table.shallow(store.arg(to));
  if (unsize(b, source, target)) return true;
  if (table.tryUnify(source, target)) return true;
  if (store.kind(to) === Kind.Ptr) return false;
  const passed = [source];
  for (const step of autoderef(b, source)) {
    if (table.tryUnify(step, target) || unsize(b, table.shallow(step), target)) {
      b.noteCoercion(passed, b.store.payload(to) === 1);
      return true;
    }
    passed.push(step);
  }
  return false;
}

/** `[T; N]` to `[T]`, a sized type to `dyn Trait`. */
function unsize(b: Body, source: Ty, target: Ty): boolean {
  const { table, store } = b;
  if (store.kind(target) === Kind.Slice && store.kind(source) === Kind.Array)
    return table.tryUnify(store.arg(source), store.arg(target));
  if (store.kind(target) !== Kind.Dyn) return false;
  if (store.kind(source) === Kind.Dyn) return table.tryUnify(source, target) || true;
  if (store.kind(source) === Kind.Var) return false;
  // What the trait object says of associated types and arguments holds for the value behind it.
  for (const p of b.items.dynPredicates(target))
    b.solver.require({ ...p, args: [source, ...p.args.slice(1)] }, 0, true);
  return true;
}

/** `Box<T>` to `Box<dyn Trait>`, likewise Rc, Arc, Pin<Box<…>>. */
function coercePointer(b: Body, from: Ty, to: Ty): boolean {
  const { table, store } = b;
  const inner = table.shallow(store.arg(from));
  const wanted = table.shallow(store.arg(to));
  if (unsize(b, inner, wanted)) return true;
  const nested = store.kind(inner);
  return (nested === Kind.Adt || nested === Kind.Ref) && nested === store.kind(wanted) && coerce(b, inner, wanted);
}

function coerceCallable(b: Body, from: Ty, to: Ty): boolean {
  const given = b.solver.callable(from);
  const wanted = b.store.args(to);
  if (!given || given.length !== wanted.length) return false;
  for (let i = 0; i < wanted.length; i++) b.table.unify(b.solver.normalise(given[i]!), wanted[i]!);
  return true;
}

/**
 * The common type of several branches: starts with what is expected, takes the first branch that is not `!`,
 * and lets later ones coerce to it.
 */
export class Branches {
  private readonly body: Body;
  private readonly expected: Ty;
  private type: Ty | null = null;

  constructor(body: Body, expected: Ty) {
    this.body = body;
    const known = body.table.shallow(expected);
    // A sized common type to coerce to; a bare hint such as `str` or `dyn T` would be wrong to demand.
    const kind = body.store.kind(known);
    this.expected = kind === Kind.Dyn || kind === Kind.Slice || known === body.store.str ? UNKNOWN : known;
  }

  add(ty: Ty): void {
    const b = this.body;
    const actual = b.table.shallow(ty);
    if (b.store.kind(actual) === Kind.Never) return;
    if (this.type === null) {
      const fits = this.expected !== UNKNOWN && !b.table.isVar(this.expected) && coerce(b, actual, this.expected);
      this.type = fits ? this.expected : actual;
      return;
    }
    if (coerce(b, actual, this.type)) return;
    if (coerce(b, this.type, actual)) this.type = actual;
    else this.mergeCallables(actual);
  }

  /** Different functions or closures in the branches become a function pointer. */
  private mergeCallables(actual: Ty): void {
    const b = this.body;
    const first = b.solver.callable(this.type!);
    if (!first || !b.solver.callable(actual)) return;
    const pointer = b.store.make(
      Kind.FnPtr,
      0,
      first.map((t) => b.solver.normalise(t)),
    );
    if (coerce(b, actual, pointer)) this.type = pointer;
  }

  /** `!` when every branch diverges. */
  result(): Ty {
    return this.type ?? this.body.store.never;
  }
}
