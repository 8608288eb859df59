/** Line starts of a text, for turning offsets into the 1-based lines and columns that people read. */
export class LineIndex {
  /** UTF-16 offset of each line's first unit; the first is 0. */
  readonly starts: Int32Array;
  /** The row found last. */
  private last = 0;

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.starts = Int32Array.from(starts);
  }

  /** Returns the 1-based line that holds the UTF-16 `offset`. */
  line(offset: number): number {
    const { starts, last } = this;
    // Mostly asked for the line and then the column of one place.
    if (starts[last]! <= offset && (last + 1 === starts.length || offset < starts[last + 1]!)) return last + 1;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    this.last = low;
    return low + 1;
  }

  /** Returns the 1-based column, in UTF-16 units, of `offset` in its line. */
  column(offset: number): number {
    return offset - this.starts[this.line(offset) - 1]! + 1;
  }
}
