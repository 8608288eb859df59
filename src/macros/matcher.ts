/**
 * The left side of a rule, compiled to a flat program for `match.ts`. Groups are flattened: their delimiters are tokens
 * like others, since input and rule are both balanced. A repetition is
 *
 *     Enter  body...  Again                    $( ... )*  $( ... )+  $( ... )?
 *     Enter  body...  Separator  Next          $( ... ),*
 *
 * with `End` behind the last step. The model is that of the compiler's own matcher (a non-deterministic automaton run in
 * lock step over the input).
 */
import type { TokenBuffer } from "./buffer.ts";
import { type MacroError, macroError } from "./errors.ts";
import { Fragment, fragmentNamed } from "./fragments.ts";
import { isCloseDelimiter, isOpaque, isWord, Tok } from "./tokens.ts";

/** What a step does. */
export const Op = {
  /** Takes a token that reads `text`. */
  Token: 0,
  /** Takes a fragment and binds it to `variable`. */
  Bind: 1,
  /** Starts a repetition, or goes on at `target` behind it where it `maySkip`. */
  Enter: 2,
  /** Ends one round without separator: goes on behind, and at `target` for another round where it `repeats`. */
  Again: 3,
  /** Ends one round: goes on two steps further, or takes the separator `text`. */
  Separator: 4,
  /** Starts another round at `target`, the separator being taken. */
  Next: 5,
  /** The whole input must have been taken. */
  End: 6,
} as const;

/** One step of a matcher; all fields are there in every step so that steps have one shape. */
export interface MatcherStep {
  readonly op: number;
  /** Kind of the token that `Token` and `Separator` take. */
  readonly kind: number;
  readonly text: string;
  /** `Bind`: index into the variables. `Enter`: the first variable inside, `variableEnd` being behind the last. */
  readonly variable: number;
  variableEnd: number;
  /** `Bind`: the fragment's kind. */
  readonly fragment: number;
  /** Repetitions around the step; for `Enter` without its own. */
  readonly depth: number;
  target: number;
  maySkip: boolean;
  readonly repeats: boolean;
  /** `Enter`: true for `$($x:tt)*` and `+` at the end of a group, which take all that is left of it. */
  sweeps: boolean;
}

/** A variable of a rule. */
export interface MatcherVariable {
  readonly name: string;
  /** A value of `Fragment`. */
  readonly fragment: number;
  /** In how many repetitions it stands. */
  readonly depth: number;
}

/** A compiled left side. */
export interface Matcher {
  readonly steps: readonly MatcherStep[];
  /** In order of appearance. */
  readonly variables: readonly MatcherVariable[];
  /** Name to index into `variables`. */
  readonly byName: ReadonlyMap<string, number>;
}

/** A repetition's tail, `sep? op`. */
export interface RepetitionTail {
  /** Row of the separator, -1 for none. */
  readonly separator: number;
  /** `Tok.Star`, `Tok.Plus` or `Tok.Question`. */
  readonly operator: number;
  /** Row behind the operator. */
  readonly end: number;
}

/** Reads `sep? op` at `row`, behind the parenthesis of `$( ... )`; `undefined` when none stands there. */
export function repetitionTail(tokens: TokenBuffer, row: number): RepetitionTail | undefined {
  const { kind, width } = tokens;
  if (isRepetitionOperator(kind[row]!)) return { separator: -1, operator: kind[row]!, end: row + 1 };
  const operator = row + width[row]!;
  if (row >= tokens.count || !isRepetitionOperator(kind[operator]!)) return undefined;
  return { separator: row, operator: kind[operator]!, end: operator + 1 };
}

function isRepetitionOperator(kind: number): boolean {
  return kind === Tok.Star || kind === Tok.Plus || kind === Tok.Question;
}

/** Compiles the matcher that stands between the rows `from` and `to` (the group's delimiters left out). */
export function compileMatcher(tokens: TokenBuffer, from: number, to: number, edition: number): Matcher | MacroError {
  return new MatcherCompiler(tokens, to, edition).compile(from);
}

class MatcherCompiler {
  private readonly tokens: TokenBuffer;
  private readonly edition: number;
  private readonly steps: MatcherStep[] = [];
  private readonly variables: MatcherVariable[] = [];
  private readonly byName = new Map<string, number>();
  /** Step and closing row of every repetition around the current row. */
  private readonly open: { readonly enter: number; readonly close: number }[] = [];
  private readonly to: number;
  private error: MacroError | undefined;

  constructor(tokens: TokenBuffer, to: number, edition: number) {
    this.tokens = tokens;
    this.to = to;
    this.edition = edition;
  }

