/** `callmap check` as it is typed: rules, baseline, formats and exit codes. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { callmap, lay, type Run, removeFolders } from "../support/cli.ts";

afterAll(removeFolders);

const PACKAGE = (name: string, deps = ""): string =>
  `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\n${deps}`;

/** Three packages: `app` uses `core` and `ui`; `core` reaches the screen by way of `log`. */
const FILES = {
  "Cargo.toml": '[workspace]\nresolver = "2"\nmembers = ["app", "core", "ui"]\n',
  "app/Cargo.toml": PACKAGE("app", 'engine = { path = "../core" }\nui = { path = "../ui" }\n'),
  "app/src/main.rs": "fn main() {\n    engine::run();\n    ui::draw();\n    std::process::exit(0)\n}\n",
  "core/Cargo.toml": PACKAGE("engine", 'ui = { path = "../ui" }\n'),
  "core/src/lib.rs":
    "pub fn run() {\n    step(3)\n}\nfn step(n: u32) {\n    if n > 0 {\n        step(n - 1)\n    }\n    log()\n}\nfn log() {\n    ui::draw()\n}\n",
  "ui/Cargo.toml": PACKAGE("ui"),
  "ui/src/lib.rs": "pub fn draw() {}\n",
};
const RULES = `
[[forbidden]]
name = "no-ui-in-core"
comment = "the core is used without a screen"
from = { package = "engine" }
to = { package = "ui" }

[[forbidden]]
name = "no-recursion"
severity = "warn"
to = { circular = true }

[[required]]
name = "all-draw"
from = { path = "engine::run" }
to = { path = "ui::draw", reachable = true }
`;

const workspace = (rules = RULES): string => lay({ ...FILES, "callmap.toml": rules });
const check = (cwd: string, ...args: string[]): Promise<Run> => callmap(["check", ...args], { cwd });

test("violations with their place and comment: exit 1", async () => {
  const { status, stdout, stderr } = await check(workspace());
  expect(stdout).toBe(`error no-ui-in-core: engine::log → ui::draw (core/src/lib.rs:11:9)
  the core is used without a screen
warn no-recursion: engine::step calls itself (core/src/lib.rs:6:9)

2 violations (1 error, 1 warning)
`);
  expect([status, stderr]).toEqual([1, ""]);
});

test("from a member's folder and below, with the rules above", async () => {
  const root = workspace();
  expect((await check(join(root, "core/src"))).stdout).toContain("error no-ui-in-core: engine::log → ui::draw (");
  expect((await callmap(["check", root])).status).toBe(1);
});

test("what holds: exit 0; warnings fail only on request", async () => {
  const root = workspace(RULES.replace('name = "no-ui-in-core"', 'name = "no-ui-in-core"\nseverity = "ignore"'));
  const { status, stdout } = await check(root);
  expect([status, stdout]).toEqual([
    0,
    "warn no-recursion: engine::step calls itself (core/src/lib.rs:6:9)\n\n1 violation (1 warning)\n",
  ]);
  expect((await check(root, "--fail-on", "warn")).status).toBe(1);
});

test("what is reached is told with the way", async () => {
  const root = workspace(
    '[[forbidden]]\nname = "x"\nfrom = { path = "engine::run" }\nto = { package = "ui", reachable = true }',
  );
  expect((await check(root)).stdout).toMatch(
    /^error x: engine::run → engine::step → engine::log → ui::draw \(core\/src\/lib\.rs:2:5\)\n/,
  );
});

test("functions of other crates", async () => {
  const root = workspace('[[forbidden]]\nname = "x"\nto = { path = "std::process::exit" }');
  expect((await check(root)).stdout).toMatch(/^error x: app::main → std::process::exit \(app\/src\/main\.rs:4:19\)\n/);
});

describe("the baseline", () => {
  test("known violations are counted, new ones fail, fixed ones are told", async () => {
    const root = workspace();
    expect(await check(root, "--write-baseline")).toMatchObject({ status: 0, stdout: "" });
    expect(JSON.parse(readFileSync(join(root, "callmap-baseline.json"), "utf8"))).toEqual({
      violations: ["no-recursion | engine::step | engine::step", "no-ui-in-core | engine::log | ui::draw"],
    });
    const known = await check(root);
    expect([known.status, known.stdout]).toEqual([0, "no new violations; 2 known from the baseline\n"]);
    expect((await check(root, "--no-baseline")).status).toBe(1);

    writeFileSync(join(root, "core/src/lib.rs"), "pub fn run() {\n    ui::draw()\n}\n");
    const changed = await check(root);
    expect(changed.status).toBe(1);
    expect(changed.stdout).toBe(`error no-ui-in-core: engine::run → ui::draw (core/src/lib.rs:2:9)
  the core is used without a screen

1 violation (1 error); 2 of the baseline are fixed: --write-baseline forgets them
`);
  });

  test("one that the rules name has to be there", async () => {
    const { status, stderr } = await check(workspace(`baseline = "known.json"\n${RULES}`));
    expect([status, stderr]).toEqual([2, expect.stringMatching(/the baseline known\.json is not there/)]);
  });
});

