/** The little that must be known of Rust's tokens to step through text that the grammar leaves as it is. */

const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const BACKSLASH = 92;
const SLASH = 47;
const STAR = 42;
const HASH = 35;
const LETTER_B = 98;
const LETTER_C = 99;
const LETTER_R = 114;

/** Returns true for space, tab, line ends and other blanks. */
export function isBlank(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

/** 1 for ASCII units that continue an identifier. */
const WORD = Uint8Array.from({ length: 128 }, (_, unit) => (/\w/.test(String.fromCharCode(unit)) ? 1 : 0));

/** Returns true for what continues an identifier; everything beyond ASCII counts. */
export function isWord(unit: number): boolean {
  return unit < 128 ? WORD[unit] === 1 : unit > 127;
}

/** Returns where the word that goes on at `at` ends. */
function wordEnd(text: string, at: number, end: number): number {
  let to = at;
  for (; to < end; to++) {
    const unit = text.charCodeAt(to);
    if (unit < 128 && WORD[unit] === 0) break;
  }
  return to;
}

/** Returns where the token, comment or blank that begins at `at` ends: at least `at + 1`, at most `end`. */
export function tokenEnd(text: string, at: number, end: number): number {
  const unit = text.charCodeAt(at);
  if (unit === QUOTE) return quotedEnd(text, at + 1, end);
  if (unit === SLASH) return slashEnd(text, at, end);
  if (unit === APOSTROPHE) return apostropheEnd(text, at, end);
  if (!isWord(unit)) return at + 1;
  const to = wordEnd(text, at + 1, end);
  const next = text.charCodeAt(to);
  if (to < end && (next === QUOTE || next === HASH) && text.charCodeAt(to - 1) === LETTER_R && to - at <= 2) {
    return rawEnd(text, to, end);
  }
  return to;
}

function quotedEnd(text: string, at: number, end: number): number {
  for (; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === QUOTE) return at + 1;
  }
  return end;
}

/** `r"…"`, `r##"…"##`; `r#name` is a word. */
function rawEnd(text: string, at: number, end: number): number {
  let hashes = 0;
  while (at + hashes < end && text.charCodeAt(at + hashes) === HASH) hashes++;
  if (text.charCodeAt(at + hashes) !== QUOTE) {
    return wordEnd(text, at + (hashes === 1 ? 1 : 0), end);
  }
  const close = text.indexOf(`"${"#".repeat(hashes)}`, at + hashes + 1);
  return close < 0 || close >= end ? end : close + 1 + hashes;
}

function slashEnd(text: string, at: number, end: number): number {
  const next = text.charCodeAt(at + 1);
  if (next === SLASH) {
    const line = text.indexOf("\n", at + 2);
    return line < 0 || line > end ? end : line;
  }
  if (next !== STAR) return at + 1;
  let depth = 1;
  let to = at + 2;
  for (; to < end && depth > 0; to++) {
    const pair = text.charCodeAt(to) === STAR && text.charCodeAt(to + 1) === SLASH;
    const open = text.charCodeAt(to) === SLASH && text.charCodeAt(to + 1) === STAR;
    if (pair) depth--;
    if (open) depth++;
    if (pair || open) to++;
  }
  return Math.min(to, end);
}

/** A character (`'x'`, `'\n'`), or else the apostrophe of a lifetime alone. */
function apostropheEnd(text: string, at: number, end: number): number {
  if (text.charCodeAt(at + 1) === BACKSLASH) {
    const close = text.indexOf("'", at + 3);
    return close < 0 || close >= end ? end : close + 1;
  }
  const width = text.codePointAt(at + 1)! > 0xffff ? 2 : 1;
  return text.charCodeAt(at + 1 + width) === APOSTROPHE ? Math.min(at + 2 + width, end) : at + 1;
}

/** Returns the first place from `at` on that is neither blank nor comment. */
export function skipBlanks(text: string, at: number, end: number): number {
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE || (unit <= 13 && unit >= 9)) at++;
    else if (unit === SLASH) {
      const to = slashEnd(text, at, end);
      if (to === at + 1) return at;
      at = to;
    } else if (unit < 128 || !isBlank(unit)) return at;
    else at++;
  }
  return end;
}

/** Returns where the string whose opening quote is at `at` ends; raw ones are told by what stands in front of it. */
export function stringEnd(text: string, at: number, end: number): number {
  let r = at - 1;
  while (r >= 0 && text.charCodeAt(r) === HASH) r--;
  if (r < 0 || text.charCodeAt(r) !== LETTER_R) return tokenEnd(text, at, end);
  const before = text.charCodeAt(r - 1);
  const isPrefixed = before === LETTER_B || before === LETTER_C;
  const start = isPrefixed ? r - 1 : r;
  if (start > 0 && isWord(text.charCodeAt(start - 1))) return tokenEnd(text, at, end);
  return tokenEnd(text, start, end);
}

/** What counts between delimiters, and what must be stepped over there. */
const DELIMITER_OR_TEXT = /[()[\]{}"'/]/g;

/** Returns where the delimiter that opens at `at` closes (the offset of the closing one), or `end`. */
export function closingOf(text: string, at: number, end: number): number {
  let depth = 0;
  DELIMITER_OR_TEXT.lastIndex = at;
  while (DELIMITER_OR_TEXT.test(text)) {
    const last = DELIMITER_OR_TEXT.lastIndex - 1;
    if (last >= end) break;
    const unit = text.charCodeAt(last);
    if (unit === QUOTE) DELIMITER_OR_TEXT.lastIndex = stringEnd(text, last, end);
    else if (unit === APOSTROPHE || unit === SLASH) DELIMITER_OR_TEXT.lastIndex = tokenEnd(text, last, end);
    else if (unit === 40 || unit === 91 || unit === 123) depth++;
    else if (--depth <= 0) return last;
  }
  return end;
}

/** Returns the stretches between the commas that stand in no delimiter of their own, the empty last one left out. */
export function splitAtCommas(text: string, start: number, end: number): [start: number, end: number][] {
  const parts: [number, number][] = [];
  let from = start;
  for (let at = start; at < end; at = tokenEnd(text, at, end)) {
    const char = text[at]!;
    if (char === "(" || char === "[" || char === "{") at = closingOf(text, at, end);
    else if (char === ",") {
      parts.push([from, at]);
      from = at + 1;
    }
  }
  if (skipBlanks(text, from, end) < end) parts.push([from, end]);
  return parts;
}
