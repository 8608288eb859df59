/**
 * callmap as a library: scan a Cargo workspace into its static call graph, ask the graph, write it.
 *
 * ```ts
 * import { scan } from "callmap";
 * const { graph, diagnostics } = await scan("./my-workspace");
 * graph.forEachInNeighbor("my_crate::parse", (caller) => console.log(caller));
 * ```
 *
 * The graph comes in two forms: as graphology's, for its algorithms, and as columns, which {@link applyFilters} and {@link render} take.
 */
import type { MultiDirectedGraph } from "graphology";
import { toGraphology } from "./graph/graphology.ts";
import type { CallGraph } from "./graph/types.ts";
import { absolutePath } from "./host/disk.ts";
import { machineServices } from "./host/services.ts";
import { getFormat } from "./render/formats.ts";
import type { RenderOptions } from "./render/options.ts";
import { type ScanOptions, type ScanResult, scanWorkspace } from "./scan/scan.ts";

export type { Diagnostic, Severity } from "./base/diagnostic.ts";
export { InputError } from "./base/diagnostic.ts";
export { toGraphology } from "./graph/graphology.ts";
export { fromGraphologyJson } from "./graph/import.ts";
export { matchFunctions, nearestNames } from "./graph/pattern.ts";
export type { CallGraph, EdgeAttributes, GraphMeta, NodeAttributes, Site, Tally } from "./graph/types.ts";
export { applyFilters, type FilterOptions } from "./graph/view.ts";
export { FORMATS, getFormat } from "./render/formats.ts";
export type { RenderOptions } from "./render/options.ts";
export type { UnresolvedSite } from "./scan/assemble.ts";
export type { ScanOptions, ScanResult } from "./scan/scan.ts";
export type { Timing } from "./scan/timings.ts";
export type { Dependency, Package, Target, Workspace } from "./workspace/index.ts";

/** What {@link scan} gives: the graph as graphology has it, and everything the columns hold. */
export interface Scan extends Omit<ScanResult, "graph"> {
  /** The call graph with the attributes of nodes and edges that `docs/graph.schema.json` describes. */
  readonly graph: MultiDirectedGraph;
  /** The same as columns, which the queries, filters and renderers work on. */
  readonly columns: ScanResult["graph"];
}

/**
 * Scans the Cargo workspace that `path` (a folder, a manifest, a file inside a member) belongs to.
 * Throws an {@link InputError} when there is nothing to scan; all that is less grave is in `diagnostics`.
 */
export async function scan(path: string, options: ScanOptions = {}): Promise<Scan> {
  const { graph: columns, ...rest } = scanWorkspace(await machineServices(), absolutePath(path), options);
  return { ...rest, columns, graph: toGraphology(columns) };
}

/** Returns the graph in a format by name (`svg`, `dot`, `json` …) or by a template such as `{{caller}} {{callee}}`. */
export async function render(graph: CallGraph, format: string, options: RenderOptions = {}): Promise<string> {
  return [...(await getFormat(format).render(graph, options))].join("");
}
