/**
 * Paths in expression position: local variables, functions, constants, constructors, associated items.
 */
import type { Ref } from "../facts/types.ts";
import type {
  AdtDef,
  AliasDef,
  AssocDef,
  ConstDef,
  Container,
  Def,
  FnDef,
  TraitDef,
  VariantDef,
} from "../names/defs.ts";
import { operand, type PathView, plainName, plainStart, readPath } from "../types/code.ts";
import { headOf, type InherentFn } from "../types/impls.ts";
import type { Predicate } from "../types/items.ts";
import { associatedOf, findParam, lowerArgs, lowerBound, projectionAt } from "../types/lower.ts";
import { Kind, type Ty, UNKNOWN } from "../types/store.ts";
import type { Body } from "./body.ts";
import { reasonOfBase, reasonOfMember, reasonOfPath, reasonOfTraitMember } from "./cause.ts";
import { matchImpl, visibleFns } from "./method.ts";
import type { Evidence, How, Reason, SiteKind } from "./sites.ts";
import { worthKnowing } from "./solve.ts";

/** What a path in expression position stands for. */
export type Value =
  | { readonly kind: "local"; readonly type: Ty }
  | { readonly kind: "fn"; readonly fn: FnDef; readonly args: readonly Ty[] }
  | { readonly kind: "constructor"; readonly of: AdtDef | VariantDef; readonly args: readonly Ty[] }
  | { readonly kind: "const"; readonly type: Ty }
  /** Something of a crate that is not at hand; what is called gives the type, as far as its name tells. */
  | { readonly kind: "foreign"; readonly type: Ty }
  | { readonly kind: "unknown" };

/** How the path is used, for the site that it makes when it names a function. */
export interface Use {
  readonly how: How;
  readonly kind: SiteKind;
}

export const CALLED: Use = { how: "path", kind: "call" };
export const NAMED: Use = { how: "value", kind: "reference" };

const UNKNOWN_VALUE: Value = { kind: "unknown" };

/** Returns the type of a path expression that is not called. */
export function pathType(b: Body, pathRef: Ref): Ty {
  const value = resolveValue(b, pathRef, NAMED);
  switch (value.kind) {
    case "local":
      b.useLocal();
      return value.type;
    case "const":
      return value.type;
    case "foreign":
      return isFunctionName(lastName(b, pathRef)) ? UNKNOWN : value.type;
    case "fn":
      return b.items.fnItem(value.fn, value.args);
    case "constructor":
      return constructorValue(b, value.of, value.args);
    default:
      return UNKNOWN;
  }
}

function constructorValue(b: Body, of: AdtDef | VariantDef, args: readonly Ty[]): Ty {
  const adt = of.kind === "variant" ? of.adt : of;
  const form = of.kind === "variant" ? of.decl.form : of.item.form;
  b.constructs(of);
  return form === "tuple" ? b.items.constructorItem(of, args) : b.store.make(Kind.Adt, adt.id, args);
}

/** Finds what a path stands for and notes the site when that is a function. */
export function resolveValue(b: Body, pathRef: Ref, use: Use): Value {
  const plain = plainName(b.unit, pathRef);
  const local = plain === "" ? undefined : b.findLocal(plain, plainStart(b.unit, pathRef));
  if (local !== undefined) return { kind: "local", type: local };
  const path = readPath(b.unit, pathRef);
  if (path.self !== 0) return qualified(b, path, use);
  const first = path.names[0] ?? "";
  if (!path.global) {
    const start = first === "Self" ? b.scope.self : findParam(b.scope, first);
    if (start !== undefined && start !== UNKNOWN) return throughType(b, start, path, 1, use);
  }
  const found = b.items.names.resolve(b.module, path.names, path.global, "values");
  if (!found) return leavesProgram(b, path, use);
  if (found.used === path.names.length) return valueOfDef(b, found.def, path, use);
  return memberOfDef(b, found.def, path, found.used, use);
}

/** A path that leads nowhere we can see: into a dependency without source when it begins with an unknown crate. */
function leavesProgram(b: Body, path: PathView, use: Use): Value {
  return missPath(b, path, use, () => reasonOfPath(b, path.names, path.global));
}

/** Notes a path that is called and leads to no function. */
function missPath(b: Body, path: PathView, use: Use, reason: () => Reason): Value {
  if (use.kind === "call") b.missed(path.ref, lastStart(path), "path", path.names.join("::"), reason());
  return UNKNOWN_VALUE;
}

function lastStart(path: PathView): number {
  return path.starts[path.starts.length - 1]!;
}

