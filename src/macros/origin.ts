/**
 * Where the text of an expansion comes from. An expansion's text is a mosaic: runs copied from the invocation, the rest from
 * the definition. Only the copied runs are recorded; what no run covers is the definition's.
 */

/**
 * Copied runs of an expansion's text, in ascending order, never overlapping, each of {@link RUN} numbers: its offset in the expansion's
 * text, that of its first unit in the text of the invocation, and its length. All in UTF-16 units. One list, and no typed arrays, since
 * there are as many maps as expansions, and most have few runs.
 */
export type OriginMap = readonly number[];

/** Numbers that a run takes. */
const RUN = 3;
const SOURCE = 1;
const LENGTH = 2;

/** A map of a text that comes from the definition alone. */
export const NO_ORIGINS: OriginMap = [];

/** Returns the source offset of the expansion's unit at `offset`, or -1 when it comes from the definition. */
export function originAt(map: OriginMap, offset: number): number {
  const run = runBefore(map, offset);
  if (run < 0) return -1;
  const distance = offset - map[run]!;
  return distance < map[run + LENGTH]! ? map[run + SOURCE]! + distance : -1;
}

/** Where the last run that starts at or before `offset` stands in the map, negative when none does. */
function runBefore(map: OriginMap, offset: number): number {
  let low = 0;
  let high = map.length / RUN;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (map[middle * RUN]! <= offset) low = middle + 1;
    else high = middle;
  }
  return (low - 1) * RUN;
}

/**
 * Returns the map of an expansion inside an expansion: `inner` leads from the innermost text to the text that `outer` maps
 * to the file. Linear in the runs of both where the inner runs are in order, else with a search for each.
 */
export function composeOrigins(inner: OriginMap, outer: OriginMap): OriginMap {
  const builder = new OriginBuilder();
  for (let i = 0; i < inner.length; i += RUN) {
    const from = inner[i + SOURCE]!;
    const to = from + inner[i + LENGTH]!;
    const shift = inner[i]! - from;
    for (let run = Math.max(0, runBefore(outer, from)); run < outer.length; run += RUN) {
      const begin = outer[run]!;
      if (begin >= to) break;
      const start = Math.max(from, begin);
      const stop = Math.min(to, begin + outer[run + LENGTH]!);
      if (start < stop) builder.add(start + shift, outer[run + SOURCE]! + start - begin, stop - start);
    }
  }
  return builder.finish();
}

/** Collects runs; neighbours that continue each other become one. */
export class OriginBuilder {
  private readonly runs: number[] = [];

  /** Adds a run behind all others. */
  add(output: number, source: number, length: number): void {
    const last = this.runs.length - RUN;
    if (last >= 0) {
      const behind = this.runs[last + LENGTH]!;
      if (output === this.runs[last]! + behind && source === this.runs[last + SOURCE]! + behind) {
        this.runs[last + LENGTH] = behind + length;
        return;
      }
    }
    this.runs.push(output, source, length);
  }

  /** Forgets everything from the output offset `end` on. */
  truncate(end: number): void {
    for (let last = this.runs.length - RUN; last >= 0; last -= RUN) {
      const begin = this.runs[last]!;
      if (begin < end) {
        this.runs[last + LENGTH] = Math.min(this.runs[last + LENGTH]!, end - begin);
        return;
      }
      this.runs.length = last;
    }
  }

  finish(): OriginMap {
    return this.runs.length === 0 ? NO_ORIGINS : this.runs.slice();
  }
}
