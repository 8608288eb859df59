/**
 * `cfg_if!`, whose crate is often not at hand while whole modules stand in its arguments. Its rules, where they are, hand every arm on
 * from one step to the next.
 */
import type { TokenBuffer } from "../../macros/buffer.ts";
import type { MacroDefinition } from "../../macros/definition.ts";
import { tokenize } from "../../macros/lexer.ts";
import { Op } from "../../macros/matcher.ts";
import { Tok } from "../../macros/tokens.ts";

/** One arm of a `cfg_if!`. */
export interface CfgBranch {
  /** Condition under which the arm is compiled, earlier arms taken into account. */
  readonly condition: string;
  /** Span of what stands between its braces. */
  readonly start: number;
  readonly end: number;
}

/** The first tokens that a rule of `cfg_if!` takes. */
const HEAD = "if#[cfg(";

/** Tells whether rules are those of `cfg_if!`, of which many packages have a copy: whether one takes `if #[cfg(…)] …`. */
export function isCfgIf({ rules }: MacroDefinition): boolean {
  return rules.some(({ matcher }) => {
    const tokens = matcher.steps.filter((step) => step.op === Op.Token);
    return tokens
      .map((step) => step.text)
      .join("")
      .startsWith(HEAD);
  });
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
