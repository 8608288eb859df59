/**
 * Expressions: `inferExpr` gives the type of a record; what is expected flows down as a hint, the caller coerces.
 *
 * Chains that lean to the left (`a.b().c()`, `a + b + c`) are unrolled, so that their length costs no stack.
 */
import { BlockFlag, Lit, Tag } from "../facts/ir.ts";
import type { Ref } from "../facts/types.ts";
import type { Module } from "../names/defs.ts";
import type { ExpandedBody } from "../names/types.ts";
import { Kind, type Ty, TyFlag, UNKNOWN } from "../types/store.ts";
import type { Body } from "./body.ts";
import { inferCall, inferMethodCall, isTemporary } from "./call.ts";
import { inferClosure } from "./closure.ts";
import { Branches, castTo, coerce } from "./coerce.ts";
import { derivedFrom, derivedOf, foreignField } from "./foreign.ts";
import { autoderef } from "./method.ts";
import {
  changePlace,
  implicitCall,
  inferAssignOp,
  inferBinary,
  inferIndex,
  inferUnary,
  noteDerefs,
  peel,
} from "./operator.ts";
import { pathType } from "./path.ts";
import { adtType, bindPattern, structOf, withoutCfg } from "./pattern.ts";
import { VarKind } from "./table.ts";

/** Returns the type of the expression at `ref`; `expected` (Unknown for none) is a hint. */
export function inferExpr(b: Body, ref: Ref, expected: Ty): Ty {
  if (ref === 0) return b.store.unit;
  if (b.depth >= MAX_DEPTH) return UNKNOWN;
  b.depth++;
  const ty = inferSpine(b, ref, expected);
  b.depth--;
  b.lastPos = b.start(ref);
  return ty;
}

/** Likewise, of an expression that stands for a place: a local there is not moved. */
export function inferPlace(b: Body, ref: Ref, expected: Ty): Ty {
  const ty = inferExpr(b, ref, expected);
  if (b.owned && b.tag(ref) === Tag.Path_) b.owned.keep();
  return ty;
}

/** How much nesting is followed before an expression counts as unknown. */
const MAX_DEPTH = 600;

/** Tags whose first operand is the expression they lean on. */
const POSTFIX = new Uint8Array(256);
for (const tag of [Tag.MethodCall, Tag.Field, Tag.Index, Tag.Try, Tag.Await]) POSTFIX[tag] = 1;

function inferSpine(b: Body, ref: Ref, expected: Ty): Ty {
  const tag = b.tag(ref);
  if (POSTFIX[tag] === 1) return inferPostfix(b, ref, expected);
  if (tag === Tag.Binary) return inferBinaries(b, ref, expected);
  return inferOne(b, ref, expected);
}

function inferPostfix(b: Body, ref: Ref, expected: Ty): Ty {
  const spine: Ref[] = [];
  let at = ref;
  for (; POSTFIX[b.tag(at)] === 1; at = b.op(at, 0)) spine.push(at);
  const first = b.tag(spine[spine.length - 1]!);
  const isPlace = first === Tag.Field || first === Tag.Index;
  let ty = isPlace ? inferPlace(b, at, UNKNOWN) : inferExpr(b, at, UNKNOWN);
  for (let i = spine.length - 1; i >= 0; i--) ty = applyPostfix(b, spine[i]!, ty, i === 0 ? expected : UNKNOWN);
  return ty;
}

function applyPostfix(b: Body, ref: Ref, base: Ty, expected: Ty): Ty {
  if (b.tag(ref) === Tag.MethodCall) return inferMethodCall(b, ref, base, expected);
  return b.like(partOf(b, ref, base), base);
}

function partOf(b: Body, ref: Ref, base: Ty): Ty {
  switch (b.tag(ref)) {
    case Tag.Field:
      return inferField(b, base, ref);
    case Tag.Index:
      return inferIndex(b, base, ref);
    case Tag.Try:
      return inferTry(b, base, b.unit.facts.code[ref + 2]! - 1);
    default:
      return inferAwait(b, base, b.unit.facts.code[ref + 2]! - "await".length);
  }
}

