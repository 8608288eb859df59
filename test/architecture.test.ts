/**
 * The folders of `src` and what each may know of the others. The table reads in the order of the pipeline; an arrow that is not in it is
 * a decision (docs/decisions/), and the reason beside each folder says why arrows are missing. docs/architecture.md tells the same in prose.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "@jest/globals";

interface Folder {
  /** Other folders of `src` that it may import. */
  readonly imports: readonly string[];
  /** Packages and Node modules that it may import; `node:*` is all of Node's. */
  readonly packages: readonly string[];
  /** Why it may import nothing else. */
  readonly why: string;
}

const NODE_AT_THE_RIM =
  "disk, clock and streams are met in `host` and `cli` alone, so that the rest runs on texts in tests";

const FOLDERS: Readonly<Record<string, Folder>> = {
  base: { imports: [], packages: [], why: "it knows no Rust, no Cargo and no graph" },
  workspace: {
    imports: ["base"],
    packages: ["smol-toml", "semver", "node:path"],
    why: "it reads manifests only; sources are not its business (node:path computes with texts)",
  },
  syntax: {
    imports: ["base"],
    packages: ["web-tree-sitter"],
    why: "it turns a text into a flat tree and knows nothing of what the tree means",
  },
  facts: {
    imports: ["base", "syntax"],
    packages: [],
    why: "the facts of a file depend on its text alone, so that they can be cached and made in any order",
  },
  cfg: { imports: ["base"], packages: [], why: "predicates are logic; who asks does not matter" },
  macros: {
    imports: ["base"],
    packages: [],
    why: "expansion maps text to text with positions; names are resolved by who calls it",
  },
  names: {
    imports: ["base", "workspace", "facts", "cfg", "macros"],
    packages: [],
    why: "it sees facts and no syntax tree; files are handed in, and types come after names",
  },
  types: { imports: ["base", "facts", "names"], packages: [], why: "packages and cfg are settled once names are" },
  infer: {
    imports: ["base", "facts", "names", "types"],
    packages: [],
    why: "it gives call sites with targets; what becomes of them is decided in `scan`",
  },
  graph: {
    imports: ["base"],
    packages: ["graphology"],
    why: "a graph is columns that a file can hold; it knows nothing of how it was found",
  },
  scan: {
    imports: ["base", "workspace", "syntax", "facts", "cfg", "names", "types", "infer", "graph"],
    packages: [],
    why: "it joins the stages and hands services in; it neither asks nor draws the graph",
  },
  query: {
    imports: ["base", "workspace", "graph"],
    packages: [],
    why: "a question is answered by the graph alone, also one read from a file; rules borrow the manifests' TOML reader and globs",
  },
  profile: {
    imports: ["base", "graph"],
    packages: ["pprof-format", "node:zlib"],
    why: "a profile meets the code only through the graph; costs become columns that `graph` defines (node:zlib maps bytes to bytes)",
  },
  render: {
    imports: ["base", "graph"],
    packages: ["pprof-format", "@hpcc-js/wasm-graphviz"],
    why: "it writes what it is given; queries and overlays hand over plain data, and neither of the three knows the others",
  },
  explorer: { imports: [], packages: [], why: "the page knows the JSON and nothing else" },
  host: {
    imports: ["base", "syntax", "graph", "scan"],
    packages: ["fast-glob", "node:*"],
    why: "it fills interfaces that others define, and takes part in no stage",
  },
  cli: {
    imports: ["base", "cfg", "workspace", "graph", "scan", "query", "profile", "render", "explorer", "host"],
    packages: ["commander", "picocolors", "node:*"],
    why: "a command is argv -> call -> text; the stages inside of a scan are reached through `scan`",
  },
  "index.ts": {
    imports: ["base", "workspace", "graph", "scan", "query", "profile", "render", "host"],
    packages: ["graphology"],
    why: "the public interface shows what users need; stages are not public",
  },
};

const SOURCE = join(import.meta.dirname, "../src");

