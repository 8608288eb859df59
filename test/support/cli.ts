/** The command line as a user runs it: bundled as for publishing, started as a process of its own. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";

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

let built: Promise<string> | undefined;

/** Bundles the command line, once per test file. It lies inside the package, so that it finds grammar and stubs. */
function cliPath(): Promise<string> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<string> {
  const outdir = join(ROOT, "node_modules/.cache/callmap-test", `${process.pid}`);
  await build({
    entryPoints: { cli: join(ROOT, "src/cli/main.ts") },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  return join(outdir, "cli.mjs");
}

/** Removes what {@link callmap} built. */
export function removeCli(): void {
  rmSync(join(ROOT, "node_modules/.cache/callmap-test", `${process.pid}`), { recursive: true, force: true });
}

/** Runs `callmap` with these arguments, without a terminal. The working directory is that of the examples unless said otherwise. */
export async function callmap(args: readonly string[], { cwd = EXAMPLES, env = {} }: RunOptions = {}): Promise<Run> {
  const { CI: _, FORCE_COLOR: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [await cliPath(), ...args], {
    cwd,
    env: { ...inherited, NO_COLOR: "1", ...env },
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
  const script = `callmap() { "${process.execPath}" "${await cliPath()}" "$@"; }\nset -o pipefail\n${line}`;
  const child = spawn("bash", ["-c", script], { cwd, stdio: ["ignore", "pipe", "pipe"] });
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

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
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
