/**
 * Punycode (RFC 3492) as Rust's v0 mangling uses it: lower-case letters and digits are the digits 0 to 35, the ASCII part comes
 * separately. Decoding is limited to short identifiers, as in rustc-demangle: longer ones stay encoded.
 */

const LONGEST = 128;
const BASE = 36;
const SKEW = 38;
const FIRST_DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE_POINT = 0x80;
const THRESHOLD_MIN = 1;
const THRESHOLD_MAX = 26;

/** Returns the identifier of an ASCII part and its insertions, or `undefined` when it is malformed or longer than 128 characters. */
export function decodePunycode(ascii: string, insertions: string): string | undefined {
  if (insertions === "" || ascii.length > LONGEST) return undefined;
  const decoded = Array.from(ascii);
  let at = 0;
  let position = 0;
  let codePoint = FIRST_CODE_POINT;
  let bias = FIRST_BIAS;
  let damp = FIRST_DAMP;
  while (at < insertions.length) {
    const number = readVariableLength(insertions, at, bias);
    if (number === undefined) return undefined;
    at = number.end;
    const length = decoded.length + 1;
    position += number.value;
    codePoint += Math.floor(position / length);
    position %= length;
    if (!isScalarValue(codePoint) || length > LONGEST) return undefined;
    decoded.splice(position, 0, String.fromCodePoint(codePoint));
    position++;
    bias = adaptBias(number.value, length, damp);
    damp = 2;
  }
  return decoded.join("");
}

/** Tells whether the number is a Unicode scalar value: in range and no surrogate. */
export function isScalarValue(codePoint: number): boolean {
  return codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);
}

function readVariableLength(text: string, at: number, bias: number): { value: number; end: number } | undefined {
  let value = 0;
  let weight = 1;
  for (let k = BASE; ; k += BASE) {
    const digit = digitValue(text.charCodeAt(at++));
    if (digit < 0) return undefined;
    value += digit * weight;
    // Far beyond any code point; the reference fails on overflow later, with the same outcome.
    if (value > Number.MAX_SAFE_INTEGER) return undefined;
    const threshold = Math.min(Math.max(k - bias, THRESHOLD_MIN), THRESHOLD_MAX);
    if (digit < threshold) return { value, end: at };
    weight *= BASE - threshold;
  }
}

/** `a`–`z` are 0–25, `0`–`9` are 26–35; -1 for anything else, the end included. */
function digitValue(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : -1;
}

function adaptBias(delta: number, length: number, damp: number): number {
  delta = Math.floor(delta / damp);
  delta += Math.floor(delta / length);
  let k = 0;
  while (delta > ((BASE - THRESHOLD_MIN) * THRESHOLD_MAX) / 2) {
    delta = Math.floor(delta / (BASE - THRESHOLD_MIN));
    k += BASE;
  }
  return k + Math.floor(((BASE - THRESHOLD_MIN + 1) * delta) / (delta + SKEW));
}
