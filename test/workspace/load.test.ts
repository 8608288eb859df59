import { describe, expect, test } from "@jest/globals";
import { loadDependencyPackage, loadWorkspace } from "../../src/workspace/index.ts";
import { memoryFileSystem } from "../support/memory-fs.ts";
import { diagnosticLines, failure, library, load, packageLines, targetLines } from "../support/workspace.ts";

const MEMBERS = '[workspace]\nmembers = ["a", "b"]\n';

describe("where one may start", () => {
  const files = { "Cargo.toml": MEMBERS, ...library("a"), ...library("b"), "notes/x.md": "" };

  test.each([
    "/ws",
    "/ws/",
    "/ws/Cargo.toml",
    "/ws/a",
    "/ws/a/Cargo.toml",
    "/ws/b/src",
    "/ws/b/src/lib.rs",
    "/ws/notes",
  ])("%s gives the whole workspace", (start) => expect(load(files, start)).toEqual(load(files)));

  test("the workspace has the name of its folder, or of its root package", () => {
    expect(load(files).value.name).toBe("ws");
    expect(load({ ...files, "Cargo.toml": `[package]\nname = "top"\n${MEMBERS}`, "src/lib.rs": "" }).value.name).toBe(
      "top",
    );
  });

  test("a workspace at the root of the disk", () => {
    const { value } = load(
      { "/Cargo.toml": '[workspace]\nmembers = ["a"]', "/a/Cargo.toml": '[package]\nname = "a"' },
      "/",
    );
    expect(value).toMatchObject({
      root: "/",
      name: "workspace",
      packages: [{ folder: "a", manifest: "a/Cargo.toml" }],
    });
  });

  test("`package.workspace` leads to a root that is not above", () => {
    const { value } = load(
      {
        "/elsewhere/Cargo.toml": '[workspace]\nmembers = ["../ws/a"]',
        "a/Cargo.toml": '[package]\nname = "a"\nworkspace = "../../elsewhere"',
      },
      "/ws/a",
    );
    expect(value.root).toBe("/elsewhere");
    expect(packageLines(value)).toEqual(["a * ../ws/a"]);
  });

  test("an excluded package stands alone", () => {
    const { value, diagnostics } = load(
      { "Cargo.toml": '[workspace]\nmembers = ["a"]\nexclude = ["x"]', ...library("a"), ...library("x") },
      "/ws/x",
    );
    expect(value.root).toBe("/ws/x");
    expect(diagnostics).toEqual([]);
  });

  test("a package that the workspace above does not list stands alone, with a warning", () => {
    const { value, diagnostics } = load({ ...files, ...library("c") }, "/ws/c");
    expect(packageLines(value)).toEqual(["c * ."]);
    expect(diagnosticLines(diagnostics)).toEqual(["Cargo.toml:: warning[not-a-member]"]);
  });

  test("Cargo's home is a wall: what lies in it is in no workspace around it", () => {
    const inside = { "Cargo.toml": '[workspace]\nmembers = ["**"]', ...library("home/registry/src/r/x-1.0.0") };
    const start = "/ws/home/registry/src/r/x-1.0.0";
    expect(load(inside, start).value.root).toBe("/ws");
    expect(load(inside, start, { cargoHome: "/ws/home" }).value.root).toBe(start);
  });
});

