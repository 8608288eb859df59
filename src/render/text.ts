/** The graph as a listing for reading: each function with the places where it calls, in columns. */
import { nodeKey, nodeText, outEdges, siteAt } from "../graph/columns.ts";
import { type CallGraph, CONFIDENCES, EDGE_KINDS, type EdgeKind } from "../graph/types.ts";
import { inChunks } from "./chunks.ts";

/** Signs before a callee. */
const SIGNS: Readonly<Record<EdgeKind, string>> = {
  call: "->",
  dispatch: "=>",
  reference: "&",
  implicit: "~>",
  candidate: "?>",
  residual: "..>",
};
/** Widest column of callees; longer ones push the rest of their line. */
const MAX_WIDTH = 72;

/**
 * Yields a block per function: its key and place, then a line per call site with the callee, the place and, where it is not a plain exact
 * call, kind and confidence. A callee's name is not repeated for its further sites.
 */
export function* renderText(graph: CallGraph): Generator<string> {
  const { offsets } = outEdges(graph);
  let isFirst = true;
  yield* inChunks(graph.nodes.length, (node) => {
    const [first, end] = [offsets[node]!, offsets[node + 1]!];
    const gap = isFirst ? "" : "\n";
    isFirst = false;
    return `${gap}${headLine(graph, node)}\n${calleeLines(graph, first, end)}`;
  });
}

function headLine(graph: CallGraph, node: number): string {
  const file = nodeText(graph, node, "file");
  return file === undefined ? nodeKey(graph, node) : `${nodeKey(graph, node)}  ${file}:${graph.nodes.line[node]}`;
}

/** Lines of the edges `first` up to `end`, which leave one node; of a folded graph only the number of sites and the first one. */
function calleeLines(graph: CallGraph, first: number, end: number): string {
  const names: string[] = [];
  for (let edge = first; edge < end; edge++) names.push(nodeKey(graph, graph.edges.target[edge]!));
  const width = Math.min(
    MAX_WIDTH,
    names.reduce((widest, name) => Math.max(widest, name.length), 0),
  );
  const places: string[][] = names.map((_, i) => {
    const all = placesOf(graph, first + i);
    return all.length > 1 && isFolded(graph, first + i) ? [`×${all.length}, first ${all[0]}`] : all;
  });
  const placeWidth = places.reduce(
    (most, list) => list.reduce((widest, place) => Math.max(widest, place.length), most),
    0,
  );
  let text = "";
  for (let i = 0; i < names.length; i++) {
    const kind = EDGE_KINDS[graph.edges.kind[first + i]!]!;
    const confidence = CONFIDENCES[graph.edges.confidence[first + i]!]!;
    const notes = [kind === "call" ? "" : kind, confidence === "exact" ? "" : confidence]
      .filter((note) => note !== "")
      .join(", ");
    for (const [row, place] of places[i]!.entries()) {
      const callee = row === 0 ? `${SIGNS[kind].padEnd(3)} ${names[i]!.padEnd(width)}` : " ".repeat(width + 4);
      text += `${`  ${callee}  ${place.padEnd(placeWidth)}  ${row === 0 ? notes : ""}`.trimEnd()}\n`;
    }
  }
  return text;
}

/** Tells whether the edge leaves a type, module, file or package. */
function isFolded(graph: CallGraph, edge: number): boolean {
  return graph.nodes.functions[graph.edges.source[edge]!]! > 0;
}

function placesOf(graph: CallGraph, edge: number): string[] {
  const places: string[] = [];
  for (let s = graph.edges.siteStart[edge]!; s < graph.edges.siteStart[edge + 1]!; s++) {
    const { file, line, column } = siteAt(graph, s);
    places.push(`${file}:${line}:${column}`);
  }
  return places.length === 0 ? [""] : places;
}
