/**
 * How much of what programs call in std the stubs know by name.
 * `node scripts/bench.mjs stubs <table.tsv>`: lines of `function <tab> call sites`, most called first, as rustc prints
 * the paths of definitions (`core::option::Option::map`, `core::fmt::{impl#12}::write_str`).
 */
import { readFileSync } from "node:fs";
import type { FnDef } from "../src/names/defs.ts";
import { loadStubs } from "../test/stubs/support.ts";

/** Of the compiler's expansions and std's insides: no program names them. */
const INTERNAL = /^core::fmt::rt::|^std::sys::|write_box_via_move|::from_str_nonconst$|^core::fmt::\{impl#4\}::new$/;
/** Types that newer versions of std print by another name. */
const RENAMED: readonly (readonly [RegExp, string])[] = [
  [/^Atomic[A-Z]\w*$/, "Atomic"],
  [/^NonZero\w+$/, "NonZero"],
  [/^StdSocketAddr$/, "SocketAddr"],
  [/^core_arch$/, "x86_64"],
];

interface Row {
  readonly path: string;
  readonly sites: number;
}

const [table = ""] = process.argv.slice(2);
const rows = readFileSync(table, "utf8").trim().split("\n").slice(1).map(readRow);
const known = ownersByName((await loadStubs()).names.fns);
for (const first of [100, 400, 1000, rows.length]) {
  const counted = rows.slice(0, first).filter(({ path }) => !INTERNAL.test(path));
  const lacking = counted.filter(({ path }) => !isKnown(path));
  const sites = sum(counted);
  const share = (100 * (sites - sum(lacking))) / sites;
  console.log(
    `first ${first}: ${counted.length - lacking.length} of ${counted.length} functions, ${share.toFixed(2)} % of ${sites} sites`,
  );
  if (first === rows.length) for (const { path, sites: lost } of lacking) console.log(`  ${lost} ${path}`);
}

function readRow(line: string): Row {
  const [path = "", sites = "0"] = line.split("\t");
  return { path, sites: Number(sites) };
}

function sum(list: readonly Row[]): number {
  return list.reduce((total, { sites }) => total + sites, 0);
}

/** Words by which a function's owner may be called: its trait, the names in its impl's header, its modules. */
function ownersByName(fns: readonly FnDef[]): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const fn of fns) {
    const words = owners.get(fn.name) ?? new Set();
    owners.set(fn.name, words);
    for (const word of ownerWords(fn)) words.add(word);
  }
  return owners;
}

function ownerWords({ container, module, unit }: FnDef): string[] {
  const modules = module.path.split("::").slice(1);
  if (container === null) return modules;
  if (container.kind === "trait") return [container.name];
  const { item } = container;
  const header = unit.text.slice(item.pos, unit.text.indexOf("{", item.pos));
  const shared = item.attrs.filter(({ path }) => path === "callmap::each").flatMap(({ args }) => args.split(", "));
  const pointer = header.includes("*const") ? ["const_ptr"] : header.includes("*mut") ? ["mut_ptr"] : [];
  const slice = /\[\w+\]/.test(header) ? ["[T]"] : /\[\w+; N\]/.test(header) ? ["[T; N]"] : [];
  return [...(header.match(/\w+/g) ?? []), ...shared, ...pointer, ...slice, ...modules];
}

/** True when a function of the last segment's name has an owner that the path names. */
function isKnown(path: string): boolean {
  const segments = path.split("::");
  const words = known.get(segments.pop()!);
  return words !== undefined && segments.slice(1).some((segment) => words.has(currentName(segment)));
}

function currentName(segment: string): string {
  return RENAMED.find(([old]) => old.test(segment))?.[1] ?? segment;
}
