/** Violations of rules for people, scripts and code hosts. */
import { edgeAttributes, edgeSites, nodeKey, nodeText } from "../graph/columns.ts";
import type { CallGraph, Site } from "../graph/types.ts";
import { placeOf } from "./function-line.ts";
import { counted, type Look, type Place, placeText } from "./look.ts";

export const CHECK_FORMATS = ["text", "json", "github", "sarif"] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** A violation as the query gives it. */
export interface ViolationInput {
  readonly rule: {
    readonly rule: "forbidden" | "allowed" | "required";
    readonly name: string;
    readonly severity: "error" | "warn" | "info" | "ignore";
    readonly comment?: string;
    readonly to: { readonly path?: readonly string[]; readonly circular?: boolean; readonly reachable?: boolean };
  };
  readonly graph: CallGraph;
  readonly from: number;
  readonly to: number;
  readonly path: readonly number[];
}

/** What a check found. */
export interface CheckInput {
  readonly violations: readonly ViolationInput[];
  /** Violations that the baseline knows. */
  readonly known: number;
  /** Violations of the baseline that are no more. */
  readonly fixed: number;
  readonly rules: number;
  /** Version of callmap. */
  readonly version: string;
  /** Path from the working directory to the workspace root, which files are relative to; empty where they are the same. */
  readonly prefix: string;
}

/** Yields the result in the format. */
export function renderCheck(check: CheckInput, format: CheckFormat, look: Look): Iterable<string> {
  return RENDERERS[format](check, look);
}

const RENDERERS: Readonly<Record<CheckFormat, (check: CheckInput, look: Look) => Iterable<string>>> = {
  text: checkText,
  json: (check) => [`${JSON.stringify(checkJson(check), undefined, 2)}\n`],
  github: checkGithub,
  sarif: (check) => [`${JSON.stringify(checkSarif(check), undefined, 2)}\n`],
};

/** Returns what names a violation from run to run: its rule and functions, no lines. */
export function violationId({ rule, graph, from, to }: ViolationInput): string {
  return [rule.name, nodeKey(graph, from), ...(to < 0 ? [] : [nodeKey(graph, to)])].join(" | ");
}

/** Functions along the violation. */
function functionsOf({ graph, from, path }: ViolationInput): string[] {
  return [from, ...path.map((edge) => graph.edges.target[edge]!)].map((node) => nodeText(graph, node, "path")!);
}

/** Where it begins: the first call, else the function. */
function placeOfViolation({ graph, from, path }: ViolationInput): Place | undefined {
  const site = path[0] === undefined ? undefined : edgeSites(graph, path[0])[0];
  return site ?? placeOf(graph, from);
}

/** Returns the violation in words, without its place. */
export function violationText(violation: ViolationInput): string {
  const { rule } = violation;
  const names = functionsOf(violation);
  const wanted = rule.to.path?.join(" or ") ?? "what it has to";
  if (rule.rule === "required") return `${names[0]} does not ${rule.to.reachable ? "reach" : "call"} ${wanted}`;
  if (rule.to.circular && names.length <= 2) return `${names[0]} calls itself`;
  return names.join(" → ");
}

function* checkText(check: CheckInput, look: Look): Generator<string> {
  const dress = { error: look.bad, warn: look.unsure, info: look.word, ignore: look.faint };
  let last: string | undefined;
  for (const violation of check.violations) {
    const { name, severity, comment } = violation.rule;
    const place = placeOfViolation(violation);
    const at = place === undefined ? "" : ` (${look.link(placeText(place), place)})`;
    yield `${dress[severity](`${severity} ${name}`)}: ${violationText(violation)}${at}\n`;
    if (comment !== undefined && name !== last) yield look.faint(`  ${comment}\n`);
    last = name;
  }
  if (check.violations.length > 0) yield "\n";
  yield `${summary(check)}\n`;
}

