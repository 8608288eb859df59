import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { GraphBuilder } from "../../../src/graph/columns.ts";
import type { CallGraph, NodeAttributes } from "../../../src/graph/types.ts";
import { createMatcher, type MatcherOptions, type ProfileSymbol } from "../../../src/profile/symbols/match.ts";
import { META } from "../../graph/support.ts";

/** The part of the global that is used here; its types belong to the library of browsers. */
interface WebAssemblyApi {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, Record<string, unknown>>,
  ): Promise<{ instance: { exports: Record<string, () => void> } }>;
}

const webAssembly = Reflect.get(globalThis, "WebAssembly") as WebAssemblyApi;

/** rustc-demangle with `{:#}`, compiled to WebAssembly by the Firefox Profiler. */
export async function loadOracle(): Promise<(symbol: string) => string> {
  const glue: Record<string, unknown> = await import("gecko-profiler-demangle/index_bg.js" as string);
  const bytes = readFileSync(createRequire(import.meta.url).resolve("gecko-profiler-demangle/index_bg.wasm"));
  const { exports } = (await webAssembly.instantiate(bytes, { "./index_bg.js": glue })).instance;
  (glue.__wbg_set_wasm as (exports: unknown) => void)(exports);
  exports.__wbindgen_start!();
  return glue.demangle_any as (symbol: string) => string;
}

/** A node of a graph: its path, and what differs from a plain function. */
export type NodeSketch = string | (Partial<NodeAttributes> & { readonly path: string });

/** A graph of functions without edges. */
export function graphOfFunctions(sketches: readonly NodeSketch[]): CallGraph {
  const builder = new GraphBuilder();
  for (const sketch of sketches) builder.addNode(toAttributes(sketch));
  return builder.build(META);
}

function toAttributes(sketch: NodeSketch): NodeAttributes {
  const given = typeof sketch === "string" ? { path: sketch } : sketch;
  const { path } = given;
  const header = /^<(.*) as (.*)>::\w+$/.exec(path);
  const name = path.slice(path.lastIndexOf("::") + 2);
  const impl = header === null ? {} : { impl: header[1]!, trait: header[2]!, kind: "method" as const, module: "m" };
  return {
    kind: "function",
    name,
    ...impl,
    ...(header === null && { module: path.slice(0, path.lastIndexOf("::")) }),
    ...given,
  };
}

/** Returns a function that tells what a matcher over these nodes says: `rule path`, or `status rule`. */
export function matching(
  sketches: readonly NodeSketch[],
  options?: MatcherOptions,
): (symbol: string | ProfileSymbol) => string {
  const graph = graphOfFunctions(sketches);
  const matcher = createMatcher(graph, options);
  return (symbol) => {
    const { node, rule, status, candidates } = matcher.match(typeof symbol === "string" ? { name: symbol } : symbol);
    if (node === null) return `${status} ${rule}`;
    const place = candidates.length > 1 ? `~${candidates.length} ` : "";
    return `${place}${rule} ${graph.strings[graph.nodes.key[node]!]!}`;
  };
}
