import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { FactsStore } from "../../src/host/facts.ts";
import type { FileText } from "../../src/names/input.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callmap-facts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PLACE = "/cargo/registry/src/index-1/serde-1.0.0/src/lib.rs";
const BYTES = Buffer.from("fn f() {}");
const FACTS = {
  text: "fn f() {}",
  facts: { code: Int32Array.of(0, 7), names: ["f"], items: [] },
} as unknown as FileText;
const store = (version = "1.0.0", build = "a"): FactsStore =>
  new FactsStore("/stubs", "/cargo", folder, version, build);

test("what is kept of a published package is there in the next run", () => {
  const first = store();
  first.keep(PLACE, BYTES, FACTS);
  first.flush();
  expect(store().find(PLACE, BYTES)).toMatchObject(FACTS);
  expect(readdirSync(folder)).toEqual(["serde-1.0.0.bin"]);
});

test("files outside of the registry are not kept", () => {
  const first = store();
  first.keep("/home/me/app/src/main.rs", BYTES, FACTS);
  first.flush();
  expect(readdirSync(folder)).toEqual([]);
});

test("facts of another version or build of callmap do not count", () => {
  const first = store("1.0.0");
  first.keep(PLACE, BYTES, FACTS);
  first.flush();
  expect(store("1.0.1").find(PLACE, BYTES)).toBeUndefined();
  expect(store("1.0.0", "b").find(PLACE, BYTES)).toBeUndefined();
  expect(store().find(PLACE, BYTES)).toBeDefined();
});

test("a damaged store is an empty one", () => {
  writeFileSync(join(folder, "serde-1.0.0.bin"), "nonsense");
  expect(store().find(PLACE, BYTES)).toBeUndefined();
});

test("facts of another content do not count", () => {
  const first = store();
  first.keep(PLACE, BYTES, FACTS);
  first.flush();
  expect(store().find(PLACE, Buffer.from("fn g() {}"))).toBeUndefined();
});
