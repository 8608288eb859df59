import { expect, test } from "@jest/globals";
import { groupName } from "../../../src/profile/overlay/recursion.ts";
import { costsOf, graphOf, overlayOf, shownText } from "./support.ts";

/** main → even ⇄ odd → leaf, and helper, which comes back to even. */
const GRAPH = graphOf([
  ["main", "even"],
  ["even", "odd"],
  ["odd", "even"],
  ["odd", "leaf"],
  ["main", "odd"],
]);

const TOWER = "main;even;odd;even;odd;leaf 2\nmain;odd;even 3\n";

test("scc: frames of one cycle are one frame, wherever the stack enters it", async () => {
  const overlay = await overlayOf(TOWER, GRAPH);
  expect(shownText(overlay)).toBe(["main 0 5", "  [even ⟲ odd] 3 5", "    leaf 2 2"].join("\n"));
  expect(costsOf(overlay)).toEqual(["[even ⟲ odd] 3 5", "even 3 5", "leaf 2 2", "main 0 5", "odd 0 5"]);
});

test("keep, direct and function", async () => {
  expect(shownText(await overlayOf("main;even;odd;even 2\n", GRAPH, { recursion: "keep" }))).toBe(
    ["main 0 2", "  even 0 2", "    odd 0 2", "      even 2 2"].join("\n"),
  );
  expect(shownText(await overlayOf("main;even;even;odd;even 2\n", GRAPH, { recursion: "direct" }))).toBe(
    ["main 0 2", "  even 0 2", "    odd 0 2", "      even 2 2"].join("\n"),
  );
  // What is already on the stack is left out; a callee hangs below the deepest frame that is left.
  expect(shownText(await overlayOf("main;even;odd;even;leaf 2\n", GRAPH, { recursion: "function" }))).toBe(
    ["main 0 2", "  even 0 2", "    odd 0 2", "      leaf 2 2"].join("\n"),
  );
});

test("a cycle left through a function outside and entered again is two frames", async () => {
  expect(shownText(await overlayOf("main;even;odd;leaf;even 1\n", GRAPH))).toBe(
    ["main 0 1", "  [even ⟲ odd] 0 1", "    leaf 0 1", "      [even ⟲ odd] 1 1"].join("\n"),
  );
});

test("std inside of a recursion does not break it, when it is seen through", async () => {
  expect(shownText(await overlayOf("main;even;core::call;odd 1\n", GRAPH))).toBe(
    ["main 0 1", "  [even ⟲ odd] 1 1"].join("\n"),
  );
});

test("closures make no cycle: entering one is not entering the function around it", async () => {
  const graph = graphOf([
    ["main", "prices"],
    ["prices", "times"],
  ]);
  const overlay = await overlayOf("main;prices;times;prices::{closure#0} 4\n", graph);
  expect(shownText(overlay)).toBe(["main 0 4", "  prices 0 4", "    times 0 4", "      prices 4 4"].join("\n"));
  expect(overlay.observedCycles).toEqual([]);
});

test("a cycle that only the profile shows is reported, and collapsed on request", async () => {
  const graph = graphOf([
    ["main", "a"],
    ["main", "b"],
  ]);
  const text = "main;a;b;a 4\n";
  const overlay = await overlayOf(text, graph);
  expect(overlay.observedCycles.map((cycle) => cycle.map((at) => overlay.subjects.rows[at]!.name))).toEqual([
    ["a", "b"],
  ]);
  expect(shownText(await overlayOf(text, graph, { recursion: "observed" }))).toBe(
    ["main 0 4", "  [a ⟲ b] 4 4"].join("\n"),
  );
});

test("a closure that calls its function again is recursion, by way of whatever called it back", async () => {
  const graph = graphOf([
    ["main", "run"],
    ["run", "each"],
  ]);
  const text = "main;run;each;run::{closure#0};run;each;run::{closure#0} 4\n";
  const overlay = await overlayOf(text, graph);
  expect(overlay.observedCycles.map((cycle) => cycle.map((at) => overlay.subjects.rows[at]!.name))).toEqual([
    ["run", "each"],
  ]);
  expect(shownText(await overlayOf(text, graph, { recursion: "observed" }))).toBe(
    ["main 0 4", "  [each ⟲ run] 4 4"].join("\n"),
  );
});

test("the user may name a group", async () => {
  const graph = graphOf([["main", "a"]], { b: {} });
  const overlay = await overlayOf("main;a;b;a 4\n", graph, { groups: [(name) => name === "a" || name === "b"] });
  expect(shownText(overlay)).toBe(["main 0 4", "  [a ⟲ b] 4 4"].join("\n"));
});

test("long groups are cut in the name", () => {
  expect(groupName(["d", "c", "b", "a"])).toBe("[a ⟲ b ⟲ c ⟲ d]");
  expect(groupName(["e", "d", "c", "b", "a"])).toBe("[a ⟲ b ⟲ c ⟲ 2 more]");
});

test("a tower of 200,000 frames collapses without overflow", async () => {
  const overlay = await overlayOf(`main;${"even;odd;".repeat(100_000)}leaf 1\n`, GRAPH, { repair: false });
  expect(shownText(overlay)).toBe(["main 0 1", "  [even ⟲ odd] 0 1", "    leaf 1 1"].join("\n"));
});
