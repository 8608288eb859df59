/**
 * Where patterns end, after the Reference's chapter "Patterns". Functions take a row and return the row behind the
 * construct, or -1 when none starts there.
 */
import type { TokenBuffer } from "../buffer.ts";
import { isLiteral, isOpenDelimiter, isWord, opensAngle, Tok } from "../tokens.ts";
import { skimPath } from "./type.ts";

/** A pattern; with `alternatives` a leading `|` and more patterns behind `|` belong to it. */
export function skimPattern(tokens: TokenBuffer, row: number, alternatives: boolean): number {
  const { kind } = tokens;
  let at = alternatives && kind[row] === Tok.Or ? row + 1 : row;
  for (;;) {
    at = skimAlternative(tokens, at);
    if (at < 0 || !alternatives || kind[at] !== Tok.Or) return at;
    at++;
  }
}

/** One alternative. Prefixes (`&`, `mut`, `ref`, `box`, `name @`) lead on to the pattern behind them. */
function skimAlternative(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  for (let at = row; ; ) {
    const next = patternPrefixEnd(tokens, at);
    if (next > at) {
      at = next;
      continue;
    }
    const here = kind[at]!;
    if (here === Tok.DotDot || here === Tok.DotDotEq || here === Tok.DotDotDot) return skimRangeEnd(tokens, at + 1);
    return skimPatternAtom(tokens, at);
  }
}

function patternPrefixEnd(tokens: TokenBuffer, at: number): number {
  const { kind } = tokens;
  switch (kind[at]) {
    case Tok.And:
    case Tok.AndAnd:
    case Tok.Mut:
    case Tok.Ref:
    case Tok.Box:
      return at + 1;
    default:
      return isWord(kind[at]!) && kind[at + 1] === Tok.At ? at + 2 : at;
  }
}

function skimPatternAtom(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  const here = kind[row]!;
  switch (here) {
    case Tok.OpenParen:
    case Tok.OpenBracket:
    case Tok.OpaquePat:
      return tokens.afterTree(row);
    case Tok.Underscore:
    case Tok.Not:
      return row + 1;
    default: {
      const end = skimRangeBound(tokens, row);
      if (end < 0) return -1;
      const isPath = kind[end - 1] !== Tok.CloseBrace && !isLiteral(kind[end - 1]!);
      return isPath ? skimPathTail(tokens, end) : skimRangeTail(tokens, end);
    }
  }
}

/** What may follow a path: the fields of a struct, a macro's arguments, or the rest of a range. */
function skimPathTail(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  switch (kind[row]) {
    case Tok.OpenParen:
    case Tok.OpenBrace:
      return tokens.afterTree(row);
    case Tok.Not:
      return isOpenDelimiter(kind[row + 1]!) ? tokens.afterTree(row + 1) : row;
    default:
      return skimRangeTail(tokens, row);
  }
}

function skimRangeTail(tokens: TokenBuffer, row: number): number {
  const here = tokens.kind[row]!;
  const isRange = here === Tok.DotDot || here === Tok.DotDotEq || here === Tok.DotDotDot;
  return isRange ? skimRangeEnd(tokens, row + 1) : row;
}

/** The optional upper bound of a range. */
function skimRangeEnd(tokens: TokenBuffer, row: number): number {
  const end = skimRangeBound(tokens, row);
  return end < 0 ? row : end;
}

/** A literal, a path, an inline `const` block, or an opaque expression. */
function skimRangeBound(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  const here = kind[row]!;
  if (here === Tok.Minus) return isLiteral(kind[row + 1]!) ? row + 2 : -1;
  if (isLiteral(here) || here === Tok.True || here === Tok.False) return row + 1;
  if (here === Tok.Const) return kind[row + 1] === Tok.OpenBrace ? tokens.afterTree(row + 1) : -1;
  if (here === Tok.OpaqueExpr) return tokens.afterTree(row);
  return skimPath(tokens, row, false);
}

/** True where a `pat` fragment may begin; a leading `|` only where alternatives are taken. */
export function beginsPattern(tokens: TokenBuffer, row: number, alternatives: boolean): boolean {
  const kind = tokens.kind[row]!;
  if (kind === Tok.Or) return alternatives;
  return isWord(kind) || isLiteral(kind) || opensAngle(kind) || PATTERN_STARTS.has(kind);
}

const PATTERN_STARTS: ReadonlySet<number> = new Set([
  Tok.OpenParen,
  Tok.OpenBracket,
  Tok.OpaquePat,
  Tok.OpaqueExpr,
  Tok.OpaquePath,
  Tok.OpaqueTy,
  Tok.And,
  Tok.AndAnd,
  Tok.Minus,
  Tok.DotDot,
  Tok.DotDotEq,
  Tok.DotDotDot,
  Tok.PathSep,
]);