function inferBinaries(b: Body, ref: Ref, expected: Ty): Ty {
  const spine: Ref[] = [];
  let at = ref;
  for (; b.tag(at) === Tag.Binary; at = b.op(at, 1)) spine.push(at);
  const compares = isComparison(b, spine[spine.length - 1]!);
  let ty = compares ? inferPlace(b, at, UNKNOWN) : inferExpr(b, at, expected);
  for (let i = spine.length - 1; i >= 0; i--)
    ty = inferBinary(b, b.name(spine[i]!, 0), ty, b.op(spine[i]!, 2), b.start(spine[i]!));
  return ty;
}

function isComparison(b: Body, ref: Ref): boolean {
  const op = b.name(ref, 0);
  return op.endsWith("=") || op === "<" || op === ">";
}

function inferOne(b: Body, ref: Ref, expected: Ty): Ty {
  return RULES[b.tag(ref)]!(b, ref, expected);
}

/** Gives the type of one kind of expression. */
type Rule = (b: Body, ref: Ref, expected: Ty) => Ty;

/** The rules by tag: a switch would try thirty tags for the last of them. */
const RULES: Rule[] = new Array(256).fill(() => UNKNOWN);
const EXPRESSIONS: Readonly<Record<number, Rule>> = {
  [Tag.Path_]: (b, ref) => pathType(b, b.op(ref, 0)),
  [Tag.Literal]: inferLiteral,
  [Tag.Call]: inferCall,
  [Tag.Unary]: inferUnary,
  [Tag.Assign]: inferAssign,
  [Tag.AssignOp]: inferAssignOp,
  [Tag.Borrow]: inferBorrow,
  [Tag.Block]: inferBlock,
  [Tag.If]: inferIf,
  [Tag.LetCond]: inferLetCondition,
  [Tag.Match]: inferMatch,
  [Tag.Loop]: inferLoop,
  [Tag.While]: inferWhile,
  [Tag.For]: inferFor,
  [Tag.Break]: inferBreak,
  [Tag.Continue]: (b) => b.store.never,
  [Tag.Return]: inferReturn,
  [Tag.Closure]: inferClosure,
  [Tag.Struct]: inferStruct,
  [Tag.Tuple]: inferTuple,
  [Tag.Array]: inferArray,
  [Tag.Repeat]: inferArray,
  [Tag.Cast]: inferCast,
  [Tag.Range]: inferRange,
  [Tag.MacroCall]: (b, ref, expected) =>
    b.inExpansion(b.op(ref, 0), "statements", (expanded) => inferExpansion(b, expanded, expected)) ?? UNKNOWN,
  [Tag.Cfg]: (b, ref, expected) => {
    const inner = withoutCfg(b, ref);
    return inner === 0 ? b.store.unit : inferExpr(b, inner, expected);
  },
  [Tag.Broken]: (b, ref) => {
    for (const part of b.list(b.op(ref, 0))) inferExpr(b, part, UNKNOWN);
    return UNKNOWN;
  },
  [Tag.Yield]: (b, ref) => {
    inferExpr(b, b.op(ref, 0), UNKNOWN);
    return UNKNOWN;
  },
};
for (const [tag, rule] of Object.entries(EXPRESSIONS)) RULES[Number(tag)] = rule;

function inferLetCondition(b: Body, ref: Ref): Ty {
  const given = inferPlace(b, b.op(ref, 1), UNKNOWN);
  b.takesFrom(b.op(ref, 1));
  bindPattern(b, b.op(ref, 0), given);
  return b.store.bool;
}

function inferCast(b: Body, ref: Ref): Ty {
  const target = b.type(b.op(ref, 1));
  const actual = inferExpr(b, b.op(ref, 0), UNKNOWN);
  if (b.kindOf(target) !== Kind.Prim) castTo(b, actual, target);
  return target;
}

/** The expansion of a macro; what one that is not known makes of its arguments comes out of them. */
function inferExpansion(b: Body, { unit, root }: ExpandedBody, expected: Ty): Ty {
  const ty = inferBlock(b, root, expected);
  return unit.expansion?.guess != null ? derivedFrom(b, [ty]) : ty;
}

