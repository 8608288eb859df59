/** Patterns (Reference, "Patterns"; RFC 2005 default binding modes): the types of what they bind. */
import { Tag } from "../facts/ir.ts";
import type { Ref } from "../facts/types.ts";
import type { AdtDef, VariantDef } from "../names/defs.ts";
import { readPath } from "../types/code.ts";
import { findParam, lowerPathType } from "../types/lower.ts";
import { Kind, type Ty, UNKNOWN } from "../types/store.ts";
import type { Body } from "./body.ts";
import { inferExpr } from "./expr.ts";
import { derivedOf } from "./foreign.ts";
import { resolveValue, type Use } from "./path.ts";

/** How names bind when the pattern does not say: by value, or by reference since a reference was matched through. */
const Mode = { Move: 0, Ref: 1, RefMut: 2 } as const;

/** A pattern names values without calling them. */
const MATCHED: Use = { how: "value", kind: "reference" };

/** Binds the names of a pattern to the parts of a value of type `ty`. */
export function bindPattern(b: Body, ref: Ref, ty: Ty, mode: number = Mode.Move): void {
  if (ref === 0) return;
  switch (b.tag(ref)) {
    case Tag.PatIdent:
      return bindIdent(b, ref, ty, mode);
    case Tag.PatRef: {
      const inner = b.fresh();
      b.table.tryUnify(b.resolve(ty), b.store.ref(inner, b.op(ref, 0) === 1));
      return bindPattern(b, b.op(ref, 1), inner, Mode.Move);
    }
    case Tag.PatOr: {
      for (const alternative of b.list(b.op(ref, 0))) bindPattern(b, alternative, ty, mode);
      return;
    }
    case Tag.PatBox: {
      const at = b.resolve(ty);
      return bindPattern(b, b.op(ref, 0), b.kindOf(at) === Kind.Adt ? b.store.arg(at) : UNKNOWN, mode);
    }
    case Tag.PatMacro:
      b.inExpansion(b.op(ref, 0), "pattern", (expanded) => bindPattern(b, expanded.root, ty, mode));
      return;
    case Tag.Cfg:
      if (b.holds(b.unit.facts.cfgs[b.op(ref, 0)]!)) bindPattern(b, b.op(ref, 1), ty, mode);
      return;
    case Tag.PatWild:
    case Tag.PatRest:
      return;
    default:
      return bindThrough(b, ref, ty, mode);
  }
}

/** Patterns that look through references: literals, tuples, structs, slices, paths. */
function bindThrough(b: Body, ref: Ref, ty: Ty, mode: number): void {
  const around = b.inDoubt;
  b.inDoubt ||= b.isDoubtful(ty);
  bindParts(b, ref, ty, mode);
  b.inDoubt = around;
}

function bindParts(b: Body, ref: Ref, ty: Ty, mode: number): void {
  const tag = b.tag(ref);
  if (tag === Tag.PatLit || tag === Tag.PatRange) return bindLiteral(b, ref, ty);
  let at = b.resolve(ty);
  while (b.kindOf(at) === Kind.Ref) {
    if (mode !== Mode.Ref) mode = b.store.payload(at) === 1 ? Mode.RefMut : Mode.Ref;
    at = b.resolve(b.store.arg(at));
  }
  const derived = derivedOf(b, at);
  if (derived !== null) return bindDerived(b, ref, derived, mode);
  switch (tag) {
    case Tag.PatTuple:
      return bindTuple(b, ref, at, mode);
    case Tag.PatTupleStruct:
      return bindTupleStruct(b, ref, at, mode);
    case Tag.PatStruct:
      return bindStruct(b, ref, at, mode);
    case Tag.PatSlice:
      return bindSlice(b, ref, at, mode);
    case Tag.PatPath: {
      const value = resolveValue(b, b.op(ref, 0), MATCHED);
      if (value.kind === "constructor") b.table.tryUnify(adtType(b, value.of, value.args), at);
      return;
    }
  }
}

