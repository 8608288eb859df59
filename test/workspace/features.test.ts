import { describe, expect, test } from "@jest/globals";
import {
  activateFeatures,
  type FeatureOptions,
  type FeatureRequest,
  featureTable,
  type ResolvedFeatures,
  resolveFeatures,
} from "../../src/workspace/index.ts";
import { type Files, library, load } from "../support/workspace.ts";

/** Returns `name: features | optional dependencies that are on` for each package, and what is asked of others. */
function resolve(files: Files, request: Partial<FeatureRequest> = {}, options?: FeatureOptions): string[] {
  const { value } = load(files);
  const resolved = resolveFeatures(
    value,
    { features: [], allFeatures: false, noDefaultFeatures: false, ...request },
    options,
  );
  const own = value.packages.map(({ name }, index) => {
    return `${name}: ${[...resolved.features[index]!].join(" ")} | ${[...resolved.optional[index]!].join(" ")}`.trim();
  });
  return [...own, ...external(resolved)];
}

function external(resolved: ResolvedFeatures): string[] {
  return [...resolved.external].map(([name, features]) => `(${name}): ${[...features].join(" ")}`.trim());
}

/** A package of its own. */
const lone = (tables: string): Files => ({ "Cargo.toml": `[package]\nname = "a"\nedition = "2021"\n${tables}` });

describe("one package", () => {
  const FEATURES = lone('[features]\ndefault = ["one"]\none = ["two"]\ntwo = []\nother = []\n');

  test.each<[string, Partial<FeatureRequest>, string]>([
    ["default", {}, "a: default one two |"],
    ["and one more", { features: ["other"] }, "a: default one other two |"],
    ["none", { noDefaultFeatures: true }, "a:  |"],
    ["no default, one chosen", { noDefaultFeatures: true, features: ["two"] }, "a: two |"],
    ["with the package's name", { noDefaultFeatures: true, features: ["a/one"] }, "a: one two |"],
    ["all", { allFeatures: true }, "a: default one other two |"],
    ["`default` by name", { noDefaultFeatures: true, features: ["default"] }, "a: default one two |"],
  ])("%s", (_, request, expected) => expect(resolve(FEATURES, request)).toEqual([expected]));

  test("features that name each other in circles", () => {
    expect(resolve(lone('[features]\ndefault = ["x"]\nx = ["y"]\ny = ["x", "default"]\n'))).toEqual([
      "a: default x y |",
    ]);
  });

  test("a feature that no package has", () => {
    expect(() => resolve(FEATURES, { features: ["nope"] })).toThrow("no chosen package has the feature `nope`");
    expect(() => resolve(FEATURES, { features: ["b/one"] })).toThrow("no chosen package has the feature `b/one`");
  });

  test("a chain of twenty thousand features does not overflow", () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `f${index}`);
    const table = names.map((name, index) => `${name} = [${index > 0 ? `"f${index - 1}"` : ""}]`).join("\n");
    const [line] = resolve(lone(`[features]\n${table}`), { features: ["f19999"] });
    expect(line?.split(" ")).toHaveLength(20_002);
  });
});

describe("optional dependencies", () => {
  const d = (features: string): Files =>
    lone(`[dependencies]\nd = { version = "1", optional = true }\n[features]\n${features}`);

  test.each<[string, string, string[], string[]]>([
    ["are off", "", [], ["a:  |"]],
    ["have a feature of their name", "", ["d"], ["a: d | d", "(d): default"]],
    ["`dep:` hides that feature", 'f = ["dep:d"]', ["f"], ["a: f | d", "(d): default"]],
    ["the feature turns them on", 'f = ["d"]', ["f"], ["a: d f | d", "(d): default"]],
    ["`d/x` turns them on too", 'f = ["d/x"]', ["f"], ["a: d f | d", "(d): default x"]],
    ["`d/x` where the feature is hidden", 'f = ["d/x"]\ng = ["dep:d"]', ["f"], ["a: f | d", "(d): default x"]],
    [
      "`d/x` turns `d` on where it has a list of its own",
      'd = ["dep:d", "y"]\ny = []\nf = ["d/x"]',
      ["f"],
      ["a: d f y | d", "(d): default x"],
    ],
    [
      "… as well where `dep:d` is on before",
      'd = ["dep:d", "y"]\ny = []\ng = ["dep:d"]\nf = ["d/x"]',
      ["f", "g"],
      ["a: d f g y | d", "(d): default x"],
    ],
    [
      "… in any order",
      'd = ["dep:d", "y"]\ny = []\ng = ["dep:d"]\nf = ["d/x"]',
      ["g", "f"],
      ["a: d f g y | d", "(d): default x"],
    ],
    ["`d?/x` alone does nothing", 'f = ["d?/x"]', ["f"], ["a: f |"]],
    ["`d?/x` before `d` is on", 'f = ["d?/x"]', ["f", "d"], ["a: d f | d", "(d): default x"]],
    ["`d?/x` after `d` is on", 'f = ["d?/x"]', ["d", "f"], ["a: d f | d", "(d): default x"]],
    ["`d/x` on the command line", "", ["d/x"], ["a: d | d", "(d): default x"]],
  ])("%s", (_, features, request, expected) => expect(resolve(d(features), { features: request })).toEqual(expected));

  test("the features of a package", () => {
    const { value } = load(d('f = ["dep:e"]\n[dependencies.e]\nversion = "1"\noptional = true\n'));
    expect([...featureTable(value.packages[0]!)]).toEqual([
      ["f", ["dep:e"]],
      ["d", ["dep:d"]],
    ]);
  });

  test("go by the key in the table, not by the package's name", () => {
    const files = lone(
      '[dependencies]\nk-y = { package = "p", version = "1", optional = true }\n[features]\nf = ["k-y/x"]',
    );
    expect(resolve(files, { features: ["f"] })).toEqual(["a: f k-y | k-y", "(p): default x"]);
  });
});