function inferLiteral(b: Body, ref: Ref, expected: Ty): Ty {
  const { store } = b;
  const suffix = b.name(ref, 1);
  const byExpected = b.table.shallow(expected);
  switch (b.op(ref, 0)) {
    case Lit.Int:
      if (suffix !== "") return store.prim(suffix) ?? UNKNOWN;
      return store.isInt(byExpected) ? byExpected : b.fresh(VarKind.Int);
    case Lit.Float:
      if (suffix !== "") return store.prim(suffix) ?? UNKNOWN;
      return store.isFloat(byExpected) ? byExpected : b.fresh(VarKind.Float);
    case Lit.Str:
      return store.ref(store.str, false);
    case Lit.ByteStr:
      return store.ref(store.array(store.u8, b.fresh()), false);
    case Lit.CStr:
      return store.ref(b.items.adtType("core::ffi::CStr", []), false);
    case Lit.Char:
      return store.char;
    case Lit.Byte:
      return store.u8;
    default:
      return store.bool;
  }
}

function inferAssign(b: Body, ref: Ref): Ty {
  const left = b.op(ref, 0);
  if (b.tag(left) === Tag.Underscore) {
    inferExpr(b, b.op(ref, 1), UNKNOWN);
    return b.store.unit;
  }
  const target = inferPlace(b, left, UNKNOWN);
  if (b.owned) b.owns(target, b.start(ref));
  changePlace(b, left);
  coerce(b, inferExpr(b, b.op(ref, 1), target), target);
  return b.store.unit;
}

function inferBorrow(b: Body, ref: Ref, expected: Ty): Ty {
  const wanted = b.table.shallow(expected);
  const kind = b.kindOf(wanted);
  const hint = kind === Kind.Ref || kind === Kind.Ptr ? b.store.arg(wanted) : UNKNOWN;
  const mutable = b.op(ref, 0) === 1;
  const isPlace = b.kindOf(b.table.shallow(hint)) === Kind.Slice || b.table.shallow(hint) === b.store.str;
  const inner = inferPlace(b, b.op(ref, 1), isPlace ? sliceHint(b, ref, hint) : hint);
  if (mutable) changePlace(b, b.op(ref, 1));
  return b.op(ref, 2) === 1 ? b.store.ptr(inner, mutable) : b.store.ref(inner, mutable);
}

/** `&[…]` where `&[T]` is wanted: the array's elements are wanted to be `T`. */
function sliceHint(b: Body, ref: Ref, hint: Ty): Ty {
  const tag = b.tag(b.op(ref, 1));
  const slice = b.table.shallow(hint);
  if ((tag === Tag.Array || tag === Tag.Repeat) && b.kindOf(slice) === Kind.Slice)
    return b.store.array(b.store.arg(slice), UNKNOWN);
  return UNKNOWN;
}

/** The type of a block; its items and locals are its own. */
export function inferBlock(b: Body, ref: Ref, expected: Ty): Ty {
  const flags = b.op(ref, 3);
  if (flags & BlockFlag.Async) return inferAsync(b, ref, expected);
  const label = b.name(ref, 4);
  if (label !== "") return inferLabelled(b, ref, label, expected);
  return plainBlock(b, ref, expected);
}

function plainBlock(b: Body, ref: Ref, expected: Ty): Ty {
  const { module, localCount } = b;
  const row = b.op(ref, 2);
  if (row >= 0) b.enterBlock(row);
  const ty = blockBody(b, ref, expected);
  b.dropLocals(localCount);
  b.enterModule(module);
  return ty;
}

function inferLabelled(b: Body, ref: Ref, label: string, expected: Ty): Ty {
  const frame = { label, type: b.fresh(), broken: false };
  b.loops.push(frame);
  const tail = plainBlock(b, ref, expected);
  b.loops.pop();
  if (!frame.broken) return tail;
  coerce(b, tail, frame.type);
  return frame.type;
}

