/**
 * From types as written (arena records) to interned types.
 *
 * A {@link TypeScope} says how names are read: the module, the generics in scope, `Self`, what `impl Trait` becomes
 * and what stands for `_` and left-out arguments. Projections (`T::Item`, `<T as Trait>::Item`) are left as they are
 * ({@link Kind.Projection}); normalising them is the inference engine's work.
 */
import { Tag } from "../facts/ir.ts";
import type { Ref } from "../facts/types.ts";
import type { AdtDef, AliasDef, Container, Module, SourceUnit, TraitDef } from "../names/defs.ts";
import { listAt, nameAt, operand, type PathView, plainTypeName, readPath, tagOf } from "./code.ts";
import type { GenericsInfo, Items, Predicate, TraitRef } from "./items.ts";
import { Kind, type Ty, UNKNOWN } from "./store.ts";

export interface TypeScope {
  readonly unit: SourceUnit;
  readonly module: Module;
  readonly generics: GenericsInfo | null;
  /** The impl or trait around, for `Self::Item`. */
  readonly container: Container | null;
  readonly self: Ty;
  /** What `impl Trait` (its TypeImpl record) becomes; null: Unknown. */
  readonly implTrait: ((type: Ref) => Ty) | null;
  /** Makes what stands for `_` and for left-out generic arguments; null: Unknown, or the parameter's default. */
  readonly hole: (() => Ty) | null;
}

/** The scope with some of it changed. Field by field: V8 gives objects that are spread hidden classes of their own. */
export function scopeWith(scope: TypeScope, change: Partial<TypeScope>): TypeScope {
  const {
    unit = scope.unit,
    module = scope.module,
    self = scope.self,
    implTrait = scope.implTrait,
    hole = scope.hole,
  } = change;
  return { unit, module, generics: scope.generics, container: scope.container, self, implTrait, hole };
}

/** Returns the type written at `ref`; Unknown for what does not resolve. */
export function lowerType(items: Items, scope: TypeScope, ref: Ref): Ty {
  const { store } = items;
  if (ref === 0) return store.unit;
  const unit = scope.unit;
  switch (tagOf(unit, ref)) {
    case Tag.TypePath:
      return lowerPathType(items, scope, operand(unit, ref, 0));
    case Tag.TypeRef:
      return store.ref(lowerType(items, scope, operand(unit, ref, 1)), operand(unit, ref, 0) === 1);
    case Tag.TypePtr:
      return store.ptr(lowerType(items, scope, operand(unit, ref, 1)), operand(unit, ref, 0) === 1);
    case Tag.TypeSlice:
      return store.slice(lowerType(items, scope, operand(unit, ref, 0)));
    case Tag.TypeArray:
      return store.array(
        lowerType(items, scope, operand(unit, ref, 0)),
        lowerLength(items, scope, operand(unit, ref, 1)),
      );
    case Tag.TypeTuple:
      return store.tuple(lowerAll(items, scope, operand(unit, ref, 0)));
    case Tag.TypeFn:
      return store.fnPtr(lowerAll(items, scope, operand(unit, ref, 0)), lowerType(items, scope, operand(unit, ref, 1)));
    case Tag.TypeNever:
      return store.never;
    case Tag.TypeInfer:
      return scope.hole ? scope.hole() : UNKNOWN;
    case Tag.TypeDyn:
      return lowerDyn(items, scope, listAt(unit, operand(unit, ref, 0)));
    case Tag.TypeImpl:
      return scope.implTrait ? scope.implTrait(ref) : UNKNOWN;
    case Tag.TypeMacro:
      return lowerMacro(items, scope, operand(unit, ref, 0));
    case Tag.TypeConst:
      return lowerLength(items, scope, operand(unit, ref, 0));
    default:
      return UNKNOWN;
  }
}

/** The types of a list. */
function lowerAll(items: Items, scope: TypeScope, list: Ref): Ty[] {
  return Array.from(listAt(scope.unit, list), (ref) => lowerType(items, scope, ref));
}

/** A macro in type position: what it expands to, read in the same scope. */
function lowerMacro(items: Items, scope: TypeScope, row: number): Ty {
  const expanded = items.names.expandInBody(scope.module, scope.unit, row, "type", null);
  return "root" in expanded ? lowerType(items, scopeWith(scope, { unit: expanded.unit }), expanded.root) : UNKNOWN;
}

