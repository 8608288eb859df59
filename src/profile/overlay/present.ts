/**
 * Overlays as plain tables for renderers and for JSON: names in the place of row numbers, nothing of the profile's own tables.
 */
import { nodeText } from "../../graph/columns.ts";
import { PairTable } from "../import/tables.ts";
import type { Overlay } from "./overlay.ts";
import { percent } from "./percent.ts";
import type { Subject } from "./subjects.ts";
import { type CostTree, sumUp } from "./tree.ts";
import { compareText, topRows } from "./views.ts";

/** What a label of a presented tree says. */
export interface PresentedLabel {
  readonly name: string;
  readonly kind: string;
  /** Package of a function, crate of an external. */
  readonly scope: string;
  readonly module: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly members: readonly string[] | undefined;
}

/** A tree with names. */
export interface PresentedTree {
  readonly length: number;
  readonly parent: Int32Array;
  readonly label: Int32Array;
  readonly self: Float64Array;
  readonly total: Float64Array;
  readonly labels: readonly PresentedLabel[];
  readonly whole: number;
  readonly event: string;
  readonly unit: string;
  readonly delta: Float64Array | undefined;
}

/** How a tree is to be presented. */
export interface TreeOptions {
  /** Leaves first. */
  readonly reverse?: boolean;
  /** Compare with this overlay: changes of share by path. */
  readonly base?: Overlay;
}

/** Returns the shown tree with names. */
export function presentTree(overlay: Overlay, options: TreeOptions = {}): PresentedTree {
  const least = overlay.total.weight * 1e-5;
  const oriented = (tree: CostTree) => (options.reverse ? reverseTree(tree, least) : tree);
  const tree = oriented(overlay.tree);
  const delta = options.base && treeDelta(options.base, oriented(options.base.tree), overlay, tree);
  return {
    length: tree.length,
    parent: tree.parent,
    label: tree.label,
    self: tree.self,
    total: tree.total,
    labels: overlay.subjects.rows.map((subject) => presentLabel(overlay, subject)),
    whole: overlay.total.weight,
    event: overlay.event.name,
    unit: overlay.event.unit,
    delta,
  };
}

/** Returns what is known of a subject. */
export function presentLabel(overlay: Overlay, subject: Subject): PresentedLabel {
  const graph = overlay.graph?.graph;
  const { name, kind, node, crate, members } = subject;
  const names = members.length > 0 ? members.map((member) => overlay.subjects.rows[member]!.name) : undefined;
  if (!graph || node < 0) {
    const first = members[0] === undefined ? undefined : presentLabel(overlay, overlay.subjects.rows[members[0]]!);
    return {
      name,
      kind,
      scope: first?.scope ?? crate,
      module: first?.module ?? crate,
      file: undefined,
      line: undefined,
      members: names,
    };
  }
  return {
    name,
    kind,
    scope: nodeText(graph, node, "package") ?? "",
    module: nodeText(graph, node, "module") ?? "",
    file: nodeText(graph, node, "file"),
    line: graph.nodes.line[node] || undefined,
    members: names,
  };
}

/** The tree read from its leaves: callees above, callers below. Paths that cost less than `least` keep only their leaf. */
export function reverseTree(tree: CostTree, least: number): CostTree {
  const table = new PairTable();
  const self: number[] = [];
  const count: number[] = [];
  for (let row = 0; row < tree.length; row++) {
    const weight = tree.self[row]!;
    if (weight <= 0) continue;
    let reversed = -1;
    for (let at = row; at >= 0; at = tree.parent[at]!) {
      reversed = table.intern(reversed, tree.label[at]!);
      if (weight < least) break;
    }
    while (self.length < table.length) {
      self.push(0);
      count.push(0);
    }
    self[reversed]! += weight;
    count[reversed]! += tree.selfCount[row]!;
  }
  const parent = table.first.toArray();
  const [own, samples] = [Float64Array.from(self), Float64Array.from(count)];
  return {
    length: table.length,
    parent,
    label: table.second.toArray(),
    self: own,
    total: sumUp(parent, own),
    selfCount: samples,
    totalCount: sumUp(parent, samples),
  };
}

/** Change of each row's share against the row of the same path in another tree, in percentage points. */
function treeDelta(before: Overlay, old: CostTree, after: Overlay, tree: CostTree): Float64Array {
  const identity = (overlay: Overlay, label: number) => {
    const { kind, key } = overlay.subjects.rows[label]!;
    return `${kind} ${key}`;
  };
  const rows = new Map<string, number>();
  for (let row = 0; row < old.length; row++) rows.set(`${old.parent[row]} ${identity(before, old.label[row]!)}`, row);
  const match = new Int32Array(tree.length).fill(-2);
  const delta = new Float64Array(tree.length);
  for (let row = 0; row < tree.length; row++) {
    const above = tree.parent[row]! < 0 ? -1 : match[tree.parent[row]!]!;
    match[row] = above === -2 ? -2 : (rows.get(`${above} ${identity(after, tree.label[row]!)}`) ?? -2);
    const was = match[row]! < 0 ? 0 : percent(old.total[match[row]!]!, before.total.weight);
    delta[row] = percent(tree.total[row]!, after.total.weight) - was;
  }
  return delta;
}