function inferAsync(b: Body, ref: Ref, expected: Ty): Ty {
  const wanted = b.table.shallow(expected);
  const output = b.fresh();
  if (b.kindOf(wanted) === Kind.Future) b.table.tryUnify(output, b.store.arg(wanted));
  else if (b.solver.futureOutput && b.table.isVar(wanted)) {
    const known = b.solver.pendingProjection(wanted, b.solver.futureOutput);
    if (known !== null) b.table.tryUnify(output, known);
  }
  b.returns.push(output);
  coerce(b, plainBlock(b, ref, output), output);
  b.returns.pop();
  return b.store.future(output);
}

/** Statements and tail; a statement of type `!` makes the block diverge. `isStatement`: it is what a macro made of a statement, and so is its tail. */
function blockBody(b: Body, ref: Ref, expected: Ty, isStatement = false): Ty {
  let diverges = false;
  const statements = b.list(b.op(ref, 0));
  const tail = withoutCfg(b, b.op(ref, 1)) || takeTail(b, ref, statements);
  for (const entry of statements) if (inferStatement(b, entry)) diverges = true;
  if (tail === 0) return diverges ? b.store.never : b.store.unit;
  const isMacro = isStatement && b.tag(tail) === Tag.MacroCall;
  const ty = isMacro ? inferMacroStatement(b, tail) : inferExpr(b, tail, expected);
  return diverges ? b.store.never : ty;
}

/** Takes what becomes the value of a block where cfg leaves out all that follows: an expression that stands there without a semicolon. */
function takeTail(b: Body, ref: Ref, statements: Ref[]): Ref {
  let isLeftOut = b.op(ref, 1) !== 0;
  for (let at = statements.length - 1; at >= 0; at--) {
    const active = withoutCfg(b, statements[at]!);
    const isOpen = b.tag(active) === Tag.ExprStmt && b.op(active, 1) === 0;
    if (active !== 0 && !(isLeftOut && isOpen)) return 0;
    statements.length = at;
    if (active !== 0) return withoutCfg(b, b.op(active, 0));
    isLeftOut = true;
  }
  return 0;
}

/** Returns whether the statement diverges. */
function inferStatement(b: Body, entry: Ref): boolean {
  const statement = withoutCfg(b, entry);
  if (statement === 0) return false;
  if (b.tag(statement) === Tag.Let) {
    inferLet(b, statement);
    return false;
  }
  const isWrapped = b.tag(statement) === Tag.ExprStmt;
  const expr = isWrapped ? withoutCfg(b, b.op(statement, 0)) : statement;
  if (expr !== 0 && b.tag(expr) === Tag.MacroCall) return b.kindOf(inferMacroStatement(b, expr)) === Kind.Never;
  const isEnded = isWrapped && b.op(statement, 1) === 1;
  const ty = b.table.shallow(inferExpr(b, expr, isEnded ? UNKNOWN : b.store.unit));
  if (isEnded && b.owned && isTemporary(b, expr)) b.owns(ty, b.start(expr));
  return b.kindOf(ty) === Kind.Never;
}

/** A macro as a statement: what it declares, locals and items, is in scope for the rest of the block. */
function inferMacroStatement(b: Body, ref: Ref): Ty {
  let items: Module | null = null;
  const result = b.inExpansion(b.op(ref, 0), "statements", (expanded) => {
    const row = b.op(expanded.root, 2);
    if (row >= 0) b.enterBlock(row);
    const ty = blockBody(b, expanded.root, UNKNOWN, true);
    items = b.module;
    return ty;
  });
  if (items) b.enterModule(items);
  return result ?? UNKNOWN;
}

function inferLet(b: Body, ref: Ref): void {
  const [pattern, type, init, otherwise] = [b.op(ref, 0), b.op(ref, 1), b.op(ref, 2), b.op(ref, 3)];
  let ty = type !== 0 ? b.type(type) : b.fresh();
  if (init !== 0) {
    const actual = inferExpr(b, init, type !== 0 ? ty : UNKNOWN);
    if (type !== 0) coerce(b, actual, ty);
    else ty = actual;
  }
  if (otherwise !== 0) inferBlock(b, otherwise, UNKNOWN);
  if (b.owned && b.tag(pattern) === Tag.PatWild && isTemporary(b, init)) b.owns(ty, b.start(init));
  b.takesFrom(ref);
  bindPattern(b, pattern, ty);
}

