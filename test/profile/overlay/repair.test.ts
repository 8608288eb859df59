import { expect, test } from "@jest/globals";
import { layOver } from "../../../src/profile/overlay/overlay.ts";
import { FrameFlag } from "../../../src/profile/types.ts";
import { costsOf, graphOf, matcherOf, overlayOf, profileOf } from "./support.ts";

const GRAPH = graphOf([
  ["main", "start"],
  ["start", "even"],
  ["even", "odd"],
  ["odd", "even"],
]);

/** A stack that perf cut at 127 frames, inside the recursion; `last` ends it. */
const cut = (last: string, depth = 127) => {
  const frames = Array.from({ length: depth - 1 }, (_, at) => (at % 2 === 0 ? "odd" : "even"));
  return `${[...frames, last].join(";")} 10\n`;
};
const WHOLE = "_start;main;start;even 2\n";

test("a stack cut inside a recursion goes back on the only way into it, below the runtime's frames", async () => {
  const overlay = await overlayOf(WHOLE + cut("odd"), GRAPH);
  expect(costsOf(overlay)).toEqual(["[even ⟲ odd] 12 12", "even 2 12", "main 0 12", "odd 10 10", "start 0 12"]);
  expect(overlay.repair).toMatchObject({ limit: 127, cut: { weight: 10 }, repaired: { weight: 10 } });
  expect(overlay.costs.subjects.inclusive[overlay.subjects.find("external", "_start")]).toBe(12);
});

test("frames put back are marked", async () => {
  const { profile } = await overlayOf(WHOLE + cut("odd"), GRAPH);
  const marked = Array.from(profile.frames.flags).filter((flags) => flags & FrameFlag.Estimated);
  expect(marked).toHaveLength(1); // `start`; `main` was seen
});

test("it can be switched off, and takes another limit", async () => {
  const off = await overlayOf(WHOLE + cut("odd"), GRAPH, { repair: false });
  expect(costsOf(off)).toContain("main 0 2");
  const text = WHOLE + cut("odd", 12);
  expect(costsOf(await overlayOf(text, GRAPH))).toContain("main 0 2");
  expect(costsOf(await overlayOf(text, GRAPH, { maxStack: 12 }))).toContain("main 0 12");
});

test("a pile of stacks at the greatest depth is taken for the limit", async () => {
  const overlay = await overlayOf(WHOLE + cut("odd", 64) + cut("leaf", 64), GRAPH);
  expect(overlay.repair!.limit).toBe(64);
  expect(costsOf(overlay)).toContain("main 0 22");
});

test("two ways into the recursion: nothing is put back", async () => {
  const graph = graphOf([
    ["main", "a"],
    ["main", "b"],
    ["a", "even"],
    ["b", "even"],
    ["even", "odd"],
    ["odd", "even"],
  ]);
  const overlay = await overlayOf(`_start;main;a;even 2\n${cut("odd")}`, graph);
  expect(overlay.repair).toMatchObject({ cut: { weight: 10 }, repaired: { weight: 0 } });
  expect(costsOf(overlay)).toContain("main 0 2");
});

test("ways from tests and from other programs do not count", async () => {
  const graph = graphOf(
    [
      ["main", "even"],
      ["even", "odd"],
      ["odd", "even"],
      ["checks", "even"],
      ["other", "even"],
    ],
    { checks: { entry: "test", test: true }, other: { entry: "main" } },
  );
  const overlay = await overlayOf(`_start;main;even 2\n${cut("odd")}`, graph);
  expect(costsOf(overlay)).toContain("main 0 12");
});

test("a direct recursion is one, too; a whole stack of the same depth is none", async () => {
  const graph = graphOf([
    ["main", "walk"],
    ["walk", "walk"],
  ]);
  const tower = Array.from({ length: 126 }, () => "walk").join(";");
  const overlay = await overlayOf(`_start;main;walk 1\nwalk;${tower} 5\nmain;${tower} 7\n`, graph);
  expect(overlay.repair).toMatchObject({ limit: 127, repaired: { weight: 5 } });
  expect(costsOf(overlay)).toContain("main 0 13");
});

test("threads that do not run below main keep their stacks", async () => {
  const profile = await profileOf(`app-1/1;_start;main;start;even 2\napp-1/2;${cut("odd")}`);
  const overlay = layOver(profile, GRAPH, matcherOf(GRAPH));
  expect(overlay.repair).toMatchObject({ cut: { weight: 10 }, repaired: { weight: 0 } });
});

test("inlined frames do not count towards the limit", async () => {
  const text = `p;_start;main;start;even 1\np;${Array.from({ length: 127 }, (_, at) => (at % 2 ? "even;odd_[i]" : "odd")).join(";")} 4\n`;
  expect((await overlayOf(text, GRAPH)).repair).toMatchObject({ limit: 127, repaired: { weight: 4 } });
});

test("stacks that end with what was copied of them are cut at many depths, in a frame without a name", async () => {
  const deep = (depth: number) => `[unknown];${cut("odd", depth)}`;
  const overlay = await overlayOf(WHOLE + deep(80) + deep(101), GRAPH);
  expect(overlay.repair).toMatchObject({ limit: 0, cut: { weight: 20 }, repaired: { weight: 20 } });
  expect(costsOf(overlay)).toContain("main 0 22");
});
