import { describe, expect, test } from "@jest/globals";
import { dependencySources, findDependency, type LockedPackage } from "../../src/workspace/index.ts";
import { memoryFileSystem } from "../support/memory-fs.ts";

const REGISTRY = "/home/.cargo/registry/src/index.crates.io-0123";

/** Empty packages in the registry cache. */
function cached(...entries: string[]): Record<string, string> {
  return Object.fromEntries(entries.map((entry) => [`${REGISTRY}/${entry}/Cargo.toml`, ""]));
}

function locked(name: string, version: string, source?: string, ...dependencies: string[]): LockedPackage {
  return { name, version, dependencies, ...(source === undefined ? {} : { source }) };
}

function find(
  files: Record<string, string>,
  name: string,
  requirement: string,
  lock: readonly LockedPackage[] = [],
  from?: LockedPackage,
): string | undefined {
  return findDependency(memoryFileSystem(files), { root: "/ws", lock }, "/home/.cargo", name, requirement, from)
    ?.folder;
}

describe("in the registry cache", () => {
  const files = cached(
    "syn-1.0.1",
    "syn-1.0.9",
    "syn-2.0.0",
    "syn-2.1.0-rc.1",
    "syn-mid-0.5.0",
    "foo-2-1.0.0",
    "zstd-sys-2.0.1+zstd.1.5.2",
  );

  test("the newest version that meets the requirement", () => {
    expect(find(files, "syn", "1")).toBe(`${REGISTRY}/syn-1.0.9`);
    expect(find(files, "syn", "*")).toBe(`${REGISTRY}/syn-2.0.0`);
    expect(find(files, "syn", "=1.0.1")).toBe(`${REGISTRY}/syn-1.0.1`);
    expect(find(files, "syn", "3")).toBeUndefined();
    expect(find(files, "sy", "*")).toBeUndefined();
  });

  test("names that hold digits or begin alike, versions with build metadata", () => {
    expect(find(files, "foo-2", "1")).toBe(`${REGISTRY}/foo-2-1.0.0`);
    expect(find(files, "foo", "2")).toBeUndefined();
    expect(find(files, "syn-mid", "0.5")).toBe(`${REGISTRY}/syn-mid-0.5.0`);
    expect(find(files, "zstd-sys", "2")).toBe(`${REGISTRY}/zstd-sys-2.0.1+zstd.1.5.2`);
  });

  test("the version in the lock file", () => {
    expect(find(files, "syn", "1", [locked("syn", "1.0.1", "registry+x")])).toBe(`${REGISTRY}/syn-1.0.1`);
  });

  test("of two locked versions the one that the dependent names, else the newest that fits", () => {
    const lock = [locked("syn", "1.0.1", "registry+x"), locked("syn", "1.0.9", "registry+x")];
    expect(find(files, "syn", "1", lock, locked("app", "0.1.0", undefined, "syn 1.0.1"))).toBe(`${REGISTRY}/syn-1.0.1`);
    expect(find(files, "syn", "1", lock)).toBe(`${REGISTRY}/syn-1.0.9`);
  });

  test("a locked version that was never downloaded gives way to one that fits", () => {
    expect(find(files, "syn", "1", [locked("syn", "1.0.5", "registry+x")])).toBe(`${REGISTRY}/syn-1.0.9`);
  });

  test("no cache at all", () => expect(find({}, "syn", "1")).toBeUndefined());
});

describe("in a folder of copies", () => {
  const vendored = {
    "/ws/.cargo/config.toml": '[source.crates-io]\nreplace-with = "mine"\n[source.mine]\ndirectory = "third/party"\n',
    "/ws/third/party/syn/Cargo.toml": '[package]\nname = "syn"\nversion = "2.0.0"\n',
    "/ws/third/party/syn-1.0.1/Cargo.toml": '[package]\nname = "syn"\nversion = "1.0.1"\n',
    "/ws/third/party/syn-mid/Cargo.toml": '[package]\nname = "syn-mid"\nversion = "1.0.5"\n',
  };

  test("that the configuration names", () => {
    expect(find(vendored, "syn", "2")).toBe("/ws/third/party/syn");
    expect(find(vendored, "syn", "1")).toBe("/ws/third/party/syn-1.0.1");
    expect(find(vendored, "syn", "3")).toBeUndefined();
  });

  test("the configuration of Cargo's home counts too", () => {
    const files = {
      "/home/.cargo/config.toml": '[source.mine]\ndirectory = "/copies"\n',
      "/copies/x/Cargo.toml": '[package]\nname = "x"\nversion = "1.0.0"\n',
    };
    expect(find(files, "x", "1")).toBe("/copies/x");
  });

  test("that the user names, before the cache", () => {
    const files = { ...vendored, ...cached("syn-1.0.1") };
    const sources = dependencySources(memoryFileSystem(files), { root: "/elsewhere", lock: [] }, "/home/.cargo", [
      "/ws/third/party",
    ]);
    expect(sources.find("syn", "1")).toEqual({ name: "syn", version: "1.0.1", folder: "/ws/third/party/syn-1.0.1" });
    expect(find({ ...cached("syn-1.0.1"), "/ws/x": "" }, "syn", "1")).toBe(`${REGISTRY}/syn-1.0.1`);
  });
});

describe("in a checkout of a repository", () => {
  const checkout = "/home/.cargo/git/checkouts/far-0a1b2c3d4e5f6071";
  const files = {
    [`${checkout}/0123abc/Cargo.toml`]: '[workspace]\nmembers = ["crates/*"]',
    [`${checkout}/0123abc/crates/far/Cargo.toml`]: '[package]\nname = "far"\nversion = "0.3.0"',
    [`${checkout}/0123abc/tests/a/b/far/Cargo.toml`]: '[package]\nname = "far"\nversion = "9.0.0"',
    [`${checkout}/fffffff/Cargo.toml`]: '[package]\nname = "far"\nversion = "0.4.0"',
    "/home/.cargo/git/checkouts/far-other-0a1b2c3d4e5f6071/0123abc/Cargo.toml":
      '[package]\nname = "far"\nversion = "1.0.0"',
  };

  test.each([
    ["git+https://example.com/far?branch=main#0123abcdef", `${checkout}/0123abc/crates/far`],
    ["git+https://example.com/far.git#0123abcdef", `${checkout}/0123abc/crates/far`],
    ["git+ssh://git@example.com/me/Far.git?tag=v1/2#fffffffaaa", `${checkout}/fffffff`],
    ["git+https://example.com/far#999", undefined],
    ["git+https://example.com/nowhere#0123abcdef", undefined],
  ])("%s", (source, folder) => expect(find(files, "far", "*", [locked("far", "0.3.0", source)])).toBe(folder));
});
