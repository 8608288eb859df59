/**
 * Which share of a binary's symbols comes to the function that DWARF names, from each spelling of the name alone; and whether anything of std
 * or a dependency is taken for a function of the workspace.
 */
import { join } from "node:path";
import { nodeText } from "../../src/graph/columns.ts";
import { frameMatcher } from "../../src/profile/overlay/graph-matcher.ts";
import { demangle } from "../../src/profile/symbols/demangle.ts";
import { createMatcher, type Matcher } from "../../src/profile/symbols/match.ts";
import { parseSymbolPath } from "../../src/profile/symbols/path.ts";
import { filesOf, Places, type Program, percent, type Row, readProfile, readTable } from "./corpus.ts";

const SPELLINGS = ["perf_name", "symbol", "demangled_full"] as const;
/** Rows by what they are: the functions, what is inside of them, and the rest. */
const CLASSES: readonly { readonly name: string; readonly test: (row: Row) => boolean }[] = [
  { name: "fn", test: ({ kind, owner_kind }) => owner_kind === "fn" && kind !== "closure" && kind !== "async" },
  {
    name: "closure, async",
    test: ({ kind, owner_kind }) => owner_kind === "fn" && (kind === "closure" || kind === "async"),
  },
  { name: "derive", test: ({ owner_kind }) => owner_kind === "type" },
  { name: "other", test: ({ owner_kind }) => owner_kind !== "type" && owner_kind !== "fn" },
];

/** Prints the shares for all binaries of a program. */
export async function benchSymbols(program: Program, isShowing: boolean): Promise<void> {
  const truth = join(program.folder, "truth");
  for (const file of filesOf(truth, ".symbols.tsv")) {
    const rows = readTable(join(truth, file));
    const matcher = createMatcher(program.graph);
    const places = new Places(program.graph, rows);
    console.log(`${program.name} ${file.replace(".symbols.tsv", "")}: ${rows.length} symbols`);
    for (const { name, test } of CLASSES) {
      const own = rows.filter(test);
      if (own.length === 0) continue;
      const shares = SPELLINGS.map((spelling) => {
        const wrong = own.filter((row) => !isRight(program, matcher, places, row, row[spelling]!));
        if (isShowing && spelling === "perf_name") for (const row of wrong.slice(0, 5)) explain(program, matcher, row);
        return `${spelling} ${((own.length - wrong.length) / own.length).toFixed(4)}`;
      });
      console.log(`  ${name.padEnd(15)} ${String(own.length).padStart(5)}  ${shares.join("  ")}`);
    }
    demangling(rows);
  }
  await foreign(program, isShowing);
}

function isRight({ graph }: Program, matcher: Matcher, places: Places, row: Row, name: string): boolean {
  const { node, rule } = matcher.match({ name });
  // No function is written where a derive is: it is told apart, and charged to no other.
  if (row.owner_kind === "type") return node === null && rule === "derive";
  if (node === null) return false;
  // DWARF places these inside the macro, callmap at its invocation.
  if (row.kind === "macro") return nodeText(graph, node, "name") === parseSymbolPath(row.demangled!)?.name;
  return places.isAt(node, row.owner_file!, Number(row.owner_line));
}

function explain({ graph }: Program, matcher: Matcher, row: Row): void {
  const { node, rule, status } = matcher.match({ name: row.perf_name! });
  const found = node === null ? "nothing" : `${nodeText(graph, node, "path")} ${graph.nodes.line[node]}`;
  console.log(`    ${row.perf_name} is ${row.owner} ${row.owner_file}:${row.owner_line}; ${status} ${rule} ${found}`);
}

/** How many names are those of rustc-demangle, byte for byte. */
function demangling(rows: readonly Row[]): void {
  const mangled = rows.filter(({ symbol }) => /^_(?:R|ZN)/.test(symbol!));
  const full = mangled.filter((row) => demangle(row.symbol!) === row.demangled_full).length;
  const short = mangled.filter((row) => demangle(row.symbol!, { alternate: true }) === row.demangled).length;
  console.log(`  demangled as rustc-demangle does: {} ${full} of ${mangled.length}, {:#} ${short}`);
}

/** Prints what the recordings hold that is no function of the workspace, yet was taken for one. */
async function foreign({ name, folder, graph }: Program, isShowing: boolean): Promise<void> {
  const truth = join(folder, "truth");
  const plain = (symbol: string): string => parseSymbolPath(symbol)?.text ?? symbol;
  const known = new Set<string>();
  for (const file of filesOf(truth, ".symbols.tsv"))
    for (const row of readTable(join(truth, file)))
      for (const text of ["symbol", "perf_name", "demangled", "demangled_full"]) known.add(plain(row[text]!));
  const matcher = frameMatcher(graph);
  const names = new Set<string>();
  for (const end of [".perf.txt", ".folded", ".callgrind.out"])
    for (const file of filesOf(folder, end)) {
      const profile = await readProfile(join(folder, file));
      for (const row of profile.frames.name) names.add(profile.strings[row]!);
    }
  const crates = new Set(Array.from(graph.nodes.module, (row) => graph.strings[row]?.split("::")[0]));
  const isOurs = (symbol: string): boolean => crates.has(/^\w+/.exec(symbol)?.[0] ?? "");
  const others = [...names].filter((symbol) => !known.has(plain(symbol)) && !isOurs(symbol));
  const view = { linkage: undefined, file: undefined, line: 0, module: undefined, flags: 0, address: -1 };
  const taken = others.filter((symbol) => matcher({ ...view, name: symbol }).node >= 0);
  console.log(
    `${name}: ${others.length} names of std, dependencies and the system in the recordings, ${taken.length} taken for functions of the workspace (${percent(taken.length, others.length)})`,
  );
  if (isShowing) for (const symbol of taken.slice(0, 10)) console.log(`    ${symbol}`);
}
