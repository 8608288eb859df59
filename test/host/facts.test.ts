import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { FactsStore } from "../../src/host/facts.ts";
import type { KeptFacts } from "../../src/scan/sources.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callmap-facts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PLACE = "/cargo/registry/src/index-1/serde-1.0.0/src/lib.rs";
const FACTS = {
  whole: "fn f() {}",
  text: "fn f() {}",
  facts: { code: Int32Array.of(0, 7), names: ["f"], items: [] },
} as unknown as KeptFacts;
const store = (version = "1.0.0"): FactsStore => new FactsStore("/stubs", "/cargo", folder, version);

test("what is kept of a published package is there in the next run", () => {
  const first = store();
  first.keep(PLACE, FACTS);
  first.flush();
  expect(store().find(PLACE)).toEqual(FACTS);
  expect(readdirSync(folder)).toEqual(["serde-1.0.0.bin"]);
});

test("files outside of the registry are not kept", () => {
  const first = store();
  first.keep("/home/me/app/src/main.rs", FACTS);
  first.flush();
  expect(readdirSync(folder)).toEqual([]);
});

test("facts of another version of callmap do not count", () => {
  const first = store("1.0.0");
  first.keep(PLACE, FACTS);
  first.flush();
  expect(store("1.0.1").find(PLACE)).toBeUndefined();
});

test("a damaged store is an empty one", () => {
  writeFileSync(join(folder, "serde-1.0.0.bin"), "nonsense");
  expect(store().find(PLACE)).toBeUndefined();
});
