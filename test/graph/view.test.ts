import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { edgeAttributes, findNode, GraphBuilder, nodeAttributes, nodeKey, siteCount } from "../../src/graph/columns.ts";
import type { CallGraph, EdgeKind, NodeAttributes, NodeIndex } from "../../src/graph/types.ts";
import { applyFilters, type FilterOptions } from "../../src/graph/view.ts";
import { arrowLists, graphOf, keysOf, META, numbered } from "./support.ts";

/** The edges of a graph as texts. */
function arrows(graph: CallGraph): string[] {
  const { source, target, length } = graph.edges;
  return Array.from({ length }, (_, e) => {
    const { kind } = edgeAttributes(graph, e);
    return `${nodeKey(graph, source[e]!)} > ${nodeKey(graph, target[e]!)}${kind === "call" ? "" : ` ${kind}`}`;
  });
}

const keys = (graph: CallGraph): string[] => keysOf(graph, Array(graph.nodes.length).keys());
const shown = (graph: CallGraph, options: FilterOptions): CallGraph => applyFilters(graph, options).graph;

const line = graphOf(
  [
    ["a", "b"],
    ["b", "c"],
    ["c", "d"],
    ["d", "e"],
    ["x", "c"],
    ["c", "y"],
  ],
  ["alone"],
);

describe("walks", () => {
  test.each<[string, FilterOptions, string[]]>([
    ["focus keeps what reaches and what is reached", { focus: ["d"] }, ["a", "b", "c", "d", "e", "x"]],
    [
      "depth bounds callers and callees apart",
      { focus: ["c"], depth: { callers: 2, callees: 1 } },
      ["a", "b", "c", "d", "x", "y"],
    ],
    ["root keeps what it reaches", { root: ["c"] }, ["c", "d", "e", "y"]],
    ["leaf keeps what reaches it", { leaf: ["c"] }, ["a", "b", "c", "x"]],
    ["root and leaf keep what lies between", { root: ["b"], leaf: ["d"] }, ["b", "c", "d"]],
    ["several patterns add up", { root: ["x"], leaf: ["y", "d"] }, ["c", "d", "x", "y"]],
    ["only keeps what is named", { only: ["a", "c"] }, ["a", "c"]],
    ["exclude takes away before the walk", { exclude: ["c"], root: ["b"] }, ["b"]],
    ["isolated nodes go on request", { isolated: false }, ["a", "b", "c", "d", "e", "x", "y"]],
    ["no wishes, no change", {}, ["a", "alone", "b", "c", "d", "e", "x", "y"]],
  ])("%s", (_, options, expected) => {
    expect(keys(shown(line, options))).toEqual(expected);
  });

  test("a dispatch edge costs no step", () => {
    const graph = graphOf([
      ["main", "T::f"],
      ["T::f", "S::f", "dispatch"],
      ["S::f", "g"],
    ]);
    expect(keys(shown(graph, { focus: ["S::f"], depth: { callers: 1, callees: 0 } }))).toEqual([
      "S::f",
      "T::f",
      "main",
    ]);
    expect(keys(shown(graph, { root: ["main"], depth: { callers: 0, callees: 1 } }))).toEqual(["S::f", "T::f", "main"]);
  });

  test("a walk does not follow edges that are not shown", () => {
    const graph = graphOf([
      ["a", "b", "implicit"],
      ["a", "c"],
    ]);
    expect(keys(shown(graph, { root: ["a"], implicit: false }))).toEqual(["a", "c"]);
  });
});

test("a pattern that names nothing is told, with near names", () => {
  const { diagnostics } = applyFilters(graphOf([["core::area", "b"]]), { focus: ["core::aera"], hide: ["nothing"] });
  expect(diagnostics).toEqual([
    {
      severity: "error",
      code: "no-match",
      message: "--focus core::aera names no function",
      hint: "did you mean core::area?",
    },
    { severity: "warning", code: "no-match", message: "--hide nothing names no function" },
  ]);
});

test("only leaves ways between what it keeps on request", () => {
  expect(arrows(shown(line, { only: ["a", "c", "y"] }))).toEqual(["c > y"]);
  expect(arrows(shown(line, { only: ["a", "c", "y"], residual: true }))).toEqual(["a > c residual", "c > y"]);
});

