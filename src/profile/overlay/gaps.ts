/**
 * Where the profile and the static graph disagree: hot edges that the graph lacks, each with the class of a reason, and static calls out of hot
 * functions that were never seen. Not seen does not mean never taken: a profile is a sample.
 */
import { edgeSites, inEdges, nodeText, outEdges } from "../../graph/columns.ts";
import { EDGE_KINDS, NODE_KINDS } from "../../graph/types.ts";
import { STD_CRATES } from "./match.ts";
import type { Overlay } from "./overlay.ts";
import { percent } from "./percent.ts";
import { callsDirectly, forEachCallee, isAbstract, type StaticView } from "./static-view.ts";
import { compareText } from "./views.ts";

const REFERENCE = EDGE_KINDS.indexOf("reference");
const CANDIDATE = EDGE_KINDS.indexOf("candidate");
const TRAIT_METHOD = NODE_KINDS.indexOf("trait_method");
/** Longest chain of calls in which the functions in between may have been left out of the stack. */
const LONGEST_CHAIN = 4;

/** Why the graph may lack an edge that the profile shows. */
export type GapReason =
  | "inlined-through"
  | "callback"
  | "dyn"
  | "function-pointer"
  | "macro"
  | "candidate"
  | "unresolved";

/** An observed edge without a static one. */
export interface MissingEdge {
  /** Into the overlay's edges. */
  readonly edge: number;
  readonly caller: string;
  readonly callee: string;
  readonly cost: number;
  readonly percent: number;
  readonly reason: GapReason;
  /** Functions in between for `inlined-through` (inlined, or gone by a tail call); the library function for `callback`. */
  readonly through: readonly string[];
}

/** A static call out of a hot function that no sample shows. */
export interface UnseenCall {
  readonly caller: string;
  readonly callee: string;
  /** Inclusive cost of the caller. */
  readonly callerCost: number;
  readonly callerPercent: number;
  readonly sites: readonly { readonly file: string; readonly line: number }[];
}

/** Both lists, costliest first. */
export interface Gaps {
  readonly missing: readonly MissingEdge[];
  readonly unseen: readonly UnseenCall[];
}

/** Compares the observed edges with the static ones. Callers below `least` (a share of the total) are not searched for unseen calls. */
export function findGaps(overlay: Overlay, least = 0.01): Gaps {
  const view = overlay.graph;
  if (!view) return { missing: [], unseen: [] };
  return { missing: missingEdges(overlay, view), unseen: unseenCalls(overlay, view, least) };
}

function rowOfSubject(overlay: Overlay, view: StaticView, subject: number): number {
  const { node } = overlay.subjects.rows[subject]!;
  return node < 0 ? -1 : view.rowOf[node]!;
}

function missingEdges(overlay: Overlay, view: StaticView): MissingEdge[] {
  const { edges } = overlay.costs;
  const rows: MissingEdge[] = [];
  for (let edge = 0; edge < edges.length; edge++) {
    const [caller, callee] = [edges.caller[edge]!, edges.callee[edge]!];
    const [from, to] = [rowOfSubject(overlay, view, caller), rowOfSubject(overlay, view, callee)];
    // A closure called from the function it is written in is no call between functions.
    if (from < 0 || to < 0 || from === to || edges.cost[edge]! <= 0) continue;
    const direct = new StaticChain(view, from, to);
    if (direct.exists) continue;
    const via = edges.via[edge]!;
    rows.push({
      edge,
      caller: overlay.subjects.rows[caller]!.name,
      callee: overlay.subjects.rows[callee]!.name,
      cost: edges.cost[edge]!,
      percent: percent(edges.cost[edge]!, overlay.total.weight),
      ...direct.reason(
        via < 0 ? undefined : overlay.subjects.rows[via]!.name,
        2 * edges.inner[edge]! >= edges.cost[edge]!,
      ),
    });
  }
  return rows.sort((a, b) => b.cost - a.cost || compareText(a.caller, b.caller) || compareText(a.callee, b.callee));
}

/** What the static graph says of a pair of functions. */
class StaticChain {
  readonly exists: boolean;
  private readonly view: StaticView;
  private readonly from: number;
  private readonly to: number;

  constructor(view: StaticView, from: number, to: number) {
    this.view = view;
    this.from = from;
    this.to = to;
    this.exists = callsDirectly(view.named, from, to);
  }

