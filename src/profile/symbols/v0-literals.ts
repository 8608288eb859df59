/** Values of constants in v0 symbols, and their spelling as Rust literals. */

/** Returns the number that hexadecimal digits stand for, or `undefined` when it needs more than 64 bits. */
export function parseNibbles(nibbles: string): bigint | undefined {
  const digits = nibbles.replace(/^0+/, "");
  return digits.length > 16 ? undefined : BigInt(`0x0${digits}`);
}

/** Returns the text whose UTF-8 bytes are given as pairs of hexadecimal digits, or `undefined` when it isn't valid UTF-8. */
export function parseTextNibbles(nibbles: string): string | undefined {
  if (nibbles.length % 2 !== 0) return undefined;
  const bytes = Uint8Array.from({ length: nibbles.length / 2 }, (_, i) =>
    Number.parseInt(nibbles.slice(2 * i, 2 * i + 2), 16),
  );
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const NAMED_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\0", "\\0"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\\", "\\\\"],
  ['"', '\\"'],
  ["'", "\\'"],
]);

/** Characters that `char::escape_debug` writes as numbers: combining ones, and those without a glyph except the blank. */
const NOT_PRINTABLE = /[\p{Grapheme_Extend}\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/** Returns one character as it stands inside a literal; a quote of the other kind needs no escape. */
export function escapeInLiteral(character: string, quote: "'" | '"'): string {
  if ((character === "'" || character === '"') && character !== quote) return character;
  const named = NAMED_ESCAPES.get(character);
  if (named !== undefined) return named;
  return NOT_PRINTABLE.test(character) ? `\\u{${character.codePointAt(0)!.toString(16)}}` : character;
}
