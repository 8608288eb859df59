/**
 * Conditions of `#[cfg(...)]`, `cfg!(...)` and `[target.'cfg(...)'.dependencies]` as data (Reference, "Conditional
 * compilation"): read, judged against a set of options, and printed again. What is no condition that we know keeps its text,
 * is never true, and prints as it was.
 */
import { type CfgSet, hasCfg } from "./set.ts";

/** A condition. `all` of nothing is true, `any` of nothing is false. */
export type CfgPredicate =
  | { readonly kind: "all" | "any"; readonly of: readonly CfgPredicate[] }
  | { readonly kind: "not"; readonly of: CfgPredicate }
  | { readonly kind: "constant"; readonly value: boolean }
  /** `unix`, or `feature = "std"` with a value. */
  | { readonly kind: "option"; readonly name: string; readonly value?: string }
  | { readonly kind: "unknown"; readonly text: string };

/** Conditions nested deeper than this are not read; nobody writes them, and it keeps the recursion below in bounds. */
const DEEPEST = 100;

/** Conditions by their text: what stands around an item is said again for all that is in it. */
const PARSED = new Map<string, CfgPredicate>();

/** Returns the condition that a text says, with or without `cfg(...)` around it; comments and a comma at the end are fine. */
export function parseCfg(text: string): CfgPredicate {
  let predicate = PARSED.get(text);
  if (predicate === undefined) {
    predicate = readCfg(text);
    PARSED.set(text, predicate);
  }
  return predicate;
}

function readCfg(text: string): CfgPredicate {
  const tokens = tokenize(text);
  const read = tokens === undefined ? undefined : readPredicates(text, tokens);
  const only = read?.length === 1 ? read[0] : undefined;
  return only ?? { kind: "unknown", text: text.trim() };
}

/** True when the condition holds with these options set. */
export function evaluateCfg(predicate: CfgPredicate, options: CfgSet): boolean {
  switch (predicate.kind) {
    case "all":
      return predicate.of.every((part) => evaluateCfg(part, options));
    case "any":
      return predicate.of.some((part) => evaluateCfg(part, options));
    case "not":
      return predicate.of.kind !== "unknown" && !evaluateCfg(predicate.of, options);
    case "constant":
      return predicate.value;
    case "option":
      return hasCfg(options, predicate.name, predicate.value);
    case "unknown":
      return false;
  }
}

/** Returns the condition as one writes it, without `cfg(...)` around it: `all(unix, feature = "std")`. */
export function printCfg(predicate: CfgPredicate): string {
  switch (predicate.kind) {
    case "all":
    case "any":
      return `${predicate.kind}(${predicate.of.map(printCfg).join(", ")})`;
    case "not":
      return `not(${printCfg(predicate.of)})`;
    case "constant":
      return String(predicate.value);
    case "option":
      return predicate.value === undefined ? predicate.name : `${predicate.name} = ${quote(predicate.value)}`;
    case "unknown":
      return predicate.text;
  }
}

/**
 * Returns the condition under which all of these hold, as for an item in a conditional module: `undefined` for none, the
 * condition itself for one; conditions that are `all(...)` already are merged, and repetitions dropped.
 */
export function allOf(predicates: readonly CfgPredicate[]): CfgPredicate | undefined {
  const parts = new Map<string, CfgPredicate>();
  for (const predicate of predicates) {
    for (const part of predicate.kind === "all" ? predicate.of : [predicate]) parts.set(printCfg(part), part);
  }
  const of = [...parts.values()];
  return of.length > 1 ? { kind: "all", of } : of[0];
}

/** Reads one option as a command line gives it: `test`, `tokio_unstable`, `feature="std"`; `undefined` when it is none. */
export function parseCfgOption(text: string): { readonly name: string; readonly value?: string } | undefined {
  const predicate = parseCfg(text);
  if (predicate.kind !== "option") return undefined;
  const { name, value } = predicate;
  return value === undefined ? { name } : { name, value };
}

