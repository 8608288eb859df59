/**
 * What a symbol's name says: crate, modules, type, trait, function, closures, copies.
 *
 * Both manglings and all demanglers come down to a path whose segments are names, `{closure#0}`, `<T as Trait>` or `<impl Trait for T>`.
 * The function as written is the path without closures and async bodies, without generic arguments and without the crate that made the
 * copy; what was taken off says which copy it is.
 */

import { BoundedText, SizeLimitReached } from "./bounded-text.ts";
import { parseV0, printV0 } from "./demangle-v0.ts";
import { readSpelling } from "./spelling.ts";
import { type ImplHeader, type PathSegment, parsePathText, type Term } from "./term.ts";

/** A symbol's name taken apart. */
export interface SymbolPath {
  /** The name without hashes, suffixes and recursion levels. */
  readonly text: string;
  /**
   * Names on the way to the function, its own name last, closures left out: `shop`, `Scale`, `times`. With an impl header: those behind
   * it, several for nested functions. Never empty.
   */
  readonly names: readonly string[];
  /** The function's own name. */
  readonly name: string;
  /** Type, and trait if any, whose function it is, where the name has them in angle brackets. */
  readonly impl?: ImplHeader;
  /** Names before the impl header, crate first: the module of `shop_core::money::<impl Mul<Money> for i64>`. Else empty. */
  readonly scope: readonly string[];
  /** Crates that may define the function, as far as the name says: that of the module, or those of the type and of the trait. */
  readonly crates: readonly string[];
  /** Generic arguments of the segment before the name: `T` in `Catalog<T>::push`. */
  readonly owner: readonly Term[];
  /** Generic arguments of the function itself. */
  readonly generics: readonly Term[];
  /** Closures and async bodies inside the function, outermost first: `{closure#0}`; without a number where the name has none. */
  readonly closures: readonly string[];
  /** Kind of a shim around the function: `vtable`, `reify`, … */
  readonly shim?: string;
  /** True when an impl block is known by number only (`{impl#3}`): its type and trait may be any. */
  readonly isImplUnknown: boolean;
  /** See {@link "./spelling.ts".Spelling}. */
  readonly suffix: string;
  readonly level: number;
  readonly hash?: string;
  readonly crateHash?: string;
}

/** A body without a name, in the spellings of the demanglers, of DWARF and of PDB files. */
const BODY =
  /^\{?(?:closure|async_fn|async_block|async_closure|coroutine|gen_fn|gen_block|gen_closure)(?:_env)?(?:[#$]\d+)?\}?$/;
const SHIM = /\{(?:shim:)?([\w.]*?)(?:[._]shim)?(?:#\d+)?\}$/;
const NUMBERED_IMPL = /^(?:\{impl#\d+\}|impl\$\d+|\{impl\})$/;

/**
 * Returns the parts of a symbol's name in any of the forms that tools print, or `undefined` for what is no path: addresses,
 * `[unknown]`, signatures of C++. Never throws.
 */
export function parseSymbolPath(symbol: string): SymbolPath | undefined {
  const { text, ...spelling } = readSpelling(symbol);
  const segments = parsePathText(text);
  const parts = segments && assemble(segments);
  if (parts === undefined) return undefined;
  return { text, ...parts, ...spelling };
}

type Parts = Omit<SymbolPath, "text" | "suffix" | "level" | "hash" | "crateHash">;

function assemble(segments: readonly PathSegment[]): Parts | undefined {
  const headerAt = segments.findLastIndex((segment) => segment.impl !== undefined);
  const behind = segments.slice(headerAt + 1);
  const named = behind.filter((segment) => bareName(segment.name) !== "");
  const last = named.at(-1);
  if (last === undefined) return undefined;
  const header = segments[headerAt]?.impl;
  const outer = header && outerHeader(header);
  const impl = outer?.impl ?? header;
  const scope = bareNames(segments.slice(0, Math.max(headerAt, 0)));
  const names = [...(outer?.names ?? []), ...bareNames(named)];
  const shim = readShim(behind);
  return {
    names,
    name: names.at(-1)!,
    ...(impl !== undefined && { impl }),
    scope,
    crates: definingCrates(impl, scope[0] ?? (impl === undefined && names.length > 1 ? names[0] : undefined)),
    owner: named.at(-2)?.generics ?? [],
    generics: last.generics,
    closures: behind
      .slice(behind.indexOf(last) + 1)
      .map((segment) => segment.name)
      .filter(isBody),
    ...(shim !== undefined && { shim }),
    isImplUnknown: behind.some((segment) => NUMBERED_IMPL.test(segment.name)),
  };
}

/** `<<S as Tr>::f::Inner>::g` is the function `f::Inner::g` behind the header `<S as Tr>`. */
function outerHeader({ self, trait }: ImplHeader): { impl: ImplHeader; names: readonly string[] } | undefined {
  const [type, ofTrait] = self.args;
  if (trait !== undefined || self.kind !== "qualified" || type === undefined) return undefined;
  return { impl: { self: type, ...(ofTrait !== undefined && { trait: ofTrait }) }, names: self.path };
}

/** Tells whether a segment is a closure or an async body. */
export function isBody(segment: string): boolean {
  return BODY.test(segment);
}

/** Returns the names among segments, without closures and what else has none. */
export function bareNames(segments: readonly PathSegment[]): string[] {
  return segments.map((segment) => bareName(segment.name)).filter((name) => name !== "");
}

/** Returns a segment's name without a shim's mark; empty for closures, numbered impls and everything else in braces. */
function bareName(segment: string): string {
  if (isBody(segment) || NUMBERED_IMPL.test(segment)) return "";
  const brace = segment.indexOf("{");
  return brace < 0 ? segment : segment.slice(0, brace);
}

function readShim(segments: readonly PathSegment[]): string | undefined {
  const last = segments.at(-1)!.name;
  if (isBody(last) || NUMBERED_IMPL.test(last)) return undefined;
  return SHIM.exec(last)?.[1];
}

function definingCrates(impl: ImplHeader | undefined, first: string | undefined): string[] {
  if (first !== undefined) return [first];
  if (impl === undefined) return [];
  const crates = [crateOf(impl.self), impl.trait && crateOf(impl.trait)];
  return [...new Set(crates.filter((crate) => crate !== undefined))];
}

/** Returns the crate at the head of a type's path, through references, of a trait object that of its principal trait. */
export function crateOf(term: Term): string | undefined {
  let at = term;
  while (INDIRECT.has(at.kind) && at.args[0] !== undefined) at = at.args[0];
  return at.kind === "path" && at.path.length > 1 ? at.path[0] : undefined;
}

const INDIRECT: ReadonlySet<string> = new Set(["reference", "mutable-reference", "object", "qualified"]);

/** Returns the crate for which a copy of a generic function was compiled; only mangled v0 symbols tell. */
export function instantiatingCrate(symbol: string): string | undefined {
  const v0 = parseV0(symbol);
  if (v0 === undefined || v0.instantiatingCrate < 0) return undefined;
  const out = new BoundedText(LONGEST_CRATE_NAME);
  try {
    printV0(v0, true, out, v0.instantiatingCrate);
  } catch (error) {
    if (!(error instanceof SizeLimitReached)) throw error;
  }
  return out.text;
}

const LONGEST_CRATE_NAME = 1000;
