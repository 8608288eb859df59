/**
 * From rows of (caller, callee, kind, site) to edges with their sites: a bucket per caller, a small sort in each, one sweep.
 */
import { compareText, gather, gatherBytes } from "./growable.ts";
import type { EdgeColumns, SiteColumns } from "./types.ts";

/** The columns of {@link SiteRows}. */
export const SITE_ROW_COLUMNS = [
  "caller",
  "callee",
  "kind",
  "confidence",
  "why",
  "file",
  "line",
  "column",
  "how",
] as const;

/**
 * Call sites in any order, all columns of one length. `caller` and `callee` are nodes of the sorted graph; `why` and `file` strings, a
 * `file` of -1 saying that the row makes an edge but has no place; the others indices into their tables of words.
 */
export type SiteRows = Readonly<Record<(typeof SITE_ROW_COLUMNS)[number], Int32Array>>;

/** Row numbers in the order of caller, callee, kind, position, and best first. */
function sortedOrder(rows: SiteRows, nodeCount: number, strings: readonly string[]): Int32Array {
  const { caller, callee, kind, confidence, why, file, line, column, how } = rows;
  const text = (id: number): string => (id < 0 ? "" : strings[id]!);
  const compare = (a: number, b: number): number =>
    callee[a]! - callee[b]! ||
    kind[a]! - kind[b]! ||
    (file[a] === file[b] ? 0 : compareText(text(file[a]!), text(file[b]!))) ||
    line[a]! - line[b]! ||
    column[a]! - column[b]! ||
    how[a]! - how[b]! ||
    confidence[a]! - confidence[b]! ||
    (why[a] === why[b] ? 0 : compareText(text(why[a]!), text(why[b]!)));
  const start = new Int32Array(nodeCount + 1);
  for (let row = 0; row < caller.length; row++) start[caller[row]! + 1]!++;
  for (let node = 0; node < nodeCount; node++) start[node + 1]! += start[node]!;
  const order = new Int32Array(caller.length);
  const fill = start.slice();
  for (let row = 0; row < caller.length; row++) order[fill[caller[row]!]!++] = row;
  for (let node = 0; node < nodeCount; node++) {
    if (start[node + 1]! - start[node]! > 1) order.subarray(start[node]!, start[node + 1]!).sort(compare);
  }
  return order;
}

/** Which rows begin an edge, give it its reason, and keep a site. */
interface Sweep {
  readonly first: Int32Array;
  readonly best: Int32Array;
  readonly place: Int32Array;
  readonly siteStart: Int32Array;
}

/** Walks sorted rows once. */
function sweep(rows: SiteRows): Sweep {
  const { caller, callee, kind, confidence, file, line, column, how } = rows;
  const first = new Int32Array(caller.length);
  const best = new Int32Array(caller.length);
  const siteStart = new Int32Array(caller.length + 1);
  const place = new Int32Array(caller.length);
  let edges = 0;
  let sites = 0;
  for (let row = 0; row < caller.length; row++) {
    const last = row - 1;
    const sameEdge =
      row > 0 && callee[row] === callee[last] && caller[row] === caller[last] && kind[row] === kind[last];
    if (!sameEdge) {
      siteStart[edges] = sites;
      best[edges] = row;
      first[edges++] = row;
    } else if (confidence[row]! < confidence[best[edges - 1]!]!) best[edges - 1] = row;
    const samePosition = line[row] === line[last] && column[row] === column[last];
    const samePlace = sameEdge && samePosition && how[row] === how[last] && file[row] === file[last];
    if (file[row]! >= 0 && !samePlace) place[sites++] = row;
  }
  siteStart[edges] = sites;
  return {
    first: first.subarray(0, edges),
    best: best.subarray(0, edges),
    place: place.subarray(0, sites),
    siteStart: siteStart.slice(0, edges + 1),
  };
}

/**
 * Returns the sorted edges and sites of the rows: an edge per (caller, callee, kind) with the confidence and the reason of its best
 * site, the first of equals. A site that was given twice counts once.
 */
export function groupSites(
  unsorted: SiteRows,
  nodeCount: number,
  strings: readonly string[],
): { edges: EdgeColumns; sites: SiteColumns } {
  const order = sortedOrder(unsorted, nodeCount, strings);
  const columns = SITE_ROW_COLUMNS.map((name) => [name, gather(unsorted[name], order)] as const);
  const rows = Object.fromEntries(columns) as SiteRows;
  const { first, best, place, siteStart } = sweep(rows);
  return {
    edges: {
      length: first.length,
      source: gather(rows.caller, first),
      target: gather(rows.callee, first),
      kind: gatherBytes(rows.kind, first),
      confidence: gatherBytes(rows.confidence, best),
      why: gather(rows.why, best),
      siteStart,
    },
    sites: {
      length: place.length,
      file: gather(rows.file, place),
      line: gather(rows.line, place),
      column: gather(rows.column, place),
      how: gatherBytes(rows.how, place),
    },
  };
}
