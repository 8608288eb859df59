/** Completion in bash as it happens at the prompt, and what the scripts of all shells ask. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { callmap, lay, removeFolders, shell } from "../support/cli.ts";

afterAll(removeFolders);

let root = "";
beforeAll(async () => {
  root = lay({
    "Cargo.toml": '[package]\nname = "p"\nversion = "0.1.0"\nedition = "2021"\n',
    "src/lib.rs":
      "pub struct Square;\nimpl Square {\n    pub fn area(&self) {}\n    pub fn around(&self) {}\n}\npub fn solo() {}\n",
  });
  await callmap(["who", "solo"], { cwd: root });
});

/** What bash has to choose from when the line stands before the cursor. */
async function bash(line: string): Promise<string[]> {
  const script = `eval "$(callmap completions bash)"; COMP_LINE='${line}'; COMP_POINT=${line.length}; _callmap 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return (await shell(script, { cwd: root })).stdout.trim().split("\n");
}

describe("bash", () => {
  test.each([
    ["callmap wh", ["who"]],
    ["callmap who --dom", ["--dominators"]],
    ["callmap who --min-confidence l", ["likely"]],
    ["callmap who So", [""]],
    ["callmap who so", ["solo"]],
    ["callmap who Sq", ["Square::"]],
    // Words end at colons for bash; what stands before is on the line already.
    ["callmap who Square::a", ["area", "around"]],
    ["callmap who solo --from p::Square::are", ["area"]],
    ["callmap who solo ", [""]],
    ["callmap completions z", ["zsh"]],
  ])("%s", async (line, expected) => expect(await bash(line)).toEqual(expected));

  test("every command is offered, none that only scripts ask", async () => {
    expect(await bash("callmap ")).toEqual(expect.arrayContaining(["scan", "who", "diff", "check", "completions"]));
    expect(await bash("callmap ")).not.toContain("__complete");
  });
});

test("names come with the workspace's folder and those in it", async () => {
  const { stdout } = await callmap(["__complete", "--", "who", "sol"], { cwd: `${root}/src` });
  expect(stdout).toBe("solo\n");
});

test("options come with what they do", async () => {
  const { stdout } = await callmap(["__complete", "--", "who", "--callees"], { cwd: root });
  expect(stdout).toBe("--callees\tfunctions that FN calls\n");
});

test.each(["bash", "zsh", "fish"])("a script for %s", async (name) => {
  const { status, stdout } = await callmap(["completions", name]);
  expect([status, stdout]).toEqual([0, expect.stringContaining("__complete")]);
});

test("another shell: exit 2", async () => {
  expect((await callmap(["completions", "tcsh"])).status).toBe(2);
});
