/**
 * How well a type of the source fits a type of a symbol.
 *
 * The source's type may have parameters (`W<T>`), the symbol's is what a copy was made for (v0: `W<&str>`) or the header of the impl as
 * written (legacy: `W<T>`). The result is a distance: 0 for the same text, more the more a parameter had to stand for and the more
 * had to be guessed, {@link NO_FIT} where nothing makes them equal. Of several impls the one that fits best is meant; Rust's rules
 * against overlapping impls make it a single one.
 */

import { crateOf } from "./path.ts";
import type { Term } from "./term.ts";

/** The types differ. */
export const NO_FIT = Number.POSITIVE_INFINITY;

/** Prices of what two printed types may differ in. */
const COST = {
  /** The symbol doesn't say (`_`). */
  unsaid: 1,
  /** Another path of the same name, as std's re-exports have them. */
  otherPath: 1,
  /** A path that has only the name in common, for types whose path the source side doesn't know. */
  otherModule: 2,
  /** The same, in another module than expected. */
  guessedModule: 20,
  /** A parameter of the source stands for a type; plus the type's size. */
  parameter: 2,
  /** An associated type or a computed constant of the source stands for something. */
  computed: 3,
  /** An argument is written on one side only. */
  argument: 3,
} as const;

/** What is known of the workspace when types are compared. */
export interface UnifyContext {
  /** Names of the crates of the workspace. */
  readonly crates: ReadonlySet<string>;
  /** Tells whether a path is that of a function of the workspace. */
  isFunction(path: readonly string[]): boolean;
}

const PRIMITIVES: ReadonlySet<string> = new Set(
  "bool char str i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f16 f32 f64 f128 true false".split(" "),
);
const AUTO_TRAITS: ReadonlySet<string> = new Set(["Send", "Sync", "Unpin", "UnwindSafe", "RefUnwindSafe", "Freeze"]);

/** Returns the distance of a source's type from a symbol's. */
export function unify(source: Term, symbol: Term, context: UnifyContext): number {
  if (isUnsaid(symbol)) return COST.unsaid;
  if (isComputed(source)) return computedCost(source, symbol, context);
  if (isParameter(source)) return parameterCost(source, symbol);
  if (source.kind !== symbol.kind)
    return symbol.kind === "qualified" ? localOfMethodCost(source, symbol, context) : NO_FIT;
  switch (source.kind) {
    case "path":
      return pathCost(source.path, symbol.path, context) + argumentsCost(source.args, symbol.args, context);
    case "object":
      return objectCost(source, symbol, context);
    case "function":
      return qualifiersCost(source, symbol) + elementsCost(source.args, symbol.args, context);
    case "value":
      return source.path[0] === symbol.path[0] ? 0 : NO_FIT;
    case "qualified":
      return source.path.join("::") === symbol.path.join("::")
        ? elementsCost(source.args, symbol.args, context)
        : NO_FIT;
    default:
      return elementsCost(source.args, symbol.args, context);
  }
}

/**
 * Returns the distance of an impl's trait from a symbol's, both for the type `self`. Arguments equal to their default are left out in symbols: that of
 * `impl Add for Money` is `Add`, although its trait is `Add<Money>`.
 */
export function unifyTrait(source: Term, symbol: Term, self: Term, context: UnifyContext): number {
  const cost = pathCost(source.path, symbol.path, context);
  if (cost === NO_FIT) return NO_FIT;
  const written = symbol.args.length;
  const omitted = source.args.slice(written).map((arg) => (unify(arg, self, context) === 0 ? 0 : COST.argument));
  const common = argumentsCost(source.args.slice(0, written), symbol.args, context);
  return cost + common + sum(omitted);
}

/** Returns the distance of generic arguments, as far as both sides have them. */
export function argumentsCost(source: readonly Term[], symbol: readonly Term[], context: UnifyContext): number {
  const common = Math.min(source.length, symbol.length);
  const surplus = Math.max(source.length, symbol.length) - common;
  return elementsCost(source.slice(0, common), symbol.slice(0, common), context) + COST.argument * surplus;
}

/** Tells whether a type of the source is a generic parameter: a bare name that is no primitive type. */
export function isParameter(term: Term): boolean {
  return term.kind === "path" && term.path.length === 1 && term.args.length === 0 && !PRIMITIVES.has(term.path[0]!);
}

/**
 * Tells whether a type of the source stands for one that only the compiler can name. `<T as Trait>::Item` does; `<T as Trait>::method::Local` is
 * a type inside of a method, and no other.
 */
function isComputed(term: Term): boolean {
  return term.kind === "opaque" || (term.kind === "qualified" && term.path.length === 1);
}

function isUnsaid(term: Term): boolean {
  return term.kind === "opaque" || (term.kind === "path" && term.path.length === 1 && term.path[0] === "_");
}

