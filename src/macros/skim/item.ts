/**
 * Where items, statements, visibilities and attribute bodies end, after the Reference's chapters "Items", "Statements" and
 * "Attributes". Functions take a row and return the row behind the construct, or -1 when none starts there.
 */
import type { TokenBuffer } from "../buffer.ts";
import { closesAngle, isGroupEnd, isOpen, isOpenDelimiter, isPlainIdent, isWord, opensAngle, Tok } from "../tokens.ts";
import { ExprMode, isBlock, skimExpression } from "./expression.ts";
import { skimPattern } from "./pattern.ts";
import { skimPath, skimType } from "./type.ts";

/** Steps over outer attributes, doc comments included. */
export function skipAttributes(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  let at = row;
  while (kind[at] === Tok.Pound && kind[at + 1] === Tok.OpenBracket) at = tokens.afterTree(at + 1);
  return at;
}

/** A visibility, which may be empty: then the row itself is returned. */
export function skimVisibility(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  if (kind[row] === Tok.OpaqueVis) return tokens.afterTree(row);
  if (kind[row] !== Tok.Pub) return row;
  if (kind[row + 1] !== Tok.OpenParen) return row + 1;
  // `pub (A, B)` in a tuple struct is a plain `pub` before a type.
  const scope = kind[row + 2]!;
  const isScope = scope === Tok.Crate || scope === Tok.SelfLower || scope === Tok.Super;
  const restricts = scope === Tok.In || (isScope && kind[row + 3] === Tok.CloseParen);
  return restricts ? tokens.afterTree(row + 1) : row + 1;
}

/** What stands inside `#[...]`: a path with arguments or a value, perhaps within `unsafe(...)`. */
export function skimMeta(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  if (kind[row] === Tok.OpaqueMeta) return tokens.afterTree(row);
  if (kind[row] === Tok.Unsafe) return kind[row + 1] === Tok.OpenParen ? tokens.afterTree(row + 1) : -1;
  const path = skimPath(tokens, row, false);
  if (path < 0) return -1;
  if (isOpenDelimiter(kind[path]!)) return tokens.afterTree(path);
  return kind[path] === Tok.Eq ? skimExpression(tokens, path + 1) : path;
}

/** An item with its attributes, visibility and final semicolon or braces. */
export function skimItem(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  if (kind[row] === Tok.OpaqueItem) return tokens.afterTree(row);
  const at = skimVisibility(tokens, skipAttributes(tokens, row));
  if (kind[at] === Tok.OpaqueItem) return tokens.afterTree(at);
  const word = itemKeyword(tokens, at);
  if (word >= 0) return ITEM_ENDS.get(kind[word]!)!(tokens, word);
  return skimMacroItem(tokens, at);
}

/**
 * Returns the row of the keyword that says which item starts at `row` (`fn` in `pub const unsafe extern "C" fn`), or -1
 * when no item but perhaps a macro starts there.
 */
function itemKeyword(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  for (let at = row; ; at++) {
    const here = kind[at]!;
    const next = kind[at + 1]!;
    if (here === Tok.Const || here === Tok.Unsafe || here === Tok.Async) {
      if (modifies(tokens, at)) continue;
      return here === Tok.Const && namesConstant(next) ? at : -1;
    }
    if (here === Tok.Extern) {
      if (next === Tok.Fn) continue;
      if (next === Tok.Str && kind[at + 2] === Tok.Fn) at++;
      else return next === Tok.Crate || next === Tok.Str || next === Tok.OpenBrace ? at : -1;
      continue;
    }
    if (here === Tok.Static) return namesConstant(next) ? at : -1;
    if (here === Tok.Ident && isWeakModifier(tokens, at)) continue;
    if (here === Tok.Ident) return isWeakItem(tokens, at) ? at : -1;
    return ITEM_ENDS.has(here) ? at : -1;
  }
}

/** True when `const`, `unsafe` or `async` belongs to the item keyword behind it. */
function modifies(tokens: TokenBuffer, row: number): boolean {
  const next = tokens.kind[row + 1]!;
  if (MODIFIED.has(next)) return true;
  return next === Tok.Ident && (tokens.is(row + 1, "auto") || tokens.is(row + 1, "safe"));
}

const MODIFIED: ReadonlySet<number> = new Set([
  Tok.Fn,
  Tok.Unsafe,
  Tok.Extern,
  Tok.Async,
  Tok.Impl,
  Tok.Trait,
  Tok.Mod,
  Tok.Static,
]);

