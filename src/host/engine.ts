/** Settings of the JavaScript engine that suit a program which reads much code once and ends. */
import { setFlagsFromString } from "node:v8";

/**
 * Makes V8 wait longer before it optimises a function: the default suits servers, and spends a third of a scan's CPU
 * time on compiling code that is then not run often enough (docs/decisions/engine-flags.md has the figures).
 */
export function tuneEngine(): void {
  setFlagsFromString("--interrupt-budget=400000");
}
