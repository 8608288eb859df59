/**
 * The skeleton of a source text: what is left when the bodies of functions and the comments are taken out, for sources
 * of which only the signatures matter. Parsing takes time by the character, blanks included, so they go altogether:
 * offsets are those of the skeleton, not of the file.
 *
 * The text of macros (`name! {…}`, `macro_rules!`) is left alone, since what stands there need not be Rust.
 */
import { closingOf, isBlank, isWord, skipBlanks, tokenEnd } from "./scan.ts";

const BRACE = 123;
const SEMICOLON = 59;
const BANG = 33;
const SLASH = 47;
const EQUALS = 61;
const LETTER_F = 102;
const LETTER_N = 110;
const OPENING: ReadonlySet<number> = new Set([40, 91]);

/** Returns the text with every function's body emptied to `{}` and without comments outside of macros. */
export function skeletonOf(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  const drop = (from: number, to: number): void => {
    parts.push(text.slice(copied, from));
    copied = to;
  };
  const end = text.length;
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
    }
    at = next;
  }
  if (copied === 0) return text;
  parts.push(text.slice(copied));
  return parts.join("");
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
