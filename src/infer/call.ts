/** Calls: arguments against parameters, expectations from the result, values that are called. */
import { Tag } from "../facts/ir.ts";
import type { Ref } from "../facts/types.ts";
import type { TraitDef } from "../names/defs.ts";
import { plainName, readPath } from "../types/code.ts";
import type { FnSignature } from "../types/items.ts";
import { Kind, type Ty, TyFlag, UNKNOWN } from "../types/store.ts";
import type { Body } from "./body.ts";
import { inferBuiltin, isBuiltin } from "./builtin.ts";
import { gapOf, reasonOfMethod } from "./cause.ts";
import { coerce } from "./coerce.ts";
import { inferExpr } from "./expr.ts";
import { derivedFrom, probeParts } from "./foreign.ts";
import { autoderef, probeMethod } from "./method.ts";
import { type CallTypes, type Probe, type ProbeResult, probeWith } from "./methods.ts";
import { changePlace, noteDerefs } from "./operator.ts";
import { CALLED, fnArgs, resolveValue } from "./path.ts";
import { adtType, fieldTypes, withoutCfg } from "./pattern.ts";

/** The type of `callee(args)`. */
export function inferCall(b: Body, ref: Ref, expected: Ty): Ty {
  return b.during(ref, () => callOf(b, ref, expected));
}

function callOf(b: Body, ref: Ref, expected: Ty): Ty {
  const callee = b.op(ref, 0);
  const args = b.list(b.op(ref, 1));
  if (b.tag(callee) !== Tag.Path_) return callValue(b, ref, inferExpr(b, callee, UNKNOWN), args, expected);
  const pathRef = b.op(callee, 0);
  const plain = plainName(b.unit, pathRef);
  if (isBuiltin(plain)) return inferBuiltin(b, plain, args, b.start(ref));
  const value = resolveValue(b, pathRef, CALLED);
  switch (value.kind) {
    case "fn": {
      const { formals, ret } = instantiated(b, b.items.fnSignature(value.fn), value.args);
      return callWith(b, formals, ret, args, expected);
    }
    case "constructor":
      b.constructs(value.of);
      return callWith(b, fieldTypes(b, value.of, value.args), adtType(b, value.of, value.args), args, expected);
    case "foreign":
      return callForeignPath(b, pathRef, value.type, args);
    case "local":
    case "const":
      return callValue(b, ref, value.type, args, expected);
    default:
      return callUnknown(b, args);
  }
}

/** Checks arguments whose parameters are not known: only for the calls inside them. */
export function callUnknown(b: Body, args: readonly Ref[]): Ty {
  for (const arg of args) inferExpr(b, withoutCfg(b, arg), UNKNOWN);
  return UNKNOWN;
}

/**
 * Checks arguments against parameters; closures last, since the others tell what they take (as rustc does). What bounds make of the others is taken
 * in at once: a function that is passed tells what comes out, and that tells whose method is called on it.
 */
export function callWith(b: Body, formals: readonly Ty[], ret: Ty, args: readonly Ref[], expected: Ty): Ty {
  const hints = expectedInputs(b, formals, ret, expected);
  const closures: number[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = withoutCfg(b, args[i]!);
    if (arg === 0) continue;
    if (b.tag(arg) === Tag.Closure) closures.push(i);
    else passArgument(b, arg, formals[i] ?? UNKNOWN, hints[i] ?? UNKNOWN);
  }
  if (args.length > 0) b.solver.settle();
  for (const i of closures) passArgument(b, withoutCfg(b, args[i]!), formals[i] ?? UNKNOWN, hints[i] ?? UNKNOWN);
  return ret;
}

function passArgument(b: Body, arg: Ref, formal: Ty, hint: Ty): void {
  const actual = inferExpr(
    b,
    arg,
    b.table.isVar(b.table.shallow(formal)) && hint !== UNKNOWN ? preferOpen(b, formal, hint) : formal,
  );
  coerce(b, actual, formal);
  // A place that holds a mutable reference is borrowed anew.
  if (isMutable(b, formal) && isMutable(b, actual)) changePlace(b, arg);
}

function isMutable(b: Body, ty: Ty): boolean {
  const at = b.table.shallow(ty);
  return b.kindOf(at) === Kind.Ref && b.store.payload(at) === 1;
}

/** A still open parameter keeps its bounds (a closure's signature hangs on them); else what the result's expected type tells. */
function preferOpen(b: Body, formal: Ty, hint: Ty): Ty {
  for (const _ of b.solver.pendingOn(b.table.shallow(formal))) return formal;
  return hint;
}

/**
 * What the expected type of the result says about the parameters, without committing to it: the result may still
 * be coerced (`Box::new(x)` where `Box<dyn T>` is wanted).
 */