/** Returns a const argument or array length as a type: a literal's text, a const parameter, or Unknown. */
function lowerLength(items: Items, scope: TypeScope, expr: Ref): Ty {
  if (expr === 0) return scope.hole ? scope.hole() : UNKNOWN;
  const unit = scope.unit;
  const tag = tagOf(unit, expr);
  if (tag === Tag.Literal) return items.constType(literalText(unit, expr));
  if (tag === Tag.Underscore) return scope.hole ? scope.hole() : UNKNOWN;
  if (tag === Tag.Path_) {
    const path = readPath(unit, operand(unit, expr, 0));
    if (path.names.length === 1) return findParam(scope, path.names[0]!) ?? UNKNOWN;
  }
  return UNKNOWN;
}

/** A literal's value as text; its sign stands before it. */
function literalText(unit: SourceUnit, expr: Ref): string {
  const start = unit.facts.code[expr + 1]!;
  const text = nameAt(unit, expr, 2) || unit.text.slice(start, unit.facts.code[expr + 2]);
  const value = integerValue(text);
  return unit.text[start - 1] === "-" ? `-${value}` : value;
}

/** `1_0`, `0xA`, `010` and `10usize` are one number; other literals stay as they are. */
function integerValue(text: string): string {
  const digits = /^(0[xob])?([0-9a-fA-F_]+?)(?:[iu](?:8|16|32|64|128|size))?$/.exec(text);
  if (digits === null || !/^\d/.test(text)) return text;
  return BigInt((digits[1] ?? "") + digits[2]!.replaceAll("_", "").replace(/^0+(?=.)/, "")).toString();
}

function lowerDyn(items: Items, scope: TypeScope, bounds: readonly Ref[]): Ty {
  const list: Predicate[] = [];
  for (const bound of bounds) lowerBound(items, scope, bound, UNKNOWN, list);
  return items.dynType(list.filter((p) => p.args[0] === UNKNOWN));
}

