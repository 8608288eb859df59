/**
 * The names of one file: each distinct text gets an index.
 *
 * A hash table over stretches of the text: most look-ups find a name that is there already, and then no string is made.
 */

const HASH = 35;
const LETTER_R = 114;

/**
 * Tables kept from text to text, one for each size, by its binary logarithm: slots of name index + 1, 0 = free. A table is cleared before use,
 * so that a short text had better have a small one.
 */
const POOL: (Int32Array<ArrayBuffer> | undefined)[] = [];
const SMALLEST = 6;
const LARGEST_FIRST = 14;

function clearedTable(log: number): Int32Array<ArrayBuffer> {
  const known = POOL[log];
  if (known !== undefined) return known.fill(0);
  return (POOL[log] = new Int32Array(1 << log));
}

/** The size that mostly suffices: a name comes up new every dozens of units, less often in a long text. */
function firstSize(length: number): number {
  return Math.min(Math.max(SMALLEST, 28 - Math.clz32(length)), LARGEST_FIRST);
}

export class NameTable {
  readonly names: string[] = [];
  private readonly hashes: number[] = [];
  private readonly text: string;
  private log: number;
  private slots: Int32Array<ArrayBuffer>;

  constructor(text: string) {
    this.text = text;
    this.log = firstSize(text.length);
    this.slots = clearedTable(this.log);
  }

  /** Returns the index of an identifier in the text, `r#` left out. */
  identifier(start: number, end: number): number {
    const { text } = this;
    const raw = start + 1 < end && text.charCodeAt(start) === LETTER_R && text.charCodeAt(start + 1) === HASH;
    return this.find(text, start + (raw ? 2 : 0), end);
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
    // What a text was put behind to be parsed stands before its beginning.
    for (let at = Math.max(start, 0); at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
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
    const slots = clearedTable(++this.log);
    const mask = slots.length - 1;
    this.hashes.forEach((hash, index) => {
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    });
    this.slots = slots;
  }
}

function equal(name: string, text: string, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