/** A word, a text with quotes and escapes already taken off, or a single character. */
export interface Token {
  readonly kind: "word" | "text" | "sign";
  readonly content: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /(?<gap>(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+)|(?:r#)?(?<word>[\p{XID_Start}_]\p{XID_Continue}*)(?!["#])|"(?<text>(?:[^"\\]|\\[\s\S])*)"|r(?<hashes>#*)"(?<raw>[\s\S]*?)"\k<hashes>|(?<sign>[\s\S])/uy;

/** Returns the tokens of a text, without blanks and comments; `undefined` where it ends within one. */
export function tokenize(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let start = 0; start < text.length; start = TOKEN.lastIndex) {
    TOKEN.lastIndex = start;
    const groups = TOKEN.exec(text)?.groups;
    if (groups === undefined) return undefined;
    const end = TOKEN.lastIndex;
    const literal = groups.text === undefined ? groups.raw : unescapeText(groups.text);
    if (groups.word !== undefined) tokens.push({ kind: "word", content: groups.word, start, end });
    else if (literal !== undefined) tokens.push({ kind: "text", content: literal, start, end });
    else if (groups.sign !== undefined) tokens.push({ kind: "sign", content: groups.sign, start, end });
  }
  return tokens;
}

/** An operator whose parenthesis is still open; the first one stands for the whole text. */
interface Open {
  readonly operator: string;
  readonly start: number;
  readonly parts: CfgPredicate[];
}

/** Reads a list of conditions; `undefined` when the text is not such a list. */
function readPredicates(text: string, tokens: readonly Token[]): CfgPredicate[] | undefined {
  const open: Open[] = [{ operator: "", start: 0, parts: [] }];
  let at = 0;
  while (at < tokens.length && open.length > 0 && open.length <= DEEPEST) {
    const taken = isSign(tokens[at], ")") ? closeLast(text, open, tokens[at]!.end) : readNext(text, tokens, at, open);
    if (taken === 0) return undefined;
    at += taken;
  }
  return at === tokens.length && open.length === 1 ? open[0]!.parts : undefined;
}

/** Reads a comma, an option or the beginning of an operator; returns how many tokens that took, 0 for something else. */
function readNext(text: string, tokens: readonly Token[], at: number, open: Open[]): number {
  const { kind, content, start, end } = tokens[at]!;
  const { parts } = open.at(-1)!;
  if (isSign(tokens[at], ",")) return 1;
  if (kind === "text" && open.length > 1) {
    // An argument of some `version("1.80")`, which becomes text as a whole when it closes.
    parts.push({ kind: "unknown", text: text.slice(start, end) });
    return 1;
  }
  if (kind !== "word") return 0;
  if (isSign(tokens[at + 1], "(")) {
    open.push({ operator: content, start, parts: [] });
    return 2;
  }
  const value = isSign(tokens[at + 1], "=") ? tokens[at + 2] : undefined;
  if (value?.kind === "text") {
    parts.push({ kind: "option", name: content, value: value.content });
    return 3;
  }
  parts.push(plainWord(content));
  return 1;
}

/** Turns the innermost open operator into a part of the one around it; returns the one token taken, 0 when none is open. */
function closeLast(text: string, open: Open[], end: number): number {
  const last = open.pop()!;
  const around = open.at(-1);
  around?.parts.push(toPredicate(last, text.slice(last.start, end), open.length === 1));
  return around === undefined ? 0 : 1;
}

function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === "sign" && token.content === sign;
}

function plainWord(word: string): CfgPredicate {
  return word === "true" || word === "false"
    ? { kind: "constant", value: word === "true" }
    : { kind: "option", name: word };
}

function toPredicate({ operator, parts }: Open, text: string, isOutermost: boolean): CfgPredicate {
  const [first] = parts;
  if (operator === "all" || operator === "any") return { kind: operator, of: parts };
  if (operator === "not" && first !== undefined && parts.length === 1) return { kind: "not", of: first };
  if (operator === "cfg" && first !== undefined && parts.length === 1 && isOutermost) return first;
  return { kind: "unknown", text };
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "0": "\0" };

function unescapeText(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(?:u\{([0-9a-fA-F_]+)\}|x([0-9a-fA-F]{2})|\n\s*|([\s\S]))/g, (all, long, short, plain) => {
    const digits: string | undefined = long ?? short;
    if (digits !== undefined) return characterOf(Number.parseInt(digits.replaceAll("_", ""), 16));
    return plain === undefined
      ? ""
      : (ESCAPES[plain] ?? (plain === "\\" || plain === '"' || plain === "'" ? plain : all));
  });
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}

function quote(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t").replaceAll("\0", "\\0")}"`;
}
