/** The flame graph as a reader uses it: zoom, search, tooltips and keys, in a browser. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { renderFlame } from "../../src/render/flame.ts";
import type { TreeInput } from "../../src/render/overlay-input.ts";
import { CHROMIUM, openBrowser } from "../support/browser.ts";

const label = (name: string, more: object = {}) => ({ name, kind: "function", scope: "app", module: "app", ...more });

/** main 100: a 60 (leaf 45), [even ⟲ odd] 40. */
const TREE: TreeInput = {
  event: "samples",
  unit: "count",
  length: 4,
  parent: Int32Array.of(-1, 0, 1, 0),
  label: Int32Array.of(0, 1, 2, 3),
  self: Float64Array.of(0, 15, 45, 40),
  total: Float64Array.of(100, 60, 45, 40),
  labels: [
    label("app::main", { file: "src/main.rs", line: 3 }),
    label("app::work"),
    label("app::Tree<T>::leaf", { file: "src/tree.rs", line: 7 }),
    label("[app::even ⟲ app::odd]", { kind: "group", members: ["app::even", "app::odd"] }),
  ],
  whole: 100,
};

const folder = mkdtempSync(join(tmpdir(), "callmap-flame-"));
const file = join(folder, "flame.svg");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

(CHROMIUM === undefined ? describe.skip : describe)("in a browser", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    writeFileSync(file, [...renderFlame(TREE)].join(""));
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1300, height: 400 } });
  });
  afterAll(() => browser.close());

  const open = () => page.goto(pathToFileURL(file).href);
  const box = (name: string) => page.locator("#frames > g", { has: page.locator("title", { hasText: name }) });
  const width = async (name: string) => Math.round(Number(await box(name).locator("rect").getAttribute("width")));
  const shown = () => page.locator("#frames > g:not(.off)").count();
  const answer = (text: string | null) =>
    page.once("dialog", (dialog) => (text === null ? dialog.dismiss() : dialog.accept(text)));

  test("boxes are as wide as their cost", async () => {
    await open();
    expect([await width("app::main"), await width("app::work"), await width("leaf"), await width("even")]).toEqual([
      1180, 708, 531, 472,
    ]);
  });

  test("the pointer tells what a box is", async () => {
    await open();
    await box("leaf").hover();
    expect(await page.locator("#details").textContent()).toBe("app::Tree<T>::leaf (45, 45.00 %, self 45.00 %)");
    expect(await box("leaf").locator("title").textContent()).toContain("src/tree.rs:7");
    expect(await box("even").locator("title").textContent()).toContain("recursion of app::even, app::odd");
  });

  test("a click zooms, and resets", async () => {
    await open();
    await box("app::work").click();
    expect([await width("app::work"), await width("leaf")]).toEqual([1180, 885]);
    expect(await shown()).toBe(4); // all, main, work, leaf
    await page.locator("#reset").click();
    expect([await width("app::work"), await shown()]).toEqual([708, 5]);
  });

  test("the search marks and adds up, nested hits once", async () => {
    await open();
    answer("work|leaf");
    await page.locator("#search").click();
    expect(await page.locator("#matched").textContent()).toBe("Matched: 60.00 %");
    expect(await page.locator("g.hit").count()).toBe(2);
    answer("(");
    await page.keyboard.press("Control+f");
    expect(await page.locator("#matched").textContent()).toBe("Matched: 0.00 %");
  });

  test("keys do what the buttons do", async () => {
    await open();
    answer("even");
    await page.keyboard.press("/");
    expect(await page.locator("#matched").textContent()).toBe("Matched: 40.00 %");
    await box("app::work").click();
    await page.keyboard.press("Escape");
    expect([await page.locator("g.hit").count(), await shown()]).toEqual([0, 5]);
    await page.locator("#search").focus();
    answer("leaf");
    await page.keyboard.press("Enter");
    expect(await page.locator("#matched").textContent()).toBe("Matched: 45.00 %");
  });
});
