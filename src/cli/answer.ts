/** What a query answers: lines for reading, and the part of the graph they speak of for every other format. */
import { type Diagnostic, InputError } from "../base/diagnostic.ts";
import { nodeText } from "../graph/columns.ts";
import { matchNodes, nearestNames } from "../graph/pattern.ts";
import { selectGraph } from "../graph/select.ts";
import type { CallGraph } from "../graph/types.ts";
import { applyFilters, type FilterOptions } from "../graph/view.ts";
import { functionText } from "../render/function-line.ts";
import { counted, type Look } from "../render/look.ts";
import { functionsMeant } from "./naming.ts";
import { printDiagnostics } from "./terminal.ts";

/** A question about a graph that was narrowed by the filters. */
export interface Question {
  readonly graph: CallGraph;
  /** The graph before the filters. */
  readonly whole: CallGraph;
  readonly look: Look;
}

/** An answer; without `isFound` the command ends with 1. */
export interface Answer {
  readonly isFound: boolean;
  readonly lines: readonly string[];
  /** Nodes and edges of the question's graph; the edges are all between the nodes where they are not given. */
  readonly nodes: Iterable<number>;
  readonly edges?: Iterable<number>;
}

/** Returns the part of the graph that an answer speaks of. */
export function answerGraph({ graph }: Question, { nodes, edges }: Answer): CallGraph {
  const keepNode = new Uint8Array(graph.nodes.length);
  for (const node of nodes) keepNode[node] = 1;
  if (edges === undefined) return selectGraph(graph, keepNode).graph;
  const keepEdge = new Uint8Array(graph.edges.length);
  for (const edge of edges) keepEdge[edge] = 1;
  return selectGraph(graph, keepNode, keepEdge).graph;
}

/** Returns the filtered graph. Throws an InputError for a filter that names nothing. */
export function filteredGraph(whole: CallGraph, filters: FilterOptions): CallGraph {
  const { graph, diagnostics } = applyFilters(whole, filters);
  tellFilters(diagnostics);
  return graph;
}

/** Prints what the filters had to say, or throws it as an InputError where there is an error in it. */
export function tellFilters(diagnostics: readonly Diagnostic[]): void {
  // A pattern that names nothing leaves the question without an answer.
  if (diagnostics.some((d) => d.severity === "error")) throw new InputError(diagnostics);
  printDiagnostics(diagnostics);
}

/** Returns the functions that the pattern or a pasted symbol names. Throws an InputError with the nearest names where there are none. */
export function functionsNamed(question: Pick<Question, "graph" | "whole">, pattern: string): readonly number[] {
  const found = functionsMeant(question.graph, pattern);
  if (found.length > 0) return found;
  throw notFound(question, pattern);
}

/** The error for a pattern that names no function. */
export function notFound({ graph, whole }: Pick<Question, "graph" | "whole">, pattern: string): InputError {
  const hidden = functionsMeant(whole, pattern);
  if (hidden.length > 0) {
    const message = `${pattern} names ${counted(hidden.length, "function")} that the filters leave out: ${nodeText(whole, hidden[0]!, "path")}`;
    return new InputError([{ severity: "error", code: "no-match", message, hint: "ask with fewer filters" }]);
  }
  const message = `no function is named ${pattern}`;
  const around = matchNodes(graph, pattern);
  if (around.length > 0) {
    const glob = /\.rs$/.test(pattern) ? "" : `, or for '${pattern}::**'`;
    const hint = `it names ${counted(around.length, "function")} around it; ask for one of them, such as ${nodeText(graph, around[0]!, "path")}${glob}`;
    return new InputError([{ severity: "error", code: "no-match", message, hint }]);
  }
  const near = nearestNames(graph, pattern);
  const hint =
    near.length > 0 ? `the nearest are:\n    ${near.join("\n    ")}` : "callmap scan --text lists all functions";
  return new InputError([{ severity: "error", code: "no-match", message, hint }]);
}

/** Returns the list that comes before the answers for several functions; nothing for one. */
export function matchLines({ graph, look }: Question, pattern: string, found: readonly number[]): string[] {
  if (found.length < 2) return [];
  const list = found.map((node) => `  ${functionText(graph, node, { ...look, width: look.width - 2 })}`);
  return [`${counted(found.length, "function")} named ${pattern}:`, ...list, ""];
}
