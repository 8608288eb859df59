import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { expect, test } from "@jest/globals";
import { GraphBuilder, nodeKey } from "../../src/graph/columns.ts";
import type { CallGraph } from "../../src/graph/types.ts";
import { applyFilters } from "../../src/graph/view.ts";
import { renderDot } from "../../src/render/dot.ts";
import type { RenderOptions } from "../../src/render/options.ts";
import { renderSvg } from "../../src/render/svg.ts";
import { graphOf, META } from "../graph/support.ts";
import { exampleGraph } from "./example.ts";
import { join, NASTY_NAMES, nastyGraph, xmlElements } from "./support.ts";

const graphviz = await Graphviz.load();

interface Parsed {
  readonly objects?: readonly { readonly name: string; readonly nodes?: readonly number[]; readonly label?: string }[];
  readonly edges?: readonly { readonly tail: number; readonly head: number }[];
}

/** What Graphviz understands of a drawing. */
function parsed(graph: CallGraph, options: RenderOptions = {}): Parsed {
  return JSON.parse(graphviz.layout(join(renderDot(graph, options)), "dot_json", "nop"));
}

const isBox = (name: string): boolean => name.startsWith("cluster");
const nodesIn = (drawing: Parsed): string[] => drawing.objects!.map(({ name }) => name).filter((name) => !isBox(name));

/** The line of DOT that draws a node or an edge. */
function line(dot: string, start: string): string {
  const found = dot.split("\n").find((text) => text.trimStart().startsWith(`${start} [`));
  if (found === undefined) throw new Error(`nothing drawn for ${start}`);
  return found;
}

test("Graphviz reads as many nodes and edges as the graph has", () => {
  const graph = exampleGraph();
  const drawing = parsed(graph);
  expect(nodesIn(drawing).sort()).toEqual([...graph.nodes.key].map((id) => graph.strings[id]!).sort());
  expect(drawing.edges).toHaveLength(graph.edges.length);
});

test("names with quotes, backslashes, entities and control characters are drawn, and each stays itself", async () => {
  const graph = nastyGraph();
  const drawing = parsed(graph);
  expect(nodesIn(drawing)).toHaveLength(NASTY_NAMES.length);
  expect(drawing.edges).toHaveLength(NASTY_NAMES.length);
  expect(() => xmlElements("<a>&</a>")).toThrow();
  const svg = await renderSvg(graph, { urlTemplate: "https://host/{file}?{path}#L{line}", title: 'a"\\b' });
  expect(xmlElements(svg)).toContain("svg");
});

test("boxes stand for packages, modules and types", () => {
  const boxes = parsed(exampleGraph()).objects!.filter(({ name }) => isBox(name));
  expect(boxes.map(({ label }) => label)).toEqual(
    expect.arrayContaining([
      "shapes-core",
      "shapes-cli",
      "report",
      "parse",
      "shape",
      "Parser",
      "Sq",
      "trait Shape",
      "std",
    ]),
  );
  expect(parsed(exampleGraph(), { clusters: [] }).objects!.filter(({ name }) => isBox(name))).toEqual([]);
});

test("labels are short inside of boxes", () => {
  const dot = join(renderDot(exampleGraph()));
  expect(line(dot, '"shapes_core::parse::Parser::term"')).toContain('label="term"');
  expect(line(dot, '"<shapes_core::shape::Sq as core::fmt::Display>::fmt"')).toContain('label="fmt (Display)"');
  expect(line(dot, '"shapes_cli::args::Args::from_env"')).toContain('label="Args::from_env"');
  expect(line(dot, '"shapes_core::page_size#2"')).toContain('label="page_size [windows]"');
});

test("each kind of edge has a look of its own", () => {
  const kinds = ["call", "dispatch", "reference", "implicit", "candidate", "residual"] as const;
  const dot = join(renderDot(graphOf(kinds.map((kind) => ["a", kind, kind] as const))));
  const looks = kinds.map((kind) =>
    line(dot, `"a" -> "${kind}"`)
      .replaceAll(/\b(id|tooltip|labeltooltip)="[^"]*"/g, "")
      .replace(kind, ""),
  );
  expect(new Set(looks).size).toBe(kinds.length);
  expect(looks[1]).toContain('style="dashed"');
  expect(looks[2]).toContain('style="dotted"');
});

