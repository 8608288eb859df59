/** Conditions of `cfg` as text: put together, and asked whether they need a test build. */
import { allOf, type CfgPredicate, parseCfg, printCfg } from "../cfg/index.ts";
import type { Attr } from "../facts/types.ts";

/** All `cfg` attributes as one condition, those out of `cfg_attr` included; null when there is none. */
export function conditionOf(attrs: readonly Attr[]): string | null {
  let condition: string | null = null;
  for (const attr of attrs) {
    if (attr.path !== "cfg") continue;
    const own = attr.cfg === null ? attr.args : `any(not(${attr.cfg}), ${attr.args})`;
    condition = bothConditions(condition, own);
  }
  return condition;
}

const COMBINED = new Map<string, string>();

/** `all(a, b)` without repetitions, with null for "always". */
export function bothConditions(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  if (b === null || a === b) return a;
  const key = `${a}\n${b}`;
  let combined = COMBINED.get(key);
  if (combined === undefined) {
    const all = allOf([parseCfg(a), parseCfg(b)]);
    combined = all === undefined ? "all()" : printCfg(all);
    COMBINED.set(key, combined);
  }
  return combined;
}

const NEEDS_TEST = new Map<string, boolean>();

/** True when the condition can hold in a test build only. */
export function needsTest(condition: string): boolean {
  if (!condition.includes("test")) return false;
  let answer = NEEDS_TEST.get(condition);
  if (answer === undefined) {
    const parsed = parseCfg(condition);
    answer = impliesTest(parsed);
    NEEDS_TEST.set(condition, answer);
  }
  return answer;
}

function impliesTest(expr: CfgPredicate): boolean {
  if (expr.kind === "all") return expr.of.some(impliesTest);
  if (expr.kind === "any") return expr.of.length > 0 && expr.of.every(impliesTest);
  return expr.kind === "option" && expr.name === "test" && expr.value === undefined;
}
