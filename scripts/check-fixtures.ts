/**
 * Writes the fixtures of the tests (every text tagged `rust`) as packages of one Cargo workspace and runs `cargo check` on them: what the
 * marks say of a call holds only for Rust that compiles. Fixtures with `//- broken` are left out.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseFixture } from "../test/support/fixture.ts";
import { memberFolders, projectFiles, workspaceManifest } from "../test/support/project.ts";

/** A fixture and where it is written. */
interface Found {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Whole programs only: the tag behind a rule's name or in a call of `checkCalls`. */
const FIXTURE = /(?<=: |checkCalls\(\s*)rust`([^`]*)`/g;

function findFixtures(folder: string): Found[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      return [...text.matchAll(FIXTURE)].map((match) => ({
        file: join(folder, file),
        line: text.slice(0, match.index).split("\n").length,
        text: match[1]!,
      }));
    });
}

function writeProjects(fixtures: readonly Found[], root: string): number {
  const members: string[] = [];
  const excluded: string[] = [];
  for (const [i, { text, file, line }] of fixtures.entries()) {
    const fixture = parseFixture(text);
    if (fixture.flags.has("broken")) continue;
    const folder = `f${i}`;
    members.push(...memberFolders(fixture, folder));
    excluded.push(
      ...fixture.crates.filter((c) => c.origin === "dependency").map((c) => folder + dirname(dirname(c.root))),
    );
    for (const [path, content] of Object.entries(projectFiles(fixture, folder, "path"))) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), path.endsWith(".toml") ? `# ${file}:${line}\n${content}` : content);
    }
  }
  writeFileSync(join(root, "Cargo.toml"), workspaceManifest(members, excluded));
  return members.length;
}

const kept = process.argv[2];
const root = kept ?? mkdtempSync(join(tmpdir(), "callmap-fixtures-"));
const fixtures = findFixtures("test");
const packages = writeProjects(fixtures, root);
const { status } = spawnSync(
  "cargo",
  ["check", "--workspace", "--all-targets", "--keep-going", "--quiet", "--offline"],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, RUSTFLAGS: "--cap-lints allow", CARGO_INCREMENTAL: "0", CARGO_PROFILE_DEV_DEBUG: "0" },
  },
);
if (kept === undefined) rmSync(root, { recursive: true });
console.log(
  `${fixtures.length} fixtures, ${packages} packages: ${status === 0 ? "all compile" : "see above (fN is the Nth fixture, from 0; its Cargo.toml names the test)"}`,
);
process.exitCode = status ?? 1;
