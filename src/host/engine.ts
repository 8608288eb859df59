/** Settings of the JavaScript engine that suit a program which reads much code once and ends. */
import { setFlagsFromString } from "node:v8";

/** Flags, each with the major version of V8 that it went away with. V8 complains on standard error of what it does not know. */
const FLAGS: readonly { readonly flag: string; readonly until: number }[] = [
  { flag: "--interrupt-budget=300000", until: 12 },
  { flag: "--always-sparkplug", until: Number.POSITIVE_INFINITY },
  { flag: "--no-turbo-inlining", until: Number.POSITIVE_INFINITY },
  // Inlined, `map` makes arrays that may have holes, and whatever was optimised for arrays without is thrown away when it meets the first.
  { flag: "--no-turbo-inline-array-builtins", until: Number.POSITIVE_INFINITY },
];

/** The flags for a version of V8, written as in `process.versions.v8`. */
export function engineFlags(version: string): string[] {
  const major = Number.parseInt(version, 10);
  return FLAGS.filter(({ until }) => major < until).map(({ flag }) => flag);
}

/**
 * Makes V8 wait longer before it optimises a function, and spend less on it: the default suits servers, and takes a third of a scan's CPU
 * time for compiling code that is then not run often enough (docs/decisions/engine-flags.md has the figures).
 */
export function tuneEngine(): void {
  for (const flag of engineFlags(process.versions.v8)) setFlagsFromString(flag);
}
