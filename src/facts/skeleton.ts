/**
 * The skeleton of a source text: what other crates can see of it. Bodies of functions, values of constants, comments, functions that are
 * not visible, test modules and attributes that say nothing of names and types are taken out, for parsing takes time by the character:
 * offsets are those of the skeleton, not of the file.
 *
 * The text of macros (`name! {…}`, `macro_rules!`) is left alone, since what stands there need not be Rust.
 *
 * Few impls of a dependency are ever looked into, so that the members of each become the text of a macro ({@link MEMBERS}): parsing steps
 * over them, and who wants them parses that text.
 */
import { closingOf, isBlank, isWord, skipBlanks, tokenEnd } from "../syntax/scan.ts";

const BRACE = 123;
const CLOSING_BRACE = 125;
const SEMICOLON = 59;
const BANG = 33;
const SLASH = 47;
const EQUALS = 61;
const COLON = 58;
const HASH = 35;
const COMMA = 44;
const LESS = 60;
const GREATER = 62;
const PARENTHESIS = 40;
const OPENING: ReadonlySet<number> = new Set([PARENTHESIS, 91]);
const CLOSING: ReadonlySet<number> = new Set([41, 93]);
/** What stands before a brace that is a const argument, and what behind it. */
const BEFORE_ARGUMENT: ReadonlySet<number> = new Set([LESS, COMMA, EQUALS]);
const BEHIND_ARGUMENT: ReadonlySet<number> = new Set([GREATER, COMMA]);
/** What may stand before a constant: `;`, braces, `)` of a visibility, `]` of an attribute, `b` of `pub`, `t` of `default`. */
const AT_ITEM: ReadonlySet<number> = new Set([SEMICOLON, BRACE, CLOSING_BRACE, 41, 93, 98, 116]);
/** Length of `static`: no longer word is looked at. */
const LONGEST_WORD = 6;
/** Attributes that change neither what a name means nor a type. */
const INERT =
  /#\s*\[\s*(?:inline|must_use|doc|allow|expect|warn|deny|cold|track_caller|deprecated|(?:rustc_const_)?(?:un)?stable|rustfmt::\w+|clippy::\w+)\s*[\]=(]/y;
const TEST_ONLY = /#\s*\[\s*cfg\s*\(\s*test\s*\)\s*\]/y;

const TYPED_SELF = /\bself\s*:(?!:)/;

/** Name of the macro that stands for the members of an impl, which are its text. */
export const MEMBERS = "__callmap_members";

/** What a pair of braces holds: items that are seen if they say so (or none at all), or those of a trait or of its impl, which always are. */
export type Braces = "own" | "trait";

/**
 * Returns the text with every function's body emptied to `{}`, with `0` for the values of named constants and statics
 * (`const _` keeps its own: impls stand there), without comments outside of macros, and without functions that no other crate can name:
 * those without a plain `pub` that are not a trait's. `around` tells what the text stands in. What an impl holds is put in {@link MEMBERS}.
 */
export function skeletonOf(text: string, around: Braces = "own"): string {
  return new Skeleton(text, around).write();
}

class Skeleton {
  private readonly text: string;
  private readonly parts: string[] = [];
  private copied = 0;
  private readonly end: number;
  /** What the braces hold that are open, outermost first. */
  private readonly open: Braces[];
  /** For each of them the part that an impl's members begin with, or -1. */
  private readonly members: number[] = [-1];
  /** Parentheses and brackets that are open. */
  private depth = 0;
  /** The last character that counts. */
  private before = SEMICOLON;
  /** Where the current item begins, its attributes included, and what is known of it. */
  private start = 0;
  private startParts = 0;
  private startCopied = 0;
  private isVisible = false;
  private isTest = false;
  private isImpl = false;
  private holds: Braces | "impl" | "" = "";

  constructor(text: string, around: Braces) {
    this.text = text;
    this.end = text.length;
    this.open = [around];
  }

  write(): string {
    for (let at = 0; at < this.end; ) at = this.token(at);
    if (this.copied === 0) return this.text;
    this.parts.push(this.text.slice(this.copied));
    return this.parts.join("");
  }

