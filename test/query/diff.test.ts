import { describe, expect, test } from "@jest/globals";
import { GraphBuilder, nodeKey } from "../../src/graph/columns.ts";
import type { CallGraph, NodeAttributes, NodeIndex } from "../../src/graph/types.ts";
import { type FunctionCode, functionCode } from "../../src/query/code.ts";
import { type DiffSide, diffGraphs } from "../../src/query/diff.ts";
import { META } from "../graph/support.ts";

interface Row extends Partial<NodeAttributes> {
  readonly path: string;
  /** The function as written; without it the side has no sources for it. */
  readonly code?: string;
}

function side(rows: readonly Row[], calls: readonly (readonly [string, string])[] = []): DiffSide {
  const builder = new GraphBuilder();
  const nodes = new Map<string, NodeIndex>();
  const codes = new Map<string, FunctionCode | undefined>();
  for (const [i, { code, ...row }] of rows.entries()) {
    const plain = { name: row.path.split("::").at(-1)!, kind: "function", file: "a.rs", line: i + 1 } as const;
    const node = builder.addNode({ ...plain, ...row });
    if (!nodes.has(row.path)) nodes.set(row.path, node);
    codes.set(`${row.path}:${i + 1}`, code === undefined ? undefined : functionCode(code, 0));
  }
  for (const [from, to] of calls) builder.addSite(nodes.get(from)!, nodes.get(to)!, "call", "exact", "");
  const graph = builder.build(META);
  if (rows.every(({ code }) => code === undefined)) return { graph };
  return { graph, code: (node) => codes.get(`${graph.strings[graph.nodes.path[node]!]}:${graph.nodes.line[node]}`) };
}

function told(before: DiffSide, after: DiffSide) {
  const diff = diffGraphs(before, after);
  const edge = (graph: CallGraph, e: number): string =>
    [graph.edges.source[e]!, graph.edges.target[e]!].map((node) => nodeKey(graph, node)).join(" > ");
  const pair = ({ from, to }: { from: number; to: number }): string =>
    `${nodeKey(before.graph, from)} > ${nodeKey(after.graph, to)}`;
  return {
    added: diff.added.map((node) => nodeKey(after.graph, node)),
    removed: diff.removed.map((node) => nodeKey(before.graph, node)),
    moved: diff.moved.map((move) => `${pair(move)}${move.sameBody === false ? " (changed)" : ""}`),
    changed: diff.changed.map(pair),
    addedEdges: diff.addedEdges.map((e) => edge(after.graph, e)),
    removedEdges: diff.removedEdges.map((e) => edge(before.graph, e)),
  };
}

const NOTHING = { added: [], removed: [], moved: [], changed: [], addedEdges: [], removedEdges: [] };
const LONG = "{ let total = values.iter().sum::<f64>(); total / values.len() as f64 }";

test("equal graphs differ in nothing", () => {
  const rows = [
    { path: "a::f", code: "fn f() {}" },
    { path: "a::g", code: "fn g() {}" },
  ];
  expect(told(side(rows, [["a::f", "a::g"]]), side(rows, [["a::f", "a::g"]]))).toEqual(NOTHING);
});

test("functions and calls that came and went", () => {
  const before = side([{ path: "a::f" }, { path: "a::old" }], [["a::f", "a::old"]]);
  const after = side([{ path: "a::f" }, { path: "a::new" }, { path: "a::extra" }], [["a::f", "a::extra"]]);
  expect(told(before, after)).toEqual({
    ...NOTHING,
    added: ["a::extra", "a::new"],
    removed: ["a::old"],
    addedEdges: ["a::f > a::extra"],
    removedEdges: ["a::f > a::old"],
  });
});

