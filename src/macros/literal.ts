/** Values of string literals, after the Reference's chapter "Tokens", with the place of every unit of the value. */

/** A decoded literal. */
export interface StringValue {
  readonly value: string;
  /** UTF-16 offset in the text of each unit of `value`; `undefined` where units and text run in step from `first`. */
  readonly offsets: Int32Array | undefined;
  /** UTF-16 offset in the text of the value's first unit. */
  readonly first: number;
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  "\\": "\\",
  "0": "\0",
  "'": "'",
  '"': '"',
};

/** Returns the value of the string literal of any kind that stands in `text` from `start` to `end`. */
export function decodeString(text: string, start: number, end: number): StringValue {
  const quote = text.indexOf('"', start);
  const first = quote + 1;
  if (quote < 0 || quote >= end) return { value: "", offsets: undefined, first: start };
  const prefix = text.slice(start, quote);
  const hashes = prefix.endsWith("#") ? prefix.length - prefix.indexOf("#") : 0;
  const closed = end - hashes - 1 >= first && text[end - hashes - 1] === '"';
  const stop = closed ? end - hashes - 1 : end;
  const body = text.slice(first, stop);
  if (prefix.includes("r") || !body.includes("\\")) return { value: body, offsets: undefined, first };
  return decodeEscapes(body, first);
}

/** Returns the text offset of the value's unit at `index`. */
export function offsetInLiteral(literal: StringValue, index: number): number {
  return literal.offsets === undefined ? literal.first + index : (literal.offsets[index] ?? -1);
}

function decodeEscapes(body: string, first: number): StringValue {
  const offsets = new Int32Array(body.length);
  let value = "";
  for (let at = 0; at < body.length; ) {
    const backslash = body.indexOf("\\", at);
    const stop = backslash < 0 ? body.length : backslash;
    for (let i = at; i < stop; i++) offsets[value.length + i - at] = first + i;
    value += body.slice(at, stop);
    if (stop === body.length) break;
    const [decoded, length] = decodeEscape(body, stop);
    for (let i = 0; i < decoded.length; i++) offsets[value.length + i] = first + stop;
    value += decoded;
    at = stop + length;
  }
  return { value, offsets, first };
}

/** Returns what the escape at `at` stands for and its length. */
function decodeEscape(body: string, at: number): readonly [string, number] {
  const letter = body[at + 1] ?? "";
  if (letter === "x") return [character(body.slice(at + 2, at + 4)), 4];
  if (letter === "u") {
    const close = body.indexOf("}", at);
    if (close > at) return [character(body.slice(at + 3, close).replaceAll("_", "")), close + 1 - at];
  }
  if (letter === "\n" || letter === "\r") {
    // A line continuation swallows the white space at the start of the next line.
    let end = at + 1;
    while (end < body.length && " \t\n\r".includes(body[end]!)) end++;
    return ["", end - at];
  }
  return [SIMPLE_ESCAPES[letter] ?? letter, 1 + letter.length];
}

function character(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** Returns a Rust string literal for `value`. */
export function quote(value: string): string {
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\r", "\\r")}"`;
}
