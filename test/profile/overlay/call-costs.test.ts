import { expect, test } from "@jest/globals";
import { importBytes } from "../../../src/profile/import/import.ts";
import { layOver, type OverlayOptions } from "../../../src/profile/overlay/overlay.ts";
import { costsOf, edgesOf, graphOf, matcherOf, shownText } from "./support.ts";

const GRAPH = graphOf([
  ["main", "a"],
  ["a", "b"],
  ["even", "odd"],
  ["odd", "even"],
  ["main", "even"],
]);

/** Functions as `name self`, each followed by its calls as `> callee count inclusive`. */
async function overlayOf(text: string, options: OverlayOptions = {}) {
  const lines = text.split("\n").map((line) => {
    const [, callee, count, cost] = /^> (\S+) (\d+) (\d+)$/.exec(line.trim()) ?? [];
    if (callee) return `cfn=${callee}\ncalls=${count} 1\n1 ${cost}`;
    const [name, self] = line.trim().split(" ");
    return `fn=${name}\n1 ${self}`;
  });
  const total = text
    .split("\n")
    .reduce((sum, line) => sum + (line.trim().startsWith(">") ? 0 : Number(line.trim().split(" ")[1])), 0);
  const file = `# callgrind format\nevents: Ir\nfl=x.rs\n${lines.join("\n")}\ntotals: ${total}\n`;
  const { value } = await importBytes(Buffer.from(file));
  return layOver(value, GRAPH, matcherOf(GRAPH), options);
}

test("self, inclusive, and counts of calls", async () => {
  const overlay = await overlayOf("main 1\n> a 2 9\na 4\n> b 6 5\nb 5");
  expect(costsOf(overlay)).toEqual(["a 4 9", "b 5 5", "main 1 10"]);
  expect(edgesOf(overlay)).toEqual(["a>b 5", "main>a 9"]);
  expect([...overlay.costs.edges.count]).toEqual([2, 6]);
});

test("recursion levels are one function, whose inclusive cost is that of the calls from outside", async () => {
  const overlay = await overlayOf("main 1\n> a 1 9\na 4\n> a'2 1 5\na'2 5\n> a'2 8 40", { recursion: "keep" });
  expect(costsOf(overlay)).toEqual(["a 9 9", "main 1 10"]);
  const { edges } = overlay.costs;
  expect([...edges.recursive]).toEqual([0, 1]);
});

test("a recursion group: self is the members', inclusive that and what leaves it", async () => {
  const overlay = await overlayOf(
    "main 1\n> even 1 9\neven 2\n> odd 5 60\nodd 3\n> even'2 5 60\n> b 1 4\neven'2 0\n> odd 4 50\nb 4",
  );
  expect(costsOf(overlay)).toContain("[even ⟲ odd] 5 9");
  expect(shownText(overlay)).toBe(["main 1 10", "  [even ⟲ odd] 5 9", "    b 4 4"].join("\n"));
});

test("a closure called by a helper is part of the function that the helper was called from", async () => {
  const overlay = await overlayOf("main 0\n> a 1 10\na 1\n> b 1 9\nb 2\n> a::{closure#0} 3 7\na::{closure#0} 7", {
    recursion: "keep",
  });
  expect(costsOf(overlay)).toEqual(["a 8 10", "b 2 9", "main 0 10"]);
});

test("libraries between workspace functions are seen through by shares", async () => {
  const overlay = await overlayOf(
    "main 0\n> a 1 3\n> core::fold 1 7\na 1\n> core::fold 1 2\ncore::fold 3\n> b 9 6\nb 6",
  );
  // fold cost 9, a third of a's and two thirds of main's calls; it passed 6 on to b.
  expect(edgesOf(overlay).filter((edge) => edge.includes("b "))).toEqual([
    "a>b 1.3333333333333333 via core::fold",
    "core::fold>b 6",
    "main>b 4.666666666666667 via core::fold",
  ]);
  expect(
    edgesOf(await overlayOf("main 0\n> core::fold 1 9\ncore::fold 3\n> b 9 6\nb 6", { through: ["none"] })),
  ).toEqual(["core::fold>b 6", "main>core::fold 9"]);
});

test("what no call from a root explains, such as threads, stands at the root of the tree", async () => {
  const overlay = await overlayOf("main 5\n> libc::clone 1 0\nlibc::clone 0\n> a 1 0\na 5");
  const roots = Array.from(overlay.tree.parent).filter((parent) => parent < 0);
  expect(roots).toHaveLength(2);
  expect(overlay.tree.self.reduce((sum, cost) => sum + cost, 0)).toBe(10);
  expect(overlay.estimated).toBe(true);
});
