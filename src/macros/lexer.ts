/**
 * Rust's lexer, over a stretch of text: the tokens that `macro_rules!` matches, with matching delimiters.
 *
 * After the Reference's chapter "Lexical structure". Nothing is rejected: what the compiler would refuse (unclosed
 * strings and comments, unbalanced delimiters, stray characters) becomes some token, so that broken code still has tokens.
 * An opening delimiter without partner reaches to the end, a closing one without partner ends the group it stands in.
 */
import { TokenBuffer } from "./buffer.ts";
import { CONTINUES, isDigit, isIdentStart, isSpace } from "./characters.ts";
import { BEGINS, Begin, JOINS, OPERATORS, type Operator, PAIRS, Pair, SINGLES } from "./lexer-tables.ts";
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
const LETTER_B = 0x62;
const LETTER_C = 0x63;
const LETTER_R = 0x72;

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

/** Every method that reads something at `at` returns where that ends. */
class Lexer {
  private readonly out: TokenBuffer;
  private readonly text: string;
  private readonly start: number;
  private readonly end: number;
  /** Rows of open groups, and which pair each is. */
  private readonly openRows: number[] = [];
  private readonly openPairs: number[] = [];
  /** How many groups of each pair are open, so that a stray closer is known without a search. */
  private readonly openCounts = [0, 0, 0, 0];

  constructor(out: TokenBuffer, start: number) {
    this.out = out;
    this.text = out.text;
    this.start = start;
    this.end = out.limit;
  }

  run(): void {
    const { text, end, out } = this;
    for (let at = this.start; at < end; ) {
      const c = text.charCodeAt(at);
      switch (c < 128 ? BEGINS[c] : isSpace(c) ? Begin.Space : Begin.Word) {
        case Begin.Space:
          at++;
          break;
        case Begin.Word:
          at = this.word(at, c);
          break;
        case Begin.Single:
          out.push(SINGLES[c]!, at, at + 1);
          at++;
          break;
        case Begin.Open:
          at = c === OPEN_PAREN ? this.openParen(at) : this.open(SINGLES[c]!, PAIRS[c]!, at, at + 1);
          break;
        case Begin.Close:
          at = this.close(SINGLES[c]!, PAIRS[c]!, at, at + 1);
          break;
        case Begin.Digit:
          at = this.number(at);
          break;
        case Begin.Quote:
          at = this.emit(Tok.Str, at, this.quotedEnd(at + 1, QUOTE));
          break;
        case Begin.Apostrophe:
          at = this.apostrophe(at);
          break;
        case Begin.Slash:
          at = this.slash(at);
          break;
        default:
          at = this.operator(at, c);
      }
    }
    out.seal();
  }

  /** The unit at an offset, 0 behind the end. */
  private unit(at: number): number {
    return at < this.end ? this.text.charCodeAt(at) : 0;
  }

  private emit(kind: number, at: number, end: number): number {
    const stop = Math.min(end, this.end);
    this.out.push(kind, at, stop);
    return stop;
  }

  private operator(at: number, c: number): number {
    const second = this.unit(at + 1);
    if (second >= 128 || JOINS[second] === 0) {
      this.out.push(SINGLES[c]!, at, at + 1);
      return at + 1;
    }
    const third = this.unit(at + 2);
    for (const row of OPERATORS[c]!) {
      const { length } = row;
      if ((length > 1 && row.second !== second) || (length > 2 && row.third !== third)) continue;
      return row.tails.length > 0 ? this.splittable(row, at) : this.emit(row.kind, at, at + length);
    }
    return this.emit(Tok.Unknown, at, at + 1);
  }

  /** One row for the operator and one for each tail: `>>=` gives `>>=`, `>=`, `=`. */
  private splittable({ kind, length, tails }: Operator, at: number): number {
    const stop = at + length;
    this.out.width[this.out.push(kind, at, stop)] = length;
    tails.forEach((tail, i) => {
      this.out.width[this.out.push(tail, at + i + 1, stop)] = length - i - 1;
    });
    return stop;
  }

  // Identifiers and what looks like them.