describe("hide", () => {
  test("bridges by residual edges, one to each node that is reached", () => {
    const graph = graphOf([
      ["a", "h1"],
      ["h1", "h2"],
      ["h2", "b"],
      ["h1", "c"],
      ["a", "c"],
      ["h2", "h1"],
    ]);
    const { graph: left } = applyFilters(graph, { hide: ["h1", "h2"] });
    expect(arrows(left)).toEqual(["a > b residual", "a > c"]);
    expect(edgeAttributes(left, 0).why).toBe("by way of `h1` and 1 more");
  });

  test("keeps recursion by way of what is hidden", () => {
    expect(
      arrows(
        shown(
          graphOf([
            ["a", "h"],
            ["h", "a"],
          ]),
          { hide: ["h"] },
        ),
      ),
    ).toEqual(["a > a residual"]);
  });

  test("takes the sites of the first call and the worst confidence", () => {
    const builder = new GraphBuilder();
    const [a, h, b] = ["a", "h", "b"].map((name) => builder.addNode({ name, path: name, kind: "function" })) as [
      NodeIndex,
      NodeIndex,
      NodeIndex,
    ];
    const site = { file: "a.rs", line: 3, column: 5, how: "path" } as const;
    builder.addSite(a, h, "call", "likely", "", site);
    builder.addSite(h, b, "call", "exact", "", { ...site, line: 9 });
    const left = shown(builder.build(META), { hide: ["h"] });
    expect(edgeAttributes(left, 0)).toEqual({
      kind: "residual",
      confidence: "likely",
      why: "by way of `h`",
      sites: [site],
    });
  });

  test("keeps what reaches what among the nodes left", () => {
    fc.assert(
      fc.property(arrowLists, fc.nat(), (sample, bits) => {
        const graph = numbered(sample);
        const isHidden = (node: number): boolean => ((bits >> node) & 1) === 1;
        const hidden = [...Array(sample.count).keys()].filter(isHidden).map(String);
        const left = shown(graph, { hide: hidden });
        const reaches = (edges: readonly string[]): Set<string> => {
          const pairs = new Set(edges.map((edge) => edge.replace(/ residual$/, "")));
          for (let via = 0; via < sample.count; via++)
            for (let from = 0; from < sample.count; from++)
              for (let to = 0; to < sample.count; to++)
                if (pairs.has(`${from} > ${via}`) && pairs.has(`${via} > ${to}`)) pairs.add(`${from} > ${to}`);
          return new Set([...pairs].filter((pair) => !pair.split(" > ").some((node) => isHidden(Number(node)))));
        };
        expect(reaches(arrows(left))).toEqual(reaches(arrows(graph)));
      }),
    );
  });
});

/** Two packages with types, closures, a test and an external function. */
function workspace(): CallGraph {
  const builder = new GraphBuilder();
  const node = (path: string, more: Partial<NodeAttributes> = {}, parent?: NodeIndex): NodeIndex =>
    builder.addNode(
      { name: path.split("::").at(-1)!, path, kind: "function", ...more },
      parent === undefined ? {} : { parent },
    );
  const app = { package: "app", module: "app", file: "app/src/main.rs", target: "bin" };
  const shape = { package: "core-lib", module: "core::shape", file: "core/src/shape.rs", target: "lib" };
  const main = node("app::main", { ...app, entry: "main", line: 3 });
  const inner = node("app::main::{closure#0}", { ...app, kind: "closure", line: 4 }, main);
  const deep = node("app::main::{closure#0}::{closure#0}", { ...app, kind: "closure", line: 5 }, inner);
  const check = node("app::tests::check", { ...app, module: "app::tests", entry: "test", test: true, line: 40 });
  const area = node("core::shape::Sq::area", { ...shape, kind: "method", impl: "core::shape::Sq", line: 7 });
  const grow = node("<core::shape::Sq as core::shape::Grow>::grow", {
    ...shape,
    kind: "method",
    impl: "core::shape::Sq",
    trait: "core::shape::Grow",
    line: 12,
  });
  const free = node("core::shape::free", { ...shape, line: 20 });
  const from = node("serde_json::de::from_str", { kind: "external" });
  const clone = node("<alloc::vec::Vec<T> as core::clone::Clone>::clone", { kind: "external" });
  const at = (file: string, row: number) => ({ file, line: row, column: 1, how: "path" as const });
  const edge = (a: NodeIndex, b: NodeIndex, row: number, kind: EdgeKind = "call"): void =>
    builder.addSite(a, b, kind, "exact", "", at("f.rs", row));
  edge(main, inner, 1, "reference");
  edge(inner, deep, 2, "reference");
  edge(inner, area, 3);
  edge(deep, area, 4);
  edge(deep, main, 5);
  edge(main, area, 6);
  edge(area, free, 7);
  edge(grow, area, 8);
  edge(check, main, 9);
  edge(main, from, 10);
  edge(free, clone, 11);
  return builder.build(META);
}

