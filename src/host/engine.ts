/** Settings of the JavaScript engine that suit a program which reads much code once and ends. */
import { setFlagsFromString } from "node:v8";

/** V8 ignores what it does not know. */
const FLAGS = ["--interrupt-budget=200000", "--always-sparkplug", "--no-turbo-inlining"];

/**
 * Makes V8 wait longer before it optimises a function, and spend less on it: the default suits servers, and takes a third of a scan's CPU
 * time for compiling code that is then not run often enough (docs/decisions/engine-flags.md has the figures).
 */
export function tuneEngine(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}
