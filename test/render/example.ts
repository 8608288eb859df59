/** A graph as a small workspace of three packages would give it: traits, dispatch, recursion, closures folded away, tests, externals. */
import { GraphBuilder } from "../../src/graph/columns.ts";
import type { CallGraph, Confidence, EdgeKind, How, NodeAttributes, NodeIndex } from "../../src/graph/types.ts";
import { META } from "../graph/support.ts";

type Row = readonly [path: string, line: number, more?: Partial<NodeAttributes>];

/** Functions of a module of a package. */
interface Part {
  readonly package: string;
  readonly target: string;
  readonly module: string;
  readonly file: string;
  readonly rows: readonly Row[];
}

const method = (impl: string, trait?: string): Partial<NodeAttributes> => ({
  kind: "method",
  impl,
  ...(trait === undefined ? {} : { trait }),
});
const declared = (trait: string, hasBody = false): Partial<NodeAttributes> => ({
  kind: "trait_method",
  trait,
  ...(hasBody ? { default: true } : {}),
});

const SQ = "shapes_core::shape::Sq";
const W = "shapes_core::shape::W<T>";
const SHAPE = "shapes_core::shape::Shape";
const PARSER = "shapes_core::parse::Parser";
const TABLE = "report::table::Table";

const PARTS: readonly Part[] = [
  {
    package: "shapes-cli",
    target: "bin",
    module: "shapes_cli",
    file: "cli/src/main.rs",
    rows: [
      ["shapes_cli::main", 8, { entry: "main" }],
      ["shapes_cli::run", 15],
      ["shapes_cli::usage", 40],
    ],
  },
  {
    package: "shapes-cli",
    target: "bin",
    module: "shapes_cli::args",
    file: "cli/src/args.rs",
    rows: [
      ["shapes_cli::args::parse", 5],
      ["shapes_cli::args::split", 31],
      ["shapes_cli::args::Args::from_env", 12, method("shapes_cli::args::Args")],
    ],
  },
  {
    package: "shapes-core",
    target: "lib",
    module: "shapes_core::shape",
    file: "core/src/shape.rs",
    rows: [
      [`${SHAPE}::area`, 4, declared(SHAPE)],
      [`${SHAPE}::name`, 5, declared(SHAPE, true)],
      [`${SHAPE}::describe`, 9, declared(SHAPE, true)],
      [`${SQ}::new`, 20, { ...method(SQ), entry: "public", visibility: "pub" }],
      [`<${SQ} as ${SHAPE}>::area`, 26, method(SQ, SHAPE)],
      [`<${SQ} as ${SHAPE}>::name`, 29, method(SQ, SHAPE)],
      [`<${SQ} as core::fmt::Display>::fmt`, 34, method(SQ, "core::fmt::Display")],
      [`<${W} as ${SHAPE}>::area`, 44, { ...method(W, SHAPE), generic: true }],
      ["shapes_core::shape::W::inner", 40, { ...method(W), generic: true }],
      ["shapes_core::shape::total_area", 52, { entry: "public", visibility: "pub" }],
      ["shapes_core::shape::tests::squares", 70, { entry: "test", test: true, module: "shapes_core::shape::tests" }],
      ["shapes_core::shape::tests::sample", 64, { test: true, module: "shapes_core::shape::tests" }],
    ],
  },
  {
    package: "shapes-core",
    target: "lib",
    module: "shapes_core::parse",
    file: "core/src/parse.rs",
    rows: [
      [`${PARSER}::new`, 10, method(PARSER)],
      [`${PARSER}::expression`, 18, method(PARSER)],
      [`${PARSER}::term`, 33, method(PARSER)],
      [`${PARSER}::factor`, 47, method(PARSER)],
      [`${PARSER}::next`, 60, method(PARSER)],
      ["shapes_core::parse::parse_shapes", 72, { entry: "public", visibility: "pub" }],
      ["shapes_core::parse::build", 90],
      ["shapes_core::parse::KEYWORDS", 3, { kind: "initializer" }],
      ["shapes_core::parse::keywords", 5, { const: true }],
    ],
  },
  {
    package: "shapes-core",
    target: "lib",
    module: "shapes_core",
    file: "core/src/lib.rs",
    rows: [
      ["shapes_core::even", 12],
      ["shapes_core::odd", 16],
      ["shapes_core::checksum", 20],
      ["shapes_core::page_size", 30, { cfg: "unix" }],
      ["shapes_core::page_size", 33, { cfg: "windows", inactive: true }],
      ["shapes_core::shapes_version", 40, { entry: "ffi" }],
    ],
  },
  {
    package: "report",
    target: "lib",
    module: "report::table",
    file: "report/src/table.rs",
    rows: [
      [`${TABLE}::new`, 9, method(TABLE)],
      [`${TABLE}::push`, 14, method(TABLE)],
      [`<${TABLE} as core::ops::Drop>::drop`, 22, method(TABLE, "core::ops::Drop")],
      ["report::table::pad", 30],
      ["report::table::width", 35],
    ],
  },
  {
    package: "report",
    target: "lib",
    module: "report",
    file: "report/src/lib.rs",
    rows: [
      ["report::print_report", 6, { entry: "public", visibility: "pub" }],
      ["report::row_of", 19],
    ],
  },
];

const EXTERNALS = ["serde_json::from_str", "std::env::args", "std::fs::read_to_string"];

type Arrow = readonly [
  from: string,
  to: string,
  lines: readonly number[],
  kind?: EdgeKind,
  why?: string,
  confidence?: Confidence,
];

