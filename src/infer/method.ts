/**
 * Method look-up (Reference, "Method-call expressions"): for each autoderef step of the receiver, by value, then
 * `&`, then `&mut`; inherent methods and those a bound promises before traits in scope.
 */
import type { FnDef, TraitDef } from "../names/defs.ts";
import type { Names } from "../names/types.ts";
import { headOf, type Impl, type ImplTable, type InherentFn } from "../types/impls.ts";
import type { Items, Predicate } from "../types/items.ts";
import { Kind, type Ty, TyFlag, UNKNOWN } from "../types/store.ts";
import type { Body } from "./body.ts";
import { isStdMarker } from "./solve.ts";
import { VarKind } from "./table.ts";

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

/** Which traits count: those that certainly hold, those that may, or such as no impl at hand speaks for. */
type Certainty = "sure" | "maybe" | "unseen";

const MAX_STEPS = 12;
const NO_TYPED: readonly TypedMethod[] = [];

/** What methods exist in the program; shared by all bodies. */
export class MethodIndex {
  readonly impls: ImplTable;
  private readonly names: Names;
  private readonly typedNames = new Set<string>();
  private seenFns = 0;
  private readonly scoped = new Map<object, Map<string, readonly TraitDef[]>>();
  private readonly scopedMembers = new Map<object, Map<string, readonly TraitDef[]>>();
  /** What {@link traits} looked at last: bodies of one module ask one after the other. */
  private lastScope: object | null = null;
  private lastTraits = new Map<string, readonly TraitDef[]>();
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
  traits(inScope: ReadonlySet<TraitDef>, name: string): readonly TraitDef[] {
    if (this.lastScope !== inScope) {
      this.lastScope = inScope;
      this.lastTraits = mapAt(this.scoped, inScope);
    }
    let list = this.lastTraits.get(name);
    if (!list) {
      list = this.impls.traitsDeclaring(name).filter((t) => inScope.has(t));
      this.lastTraits.set(name, list);
    }
    return list;
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

  /** Whether a name is one of those that `tell` says yes to; asked once per name. */
  isOfContainers(name: string, tell: () => boolean): boolean {
    let known = this.containerNames.get(name);
    if (known === undefined) this.containerNames.set(name, (known = tell()));
    return known;
  }
}

function mapAt<V>(maps: Map<object, Map<string, V>>, key: object): Map<string, V> {
  let map = maps.get(key);
  if (!map) maps.set(key, (map = new Map()));
  return map;
}

/** The types that `*` leads to, one after the other, without the type itself; arrays end as slices. */
export function* autoderef(b: Body, ty: Ty): Generator<Ty> {
  let at = b.resolve(ty);
  for (let step = 0; step < MAX_STEPS; step++) {
    const next = derefOnce(b, at);
    if (next === null) break;
    at = b.resolve(next);
    yield at;
  }
  if (b.store.kind(at) === Kind.Array) yield b.store.slice(b.store.arg(at));
}

/** What `*ty` is: the target of a reference, or `Deref::Target`; null when it can't be dereferenced. */
export function derefOnce(b: Body, ty: Ty): Ty | null {
  const kind = b.store.kind(ty);
  if (kind === Kind.Ref) return b.store.arg(ty);
  if (kind === Kind.Ptr) return null;
  if (kind !== Kind.Adt && kind !== Kind.Param && kind !== Kind.Opaque && kind !== Kind.Projection) return null;
  const deref = b.items.trait("core::ops::Deref");
  if (!deref || (kind === Kind.Adt && b.methods.impls.withHead(deref, headOf(b.items, ty)).length === 0)) return null;
  const target = b.items.associatedType(deref, "Target");
  if (!target) return null;
  const solution = b.solver.solve(deref, [ty]);
  if (solution.kind !== "impl" && solution.kind !== "bound") return null;
  const found = b.solver.project(target, [ty]);
  return found === null || found === UNKNOWN || found === ty ? null : found;
}

/** Finds the method that `receiver.name(…)` calls. */
export function probeMethod(b: Body, receiver: Ty, name: string): ProbeResult {
  b.solver.refresh();
  const inScope = traitsNamed(b, name);
  let isUnknown = false;
  const start = b.resolve(receiver);
  // What is behind the reference decides as well: `v.get(i).unwrap().as_ref()`.
  for (let behind = start; b.store.kind(behind) === Kind.Ref; ) behind = b.resolve(b.store.arg(behind));
  const typed = b.methods.hasTypedSelf(name) ? typedSelfMethods(b, [start, ...autoderef(b, start)], name) : NO_TYPED;
  const passed: Ty[] = [];
  let doubtful: Probe | null = null;
  b.doubtful = null;
  for (const step of stepsFrom(b, start)) {
    const kind = b.store.kind(step) === Kind.Ref && isDerived(b, b.store.arg(step)) ? Kind.Derived : b.store.kind(step);
    if (
      kind === Kind.Unknown ||
      kind === Kind.Derived ||
      (kind === Kind.Var && b.table.varKind(step) === VarKind.General)
    ) {
      isUnknown = true;
      break;
    }
    const found = probeStep(b, step, name, inScope, typed);
    if (found) return { found: passed.length > 0 ? probeWith(found, { passed }) : found };
    const skipped = b.doubtful as Probe | null;
    if (doubtful === null && skipped) doubtful = probeWith(skipped, { passed: [...passed] });
    passed.push(step);
    if (kind === Kind.External) isUnknown = true;
    if (b.store.flags(step) & TyFlag.Unknown && kind === Kind.Ref) isUnknown ||= b.store.arg(step) === UNKNOWN;
  }
  const foreign = probeForeign(b, passed, name, inScope);
  if (foreign) return { found: foreign };
  // Nothing else has the method: the bounds hold by an impl that is not at hand.
  if (doubtful && !isUnknown) return { found: probeWith(doubtful, { isLikely: true }) };
  return { found: null, reason: isUnknown ? "unknown-receiver" : "no-such-method", steps: passed };
}

/** The method of a trait whose declaration is not at hand, and which may hold for one of the steps though no impl at hand says so. */
function probeForeign(b: Body, steps: readonly Ty[], name: string, inScope: readonly TraitDef[]): Probe | null {
  for (const trait of inScope) {
    if (!trait.knownBy) continue;
    for (const step of steps) {
      for (const [form, receiver] of [
        ["", step] as const,
        ["ref", b.store.ref(step, false)] as const,
        ["refMut", b.store.ref(step, true)] as const,
      ]) {
        const found = probeTrait(b, trait, receiver, form === "" ? UNKNOWN : step, form, name, "unseen");
        if (found) return found;
      }
    }
  }
  return null;
}

function isDerived(b: Body, ty: Ty): boolean {
  return b.kindOf(b.table.shallow(ty)) === Kind.Derived;
}

/** The receiver and what `*` leads to. */
function* stepsFrom(b: Body, start: Ty): Generator<Ty> {
  yield start;
  yield* autoderef(b, start);
}

/** Traits whose method of this name may be called here: those in scope, and the one being implemented or declared. */
function traitsNamed(b: Body, name: string): readonly TraitDef[] {
  const inScope = b.methods.traits(b.items.names.traitsInScope(b.module), name);
  const own = b.ownTrait;
  return own && !inScope.includes(own) && b.items.memberFn(own, name) ? [...inScope, own] : inScope;
}

function probeStep(
  b: Body,
  step: Ty,
  name: string,
  inScope: readonly TraitDef[],
  typed: readonly TypedMethod[],
): Probe | null {
  for (let borrow = 0; borrow < 3; borrow++) {
    const receiver = borrow === 0 ? step : b.store.ref(step, borrow === 2);
    const found = probeReceiver(b, receiver, name, inScope, typed);
    if (found) return found;
  }
  return null;
}

function probeReceiver(
  b: Body,
  receiver: Ty,
  name: string,
  inScope: readonly TraitDef[],
  typed: readonly TypedMethod[],
): Probe | null {
  const { store } = b;
  const isRef = store.kind(receiver) === Kind.Ref;
  const target = isRef ? b.table.shallow(store.arg(receiver)) : UNKNOWN;
  const refForm = isRef ? (store.payload(receiver) === 1 ? "refMut" : "ref") : "";
  const inherent =
    probeInherent(b, receiver, receiver, name, "value") ??
    (isRef ? probeInherent(b, target, receiver, name, refForm) : null) ??
    probeTyped(b, receiver, typed) ??
    probeBounds(b, receiver, receiver, name, "value") ??
    (isRef ? probeBounds(b, target, receiver, name, refForm) : null);
  if (inherent) return inherent;
  // First what is certain to hold, then what may.
  for (const sure of ["sure", "maybe"] as const) {
    for (const trait of inScope) {
      const found = probeTrait(b, trait, receiver, target, refForm, name, sure);
      if (found) return found;
    }
  }
  const { impls } = b.methods;
  return (
    probeFns(b, impls.foreignFns(selfHead(b, receiver), name), receiver, receiver, "value") ??
    (isRef ? probeFns(b, impls.foreignFns(selfHead(b, target), name), target, receiver, refForm) : null)
  );
}

function probeInherent(b: Body, self: Ty, receiver: Ty, name: string, form: string): Probe | null {
  return probeFns(b, visibleFns(b, selfHead(b, self), name), self, receiver, form);
}

/** Inherent functions on types of this head; what is private elsewhere gives way to a trait's. */
export function visibleFns(b: Body, head: number, name: string): readonly InherentFn[] {
  const fns = b.methods.impls.inherentFns(head, name);
  const isVisible = ({ fn }: InherentFn): boolean => b.items.names.canName(b.module, fn);
  return fns.every(isVisible) ? fns : fns.filter(isVisible);
}

/** The first of the functions that takes its `self` in this form and whose impl is for the type; one whose condition suits if there is. */
function probeFns(b: Body, fns: readonly InherentFn[], self: Ty, receiver: Ty, form: string): Probe | null {
  let other: Probe | null = null;
  for (const { fn, impl } of fns) {
    if (fn.item.self?.form !== form && !(fn.item.self?.form === "typed" && isPlainTyped(b, fn, form))) continue;
    const args = matchImpl(b, impl, self);
    if (!args) continue;
    const probe: Probe = { fn, args, impl, receiver, byBound: false };
    if (!boundsHold(b, fn, impl, args, fns.length)) {
      b.doubtful ??= probe;
      continue;
    }
    if (b.suits(fn)) return probe;
    other ??= probe;
  }
  return other;
}

/**
 * Whether an inherent impl's bounds may hold. Asked only where something else could be meant: another impl's function, or a trait's that the
 * call falls through to.
 */
function boundsHold(b: Body, fn: FnDef, impl: Impl, args: readonly Ty[], others: number): boolean {
  if (impl.trait !== null || (others === 1 && traitsNamed(b, fn.name).length === 0)) return true;
  const mark = b.table.snapshot();
  const isBroken = impl
    .predicates()
    .map((p) => b.items.instantiatePredicate(p, args))
    .some(
      (p) =>
        !isStdMarker(p) &&
        b.solver.solve(
          p.trait,
          p.args.map((arg) => b.solver.normalise(arg)),
        ).kind === "none",
    );
  b.table.rollback(mark);
  return !isBroken;
}

/** `self: Self`, `self: &Self`, `self: &mut Self` are the plain forms spelt out. */
function isPlainTyped(b: Body, fn: FnDef, form: string): boolean {
  const { store } = b;
  const declared = b.items.fnSignature(fn).params[0] ?? UNKNOWN;
  const self = fn.container ? b.items.scopeOf(fn, b.items.generics(fn)).self : UNKNOWN;
  if (form === "value") return declared === self;
  return (
    store.kind(declared) === Kind.Ref &&
    store.arg(declared) === self &&
    (store.payload(declared) === 1) === (form === "refMut")
  );
}

/** The impl's arguments when its self type is `self`, else null. Nothing is bound unless it fits. */
export function matchImpl(b: Body, impl: Impl, self: Ty): Ty[] | null {
  const fresh = impl.params.map(() => b.fresh());
  const header = b.items.instantiate(impl.self, fresh);
  if (!b.table.tryUnify(b.solver.normalise(header), self)) return null;
  if (!impl.allowsUnsized && fresh.some((v) => b.solver.isUnsized(b.table.shallow(v)))) return null;
  return fresh;
}

function selfHead(b: Body, self: Ty): number {
  if (b.store.kind(self) !== Kind.Var) return headOf(b.items, self);
  const kind = b.table.varKind(self);
  return headOf(b.items, kind === VarKind.Int ? b.store.i32 : kind === VarKind.Float ? b.store.f64 : UNKNOWN);
}

interface TypedMethod {
  readonly fn: FnDef;
  /** Null for a method that a bound promises. */
  readonly impl: Impl | null;
  readonly self: Ty;
  readonly args: readonly Ty[];
}

/** Inherent methods with `self: Arc<Self>` and the like: their `Self` is a later step than the receiver. */
function typedSelfMethods(b: Body, steps: readonly Ty[], name: string): TypedMethod[] {
  const list: TypedMethod[] = [];
  for (const self of steps) {
    const kind = b.store.kind(self);
    if (kind === Kind.Unknown || kind === Kind.Var) continue;
    for (const { fn, impl } of visibleFns(b, headOf(b.items, self), name)) {
      if (fn.item.self?.form === "typed") list.push({ fn, impl, self, args: [] });
    }
    if (kind !== Kind.Param && kind !== Kind.Dyn && kind !== Kind.Opaque && kind !== Kind.Projection) continue;
    for (const bound of b.solver.boundsOn(self)) {
      const fn = b.items.memberFn(bound.trait, name);
      if (fn?.item.self?.form === "typed") list.push({ fn, impl: null, self, args: bound.args });
    }
  }
  return list;
}

function probeTyped(b: Body, receiver: Ty, typed: readonly TypedMethod[]): Probe | null {
  for (const { fn, impl, self, args: promised } of typed) {
    const mark = b.table.snapshot();
    const args = impl ? matchImpl(b, impl, self) : promised;
    const declared = args && b.items.instantiate(b.items.fnSignature(fn).params[0] ?? UNKNOWN, args);
    if (args && declared && b.table.unify(b.solver.normalise(declared), receiver))
      return { fn, args, impl, receiver, byBound: impl === null };
    b.table.rollback(mark);
  }
  return null;
}

/** Methods that bounds on the type promise: of a parameter, a trait object, an `impl Trait`, an associated type. */
function probeBounds(b: Body, self: Ty, receiver: Ty, name: string, form: string): Probe | null {
  const kind = b.store.kind(self);
  if (kind !== Kind.Param && kind !== Kind.Dyn && kind !== Kind.Opaque && kind !== Kind.Projection) return null;
  const found = boundMethod(b, self, name, form);
  return found && { fn: found.fn, args: found.bound.args, impl: null, receiver, byBound: true };
}

function boundMethod(b: Body, self: Ty, name: string, form: string): { fn: FnDef; bound: Predicate } | null {
  for (const bound of b.solver.boundsOn(self)) {
    const fn = b.items.memberFn(bound.trait, name);
    if (!fn?.item.self) continue;
    if (fn.item.self.form === form || (fn.item.self.form === "typed" && isPlainTyped(b, fn, form)))
      return { fn, bound };
  }
  return null;
}

function probeTrait(
  b: Body,
  trait: TraitDef,
  receiver: Ty,
  target: Ty,
  refForm: string,
  name: string,
  sure: Certainty,
): Probe | null {
  const fn = b.items.memberFn(trait, name);
  const form = fn?.item.self?.form;
  if (!fn || !form) return null;
  if (form === "typed" && !isPlainTyped(b, fn, "value") && !isPlainTyped(b, fn, refForm))
    return probeTypedTrait(b, trait, fn, receiver, sure);
  const byValue = form === "value" || (form === "typed" && isPlainTyped(b, fn, "value"));
  if (!byValue && refForm !== form && form !== "typed") return null;
  const self = byValue ? receiver : target;
  if (
    self === UNKNOWN ||
    b.kindOf(self) === Kind.Derived ||
    (b.table.isVar(self) && b.table.varKind(self) === VarKind.General)
  )
    return null;
  return probeImpls(b, trait, fn, self, receiver, sure);
}

function probeImpls(b: Body, trait: TraitDef, fn: FnDef, self: Ty, receiver: Ty, sure: Certainty): Probe | null {
  const args = [
    self,
    ...b.items
      .generics(trait)
      .params.slice(1)
      .map(() => b.fresh()),
  ];
  const mark = b.table.snapshot();
  const solution = b.solver.solve(trait, args);
  const holds =
    solution.kind === "impl" ||
    solution.kind === "bound" ||
    solution.kind === "builtin" ||
    (sure !== "sure" && solution.kind === "open" && mayHold(b, trait, self, sure));
  if (!holds) {
    b.table.rollback(mark);
    return null;
  }
  return { fn, args, impl: null, receiver, byBound: solution.kind === "bound" };
}

/** Whether a trait of which that is still open is taken to hold. */
function mayHold(b: Body, trait: TraitDef, self: Ty, sure: Certainty): boolean {
  // Nor is it known what the declaration of a trait that is not at hand says of its associated types.
  if (b.kindOf(self) === Kind.Projection && isForeignAlias(b, self)) return false;
  if (b.kindOf(self) === Kind.External) return sure !== "sure" && isForAll(b, trait);
  // A trait that is not at hand may hold for anything.
  return !trait.knownBy || sure === "unseen" || b.methods.impls.withHead(trait, headOf(b.items, self)).length > 0;
}

function isForeignAlias(b: Body, projection: Ty): boolean {
  const { container } = b.items.names.aliases[b.store.payload(projection)]!;
  return container?.kind === "trait" && container.knownBy !== null;
}

/** Traits of std that nearly every type has, and no type has methods of their names instead. */
const FOR_ALL = [
  "core::clone::Clone",
  "alloc::borrow::ToOwned",
  "alloc::string::ToString",
  "core::convert::Into",
] as const;

function isForAll(b: Body, trait: TraitDef): boolean {
  return FOR_ALL.some((path) => b.items.trait(path) === trait);
}

/** A trait's `self: Pin<&mut Self>` and the like: `Self` is what makes the receiver fit. */
function probeTypedTrait(b: Body, trait: TraitDef, fn: FnDef, receiver: Ty, sure: Certainty): Probe | null {
  const mark = b.table.snapshot();
  const self = b.fresh();
  const args = [
    self,
    ...b.items
      .generics(trait)
      .params.slice(1)
      .map(() => b.fresh()),
  ];
  const declared = b.items.instantiate(b.items.fnSignature(fn).params[0] ?? UNKNOWN, args);
  if (b.table.unify(b.solver.normalise(declared), receiver)) {
    const actual = b.table.shallow(self);
    const solution = b.table.isVar(actual) ? "none" : b.solver.solve(trait, args).kind;
    if (solution !== "none" && (solution !== "open" || !trait.knownBy || mayHold(b, trait, actual, sure)))
      return { fn, args, impl: null, receiver, byBound: false };
  }
  b.table.rollback(mark);
  return null;
}
