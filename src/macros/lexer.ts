/**
 * Rust's lexer, over a stretch of text: the tokens that `macro_rules!` matches, with matching delimiters.
 *
 * After the Reference's chapter "Lexical structure". Nothing is rejected: what the compiler would refuse (unclosed
 * strings and comments, unbalanced delimiters, stray characters) becomes some token, so that broken code still has tokens.
 * An opening delimiter without partner reaches to the end, a closing one without partner ends the group it stands in.
 */
import { TokenBuffer } from "./buffer.ts";
import { isDigit, isIdentContinue, isIdentStart, isSpace } from "./characters.ts";
import { MARK_CODE, opaqueKind } from "./opaque.ts";
import { identKind, Tok } from "./tokens.ts";

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const HASH = 0x23;
const SLASH = 0x2f;
const STAR = 0x2a;
const BANG = 0x21;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const DOT = 0x2e;
const OPEN_PAREN = 0x28;

/** One operator: its spelling as code units, and the kinds of what is left when it is split behind its first unit. */
interface Operator {
  readonly kind: number;
  readonly length: number;
  readonly second: number;
  readonly third: number;
  /** What is left behind the first unit, then behind the second. */
  readonly tails: readonly number[];
}

/** Operators by first unit, longest first. */
const OPERATORS: readonly (readonly Operator[])[] = operatorTable([
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
const PAREN = 0;
const BRACKET = 1;
const BRACE = 2;
const COMMENT_MARK = 3;

/** Rows of an outer doc comment's attribute: `#`, `[`, `doc`, `=`, a string, `]`. */
const DOC_ROWS = 6;

/**
 * Returns the tokens of `text` from `start` to `end` (UTF-16 offsets), comments left out and doc comments as attributes.
 * Never fails; linear in the length.
 */
export function tokenize(text: string, start: number, end: number): TokenBuffer {
  const limit = Math.min(end, text.length);
  const buffer = new TokenBuffer(text, limit, Math.max(0, (limit - start) >> 1) + 16);
  new Lexer(buffer, start).run();
  return buffer;
}

/** A buffer kept between calls of {@link withTokens}: most stretches are small, and allocation costs more than lexing. */
let spare: TokenBuffer | undefined;

/** Columns longer than this are not kept. */
const MAX_SPARE_ROWS = 1 << 16;

/** Calls `use` with the tokens of a stretch of text, which must not be kept, and returns what it returns. */
export function withTokens<T>(text: string, start: number, end: number, use: (tokens: TokenBuffer) => T): T {
  const limit = Math.min(end, text.length);
  const buffer = spare ?? new TokenBuffer(text, limit, 256);
  spare = undefined;
  buffer.reset(text, limit);
  new Lexer(buffer, start).run();
  const result = use(buffer);
  if (buffer.width.length <= MAX_SPARE_ROWS) spare = buffer;
  return result;
}

class Lexer {
  private readonly out: TokenBuffer;
  private readonly text: string;
  private readonly end: number;
  private at: number;
  /** Rows of open groups, and which pair each is. */
  private readonly openRows: number[] = [];
  private readonly openPairs: number[] = [];
  /** How many groups of each pair are open, so that a stray closer is known without a search. */
  private readonly openCounts = [0, 0, 0, 0];

  constructor(out: TokenBuffer, start: number) {
    this.out = out;
    this.text = out.text;
    this.at = start;
    this.end = out.limit;
  }

  run(): void {
    const { text, end } = this;
    while (this.at < end) {
      const c = text.charCodeAt(this.at);
      if (isSpace(c)) this.at++;
      else if (isIdentStart(c)) this.word(c);
      else if (isDigit(c)) this.number();
      else this.other(c);
    }
    this.out.seal();
  }

  private peek(distance: number): number {
    const at = this.at + distance;
    return at < this.end ? this.text.charCodeAt(at) : 0;
  }

  private emit(kind: number, end: number): void {
    const stop = Math.min(end, this.end);
    this.out.push(kind, this.at, stop);
    this.at = stop;
  }

  private other(c: number): void {
    const next = this.peek(1);
    if (c === QUOTE) this.emit(Tok.Str, this.quotedEnd(this.at + 1, QUOTE));
    else if (c === APOSTROPHE) this.apostrophe();
    else if (c === SLASH && next === SLASH) this.lineComment();
    else if (c === SLASH && next === STAR) this.blockComment();
    else if (!this.delimiter(c)) this.operator(c);
  }

  private delimiter(c: number): boolean {
    switch (c) {
      case OPEN_PAREN:
        this.openParen();
        return true;
      case 0x5b:
        this.open(Tok.OpenBracket, BRACKET, this.at + 1);
        return true;
      case 0x7b:
        this.open(Tok.OpenBrace, BRACE, this.at + 1);
        return true;
      case 0x29:
        this.close(Tok.CloseParen, PAREN, this.at + 1);
        return true;
      case 0x5d:
        this.close(Tok.CloseBracket, BRACKET, this.at + 1);
        return true;
      case 0x7d:
        this.close(Tok.CloseBrace, BRACE, this.at + 1);
        return true;
      default:
        return false;
    }
  }

  private operator(c: number): void {
    const second = this.peek(1);
    const third = this.peek(2);
    for (const row of OPERATORS[c] ?? []) {
      const { length } = row;
      if ((length > 1 && row.second !== second) || (length > 2 && row.third !== third)) continue;
      if (row.tails.length > 0) this.splittable(row);
      else this.emit(row.kind, this.at + length);
      return;
    }
    this.emit(Tok.Unknown, this.at + 1);
  }

  /** One row for the operator and one for each tail: `>>=` gives `>>=`, `>=`, `=`. */
  private splittable({ kind, length, tails }: Operator): void {
    const stop = this.at + length;
    this.out.width[this.out.push(kind, this.at, stop)] = length;
    tails.forEach((tail, i) => {
      this.out.width[this.out.push(tail, this.at + i + 1, stop)] = length - i - 1;
    });
    this.at = stop;
  }

  // Identifiers and what looks like them.

  private word(c: number): void {
    const literal = this.prefixedLiteralEnd(c);
    if (literal > 0) {
      this.emit(this.peek(1) === APOSTROPHE ? Tok.Char : Tok.Str, literal);
      return;
    }
    // r#name; the `r#"` of a raw string was seen above.
    const isRaw = c === 0x72 && this.peek(1) === HASH && isIdentStart(this.peek(2));
    const end = this.wordEnd(this.at + (isRaw ? 2 : 1));
    this.emit(isRaw ? Tok.RawIdent : identKind(this.text, this.at, end), end);
  }

  private wordEnd(from: number): number {
    let at = from;
    while (at < this.end && isIdentContinue(this.text.charCodeAt(at))) at++;
    return at;
  }

  /** Returns where the literal with a prefix letter (`r" r#" b" b' br" c" cr"`) that starts here ends, or 0. */
  private prefixedLiteralEnd(c: number): number {
    if (c !== 0x72 && c !== 0x62 && c !== 0x63) return 0;
    const next = this.peek(1);
    if (c === 0x72) return this.rawStringEnd(this.at + 1);
    if (next === QUOTE) return this.quotedEnd(this.at + 2, QUOTE);
    if (next === 0x72) return this.rawStringEnd(this.at + 2);
    if (c === 0x62 && next === APOSTROPHE) return this.quotedEnd(this.at + 2, APOSTROPHE);
    return 0;
  }

  /** Returns the end of the raw string whose hashes or quote stand at `from`, or 0 when none does. */
  private rawStringEnd(from: number): number {
    let quote = from;
    while (quote < this.end && this.text.charCodeAt(quote) === HASH) quote++;
    if (quote >= this.end || this.text.charCodeAt(quote) !== QUOTE) return 0;
    const closing = `"${"#".repeat(quote - from)}`;
    const found = this.text.indexOf(closing, quote + 1);
    return found < 0 || found + closing.length > this.end ? this.end : found + closing.length;
  }

  /** Returns the offset behind the next `quote` that no backslash escapes, or the end. */
  private quotedEnd(from: number, quote: number): number {
    for (let at = from; at < this.end; at++) {
      const c = this.text.charCodeAt(at);
      if (c === BACKSLASH) at++;
      else if (c === quote) return at + 1;
    }
    return this.end;
  }

  /** A lifetime or a character literal: `'a` against `'a'`. */
  private apostrophe(): void {
    const first = this.peek(1);
    if (first === BACKSLASH || this.charCloses(first)) {
      this.emit(Tok.Char, this.quotedEnd(this.at + 1, APOSTROPHE));
    } else if (isIdentStart(first) || isDigit(first)) {
      const isRaw = first === 0x72 && this.peek(2) === HASH && isIdentStart(this.peek(3));
      this.emit(Tok.Lifetime, this.wordEnd(this.at + (isRaw ? 3 : 1)));
    } else this.emit(Tok.Unknown, this.at + 1);
  }

  /** True when one character, perhaps a surrogate pair, stands between this apostrophe and the next. */
  private charCloses(first: number): boolean {
    const isPair = first >= 0xd800 && first < 0xdc00;
    return first !== 0 && first !== NEWLINE && this.peek(isPair ? 3 : 2) === APOSTROPHE;
  }

  // Numbers.

  private number(): void {
    const radix = this.peek(1);
    const hasRadix = this.peek(0) === 0x30 && (radix === 0x78 || radix === 0x62 || radix === 0x6f);
    let at = hasRadix ? this.at + 2 : this.digitsEnd(this.at);
    let kind: number = Tok.Int;
    if (!hasRadix) {
      const fraction = this.isFraction(at) ? this.digitsEnd(at + 1) : at;
      const end = this.exponentEnd(fraction);
      if (end > at) kind = Tok.Float;
      at = end;
    }
    // Digits beyond nine and suffixes are identifier characters.
    this.emit(kind, this.wordEnd(at));
  }

  private digitsEnd(from: number): number {
    let at = from;
    while (at < this.end) {
      const c = this.text.charCodeAt(at);
      if (!isDigit(c) && c !== 0x5f) break;
      at++;
    }
    return at;
  }

  /** A dot belongs to the number unless it starts a range (`1..2`) or a method or field name (`1.max(2)`). */
  private isFraction(at: number): boolean {
    if (at >= this.end || this.text.charCodeAt(at) !== DOT) return false;
    const next = at + 1 < this.end ? this.text.charCodeAt(at + 1) : 0;
    return next !== DOT && !isIdentStart(next);
  }

  private exponentEnd(from: number): number {
    const letter = from < this.end ? this.text.charCodeAt(from) : 0;
    if (letter !== 0x65 && letter !== 0x45) return from;
    let at = from + 1;
    const sign = this.text.charCodeAt(at);
    if (sign === 0x2b || sign === 0x2d) at++;
    while (at < this.end && this.text.charCodeAt(at) === 0x5f) at++;
    return at < this.end && isDigit(this.text.charCodeAt(at)) ? this.digitsEnd(at) : from;
  }

  // Comments.

  private lineComment(): void {
    const newline = this.text.indexOf("\n", this.at);
    const stop = newline < 0 || newline > this.end ? this.end : newline;
    const third = this.peek(2);
    if (third === BANG || (third === SLASH && this.peek(3) !== SLASH)) this.docComment(stop, third === BANG);
    this.at = stop;
  }

  private blockComment(): void {
    if (this.peek(2) === MARK_CODE && this.mark()) return;
    const stop = this.blockEnd();
    const third = this.peek(2);
    const isOuter = third === STAR && this.peek(3) !== STAR && stop - this.at > 4;
    if (third === BANG || isOuter) this.docComment(stop, third === BANG);
    this.at = stop;
  }

  private blockEnd(): number {
    const { text, end } = this;
    let depth = 0;
    for (let at = this.at; at < end; at++) {
      const c = text.charCodeAt(at);
      if (c !== SLASH && c !== STAR) continue;
      const next = text.charCodeAt(at + 1);
      if (c === SLASH && next === STAR) depth++;
      else if (c === STAR && next === SLASH) depth--;
      else continue;
      at++;
      if (depth === 0) return Math.min(at + 1, end);
    }
    return this.end;
  }

  /** Lines of documentation are one attribute here: macros that work off attributes one by one have less to repeat. */
  private docComment(stop: number, inner: boolean): void {
    const { out, at } = this;
    const last = out.count - DOC_ROWS;
    if (!inner && last >= 0 && out.kind[last] === Tok.Pound && out.isSynthetic(out.count - 1)) return;
    out.push(Tok.Pound, at, stop);
    if (inner) out.push(Tok.Not, at, stop);
    const open = out.push(Tok.OpenBracket, at, stop);
    out.push(Tok.Ident, at, stop);
    out.push(Tok.Eq, at, stop);
    out.push(Tok.Str, at, stop);
    const close = out.push(Tok.CloseBracket, at, stop);
    out.match[open] = close;
    out.match[close] = open;
  }

  // Delimiters and the marks of opaque fragments.

  /** Reads the comment here as a mark without parentheses; false when it is an ordinary comment. */
  private mark(): boolean {
    const stop = this.text.indexOf("*/", this.at) + 2;
    if (stop < 2 || stop > this.end) return false;
    const word = this.text.slice(this.at + 3, stop - 2);
    if (word === ")") {
      this.close(Tok.CloseOpaque, COMMENT_MARK, stop);
      return true;
    }
    const kind = word.endsWith("(") ? opaqueKind(word) : 0;
    if (kind === 0) return false;
    this.open(kind, COMMENT_MARK, stop);
    return true;
  }

  private openParen(): void {
    const isMarked = this.peek(1) === SLASH && this.peek(2) === STAR && this.peek(3) === MARK_CODE;
    const stop = isMarked ? this.text.indexOf("*/", this.at) + 2 : 0;
    const word = stop < 2 || stop > this.end ? "" : this.text.slice(this.at + 4, stop - 2);
    const kind = word === "" || word.endsWith("(") ? 0 : opaqueKind(word);
    if (kind === 0) this.open(Tok.OpenParen, PAREN, this.at + 1);
    else this.open(kind, PAREN, stop);
  }

  private open(kind: number, pair: number, stop: number): void {
    this.openRows.push(this.out.count);
    this.openPairs.push(pair);
    this.openCounts[pair]!++;
    this.emit(kind, stop);
  }

  /** Closes the innermost group of this pair; groups inside it that were left open stay without partner. */
  private close(kind: number, pair: number, stop: number): void {
    const row = this.out.count;
    this.emit(kind, stop);
    if (this.openCounts[pair] === 0) return;
    for (;;) {
      const open = this.openRows.pop()!;
      const openPair = this.openPairs.pop()!;
      this.openCounts[openPair]!--;
      if (openPair !== pair) continue;
      this.out.match[open] = row;
      this.out.match[row] = open;
      if (this.out.kind[open]! >= Tok.OpaqueExpr) this.out.kind[row] = Tok.CloseOpaque;
      return;
    }
  }
}
