/**
 * The right side of a rule, compiled to a flat list of pieces for `transcribe.ts`. Tokens between two variables are one
 * ready piece of text (comments dropped, white space folded), so that transcription copies strings and never looks at the
 * definition again. Names that are no variables of the rule, and repetitions without any, are text: they belong to a macro
 * that the expansion defines.
 */
import type { TokenBuffer } from "./buffer.ts";
import { type MacroError, macroError } from "./errors.ts";
import { Fragment } from "./fragments.ts";
import { type Matcher, repetitionTail } from "./matcher.ts";
import { continuesExpression } from "./skim/expression.ts";
import { isOpenDelimiter, isPlainIdent, isWord, Tok } from "./tokens.ts";

/** What a piece stands for. */
export const Piece = {
  Text: 0,
  Variable: 1,
  /** `$crate`. */
  Crate: 2,
  /** Start of `$( ... )`; the pieces up to `end` are repeated. */
  Repeat: 3,
  /** End of `$( ... )`. */
  RepeatEnd: 4,
  /** `${count($x)}`. */
  Count: 5,
  /** `${index()}`. */
  Index: 6,
  /** `${len()}`. */
  Length: 7,
  /** `${concat(a, $b)}`. */
  Concat: 8,
} as const;

/** One piece of a template; all have the same fields. */
export interface TemplatePiece {
  kind: number;
  /** `Text`: the text. `RepeatEnd`: the separator. */
  text: string;
  /** `Variable`, `Count`: index into the rule's variables, -1 where the name is text. */
  readonly variable: number;
  /** True inside the arguments of another macro, where fragments stay opaque and every token counts. */
  readonly opaque: boolean;
  /** `Variable`: true before `::`, where a type must be written so that a path can go on from it. */
  readonly qualifies: boolean;
  /** `Variable`: true before an operator or postfix, which an expression must not fall apart under. */
  readonly operand: boolean;
  /** `Repeat`: the piece behind its end. `RepeatEnd`: the piece of its start. */
  partner: number;
  /** `Index`, `Length`: how many repetitions out from the innermost. `Count`: levels to count, 0 for all. */
  readonly depth: number;
  /** `Repeat`: variables inside that stand in a repetition of the matcher. */
  variables: readonly number[];
  /** `Repeat`: true for `$($x)*` with `$x:tt`. */
  isTrees: boolean;
  /** `Concat`: what is joined; strings are text, numbers variables. */
  readonly parts: readonly (string | number)[];
  /** UTF-16 offset in the definition's text, for errors. */
  readonly offset: number;
}

/** A compiled right side. */
export interface Template {
  readonly pieces: readonly TemplatePiece[];
}

/** Compiles the transcriber that stands between the rows `from` and `to` (the group's delimiters left out). */
export function compileTemplate(
  tokens: TokenBuffer,
  from: number,
  to: number,
  matcher: Matcher,
): Template | MacroError {
  return new TemplateCompiler(tokens, matcher).compile(from, to);
}

interface OpenRepeat {
  readonly start: number;
  readonly close: number;
  readonly variables: Set<number>;
}

class TemplateCompiler {
  private readonly tokens: TokenBuffer;
  private readonly matcher: Matcher;
  private readonly pieces: TemplatePiece[] = [];
  private readonly open: OpenRepeat[] = [];
  private text = "";
  private textOffset = 0;
  private textOpaque = false;
  /** Where the last token of `text` ended, to see whether white space followed it. */
  private lastEnd = -1;
  /** Row of the delimiter that closes the outermost macro arguments around the current row. */
  private macroEnd = -1;
  private error: MacroError | undefined;

  constructor(tokens: TokenBuffer, matcher: Matcher) {
    this.tokens = tokens;
    this.matcher = matcher;
  }

  compile(from: number, to: number): Template | MacroError {
    let row = from;
    while (row < to && this.error === undefined) {
      if (this.open.at(-1)?.close === row) row = this.endRepeat(row);
      else if (this.tokens.kind[row] === Tok.Dollar) row = this.dollar(row);
      else row = this.token(row, from);
    }
    this.flush();
    return this.error ?? { pieces: this.pieces };
  }

  // Text.

  private token(row: number, from: number): number {
    const { tokens } = this;
    if (row > this.macroEnd && isOpenDelimiter(tokens.kind[row]!) && opensArguments(tokens, row, from)) {
      this.macroEnd = tokens.match[row]!;
    }
    this.write(tokens.tokenText(row), row);
    return row + tokens.width[row]!;
  }

  private write(word: string, row: number): void {
    const start = this.tokens.start[row]!;
    if (this.text === "") {
      this.textOffset = start;
      this.textOpaque = row < this.macroEnd;
    }
    if (this.text !== "" && this.lastEnd !== start) this.text += " ";
    this.text += word;
    this.lastEnd = this.tokens.end[row + this.tokens.width[row]! - 1]!;
  }

  private flush(): void {
    if (this.text !== "") this.piece(Piece.Text, this.textOffset, { text: this.text, opaque: this.textOpaque });
    this.text = "";
  }

  private piece(kind: number, offset: number, fields: Partial<TemplatePiece>): void {
    this.pieces.push({
      kind,
      text: fields.text ?? "",
      variable: fields.variable ?? -1,
      opaque: fields.opaque ?? false,
      qualifies: fields.qualifies ?? false,
      operand: fields.operand ?? false,
      partner: fields.partner ?? 0,
      depth: fields.depth ?? 0,
      variables: [],
      isTrees: false,
      parts: fields.parts ?? [],
      offset,
    });
  }

  // What a dollar starts.

