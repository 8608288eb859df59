/** Operators (Reference, "Operator expressions"): built in on primitive types, else calls of the operator's trait. */

import { Tag, UnaryOp } from "../facts/ir.ts";
import type { Ref } from "../facts/types.ts";
import type { TraitDef } from "../names/defs.ts";
import { Kind, type Ty, UNKNOWN } from "../types/store.ts";
import type { Body } from "./body.ts";
import { coerce } from "./coerce.ts";
import { inferExpr, inferPlace } from "./expr.ts";
import { derivedOf } from "./foreign.ts";
import { autoderef } from "./method.ts";
import { VarKind } from "./table.ts";

interface Operator {
  readonly trait: string;
  readonly method: string;
}

const ARITHMETIC: Readonly<Record<string, Operator>> = {
  "+": { trait: "core::ops::Add", method: "add" },
  "-": { trait: "core::ops::Sub", method: "sub" },
  "*": { trait: "core::ops::Mul", method: "mul" },
  "/": { trait: "core::ops::Div", method: "div" },
  "%": { trait: "core::ops::Rem", method: "rem" },
  "&": { trait: "core::ops::BitAnd", method: "bitand" },
  "|": { trait: "core::ops::BitOr", method: "bitor" },
  "^": { trait: "core::ops::BitXor", method: "bitxor" },
  "<<": { trait: "core::ops::Shl", method: "shl" },
  ">>": { trait: "core::ops::Shr", method: "shr" },
};

const COMPARISON: Readonly<Record<string, Operator>> = {
  "==": { trait: "core::cmp::PartialEq", method: "eq" },
  "!=": { trait: "core::cmp::PartialEq", method: "ne" },
  "<": { trait: "core::cmp::PartialOrd", method: "lt" },
  "<=": { trait: "core::cmp::PartialOrd", method: "le" },
  ">": { trait: "core::cmp::PartialOrd", method: "gt" },
  ">=": { trait: "core::cmp::PartialOrd", method: "ge" },
};

const ASSIGNMENT: Readonly<Record<string, Operator>> = Object.fromEntries(
  Object.entries(ARITHMETIC).map(([op, { trait, method }]) => [
    op,
    { trait: `${trait}Assign`, method: `${method}_assign` },
  ]),
);

const SHIFTS: ReadonlySet<string> = new Set(["<<", ">>"]);

function isNumber(b: Body, ty: Ty): boolean {
  if (b.table.isVar(ty)) return b.table.varKind(ty) !== VarKind.General;
  return b.store.isInt(ty) || b.store.isFloat(ty);
}

function isScalar(b: Body, ty: Ty): boolean {
  return isNumber(b, ty) || ty === b.store.bool || ty === b.store.char;
}

/** The type behind references. */
export function peel(b: Body, ty: Ty): Ty {
  let at = b.resolve(ty);
  while (b.kindOf(at) === Kind.Ref) at = b.resolve(b.store.arg(at));
  return at;
}

/** The type of `left op right` with the left operand's type at hand. */
export function inferBinary(b: Body, op: string, left: Ty, rightRef: Ref, pos: number): Ty {
  if (op === "&&" || op === "||") {
    coerce(b, inferExpr(b, rightRef, b.store.bool), b.store.bool);
    return b.store.bool;
  }
  const comparison = COMPARISON[op];
  if (comparison) {
    compare(b, comparison, left, rightRef, pos);
    return b.store.bool;
  }
  const arithmetic = ARITHMETIC[op];
  return arithmetic ? calculate(b, op, arithmetic, left, rightRef, pos) : UNKNOWN;
}

function compare(b: Body, operator: Operator, left: Ty, rightRef: Ref, pos: number): void {
  const l = b.resolve(left);
  const r = b.resolve(inferPlace(b, rightRef, l));
  if (isScalar(b, l) || b.table.isVar(l) || isScalar(b, r)) {
    b.table.tryUnify(l, r);
    if (isScalar(b, b.table.shallow(l))) return;
  }
  operatorSite(b, operator, [l, r], pos);
}

function calculate(b: Body, op: string, operator: Operator, left: Ty, rightRef: Ref, pos: number): Ty {
  const l = b.resolve(left);
  const isShift = SHIFTS.has(op);
  const r = b.resolve(inferExpr(b, rightRef, isNumber(b, l) && !isShift ? l : UNKNOWN));
  const bareLeft = peel(b, l);
  const bareRight = peel(b, r);
  if ((isNumber(b, bareLeft) && isNumber(b, bareRight)) || (bareLeft === b.store.bool && bareRight === b.store.bool)) {
    if (isShift) return bareLeft;
    b.table.tryUnify(bareLeft, bareRight);
    return b.table.shallow(bareLeft);
  }
  const trait = b.items.trait(operator.trait);
  const output = trait && b.items.associatedType(trait, "Output");
  if (!output) return UNKNOWN;
  const args = [l, coercedOperand(b, trait, l, r)];
  operatorSite(b, operator, args, pos);
  return b.solver.normalise(b.store.make(Kind.Projection, output.id, args));
}

