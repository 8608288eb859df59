/**
 * `paste!` by its documented meaning: in its argument `[<a B:snake "c">]` is the identifier that these make together, `a_bc`-like, each part in the case
 * that it asks for; all else stands as it is.
 */
import type { TokenBuffer } from "../../macros/buffer.ts";
import { isOpaque, Tok } from "../../macros/tokens.ts";
import { copyRows } from "./rows.ts";
import type { Rewrite } from "./table.ts";

/** What may stand behind a part, and what it makes of the part. */
const MODIFIERS: ReadonlyMap<string, (part: string) => string> = new Map([
  ["lower", (part) => part.toLowerCase()],
  ["upper", (part) => part.toUpperCase()],
  ["snake", (part) => part.replace(/(?<=[^_])\p{Lu}/gu, "_$&").toLowerCase()],
  ["camel", camel],
  ["upper_camel", camel],
  ["lower_camel", (part) => camel(part).replace(/^./u, (first) => first.toLowerCase())],
]);

/** `a_bCD` → `ABCd`: a capital behind each underscore, and only the first of several in a row. */
function camel(part: string): string {
  return part
    .replace(/(?<=\p{Lu})\p{Lu}/gu, (capital) => capital.toLowerCase())
    .replace(/(?:^|_+)([^_])/gu, (_, first: string) => first.toUpperCase())
    .replace(/_/g, "");
}

export const paste: Rewrite = ({ tokens, out }) => {
  let from = 0;
  for (let row = 0; row < tokens.count; row++) {
    const close = tokens.kind[row] === Tok.OpenBracket ? tokens.match[row]! : -1;
    if (close < 0) continue;
    const isDoc = tokens.kind[row - 1] === Tok.Pound && tokens.is(row + 1, "doc") && close > row + 4;
    const name = isDoc ? null : pasted(tokens, row + 1, close);
    if (!isDoc && name === null) continue;
    copyRows(tokens, out, from, isDoc ? row - 1 : row);
    // Documentation of several parts is pasted together as well; nothing of it is wanted. What is one string may be an argument.
    out.append(" ");
    if (name !== null) out.copyAs(name, tokens.start[row]!);
    out.append(" ");
    row = close;
    from = close + 1;
  }
  copyRows(tokens, out, from, tokens.count);
  return true;
};

/** The identifier that the rows of `<…>` make; null when they are something else. */
function pasted(tokens: TokenBuffer, from: number, to: number): string | null {
  if (tokens.kind[from] !== Tok.Lt || tokens.kind[to - 1] !== Tok.Gt) return null;
  const parts: string[] = [];
  for (let row = from + 1; row < to - 1; row++) {
    // A fragment that a macro passes on is a group without delimiters; its tokens count.
    if (isOpaque(tokens.kind[row]!) || tokens.kind[row] === Tok.CloseOpaque) continue;
    if (tokens.kind[row] === Tok.Colon) {
      const modify = MODIFIERS.get(tokens.tokenText(++row));
      if (modify === undefined || parts.length === 0) return null;
      parts.push(modify(parts.pop()!));
    } else {
      const part = partOf(tokens, row);
      if (part === null) return null;
      parts.push(part);
    }
  }
  return parts.length === 0 ? null : parts.join("");
}

function partOf(tokens: TokenBuffer, row: number): string | null {
  const kind = tokens.kind[row]!;
  const text = tokens.tokenText(row);
  if (kind === Tok.Str) return text.slice(text.indexOf('"') + 1, text.lastIndexOf('"')).replace(/-/g, "_");
  return /^(?:'|r#)?[\p{L}\p{N}_]+$/u.test(text) ? text.replace(/^r#/, "") : null;
}
