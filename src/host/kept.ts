/**
 * Scans that are kept: a graph that was built once answers for as long as nothing it was built from has changed.
 *
 * The question is the path, the options of the scan, and callmap itself (its code, its grammar). The state it was answered in is
 * everything the scan asked of the disk (`questions.ts`): manifests, lock file, configuration, source files of the workspace, of
 * dependencies and of the stubs, files that a `mod` looked for in vain, folders that globs listed. So a scan is used again only where
 * scanning again would give the same graph.
 *
 * Kept is the fullest graph, with externals and dispatch; what was not asked for is left out when it is read.
 */
import { dirname, join } from "node:path";
import type { FileSystem } from "../base/files.ts";
import { selectGraph } from "../graph/select.ts";
import { readColumns, serialiseColumns } from "../graph/serialise.ts";
import { type CallGraph, EDGE_KINDS, NODE_KINDS } from "../graph/types.ts";
import type { UnresolvedSite } from "../scan/assemble.ts";
import type { ScanOptions } from "../scan/scan.ts";
import type { Timing } from "../scan/timings.ts";
import { absolutePath, diskFileSystem } from "./disk.ts";
import { cargoHome, hostTriple } from "./environment.ts";
import { type Answer, askAgain, hashOf, Questions } from "./questions.ts";
import { cacheFolder, type KeptFile, lastResult, pointTo, Slot } from "./store.ts";
import { buildStamp, packageVersion } from "./version.ts";

/** What is to be scanned, and how. */
export interface ScanRequest {
  readonly path: string;
  readonly options: ScanOptions;
  /** False: neither look for a kept scan nor keep this one. */
  readonly cache?: boolean;
  /** Scan, and keep the result, even where a kept scan would do. */
  readonly renew?: boolean | undefined;
  /** Told of every source file that is read; of none where the scan was kept. */
  readonly onFile?: (path: string) => void;
  /** Stands in for the disk, and what names its state: a revision of a repository. */
  readonly overlay?: { readonly wrap: (disk: FileSystem) => FileSystem; readonly state: string };
}

/** A scan, kept or new. */
export interface FoundScan {
  readonly graph: CallGraph;
  /** Absolute path of the workspace root, to which the files of the graph are relative. */
  readonly root: string;
  /** Source files of the workspace itself that were read for it. */
  readonly files: number;
  /** Everything the scan read as a file, absolute. */
  readonly filesRead: () => readonly string[];
  readonly unresolved: () => readonly UnresolvedSite[];
  /** Stages of the scan; empty for a kept one. */
  readonly timings: readonly Timing[];
  readonly isKept: boolean;
}

/** What is kept beside the graph and its unresolved sites. */
interface About extends Pick<FoundScan, "root" | "files"> {
  /** Names of the packages that were looked for among the sources that Cargo keeps. */
  readonly dependencies: readonly string[];
}

/** Returns the scan that is asked for, from the cache where that is sure to be the same. Throws an InputError where there is nothing to scan. */
export async function findScan(request: ScanRequest): Promise<FoundScan> {
  const slot = request.cache === false ? undefined : new Slot(join(cacheFolder(), "scans"), slotName(request));
  const disk = diskFileSystem();
  const file = (request.renew ? undefined : slot)?.find((kept, rewrite) => {
    const { dependencies } = kept.about as About;
    const verdict = askAgain(disk, kept.answers, mattersTo(new Set(dependencies)));
    if (verdict === "refreshed") rewrite();
    return verdict !== "changed";
  });
  const kept = file === undefined ? undefined : fromFile(file);
  if (file !== undefined && kept !== undefined) notePlace(kept.root, file.path, request);
  return narrowed(kept ?? (await scanAndKeep(request, disk, slot)), request.options);
}

/** Folders in which Cargo keeps the sources of all packages it has loaded for any workspace. */
function isShelf(path: string): boolean {
  return dirname(path) === `${cargoHome()}/registry/src`;
}

/** Tells whether a folder there, called by name and version, is of one of the packages. */
function mattersTo(packages: ReadonlySet<string>): (folder: string) => boolean {
  return (folder) => {
    // Where a version begins can't be told from the name alone: `foo-2-1.0.0`.
    const parts = folder.split("-");
    return parts.some((_, i) => packages.has(parts.slice(0, i + 1).join("-")));
  };
}

function slotName({ path, options, overlay }: ScanRequest): string {
  const { external: _, dispatch, ...asked } = options;
  const question = [
    "scan 2",
    packageVersion(),
    buildStamp(),
    absolutePath(path),
    { ...asked, dispatch: fullDispatch(dispatch) },
    hostTriple(),
    cargoHome(),
    overlay?.state ?? "",
  ];
  return hashOf(JSON.stringify(question));
}

