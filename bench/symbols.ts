/**
 * Holds the matching of symbols against the truth: which share of a binary's symbols comes to the function that DWARF names, from each
 * spelling of the name alone; and whether anything of std or a dependency is taken for a function of the workspace.
 *
 * `node --experimental-strip-types bench/symbols.ts <graph.json> <symbols.tsv[.gz]> [profile...]`
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { nodeAttributes } from "../src/graph/columns.ts";
import { fromGraphologyJson } from "../src/graph/import.ts";
import type { CallGraph } from "../src/graph/types.ts";
import { importBytes } from "../src/profile/import/import.ts";
import { createMatcher, type Matcher } from "../src/profile/symbols/match.ts";
import { parseSymbolPath } from "../src/profile/symbols/path.ts";

type Row = Readonly<Record<string, string>>;

const SPELLINGS = ["perf_name", "symbol", "demangled_full", "demangled"] as const;
const SHOWN = Number(process.env.SHOW ?? 10);

function readBytes(path: string): Uint8Array {
  const bytes = readFileSync(path);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

function readTable(path: string): Row[] {
  const [head, ...lines] = new TextDecoder().decode(readBytes(path)).trimEnd().split("\n");
  const names = head!.split("\t");
  return lines.map((line) => Object.fromEntries(line.split("\t").map((value, i) => [names[i]!, value])));
}

/** Tells whether the match is the row's owner; a node's line is that of `fn`, between the visibility and the name. */
function isRight(graph: CallGraph, matcher: Matcher, row: Row, name: string): boolean {
  const { node } = matcher.match({ name });
  if (node === null) return false;
  const found = nodeAttributes(graph, node);
  const { file, line } = found;
  // DWARF places these inside the macro, callmap at the invocation.
  if (row.kind === "macro") return found.name === parseSymbolPath(row.demangled!)?.name;
  return file === row.owner_file && line! >= Number(row.owner_line) && line! <= Number(row.owner_name_line);
}

function compare(graph: CallGraph, matcher: Matcher, rows: readonly Row[]): void {
  const kinds = [...new Set(rows.map((row) => `${row.kind} of ${row.owner_kind}`))].sort();
  for (const kind of kinds) {
    const ofKind = rows.filter((row) => `${row.kind} of ${row.owner_kind}` === kind);
    for (const spelling of SPELLINGS) {
      const wrong = ofKind.filter((row) => !isRight(graph, matcher, row, row[spelling]!));
      const share = ((ofKind.length - wrong.length) / ofKind.length).toFixed(4);
      const guessed = ofKind.filter((row) => matcher.match({ name: row[spelling]! }).candidates.length > 1).length;
      console.log(`${kind.padEnd(18)} ${spelling.padEnd(15)} ${share} of ${ofKind.length}, ${guessed} ambiguous`);
      if (spelling === SPELLINGS[0] && process.env.SHOW !== undefined)
        for (const row of wrong.slice(0, SHOWN)) explain(graph, matcher, row);
    }
  }
}

function explain(graph: CallGraph, matcher: Matcher, row: Row): void {
  const { node, rule, status, candidates } = matcher.match({ name: row.perf_name! });
  const found = node === null ? "nothing" : `${nodeAttributes(graph, node).path} ${nodeAttributes(graph, node).line}`;
  console.log(
    `    ${row.perf_name!.slice(0, 300)}\n      ${row.owner} ${row.owner_file}:${row.owner_line}; ${status} ${rule} ${found} (${candidates.length})`,
  );
}

/** The one spelling of a name; legacy and v0 differ in the marks of closures. */
function plainName(name: string): string {
  return parseSymbolPath(name)?.text ?? name;
}

/** Prints the names of a recording that are matched although the binary's table of workspace functions lacks them. */
async function compareForeign(graph: CallGraph, matcher: Matcher, rows: readonly Row[], path: string): Promise<void> {
  const known = new Set(rows.flatMap((row) => SPELLINGS.map((spelling) => plainName(row[spelling]!))));
  const { value: profile } = await importBytes(readBytes(path));
  const names = [...new Set(profile.frames.name)].map((id) => profile.strings[id]!);
  const foreign = names.filter((name) => !known.has(plainName(name)));
  const taken = foreign.filter((name) => matcher.match({ name }).status === "matched");
  const rules = new Map<string, number>();
  for (const name of foreign) {
    const { status, rule } = matcher.match({ name });
    rules.set(`${status} ${rule}`, (rules.get(`${status} ${rule}`) ?? 0) + 1);
  }
  console.log(
    `${path}: ${names.length} names, ${foreign.length} not of the workspace, ${taken.length} of these matched`,
  );
  console.log(`    ${[...rules].map(([rule, count]) => `${rule} ${count}`).join(", ")}`);
  for (const name of taken.slice(0, SHOWN))
    console.log(`    ${name.slice(0, 200)} -> ${nodeAttributes(graph, matcher.match({ name }).node!).path}`);
}

const [graphPath, tablePath, ...profiles] = process.argv.slice(2);
const { value: graph } = fromGraphologyJson(JSON.parse(new TextDecoder().decode(readBytes(graphPath!))));
const rows = readTable(tablePath!);
const matcher = createMatcher(graph);
const started = performance.now();
for (const row of rows) matcher.match({ name: row.symbol! });
console.log(`${rows.length} symbols in ${(performance.now() - started).toFixed(0)} ms`);
compare(graph, matcher, rows);
for (const profile of profiles) await compareForeign(graph, matcher, rows, profile);