  private drop(from: number, to: number): number {
    if (from > this.copied) this.parts.push(this.text.slice(this.copied, from));
    this.copied = to;
    return to;
  }

  /** Drops all of the current item, which ends at `to`. */
  private dropItem(to: number): number {
    this.parts.length = this.startParts;
    this.copied = this.startCopied;
    return this.drop(this.start, to);
  }

  private newItem(at: number): void {
    this.start = at;
    this.startParts = this.parts.length;
    this.startCopied = this.copied;
    this.isVisible = false;
    this.isTest = false;
    this.isImpl = false;
    this.holds = "";
  }

  /** Steps over what begins at `at`; returns where it ends. */
  private token(at: number): number {
    const { text, end } = this;
    const unit = text.charCodeAt(at);
    const space = unit < BANG || unit === SLASH || unit > 127 ? this.space(at) : null;
    if (space !== null) return space;
    const next = tokenEnd(text, at, end);
    const behind = isWord(unit) ? this.word(at, next) : this.sign(unit, at, next);
    this.before = text.charCodeAt(behind - 1);
    return behind;
  }

  /** Takes comments out, and of blanks all but the first; returns where they end, null when something else begins at `at`. */
  private space(at: number): number | null {
    const { text, end } = this;
    const unit = text.charCodeAt(at);
    if (unit === SLASH) {
      const next = tokenEnd(text, at, end);
      return next > at + 1 ? this.drop(at, next) : null;
    }
    if (!isBlank(unit)) return null;
    let to = at + 1;
    while (to < end && isBlank(text.charCodeAt(to))) to++;
    return to > at + 1 ? this.drop(at + 1, to) : to;
  }

  private sign(unit: number, at: number, next: number): number {
    const { text, end } = this;
    if (unit === HASH) return this.attribute(at, next);
    if (unit === BANG) return this.macro(next);
    if (OPENING.has(unit)) this.depth++;
    else if (CLOSING.has(unit)) this.depth = Math.max(0, this.depth - 1);
    else if (unit === BRACE) {
      if (this.holds !== "" && isArgument(text, this.before, at, end))
        return Math.min(end, closingOf(text, at, end) + 1);
      this.open.push(this.holds === "trait" ? "trait" : "own");
      if (this.isImpl) this.drop(next, next);
      this.members.push(this.isImpl ? this.parts.length : -1);
      this.depth = 0;
      this.newItem(next);
    } else if (unit === CLOSING_BRACE) {
      if (this.open.length > 1) {
        const holds = this.open.pop()!;
        this.putAside(this.members.pop()!, at, holds);
      }
      this.depth = 0;
      this.newItem(next);
    } else if (unit === SEMICOLON && this.depth === 0) this.newItem(next);
    return next;
  }

  /**
   * Makes the parts from `first` on, and the text up to `end`, members that are put aside; `first` is -1 where there are none. Which methods
   * take `self: Type` has to be known before a receiver is: inherent ones stay.
   */
  private putAside(first: number, end: number, holds: Braces): void {
    if (first < 0) return;
    this.drop(end, end);
    const members = this.parts.splice(first).join("");
    const stays = members.trim() === "" || (holds === "own" && TYPED_SELF.test(members));
    if (stays) this.parts.push(members);
    else this.parts.push(MEMBERS, "!{", members, "}");
  }

  private attribute(at: number, next: number): number {
    const { text, end } = this;
    const open = skipBlanks(text, next, end);
    if (!OPENING.has(text.charCodeAt(open))) return next;
    const behind = Math.min(end, closingOf(text, open, end) + 1);
    TEST_ONLY.lastIndex = at;
    INERT.lastIndex = at;
    if (TEST_ONLY.test(text)) this.isTest = true;
    return INERT.test(text) ? this.drop(at, behind) : behind;
  }

  /** The text of a macro is stepped over; one in braces is an item of its own, and so is an inner attribute. */
  private macro(next: number): number {
    const behind = behindMacro(this.text, next, this.end);
    const last = this.text.charCodeAt(behind - 1);
    if (behind > next && (last === CLOSING_BRACE || this.before === HASH)) this.newItem(behind);
    return behind;
  }

