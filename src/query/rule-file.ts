/**
 * `callmap.toml`: rules and what they are checked on.
 *
 *     baseline = "callmap-baseline.json"    # violations that are known
 *     min_confidence = "likely"             # worst edge that can break a rule
 *
 *     [scan]                                # what is read; flags of the command line win
 *     features = ["full"]
 *
 *     [[forbidden]]                         # or [[allowed]], [[required]]
 *     name = "no-ui-in-core"
 *     comment = "the core is used without a screen"
 *     severity = "error"                    # warn, info, ignore
 *     from = { package = "core" }
 *     to = { path = "ui::**", reachable = true }
 *     level = "function"                    # type, module, file, package
 *
 * A key that is not known is an error: a rule with a typing mistake must not pass for one that holds.
 */
import { type Diagnostic, InputError } from "../base/diagnostic.ts";
import { LEVELS } from "../graph/fold.ts";
import { CONFIDENCES, type Confidence, ENTRIES, NODE_KINDS, VISIBILITIES } from "../graph/types.ts";
import { asTable, parseToml, type TomlTable, type TomlValue } from "../workspace/toml.ts";
import { RULE_KINDS, type Rule, type RuleKind, SCOPES, SEVERITIES, type Side, type Target } from "./rules.ts";

/** What a rule file says. */
export interface RuleFile {
  readonly rules: readonly Rule[];
  /** Path of the baseline, relative to the file. */
  readonly baseline?: string;
  readonly scan: ScanTable;
}

/** Options of the scan; names as those of the command line. */
export interface ScanTable {
  readonly packages?: readonly string[];
  readonly features?: readonly string[];
  readonly allFeatures?: boolean;
  readonly noDefaultFeatures?: boolean;
  readonly allTargets?: boolean;
  readonly tests?: boolean;
  readonly target?: string;
  readonly cfg?: readonly string[];
}

/** Reads the value of a key, or adds a problem. */
type Reader = (value: TomlValue, place: string, problems: string[]) => unknown;

const text: Reader = (value, place, problems) => {
  if (typeof value === "string") return value;
  problems.push(`${place} is to be a text`);
  return undefined;
};

const flag: Reader = (value, place, problems) => {
  if (typeof value === "boolean") return value;
  problems.push(`${place} is to be true or false`);
  return undefined;
};

/** One text counts as a list of one. */
const texts: Reader = (value, place, problems) => {
  const list = typeof value === "string" ? [value] : value;
  if (Array.isArray(list) && list.every((one) => typeof one === "string")) return list;
  problems.push(`${place} is to be a text or a list of texts`);
  return undefined;
};

function word(table: readonly string[]): Reader {
  return (value, place, problems) => {
    if (table.includes(value as string)) return value;
    problems.push(`${place} is to be one of ${table.join(", ")}`);
    return undefined;
  };
}

function words(table: readonly string[]): Reader {
  return (value, place, problems) => {
    const list = texts(value, place, problems) as readonly string[] | undefined;
    return list?.map((one) => word(table)(one, place, problems));
  };
}

/** A table with known keys; the second of a pair is the name of the property. */
function table(keys: Readonly<Record<string, readonly [name: string, read: Reader]>>): Reader {
  return (value, place, problems) => {
    const found = asTable(value);
    if (found === undefined) {
      problems.push(`${place} is to be a table`);
      return {};
    }
    const result: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(found)) {
      const at = place === "" ? key : `${place}.${key}`;
      const entry = Object.hasOwn(keys, key) ? keys[key] : undefined;
      if (entry === undefined) problems.push(`${at} is not known; known are ${Object.keys(keys).join(", ")}`);
      else result[entry[0]] = entry[1](inner, at, problems);
    }
    return result;
  };
}

const SIDE = {
  path: ["path", texts],
  path_not: ["pathNot", texts],
  package: ["package", texts],
  kind: ["kind", words(NODE_KINDS)],
  entry: ["entry", words(ENTRIES)],
  visibility: ["visibility", words(VISIBILITIES)],
} as const;

const TARGET = {
  ...SIDE,
  reachable: ["reachable", flag],
  circular: ["circular", flag],
  other: ["other", word(SCOPES)],
  same: ["same", word(SCOPES)],
} as const;

const RULE = table({
  name: ["name", text],
  comment: ["comment", text],
  severity: ["severity", word(SEVERITIES)],
  from: ["from", table(SIDE)],
  to: ["to", table(TARGET)],
  level: ["level", word(LEVELS)],
  min_confidence: ["confidence", word(CONFIDENCES)],
});

