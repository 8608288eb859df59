/** callmap as a library: what the README shows of it. */
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { applyFilters, fromGraphologyJson, InputError, matchFunctions, render, type Scan, scan } from "../src/index.ts";

const EXAMPLES = join(import.meta.dirname, "../examples");

let shapes: Scan;
beforeAll(async () => {
  shapes = await scan(join(EXAMPLES, "shapes"), { targets: { tests: true } });
});

test("graphology's graph has the nodes and edges with their attributes", () => {
  const { graph } = shapes;
  const callers = graph.mapInEdges("shapes::larger", (_, attributes, caller) => [caller, attributes.kind]);
  expect(callers.sort()).toEqual([
    ["areas::the_larger_circle_wins", "call"],
    ["shapes::main", "call"],
  ]);
  expect(graph.getNodeAttributes("shapes::Shape::describe")).toMatchObject({ kind: "trait_method", default: true });
  expect(graph.getAttribute("partial")).toBe(false);
});

test("columns go through filters and formats", async () => {
  const { graph } = applyFilters(shapes.columns, { focus: ["larger"], depth: { callers: 1, callees: 0 } });
  expect(await render(graph, "{{caller}} {{callee}}")).toBe(
    "areas::the_larger_circle_wins shapes::larger\nshapes::main shapes::larger\n",
  );
  expect(matchFunctions(shapes.columns, "Rectangle::new")).toHaveLength(1);
});

test("JSON is read back", async () => {
  const text = await render(shapes.columns, "json");
  const { value } = fromGraphologyJson(JSON.parse(text));
  expect(await render(value, "json")).toBe(text);
});

test("what can't be scanned throws, with diagnostics", async () => {
  const failed = scan(join(EXAMPLES, "not-here"));
  await expect(failed).rejects.toBeInstanceOf(InputError);
  await expect(failed).rejects.toMatchObject({ diagnostics: [{ code: "missing-path" }], usage: false });
});
