/**
 * The skeleton of a source text: what is left when bodies of functions, values of constants and comments are taken out, for sources
 * of which only the signatures matter. Parsing takes time by the character, blanks included, so they go altogether:
 * offsets are those of the skeleton, not of the file.
 *
 * The text of macros (`name! {…}`, `macro_rules!`) is left alone, since what stands there need not be Rust.
 */
import { closingOf, isBlank, isWord, skipBlanks, tokenEnd } from "../syntax/scan.ts";

const BRACE = 123;
const SEMICOLON = 59;
const BANG = 33;
const SLASH = 47;
const EQUALS = 61;
const COLON = 58;
const LETTER_C = 99;
const LETTER_F = 102;
const LETTER_N = 110;
const LETTER_S = 115;
/** What may stand before an item: `;`, braces, `)` of a visibility, `]` of an attribute, `b` of `pub`, `t` of `default`. */
const AT_ITEM: ReadonlySet<number> = new Set([SEMICOLON, BRACE, 125, 41, 93, 98, 116]);
const OPENING: ReadonlySet<number> = new Set([40, 91]);

/**
 * Returns the text with every function's body emptied to `{}`, with `0` for the values of named constants and statics
 * (`const _` keeps its own: impls stand there), and without comments outside of macros.
 */
export function skeletonOf(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  const drop = (from: number, to: number): void => {
    parts.push(text.slice(copied, from));
    copied = to;
  };
  const end = text.length;
  let before = SEMICOLON; // the last character that counts
  for (let at = 0; at < end; ) {
    const unit = text.charCodeAt(at);
    const next = tokenEnd(text, at, end);
    if (unit === SLASH && next > at + 1) drop(at, next);
    else if (unit === BANG) {
      at = behindMacro(text, next, end);
      continue;
    } else if (unit === LETTER_F && next === at + 2 && text.charCodeAt(at + 1) === LETTER_N && isFunction(text, next)) {
      const body = bodyOf(text, next, end);
      if (body >= 0) {
        const close = closingOf(text, body, end);
        drop(body + 1, close);
        at = close;
        continue;
      }
    } else if ((unit === LETTER_C || unit === LETTER_S) && AT_ITEM.has(before)) {
      const value = valueAt(text, at, next, end);
      if (value) {
        parts.push(text.slice(copied, value.start), "0");
        copied = value.end;
        at = value.end;
        continue;
      }
    }
    if (!isBlank(unit) && !(unit === SLASH && next > at + 1)) before = text.charCodeAt(next - 1);
    at = next;
  }
  if (copied === 0) return text;
  parts.push(text.slice(copied));
  return parts.join("");
}

/** Where the value of `const NAME: T = …;` or `static NAME: T = …;` stands; null for anything else. */
function valueAt(text: string, at: number, next: number, end: number): { start: number; end: number } | null {
  const keyword = text.slice(at, next);
  if (keyword !== "const" && keyword !== "static") return null;
  let name = skipBlanks(text, next, end);
  if (text.startsWith("mut ", name)) name = skipBlanks(text, name + 4, end);
  const behind = tokenEnd(text, name, end);
  if (!isWord(text.charCodeAt(name)) || text.slice(name, behind) === "_") return null;
  if (text.charCodeAt(skipBlanks(text, behind, end)) !== COLON) return null;
  let start = -1;
  for (let p = behind; p < end; ) {
    const unit = text.charCodeAt(p);
    if (unit === SEMICOLON) return start < 0 ? null : { start, end: p };
    if (unit === EQUALS && start < 0 && text.charCodeAt(p + 1) !== EQUALS) start = p + 1;
    p = unit === BRACE || OPENING.has(unit) ? closingOf(text, p, end) + 1 : tokenEnd(text, p, end);
  }
  return null;
}

/** `fn name`, not the type `fn(…)`. */
function isFunction(text: string, at: number): boolean {
  return isBlank(text.charCodeAt(at)) && isWord(text.charCodeAt(skipBlanks(text, at, text.length)));
}

/** Where the body's brace opens; -1 when the signature ends without one. Braces in brackets or behind `=` are const arguments. */
function bodyOf(text: string, from: number, end: number): number {
  let before = 0;
  for (let at = from; at < end; ) {
    const unit = text.charCodeAt(at);
    if (unit === BRACE && before !== EQUALS) return at;
    if (unit === SEMICOLON) return -1;
    if (OPENING.has(unit) || unit === BRACE) at = closingOf(text, at, end) + 1;
    else {
      const isSpace = isBlank(unit) || unit === SLASH;
      at = tokenEnd(text, at, end);
      if (isSpace) continue;
    }
    before = unit;
  }
  return -1;
}

/** Behind `!`: past the delimiters of a macro's arguments, `macro_rules! name {…}` included. */
function behindMacro(text: string, from: number, end: number): number {
  let at = skipBlanks(text, from, end);
  if (isWord(text.charCodeAt(at))) at = skipBlanks(text, tokenEnd(text, at, end), end);
  const unit = text.charCodeAt(at);
  return unit === BRACE || OPENING.has(unit) ? closingOf(text, at, end) + 1 : from;
}
