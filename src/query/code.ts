/**
 * Rust text without what does not matter: comments, spacing and trailing commas. Two functions whose texts are alike after that do the
 * same; a formatter or a new comment changes nothing.
 */

/** Comments, literals in which spaces count, and spaces; lifetimes come before characters, which begin as they do. */
const PIECES =
  /\/\/[^\n]*|\/\*|\b(?:b|c)?r(#*)"[\s\S]*?"\1|(?:\b[bc])?"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\\n]|\\(?:u\{[^}]*\}|x..|.))'|'[\p{XID_Start}_][\p{XID_Continue}]*|\s+|[\p{XID_Continue}]+|[\s\S]/gu;

/** Yields the tokens of a text, roughly: words, literals and single signs. Comments and spaces are left out. */
function* pieces(text: string, start = 0): Generator<{ readonly text: string; readonly end: number }> {
  const regex = new RegExp(PIECES.source, PIECES.flags);
  regex.lastIndex = start;
  for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
    const piece = match[0];
    if (piece === "/*") regex.lastIndex = behindComment(text, match.index);
    else if (!piece.startsWith("//") && piece.trim() !== "") yield { text: piece, end: regex.lastIndex };
  }
}

/** Block comments nest. */
function behindComment(text: string, start: number): number {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = start;
  let depth = 0;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    depth += mark[0] === "/*" ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  return text.length;
}

/** Returns the text in one line, tokens separated by spaces. */
export function normalCode(text: string): string {
  const tokens: string[] = [];
  for (const { text: token } of pieces(text)) {
    if (/^[)\]}]$/.test(token) && tokens.at(-1) === ",") tokens.pop();
    tokens.push(token);
  }
  return tokens.join(" ");
}

/** A function's text in parts, each as {@link normalCode} gives it. */
export interface FunctionCode {
  /** From `fn` to the body; the name is left out, so that renamed functions are alike. */
  readonly signature: string;
  /** With its braces; `;` for none. */
  readonly body: string;
  /** Offset behind it. */
  readonly end: number;
}

/** Returns the parts of the function whose `fn` stands at `start`; `undefined` when none stands there. */
export function functionCode(text: string, start: number): FunctionCode | undefined {
  if (!/^fn\b/.test(text.slice(start, start + 3))) return undefined;
  const tokens: string[] = [];
  let [depth, bodyAt] = [0, -1];
  for (const { text: token, end } of pieces(text, start)) {
    if (bodyAt < 0 && depth === 0 && token === ";") return { signature: joined(tokens), body: ";", end };
    if (bodyAt < 0 && depth === 0 && token === "{") bodyAt = tokens.length;
    if (/^[([{]$/.test(token)) depth++;
    if (/^[)\]}]$/.test(token)) {
      depth--;
      if (tokens.at(-1) === ",") tokens.pop();
    }
    if (depth < 0) return undefined;
    tokens.push(token);
    if (bodyAt >= 0 && depth === 0)
      return { signature: joined(tokens.slice(0, bodyAt)), body: tokens.slice(bodyAt).join(" "), end };
  }
  return undefined;
}

/** Returns the first and last lines, from 1, of the functions in a text, with attributes and comments that stand on lines above them. */
export function functionLines(text: string): [first: number, last: number][] {
  const lines = text.split("\n");
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1)! + line.length + 1);
  const ranges: [number, number][] = [];
  let line = 1;
  let [previous, inside] = ["", 0];
  for (const { text: token, end } of pieces(text)) {
    while (starts[line]! < end) line++;
    const isFunction = previous === "fn" && end > inside && /^[\p{XID_Start}_]/u.test(token);
    previous = token;
    const code = isFunction ? functionCode(text, text.lastIndexOf("fn", end - token.length - 1)) : undefined;
    if (code === undefined) continue;
    let first = line;
    while (/^\s*(#\[|\/\/)/.test(lines[first - 2] ?? "")) first--;
    inside = code.end;
    ranges.push([first, starts.findIndex((start) => start >= inside)]);
  }
  return ranges;
}

/** `fn name<T>(…)` without the name. */
function joined([fn, , ...rest]: readonly string[]): string {
  return [fn, ...rest].join(" ");
}
