/**
 * Printed paths of functions taken apart: `core::shape::Sq::area`, `<core::W<T> as core::Shape>::area`, `core::run::{closure#0}`.
 *
 * A path is a list of segments, each a name that generic arguments may follow; its first part may be a type in angle brackets, with the
 * trait of the impl behind `as`. Types are compared by their tokens, where lifetimes do not count, a path of a type may be shortened from
 * the left, and generic arguments count only where both sides have them.
 */

/** One token of a type: a path without generics (`core::shape::Sq`, `dyn`), or a punctuation mark. */
type Token = string;

/** A segment of a path. */
export interface Segment {
  readonly name: string;
  /** The generic arguments as written, without the brackets. */
  readonly generics?: string;
}

/** A path taken apart. */
export interface ParsedPath {
  /** The type in angle brackets at the head, as written. */
  readonly self?: string;
  /** The trait behind `as` in these brackets. */
  readonly trait?: string;
  readonly segments: readonly Segment[];
}

const OPENING = "<([{";
const CLOSING = ">)]}";

/** Position behind the bracket that closes the one at `start`, or the end of the text. The `>` of `->` closes nothing. */
function behindBracket(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at]!;
    if (OPENING.includes(char)) depth++;
    else if (CLOSING.includes(char) && !(char === ">" && text[at - 1] === "-") && --depth === 0) return at + 1;
  }
  return text.length;
}

/** Takes a path apart; text that is no path gives segments that match nothing. Linear. */
export function parsePath(text: string): ParsedPath {
  const segments: Segment[] = [];
  let at = 0;
  let head: { self?: string; trait?: string } = {};
  if (text.startsWith("<")) {
    at = behindBracket(text, 0);
    head = qualified(text.slice(1, at - 1));
    if (text.startsWith("::", at)) at += 2;
  }
  while (at < text.length) {
    const start = at;
    while (at < text.length && text[at] !== "<" && !text.startsWith("::", at))
      at = OPENING.includes(text[at]!) ? behindBracket(text, at) : at + 1;
    const name = plainName(text.slice(start, at));
    // `Vec::<u8>::new` is `Vec<u8>::new`.
    if (text.startsWith("::<", at)) at += 2;
    if (text[at] === "<") {
      const end = behindBracket(text, at);
      segments.push({ name, generics: text.slice(at + 1, end - 1) });
      at = end;
    } else segments.push({ name });
    if (text.startsWith("::", at)) at += 2;
  }
  return { ...head, segments };
}

/** A name without the mark of raw identifiers. */
function plainName(name: string): string {
  return name.startsWith("r#") ? name.slice(2) : name;
}

/** Splits `Type as Trait` at an `as` outside of all brackets. */
function qualified(text: string): { self: string; trait?: string } {
  for (let at = 0; at < text.length; at++) {
    if (OPENING.includes(text[at]!)) at = behindBracket(text, at) - 1;
    else if (text.startsWith(" as ", at)) return { self: text.slice(0, at).trim(), trait: text.slice(at + 4).trim() };
  }
  return { self: text.trim() };
}

const TOKEN =
  /'[\p{XID_Start}_][\p{XID_Continue}]*|(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*(?:::(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*)*|->|::|\S/gu;

/** Tokens of a type, lifetimes and the commas after them left out. */
function typeTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.startsWith("'") || token === "::") continue;
    if (token === "," && (tokens.at(-1) === "<" || tokens.at(-1) === ",")) continue;
    if (token === ">" && tokens.at(-1) === "<") tokens.pop();
    else tokens.push(token.replaceAll("r#", ""));
  }
  return tokens;
}

/** Tells whether `whole` is `part` or ends with `::part`. */
function isPathTail(part: string, whole: string): boolean {
  return part === whole || (whole.endsWith(part) && whole.endsWith("::", whole.length - part.length));
}

/** Position behind a balanced `<…>` in a list of tokens. */
function behindAngles(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    if (tokens[at] === "<") depth++;
    else if (tokens[at] === ">" && --depth === 0) return at + 1;
  }
  return tokens.length;
}

/** Tells whether the type `wanted` names the type `found`, which may be longer (`core::W<T>` for `W`); `_` and `*` name any. */
export function typeMatches(wanted: string, found: string): boolean {
  if (wanted === "_" || wanted === "*") return true;
  const [want, have] = [typeTokens(wanted), typeTokens(found)];
  let [i, j] = [0, 0];
  while (i < want.length && j < have.length) {
    const [a, b] = [want[i]!, have[j]!];
    if (a === "<" && b !== "<") i = behindAngles(want, i);
    else if (b === "<" && a !== "<") j = behindAngles(have, j);
    else if (a === "_" || isPathTail(a, b)) {
      i++;
      j++;
    } else return false;
  }
  if (want[i] === "<") i = behindAngles(want, i);
  if (have[j] === "<") j = behindAngles(have, j);
  return i === want.length && j === have.length;
}

/** Path of the type at the heart of a type: `core::W` for `&mut core::W<T>`, `[core::W]`; `undefined` where there is none. */
export function headPath(type: string): string | undefined {
  return typeTokens(type).find((token) => /^[\p{XID_Start}_]/u.test(token) && !NO_TYPE.has(token));
}

const NO_TYPE: ReadonlySet<string> = new Set(["dyn", "mut", "const", "impl", "for", "unsafe", "extern", "fn"]);

/** Last segment of the path at the heart of a type: `W` for `&core::W<T>`; the text itself where there is no path. */
export function shortType(type: string): string {
  return headPath(type)?.split("::").at(-1) ?? type;
}

/** Returns the text with every path in it cut to its last segment: `<W<T> as Shape>` for `<core::W<T> as core::Shape>`. */
export function shortenTypes(text: string): string {
  return text.replaceAll(/(?:(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*::)+(?=[\p{XID_Start}_])/gu, "");
}

/** Returns a function's path cut to its last two segments, types shortened: `Sq::area`, `<W<T> as Shape>::area`. */
export function shortPath(path: string): string {
  const { self, trait, segments } = parsePath(path);
  const tail = segments.map((segment) => segment.name);
  if (self === undefined) return tail.slice(-2).join("::");
  const head = trait === undefined ? shortenTypes(self) : `${shortenTypes(self)} as ${shortenTypes(trait)}`;
  return [`<${head}>`, ...tail].join("::");
}
