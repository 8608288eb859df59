import { expect, test } from "@jest/globals";
import { InputError } from "../../src/base/diagnostic.ts";
import { edgeAttributes, nodeAttributes, nodeKey } from "../../src/graph/columns.ts";
import { toGraphology } from "../../src/graph/graphology.ts";
import { fromGraphologyJson } from "../../src/graph/import.ts";
import { graphOf } from "./support.ts";

test("graphology's export is read back", () => {
  const graph = graphOf(
    [
      ["a::f", "a::g"],
      ["a::g", "a::f", "reference"],
      ["a::f", "a::f"],
    ],
    ["lonely"],
  );
  const { value, diagnostics } = fromGraphologyJson(JSON.parse(JSON.stringify(toGraphology(graph).export())));
  expect(diagnostics).toEqual([]);
  expect(value).toEqual(graph);
});

test("what is absent takes a default", () => {
  const { value, diagnostics } = fromGraphologyJson({
    nodes: [{ key: "a::f#2" }, { key: "g" }],
    edges: [{ source: "g", target: "a::f#2" }],
  });
  expect(diagnostics).toEqual([]);
  expect(nodeKey(value, 0)).toBe("a::f#2");
  expect(nodeAttributes(value, 0)).toEqual({ name: "f", path: "a::f", kind: "function" });
  expect(edgeAttributes(value, 0)).toEqual({ kind: "call", confidence: "exact", why: "", sites: [] });
});

test("a closure may stand before the function around it, and parents in a circle are cut", () => {
  const { value } = fromGraphologyJson({
    nodes: [
      { key: "f::{closure#0}", attributes: { kind: "closure", parent: "f" } },
      { key: "f" },
      { key: "x", attributes: { parent: "y" } },
      { key: "y", attributes: { parent: "x" } },
    ],
  });
  expect(nodeAttributes(value, 1).parent).toBe("f");
  expect(value.nodes.length).toBe(4);
});

test.each([
  [[], /no JSON object/],
  [{}, /nodes: missing/],
  [{ nodes: {} }, /nodes: expected a list/],
  [{ nodes: [], edges: 3 }, /edges: expected a list, found 3/],
  [{ nodes: [], attributes: { schema: 99 } }, /attributes\.schema: this version reads graphs up to schema 1/],
])("%j is no graph", (json, message) => {
  expect(() => fromGraphologyJson(json)).toThrow(InputError);
  expect(() => fromGraphologyJson(json)).toThrow(message);
});

test.each([
  [{ nodes: [{}] }, "nodes[0]: expected an object with a key"],
  [{ nodes: [{ key: "a" }, { key: "a" }] }, 'nodes[1].key: a second node has the key "a"'],
  [
    { nodes: [{ key: "a", attributes: { kind: "functon" } }] },
    'nodes[0].attributes.kind: expected one of function, method, trait_method, closure, initializer, external, type, module, package, file, found "functon"',
  ],
  [
    { nodes: [{ key: "a", attributes: { line: "3" } }] },
    'nodes[0].attributes.line: expected a whole number from 0, found "3"',
  ],
  [{ nodes: [{ key: "a" }], edges: [{ source: "a", target: "b" }] }, 'edges[0].target: no node has the key "b"'],
  [
    { nodes: [{ key: "a" }], edges: [{ source: "a", target: "a", attributes: { sites: [{ file: "x", line: -1 }] } }] },
    "edges[0].attributes.sites[0].line: expected a whole number from 0, found -1",
  ],
  [
    { nodes: [{ key: "a" }], edges: [{ source: "a", target: "a", attributes: { sites: 7 } }] },
    "edges[0].attributes.sites: expected a list, found 7",
  ],
  [{ nodes: [], attributes: { partial: "yes" } }, 'attributes.partial: expected true or false, found "yes"'],
])("%j is told by its place and left out", (json, message) => {
  const { value, diagnostics } = fromGraphologyJson(json);
  expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([message]);
  expect(value.meta.partial).toBe(true);
});

test("a flood of problems is summed up", () => {
  const { diagnostics } = fromGraphologyJson({ nodes: Array.from({ length: 1000 }, () => 1) });
  expect(diagnostics).toHaveLength(21);
  expect(diagnostics.at(-1)!.message).toBe("980 more problems in this graph");
});
