/**
 * Method look-up (Reference, "Method-call expressions"): for each autoderef step of the receiver, by value, then
 * `&`, then `&mut`; inherent methods and those a bound promises before traits in scope.
 */
import type { AdtDef, FnDef, TraitDef } from "../names/defs.ts";
import { headOf, type Impl, type InherentFn } from "../types/impls.ts";
import type { Predicate } from "../types/items.ts";
import { Kind, type Ty, TyFlag, UNKNOWN } from "../types/store.ts";
import type { Body } from "./body.ts";
import { type NamedTraits, type Probe, type ProbeResult, probeWith } from "./methods.ts";
import { isStdMarker } from "./solve.ts";
import { VarKind } from "./table.ts";

/** Which traits count: those that certainly hold, those that may, or such as no impl at hand speaks for: of crates not at hand, or written by macros. */
type Certainty = "sure" | "maybe" | "unseen" | "written";

/** Of types about which a body of its own knows more than others. */
const BODY_FLAGS = TyFlag.Var | TyFlag.Param | TyFlag.Projection;

const MAX_STEPS = 12;
const NO_TYPED: readonly TypedMethod[] = [];

/** The types that `*` leads to, one after the other, without the type itself; arrays end as slices. */
export function* autoderef(b: Body, ty: Ty): Generator<Ty> {
  let at = stepAfter(b, b.resolve(ty), 0);
  for (let step = 1; at !== null; step++) {
    yield at;
    at = stepAfter(b, at, step);
  }
}

/** What follows a type in that chain, the `step`-th from the beginning; null at the end. */
function stepAfter(b: Body, ty: Ty, step: number): Ty | null {
  const next = step < MAX_STEPS ? derefOnce(b, ty) : null;
  if (next !== null) return b.resolve(next);
  return b.store.kind(ty) === Kind.Array ? b.store.slice(b.store.arg(ty)) : null;
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
  const { solver, store } = b;
  solver.refresh();
  const named = traitsNamed(b, name);
  const start = b.resolve(receiver);
  // What is behind the reference decides as well: `v.get(i).unwrap().as_ref()`.
  for (let behind = start; store.kind(behind) === Kind.Ref; ) behind = b.resolve(store.arg(behind));
  const key = b.table.full(start);
  if (store.flags(key) & BODY_FLAGS || b.module.inactive || solver.bounds.hasConcrete)
    return probeSteps(b, start, name, named.traits);
  if (named.version !== solver.version) named.known.clear();
  named.version = solver.version;
  const known = named.known.get(key);
  if (known) return known;
  b.metPrivate = false;
  const result = finalResult(b, probeSteps(b, start, name, named.traits));
  if (!b.metPrivate && isSaid(b, result)) named.known.set(key, result);
  return result;
}

/** The result with what its variables stand for. */
function finalResult(b: Body, result: ProbeResult): ProbeResult {
  if (result.found === null) return result;
  const { fn, args, impl, receiver, byBound, passed, isLikely } = result.found;
  const all = (types: readonly Ty[]): Ty[] => types.map((ty) => b.table.full(ty));
  const found: Probe = {
    fn,
    args: all(args),
    impl,
    receiver: b.table.full(receiver),
    byBound,
    passed: passed && all(passed),
    isLikely,
    types: null,
  };
  return { found };
}

/** Whether the result would be the same in any other body. */
function isSaid(b: Body, { found }: ProbeResult): boolean {
  return found === null || !found.args.some((arg) => b.store.flags(arg) & BODY_FLAGS);
}