function summary({ violations, known, fixed, rules }: CheckInput): string {
  const words = (["error", "warn", "info"] as const).flatMap((severity) => {
    const count = violations.filter(({ rule }) => rule.severity === severity).length;
    return count === 0 ? [] : [counted(count, SEVERITY_NOUNS[severity])];
  });
  const found = counted(violations.length, "violation");
  const parts = [
    violations.length > 0
      ? `${found} (${words.join(", ")})`
      : known > 0
        ? "no new violations"
        : `${counted(rules, "rule holds", "rules hold")}`,
    ...(known > 0 ? [`${known} known from the baseline`] : []),
    ...(fixed > 0 ? [`${fixed} of the baseline are fixed: --write-baseline forgets them`] : []),
  ];
  return parts.join("; ");
}

const SEVERITY_NOUNS = { error: "error", warn: "warning", info: "remark" } as const;

function checkJson(check: CheckInput): object {
  const { known, fixed, rules } = check;
  return {
    violations: check.violations.map((violation) => {
      const { rule, graph, from, to, path } = violation;
      const node = (row: number): object => ({ key: nodeKey(graph, row), ...placeOf(graph, row) });
      return {
        rule: rule.name,
        kind: rule.rule,
        severity: rule.severity,
        ...(rule.comment === undefined ? {} : { comment: rule.comment }),
        message: violationText(violation),
        from: node(from),
        ...(to < 0 ? {} : { to: node(to) }),
        path: path.map((edge) => ({
          source: nodeKey(graph, graph.edges.source[edge]!),
          target: nodeKey(graph, graph.edges.target[edge]!),
          ...edgeAttributes(graph, edge),
        })),
      };
    }),
    known,
    fixed,
    rules,
  };
}

const GITHUB_WORDS = { error: "error", warn: "warning", info: "notice", ignore: "notice" } as const;

/** Workflow commands of GitHub Actions, which it shows at the lines of a change. */
function* checkGithub(check: CheckInput): Generator<string> {
  for (const violation of check.violations) {
    const { name, severity, comment } = violation.rule;
    const place = placeOfViolation(violation);
    const properties = {
      ...(place === undefined ? {} : { file: check.prefix + place.file, line: place.line, col: place.column }),
      title: name,
    };
    const list = Object.entries(properties).flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}=${inProperty(`${value}`)}`],
    );
    const message = [violationText(violation), ...(comment === undefined ? [] : [comment])].join("\n");
    yield `::${GITHUB_WORDS[severity]} ${list.join(",")}::${inMessage(message)}\n`;
  }
}

function inMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function inProperty(text: string): string {
  return inMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

const SARIF_LEVELS = { error: "error", warn: "warning", info: "note", ignore: "none" } as const;

/** SARIF 2.1.0 (OASIS), one run. */
function checkSarif(check: CheckInput): object {
  const rules = new Map(check.violations.map(({ rule }) => [rule.name, rule]));
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "callmap",
            version: check.version,
            rules: [...rules.values()].map(({ name, comment, severity }) => ({
              id: name,
              shortDescription: { text: comment ?? name },
              defaultConfiguration: { level: SARIF_LEVELS[severity] },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: check.violations.map((violation) => sarifResult(check, violation, [...rules.keys()])),
      },
    ],
  };
}

function sarifResult(check: CheckInput, violation: ViolationInput, rules: readonly string[]): object {
  const { graph, path, rule } = violation;
  const place = placeOfViolation(violation);
  const steps = path.slice(1).flatMap((edge) => {
    const site: Site | undefined = edgeSites(graph, edge)[0];
    if (site === undefined) return [];
    const text = `${nodeText(graph, graph.edges.source[edge]!, "path")} calls ${nodeText(graph, graph.edges.target[edge]!, "path")}`;
    return [{ ...sarifLocation(check, site), message: { text } }];
  });
  return {
    ruleId: rule.name,
    ruleIndex: rules.indexOf(rule.name),
    level: SARIF_LEVELS[rule.severity],
    message: { text: violationText(violation) },
    locations: place === undefined ? [] : [sarifLocation(check, place)],
    ...(steps.length === 0 ? {} : { relatedLocations: steps }),
    partialFingerprints: { "callmap/v1": violationId(violation) },
  };
}

function sarifLocation({ prefix }: CheckInput, { file, line, column }: Place): object {
  const uri = encodeURI(prefix + file);
  const region = { startLine: line, ...(column === undefined ? {} : { startColumn: column }) };
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, region } };
}
