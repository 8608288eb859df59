/**
 * Fragment specifiers of `macro_rules!` (Reference, "Macros By Example"): where each may begin and where it ends. The two
 * questions are separate because the language asks the first one to choose between ways through a rule and takes the
 * answer of the second for final.
 */
import type { TokenBuffer } from "./buffer.ts";
import { beginsExpression, skimExpression } from "./skim/expression.ts";
import { skimItem, skimMeta, skimStatement, skimVisibility } from "./skim/item.ts";
import { beginsPattern, skimPattern } from "./skim/pattern.ts";
import { beginsType, skimPath, skimPathFragment, skimType } from "./skim/type.ts";
import { isClose, isGroupEnd, isLiteral, isWord, Tok } from "./tokens.ts";

/** Fragment kinds, independent of the edition: `pat` is one of two, `expr` likewise. */
export const Fragment = {
  Block: 0,
  Expr: 1,
  /** `expr` before the 2024 edition: no `_` and no `const { }`. */
  Expr2021: 2,
  Ident: 3,
  Item: 4,
  Lifetime: 5,
  Literal: 6,
  Meta: 7,
  /** A pattern with alternatives: `pat` since the 2021 edition. */
  Pat: 8,
  PatParam: 9,
  Path: 10,
  Stmt: 11,
  Tt: 12,
  Ty: 13,
  Vis: 14,
} as const;

const NAMES: Readonly<Record<string, number>> = {
  block: Fragment.Block,
  expr_2021: Fragment.Expr2021,
  ident: Fragment.Ident,
  item: Fragment.Item,
  lifetime: Fragment.Lifetime,
  literal: Fragment.Literal,
  meta: Fragment.Meta,
  pat_param: Fragment.PatParam,
  path: Fragment.Path,
  stmt: Fragment.Stmt,
  tt: Fragment.Tt,
  ty: Fragment.Ty,
  vis: Fragment.Vis,
};

/** Returns the fragment that a specifier names in code of `edition` (2015 ... 2024), or -1 when there is none. */
export function fragmentNamed(name: string, edition: number): number {
  if (name === "expr") return edition >= 2024 ? Fragment.Expr : Fragment.Expr2021;
  if (name === "pat") return edition >= 2021 ? Fragment.Pat : Fragment.PatParam;
  return Object.hasOwn(NAMES, name) ? NAMES[name]! : -1;
}

/** True where the language commits itself to the fragment: what follows must then be one. */
export function mayBegin(fragment: number, tokens: TokenBuffer, row: number): boolean {
  const kind = tokens.kind[row]!;
  if (isGroupEnd(kind)) return false;
  switch (fragment) {
    case Fragment.Expr2021:
      return kind !== Tok.Let && kind !== Tok.Const && beginsExpression(tokens, row);
    case Fragment.Expr:
      return kind === Tok.Underscore || (kind !== Tok.Let && beginsExpression(tokens, row));
    case Fragment.Ty:
      return beginsType(tokens, row);
    case Fragment.Ident:
      return isWord(kind) && kind !== Tok.Underscore;
    case Fragment.Lifetime:
      return kind === Tok.Lifetime;
    case Fragment.Literal:
      return beginsLiteral(tokens, row);
    case Fragment.Vis:
      return kind === Tok.Comma || isWord(kind) || kind === Tok.OpaqueVis || beginsType(tokens, row);
    case Fragment.Block:
      return kind === Tok.OpenBrace || kind === Tok.OpaqueBlock;
    case Fragment.Path:
      return kind === Tok.PathSep || isWord(kind) || kind === Tok.OpaquePath;
    case Fragment.Meta:
      return kind === Tok.PathSep || isWord(kind) || kind === Tok.OpaqueMeta || kind === Tok.OpaquePath;
    case Fragment.Pat:
      return beginsPattern(tokens, row, true);
    case Fragment.PatParam:
      return beginsPattern(tokens, row, false);
    default:
      return !isClose(kind);
  }
}

function beginsLiteral(tokens: TokenBuffer, row: number): boolean {
  const kind = tokens.kind[row]!;
  if (kind === Tok.Minus) return isLiteral(tokens.kind[row + 1]!);
  if (kind === Tok.OpaqueExpr) return beginsLiteral(tokens, row + 1) && literalEnd(tokens, row) > 0;
  return isLiteral(kind) || kind === Tok.True || kind === Tok.False;
}

/** A literal with an optional minus; an opaque expression counts when it is nothing else. */
function literalEnd(tokens: TokenBuffer, row: number): number {
  const kind = tokens.kind[row]!;
  if (kind !== Tok.OpaqueExpr) return kind === Tok.Minus ? row + 2 : row + 1;
  let open = row;
  while (tokens.kind[open] === Tok.OpaqueExpr) open++;
  const inner = tokens.kind[open] === Tok.Minus ? open + 2 : open + 1;
  return inner + open - row === tokens.afterTree(row) ? tokens.afterTree(row) : -1;
}

/** Returns the row behind the fragment at `row`, or -1 when none stands there. */
export function skimFragment(fragment: number, tokens: TokenBuffer, row: number): number {
  switch (fragment) {
    case Fragment.Expr:
    case Fragment.Expr2021:
      return skimExpression(tokens, row);
    case Fragment.Ty:
      return skimType(tokens, row, true);
    case Fragment.Ident:
    case Fragment.Lifetime:
      return row + 1;
    case Fragment.Literal:
      return literalEnd(tokens, row);
    case Fragment.Vis:
      return skimVisibility(tokens, row);
    case Fragment.Block:
      return tokens.afterTree(row);
    case Fragment.Path:
      return skimPathFragment(tokens, row);
    case Fragment.Meta:
      return skimMeta(tokens, row);
    case Fragment.Pat:
      return skimPattern(tokens, row, true);
    case Fragment.PatParam:
      return skimPattern(tokens, row, false);
    case Fragment.Item:
      return skimItem(tokens, row);
    case Fragment.Stmt:
      return skimStatement(tokens, row);
    default:
      return tokens.afterTree(row);
  }
}

/** True when the rows from `row` to `end` are one path, such as `a::b::<C>`, or a call of one. */
export function isPathOrCall(tokens: TokenBuffer, row: number, end: number): boolean {
  const path = skimPath(tokens, row, false);
  return path === end || (path > 0 && tokens.kind[path] === Tok.OpenParen && tokens.afterTree(path) === end);
}
