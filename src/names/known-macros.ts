/**
 * Macros whose meaning is known without a definition: `include!` of the compiler, and `cfg_if!`, whose crate is often not
 * at hand while whole modules stand in its arguments.
 */
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

/** One arm of a `cfg_if!`. */
export interface CfgBranch {
  /** Condition under which the arm is compiled, earlier arms taken into account. */
  readonly condition: string;
  /** Span of what stands between its braces. */
  readonly start: number;
  readonly end: number;
}

/** Returns the arms of `cfg_if! { if #[cfg(a)] { … } else if #[cfg(b)] { … } else { … } }`; none when it reads otherwise. */
export function cfgIfBranches(text: string, start: number, end: number): readonly CfgBranch[] {
  const tokens = tokenize(text, start, end);
  const branches: CfgBranch[] = [];
  const earlier: string[] = [];
  let row = 0;
  while (row < tokens.count) {
    if (tokens.kind[row] === Tok.Else) row++;
    const isIf = tokens.kind[row] === Tok.If;
    const own = isIf ? cfgAttribute(tokens, row + 1) : null;
    const body = isIf ? (own === null ? -1 : tokens.afterTree(row + 2)) : row;
    if (body < 0 || tokens.kind[body] !== Tok.OpenBrace) return [];
    const others = earlier.map((condition) => `not(${condition})`);
    const all = own === null ? others : [own, ...others];
    const behind = tokens.afterTree(body);
    branches.push({
      condition: all.length === 1 ? all[0]! : `all(${all.join(", ")})`,
      start: tokens.end[body]!,
      end: tokens.match[body]! < 0 ? end : tokens.start[tokens.match[body]!]!,
    });
    if (own !== null) earlier.push(own);
    row = behind;
  }
  return branches;
}

/** The condition of `#[cfg(…)]` at a row, or null. */
function cfgAttribute(tokens: TokenBuffer, row: number): string | null {
  if (tokens.kind[row] !== Tok.Pound || tokens.kind[row + 1] !== Tok.OpenBracket) return null;
  if (!tokens.is(row + 2, "cfg") || tokens.kind[row + 3] !== Tok.OpenParen) return null;
  const close = tokens.match[row + 3]!;
  return close < 0 ? null : tokens.text.slice(tokens.end[row + 3]!, tokens.start[close]!).trim();
}

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
