/** The recordings and tables of truth that the bench holds callmap against, and the graphs of their programs. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { nodeText } from "../../src/graph/columns.ts";
import type { CallGraph } from "../../src/graph/types.ts";
import { machineServices } from "../../src/host/services.ts";
import { importBytes } from "../../src/profile/import/import.ts";
import type { Profile } from "../../src/profile/types.ts";
import { scanWorkspace } from "../../src/scan/scan.ts";

/** A row of a table by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/** A program with its recordings. */
export interface Program {
  readonly name: string;
  /** Folder with the recordings; `truth` is in it. */
  readonly folder: string;
  readonly graph: CallGraph;
}

const CACHE = "node_modules/.cache/callmap-bench";

/** Returns the bytes of a file, or of the file with `.gz` behind its name, unpacked. */
export function readBytes(path: string): Uint8Array {
  const bytes = readFileSync(existsSync(path) ? path : `${path}.gz`);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/** Returns the rows of a table with tabs; lines that begin with `#` are comments. */
export function readTable(path: string): Row[] {
  const text = new TextDecoder().decode(readBytes(path));
  const [head, ...lines] = text
    .trimEnd()
    .split("\n")
    .filter((line) => !line.startsWith("#"));
  const names = head!.split("\t");
  return lines.map((line) => Object.fromEntries(line.split("\t").map((value, at) => [names[at]!, value])));
}

/** Reads a recording of a program. */
export async function readProfile(path: string): Promise<Profile> {
  return (await importBytes(readBytes(path), { name: path })).value;
}

/** Names of the files of a program's folder that end so, without `.gz`. */
export function filesOf(folder: string, end: string): string[] {
  return readdirSync(folder)
    .map((file) => file.replace(/\.gz$/, ""))
    .filter((file) => file.endsWith(end))
    .sort();
}

/** Scans the programs whose sources are here. */
export async function programs(shared: string, ripgrep: string | undefined): Promise<Program[]> {
  const services = await machineServices();
  const profiles = join(shared, "profiles");
  const sources: [string, string | undefined][] = [
    ["even-odd", join(profiles, "even-odd/src-workspace")],
    ["shop", join(profiles, "shop/src-workspace")],
    ["ripgrep", ripgrep ?? fetchRipgrep(shared)],
  ];
  return sources.flatMap(([name, source]): Program[] => {
    if (source === undefined || !existsSync(source)) {
      console.log(`${name}: no sources here; left out`);
      return [];
    }
    const { graph } = scanWorkspace(services, resolve(source), { external: true });
    return [{ name, folder: join(profiles, name), graph }];
  });
}

/** The published crates of which ripgrep was built, put together by the script beside the truths. */
function fetchRipgrep(shared: string): string | undefined {
  const target = join(CACHE, "ripgrep");
  if (existsSync(join(target, "Cargo.toml"))) return target;
  const script = join(shared, "truth/make_workspace.py");
  const { status } = spawnSync("python3", [script, "ripgrep", target], { stdio: "ignore" });
  return status === 0 ? target : undefined;
}

/** Finds functions by the place that a table of truth gives: between the line of the visibility and that of the name. */
export class Places {
  private readonly graph: CallGraph;
  private readonly lastLine = new Map<string, number>();

  /** `symbols` are rows of all tables of symbols of the program. */
  constructor(graph: CallGraph, symbols: readonly Row[]) {
    this.graph = graph;
    for (const { owner_file, owner_line, owner_name_line } of symbols)
      this.lastLine.set(`${owner_file}:${owner_line}`, Number(owner_name_line));
  }

  /** True when the node stands at the owner's place. */
  isAt(node: number, file: string, line: number): boolean {
    const own = this.graph.nodes.line[node]!;
    const last = this.lastLine.get(`${file}:${line}`) ?? line;
    return nodeText(this.graph, node, "file") === file && own >= line && own <= last;
  }

  /** The owner's place as the tables write it, for each place of a function in the graph. */
  byNode(owners: Iterable<readonly [file: string, line: number]>): Map<number, string> {
    const found = new Map<number, string>();
    for (const [file, line] of owners)
      for (let node = 0; node < this.graph.nodes.length; node++)
        if (this.isAt(node, file, line)) found.set(node, `${file}:${line}`);
    return found;
  }
}

/** `98.76 %` of a share. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(2)} %`;
}
