/**
 * Where types and paths end. Generic argument lists are skipped by counting angle brackets, groups by their partners, so
 * nothing here recurses and every function is linear in what it passes over.
 *
 * After the Reference's chapters "Types" and "Paths". All functions take a row and return the row behind the construct, or
 * -1 when none starts there.
 */
import type { TokenBuffer } from "../buffer.ts";
import { closesAngle, isGroupEnd, isOpen, isPathSegment, isPlainIdent, isWord, opensAngle, Tok } from "../tokens.ts";

/** Returns the row behind the generic argument list whose `<` stands at `row`, splitting `>>` and its like. */
export function skipAngles(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  let depth = 0;
  for (let at = row; ; ) {
    const here = kind[at]!;
    if (isOpen(here)) at = tokens.afterTree(at);
    else if (isGroupEnd(here) || here === Tok.Semi || here === Tok.FatArrow) return -1;
    else {
      // `<<` and `>>` count once here and once more at the row of their tail.
      if (opensAngle(here)) depth++;
      else if (closesAngle(here)) depth--;
      at++;
      if (depth === 0) return at;
    }
  }
}

/** True where `<` or the first half of `<<` stands. */
function isAngle(kind: number): boolean {
  return kind === Tok.Lt || kind === Tok.Shl || kind === Tok.LArrow;
}

/** Skips `for<'a, 'b>` where it stands; returns `row` itself otherwise, -1 when it is cut off. */
function skipBinder(tokens: TokenBuffer, row: number): number {
  return tokens.kind[row] === Tok.For && isAngle(tokens.kind[row + 1]!) ? skipAngles(tokens, row + 1) : row;
}

/**
 * A type. With `plus`, bounds may follow (`dyn A + B`, `impl A + 'a`); a cast's type takes none, since `+` is then an
 * addition.
 */
export function skimType(tokens: TokenBuffer, row: number, plus: boolean): number {
  const { kind } = tokens;
  let at = row;
  for (;;) {
    at = skimTypePrefix(tokens, at);
    const atom = at < 0 ? -1 : skimTypeAtom(tokens, at);
    if (atom < 0) return -1;
    const first = kind[at]!;
    at = atom;
    if (kind[at] === Tok.RArrow && kind[at - 1] === Tok.CloseParen && first !== Tok.OpenParen) at++;
    else if (plus && kind[at] === Tok.Plus) {
      at++;
      if (!beginsType(tokens, at) && kind[at] !== Tok.Use) return at;
    } else return at;
  }
}

/** What may stand before a type any number of times: references, pointers, `dyn`, `impl`, binders, `unsafe extern "C"`. */
function skimTypePrefix(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  for (let at = row; ; ) {
    const next = typePrefixEnd(tokens, at);
    if (next === at || next < 0) return next;
    at = next;
    if (isGroupEnd(kind[at]!)) return -1;
  }
}

function typePrefixEnd(tokens: TokenBuffer, at: number): number {
  const { kind } = tokens;
  switch (kind[at]) {
    case Tok.And:
    case Tok.AndAnd: {
      const next = at + 1;
      const pointee = kind[next] === Tok.Lifetime ? next + 1 : next;
      return kind[pointee] === Tok.Mut ? pointee + 1 : pointee;
    }
    case Tok.Star:
      return kind[at + 1] === Tok.Const || kind[at + 1] === Tok.Mut ? at + 2 : -1;
    case Tok.For:
      return skipBinder(tokens, at);
    case Tok.Dyn:
    case Tok.Impl:
    case Tok.Unsafe:
    case Tok.Question:
    case Tok.Tilde:
    case Tok.Const:
    case Tok.Async:
      return at + 1;
    case Tok.Extern:
      return kind[at + 1] === Tok.Str ? at + 2 : at + 1;
    default:
      return at;
  }
}

function skimTypeAtom(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  switch (kind[row]) {
    case Tok.OpenBracket:
      // `[const] Trait` is a bound's modifier; `[T; N]` stands alone.
      if (kind[row + 1] === Tok.Const && kind[row + 2] === Tok.CloseBracket) return skimTypePath(tokens, row + 3);
      return tokens.afterTree(row);
    case Tok.OpenParen:
      return tokens.afterTree(row);
    case Tok.Not:
    case Tok.Underscore:
    case Tok.Lifetime:
      return row + 1;
    case Tok.Use:
      return isAngle(kind[row + 1]!) ? skipAngles(tokens, row + 1) : -1;
    case Tok.Fn:
    case Tok.Typeof:
      return kind[row + 1] === Tok.OpenParen ? tokens.afterTree(row + 1) : -1;
    default:
      return skimTypePath(tokens, row);
  }
}

