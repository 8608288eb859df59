/**
 * Version requirements as Cargo writes them (Cargo reference, "Specifying Dependencies"), on top of the npm `semver` package.
 * The two agree on `^`, `~`, `=`, comparisons, wildcards and pre-releases; they differ in what stands alone (`1.2` is `^1.2`
 * to Cargo) and in how several are joined (a comma).
 */

import Range from "semver/classes/range.js";
import compareVersions from "semver/functions/compare.js";
import parseVersion from "semver/functions/parse.js";

const ranges = new Map<string, Range | undefined>();

/** True when `version` (`1.2.3`, build metadata ignored) meets `requirement`. A requirement that is none meets nothing. */
export function satisfies(version: string, requirement: string): boolean {
  return rangeOf(requirement)?.test(version) ?? false;
}

/** Compares two versions by precedence, for sorting; what is no version comes first. */
export function compareByVersion(a: string, b: string): number {
  const left = parseVersion(a);
  const right = parseVersion(b);
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  return compareVersions(left, right);
}

/** True for a complete version such as `1.2.3-rc.1+build`. */
export function isVersion(text: string): boolean {
  return parseVersion(text) !== null;
}

function rangeOf(requirement: string): Range | undefined {
  if (!ranges.has(requirement)) ranges.set(requirement, makeRange(requirement));
  return ranges.get(requirement);
}

function makeRange(requirement: string): Range | undefined {
  const comparators = requirement.split(",").map((part) => toNpmComparator(part.trim()));
  try {
    return new Range(comparators.join(" "));
  } catch {
    return undefined;
  }
}

/** `1.2` -> `^1.2`; `1.*`, `*` and whatever has an operator mean the same to both. */
function toNpmComparator(comparator: string): string {
  const bare = /^\d/.test(comparator) && !/[*xX]/.test(comparator.split(/[-+]/)[0]!);
  return bare ? `^${comparator}` : comparator.replace(/^(\D+?)\s+/, "$1");
}