  /** `via` is the library function in between; `inner` says that a closure of the callee was entered, not the callee. */
  reason(via: string | undefined, inner: boolean): { reason: GapReason; through: readonly string[] } {
    const { named } = this.view;
    if (inner) return { reason: "callback", through: via === undefined ? [] : [via] };
    const chain = this.shortestChain();
    if (chain) return { reason: "inlined-through", through: chain.map((row) => nodeText(named, row, "path") ?? "") };
    const through = via === undefined ? [] : [via];
    if (this.isTarget(CANDIDATE, false)) return { reason: "candidate", through };
    if (via !== undefined) return { reason: "callback", through };
    if (this.isTarget(REFERENCE, true)) return { reason: "function-pointer", through };
    if (named.nodes.trait[this.to]! >= 0 || named.nodes.kind[this.to] === TRAIT_METHOD)
      return { reason: this.isOfStd() ? "callback" : "dyn", through };
    if (named.nodes.macro[this.to]! >= 0 || named.nodes.macro[this.from]! >= 0) return { reason: "macro", through };
    return { reason: "unresolved", through };
  }

  /** True when the callee implements a trait of std, which is mostly called by std (`sum`, `sort`, `{}`). */
  private isOfStd(): boolean {
    return STD_CRATES.has(nodeText(this.view.named, this.to, "trait")?.split("::")[0] ?? "");
  }

  /** True when an edge of this kind leads to the callee, from the caller or (`anywhere`) from any function. */
  private isTarget(kind: number, anywhere: boolean): boolean {
    const { named } = this.view;
    const { offsets, edges } = inEdges(named);
    for (let at = offsets[this.to]!; at < offsets[this.to + 1]!; at++) {
      const edge = edges[at]!;
      if (named.edges.kind[edge] === kind && (anywhere || named.edges.source[edge] === this.from)) return true;
    }
    return false;
  }

  /** The functions between the two on a shortest chain of calls; `undefined` when there is no short one. */
  private shortestChain(): readonly number[] | undefined {
    const above = new Map<number, number>([[this.from, -1]]);
    let level = [this.from];
    for (let depth = 0; depth < LONGEST_CHAIN && level.length > 0; depth++) {
      const next: number[] = [];
      for (const row of level) {
        forEachCallee(this.view.named, row, (callee) => {
          if (above.has(callee)) return;
          above.set(callee, row);
          next.push(callee);
        });
      }
      if (above.has(this.to)) return this.chainTo(above);
      level = next;
    }
    return undefined;
  }

  private chainTo(above: ReadonlyMap<number, number>): readonly number[] {
    const chain: number[] = [];
    for (let row = above.get(this.to)!; row !== this.from; row = above.get(row)!) chain.push(row);
    return chain.reverse();
  }
}

function unseenCalls(overlay: Overlay, view: StaticView, least: number): UnseenCall[] {
  const { subjects, costs, total } = overlay;
  const seen = seenPairs(overlay, view);
  const rows: UnseenCall[] = [];
  const done = new Set<number>();
  for (let subject = 0; subject < costs.subjects.inclusive.length; subject++) {
    const row = rowOfSubject(overlay, view, subject);
    const cost = costs.subjects.inclusive[subject]!;
    if (row < 0 || done.has(row) || cost < least * total.weight || cost === 0) continue;
    done.add(row);
    for (const [callee, edge] of calleesOf(view, row)) {
      if (seen.has(`${row} ${callee}`) || callee === row) continue;
      rows.push({
        caller: subjects.rows[subject]!.name,
        callee: nodeText(view.named, callee, "path") ?? "",
        callerCost: cost,
        callerPercent: percent(cost, total.weight),
        sites: edgeSites(view.named, edge).map(({ file, line }) => ({ file, line })),
      });
    }
  }
  return rows.sort(
    (a, b) => b.callerCost - a.callerCost || compareText(a.caller, b.caller) || compareText(a.callee, b.callee),
  );
}

function seenPairs(overlay: Overlay, view: StaticView): Set<string> {
  const { edges } = overlay.costs;
  const seen = new Set<string>();
  for (let edge = 0; edge < edges.length; edge++) {
    const from = rowOfSubject(overlay, view, edges.caller[edge]!);
    const to = rowOfSubject(overlay, view, edges.callee[edge]!);
    if (from >= 0 && to >= 0) seen.add(`${from} ${to}`);
  }
  return seen;
}

/** Workspace functions that a function calls by its own edges, those behind a trait's method left out: none of them has to be taken. */
function calleesOf(view: StaticView, row: number): [callee: number, edge: number][] {
  const { named } = view;
  const { offsets, edges } = outEdges(named);
  const result: [number, number][] = [];
  for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
    const edge = edges[at]!;
    const callee = named.edges.target[edge]!;
    const kind = EDGE_KINDS[named.edges.kind[edge]!]!;
    const external = NODE_KINDS[named.nodes.kind[callee]!] === "external";
    if (!external && !isAbstract(named, callee) && (kind === "call" || kind === "implicit"))
      result.push([callee, edge]);
  }
  return result;
}
