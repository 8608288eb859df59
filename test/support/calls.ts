/**
 * Call sites of Rust fixtures with their answers marked in the source, as a reader of Rust would give them:
 *
 *     s.area();
 *     //^^^^ call: shapes::Shape::area
 *     //^^^^ dispatch: <shapes::Circle as shapes::Shape>::area
 *
 * A mark covers the call sites that begin above its carets, on the next line above that is no mark. The marks there are the
 * whole answer: `call:`, `reference:`, `implicit:` and `dispatch:` with the callee's path, `unresolved:` with the
 * reason, `none` for what calls nothing. Answers that are not exact say so: `call (guess): …`. With `//- exact` every site
 * is marked. Where there is no room on the left, `//<-` marks the column in which it stands itself. Functions of std and of dependencies count.
 *
 * Fixtures are scanned in memory by the real pipeline with the real stubs of std, which are read once for all.
 */
import { expect, test } from "@jest/globals";
import { nodeText, outEdges, siteAt } from "../../src/graph/columns.ts";
import { type CallGraph, CONFIDENCES, EDGE_KINDS, NODE_KINDS } from "../../src/graph/types.ts";
import { diskFileSystem } from "../../src/host/disk.ts";
import { stubsFolder } from "../../src/host/stubs.ts";
import type { FileText } from "../../src/names/input.ts";
import { type ScanOptions, type ScanResult, type ScanServices, scanWorkspace } from "../../src/scan/scan.ts";
import { type Fixture, parseFixture, parser } from "./fixture.ts";
import { memoryFileSystem } from "./memory-fs.ts";
import { CARGO_HOME, memberFolders, projectFiles, workspaceManifest } from "./project.ts";

/** Tags Rust text of a fixture; backslashes stand as written. */
export const rust = String.raw;

const stubs = stubsFolder();
const stubFacts = new Map<string, FileText>();

/** Scans files (absolute path -> text) that exist in memory only; the workspace lies at `/ws`. */
export function scanMemory(files: Readonly<Record<string, string>>, options: ScanOptions = {}): ScanResult {
  return scanWorkspace(memoryServices(files), "/ws", options);
}

function memoryServices(files: Readonly<Record<string, string>>): ScanServices {
  const memory = memoryFileSystem(files);
  const disk = diskFileSystem();
  const of = (path: string) => (path.startsWith(stubs) ? disk : memory);
  return {
    fs: {
      read: (path) => of(path).read(path),
      kind: (path) => of(path).kind(path),
      list: (path) => of(path).list(path),
      realPath: (path) => (path.startsWith(stubs) ? path : memory.realPath(path)),
    },
    facts: {
      find: (path) => stubFacts.get(path),
      keep: (path, _, file) => void (path.startsWith(stubs) && stubFacts.set(path, file)),
      flush: () => {},
    },
    parser,
    stubs,
    cargoHome: CARGO_HOME,
    hostTriple: "x86_64-unknown-linux-gnu",
    version: "0.0.0",
    now: () => performance.now(),
  };
}

/** Several fixtures as one workspace, each in the folder of its number. */
function scanFixtures(fixtures: readonly Fixture[], options: ScanOptions): ScanResult {
  const files: Record<string, string> = {};
  const members: string[] = [];
  for (const [i, fixture] of fixtures.entries()) {
    members.push(...memberFolders(fixture, `f${i}`));
    for (const [path, text] of Object.entries(projectFiles(fixture, `f${i}`, "version")))
      files[path.startsWith("/") ? path : `/ws/${path}`] = text;
  }
  files["/ws/Cargo.toml"] = workspaceManifest(members);
  return scanMemory(files, { external: true, targets: { allTargets: true }, ...options });
}

/** What was found at one place. */
interface Answer {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  readonly text: string;
}

/** Every answer of a scan, dispatch written at the sites that call the trait's method. */
function answersOf({ graph, unresolved }: ScanResult): Answer[] {
  const { edges } = graph;
  const answers: Answer[] = unresolved.map(({ site, reason }) => ({ ...site, text: `unresolved: ${reason}` }));
  for (let e = 0; e < edges.length; e++) {
    const kind = EDGE_KINDS[edges.kind[e]!]!;
    const confidence = CONFIDENCES[edges.confidence[e]!]!;
    const sure = confidence === "exact" ? "" : ` (${confidence})`;
    const text = `${kind}${sure}: ${nodeText(graph, edges.target[e]!, "path")}`;
    for (let s = edges.siteStart[e]!; s < edges.siteStart[e + 1]!; s++) {
      const site = siteAt(graph, s);
      answers.push({ ...site, text });
      if (kind !== "call") continue;
      for (const callee of dispatchOf(graph, edges.target[e]!, folderOf(site.file)))
        answers.push({ ...site, text: `dispatch: ${callee}` });
    }
  }
  return answers;
}

/** Paths of the functions of one fixture that may run where the trait's method `node` is called. */
function dispatchOf(graph: CallGraph, node: number, folder: string): string[] {
  if (!["trait_method", "external"].includes(NODE_KINDS[graph.nodes.kind[node]!]!)) return [];
  const { offsets, edges } = outEdges(graph);
  const found: string[] = [];
  for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
    const callee = graph.edges.target[edges[i]!]!;
    const file = nodeText(graph, callee, "file") ?? "";
    if (EDGE_KINDS[graph.edges.kind[edges[i]!]!] === "dispatch" && folderOf(file) === folder)
      found.push(nodeText(graph, callee, "path")!);
  }
  return found;
}

