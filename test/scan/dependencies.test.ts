/** Packages outside of the workspace: which of their features are on when the workspace is built (Cargo reference, "Features"). */
import { describe, expect, test } from "@jest/globals";
import { nodeText } from "../../src/graph/columns.ts";
import type { ScanOptions, ScanResult } from "../../src/scan/scan.ts";
import { rust, scanMemory } from "../support/calls.ts";
import { CARGO_HOME } from "../support/project.ts";

type Files = Record<string, string>;

/** A package in Cargo's cache of downloaded sources. */
function published(name: string, manifest: string, source: string, version = "1.0.0"): Files {
  const folder = `${CARGO_HOME}/registry/src/index/${name}-${version}`;
  return {
    [`${folder}/Cargo.toml`]: `[package]\nname = "${name}"\nversion = "${version}"\nedition = "2021"\n${manifest}`,
    [`${folder}/src/lib.rs`]: source,
  };
}

/** The workspace: one library. */
function app(manifest: string, source: string): Files {
  return {
    "/ws/Cargo.toml": `[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n${manifest}`,
    "/ws/src/lib.rs": source,
  };
}

/** Has `Plain::show`, and `Rich::show` with the feature `std`: `make` tells which. */
const LEAF = rust`
pub struct Plain; impl Plain { pub fn show(&self) {} }
pub struct Rich; impl Rich { pub fn show(&self) {} }
#[cfg(not(feature = "std"))] pub fn make() -> Plain { Plain }
#[cfg(feature = "std")] pub fn make() -> Rich { Rich }
`;
const LEAF_FEATURES = "[features]\nstd = []\n";

function scan(parts: readonly Files[], options: ScanOptions = {}): ScanResult {
  return scanMemory(Object.assign({}, ...parts), { external: true, target: "x86_64-unknown-linux-gnu", ...options });
}

/** Paths of the functions called `show` that are called. */
function shown({ graph }: ScanResult): string[] {
  const called = Array.from(graph.edges.target, (node) => nodeText(graph, node, "path")!);
  return [...new Set(called)].filter((path) => path.endsWith("::show")).sort();
}

describe("features that dependencies turn on in theirs", () => {
  const USE = "pub fn f() { middle::make().show(); }";
  const middle = (tables: string, source = "pub use leaf::make;"): Files[] => [
    published("middle", tables, source),
    published("leaf", LEAF_FEATURES, LEAF),
  ];

  test.each<[string, string, string, string]>([
    ["of themselves", "", '[dependencies]\nleaf = { version = "1", features = ["std"] }', "Rich"],
    ["not unasked", "", '[dependencies]\nleaf = "1"\n[features]\nstd = ["leaf/std"]', "Plain"],
    ["by a feature", '"std"', '[dependencies]\nleaf = "1"\n[features]\nstd = ["leaf/std"]', "Rich"],
    ["by default", "", '[dependencies]\nleaf = "1"\n[features]\ndefault = ["std"]\nstd = ["leaf/std"]', "Rich"],
    [
      "by a feature that turns on an optional one",
      '"std"',
      '[dependencies]\nleaf = { version = "1", optional = true }\n[features]\nstd = ["dep:leaf", "leaf?/std"]',
      "Rich",
    ],
  ])("%s", (_, asked, tables, type) => {
    const own = app(`[dependencies]\nmiddle = { version = "1", features = [${asked}] }`, USE);
    expect(shown(scan([own, ...middle(tables)]))).toEqual([`leaf::${type}::show`]);
  });

  test("under another name", () => {
    const own = app('[dependencies]\nmiddle = { version = "1", features = ["std"] }', USE);
    const tables = '[dependencies]\nl = { version = "1", package = "leaf" }\n[features]\nstd = ["l/std"]';
    expect(shown(scan([own, ...middle(tables, "pub use l::make;")]))).toEqual(["leaf::Rich::show"]);
  });

  test("not the default ones where all that use it do without", () => {
    const own = app('[dependencies]\nmiddle = "1"', USE);
    const tables = '[dependencies]\nleaf = { version = "1", default-features = false }';
    const leaf = published("leaf", '[features]\ndefault = ["std"]\nstd = []', LEAF);
    expect(shown(scan([own, ...middle(tables), leaf]))).toEqual(["leaf::Plain::show"]);
  });

  test("for all that use the package, whatever the others ask", () => {
    const own = app('[dependencies]\nleaf = "1"\nmiddle = "1"', "pub fn f() { leaf::make().show(); }");
    const tables = '[dependencies]\nleaf = { version = "1", features = ["std"] }';
    expect(shown(scan([own, ...middle(tables)]))).toEqual(["leaf::Rich::show"]);
  });

  test("for one version of two", () => {
    const own = app('[dependencies]\nleaf = "2"\nmiddle = "1"', "pub fn f() { leaf::make().show(); }");
    const tables = '[dependencies]\nleaf = { version = "1", features = ["std"] }';
    const second = published("leaf", LEAF_FEATURES, LEAF, "2.0.0");
    expect(shown(scan([own, ...middle(tables), second]))).toEqual(["leaf::Plain::show"]);
  });

  test("not by what is for another platform, from the second resolver on", () => {
    const own = app(
      '[dependencies]\nleaf = "1"\n[target."cfg(windows)".dependencies]\nmiddle = "1"',
      "pub fn f() { leaf::make().show(); }",
    );
    const tables = '[dependencies]\nleaf = { version = "1", features = ["std"] }';
    expect(shown(scan([own, ...middle(tables)]))).toEqual(["leaf::Plain::show"]);
    expect(shown(scan([own, ...middle(tables)], { target: "x86_64-pc-windows-msvc" }))).toEqual(["leaf::Rich::show"]);
  });

  test("in a member that is built in the place of a published package", () => {
    const own: Files = {
      "/ws/Cargo.toml":
        '[workspace]\nresolver = "2"\nmembers = ["leaf", "user"]\n[patch.crates-io]\nleaf = { path = "leaf" }',
      "/ws/leaf/Cargo.toml": `[package]\nname = "leaf"\nversion = "1.0.0"\nedition = "2021"\n${LEAF_FEATURES}`,
      "/ws/leaf/src/lib.rs": LEAF,
      "/ws/user/Cargo.toml":
        '[package]\nname = "user"\nversion = "1.0.0"\nedition = "2021"\n[dependencies]\nmiddle = "1"',
      "/ws/user/src/lib.rs": USE,
    };
    const tables = '[dependencies]\nleaf = { version = "1", features = ["std"] }';
    expect(shown(scan([own, published("middle", tables, "pub use leaf::make;")]))).toEqual(["leaf::Rich::show"]);
  });
});

