/** Functions whose text a change touched, and everything that reaches them. */
import { nodeText } from "../graph/columns.ts";
import { type Reach, reach } from "../graph/reach.ts";
import { type CallGraph, NODE_KINDS } from "../graph/types.ts";
import { functionLines, normalCode } from "./code.ts";
import { isDispatch } from "./tree.ts";

/** A run of lines that were replaced. */
export interface LineChange {
  /** First line as the file is now; with none added, the line behind which others were taken away. */
  readonly start: number;
  /** First of the removed lines in the file as it was. */
  readonly oldStart: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** What was done to a file. */
export interface FileChange {
  /** `undefined` for a file that is new. */
  readonly hunks: readonly LineChange[] | undefined;
  /** Reads the file as it was. */
  readonly before: () => string | undefined;
}

/** What a change means for a graph of the program as it is now. */
export interface Impact {
  /** In the order of their keys. */
  readonly changed: readonly number[];
  /** The changed functions and what reaches them, with the number of calls. */
  readonly reached: Reach;
  /** Changes of code that stand in no function: types, constants, attributes. */
  readonly outside: number;
}

/** Returns what the changes, by file of the graph, mean. `depth`: calls to follow. */
export function findImpact(graph: CallGraph, files: ReadonlyMap<string, FileChange>, depth: number): Impact {
  const functions = functionsByFile(graph, files);
  const changed = new Set<number>();
  let outside = 0;
  for (const [file, { hunks, before }] of files) {
    const known = functions.get(file) ?? [];
    if (hunks === undefined) for (const node of known) changed.add(node);
    for (const change of hunks ?? []) {
      if (normalCode(change.removed.join("\n")) === normalCode(change.added.join("\n"))) continue;
      const touched = functionsOf(graph, known, change);
      for (const node of touched) changed.add(node);
      if (touched.length === 0 && !isRemovedFunction(change, before)) outside++;
    }
  }
  const sorted = [...changed].sort((a, b) => a - b);
  return { changed: sorted, reached: reach(graph, sorted, "callers", { depth, free: isDispatch(graph) }), outside };
}

const EXTERNAL = NODE_KINDS.indexOf("external");

function functionsByFile(graph: CallGraph, files: ReadonlyMap<string, unknown>): Map<string, number[]> {
  const result = new Map<string, number[]>([...files.keys()].map((file) => [file, []]));
  for (let node = 0; node < graph.nodes.length; node++) {
    if (graph.nodes.kind[node] !== EXTERNAL) result.get(nodeText(graph, node, "file") ?? "")?.push(node);
  }
  return result;
}

/** Whether nothing but functions was taken away: what called them has changed too, or stands for itself. */
function isRemovedFunction({ oldStart, removed, added }: LineChange, before: FileChange["before"]): boolean {
  if (normalCode(added.join("\n")) !== "") return false;
  const ranges = functionLines(before() ?? "");
  return removed.every(
    (text, i) =>
      normalCode(text) === "" || ranges.some(([first, last]) => first <= oldStart + i && oldStart + i <= last),
  );
}

/** The innermost functions around each changed line; where lines were only taken away, around the gap. */
function functionsOf({ nodes }: CallGraph, candidates: readonly number[], { start, added }: LineChange): number[] {
  const found = new Set<number>();
  for (let line = start; line < start + Math.max(1, added.length); line++) {
    if (added.length > 0 && added[line - start]!.trim() === "") continue;
    const last = added.length > 0 ? line : line + 1;
    const around = candidates.filter((node) => nodes.line[node]! <= line && last <= nodes.endLine[node]!);
    const innermost = around.reduce((most, node) => Math.max(most, nodes.line[node]!), 0);
    for (const node of around) if (nodes.line[node] === innermost) found.add(node);
  }
  return [...found];
}
