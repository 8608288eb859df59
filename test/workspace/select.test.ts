import { describe, expect, test } from "@jest/globals";
import { InputError } from "../../src/base/diagnostic.ts";
import {
  type FeatureRequest,
  neededLibraries,
  needsDevDependencies,
  type PackageSelection,
  resolveFeatures,
  type SelectedTarget,
  selectPackages,
  selectTargets,
  type TargetSelection,
  type Workspace,
} from "../../src/workspace/index.ts";
import { type Files, library, load } from "../support/workspace.ts";

const FILES: Files = {
  "Cargo.toml": '[workspace]\nresolver = "2"\nmembers = ["app", "app-core", "mac"]\ndefault-members = ["app"]',
  ...library(
    "app",
    `[dependencies]
app-core = { path = "../app-core" }
out = { path = "../../out", optional = true }
[dev-dependencies]
mac = { path = "../mac" }
[features]
extra = []
[[bin]]
name = "special"
required-features = ["extra"]
[[example]]
name = "tested"
test = true
[[example]]
name = "needs-out"
required-features = ["out/y"]`,
  ),
  "app/src/main.rs": "",
  "app/src/bin/special.rs": "",
  "app/examples/tested.rs": "",
  "app/examples/plain.rs": "",
  "app/examples/needs-out.rs": "",
  "app/tests/it.rs": "",
  "app/benches/speed.rs": "",
  "app/build.rs": "",
  ...library("app-core", "[lib]\ntest = false"),
  ...library("mac", '[lib]\nproc-macro = true\n[dependencies]\nout = { path = "../../out" }'),
  ...library("/out", "[features]\ny = []"),
};

const { value: workspace } = load(FILES);

const name = (index: number): string => workspace.packages[index]!.name;

function lines(selected: readonly SelectedTarget[], from: Workspace = workspace): string[] {
  return selected.map(({ package: index, target, test: isTest }) => {
    const pack = from.packages[index]!;
    const { kind, name: own } = pack.targets[target]!;
    return `${pack.name} ${kind} ${own}${isTest ? " (test)" : ""}`;
  });
}

function select(
  targets: TargetSelection,
  packages: PackageSelection = {},
  features: Partial<FeatureRequest> = {},
): string[] {
  const chosen = selectPackages(workspace, packages);
  const request = { features: [], allFeatures: false, noDefaultFeatures: false, ...features };
  return lines(selectTargets(workspace, chosen, targets, resolveFeatures(workspace, request, { packages: chosen })));
}

describe("packages", () => {
  const packages = (selection: PackageSelection): string[] => selectPackages(workspace, selection).map(name);

  test.each<[string, PackageSelection, string[]]>([
    ["all members", {}, ["app", "app-core", "mac"]],
    ["one", { packages: ["mac"] }, ["mac"]],
    ["several, each once", { packages: ["mac", "app", "mac"] }, ["app", "mac"]],
    ["a glob", { packages: ["app*"] }, ["app", "app-core"]],
    ["a name with a version", { packages: ["app@0.1.0"] }, ["app"]],
    ["an outsider by its name", { packages: ["out"] }, ["out"]],
    ["a glob finds members only", { packages: ["[mo]*"] }, ["mac"]],
    ["all but one", { exclude: ["mac"] }, ["app", "app-core"]],
    ["all but a glob", { exclude: ["app?core"] }, ["app", "mac"]],
  ])("%s", (_, selection, expected) => expect(packages(selection)).toEqual(expected));

  test.each<[string, PackageSelection, string]>([
    ["an unknown name", { packages: ["ap"] }, "no package is called `ap`"],
    ["an unknown version", { packages: ["app@2.0.0"] }, "no package is called `app@2.0.0`"],
    ["a glob without a match", { packages: ["z*"] }, "no package is called `z*`"],
    ["everything excluded", { exclude: ["*"] }, "every package is excluded"],
  ])("%s is the user's mistake", (_, selection, message) => {
    expect(() => packages(selection)).toThrow(message);
    expect(() => packages(selection)).toThrow(InputError);
  });
});

