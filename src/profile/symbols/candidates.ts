/**
 * From a symbol's path to the functions of the source that it may be a copy of, with the rule and the distance of each.
 *
 * A path takes one of three forms. `<T as Trait>::f` is the method of an impl of the trait that fits `T`, or the trait's own `f`, which
 * v0 names by the type although the type has none. `<T>::f` and `T::f` are methods of `T`'s inherent impls. Any other path is a function
 * where it says. Names of the workspace have to agree from the crate on; arguments of types only rank the candidates.
 */

import type { SymbolPath } from "./path.ts";
import type { FunctionPattern, PatternIndex } from "./patterns.ts";
import type { ImplHeader, Term } from "./term.ts";
import { argumentsCost, isParameter, NO_FIT, symbolHeadWord, unify, unifyTrait } from "./unify.ts";

/** How a symbol's function was found. */
export type NameRule = "function" | "method" | "impl" | "default" | "numbered-impl" | "enclosing" | "exported";

/** A function that a symbol may be a copy of. */
export interface Candidate {
  readonly pattern: FunctionPattern;
  readonly rule: NameRule;
  /** Distance; the smallest is meant. */
  readonly cost: number;
}

/**
 * Ranks of candidates, far apart: an impl that fits goes before the trait's default, this before an impl whose type isn't known, and all
 * before what the scan's `cfg` leaves out.
 */
export const RANK = { default: 1e6, unknownType: 2e6, declared: 3e6, inactive: 1e7 } as const;
/** Levels of functions and modules inside a function that are looked through for it. */
const DEEPEST_NESTING = 8;
/** The impl isn't in the module that the symbol names. */
const OTHER_MODULE = 2;

/** Returns the functions that fit, in no order; none where the symbol is no function of the workspace, or one that it lacks. */
export function findCandidates(path: SymbolPath, index: PatternIndex): Candidate[] {
  if (path.crates.length === 0 && path.impl === undefined) return exported(path, index);
  const found = directCandidates(path, index);
  if (found.length === 0) return enclosing(path, index);
  // What a static inside a function runs is part of the function.
  const isInner = path.names.length > 1 && found.every(({ pattern }) => pattern.kind === "initializer");
  const around = isInner ? enclosing(path, index) : [];
  return around.length > 0 ? around : found;
}

function directCandidates(path: SymbolPath, index: PatternIndex): Candidate[] {
  const { impl } = path;
  const found =
    impl === undefined
      ? plain(path, index)
      : impl.trait === undefined
        ? inherent(path, impl.self, index)
        : ofTrait(path, impl.self, impl.trait, index);
  const fitting = found.filter((candidate) => candidate.cost < NO_FIT);
  return fitting.map((candidate) =>
    candidate.pattern.isInactive ? { ...candidate, cost: candidate.cost + RANK.inactive } : candidate,
  );
}

/** A bare name is that of a function with `#[no_mangle]`. */
function exported(path: SymbolPath, index: PatternIndex): Candidate[] {
  return index.exported(path.name).map((pattern) => ({ pattern, rule: "exported", cost: 0 }));
}

function plain(path: SymbolPath, index: PatternIndex): Candidate[] {
  if (path.isImplUnknown) return numbered(path, index);
  const functions = index.functions(path.name, path.names.at(-2)!);
  const exact = functions.filter((pattern) => !pattern.isHeaded && isSame(pattern.names, path.names));
  return exact.map((pattern) => ({
    pattern,
    rule: pattern.kind === "trait_method" ? "default" : pattern.impl === undefined ? "function" : "method",
    cost: ownerCost(pattern, path.owner, index),
  }));
}

/** `Catalog<Item>::random` isn't in `impl<T> Catalog<T>` if there is an `impl Catalog<Item>`. */
function ownerCost(pattern: FunctionPattern, owner: readonly Term[], index: PatternIndex): number {
  const self = pattern.impl?.self;
  return self === undefined || owner.length === 0 ? 0 : argumentsCost(self.args, owner, index);
}