interface Import {
  readonly file: string;
  /** Folder of the importing file. */
  readonly from: string;
  /** Folder of what is imported, or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
}

/** Static and dynamic imports and re-exports; types count as much as values, since they are knowledge too. */
const SPECIFIER = /^(?:import|export|\})[^;]*?from "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)/gm;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SOURCE, file), "utf8");
  // Comments may show imports as examples.
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, "");
  return [...code.matchAll(SPECIFIER)].map(([, a, b, c]) => {
    const specifier = (a ?? b ?? c)!;
    const from = topOf(file);
    if (!specifier.startsWith(".")) return { file, from, to: packageOf(specifier), isPackage: true };
    return { file, from, to: topOf(posix.join(posix.dirname(file), specifier)), isPackage: false };
  });
}

function topOf(path: string): string {
  return path.split("/")[0]!;
}

function packageOf(specifier: string): string {
  return specifier.startsWith("@") ? specifier.split("/").slice(0, 2).join("/") : specifier.split("/")[0]!;
}

const FILES = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"))
  .sort();
const IMPORTS = FILES.flatMap(importsOf);

test("every folder is in the table", () => {
  expect([...new Set(FILES.map(topOf))].filter((folder) => !(folder in FOLDERS))).toEqual([]);
});

test("the table has no circle: folders import those before them", () => {
  const order = Object.keys(FOLDERS);
  const backward = order.flatMap((folder, place) =>
    FOLDERS[folder]!.imports.filter((other) => order.indexOf(other) >= place).map((other) => `${folder} -> ${other}`),
  );
  expect(backward).toEqual([]);
});

test("imports between folders follow the table", () => {
  const broken = IMPORTS.filter(
    ({ from, to, isPackage }) => !isPackage && from !== to && !FOLDERS[from]?.imports.includes(to),
  ).map(({ file, from, to }) => `src/${file} imports ${to}, but ${from} may not: ${FOLDERS[from]?.why}`);
  expect(broken).toEqual([]);
});

function mayUse(folder: Folder | undefined, name: string): boolean {
  if (folder === undefined) return false;
  return folder.packages.includes(name) || (name.startsWith("node:") && folder.packages.includes("node:*"));
}

test("packages are used where they belong", () => {
  const broken = IMPORTS.filter(({ from, to, isPackage }) => isPackage && !mayUse(FOLDERS[from], to)).map(
    ({ file, from, to }) =>
      `src/${file} imports ${to}, but ${from} may not: ${to.startsWith("node:") ? NODE_AT_THE_RIM : FOLDERS[from]?.why}`,
  );
  expect(broken).toEqual([]);
});

test("an importer of profiles knows nothing of graphs", () => {
  const broken = IMPORTS.filter(
    ({ file, to }) => file.startsWith("profile/import/") && !["base", "profile"].includes(to),
  )
    .filter(({ isPackage }) => !isPackage)
    .map(({ file, to }) => `src/${file} imports ${to}, but a format is read before anyone asks for the code`);
  expect(broken).toEqual([]);
});

test("only the rim asks for time, chance or the process", () => {
  const global =
    /\bprocess\.(?:env|argv|std\w+|cwd|exit\w*|platform)\b|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bconsole\.\w+\(/;
  const broken = FILES.filter((file) => !["host", "cli"].includes(topOf(file))).flatMap((file) => {
    const found = global.exec(readFileSync(join(SOURCE, file), "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""));
    return found ? [`src/${file} uses ${found[0]}: ${NODE_AT_THE_RIM}`] : [];
  });
  expect(broken).toEqual([]);
});

test("the test sees imports of every form", () => {
  expect(IMPORTS.length).toBeGreaterThan(FILES.length);
  const seen = new Set(IMPORTS.map(({ to }) => to));
  for (const name of ["web-tree-sitter", "@hpcc-js/wasm-graphviz", "commander", "node:fs", "facts", "graph"])
    expect(seen).toContain(name);
});
