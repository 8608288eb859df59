import { expect, test } from "@jest/globals";
import { importBytes } from "../../../src/profile/import/import.ts";
import { compareOverlays } from "../../../src/profile/overlay/difference.ts";
import { findGaps } from "../../../src/profile/overlay/gaps.ts";
import { shortName } from "../../../src/profile/overlay/graph-matcher.ts";
import { heatGraph } from "../../../src/profile/overlay/heat.ts";
import { layOver } from "../../../src/profile/overlay/overlay.ts";
import { percentBase } from "../../../src/profile/overlay/percent.ts";
import { presentTree, reverseTree } from "../../../src/profile/overlay/present.ts";
import { rollUp } from "../../../src/profile/overlay/rollup.ts";
import { listLines, peek, topRows } from "../../../src/profile/overlay/views.ts";
import { graphOf, matcherOf, overlayOf, treeText } from "./support.ts";

test("top: sorted by inclusive or self cost", async () => {
  const overlay = await overlayOf(
    "main;a 1\nmain;b 3\n",
    graphOf([
      ["main", "a"],
      ["main", "b"],
    ]),
  );
  const names = (sort: "self" | "inclusive") =>
    topRows(overlay, { sort }).map(({ name, selfPercent }) => `${name} ${selfPercent}`);
  expect(names("inclusive")).toEqual(["main 0", "b 75", "a 25"]);
  expect(names("self")).toEqual(["b 75", "a 25", "main 0"]);
});

test("peek: callers and callees with their share of the function, and how deep it stood", async () => {
  const overlay = await overlayOf(
    "main;a;b 3\nmain;a;a;c 1\n",
    graphOf([
      ["main", "a"],
      ["a", "b"],
      ["a", "c"],
      ["a", "a"],
    ]),
  );
  const view = peek(overlay, overlay.subjects.find("function", "a"));
  expect(view.callers.map(({ name, percent }) => `${name} ${percent}`)).toEqual(["main 100", "a 25"]);
  expect(view.callees.map(({ name, percent }) => `${name} ${percent}`)).toEqual(["b 75", "a 25", "c 25"]);
  expect(view.depth).toEqual({ min: 1, median: 1, max: 2 });
});

test("list: lines with self and inclusive cost, and what they call", async () => {
  const sample = (lines: string) => `c 1 1.5: 1 e:\n${lines}\n`;
  const leaf =
    "\t 1 b+0x1 (/x)\n  src/b.rs:7\n\t 2 a+0x1 (/x)\n  src/a.rs:3\n\t 3 a+0x9 (/x)\n  src/a.rs:5\n\t 4 main+0x1 (/x)\n  src/m.rs:2\n";
  const { value } = await importBytes(
    Buffer.from(sample(leaf) + sample("\t 3 a+0x9 (/x)\n  src/a.rs:5\n\t 4 main+0x1 (/x)\n  src/m.rs:2\n")),
  );
  const graph = graphOf([
    ["main", "a"],
    ["a", "b"],
    ["a", "a"],
  ]);
  const overlay = layOver(value, graph, matcherOf(graph));
  const rows = listLines(overlay, overlay.subjects.find("function", "a"));
  expect(
    rows.map(({ line, self, inclusive, calls }) => [
      line,
      self,
      inclusive,
      calls.map(({ name, cost }) => `${name} ${cost}`),
    ]),
  ).toEqual([
    [3, 0, 1, ["b 1"]],
    [5, 1, 2, ["a 1"]],
  ]);
});

test("roll-up: self adds up to the total, inclusive counts a stack once", async () => {
  const graph = graphOf(
    [
      ["main", "a"],
      ["a", "b"],
    ],
    {
      main: { module: "app", package: "app" },
      a: { module: "app::x", package: "app" },
      b: { module: "lib", package: "lib" },
    },
  );
  const overlay = await overlayOf("main;a;b 4\nmain;a 1\nmain;core::x 5\n", graph);
  const rows = (level: "package" | "module") =>
    rollUp(overlay, level).map(({ name, self, inclusive }) => `${name} ${self} ${inclusive}`);
  expect(rows("package")).toEqual(["core 5 5", "lib 4 4", "app 1 10"]);
  expect(rows("module")).toEqual(["core 5 5", "lib 4 4", "app::x 1 5", "app 0 10"]);
});

