/**
 * Boxes within boxes: the nodes of a graph by package, module and type, and the short label that each node needs inside its box.
 */
import { nodeKey, nodeText } from "../graph/columns.ts";
import { parsePath, shortenTypes, shortPath, shortType } from "../graph/path.ts";
import { externalCrate, namedAround, typeAround } from "../graph/scopes.ts";
import { type CallGraph, NODE_KINDS, type NodeKind } from "../graph/types.ts";

/** What a box may stand for, outermost first. */
export const CLUSTER_KINDS = ["package", "module", "type"] as const;
export type ClusterKind = (typeof CLUSTER_KINDS)[number];

/** A box, or the whole drawing (kind `root`). */
export interface Cluster {
  readonly kind: ClusterKind | "root";
  /** Names the box in its drawing: `package core`, `module core::shape`. */
  readonly id: string;
  readonly label: string;
  /** True for a crate outside of the workspace. */
  readonly external: boolean;
  /** True for a trait. */
  readonly trait: boolean;
  /** Sorted by label. */
  readonly children: readonly Cluster[];
  /** Nodes directly in the box, in the order of their keys. */
  readonly nodes: readonly number[];
}

/** The drawing's boxes, and each node's label in its box. */
export interface Clustering {
  readonly root: Cluster;
  readonly labels: readonly string[];
}

interface Draft {
  kind: ClusterKind | "root";
  id: string;
  path: string;
  label: string;
  external: boolean;
  trait: boolean;
  children: Map<string, Draft>;
  nodes: number[];
}

/** One level of a node's place. */
interface Place {
  readonly kind: ClusterKind;
  readonly path: string;
  readonly external?: boolean;
  readonly trait?: boolean;
}

const kindOf = (graph: CallGraph, node: number): NodeKind => NODE_KINDS[graph.nodes.kind[node]!]!;
/** Kinds of folded nodes, with the boxes in which they may stand. */
const FOLDED_PLACES: ReadonlyMap<NodeKind, readonly ClusterKind[]> = new Map([
  ["type", ["package", "module"]],
  ["module", ["package"]],
  ["file", ["package"]],
  ["package", []],
]);

/** The boxes around a node, outermost first. */
function placesOf(graph: CallGraph, node: number, named: number): Place[] {
  const kind = kindOf(graph, node);
  const isCrate = graph.nodes.functions[node]! > 0;
  if (kind === "external")
    return isCrate ? [] : [{ kind: "package", path: externalCrate(graph, node), external: true }];
  const packageName = nodeText(graph, named, "package");
  const module = nodeText(graph, named, "module");
  const type = typeAround(graph, named);
  const places: Place[] = [];
  if (packageName !== undefined) places.push({ kind: "package", path: packageName });
  // The root module of a package's own crate needs no box within that of the package.
  if (module !== undefined && module !== packageName?.replaceAll("-", "_"))
    places.push({ kind: "module", path: module });
  if (type !== undefined) places.push({ kind: "type", path: type, trait: kindOf(graph, named) === "trait_method" });
  const allowed = FOLDED_PLACES.get(kind);
  return allowed === undefined ? places : places.filter((place) => allowed.includes(place.kind));
}

const newDraft = (kind: Draft["kind"], id: string, path: string, label: string): Draft => ({
  kind,
  id,
  path,
  label,
  external: false,
  trait: false,
  children: new Map(),
  nodes: [],
});

/** Returns the boxes of the wanted kinds. A box of a type or module around a single node is left out, its name goes to the node. */
export function clusterNodes(graph: CallGraph, kinds: readonly ClusterKind[]): Clustering {
  const root = newDraft("root", "", "", "");
  const named = namedAround(graph);
  for (let node = 0; node < graph.nodes.length; node++) {
    let box = root;
    for (const place of placesOf(graph, node, named[node]!)) {
      if (kinds.includes(place.kind)) box = innerBox(box, place);
    }
    box.nodes.push(node);
  }
  const labels: string[] = [];
  return { root: finished(graph, root, named, labels), labels };
}

function innerBox(box: Draft, place: Place): Draft {
  const id = `${box.id}${box.id === "" ? "" : " "}${place.kind} ${place.path}`;
  let inner = box.children.get(id);
  if (inner === undefined) {
    inner = newDraft(place.kind, id, place.path, relativeTo(box.path.replaceAll("-", "_"), place.path));
    inner.external = place.external ?? false;
    box.children.set(id, inner);
  }
  inner.trait ||= place.trait ?? false;
  return inner;
}

