import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { InputError } from "../../src/base/diagnostic.ts";
import { GraphBuilder } from "../../src/graph/columns.ts";
import { toGraphology } from "../../src/graph/graphology.ts";
import { fromGraphologyJson } from "../../src/graph/import.ts";
import type { CallGraph } from "../../src/graph/types.ts";
import { applyFilters } from "../../src/graph/view.ts";
import { renderEdgesCsv, renderNodesCsv } from "../../src/render/csv.ts";
import { quoteD2, quotePlantuml, renderD2, renderPlantuml } from "../../src/render/diagrams.ts";
import { FORMATS, formatOfFile, getFormat } from "../../src/render/formats.ts";
import { renderGexf } from "../../src/render/gexf.ts";
import { quoteGml, renderGml } from "../../src/render/gml.ts";
import { renderGraphml } from "../../src/render/graphml.ts";
import { renderJson } from "../../src/render/json.ts";
import { quoteMermaid, renderMermaid } from "../../src/render/mermaid.ts";
import { JSON_SCHEMA } from "../../src/render/schema.ts";
import { templateRenderer } from "../../src/render/template.ts";
import { renderText } from "../../src/render/text.ts";
import { escapeXml } from "../../src/render/xml.ts";
import { graphOf, META } from "../graph/support.ts";
import { exampleGraph } from "./example.ts";
import { csvRows, join, nastyGraph, xmlElements } from "./support.ts";

/** Two functions, three call sites, one edge without a place. */
function small(): CallGraph {
  const builder = new GraphBuilder();
  const a = builder.addNode({
    name: "a",
    path: "m::a",
    kind: "function",
    file: "src/m.rs",
    line: 2,
    package: "p",
    module: "m",
  });
  const b = builder.addNode({
    name: "b",
    path: "m::T::b",
    kind: "trait_method",
    file: "src/t.rs",
    line: 12,
    trait: "m::T",
  });
  const c = builder.addNode({ name: "b", path: "<m::S as m::T>::b", kind: "method", impl: "m::S", trait: "m::T" });
  const at = (line: number, column: number) => ({ file: "src/m.rs", line, column, how: "method" as const });
  builder.addSite(a, b, "call", "likely", 'by "name"', at(4, 9));
  builder.addSite(a, b, "call", "likely", 'by "name"', at(5, 13));
  builder.addSite(a, a, "reference", "exact", "named", at(7, 3));
  builder.addSite(b, c, "dispatch", "exact", "implements");
  return builder.build(META);
}

describe("json", () => {
  test.each([
    ["the example", exampleGraph()],
    ["names of all sorts", nastyGraph()],
    ["an empty graph", graphOf([])],
    ["a folded graph", applyFilters(exampleGraph(), { level: "module" }).graph],
  ])("says of %s what graphology's export says", (_, graph) => {
    expect(JSON.parse(join(renderJson(graph)))).toEqual(JSON.parse(JSON.stringify(toGraphology(graph).export())));
  });

  test("is read back", () => {
    const graph = exampleGraph();
    expect(fromGraphologyJson(JSON.parse(join(renderJson(graph)))).value).toEqual(graph);
  });

  test("carries costs", () => {
    const costs = {
      event: "Ir",
      unit: "count",
      total: 9,
      self: Float64Array.of(4, 0),
      inclusive: Float64Array.of(9, 5),
      edge: Float64Array.of(5),
    };
    const json = JSON.parse(join(renderJson(graphOf([["a", "b"]]), { costs })));
    expect(json.attributes.costs).toEqual({ event: "Ir", unit: "count", total: 9 });
    expect(json.nodes.map((node: { attributes: object }) => node.attributes)).toMatchObject([
      { self: 4, inclusive: 9 },
      { inclusive: 5 },
    ]);
    expect(json.edges[0].attributes.cost).toBe(5);
  });

  test("agrees with its schema, which the documentation repeats", () => {
    expect(violations(JSON_SCHEMA, JSON.parse(join(renderJson(exampleGraph()))), "$")).toEqual([]);
    expect(violations(JSON_SCHEMA, { nodes: [{ key: 3 }] }, "$")).not.toEqual([]);
    const documented = readFileSync(new URL("../../docs/graph.schema.json", import.meta.url), "utf8");
    expect(JSON.parse(documented)).toEqual(JSON_SCHEMA);
  });
});

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
}

