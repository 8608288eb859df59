/**
 * Collects nodes and call sites in any order and makes the sorted columns of a {@link CallGraph} of them.
 *
 * The same set of nodes and sites gives the same graph, byte for byte, whatever the order in which it came: keys are made from paths
 * and source positions, edges from what their sites say, and strings are numbered anew in the order of the sorted rows.
 */
import { invariant } from "../base/diagnostic.ts";
import { groupSites, SITE_ROW_COLUMNS, type SiteRows } from "./group.ts";
import { compareText, gather, gatherBytes, IntList, StringTable } from "./growable.ts";
import {
  type CallGraph,
  CONFIDENCES,
  type Confidence,
  EDGE_KINDS,
  type EdgeColumns,
  type EdgeKind,
  ENTRIES,
  type GraphMeta,
  HOWS,
  NODE_FLAGS,
  NODE_KINDS,
  NODE_POSITIONS,
  NODE_TEXTS,
  type NodeAttributes,
  type NodeColumns,
  type NodeIndex,
  type Site,
  type SiteColumns,
  VISIBILITIES,
} from "./types.ts";

/** What a new node may carry besides its attributes. */
export interface NodePlace {
  /** The function around a closure, added before it. */
  readonly parent?: NodeIndex;
  /** A key to be kept, for nodes that come from a graph; without it the key is made from the path. */
  readonly key?: string;
}

const POSITION_OF = {
  kind: new Map(NODE_KINDS.map((word, i) => [word, i])),
  visibility: new Map(VISIBILITIES.map((word, i) => [word, i])),
  entry: new Map(ENTRIES.map((word, i) => [word, i])),
  edgeKind: new Map(EDGE_KINDS.map((word, i) => [word, i])),
  confidence: new Map(CONFIDENCES.map((word, i) => [word, i])),
  how: new Map(HOWS.map((word, i) => [word, i])),
};

const NODE_LISTS = ["key", "kind", "visibility", "entry", "flags", "parent", "functions"] as const;
type NodeLists = Record<
  (typeof NODE_LISTS)[number] | (typeof NODE_TEXTS)[number] | (typeof NODE_POSITIONS)[number],
  IntList
>;

type SiteLists = Record<(typeof SITE_ROW_COLUMNS)[number], IntList>;

/** Packs the boolean attributes into bits. */
function flagBits(attributes: NodeAttributes): number {
  let bits = 0;
  for (let i = 0; i < NODE_FLAGS.length; i++) if (attributes[NODE_FLAGS[i]!]) bits |= 1 << i;
  return bits;
}

/** Builds one {@link CallGraph}; not to be used after {@link build}. */
export class GraphBuilder {
  readonly #strings = new StringTable();
  readonly #nodes: NodeLists;
  readonly #sites: SiteLists;

  constructor() {
    const names = [...NODE_LISTS, ...NODE_TEXTS, ...NODE_POSITIONS];
    this.#nodes = Object.fromEntries(names.map((name) => [name, new IntList()])) as NodeLists;
    this.#sites = Object.fromEntries(SITE_ROW_COLUMNS.map((name) => [name, new IntList(256)])) as SiteLists;
  }

  /** Number of nodes added so far. */
  get nodeCount(): number {
    return this.#nodes.key.length;
  }

