import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { costsOf, edgesOf, graphOf, overlayOf } from "./support.ts";

const GRAPH = graphOf([
  ["main", "a"],
  ["a", "b"],
  ["b", "a"],
  ["main", "c"],
]);

test("self goes to the leaf, inclusive to every function on the stack, once", async () => {
  const overlay = await overlayOf("main;a;b;a 3\nmain;a 2\nmain;c 5\n", GRAPH, { recursion: "keep" });
  expect(costsOf(overlay)).toEqual(["a 5 5", "b 0 3", "c 5 5", "main 0 10"]);
  expect(edgesOf(overlay)).toEqual(["a>b 3", "b>a 3", "main>a 5", "main>c 5"]);
});

test("copies and closures are charged to the function as written; split shows the copies", async () => {
  const text = "main;a<u8> 1\nmain;a<u16>;a::{closure#0} 2\nmain;a<u8> 4\n";
  expect(costsOf(await overlayOf(text, GRAPH, { recursion: "keep" }))).toEqual(["a 7 7", "main 0 7"]);
  expect(costsOf(await overlayOf(text, GRAPH, { split: "mono", recursion: "keep" }))).toEqual([
    "a::{closure#0} 2 2",
    "a<u16> 0 2",
    "a<u8> 5 5",
    "main 0 7",
  ]);
});

test("std between two workspace functions is left out: one edge, with the way it went; std at the leaf stays", async () => {
  const text = "main;core::iter::map;core::fold;a;alloc::vec::push 4\nmain;core::iter::map 1\n";
  const overlay = await overlayOf(text, GRAPH);
  expect(edgesOf(overlay)).toEqual(["a>alloc::vec::push 4", "main>a 4 via core::iter::map", "main>core::iter::map 1"]);
  expect(edgesOf(await overlayOf(text, GRAPH, { through: ["none"] }))).toEqual([
    "a>alloc::vec::push 4",
    "core::fold>a 4",
    "core::iter::map>core::fold 4",
    "main>core::iter::map 5",
  ]);
});

test("other crates are left out when named, or with all", async () => {
  const text = "main;rayon::join;core::call;a 4\n";
  expect(edgesOf(await overlayOf(text, GRAPH))).toEqual(["main>rayon::join 4", "rayon::join>a 4 via core::call"]);
  for (const through of [["std", "rayon"], ["all"]]) {
    expect(edgesOf(await overlayOf(text, GRAPH, { through }))).toEqual(["main>a 4 via rayon::join"]);
  }
});

test("the nearest workspace function answers for what its libraries cost", async () => {
  const { costs, subjects } = await overlayOf("main;a;core::x;libc::y 3\nmain;a 1\n", GRAPH);
  const nearest = (name: string) => costs.subjects.nearest[subjects.find("function", name)];
  expect([nearest("main"), nearest("a")]).toEqual([0, 4]);
});

test("shares say where the cost was spent, and what passed through the workspace", async () => {
  const { shares, total } = await overlayOf("main;a 3\nmain;core::x 2\nlibc::y 4\nmain;?gone 1\n", GRAPH);
  const weights = Object.fromEntries(Object.entries(shares).map(([name, { weight }]) => [name, weight]));
  expect(weights).toEqual({ matched: 3, external: 6, unmatched: 1, bare: 0, through: 6 });
  expect(total.weight).toBe(10);
});

test("a profile of another program is called one", async () => {
  const { diagnostics } = await overlayOf("main2;x::f 1000\nmain2;main 1\n", graphOf([["main", "a"]]));
  expect(diagnostics.map(({ code }) => code)).toEqual(["foreign-profile"]);
});

test("an event that the profile lacks is named with those it has", async () => {
  const { diagnostics } = await overlayOf("main;a 3\n", GRAPH, { filter: { event: "cycles" } });
  expect(diagnostics[0]).toMatchObject({ severity: "error", code: "unknown-event" });
  expect(diagnostics[0]!.message).toContain("samples");
});

test("nothing exceeds the total, self costs add up to it", async () => {
  const names = ["main", "a", "b", "c", "core::x", "libc::y", "?u", "a::{closure#0}"];
  const stack = fc.tuple(
    fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 8 }),
    fc.integer({ min: 1, max: 9 }),
  );
  const options = fc.record({
    recursion: fc.constantFrom("scc", "observed", "function", "direct", "keep" as const),
    through: fc.constantFrom(["std"], ["none"], ["all"]),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(stack, { minLength: 1, maxLength: 8 }), options, async (stacks, chosen) => {
      const text = stacks.map(([frames, weight]) => `main;${frames.join(";")} ${weight}\n`).join("");
      const overlay = await overlayOf(text, GRAPH, chosen as object);
      const total = stacks.reduce((sum, [, weight]) => sum + weight, 0);
      const { self, inclusive } = overlay.costs.subjects;
      expect(self.reduce((sum, cost) => sum + cost, 0)).toBe(total);
      expect(
        Math.max(...inclusive, ...overlay.shownCosts.inclusive, ...overlay.costs.edges.cost, 0),
      ).toBeLessThanOrEqual(total);
      expect(inclusive.every((cost, at) => cost >= self[at]!)).toBe(true);
      expect(overlay.tree.self.reduce((sum, cost) => sum + cost, 0)).toBe(total);
    }),
    { numRuns: 100 },
  );
});
