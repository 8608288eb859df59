/**
 * Puts right what perf writes of inlined calls where debug information has no full names (`debug = "line-tables-only"`).
 *
 * All frames of one address are one call of the machine: what is inlined there, innermost first, then the function of the symbol table. Where
 * the innermost has no name, perf (6.1) writes the symbol in its place, and if the function has another name in the debug information, that
 * one, as inlined, at the end:
 *
 *     4ba0b app::Printer<W>::print (app)        a part of write_all, whose name is lost
 *     4ba0b write_all<Stdout> (inlined)
 *     4ba0b print<Stdout> (inlined)             app::Printer<W>::print
 *
 * Read as it stands, `print` would call itself by way of a library. Recursion looks otherwise: there each call brings all of its inlined
 * frames along, and so begins with one of them.
 */

/**
 * Takes the misplaced frames out of a stack, innermost first, in place; `addresses` tells which belong together (0: unknown). Returns the new
 * depth.
 */
export function mendInlines(
  frames: Int32Array,
  addresses: Int32Array,
  depth: number,
  isInlined: (frame: number) => boolean,
): number {
  let kept = 0;
  for (let start = 0, end = 0; start < depth; start = end) {
    for (end = start + 1; end < depth && addresses[end] === addresses[start] && addresses[end] !== 0; ) end++;
    const misplaced = end - start > 1 && !isInlined(frames[start]!) && goesOn(frames, start, isInlined);
    if (misplaced && frames.subarray(start + 1, end).every(isInlined)) frames[end - 1] = frames[start]!;
    for (let at = misplaced ? start + 1 : start; at < end; at++) {
      addresses[kept] = addresses[at]!;
      frames[kept++] = frames[at]!;
    }
  }
  return kept;
}

/** Whether the call goes on behind its first frame: with an inlined one, or, where nothing was called yet, with itself. */
function goesOn(frames: Int32Array, start: number, isInlined: (frame: number) => boolean): boolean {
  const next = frames[start + 1]!;
  return isInlined(next) || (start === 0 && next === frames[start]);
}