/** A path without that of the box around it, if it begins with it. */
function relativeTo(around: string, path: string): string {
  return around !== "" && path.startsWith(`${around}::`) ? path.slice(around.length + 2) : path;
}

function nodeCount(box: Draft): number {
  let count = box.nodes.length;
  for (const child of box.children.values()) count += nodeCount(child);
  return count;
}

/** Dissolves boxes around a single node and labels the nodes; recursion is as deep as there are kinds of boxes. */
function finished(graph: CallGraph, box: Draft, named: Int32Array, labels: string[]): Cluster {
  const nodes = [...box.nodes];
  const children: Cluster[] = [];
  const alone: { node: number; prefix: string }[] = [];
  for (const child of box.children.values()) {
    if (child.kind !== "package" && nodeCount(child) === 1) alone.push(onlyNode(child));
    else children.push(finished(graph, child, named, labels));
  }
  for (const node of nodes) labels[node] = ownLabel(graph, node, named[node]!, box);
  for (const { node, prefix } of alone) {
    labels[node] = `${prefix}::${ownLabel(graph, node, named[node]!, { ...box, kind: "type" })}`;
    nodes.push(node);
  }
  nodes.sort((a, b) => a - b);
  tellApart(graph, nodes, labels);
  children.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : a.id < b.id ? -1 : 1));
  return {
    kind: box.kind,
    id: box.id,
    label: boxLabel(box),
    external: box.external,
    trait: box.trait,
    children,
    nodes,
  };
}

function boxLabel(box: Draft): string {
  const label = box.kind === "type" ? shortType(box.label) : box.label;
  return box.trait ? `trait ${label}` : label;
}

/** The node of a box that holds no other, and the names of the boxes that go with it. */
function onlyNode(box: Draft): { node: number; prefix: string } {
  const prefix = box.kind === "type" ? shortType(box.label) : box.label;
  if (box.nodes.length > 0) return { node: box.nodes[0]!, prefix };
  const inner = onlyNode([...box.children.values()][0]!);
  return { node: inner.node, prefix: `${prefix}::${inner.prefix}` };
}

/** What a node is called where the boxes around it are known. */
function ownLabel(graph: CallGraph, node: number, named: number, box: Draft): string {
  const kind = kindOf(graph, node);
  const path = nodeText(graph, node, "path")!;
  const name = nodeText(graph, node, "name")!;
  if (FOLDED_PLACES.has(kind))
    return relativeTo(box.path.replaceAll("-", "_"), kind === "type" ? shortType(path) : path);
  if (kind === "external") return relativeTo(box.path, shortenExternal(path));
  if (kind === "closure")
    return `${nodeText(graph, named, "name")!}${path.slice(nodeText(graph, named, "path")!.length)}`;
  const trait = nodeText(graph, node, "trait");
  const type = typeAround(graph, node);
  if (type === undefined)
    return path.startsWith("<") ? shortPath(path) : relativeTo(nodeText(graph, node, "module") ?? "", path);
  const suffix = trait === undefined || kind === "trait_method" ? "" : ` (${shortenTypes(trait)})`;
  return box.kind === "type" ? `${name}${suffix}` : `${shortType(type)}::${name}${suffix}`;
}

/** Externals keep their path: the crate's public one is how they are known. */
function shortenExternal(path: string): string {
  return parsePath(path).self === undefined ? path : shortPath(path);
}

/** Gives nodes that would look alike a longer label. */
function tellApart(graph: CallGraph, nodes: readonly number[], labels: string[]): void {
  const rename = (longer: (node: number) => string): void => {
    const count = new Map<string, number>();
    for (const node of nodes) count.set(labels[node]!, (count.get(labels[node]!) ?? 0) + 1);
    for (const node of nodes) if (count.get(labels[node]!)! > 1) labels[node] = longer(node);
  };
  const cfg = (node: number): string | undefined => nodeText(graph, node, "cfg");
  rename((node) => (cfg(node) === undefined ? labels[node]! : `${labels[node]!} [${cfg(node)}]`));
  rename((node) => shortPath(nodeText(graph, node, "path")!));
  rename((node) => shortenTypes(nodeKey(graph, node)));
}
