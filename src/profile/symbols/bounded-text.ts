/** Thrown by {@link BoundedText} and caught by `demangle`: the text would grow beyond its limit. */
export class SizeLimitReached extends Error {}

/**
 * Text under construction with an upper bound in UTF-8 bytes: back references make a short mangled name unfold into gigabytes.
 * A piece is taken whole or not at all, so that the text kept at the limit is the one rustc-demangle keeps.
 */
export class BoundedText {
  #text = "";
  #remaining: number;

  constructor(limit: number) {
    this.#remaining = limit;
  }

  /** What was written so far. */
  get text(): string {
    return this.#text;
  }

  /** Appends a piece; throws {@link SizeLimitReached} when there is no room for all of it. */
  write(piece: string): void {
    this.#remaining -= utf8Length(piece);
    if (this.#remaining < 0) throw new SizeLimitReached();
    this.#text += piece;
  }
}

function utf8Length(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // A surrogate pair is two units and four bytes, so each half counts for two.
    if (unit >= 0x80) length += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return length;
}
