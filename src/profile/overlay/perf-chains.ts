/**
 * The chains of one entry of perf's report, as perf prints them (tools/perf/util/callchain.c, ui/stdio/hist.c of Linux 6.1); what the
 * modes mean is said in perf-graph.ts.
 */
import type { FloatColumn, PairTable } from "../import/tables.ts";
import { percent } from "./percent.ts";
import type { SampleFilter } from "./select.ts";
import { compareText } from "./views.ts";

/** perf's print types. */
export type CallGraphMode = "graph" | "fractal" | "flat" | "folded" | "none";

/** perf's `-g` argument. */
export interface CallGraphOptions {
  readonly mode: CallGraphMode;
  /** In per cent. */
  readonly threshold: number;
  /** Nodes printed at each level; 0 for all. */
  readonly limit: number;
  /** Roots first, or leaves first. */
  readonly order: "caller" | "callee";
  /** Charge callers with what they called. */
  readonly children: boolean;
  readonly filter?: SampleFilter;
}

/** A node of a printed call graph. */
export interface ChainNode {
  /** Names that follow each other, callers or callees first according to the order. */
  readonly names: readonly string[];
  /** Weight of the stacks whose chain ends in this node, and of all that pass through it. */
  readonly hits: number;
  readonly cumulative: number;
  /** Absent where perf prints none: a single chain that holds everything. */
  readonly percent: number | undefined;
  readonly children: readonly ChainNode[];
  /** For `fractal`: share of the parts that are not printed. */
  readonly rest: number | undefined;
}

/** A node of the radix tree. */
interface RadixNode {
  readonly names: string[];
  hits: number;
  childrenHits: number;
  children: RadixNode[];
}

/** Gathers names that always follow each other. Rows are met parents first, so no recursion is needed. */
function radixTree(chains: PairTable, hits: FloatColumn, names: readonly string[]): RadixNode[] {
  const count = chains.length;
  const childCount = new Int32Array(count);
  for (let row = 0; row < count; row++) if (chains.first.data[row]! >= 0) childCount[chains.first.data[row]!]!++;
  const nodeOf = new Array<RadixNode>(count);
  const roots: RadixNode[] = [];
  const order: { node: RadixNode; parent: RadixNode | undefined }[] = [];
  for (let row = 0; row < count; row++) {
    const parent = chains.first.data[row]!;
    const above = parent < 0 ? undefined : nodeOf[parent]!;
    const name = names[chains.second.data[row]!]!;
    const joins = above !== undefined && childCount[parent] === 1 && hits.data[parent] === 0;
    if (joins) {
      above.names.push(name);
      above.hits += hits.data[row]!;
      nodeOf[row] = above;
      continue;
    }
    const node: RadixNode = { names: [name], hits: hits.data[row]!, childrenHits: 0, children: [] };
    nodeOf[row] = node;
    (above?.children ?? roots).push(node);
    order.push({ node, parent: above });
  }
  for (let at = order.length - 1; at >= 0; at--) {
    const { node, parent } = order[at]!;
    if (parent) parent.childrenHits += node.hits + node.childrenHits;
  }
  return roots;
}

const cumulative = (node: RadixNode): number => node.hits + node.childrenHits;

function byWeight(weight: (node: RadixNode) => number): (a: RadixNode, b: RadixNode) => number {
  return (a, b) => weight(b) - weight(a) || compareText(a.names[0]!, b.names[0]!);
}

/**
 * Returns the chains of an entry as they are printed. `chains` is their tree: (parent, name) by row, with what ends there in `hits`; `total` is the whole profile,
 * `whole` the entry.
 */
export function printedChains(
  chains: PairTable,
  hits: FloatColumn,
  names: readonly string[],
  options: CallGraphOptions,
  total: number,
  whole: number,
): { nodes: readonly ChainNode[]; rest: number | undefined } {
  const roots = radixTree(chains, hits, names);
  switch (options.mode) {
    case "none":
      return { nodes: [], rest: undefined };
    case "flat":
    case "folded":
      return { nodes: flatChains(roots, options, total), rest: undefined };
    default:
      return new GraphPrinter(options, total).print(roots, whole);
  }
}

