/** What commands print as text besides a graph: targets, unresolved sites, unlinked files, the summary, the tally, timings. */
import { nodeKey } from "../graph/columns.ts";
import { foldLevel } from "../graph/fold.ts";
import { findComponents, recursiveComponents } from "../graph/scc.ts";
import { type CallGraph, ENTRIES, NODE_KINDS } from "../graph/types.ts";
import { counted } from "../render/look.ts";
import type { UnresolvedSite } from "../scan/assemble.ts";
import type { Selection } from "../scan/scan.ts";
import type { Timing } from "../scan/timings.ts";
import type { Target } from "../workspace/index.ts";

/** A package as `--list --json` writes it, after `cargo metadata`. */
interface ListedPackage {
  readonly name: string;
  readonly version: string;
  readonly edition: string;
  readonly manifest: string;
  readonly targets: readonly ListedTarget[];
}

interface ListedTarget {
  readonly name: string;
  readonly kind: string;
  readonly root: string;
  readonly edition: string;
  readonly requiredFeatures: readonly string[];
  /** Whether the scan would read it. */
  readonly selected: boolean;
}

/** Returns the members and their targets; kinds are called as `cargo metadata` does. */
export function listPackages({ workspace, selected }: Selection): ListedPackage[] {
  const chosen = new Set(selected.map((s) => `${s.package}.${s.target}`));
  return workspace.packages.flatMap((pack, index) => {
    if (!pack.member) return [];
    const targets = pack.targets.map((target, at) => listedTarget(target, chosen.has(`${index}.${at}`)));
    return [{ name: pack.name, version: pack.version, edition: `${pack.edition}`, manifest: pack.manifest, targets }];
  });
}

function listedTarget(target: Target, selected: boolean): ListedTarget {
  const { name, root, edition, requiredFeatures } = target;
  const kind = target.kind === "build-script" ? "custom-build" : target.kind;
  return { name, kind, root, edition: `${edition}`, requiredFeatures, selected };
}

/** Yields a line per package and one per target; a star marks what the scan would read. */
export function* packagesText(packages: readonly ListedPackage[]): Generator<string> {
  for (const { name, version, manifest, targets } of packages) {
    yield `${name} ${version} (${manifest})\n`;
    for (const target of targets) {
      const features = target.requiredFeatures.length > 0 ? ` needs ${target.requiredFeatures.join(",")}` : "";
      yield `  ${target.selected ? "*" : " "} ${target.kind} ${target.name} ${target.root} edition ${target.edition}${features}\n`;
    }
  }
}

