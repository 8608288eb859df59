/**
 * Tokens of one stretch of text, in columns. A row is a token, with two additions that let positions be plain row
 * numbers everywhere:
 *
 * - Operators that the language may split (`>>`, `>=`, `>>=`, `<<`, `<-`, `||`) are followed by rows for their tails, so
 *   that the row behind `>` in `Vec<Vec<T>>` exists. `width` says how many rows the whole operator takes; stepping
 *   over a token is `row + width[row]`, splitting it is `row + 1`.
 * - A doc comment takes the rows of the attribute it stands for, `#`, `[`, `doc`, `=`, a string, `]`, all with the span
 *   of the comment. The string is given as empty: no documentation decides a call.
 */
import { Tok } from "./tokens.ts";

const SLASH = 0x2f;

/** Rows of `kind` behind the last token that read as the end, for looks ahead. */
const LOOK_AHEAD = 4;

const SYNTHETIC: Readonly<Record<number, string>> = {
  [Tok.Pound]: "#",
  [Tok.Not]: "!",
  [Tok.OpenBracket]: "[",
  [Tok.Ident]: "doc",
  [Tok.Eq]: "=",
  [Tok.Str]: '""',
  [Tok.CloseBracket]: "]",
};

/** Columns of tokens; rows from `count` on read as {@link Tok.Eof}. */
export class TokenBuffer {
  text: string;
  /** Where the lexed stretch ends: the place of errors about missing tokens. */
  limit: number;
  /** Rows in use. */
  count = 0;
  /** A value of {@link Tok}. */
  kind: Uint8Array;
  /** Rows of the whole token that starts at this row; 1 but for operators that may be split. */
  width: Uint8Array;
  /** UTF-16 offset in `text` of the token's first unit. */
  start: Int32Array;
  /** UTF-16 offset in `text` behind the token. */
  end: Int32Array;
  /** Row of the matching delimiter, for both ends of a group; -1 for other tokens and unbalanced delimiters. */
  match: Int32Array;

  constructor(text: string, limit: number, capacity: number) {
    this.text = text;
    this.limit = limit;
    this.kind = new Uint8Array(capacity + LOOK_AHEAD);
    this.width = new Uint8Array(capacity);
    this.start = new Int32Array(capacity);
    this.end = new Int32Array(capacity);
    this.match = new Int32Array(capacity);
  }

  /** Empties the buffer for another stretch of text; its columns are kept. */
  reset(text: string, limit: number): void {
    this.text = text;
    this.limit = limit;
    this.count = 0;
  }

  /** Makes the rows behind the last read as the end. */
  seal(): void {
    this.kind.fill(Tok.Eof, this.count, this.count + LOOK_AHEAD);
  }

  /** Appends a row and returns its number. */
  push(kind: number, start: number, end: number): number {
    const row = this.count++;
    if (row >= this.width.length) this.grow();
    this.kind[row] = kind;
    this.width[row] = 1;
    this.start[row] = start;
    this.end[row] = end;
    this.match[row] = -1;
    return row;
  }

  private grow(): void {
    const capacity = this.width.length * 2 + 8;
    this.kind = enlarge(new Uint8Array(capacity + LOOK_AHEAD), this.kind);
    this.width = enlarge(new Uint8Array(capacity), this.width);
    this.start = enlarge(new Int32Array(capacity), this.start);
    this.end = enlarge(new Int32Array(capacity), this.end);
    this.match = enlarge(new Int32Array(capacity), this.match);
  }

  /** Returns the row behind the token tree that starts at `row`: a whole group or one token. */
  afterTree(row: number): number {
    const kind = this.kind[row]!;
    if (kind < Tok.OpenParen || kind > Tok.OpaqueBlock) return row + this.width[row]!;
    const close = this.match[row]!;
    return close < 0 ? this.count : close + 1;
  }

  /** Returns the offset of the row's first unit, or the end of the lexed stretch behind the last row. */
  offset(row: number): number {
    return row < this.count ? this.start[row]! : this.limit;
  }

  /** Returns the offset behind the rows before `row`, also where `row` is the tail of a split operator. */
  endBefore(row: number): number {
    const end = this.end[row - 1]!;
    if (row >= this.count) return end;
    const next = this.start[row]!;
    return next < end && this.width[row - 1]! > 1 ? next : end;
  }

  /** True for the rows of a doc comment's attribute. */
  isSynthetic(row: number): boolean {
    const kind = this.kind[row]!;
    if (kind === Tok.Slash || kind === Tok.AssignOp || kind > Tok.Pound || kind === Tok.Eof) return false;
    return SYNTHETIC[kind] !== undefined && this.text.charCodeAt(this.start[row]!) === SLASH;
  }

  /** Returns the text of a row's token. */
  tokenText(row: number): string {
    if (this.isSynthetic(row)) return SYNTHETIC[this.kind[row]!]!;
    return this.text.slice(this.start[row]!, this.end[row]!);
  }

  /** True when the row's token reads exactly `word`. */
  is(row: number, word: string): boolean {
    if (this.isSynthetic(row)) return SYNTHETIC[this.kind[row]!] === word;
    const start = this.start[row]!;
    return this.end[row]! - start === word.length && this.text.startsWith(word, start);
  }
}

function enlarge<T extends Uint8Array | Int32Array>(target: T, source: T): T {
  target.set(source);
  return target;
}