/** The right operand as the operator takes it: where its type has no impl, the only one there is may have it coerced (`String + &String`). */
function coercedOperand(b: Body, trait: TraitDef, left: Ty, right: Ty): Ty {
  if (b.kindOf(right) !== Kind.Ref || b.solver.solve(trait, [left, right]).kind !== "none") return right;
  const mark = b.table.snapshot();
  const wanted = b.fresh();
  const only = b.solver.solve(trait, [left, wanted]);
  if ((only.kind === "impl" || only.kind === "bound") && !b.table.isVar(b.table.shallow(wanted))) {
    coerce(b, right, wanted);
    return b.table.full(wanted);
  }
  b.table.rollback(mark);
  return right;
}

/** Notes the implicit call of an operator's method. */
function operatorSite(b: Body, operator: Operator, args: readonly Ty[], pos: number): void {
  const trait = b.items.trait(operator.trait);
  const fn = trait && b.items.memberFn(trait, operator.method);
  if (!trait || !fn) return;
  // Which integer a literal is may follow from the only impl there is.
  if (args.some((arg) => b.table.isVar(arg))) b.solver.require({ trait, args, bindings: [] });
  implicitCall(b, trait, operator.method, args, pos);
}

/** Traits whose method runs in place of another's where the place is changed. */
const MUTABLE: Readonly<Record<string, Operator>> = {
  deref: { trait: "core::ops::DerefMut", method: "deref_mut" },
  index: { trait: "core::ops::IndexMut", method: "index_mut" },
};

/**
 * Notes the `Deref::deref` calls that reading the place at `ref` makes. Only workspace types and parameters are noted:
 * std's smart pointers are everywhere, and lead nowhere in a workspace.
 */
export function noteDerefs(b: Body, passed: readonly Ty[], ref: Ref, pos: number): void {
  for (const ty of passed) {
    const kind = b.kindOf(ty);
    const isOurs = kind === Kind.Adt && b.items.names.adts[b.store.payload(ty)]!.unit.crate.origin === "workspace";
    if (!isOurs && kind !== Kind.Param) continue;
    const trait = b.items.trait("core::ops::Deref");
    if (trait) b.notePlace(ref, () => implicitCall(b, trait, "deref", [ty], pos));
  }
}

/** The place at `ref` is changed: what was noted as `deref` and `index` on the way to it is `deref_mut` and `index_mut`. */
export function changePlace(b: Body, ref: Ref): void {
  for (let at = ref; ; at = b.op(at, 0)) {
    for (const site of b.placeSites(at)) {
      const operator = MUTABLE[site.target?.name ?? ""];
      const trait = operator && b.items.trait(operator.trait);
      const fn = trait && b.items.memberFn(trait, operator.method);
      if (fn) site.target = fn;
    }
    const tag = b.tag(at);
    if (tag === Tag.Unary && b.op(at, 0) === UnaryOp.Deref) {
      changePlace(b, b.op(at, 1));
      return;
    }
    if (tag !== Tag.Field && tag !== Tag.Index) return;
  }
}

/** Notes that `trait::method` runs for `args` without being written. */
export function implicitCall(b: Body, trait: TraitDef, method: string, args: readonly Ty[], pos: number): void {
  const fn = b.items.memberFn(trait, method);
  const self = b.table.shallow(args[0] ?? UNKNOWN);
  if (!fn || self === UNKNOWN || b.kindOf(self) === Kind.Derived) return;
  const want = b.items.generics(trait).params.length;
  const full = [...args.slice(0, want)];
  while (full.length < want) full.push(b.fresh());
  b.foundInTrait(pos, "operator", "implicit", fn, full, "operator");
}

/** `left op= right`. */
export function inferAssignOp(b: Body, ref: Ref): Ty {
  const op = b.name(ref, 0);
  const left = b.resolve(inferExpr(b, b.op(ref, 1), UNKNOWN));
  changePlace(b, b.op(ref, 1));
  const right = b.resolve(inferExpr(b, b.op(ref, 2), isNumber(b, left) && !SHIFTS.has(op) ? left : UNKNOWN));
  if (isNumber(b, left) || left === b.store.bool) {
    if (!SHIFTS.has(op)) b.table.tryUnify(left, peel(b, right));
    return b.store.unit;
  }
  const operator = ASSIGNMENT[op];
  const trait = operator && b.items.trait(operator.trait);
  if (trait) operatorSite(b, operator, [left, coercedOperand(b, trait, left, right)], b.start(ref));
  return b.store.unit;
}