/** An unresolved call site in one level, for JSON. */
export interface ListedSite extends Pick<UnresolvedSite, "reason" | "name" | "caller"> {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Returns the sites that the tally counts as unresolved. */
export function listUnresolved(sites: readonly UnresolvedSite[]): ListedSite[] {
  return sites.flatMap(({ state, site, caller, name, reason }) => {
    const { file, line, column } = site;
    return state === "unresolved" ? [{ file, line, column, reason, name, caller }] : [];
  });
}

/** Yields `file:line:column`, reason, name and caller with tabs between, a line per site. */
export function* unresolvedText(sites: readonly ListedSite[]): Generator<string> {
  for (const { file, line, column, reason, name, caller } of sites)
    yield `${file}:${line}:${column}\t${reason}\t${name}\t${caller}\n`;
}

/** Yields a value as indented JSON. */
export function* jsonText(value: unknown): Generator<string> {
  yield `${JSON.stringify(value, null, 2)}\n`;
}

/** Yields what a person wants to know of a graph at first sight: its packages, what is called most, recursion. */
export function* summaryText(graph: CallGraph): Generator<string> {
  yield `${graph.meta.workspace}: ${counted(graph.nodes.length, "function")}, ${counted(graph.edges.length, "edge")}\n`;
  const mains = [...graph.nodes.entry.keys()].filter((node) => graph.nodes.entry[node] === MAIN);
  if (mains.length > 0) yield `entered by ${some(mains.map((node) => nodeKey(graph, node)))}\n`;
  yield* section("functions by package", packageRows(graph));
  yield* section("callers of the functions that have most", mostCalled(graph));
  yield* section("functions in recursions", recursions(graph));
}

/** As the column of entries holds it: 0 is no entry. */
const MAIN = ENTRIES.indexOf("main") + 1;
/** Rows of a section that are shown. */
const SHOWN = 8;

function* section(title: string, rows: readonly (readonly [number, string])[]): Generator<string> {
  if (rows.length === 0) return;
  yield `\n${title}\n`;
  for (const [count, text] of rows.slice(0, SHOWN)) yield `${String(count).padStart(7)}  ${text}\n`;
  if (rows.length > SHOWN) yield `${"".padStart(7)}  and ${rows.length - SHOWN} more\n`;
}

function packageRows(graph: CallGraph): [number, string][] {
  const { graph: packages } = foldLevel(graph, "package");
  const uses = packageUses(packages);
  return [...packages.nodes.functions]
    .map((count, node): [number, string] => [
      count,
      `${nodeKey(packages, node)}${uses[node]!.size === 0 ? "" : `  calls ${some([...uses[node]!])}`}`,
    ])
    .sort((a, b) => b[0] - a[0]);
}

function packageUses(packages: CallGraph): Set<string>[] {
  const uses = Array.from({ length: packages.nodes.length }, () => new Set<string>());
  for (let e = 0; e < packages.edges.length; e++)
    uses[packages.edges.source[e]!]!.add(nodeKey(packages, packages.edges.target[e]!));
  return uses;
}

function mostCalled(graph: CallGraph): [number, string][] {
  const callers = new Map<number, Set<number>>();
  for (let e = 0; e < graph.edges.length; e++) {
    const target = graph.edges.target[e]!;
    if (NODE_KINDS[graph.nodes.kind[target]!] === "external") continue;
    const known = callers.get(target);
    if (known) known.add(graph.edges.source[e]!);
    else callers.set(target, new Set([graph.edges.source[e]!]));
  }
  return [...callers]
    .map(([node, from]): [number, string] => [from.size, nodeKey(graph, node)])
    .filter(([count]) => count > 1)
    .sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? -1 : 1))
    .slice(0, SHOWN);
}

function recursions(graph: CallGraph): [number, string][] {
  const components = findComponents(graph);
  return recursiveComponents(graph, components)
    .map((c): [number, string] => {
      const members = [...components.members.subarray(components.start[c]!, components.start[c + 1]!)];
      return [members.length, some(members.map((node) => nodeKey(graph, node)))];
    })
    .sort((a, b) => b[0] - a[0]);
}

function some(names: readonly string[]): string {
  return names.length <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
}

const STATES = ["resolved", "external", "dispatch", "guess", "candidate", "unresolved"] as const;

/** Returns the closing line: how large the graph is and how the call sites ended. */
export function tallyLine(graph: CallGraph, files: number): string {
  const { tally } = graph.meta;
  const states = STATES.filter((state) => tally[state] > 0).map(
    (state) => `${tally[state]} ${state} (${((100 * tally[state]) / tally.total).toFixed(1)} %)`,
  );
  const size = `${counted(graph.nodes.length, "function")}, ${counted(graph.edges.length, "edge")}, ${counted(files, "file")}`;
  return `${size}; ${counted(tally.total, "call site")}${states.length > 0 ? `: ${states.join(", ")}` : ""}`;
}

/** Returns the stages, a line each, with their share of the whole. */
export function timingsText(timings: readonly Timing[]): string {
  const total = timings.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const line = (stage: string, ms: number): string =>
    `${stage.padEnd(10)} ${ms.toFixed(0).padStart(8)} ms ${((100 * ms) / (total || 1)).toFixed(1).padStart(6)} %\n`;
  return [...timings.map((t) => line(t.stage, t.milliseconds)), line("total", total)].join("");
}
