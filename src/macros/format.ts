/**
 * Format strings of `format_args!` and its kin: which argument each placeholder takes, through which trait. After the
 * grammar in the documentation of `std::fmt`. Braces that do not form a placeholder are text.
 */
import { isDigit, isIdentContinue } from "./characters.ts";

/** What a placeholder, a width or a precision takes: `{}` the next one, `{2}` a position, `{name}` a name. */
export type FormatArgument =
  | { readonly kind: "next" }
  | { readonly kind: "position"; readonly position: number }
  | { readonly kind: "name"; readonly name: string; readonly index: number };

/** One `{...}`. */
export interface Placeholder {
  readonly argument: FormatArgument;
  /** Names of functions to be: `display`, `debug`, `lower_hex` ... */
  readonly trait: string;
  /** Arguments used as numbers, in the order in which they are taken: width, then precision. */
  readonly counts: readonly FormatArgument[];
}

const TRAITS: Readonly<Record<string, string>> = {
  "": "display",
  "?": "debug",
  "x?": "debug",
  "X?": "debug",
  x: "lower_hex",
  X: "upper_hex",
  o: "octal",
  p: "pointer",
  b: "binary",
  e: "lower_exp",
  E: "upper_exp",
};

/** Returns the placeholders of a format string's value in order. Linear. */
export function parsePlaceholders(value: string): Placeholder[] {
  const found: Placeholder[] = [];
  for (let at = value.indexOf("{"); at >= 0; at = value.indexOf("{", at)) {
    if (value[at + 1] === "{") {
      at += 2;
      continue;
    }
    const close = value.indexOf("}", at);
    if (close < 0) break;
    found.push(parsePlaceholder(value, at + 1, close));
    at = close + 1;
  }
  return found;
}

function parsePlaceholder(value: string, from: number, to: number): Placeholder {
  const colon = value.indexOf(":", from);
  const hasSpec = colon >= 0 && colon < to;
  const argument = parseArgument(value, from, hasSpec ? colon : to);
  return hasSpec ? { argument, ...parseSpec(value, colon + 1, to) } : { argument, trait: "display", counts: [] };
}

/** Reads a position or a name, white space around it aside. */
function parseArgument(value: string, from: number, to: number): FormatArgument {
  let index = from;
  while (index < to && value.charCodeAt(index) <= 32) index++;
  const text = value.slice(index, to).trim();
  if (text === "") return { kind: "next" };
  return isDigit(text.charCodeAt(0))
    ? { kind: "position", position: Number(text) }
    : { kind: "name", name: text, index };
}

/** Reads `[[fill]align][sign]['#']['0'][width]['.' precision]type`. */
function parseSpec(value: string, from: number, to: number): { trait: string; counts: FormatArgument[] } {
  const counts: FormatArgument[] = [];
  let at = afterAlignment(value, from);
  if (value[at] === "+" || value[at] === "-") at++;
  if (value[at] === "#") at++;
  if (value[at] === "0" && value[at + 1] !== "$") at++;
  at = readCount(value, at, to, counts);
  if (value[at] === ".") {
    if (value[at + 1] === "*") {
      counts.push({ kind: "next" });
      at += 2;
    } else at = readCount(value, at + 1, to, counts);
  }
  return { trait: TRAITS[value.slice(at, to).trim()] ?? "display", counts };
}

function afterAlignment(value: string, at: number): number {
  const fill = (value.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  if (isAlignment(value[at + fill])) return at + fill + 1;
  return isAlignment(value[at]) ? at + 1 : at;
}

function isAlignment(character: string | undefined): boolean {
  return character === "<" || character === "^" || character === ">";
}

/** Steps over a number, or over `argument$`, which is noted; a name without `$` is the type and stays. */
function readCount(value: string, from: number, to: number, counts: FormatArgument[]): number {
  let at = from;
  while (at < to && isIdentContinue(value.charCodeAt(at))) at++;
  if (at > from && value[at] === "$") {
    counts.push(parseArgument(value, from, at));
    return at + 1;
  }
  at = from;
  while (at < to && isDigit(value.charCodeAt(at))) at++;
  return at;
}