  private word(at: number, next: number): number {
    const { text, end } = this;
    if (next - at > LONGEST_WORD) return next;
    switch (text.slice(at, next)) {
      case "pub":
        this.isVisible ||= text.charCodeAt(skipBlanks(text, next, end)) !== PARENTHESIS;
        return next;
      case "trait":
        this.holds = "trait";
        return next;
      case "impl":
        if (this.holds === "") {
          this.holds = "impl";
          this.isImpl = true;
        }
        return next;
      case "for":
        if (this.holds === "impl" && text.charCodeAt(skipBlanks(text, next, end)) !== LESS) this.holds = "trait";
        return next;
      case "mod":
        return this.isTest ? this.testModule(next) : next;
      case "fn":
        return isFunction(text, next) ? this.fn(next) : next;
      case "const":
      case "static":
        return AT_ITEM.has(this.before) ? this.value(next) : next;
      default:
        return next;
    }
  }

  private fn(next: number): number {
    const { text, end } = this;
    const stop = signatureEnd(text, next, end);
    const hasBody = text.charCodeAt(stop) === BRACE;
    const close = hasBody ? closingOf(text, stop, end) : stop;
    const behind = Math.min(end, close + 1);
    if (!this.isVisible && this.open.at(-1) !== "trait") this.dropItem(behind);
    else {
      for (let at = next; at < stop; ) at = this.space(at) ?? tokenEnd(text, at, stop);
      if (hasBody) this.drop(stop + 1, close);
    }
    this.newItem(behind);
    return behind;
  }

  private testModule(next: number): number {
    const { text, end } = this;
    const behind = skipBlanks(text, tokenEnd(text, skipBlanks(text, next, end), end), end);
    const close = text.charCodeAt(behind) === BRACE ? closingOf(text, behind, end) : behind;
    const to = this.dropItem(Math.min(end, close + 1));
    this.newItem(to);
    return to;
  }

  private value(next: number): number {
    const value = valueAt(this.text, next, this.end);
    if (value === null) return next;
    this.drop(value.start, value.end);
    this.parts.push("0");
    return value.end;
  }
}

/** Where the value of `const NAME: T = …;` or `static NAME: T = …;` stands; null for anything else. */
function valueAt(text: string, from: number, end: number): { start: number; end: number } | null {
  let name = skipBlanks(text, from, end);
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

/** Where the signature that is read from `from` ends: at the brace of a body, at `;`, or at the end of the text. */
function signatureEnd(text: string, from: number, end: number): number {
  let before = 0;
  for (let at = from; at < end; ) {
    const unit = text.charCodeAt(at);
    if (unit === SEMICOLON || (unit === BRACE && !isArgument(text, before, at, end))) return at;
    if (OPENING.has(unit) || unit === BRACE) at = closingOf(text, at, end) + 1;
    else {
      const isSpace = isBlank(unit) || unit === SLASH;
      at = tokenEnd(text, at, end);
      if (isSpace) continue;
    }
    before = unit;
  }
  return end;
}

/** Tells whether the brace at `at` with `before` in front of it is a const argument (`S<{ N }>`), and no body. */
function isArgument(text: string, before: number, at: number, end: number): boolean {
  if (!BEFORE_ARGUMENT.has(before)) return false;
  return before === EQUALS || BEHIND_ARGUMENT.has(text.charCodeAt(skipBlanks(text, closingOf(text, at, end) + 1, end)));
}

/** Behind `!`: past the delimiters of a macro's arguments, `macro_rules! name {…}` included. */
function behindMacro(text: string, from: number, end: number): number {
  let at = skipBlanks(text, from, end);
  if (isWord(text.charCodeAt(at))) at = skipBlanks(text, tokenEnd(text, at, end), end);
  const unit = text.charCodeAt(at);
  return unit === BRACE || OPENING.has(unit) ? closingOf(text, at, end) + 1 : from;
}