/**
 * A path as types spell it, without the `->` of `Fn(A) -> B` but with its arguments: `a::B<C>`, `<T as U>::V`,
 * `name!(...)`, or an opaque type or path with what follows it.
 */
function skimTypePath(tokens: TokenBuffer, row: number): number {
  const end = skimPath(tokens, row, true);
  if (end < 0 || tokens.kind[end] !== Tok.Not) return end;
  const group = tokens.kind[end + 1]!;
  return group >= Tok.OpenParen && group <= Tok.OpenBrace ? tokens.afterTree(end + 1) : end;
}

/**
 * A path with generic arguments, qualified ones included. In types arguments follow a segment at once; in expressions and
 * patterns they need `::` before them.
 */
export function skimPath(tokens: TokenBuffer, row: number, inType: boolean): number {
  const { kind } = tokens;
  const first = kind[row]!;
  let at = row;
  if (isAngle(first)) {
    at = skipAngles(tokens, row);
    return at > 0 && kind[at] === Tok.PathSep ? skimSegments(tokens, at + 1, inType) : -1;
  }
  if (first === Tok.OpaqueTy || first === Tok.OpaquePath) {
    at = tokens.afterTree(row);
    return kind[at] === Tok.PathSep ? skimSegments(tokens, at + 1, inType) : at;
  }
  if (first === Tok.PathSep) at++;
  return skimSegments(tokens, at, inType);
}

/** Segments from the first name on; `a::b::` followed by neither a name nor `<` ends before the last `::`. */
function skimSegments(tokens: TokenBuffer, row: number, inType: boolean): number {
  const { kind } = tokens;
  if (!isPathSegment(kind[row]!)) return -1;
  for (let at = row + 1; ; ) {
    at = skimSegmentArguments(tokens, at, inType);
    if (at < 0) return -1;
    if (kind[at] !== Tok.PathSep || !isPathSegment(kind[at + 1]!)) return at;
    at += 2;
  }
}

function skimSegmentArguments(tokens: TokenBuffer, row: number, inType: boolean): number {
  const { kind } = tokens;
  if (kind[row] === Tok.PathSep && isAngle(kind[row + 1]!)) return skipAngles(tokens, row + 1);
  if (!inType) return row;
  if (isAngle(kind[row]!)) return skipAngles(tokens, row);
  const turbofish = kind[row] === Tok.PathSep && kind[row + 1] === Tok.OpenParen ? row + 1 : row;
  return kind[turbofish] === Tok.OpenParen ? tokens.afterTree(turbofish) : row;
}

/** A `path` fragment: as in types, `Fn(A) -> B` included, but not a qualified `<T as U>::V`. */
export function skimPathFragment(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  if (isAngle(kind[row]!)) return -1;
  const end = skimPath(tokens, row, true);
  if (end < 0 || kind[end] !== Tok.RArrow || kind[end - 1] !== Tok.CloseParen) return end;
  return skimType(tokens, end + 1, false);
}

/** True where a `ty` fragment may begin. */
export function beginsType(tokens: TokenBuffer, row: number): boolean {
  const kind = tokens.kind[row]!;
  if (isWord(kind)) return isPlainIdent(kind) || isPathSegment(kind) || TYPE_KEYWORDS.has(kind);
  return TYPE_STARTS.has(kind);
}

const TYPE_KEYWORDS: ReadonlySet<number> = new Set([
  Tok.Underscore,
  Tok.For,
  Tok.Impl,
  Tok.Fn,
  Tok.Unsafe,
  Tok.Extern,
  Tok.Typeof,
  Tok.Dyn,
]);

const TYPE_STARTS: ReadonlySet<number> = new Set([
  Tok.OpenParen,
  Tok.OpenBracket,
  Tok.OpaqueTy,
  Tok.OpaquePath,
  Tok.Not,
  Tok.Star,
  Tok.And,
  Tok.AndAnd,
  Tok.Question,
  Tok.Tilde,
  Tok.Lifetime,
  Tok.Lt,
  Tok.Shl,
  Tok.PathSep,
]);