test("several sites are counted, a guess is coloured, the reason stands in the tooltip", () => {
  const builder = new GraphBuilder();
  const [a, b] = [
    builder.addNode({ name: "a", path: "a", kind: "function" }),
    builder.addNode({ name: "b", path: "b", kind: "function" }),
  ];
  for (const row of [3, 5])
    builder.addSite(a, b, "call", "guess", "by its name", { file: "x.rs", line: row, column: 2, how: "method" });
  const drawn = line(join(renderDot(builder.build(META))), '"a" -> "b"');
  expect(drawn).toContain('label="×2"');
  expect(drawn).toContain('tooltip="a → b\\ncall, guess: by its name\\nx.rs:3:2\\nx.rs:5:2"');
  expect(drawn).toMatch(/ color="#bc6c00"/);
});

test("functions and call sites lead to their places", () => {
  const builder = new GraphBuilder();
  const a = builder.addNode({ name: "a", path: "a", kind: "function", file: "src/é x.rs", line: 7, column: 3 });
  builder.addSite(a, a, "call", "exact", "", { file: "src/é x.rs", line: 9, column: 5, how: "path" });
  const dot = join(renderDot(builder.build(META), { urlTemplate: "https://host/{file}#L{line}C{column}-{other}" }));
  expect(line(dot, '"a"')).toContain('URL="https://host/src/%C3%A9%20x.rs#L7C3-{other}"');
  expect(line(dot, '"a" -> "a"')).toContain("#L9C5");
});

test("recursion is marked, or boxed on request", () => {
  const graph = graphOf([
    ["main", "even"],
    ["even", "odd"],
    ["odd", "even"],
  ]);
  const dot = join(renderDot(graph));
  expect(line(dot, '"even"')).toContain("recursion 1: even, odd");
  expect(line(dot, '"even" -> "odd"')).toContain("#cf222e");
  expect(line(dot, '"main" -> "even"')).not.toContain("#cf222e");
  const boxed = parsed(graph, { groupScc: true }).objects!;
  const box = boxed.find(({ name }) => name === "cluster_SCC1")!;
  expect(box.nodes!.map((index) => boxed[index]!.name)).toEqual(["even", "odd"]);
});

test("costs show as shares, colours and widths", () => {
  const graph = graphOf([["a", "b"]]);
  const costs = {
    event: "cycles",
    unit: "count",
    total: 200,
    self: Float64Array.of(50, 150),
    inclusive: Float64Array.of(200, 150),
    edge: Float64Array.of(150),
  };
  const dot = join(renderDot(graph, { costs }));
  expect(line(dot, '"a"')).toContain('label="a\\n100.0 % (self 25.0 %)"');
  expect(line(dot, '"b"')).toContain('label="b\\n75.0 %"');
  expect(line(dot, '"a" -> "b"')).toContain('label="75.0 %"');
  expect(line(dot, '"a" -> "b"')).toContain('penwidth="4.00"');
});

test("a folded graph says how many functions it stands for", () => {
  const { graph } = applyFilters(exampleGraph(), { level: "module" });
  const dot = join(renderDot(graph));
  expect(line(dot, '"shapes_core::parse"')).toContain('label="parse\\n9 functions"');
});

test("a legend adds one node and explains only what occurs", () => {
  const graph = graphOf([["a", "b", "reference"]]);
  expect(parsed(graph, { legend: true }).objects).toHaveLength(3);
  const dot = join(renderDot(graph, { legend: true }));
  expect(dot).toContain("names it as a value");
  expect(dot).not.toContain("may run this implementation");
});

test("an SVG has an element for every node and edge, with a stable id", async () => {
  const graph = exampleGraph();
  const svg = await renderSvg(graph);
  xmlElements(svg);
  expect(svg.match(/class="node"/g)).toHaveLength(graph.nodes.length);
  expect(svg.match(/class="edge"/g)).toHaveLength(graph.edges.length);
  expect(new Set(svg.match(/id="f_[0-9a-z]+"/g)).size).toBe(graph.nodes.length);
  const smaller = await renderSvg(applyFilters(graph, { only: ["main"] }).graph);
  const id = smaller.match(/id="f_[0-9a-z]+"/)![0];
  expect(svg).toContain(id);
});

test("an unknown layout is the user's error", async () => {
  await expect(renderSvg(graphOf([["a", "b"]]), { layout: "dut" })).rejects.toThrow(
    /unknown layout dut; known are dot, neato/,
  );
});

test("nodes are drawn in a fixed order", () => {
  const graph = exampleGraph();
  expect(join(renderDot(graph))).toBe(join(renderDot(exampleGraph())));
  expect(nodeKey(graph, 0)).toBe("<report::table::Table as core::ops::Drop>::drop");
});
