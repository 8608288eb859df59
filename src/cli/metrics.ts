/** `callmap scan --metrics`: measures of functions, packages and modules instead of the graph. */

import { measure } from "../query/metrics.ts";
import type { Format } from "../render/formats.ts";
import { metricsCsv, metricsJson, metricsText } from "../render/metrics.ts";
import { filteredGraph } from "./answer.ts";
import { shownFiltersOf } from "./options.ts";
import { type OutputFlags, write } from "./output.ts";
import { loadGraph } from "./source.ts";
import { usageError } from "./terminal.ts";

/** Flags that matter here. */
export interface MetricsFlags extends OutputFlags {
  readonly top: number;
  readonly graph?: string;
  readonly cache?: boolean;
  readonly quiet?: boolean;
}

/** Writes the measures of the filtered graph as text, JSON, or CSV with a row per function. */
export async function writeMetrics(path: string, flags: MetricsFlags, formats: readonly Format[]): Promise<void> {
  const byName = /\.(json|csv)$/.exec(flags.output ?? "")?.[1];
  const format = formats[0]?.name ?? byName ?? "text";
  if (!["text", "json", "csv"].includes(format))
    throw usageError("--metrics is no graph", "write it as --text, --json or --csv");
  const { graph: whole } = await loadGraph(path, { ...flags, cache: flags.cache ?? true });
  const graph = filteredGraph(whole, shownFiltersOf(flags, false));
  const metrics = { graph, ...measure(graph) };
  if (format === "json") await write([`${JSON.stringify(metricsJson(metrics), undefined, 2)}\n`], flags);
  else await write(format === "csv" ? metricsCsv(metrics) : metricsText(metrics, flags.top), flags);
}