  private dollar(row: number): number {
    const { tokens } = this;
    const next = tokens.kind[row + 1]!;
    if (next === Tok.OpenParen && tokens.match[row + 1]! >= 0) return this.startRepeat(row);
    if (next === Tok.OpenBrace) return this.expression(row);
    if (next === Tok.Crate) return this.special(Piece.Crate, row, {}, row + 2);
    if (next === Tok.Dollar) {
      this.write("$", row);
      this.lastEnd = tokens.end[row + 1]!;
      return row + 2;
    }
    const variable = isWord(next) ? this.matcher.byName.get(tokens.tokenText(row + 1)) : undefined;
    if (variable === undefined) {
      this.write("$", row);
      return row + 1;
    }
    this.use(variable);
    const qualifies = tokens.kind[row + 2] === Tok.PathSep;
    const operand = continuesExpression(tokens.kind[this.following(row + 2)]!);
    return this.special(Piece.Variable, row, { variable, opaque: row < this.macroEnd, qualifies, operand }, row + 2);
  }

  /** Row of the token that comes next in the output: at the end of a repetition its separator. */
  private following(row: number): number {
    if (this.open.at(-1)?.close !== row) return row;
    const separator = repetitionTail(this.tokens, row + 1)?.separator ?? -1;
    return separator < 0 ? row : separator;
  }

  private special(kind: number, row: number, fields: Partial<TemplatePiece>, end: number): number {
    this.flush();
    this.piece(kind, this.tokens.start[row]!, fields);
    return end;
  }

  /** Notes that the repetition around the current row runs over `variable`. */
  private use(variable: number): void {
    if (this.matcher.variables[variable]!.depth > 0) this.open.at(-1)?.variables.add(variable);
  }

  private startRepeat(row: number): number {
    this.flush();
    this.open.push({ start: this.pieces.length, close: this.tokens.match[row + 1]!, variables: new Set() });
    this.piece(Piece.Repeat, this.tokens.start[row]!, { text: "$(" });
    return row + 2;
  }

  private endRepeat(row: number): number {
    const { tokens } = this;
    this.flush();
    const { start, variables } = this.open.pop()!;
    const tail = repetitionTail(tokens, row + 1);
    if (tail === undefined) {
      this.error = macroError("bad-definition", "a repetition lacks `*`, `+` or `?`", tokens.offset(row));
      return row;
    }
    const begin = this.pieces[start]!;
    const separator = tail.separator < 0 ? "" : tokens.tokenText(tail.separator);
    if (variables.size === 0) {
      begin.kind = Piece.Text;
      this.piece(Piece.Text, begin.offset, { text: `)${separator}${tokens.tokenText(tail.end - 1)}` });
      return tail.end;
    }
    for (const variable of variables) this.open.at(-1)?.variables.add(variable);
    begin.variables = [...variables];
    begin.isTrees = separator === "" && this.pieces.length === start + 2 && this.isTree(this.pieces[start + 1]!);
    this.piece(Piece.RepeatEnd, tokens.offset(row), { text: separator, partner: start, opaque: row < this.macroEnd });
    begin.partner = this.pieces.length;
    return tail.end;
  }

  private isTree({ kind, variable }: TemplatePiece): boolean {
    return kind === Piece.Variable && this.matcher.variables[variable]!.fragment === Fragment.Tt;
  }

  // Metavariable expressions.

  /** `${name(arguments)}`; anything else in braces is text. */
  private expression(row: number): number {
    const { tokens } = this;
    const close = tokens.match[row + 1]!;
    const isCall = close > 0 && tokens.kind[row + 3] === Tok.OpenParen && tokens.match[row + 3] === close - 1;
    const name = isCall ? tokens.tokenText(row + 2) : "";
    const args = isCall ? this.expressionArguments(row + 4, close - 1) : [];
    if (!this.emitExpression(name, args, row)) {
      this.write("$", row);
      return row + 1;
    }
    return close + 1;
  }

  private emitExpression(name: string, args: readonly (string | number)[], row: number): boolean {
    const [first, second] = args;
    switch (name) {
      case "ignore":
        return typeof first === "number";
      case "count":
        if (typeof first !== "number") return false;
        this.special(Piece.Count, row, { variable: first, depth: second === undefined ? 0 : Number(second) + 1 }, row);
        return true;
      case "index":
      case "len":
        this.special(name === "index" ? Piece.Index : Piece.Length, row, { depth: Number(first ?? 0) }, row);
        return true;
      case "concat":
        this.special(Piece.Concat, row, { parts: args }, row);
        return true;
      default:
        return false;
    }
  }

  /** Arguments between two rows: variables (with or without dollar) as indices, other tokens as text. */
  private expressionArguments(from: number, to: number): (string | number)[] {
    const { tokens } = this;
    const args: (string | number)[] = [];
    for (let row = from; row < to; row++) {
      const kind = tokens.kind[row]!;
      if (kind === Tok.Dollar || kind === Tok.Comma) continue;
      const text = tokens.tokenText(row);
      const named = tokens.kind[row - 1] === Tok.Dollar || to - from === 1;
      const variable = isWord(kind) && named ? this.matcher.byName.get(text) : undefined;
      if (variable !== undefined) this.use(variable);
      args.push(variable ?? (kind === Tok.Str ? text.slice(1, -1) : text));
    }
    return args;
  }
}

/** True when the group at `row` holds the arguments of a macro: `name!(`, `$name![`, `macro_rules! name {`. */
function opensArguments(tokens: TokenBuffer, row: number, from: number): boolean {
  const { kind } = tokens;
  const bang = isWord(kind[row - 1]!) ? (kind[row - 2] === Tok.Dollar ? row - 3 : row - 2) : row - 1;
  if (bang <= from || kind[bang] !== Tok.Not) return false;
  const name = kind[bang - 1]!;
  return isPlainIdent(name) || kind[bang - 2] === Tok.Dollar || name === Tok.Try;
}
