/**
 * What is different between two graphs: functions and edges added, removed, moved, changed.
 *
 * Functions are the same when their paths are; several of one path are told apart by their code, then by their order. Of those left, one
 * that is gone and one that is new are the same function moved or renamed when their bodies are alike and say something, or when name,
 * kind and signature are alike and nothing else has them. Without sources what they call and what calls them decides. An edge is the same when it joins the same functions in the same way.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import { inEdges, nodeText, outEdges } from "../graph/columns.ts";
import { shortenTypes } from "../graph/path.ts";
import { selectGraph, type View } from "../graph/select.ts";
import { type CallGraph, NODE_KINDS } from "../graph/types.ts";
import { applyFilters, type FilterOptions } from "../graph/view.ts";
import type { FunctionCode } from "./code.ts";

/** A graph to be compared, with the code of its functions where the sources are at hand. */
export interface DiffSide {
  readonly graph: CallGraph;
  /** Absent where there are no sources. */
  readonly code?: (node: number) => FunctionCode | undefined;
}

/** A function under another path. */
export interface Move {
  readonly from: number;
  readonly to: number;
  /** Whether its body is as before; `undefined` without sources. */
  readonly sameBody: boolean | undefined;
}

/** The differences; numbers are rows of the old or of the new graph. */
export interface GraphDiff {
  readonly added: readonly number[];
  readonly removed: readonly number[];
  /** Found under another path. */
  readonly moved: readonly Move[];
  /** In both, with another signature or body; only where the sources are at hand. */
  readonly changed: readonly { readonly from: number; readonly to: number }[];
  readonly addedEdges: readonly number[];
  readonly removedEdges: readonly number[];
}

/** Bodies shorter than this, in characters, say too little to recognise a function by. */
const TELLING_BODY = 40;
const EXTERNAL = NODE_KINDS.indexOf("external");

/** Returns what was done to `before` to make `after` of it. Linear but for sorting. */
export function diffGraphs(before: DiffSide, after: DiffSide): GraphDiff {
  const matching = new Matching(before, after);
  const isLeft = (map: Int32Array): number[] => [...map.keys()].filter((node) => map[node] === -1);
  const moved: Move[] = [];
  const changed: { from: number; to: number }[] = [];
  for (const [from, to] of matching.newOf.entries()) {
    if (to < 0) continue;
    const [old, fresh] = [before.code?.(from), after.code?.(to)];
    const sameBody = old && fresh && old.body === fresh.body;
    const samePlace = nodeText(before.graph, from, "path") === nodeText(after.graph, to, "path");
    if (!samePlace) moved.push({ from, to, sameBody });
    if (isChanged(old, fresh)) changed.push({ from, to });
  }
  return {
    added: isLeft(matching.oldOf),
    removed: isLeft(matching.newOf),
    moved,
    changed,
    addedEdges: edgesWithout(after.graph, before.graph, matching.oldOf),
    removedEdges: edgesWithout(before.graph, after.graph, matching.newOf),
  };
}

function isChanged(a: FunctionCode | undefined, b: FunctionCode | undefined): boolean {
  return a !== undefined && b !== undefined && (a.body !== b.body || a.signature !== b.signature);
}

/** Edges of a graph that have no like in the other one, whose functions `map` names. */
function edgesWithout(graph: CallGraph, other: CallGraph, map: Int32Array): number[] {
  const known = new Set<string>();
  const { source, target, kind } = other.edges;
  for (let e = 0; e < source.length; e++) known.add(`${source[e]} ${target[e]} ${kind[e]}`);
  const { edges } = graph;
  return Array.from({ length: edges.length }, (_, e) => e).filter(
    (e) => !known.has(`${map[edges.source[e]!]} ${map[edges.target[e]!]} ${edges.kind[e]}`),
  );
}

/**
 * Returns the parts of two graphs that a filter by patterns keeps: a function that is in either part is in both, whatever it is called
 * there, so that what a pattern no longer reaches does not look removed. What a pattern names in one graph only is no mistake.
 */
export function filterBoth(
  before: DiffSide,
  after: DiffSide,
  filters: FilterOptions,
): { before: CallGraph; after: CallGraph; diagnostics: readonly Diagnostic[] } {
  const { newOf, oldOf } = new Matching(before, after);
  const views = [applyFilters(before.graph, filters), applyFilters(after.graph, filters)] as const;
  const part = (own: View, other: View, map: Int32Array, graph: CallGraph): CallGraph =>
    selectGraph(
      graph,
      Uint8Array.from(own.nodeOf, (kept, node) => (kept >= 0 || (other.nodeOf[map[node]!] ?? -1) >= 0 ? 1 : 0)),
    ).graph;
  const known = new Set(views[0].diagnostics.map((d) => d.message));
  return {
    before: part(views[0], views[1], newOf, before.graph),
    after: part(views[1], views[0], oldOf, after.graph),
    diagnostics: views[1].diagnostics.filter((d) => known.has(d.message)),
  };
}

