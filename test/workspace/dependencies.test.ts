import { describe, expect, test } from "@jest/globals";
import type { Dependency } from "../../src/workspace/index.ts";
import { diagnosticLines, load } from "../support/workspace.ts";

function dependencies(tables: string, root = ""): readonly Dependency[] {
  const { value } = load({
    "Cargo.toml": `[workspace]\nmembers = ["a"]\n${root}`,
    "a/Cargo.toml": `[package]\nname = "a"\n${tables}`,
  });
  return value.packages[0]!.dependencies;
}

const PLAIN: Dependency = {
  name: "x",
  key: "x",
  packageName: "x",
  kind: "normal",
  optional: false,
  features: [],
  defaultFeatures: true,
  requirement: "*",
};

test.each<[string, string, Partial<Dependency>]>([
  ["a version", '[dependencies]\nx = "1.2"', { requirement: "1.2" }],
  [
    "a table",
    '[dependencies.x]\nversion = "1"\nfeatures = ["f"]\noptional = true',
    { requirement: "1", features: ["f"], optional: true },
  ],
  [
    "no default features",
    '[dependencies]\nx = { version = "1", default-features = false }',
    { requirement: "1", defaultFeatures: false },
  ],
  [
    "another name",
    '[dependencies]\nx-y = { package = "z-w", version = "1" }',
    { name: "x_y", key: "x-y", packageName: "z-w", requirement: "1" },
  ],
  ["for development", '[dev-dependencies]\nx = "1"', { kind: "dev", requirement: "1" }],
  ["for the build script", '[build-dependencies]\nx = "1"', { kind: "build", requirement: "1" }],
  ["former spelling", '[dev_dependencies]\nx = "1"', { kind: "dev", requirement: "1" }],
  ["for a condition", "[target.'cfg(unix)'.dependencies]\nx = \"1\"", { requirement: "1", target: "cfg(unix)" }],
  [
    "for a triple",
    '[target.wasm32-wasip1.dev-dependencies]\nx = "1"',
    { kind: "dev", requirement: "1", target: "wasm32-wasip1" },
  ],
  ["from a repository", '[dependencies]\nx = { git = "https://e.com/x" }', { git: "https://e.com/x" }],
  [
    "from a registry",
    '[dependencies]\nx = { version = "1", registry = "mine" }',
    { requirement: "1", registry: "mine" },
  ],
])("%s", (_, tables, expected) => expect(dependencies(tables)).toEqual([{ ...PLAIN, ...expected }]));

describe("inheritance", () => {
  const inherit = (shared: string, own: string, edition = "2021"): Dependency =>
    dependencies(`edition = "${edition}"\n[dependencies]\nx = ${own}`, `[workspace.dependencies]\nx = ${shared}`)[0]!;

  test("takes over the version, adds features, keeps `optional` to the member", () => {
    const own = '{ workspace = true, features = ["b"], optional = true }';
    expect(inherit('{ version = "1", features = ["a"] }', own)).toEqual({
      ...PLAIN,
      requirement: "1",
      features: ["a", "b"],
      optional: true,
    });
    expect(inherit('"2"', "{ workspace = true }")).toEqual({ ...PLAIN, requirement: "2" });
    expect(inherit('{ version = "1", package = "y" }', "{ workspace = true }").packageName).toBe("y");
  });

  test.each([
    ["2021", undefined, undefined, true],
    ["2021", false, undefined, false],
    ["2021", false, true, true],
    ["2021", false, false, false],
    ["2021", true, false, true],
    ["2021", undefined, false, true],
    ["2024", true, false, false],
    ["2024", undefined, false, false],
    ["2024", false, true, true],
  ])("edition %s, root says %s, member says %s: %s", (edition, shared, own, expected) => {
    const say = (value: boolean | undefined): string => (value === undefined ? "" : `, default-features = ${value}`);
    const got = inherit(`{ version = "1"${say(shared)} }`, `{ workspace = true${say(own)} }`, edition);
    expect(got.defaultFeatures).toBe(expected);
  });

  test("a path is seen from the root", () => {
    const { value, diagnostics } = load({
      "Cargo.toml": '[workspace]\nmembers = ["m/a"]\n[workspace.dependencies]\nb = { path = "libs/b" }',
      "m/a/Cargo.toml": '[package]\nname = "a"\n[dependencies]\nb.workspace = true',
      "libs/b/Cargo.toml": '[package]\nname = "b"',
    });
    expect(diagnostics).toEqual([]);
    expect(value.packages[0]?.dependencies[0]?.member).toBe(1);
  });
});

test("a dependency from nowhere is reported and kept", () => {
  const { value, diagnostics } = load({
    "Cargo.toml": '[package]\nname = "a"\n[dependencies]\nx = { features = ["f"] }\n',
  });
  expect(value.packages[0]?.dependencies).toEqual([{ ...PLAIN, features: ["f"] }]);
  expect(diagnosticLines(diagnostics)).toEqual(["Cargo.toml:4:1 error[sourceless-dependency]"]);
});

test("values of the wrong type count as absent", () => {
  const { value } = load({
    "Cargo.toml":
      '[package]\nname = "a"\nversion = 3\nbuild = 7\n[dependencies]\nx = 1\n[features]\nf = "no list"\n[lib]\npath = 4\n',
    "src/lib.rs": "",
  });
  expect(value.packages[0]).toMatchObject({ version: "0.0.0", targets: [{ root: "src/lib.rs" }] });
  expect(value.packages[0]?.features).toEqual(new Map([["f", []]]));
});
