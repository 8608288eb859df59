/** `callmap check`: holds the call graph against rules. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { type Command, Option } from "commander";
import { InputError } from "../base/diagnostic.ts";
import { packageVersion } from "../host/version.ts";
import { checkWritable, writeText } from "../host/write.ts";
import { type RuleFile, readRuleFile, STARTER } from "../query/rule-file.ts";
import { checkRules, SEVERITIES, type Violation } from "../query/rules.ts";
import { CHECK_FORMATS, type CheckFormat, renderCheck, violationId } from "../render/check.ts";
import { filteredGraph } from "./answer.ts";
import { lookOf } from "./look.ts";
import { addFilterOptions, addReadOptions, checkOptions, filtersOf, type SharedOptions } from "./options.ts";
import { write } from "./output.ts";
import { loadGraph, type SourceFlags } from "./source.ts";
import { EXIT, printDiagnostics, usageError } from "./terminal.ts";
import { addSourceOptions } from "./who.ts";

const RULE_FILE = "callmap.toml";
const BASELINE = "callmap-baseline.json";

interface CheckFlags extends SourceFlags {
  readonly text?: boolean;
  readonly json?: boolean;
  readonly github?: boolean;
  readonly sarif?: boolean;
  readonly format?: CheckFormat;
  readonly output?: string;
  readonly config?: string;
  readonly init?: boolean;
  readonly writeBaseline?: boolean;
  readonly baseline: boolean;
  readonly failOn: (typeof SEVERITIES)[number];
}

const EXAMPLES = `
Rules stand in callmap.toml, in the folder of PATH or above it: forbidden, allowed and
required calls between sets of functions; --init writes one with all that it may say.

Examples:
  callmap check --init                       a rule file to begin with
  callmap check                              all rules, on the workspace here
  callmap check --write-baseline             from now on only new violations count
  callmap check --github                     in a workflow: violations at their lines
  callmap check --sarif -o callmap.sarif     for code scanning

Exit: 0 all rules hold · 1 violations (errors; see --fail-on)
      2 wrong usage, no rules, or unreadable input.
`;

/** Adds the command to the program. */
export function checkCommand(program: Command): void {
  const command = program
    .command("check")
    .description("Check rules about who may call whom")
    .argument("[path]", "folder, Cargo.toml, or anything inside a package", ".")
    .optionsGroup("Rules:")
    .option("--config <file>", `rule file (default: the nearest ${RULE_FILE})`)
    .option("--init", `write a ${RULE_FILE} to begin with`)
    .option("--write-baseline", "note all violations as known, in the baseline that the rules name")
    .option("--no-baseline", "count known violations too")
    .addOption(
      new Option("--fail-on <severity>", "least severity that makes the exit code 1")
        .choices(["error", "warn", "info"])
        .default("error"),
    )
    .optionsGroup("Output (default: text):")
    .option("--text", "a line per violation")
    .option("--json", "with all that is known of the calls")
    .option("--github", "annotations of GitHub Actions")
    .option("--sarif", "SARIF 2.1.0, for code scanning")
    .addOption(new Option("--format <format>", "one of these by name").choices(CHECK_FORMATS))
    .option("-o, --output <file>", "write to a file; .json and .sarif tell the format");
  addSourceOptions(addFilterOptions(addReadOptions(command)))
    .addHelpText("after", EXAMPLES)
    .action(runCheck);
}

async function runCheck(path: string, flags: CheckFlags): Promise<void> {
  if (flags.init) return writeStarter(path);
  checkOptions(flags);
  const format = formatOf(flags);
  if (flags.output !== undefined) checkWritable(flags.output);
  const file = ruleFile(path, flags.config);
  const rules = readRuleFile(readText(file), relative("", file));
  if (rules.rules.length === 0) throw usageError(`${file} has no rules`, "see callmap check --init");
  const { graph, root } = await loadGraph(path, withScanTable(flags, rules));
  const { violations, diagnostics } = checkRules(filteredGraph(graph, filtersOf(flags, false)), rules.rules);
  if (!flags.quiet) printDiagnostics(diagnostics);
  const baseline = join(dirname(file), rules.baseline ?? BASELINE);
  if (flags.writeBaseline) return writeBaseline(baseline, violations);
  const known = flags.baseline ? readBaseline(baseline, rules.baseline !== undefined) : new Set<string>();
  const fresh = violations.filter((violation) => !known.has(violationId(violation)));
  const ids = new Set(violations.map(violationId));
  const result = {
    violations: fresh,
    known: violations.length - fresh.length,
    fixed: [...known].filter((id) => !ids.has(id)).length,
    rules: rules.rules.length,
    version: packageVersion(),
    prefix: prefixOf(root),
  };
  const look = lookOf(root, undefined, flags.output === undefined ? process.stdout : {});
  await write(renderCheck(result, format, look), flags);
  const worst = SEVERITIES.indexOf(flags.failOn);
  if (fresh.some(({ rule }) => SEVERITIES.indexOf(rule.severity) <= worst)) process.exitCode = EXIT.failed;
}