test("gaps: why an observed edge is not in the graph, and what was never seen", async () => {
  const graph = graphOf(
    [
      ["main", "a"],
      ["a", "b"],
      ["main", "c"],
      ["main", "never"],
    ],
    { d: {}, e: { trait: "T" } },
  );
  const overlay = await overlayOf("main;b 4\nmain;d::{closure#0} 3\nmain;core::call;d 2\nmain;e 1\nmain;c 1\n", graph);
  const { missing, unseen } = findGaps(overlay);
  expect(
    missing.map(({ caller, callee, reason, through }) => `${caller} ${callee} ${reason} ${through.join()}`),
  ).toEqual(["main d callback ", "main b inlined-through a", "main e dyn "]);
  expect(unseen.map(({ callee }) => callee)).toEqual(["a", "never"]);
});

test("differences go by source identity; normalised totals make recordings of different length comparable", async () => {
  const graph = graphOf([
    ["main", "a"],
    ["main", "b"],
  ]);
  const before = await overlayOf("main;a<u8> 6\nmain;b 4\n", graph);
  const after = await overlayOf("main;a<u16> 30\nmain;b 70\n", graph);
  const { rows } = compareOverlays(before, after, true);
  expect(
    rows.map(({ name, selfBefore, selfAfter, selfPoints }) => `${name} ${selfBefore} ${selfAfter} ${selfPoints}`),
  ).toEqual(["a 60 30 -30", "b 40 70 30", "main 0 0 0"]);
  const tree = presentTree(after, { base: before });
  expect([...tree.delta!].map((points) => Math.round(points))).toEqual([0, -30, 30]);
});

test("a tree can be read from its leaves", async () => {
  const overlay = await overlayOf(
    "main;a;c 2\nmain;b;c 3\n",
    graphOf([
      ["main", "a"],
      ["main", "b"],
      ["a", "c"],
      ["b", "c"],
    ]),
  );
  const text = treeText(reverseTree(overlay.tree, 0), (label) => overlay.subjects.rows[label]!.name);
  expect(text).toBe(["c 0 5", "  a 0 2", "    main 2 2", "  b 0 3", "    main 3 3"].join("\n"));
});

test("heat graph: what is below the threshold leaves residual edges with what went that way", async () => {
  const graph = graphOf([
    ["main", "a"],
    ["a", "b"],
    ["main", "c"],
  ]);
  const overlay = await overlayOf("main;a;b 1\nmain;c 99\n", graph, { through: ["none"] });
  const { graph: heat, costs, leftOut } = heatGraph(overlay, { nodeMin: 0, maxNodes: 2 });
  expect(heat.nodes.length).toBe(2);
  expect(leftOut).toBe(2);
  expect([...costs.inclusive]).toEqual([99, 100]);
  expect([...costs.edge]).toEqual([99]);
  const bridged = heatGraph(await overlayOf("main;a;b 50\nmain;c 50\nmain;b 50\n", graph), {
    nodeMin: 60,
    maxNodes: 0,
  });
  expect([...bridged.costs.edge]).toEqual([100]);
});

test("KCachegrind's rule for percentages", () => {
  const bases = { total: 100, parent: 40, group: { self: 10, inclusive: 20 } };
  expect(percentBase("call", "parent", bases)).toBe(40);
  expect(percentBase("line", "parent", bases)).toBe(40);
  expect(percentBase("self", "parent", bases)).toBe(10);
  expect(percentBase("inclusive", "parent", bases)).toBe(100);
  expect(percentBase("inclusive", "group", bases)).toBe(20);
  expect(percentBase("call", "total", bases)).toBe(100);
  expect(percentBase("self", "parent", { total: 100 })).toBe(100);
});

test.each([
  ["<alloc::vec::Vec<T,A> as core::iter::Extend<T>>::extend", "<alloc::vec::Vec as core::iter::Extend>::extend"],
  ["m::foo::<u32, fn(u8) -> u8>::bar", "m::foo::bar"],
  ["core::ops::Fn<(), Output = i32>::call", "core::ops::Fn::call"],
  ["std::rt::lang_start::<()>::{closure#0}", "std::rt::lang_start::{closure}"],
  ["std::rt::lang_start::{{closure}}", "std::rt::lang_start::{closure}"],
  ["<[T] as x::Y>::z", "<[T] as x::Y>::z"],
])("%s is shortened to %s", (long, short) => {
  expect(shortName(long)).toBe(short);
});