  compile(from: number): Matcher | MacroError {
    const { to } = this;
    let row = from;
    while (row < to && this.error === undefined) {
      const innermost = this.open.at(-1);
      row = innermost?.close === row ? this.endRepetition(row) : this.next(row);
    }
    if (this.error !== undefined) return this.error;
    this.step(Op.End, {});
    return { steps: this.steps, variables: this.variables, byName: this.byName };
  }

  private step(op: number, fields: Partial<MatcherStep>): number {
    this.steps.push({
      op,
      kind: fields.kind ?? Tok.Eof,
      text: fields.text ?? "",
      variable: fields.variable ?? 0,
      variableEnd: 0,
      fragment: fields.fragment ?? 0,
      depth: this.open.length,
      target: fields.target ?? 0,
      maySkip: false,
      repeats: fields.repeats ?? false,
      sweeps: false,
    });
    return this.steps.length - 1;
  }

  private fail(message: string, row: number): number {
    this.error = macroError("bad-definition", message, this.tokens.offset(row));
    return row;
  }

  private next(row: number): number {
    const { tokens } = this;
    const kind = tokens.kind[row]!;
    if (kind === Tok.Dollar) return this.dollar(row);
    // Doc comments and the marks of opaque fragments say nothing in a matcher.
    if (kind === Tok.Pound && tokens.isSynthetic(row))
      return tokens.afterTree(tokens.kind[row + 1] === Tok.Not ? row + 2 : row + 1);
    if (isOpaque(kind) || kind === Tok.CloseOpaque) return row + 1;
    this.step(Op.Token, { kind, text: tokens.tokenText(row) });
    return row + tokens.width[row]!;
  }

  private dollar(row: number): number {
    const { kind } = this.tokens;
    const next = kind[row + 1]!;
    if (next === Tok.OpenParen) return this.startRepetition(row + 1);
    if (next === Tok.Crate || !isWord(next)) return this.literalDollar(row);
    return this.variable(row + 1);
  }

  /** A dollar before anything but a name stands for itself, `$$` too. */
  private literalDollar(row: number): number {
    const { kind } = this.tokens;
    this.step(Op.Token, { kind: Tok.Dollar, text: "$" });
    return kind[row + 1] === Tok.Dollar ? row + 2 : row + 1;
  }

  private variable(row: number): number {
    const { tokens } = this;
    const name = tokens.tokenText(row);
    if (tokens.kind[row + 1] !== Tok.Colon || !isWord(tokens.kind[row + 2]!)) {
      return this.fail(`\`$${name}\` has no fragment specifier`, row);
    }
    const specifier = tokens.tokenText(row + 2);
    const fragment = fragmentNamed(specifier, this.edition);
    if (fragment < 0) return this.fail(`\`${specifier}\` is no fragment specifier`, row + 2);
    if (this.byName.has(name)) return this.fail(`\`$${name}\` is bound twice`, row);
    const variable = this.variables.length;
    this.byName.set(name, variable);
    this.variables.push({ name, fragment, depth: this.open.length });
    this.step(Op.Bind, { variable, fragment });
    return row + 3;
  }

  private startRepetition(row: number): number {
    const close = this.tokens.match[row]!;
    if (close < 0) return this.fail("a repetition is not closed", row);
    const enter = this.step(Op.Enter, { variable: this.variables.length });
    this.open.push({ enter, close });
    return row + 1;
  }

  private endRepetition(row: number): number {
    const { tokens } = this;
    const tail = repetitionTail(tokens, row + 1);
    if (tail === undefined) return this.fail("a repetition lacks `*`, `+` or `?`", row);
    const { enter } = this.open.pop()!;
    const target = enter + 1;
    const repeats = tail.operator !== Tok.Question;
    if (tail.separator < 0) this.step(Op.Again, { target, repeats });
    else {
      const kind = tokens.kind[tail.separator]!;
      this.step(Op.Separator, { kind, text: tokens.tokenText(tail.separator) });
      this.step(Op.Next, { target });
    }
    const begin = this.steps[enter]!;
    begin.target = this.steps.length;
    begin.maySkip = tail.operator !== Tok.Plus;
    begin.variableEnd = this.variables.length;
    const body = this.steps[enter + 1]!;
    const isTrees = this.steps.length === enter + 3 && body.op === Op.Bind && body.fragment === Fragment.Tt;
    begin.sweeps = isTrees && tail.separator < 0 && repeats && this.endsGroup(tail.end);
    return tail.end;
  }
  /** True where the whole input must end, or the group that the row is in. */
  private endsGroup(row: number): boolean {
    return row >= this.to || (isCloseDelimiter(this.tokens.kind[row]!) && this.open.at(-1)?.close !== row);
  }
}
