/**
 * Cuts a stream of byte chunks into blocks of whole lines, without copying more than the line that crosses two chunks.
 */

/** The longest line that is read; a stack of a million frames has some 100 MB. */
export const LONGEST_LINE = 1 << 29;

/** A reader of one text format, fed with whole lines. */
export interface LineReader {
  /** Takes the lines in `bytes[from, to)`; each, the last one too, ends in a line feed. */
  lines(bytes: Uint8Array, from: number, to: number): void;
}

const LINE_FEED = 10;

/** Feeds a {@link LineReader}. */
export class LineFeeder {
  private readonly reader: LineReader;
  private carry = new Uint8Array(4096);
  private carried = 0;

  constructor(reader: LineReader) {
    this.reader = reader;
  }

  /** Passes on all whole lines of `chunk`, and keeps the rest. Returns false when a line is too long to go on. */
  write(chunk: Uint8Array): boolean {
    const last = chunk.lastIndexOf(LINE_FEED);
    if (last < 0) return this.keep(chunk, 0, chunk.length);
    let from = 0;
    if (this.carried > 0) {
      from = chunk.indexOf(LINE_FEED) + 1;
      if (!this.keep(chunk, 0, from)) return false;
      const length = this.carried;
      this.carried = 0;
      this.reader.lines(this.carry, 0, length);
    }
    if (last + 1 > from) this.reader.lines(chunk, from, last + 1);
    return this.keep(chunk, last + 1, chunk.length);
  }

  /** Passes on what is left as a last line. Returns true when that line had no line feed of its own. */
  end(): boolean {
    if (this.carried === 0) return false;
    this.keep(Uint8Array.of(LINE_FEED), 0, 1);
    const length = this.carried;
    this.carried = 0;
    this.reader.lines(this.carry, 0, length);
    return true;
  }

  private keep(chunk: Uint8Array, from: number, to: number): boolean {
    const needed = this.carried + to - from;
    if (needed > LONGEST_LINE) return false;
    if (needed > this.carry.length) {
      const grown = new Uint8Array(Math.max(needed, this.carry.length * 2));
      grown.set(this.carry.subarray(0, this.carried));
      this.carry = grown;
    }
    this.carry.set(chunk.subarray(from, to), this.carried);
    this.carried = needed;
    return true;
  }
}
