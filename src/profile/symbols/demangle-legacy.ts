/**
 * Rust's legacy mangling, the look of a C++ name: `_ZN`, then length-prefixed segments, then `E`; the last segment is a hash `h` plus
 * hexadecimal digits. Characters that assemblers refuse are spelled `$LT$`, `$u20$` …, and `..` stands for `::` inside a segment.
 * Behaves as rustc-demangle does, its treatment of malformed escapes included.
 */

import type { BoundedText } from "./bounded-text.ts";

/** A legacy symbol taken apart: the segments as mangled, and what follows the closing `E` (`.llvm.123`, `.cold` …). */
export interface LegacySymbol {
  readonly segments: readonly string[];
  readonly suffix: string;
}

const PREFIX = /^(?:__?)?ZN/;
const HASH = /^h[0-9a-fA-F]*$/;
const LOWER_HEX = /^u[0-9a-f]+$/;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["SP", "@"],
  ["BP", "*"],
  ["RF", "&"],
  ["LT", "<"],
  ["GT", ">"],
  ["LP", "("],
  ["RP", ")"],
  ["C", ","],
]);

/** Returns the parts of a legacy symbol, or `undefined` when the text is none. */
export function parseLegacy(symbol: string): LegacySymbol | undefined {
  const prefix = PREFIX.exec(symbol);
  if (prefix === null || !isAscii(symbol)) return undefined;
  const segments: string[] = [];
  let at = prefix[0].length;
  while (symbol[at] !== "E") {
    const start = at;
    while (isDigit(symbol.charCodeAt(at))) at++;
    if (at === start) return undefined;
    const end = at + Number(symbol.slice(start, at));
    // At least the closing `E` has to follow.
    if (end >= symbol.length) return undefined;
    segments.push(symbol.slice(at, end));
    at = end;
  }
  return { segments, suffix: symbol.slice(at + 1) };
}

/** Writes the segments joined by `::`, their escapes resolved; `alternate` leaves the hash out. The suffix is not part of it. */
export function printLegacy(symbol: LegacySymbol, alternate: boolean, out: BoundedText): void {
  const { segments } = symbol;
  const last = segments.at(-1);
  const count = alternate && last !== undefined && HASH.test(last) ? segments.length - 1 : segments.length;
  for (let index = 0; index < count; index++) {
    if (index > 0) out.write("::");
    printLegacySegment(segments[index]!, out);
  }
}

/** Resolves `$..$` escapes and dots up to the first malformed escape, from which on the segment stays as it is. */
export function printLegacySegment(segment: string, out: BoundedText): void {
  // A segment that would begin with `$` gets a `_` before it.
  let at = segment.startsWith("_$") ? 1 : 0;
  for (;;) {
    if (segment[at] === ".") {
      const isPair = segment[at + 1] === ".";
      out.write(isPair ? "::" : ".");
      at += isPair ? 2 : 1;
    } else if (segment[at] === "$") {
      const end = segment.indexOf("$", at + 1);
      const character = end < 0 ? undefined : unescaped(segment.slice(at + 1, end));
      if (character === undefined) break;
      out.write(character);
      at = end + 1;
    } else {
      const next = nextSpecial(segment, at);
      if (next === segment.length) break;
      out.write(segment.slice(at, next));
      at = next;
    }
  }
  out.write(segment.slice(at));
}

function nextSpecial(segment: string, at: number): number {
  while (at < segment.length && segment[at] !== "$" && segment[at] !== ".") at++;
  return at;
}

function unescaped(name: string): string | undefined {
  const named = ESCAPES.get(name);
  if (named !== undefined || !LOWER_HEX.test(name)) return named;
  const codePoint = Number.parseInt(name.slice(1), 16);
  const isControl = codePoint < 0x20 || (codePoint >= 0x7f && codePoint <= 0x9f);
  if (isControl || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return undefined;
  return String.fromCodePoint(codePoint);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Tells whether every UTF-16 unit is below 0x80. */
export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x80) return false;
  return true;
}