describe("moved functions", () => {
  test("of the same name and body", () => {
    const before = side([{ path: "a::f", code: "fn f() { g() }" }]);
    expect(told(before, side([{ path: "b::f", code: "fn f() { g() } // now here" }]))).toEqual({
      ...NOTHING,
      moved: ["a::f > b::f"],
    });
  });
  test("renamed, with a body that says something", () => {
    const before = side([{ path: "a::mean", code: `fn mean(values: &[f64]) -> f64 ${LONG}` }]);
    const after = side([{ path: "a::average", code: `fn average(values: &[f64]) -> f64 ${LONG}` }]);
    expect(told(before, after).moved).toEqual(["a::mean > a::average"]);
  });
  test("a short body is no sign of a renamed one", () => {
    const before = side([{ path: "a::f", code: "fn f() { 1 }" }]);
    expect(told(before, side([{ path: "a::g", code: "fn g() { 1 }" }]))).toMatchObject({
      added: ["a::g"],
      removed: ["a::f"],
      moved: [],
    });
  });
  test("changed on the way, with name and signature kept", () => {
    const before = side([{ path: "a::f", code: "fn f(x: u8) -> u8 { x }" }]);
    const after = side([{ path: "b::f", code: "fn f(x: u8) -> u8 { x + 1 }" }]);
    expect(told(before, after)).toMatchObject({
      moved: ["a::f > b::f (changed)"],
      changed: ["a::f > b::f"],
      added: [],
    });
  });
  test("two that could be it are none", () => {
    const before = side([{ path: "a::f", code: "fn f() { g() }" }]);
    const after = side([
      { path: "b::f", code: "fn f() { g() }" },
      { path: "c::f", code: "fn f() { g() }" },
    ]);
    expect(told(before, after)).toMatchObject({ moved: [], added: ["b::f", "c::f"], removed: ["a::f"] });
  });
  test("methods are told apart by their types", () => {
    const method = { kind: "method" } as const;
    const before = side([{ path: "a::X::new", impl: "a::X", ...method, code: "fn new() -> Self { Self }" }]);
    const other = side([{ path: "b::Y::new", impl: "b::Y", ...method, code: "fn new() -> Self { Self }" }]);
    const same = side([{ path: "b::X::new", impl: "b::X", ...method, code: "fn new() -> Self { Self }" }]);
    expect(told(before, other).moved).toEqual([]);
    expect(told(before, same).moved).toEqual(["a::X::new > b::X::new"]);
  });
  test("their calls are the same calls", () => {
    const rows = (module: string): Row[] => [
      { path: "m::main", code: "fn main() {}" },
      { path: `${module}::f`, code: `fn f() ${LONG}` },
    ];
    const before = side(rows("a"), [["m::main", "a::f"]]);
    expect(told(before, side(rows("b"), [["m::main", "b::f"]]))).toEqual({ ...NOTHING, moved: ["a::f > b::f"] });
  });
});

test("without sources the name and what it calls tell a move", () => {
  const calls = (module: string) =>
    [
      ["m::main", `${module}::f`],
      [`${module}::f`, "m::g"],
    ] as const;
  const rows = (module: string): Row[] => [{ path: "m::main" }, { path: "m::g" }, { path: `${module}::f` }];
  expect(told(side(rows("a"), calls("a")), side(rows("b"), calls("b")))).toEqual({
    ...NOTHING,
    moved: ["a::f > b::f"],
  });
  expect(told(side(rows("a"), calls("a")), side(rows("b")))).toMatchObject({ added: ["b::f"], removed: ["a::f"] });
});

test("a changed body or signature, however it is spaced", () => {
  const before = side([
    { path: "a::f", code: "fn f() { g(1) }" },
    { path: "a::h", code: "fn h() { g(1) }" },
  ]);
  const after = side([
    { path: "a::f", code: "fn f() { g(2) }" },
    { path: "a::h", code: "fn h()\n{\n    g(1)\n}" },
  ]);
  expect(told(before, after)).toEqual({ ...NOTHING, changed: ["a::f > a::f"] });
});

test("twins of one path are told apart by their code", () => {
  const before = side([{ path: "a::f", code: `fn f() ${LONG}` }]);
  const after = side([
    { path: "a::f", code: "fn f() { 0 }" },
    { path: "a::f", code: `fn f() ${LONG}` },
  ]);
  expect(told(before, after)).toEqual({ ...NOTHING, added: ["a::f"] });
});