/** Where a value breaks the words of JSON schema that ours uses; unknown properties count too. */
function violations(schema: Schema, value: unknown, place: string): string[] {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  const isType =
    schema.type === undefined ||
    (schema.type === "object"
      ? isRecord
      : schema.type === "array"
        ? Array.isArray(value)
        : schema.type === "integer"
          ? Number.isInteger(value)
          : typeof value === schema.type);
  const found = isType ? [] : [`${place} is no ${schema.type}`];
  if (schema.enum !== undefined && !schema.enum.includes(value)) found.push(`${place} is ${JSON.stringify(value)}`);
  if (schema.const !== undefined && schema.const !== value) found.push(`${place} is not ${schema.const}`);
  if (schema.minimum !== undefined && (value as number) < schema.minimum) found.push(`${place} is ${value}`);
  if (schema.items !== undefined && Array.isArray(value))
    for (const [i, item] of value.entries()) found.push(...violations(schema.items, item, `${place}[${i}]`));
  if (schema.properties !== undefined && isRecord) {
    for (const name of schema.required ?? [])
      if (!(name in (value as object))) found.push(`${place}.${name} is missing`);
    for (const [name, part] of Object.entries(value as object)) {
      const known = schema.properties[name];
      found.push(
        ...(known === undefined ? [`${place}.${name} is unknown`] : violations(known, part, `${place}.${name}`)),
      );
    }
  }
  return found;
}

describe.each([
  ["graphml", renderGraphml],
  ["gexf", renderGexf],
])("%s", (_, render) => {
  test("is well-formed and has all nodes and edges", () => {
    for (const graph of [exampleGraph(), nastyGraph(), graphOf([])]) {
      const elements = xmlElements(join(render(graph)));
      expect(elements.filter((name) => name === "node")).toHaveLength(graph.nodes.length);
      expect(elements.filter((name) => name === "edge")).toHaveLength(graph.edges.length);
    }
  });

  test("declares every attribute that it uses, with its type", () => {
    const text = join(render(exampleGraph()));
    const declared = new Set([...text.matchAll(/<(?:key|attribute) id="([^"]+)"/g)].map(([, id]) => id));
    const used = new Set(
      [...text.matchAll(/<data key="([^"]+)"|<attvalue for="([^"]+)"/g)].map(([, key, name]) => key ?? name),
    );
    expect(declared).toEqual(used);
    expect(text).toMatch(/(?:attr\.name="line" attr\.type="int"|title="line" type="integer")/);
    expect(text).toMatch(/(?:attr\.name="async"|title="async")|(?:title|attr\.name)="test" (?:attr\.)?type="boolean"/);
  });
});

test("XML texts keep line breaks and lose what XML cannot hold", () => {
  expect(escapeXml("a<b>&\"'\n\u0000\ud800𝒳")).toBe("a&lt;b&gt;&amp;&quot;&apos;&#10;\ufffd\ufffd𝒳");
});

describe("csv", () => {
  test("has a row per edge under a header", () => {
    expect(csvRows(join(renderEdgesCsv(small())))).toEqual([
      ["source", "target", "kind", "confidence", "why", "count", "file", "line", "column", "sites"],
      ["m::T::b", "<m::S as m::T>::b", "dispatch", "exact", "implements", "0", "", "", "", ""],
      ["m::a", "m::T::b", "call", "likely", 'by "name"', "2", "src/m.rs", "4", "9", "src/m.rs:4:9 src/m.rs:5:13"],
      ["m::a", "m::a", "reference", "exact", "named", "1", "src/m.rs", "7", "3", "src/m.rs:7:3"],
    ]);
  });

  test("has a row per node under a header, or Neo4j's headers", () => {
    const [header, ...rows] = csvRows(join(renderNodesCsv(small())));
    expect(rows.map((row) => row[header!.indexOf("key")])).toEqual(["<m::S as m::T>::b", "m::T::b", "m::a"]);
    expect(rows.map((row) => row[header!.indexOf("line")])).toEqual(["", "12", "2"]);
    expect(join(renderNodesCsv(small(), { neo4j: true }))).toMatch(/^key:ID,:LABEL,name,path,kind,file,line:int,/);
    expect(join(renderEdgesCsv(small(), { neo4j: true }))).toMatch(
      /^:START_ID,:END_ID,:TYPE,confidence,why,count:int,/,
    );
  });

  test("quotes what needs quotes", () => {
    const rows = csvRows(join(renderEdgesCsv(nastyGraph())));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([10]));
    expect(rows).toHaveLength(1 + nastyGraph().edges.length);
  });
});

test("text lists call sites in columns", () => {
  expect(join(renderText(small()))).toBe(`<m::S as m::T>::b

m::T::b  src/t.rs:12
  =>  <m::S as m::T>::b    dispatch

m::a  src/m.rs:2
  ->  m::T::b  src/m.rs:4:9   likely
               src/m.rs:5:13
  &   m::a     src/m.rs:7:3   reference
`);
});

