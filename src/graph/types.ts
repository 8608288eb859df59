/**
 * The call graph as columns: what a node, an edge and a site are made of.
 *
 * A graph of 100,000 functions is kept as typed arrays, one per attribute; a node, an edge or a site is a row number and every text is
 * an index into one table of strings. Nodes are sorted by key, edges by (source, target, kind), the sites of an edge by position, so that
 * equal inputs give equal bytes. `docs/graph.schema.json` describes the same attributes as they are written to JSON.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { EdgeIndex, NodeIndex } from "../base/ids.ts";

export type { EdgeIndex, NodeIndex };

/** Version of the contract of nodes and edges; written as the graph attribute `schema`. */
export const GRAPH_SCHEMA = 1;

/** What a node stands for. The last four are made by folding a graph to a coarser level; the analysis gives the others. */
export const NODE_KINDS = [
  "function",
  "method",
  "trait_method",
  "closure",
  "initializer",
  "external",
  "type",
  "module",
  "package",
  "file",
] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** How far an item can be seen. */
export const VISIBILITIES = ["pub", "crate", "restricted", "private"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Why control may enter at a function without a caller in the graph. */
export const ENTRIES = ["main", "test", "bench", "ffi", "public"] as const;
export type Entry = (typeof ENTRIES)[number];

/** What an edge says. `residual` stands for a chain of calls through nodes that a view hides. */
export const EDGE_KINDS = ["call", "dispatch", "reference", "implicit", "candidate", "residual"] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

/** How sure an edge is, best first. */
export const CONFIDENCES = ["exact", "likely", "guess"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The form of a call site. */
export const HOWS = ["path", "method", "macro", "operator", "value"] as const;
export type How = (typeof HOWS)[number];

/** Properties that a node has or has not; bit `1 << position` in {@link NodeColumns.flags}. `test` is code that only tests compile. */
export const NODE_FLAGS = ["default", "async", "unsafe", "const", "generic", "inactive", "test"] as const;
export type NodeFlag = (typeof NODE_FLAGS)[number];

/** Attributes of a node that are texts, in the order in which they are written, without `key`. */
export const NODE_TEXTS = [
  "name",
  "path",
  "file",
  "package",
  "target",
  "module",
  "impl",
  "trait",
  "macro",
  "cfg",
] as const;
export type NodeText = (typeof NODE_TEXTS)[number];

/** Attributes of a node that are 1-based positions. */
export const NODE_POSITIONS = ["line", "column", "endLine"] as const;
export type NodePosition = (typeof NODE_POSITIONS)[number];

/** A node as a plain object: the attributes of the contract, absent where the graph has none. */
export interface NodeAttributes extends Readonly<Partial<Record<NodeFlag, boolean>>> {
  /** Last segment of the path: `push`. */
  readonly name: string;
  /** `crate::module::Type::method`; `<crate::Type as crate::Trait>::method` for a trait's method in an impl. */
  readonly path: string;
  readonly kind: NodeKind;
  /** Relative to the workspace root, `/` on every system; absent for externals. */
  readonly file?: string;
  /** 1-based line of the `fn` keyword. */
  readonly line?: number;
  /** 1-based, in UTF-16 units. */
  readonly column?: number;
  readonly endLine?: number;
  /** Cargo package. */
  readonly package?: string;
  /** Crate of the package: `lib`, `bin`, `test` … */
  readonly target?: string;
  /** Path of the module around: `crate::module`. */
  readonly module?: string;
  readonly visibility?: Visibility;
  readonly entry?: Entry;
  /** Printed self type of the impl around. */
  readonly impl?: string;
  /** Printed trait of the impl or trait around. */
  readonly trait?: string;
  /** Name of the macro whose expansion defined the function. */
  readonly macro?: string;
  /** The `cfg` predicate on it. */
  readonly cfg?: string;
  /** Key of the function around a closure. */
  readonly parent?: string;
  /** Number of functions folded into a node of a coarser level. */
  readonly functions?: number;
}

/** Where a call stands. */
export interface Site {
  /** Relative to the workspace root. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  readonly how: How;
}

/** An edge as a plain object. */
export interface EdgeAttributes {
  readonly kind: EdgeKind;
  readonly confidence: Confidence;
  /** The reason in words, that of the best site. */
  readonly why: string;
  readonly sites: readonly Site[];
}

/** Call sites of the analysed functions by the state in which each ended; `total` is the sum of the others. */
export interface Tally {
  readonly total: number;
  readonly resolved: number;
  readonly external: number;
  readonly dispatch: number;
  readonly guess: number;
  readonly candidate: number;
  readonly unresolved: number;
}

/** The attributes of the graph itself. */
export interface GraphMeta {
  readonly schema: number;
  /** Version of callmap. */
  readonly callmap: string;
  /** Name of the workspace. */
  readonly workspace: string;
  /** Names of the packages that were read. */
  readonly packages: readonly string[];
  readonly cfg: { readonly target: string; readonly features: readonly string[] };
  readonly tally: Tally;
  readonly diagnostics: readonly Diagnostic[];
  /** True when anything was left out. */
  readonly partial: boolean;
}

/** One row per node, sorted by key. Texts are indices into {@link CallGraph.strings}, -1 for none. */
export interface NodeColumns extends Readonly<Record<NodeText | NodePosition, Int32Array>> {
  readonly length: number;
  /** Never -1; the strings are unique. */
  readonly key: Int32Array;
  /** Index into {@link NODE_KINDS}. */
  readonly kind: Uint8Array;
  /** Index into {@link VISIBILITIES} plus one, 0 for none. */
  readonly visibility: Uint8Array;
  /** Index into {@link ENTRIES} plus one, 0 for none. */
  readonly entry: Uint8Array;
  /** Bits of {@link NODE_FLAGS}. */
  readonly flags: Uint16Array;
  /** Node of the function around a closure, -1 for none. */
  readonly parent: Int32Array;
  /** Number of functions folded into the node, 0 for a function itself. */
  readonly functions: Int32Array;
}

/** One row per (source, target, kind), sorted by these three. */
export interface EdgeColumns {
  readonly length: number;
  /** Node. */
  readonly source: Int32Array;
  /** Node. */
  readonly target: Int32Array;
  /** Index into {@link EDGE_KINDS}. */
  readonly kind: Uint8Array;
  /** Index into {@link CONFIDENCES}. */
  readonly confidence: Uint8Array;
  /** String. */
  readonly why: Int32Array;
  /** First row of the edge's sites; one entry more than there are edges. */
  readonly siteStart: Int32Array;
}

/** One row per call site of an edge, grouped by edge, sorted by file, line, column. */
export interface SiteColumns {
  readonly length: number;
  /** String. */
  readonly file: Int32Array;
  readonly line: Int32Array;
  readonly column: Int32Array;
  /** Index into {@link HOWS}. */
  readonly how: Uint8Array;
}

/** The static call graph of a workspace. Never changed once built. */
export interface CallGraph {
  readonly meta: GraphMeta;
  readonly strings: readonly string[];
  readonly nodes: NodeColumns;
  readonly edges: EdgeColumns;
  readonly sites: SiteColumns;
}
