import { describe, expect, test } from "@jest/globals";
import { findNode, GraphBuilder, nodeKey } from "../../src/graph/columns.ts";
import type { CallGraph, EdgeKind, NodeAttributes, NodeIndex } from "../../src/graph/types.ts";
import { entryNodes, ROOTS, type Root } from "../../src/query/entries.ts";
import { findUnreached } from "../../src/query/unreached.ts";
import { META } from "../graph/support.ts";

type Node = Partial<NodeAttributes> & { readonly path: string };

function program(nodes: readonly Node[], calls: readonly (readonly [string, string, EdgeKind?])[]): CallGraph {
  const builder = new GraphBuilder();
  const rows = new Map<string, NodeIndex>();
  for (const [i, node] of nodes.entries()) {
    const name = node.path.split("::").at(-1)!;
    const plain = {
      name,
      kind: "function",
      file: "src/lib.rs",
      line: i + 1,
      module: node.path.split("::")[0]!,
    } as const;
    rows.set(node.path, builder.addNode({ ...plain, ...node }));
  }
  for (const [from, to, kind] of calls) builder.addSite(rows.get(from)!, rows.get(to)!, kind ?? "call", "exact", "");
  return builder.build(META);
}

function told(
  graph: CallGraph,
  roots: readonly Root[] = ROOTS,
  mayBeUsed: (key: string) => string | undefined = () => undefined,
) {
  const nodes = entryNodes(graph, roots);
  const others = entryNodes(graph, ROOTS).filter((node) => !nodes.includes(node));
  const found = findUnreached({ graph, roots: nodes, others, mayBeUsed: (node) => mayBeUsed(nodeKey(graph, node)) });
  return Object.fromEntries(
    found.functions.map((one) => [nodeKey(graph, one.node), [one.reason, one.confidence, one.doubt]]),
  );
}

const PROGRAM = program(
  [
    { path: "app::main", entry: "main" },
    { path: "app::used" },
    { path: "app::dead" },
    { path: "app::only_by_dead" },
    { path: "app::self_caller" },
    { path: "app::named" },
    { path: "app::api", entry: "public", visibility: "pub" },
    { path: "app::by_api" },
    { path: "app::a_test", entry: "test" },
    { path: "app::by_test" },
    { path: "<app::T as core::fmt::Display>::fmt", kind: "method", impl: "app::T", trait: "core::fmt::Display" },
    { path: "app::by_display" },
    { path: "app::exported", entry: "ffi" },
    { path: "app::TABLE", kind: "initializer", entry: "public" },
    { path: "app::in_table" },
    { path: "core::mem::drop", kind: "external" },
  ],
  [
    ["app::main", "app::used"],
    ["app::dead", "app::only_by_dead"],
    ["app::self_caller", "app::self_caller"],
    ["app::used", "app::named", "reference"],
    ["app::api", "app::by_api"],
    ["app::a_test", "app::by_test"],
    ["<app::T as core::fmt::Display>::fmt", "app::by_display"],
    ["app::TABLE", "app::in_table", "reference"],
    ["app::used", "core::mem::drop"],
  ],
);

test("what no entry point leads to, with the reason", () => {
  expect(told(PROGRAM)).toEqual({
    "app::dead": ["nothing calls it", "exact", undefined],
    "app::only_by_dead": ["called only by unreached functions: app::dead", "exact", undefined],
    "app::self_caller": ["nothing but itself calls it", "exact", undefined],
  });
});

test("with other roots the rest is told with what leads to it", () => {
  const found = told(PROGRAM, ["main", "impls", "statics"]);
  expect(found["app::api"]).toEqual(["public, but nothing in the workspace calls it", "exact", undefined]);
  expect(found["app::by_test"]![0]).toBe(
    "called only by unreached functions: app::a_test; app::a_test (a test) leads to it",
  );
  expect(Object.keys(found)).not.toContain("app::by_display");
});

test("each class of roots by itself", () => {
  const keys = (root: Root) => entryNodes(PROGRAM, [root]).map((node) => nodeKey(PROGRAM, node));
  expect(Object.fromEntries(ROOTS.map((root) => [root, keys(root)]))).toEqual({
    main: ["app::main"],
    public: ["app::TABLE", "app::api"],
    tests: ["app::a_test"],
    benches: [],
    ffi: ["app::exported"],
    impls: ["<app::T as core::fmt::Display>::fmt"],
    statics: ["app::TABLE"],
  });
});