/** Which functions of two graphs are the same; -1 for those of one graph only. */
class Matching {
  readonly newOf: Int32Array;
  readonly oldOf: Int32Array;
  readonly #before: DiffSide;
  readonly #after: DiffSide;

  constructor(before: DiffSide, after: DiffSide) {
    this.#before = before;
    this.#after = after;
    this.newOf = new Int32Array(before.graph.nodes.length).fill(-1);
    this.oldOf = new Int32Array(after.graph.nodes.length).fill(-1);
    this.#byPath();
    // What was recognised by the clearest sign is out of the way of the next.
    this.#unique((side, node) => this.#bodyAndName(side, node));
    this.#unique((side, node) => this.#body(side, node));
    this.#unique((side, node) => this.#nameAndSignature(side, node));
    if (before.code === undefined || after.code === undefined) this.#byNeighbours();
  }

  #pair(from: number, to: number): void {
    this.newOf[from] = to;
    this.oldOf[to] = from;
  }

  /** Several functions of one path: those of like code first, the others in their order. */
  #byPath(): void {
    const olds = grouped(this.#before.graph, (node) => nodeText(this.#before.graph, node, "path"));
    const news = grouped(this.#after.graph, (node) => nodeText(this.#after.graph, node, "path"));
    for (const [path, old] of olds) {
      const fresh = news.get(path);
      if (fresh === undefined) continue;
      const left = new Set(fresh);
      const later: number[] = [];
      for (const from of old) {
        const code = old.length + fresh.length > 2 ? this.#before.code?.(from) : undefined;
        const like = code && [...left].find((to) => this.#after.code?.(to)?.body === code.body);
        if (like === undefined) later.push(from);
        else {
          left.delete(like);
          this.#pair(from, like);
        }
      }
      const rest = [...left];
      for (const [place, from] of later.entries()) if (rest[place] !== undefined) this.#pair(from, rest[place]);
    }
  }

  /** Pairs functions whose sign is found once on each side among those that are left. */
  #unique(
    sign: (side: DiffSide, node: number) => string | undefined,
    isLike: (from: number, to: number) => boolean = () => true,
  ): void {
    const left = (side: DiffSide, map: Int32Array): Map<string, number[]> =>
      grouped(side.graph, (node) =>
        map[node] === -1 && side.graph.nodes.kind[node] !== EXTERNAL ? sign(side, node) : undefined,
      );
    const news = left(this.#after, this.oldOf);
    for (const [text, [from, second]] of left(this.#before, this.newOf)) {
      const [to, another] = news.get(text) ?? [];
      if (to === undefined || second !== undefined || another !== undefined) continue;
      if (isLike(from!, to)) this.#pair(from!, to);
    }
  }

  #body(side: DiffSide, node: number): string | undefined {
    const body = side.code?.(node)?.body;
    return body === undefined || body.length < TELLING_BODY ? undefined : body;
  }

  #bodyAndName(side: DiffSide, node: number): string | undefined {
    const body = side.code?.(node)?.body;
    return body === undefined ? undefined : `${ownName(side.graph, node)} ${body}`;
  }

  #nameAndSignature(side: DiffSide, node: number): string | undefined {
    const code = side.code?.(node);
    return code === undefined ? undefined : `${ownName(side.graph, node)} ${code.signature}`;
  }

  /** Without sources: functions whose name is the only one left on each side, and that call or are called by much the same. */
  #byNeighbours(): void {
    this.#unique(
      (side, node) => ownName(side.graph, node),
      (from, to) => alike(neighbours(this.#before.graph, from), neighbours(this.#after.graph, to)),
    );
  }
}

/** Names of what a function calls and what calls it. */
function neighbours(graph: CallGraph, node: number): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [{ offsets, edges }, far, sign] of [
    [outEdges(graph), graph.edges.target, ">"],
    [inEdges(graph), graph.edges.source, "<"],
  ] as const) {
    for (let i = offsets[node]!; i < offsets[node + 1]!; i++)
      names.add(`${sign}${nodeText(graph, far[edges[i]!]!, "name")}`);
  }
  return names;
}

/** At least half of the names of either set are in both. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const common = [...a].filter((name) => b.has(name)).length;
  return common > 0 && common * 2 >= Math.max(a.size, b.size);
}

/** Nodes by their signs, in their order. */
function grouped(graph: CallGraph, sign: (node: number) => string | undefined): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (let node = 0; node < graph.nodes.length; node++) {
    const text = sign(node);
    if (text === undefined) continue;
    const known = groups.get(text);
    if (known === undefined) groups.set(text, [node]);
    else known.push(node);
  }
  return groups;
}

/** Kind, type, trait and name, without the modules they stand in. */
function ownName(graph: CallGraph, node: number): string {
  const [impl, trait] = [nodeText(graph, node, "impl") ?? "", nodeText(graph, node, "trait") ?? ""];
  return [
    NODE_KINDS[graph.nodes.kind[node]!],
    shortenTypes(impl),
    shortenTypes(trait),
    nodeText(graph, node, "name"),
  ].join(" ");
}
