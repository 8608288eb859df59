/** Broken workspaces and wrong commands: a message with place and hint, the right exit code, partial results, and no stack trace. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Content, callmap, lay, newFolder, type Run, removeFolders } from "../support/cli.ts";

afterAll(removeFolders);

const PACKAGE = '[package]\nname = "p"\nversion = "0.1.0"\nedition = "2021"\n';
const CALLS = "pub fn f() { g() }\nfn g() {}\n";
const EDGE = "p::f p::g";

async function scan(files: Readonly<Record<string, Content>>, ...flags: string[]): Promise<Run> {
  const run = await callmap(["scan", "--format", "{{caller}} {{callee}}", ...flags], { cwd: lay(files) });
  expect(run.stderr).not.toMatch(/^\s+at /m);
  expect(run.stderr).not.toContain("error[internal]");
  return run;
}

describe("nothing to scan: exit 1", () => {
  const cases: readonly (readonly [name: string, files: Readonly<Record<string, Content>>, message: RegExp])[] = [
    ["no manifest", { "readme.md": "" }, /^error\[missing-manifest\]: .*\n {2}hint: /],
    [
      "a manifest that is no TOML",
      { "Cargo.toml": '[package]\nname = "p"\nversion = \n', "src/lib.rs": "" },
      /^Cargo\.toml:3:\d+: error\[invalid-manifest\]: .*\n {2}hint: /,
    ],
    ["an empty manifest", { "Cargo.toml": "" }, /^Cargo\.toml: error\[empty-workspace\]: .*\n {2}hint: /],
    ["a workspace without members", { "Cargo.toml": "[workspace]\n" }, /^Cargo\.toml: error\[empty-workspace\]: /],
    [
      "a package without targets",
      { "Cargo.toml": PACKAGE },
      /^Cargo\.toml: error\[no-target\]: [\s\S]*error\[nothing-selected\]/,
    ],
    ["a manifest that is a folder", { "Cargo.toml/x": "" }, /^error\[missing-manifest\]/],
    ["a manifest that links to itself", { "Cargo.toml": { link: "Cargo.toml" } }, /error\[missing-manifest\]/],
  ];

  test.each(cases)("%s", async (_, files, message) => {
    const { status, stdout, stderr } = await scan(files);
    expect(stderr).toMatch(message);
    expect([status, stdout]).toEqual([1, ""]);
  });

  test("a path that is not there", async () => {
    const { status, stderr } = await callmap(["scan", "not/here"]);
    expect(stderr).toMatch(/^error\[missing-path\]: .*not\/here\n {2}hint: /);
    expect(status).toBe(1);
  });
});

describe("something left out: the rest is there, exit 0", () => {
  const pack = (name: string): string => PACKAGE.replace('"p"', `"${name}"`);
  let run: Run;
  beforeAll(async () => {
    run = await scan({
      "Cargo.toml": '[workspace]\nmembers = ["modules", "links", "latin", "torn", "gone", "broken"]\n',
      "broken/Cargo.toml": "[package\n",
      "modules/Cargo.toml": pack("modules"),
      "modules/src/lib.rs": `mod gone;\nmod inner {\n    mod deep;\n}\n${CALLS}`,
      "links/Cargo.toml": pack("links"),
      "links/src/lib.rs": `mod nowhere;\nmod circle;\n${CALLS}`,
      "links/src/nowhere.rs": { link: "gone.rs" },
      "links/src/circle.rs": { link: "circle.rs" },
      "links/src/circle": { link: "../src" },
      "latin/Cargo.toml": pack("latin"),
      "latin/src/lib.rs": Buffer.from(`// line\n// caf\u00e9\n${CALLS}`, "latin1"),
      "torn/Cargo.toml": pack("torn"),
      "torn/src/lib.rs": `${CALLS}fn torn( { ]\n`,
    });
  });

  test.each<[name: string, message: RegExp]>([
    ["a member that is not there", /^Cargo\.toml:2:49: error\[missing-member\]: .*`gone`\n {2}hint: /m],
    ["a member whose manifest is broken", /^broken\/Cargo\.toml:1:\d+: error\[invalid-manifest\]: .*\n {2}hint: /m],
    ["a module without a file", /^modules\/src\/lib\.rs:1:5: error\[missing-module\]: .*\n {2}hint: .*src\/gone\.rs/m],
    [
      "one in an inline module",
      /^modules\/src\/lib\.rs:3:9: error\[missing-module\]: .*\n {2}hint: .*src\/inner\/deep\.rs/m,
    ],
    ["a link that leads nowhere", /^links\/src\/lib\.rs:1:5: error\[missing-module\]/m],
    ["links in a circle", /^links\/src\/lib\.rs:2:5: error\[missing-module\]/m],
    ["a file that is not UTF-8", /^latin\/src\/lib\.rs:2(:\d+)?: warning\[not-utf8\]: .*\n {2}hint: /m],
    ["a file with errors", /^torn\/src\/lib\.rs:\d+:\d+: warning\[syntax-error\]: /m],
    ["and a line at the end", /^partial: .*missing-member/m],
  ])("%s", (_, message) => {
    expect(run.stderr).toMatch(message);
  });

  test("all that could be read is in the graph", () => {
    const edges = ["latin", "links", "modules", "torn"].map((name) => `${name}::f ${name}::g`);
    expect(run.stdout.trimEnd().split("\n")).toEqual(edges);
    expect(run.status).toBe(0);
  });

  test("what a build would make is told of as well", async () => {
    const lib = `include!(concat!(env!("OUT_DIR"), "/made.rs"));\n${CALLS}`;
    const { status, stderr } = await scan({ "Cargo.toml": PACKAGE, "src/lib.rs": lib });
    expect(status).toBe(0);
    expect(stderr).toMatch(/^src\/lib\.rs:1:1: info\[generated-code\]: .*\n(?:.*\n)*partial: .*generated-code/);
  });

  test("--strict makes it exit 1, with the result; --quiet keeps the messages", async () => {
    const files = { "Cargo.toml": PACKAGE, "src/lib.rs": `mod gone;\n${CALLS}` };
    const { status, stdout, stderr } = await scan(files, "--strict", "--quiet");
    expect([status, stdout]).toEqual([1, `${EDGE}\n`]);
    expect(stderr).toMatch(/missing-module/);
    expect(stderr).not.toMatch(/call sites/);
  });

  test("modules in a circle end", async () => {
    const { status, stdout } = await scan({
      "Cargo.toml": PACKAGE,
      "src/lib.rs": `#[path = "a.rs"]\nmod a;\n${CALLS}`,
      "src/a.rs": '#[path = "lib.rs"]\nmod lib;\ninclude!("a.rs");\n',
    });
    expect(stdout.split("\n")).toContain(EDGE);
    expect(status).toBe(0);
  });

  test("what comes in crowds is counted", async () => {
    const modules = Array.from({ length: 50 }, (_, i) => `mod m${i};\n`).join("");
    const { stderr } = await scan({ "Cargo.toml": PACKAGE, "src/lib.rs": `${modules}${CALLS}` });
    expect(stderr.match(/error\[missing-module\]/g)).toHaveLength(20);
    expect(stderr).toContain("30 more of [missing-module]; --json holds all diagnostics");
  });

  test("places are told from the working directory", async () => {
    const root = lay({ "ws/Cargo.toml": PACKAGE, "ws/src/lib.rs": `mod gone;\n${CALLS}` });
    const [above, inside] = await Promise.all([
      callmap(["scan", "ws"], { cwd: root }),
      callmap(["scan"], { cwd: join(root, "ws/src") }),
    ]);
    expect(above.stderr).toMatch(/^ws\/src\/lib\.rs:1:5: error/);
    expect(inside.stderr).toMatch(/^lib\.rs:1:5: error/);
  });
});

test("a broken, deep or endless text does not stop the scan", async () => {
  const deep = "(".repeat(20_000);
  const chain = `pub fn h() { x()${".y()".repeat(5_000)}; g() }`;
  const { status, stdout } = await scan({
    "Cargo.toml": PACKAGE,
    "src/lib.rs": `mod a;\nmod b;\nmod c;\n${CALLS}${chain}`,
    "src/a.rs": `fn a() { ${deep} }`,
    "src/b.rs": "macro_rules! m { ($($t:tt)*) => { m!($($t)* $($t)*); } }\nm!(a b);\nfn b() { m!(c); }\n",
    "src/c.rs": Buffer.from([0, 255, 254, 10, 123, 123, 34]),
  });
  expect(status).toBe(0);
  expect(stdout.split("\n")).toEqual(expect.arrayContaining([EDGE, "p::h p::g"]));
});

describe("wrong usage: exit 2", () => {
  const cases: readonly (readonly [args: string[], message: RegExp])[] = [
    [["scann"], /^error\[usage\]: unknown command 'scann'\n {2}hint: .*(scan|--help)/],
    [["scan", "--dott"], /^error\[usage\]: unknown option '--dott'\n {2}hint: .*--dot/],
    [["scan", "a", "b"], /^error\[usage\]: too many arguments/],
    [["scan", "--level", "crates"], /^error\[usage\]: .*function, type, module, file, package/],
    [["scan", "--kind", "calls"], /^error\[usage\]: .*call, dispatch/],
    [["scan", "--depth", "x", "--focus", "f"], /^error\[usage\]: .*N,M/],
    [["scan", "--depth", "1"], /^error\[usage\]: .*\n {2}hint: .*--focus/],
    [["scan", "--max-nodes", "many"], /^error\[usage\]: .*number/],
    [["scan", "--target", "linux"], /^error\[usage\]: .*triple/],
    [["scan", "--cfg", "a b"], /^error\[usage\]: /],
    [["scan", "--dot", "--json"], /^error\[usage\]: several formats at once: dot, json/],
    [["scan", "--format", "pdf"], /^error\[unknown-format\]: .*known are dot, svg/],
    [["scan", "-o", "x.png"], /^error\[usage\]: \.png .*\n {2}hint: .*dot -Tpng/],
    [["scan", "-o", "x.docx"], /^error\[usage\]: \.docx .*\n {2}hint: .*\.svg/],
    [["scan", "--list", "--dot"], /^error\[usage\]: --list is no graph/],
    [["scan", "--list", "--orphans"], /^error\[usage\]: .*exclude each other/],
    [["scan", "shapes", "-p", "shape"], /^error\[unknown-package\]: .*`shape`\n {2}hint: .*shapes/],
    [["scan", "shapes", "--bin", "tool"], /^error\[unknown-target\]: .*`tool`\n {2}hint: .*shapes/],
    [["scan", "shapes", "--features", "none"], /^error\[unknown-feature\]: .*`none`/],
  ];

  test.each(cases)("%s", async (args, message) => {
    const { status, stdout, stderr } = await callmap(args);
    expect(stderr).toMatch(message);
    expect([status, stdout]).toEqual([2, ""]);
  });
});

describe("the output", () => {
  test("is refused before the scan where it can't be written", async () => {
    const folder = newFolder();
    const [isFolder, noFolder] = await Promise.all([
      callmap(["scan", "shapes", "--svg", "-o", folder]),
      callmap(["scan", "shapes", "-o", join(folder, "no/x.svg")]),
    ]);
    expect([isFolder.status, noFolder.status]).toEqual([1, 1]);
    expect(isFolder.stderr).toMatch(/^error\[unwritable\]: can't write .*: it is a folder\n {2}hint: [^\n]*\n$/);
    expect(noFolder.stderr).toMatch(/^error\[unwritable\]: .*its folder is not there/);
  });

  test("is not touched when a pattern names nothing; near names are told", async () => {
    const file = join(newFolder(), "x.dot");
    const { status, stderr } = await callmap(["scan", "shapes", "--focus", "aera", "-o", file]);
    expect(stderr).toMatch(/^error\[no-match\]: --focus aera names no function\n {2}hint: did you mean .*area/m);
    expect([status, existsSync(file)]).toEqual([1, false]);
  });
});

test("help and version are no errors", async () => {
  const [help, all, version] = await Promise.all([
    callmap(["scan", "--help"]),
    callmap(["--help"]),
    callmap(["--version"]),
  ]);
  expect([help.status, all.status, version.status]).toEqual([0, 0, 0]);
  for (const flag of ["--dot", "--focus <pattern>", "-p, --package <name>", "Examples:"])
    expect(help.stdout).toContain(flag);
  expect(all.stdout).toMatch(/^ {2}scan .*Cargo workspace/m);
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("colours only where they are wanted", async () => {
  const [plain, forced] = await Promise.all([
    callmap(["scan", "not-here"], { env: { NO_COLOR: "" } }),
    callmap(["scan", "not-here"], { env: { NO_COLOR: "", FORCE_COLOR: "1" } }),
  ]);
  expect(plain.stderr).not.toContain("\u001b[");
  expect(forced.stderr).toContain("\u001b[31merror[missing-path]");
});
