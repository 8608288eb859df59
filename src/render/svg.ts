/** The drawing as SVG: our DOT text laid out by Graphviz, which comes as WebAssembly and is loaded only when it is needed. */
import { InputError } from "../base/diagnostic.ts";
import type { CallGraph } from "../graph/types.ts";
import { renderDot } from "./dot.ts";
import type { RenderOptions } from "./options.ts";

/** Engines of Graphviz that the SVG renderer accepts. */
export const ENGINES = ["dot", "neato", "fdp", "sfdp", "circo", "twopi", "osage", "patchwork"] as const;

/** Fonts as wide as Helvetica, which Graphviz reckons with: in a wider one, long labels would leave their boxes. */
const FONTS = 'font-family="Helvetica,Arial,Liberation Sans,Nimbus Sans,sans-serif"';

/** Returns the drawing as an SVG document. Throws an {@link InputError} for an unknown engine, or when Graphviz gives up on the drawing. */
export async function renderSvg(graph: CallGraph, options: RenderOptions = {}): Promise<string> {
  const { layout = "dot", ...rest } = options;
  const engine = ENGINES.find((name) => name === layout);
  if (engine === undefined) {
    const message = `unknown layout ${layout}; known are ${ENGINES.join(", ")}`;
    throw new InputError([{ severity: "error", code: "unknown-layout", message }], true);
  }
  const { Graphviz } = await import("@hpcc-js/wasm-graphviz");
  const graphviz = await Graphviz.load();
  const dot = [...renderDot(graph, rest)].join("");
  try {
    return graphviz.layout(dot, "svg", engine).replaceAll('font-family="Helvetica,sans-Serif"', FONTS);
  } catch (error) {
    const message = `Graphviz could not draw the graph: ${(error as Error).message}`;
    const hint = "draw fewer functions (--focus, --level module) or use --layout sfdp";
    throw new InputError([{ severity: "error", code: "layout-failed", message, hint }]);
  }
}
