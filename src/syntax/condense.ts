/**
 * A text without what the grammar takes long to read and nobody asks the tree for: comments, the insides of macros'
 * arguments, of attributes and of long strings, runs of blanks, and tests where nobody wants them. They are half of most sources, and
 * parsing takes time by the character.
 *
 * Whoever lowers the tree reads names from the original, at offsets that {@link placesOf} translates back, so nothing
 * but the grammar's view changes.
 */
import { closingOf, isBlank, isWord, skipBlanks, stringEnd, tokenEnd } from "./scan.ts";

/** What is left of a text, and where it stood. */
export interface Condensed {
  readonly text: string;
  /** Pairs: an offset in `text`, and the offset in the original from which on the two run side by side. */
  readonly runs: readonly number[];
}

const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const BANG = 33;
const NEWLINE = 10;
const BRACKET = 91;
const OPENING = "([{";

/** Where there may be something to cut. Two blanks, since one has to stay. */
const STOP = /[ \t\r\n]{2}|[!"'/]|#!?\[/g;

const TEST_ONLY = "[cfg(test)]";

/** Behind `#[cfg(test)]`: a module with its items, up to its brace. What reads otherwise is kept. */
const MODULE = /(?:\s*#\[[^\]]*\])*\s*(?:pub(?:\s*\([^)]*\))?\s+)?mod\s+\w+\s*\{/y;

/** A string's inside that is shorter stays. */
const SHORT = 16;

/** Words in front of `!` that name no macro: `if !(a)`. */
const NO_MACRO: ReadonlySet<string> = new Set(
  "as await become box break const continue crate do else fn for if impl in let loop match move mut ref return self static super unsafe where while yeet yield".split(
    " ",
  ),
);

/** True for a word that `name!(…)` may begin with: `if !(a)` is none. */
export function isMacroName(word: string): boolean {
  return !NO_MACRO.has(word);
}

const MACRO_RULES = "macro_rules";

/** Returns what of the text the grammar has to see: with `tests` false, nothing of what stands in modules under `#[cfg(test)]`. */
export function condense(text: string, tests = true): Condensed {
  const cuts = new Cuts(text);
  const end = text.length;
  STOP.lastIndex = shebangEnd(text);
  while (STOP.test(text)) {
    const last = STOP.lastIndex - 1;
    const unit = text.charCodeAt(last);
    if (unit === QUOTE) {
      const to = stringEnd(text, last, end);
      // A raw string's closing quote has as many `#` behind it as its opening one has in front.
      const close = text.lastIndexOf('"', to - 1);
      if (close - last > SHORT) cuts.cut(last + 1, close);
      STOP.lastIndex = to;
    } else if (unit === BANG) {
      const open = argumentsAt(text, last, end);
      const close = open < 0 ? end : closingOf(text, open, end);
      if (close === end) continue;
      // To the grammar `macro_rules!` is one token.
      const word = wordBefore(text, last);
      if (text.slice(word.start, word.end) === MACRO_RULES) cuts.cut(word.end, last);
      cuts.cut(open + 1, close);
      STOP.lastIndex = close + 1;
    } else if (unit === BRACKET) {
      const behind = cuts.attribute(last);
      STOP.lastIndex = tests || !text.startsWith(TEST_ONLY, last) ? behind : cuts.module(behind);
    } else if (unit === APOSTROPHE) STOP.lastIndex = tokenEnd(text, last, end);
    else {
      const at = unit === SLASH ? last : last - 1;
      const to = skipBlanks(text, at, end);
      if (to === at) continue;
      // Whether a comment that the text ends in is closed is for the grammar to say.
      if (to < end) cuts.gap(at, to);
      STOP.lastIndex = to;
    }
  }
  return cuts.finish();
}

/** What was kept of a text so far. */
class Cuts {
  private readonly text: string;
  private readonly parts: string[] = [];
  private readonly runs: number[] = [0, 0];
  /** Up to here the text is kept or cut. */
  private done = 0;
  private length = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Leaves a stretch out. */
  cut(start: number, to: number): void {
    const from = Math.max(start, this.done);
    if (from >= to) return;
    this.parts.push(this.text.slice(this.done, from));
    this.length += from - this.done;
    this.done = to;
    this.runs.push(this.length, to);
  }

  /** Leaves one blank of a stretch of blanks and comments: a line's end where there is one. */
  gap(from: number, to: number): void {
    const kept = blankIn(this.text, from, to);
    this.cut(from, kept);
    if (kept < to) return this.cut(kept + 1, to);
    // A comment between two tokens: the blank that has to part them is none of the text's.
    this.runs.splice(-2, 0, this.length, from);
    this.parts.push(" ");
    this.length++;
    this.runs[this.runs.length - 2] = this.length;
  }

  /** Leaves of an attribute, whose bracket opens at `open`, the first letter alone; returns where it ends. */
  attribute(open: number): number {
    const { text } = this;
    const close = closingOf(text, open, text.length);
    const name = skipBlanks(text, open + 1, close);
    if (close === text.length || !isWord(text.charCodeAt(name))) return open + 1;
    this.cut(name + 1, close);
    return close + 1;
  }

  /** Leaves out what a module that begins at `at` holds; returns where it ends, or `at` when none does. One that nothing closes is for the grammar to complain of. */
  module(at: number): number {
    const { text } = this;
    MODULE.lastIndex = at;
    if (!MODULE.test(text)) return at;
    const open = MODULE.lastIndex - 1;
    const close = closingOf(text, open, text.length);
    if (close === text.length) return at;
    this.cut(open + 1, close);
    return close + 1;
  }

  finish(): Condensed {
    const { text, parts, runs } = this;
    if (parts.length === 0) return { text, runs };
    parts.push(text.slice(this.done));
    return { text: parts.join(""), runs };
  }
}

/** The first line's end in a stretch of blanks and comments, else its first unit if that is a blank, else `to`. */
function blankIn(text: string, at: number, to: number): number {
  for (let line = at; line < to; line++) if (text.charCodeAt(line) === NEWLINE) return line;
  return isBlank(text.charCodeAt(at)) ? at : to;
}

/** The first line of a script is one for the system; `#![` is an attribute. */
function shebangEnd(text: string): number {
  if (!text.startsWith("#!") || text.charCodeAt(skipBlanks(text, 2, text.length)) === 91) return 0;
  const line = text.indexOf("\n");
  return line < 0 ? text.length : line;
}

/** Where the delimiter of a macro's arguments opens behind the `!` at `at`; -1 when that is none of a macro. */
function argumentsAt(text: string, at: number, end: number): number {
  const { start, end: wordEnd } = wordBefore(text, at);
  if (start === wordEnd) return -1;
  const word = text.slice(start, wordEnd);
  if (!isMacroName(word)) return -1;
  let open = skipBlanks(text, at + 1, end);
  if (word === MACRO_RULES && isWord(text.charCodeAt(open))) open = skipBlanks(text, tokenEnd(text, open, end), end);
  return open < end && OPENING.includes(text[open]!) ? open : -1;
}

/** Span of the word that ends in front of `at`, blanks aside; empty when none does. */
function wordBefore(text: string, at: number): { readonly start: number; readonly end: number } {
  let end = at;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > 0 && isWord(text.charCodeAt(start - 1))) start--;
  return { start, end };
}

/** Writes the original offset of each offset of a condensed text, its end included, into `places`. */
export function placesOf({ text, runs }: Condensed, places: Int32Array): void {
  for (let run = 0; run < runs.length; run += 2) {
    const to = run + 2 < runs.length ? runs[run + 2]! : text.length + 1;
    const distance = runs[run + 1]! - runs[run]!;
    for (let at = runs[run]!; at < to; at++) places[at] = at + distance;
  }
}
