/** Operands of `asm!`: the expressions inside it, after the Reference's chapter "Inline assembly". */
import { toComma } from "./arguments.ts";
import type { TokenBuffer } from "./buffer.ts";
import { skimExpression } from "./skim/expression.ts";
import { isWord, Tok } from "./tokens.ts";
import type { ExpansionWriter } from "./writer.ts";

/** Writes `builtin·asm(...)` with every operand; those that are written to by mutable reference. */
export function asmOperands(tokens: TokenBuffer, out: ExpansionWriter): void {
  out.write("builtin·asm(");
  for (let row = 0; row < tokens.count; ) {
    const end = toComma(tokens, row);
    operand(tokens, row, out);
    row = end + 1;
  }
  out.append(")");
}

function operand(tokens: TokenBuffer, row: number, out: ExpansionWriter): void {
  const { kind } = tokens;
  let at = isWord(kind[row]!) && kind[row + 1] === Tok.Eq ? row + 2 : row;
  const direction = tokens.tokenText(at);
  if (REGISTERS.has(direction) && kind[at + 1] === Tok.OpenParen) {
    const prefix = direction === "in" ? "" : "&mut ";
    at = expression(tokens, tokens.afterTree(at + 1), prefix, out);
    if (at > 0 && kind[at] === Tok.FatArrow) expression(tokens, at + 1, "&mut ", out);
  } else if (VALUES.has(direction)) expression(tokens, at + 1, "", out);
}

const REGISTERS: ReadonlySet<string> = new Set(["in", "out", "lateout", "inout", "inlateout"]);
const VALUES: ReadonlySet<string> = new Set(["const", "sym", "label"]);

function expression(tokens: TokenBuffer, row: number, prefix: string, out: ExpansionWriter): number {
  const end = skimExpression(tokens, row);
  if (end < 0 || tokens.kind[row] === Tok.Underscore) return end;
  out.append(`${prefix}(`);
  out.copy(tokens.start[row]!, tokens.endBefore(end));
  out.append("), ");
  return end;
}