const SCAN = {
  packages: ["packages", texts],
  features: ["features", texts],
  all_features: ["allFeatures", flag],
  no_default_features: ["noDefaultFeatures", flag],
  all_targets: ["allTargets", flag],
  tests: ["tests", flag],
  target: ["target", text],
  cfg: ["cfg", texts],
} as const;

/** Reads the text of a rule file. Throws an InputError with all that is wrong in it. */
export function readRuleFile(content: string, file: string): RuleFile {
  const parsed = parseToml(content);
  if ("error" in parsed) {
    const { message, line, column } = parsed.error;
    throw new InputError([{ severity: "error", code: "invalid-rules", message, file, line, column }], true);
  }
  const problems: string[] = [];
  const { forbidden, allowed, required, ...rest } = parsed.table;
  const top = table({
    baseline: ["baseline", text],
    min_confidence: ["confidence", word(CONFIDENCES)],
    scan: ["scan", table(SCAN)],
  });
  const { baseline, confidence, scan } = top(rest, "", problems) as {
    baseline?: string;
    confidence?: Confidence;
    scan?: ScanTable;
  };
  const lists = { forbidden, allowed, required };
  const rules = RULE_KINDS.flatMap((kind) => readRules(kind, lists[kind], confidence ?? "likely", problems));
  if (problems.length > 0)
    throw new InputError(
      problems.map((message) => problem(message, file)),
      true,
    );
  return { rules, scan: scan ?? {}, ...(baseline === undefined ? {} : { baseline }) };
}

function problem(message: string, file: string): Diagnostic {
  return { severity: "error", code: "invalid-rules", message, file };
}

function readRules(kind: RuleKind, value: TomlValue, confidence: Confidence, problems: string[]): Rule[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    problems.push(`${kind} is to be written as [[${kind}]]`);
    return [];
  }
  return value.map((one: TomlTable, place) => {
    const name = typeof asTable(one)?.name === "string" ? `${kind} "${String(one.name)}"` : `${kind} ${place + 1}`;
    const read = RULE(one, name, problems) as Partial<Rule> & { readonly from?: Side; readonly to?: Target };
    if (kind !== "forbidden" && read.to?.circular) problems.push(`${name}: recursion can only be forbidden`);
    if (kind === "allowed" && read.to?.reachable)
      problems.push(`${name}: only calls can be allowed, not what is reached`);
    if (read.from === undefined && read.to === undefined) problems.push(`${name} has neither from nor to`);
    return {
      ...{
        rule: kind,
        name: `${kind}-${place + 1}`,
        severity: "error" as const,
        level: "function" as const,
        confidence,
      },
      ...{ from: {}, to: {} },
      ...read,
    };
  });
}

/** A rule file to begin with; it passes wherever nothing recurses between packages. */
export const STARTER = `# Rules for callmap check: who may call whom. The first three are examples to be changed.
#
# A side of a rule is a set of functions that meet all its conditions:
#   path, path_not     patterns: a path or its end, a glob (core::**), /regex/, a module, a file
#   package            names or globs of packages
#   kind               function, method, trait_method, closure, initializer, external (other crates)
#   entry              main, test, bench, ffi, public
#   visibility         pub, crate, restricted, private
# and "to" can say more:
#   reachable = true   over any number of calls
#   circular = true    recursion
#   other, same        only where caller and callee do not, or do, share a type, module, file or package
# With level = "type", "module", "file" or "package" a rule speaks of these instead of functions.

# Violations that are known: callmap check --write-baseline
# baseline = "callmap-baseline.json"

# What is read, as by the options of callmap scan.
# [scan]
# all_features = true

[[forbidden]]
name = "no-cycles-between-packages"
comment = "a package can be understood without those that use it"
level = "package"
to = { circular = true }

[[forbidden]]
name = "exit-only-in-main"
comment = "the caller of a library wants to decide when the program ends"
severity = "warn"
from = { path_not = "main" }
to = { path = "std::process::exit" }

# [[forbidden]]
# name = "no-ui-in-core"
# comment = "the core is used without a screen"
# from = { package = "my-core" }
# to = { package = "my-ui", reachable = true }

# [[allowed]]
# comment = "the parser stands on the lexer alone"
# from = { path = "my_core::parse::**" }
# to = { path = ["my_core::parse::**", "my_core::lex::**"] }

# [[required]]
# name = "commands-check-permissions"
# from = { path = "my_app::commands::*::run" }
# to = { path = "my_app::permissions::check", reachable = true }
`;
