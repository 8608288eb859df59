/** Recursions as text: a block for each, with its members and a cycle that closes it. */
import { nodeText } from "../graph/columns.ts";
import { type CallGraph, EDGE_KINDS } from "../graph/types.ts";
import { functionText } from "./function-line.ts";
import { counted, type Look } from "./look.ts";
import { type TreeLine, treeLines } from "./tree.ts";

/** A recursion as the query gives it. */
export interface RecursionBlock {
  readonly members: readonly number[];
  /** Edges in walking order. */
  readonly cycle: readonly number[];
  readonly isCertain: boolean;
}

const DISPATCH = EDGE_KINDS.indexOf("dispatch");

/** Returns the lines of the blocks; at most `mostMembers` members of each are named. */
export function recursionLines(
  graph: CallGraph,
  blocks: readonly RecursionBlock[],
  look: Look,
  mostMembers: number,
): string[] {
  const lines: string[] = [];
  for (const block of blocks) {
    if (lines.length > 0) lines.push("");
    lines.push(look.strong(headText(graph, block)));
    const narrower = { ...look, width: look.width - 2 };
    for (const node of block.members.slice(0, mostMembers)) lines.push(`  ${functionText(graph, node, narrower)}`);
    const left = block.members.length - mostMembers;
    if (left > 0) lines.push(look.faint(`  and ${left} more`));
    lines.push(block.isCertain ? "closed by" : "would be closed by");
    const style = { look: narrower, direction: "callees", title: "", firstLine: lines.length + 1 } as const;
    lines.push(...treeLines(graph, cycleRows(graph, block.cycle), style).map((line) => `  ${line}`));
  }
  return lines;
}

function headText(graph: CallGraph, { members, cycle, isCertain }: RecursionBlock): string {
  const size = counted(members.length, "function");
  if (isCertain) return members.length === 1 ? "recursion of a function that calls itself" : `recursion of ${size}`;
  const dispatch = cycle.find((edge) => graph.edges.kind[edge] === DISPATCH);
  const why =
    dispatch === undefined
      ? "if functions named as values are called, or guesses are right"
      : `if ${nodeText(graph, graph.edges.source[dispatch]!, "path")} runs ${nodeText(graph, graph.edges.target[dispatch]!, "path")}`;
  return `possible recursion of ${size}, ${why}`;
}

/** The cycle as a tree without branches, whose last line refers to the first. */
function cycleRows(graph: CallGraph, cycle: readonly number[]): TreeLine[] {
  const start = { node: graph.edges.source[cycle[0]!]!, parent: -1, edges: [], seen: -1, isRecursive: false };
  const steps = cycle.map((edge, i) => {
    const isLast = i === cycle.length - 1;
    return { node: graph.edges.target[edge]!, parent: i, edges: [edge], seen: isLast ? 0 : -1, isRecursive: isLast };
  });
  return [start, ...steps];
}
