import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { findNode, nodeKey } from "../../src/graph/columns.ts";
import { type FoundScan, findScan } from "../../src/host/kept.ts";

const base = mkdtempSync(join(tmpdir(), "callmap-kept-"));
process.env.XDG_CACHE_HOME = join(base, "cache");
let root = "";
let count = 0;

afterAll(() => rmSync(base, { recursive: true }));

beforeEach(() => {
  root = join(base, `ws${count++}`);
  write("Cargo.toml", '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n');
  write("src/lib.rs", "mod util;\npub fn top() { util::low(); }\n");
  write("src/util.rs", "pub fn low() {}\n");
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Makes all files look as if nobody had touched them for an hour, so that their times can be trusted. */
function settle(folder = root): void {
  const past = new Date(Date.now() - 3_600_000);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) settle(path);
    utimesSync(path, past, past);
  }
}

const scan = (options = {}, cache = true): Promise<FoundScan> => findScan({ path: root, options, cache });
const names = ({ graph }: FoundScan): string[] => Array.from(graph.nodes.key, (_, node) => nodeKey(graph, node));

test("answers from the kept scan when nothing has changed", async () => {
  const first = await scan();
  const second = await scan();
  expect([first.isKept, second.isKept]).toEqual([false, true]);
  expect(names(second)).toEqual(["app::top", "app::util::low"]);
  expect(second.root).toBe(first.root);
  expect(second.files).toBe(first.files);
  expect(second.filesRead()).toContain(join(root, "src/util.rs"));
});

test("is not asked and not written without a cache", async () => {
  await scan({}, false);
  expect((await scan({}, false)).isKept).toBe(false);
  expect((await scan()).isKept).toBe(false);
});

test("other options are another question", async () => {
  await scan();
  expect((await scan({ cfg: ["loom"] })).isKept).toBe(false);
});

test("rapid type analysis is one, since it needs the bodies", async () => {
  write(
    "src/util.rs",
    "pub trait Shape { fn area(&self); }\nstruct Made;\nimpl Shape for Made { fn area(&self) {} }\nstruct Never;\nimpl Shape for Never { fn area(&self) {} }\npub fn low() { let shape: &dyn Shape = &Made; shape.area() }\n",
  );
  const dispatched = ({ graph }: FoundScan): string[] =>
    [...graph.edges.target].map((node) => nodeKey(graph, node)).filter((key) => key.startsWith("<"));
  const [made, never] = ["Made", "Never"].map((type) => `<app::util::${type} as app::util::Shape>::area`);
  expect(dispatched(await scan())).toEqual([made, never]);
  expect(dispatched(await scan({ dispatch: "rta" }))).toEqual([made]);
  expect((await scan({ dispatch: "rta" })).isKept).toBe(true);
  expect(dispatched(await scan())).toEqual([made, never]);
});

test("externals and dispatch are views of one kept scan", async () => {
  write(
    "src/util.rs",
    "pub trait Shape { fn area(&self); }\nstruct Sq;\nimpl Shape for Sq { fn area(&self) { std::process::abort() } }\npub fn low() {}\nconst N: usize = std::mem::size_of::<u8>();\n",
  );
  await scan();
  const external = await scan({ external: true });
  expect(external.isKept).toBe(true);
  expect(findNode(external.graph, "std::process::abort")).toBeDefined();
  expect(findNode(external.graph, "app::util::N")).toBeDefined();
  const plain = await scan({ dispatch: "none" });
  expect(plain.isKept).toBe(true);
  expect(names(plain)).toEqual([
    "<app::util::Sq as app::util::Shape>::area",
    "app::top",
    "app::util::N",
    "app::util::Shape::area",
    "app::util::low",
  ]);
  expect(plain.graph.edges.length).toBe(1);
  expect(names(await scan({ dispatch: "none" }, false))).toEqual(names(plain));
});

test("a scan is made anew where that is asked for, and kept", async () => {
  await scan();
  const renewed = await findScan({ path: root, options: {}, renew: true });
  expect([renewed.isKept, (await scan()).isKept]).toEqual([false, true]);
});

describe("is never stale", () => {
  const changes: readonly [string, () => void, RegExp][] = [
    ["an edited file", () => write("src/util.rs", "pub fn low() {}\npub fn more() {}\n"), /more/],
    ["an edit of the same length", () => write("src/util.rs", "pub fn lov() {}\n"), /lov/],
    ["a file gone", () => rmSync(join(root, "src/util.rs")), /^app::top$/],
    [
      "a file that a binary is found by",
      () => write("src/bin/tool.rs", "fn main() { started() } fn started() {}"),
      /started/,
    ],
    ["a manifest", () => write("Cargo.toml", '[package]\nname = "other"\nversion = "0.1.0"\n'), /other::top/],
    ["a lock file that was not there", () => write("Cargo.lock", "version = 4\n"), /top/],
    ["a configuration that was not there", () => write(".cargo/config.toml", "[build]\n"), /top/],
  ];
  test.each(changes)("%s", async (_, change, expected) => {
    await scan();
    change();
    const after = await scan();
    expect(after.isKept).toBe(false);
    expect(names(after).join()).toMatch(expected);
  });

  test("a module file that a `mod` looked for in vain", async () => {
    write("src/lib.rs", "mod util;\nmod late;\npub fn top() { util::low(); }\n");
    expect(names(await scan()).join()).not.toMatch(/late/);
    write("src/late/mod.rs", "pub fn here() {}");
    const after = await scan();
    expect(after.isKept).toBe(false);
    expect(names(after)).toContain("app::late::here");
  });

  test("an edit that keeps length and time of modification", async () => {
    settle();
    await scan();
    const { atime, mtime } = statSync(join(root, "src/util.rs"));
    write("src/util.rs", "pub fn lov() {}\n");
    utimesSync(join(root, "src/util.rs"), atime, mtime);
    expect(names(await scan())).toContain("app::util::lov");
  });
});

test("touching a file or writing it with the same content changes nothing", async () => {
  settle();
  await scan();
  write("src/util.rs", "pub fn low() {}\n");
  expect((await scan()).isKept).toBe(true);
  utimesSync(join(root, "src/lib.rs"), new Date(), new Date());
  expect((await scan()).isKept).toBe(true);
});

test("going back to a former state finds its scan again", async () => {
  await scan();
  write("src/util.rs", "pub fn changed() {}\n");
  await scan();
  write("src/util.rs", "pub fn low() {}\n");
  const back = await scan();
  expect(back.isKept).toBe(true);
  expect(names(back)).toContain("app::util::low");
});

test("a damaged or foreign file in the cache is passed over", async () => {
  await scan();
  const cache = join(base, "cache/callmap/scans");
  for (const slot of readdirSync(cache))
    for (const name of readdirSync(join(cache, slot))) {
      const path = join(cache, slot, name);
      writeFileSync(path, "no scan");
      expect(existsSync(path)).toBe(true);
    }
  expect((await scan()).isKept).toBe(false);
  expect((await scan()).isKept).toBe(true);
});