function expectedInputs(b: Body, formals: readonly Ty[], ret: Ty, expected: Ty): readonly Ty[] {
  const wanted = b.table.shallow(expected);
  if (wanted === UNKNOWN || b.table.isVar(wanted) || formals.length === 0) return formals;
  const mark = b.table.snapshot();
  const hints = b.table.unify(ret, wanted) ? formals.map((f) => b.table.full(f)) : formals;
  b.table.rollback(mark);
  return hints;
}

/** Calls a value: a closure, function pointer, function item, or anything with a `Fn` bound, through references. */
export function callValue(b: Body, ref: Ref, callee: Ty, args: readonly Ref[], expected: Ty): Ty {
  const at = b.resolve(callee);
  for (const step of [at, ...autoderef(b, at)]) {
    const signature = b.solver.callable(step) ?? boundSignature(b, step, args.length);
    if (!signature) continue;
    b.local(b.start(ref));
    const known = signature.map((t) => b.solver.normalise(t));
    return callWith(b, known.slice(0, -1), known[known.length - 1]!, args, expected);
  }
  b.missed(ref, b.start(ref), "value", "", gapOf(b, b.op(ref, 0)) ?? "unknown-callee");
  return callUnknown(b, args);
}

/** Parameters and return type by a `Fn`-like bound or impl. */
function boundSignature(b: Body, ty: Ty, arity: number): readonly Ty[] | null {
  const kind = b.kindOf(ty);
  if (kind === Kind.Unknown || kind === Kind.Ref || b.table.isVar(ty) || !b.solver.fnOutput) return null;
  const params = Array.from({ length: arity }, () => b.fresh());
  const tuple = b.store.tuple(params);
  for (const trait of b.solver.fnTraits) {
    const found = b.solver.solve(trait, [ty, tuple]);
    if (found.kind !== "bound" && found.kind !== "impl") continue;
    return [...params, returnOf(b, trait, [ty, tuple])];
  }
  const output = commonOutput(b, ty, arity);
  return output === null ? null : [...params, output];
}

/** What a call gives by all of several bounds alike, of which the arguments choose one; Unknown where they differ, null where there is none. */
function commonOutput(b: Body, ty: Ty, arity: number): Ty | null {
  const outputs = new Set<Ty>();
  for (const { trait, args, bindings } of b.solver.bounds.on(ty)) {
    const output = bindings.find(({ alias }) => alias === b.solver.fnOutput);
    const inputs = b.store.args(b.table.shallow(args[1] ?? UNKNOWN));
    if (output !== undefined && inputs.length === arity && b.solver.fnTraits.has(trait)) outputs.add(output.type);
  }
  const [only] = outputs;
  return only !== undefined && outputs.size > 1 ? UNKNOWN : (only ?? null);
}

/** What a call by one of the `Fn` traits gives: a future of the output by the async ones. */
function returnOf(b: Body, trait: TraitDef, args: readonly Ty[]): Ty {
  const { fnOutput, asyncFnOutput } = b.solver;
  const isAsync = asyncFnOutput !== null && b.items.traitClosure(trait).includes(asyncFnOutput.container as TraitDef);
  const alias = isAsync ? asyncFnOutput : fnOutput;
  const output = (alias && b.solver.project(alias, args)) ?? UNKNOWN;
  return isAsync ? b.store.future(output) : output;
}

/** The type of `receiver.name(args)` with the receiver's type at hand. */
export function inferMethodCall(b: Body, ref: Ref, receiver: Ty, expected: Ty): Ty {
  return b.during(ref, () => methodCallOf(b, ref, receiver, expected));
}

function methodCallOf(b: Body, ref: Ref, receiver: Ty, expected: Ty): Ty {
  const name = b.name(ref, 1);
  const args = b.list(b.op(ref, 3));
  const pos = b.op(ref, 4);
  const result = probeMethod(b, receiver, name);
  const found = result.found ?? probeParts(b, receiver, name);
  if (!found) {
    if (b.tag(b.op(ref, 0)) === Tag.Path_) b.owned?.keep();
    if (result.found === null) missMethod(b, ref, name, args.length, result);
    return callForeign(b, [receiver, ...turbofishTypes(b, b.op(ref, 2))], args);
  }
  noteReceiver(b, found, b.op(ref, 0), receiver, pos);
  const isLikely = found.isLikely === true || b.isDoubtful(receiver);
  const probe = isLikely && found.isLikely !== true ? probeWith(found, { isLikely }) : found;
  const given = callMethod(b, probe, pos, b.op(ref, 2), args, expected);
  return isLikely ? b.doubt(given) : given;
}

/** Notes a call whose method was not found: it is that of a type that is not at hand, if the way from the receiver ends at one. */
function missMethod(
  b: Body,
  ref: Ref,
  name: string,
  arity: number,
  result: Extract<ProbeResult, { found: null }>,
): void {
  const receiver = b.op(ref, 0);
  const pos = b.op(ref, 4);
  const { steps } = result;
  const last = steps[steps.length - 1];
  if (last !== undefined && b.kindOf(last) === Kind.External) noteDerefs(b, steps.slice(0, -1), receiver, pos);
  b.missed(ref, pos, "method", name, reasonOfMethod(b, receiver, result));
  if (result.reason === "unknown-receiver") b.receiverUnknown(arity);
}

