import { expect, test } from "@jest/globals";
import { diagnosticLines, load, targetLines } from "../support/workspace.ts";

const PACKAGE = '[package]\nname = "my-app"\nedition = "2021"\n';

test("names in code have underscores, a library's target too", () => {
  const { value } = load({ "Cargo.toml": PACKAGE, "src/lib.rs": "", "src/bin/a-b.rs": "", "build.rs": "" });
  expect(value.packages[0]?.targets.map(({ name, crateName }) => [name, crateName])).toEqual([
    ["my_app", "my_app"],
    ["a-b", "a_b"],
    ["build-script-build", "build_script_build"],
  ]);
});

test("flags and required features are carried where they are set", () => {
  const { value } = load({
    "Cargo.toml": `${PACKAGE}[lib]\ntest = false\n[[bench]]\nname = "b"\nharness = false\nrequired-features = ["x", "d/y"]\n`,
    "src/lib.rs": "",
    "benches/b.rs": "",
  });
  expect(value.packages[0]?.targets).toEqual([
    {
      kind: "lib",
      name: "my_app",
      crateName: "my_app",
      root: "src/lib.rs",
      edition: 2021,
      requiredFeatures: [],
      test: false,
    },
    {
      kind: "bench",
      name: "b",
      crateName: "b",
      root: "benches/b.rs",
      edition: 2021,
      requiredFeatures: ["x", "d/y"],
      harness: false,
    },
  ]);
});

test("several build scripts", () => {
  const { value } = load({ "Cargo.toml": `${PACKAGE}build = ["one.rs", "two.rs"]\n`, "src/lib.rs": "" });
  expect(targetLines(value.packages[0]).slice(1)).toEqual([
    "build-script build-script-one one.rs",
    "build-script build-script-two two.rs",
  ]);
});

test("targets without a file, without a name, or twice are left out with a word", () => {
  const { value, diagnostics } = load({
    "Cargo.toml": `${PACKAGE}[lib]\nname = "l"\n[[bin]]\nname = "gone"\n[[bin]]\npath = "src/x.rs"\n[[test]]\nname = "t"\npath = "a.rs"\n[[test]]\nname = "t"\npath = "b.rs"\n`,
    "src/main.rs": "",
  });
  expect(targetLines(value.packages[0])).toEqual(["bin my-app src/main.rs", "test t a.rs"]);
  expect(diagnosticLines(diagnostics)).toEqual([
    "Cargo.toml:4:1 error[missing-target]",
    "Cargo.toml:7:8 error[missing-target]",
    "Cargo.toml:8:1 error[nameless-target]",
    "Cargo.toml:14:8 error[duplicate-target]",
  ]);
});

test("a binary that could be two files is none", () => {
  const { diagnostics } = load({
    "Cargo.toml": `${PACKAGE}[[bin]]\nname = "x"\n`,
    "src/lib.rs": "",
    "src/bin/x.rs": "",
    "src/bin/x/main.rs": "",
  });
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["missing-target"]);
});
