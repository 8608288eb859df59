/**
 * Reading JSON of unknown shape: small checks in the place of trust, and the salvage of a document that was cut off.
 */

/** A JSON object of unknown shape. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Returns the value as an object, or an empty one. */
export function asObject(value: unknown): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** Returns the value as an array, or an empty one. */
export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** Returns the value as text, or `""`. */
export function asText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Returns the value as a finite number; numbers written as text count. `fallback` otherwise. */
export function asNumber(value: unknown, fallback: number): number {
  if (typeof value === "number") return Number.isFinite(value) ? value : fallback;
  return typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : fallback;
}

/** Returns the value as an index below `length`, or -1. */
export function asIndex(value: unknown, length: number): number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < length ? value : -1;
}

/**
 * Completes a JSON text that ends too early: cuts it back to its last whole element and closes what is open. Returns `undefined`
 * when no element is whole.
 */
export function completeJson(text: string): string | undefined {
  const open: string[] = [];
  let cut = 0;
  let closers = "";
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (unit === '"') {
      at = stringEnd(text, at);
      if (at < 0) break;
    } else if (unit === "{" || unit === "[") open.push(unit === "{" ? "}" : "]");
    else if (unit === "}" || unit === "]") {
      if (open.pop() !== unit) return undefined;
      cut = at + 1;
      closers = "";
    } else if (unit === ",") cut = at;
    else continue;
    if (unit !== '"' && unit !== "{" && unit !== "[") closers = open.toReversed().join("");
  }
  return cut === 0 || open.length > 1000 ? undefined : text.slice(0, cut) + closers;
}

/** Position of the first character from `at` on that is no blank; the text's length when there is none nearby. */
function firstOf(text: string, at: number): number {
  const blanks = text.slice(at, at + 40).search(/\S/);
  return blanks < 0 ? text.length : at + blanks;
}

/** Position of the quote that closes the string opened at `at`; -1 when there is none. */
function stringEnd(text: string, at: number): number {
  for (at++; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at;
  }
  return -1;
}

const TOKEN = /\s*(?:(["{}[\]:,])|(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null))/y;
/**
 * Returns where a text stops being JSON, as a position in it; its length when it merely ends too early. JSON.parse does not always say.
 * Checks tokens and their nesting, which is what damage breaks.
 */
export function findJsonError(text: string): number {
  const open: string[] = [];
  for (let at = 0; at < text.length; ) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) return firstOf(text, at);
    const token = match[1] ?? "";
    at = TOKEN.lastIndex;
    if (token === '"') {
      const end = strictStringEnd(text, at);
      if (end < 0) return -end - 1;
      at = end;
    } else if (token === "{" || token === "[") open.push(token === "{" ? "}" : "]");
    else if ((token === "}" || token === "]") && open.pop() !== token) return at - 1;
    if (open.length === 0 && token !== "") return firstOf(text, at);
  }
  return text.length;
}

/** Position behind the string whose first character is at `at`; `-1 - position` where it breaks off. */
function strictStringEnd(text: string, at: number): number {
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 34) return at + 1;
    if (unit < 32) return -1 - at;
    if (unit === 92) at++;
  }
  return -1 - text.length;
}