/** Checks arguments of a function that is not at hand. What it gives comes from `from` and from what its closures give; they are given the like. */
function callForeign(b: Body, from: readonly Ty[], args: readonly Ref[]): Ty {
  const given = derivedFrom(b, from);
  const more: Ty[] = [];
  for (const entry of args) {
    const arg = withoutCfg(b, entry);
    const isCallable = b.tag(arg) === Tag.Closure;
    const ty = b.table.shallow(inferExpr(b, arg, isCallable ? given : UNKNOWN));
    const kind = b.kindOf(ty);
    if (kind === Kind.Closure || kind === Kind.FnItem || kind === Kind.Future) more.push(ty);
  }
  return more.length === 0 ? given : derivedFrom(b, [...more, ...from]);
}

/** What a path out of what is at hand gives when it is called: a type of its own holds what it is made of. */
function callForeignPath(b: Body, pathRef: Ref, type: Ty, args: readonly Ref[]): Ty {
  const written = readPath(b.unit, pathRef).args;
  if (type === UNKNOWN)
    return callForeign(
      b,
      written.flatMap((ref) => turbofishTypes(b, ref)),
      args,
    );
  const types = Array.from(args, (arg) => inferExpr(b, withoutCfg(b, arg), UNKNOWN));
  const path = b.items.externalPaths[b.store.payload(type)]!;
  return b.store.arity(type) > 0 ? type : b.items.externalType(path, types);
}

function turbofishTypes(b: Body, turbofish: Ref): Ty[] {
  return turbofish === 0 ? [] : Array.from(b.list(b.op(turbofish, 1)), (type) => b.type(type));
}

const TEMPORARIES: ReadonlySet<number> = new Set([Tag.Call, Tag.MethodCall, Tag.Struct]);

/** True for an expression that makes a value: without a name it lives to the end of the statement. */
export function isTemporary(b: Body, ref: Ref): boolean {
  return TEMPORARIES.has(b.tag(ref));
}

/** What reading the receiver runs: `deref` on the way, `deref_mut` and `index_mut` where the method changes it. */
function noteReceiver(b: Body, probe: Probe, receiver: Ref, type: Ty, pos: number): void {
  if (probe.passed) noteDerefs(b, probe.passed, receiver, pos);
  const { receiver: taken } = probe;
  if (b.owned && b.kindOf(taken) === Kind.Ref) {
    if (b.tag(receiver) === Tag.Path_) b.owned.keep();
    else if (isTemporary(b, receiver)) b.owns(type, b.start(receiver));
  }
  const isBorrowed = b.kindOf(taken) === Kind.Ref && b.store.payload(taken) === 1;
  if (isBorrowed) changePlace(b, receiver);
}

function callMethod(b: Body, probe: Probe, pos: number, turbofish: Ref, args: readonly Ref[], expected: Ty): Ty {
  const { fn } = probe;
  const first = b.sites.length;
  if (probe.impl) b.foundOn(pos, fn, probe.receiver);
  else b.foundInTrait(pos, "method", "call", fn, probe.args, probe.byBound ? "bound" : "trait-method");
  if (!probe.impl && fn.container?.kind === "trait")
    b.solver.require({ trait: fn.container, args: probe.args, bindings: [] });
  const site = b.sites[first];
  if (probe.isLikely && site?.confidence === "exact") site.confidence = "likely";
  const { formals, ret } = probe.types ?? callTypes(b, probe, turbofish);
  if (formals[0] !== undefined) coerce(b, probe.receiver, formals[0]);
  return callWith(b, formals.slice(1), ret, args, expected);
}

/** The types of a call of the method found; they are kept with one that is, when nothing of them is open. */
function callTypes(b: Body, probe: Probe, turbofish: Ref): CallTypes {
  const { fn } = probe;
  const all = fnArgs(b, fn, probe.args, turbofish);
  const signature = b.items.fnSignature(fn);
  const types = instantiated(b, signature, all);
  const isOpen = (ty: Ty): boolean => (b.store.flags(ty) & (TyFlag.Var | TyFlag.Param | TyFlag.Projection)) !== 0;
  const isKept = probe.types === null && signature.generics.params.length === probe.args.length;
  if (isKept && !probe.args.some(isOpen) && !types.formals.some(isOpen) && !isOpen(types.ret)) probe.types = types;
  return types;
}

/** The types of a function with arguments in the place of its parameters. */
function instantiated(b: Body, { params, ret }: FnSignature, args: readonly Ty[]): CallTypes {
  const formals = params.map((p) => b.solver.normalise(b.items.instantiate(p, args)));
  return { formals, ret: b.solver.normalise(b.items.instantiate(ret, args)) };
}