  /** Adds a function and returns its number, which holds for this builder only. `attributes.parent` is ignored in favour of `place.parent`. */
  addNode(attributes: NodeAttributes, place: NodePlace = {}): NodeIndex {
    const nodes = this.#nodes;
    const index = nodes.key.length;
    invariant(place.parent === undefined || place.parent < index, "a closure is added after the function around it");
    for (const text of NODE_TEXTS) nodes[text].push(this.#strings.internOptional(attributes[text]));
    for (const position of NODE_POSITIONS) nodes[position].push(attributes[position] ?? 0);
    nodes.kind.push(POSITION_OF.kind.get(attributes.kind)!);
    nodes.visibility.push(
      attributes.visibility === undefined ? 0 : POSITION_OF.visibility.get(attributes.visibility)! + 1,
    );
    nodes.entry.push(attributes.entry === undefined ? 0 : POSITION_OF.entry.get(attributes.entry)! + 1);
    nodes.flags.push(flagBits(attributes));
    nodes.parent.push(place.parent ?? -1);
    nodes.functions.push(attributes.functions ?? 0);
    nodes.key.push(this.#strings.internOptional(place.key));
    return index as NodeIndex;
  }

  /**
   * Adds one call site: `caller` may reach `callee` there. Sites of one pair and kind end on one edge, which takes the confidence and
   * the reason of its best site. Without a `site` the edge exists but has no place in the source (`dispatch`).
   */
  addSite(
    caller: NodeIndex,
    callee: NodeIndex,
    kind: EdgeKind,
    confidence: Confidence,
    why: string,
    site?: Site,
  ): void {
    const sites = this.#sites;
    sites.caller.push(caller);
    sites.callee.push(callee);
    sites.kind.push(POSITION_OF.edgeKind.get(kind)!);
    sites.confidence.push(POSITION_OF.confidence.get(confidence)!);
    sites.why.push(this.#strings.intern(why));
    sites.file.push(this.#strings.internOptional(site?.file));
    sites.line.push(site?.line ?? 0);
    sites.column.push(site?.column ?? 0);
    sites.how.push(site === undefined ? 0 : POSITION_OF.how.get(site.how)!);
  }

  /** Returns the sorted graph. Takes time linear in the rows but for the sorting itself. */
  build(meta: GraphMeta): CallGraph {
    return this.buildRanked(meta).graph;
  }

  /** Returns the sorted graph, and the row in it of each node in the order in which they were added. */
  buildRanked(meta: GraphMeta): { readonly graph: CallGraph; readonly rank: Int32Array } {
    giveKeys(this.#nodes, this.#strings);
    const order = sortedByKey(this.#nodes.key, this.#strings.strings);
    const rank = new Int32Array(order.length);
    for (let i = 0; i < order.length; i++) rank[order[i]!] = i;
    const nodes = sortedNodes(this.#nodes, order, rank);
    const { edges, sites } = groupSites(siteRows(this.#sites, rank), order.length, this.#strings.strings);
    const strings = renumberStrings(this.#strings.strings, nodes, edges, sites);
    return { graph: { meta, strings, nodes, edges, sites }, rank };
  }
}

/** Gives every node without a key its path, with `#2`, `#3` … in source order where several share it. */
function giveKeys(nodes: NodeLists, table: StringTable): void {
  const taken = new Set<number>();
  const last = new Map<number, number>();
  const next = new Int32Array(nodes.key.length).fill(-1);
  for (let node = 0; node < nodes.key.length; node++) {
    if (nodes.key.values[node]! >= 0) taken.add(nodes.key.values[node]!);
    else {
      const path = nodes.path.values[node]!;
      next[node] = last.get(path) ?? -1;
      last.set(path, node);
    }
  }
  for (const head of last.values()) {
    nameTwins(nodes, table, chain(head, next), taken);
  }
}

/** The members of a linked list of nodes. */
function chain(head: number, next: Int32Array): number[] {
  const members: number[] = [];
  for (let node = head; node !== -1; node = next[node]!) members.push(node);
  return members;
}

/** Attributes by which functions of one path are told apart, first to last. */
const TWIN_ORDER = ["package", "file", "line", "column", "target", "cfg", "impl", "trait", "macro", "endLine"] as const;
const EXTERNAL = NODE_KINDS.indexOf("external");
const IS_TEXT: ReadonlySet<string> = new Set(NODE_TEXTS);

function nameTwins(nodes: NodeLists, table: StringTable, twins: number[], taken: Set<number>): void {
  const text = (id: number): string => (id < 0 ? "" : table.strings[id]!);
  // Functions of other crates come last: showing them changes no key of the workspace's own.
  const isOther = (node: number): number => Number(nodes.kind.values[node] === EXTERNAL);
  twins.sort((a, b) => {
    if (isOther(a) !== isOther(b)) return isOther(a) - isOther(b);
    for (const attribute of TWIN_ORDER) {
      const [x, y] = [nodes[attribute].values[a]!, nodes[attribute].values[b]!];
      if (x === y) continue;
      return IS_TEXT.has(attribute) ? compareText(text(x), text(y)) : x - y;
    }
    return a - b;
  });
  const path = nodes.path.values[twins[0]!]!;
  let number = 0;
  for (const node of twins) {
    let key: number;
    do {
      number++;
      key = number === 1 ? path : table.intern(`${table.strings[path]}#${number}`);
    } while (taken.has(key));
    taken.add(key);
    nodes.key.values[node] = key;
  }
}

/** Node numbers in the order of their keys. */
function sortedByKey(keys: IntList, strings: readonly string[]): Int32Array {
  const nodeOf = new Map<string, number>();
  for (let node = 0; node < keys.length; node++) {
    const key = strings[keys.values[node]!]!;
    invariant(!nodeOf.has(key), `two nodes have the key ${key}`);
    nodeOf.set(key, node);
  }
  const sorted = [...nodeOf.keys()].sort();
  return Int32Array.from(sorted, (key) => nodeOf.get(key)!);
}

function sortedNodes(nodes: NodeLists, order: Int32Array, rank: Int32Array): NodeColumns {
  const column = (list: IntList): Int32Array => gather(list.values, order);
  const bytes = (list: IntList): Uint8Array => gatherBytes(list.values, order);
  const texts = [...NODE_TEXTS, ...NODE_POSITIONS].map((name) => [name, column(nodes[name])]);
  return {
    ...(Object.fromEntries(texts) as Record<(typeof NODE_TEXTS)[number] | (typeof NODE_POSITIONS)[number], Int32Array>),
    length: order.length,
    key: column(nodes.key),
    kind: bytes(nodes.kind),
    visibility: bytes(nodes.visibility),
    entry: bytes(nodes.entry),
    flags: Uint16Array.from(column(nodes.flags)),
    parent: column(nodes.parent).map((node) => (node < 0 ? -1 : rank[node]!)),
    functions: column(nodes.functions),
  };
}

/** The collected sites with their nodes renamed by `rank`. */
function siteRows(lists: SiteLists, rank: Int32Array): SiteRows {
  const columns = SITE_ROW_COLUMNS.map((name) => [name, lists[name].values.slice(0, lists[name].length)] as const);
  const rows = Object.fromEntries(columns) as SiteRows;
  for (const end of [rows.caller, rows.callee]) for (let i = 0; i < end.length; i++) end[i] = rank[end[i]!]!;
  return rows;
}

/** Numbers the strings in the order in which the sorted rows use them, rewriting the columns in place; unused ones go. */
export function renumberStrings(
  old: readonly string[],
  nodes: NodeColumns,
  edges: EdgeColumns,
  sites: SiteColumns,
): string[] {
  const strings: string[] = [];
  const newId = new Int32Array(old.length).fill(-1);
  const columns = [nodes.key, ...NODE_TEXTS.map((name) => nodes[name]), edges.why, sites.file];
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      const id = column[i]!;
      if (id < 0) continue;
      if (newId[id] === -1) newId[id] = strings.push(old[id]!) - 1;
      column[i] = newId[id]!;
    }
  }
  return strings;
}