/** `*e`, `-e`, `!e`. */
export function inferUnary(b: Body, ref: Ref, expected: Ty): Ty {
  const op = b.op(ref, 0);
  if (op === UnaryOp.Deref) return dereference(b, b.resolve(inferPlace(b, b.op(ref, 1), UNKNOWN)), ref);
  const ty = b.resolve(inferExpr(b, b.op(ref, 1), expected));
  const bare = peel(b, ty);
  if (isNumber(b, bare) || bare === b.store.bool) return bare;
  const operator =
    op === UnaryOp.Neg ? { trait: "core::ops::Neg", method: "neg" } : { trait: "core::ops::Not", method: "not" };
  const trait = b.items.trait(operator.trait);
  const output = trait && b.items.associatedType(trait, "Output");
  if (!output) return UNKNOWN;
  operatorSite(b, operator, [ty], b.start(ref));
  return b.solver.normalise(b.store.make(Kind.Projection, output.id, [ty]));
}

function dereference(b: Body, ty: Ty, ref: Ref): Ty {
  const kind = b.kindOf(ty);
  if (kind === Kind.Ref || kind === Kind.Ptr) return b.store.arg(ty);
  noteDerefs(b, [ty], ref, b.start(ref));
  for (const step of autoderef(b, ty)) return step;
  return derivedOf(b, ty) ?? UNKNOWN;
}

const RANGE_TYPES: ReadonlySet<string> = new Set([
  "Range",
  "RangeFrom",
  "RangeTo",
  "RangeFull",
  "RangeInclusive",
  "RangeToInclusive",
]);

/** `base[index]`, the Index record being at `ref`. */
export function inferIndex(b: Body, base: Ty, ref: Ref): Ty {
  const index = b.resolve(inferExpr(b, b.op(ref, 1), UNKNOWN));
  const byType = b.kindOf(index) === Kind.Adt && !isRange(b, index);
  const start = b.resolve(base);
  const passed: Ty[] = [];
  for (const step of [start, ...autoderef(b, start)]) {
    const kind = b.kindOf(step);
    if (kind === Kind.Unknown || kind === Kind.Var) return UNKNOWN;
    const derived = derivedOf(b, step);
    if (derived !== null) return derived;
    const isSequence = kind === Kind.Array || kind === Kind.Slice;
    const found = isSequence && !byType ? indexSlice(b, b.store.arg(step), index) : indexBy(b, step, index, ref);
    if (found !== null) {
      noteDerefs(b, passed, ref, b.start(ref));
      return found;
    }
    passed.push(step);
  }
  return UNKNOWN;
}

function isRange(b: Body, ty: Ty): boolean {
  return b.kindOf(ty) === Kind.Adt && RANGE_TYPES.has(b.items.names.adts[b.store.payload(ty)]!.name);
}

function indexSlice(b: Body, element: Ty, index: Ty): Ty {
  if (isRange(b, index)) return b.store.slice(element);
  b.table.tryUnify(index, b.store.usize);
  return element;
}

function indexBy(b: Body, step: Ty, index: Ty, ref: Ref): Ty | null {
  const trait = b.items.trait("core::ops::Index");
  const output = trait && b.items.associatedType(trait, "Output");
  if (!trait || !output) return null;
  const by = indexType(b, trait, step, index);
  if (by === null) return null;
  b.notePlace(ref, () => implicitCall(b, trait, "index", [step, by], b.start(ref)));
  return b.solver.normalise(b.store.make(Kind.Projection, output.id, [step, by]));
}

/** The type by which `step` is indexed: that of the index, or what the only impl there is has it coerced to; null when it is not. */
function indexType(b: Body, trait: TraitDef, step: Ty, index: Ty): Ty | null {
  const mark = b.table.snapshot();
  const given = b.solver.solve(trait, [step, index]);
  if (given.kind !== "none" && given.kind !== "open") return index;
  b.table.rollback(mark);
  const wanted = b.fresh();
  const only = b.solver.solve(trait, [step, wanted]);
  if (only.kind !== "none" && only.kind !== "open" && coerce(b, index, wanted)) return wanted;
  b.table.rollback(mark);
  return null;
}