/** Returns the generic parameter of this name that is in scope, or undefined. */
export function findParam(scope: TypeScope, name: string): Ty | undefined {
  for (let g = scope.generics; g; g = g.parent) {
    const found = g.names.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Appends what the bound `self: Path` says: the trait with its arguments, and the bounds on its associated types. */
export function lowerBound(items: Items, scope: TypeScope, pathRef: Ref, self: Ty, out: Predicate[]): void {
  const path = readPath(scope.unit, pathRef);
  const ref = lowerTraitRef(items, scope, path, self);
  if (!ref) return;
  const { trait, args } = ref;
  const argsRef = path.args[path.names.length - 1]!;
  const bindings: { alias: AliasDef; type: Ty }[] = [];
  out.push({ trait, args, bindings });
  if (argsRef === 0) return;
  const unit = scope.unit;
  if (operand(unit, argsRef, 0) === 1) {
    const output = findAssociated(items, ref, "Output");
    if (output) bindings.push({ alias: output.alias, type: lowerType(items, scope, operand(unit, argsRef, 3)) });
    return;
  }
  for (const binding of listAt(unit, operand(unit, argsRef, 2))) {
    const target = findAssociated(items, { trait, args }, nameAt(unit, binding, 0));
    if (!target) continue;
    const type = operand(unit, binding, 2);
    if (type) bindings.push({ alias: target.alias, type: lowerType(items, scope, type) });
    const projection = items.store.make(Kind.Projection, target.alias.id, target.args);
    for (const bound of listAt(unit, operand(unit, binding, 3))) lowerBound(items, scope, bound, projection, out);
  }
}

/** The bound without what it says of associated types. */
function lowerTraitRef(items: Items, scope: TypeScope, path: PathView, self: Ty): TraitRef | null {
  const trait = traitAt(items, scope.unit, scope.module, path);
  return trait && { trait, args: lowerArgs(items, scope, path.args[path.names.length - 1]!, trait, [self]) };
}

/** The trait that a path names where a trait must stand; one whose declaration is not at hand has as many parameters as the path has arguments. */
export function traitAt(items: Items, unit: SourceUnit, module: Module, path: PathView): TraitDef | null {
  const found = items.names.resolve(module, path.names, path.global, "types");
  if (!found || found.used < path.names.length) return null;
  if (found.def.kind === "trait") return found.def;
  if (found.def.kind !== "external" || found.def.crate === null) return null;
  const argsRef = path.args[path.names.length - 1]!;
  const isParenthesised = argsRef !== 0 && operand(unit, argsRef, 0) === 1;
  const count = argsRef === 0 ? 0 : isParenthesised ? 1 : listAt(unit, operand(unit, argsRef, 1)).length;
  return items.names.foreignTrait(found.def, count);
}

/**
 * Returns the full argument list of an item as written at a path segment: `given` (a parent's or `Self`), then the
 * written types, then holes or defaults for those left out.
 */
export function lowerArgs(
  items: Items,
  scope: TypeScope,
  argsRef: Ref,
  def: AdtDef | AliasDef | TraitDef,
  given: readonly Ty[],
): Ty[] {
  const generics = items.generics(def);
  const args = [...given];
  if (argsRef === 0 && generics.params.length <= given.length) return args;
  if (argsRef !== 0) {
    const unit = scope.unit;
    const types = listAt(unit, operand(unit, argsRef, 1));
    if (operand(unit, argsRef, 0) === 1)
      args.push(items.store.tuple(lowerAll(items, scope, operand(unit, argsRef, 1))));
    else for (const t of types) args.push(lowerArg(items, scope, t, generics.params[args.length]));
  }
  args.length = Math.min(args.length, Math.max(generics.params.length, given.length));
  while (args.length < generics.params.length) {
    const fallback = items.paramDefault(def, args.length);
    if (fallback !== UNKNOWN && !(scope.hole && argsRef === 0)) args.push(items.instantiate(fallback, args));
    else args.push(scope.hole ? scope.hole() : UNKNOWN);
  }
  return args;
}

/** A path where a const parameter is wanted may be a constant's name, which has no type of its own. */
function lowerArg(items: Items, scope: TypeScope, type: Ref, param: Ty | undefined): Ty {
  if (
    param !== undefined &&
    items.params[items.store.payload(param)]?.isConst &&
    tagOf(scope.unit, type) === Tag.TypePath
  ) {
    return findParam(scope, plainTypeName(scope.unit, type)) ?? UNKNOWN;
  }
  return lowerType(items, scope, type);
}

/** Returns the type that a Path record names. */
export function lowerPathType(items: Items, scope: TypeScope, pathRef: Ref): Ty {
  const path = readPath(scope.unit, pathRef);
  if (path.self !== 0) return lowerQualified(items, scope, path);
  const first = path.names[0]!;
  if (!path.global) {
    if (first === "Self" && scope.self !== UNKNOWN) return associatedChain(items, scope, scope.self, path, 1);
    const param = findParam(scope, first);
    if (param !== undefined) return associatedChain(items, scope, param, path, 1);
  }
  const found = items.names.resolve(scope.module, path.names, path.global, "types");
  if (!found) return UNKNOWN;
  const argsRef = path.args[found.used - 1]!;
  const base = typeOfDef(items, scope, found.def, argsRef, path, found.used);
  return associatedChain(items, scope, base, path, found.used);
}

function typeOfDef(
  items: Items,
  scope: TypeScope,
  def: { kind: string },
  argsRef: Ref,
  path: PathView,
  used: number,
): Ty {
  const { store } = items;
  switch (def.kind) {
    case "struct":
    case "enum":
    case "union": {
      const adt = def as AdtDef;
      return store.make(Kind.Adt, adt.id, lowerArgs(items, scope, argsRef, adt, []));
    }
    case "variant": {
      const { adt } = def as unknown as { adt: AdtDef };
      const written = path.args[used - 1] || path.args[used - 2] || 0;
      return store.make(Kind.Adt, adt.id, lowerArgs(items, scope, written, adt, []));
    }
    case "alias": {
      const alias = def as AliasDef;
      return items.instantiate(items.aliasType(alias), lowerArgs(items, scope, argsRef, alias, []));
    }
    case "trait": {
      const trait = def as TraitDef; // `Trait` alone, as edition 2015 wrote `dyn Trait`
      return items.dynType([{ trait, args: lowerArgs(items, scope, argsRef, trait, [UNKNOWN]), bindings: [] }]);
    }
    case "external":
      return externalType(items, scope, (def as unknown as { path: string }).path, argsRef);
    case "prim":
      return store.prim((def as unknown as { name: string }).name) ?? UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function externalType(items: Items, scope: TypeScope, path: string, argsRef: Ref): Ty {
  const written =
    argsRef === 0 || operand(scope.unit, argsRef, 0) === 1 ? [] : listAt(scope.unit, operand(scope.unit, argsRef, 1));
  const args = Array.from(written, (t) => lowerType(items, scope, t));
  return path.endsWith("::Result") ? foreignResult(items, scope, path, args) : items.externalType(path, args);
}

/** A crate's `Result` is std's, with the crate's `Error` where none is given. */
function foreignResult(items: Items, scope: TypeScope, path: string, args: readonly Ty[]): Ty {
  const value = args[0] ?? (scope.hole ? scope.hole() : UNKNOWN);
  const error = args[1] ?? items.externalType(path.replace(/Result$/, "Error"), []);
  return items.adtType("core::result::Result", [value, error]);
}

/** `<T as Trait>::Name` and `<T>::Name`. */
function lowerQualified(items: Items, scope: TypeScope, path: PathView): Ty {
  return path.trait === 0
    ? associatedChain(items, scope, lowerType(items, scope, path.self), path, 0)
    : associatedChain(items, scope, projectionAt(items, scope, path), path, 1);
}

/** The first segment of `<T as Trait>::Name::…`, an associated type of the trait. */
export function projectionAt(items: Items, scope: TypeScope, path: PathView): Ty {
  const self = lowerType(items, scope, path.self);
  const list: Predicate[] = [];
  lowerBound(items, scope, path.trait, self, list);
  const name = path.names[0];
  const target = list[0] && name !== undefined ? findAssociated(items, list[0], name) : null;
  if (!target) return UNKNOWN;
  const args = lowerArgs(items, scope, path.args[0]!, target.alias, target.args);
  return items.store.make(Kind.Projection, target.alias.id, args);
}

/** Applies the segments from `from` on as associated types: `T::Item::Key`. */
function associatedChain(items: Items, scope: TypeScope, base: Ty, path: PathView, from: number): Ty {
  let ty = base;
  for (let i = from; i < path.names.length && ty !== UNKNOWN; i++)
    ty = associatedOf(items, scope, ty, path.names[i]!, path.args[i]!);
  return ty;
}

/** Returns what `base::name` is: through the bounds on `base`, through the impl around, or through a trait in scope. */
export function associatedOf(items: Items, scope: TypeScope, base: Ty, name: string, argsRef: Ref): Ty {
  const own = ownAssociated(items, scope, base, name);
  if (own !== UNKNOWN) return own;
  const target = associatedByBounds(items, scope, base, name) ?? associatedByScope(items, scope, base, name);
  if (!target) return UNKNOWN;
  return items.store.make(
    Kind.Projection,
    target.alias.id,
    lowerArgs(items, scope, argsRef, target.alias, target.args),
  );
}

/** `Self::Item` in an impl that defines `Item`. */
function ownAssociated(items: Items, scope: TypeScope, base: Ty, name: string): Ty {
  const impl = scope.container;
  if (impl?.kind !== "impl" || base !== scope.self) return UNKNOWN;
  const alias = items.associatedType(impl, name);
  return alias && alias.item.generics.params.length === 0 ? items.aliasType(alias) : UNKNOWN;
}

interface Associated {
  readonly alias: AliasDef;
  readonly args: readonly Ty[];
}

/** Finds the associated type in the trait or in a trait above it, with that trait's arguments. */
export function findAssociated(items: Items, ref: TraitRef, name: string): Associated | null {
  const pending: TraitRef[] = [ref];
  const seen = new Set<TraitDef>();
  for (let at = 0; at < pending.length; at++) {
    const { trait, args } = pending[at]!;
    if (seen.has(trait)) continue;
    seen.add(trait);
    const alias = items.associatedType(trait, name);
    if (alias) return { alias, args };
    if (!items.traitClosure(trait).some((t) => t.knownBy !== null || items.associatedType(t, name))) continue;
    for (const above of items.supertraits(trait)) pending.push(items.instantiateRef(above, args));
  }
  const foreign = foreignAbove(items, ref.trait);
  const at = foreign && pending.find(({ trait }) => trait === foreign);
  return at ? { alias: items.names.foreignType(at.trait, name), args: at.args } : null;
}

/** The trait itself or one above it, if its declaration is not at hand: what no other trait declares must be that one's. */
function foreignAbove(items: Items, trait: TraitDef): TraitDef | undefined {
  return items.traitClosure(trait).find((t) => t.knownBy !== null);
}

/** Bounds as written, since the predicates may be just in the making: `T: Trait`, `where T: Trait`, `Self: Trait`. */
function associatedByBounds(items: Items, scope: TypeScope, base: Ty, name: string): Associated | null {
  return boundsAssociated(items, scope, base, name, false) ?? boundsAssociated(items, scope, base, name, true);
}

/** With `foreign`, traits whose declaration is not at hand are taken to declare what no other does. */
function boundsAssociated(items: Items, scope: TypeScope, base: Ty, name: string, foreign: boolean): Associated | null {
  const { store } = items;
  if (scope.container?.kind === "trait" && base === items.generics(scope.container).params[0]) {
    const found = findAssociated(items, { trait: scope.container, args: items.generics(scope.container).params }, name);
    if (found) return found;
  }
  if (store.kind(base) === Kind.Projection) {
    const found = associatedByAliasBounds(items, base, name);
    if (found) return found;
  }
  const isParam = store.kind(base) === Kind.Param;
  for (let g = scope.generics; g; g = g.parent) {
    if (!g.source) continue;
    const { unit, generics } = g.source;
    for (const p of generics.params) {
      if (!isParam || g.names.get(p.name) !== base) continue;
      const found = firstAssociated(items, scope, unit, p.bounds, base, name, foreign);
      if (found) return found;
    }
    for (const clause of generics.where) {
      const plain = plainTypeName(unit, clause.type);
      const same =
        plain !== ""
          ? plain === "Self"
            ? base === scope.self
            : g.names.get(plain) === base || findParam(scope, plain) === base
          : !isParam && whereIs(items, scope, unit, clause.type, base);
      const found = same ? firstAssociated(items, scope, unit, clause.bounds, base, name, foreign) : null;
      if (found) return found;
    }
  }
  return null;
}

let whereDepth = 0;
/** Does the type of a where-clause read as `base`? Guarded, since reading it may ask the same question again. */
function whereIs(items: Items, scope: TypeScope, unit: SourceUnit, type: Ref, base: Ty): boolean {
  if (whereDepth > 2) return false;
  whereDepth++;
  const same = lowerType(items, scopeWith(scope, { unit }), type) === base;
  whereDepth--;
  return same;
}

/** Bounds that a trait declares on its associated type: `type Item: Iterator`. */
function associatedByAliasBounds(items: Items, base: Ty, name: string): Associated | null {
  for (const bound of aliasBounds(items, base)) {
    const found = findAssociated(items, bound, name);
    if (found) return found;
  }
  return null;
}

/** Bounds that a trait declares on the associated type a projection names, with the projection as `args[0]`. */
export function aliasBounds(items: Items, projection: Ty): Predicate[] {
  const alias = items.names.aliases[items.store.payload(projection)]!;
  const generics = items.generics(alias);
  const scope = items.scopeOf(alias, generics);
  const args = items.store.args(projection);
  const list: Predicate[] = [];
  const self = items.store.make(Kind.Projection, alias.id, generics.params);
  for (const bound of listAt(alias.unit, alias.item.bounds)) lowerBound(items, scope, bound, self, list);
  const container = alias.container;
  if (container?.kind === "trait") {
    for (const p of writtenOn(items, container, self)) list.push(p);
  }
  return list.map((p) => items.instantiatePredicate(p, args));
}

/** Where-clauses of a trait on one of its own associated types: `where Self::Item: Clone`. */
function writtenOn(items: Items, trait: TraitDef, type: Ty): Predicate[] {
  if (trait.item.generics.where.length === 0) return [];
  return items.predicates(trait).filter((p) => p.args[0] === type);
}

function firstAssociated(
  items: Items,
  scope: TypeScope,
  unit: SourceUnit,
  bounds: Ref,
  base: Ty,
  name: string,
  foreign: boolean,
): Associated | null {
  const inner = unit === scope.unit ? scope : scopeWith(scope, { unit });
  for (const bound of listAt(unit, bounds)) {
    const path = readPath(unit, bound);
    const trait = traitAt(items, unit, scope.module, path);
    const declares = (t: TraitDef): boolean =>
      (foreign && t.knownBy !== null) || items.associatedType(t, name) !== null;
    if (!trait || !items.traitClosure(trait).some(declares)) continue;
    if (boundDepth > MAX_BOUND_DEPTH) continue;
    boundDepth++;
    // What the bound says of associated types may name the one that is looked for: `T: Iterator<Item: Into<Wrap<T::Item>>>`.
    const ref = lowerTraitRef(items, inner, path, base);
    boundDepth--;
    const found = ref && findAssociated(items, ref, name);
    if (found) return found;
  }
  return null;
}

/** Bounds being read for the sake of other bounds: `T: Trait<T::Item>` asks for itself. */
let boundDepth = 0;
const MAX_BOUND_DEPTH = 4;

/** `Type::Name` where only a trait in scope can tell: the one that declares `Name` (the impl's own trait first). */
function associatedByScope(items: Items, scope: TypeScope, base: Ty, name: string): Associated | null {
  if (scope.container?.kind === "impl") {
    const header = items.implHeader(scope.container);
    const found = header.trait && header.self === base ? findAssociated(items, header.trait, name) : null;
    if (found) return found;
  }
  const k = items.store.kind(base);
  if (k === Kind.Param || k === Kind.Projection) return null;
  for (const trait of items.names.traitsInScope(scope.module)) {
    const alias = items.associatedType(trait, name);
    if (alias)
      return {
        alias,
        args: [
          base,
          ...items
            .generics(trait)
            .params.slice(1)
            .map(() => UNKNOWN),
        ],
      };
  }
  return null;
}
