/** `cfg_if!`, whose crate is often not at hand while whole modules stand in its arguments. */
import type { TokenBuffer } from "../../macros/buffer.ts";
import { tokenize } from "../../macros/lexer.ts";
import { Tok } from "../../macros/tokens.ts";

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
