/** Short stable names for parts of a drawing. */

/** Returns eleven letters and digits that depend on the text alone (two 32-bit FNV-1a hashes over UTF-16 units, with different starts). */
export function shortHash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000193) ^ (low >>> 15);
  }
  const number = (high >>> 11) * 0x100000000 + (low >>> 0);
  return number.toString(36).padStart(11, "0");
}