/** What may follow `const` and `static` in an item: a name, `_` or `mut`. */
function namesConstant(kind: number): boolean {
  return isPlainIdent(kind) || kind === Tok.Underscore || kind === Tok.Mut;
}

/** `default`, `auto` and `safe` where they stand before an item; else they are names. */
function isWeakModifier(tokens: TokenBuffer, row: number): boolean {
  const next = tokens.kind[row + 1]!;
  if (tokens.is(row, "auto")) return next === Tok.Trait;
  if (tokens.is(row, "safe")) return next === Tok.Fn || next === Tok.Static;
  if (!tokens.is(row, "default")) return false;
  return MODIFIED.has(next) || next === Tok.Const || next === Tok.Type;
}

/** `union Name` and `macro_rules! name`: words that are keywords only here. */
function isWeakItem(tokens: TokenBuffer, row: number): boolean {
  const next = tokens.kind[row + 1]!;
  return isPlainIdent(next) && tokens.is(row, "union");
}

type Skim = (tokens: TokenBuffer, row: number) => number;

const ITEM_ENDS: ReadonlyMap<number, Skim> = new Map([
  [Tok.Use, toSemicolon],
  [Tok.Type, toSemicolon],
  [Tok.Const, toSemicolon],
  [Tok.Static, toSemicolon],
  [Tok.Extern, externEnd],
  [Tok.Fn, toBody],
  [Tok.Struct, toBody],
  [Tok.Enum, toBody],
  [Tok.Trait, toBody],
  [Tok.Impl, toBody],
  [Tok.Mod, toBody],
  [Tok.Macro, toBody],
  [Tok.Ident, toBody],
]);

function externEnd(tokens: TokenBuffer, row: number): number {
  return tokens.kind[row + 1] === Tok.Crate ? toSemicolon(tokens, row) : toBody(tokens, row);
}

function toSemicolon(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  let at = row;
  while (kind[at] !== Tok.Semi) {
    if (isGroupEnd(kind[at]!)) return -1;
    at = tokens.afterTree(at);
  }
  return at + 1;
}

/** To the braces of a body or a semicolon; braces inside generic arguments (`Foo<{ N }>`) are none. */
function toBody(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  let depth = 0;
  for (let at = row; ; ) {
    const here = kind[at]!;
    if (isGroupEnd(here)) return -1;
    if (here === Tok.Semi) return at + 1;
    if ((here === Tok.OpenBrace && depth <= 0) || here === Tok.OpaqueBlock) return tokens.afterTree(at);
    if (isOpen(here)) {
      at = tokens.afterTree(at);
      continue;
    }
    if (opensAngle(here)) depth++;
    else if (closesAngle(here)) depth--;
    at++;
  }
}

/** `path! { ... }`, `path!(...);` and `macro_rules! name { ... }`. */
function skimMacroItem(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  const path = skimPath(tokens, row, false);
  if (path < 0 || kind[path] !== Tok.Not) return -1;
  const group = isWord(kind[path + 1]!) ? path + 2 : path + 1;
  if (!isOpenDelimiter(kind[group]!)) return -1;
  const end = tokens.afterTree(group);
  if (kind[group] === Tok.OpenBrace) return end;
  return kind[end] === Tok.Semi ? end + 1 : -1;
}

/** A statement without its semicolon, except where that belongs to an item or is the whole (empty) statement. */
export function skimStatement(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  if (kind[row] === Tok.OpaqueStmt) return tokens.afterTree(row);
  const at = skipAttributes(tokens, row);
  if (kind[at] === Tok.Let) return skimLet(tokens, at);
  if (kind[at] === Tok.Semi) return at + 1;
  const item = skimVisibility(tokens, at);
  const startsItem = item > at || itemKeyword(tokens, at) >= 0 || kind[at] === Tok.OpaqueItem;
  if (startsItem || (kind[at + 1] === Tok.Not && tokens.is(at, "macro_rules"))) return skimItem(tokens, at);
  return skimExpression(tokens, at, ExprMode.Statement);
}

/** `let pattern: Type = value else { ... }`. */
function skimLet(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  let at = skimPattern(tokens, row + 1, true);
  if (at > 0 && kind[at] === Tok.Colon) at = skimType(tokens, at + 1, true);
  if (at < 0 || kind[at] !== Tok.Eq) return at;
  at = skimExpression(tokens, at + 1);
  const diverges = at > 0 && kind[at] === Tok.Else && isBlock(kind[at + 1]!);
  return diverges ? tokens.afterTree(at + 1) : at;
}
