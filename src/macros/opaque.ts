/**
 * Opaque fragments in text. In the compiler a fragment such as `$t:ty` that is passed on to a nested macro stays one
 * unit: it matches `$x:tt` or `$x:ty` as a whole and never a literal token of a rule. Since callmap's expansions are
 * text that is read again, such fragments are marked by comments, which the grammar skips and callmap's own lexer
 * understands:
 *
 *     (/~·expr~/ a + b)          expressions and alternatives of patterns keep their parentheses
 *     /~·ty(~/ Vec<T> /~·)~/       everything else stands between two comments
 *
 * (with `*` for `~`). The marks are written only inside the arguments of a nested macro.
 */
import { Tok } from "./tokens.ts";

/** The middle dot that starts every mark: no human comment begins so. */
export const MARK = "·";
/** Its UTF-16 code. */
export const MARK_CODE = 0xb7;
/** Closes a mark that has no parenthesis of its own. */
export const CLOSE_MARK = `/*${MARK})*/`;

const NAMES: readonly (readonly [number, string])[] = [
  [Tok.OpaqueExpr, "expr"],
  [Tok.OpaqueTy, "ty"],
  [Tok.OpaquePath, "path"],
  [Tok.OpaquePat, "pat"],
  [Tok.OpaqueStmt, "stmt"],
  [Tok.OpaqueItem, "item"],
  [Tok.OpaqueMeta, "meta"],
  [Tok.OpaqueVis, "vis"],
  [Tok.OpaqueBlock, "block"],
];

const BY_NAME: ReadonlyMap<string, number> = new Map(NAMES.map(([kind, name]) => [name, kind]));
const BY_KIND: ReadonlyMap<number, string> = new Map(NAMES);

/** Returns the token kind that a mark such as `expr` or `ty(` (the comment's text behind the dot) stands for, 0 if none. */
export function opaqueKind(word: string): number {
  return BY_NAME.get(word.endsWith("(") ? word.slice(0, -1) : word) ?? 0;
}

/** Returns what is written before an opaque fragment of this token kind. */
export function openMark(kind: number, parenthesised: boolean): string {
  const name = BY_KIND.get(kind) ?? "";
  return parenthesised ? `(/*${MARK}${name}*/` : `/*${MARK}${name}(*/`;
}