describe("no result is possible", () => {
  test.each([
    ["there is nothing", {}, "/nowhere", ["missing-path"]],
    ["no manifest above", { "src/lib.rs": "" }, "/ws/src", ["missing-manifest"]],
    ["neither package nor workspace", { "Cargo.toml": "[profile.dev]\n" }, "/ws", ["empty-workspace"]],
    ["a workspace without members", { "Cargo.toml": "[workspace]\n" }, "/ws", ["empty-workspace"]],
    ["a nameless package", { "Cargo.toml": "[package]\n" }, "/ws", ["nameless-package", "empty-workspace"]],
    [
      "only missing members",
      { "Cargo.toml": '[workspace]\nmembers = ["a"]' },
      "/ws",
      ["missing-member", "empty-workspace"],
    ],
  ])("%s", (_, files, start, codes) => {
    const diagnostics = failure(files, start);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(codes);
    for (const diagnostic of diagnostics) expect(diagnostic.hint).toBeTruthy();
  });

  test("invalid TOML says where", () => {
    expect(diagnosticLines(failure({ "Cargo.toml": '[package]\nname = "x\n' }))).toEqual([
      "/ws/Cargo.toml:2:10 error[invalid-manifest]",
    ]);
  });

  test("an unreadable manifest", () => {
    const fs = memoryFileSystem({}, { unreadable: ["/ws/Cargo.toml"] });
    expect(() => loadWorkspace(fs, "/ws")).toThrow("can't be read");
  });
});

describe("something is broken and the rest is there", () => {
  test("a member with invalid TOML", () => {
    const { value, diagnostics } = load({
      "Cargo.toml": MEMBERS,
      ...library("a"),
      "b/Cargo.toml": "[package]\nname = 1 2\n",
    });
    expect(packageLines(value)).toEqual(["a * a"]);
    expect(diagnosticLines(diagnostics)).toEqual(["b/Cargo.toml:2:10 error[invalid-manifest]"]);
    expect(diagnostics[0]?.partial).toBe(true);
  });

  test("starting in the broken member gives the same", () => {
    const files = { "Cargo.toml": MEMBERS, ...library("a"), "b/Cargo.toml": "[" };
    expect(load(files, "/ws/b")).toEqual(load(files));
  });

  test("a member that is not there, by name and by glob", () => {
    const { value, diagnostics } = load({
      "Cargo.toml": '[workspace]\nmembers = [\n  "a",\n  "gone",\n  "empty/*",\n  "none/*",\n]',
      ...library("a"),
      "empty/docs/readme.md": "",
    });
    expect(packageLines(value)).toEqual(["a * a"]);
    expect(diagnosticLines(diagnostics)).toEqual([
      "Cargo.toml:4:3 error[missing-member]",
      "Cargo.toml:5:3 warning[missing-member]",
      "Cargo.toml:6:3 error[missing-member]",
    ]);
  });

  test("a nested workspace root, two members of one name, a default member that is none", () => {
    const { value, diagnostics } = load({
      "Cargo.toml": '[workspace]\nmembers = ["a", "n", "t/a"]\ndefault-members = ["a", "z"]',
      ...library("a"),
      ...library("n", "[workspace]"),
      ...library("t/a"),
    });
    expect(packageLines(value)).toEqual(["a * a", "a + t/a"]);
    expect(diagnosticLines(diagnostics)).toEqual([
      "n/Cargo.toml:5:1 error[nested-workspace]",
      "Cargo.toml:3:25 warning[unknown-default-member]",
      "t/a/Cargo.toml:2:1 error[duplicate-package]",
    ]);
  });

  test("an edition that is not known is read as the newest", () => {
    const { value, diagnostics } = load({
      "Cargo.toml": '[package]\nname = "x"\nedition = "2030"\n',
      "src/lib.rs": "",
    });
    expect(value.packages[0]?.edition).toBe(2024);
    expect(diagnosticLines(diagnostics)).toEqual(["Cargo.toml:3:1 warning[unknown-edition]"]);
  });

  test("a broken manifest above is reported, and the package stands alone", () => {
    const { value, diagnostics } = load({ "Cargo.toml": "[workspace\n", ...library("a") }, "/ws/a");
    expect(packageLines(value)).toEqual(["a * ."]);
    expect(diagnosticLines(diagnostics)).toEqual(["../Cargo.toml:1:11 error[invalid-manifest]"]);
  });

  test("`package.workspace` leads nowhere", () => {
    const { value, diagnostics } = load({ "Cargo.toml": '[package]\nname = "a"\nworkspace = "../gone"\n' });
    expect(packageLines(value)).toEqual(["a * ."]);
    expect(diagnosticLines(diagnostics)).toEqual(["Cargo.toml:3:1 error[missing-workspace-root]"]);
  });

  test("nothing to inherit", () => {
    const { value, diagnostics } = load({
      "Cargo.toml": '[workspace]\nmembers = ["a"]',
      "a/Cargo.toml": '[package]\nname = "a"\nversion.workspace = true\n[dependencies]\nx = { workspace = true }\n',
    });
    expect(value.packages[0]).toMatchObject({ version: "0.0.0", dependencies: [{ key: "x", requirement: "*" }] });
    expect(diagnosticLines(diagnostics)).toEqual([
      "a/Cargo.toml:3:1 error[nothing-to-inherit]",
      "a/Cargo.toml:5:1 error[nothing-to-inherit]",
    ]);
  });
});

