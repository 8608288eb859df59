/**
 * `select!`, `join!` and `try_join!` of the async runtimes, by their documented meaning. Their definitions drive futures by
 * hand, or are procedural; what they mean to callers is an `.await` of each future and a `match` on what it gives:
 *
 *     select! { Some(x) = rx.recv(), if open => f(x), else => g() }
 *     match () { () if open => match (rx.recv()).await { Some(x) => f(x), _ => loop {} }, () => g(), }
 */
import type { TokenBuffer } from "../../macros/buffer.ts";
import { skimExpression } from "../../macros/skim/expression.ts";
import { skimPattern } from "../../macros/skim/pattern.ts";
import { Tok } from "../../macros/tokens.ts";
import type { ExpansionWriter } from "../../macros/writer.ts";
import { copyRows } from "./rows.ts";
import type { Rewrite } from "./table.ts";

/** `select!` and `select_biased!`. */
export const select: Rewrite = ({ tokens, out }) => writeMatch(tokens, out);

/** `join!`: all futures, one after the other. */
export const join: Rewrite = ({ tokens, out }) => writeJoin(tokens, out, "(", ".await,", ")");

/** `try_join!`. */
export const tryJoin: Rewrite = ({ tokens, out }) => writeJoin(tokens, out, "async { Ok((", ".await?,", ")) }.await");

/** Steps over `biased;`. */
function afterBiased(tokens: TokenBuffer): number {
  return tokens.is(0, "biased") && tokens.kind[1] === Tok.Semi ? 2 : 0;
}

function writeJoin(tokens: TokenBuffer, out: ExpansionWriter, open: string, behind: string, close: string): boolean {
  out.write(open);
  for (let row = afterBiased(tokens); row < tokens.count; ) {
    const end = skimExpression(tokens, row);
    if (end < 0 || (end < tokens.count && tokens.kind[end] !== Tok.Comma)) return false;
    out.write("(");
    copyRows(tokens, out, row, end);
    out.write(`)${behind}`);
    row = end + 1;
  }
  out.write(close);
  return true;
}

/** Rows of one arm; -1 for what it does not have. */
interface Arm {
  readonly pattern: number;
  readonly patternEnd: number;
  readonly future: number;
  readonly futureEnd: number;
  readonly condition: number;
  readonly conditionEnd: number;
  readonly body: number;
  readonly bodyEnd: number;
}

/** Words in place of `pattern = future`: what happens when no future is ready, or none is left. */
const FALLBACKS: readonly string[] = ["else", "complete", "default"];

function writeMatch(tokens: TokenBuffer, out: ExpansionWriter): boolean {
  out.write("match () {");
  let arms = 0;
  for (let row = afterBiased(tokens); row < tokens.count; arms++) {
    const arm = readArm(tokens, row);
    if (arm === null) return false;
    writeArm(tokens, out, arm);
    row = tokens.kind[arm.bodyEnd] === Tok.Comma ? arm.bodyEnd + 1 : arm.bodyEnd;
  }
  out.write("}");
  return arms > 0;
}

function readArm(tokens: TokenBuffer, row: number): Arm | null {
  const { kind } = tokens;
  const isFallback = FALLBACKS.some((word) => tokens.is(row, word)) && kind[row + 1] === Tok.FatArrow;
  const patternEnd = isFallback ? row + 1 : skimPattern(tokens, row, true);
  if (patternEnd < 0 || (!isFallback && kind[patternEnd] !== Tok.Eq)) return null;
  const future = isFallback ? -1 : patternEnd + 1;
  const futureEnd = isFallback ? patternEnd : skimExpression(tokens, future);
  if (futureEnd < 0) return null;
  const hasCondition = kind[futureEnd] === Tok.Comma && kind[futureEnd + 1] === Tok.If;
  const condition = hasCondition ? futureEnd + 2 : -1;
  const conditionEnd = hasCondition ? skimExpression(tokens, condition) : futureEnd;
  if (conditionEnd < 0 || kind[conditionEnd] !== Tok.FatArrow) return null;
  const body = conditionEnd + 1;
  // A block ends its arm; no operator goes on behind it.
  const bodyEnd = kind[body] === Tok.OpenBrace ? tokens.afterTree(body) : skimExpression(tokens, body);
  if (bodyEnd < 0) return null;
  return { pattern: row, patternEnd, future, futureEnd, condition, conditionEnd, body, bodyEnd };
}

function writeArm(tokens: TokenBuffer, out: ExpansionWriter, arm: Arm): void {
  out.write("()");
  if (arm.condition >= 0) {
    out.write("if ");
    copyRows(tokens, out, arm.condition, arm.conditionEnd);
  }
  out.write("=>");
  if (arm.future >= 0) {
    out.write("match (");
    copyRows(tokens, out, arm.future, arm.futureEnd);
    out.write(").await {");
    copyRows(tokens, out, arm.pattern, arm.patternEnd);
    out.write("=>");
  }
  copyRows(tokens, out, arm.body, arm.bodyEnd);
  out.write(arm.future >= 0 ? ", _ => loop {} }," : ",");
}