function probeSteps(b: Body, start: Ty, name: string, inScope: readonly TraitDef[]): ProbeResult {
  let isUnknown = false;
  const typed = b.methods.hasTypedSelf(name) ? typedSelfMethods(b, [start, ...autoderef(b, start)], name) : NO_TYPED;
  const passed: Ty[] = [];
  let doubtful: Probe | null = null;
  b.doubtful = null;
  let count = 0;
  for (let step: Ty | null = start; step !== null; step = stepAfter(b, step, count++)) {
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
  // Nothing else has the method: the bounds hold by an impl that is not at hand, or that a macro writes.
  const other = isUnknown ? null : (doubtful ?? probeWritten(b, passed, name, inScope));
  if (other) return { found: probeWith(other, { isLikely: true }) };
  return { found: null, reason: isUnknown ? "unknown-receiver" : "no-such-method", steps: passed };
}

/** The method of a trait whose declaration is not at hand, and which may hold for one of the steps though no impl at hand says so. */
function probeForeign(b: Body, steps: readonly Ty[], name: string, inScope: readonly TraitDef[]): Probe | null {
  for (const trait of inScope) {
    if (!trait.knownBy) continue;
    for (const step of steps) {
      for (let borrow = 0; borrow < 3; borrow++) {
        const receiver = borrowed(b, step, borrow);
        const found = probeTrait(b, trait, receiver, targetOf(b, receiver), formOf(b, receiver), name, "unseen");
        if (found) return found;
      }
    }
  }
  return null;
}

/**
 * The method of a trait that holds for one of the steps by what macros that are not known may write for the types; among those of several traits, the one
 * of the trait that the macros' arguments name. Null when that leaves more than one.
 */
function probeWritten(b: Body, steps: readonly Ty[], name: string, inScope: readonly TraitDef[]): Probe | null {
  const marked = steps.flatMap((step) => b.solver.marked(step));
  if (marked.length === 0) return null;
  const traits = inScope.filter((trait) => trait.knownBy === null);
  for (const step of steps) {
    for (let borrow = 0; borrow < 3; borrow++) {
      const receiver = borrowed(b, step, borrow);
      const target = targetOf(b, receiver);
      const form = formOf(b, receiver);
      const found = traits.flatMap((trait) => probeTrait(b, trait, receiver, target, form, name, "written") ?? []);
      if (found.length === 0) continue;
      const named = found.filter(({ fn }) => marked.some((adt) => isNamedBy(adt, fn.container as TraitDef)));
      return found.length === 1 ? found[0]! : named.length === 1 ? named[0]! : null;
    }
  }
  return null;
}

/** Whether an attribute of the type has the trait's name among its arguments. */
function isNamedBy({ item }: AdtDef, { name }: TraitDef): boolean {
  return item.attrs.some(({ args }) => args.split(/\W+/).includes(name));
}

/** A step by value, by `&`, by `&mut`. */
function borrowed(b: Body, step: Ty, borrow: number): Ty {
  return borrow === 0 ? step : b.store.ref(step, borrow === 2);
}

/** What a receiver refers to; Unknown for what is no reference. */
function targetOf({ store, table }: Body, receiver: Ty): Ty {
  return store.kind(receiver) === Kind.Ref ? table.shallow(store.arg(receiver)) : UNKNOWN;
}

/** The form of `self` that takes what a receiver refers to; none for what is no reference. */
function formOf({ store }: Body, receiver: Ty): "" | "ref" | "refMut" {
  if (store.kind(receiver) !== Kind.Ref) return "";
  return store.payload(receiver) === 1 ? "refMut" : "ref";
}

function isDerived(b: Body, ty: Ty): boolean {
  return b.kindOf(b.table.shallow(ty)) === Kind.Derived;
}

/** Traits whose method of this name may be called here: those in scope, and the one being implemented or declared. */
function traitsNamed(b: Body, name: string): NamedTraits {
  const { crate } = b.module;
  const named = b.methods.traits(crate, b.items.names.traitsInScope(b.module), name);
  const own = b.ownTrait;
  if (own === null || named.traits.includes(own) || !b.items.memberFn(own, name)) return named;
  return named.and(own);
}

function probeStep(
  b: Body,
  step: Ty,
  name: string,
  inScope: readonly TraitDef[],
  typed: readonly TypedMethod[],
): Probe | null {
  for (let borrow = 0; borrow < 3; borrow++) {
    const receiver = borrowed(b, step, borrow);
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
  const target = targetOf(b, receiver);
  const refForm = formOf(b, receiver);
  const isRef = refForm !== "";
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
  const { names } = b.items;
  const { module } = b;
  let isAny = false;
  for (const { fn } of fns) {
    if (names.canName(module.crate.root, fn)) continue;
    isAny = true;
    if (fn.module.crate === module.crate) b.metPrivate = true;
  }
  return isAny ? fns.filter(({ fn }) => names.canName(module, fn)) : fns;
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
  if (impl.trait !== null || (others === 1 && traitsNamed(b, fn.name).traits.length === 0)) return true;
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
  if (b.table.clashes(impl.self, self)) return null;
  const fresh = b.table.freshFor(impl.params);
  const header = b.items.instantiate(impl.self, fresh);
  if (!b.table.tryUnify(b.solver.normalise(header), self)) return null;
  if (!impl.allowsUnsized && fresh.some((v) => b.solver.bounds.isUnsized(b.table.shallow(v)))) return null;
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
    for (const bound of b.solver.bounds.on(self)) {
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
  for (const bound of b.solver.bounds.on(self)) {
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
    (sure === "written" && b.solver.mayBeWritten(trait, args)) ||
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
