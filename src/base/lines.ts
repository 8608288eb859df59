/** Line starts of a text, for turning offsets into the 1-based lines and columns that people read. */
export class LineIndex {
  /** UTF-16 offset of each line's first unit; the first is 0. */
  readonly starts: Int32Array;

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.starts = Int32Array.from(starts);
  }

  /** Returns the 1-based line that holds the UTF-16 `offset`. */
  line(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** Returns the 1-based column, in UTF-16 units, of `offset` in its line. */
  column(offset: number): number {
    return offset - this.starts[this.line(offset) - 1]! + 1;
  }
}