/** The parts of what came out of a foreign type come from there, too; a type of the workspace's own that the pattern names says more. */
function bindDerived(b: Body, ref: Ref, derived: Ty, mode: number): void {
  switch (b.tag(ref)) {
    case Tag.PatTuple:
    case Tag.PatSlice:
      for (const part of b.list(b.op(ref, 0))) bindPattern(b, part, derived, mode);
      return;
    case Tag.PatTupleStruct: {
      const value = resolveValue(b, b.op(ref, 0), MATCHED);
      const isOurs = value.kind === "constructor" && isWorkspace(value.of);
      const types = isOurs ? fieldTypes(b, value.of, value.args) : [];
      const parts = b.list(b.op(ref, 1));
      if (isOurs)
        return bindSequence(
          b,
          parts,
          parts.findIndex((p) => b.tag(p) === Tag.PatRest),
          types,
          mode,
        );
      for (const part of parts) bindPattern(b, part, derived, mode);
      return;
    }
    case Tag.PatStruct: {
      const of = structOf(b, b.op(ref, 0), UNKNOWN);
      if (of) return bindStruct(b, ref, UNKNOWN, mode);
      for (const entry of b.list(b.op(ref, 1))) {
        const field = withoutCfg(b, entry);
        if (field !== 0) bindPattern(b, b.op(field, 1), derived, mode);
      }
      return;
    }
    case Tag.PatPath:
      resolveValue(b, b.op(ref, 0), MATCHED);
      return;
  }
}

function isWorkspace(of: AdtDef | VariantDef): boolean {
  return (of.kind === "variant" ? of.adt : of).unit.crate.origin === "workspace";
}

function bindLiteral(b: Body, ref: Ref, ty: Ty): void {
  for (const part of b.tag(ref) === Tag.PatLit ? [b.op(ref, 0)] : [b.op(ref, 0), b.op(ref, 1)]) {
    if (part === 0) continue;
    const literal = inferExpr(b, part, ty);
    let at = b.resolve(ty);
    if (b.kindOf(b.table.shallow(literal)) !== Kind.Ref)
      while (b.kindOf(at) === Kind.Ref) at = b.resolve(b.store.arg(at));
    b.table.tryUnify(literal, at);
  }
}

function bindIdent(b: Body, ref: Ref, ty: Ty, mode: number): void {
  const name = b.name(ref, 0);
  const sub = b.op(ref, 3);
  const byRef = b.op(ref, 1) === 1;
  if (!byRef && sub === 0 && b.op(ref, 2) === 0) {
    const value = b.items.names.resolve(b.module, [name], false, "values")?.def;
    if (value?.kind === "variant" || (value?.kind === "struct" && value.item.form === "unit")) {
      let at = b.resolve(ty);
      while (b.kindOf(at) === Kind.Ref) at = b.resolve(b.store.arg(at));
      b.table.tryUnify(adtType(b, value, freshArgs(b, value)), at);
      return;
    }
    if (value?.kind === "const" || value?.kind === "static") return b.readsConst(b.start(ref), value);
  }
  const mutable = byRef ? b.op(ref, 2) === 1 : mode === Mode.RefMut;
  const bound = byRef || mode !== Mode.Move ? b.store.ref(ty, mutable) : ty;
  b.bindLocal(name, b.inDoubt ? b.doubt(bound) : bound, nameStart(b, ref));
  if (sub !== 0) bindPattern(b, sub, ty, mode);
}

/** Where the name stands in `ref mut name`: in a macro the words before it may come from elsewhere than the name. */
function nameStart(b: Body, ref: Ref): number {
  const start = b.start(ref);
  if (b.op(ref, 1) === 0 && b.op(ref, 2) === 0) return start;
  BINDING_WORDS.lastIndex = start;
  return start + (BINDING_WORDS.exec(b.unit.text)?.[0].length ?? 0);
}

const BINDING_WORDS = /(?:ref\s+)?(?:mut\s+)?/y;

function bindTuple(b: Body, ref: Ref, ty: Ty, mode: number): void {
  const parts = b.list(b.op(ref, 0));
  const rest = parts.findIndex((p) => b.tag(p) === Tag.PatRest);
  if (rest < 0 && b.table.isVar(ty)) b.table.unify(ty, b.store.tuple(Array.from(parts, () => b.fresh())));
  const known = b.table.shallow(ty);
  const types = b.kindOf(known) === Kind.Tuple ? b.store.args(known) : [];
  bindSequence(b, parts, rest, types, mode);
}

/** Binds the patterns before `..` from the front and those behind it from the back. */
function bindSequence(b: Body, parts: readonly Ref[], rest: number, types: readonly Ty[], mode: number): void {
  for (let i = 0; i < parts.length; i++) {
    const at = rest >= 0 && i > rest ? types.length - (parts.length - i) : i;
    bindPattern(b, parts[i]!, types[at] ?? UNKNOWN, mode);
  }
}

function bindTupleStruct(b: Body, ref: Ref, ty: Ty, mode: number): void {
  const parts = b.list(b.op(ref, 1));
  const value = resolveValue(b, b.op(ref, 0), MATCHED);
  const rest = parts.findIndex((p) => b.tag(p) === Tag.PatRest);
  if (value.kind !== "constructor") return bindSequence(b, parts, rest, [], mode);
  b.table.tryUnify(adtType(b, value.of, value.args), ty);
  bindSequence(b, parts, rest, fieldTypes(b, value.of, value.args), mode);
}