function valueOfDef(b: Body, def: Def, path: PathView, use: Use): Value {
  const last = path.args[path.args.length - 1]!;
  switch (def.kind) {
    case "fn": {
      b.found(lastStart(path), use.how, use.kind, def, "path", "");
      return { kind: "fn", fn: def, args: fnArgs(b, def, [], last) };
    }
    case "const":
    case "static":
      b.readsConst(lastStart(path), def);
      return { kind: "const", type: b.solver.normalise(b.items.constTypeOf(def)) };
    case "variant": {
      const written = last || path.args[path.args.length - 2] || 0;
      return { kind: "constructor", of: def, args: lowerArgs(b.items, b.scope, written, def.adt, []) };
    }
    case "struct":
      return { kind: "constructor", of: def, args: lowerArgs(b.items, b.scope, last, def, []) };
    case "alias": {
      const ty = typeOfAlias(b, def, last);
      if (b.kindOf(ty) === Kind.Adt)
        return { kind: "constructor", of: b.items.names.adts[b.store.payload(ty)]!, args: b.store.args(ty) };
      return UNKNOWN_VALUE;
    }
    case "external":
      return externalValue(b, def.path, path, use);
    default:
      return UNKNOWN_VALUE;
  }
}

/** A path into a dependency that is not at hand. Workspace traits may be implemented for a type there. */
function externalValue(b: Body, path: string, view: PathView, use: Use): Value {
  const at = path.lastIndexOf("::");
  if (at > 0 && view.names.length > 1) {
    const owner = b.items.externalType(path.slice(0, at), []);
    const name = view.names[view.names.length - 1]!;
    const found = scopedValue(b, owner, view, name, use) ?? foreignValue(b, owner, view, name, use);
    if (found) return found;
  }
  if (use.kind === "call") b.external(lastStart(view), use.how, path);
  return { kind: "foreign", type: foreignType(b, path, view) };
}

/** Associated functions that give the type itself (Rust API Guidelines, C-CTOR and C-CONV-TRAITS). */
const CONSTRUCTORS: ReadonlySet<string> = new Set(["new", "default", "from", "with_capacity"]);

/** The type of a foreign constant, variant or constructor by Rust's naming conventions (RFC 430): `StatusCode::OK`, `Either::Left`, `Client::new`. */
function foreignType(b: Body, path: string, view: PathView): Ty {
  const names = path.split("::");
  const last = names[names.length - 1]!;
  const owner = names[names.length - 2] ?? "";
  const typesAt = (at: number): Ty[] => {
    const args = view.args[at] ?? 0;
    return args === 0 ? [] : Array.from(b.list(b.op(args, 1)), (type) => b.type(type));
  };
  if (isTypeName(owner) && names.length > 2) {
    const isOwn = !isFunctionName(last) || CONSTRUCTORS.has(last);
    return isOwn ? b.items.externalType(names.slice(0, -1).join("::"), typesAt(view.names.length - 2)) : UNKNOWN;
  }
  return isTypeName(last) ? b.items.externalType(path, typesAt(view.names.length - 1)) : UNKNOWN;
}

function isTypeName(name: string): boolean {
  return /^[A-Z](.*[a-z]|$)/.test(name);
}

function isFunctionName(name: string): boolean {
  return /^_*[a-z]/.test(name);
}

function lastName(b: Body, pathRef: Ref): string {
  const { names } = readPath(b.unit, pathRef);
  return names[names.length - 1] ?? "";
}

function typeOfAlias(b: Body, def: AliasDef, argsRef: Ref): Ty {
  return b.solver.normalise(b.items.instantiate(b.items.aliasType(def), lowerArgs(b.items, b.scope, argsRef, def, [])));
}

function memberOfDef(b: Body, def: Def, path: PathView, used: number, use: Use): Value {
  const argsRef = path.args[used - 1]!;
  if (def.kind === "trait") {
    const args = lowerArgs(b.items, b.scope, argsRef, def, [b.fresh()]);
    return traitMember(b, { trait: def, args, bindings: [] }, path, used, use);
  }
  const base = baseType(b, def, argsRef);
  if (base === null) return leavesProgram(b, path, use);
  return throughType(b, base, path, used, use);
}

function baseType(b: Body, def: Def, argsRef: Ref): Ty | null {
  switch (def.kind) {
    case "struct":
    case "enum":
    case "union":
      return b.store.make(Kind.Adt, def.id, lowerArgs(b.items, b.scope, argsRef, def, []));
    case "alias":
      return typeOfAlias(b, def, argsRef);
    case "prim":
      return b.store.prim(def.name) ?? UNKNOWN;
    default:
      return null;
  }
}

