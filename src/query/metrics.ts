/**
 * Measures of functions and of the scopes they stand in.
 *
 * Fan-in and fan-out count functions, not call sites. What a function reaches, and what reaches it, is counted over the condensation: its
 * components come callees first, so that one sweep adds up sets of reached components, kept as bits and done in blocks to bound the memory.
 * The weight is PageRank (Brin and Page, 1998) over the calls: a function is important when important functions call it. Coupling is
 * Martin's (1994): how many scopes depend on one, on how many it depends, and the share of the second in both, its instability.
 */
import { nodeText } from "../graph/columns.ts";
import { condense, findComponents } from "../graph/scc.ts";
import { type CallGraph, EDGE_KINDS } from "../graph/types.ts";

/** Measures of one function. */
export interface FunctionMetrics {
  readonly node: number;
  /** Functions that call it, itself left out. */
  readonly fanIn: number;
  /** Functions that it calls, itself left out. */
  readonly fanOut: number;
  /** Functions from which it is reached over any number of calls; itself where it is recursive. */
  readonly callers: number;
  /** Functions that it reaches. */
  readonly callees: number;
  /** Functions in its recursion, 1 for none. */
  readonly recursion: number;
  /** PageRank, 1 on average. */
  readonly weight: number;
}

/** Measures of a package or a module. */
export interface ScopeMetrics {
  readonly name: string;
  readonly functions: number;
  /** Scopes of its kind that call into it. */
  readonly dependents: number;
  /** Scopes of its kind that it calls. */
  readonly dependencies: number;
  /** dependencies / (dependencies + dependents): 0 is stable, 1 free to change; 0 without both. */
  readonly instability: number;
  /** Pairs of functions that call each other inside of it, into it, out of it. */
  readonly inside: number;
  readonly into: number;
  readonly outOf: number;
}

/** All measures of a graph. */
export interface Metrics {
  /** In the order of the graph. */
  readonly functions: readonly FunctionMetrics[];
  /** By name. */
  readonly packages: readonly ScopeMetrics[];
  readonly modules: readonly ScopeMetrics[];
}

const CALLS: ReadonlySet<number> = new Set(
  (["call", "reference", "implicit", "residual"] as const).map((kind) => EDGE_KINDS.indexOf(kind)),
);

/** Measures the graph. Time grows with edges times components / 1024 for the transitive counts, linearly for all else. */
export function measure(graph: CallGraph): Metrics {
  const pairs = callPairs(graph);
  const { fanIn, fanOut } = fans(graph, pairs);
  const { callers, callees, recursion } = transitive(graph);
  const weight = pageRank(graph, pairs, fanOut);
  const functions = Array.from(graph.nodes.kind, (_, node) => ({
    node,
    fanIn: fanIn[node]!,
    fanOut: fanOut[node]!,
    callers: callers[node]!,
    callees: callees[node]!,
    recursion: recursion[node]!,
    weight: weight[node]!,
  }));
  return { functions, packages: coupling(graph, pairs, "package"), modules: coupling(graph, pairs, "module") };
}

/** Callers and callees that differ, each pair once. */
interface Pairs {
  readonly length: number;
  readonly source: Int32Array;
  readonly target: Int32Array;
}

/** Edges are sorted by source and target, so equal pairs stand together. */
function callPairs({ edges }: CallGraph): Pairs {
  const [source, target] = [new Int32Array(edges.length), new Int32Array(edges.length)];
  let length = 0;
  for (let e = 0; e < edges.length; e++) {
    const [from, to] = [edges.source[e]!, edges.target[e]!];
    const isKnown = length > 0 && source[length - 1] === from && target[length - 1] === to;
    if (from === to || isKnown || !CALLS.has(edges.kind[e]!)) continue;
    source[length] = from;
    target[length++] = to;
  }
  return { length, source, target };
}

function fans({ nodes }: CallGraph, { length, source, target }: Pairs) {
  const [fanIn, fanOut] = [new Int32Array(nodes.length), new Int32Array(nodes.length)];
  for (let i = 0; i < length; i++) {
    fanOut[source[i]!]!++;
    fanIn[target[i]!]!++;
  }
  return { fanIn, fanOut };
}

/** A graph without cycles as rows; the rows that one leads to stand before it in the order of a sweep. */
interface Dag {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
}

function transitive(graph: CallGraph) {
  const components = findComponents(graph);
  const { count, of, start } = components;
  const size = Int32Array.from({ length: count }, (_, c) => start[c + 1]! - start[c]!);
  const isRecursive = recursiveMask(graph, of, size);
  const down = condense(graph, components);
  const calleesOf = reachedCounts(down, size, isRecursive, false);
  const callersOf = reachedCounts(reversed(down), size, isRecursive, true);
  const spread = (counts: Float64Array): Float64Array => Float64Array.from(of, (c) => counts[c]!);
  return {
    callees: spread(calleesOf),
    callers: spread(callersOf),
    recursion: Int32Array.from(of, (c) => (isRecursive[c] ? size[c]! : 1)),
  };
}

