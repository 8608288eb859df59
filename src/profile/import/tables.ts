/**
 * Growing columns and hash tables over numbers and bytes, on which all importers stand.
 *
 * A profile text of gigabytes repeats a few thousand lines; looking a line up by its bytes costs less than making a string of it.
 * All tables use open addressing with linear probing, and keep at most half of their slots filled.
 */

const FIRST_CAPACITY = 64;

/** A growing column of 32-bit integers. */
export class IntColumn {
  length = 0;
  /** Backing store; only the first `length` entries count. */
  data = new Int32Array(FIRST_CAPACITY);

  /** Appends `value` and returns its row. */
  push(value: number): number {
    if (this.length === this.data.length) {
      const grown = new Int32Array(this.data.length * 2);
      grown.set(this.data);
      this.data = grown;
    }
    this.data[this.length] = value;
    return this.length++;
  }

  /** Returns a copy that is exactly as long as the column. */
  toArray(): Int32Array {
    return this.data.slice(0, this.length);
  }
}

/** A growing column of doubles. */
export class FloatColumn {
  length = 0;
  /** Backing store; only the first `length` entries count. */
  data = new Float64Array(FIRST_CAPACITY);

  /** Appends `value` and returns its row. */
  push(value: number): number {
    if (this.length === this.data.length) {
      const grown = new Float64Array(this.data.length * 2);
      grown.set(this.data);
      this.data = grown;
    }
    this.data[this.length] = value;
    return this.length++;
  }

  /** Adds to a row; rows that are not there yet are 0. */
  add(row: number, value: number): void {
    while (this.length <= row) this.push(0);
    this.data[row]! += value;
  }

  /** Returns a copy that is exactly as long as the column. */
  toArray(): Float64Array {
    return this.data.slice(0, this.length);
  }
}

/** Spreads the bits of a 32-bit hash (the finaliser of MurmurHash3), as probing is linear. */
function mix(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Gives pairs of integers consecutive rows, in order of first appearance. */
export class PairTable {
  /** First members, by row. */
  readonly first = new IntColumn();
  /** Second members, by row. */
  readonly second = new IntColumn();
  private slots = new Int32Array(FIRST_CAPACITY * 2).fill(-1);

  get length(): number {
    return this.first.length;
  }

  /** Returns the row of the pair, a new one if it was not there. */
  intern(first: number, second: number): number {
    const mask = this.slots.length - 1;
    let slot = mix(Math.imul(first, 0x9e3779b1) ^ second) & mask;
    for (let row = this.slots[slot]!; row >= 0; row = this.slots[slot]!) {
      if (this.first.data[row] === first && this.second.data[row] === second) return row;
      slot = (slot + 1) & mask;
    }
    const row = this.first.push(first);
    this.second.push(second);
    this.slots[slot] = row;
    if (row * 2 >= mask) this.grow();
    return row;
  }

  /** Returns the row of the pair, or -1. */
  find(first: number, second: number): number {
    const mask = this.slots.length - 1;
    let slot = mix(Math.imul(first, 0x9e3779b1) ^ second) & mask;
    for (let row = this.slots[slot]!; row >= 0; row = this.slots[slot]!) {
      if (this.first.data[row] === first && this.second.data[row] === second) return row;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let row = 0; row < this.first.length; row++) {
      let slot = mix(Math.imul(this.first.data[row]!, 0x9e3779b1) ^ this.second.data[row]!) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = row;
    }
    this.slots = slots;
  }
}

/** Start value of {@link hashStep}. */
export const HASH_SEED = 0x811c9dc5 | 0;

/** Adds one byte to a running hash (FNV-1a). Hot loops write this out themselves. */
export function hashStep(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

/** Returns the hash of a run of bytes that {@link ByteTable.intern} expects. */
export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = HASH_SEED;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash;
}

/** Gives runs of bytes consecutive rows, in order of first appearance. The bytes are copied, so the caller's buffer may be reused. */
export class ByteTable {
  private arena = new Uint8Array(4096);
  private readonly ends = new IntColumn();
  private readonly hashes = new IntColumn();
  private slots = new Int32Array(FIRST_CAPACITY * 2).fill(-1);

  get length(): number {
    return this.ends.length;
  }

  /** Bytes held. */
  get size(): number {
    return this.start(this.ends.length);
  }

  /** Returns the row of `bytes[from, to)`, a new one if it was not there. `hash` must be its {@link hashBytes}. */
  intern(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = mix(hash) & mask;
    for (let row = slots[slot]!; row >= 0; row = slots[slot]!) {
      if (this.hashes.data[row] === hash && this.equals(row, bytes, from, to)) return row;
      slot = (slot + 1) & mask;
    }
    slots[slot] = this.ends.length;
    return this.append(bytes, from, to, hash);
  }

  /** Returns the row of `bytes[from, to)`, or -1. */
  find(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = mix(hash) & mask;
    for (let row = slots[slot]!; row >= 0; row = slots[slot]!) {
      if (this.hashes.data[row] === hash && this.equals(row, bytes, from, to)) return row;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /** Returns where the row's bytes end when they stand in `bytes` at `at` and `stop` follows; -1 otherwise. Costs no hash. */
  matchAt(row: number, bytes: Uint8Array, at: number, stop: number): number {
    const { arena } = this;
    const end = this.ends.data[row]!;
    let own = row === 0 ? 0 : this.ends.data[row - 1]!;
    while (own < end && arena[own] === bytes[at]) {
      own++;
      at++;
    }
    return own === end && bytes[at] === stop ? at : -1;
  }

  /** Returns the text of a row, read as UTF-8. */
  text(row: number): string {
    return Buffer.from(this.arena.buffer, this.start(row), this.ends.data[row]! - this.start(row)).toString("utf8");
  }

  private start(row: number): number {
    return row === 0 ? 0 : this.ends.data[row - 1]!;
  }

  private equals(row: number, bytes: Uint8Array, from: number, to: number): boolean {
    const { arena } = this;
    let at = this.start(row);
    if (this.ends.data[row]! - at !== to - from) return false;
    for (; from < to; from++, at++) if (arena[at] !== bytes[from]) return false;
    return true;
  }

  private append(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const used = this.size;
    const needed = used + to - from;
    if (needed > this.arena.length) {
      const grown = new Uint8Array(Math.max(needed, this.arena.length * 2));
      grown.set(this.arena.subarray(0, used));
      this.arena = grown;
    }
    this.arena.set(bytes.subarray(from, to), used);
    const row = this.ends.push(needed);
    this.hashes.push(hash);
    if (row * 2 >= this.slots.length) this.grow();
    return row;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let row = 0; row < this.ends.length; row++) {
      let slot = mix(this.hashes.data[row]!) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = row;
    }
    this.slots = slots;
  }
}