  private word(at: number, c: number): number {
    const stop = this.wordEnd(at + 1);
    // Few words are short enough to be the prefix of a literal or of a raw identifier.
    if (stop - at <= 2 && stop < this.end && (c === LETTER_R || c === LETTER_B || c === LETTER_C)) {
      const behind = this.text.charCodeAt(stop);
      if (behind === QUOTE || behind === HASH || behind === APOSTROPHE) return this.prefixed(at, c, stop);
    }
    this.out.push(identKind(this.text, at, stop), at, stop);
    return stop;
  }

  private wordEnd(from: number): number {
    const { text, end } = this;
    let at = from;
    for (; at < end; at++) {
      const c = text.charCodeAt(at);
      if (c < 128 ? !CONTINUES[c] : isSpace(c)) break;
    }
    return at;
  }

  /** A word with a quote or a hash behind it. */
  private prefixed(at: number, c: number, stop: number): number {
    const literal = this.prefixedLiteralEnd(at, c);
    if (literal > 0) return this.emit(this.unit(at + 1) === APOSTROPHE ? Tok.Char : Tok.Str, at, literal);
    // r#name; the `r#"` of a raw string was seen above.
    const isRaw = c === LETTER_R && this.unit(at + 1) === HASH && isIdentStart(this.unit(at + 2));
    if (isRaw) return this.emit(Tok.RawIdent, at, this.wordEnd(at + 2));
    return this.emit(identKind(this.text, at, stop), at, stop);
  }

  /** Returns where the literal with a prefix letter (`r" r#" b" b' br" c" cr"`) that starts here ends, or 0. */
  private prefixedLiteralEnd(at: number, c: number): number {
    const next = this.unit(at + 1);
    if (c === LETTER_R) return this.rawStringEnd(at + 1);
    if (next === QUOTE) return this.quotedEnd(at + 2, QUOTE);
    if (next === LETTER_R) return this.rawStringEnd(at + 2);
    if (c === LETTER_B && next === APOSTROPHE) return this.quotedEnd(at + 2, APOSTROPHE);
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
    const { text, end } = this;
    for (let at = from; at < end; at++) {
      const c = text.charCodeAt(at);
      if (c === BACKSLASH) at++;
      else if (c === quote) return at + 1;
    }
    return end;
  }

  /** A lifetime or a character literal: `'a` against `'a'`. */
  private apostrophe(at: number): number {
    const first = this.unit(at + 1);
    if (first === BACKSLASH || this.charCloses(at, first)) {
      return this.emit(Tok.Char, at, this.quotedEnd(at + 1, APOSTROPHE));
    }
    if (!isIdentStart(first) && !isDigit(first)) return this.emit(Tok.Unknown, at, at + 1);
    const isRaw = first === LETTER_R && this.unit(at + 2) === HASH && isIdentStart(this.unit(at + 3));
    return this.emit(Tok.Lifetime, at, this.wordEnd(at + (isRaw ? 3 : 1)));
  }

  /** True when one character, perhaps a surrogate pair, stands between this apostrophe and the next. */
  private charCloses(at: number, first: number): boolean {
    const isPair = first >= 0xd800 && first < 0xdc00;
    return first !== 0 && first !== NEWLINE && this.unit(at + (isPair ? 3 : 2)) === APOSTROPHE;
  }

  // Numbers.

  private number(start: number): number {
    const radix = this.unit(start + 1);
    const hasRadix = this.unit(start) === 0x30 && (radix === 0x78 || radix === 0x62 || radix === 0x6f);
    let at = hasRadix ? start + 2 : this.digitsEnd(start);
    let kind: number = Tok.Int;
    if (!hasRadix) {
      const fraction = this.isFraction(at) ? this.digitsEnd(at + 1) : at;
      const end = this.exponentEnd(fraction);
      if (end > at) kind = Tok.Float;
      at = end;
    }
    // Digits beyond nine and suffixes are identifier characters.
    return this.emit(kind, start, this.wordEnd(at));
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
    if (this.unit(at) !== DOT) return false;
    const next = this.unit(at + 1);
    return next !== DOT && !isIdentStart(next);
  }

