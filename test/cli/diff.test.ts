/** `callmap diff` and `callmap who --changed` as they are typed, on small repositories. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { callmap, lay, removeFolders, shell } from "../support/cli.ts";

afterAll(removeFolders);

const MANIFEST = '[package]\nname = "p"\nversion = "0.1.0"\nedition = "2021"\n';
const BODY = "{\n    let mut sum = 0;\n    for n in 0..9 {\n        sum += n;\n    }\n    sum\n}\n";
const BEFORE = {
  "Cargo.toml": MANIFEST,
  "src/lib.rs": "mod a;\nmod b;\npub fn top() -> u32 {\n    a::total() + a::gone()\n}\n",
  "src/a.rs": `pub fn total() -> u32 ${BODY}pub fn gone() -> u32 {\n    1\n}\n`,
  "src/b.rs": "// nothing yet\n",
};
const AFTER = {
  "src/lib.rs": "mod a;\nmod b;\npub fn top() -> u32 {\n    b::total() + b::fresh()\n}\n",
  "src/a.rs": "// nothing left\n",
  "src/b.rs": `/// Moved here.\npub fn total() -> u32 ${BODY.replace("sum += n;", "sum += n; // adds up")}pub fn fresh() -> u32 {\n    2\n}\n`,
};

const GIT = "git -c user.name=a -c user.email=a@b -c commit.gpgsign=false";

/** A repository with {@link BEFORE} committed as `old`, and {@link AFTER} in the working tree. */
async function repository(): Promise<string> {
  const root = lay(BEFORE);
  const { status } = await shell(`git init -q . && git add -A && ${GIT} commit -q -m old && git tag old`, {
    cwd: root,
  });
  expect(status).toBe(0);
  for (const [path, text] of Object.entries(AFTER)) writeFileSync(join(root, path), text);
  return root;
}

let root = "";
beforeAll(async () => {
  root = await repository();
});

const EXPECTED = `1 function added, 1 function removed, 1 function moved, 1 function changed, 1 edge added, 1 edge removed

functions added
  + p::b::fresh  src/b.rs:9

functions removed
  - p::a::gone  src/a.rs:8

functions moved
  > p::a::total -> p::b::total  src/a.rs:1 -> src/b.rs:2

functions changed
  ~ p::top  src/lib.rs:3

edges added
  + p::top -> p::b::fresh  src/lib.rs:4:21  [call]

edges removed
  - p::top -> p::a::gone  src/lib.rs:4:21  [call]
`;

