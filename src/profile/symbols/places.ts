/**
 * Functions by source position: which one stands around a line of a file that a profile names.
 *
 * Profiles name files by their base name, by a path that only the building machine had, or relative to something; so files are
 * compared from their ends, and a line counts only for functions whose names fit as well.
 */

import type { NodeIndex } from "../../base/ids.ts";
import type { CallGraph } from "../../graph/types.ts";

/** The spans of a graph's functions. */
export class PlaceIndex {
  readonly #graph: CallGraph;
  /** Nodes by the base name of their file. */
  #byBaseName: ReadonlyMap<string, readonly NodeIndex[]> | undefined;

  constructor(graph: CallGraph) {
    this.#graph = graph;
  }

  /** Tells whether the node's text holds the line; without a line, whether it is in the file. False for unknown files. */
  contains(node: NodeIndex, file: string | undefined, line: number | undefined): boolean {
    const own = this.#file(node);
    if (file === undefined || own === undefined || !isSameFile(own, file)) return false;
    if (line === undefined || line <= 0) return true;
    const { nodes } = this.#graph;
    return nodes.line[node]! <= line && line <= Math.max(nodes.line[node]!, nodes.endLine[node]!);
  }

  /** Returns the innermost function of this name around a line, if there is exactly one. */
  find(name: string, file: string | undefined, line: number | undefined): NodeIndex | undefined {
    if (file === undefined || line === undefined || line <= 0) return undefined;
    const { strings, nodes } = this.#graph;
    const inFile = this.#filesByBaseName().get(baseName(file)) ?? [];
    const around = inFile.filter((node) => strings[nodes.name[node]!] === name && this.contains(node, file, line));
    const start = around.reduce((latest, node) => Math.max(latest, nodes.line[node]!), 0);
    const innermost = around.filter((node) => nodes.line[node] === start);
    return innermost.length === 1 ? innermost[0] : undefined;
  }

  #filesByBaseName(): ReadonlyMap<string, readonly NodeIndex[]> {
    if (this.#byBaseName !== undefined) return this.#byBaseName;
    const lists = new Map<string, NodeIndex[]>();
    for (let node = 0; node < this.#graph.nodes.length; node++) {
      const file = this.#file(node as NodeIndex);
      if (file === undefined) continue;
      const list = lists.get(baseName(file));
      if (list === undefined) lists.set(baseName(file), [node as NodeIndex]);
      else list.push(node as NodeIndex);
    }
    this.#byBaseName = lists;
    return lists;
  }

  #file(node: NodeIndex): string | undefined {
    const id = this.#graph.nodes.file[node]!;
    return id < 0 ? undefined : this.#graph.strings[id];
  }
}

/** Tells whether two paths may name the same file: the shorter one is the end of the longer one. */
export function isSameFile(a: string, b: string): boolean {
  const [x, y] = [withSlashes(a), withSlashes(b)];
  const [longer, shorter] = x.length >= y.length ? [x, y] : [y, x];
  return longer === shorter || longer.endsWith(`/${shorter}`);
}

function baseName(file: string): string {
  const path = withSlashes(file);
  return path.slice(path.lastIndexOf("/") + 1);
}

function withSlashes(path: string): string {
  return path.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
}