function formatOf(flags: CheckFlags): CheckFormat {
  const asked = new Set([...CHECK_FORMATS.filter((name) => flags[name]), ...(flags.format ? [flags.format] : [])]);
  if (asked.size > 1) throw usageError(`several formats at once: ${[...asked].join(", ")}`, "give one");
  const byName = flags.output?.endsWith(".sarif") ? "sarif" : flags.output?.endsWith(".json") ? "json" : "text";
  return [...asked][0] ?? byName;
}

/** The nearest rule file in the folder or above. */
function ruleFile(path: string, config: string | undefined): string {
  if (config !== undefined) return resolve(config);
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const file = join(folder, RULE_FILE);
    if (existsSync(file)) return file;
    if (folder === dirname(folder))
      throw usageError(`no ${RULE_FILE} here or above`, "write one with: callmap check --init");
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const message = `can't read ${file}: ${error instanceof Error && "code" in error ? String(error.code) : String(error)}`;
    throw new InputError([{ severity: "error", code: "unreadable-rules", message }], true);
  }
}

function writeStarter(path: string): void {
  const file = join(resolve(path), RULE_FILE);
  if (existsSync(file)) throw usageError(`${file} is there already`, "edit it, or take it away first");
  writeText(file, [STARTER]);
  process.stderr.write(`wrote ${relative("", file)}\n`);
}

/** What the rule file says of the scan, where the command line says nothing. */
function withScanTable(flags: CheckFlags, { scan }: RuleFile): CheckFlags {
  const table: Partial<Record<keyof SharedOptions, unknown>> = {
    package: scan.packages,
    features: scan.features,
    allFeatures: scan.allFeatures,
    allTargets: scan.allTargets,
    tests: scan.tests,
    target: scan.target,
    cfg: scan.cfg,
  };
  const filled = Object.entries(table).filter(
    ([key, value]) => value !== undefined && flags[key as keyof CheckFlags] === undefined,
  );
  const merged = { ...flags, ...Object.fromEntries(filled) };
  return scan.noDefaultFeatures && flags.defaultFeatures ? { ...merged, defaultFeatures: false } : merged;
}

/** Path from the working directory to the workspace, for tools that know files from there. */
function prefixOf(root: string): string {
  const way = relative("", root).replaceAll("\\", "/");
  return way === "" || way.startsWith("..") ? "" : `${way}/`;
}

/** Known violations by their names. A baseline that the rules name has to be there. */
function readBaseline(file: string, isNamed: boolean): Set<string> {
  if (!existsSync(file)) {
    if (isNamed)
      throw usageError(
        `the baseline ${relative("", file)} is not there`,
        "write it with --write-baseline, or say --no-baseline",
      );
    return new Set();
  }
  try {
    const content = JSON.parse(readText(file)) as { readonly violations?: readonly string[] };
    if (Array.isArray(content.violations)) return new Set(content.violations.map(String));
  } catch (error) {
    if (error instanceof InputError) throw error;
  }
  throw usageError(`${relative("", file)} is no baseline of callmap's`, "write it anew with --write-baseline");
}

function writeBaseline(file: string, violations: readonly Violation[]): void {
  const ids = [...new Set(violations.map(violationId))].sort();
  writeText(file, [`${JSON.stringify({ violations: ids }, undefined, 2)}\n`]);
  process.stderr.write(`wrote ${relative("", file)}: ${ids.length} known violations\n`);
}
