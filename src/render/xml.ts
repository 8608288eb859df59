/** Texts in XML 1.0 documents. */

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/**
 * Returns the text as it stands in an element or an attribute. Line breaks and tabs become character references, so that they survive in
 * attributes; characters that XML 1.0 cannot hold at all (other control characters, lone surrogates) become U+FFFD.
 */
export function escapeXml(text: string): string {
  if (!UNSAFE.test(text)) return text;
  return text
    .replaceAll(/[&<>"']/g, (char) => ENTITIES[char]!)
    .replaceAll(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`)
    .replaceAll(FORBIDDEN, "\ufffd");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE = /[&<>"'\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;
// With the `u` flag a surrogate in a class matches only where it stands alone.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;