describe("a workspace", () => {
  const FILES: Files = {
    "Cargo.toml": '[workspace]\nresolver = "2"\nmembers = ["a", "b", "c"]',
    ...library(
      "a",
      '[dependencies]\nb = { path = "../b", features = ["f"], default-features = false }\n[features]\nup = ["b/g"]',
    ),
    ...library("b", '[features]\ndefault = ["std"]\nstd = []\nf = []\ng = []'),
    ...library("c", '[dev-dependencies]\nb = { path = "../b", features = ["g"] }\n[features]\nup = []'),
  };
  const only = (...packages: number[]): FeatureOptions => ({ packages });

  test("members ask features of each other", () => {
    expect(resolve(FILES, {}, only(0))).toEqual(["a:  |", "b: f |", "c:  |"]);
    expect(resolve(FILES)).toEqual(["a:  |", "b: default f std |", "c:  |"]);
  });

  test("a feature goes to every built package that has it", () => {
    expect(resolve(FILES, { features: ["up"] })).toEqual(["a: up |", "b: default f g std |", "c: up |"]);
    expect(resolve(FILES, { features: ["c/up"] })).toEqual(["a:  |", "b: default f std |", "c: up |"]);
    expect(resolve(FILES, { features: ["b/g"] }, only(0))).toEqual(["a:  |", "b: f g |", "c:  |"]);
    expect(() => resolve(FILES, { features: ["g"] }, only(0))).toThrow("`g`");
  });

  test("development dependencies count when tests are built, and always with the first resolver", () => {
    const { packages: _, ...built } = only(2);
    expect(resolve(FILES, {}, { ...built, packages: [2], dev: true })[1]).toBe("b: default g std |");
    expect(resolve(FILES, {}, only(2))[1]).toBe("b:  |");
    const first = { ...FILES, "Cargo.toml": FILES["Cargo.toml"]!.replace('"2"', '"1"') };
    expect(resolve(first, {}, only(2))[1]).toBe("b: default g std |");
  });

  test("sections for other targets do not count, except with the first resolver", () => {
    const files = (resolver: number): Files => ({
      "Cargo.toml": `[workspace]\nresolver = "${resolver}"\nmembers = ["a", "b"]`,
      ...library("a", '[target.\'cfg(windows)\'.dependencies]\nb = { path = "../b", features = ["f"] }'),
      ...library("b", "[features]\nf = []"),
    });
    const options = { isForTarget: (section: string) => section !== "cfg(windows)" };
    expect(resolve(files(2), {}, options)).toEqual(["a:  |", "b:  |"]);
    expect(resolve(files(2))).toEqual(["a:  |", "b: f |"]);
    expect(resolve(files(1), {}, options)).toEqual(["a:  |", "b: f |"]);
  });

  test("an outsider's development dependencies never count", () => {
    const files: Files = {
      ...lone('[dependencies]\nout = { path = "../out" }'),
      ...library("/out", '[dev-dependencies]\nx = "1"\n[dependencies]\ny = "1"'),
    };
    expect(resolve(files, {}, { dev: true })).toEqual(["a:  |", "out:  |", "(y): default"]);
  });

  test("what is asked of packages elsewhere adds up", () => {
    const files: Files = {
      "Cargo.toml": '[workspace]\nmembers = ["a", "b"]',
      ...library("a", '[dependencies]\ns = { version = "1", default-features = false, features = ["derive"] }'),
      ...library("b", '[dependencies]\ns = { version = "1", features = ["rc"] }'),
    };
    expect(resolve(files)).toEqual(["a:  |", "b:  |", "(s): default derive rc"]);
  });
});

test("a dependency read by itself", () => {
  const { value } = load(
    lone('[dependencies]\nd = { version = "1", optional = true }\ne = "1"\n[features]\ndefault = ["d"]\nf = ["e/x"]'),
  );
  const resolved = activateFeatures(value.packages[0]!, ["default", "f", "nope"]);
  expect([...resolved.features[0]!]).toEqual(["d", "default", "f"]);
  expect([...resolved.optional[0]!]).toEqual(["d"]);
  expect(external(resolved)).toEqual(["(d): default", "(e): default x"]);
});