/** `<T as Trait>::f`, `<T>::f`, `<T as Trait>::Type::f`. */
function qualified(b: Body, path: PathView, use: Use): Value {
  const self = b.type(path.self);
  if (path.trait === 0) return throughType(b, self, path, 0, use);
  if (path.names.length > 1) return throughType(b, projectionAt(b.items, b.scope, path), path, 1, use);
  const list: Predicate[] = [];
  lowerBound(b.items, b.scope, path.trait, self, list);
  // The trait's declaration is not at hand: an impl of the type may still have the function.
  if (!list[0])
    return path.names[0] === undefined
      ? UNKNOWN_VALUE
      : (foreignValue(b, b.resolve(self), path, path.names[0], use) ?? UNKNOWN_VALUE);
  return traitMember(b, list[0], path, 0, use);
}

/** The segments from `from` on, seen from a type: all but the last are associated types. */
function throughType(b: Body, start: Ty, path: PathView, from: number, use: Use): Value {
  let base = b.solver.normalise(start);
  for (let i = from; i < path.names.length - 1; i++) {
    base = b.solver.normalise(associatedOf(b.items, b.scope, base, path.names[i]!, path.args[i]!));
  }
  if (from >= path.names.length) return selfConstructor(b, base);
  return associatedValue(b, b.resolve(base), path, use);
}

/** `Self(…)` and `Self` of a tuple or unit struct. */
function selfConstructor(b: Body, ty: Ty): Value {
  if (b.kindOf(ty) !== Kind.Adt) return UNKNOWN_VALUE;
  return { kind: "constructor", of: b.items.names.adts[b.store.payload(ty)]!, args: b.store.args(ty) };
}

/** `Type::name`: a variant, an inherent item, a bound's, or that of a trait in scope. */
function associatedValue(b: Body, base: Ty, path: PathView, use: Use): Value {
  const at = path.names.length - 1;
  const name = path.names[at]!;
  const kind = b.kindOf(base);
  if (kind === Kind.Unknown) return missPath(b, path, use, () => reasonOfBase(b, path));
  if (kind === Kind.Adt) {
    const variant = b.items.names.adts[b.store.payload(base)]!.item.kind === "enum" ? findVariant(b, base, name) : null;
    if (variant) return { kind: "constructor", of: variant, args: b.store.args(base) };
  }
  return (
    inherentValue(b, base, path, name, use) ??
    boundValue(b, base, path, name, use) ??
    scopedValue(b, base, path, name, use) ??
    foreignValue(b, base, path, name, use) ??
    notFound(b, base, path, use)
  );
}

function notFound(b: Body, base: Ty, path: PathView, use: Use): Value {
  return missPath(b, path, use, () => reasonOfMember(b, [base]));
}

/** Returns the variant of this name of an enum type, an inactive one for inactive code only. */
export function findVariant(b: Body, adt: Ty, name: string): VariantDef | null {
  const def = b.items.names.adts[b.store.payload(adt)]!;
  const named = def.variants.filter((v) => v.name === name);
  return named.find((v) => !v.inactive) ?? (b.module.inactive ? named[0] : null) ?? null;
}

function inherentValue(b: Body, base: Ty, path: PathView, name: string, use: Use): Value | null {
  b.solver.refresh();
  const head = headOf(b.items, base);
  const own = implementedValue(b, visibleFns(b, head, name), base, path, use);
  if (own) return own;
  for (const impl of b.methods.impls.inherentImpls(head)) {
    const found = constOf(b, impl, name);
    if (!found) continue;
    const args = matchImpl(
      b,
      {
        def: impl,
        params: b.items.generics(impl).params,
        self: b.items.implHeader(impl).self,
        trait: null,
        inactive: false,
        allowsUnsized: true,
        predicates: () => [],
      },
      base,
    );
    if (args) return constValue(b, found, args, path);
  }
  return null;
}

function implementedValue(b: Body, fns: readonly InherentFn[], base: Ty, path: PathView, use: Use): Value | null {
  for (const suiting of [true, false]) {
    for (const { fn, impl } of fns) {
      const args = b.suits(fn) === suiting ? matchImpl(b, impl, base) : null;
      if (args) return fnValue(b, fn, args, path, use, "associated", base);
    }
  }
  return null;
}

/** `Type::f` of an impl whose trait's declaration is not at hand. */
function foreignValue(b: Body, base: Ty, path: PathView, name: string, use: Use): Value | null {
  return implementedValue(b, b.methods.impls.foreignFns(headOf(b.items, base), name), base, path, use);
}

function constOf(b: Body, container: Container, name: string): ConstDef | undefined {
  return b.items.member(container, name).find((d: AssocDef): d is ConstDef => d.kind === "const");
}

