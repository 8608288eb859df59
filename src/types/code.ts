/** Readers of the facts' arena: what stands at a Ref of a unit. */
import { OPERANDS, Tag } from "../facts/ir.ts";
import type { Ref } from "../facts/types.ts";
import type { SourceUnit } from "../names/defs.ts";

/** A path record, read. */
export interface PathView {
  /** The record itself. */
  readonly ref: Ref;
  readonly global: boolean;
  /** `T` of `<T>::x` and `<T as Trait>::x`, or 0. */
  readonly self: Ref;
  /** `Trait` of `<T as Trait>::x`, or 0. */
  readonly trait: Ref;
  readonly names: readonly string[];
  /** GenericArgs Ref of each segment, 0 for none. */
  readonly args: readonly Ref[];
  /** Offset of each segment. */
  readonly starts: readonly number[];
}

/** Returns the tag of the record at `ref`. */
export function tagOf(unit: SourceUnit, ref: Ref): number {
  return unit.facts.code[ref]!;
}

/** Returns the n-th operand of the record at `ref`. */
export function operand(unit: SourceUnit, ref: Ref, n: number): number {
  return unit.facts.code[ref + OPERANDS + n]!;
}

/** Returns the string an operand of kind name refers to; `""` for -1. */
export function nameAt(unit: SourceUnit, ref: Ref, n: number): string {
  return unit.facts.names[unit.facts.code[ref + OPERANDS + n]!] ?? "";
}

/** Returns the elements of a list. They are few: an array is made in less time than a view of the arena. */
export function listAt(unit: SourceUnit, list: Ref): Ref[] {
  const { code } = unit.facts;
  const elements: Ref[] = [];
  for (let at = list + 1, end = at + code[list]!; at < end; at++) elements.push(code[at]!);
  return elements;
}

/** Reads the Path record at `ref`. */
export function readPath(unit: SourceUnit, ref: Ref): PathView {
  const { code, names } = unit.facts;
  const at = ref + OPERANDS;
  const count = code[at + 3]!;
  const segments: string[] = [];
  const args: Ref[] = [];
  const starts: number[] = [];
  for (let i = 0, p = at + 4; i < count; i++, p += 3) {
    segments.push(names[code[p]!] ?? "");
    args.push(code[p + 1]!);
    starts.push(code[p + 2]!);
  }
  return { ref, global: code[at] === 1, self: code[at + 1]!, trait: code[at + 2]!, names: segments, args, starts };
}

/** Returns the single name of a path without generics or self type, else `""`. */
export function plainName(unit: SourceUnit, path: Ref): string {
  const { code, names } = unit.facts;
  const at = path + OPERANDS;
  if (code[at + 3] !== 1 || code[at] === 1 || code[at + 1] !== 0 || code[at + 5] !== 0) return "";
  return names[code[at + 4]!] ?? "";
}

/** Returns where the name of such a path stands. */
export function plainStart(unit: SourceUnit, path: Ref): number {
  return unit.facts.code[path + OPERANDS + 6]!;
}

/** Returns the plain name of a type that is nothing but a name, else `""`. */
export function plainTypeName(unit: SourceUnit, type: Ref): string {
  return tagOf(unit, type) === Tag.TypePath ? plainName(unit, operand(unit, type, 0)) : "";
}