describe("outsiders", () => {
  test("path dependencies outside of the root are at hand without being members", () => {
    const { value } = load({
      "Cargo.toml": '[workspace]\nmembers = ["a"]',
      ...library("a", '[dependencies]\nfar = { path = "../../far" }'),
      ...library(
        "/far",
        '[dependencies]\nfarther = { path = "../farther" }\n[dev-dependencies]\na = { path = "../ws/a" }',
      ),
      ...library("/farther"),
    });
    expect(packageLines(value)).toEqual(["a * a", "far - ../far", "farther - ../farther"]);
    expect(value.packages[0]?.dependencies[0]?.member).toBe(1);
    expect(value.packages[1]?.dependencies.map((dependency) => dependency.member)).toEqual([2, 0]);
    expect(targetLines(value.packages[1])).toEqual(["lib far ../far/src/lib.rs"]);
  });

  test("an outsider inherits from its own workspace", () => {
    const { value } = load({
      ...library(".", '[dependencies]\nfar = { path = "../other/far" }'),
      "Cargo.toml": '[package]\nname = "top"\n[dependencies]\nfar = { path = "../other/far" }',
      "/other/Cargo.toml": '[workspace]\nmembers = ["far"]\n[workspace.package]\nversion = "9.0.0"\n',
      "/other/far/Cargo.toml": '[package]\nname = "far"\nversion.workspace = true\n',
    });
    expect(value.packages.map((pack) => pack.version)).toEqual(["9.0.0", "0.0.0"]);
  });

  test("a path dependency that is not there, and one of another name", () => {
    const { value, diagnostics } = load({
      "Cargo.toml": MEMBERS,
      ...library("a", '[dependencies]\ngone = { path = "../gone" }\nc = { path = "../b" }'),
      ...library("b"),
    });
    expect(value.packages[0]?.dependencies.map((dependency) => dependency.member)).toEqual([undefined, undefined]);
    expect(diagnosticLines(diagnostics)).toEqual([
      "a/Cargo.toml:6:1 error[missing-dependency]",
      "a/Cargo.toml:7:1 error[wrong-package-name]",
    ]);
  });
});

