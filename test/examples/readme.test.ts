/** The README's commands do what it says: they are read out of it and run on `examples/station`. */
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { newFolder, ROOT, removeFolders, shell } from "../support/cli.ts";

afterAll(removeFolders);

const README = readFileSync(join(ROOT, "README.md"), "utf8");

/** Indented lines with a command, without comment and without what it is piped into. */
const COMMANDS = [...README.matchAll(/^ {4}(callmap [^#|\n]+)/gm)].map((match) => match[1]!.trim());

test("the README has commands", () => {
  expect(COMMANDS.length).toBeGreaterThan(5);
});

test("every one of them works", async () => {
  const folder = newFolder();
  cpSync(join(ROOT, "examples/station"), folder, { recursive: true });
  for (const command of COMMANDS) {
    const { status, stdout, stderr } = await shell(command, { cwd: folder });
    expect({ command, status, stderr }).toMatchObject({ command, status: 0 });
    const file = / -o (\S+)/.exec(command)?.[1];
    if (file !== undefined) expect(existsSync(join(folder, file))).toBe(true);
    else if (!/--(orphans|unresolved)/.test(command)) expect(stdout).not.toBe("");
  }
});

test("what it shows of answers is what is printed", async () => {
  const folder = newFolder();
  cpSync(join(ROOT, "examples/station"), folder, { recursive: true });
  writeFileSync(join(folder, "callmap.toml"), /^```toml\n(\[\[forbidden[\s\S]*?)^```$/m.exec(README)![1]!);
  const shown = [...README.matchAll(/^```console\n\$ (callmap .*)\n([\s\S]*?)^```$/gm)];
  expect(shown.length).toBeGreaterThan(2);
  for (const [, command, output] of shown) {
    const { stdout, stderr } = await shell(command!, { cwd: folder });
    expect({ command, stdout, stderr }).toEqual({ command, stdout: output, stderr: "" });
  }
});

test("pictures and pages that it shows are there", () => {
  const targets = [...README.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map((match) => match[1]!);
  expect(targets.length).toBeGreaterThan(5);
  expect(targets.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
});
