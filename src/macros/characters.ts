/** Character classes of Rust's lexical grammar over UTF-16 code units. */

const START = 1;
const DIGIT = 2;
const SPACE = 4;

const CLASSES = classTable();

/** 1 for ASCII units that an identifier may go on with, for loops over long stretches. */
export const CONTINUES = CLASSES.map((of) => (of & (START | DIGIT) ? 1 : 0));

function classTable(): Uint8Array {
  const table = new Uint8Array(128);
  for (let c = 0x61; c <= 0x7a; c++) table[c] = START;
  for (let c = 0x41; c <= 0x5a; c++) table[c] = START;
  table[0x5f] = START;
  for (let c = 0x30; c <= 0x39; c++) table[c] = DIGIT;
  for (const c of [9, 10, 11, 12, 13, 32]) table[c] = SPACE;
  return table;
}

/** True for Rust's white space, which is Unicode's `Pattern_White_Space`. */
export function isSpace(c: number): boolean {
  if (c < 128) return (CLASSES[c]! & SPACE) !== 0;
  return c === 0x85 || c === 0x200e || c === 0x200f || c === 0x2028 || c === 0x2029 || c === 0xfeff;
}

/**
 * True where an identifier may start. Beyond ASCII every character that is not white space counts: a text that uses
 * others is not Rust anyway, and no surrogate pair is cut.
 */
export function isIdentStart(c: number): boolean {
  return c < 128 ? (CLASSES[c]! & START) !== 0 : !isSpace(c);
}

/** True where an identifier may go on. */
export function isIdentContinue(c: number): boolean {
  return c < 128 ? CONTINUES[c] === 1 : !isSpace(c);
}

/** True for `0` to `9`. */
export function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39;
}
