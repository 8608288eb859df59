/** Where a position of a text stands in a source file, through however many expansions. */
import { originAt } from "../macros/origin.ts";
import type { SourceUnit } from "./defs.ts";
import type { Unit } from "./model.ts";
import { position } from "./program.ts";
import type { Place } from "./types.ts";

/**
 * Returns the place of an offset. A position that a macro's own text wrote stands at the invocation, which in turn may
 * have been written by another macro.
 */
export function placeOf(unit: Unit, offset: number): Place {
  let inMacro = false;
  let macro: string | null = null;
  let at = unit;
  while (at.expansion !== null) {
    const { expansion } = at;
    const source = originAt(expansion.origin, offset);
    inMacro ||= source < 0;
    offset = source < 0 ? expansion.callPos : source;
    macro = expansion.macro;
    at = expansion.parent;
  }
  const { line, column } = position(at, offset);
  return { file: at.file, line, column, inMacro, macro };
}

/** The id of the expansion whose own text wrote what stands at an offset; 0 when it was copied from a file. */
export function hygieneOf(unit: SourceUnit, offset: number): number {
  let at = unit;
  while (at.expansion !== null) {
    const source = originAt(at.expansion.origin, offset);
    if (source < 0) return at.id;
    offset = source;
    at = at.expansion.parent;
  }
  return 0;
}
