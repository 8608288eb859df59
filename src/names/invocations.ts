/** Texts of macro invocations alone, read without the grammar. */
import type { MacroCall, MacroCallItem } from "../facts/types.ts";
import type { TokenBuffer } from "../macros/buffer.ts";
import { tokenize } from "../macros/lexer.ts";
import { isOpenDelimiter, isPathSegment, Tok } from "../macros/tokens.ts";

/**
 * Returns the items of a text that is nothing but macro invocations, `a! { … } b::c!(…);`, as the lowering would, or null
 * when it is something else. Macros that work through their arguments step by step expand to such texts most of the
 * time, and reading them with the grammar would cost several times as much. In a body the last semicolon may be absent.
 */
export function invocationsOnly(text: string, position: "items" | "body"): MacroCallItem[] | null {
  if (!BEGINS_AS_CALL.test(text)) return null;
  const tokens = tokenize(text, 0, text.length);
  const items: MacroCallItem[] = [];
  for (let row = 0; row < tokens.count; ) {
    const path: string[] = [];
    const first = row;
    if (tokens.kind[row] === Tok.PathSep) path.push("");
    else row--;
    do {
      row++;
      if (!isPathSegment(tokens.kind[row]!)) return null;
      path.push(tokens.tokenText(row++).replace("r#", ""));
    } while (tokens.kind[row] === Tok.PathSep);
    const open = row + 1;
    if (tokens.kind[row] !== Tok.Not || !isOpenDelimiter(tokens.kind[open]!) || tokens.match[open]! < 0) return null;
    row = tokens.afterTree(open);
    items.push(callItem(tokens, path, first, open));
    if (tokens.kind[row] === Tok.Semi) row++;
    else if (tokens.kind[open] !== Tok.OpenBrace && position === "items") return null;
  }
  return items;
}

const BEGINS_AS_CALL = /^\s*(?:::\s*)?[A-Za-z_][\w:\s]*!\s*[({[]/;

function callItem(tokens: TokenBuffer, path: string[], first: number, open: number): MacroCallItem {
  const pos = tokens.start[first]!;
  const argsEnd = tokens.start[tokens.match[open]!]!;
  const delimiter = tokens.tokenText(open) as MacroCall["delimiter"];
  return {
    kind: "macro-call",
    name: "",
    pos,
    namePos: pos,
    end: argsEnd + 1,
    vis: { kind: "private" },
    attrs: [],
    call: { path, pos, argsStart: tokens.end[open]!, argsEnd, delimiter },
  };
}