function bindStruct(b: Body, ref: Ref, ty: Ty, mode: number): void {
  const of = structOf(b, b.op(ref, 0), ty);
  if (of) b.table.tryUnify(adtType(b, of.of, of.args), ty);
  for (const entry of b.list(b.op(ref, 1))) {
    const field = withoutCfg(b, entry);
    if (field === 0) continue;
    const decl = of && b.items.field(of.of, b.name(field, 0), b.module);
    bindPattern(
      b,
      b.op(field, 1),
      decl && of ? b.solver.normalise(b.items.instantiate(decl.type, of.args)) : UNKNOWN,
      mode,
    );
  }
}

function bindSlice(b: Body, ref: Ref, ty: Ty, mode: number): void {
  const kind = b.kindOf(ty);
  const element =
    kind === Kind.Slice || kind === Kind.Array
      ? b.store.arg(ty)
      : b.isAdt(ty, "alloc::vec::Vec")
        ? b.store.arg(ty)
        : UNKNOWN;
  for (const part of b.list(b.op(ref, 0))) {
    const isRest = b.tag(part) === Tag.PatIdent && b.op(part, 3) !== 0 && b.tag(b.op(part, 3)) === Tag.PatRest;
    bindPattern(b, part, isRest ? b.store.slice(element) : element, mode);
  }
}

/** The record under a Cfg when its condition holds, 0 when not; any other record itself. */
export function withoutCfg(b: Body, ref: Ref): Ref {
  let at = ref;
  while (at !== 0 && b.tag(at) === Tag.Cfg) {
    at = b.holds(b.unit.facts.cfgs[b.op(at, 0)]!) ? b.op(at, 1) : 0;
  }
  return at;
}

export function adtType(b: Body, of: AdtDef | VariantDef, args: readonly Ty[]): Ty {
  return b.store.make(Kind.Adt, (of.kind === "variant" ? of.adt : of).id, args);
}

/** Types of the fields in order of declaration, with the arguments put in. */
export function fieldTypes(b: Body, of: AdtDef | VariantDef, args: readonly Ty[]): Ty[] {
  return b.items.fields(of, b.module).map((f) => b.solver.normalise(b.items.instantiate(f.type, args)));
}

function freshArgs(b: Body, of: AdtDef | VariantDef): Ty[] {
  return b.items.generics(of.kind === "variant" ? of.adt : of).params.map(() => b.fresh());
}

/** A struct, union or variant with its type arguments. */
export interface StructLike {
  readonly of: AdtDef | VariantDef;
  readonly args: readonly Ty[];
}

/** What the path of `Path { … }` names; `expected` tells type arguments that the path leaves out. */
export function structOf(b: Body, pathRef: Ref, expected: Ty): StructLike | null {
  const path = readPath(b.unit, pathRef);
  const first = path.names[0]!;
  const isWritten = path.self === 0 && (path.global || (first !== "Self" && findParam(b.scope, first) === undefined));
  const found = isWritten ? b.items.names.resolve(b.module, path.names, path.global, "types") : null;
  const def = found?.def;
  if (
    def?.kind === "variant" ||
    ((def?.kind === "struct" || def?.kind === "union") && found?.used === path.names.length)
  ) {
    return { of: def, args: withHints(b, def, pathArgs(b, path.args, def), expected) };
  }
  // `Self { … }`, `Alias { … }`, `<T as Trait>::Assoc { … }`, then `Self::Variant { … }`.
  const at = b.resolve(b.solver.normalise(lowerPathType(b.items, b.scope, pathRef)));
  if (b.kindOf(at) === Kind.Adt) return { of: b.items.names.adts[b.store.payload(at)]!, args: b.store.args(at) };
  const value = path.names.length > 1 ? resolveValue(b, pathRef, MATCHED) : null;
  return value?.kind === "constructor" ? value : null;
}

function pathArgs(b: Body, written: readonly Ref[], of: AdtDef | VariantDef): readonly Ty[] {
  const args = freshArgs(b, of);
  const ref = written[written.length - 1] || (of.kind === "variant" ? written[written.length - 2] : 0) || 0;
  if (ref === 0) return args;
  const types = b.list(b.op(ref, 1));
  return args.map((arg, i) => (i < types.length ? b.type(types[i]!) : arg));
}

function withHints(b: Body, of: AdtDef | VariantDef, args: readonly Ty[], expected: Ty): readonly Ty[] {
  const known = b.table.shallow(expected);
  if (known !== UNKNOWN && !b.table.isVar(known)) b.table.tryUnify(adtType(b, of, args), known);
  return args;
}
