/** The argument of the compiler's `include!`. */
import type { TokenBuffer } from "../../macros/buffer.ts";
import { tokenize } from "../../macros/lexer.ts";
import { isOpenDelimiter, Tok } from "../../macros/tokens.ts";

/** A file that `include!` names: beside the file with the invocation, or below the package's folder. */
export interface IncludedFile {
  readonly base: "file" | "package";
  readonly path: string;
}

/**
 * Returns the file that the arguments of an `include!` mean: a string, or a `concat!` of strings and
 * `env!("CARGO_MANIFEST_DIR")`. Null when only a build would know, as with `env!("OUT_DIR")`.
 */
export function includedFile(text: string, start: number, end: number): IncludedFile | null {
  const tokens = tokenize(text, start, end);
  const parts: string[] = [];
  let base: IncludedFile["base"] = "file";
  for (let row = 0; row < tokens.count; row++) {
    const kind = tokens.kind[row]!;
    if (kind === Tok.Str) parts.push(stringValue(tokens.tokenText(row)));
    else if (tokens.is(row, "env")) {
      const group = row + 2;
      if (!isOpenDelimiter(tokens.kind[group]!) || tokens.tokenText(group + 1) !== '"CARGO_MANIFEST_DIR"') return null;
      base = "package";
      row = tokens.afterTree(group) - 1;
    } else if (!isPartOfConcat(tokens, row)) return null;
  }
  const path = parts.join("");
  return path === "" ? null : { base, path: base === "package" ? path.replace(/^[/\\]+/, "") : path };
}

function isPartOfConcat(tokens: TokenBuffer, row: number): boolean {
  const kind = tokens.kind[row]!;
  const isPunctuation = kind === Tok.Comma || kind === Tok.Not || kind === Tok.PathSep;
  const isDelimiter = isOpenDelimiter(kind) || (kind >= Tok.CloseParen && kind <= Tok.CloseBrace);
  return isPunctuation || isDelimiter || tokens.is(row, "concat") || tokens.is(row, "core") || tokens.is(row, "std");
}

function stringValue(token: string): string {
  const open = token.indexOf('"');
  const raw = token.startsWith("r") ? token.slice(open + 1, token.lastIndexOf('"')) : null;
  return (
    raw ?? token.slice(open + 1, -1).replace(/\\(.)/g, (_, c: string) => (c === "n" ? "\n" : c === "t" ? "\t" : c))
  );
}
