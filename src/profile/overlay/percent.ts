/**
 * What a percentage is of. KCachegrind's rule for "relative to parent": a function's inclusive cost is of the total; its self cost of its
 * group, where functions are grouped, else of the total; a call's cost and a line's cost of the inclusive cost of the function they
 * belong to.
 */

/** `total`: everything of the whole profile. `parent`: KCachegrind's rule. `group`: self and inclusive cost of the group's. */
export type PercentMode = "total" | "parent" | "group";

/** What the shares are taken of. */
export interface PercentBases {
  readonly total: number;
  /** Inclusive cost of the function that a call or line belongs to. */
  readonly parent?: number | undefined;
  /** Self and inclusive cost of the group that a function is listed in. */
  readonly group?: GroupCosts | undefined;
}

/** Cost of everything in a group of functions. */
export interface GroupCosts {
  readonly self: number;
  readonly inclusive: number;
}

/** What is shown. */
export type CostRole = "inclusive" | "self" | "call" | "line";

/** Returns the cost that is 100 %. */
export function percentBase(role: CostRole, mode: PercentMode, bases: PercentBases): number {
  if (mode === "total") return bases.total;
  if (role === "call" || role === "line") return bases.parent ?? bases.total;
  if (role === "self") return bases.group?.self ?? bases.total;
  return mode === "group" ? (bases.group?.inclusive ?? bases.total) : bases.total;
}

/** Returns `cost` in per cent of `base`; 0 of nothing. */
export function percent(cost: number, base: number): number {
  return base > 0 ? (100 * cost) / base : 0;
}