/** Chains from the root to every node in which stacks end. */
function flatChains(
  roots: readonly RadixNode[],
  { mode, threshold, limit }: CallGraphOptions,
  total: number,
): ChainNode[] {
  const least = Math.floor((total * threshold) / 100);
  const open = roots.map((node) => ({ node, path: node.names as readonly string[] }));
  const found: { node: RadixNode; path: readonly string[] }[] = [];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (item.node.hits > 0 && item.node.hits >= least) found.push(item);
    for (const child of item.node.children) open.push({ node: child, path: [...item.path, ...child.names] });
  }
  found.sort((a, b) => b.node.hits - a.node.hits || compareText(a.path.join(), b.path.join()));
  const printed = limit > 0 ? found.slice(0, limit) : found;
  return printed.map(({ node, path }) => ({
    names: path,
    hits: node.hits,
    cumulative: cumulative(node),
    percent: percent(mode === "flat" ? cumulative(node) : node.hits, total),
    children: [],
    rest: undefined,
  }));
}

/** Prints the tree of `graph` and `fractal`. The tree of chains may be deep, so nodes are made from the leaves up along an explicit list. */
class GraphPrinter {
  private readonly options: CallGraphOptions;
  private readonly total: number;

  constructor(options: CallGraphOptions, total: number) {
    this.options = options;
    this.total = total;
  }

  print(roots: readonly RadixNode[], whole: number): { nodes: readonly ChainNode[]; rest: number | undefined } {
    const fractal = this.options.mode === "fractal";
    const base = fractal ? whole : this.total;
    const least = fractal ? Math.ceil((whole * this.options.threshold) / 100) : this.least(0);
    const kept = this.keep(roots, least);
    // A single chain that holds all of the entry is printed without a share; what lies below it is still of the entry.
    if (kept.length === 1 && cumulative(kept[0]!) === whole) {
      const only = kept[0]!;
      const below = this.below(only, base);
      const node = { ...this.node(only, undefined), ...below };
      return { nodes: [node], rest: undefined };
    }
    return this.level(kept, base);
  }

  /** Least weight of a node below one that passes `passed` on. */
  private least(passed: number): number {
    const share = this.options.threshold / 100;
    return this.options.mode === "fractal" ? Math.ceil(passed * share) : Math.floor(this.total * share);
  }

  private keep(nodes: readonly RadixNode[], least: number): RadixNode[] {
    const kept = nodes.filter((node) => cumulative(node) >= least && cumulative(node) > 0).sort(byWeight(cumulative));
    return kept;
  }

  private node(from: RadixNode, share: number | undefined): Omit<ChainNode, "children" | "rest"> {
    return { names: from.names, hits: from.hits, cumulative: cumulative(from), percent: share };
  }

  private below(node: RadixNode, base: number): { children: readonly ChainNode[]; rest: number | undefined } {
    const { nodes, rest } = this.level(this.keep(node.children, this.least(node.childrenHits)), base);
    return { children: nodes, rest };
  }

  /** A level and all below it, without recursion: an item is finished after its children. */
  private level(nodes: readonly RadixNode[], base: number): { nodes: readonly ChainNode[]; rest: number | undefined } {
    const top: Level = { base, pending: this.cut(nodes), done: [], owner: undefined, ownerShare: undefined, shown: 0 };
    const open: Level[] = [top];
    for (;;) {
      const level = open.at(-1)!;
      const next = level.pending.shift();
      if (next !== undefined) {
        level.shown += cumulative(next);
        const passed = this.options.mode === "fractal" ? next.childrenHits : this.total;
        const children = this.cut(this.keep(next.children, this.least(next.childrenHits)));
        const share = percent(cumulative(next), level.base);
        open.push({ base: passed, pending: children, done: [], owner: next, ownerShare: share, shown: 0 });
        continue;
      }
      open.pop();
      const rest = this.restOf(level);
      if (level.owner === undefined) return { nodes: level.done, rest };
      open.at(-1)!.done.push({ ...this.node(level.owner, level.ownerShare), children: level.done, rest });
    }
  }

  private cut(nodes: readonly RadixNode[]): RadixNode[] {
    return this.options.limit > 0 ? nodes.slice(0, this.options.limit) : [...nodes];
  }

  private restOf(level: Level): number | undefined {
    const rest = level.base - level.shown;
    const said = this.options.mode === "fractal" && level.shown > 0 && rest > 0;
    return said ? percent(rest, level.base) : undefined;
  }
}

interface Level {
  readonly base: number;
  readonly pending: RadixNode[];
  readonly done: ChainNode[];
  readonly owner: RadixNode | undefined;
  readonly ownerShare: number | undefined;
  shown: number;
}
