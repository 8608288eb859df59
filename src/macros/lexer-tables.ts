/** What the lexer looks up by a unit of the text: operators, delimiters, and what a token may be that begins with it. */
import { isDigit, isIdentStart, isSpace } from "./characters.ts";
import { Tok } from "./tokens.ts";

/** One operator: its spelling as code units, and the kinds of what is left when it is split behind its first unit. */
export interface Operator {
  readonly kind: number;
  readonly length: number;
  readonly second: number;
  readonly third: number;
  /** What is left behind the first unit, then behind the second. */
  readonly tails: readonly number[];
}

/** Operators by first unit, longest first. */
export const OPERATORS: readonly (readonly Operator[])[] = operatorTable([
  ["<<=", Tok.AssignOp],
  [">>=", Tok.ShrEq, Tok.Ge, Tok.Eq],
  ["...", Tok.DotDotDot],
  ["..=", Tok.DotDotEq],
  ["<=", Tok.Le],
  ["==", Tok.EqEq],
  ["!=", Tok.Ne],
  [">=", Tok.Ge, Tok.Eq],
  ["&&", Tok.AndAnd],
  ["||", Tok.OrOr, Tok.Or],
  ["<<", Tok.Shl, Tok.Lt],
  [">>", Tok.Shr, Tok.Gt],
  ["+=", Tok.AssignOp],
  ["-=", Tok.AssignOp],
  ["*=", Tok.AssignOp],
  ["/=", Tok.AssignOp],
  ["%=", Tok.AssignOp],
  ["^=", Tok.AssignOp],
  ["&=", Tok.AssignOp],
  ["|=", Tok.AssignOp],
  ["..", Tok.DotDot],
  ["::", Tok.PathSep],
  ["->", Tok.RArrow],
  ["<-", Tok.LArrow, Tok.Minus],
  ["=>", Tok.FatArrow],
  ["=", Tok.Eq],
  ["<", Tok.Lt],
  [">", Tok.Gt],
  ["!", Tok.Not],
  ["~", Tok.Tilde],
  ["+", Tok.Plus],
  ["-", Tok.Minus],
  ["*", Tok.Star],
  ["/", Tok.Slash],
  ["%", Tok.Percent],
  ["^", Tok.Caret],
  ["&", Tok.And],
  ["|", Tok.Or],
  ["@", Tok.At],
  [".", Tok.Dot],
  [",", Tok.Comma],
  [";", Tok.Semi],
  [":", Tok.Colon],
  ["#", Tok.Pound],
  ["$", Tok.Dollar],
  ["?", Tok.Question],
]);

function operatorTable(rows: readonly (readonly [string, number, ...number[]])[]): Operator[][] {
  const table: Operator[][] = Array.from({ length: 128 }, () => []);
  for (const [spelling, kind, ...tails] of rows) {
    const second = spelling.charCodeAt(1);
    const third = spelling.charCodeAt(2);
    table[spelling.charCodeAt(0)]!.push({ kind, length: spelling.length, second, third, tails });
  }
  return table;
}

/** What closes a group: the four kinds of pairs. */
export const Pair = { Paren: 0, Bracket: 1, Brace: 2, CommentMark: 3 } as const;

/** What a token may be that begins with a certain unit. */
export const Begin = {
  Operator: 0,
  Space: 1,
  Word: 2,
  Digit: 3,
  Single: 4,
  Open: 5,
  Close: 6,
  Quote: 7,
  Apostrophe: 8,
  Slash: 9,
} as const;

/** Values of {@link Begin}, by ASCII unit. */
export const BEGINS = new Uint8Array(128);
/** Kind of the token that an ASCII unit makes alone; of no account for units that begin words, numbers or literals. */
export const SINGLES = new Uint8Array(128);
/** The pair that a delimiter belongs to, a value of {@link Pair}. */
export const PAIRS = new Uint8Array(128);
/** 1 for units that an operator may have in second place. */
export const JOINS = new Uint8Array(128);

function fillTables(): void {
  for (let c = 0; c < 128; c++) {
    const rows = OPERATORS[c]!;
    const [only] = rows;
    if (isSpace(c)) BEGINS[c] = Begin.Space;
    else if (isDigit(c)) BEGINS[c] = Begin.Digit;
    else if (isIdentStart(c)) BEGINS[c] = Begin.Word;
    else if (only?.length === 1) BEGINS[c] = Begin.Single;
    SINGLES[c] = rows.at(-1)?.kind ?? Tok.Unknown;
    for (const row of rows) if (row.length > 1) JOINS[row.second] = 1;
  }
  BEGINS[0x22] = Begin.Quote;
  BEGINS[0x27] = Begin.Apostrophe;
  BEGINS[0x2f] = Begin.Slash;
  const delimiters = [Tok.OpenParen, Tok.CloseParen, Tok.OpenBracket, Tok.CloseBracket, Tok.OpenBrace, Tok.CloseBrace];
  delimiters.forEach((kind, i) => {
    const c = "()[]{}".charCodeAt(i);
    BEGINS[c] = i % 2 === 0 ? Begin.Open : Begin.Close;
    SINGLES[c] = kind;
    PAIRS[c] = i >> 1;
  });
}

fillTables();