describe("a dependency whose source is not read is reported for the true cause", () => {
  const own = app(
    '[target."cfg(windows)".dependencies]\nwin = "1"',
    "pub fn f() {\n    #[cfg(windows)]\n    {\n        use win::call;\n        call();\n    }\n}",
  );
  const told = ({ diagnostics, graph }: ScanResult) => ({
    diagnostics: diagnostics.map(({ code, message, hint }) => ({ code, message, hint })),
    partial: graph.meta.partial,
  });

  test("it is for another platform", () => {
    expect(told(scan([own]))).toEqual({
      diagnostics: [
        {
          code: "other-platform-dependency",
          message: "the dependency win is for another platform and is not read",
          hint: "--target <triple> reads the code of another platform",
        },
      ],
      partial: false,
    });
  });

  test("it is for this platform, and not at hand", () => {
    const { diagnostics, partial } = told(scan([own], { target: "x86_64-pc-windows-msvc" }));
    expect([diagnostics.map((d) => d.code), partial]).toEqual([["missing-dependency-source"], false]);
  });

  test("one entry of several is for this platform", () => {
    const both = app(
      '[target."cfg(windows)".dependencies]\nwin = "1"\n[target."cfg(unix)".dependencies]\nwin = "1"',
      "pub fn f() { win::call() }",
    );
    expect(told(scan([both])).diagnostics.map((d) => d.code)).toEqual(["missing-dependency-source"]);
  });
});

describe("options that build scripts set with cfg_aliases!", () => {
  const BUILD = 'build = "script.rs"\n';
  const TABLES = '[build-dependencies]\ncfg_aliases = "0.2"\n[features]\nstd = []\n';
  const SCRIPT = 'fn main() { cfg_aliases::cfg_aliases! { rich: { all(unix, feature = "std") }, poor: { windows } } }';
  const SOURCE = LEAF.replaceAll('feature = "std"', "rich");
  const USE = "pub fn f() { leaf::make().show(); }";
  const leaf = (tables: string): Files => ({
    ...published("leaf", BUILD + tables, SOURCE),
    [`${CARGO_HOME}/registry/src/index/leaf-1.0.0/script.rs`]: SCRIPT,
  });
  const own = (tables: string): Files => ({
    ...app(BUILD + tables, `${SOURCE}\npub fn f() { make().show(); }`),
    "/ws/script.rs": SCRIPT,
  });
  const uses = (features: string): Files =>
    app(`[dependencies]\nleaf = { version = "1", features = [${features}] }\n`, USE);

  test("of a dependency, by the features that it is built with", () => {
    expect(shown(scan([uses('"std"'), leaf(TABLES)]))).toEqual(["leaf::Rich::show"]);
    expect(shown(scan([uses(""), leaf(TABLES)]))).toEqual(["leaf::Plain::show"]);
  });

  test("of a member", () => {
    expect(shown(scan([own(TABLES)], { features: { features: ["std"] } }))).toEqual(["app::Rich::show"]);
    expect(shown(scan([own(TABLES)]))).toEqual(["app::Plain::show"]);
  });

  test("not without the crate", () => {
    expect(shown(scan([own("[features]\nstd = []\n")], { features: { features: ["std"] } }))).toEqual([
      "app::Plain::show",
    ]);
  });
});