describe("targets", () => {
  test.each<[string, TargetSelection, string[]]>([
    [
      "by default what `cargo build` builds, and build scripts",
      {},
      [
        "app lib app",
        "app bin app",
        "app build-script build-script-build",
        "app-core lib app_core",
        "mac proc-macro mac",
      ],
    ],
    ["--lib", { lib: true }, ["app lib app", "app-core lib app_core", "mac proc-macro mac"]],
    ["--bins", { bins: true }, ["app bin app"]],
    ["--bin", { bin: ["a*"] }, ["app bin app"]],
    ["--examples", { examples: true }, ["app example plain", "app example tested"]],
    ["--example", { example: ["plain"] }, ["app example plain"]],
    [
      "--tests: whatever has tests",
      { tests: true },
      [
        "app lib app (test)",
        "app bin app (test)",
        "app example tested (test)",
        "app test it (test)",
        "mac proc-macro mac (test)",
      ],
    ],
    ["--test", { test: ["it"] }, ["app test it (test)"]],
    [
      "--benches: whatever can be measured",
      { benches: true },
      [
        "app lib app (test)",
        "app bin app (test)",
        "app bench speed (test)",
        "app-core lib app_core (test)",
        "mac proc-macro mac (test)",
      ],
    ],
    ["--bench", { bench: ["speed"] }, ["app bench speed (test)"]],
    [
      "--lib --test",
      { lib: true, test: ["it"] },
      ["app lib app", "app test it (test)", "app-core lib app_core", "mac proc-macro mac"],
    ],
    [
      "--all-targets",
      { allTargets: true },
      [
        "app lib app (test)",
        "app bin app (test)",
        "app example plain",
        "app example tested (test)",
        "app test it (test)",
        "app bench speed (test)",
        "app build-script build-script-build",
        "app-core lib app_core (test)",
        "mac proc-macro mac (test)",
      ],
    ],
  ])("%s", (_, selection, expected) => expect(select(selection)).toEqual(expected));

  test("required features decide", () => {
    expect(select({ bins: true }, {}, { features: ["extra"] })).toEqual(["app bin app", "app bin special"]);
    expect(select({ bin: ["special"] }, {}, { allFeatures: true })).toEqual(["app bin special"]);
    expect(select({ example: ["needs-out"] }, {}, { features: ["app/out", "out/y"] })).toEqual([
      "app example needs-out",
    ]);
  });

  test.each<[string, TargetSelection, string, string]>([
    ["a name that is none", { bin: ["nope"] }, "no binary target is called `nope`", "there are: app, special"],
    ["features that are off", { bin: ["special"] }, "only built with the features: extra", "--features extra"],
    ["features of a dependency that are off", { example: ["needs-out"] }, "the features: out/y", "--features out/y"],
  ])("%s is the user's mistake", (_, selection, message, hint) => {
    expect(() => select(selection)).toThrow(message);
    try {
      select(selection);
    } catch (error) {
      expect(error).toMatchObject({ usage: true, diagnostics: [{ hint: expect.stringContaining(hint) }] });
    }
  });

  test("a kind that the packages do not have", () => {
    expect(() => select({ bench: ["x"] }, { packages: ["mac"] })).toThrow("no bench target is called `x`");
    expect(select({ benches: true, bins: true }, { packages: ["out"] })).toEqual(["out lib out (test)"]);
  });
});

test("libraries that selected targets are linked with", () => {
  const needed = (targets: TargetSelection, packages: string[], features: string[] = []): string[] => {
    const chosen = selectPackages(workspace, { packages });
    const request = { features, allFeatures: false, noDefaultFeatures: false };
    const resolved = resolveFeatures(workspace, request, { packages: chosen, dev: needsDevDependencies(targets) });
    return lines(neededLibraries(workspace, selectTargets(workspace, chosen, targets, resolved), resolved));
  };
  expect(needed({ bins: true }, ["app"])).toEqual(["app lib app", "app-core lib app_core"]);
  expect(needed({ bins: true }, ["app"], ["out"])).toEqual(["app lib app", "app-core lib app_core", "out lib out"]);
  expect(needed({ test: ["it"] }, ["app"])).toEqual([
    "app lib app",
    "app-core lib app_core",
    "mac proc-macro mac",
    "out lib out",
  ]);
  expect(needed({}, ["app", "app-core"])).toEqual([]);
  expect(needed({ lib: true }, ["mac"])).toEqual(["out lib out"]);
});

test("which flags need development dependencies", () => {
  expect([{}, { lib: true, bins: true, bin: ["x"], test: [] }].map(needsDevDependencies)).toEqual([false, false]);
  const needing: TargetSelection[] = [{ tests: true }, { example: ["x"] }, { benches: true }, { allTargets: true }];
  expect(needing.map(needsDevDependencies)).toEqual([true, true, true, true]);
});