function folderOf(file: string): string {
  return file.slice(0, file.indexOf("/"));
}

/** A stretch of a line of the source and what is said of it; `start` and `end` are 0-based columns. */
interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const MARK = /^( *)(\/\/ *)(\^+|<-) *(\S.*?) *$/;

/** The source without its marks, and the marks by the line (0-based, of that source) they belong to. */
function readMarks(text: string): { readonly lines: string[]; readonly numbers: number[]; readonly marks: Mark[] } {
  const lines: string[] = [];
  const numbers: number[] = [];
  const marks: Mark[] = [];
  for (const [number, line] of text.split("\n").entries()) {
    const mark = MARK.exec(line);
    if (mark === null) {
      lines.push(line);
      numbers.push(number + 1);
    } else {
      const [, indent = "", slashes = "", sign = "", answer = ""] = mark;
      const start = indent.length + (sign === "<-" ? 0 : slashes.length);
      marks.push({ line: lines.length - 1, start, end: start + (sign === "<-" ? 1 : sign.length), text: answer });
    }
  }
  return { lines, numbers, marks };
}

/** The marked source as it was written, and as the scan answers it. */
function compareFile(
  text: string,
  answers: readonly Answer[],
  exact: boolean,
): readonly [actual: string, wanted: string] {
  const { lines, numbers, marks } = readMarks(text);
  const at = new Map(numbers.map((number, line) => [number, line]));
  const found = answers.flatMap((a) => {
    const line = at.get(a.line);
    return line === undefined ? [] : [{ ...a, line, column: a.column - 1 }];
  });
  const places = new Map(marks.map((mark) => [`${mark.line} ${mark.start}`, mark]));
  const actual: Mark[] = [];
  const covered = new Set<Answer>();
  for (const place of places.values()) {
    const here = found.filter((a) => a.line === place.line && a.column >= place.start && a.column < place.end);
    for (const answer of here) covered.add(answer);
    const texts = new Set(here.length > 0 ? here.map((a) => a.text) : ["none"]);
    actual.push(...[...texts].map((answer) => ({ ...place, text: answer })));
  }
  if (exact)
    for (const answer of found)
      if (!covered.has(answer))
        actual.push({
          ...answer,
          start: answer.column,
          end: answer.column + wordLength(lines[answer.line]!, answer.column),
        });
  return [printMarks(lines, actual), printMarks(lines, marks)];
}

function wordLength(line: string, column: number): number {
  return Math.max(1, /^\w*/.exec(line.slice(column))![0].length);
}

function printMarks(lines: readonly string[], marks: readonly Mark[]): string {
  const byLine = new Map<number, string[]>();
  for (const { line, start, end, text } of [...marks].sort((a, b) => a.start - b.start || (a.text < b.text ? -1 : 1))) {
    const printed =
      start < 2 ? `${" ".repeat(start)}//<- ${text}` : `${" ".repeat(start - 2)}//${"^".repeat(end - start)} ${text}`;
    const all = byLine.get(line) ?? [];
    if (!all.includes(printed)) byLine.set(line, [...all, printed]);
  }
  return lines.flatMap((line, i) => [line, ...(byLine.get(i) ?? [])]).join("\n");
}

function checkFixture(fixture: Fixture, folder: string, answers: readonly Answer[]): void {
  const actual: string[] = [];
  const wanted: string[] = [];
  for (const [path, text] of fixture.files) {
    const [is, should] = compareFile(
      text,
      answers.filter((a) => a.file === folder + path),
      fixture.flags.has("exact"),
    );
    actual.push(`//- ${path}`, is);
    wanted.push(`//- ${path}`, should);
  }
  expect(actual.join("\n")).toBe(wanted.join("\n"));
}

/** Scans one fixture by itself and compares its marks with the call sites found. */
export function checkCalls(text: string, options: ScanOptions = {}): void {
  const fixture = parseFixture(text);
  checkFixture(fixture, "f0", answersOf(scanFixtures([fixture], options)));
}

/** Declares a test for each fixture (rule -> text). All are scanned as one workspace, as long as that works. */
export function callRules(rules: Readonly<Record<string, string>>, options: ScanOptions = {}): void {
  const fixtures = Object.entries(rules).map(([rule, text]) => [rule, parseFixture(text)] as const);
  let answers: ReadonlyMap<string, Answer[]> | undefined;
  for (const [i, [rule, fixture]] of fixtures.entries()) {
    test(rule, () => {
      answers ??= byFolder(
        answersOf(
          scanFixtures(
            fixtures.map((f) => f[1]),
            options,
          ),
        ),
      );
      checkFixture(fixture, `f${i}`, answers.get(`f${i}`) ?? []);
    });
  }
}

function byFolder(answers: readonly Answer[]): Map<string, Answer[]> {
  const map = new Map<string, Answer[]>();
  for (const answer of answers) {
    const folder = folderOf(answer.file);
    const list = map.get(folder);
    if (list) list.push(answer);
    else map.set(folder, [answer]);
  }
  return map;
}