function inferIf(b: Body, ref: Ref, expected: Ty): Ty {
  const branches = new Branches(b, expected);
  let at = ref;
  for (;;) {
    const { localCount } = b;
    b.enterBranch();
    coerce(b, inferExpr(b, b.op(at, 0), b.store.bool), b.store.bool);
    branches.add(inferBlock(b, b.op(at, 1), expected));
    b.leaveBranch();
    b.dropLocals(localCount);
    const otherwise = b.op(at, 2);
    if (otherwise === 0) return b.store.unit;
    if (b.tag(otherwise) !== Tag.If) {
      b.enterBranch();
      branches.add(inferExpr(b, otherwise, expected));
      b.leaveBranch();
      return branches.result();
    }
    at = otherwise;
  }
}

function inferMatch(b: Body, ref: Ref, expected: Ty): Ty {
  const scrutinee = inferPlace(b, b.op(ref, 0), UNKNOWN);
  const branches = new Branches(b, expected);
  for (const entry of b.list(b.op(ref, 1))) {
    const arm = withoutCfg(b, entry);
    if (arm === 0) continue;
    const { localCount } = b;
    b.enterBranch();
    b.takesFrom(b.op(ref, 0));
    bindPattern(b, b.op(arm, 0), scrutinee);
    if (b.op(arm, 1) !== 0) inferExpr(b, b.op(arm, 1), b.store.bool);
    branches.add(inferExpr(b, b.op(arm, 2), expected));
    b.leaveBranch();
    b.dropLocals(localCount);
  }
  return branches.result();
}

function inferLoop(b: Body, ref: Ref, expected: Ty): Ty {
  const frame = { label: b.name(ref, 1), type: b.fresh(), broken: false };
  const wanted = b.table.shallow(expected);
  if (wanted !== UNKNOWN && !b.table.isVar(wanted)) b.table.tryUnify(frame.type, wanted);
  b.loops.push(frame);
  b.scoped(() => inferExpr(b, b.op(ref, 0), UNKNOWN));
  b.loops.pop();
  return frame.broken ? frame.type : b.store.never;
}

function inferWhile(b: Body, ref: Ref): Ty {
  b.loops.push({ label: b.name(ref, 2), type: b.store.unit, broken: false });
  b.scoped(() => {
    inferExpr(b, b.op(ref, 0), b.store.bool);
    inferExpr(b, b.op(ref, 1), UNKNOWN);
  });
  b.loops.pop();
  return b.store.unit;
}

/** `for p in e { … }`: `IntoIterator::into_iter(e)`, then `Iterator::next`. */
function inferFor(b: Body, ref: Ref): Ty {
  const pos = b.start(b.op(ref, 1));
  const given = inferExpr(b, b.op(ref, 1), UNKNOWN);
  const item = b.like(iteratedItem(b, b.resolve(given), pos), given);
  b.loops.push({ label: b.name(ref, 3), type: b.store.unit, broken: false });
  b.scoped(() => {
    b.takesFrom(b.op(ref, 1));
    bindPattern(b, b.op(ref, 0), item);
    inferExpr(b, b.op(ref, 2), UNKNOWN);
  });
  b.loops.pop();
  return b.store.unit;
}

function iteratedItem(b: Body, iterable: Ty, pos: number): Ty {
  const derived = derivedOf(b, peel(b, iterable));
  if (derived !== null) return derived;
  const into = b.items.trait("core::iter::IntoIterator");
  const iterator = b.items.trait("core::iter::Iterator");
  const intoIter = into && b.items.associatedType(into, "IntoIter");
  const item = iterator && b.items.associatedType(iterator, "Item");
  if (!into || !iterator || !intoIter || !item) return UNKNOWN;
  implicitCall(b, into, "into_iter", [iterable], pos);
  const made = b.solver.normalise(b.store.make(Kind.Projection, intoIter.id, [iterable]));
  implicitCall(b, iterator, "next", [made], pos);
  return b.solver.normalise(b.store.make(Kind.Projection, item.id, [made]));
}