/** Functions with costs by line and calls, as callgrind's format wants them. */
export function presentCalls(overlay: Overlay) {
  const { costs, subjects, profile } = overlay;
  const { strings } = profile;
  const rowOf = new Map<number, number>();
  const used: number[] = [];
  const use = (subject: number): number => {
    let row = rowOf.get(subject);
    if (row === undefined) rowOf.set(subject, (row = used.push(subject) - 1));
    return row;
  };
  for (let subject = 0; subject < costs.subjects.self.length; subject++) {
    if (costs.subjects.self[subject]! > 0 || costs.subjects.inclusive[subject]! > 0) use(subject);
  }
  const lines = new Map<number, { file: string | undefined; line: number; cost: number }[]>();
  const known = new Float64Array(subjects.length);
  for (let at = 0; at < costs.lines.length; at++) {
    const [subject, cost] = [costs.lines.subject[at]!, costs.lines.self[at]!];
    if (cost <= 0) continue;
    const file = costs.lines.file[at]!;
    const list = lines.get(subject) ?? [];
    lines.set(subject, list);
    list.push({ file: file < 0 ? undefined : strings[file]!, line: costs.lines.line[at]!, cost });
    known[subject]! += cost;
  }
  const calls = new Map<
    number,
    { callee: number; file: string | undefined; line: number; count: number; cost: number }[]
  >();
  for (let edge = 0; edge < costs.edges.length; edge++) {
    if (costs.edges.cost[edge]! <= 0 && costs.edges.count[edge]! <= 0) continue;
    const caller = costs.edges.caller[edge]!;
    const list = calls.get(caller) ?? [];
    calls.set(caller, list);
    const { cost, count } = { cost: costs.edges.cost[edge]!, count: costs.edges.count[edge]! };
    list.push({ callee: use(costs.edges.callee[edge]!), file: undefined, line: 0, count, cost });
  }
  const functions = used.map((subject) => {
    const { name, file, line } = presentLabel(overlay, subjects.rows[subject]!);
    const rest = costs.subjects.self[subject]! - known[subject]!;
    const self = [
      ...(rest > 0.5 ? [{ file: undefined, line: line ?? 0, cost: rest }] : []),
      ...(lines.get(subject) ?? []),
    ];
    return { name, file, line, module: undefined, self, calls: calls.get(subject) ?? [] };
  });
  return { event: overlay.event.name, unit: overlay.event.unit, functions, command: profile.command };
}

/** Version of the JSON that {@link overlayDocument} makes. */
export const OVERLAY_SCHEMA = 1;

/** Returns what is to be known of every part of an overlay: what was counted, how much of it has a home, what was put back. */
export function documentHead(overlay: Overlay) {
  const { repair, total, shares } = overlay;
  const graph = overlay.graph?.graph;
  const path = (node: number) => (graph ? (nodeText(graph, node, "path") ?? "") : "");
  return {
    schema: OVERLAY_SCHEMA,
    format: overlay.profile.format,
    event: overlay.event.name,
    unit: overlay.event.unit,
    total,
    shares,
    ...(repair && repair.cut.count + repair.cut.weight > 0
      ? {
          repair: {
            limit: repair.limit,
            cut: repair.cut,
            repaired: repair.repaired,
            paths: repair.paths.map((nodes) => nodes.map(path)),
          },
        }
      : {}),
    estimated: overlay.estimated,
    partial: overlay.profile.partial,
    diagnostics: overlay.diagnostics,
  };
}

/** Returns an overlay as an object for JSON: everything by name, costs in the event's unit, costliest first. */
export function overlayDocument(overlay: Overlay) {
  const { subjects, costs, total } = overlay;
  const name = (subject: number) => subjects.rows[subject]!.name;
  const functions = topRows(overlay).map(({ subject, members, ...row }) => {
    const { file, line, scope, module } = presentLabel(overlay, subjects.rows[subject]!);
    const { key } = subjects.rows[subject]!;
    const place = {
      ...(file ? { file } : {}),
      ...(line ? { line } : {}),
      ...(scope ? { scope } : {}),
      ...(module ? { module } : {}),
    };
    return { key, ...row, ...place, ...(members.length > 0 ? { members: members.map(name) } : {}) };
  });
  const edges = Array.from({ length: costs.edges.length }, (_, edge) => ({
    caller: subjects.rows[costs.edges.caller[edge]!]!.key,
    callee: subjects.rows[costs.edges.callee[edge]!]!.key,
    cost: costs.edges.cost[edge]!,
    count: costs.edges.count[edge]!,
    percent: percent(costs.edges.cost[edge]!, total.weight),
    ...(costs.edges.recursive[edge] ? { recursive: true } : {}),
    ...(costs.edges.via[edge]! >= 0 ? { via: name(costs.edges.via[edge]!) } : {}),
  }))
    .filter((edge) => edge.cost > 0 || edge.count > 0)
    .sort((a, b) => b.cost - a.cost || compareText(a.caller, b.caller) || compareText(a.callee, b.callee));
  return {
    ...documentHead(overlay),
    functions,
    edges,
    observedCycles: overlay.observedCycles.map((cycle) => cycle.map(name)),
  };
}
