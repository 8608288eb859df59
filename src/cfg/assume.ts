/**
 * The options under which a condition would hold: code that is left out is read as whoever turns it on would read it.
 */
import type { CfgPredicate } from "./predicate.ts";
import { evaluateCfg } from "./predicate.ts";
import { type CfgOption, type CfgSet, withOptions } from "./set.ts";
import { familiesOf } from "./target.ts";

/** Keys that have one value at a time (Reference, "Set configuration options"). */
const SINGLE: ReadonlySet<string> = new Set(
  "target_os target_arch target_env target_vendor target_endian target_pointer_width target_abi panic".split(" "),
);

/** Families of targets that are set under their own name as well. */
const FAMILIES: ReadonlySet<string> = new Set(["unix", "windows"]);

/** Returns `options` with as little changed as makes the condition hold: the first part of an `any` that none holds of. */
export function assumeCfg(predicate: CfgPredicate, options: CfgSet): CfgSet {
  return changed(predicate, options, true);
}

/** As little changed as makes the condition hold, or fail: an `all` fails by its first part, as an `any` holds by it. */
function changed(predicate: CfgPredicate, options: CfgSet, holds: boolean): CfgSet {
  if (evaluateCfg(predicate, options) === holds) return options;
  switch (predicate.kind) {
    case "all":
    case "any": {
      const parts = (predicate.kind === "all") === holds ? predicate.of : predicate.of.slice(0, 1);
      return parts.reduce((set, part) => changed(part, set, holds), options);
    }
    case "not":
      return changed(predicate.of, options, !holds);
    case "option":
      return holds ? withOption(predicate, options) : withoutOption(predicate, options);
    default:
      return options;
  }
}

function withOption(option: CfgOption, options: CfgSet): CfgSet {
  const { name, value } = option;
  if (name === "target_os" && value !== undefined) return onTarget(value, familiesOf(value), options);
  const family = familyOf(option);
  if (family !== undefined) return onTarget(family === "windows" ? family : undefined, [family], options);
  return withOptions(SINGLE.has(name) ? without({ name }, options) : options, [option]);
}

/** What is not of a family is another system: one that nothing is known of. */
function withoutOption(option: CfgOption, options: CfgSet): CfgSet {
  return familyOf(option) === undefined ? without(option, options) : onTarget(undefined, [], options);
}

/** The family that an option tells of: `unix`, `target_family = "wasm"`. */
function familyOf({ name, value }: CfgOption): string | undefined {
  if (name === "target_family") return value;
  return FAMILIES.has(name) && value === undefined ? name : undefined;
}

/** Another system: its families go before those that the scan is for. */
function onTarget(os: string | undefined, families: readonly string[], options: CfgSet): CfgSet {
  const cleared = [...FAMILIES, "target_os", "target_family"].reduce((set, name) => without({ name }, set), options);
  const found = families.flatMap((value): CfgOption[] => [
    { name: "target_family", value },
    ...(FAMILIES.has(value) ? [{ name: value }] : []),
  ]);
  return withOptions(cleared, os === undefined ? found : [{ name: "target_os", value: os }, ...found]);
}

/** The set without the option; a name without value takes all its values along. */
function without({ name, value }: CfgOption, options: CfgSet): CfgSet {
  const names = new Set(options.names);
  const values = new Map(options.values);
  if (value === undefined) names.delete(name);
  const kept = value === undefined ? [] : [...(values.get(name) ?? [])].filter((other) => other !== value);
  if (kept.length > 0) values.set(name, new Set(kept));
  else values.delete(name);
  return { names, values };
}
