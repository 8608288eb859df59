/**
 * Where the text of an expansion comes from. An expansion's text is a mosaic: runs copied from the invocation, the rest from
 * the definition. Only the copied runs are recorded; what no run covers is the definition's.
 */

/** Copied runs of an expansion's text, in ascending order, never overlapping. All offsets are in UTF-16 units. */
export interface OriginMap {
  /** Offset of each run in the expansion's text. */
  readonly output: Int32Array;
  /** Offset of the run's first unit in the text of the invocation. */
  readonly source: Int32Array;
  /** Units in the run. */
  readonly length: Int32Array;
}

/** A map of a text that comes from the definition alone. */
export const NO_ORIGINS: OriginMap = {
  output: new Int32Array(0),
  source: new Int32Array(0),
  length: new Int32Array(0),
};

/** Returns the source offset of the expansion's unit at `offset`, or -1 when it comes from the definition. */
export function originAt(map: OriginMap, offset: number): number {
  const run = runBefore(map, offset);
  if (run < 0) return -1;
  const distance = offset - map.output[run]!;
  return distance < map.length[run]! ? map.source[run]! + distance : -1;
}

/** Index of the last run that starts at or before `offset`, -1 when none does. */
function runBefore(map: OriginMap, offset: number): number {
  let low = 0;
  let high = map.output.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (map.output[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Returns the map of an expansion inside an expansion: `inner` leads from the innermost text to the text that `outer` maps
 * to the file. Linear in the runs of both where the inner runs are in order, else with a search for each.
 */
export function composeOrigins(inner: OriginMap, outer: OriginMap): OriginMap {
  const builder = new OriginBuilder();
  for (let i = 0; i < inner.output.length; i++) {
    const from = inner.source[i]!;
    const to = from + inner.length[i]!;
    const shift = inner.output[i]! - from;
    for (let run = Math.max(0, runBefore(outer, from)); run < outer.output.length; run++) {
      const start = Math.max(from, outer.output[run]!);
      const stop = Math.min(to, outer.output[run]! + outer.length[run]!);
      if (outer.output[run]! >= to) break;
      if (start < stop) builder.add(start + shift, outer.source[run]! + start - outer.output[run]!, stop - start);
    }
  }
  return builder.finish();
}

/** Collects runs; neighbours that continue each other become one. */
export class OriginBuilder {
  private readonly output: number[] = [];
  private readonly source: number[] = [];
  private readonly length: number[] = [];

  /** Adds a run behind all others. */
  add(output: number, source: number, length: number): void {
    const last = this.output.length - 1;
    if (last >= 0) {
      const gap = output - this.output[last]! - this.length[last]!;
      const sourceGap = source - this.source[last]! - this.length[last]!;
      if (gap === 0 && sourceGap === 0) {
        this.length[last]! += length;
        return;
      }
    }
    this.output.push(output);
    this.source.push(source);
    this.length.push(length);
  }

  /** Forgets everything from the output offset `end` on. */
  truncate(end: number): void {
    for (let last = this.output.length - 1; last >= 0; last--) {
      if (this.output[last]! < end) {
        this.length[last] = Math.min(this.length[last]!, end - this.output[last]!);
        return;
      }
      this.output.pop();
      this.source.pop();
      this.length.pop();
    }
  }

  finish(): OriginMap {
    if (this.output.length === 0) return NO_ORIGINS;
    return {
      output: new Int32Array(this.output),
      source: new Int32Array(this.source),
      length: new Int32Array(this.length),
    };
  }
}
