/**
 * Whether an item is compiled (Reference, "Conditional compilation"). Conditions stay as written, so that a reader sees
 * them on the graph; what only tests compile is left out unless tests are wanted.
 */
import type { Attr } from "../facts/types.ts";
import { bothConditions, conditionOf, needsTest } from "./conditions.ts";
import type { CrateNode } from "./model.ts";
import type { Program } from "./program.ts";

/** What an item's attributes say about its compilation. */
export interface Activity {
  /** Not worth a def: inactive outside of the workspace, or for tests only. */
  readonly skip: boolean;
  readonly inactive: boolean;
  /** The condition on the item and on what is around it, or null. */
  readonly cfg: string | null;
}

const SKIPPED: Activity = { skip: true, inactive: true, cfg: null };

/** Judges an item inside something that stands under `outer` and is perhaps inactive already. */
export function activity(
  program: Program,
  crate: CrateNode,
  attrs: readonly Attr[],
  outer: { readonly inactive: boolean; readonly cfg: string | null },
): Activity {
  if (attrs.length === 0) return { skip: false, inactive: outer.inactive, cfg: outer.cfg };
  const condition = conditionOf(attrs);
  let holds = condition === null || program.cfg(crate, condition);
  let testOnly = !holds && condition !== null && needsTest(condition);
  if (holds && attrs.some(isTestMark) && !program.cfg(crate, "test")) {
    holds = false;
    testOnly = true;
  }
  const isDropped = crate.origin !== "workspace" || (testOnly && !program.input.options.tests);
  if (!holds && isDropped) return SKIPPED;
  return { skip: false, inactive: outer.inactive || !holds, cfg: bothConditions(outer.cfg, condition) };
}

/** `#[test]`, `#[bench]`, `#[tokio::test]`: compiled for tests only. */
function isTestMark(attr: Attr): boolean {
  return attr.path === "test" || attr.path === "bench" || (attr.cfg === null && attr.path.endsWith("::test"));
}
