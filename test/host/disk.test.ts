import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { FileSystem } from "../../src/base/files.ts";
import { absolutePath, diskFileSystem } from "../../src/host/disk.ts";
import { memoryFileSystem } from "../support/memory-fs.ts";

const root = realpathSync(mkdtempSync(join(tmpdir(), "callmap-disk-")));

beforeAll(() => {
  mkdirSync(join(root, "src/deep"), { recursive: true });
  mkdirSync(join(root, "empty"));
  writeFileSync(join(root, "src/lib.rs"), "pub fn é() {}");
  writeFileSync(join(root, "src/Z.rs"), "");
  symlinkSync(join(root, "src"), join(root, "linked"));
  symlinkSync(join(root, "nowhere"), join(root, "broken"));
  symlinkSync(join(root, "loop"), join(root, "loop"));
  symlinkSync(root, join(root, "src/deep/up"));
});

afterAll(() => rmSync(root, { recursive: true }));

const memory = memoryFileSystem(
  { [`${root}/src/lib.rs`]: "pub fn é() {}", [`${root}/src/Z.rs`]: "", [`${root}/empty/`]: "" },
  {
    links: {
      [`${root}/linked`]: `${root}/src`,
      [`${root}/broken`]: `${root}/nowhere`,
      [`${root}/loop`]: `${root}/loop`,
      [`${root}/src/deep/up`]: root,
    },
  },
);

const both: readonly [string, FileSystem][] = [
  ["the disk", diskFileSystem()],
  ["its twin in memory", memory],
];

describe.each(both)("%s", (_, fs) => {
  const text = (path: string): unknown => {
    const bytes = fs.read(`${root}/${path}`);
    return typeof bytes === "string" ? { failure: bytes } : new TextDecoder().decode(bytes);
  };

  test.each([
    ["src/lib.rs", "pub fn é() {}"],
    ["linked/lib.rs", "pub fn é() {}"],
    ["src/deep/up/src/lib.rs", "pub fn é() {}"],
    ["src/missing.rs", { failure: "missing" }],
    ["src/lib.rs/more", { failure: "missing" }],
    ["broken", { failure: "missing" }],
    ["loop", { failure: "missing" }],
    ["loop/lib.rs", { failure: "missing" }],
    ["src", { failure: "directory" }],
    ["linked", { failure: "directory" }],
  ])("read %s", (path, expected) => expect(text(path)).toEqual(expected));

  test.each([
    ["src", "directory"],
    ["empty", "directory"],
    ["linked", "directory"],
    ["src/lib.rs", "file"],
    ["linked/lib.rs", "file"],
    ["broken", undefined],
    ["loop", undefined],
    ["nothing", undefined],
  ])("kind of %s", (path, expected) => expect(fs.kind(`${root}/${path}`)).toBe(expected));

  test("lists by code unit, links included", () => {
    expect(fs.list(`${root}/src`)).toEqual(["Z.rs", "deep", "lib.rs"]);
    expect(fs.list(root)).toEqual(["broken", "empty", "linked", "loop", "src"]);
    expect(fs.list(`${root}/linked`)).toEqual(["Z.rs", "deep", "lib.rs"]);
    expect(fs.list(`${root}/empty`)).toEqual([]);
    expect(fs.list(`${root}/nothing`)).toEqual([]);
    expect(fs.list(`${root}/src/lib.rs`)).toEqual([]);
  });

  test("real paths follow links, and a path that leads nowhere stays", () => {
    expect(fs.realPath(`${root}/linked/lib.rs`)).toBe(`${root}/src/lib.rs`);
    expect(fs.realPath(`${root}/src/deep/up/src`)).toBe(`${root}/src`);
    expect(fs.realPath(`${root}/loop`)).toBe(`${root}/loop`);
  });
});

test("a named pipe is unreadable instead of waited for", () => {
  execFileSync("mkfifo", [join(root, "pipe")]);
  const fs = diskFileSystem();
  expect(fs.read(`${root}/pipe`)).toBe("unreadable");
  expect(fs.kind(`${root}/pipe`)).toBeUndefined();
  rmSync(join(root, "pipe"));
});

test("a file without permission is unreadable", () => {
  const path = join(root, "secret");
  writeFileSync(path, "x");
  chmodSync(path, 0);
  const expected = process.getuid?.() === 0 ? expect.any(Uint8Array) : "unreadable";
  expect(diskFileSystem().read(path)).toEqual(expected);
  rmSync(path);
});

test("a path with a null character is missing", () => {
  expect(diskFileSystem().read(`${root}/a\0b`)).toBe("missing");
  expect(diskFileSystem().kind(`${root}/a\0b`)).toBeUndefined();
});

test("absolutePath sees relative paths from the working directory", () => {
  expect(absolutePath("a/../b")).toBe(`${process.cwd()}/b`);
  expect(absolutePath("/x/")).toBe("/x");
});
