import { expect, test } from "@jest/globals";
import { importBytes } from "../../../src/profile/import/import.ts";
import type { CallGraphOptions, ChainNode } from "../../../src/profile/overlay/perf-chains.ts";
import { PERF_DEFAULT, parseCallGraph, perfReport } from "../../../src/profile/overlay/perf-graph.ts";

/** The samples of features.md, F12: 83 in all. */
const SAMPLES: readonly (readonly [string, number])[] = [
  ["main;top;x;leaf", 41],
  ["main;top;y", 30],
  ["main;top;y;leaf", 10],
  ["other", 2],
];

async function report(options: Partial<CallGraphOptions>) {
  const text = SAMPLES.map(([stack, weight]) => {
    const frames = stack
      .split(";")
      .toReversed()
      .map((name) => `\t ${name.charCodeAt(0).toString(16)} ${name}+0x0 (/x)\n`);
    return `c 1 1.5: ${weight} e:\n${frames.join("")}\n`;
  }).join("");
  const { value } = await importBytes(Buffer.from(text));
  return perfReport(value, { ...PERF_DEFAULT, ...options });
}

/** `12.34 name` by node, depth first; names of one node joined by `;`. */
function chains(nodes: readonly ChainNode[], rest?: number): string[] {
  const own = nodes.flatMap((node) => [
    `${node.percent === undefined ? "-" : node.percent.toFixed(2)} ${node.names.join(";")}`,
    ...chains(node.children, node.rest),
  ]);
  return rest === undefined ? own : [...own, `${rest.toFixed(2)} [...]`];
}

async function chainsOf(symbol: string, options: Partial<CallGraphOptions>): Promise<string[]> {
  const row = (await report(options)).find((entry) => entry.symbol === symbol)!;
  return chains(row.chains, row.rest);
}

test("children and self", async () => {
  const rows = (await report({})).map(
    (row) => `${row.symbol} ${row.childrenPercent.toFixed(2)} ${row.selfPercent.toFixed(2)}`,
  );
  expect(rows).toEqual([
    "main 97.59 0.00",
    "top 97.59 0.00",
    "leaf 61.45 61.45",
    "x 49.40 0.00",
    "y 48.19 36.14",
    "other 2.41 2.41",
  ]);
});

test("graph: shares of the whole profile at every level", async () => {
  expect(await chainsOf("top", { mode: "graph" })).toEqual(["- top", "49.40 x;leaf", "48.19 y", "12.05 leaf"]);
});

test("fractal: shares of what the caller passed on", async () => {
  expect(await chainsOf("top", { mode: "fractal" })).toEqual(["- top", "50.62 x;leaf", "49.38 y", "100.00 leaf"]);
});

test("the threshold is of the whole for graph, of the caller for fractal, which says the rest", async () => {
  expect(await chainsOf("top", { mode: "graph", threshold: 20 })).toEqual(["- top", "49.40 x;leaf", "48.19 y"]);
  expect(await chainsOf("top", { mode: "fractal", threshold: 50 })).toEqual(["- top", "50.62 x;leaf", "49.38 [...]"]);
});

test("without children the chains are those that end in the symbol", async () => {
  expect(await chainsOf("leaf", { children: false, order: "caller" })).toEqual([
    "- main;top",
    "49.40 x;leaf",
    "12.05 y;leaf",
  ]);
  expect(await chainsOf("leaf", { children: false, order: "callee" })).toEqual([
    "- leaf",
    "49.40 x;top;main",
    "12.05 y;top;main",
  ]);
});

test("flat and folded: a line a chain", async () => {
  const flat = { children: false, order: "caller" } as const;
  expect(await chainsOf("leaf", { ...flat, mode: "flat" })).toEqual(["49.40 main;top;x;leaf", "12.05 main;top;y;leaf"]);
  expect(await chainsOf("y", { ...flat, mode: "folded" })).toEqual(["36.14 main;top;y"]);
  expect(await chainsOf("leaf", { ...flat, mode: "none" })).toEqual([]);
});

test("the limit bounds each level", async () => {
  expect(await chainsOf("top", { limit: 1 })).toEqual(["- top", "49.40 x;leaf"]);
});

test("the argument is read as perf reads it", () => {
  expect(parseCallGraph("fractal,5,3,callee")).toMatchObject({
    mode: "fractal",
    threshold: 5,
    limit: 3,
    order: "callee",
  });
  expect(parseCallGraph("callee,0.1")).toMatchObject({ mode: "graph", threshold: 0.1, order: "callee" });
  expect(parseCallGraph("grapf")).toEqual({ bad: "grapf" });
});
