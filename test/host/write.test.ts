import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { writeWhole } from "../../src/host/write.ts";

const root = mkdtempSync(join(tmpdir(), "callmap-write-"));
afterAll(() => rmSync(root, { recursive: true }));

test("a file of a cache brings its folders along", () => {
  const path = join(root, "a/b/c");
  writeWhole(path, "one");
  writeWhole(path, "two");
  expect(readFileSync(path, "utf8")).toBe("two");
});

test("a file in the place of a folder, and a folder that nobody may make, are told of", () => {
  writeWhole(join(root, "file"), "");
  expect(() => writeWhole(join(root, "file/x"), "")).toThrow("ENOTDIR");
  expect(() => writeWhole("/proc/callmap/x/y", "")).toThrow(/ENOENT|EACCES|EPERM|EROFS/);
});
