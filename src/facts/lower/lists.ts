/** Lists in facts, which are made once, and then only read. */

const NONE: readonly never[] = [];

/** Returns a list without the room to grow that V8 gives an array at its first `push`: sixteen elements, where most lists have one or two. */
export function exact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}