test("a trait of the workspace is entered by its method alone", () => {
  const nodes: Node[] = [
    { path: "app::main", entry: "main" },
    { path: "app::Shape::area", kind: "trait_method", trait: "app::Shape" },
    { path: "<app::Sq as app::Shape>::area", kind: "method", impl: "app::Sq", trait: "app::Shape" },
  ];
  const dispatch = ["app::Shape::area", "<app::Sq as app::Shape>::area", "dispatch"] as const;
  expect(told(program(nodes, [dispatch]))).toEqual({
    "app::Shape::area": ["nothing calls it", "exact", undefined],
    "<app::Sq as app::Shape>::area": [
      "nothing calls it, nor app::Shape::area, which it implements",
      "exact",
      undefined,
    ],
  });
  expect(told(program(nodes, [["app::main", "app::Shape::area"], dispatch]))).toEqual({});
});

describe("what a table holds is reached when the table is read", () => {
  const table = (more: Partial<NodeAttributes>, reads: readonly string[]): CallGraph =>
    program(
      [
        { path: "app::main", entry: "main" },
        { path: "app::dead" },
        { path: "app::TABLE", kind: "initializer", ...more },
        { path: "app::held" },
        { path: "app::below" },
      ],
      [
        ...reads.map((from) => [from, "app::TABLE", "reference"] as const),
        ["app::TABLE", "app::held", "reference"],
        ["app::held", "app::below"],
      ],
    );
  const DEAD = { "app::dead": ["nothing calls it", "exact", undefined] };

  test("by a reached function", () => expect(told(table({}, ["app::main", "app::dead"]))).toEqual(DEAD));
  test.each<[string, Partial<NodeAttributes>]>([
    ["from outside", { entry: "public" }],
    ["by the linker", { entry: "ffi" }],
    ["by the compiler", { name: "_" }],
    ["through its trait", { trait: "app::Named", impl: "app::S" }],
  ])("%s", (_, more) => expect(told(table(more, []))).toEqual(DEAD));

  test("only by an unreached function", () => {
    expect(told(table({}, ["app::dead"]))).toEqual({
      ...DEAD,
      "app::held": ["held only by app::TABLE, which no reached function reads", "exact", undefined],
      "app::below": ["called only by unreached functions: app::held", "exact", undefined],
    });
  });

  test("by nothing", () => {
    expect(told(table({}, []))["app::held"]).toEqual([
      "held only by app::TABLE, which no reached function reads",
      "exact",
      undefined,
    ]);
  });

  test("by what is not in the graph, perhaps", () => {
    const use = (key: string) => (key === "app::TABLE" ? "src/lib.rs:9 may read it" : undefined);
    const doubt = "app::TABLE leads to it: src/lib.rs:9 may read it";
    expect(told(table({}, []), ROOTS, use)).toEqual({
      ...DEAD,
      "app::held": ["held only by app::TABLE, which no reached function reads", "guess", doubt],
      "app::below": ["called only by unreached functions: app::held", "guess", doubt],
    });
  });
});

describe("how sure it is", () => {
  const one = (more: Partial<NodeAttributes>, partial = false): CallGraph => {
    const graph = program([{ path: "app::dead", ...more }], []);
    return partial ? { ...graph, meta: { ...META, partial } } : graph;
  };

  test("a possible use makes a guess of it", () => {
    const doubt = "an attribute at src/lib.rs:3 names it";
    expect(told(one({}), ROOTS, () => doubt)).toEqual({ "app::dead": ["nothing calls it", "guess", doubt] });
  });
  test("and of what only that leads to", () => {
    const graph = program([{ path: "app::dead" }, { path: "app::below" }], [["app::dead", "app::below"]]);
    const found = told(graph, ROOTS, (key) => (key === "app::dead" ? "a call may mean it" : undefined));
    expect(found["app::below"]!.slice(1)).toEqual(["guess", "app::dead leads to it: a call may mean it"]);
  });
  test("missing sources make it likely", () => {
    expect(told(one({}, true))["app::dead"]![1]).toBe("likely");
  });
  test("what a macro made is likely", () => {
    expect(told(one({ macro: "table" }))["app::dead"]).toEqual(["nothing calls it", "likely", "made by table!"]);
  });
});

test("code that cfg leaves out is not listed, nor what only it leads to, but that is counted", () => {
  const graph = program(
    [{ path: "app::windows", inactive: true }, { path: "app::by_windows" }, { path: "app::dead" }],
    [["app::windows", "app::by_windows"]],
  );
  const result = findUnreached({ graph, roots: [], others: [], mayBeUsed: () => undefined });
  expect(result.functions.map(({ node }) => nodeKey(graph, node))).toEqual(["app::dead"]);
  expect([result.total, result.inactiveOnly]).toEqual([2, 1]);
  expect(findNode(graph, "app::windows")).toBeDefined();
});