/** The fewest edges of which those that are asked for are a part. */
function fullDispatch(asked: ScanOptions["dispatch"]): "cha" | "rta" {
  return asked === "rta" ? "rta" : "cha";
}

/** A file that turns out to be damaged counts as none. */
function fromFile(file: KeptFile): FoundScan | undefined {
  try {
    return {
      ...(file.about as About),
      graph: readColumns(file.main()),
      filesRead: () => pathsRead(file.answers),
      unresolved: () => JSON.parse(Buffer.from(file.rest()).toString()) as UnresolvedSite[],
      timings: [],
      isKept: true,
    };
  } catch {
    return undefined;
  }
}

/** Tells whether a file that a scan read is the workspace's: absolute are std's stubs and the sources of dependencies. */
export function isOwnFile(path: string): boolean {
  return !/^(\/|[A-Za-z]:)/.test(path);
}

async function scanAndKeep(request: ScanRequest, disk: FileSystem, slot: Slot | undefined): Promise<FoundScan> {
  const [{ machineServices }, { scanWorkspace }] = await Promise.all([
    import("./services.ts"),
    import("../scan/scan.ts"),
  ]);
  const questions = new Questions(disk, isShelf);
  const dependencies = new Set<string>();
  const ownFiles = new Set<string>();
  const services = {
    ...(await machineServices({ cache: request.cache !== false })),
    fs: request.overlay?.wrap(questions.fs) ?? questions.fs,
    onDependency: (name: string) => dependencies.add(name),
    onFile: (file: string) => {
      if (isOwnFile(file)) ownFiles.add(file);
      request.onFile?.(file);
    },
  };
  const result = scanWorkspace(services, request.path, {
    ...request.options,
    external: true,
    dispatch: fullDispatch(request.options.dispatch),
  });
  const { graph, unresolved, timings } = result;
  const { root } = result.workspace;
  const about: About = { root, files: ownFiles.size, dependencies: [...dependencies].sort() };
  const answers = questions.answers();
  if (slot !== undefined && answers !== undefined) {
    const rest = Buffer.from(JSON.stringify(unresolved));
    const parts = { about, answers, main: serialiseColumns(graph), rest };
    notePlace(root, slot.keep(hashOf(answers.map(content).join("\n")), parts), request);
  }
  const filesRead = (): readonly string[] => pathsRead(answers ?? []);
  return { ...about, graph, filesRead, unresolved: () => unresolved, timings, isKept: false };
}

/** For {@link lastGraph}; other revisions are not what one is working on. */
function notePlace(root: string, file: string, { overlay }: ScanRequest): void {
  if (overlay === undefined) pointTo(join(cacheFolder(), "roots"), root, file);
}

/** Returns the last graph of the workspace around a folder, be it out of date: good enough to complete names, and there at once. */
export function lastGraph(folder: string): CallGraph | undefined {
  const file = lastResult(join(cacheFolder(), "roots"), absolutePath(folder));
  return file === undefined ? undefined : fromFile(file)?.graph;
}

/** What names a state of the disk: the answers without times. */
function content({ path, kind, read, list, real }: Answer): string {
  return JSON.stringify([path, kind, read, list, real]);
}

/** Length of a hash; failures to read are shorter words. */
const HASH_LENGTH = hashOf("").length;

function pathsRead(answers: readonly Answer[]): string[] {
  return answers.filter(({ read }) => read?.length === HASH_LENGTH).map(({ path }) => path);
}

function narrowed(scan: FoundScan, { external, dispatch }: ScanOptions): FoundScan {
  if (external && dispatch !== "none") return scan;
  return { ...scan, graph: narrow(scan.graph, external ?? false, dispatch !== "none") };
}

const EXTERNAL = NODE_KINDS.indexOf("external");
const DISPATCH = EDGE_KINDS.indexOf("dispatch");

/** Leaves out functions of other crates, and calls by way of traits. */
function narrow(graph: CallGraph, external: boolean, dispatch: boolean): CallGraph {
  const keepNode = Uint8Array.from(graph.nodes.kind, (kind) => (external || kind !== EXTERNAL ? 1 : 0));
  const keepEdge = Uint8Array.from(graph.edges.kind, (kind) => (dispatch || kind !== DISPATCH ? 1 : 0));
  return selectGraph(graph, keepNode, keepEdge).graph;
}