const ARROWS: readonly Arrow[] = [
  ["shapes_cli::main", "shapes_cli::run", [10]],
  ["shapes_cli::main", "shapes_cli::usage", [12]],
  ["shapes_cli::run", "shapes_cli::args::Args::from_env", [16]],
  ["shapes_cli::args::Args::from_env", "std::env::args", [13]],
  ["shapes_cli::args::Args::from_env", "shapes_cli::args::parse", [14]],
  ["shapes_cli::args::parse", "shapes_cli::args::split", [7, 9, 21]],
  ["shapes_cli::args::parse", "shapes_cli::usage", [25]],
  ["shapes_cli::run", "std::fs::read_to_string", [18]],
  ["shapes_cli::run", "shapes_core::parse::parse_shapes", [19]],
  ["shapes_cli::run", "shapes_core::shape::total_area", [22]],
  ["shapes_cli::run", "report::print_report", [24, 30]],
  ["shapes_cli::run", "shapes_core::checksum", [26]],
  ["shapes_cli::run", "serde_json::from_str", [20]],
  ["shapes_core::parse::parse_shapes", `${PARSER}::new`, [73]],
  [
    "shapes_core::parse::parse_shapes",
    `${PARSER}::expression`,
    [75],
    "call",
    "inherent method of `Parser`, the type of `let p`, line 73",
  ],
  ["shapes_core::parse::parse_shapes", "shapes_core::parse::build", [78], "reference", "passed by name to `map`"],
  [`${PARSER}::expression`, `${PARSER}::term`, [19, 22]],
  [`${PARSER}::term`, `${PARSER}::factor`, [34, 37]],
  [`${PARSER}::factor`, `${PARSER}::expression`, [50]],
  [`${PARSER}::expression`, `${PARSER}::next`, [20]],
  [`${PARSER}::term`, `${PARSER}::next`, [35]],
  [`${PARSER}::factor`, `${PARSER}::next`, [48, 51, 55]],
  ["shapes_core::parse::KEYWORDS", "shapes_core::parse::keywords", [3]],
  ["shapes_core::parse::build", `${SQ}::new`, [92]],
  ["shapes_core::shape::total_area", `${SHAPE}::area`, [54], "call", "declared method of `dyn Shape`"],
  [`${SHAPE}::area`, `<${SQ} as ${SHAPE}>::area`, [], "dispatch", "`Sq` implements `Shape`"],
  [`${SHAPE}::area`, `<${W} as ${SHAPE}>::area`, [], "dispatch", "`W<T>` implements `Shape`"],
  [`${SHAPE}::name`, `<${SQ} as ${SHAPE}>::name`, [], "dispatch", "`Sq` implements `Shape`"],
  [`${SHAPE}::describe`, `${SHAPE}::name`, [10]],
  [`${SHAPE}::describe`, `${SHAPE}::area`, [11]],
  [`<${W} as ${SHAPE}>::area`, "shapes_core::shape::W::inner", [45]],
  [`<${W} as ${SHAPE}>::area`, `${SHAPE}::area`, [46]],
  [`<${SQ} as core::fmt::Display>::fmt`, `<${SQ} as ${SHAPE}>::name`, [35]],
  ["shapes_core::shape::tests::squares", "shapes_core::shape::tests::sample", [71]],
  ["shapes_core::shape::tests::squares", "shapes_core::shape::total_area", [72]],
  ["shapes_core::shape::tests::sample", `${SQ}::new`, [65, 66]],
  ["shapes_core::checksum", "shapes_core::even", [22]],
  ["shapes_core::checksum", "shapes_core::page_size", [21]],
  ["shapes_core::even", "shapes_core::odd", [13]],
  ["shapes_core::odd", "shapes_core::even", [17]],
  ["report::print_report", "report::row_of", [10], "reference", "passed by name to `for_each`"],
  ["report::print_report", `${TABLE}::new`, [8]],
  ["report::print_report", `<${TABLE} as core::ops::Drop>::drop`, [15], "implicit", "`table` goes out of scope"],
  ["report::row_of", `${TABLE}::push`, [21, 22]],
  ["report::row_of", `${SHAPE}::describe`, [20], "call", "the only method `describe` with no argument", "guess"],
  ["report::row_of", `<${SQ} as core::fmt::Display>::fmt`, [23], "implicit", "`{}` of a `Sq`"],
  [`${TABLE}::push`, "report::table::pad", [15]],
  ["report::table::pad", "report::table::width", [31]],
  [`<${TABLE} as core::ops::Drop>::drop`, `${TABLE}::push`, [24], "call", "one of several methods `push`", "likely"],
];

/** Returns the example; the second function `page_size` is the one that is inactive. */
export function exampleGraph(): CallGraph {
  const builder = new GraphBuilder();
  const nodes = new Map<string, NodeIndex>();
  const files = new Map<string, string>();
  for (const { rows, ...place } of PARTS) {
    for (const [path, line, more] of rows) {
      const attributes = {
        name: path.split("::").at(-1)!,
        path,
        kind: "function" as const,
        ...place,
        line,
        column: 1,
        endLine: line + 2,
        ...more,
      };
      const node = builder.addNode(attributes);
      if (!nodes.has(path)) nodes.set(path, node);
      files.set(path, place.file);
    }
  }
  for (const path of EXTERNALS)
    nodes.set(path, builder.addNode({ name: path.split("::").at(-1)!, path, kind: "external" }));
  for (const [from, to, lines, kind = "call", why = "named by its path", confidence = "exact"] of ARROWS) {
    const add = (line?: number): void => {
      const site = line === undefined ? undefined : { file: files.get(from)!, line, column: 9, how: "path" as How };
      builder.addSite(nodes.get(from)!, nodes.get(to)!, kind, confidence, why, site);
    };
    if (lines.length === 0) add();
    for (const line of lines) add(line);
  }
  return builder.build({ ...META, workspace: "shapes", packages: ["report", "shapes-cli", "shapes-core"] });
}
