import { expect, test } from "@jest/globals";
import { InputError } from "../../src/base/diagnostic.ts";
import { GraphBuilder, readColumns, serialiseColumns } from "../../src/graph/columns.ts";
import type { CallGraph } from "../../src/graph/types.ts";
import { META } from "./support.ts";

function sample(): CallGraph {
  const builder = new GraphBuilder();
  const a = builder.addNode({
    name: "ä𝒳",
    path: "m::ä𝒳",
    kind: "function",
    file: "src/ü.rs",
    line: 3,
    async: true,
    visibility: "pub",
  });
  const b = builder.addNode({ name: "b", path: "\uFEFFm::b", kind: "method", impl: "m::B" }, { parent: a });
  builder.addSite(a, b, "call", "likely", "because", { file: "src/ü.rs", line: 4, column: 7, how: "method" });
  builder.addSite(b, a, "dispatch", "exact", "");
  return builder.build({ ...META, packages: ["m"] });
}

test("what is written is read", () => {
  const graph = sample();
  expect(readColumns(serialiseColumns(graph))).toEqual(graph);
});

test("an empty graph too", () => {
  const graph = new GraphBuilder().build(META);
  expect(readColumns(serialiseColumns(graph))).toEqual(graph);
});

test("bytes at an odd offset of a larger buffer are read", () => {
  const bytes = serialiseColumns(sample());
  const larger = new Uint8Array(bytes.length + 1);
  larger.set(bytes, 1);
  expect(readColumns(larger.subarray(1))).toEqual(sample());
});

test("every truncation is rejected", () => {
  const bytes = serialiseColumns(sample());
  for (let length = 0; length < bytes.length; length++)
    expect(() => readColumns(bytes.slice(0, length))).toThrow(InputError);
});

test("every changed byte is rejected", () => {
  const bytes = serialiseColumns(sample());
  for (let at = 0; at < bytes.length; at++) {
    if (at >= 40 && at < 44) continue; // The spare word says nothing.
    const changed = bytes.slice();
    changed[at]! ^= 0x10;
    expect(() => readColumns(changed)).toThrow(InputError);
  }
});

test("foreign bytes are rejected", () => {
  expect(() => readColumns(new TextEncoder().encode(`{"attributes":{},${" ".repeat(100)}}`))).toThrow(/no kept scan/);
});