describe("templates", () => {
  test("give a line per call site", () => {
    const text = join(
      templateRenderer("{{caller}} {{ callee }} {{file}}:{{line}}\\t{{.kind}} {{calleeLine}} {{how}} {{count}}")(
        small(),
      ),
    );
    expect(text.split("\n")).toEqual([
      "m::T::b <m::S as m::T>::b :0\tdispatch 0  0",
      "m::a m::T::b src/m.rs:4\tcall 12 method 2",
      "m::a m::T::b src/m.rs:5\tcall 12 method 2",
      "m::a m::a src/m.rs:7\treference 2 method 1",
      "",
    ]);
  });

  test("name the known fields when one is not", () => {
    expect(() => templateRenderer("{{caler}}")).toThrow(
      /unknown field caler in --format; known are caller, callerName/,
    );
    expect(() => templateRenderer("{{caler}}")).toThrow(InputError);
  });
});

test("mermaid draws boxes, arrows and counts", () => {
  const text = join(renderMermaid(small(), { urlTemplate: "https://host/{file}#L{line}" }));
  expect(text.split("\n").slice(0, -1)).toEqual([
    "flowchart LR",
    '  n0("S::b (T)")',
    '  n1("T::b")',
    '  subgraph g0 ["p"]',
    '    n2("m::a")',
    "  end",
    "  n1 -.-> n0",
    '  n2 -->|"×2"| n1',
    '  n2 -.->|"reference"| n2',
    '  click n1 href "https://host/src/t.rs#L12" "m::T::b"',
    '  click n2 href "https://host/src/m.rs#L2" "m::a"',
  ]);
});

test("mermaid labels are quoted by entities", () => {
  expect(quoteMermaid('a"b#c<d>`\n')).toBe('"a#34;b#35;c#60;d#62;#96; "');
});

test("gml is ASCII with nodes by number, entities for the rest", () => {
  const text = join(renderGml(small()));
  expect(text).toContain('  node [\n    id 1\n    label "m::T::b"\n    name "b"\n');
  expect(text).toContain("    source 2\n    target 1\n    key 1\n");
  expect(quoteGml('é"&<𝒳>\n')).toBe('"&#233;&#34;&#38;<&#119987;>&#10;"');
  expect(join(renderGml(nastyGraph()))).toMatch(/^[\n -~]*$/);
});

test("d2 names nodes by their boxes", () => {
  expect(join(renderD2(small())).split("\n").slice(0, -1)).toEqual([
    "direction: right",
    'n0: "S::b (T)"',
    'n1: "T::b"',
    'g0: "p" {',
    '  n2: "m::a"',
    "}",
    'n1 -> n0: {style.stroke: "#8250df"; style.stroke-dash: 5}',
    'g0.n2 -> n1: "×2"',
    'g0.n2 -> g0.n2: {style.stroke: "#0969da"; style.stroke-dash: 2}',
  ]);
  expect(quoteD2('a"b\\c$d\n')).toBe('"a\\"b\\\\c\\$d "');
});

test("plantuml writes its own signs by number", () => {
  const text = join(renderPlantuml(small()));
  expect(text).toMatch(/^@startuml\nleft to right direction\n[\s\S]*\n@enduml\n$/);
  expect(text).toContain('package "p" as g0 {\n  rectangle "m::a" as n2\n}\n');
  expect(text).toContain("n1 .[#8250df].> n0\nn2 --> n1 : ×2\n");
  expect(quotePlantuml('<a>__b"')).toBe('"<U+003C>a<U+003E><U+005F>_b<U+0022>"');
});

test("formats go by name, by template and by file", () => {
  expect(getFormat("json").name).toBe("json");
  expect(getFormat("{{caller}}").name).toBe("template");
  expect(() => getFormat("jsn")).toThrow(/unknown format jsn; known are dot, svg, json/);
  expect(formatOfFile("out/Graph.DOT")?.name).toBe("dot");
  expect(formatOfFile("a.nodes.csv")?.name).toBe("nodes.csv");
  expect(formatOfFile("a.csv")?.name).toBe("csv");
  expect(formatOfFile("a.exe")).toBeUndefined();
});

test("every format takes every graph", async () => {
  for (const format of FORMATS.values()) {
    for (const graph of [graphOf([]), nastyGraph()]) expect(typeof join(await format.render(graph, {}))).toBe("string");
  }
});

test("long outputs come in chunks and stop when nobody reads on", () => {
  const names = Array.from({ length: 5000 }, (_, i) => `some_function_with_a_name_${i}`);
  const graph = graphOf([], names);
  for (const render of [renderJson, renderGraphml, renderText]) {
    const chunks = render(graph)[Symbol.iterator]();
    expect(chunks.next().done).toBe(false);
    chunks.return?.(undefined);
    expect(chunks.next().done).toBe(true);
  }
});