function parameterCost(source: Term, symbol: Term): number {
  if (source.path[0] === "_") return COST.computed + sizeOf(symbol);
  return isParameter(symbol) && source.path[0] === symbol.path[0] ? 0 : COST.parameter + sizeOf(symbol);
}

/** Paths of the workspace are compared whole; others by their last names, because std's items have several paths. */
function pathCost(source: readonly string[], symbol: readonly string[], context: UnifyContext): number {
  if (source.at(-1) !== symbol.at(-1)) return NO_FIT;
  if (source.length === symbol.length && source.every((name, i) => name === symbol[i])) return 0;
  const isOurs = context.crates.has(source[0]!) || context.crates.has(symbol[0]!);
  if (isOurs && source.length > 1 && symbol.length > 1) return localTypeCost(source, symbol, context);
  return isPartOf(source.slice(1), symbol) ? COST.otherPath : COST.otherModule;
}

/** A type inside a function may be known by its module only: `m::Local` for `m::f::Local`. */
function localTypeCost(source: readonly string[], symbol: readonly string[], context: UnifyContext): number {
  const module = source.slice(0, -1);
  const isInside = symbol.length > source.length && module.every((name, i) => name === symbol[i]);
  return isInside && context.isFunction(symbol.slice(0, -1)) ? COST.otherModule : NO_FIT;
}

/** The same for a type inside a trait's method: `m::Key` for `<m::Captures as Debug>::fmt::Key`. */
function localOfMethodCost(source: Term, symbol: Term, context: UnifyContext): number {
  const crate = source.kind === "path" ? source.path[0]! : "";
  const isLocal = context.crates.has(crate) && symbol.args.some((arg) => crateOf(arg) === crate);
  if (!isLocal || source.path.at(-1) !== symbol.path.at(-1)) return NO_FIT;
  const module = source.path.slice(0, -1);
  const isNear = module.every((name, i) => name === symbol.args[0]!.path[i]);
  return isNear ? COST.otherModule : COST.guessedModule;
}

/** An associated type stands for anything, best for itself. */
function computedCost(source: Term, symbol: Term, context: UnifyContext): number {
  const isAlike = source.kind === symbol.kind && source.path.join("::") === symbol.path.join("::");
  const same = isAlike ? elementsCost(source.args, symbol.args, context) : NO_FIT;
  return Math.min(same, COST.computed + sizeOf(symbol));
}

/** Tells whether names occur in a path in this order: `io::Error` in `std::io::error::Error`. */
function isPartOf(names: readonly string[], path: readonly string[]): boolean {
  let next = 0;
  for (const name of path) if (name === names[next]) next++;
  return next === names.length;
}

/** The principal trait comes first; the order of `Send` and `Sync` says nothing. */
function objectCost(source: Term, symbol: Term, context: UnifyContext): number {
  if (autoTraits(source) !== autoTraits(symbol)) return NO_FIT;
  return elementsCost(principals(source), principals(symbol), context);
}

function principals(object: Term): Term[] {
  return object.args.filter((bound) => !AUTO_TRAITS.has(bound.path.at(-1) ?? ""));
}

function autoTraits(object: Term): string {
  const names = object.args.map((bound) => bound.path.at(-1) ?? "").filter((name) => AUTO_TRAITS.has(name));
  return names.sort().join();
}

/** Not every printer of function pointers tells `unsafe` and the ABI. */
function qualifiersCost(source: Term, symbol: Term): number {
  return source.path.join() === symbol.path.join() ? 0 : COST.unsaid;
}

function elementsCost(source: readonly Term[], symbol: readonly Term[], context: UnifyContext): number {
  if (source.length !== symbol.length) return NO_FIT;
  let cost = 0;
  for (let i = 0; i < source.length && cost < NO_FIT; i++) cost += unify(source[i]!, symbol[i]!, context);
  return cost;
}

/** Number of terms in a term. */
function sizeOf(term: Term): number {
  let size = 1;
  for (const arg of term.args) size += sizeOf(arg);
  return size;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Tells whether a term names a crate of the workspace anywhere at the head of a type or of its arguments. */
export function mentionsWorkspace(term: Term, context: UnifyContext): boolean {
  const crate = crateOf(term);
  return (crate !== undefined && context.crates.has(crate)) || term.args.some((arg) => mentionsWorkspace(arg, context));
}

/** Returns the word under which impls for a type are indexed: the last name of a path, a mark for other kinds; `*` for any type. */
export function headWord(term: Term): string {
  return isComputed(term) ? ANY_HEAD : symbolHeadWord(term);
}

/** Returns the word under which impls for a symbol's type are looked up. */
export function symbolHeadWord(term: Term): string {
  if (isParameter(term) || term.kind === "opaque") return ANY_HEAD;
  return term.path.length > 0 && term.kind !== "function" ? term.path.at(-1)! : `<${term.kind}>`;
}

/** Index word of parameters. */
export const ANY_HEAD = "*";
