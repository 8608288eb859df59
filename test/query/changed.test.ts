import { describe, expect, test } from "@jest/globals";
import { GraphBuilder } from "../../src/graph/columns.ts";
import type { CallGraph, NodeIndex } from "../../src/graph/types.ts";
import { findImpact, type LineChange } from "../../src/query/changed.ts";
import { keysOf, META } from "../graph/support.ts";

/** `outer` from line 1 to 9 with `inner` from 3 to 5, and `caller` in another file. */
function program(): CallGraph {
  const builder = new GraphBuilder();
  const place: Record<string, [string, number, number]> = {
    caller: ["b.rs", 1, 2],
    inner: ["a.rs", 3, 5],
    outer: ["a.rs", 1, 9],
  };
  const nodes = new Map<string, NodeIndex>();
  for (const [path, [file, line, endLine]] of Object.entries(place))
    nodes.set(path, builder.addNode({ name: path, path, kind: "function", file, line, endLine }));
  builder.addSite(nodes.get("caller")!, nodes.get("outer")!, "call", "exact", "");
  return builder.build(META);
}

const GRAPH = program();
const change = (start: number, removed: string[], added: string[], oldStart = start): LineChange => ({
  ...{ start, oldStart, removed, added },
});

function told(...changes: LineChange[]) {
  return toldOf("", ...changes);
}

function toldOf(before: string, ...hunks: LineChange[]) {
  const files = new Map([["a.rs", { hunks, before: () => before }]]);
  const { changed, reached, outside } = findImpact(GRAPH, files, Number.POSITIVE_INFINITY);
  return { changed: keysOf(GRAPH, changed), reached: keysOf(GRAPH, reached.order), outside };
}

describe("the innermost function around each line", () => {
  test.each<[string, LineChange, string[]]>([
    ["in the outer one", change(2, ["f()"], ["g()"]), ["outer"]],
    ["in the inner one", change(4, ["f()"], ["g()"]), ["inner"]],
    ["across both", change(5, ["a()", "b()"], ["c()", "d()"]), ["inner", "outer"]],
    ["lines taken away between two of the inner one", change(4, ["f()"], []), ["inner"]],
    ["lines taken away behind the last", change(9, ["f()"], []), []],
  ])("%s", (_, one, expected) => expect(told(one).changed).toEqual(expected));
});

test("all that reaches it, nearest first", () => {
  expect(told(change(2, ["f()"], ["g()"]))).toEqual({ changed: ["outer"], reached: ["outer", "caller"], outside: 0 });
});

test("comments and spacing change nothing", () => {
  expect(told(change(2, ["f( )"], ["f() // now"]), change(4, [], ["// only words"]))).toEqual({
    changed: [],
    reached: [],
    outside: 0,
  });
});

test("changes outside of functions are counted", () => {
  expect(told(change(20, ["const A: u8 = 1;"], ["const A: u8 = 2;"])).outside).toBe(1);
});

describe("of what was taken away, only what is no function is outside", () => {
  const BEFORE = "use x;\n\n#[inline]\nfn a() {\n    f()\n}\nfn b(g: fn(u8)) {\n    g(1)\n}\nconst N: u8 = 1;\n";
  const lines = BEFORE.split("\n");
  test.each<[string, number, number, string[], number]>([
    ["a function with its attribute", 3, 6, [], 0],
    ["one for a comment", 7, 9, ["// gone"], 0],
    ["the end of one and the next, as a comparison may cut them", 5, 8, [], 0],
    ["a function and the constant below it", 7, 10, [], 1],
    ["a function for a constant", 7, 9, ["const M: u8 = 2;"], 1],
    ["an import", 1, 1, [], 1],
  ])("%s", (_, first, last, added, outside) => {
    expect(toldOf(BEFORE, change(40, lines.slice(first - 1, last), added, first)).outside).toBe(outside);
  });
});

test("in a new file everything has changed", () => {
  const { changed } = findImpact(GRAPH, new Map([["a.rs", { hunks: undefined, before: () => undefined }]]), 0);
  expect(keysOf(GRAPH, changed)).toEqual(["inner", "outer"]);
});
