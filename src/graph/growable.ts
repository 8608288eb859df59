/** Small containers for building columns whose length is not known in advance. */

/** A list of 32-bit integers that grows by doubling. */
export class IntList {
  values: Int32Array;
  length = 0;

  constructor(capacity = 64) {
    this.values = new Int32Array(capacity);
  }

  /** Appends `value`. */
  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }
}

/** Texts by number: equal texts get equal numbers. */
export class StringTable {
  readonly strings: string[] = [];
  readonly #ids = new Map<string, number>();

  /** Returns the number of `text`, a new one at first sight. */
  intern(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.strings.push(text) - 1;
    this.#ids.set(text, id);
    return id;
  }

  /** Returns the number of `text`, -1 for none. */
  internOptional(text: string | undefined): number {
    return text === undefined ? -1 : this.intern(text);
  }
}

/** Orders texts by UTF-16 code unit, for `sort`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Returns `values` in the order of `rows`. */
export function gather(values: Int32Array, rows: Int32Array): Int32Array {
  const result = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) result[i] = values[rows[i]!]!;
  return result;
}

/** Returns `values`, all below 256, in the order of `rows`. */
export function gatherBytes(values: Int32Array | Uint8Array, rows: Int32Array): Uint8Array {
  const result = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) result[i] = values[rows[i]!]!;
  return result;
}
