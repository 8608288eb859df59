/** The command line as a user runs it: built as for publishing, started as a process of its own. */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** What a run gave. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Folder of the repository. */
export const ROOT = resolve(import.meta.dirname, "../..");

const EXAMPLES = join(ROOT, "examples");

const CACHE = join(ROOT, "node_modules/.cache/callmap-test");

/** What `scripts/build.mjs` makes of the sources as they stand; made once for each state of them, whatever the number of workers. */
function cliPath(): string {
  const folder = join(CACHE, stateOfSources());
  // The last thing written is the mark of a whole build.
  const mark = join(folder, "package.json");
  while (!existsSync(mark)) {
    if (takeLock()) {
      try {
        if (!existsSync(mark)) buildInto(folder, mark);
      } finally {
        rmSync(LOCK, { recursive: true });
      }
    } else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  return join(folder, "cli.js");
}

const LOCK = join(CACHE, "lock");
const LOCK_IS_STALE_MS = 60_000;

function takeLock(): boolean {
  mkdirSync(CACHE, { recursive: true });
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > LOCK_IS_STALE_MS) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

function buildInto(folder: string, mark: string): void {
  for (const old of readdirSync(CACHE)) if (join(CACHE, old) !== LOCK) rmSync(join(CACHE, old), { recursive: true });
  const args = ["scripts/build.mjs", "--no-types", "--out", folder];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error(`the command line can't be built:\n${stderr}`);
  writeFileSync(mark, '{ "type": "module" }\n');
}

let state: string | undefined;

/** A hash of names, sizes and times of all sources. */
function stateOfSources(): string {
  if (state !== undefined) return state;
  const hash = createHash("sha256");
  for (const folder of ["src", "scripts", "grammars"]) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).sort()) {
      const { size, mtimeMs } = statSync(join(ROOT, folder, name));
      hash.update(`${name} ${size} ${mtimeMs}\n`);
    }
  }
  return (state = hash.digest("hex").slice(0, 16));
}

/** Where callmap may keep what it likes to keep: nothing of an earlier run, nothing of the user's. */
const KEPT = join(tmpdir(), `callmap-kept-${process.pid}`);

/** Runs `callmap` with these arguments, without a terminal. The working directory is that of the examples unless said otherwise. */
export async function callmap(args: readonly string[], { cwd = EXAMPLES, env = {} }: RunOptions = {}): Promise<Run> {
  const { CI: _, FORCE_COLOR: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [cliPath(), ...args], {
    cwd,
    env: { ...inherited, XDG_CACHE_HOME: KEPT, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((done) => child.once("close", done)),
  ]);
  return { status, stdout, stderr };
}

/** Runs a line of shell in which `callmap` stands for the command. */
export async function shell(line: string, { cwd = EXAMPLES }: RunOptions = {}): Promise<Run> {
  const script = `callmap() { "${process.execPath}" "${cliPath()}" "$@"; }\nset -o pipefail\n${line}`;
  const env = { ...process.env, XDG_CACHE_HOME: KEPT, NO_COLOR: "1" };
  const child = spawn("bash", ["-c", script], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((done) => child.once("close", done)),
  ]);
  return { status, stdout, stderr };
}

async function text(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

/** Returns a new folder for a test; {@link removeFolders} removes all of them. */
export function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "callmap-cli-")));
  folders.push(folder);
  return folder;
}

const folders: string[] = [];

/** Removes them, and what callmap kept. */
export function removeFolders(): void {
  for (const folder of [...folders.splice(0), KEPT]) rmSync(folder, { recursive: true, force: true });
}

/** A file's content, or `{ link }` for a symbolic link. */
export type Content = string | Uint8Array | { readonly link: string };

/** Lays files into a new folder and returns it. */
export function lay(files: Readonly<Record<string, Content>>): string {
  const root = newFolder();
  for (const [path, content] of Object.entries(files)) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    if (typeof content === "object" && "link" in content) symlinkSync(content.link, target);
    else writeFileSync(target, content);
  }
  return root;
}
