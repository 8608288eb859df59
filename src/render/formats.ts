/** All formats in which a graph can be written, by name. */
import { InputError } from "../base/diagnostic.ts";
import type { CallGraph } from "../graph/types.ts";
import { renderEdgesCsv, renderNodesCsv } from "./csv.ts";
import { renderD2, renderPlantuml } from "./diagrams.ts";
import { renderDot } from "./dot.ts";
import { renderGexf } from "./gexf.ts";
import { renderGml } from "./gml.ts";
import { renderGraphml } from "./graphml.ts";
import { renderJson } from "./json.ts";
import { renderMermaid } from "./mermaid.ts";
import type { RenderOptions } from "./options.ts";
import { renderSvg } from "./svg.ts";
import { isTemplate, templateRenderer } from "./template.ts";
import { renderText } from "./text.ts";

/** One format. */
export interface Format {
  /** As `--format` takes it. */
  readonly name: string;
  /** Ends of file names that ask for it, without the dot. */
  readonly extensions: readonly string[];
  /** True for what people look at as a whole, so that too large a graph should be refused. */
  readonly isPicture: boolean;
  /** One line for the help. */
  readonly summary: string;
  readonly render: (graph: CallGraph, options: RenderOptions) => Iterable<string> | Promise<Iterable<string>>;
}

const FORMAT_LIST: readonly Format[] = [
  { name: "dot", extensions: ["dot", "gv"], isPicture: false, summary: "Graphviz drawing", render: renderDot },
  {
    name: "svg",
    extensions: ["svg"],
    isPicture: true,
    summary: "drawing for a browser",
    render: async (graph, options) => [await renderSvg(graph, options)],
  },
  { name: "json", extensions: ["json"], isPicture: false, summary: "graphology's serialisation", render: renderJson },
  {
    name: "graphml",
    extensions: ["graphml"],
    isPicture: false,
    summary: "for yEd, Gephi, networkx",
    render: renderGraphml,
  },
  { name: "gexf", extensions: ["gexf"], isPicture: false, summary: "for Gephi, networkx", render: renderGexf },
  { name: "gml", extensions: ["gml"], isPicture: false, summary: "for networkx, igraph", render: renderGml },
  {
    name: "mermaid",
    extensions: ["mmd", "mermaid"],
    isPicture: true,
    summary: "flowchart for Markdown",
    render: renderMermaid,
  },
  { name: "d2", extensions: ["d2"], isPicture: true, summary: "D2 diagram", render: renderD2 },
  {
    name: "plantuml",
    extensions: ["puml", "plantuml"],
    isPicture: true,
    summary: "PlantUML diagram",
    render: renderPlantuml,
  },
  { name: "csv", extensions: ["csv"], isPicture: false, summary: "one row per edge", render: renderEdgesCsv },
  {
    name: "nodes.csv",
    extensions: ["nodes.csv"],
    isPicture: false,
    summary: "one row per function",
    render: renderNodesCsv,
  },
  { name: "text", extensions: ["txt"], isPicture: false, summary: "listing of call sites", render: renderText },
];

/** The formats by name, in the order of the help. */
export const FORMATS: ReadonlyMap<string, Format> = new Map(FORMAT_LIST.map((format) => [format.name, format]));

/** Returns the format of this name, or of a template in double braces. Throws an {@link InputError} that lists the known ones. */
export function getFormat(name: string): Format {
  const format = FORMATS.get(name);
  if (format !== undefined) return format;
  if (isTemplate(name)) {
    return {
      name: "template",
      extensions: [],
      isPicture: false,
      summary: "",
      render: templateRenderer(name),
    };
  }
  const message = `unknown format ${name}; known are ${[...FORMATS.keys()].join(", ")} and templates such as '{{caller}} {{callee}}'`;
  throw new InputError([{ severity: "error", code: "unknown-format", message }], true);
}

/** Returns the format that the name of a file asks for (`graph.nodes.csv`), `undefined` when it asks for none. */
export function formatOfFile(file: string): Format | undefined {
  const name = file.toLowerCase();
  const matching = FORMAT_LIST.flatMap((format) => format.extensions.map((extension) => ({ format, extension })));
  return matching
    .filter(({ extension }) => name.endsWith(`.${extension}`))
    .sort((a, b) => b.extension.length - a.extension.length)[0]?.format;
}
