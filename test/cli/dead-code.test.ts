/** `callmap who --unreached` beside rustc's `dead_code` lint, on a workspace in which code was left dead on purpose. */
import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { hasCargo } from "../support/cargo.ts";
import { callmap, newFolder, ROOT, removeFolders } from "../support/cli.ts";

afterAll(removeFolders);

/** Functions that callmap lists and rustc does not, with the reason. */
const ONLY_CALLMAP: Readonly<Record<string, string>> = {
  "app/src/main.rs dead_pub": "public in the root of a program, which rustc counts as used",
  "app/src/main.rs allowed": "#[allow(dead_code)]",
  "app/src/main.rs only_by_allowed": "called by what is allowed to be dead",
  "app/src/main.rs _underscore": "a name with an underscore is allowed to be dead",
  "app/src/main.rs dead_inner": "inside of a function that is told to be dead",
  "app/src/util.rs used": "of a trait that is told to be dead, and of its implementation",
  "app/src/util.rs unused": "likewise",
  "app/src/main.rs length": "read in the length of an array type, where callmap does not look; a guess",
};

/** Types, traits and statics, which `--unreached` does not list, and what only they are a reason for. */
const ONLY_RUSTC: Readonly<Record<string, string>> = {
  "app/src/main.rs Never": "a type",
  "app/src/util.rs Ghost": "a type",
  "lib/src/lib.rs Unnamed": "a type",
  "app/src/util.rs Local": "a trait",
  "app/src/table.rs UNREAD": "a static",
  "app/src/table.rs BY_DEAD": "a static",
  "app/src/main.rs from_never": "called by an implementation for a type of which no value is made",
};

/** Functions that only wait for a value of their type: `--dispatch rta` knows that none is made. */
const NEVER_MADE = ["app/src/main.rs area", "app/src/main.rs from_never"];

let root = "";
beforeAll(() => {
  root = join(newFolder(), "dead-code");
  cpSync(join(ROOT, "test/fixtures/dead-code"), root, { recursive: true });
});

interface Span {
  readonly file_name: string;
  readonly is_primary: boolean;
  readonly text: readonly { readonly text: string; readonly highlight_start: number; readonly highlight_end: number }[];
}

/** `file name` of everything that rustc calls dead. */
function deadByRustc(): Set<string> {
  const args = ["check", "--offline", "--message-format=json", "--target-dir", join(root, "target")];
  const { stdout, stderr, status } = spawnSync("cargo", args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const messages = stdout.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
  const spans = messages
    .filter((m) => m.message?.code?.code === "dead_code")
    .flatMap((m) => (m.message.spans as Span[]).filter((span) => span.is_primary));
  return new Set(
    spans.map(({ file_name, text: [line] }) => {
      const name = line!.text.slice(line!.highlight_start - 1, line!.highlight_end - 1);
      return `${file_name} ${name}`;
    }),
  );
}

async function deadByCallmap(...flags: string[]): Promise<Set<string>> {
  const { stdout } = await callmap(["who", "--unreached", root, "--json", ...flags]);
  const nodes: { attributes: { file: string; name: string } }[] = JSON.parse(stdout).nodes;
  return new Set(nodes.map(({ attributes: { file, name } }) => `${file} ${name}`));
}

(hasCargo() ? test : test.skip)(
  "all that rustc calls dead and that is a function, and no more but for known reasons",
  async () => {
    const [rustc, ours] = [deadByRustc(), await deadByCallmap()];
    expect([...ours].filter((name) => !rustc.has(name)).sort()).toEqual(Object.keys(ONLY_CALLMAP).sort());
    expect([...rustc].filter((name) => !ours.has(name)).sort()).toEqual(Object.keys(ONLY_RUSTC).sort());
    expect([...ours].filter((name) => rustc.has(name))).toHaveLength(28);
  },
);

test("by the types of which values are made, implementations that none can run are dead too", async () => {
  const [all, made] = [await deadByCallmap(), await deadByCallmap("--dispatch", "rta")];
  expect([...made].filter((name) => !all.has(name)).sort()).toEqual(NEVER_MADE);
  expect([...all].filter((name) => !made.has(name))).toEqual([]);
});

test("what is not certain is left out on request", async () => {
  const exact = await deadByCallmap("--min-confidence", "exact");
  expect([...(await deadByCallmap())].filter((name) => !exact.has(name)).sort()).toEqual([
    "app/src/main.rs length",
    "app/src/util.rs made_dead",
    "app/src/util.rs made_used",
  ]);
});

test("public functions that no member uses, from the programs alone", async () => {
  const [all, fromMain] = [await deadByCallmap(), await deadByCallmap("--roots", "main,ffi")];
  expect([...fromMain].filter((name) => !all.has(name) && name.startsWith("lib/")).sort()).toEqual([
    "lib/src/lib.rs by_associated",
    "lib/src/lib.rs by_field",
    "lib/src/lib.rs by_go",
    "lib/src/lib.rs by_macro",
    "lib/src/lib.rs by_unused",
    "lib/src/lib.rs default_name",
    "lib/src/lib.rs go",
    "lib/src/lib.rs name",
    "lib/src/lib.rs open",
    "lib/src/lib.rs private",
    "lib/src/lib.rs public",
    "lib/src/lib.rs shown",
    "lib/src/lib.rs unused_by_members",
  ]);
});