describe("closures", () => {
  const folded = shown(workspace(), { closures: false, external: false, tests: false });

  test("give their calls to the function around them", () => {
    expect(arrows(folded)).toEqual([
      "<core::shape::Sq as core::shape::Grow>::grow > core::shape::Sq::area",
      "app::main > app::main",
      "app::main > core::shape::Sq::area",
      "core::shape::Sq::area > core::shape::free",
    ]);
    expect(edgeAttributes(folded, 2).sites.map((site) => site.line)).toEqual([3, 4, 6]);
  });

  test("make no recursion by being made or run", () => {
    const builder = new GraphBuilder();
    const f = builder.addNode({ name: "f", path: "f", kind: "function" });
    const c = builder.addNode({ name: "{closure#0}", path: "f::{closure#0}", kind: "closure" }, { parent: f });
    builder.addSite(f, c, "call", "exact", "");
    expect(arrows(shown(builder.build(META), { closures: false }))).toEqual([]);
  });
});

test.each<[string, FilterOptions, number]>([
  ["tests", { tests: false }, 8],
  ["externals", { external: false }, 7],
  ["std", { std: false }, 8],
  ["other packages", { packages: ["core-lib"] }, 5],
  ["other kinds of nodes", { nodeKinds: ["method"] }, 2],
])("%s go", (_, options, left) => {
  expect(shown(workspace(), options).nodes.length).toBe(left);
});

test("edges go by kind and confidence", () => {
  const builder = new GraphBuilder();
  const [a, b] = [
    builder.addNode({ name: "a", path: "a", kind: "function" }),
    builder.addNode({ name: "b", path: "b", kind: "function" }),
  ];
  builder.addSite(a, b, "call", "guess", "");
  builder.addSite(a, b, "reference", "likely", "");
  builder.addSite(a, b, "implicit", "exact", "");
  builder.addSite(b, a, "dispatch", "exact", "");
  builder.addSite(b, a, "candidate", "guess", "");
  const graph = builder.build(META);
  const kinds = (options: FilterOptions): string[] =>
    arrows(shown(graph, options)).map((arrow) => arrow.slice(6) || "call");
  expect(kinds({ minConfidence: "likely" })).toEqual(["reference", "implicit", "dispatch"]);
  expect(kinds({ minConfidence: "exact" })).toEqual(["implicit", "dispatch"]);
  expect(kinds({ kinds: ["call", "candidate"] })).toEqual(["call", "candidate"]);
  expect(kinds({ implicit: false, dispatch: false, references: false, candidates: false })).toEqual(["call"]);
});

describe("levels", () => {
  test("modules gather functions, edges their sites", () => {
    const { graph, nodeOf, edgeOf } = applyFilters(workspace(), { level: "module" });
    expect(keys(graph)).toEqual(["alloc", "app", "app::tests", "core::shape", "serde_json"]);
    expect(arrows(graph)).toEqual(["app > core::shape", "app > serde_json", "app::tests > app", "core::shape > alloc"]);
    expect(siteCount(graph, 0)).toBe(3);
    expect(edgeAttributes(graph, 0).why).toMatch(
      /^3 edges between functions, such as `app::main` -> `core::shape::Sq::area`$/,
    );
    expect(nodeAttributes(graph, findNode(graph, "core::shape")!)).toEqual({
      name: "shape",
      path: "core::shape",
      kind: "module",
      file: "core/src/shape.rs",
      line: 7,
      package: "core-lib",
      target: "lib",
      module: "core::shape",
      functions: 3,
    });
    expect(nodeAttributes(graph, findNode(graph, "app")!)).toMatchObject({ entry: "main", functions: 1 });
    expect(nodeAttributes(graph, findNode(graph, "app::tests")!)).toMatchObject({ test: true });
    const original = workspace();
    const from = findNode(original, "app::main")!;
    expect(nodeKey(graph, nodeOf[from]!)).toBe("app");
    expect([...edgeOf].filter((edge) => edge === 0)).toHaveLength(3);
  });

  test("types gather methods, their modules the rest", () => {
    const graph = shown(workspace(), { level: "type", external: false });
    expect(keys(graph)).toEqual(["app", "app::tests", "core::shape", "core::shape::Sq"]);
    expect(arrows(graph)).toEqual(["app > core::shape::Sq", "app::tests > app", "core::shape::Sq > core::shape"]);
  });

  test("files and packages", () => {
    expect(keys(shown(workspace(), { level: "file", external: false }))).toEqual([
      "app/src/main.rs",
      "core/src/shape.rs",
    ]);
    expect(arrows(shown(workspace(), { level: "package", external: false }))).toEqual(["app > core-lib"]);
  });

  test("calls inside of one are kept when asked for", () => {
    const graph = shown(workspace(), { level: "package", external: false, selfEdges: true });
    expect(arrows(graph)).toEqual(["app > app", "app > app reference", "app > core-lib", "core-lib > core-lib"]);
  });
});