describe("overrides", () => {
  const patched = (dependency: string, root: string, config = ""): (number | undefined)[] => {
    const { value } = load({
      "Cargo.toml": `[workspace]\nmembers = ["a"]\n${root}`,
      ...library("a", `[dependencies]\n${dependency}`),
      ...library("p"),
      ".cargo/config.toml": config,
    });
    return value.packages[0]!.dependencies.map(({ member }) => member);
  };
  const CRATES_IO = '[patch.crates-io]\np = { path = "p" }';

  test.each([
    ["from crates.io", 'p = "0.1"', CRATES_IO],
    ["renamed in the dependency", 'q = { package = "p", version = "0.1" }', CRATES_IO],
    ["renamed in the patch", 'p = "0.1"', '[patch.crates-io]\nmine = { package = "p", path = "p" }'],
    [
      "by the index of crates.io",
      'p = "0.1"',
      '[patch."https://github.com/rust-lang/crates.io-index"]\np = { path = "p" }',
    ],
    [
      "from a repository",
      'p = { git = "https://example.com/P.git" }',
      '[patch."https://example.com/p"]\np = { path = "p" }',
    ],
    ["from a registry", 'p = { version = "0.1", registry = "mine" }', '[patch.mine]\np = { path = "p" }'],
    ["by [replace]", 'p = "0.1"', '[replace]\n"p:0.1.0" = { path = "p" }'],
  ])("%s", (_, dependency, root) => expect(patched(dependency, root)).toEqual([1]));

  test("from the configuration", () => expect(patched('p = "0.1"', "", CRATES_IO)).toEqual([1]));

  test.each([
    ["another version", 'p = "0.2"', CRATES_IO],
    ["another source", 'p = { git = "https://example.com/p" }', CRATES_IO],
    ["nothing overridden", 'p = "0.1"', ""],
  ])("%s", (_, dependency, root) => expect(patched(dependency, root)).toEqual([undefined]));

  test("a patch that is not there", () => {
    const { diagnostics } = load({ "Cargo.toml": `[workspace]\nmembers = ["a"]\n${CRATES_IO}`, ...library("a") });
    expect(diagnosticLines(diagnostics)).toEqual(["Cargo.toml:4:14 error[missing-dependency]"]);
  });
});

test("packages are sorted by name, then folder, whatever the order of members", () => {
  const files = { ...library("x/b"), ...library("a"), ...library("B"), ...library("y/b") };
  const lines = (members: string): string[] =>
    packageLines(load({ "Cargo.toml": `[workspace]\nmembers = ${members}`, ...files }).value);
  const expected = ["B * B", "a * a", "b * x/b", "b * y/b"];
  expect(lines('["a", "B", "x/b", "y/b"]')).toEqual(expected);
  expect(lines('["y/*", "x/b", "B", "a"]')).toEqual(expected);
});

test("the resolver is as written, else by the root package's edition, else the first", () => {
  const resolver = (root: string): number | undefined =>
    load({ "Cargo.toml": root, ...library("a"), "src/lib.rs": "" }).value.resolver;
  expect(resolver('[workspace]\nmembers = ["a"]\nresolver = "2"')).toBe(2);
  expect(resolver('[workspace]\nmembers = ["a"]')).toBe(1);
  expect(resolver('[package]\nname = "x"\nedition = "2018"')).toBe(1);
  expect(resolver('[package]\nname = "x"\nedition = "2021"')).toBe(2);
  expect(resolver('[package]\nname = "x"\nedition = "2024"')).toBe(3);
  expect(resolver('[package]\nname = "x"\nedition = "2024"\nresolver = "1"')).toBe(1);
});

test("a dependency's package by itself: paths from its own folder, no links", () => {
  const fs = memoryFileSystem({
    "/r/x-1.0.0/Cargo.toml": '[package]\nname = "x"\nversion = "1.0.0"\n[dependencies]\ny = { path = "../y" }\n',
    "/r/x-1.0.0/src/lib.rs": "",
  });
  const { value, diagnostics } = loadDependencyPackage(fs, "/r/x-1.0.0");
  expect(value).toMatchObject({ name: "x", version: "1.0.0", folder: "", manifest: "Cargo.toml" });
  expect(targetLines(value)).toEqual(["lib x src/lib.rs"]);
  expect(value.dependencies[0]?.member).toBeUndefined();
  expect(diagnostics).toEqual([]);
  expect(() => loadDependencyPackage(fs, "/r")).toThrow("no Cargo.toml");
});

test("a chain of three thousand path dependencies does not overflow", () => {
  const files: Record<string, string> = { "Cargo.toml": '[workspace]\nmembers = ["p0"]' };
  for (let i = 0; i < 3_000; i++) {
    files[`p${i}/Cargo.toml`] =
      `[package]\nname = "p${i}"\n[dependencies]\np${i + 1} = { path = "../p${(i + 1) % 3_000}", package = "p${(i + 1) % 3_000}" }`;
  }
  expect(load(files).value.packages.filter((pack) => pack.member)).toHaveLength(3_000);
});