/** `T::f` through a bound on `T`, likewise on `Self` in a trait, on trait objects and associated types. */
function boundValue(b: Body, base: Ty, path: PathView, name: string, use: Use): Value | null {
  const kind = b.kindOf(base);
  if (kind !== Kind.Param && kind !== Kind.Projection && kind !== Kind.Dyn && kind !== Kind.Opaque) return null;
  for (const bound of b.solver.bounds.on(base)) {
    if (b.items.member(bound.trait, name).length > 0) return traitMember(b, bound, path, path.names.length - 1, use);
  }
  return null;
}

function scopedValue(b: Body, base: Ty, path: PathView, name: string, use: Use): Value | null {
  let open: Predicate | null = null;
  const own = b.ownTrait;
  const inScope = b.items.names.traitsInScope(b.module);
  const traits = b.methods.declaring(b.items, inScope, name);
  for (const trait of own && !inScope.has(own) ? [...traits, own] : traits) {
    if (b.items.member(trait, name).length === 0) continue;
    const args = [
      base,
      ...b.items
        .generics(trait)
        .params.slice(1)
        .map(() => b.fresh()),
    ];
    const mark = b.table.snapshot();
    const solution = b.solver.solve(trait, args);
    const bound = { trait, args, bindings: [] };
    if (solution.kind === "impl" || solution.kind === "bound" || solution.kind === "builtin")
      return traitMember(b, bound, path, path.names.length - 1, use);
    b.table.rollback(mark);
    // A type that is not at hand has the functions of std's traits that name it where it has none of its own.
    const isForeign = b.kindOf(base) === Kind.External;
    const isStd = trait.unit.crate.origin === "sysroot" && isTypeName(b.items.foreignName(base));
    if (solution.kind === "open" && (!isForeign || isStd)) open ??= bound;
  }
  return open ? traitMember(b, open, path, path.names.length - 1, use) : null;
}

/** `Trait::name` with the trait's arguments known as far as they are. */
function traitMember(b: Body, bound: Predicate, path: PathView, at: number, use: Use): Value {
  const name = path.names[at] ?? "";
  const owner = memberOwner(b, bound.trait, name);
  const ref = owner && b.solver.bounds.upcast(bound, owner);
  if (!owner || !ref) return missPath(b, path, use, () => reasonOfTraitMember(b, bound.trait));
  const fn = b.items.memberFn(owner, name);
  if (fn) {
    b.solver.require({ trait: ref.trait, args: ref.args, bindings: [] });
    b.foundInTrait(path.starts[at]!, use.how, use.kind, fn, ref.args, "trait-method");
    return { kind: "fn", fn, args: fnArgs(b, fn, ref.args, path.args[at]!) };
  }
  const constant = constOf(b, owner, name);
  return constant ? constValue(b, constant, ref.args, path) : UNKNOWN_VALUE;
}

/** An associated constant, seen from a type or trait with these arguments. */
function constValue(b: Body, def: ConstDef, args: readonly Ty[], path: PathView): Value {
  b.readsConst(lastStart(path), def);
  return { kind: "const", type: b.solver.normalise(b.items.instantiate(b.items.constTypeOf(def), args)) };
}

/** The trait itself or the one above it that declares the member. */
function memberOwner(b: Body, trait: TraitDef, name: string): TraitDef | null {
  return b.items.traitClosure(trait).find((t) => b.items.member(t, name).length > 0) ?? null;
}

function fnValue(
  b: Body,
  fn: FnDef,
  containerArgs: readonly Ty[],
  path: PathView,
  use: Use,
  evidence: Evidence,
  base: Ty,
): Value {
  const at = path.names.length - 1;
  const site = b.found(path.starts[at]!, use.how, use.kind, fn, evidence, "");
  site.detail = b.items.names.adts[b.kindOf(base) === Kind.Adt ? b.store.payload(base) : -1]?.name ?? "";
  return { kind: "fn", fn, args: fnArgs(b, fn, containerArgs, path.args[at]!) };
}

/** Arguments of a function: those of its impl or trait, then the turbofish's, then variables; its bounds are noted. */
export function fnArgs(b: Body, fn: FnDef, containerArgs: readonly Ty[], turbofish: Ref): readonly Ty[] {
  const { generics } = b.items.fnSignature(fn);
  if (generics.params.length === 0) return containerArgs;
  const args = [...containerArgs];
  while (args.length < generics.parentCount) args.push(b.fresh());
  if (turbofish !== 0) {
    const { code } = b.unit.facts;
    const list = operand(b.unit, turbofish, 1);
    for (let i = 1; i <= code[list]! && args.length < generics.params.length; i++) args.push(b.type(code[list + i]!));
  }
  while (args.length < generics.params.length) args.push(b.fresh());
  for (const p of b.items.predicates(fn)) if (worthKnowing(p)) b.solver.require(b.items.instantiatePredicate(p, args));
  return args;
}