function inferBreak(b: Body, ref: Ref): Ty {
  const label = b.name(ref, 0);
  const frame = label === "" ? innermostLoop(b) : b.loops.findLast((f) => f.label === label);
  const value = b.op(ref, 1);
  const ty = value !== 0 ? inferExpr(b, value, frame?.type ?? UNKNOWN) : b.store.unit;
  if (frame) {
    frame.broken = true;
    coerce(b, ty, frame.type);
  }
  return b.store.never;
}

function innermostLoop(b: Body): Body["loops"][number] | undefined {
  return b.loops[b.loops.length - 1];
}

function inferReturn(b: Body, ref: Ref): Ty {
  const target = b.returns[b.returns.length - 1] ?? UNKNOWN;
  const value = b.op(ref, 0);
  coerce(b, value !== 0 ? inferExpr(b, value, target) : b.store.unit, target);
  return b.store.never;
}

function inferStruct(b: Body, ref: Ref, expected: Ty): Ty {
  const of = structOf(b, b.op(ref, 0), expected);
  if (of) b.constructs(of.of);
  for (const entry of b.list(b.op(ref, 1))) {
    const field = withoutCfg(b, entry);
    if (field === 0) continue;
    const decl = of && b.items.field(of.of, b.name(field, 0), b.module);
    const ty = decl && of ? b.solver.normalise(b.items.instantiate(decl.type, of.args)) : UNKNOWN;
    coerce(b, inferExpr(b, b.op(field, 1), ty), ty);
  }
  const result = of ? adtType(b, of.of, of.args) : UNKNOWN;
  const base = b.op(ref, 2);
  if (base !== 0) coerce(b, inferExpr(b, base, result), result);
  return result;
}

function inferTuple(b: Body, ref: Ref, expected: Ty): Ty {
  const wanted = b.table.shallow(expected);
  const hints = b.kindOf(wanted) === Kind.Tuple ? b.store.args(wanted) : [];
  const types = Array.from(b.list(b.op(ref, 0)), (e, i) => {
    const ty = inferExpr(b, withoutCfg(b, e), hints[i] ?? UNKNOWN);
    // Each element is a place where a coercion may happen.
    return hints[i] !== undefined && !b.table.isVar(b.table.shallow(hints[i])) && coerce(b, ty, hints[i])
      ? hints[i]
      : ty;
  });
  return b.store.tuple(types);
}

function inferArray(b: Body, ref: Ref, expected: Ty): Ty {
  const wanted = b.table.shallow(expected);
  const kind = b.kindOf(wanted);
  const hint = kind === Kind.Array || kind === Kind.Slice ? b.store.arg(wanted) : UNKNOWN;
  if (b.tag(ref) === Tag.Repeat) {
    const element = inferExpr(b, b.op(ref, 0), hint);
    inferExpr(b, b.op(ref, 1), b.store.usize);
    return b.store.array(element, b.fresh());
  }
  const branches = new Branches(b, hint);
  const elements = b.list(b.op(ref, 0));
  for (const e of elements) branches.add(inferExpr(b, withoutCfg(b, e), hint));
  const element = branches.result();
  const isOpen = b.kindOf(element) === Kind.Never && elements.length === 0;
  return b.store.array(
    isOpen ? (hint !== UNKNOWN ? hint : b.fresh()) : element,
    b.items.constType(String(elements.length)),
  );
}

function inferRange(b: Body, ref: Ref): Ty {
  const [low, high, inclusive] = [b.op(ref, 0), b.op(ref, 1), b.op(ref, 2) === 1];
  if (low === 0 && high === 0) return b.items.adtType("core::ops::RangeFull", []);
  const ty = low !== 0 ? inferExpr(b, low, UNKNOWN) : inferExpr(b, high, UNKNOWN);
  if (low !== 0 && high !== 0) b.table.tryUnify(b.resolve(ty), b.resolve(inferExpr(b, high, ty)));
  const name =
    high === 0
      ? "RangeFrom"
      : low === 0
        ? inclusive
          ? "RangeToInclusive"
          : "RangeTo"
        : inclusive
          ? "RangeInclusive"
          : "Range";
  return b.items.adtType(`core::ops::${name}`, [ty]);
}

