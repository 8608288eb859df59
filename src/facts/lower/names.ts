/**
 * The names of one file: each distinct text gets an index.
 *
 * A hash table over stretches of the text: most look-ups find a name that is there already, and then no string is made.
 */

const HASH = 35;
const LETTER_R = 114;

/** Kept from file to file: slots of name index + 1, 0 = free. Its length is a power of two. */
let pooled = new Int32Array(1 << 12);

export class NameTable {
  readonly names: string[] = [];
  private readonly hashes: number[] = [];
  private readonly text: string;
  private slots: Int32Array<ArrayBuffer>;

  constructor(text: string) {
    this.text = text;
    this.slots = pooled.fill(0);
  }

  /** Returns the index of an identifier in the text, `r#` left out. */
  identifier(start: number, end: number): number {
    const { text } = this;
    const raw = text.charCodeAt(start) === LETTER_R && text.charCodeAt(start + 1) === HASH;
    return this.find(text, raw ? start + 2 : start, end);
  }

  /** Returns the index of a stretch of the text. */
  span(start: number, end: number): number {
    return this.find(this.text, start, end);
  }

  /** Returns the index of a name. */
  add(name: string): number {
    return this.find(name, 0, name.length);
  }

  private find(text: string, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    const { slots, hashes, names } = this;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let index = slots[slot]!; index !== 0; index = slots[slot]!) {
      if (hashes[index - 1] === hash && equal(names[index - 1]!, text, start, end)) return index - 1;
      slot = (slot + 1) & mask;
    }
    slots[slot] = names.push(text.slice(start, end));
    hashes.push(hash);
    if (names.length * 2 > slots.length) this.enlarge();
    return names.length - 1;
  }

  private enlarge(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    this.hashes.forEach((hash, index) => {
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    });
    this.slots = pooled = slots;
  }
}

function equal(name: string, text: string, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
