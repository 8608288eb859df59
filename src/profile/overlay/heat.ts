/**
 * The observed call graph as a graph with costs, small enough for a picture: pprof's trimming (least share of a node and of an edge, most
 * nodes), and residual edges where a way leads through what was left out. They carry what went that way, not a guess.
 */
import type { NodeIndex } from "../../base/ids.ts";
import { GraphBuilder } from "../../graph/builder.ts";
import { edgeAttributes, edgeSites, findEdge, nodeAttributes } from "../../graph/columns.ts";
import type { Costs } from "../../graph/costs.ts";
import { type CallGraph, EDGE_KINDS, GRAPH_SCHEMA, type GraphMeta, type NodeAttributes } from "../../graph/types.ts";
import { attribute, type EdgeCosts } from "./attribute.ts";
import { attributeCalls } from "./call-costs.ts";
import { isClosureName } from "./match.ts";
import type { Overlay } from "./overlay.ts";
import { OTHER_CODE } from "./rollup.ts";
import { seeThrough } from "./tree.ts";

/** pprof's defaults: 0.5 %, 0.1 %, 80 nodes. */
export interface TrimOptions {
  /** Least inclusive cost of a node, in per cent of the total. */
  readonly nodeMin?: number;
  /** Least cost of an edge, in per cent of the total. */
  readonly edgeMin?: number;
  readonly maxNodes?: number;
}

/** A graph with the costs of its rows. */
export interface HeatGraph {
  readonly graph: CallGraph;
  readonly costs: Costs;
  /** Subjects that were left out. */
  readonly leftOut: number;
}

/** Returns the observed call graph, trimmed. */
export function heatGraph(overlay: Overlay, options: TrimOptions = {}): HeatGraph {
  const { nodeMin = 0.5, edgeMin = 0.1, maxNodes = 80 } = options;
  const { subjects, costs, total } = overlay;
  const singles = costs.subjects.self.length;
  const least = (share: number) => (total.weight * share) / 100;
  const order = Array.from({ length: singles }, (_, subject) => subject)
    .filter((subject) => costs.subjects.inclusive[subject]! >= least(nodeMin) && costs.subjects.inclusive[subject]! > 0)
    .sort((a, b) => costs.subjects.inclusive[b]! - costs.subjects.inclusive[a]! || a - b);
  const kept = new Set(maxNodes > 0 ? order.slice(0, maxNodes) : order);
  const mask = Array.from({ length: subjects.length }, (_, subject) => kept.has(subject));
  return new HeatBuilder(overlay, mask, bridgedEdges(overlay, mask), least(edgeMin)).build(singles - kept.size);
}

/** Edges between kept subjects, those through others included: their `via` is set. */
function bridgedEdges(overlay: Overlay, kept: readonly boolean[]): EdgeCosts {
  const { callTree, profile, subjectOf, subjects, matches } = overlay;
  const closure = matches.map(({ copy }) => isClosureName(copy));
  const hidden = kept.map((keep) => !keep);
  if (!callTree) {
    const event = profile.events.findIndex(({ name }) => name === overlay.event.name);
    const rest = {
      event: Math.max(event, 0),
      eventCount: profile.events.length,
      subjectOf,
      subjectCount: subjects.length,
    };
    return attributeCalls({
      calls: profile.calls!,
      frames: profile.frames,
      ...rest,
      closure,
      workspace: kept,
      through: hidden,
    }).edges;
  }
  const byFrame = (column: readonly boolean[]) => Array.from(subjectOf, (subject) => column[subject]!);
  const none = { weight: 0, count: 0 };
  const weights = { event: 0, weight: callTree.self, count: callTree.selfCount, bare: none, total: none };
  const stacks = { length: callTree.length, prefix: callTree.parent, frame: callTree.label };
  const tree = seeThrough(stacks, weights, { workspace: byFrame(kept), through: byFrame(hidden) });
  return attribute({ tree, frames: profile.frames, subjectOf, subjectCount: subjects.length, workspace: kept, closure })
    .edges;
}

const META: GraphMeta = {
  schema: GRAPH_SCHEMA,
  callmap: "",
  workspace: "profile",
  packages: [],
  cfg: { target: "", features: [] },
  tally: { total: 0, resolved: 0, external: 0, dispatch: 0, guess: 0, candidate: 0, unresolved: 0 },
  diagnostics: [],
  partial: false,
};