function recursiveMask({ edges }: CallGraph, of: Int32Array, size: Int32Array): Uint8Array {
  const mask = Uint8Array.from(size, (count) => (count > 1 ? 1 : 0));
  for (let e = 0; e < edges.length; e++) if (edges.source[e] === edges.target[e]) mask[of[edges.source[e]!]!] = 1;
  return mask;
}

function reversed({ offsets, targets }: Dag): Dag {
  const count = offsets.length - 1;
  const back = new Int32Array(count + 1);
  for (const target of targets) back[target + 1]!++;
  for (let c = 0; c < count; c++) back[c + 1]! += back[c]!;
  const fill = back.slice();
  const sources = new Int32Array(targets.length);
  for (let c = 0; c < count; c++) for (let i = offsets[c]!; i < offsets[c + 1]!; i++) sources[fill[targets[i]!]!++] = c;
  return { offsets: back, targets: sources };
}

/** Words of a block: 1,024 components at a time. */
const WORDS = 32;

/** Functions in the components that each one reaches, its own among them where it is recursive. `backward`: sweep from the last one. */
function reachedCounts(
  { offsets, targets }: Dag,
  size: Int32Array,
  isRecursive: Uint8Array,
  backward: boolean,
): Float64Array {
  const count = size.length;
  const counts = new Float64Array(count);
  const bits = new Int32Array(count * WORDS);
  for (let first = 0; first < count; first += WORDS * 32) {
    bits.fill(0);
    for (let step = 0; step < count; step++) {
      const c = backward ? count - 1 - step : step;
      const row = c * WORDS;
      for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
        const other = targets[i]!;
        for (let w = 0, from = other * WORDS; w < WORDS; w++) bits[row + w]! |= bits[from + w]!;
        if (other >= first && other < first + WORDS * 32) setBit(bits, row, other - first);
      }
      for (let w = 0; w < WORDS; w++)
        if (bits[row + w] !== 0) counts[c]! += weighed(bits[row + w]!, first + w * 32, size);
    }
  }
  for (let c = 0; c < count; c++) if (isRecursive[c]) counts[c]! += size[c]!;
  return counts;
}

function setBit(bits: Int32Array, row: number, bit: number): void {
  bits[row + (bit >> 5)]! |= 1 << (bit & 31);
}

/** Adds up the sizes of the components whose bits are set. */
function weighed(word: number, first: number, size: Int32Array): number {
  let sum = 0;
  for (let left = word; left !== 0; left &= left - 1) sum += size[first + 31 - Math.clz32(left & -left)]!;
  return sum;
}

const DAMPING = 0.85;
const ROUNDS = 40;

/** Weights whose mean is 1; functions that call nothing give theirs to all. */
function pageRank({ nodes }: CallGraph, { length, source, target }: Pairs, fanOut: Int32Array): Float64Array {
  const count = nodes.length;
  let weight = new Float64Array(count).fill(1);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(count);
    let loose = 0;
    for (let node = 0; node < count; node++) if (fanOut[node] === 0) loose += weight[node]!;
    for (let i = 0; i < length; i++) next[target[i]!]! += weight[source[i]!]! / fanOut[source[i]!]!;
    for (let node = 0; node < count; node++) next[node] = 1 - DAMPING + DAMPING * (next[node]! + loose / count);
    weight = next;
  }
  return weight;
}

/** Coupling between the scopes of one kind. */
function coupling(graph: CallGraph, { length, source, target }: Pairs, scope: "package" | "module"): ScopeMetrics[] {
  const names = Array.from(
    graph.nodes.kind,
    (_, node) => nodeText(graph, node, scope) ?? nodeText(graph, node, "path")!.split("::")[0]!,
  );
  const scopes = new Map(
    names.map((name) => [
      name,
      { functions: 0, inside: 0, into: 0, outOf: 0, dependents: new Set<string>(), dependencies: new Set<string>() },
    ]),
  );
  for (const name of names) scopes.get(name)!.functions++;
  for (let i = 0; i < length; i++) {
    const [from, to] = [names[source[i]!]!, names[target[i]!]!];
    const [caller, callee] = [scopes.get(from)!, scopes.get(to)!];
    if (from === to) {
      caller.inside++;
      continue;
    }
    caller.outOf++;
    callee.into++;
    caller.dependencies.add(to);
    callee.dependents.add(from);
  }
  return [...scopes]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([name, { dependents, dependencies, ...counts }]) => {
      const both = dependents.size + dependencies.size;
      const instability = both === 0 ? 0 : dependencies.size / both;
      return { name, ...counts, dependents: dependents.size, dependencies: dependencies.size, instability };
    });
}