/** The type of `base.name`, through references and `Deref`. A field that the code may not name counts when there is no other. */
function inferField(b: Body, base: Ty, ref: Ref): Ty {
  const name = b.name(ref, 1);
  const start = b.resolve(base);
  let hidden = UNKNOWN;
  const find = (part: Ty): Ty | null => {
    const { type, isVisible } = fieldOf(b, part, name) ?? NO_FIELD;
    if (!isVisible && hidden === UNKNOWN) hidden = type;
    return isVisible ? type : null;
  };
  const first = find(start) ?? foreignField(b, start, find);
  if (first !== null) return first;
  const passed = [start];
  for (const step of autoderef(b, start)) {
    const found = find(step) ?? foreignField(b, step, find);
    if (found !== null) {
      noteDerefs(b, passed, ref, b.op(ref, 2));
      return found;
    }
    passed.push(step);
  }
  return hidden;
}

interface FoundField {
  readonly type: Ty;
  readonly isVisible: boolean;
}

const NO_FIELD: FoundField = { type: UNKNOWN, isVisible: false };

function fieldOf(b: Body, ty: Ty, name: string): FoundField | null {
  const kind = b.kindOf(ty);
  if (kind === Kind.Tuple) {
    const type = b.store.args(ty)[Number(name)];
    return type === undefined ? null : { type, isVisible: true };
  }
  if (kind !== Kind.Adt) return null;
  const adt = b.items.names.adts[b.store.payload(ty)]!;
  const field = b.items.field(adt, name, b.module);
  if (field === null) return null;
  const type = b.solver.normalise(b.items.instantiate(field.type, b.store.args(ty)));
  return { type, isVisible: b.items.names.canSee(b.module, field.decl.vis, adt.module) };
}

/** `e?`: the payload of Option and Result (and of Poll and ControlFlow around them); errors convert by `From`. */
function inferTry(b: Body, operandType: Ty, pos: number): Ty {
  const ty = b.resolve(operandType);
  const derived = derivedOf(b, ty);
  if (derived !== null) return derived;
  const tryTrait = b.items.trait("core::ops::Try");
  const output = tryTrait && b.items.associatedType(tryTrait, "Output");
  convertError(b, ty, pos);
  if (b.isAdt(ty, "core::option::Option") || b.isAdt(ty, "core::result::Result")) return b.store.arg(ty);
  return output ? b.solver.normalise(b.store.make(Kind.Projection, output.id, [ty])) : UNKNOWN;
}

function convertError(b: Body, ty: Ty, pos: number): void {
  if (!b.isAdt(ty, "core::result::Result")) return;
  const target = b.resolve(b.returns[b.returns.length - 1] ?? UNKNOWN);
  const from = b.items.trait("core::convert::From");
  if (!from || !b.isAdt(target, "core::result::Result")) return;
  const given = b.table.full(b.store.arg(ty, 1));
  const wanted = b.table.full(b.store.arg(target, 1));
  if (given === wanted || wanted === UNKNOWN) return;
  // An error that is still open is the one there is a `From` for, if there is one only.
  if (b.store.flags(given) & TyFlag.Var) b.solver.require({ trait: from, args: [wanted, given], bindings: [] });
  implicitCall(b, from, "from", [wanted, given], pos);
}

/** `e.await`: `IntoFuture::into_future`, then `Future::poll`. */
function inferAwait(b: Body, operandType: Ty, pos: number): Ty {
  const ty = b.resolve(operandType);
  const derived = derivedOf(b, ty);
  if (derived !== null) return derived;
  if (b.kindOf(ty) === Kind.Future) return b.store.arg(ty);
  const into = b.items.trait("core::future::IntoFuture");
  const made = into && b.items.associatedType(into, "IntoFuture");
  const future = b.items.trait("core::future::Future");
  if (!into || !made || !future || !b.solver.futureOutput) return UNKNOWN;
  implicitCall(b, into, "into_future", [ty], pos);
  const pollable = b.solver.normalise(b.store.make(Kind.Projection, made.id, [ty]));
  implicitCall(b, future, "poll", [pollable], pos);
  return b.solver.normalise(b.store.make(Kind.Projection, b.solver.futureOutput.id, [pollable]));
}