class HeatBuilder {
  private readonly overlay: Overlay;
  private readonly kept: readonly boolean[];
  private readonly edges: EdgeCosts;
  private readonly least: number;
  private readonly builder = new GraphBuilder();
  /** Number of each kept subject in the builder. */
  private readonly nodes = new Map<number, NodeIndex>();
  private readonly keys = new Set<string>();

  constructor(overlay: Overlay, kept: readonly boolean[], edges: EdgeCosts, least: number) {
    this.overlay = overlay;
    this.kept = kept;
    this.edges = edges;
    this.least = least;
  }

  build(leftOut: number): HeatGraph {
    const { overlay, edges } = this;
    for (const [subject, keep] of this.kept.entries()) if (keep) this.addNode(subject);
    const drawn: { edge: number; kind: number }[] = [];
    for (let edge = 0; edge < edges.length; edge++) {
      const kind = this.addEdge(edge);
      if (kind >= 0) drawn.push({ edge, kind });
    }
    const { graph, rank } = this.builder.buildRanked(overlay.graph?.graph.meta ?? META);
    const row = (subject: number) => rank[this.nodes.get(subject)!]!;
    const self = new Float64Array(graph.nodes.length);
    const inclusive = new Float64Array(graph.nodes.length);
    for (const subject of this.nodes.keys()) {
      self[row(subject)] = overlay.costs.subjects.self[subject]!;
      inclusive[row(subject)] = overlay.costs.subjects.inclusive[subject]!;
    }
    const cost = new Float64Array(graph.edges.length);
    for (const { edge, kind } of drawn) {
      const at = findEdge(graph, row(edges.caller[edge]!), row(edges.callee[edge]!), kind);
      if (at !== undefined) cost[at] = edges.recursive[edge] ? 0 : edges.cost[edge]!;
    }
    const { name: event, unit } = overlay.event;
    return { graph, costs: { event, unit, total: overlay.total.weight, self, inclusive, edge: cost }, leftOut };
  }

  private addNode(subject: number): void {
    const { kind, name, key, node, crate } = this.overlay.subjects.rows[subject]!;
    const graph = this.overlay.graph?.graph;
    const known = graph && node >= 0 ? nodeAttributes(graph, node) : undefined;
    const own = { name: name.split("::").at(-1) ?? name, path: name, kind: "external" as const };
    const plain: NodeAttributes = { ...own, package: crate || OTHER_CODE };
    let unique = known ? key : name;
    while (this.keys.has(unique)) unique = `${unique} (${kind})`;
    this.keys.add(unique);
    const { parent: _parent, ...attributes } = known ?? plain;
    this.nodes.set(subject, this.builder.addNode(attributes, { key: unique }));
  }

  /** Adds an edge with the sites that the static graph has for it; returns its kind, -1 for one that is not drawn. */
  private addEdge(edge: number): number {
    const { edges, overlay } = this;
    const [caller, callee] = [edges.caller[edge]!, edges.callee[edge]!];
    const [from, to] = [this.nodes.get(caller), this.nodes.get(callee)];
    if (from === undefined || to === undefined || edges.cost[edge]! < this.least || edges.cost[edge]! <= 0) return -1;
    const via = edges.via[edge]!;
    if (via >= 0) {
      this.builder.addSite(from, to, "residual", "exact", `by way of ${overlay.subjects.rows[via]!.name}`);
      return EDGE_KINDS.indexOf("residual");
    }
    const known = this.staticEdge(caller, callee);
    if (!known) {
      this.builder.addSite(from, to, "call", "exact", "seen in the profile");
      return EDGE_KINDS.indexOf("call");
    }
    const { graph, at } = known;
    const { kind, confidence, why } = edgeAttributes(graph, at);
    for (const site of edgeSites(graph, at)) this.builder.addSite(from, to, kind, confidence, why, site);
    if (edgeSites(graph, at).length === 0) this.builder.addSite(from, to, kind, confidence, why);
    return EDGE_KINDS.indexOf(kind);
  }

  private staticEdge(caller: number, callee: number): { graph: CallGraph; at: number } | undefined {
    const view = this.overlay.graph;
    const [from, to] = [this.overlay.subjects.rows[caller]!.node, this.overlay.subjects.rows[callee]!.node];
    if (!view || from < 0 || to < 0) return undefined;
    for (const kind of ["call", "implicit", "reference", "dispatch"] as const) {
      const at = findEdge(view.named, view.rowOf[from]!, view.rowOf[to]!, EDGE_KINDS.indexOf(kind));
      if (at !== undefined) return { graph: view.named, at };
    }
    return undefined;
  }
}