describe("formats", () => {
  test("JSON", async () => {
    const { violations, rules } = JSON.parse((await check(workspace(), "--json")).stdout);
    expect(rules).toBe(3);
    expect(violations[0]).toMatchObject({
      rule: "no-ui-in-core",
      severity: "error",
      from: { key: "engine::log", file: "core/src/lib.rs", line: 10 },
      to: { key: "ui::draw" },
      path: [{ source: "engine::log", target: "ui::draw", kind: "call", confidence: "exact" }],
    });
  });

  test("annotations for GitHub, with paths from the working directory", async () => {
    const root = workspace();
    const { stdout } = await check(join(root, ".."), root, "--github");
    const folder = root.split("/").at(-1);
    expect(stdout.split("\n")[0]).toBe(
      `::error file=${folder}/core/src/lib.rs,line=11,col=9,title=no-ui-in-core::engine::log → ui::draw%0Athe core is used without a screen`,
    );
  });

  test("SARIF by the output's extension", async () => {
    const root = workspace();
    await check(root, "-o", "out.sarif");
    const { version, runs } = JSON.parse(readFileSync(join(root, "out.sarif"), "utf8"));
    expect(version).toBe("2.1.0");
    expect(runs[0].tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(["no-ui-in-core", "no-recursion"]);
    expect(runs[0].results[0]).toMatchObject({
      ruleId: "no-ui-in-core",
      ruleIndex: 0,
      level: "error",
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: "core/src/lib.rs" }, region: { startLine: 11, startColumn: 9 } },
        },
      ],
    });
  });
});

test("--init writes rules that pass, and overwrites none", async () => {
  const root = lay(FILES);
  expect(await check(root, "--init")).toMatchObject({ status: 0, stdout: "" });
  expect(existsSync(join(root, "callmap.toml"))).toBe(true);
  // The example ends in main, as its second rule wants it.
  expect(await check(root)).toMatchObject({ status: 0, stdout: "2 rules hold\n", stderr: "" });
  expect((await check(root, "--init")).status).toBe(2);
});

describe("what can't be checked: exit 2", () => {
  test.each<[string, string | undefined, string[], RegExp]>([
    ["no rule file", undefined, [], /no callmap\.toml here or above\n {2}hint: write one with: callmap check --init/],
    ["no rules", "", [], /has no rules/],
    [
      "a mistake in a rule",
      "[[forbidden]]\nto = { pth = 1 }\n",
      [],
      /^callmap\.toml: error\[invalid-rules\]: forbidden 1\.to\.pth is not known/,
    ],
    ["no TOML", "[[forbidden]\n", [], /^callmap\.toml:1:\d+: error\[invalid-rules\]/],
    ["a rule file that is not there", RULES, ["--config", "nosuch.toml"], /can't read .*nosuch\.toml: ENOENT/],
    ["two formats", RULES, ["--json", "--sarif"], /several formats at once/],
  ])("%s", async (_, rules, args, message) => {
    const { status, stdout, stderr } = await check(rules === undefined ? lay(FILES) : workspace(rules), ...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });
});

test("a pattern that names nothing is told on standard error", async () => {
  const { status, stderr } = await check(
    workspace('[[forbidden]]\nname = "x"\nfrom = { path = "nosuch" }\nto = { package = "ui" }'),
  );
  expect([status, stderr]).toEqual([0, 'warning[no-match]: x: from.path "nosuch" names no function\n']);
});

test("options of the scan come from the rule file, but flags win", async () => {
  const features = {
    ...FILES,
    "ui/Cargo.toml": `${PACKAGE("ui")}[features]\nloud = []\n`,
    "ui/src/lib.rs":
      '#[cfg(feature = "loud")]\npub fn draw() { draw() }\n#[cfg(not(feature = "loud"))]\npub fn draw() {}\n',
  };
  const rules =
    '[scan]\nfeatures = ["ui/loud"]\n[[forbidden]]\nname = "x"\nfrom = { package = "ui" }\nto = { circular = true }\n';
  const root = lay({ ...features, "callmap.toml": rules });
  expect((await check(root, "--no-inactive")).stdout).toMatch(/^error x: ui::draw calls itself/);
  expect((await check(root, "--no-inactive", "--features", "")).status).toBe(0);
});
