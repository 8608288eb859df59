/** The options that conditions are judged against: plain names (`unix`) and names with one or more values (`feature`). */

/** What is set. A name may be plain and have values as well, as `target_has_atomic` does on nightly compilers. */
export interface CfgSet {
  readonly names: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One option, with a value or without. */
export interface CfgOption {
  readonly name: string;
  readonly value?: string;
}

/** Returns the set of these options on top of those of `base`, which stays as it is. */
export function withOptions(base: CfgSet, options: Iterable<CfgOption>): CfgSet {
  const names = new Set(base.names);
  const values = new Map(base.values);
  for (const { name, value } of options) {
    if (value === undefined) names.add(name);
    else values.set(name, new Set(values.get(name)).add(value));
  }
  return { names, values };
}

/** The set without anything in it. */
export const NO_CFG: CfgSet = { names: new Set(), values: new Map() };

/** True when the option is set: `name`, or `name = "value"`. */
export function hasCfg(options: CfgSet, name: string, value?: string): boolean {
  return value === undefined ? options.names.has(name) : options.values.get(name)?.has(value) === true;
}

/** How one crate is built. */
export interface CrateOptions {
  /** The package's active features. */
  readonly features: Iterable<string>;
  /** Whether the crate is built as a test. */
  readonly test?: boolean;
  /** Whether the crate is a procedural macro. */
  readonly procMacro?: boolean;
  /** What the user sets besides. */
  readonly extra?: Iterable<CfgOption>;
}

/** Returns the options of one crate on top of those of its target. */
export function crateCfg(target: CfgSet, { features, test, procMacro, extra }: CrateOptions): CfgSet {
  const options: CfgOption[] = [...(extra ?? [])];
  for (const value of features) options.push({ name: "feature", value });
  if (test === true) options.push({ name: "test" });
  if (procMacro === true) options.push({ name: "proc_macro" });
  return withOptions(target, options);
}