describe("two states of a program", () => {
  test("a revision and the working tree, which stays as it is", async () => {
    const { status, stdout, stderr } = await callmap(["diff", "old"], { cwd: root });
    expect([status, stderr, stdout]).toEqual([0, "", EXPECTED]);
    expect((await shell("git status --porcelain | wc -l", { cwd: root })).stdout.trim()).toBe("3");
  });

  test("two revisions, from outside of the repository", async () => {
    await shell(`git add -A && ${GIT} commit -q -m new`, { cwd: root });
    const run = await callmap(["diff", "old", "HEAD", "--in", root]);
    expect([run.status, run.stdout]).toEqual([0, EXPECTED]);
    expect((await callmap(["diff", "HEAD", "--exit-code"], { cwd: root })).stdout).toBe("no differences\n");
  });

  test("folders and graphs", async () => {
    const before = lay(BEFORE);
    const graph = join(before, "graph.json");
    await callmap(["scan", before, "--json", "-o", graph]);
    expect((await callmap(["diff", before, root])).stdout).toBe(EXPECTED);
    // A graph knows no bodies: what a function calls and what calls it tells that it was moved.
    const run = await callmap(["diff", graph, root, "--exit-code"]);
    expect(run.status).toBe(1);
    expect(run.stdout).toMatch(
      /^1 function added, 1 function removed, 1 function moved, 1 edge added, 1 edge removed\n/,
    );
  });

  test("Markdown for a comment, JSON for scripts", async () => {
    const markdown = (await callmap(["diff", "old", "--markdown"], { cwd: root })).stdout;
    expect(markdown).toMatch(/^### Call graph: old → \.\n\n1 function added, /);
    expect(markdown).toContain(
      "#### functions moved (1)\n\n- `p::a::total` → `p::b::total` — src/a.rs:1 -> src/b.rs:2\n",
    );
    const json = JSON.parse((await callmap(["diff", "old", "--json"], { cwd: root })).stdout);
    expect(json.functions.added).toMatchObject([{ key: "p::b::fresh", kind: "function", file: "src/b.rs", line: 9 }]);
    expect(json.functions.moved).toMatchObject([
      { from: { key: "p::a::total" }, to: { key: "p::b::total" }, sameBody: true },
    ]);
    expect(json.edges.removed).toMatchObject([{ source: "p::top", target: "p::a::gone", kind: "call" }]);
  });

  test.each<[string, string[], string[]]>([
    [
      "a pattern may name something on one side only",
      ["--only", "p::b", "--only", "top"],
      ["+ p::b::fresh", "> p::a::total", "~ p::top", "+ p::top -> p::b::fresh"],
    ],
    [
      "what was there before is not added by a filter",
      ["--focus", "fresh"],
      ["+ p::b::fresh", "~ p::top", "+ p::top -> p::b::fresh"],
    ],
    [
      "what is there still is not removed by one",
      ["--leaf", "gone"],
      ["- p::a::gone", "~ p::top", "- p::top -> p::a::gone"],
    ],
    [
      "a move into what is excluded",
      ["--exclude", "p::b"],
      ["- p::a::gone", "> p::a::total", "~ p::top", "- p::top -> p::a::gone"],
    ],
    ["folded", ["--level", "module"], ["+ p::b", "- p::a", "+ p -> p::b", "- p -> p::a"]],
  ])("filters narrow both: %s", async (_, flags, expected) => {
    const { stdout } = await callmap(["diff", "old", ...flags], { cwd: root });
    const rows = stdout
      .split("\n")
      .flatMap((line) => /^ {2}([-+~>] .+?)(?: {2}| -> p::b::total)/.exec(line)?.[1] ?? []);
    expect(rows).toEqual(expected);
  });

  test("what is folded has its own name", async () => {
    const { stdout } = await callmap(["diff", "old", "--level", "module"], { cwd: root });
    expect(stdout).toMatch(/^1 module added, 1 module removed, 1 edge added, 1 edge removed\n\nmodules added\n/);
  });

  test("a pattern that names nothing on either side: exit 1", async () => {
    const { status, stdout, stderr } = await callmap(["diff", "old", "--only", "nosuch"], { cwd: root });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/--only nosuch names no function/);
  });

  test.each<[string, string[], RegExp]>([
    ["nothing of the name", ["nosuch"], /nosuch: no file, no folder, and no revision that git knows/],
    ["a revision that looks like an option", ["--", "--all"], /no revision that git knows/],
    ["two formats", ["old", "--json", "--markdown"], /several formats at once/],
    ["no argument", [], /missing required argument/],
  ])("%s: exit 2", async (_, args, message) => {
    const { status, stderr } = await callmap(["diff", ...args], { cwd: root });
    expect([status, message.test(stderr)]).toEqual([2, true]);
  });
});

describe("who --changed", () => {
  let here = "";
  beforeAll(async () => {
    here = await repository();
    writeFileSync(join(here, "src/untracked.rs"), "pub fn alone() {}\n");
    writeFileSync(
      join(here, "src/lib.rs"),
      `${AFTER["src/lib.rs"]}mod untracked;\npub fn over() -> u32 {\n    top()\n}\n`,
    );
    await shell(`git add src/lib.rs && ${GIT} commit -q -m over -- src/lib.rs`, { cwd: here });
  });

  test("functions whose text changed, new files too, and all that reaches them", async () => {
    const { status, stdout } = await callmap(["who", "--changed", "HEAD"], { cwd: here });
    expect(status).toBe(0);
    expect(stdout).toBe(`3 functions changed since HEAD
  p::b::fresh  src/b.rs:9
  p::b::total  src/b.rs:2
  p::untracked::alone  src/untracked.rs:1

2 functions reach them
  by 1 call
    p::top  src/lib.rs:3
  by 2 calls
    p::over  src/lib.rs:7
`);
  });

  test("no further than --depth; as a graph too", async () => {
    const { stdout } = await callmap(["who", "--changed", "HEAD", "--depth", "1", "--csv"], { cwd: here });
    expect(stdout).toContain("p::top,p::b::fresh,call");
    expect(stdout).not.toContain("p::over");
  });

  test("nothing changed: exit 1; no such revision: exit 2", async () => {
    rmSync(join(here, "src/untracked.rs"));
    await shell(`git add -A && ${GIT} commit -q -m all`, { cwd: here });
    const same = await callmap(["who", "--changed", "HEAD"], { cwd: here });
    expect([same.status, same.stdout]).toEqual([1, "0 functions changed since HEAD\n"]);
    expect((await callmap(["who", "--changed", "nosuch"], { cwd: here })).status).toBe(2);
  });
});
