/**
 * Lexical level of the v0 mangling (RFC 2603): a position in the symbol and the readers of its numbers and identifiers.
 * Readers return a {@link Problem} instead of throwing, because the printer goes on after one.
 */

/** Why reading stopped, in the words rustc-demangle prints. */
export class Problem {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

export const INVALID = new Problem("{invalid syntax}");
export const TOO_DEEP = new Problem("{recursion limit reached}");

/** Nesting of paths, types and constants, back references included, beyond which a symbol is given up. */
const DEEPEST = 500;
const MAX_U64 = 0xffff_ffff_ffff_ffffn;

/** An identifier: plain ASCII, or an ASCII part plus punycode insertions (empty when there are none). */
export interface Identifier {
  readonly ascii: string;
  readonly punycode: string;
}

/** A position in a symbol, without its `_R`, and the depth of nesting there. */
export class Cursor {
  readonly symbol: string;
  at: number;
  depth: number;

  constructor(symbol: string, at = 0, depth = 0) {
    this.symbol = symbol;
    this.at = at;
    this.depth = depth;
  }

  /** Steps over `tag` and tells whether it was there. */
  eat(tag: string): boolean {
    if (this.symbol[this.at] !== tag) return false;
    this.at++;
    return true;
  }

  /** Reads one character. */
  tag(): string | Problem {
    return this.symbol[this.at++] ?? INVALID;
  }

  /** Goes one level deeper. */
  enter(): true | Problem {
    return ++this.depth > DEEPEST ? TOO_DEEP : true;
  }

  leave(): void {
    this.depth--;
  }

  /** Reads hexadecimal digits up to `_`, most significant first. */
  nibbles(): string | Problem {
    const start = this.at;
    while (isNibble(this.symbol.charCodeAt(this.at))) this.at++;
    return this.tag() === "_" ? this.symbol.slice(start, this.at - 1) : INVALID;
  }

  /** Reads a base-62 number: `_` is 0, `0_` is 1. Unsigned, 64 bits. */
  integer62(): bigint | Problem {
    if (this.eat("_")) return 0n;
    const small = this.#smallInteger62();
    if (small >= 0) return BigInt(small) + 1n;
    let value = 0n;
    while (!this.eat("_")) {
      const digit = digit62(this.symbol.charCodeAt(this.at++));
      if (digit < 0) return INVALID;
      value = value * 62n + BigInt(digit);
      if (value > MAX_U64) return INVALID;
    }
    return value === MAX_U64 ? INVALID : value + 1n;
  }

  /** Reads a number of up to eight digits with its `_`, as almost all are; leaves others unread and returns -1. */
  #smallInteger62(): number {
    let value = 0;
    for (let at = this.at; at < this.at + 8; at++) {
      const digit = digit62(this.symbol.charCodeAt(at));
      if (digit < 0) return -1;
      value = value * 62 + digit;
      if (this.symbol[at + 1] !== "_") continue;
      this.at = at + 2;
      return value;
    }
    return -1;
  }

  /** Reads a base-62 number behind `tag`, counted from 1; 0 where the tag is missing. */
  taggedInteger62(tag: string): bigint | Problem {
    if (!this.eat(tag)) return 0n;
    const value = this.integer62();
    if (value instanceof Problem || value === MAX_U64) return INVALID;
    return value + 1n;
  }

  /** Reads what tells equal names apart: an `s` number, 0 where there is none. */
  disambiguator(): bigint | Problem {
    return this.taggedInteger62("s");
  }

  /** Reads a namespace: a capital for closures, shims and the like, a small letter for ordinary items. */
  namespace(): string | Problem {
    const tag = this.tag();
    return tag instanceof Problem || !/[A-Za-z]/.test(tag) ? INVALID : tag;
  }

  /** Reads the target of a back reference, whose `B` was read just before: a cursor there, one level deeper. */
  backReference(): Cursor | Problem {
    const origin = this.at - 1;
    const target = this.integer62();
    if (target instanceof Problem || target >= BigInt(origin)) return INVALID;
    const cursor = new Cursor(this.symbol, Number(target), this.depth);
    const entered = cursor.enter();
    return entered instanceof Problem ? entered : cursor;
  }

  /** Reads a length-prefixed identifier. */
  identifier(): Identifier | Problem {
    const isEncoded = this.eat("u");
    const length = this.#decimal();
    if (length < 0) return INVALID;
    this.eat("_");
    const start = this.at;
    this.at += length;
    if (this.at > this.symbol.length) return INVALID;
    const text = this.symbol.slice(start, this.at);
    if (!isEncoded) return { ascii: text, punycode: "" };
    const separator = text.lastIndexOf("_");
    const punycode = text.slice(separator + 1);
    return punycode === "" ? INVALID : { ascii: text.slice(0, Math.max(separator, 0)), punycode };
  }

  /** Reads a decimal number; a leading 0 is the whole number. Returns -1 where there is none. */
  #decimal(): number {
    const start = this.at;
    if (this.eat("0")) return 0;
    while (isDigit(this.symbol.charCodeAt(this.at))) this.at++;
    return this.at === start ? -1 : Number(this.symbol.slice(start, this.at));
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isNibble(code: number): boolean {
  return isDigit(code) || (code >= 0x61 && code <= 0x66);
}

/** Digits, then small letters, then capitals; -1 for anything else. */
function digit62(code: number): number {
  if (isDigit(code)) return code - 0x30;
  if (code >= 0x61 && code <= 0x7a) return code - 0x61 + 10;
  return code >= 0x41 && code <= 0x5a ? code - 0x41 + 36 : -1;
}