function inherent(path: SymbolPath, self: Term, index: PatternIndex): Candidate[] {
  const parent = path.names.length > 1 ? path.names.at(-2)! : symbolHeadWord(self);
  return index.functions(path.name, parent).map((pattern) => ({
    pattern,
    rule: "method",
    cost: pattern.isHeaded
      ? headedCost(pattern, path, (impl) => (impl.trait === undefined ? unify(impl.self, self, index) : NO_FIT))
      : inherentCost(pattern, path, self, index),
  }));
}

function inherentCost(pattern: FunctionPattern, path: SymbolPath, self: Term, index: PatternIndex): number {
  if (self.kind !== "path" || !isSame(pattern.names, [...self.path, ...path.names])) return NO_FIT;
  return ownerCost(pattern, self.args, index) + moduleCost(pattern, path);
}

function ofTrait(path: SymbolPath, self: Term, trait: Term, index: PatternIndex): Candidate[] {
  const traitName = trait.path.at(-1) ?? "";
  const isNested = path.names.length > 1;
  const methods = isNested
    ? index.functions(path.name, path.names.at(-2)!)
    : index.traitMethods(path.name, traitName, symbolHeadWord(self));
  const isOurs = index.crates.has(trait.path[0]!);
  const found: Candidate[] = methods.map((pattern) => ({
    pattern,
    rule: "impl",
    cost: headedCost(pattern, path, (impl) => implCost(impl, self, trait, isOurs, index)),
  }));
  if (!isOurs) return found;
  const names = [...trait.path, ...path.names];
  const declared = isNested ? methods : index.functions(path.name, traitName);
  for (const pattern of declared) {
    if (pattern.isHeaded || !isSame(pattern.names, names)) continue;
    found.push({ pattern, rule: "default", cost: pattern.hasBody ? RANK.default : RANK.declared });
  }
  return found;
}

function implCost(impl: ImplHeader, self: Term, trait: Term, isOurs: boolean, index: PatternIndex): number {
  if (impl.trait === undefined) return NO_FIT;
  const cost = unify(impl.self, self, index) + unifyTrait(impl.trait, trait, self, index);
  if (!isParameter(impl.self)) return cost;
  // Only the crate of a trait may implement it for all types. `_`: the type isn't known.
  if (!isOurs && !isParameter(self)) return NO_FIT;
  return impl.self.path[0] === "_" ? cost + RANK.unknownType : cost;
}

/** Compares names behind impl headers, and the headers. */
function headedCost(pattern: FunctionPattern, path: SymbolPath, compare: (impl: ImplHeader) => number): number {
  if (!pattern.isHeaded || pattern.impl === undefined || !isSame(pattern.names, path.names)) return NO_FIT;
  return compare(pattern.impl) + moduleCost(pattern, path);
}

/** Legacy symbols name the module of an impl that is in another one than its type. */
function moduleCost(pattern: FunctionPattern, path: SymbolPath): number {
  return path.scope.length === 0 || pattern.module === path.scope.join("::") ? 0 : OTHER_MODULE;
}

/** DWARF names of impls have a number only: any method of that name in the module may be meant. */
function numbered(path: SymbolPath, index: PatternIndex): Candidate[] {
  const module = path.names.slice(0, -1).join("::");
  const methods = index.named(path.name).filter((pattern) => pattern.impl !== undefined && pattern.module === module);
  return methods.map((pattern) => ({ pattern, rule: "numbered-impl", cost: 0 }));
}

/** What a macro of another crate defines inside a function or a static belongs to that. */
function enclosing(path: SymbolPath, index: PatternIndex): Candidate[] {
  const fewest = Math.max(path.impl === undefined ? 3 : 2, path.names.length - DEEPEST_NESTING);
  for (let count = path.names.length; count >= fewest; count--) {
    const names = path.names.slice(0, count - 1);
    if (path.impl === undefined && index.modules.has(names.join("::"))) break;
    const around = directCandidates({ ...path, names, name: names.at(-1)!, owner: [] }, index);
    if (around.length > 0) return around.map((candidate) => ({ ...candidate, rule: "enclosing" }));
  }
  return [];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i]);
}
