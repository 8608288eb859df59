/** Arguments of the compiler's own macros: a list of expressions between commas, some with names. */
import type { TokenBuffer } from "./buffer.ts";
import { decodeString, type StringValue } from "./literal.ts";
import { skimExpression } from "./skim/expression.ts";
import { isGroupEnd, isOpen, isOpenDelimiter, isPathSegment, isWord, Tok } from "./tokens.ts";

/** Rows of one argument. */
export interface MacroArgument {
  /** `name` in `name = value`, else "". */
  readonly name: string;
  /** Rows of the value. */
  readonly from: number;
  readonly to: number;
}

/** Returns the arguments between the rows `from` and `to`. What is no expression reaches to the next comma. */
export function splitArguments(tokens: TokenBuffer, from: number, to: number): MacroArgument[] {
  const { kind } = tokens;
  const found: MacroArgument[] = [];
  for (let row = from; row < to; ) {
    const isNamed = isWord(kind[row]!) && kind[row + 1] === Tok.Eq;
    const start = isNamed ? row + 2 : row;
    const expression = skimExpression(tokens, start);
    const end =
      expression > 0 && (expression >= to || kind[expression] === Tok.Comma) ? expression : toComma(tokens, start);
    if (end > start) found.push({ name: isNamed ? tokens.tokenText(row) : "", from: start, to: end });
    row = end + 1;
  }
  return found;
}

/** Returns the row of the next comma outside groups, or of the group's end. */
export function toComma(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  let at = row;
  while (kind[at] !== Tok.Comma && !isGroupEnd(kind[at]!)) at = tokens.afterTree(at);
  return at;
}

/** How deep `concat!` in `concat!` is followed. */
const MAX_DEPTH = 32;

/**
 * Returns the string that an argument denotes: a literal, or `concat!`, `stringify!` and the like of literals. `undefined`
 * when it is not to be known. Offsets hold for plain literals only, others have `first` -1.
 */
export function evaluateString(tokens: TokenBuffer, from: number, to: number, depth = 0): StringValue | undefined {
  const { kind } = tokens;
  const first = kind[from]!;
  if (to <= from || depth > MAX_DEPTH) return undefined;
  if (first === Tok.Str && to === from + 1) return decodeString(tokens.text, tokens.start[from]!, tokens.end[from]!);
  if ((first === Tok.OpenParen || first === Tok.OpaqueExpr) && tokens.afterTree(from) === to) {
    return evaluateString(tokens, from + 1, to - 1, depth + 1);
  }
  const text = evaluatePart(tokens, from, to, depth);
  return text === undefined ? undefined : { value: text, offsets: undefined, first: -1 };
}

/** A literal other than a string, with an optional minus, or a macro that gives a string. */
function evaluatePart(tokens: TokenBuffer, from: number, to: number, depth: number): string | undefined {
  const { kind } = tokens;
  const literal = kind[from] === Tok.Minus ? from + 1 : from;
  if (to === literal + 1) return evaluateScalar(tokens, from, literal);
  let row = kind[from] === Tok.PathSep ? from + 1 : from;
  while (isPathSegment(kind[row]!) && kind[row + 1] === Tok.PathSep) row += 2;
  const group = row + 2;
  if (kind[row + 1] !== Tok.Not || !isOpenDelimiter(kind[group]!) || tokens.afterTree(group) !== to) return undefined;
  return evaluateMacro(tokens, tokens.tokenText(row), group + 1, to - 1, depth);
}

function evaluateScalar(tokens: TokenBuffer, from: number, literal: number): string | undefined {
  const sign = from < literal ? "-" : "";
  switch (tokens.kind[literal]) {
    case Tok.Int:
    case Tok.Float:
    case Tok.True:
    case Tok.False:
      return sign + tokens.tokenText(literal);
    case Tok.Char:
      return tokens.tokenText(literal).slice(1, -1);
    default:
      return undefined;
  }
}

function evaluateMacro(tokens: TokenBuffer, name: string, from: number, to: number, depth: number): string | undefined {
  switch (name) {
    case "concat":
      return evaluateConcat(tokens, from, to, depth);
    case "stringify":
      return plainText(tokens, from, to);
    case "line":
    case "column":
      return "1";
    case "file":
    case "module_path":
    case "env":
      return "";
    default:
      return undefined;
  }
}

/** Returns the text of `concat!`'s arguments between two rows, `undefined` when one of them is not to be known. */
export function evaluateConcat(tokens: TokenBuffer, from: number, to: number, depth = 0): string | undefined {
  let value = "";
  for (const argument of splitArguments(tokens, from, to)) {
    const part = evaluateString(tokens, argument.from, argument.to, depth + 1);
    if (part === undefined) return undefined;
    value += part.value;
  }
  return value;
}

/** Returns the tokens between two rows as text, without comments and marks. */
export function plainText(tokens: TokenBuffer, from: number, to: number): string {
  let text = "";
  for (let row = from; row < to; row += tokens.width[row]!) {
    const kind = tokens.kind[row]!;
    const isMark = kind === Tok.CloseOpaque || (isOpen(kind) && !isOpenDelimiter(kind));
    if (isMark) continue;
    if (text !== "" && tokens.start[row] !== tokens.end[row - 1]) text += " ";
    text += tokens.tokenText(row);
  }
  return text;
}
