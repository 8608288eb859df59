/** Measures of functions, packages and modules as tables, CSV and JSON. */
import { nodeKey, nodeText } from "../graph/columns.ts";
import type { CallGraph } from "../graph/types.ts";
import { csvValue } from "./csv.ts";
import { placeOf } from "./function-line.ts";
import { placeText } from "./look.ts";

const FUNCTION_COLUMNS = ["fanIn", "fanOut", "callers", "callees", "recursion", "weight"] as const;
const SCOPE_COLUMNS = ["functions", "dependents", "dependencies", "instability", "inside", "into", "outOf"] as const;

type FunctionRow = Readonly<Record<(typeof FUNCTION_COLUMNS)[number], number>> & { readonly node: number };
type ScopeRow = Readonly<Record<(typeof SCOPE_COLUMNS)[number], number>> & { readonly name: string };

/** Measures as the query gives them. */
export interface MetricsInput {
  readonly graph: CallGraph;
  readonly functions: readonly FunctionRow[];
  readonly packages: readonly ScopeRow[];
  readonly modules: readonly ScopeRow[];
}

const HEADINGS: Readonly<Record<string, string>> = {
  fanIn: "fan-in",
  fanOut: "fan-out",
  outOf: "out of",
};

/** Yields tables for reading: the `most` functions of the greatest fan-in, all packages and modules. */
export function* metricsText(metrics: MetricsInput, most: number): Generator<string> {
  const { graph, functions } = metrics;
  const first = [...functions]
    .sort((a, b) => b.fanIn - a.fanIn || b.callers - a.callers || a.node - b.node)
    .slice(0, most);
  yield* table(
    `functions, ${first.length} of ${functions.length} by fan-in`,
    FUNCTION_COLUMNS,
    first.map((row) => [row, functionName(graph, row.node)]),
  );
  for (const scope of ["packages", "modules"] as const) {
    yield "\n";
    yield* table(
      scope,
      SCOPE_COLUMNS,
      metrics[scope].map((row) => [row, row.name]),
    );
  }
}

function functionName(graph: CallGraph, node: number): string {
  const place = placeOf(graph, node);
  const path = nodeText(graph, node, "path")!;
  return place === undefined ? path : `${path}  ${placeText(place)}`;
}

/** Shares and weights with two decimals, counts as they are. */
function shown(column: string, value: number): string {
  return column === "instability" || column === "weight" ? value.toFixed(2) : String(value);
}

function* table<Column extends string>(
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly [Readonly<Record<Column, number>>, string])[],
): Generator<string> {
  const cells = rows.map(([row]) => columns.map((column) => shown(column, row[column])));
  const heads = columns.map((column) => HEADINGS[column] ?? column);
  const widths = heads.map((head, i) => cells.reduce((most, line) => Math.max(most, line[i]!.length), head.length));
  const line = (texts: readonly string[], name: string): string =>
    `${texts.map((text, i) => text.padStart(widths[i]!)).join("  ")}  ${name}\n`;
  yield line(heads, title);
  for (const [i, [, name]] of rows.entries()) yield line(cells[i]!, name);
}

/** Yields a row per function. */
export function* metricsCsv({ graph, functions }: MetricsInput): Generator<string> {
  yield csvRow(["key", "file", "line", ...FUNCTION_COLUMNS]);
  for (const row of functions) {
    const place = placeOf(graph, row.node);
    yield csvRow([
      nodeKey(graph, row.node),
      place?.file,
      place?.line,
      ...FUNCTION_COLUMNS.map((column) => row[column]),
    ]);
  }
}

function csvRow(values: readonly (string | number | undefined)[]): string {
  return `${values.map(csvValue).join(",")}\r\n`;
}

/** Returns everything as plain objects. */
export function metricsJson({ graph, functions, packages, modules }: MetricsInput): object {
  return {
    functions: functions.map(({ node, ...row }) => ({ key: nodeKey(graph, node), ...placeOf(graph, node), ...row })),
    packages,
    modules,
  };
}