  private exponentEnd(from: number): number {
    const letter = this.unit(from);
    if (letter !== 0x65 && letter !== 0x45) return from;
    let at = from + 1;
    const sign = this.text.charCodeAt(at);
    if (sign === 0x2b || sign === 0x2d) at++;
    while (at < this.end && this.text.charCodeAt(at) === 0x5f) at++;
    return at < this.end && isDigit(this.text.charCodeAt(at)) ? this.digitsEnd(at) : from;
  }

  // Comments.

  private slash(at: number): number {
    const next = this.unit(at + 1);
    if (next === SLASH) return this.lineComment(at);
    return next === STAR ? this.blockComment(at) : this.operator(at, SLASH);
  }

  private lineComment(at: number): number {
    const newline = this.text.indexOf("\n", at);
    const stop = newline < 0 || newline > this.end ? this.end : newline;
    const third = this.unit(at + 2);
    if (third === BANG || (third === SLASH && this.unit(at + 3) !== SLASH)) this.docComment(at, stop, third === BANG);
    return stop;
  }

  private blockComment(at: number): number {
    const third = this.unit(at + 2);
    if (third === MARK_CODE) {
      const mark = this.mark(at);
      if (mark > 0) return mark;
    }
    const stop = this.blockEnd(at);
    const isOuter = third === STAR && this.unit(at + 3) !== STAR && stop - at > 4;
    if (third === BANG || isOuter) this.docComment(at, stop, third === BANG);
    return stop;
  }

  private blockEnd(from: number): number {
    const { text, end } = this;
    let depth = 0;
    for (let at = from; at < end; at++) {
      const c = text.charCodeAt(at);
      if (c !== SLASH && c !== STAR) continue;
      const next = text.charCodeAt(at + 1);
      if (c === SLASH && next === STAR) depth++;
      else if (c === STAR && next === SLASH) depth--;
      else continue;
      at++;
      if (depth === 0) return Math.min(at + 1, end);
    }
    return end;
  }

  /** Lines of documentation are one attribute here: macros that work off attributes one by one have less to repeat. */
  private docComment(at: number, stop: number, inner: boolean): void {
    const { out } = this;
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

  /** Reads the comment here as a mark without parentheses; 0 when it is an ordinary comment. */
  private mark(at: number): number {
    const stop = this.text.indexOf("*/", at) + 2;
    if (stop < 2 || stop > this.end) return 0;
    const word = this.text.slice(at + 3, stop - 2);
    if (word === ")") return this.close(Tok.CloseOpaque, Pair.CommentMark, at, stop);
    const kind = word.endsWith("(") ? opaqueKind(word) : 0;
    return kind === 0 ? 0 : this.open(kind, Pair.CommentMark, at, stop);
  }

  private openParen(at: number): number {
    if (this.unit(at + 1) !== SLASH || this.unit(at + 2) !== STAR || this.unit(at + 3) !== MARK_CODE) {
      return this.open(Tok.OpenParen, Pair.Paren, at, at + 1);
    }
    const stop = this.text.indexOf("*/", at) + 2;
    const word = stop < 2 || stop > this.end ? "" : this.text.slice(at + 4, stop - 2);
    const kind = word === "" || word.endsWith("(") ? 0 : opaqueKind(word);
    return kind === 0 ? this.open(Tok.OpenParen, Pair.Paren, at, at + 1) : this.open(kind, Pair.Paren, at, stop);
  }

  private open(kind: number, pair: number, at: number, stop: number): number {
    this.openRows.push(this.out.count);
    this.openPairs.push(pair);
    this.openCounts[pair]!++;
    this.out.push(kind, at, stop);
    return stop;
  }

  /** Closes the innermost group of this pair; groups inside it that were left open stay without partner. */
  private close(kind: number, pair: number, at: number, stop: number): number {
    const { out } = this;
    const row = out.push(kind, at, stop);
    while (this.openCounts[pair]! > 0) {
      const open = this.openRows.pop()!;
      const openPair = this.openPairs.pop()!;
      this.openCounts[openPair]!--;
      if (openPair !== pair) continue;
      out.match[open] = row;
      out.match[row] = open;
      if (out.kind[open]! >= Tok.OpaqueExpr) out.kind[row] = Tok.CloseOpaque;
      break;
    }
    return stop;
  }
}
