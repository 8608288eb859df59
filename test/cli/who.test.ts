/** `callmap who` as it is typed, on the examples; the answers were read from their sources. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { callmap, lay, newFolder, ROOT, removeFolders, shell } from "../support/cli.ts";

afterAll(removeFolders);

const EXAMPLES = join(ROOT, "examples");

/** `file:line:column` of a text in an example, the column that of `part` in it; the file as the graph names it. */
function place(example: string, file: string, text: string, part = text): string {
  const lines = readFileSync(join(EXAMPLES, example, file), "utf8").split("\n");
  const row = lines.findIndex((line) => line.includes(text));
  expect(row).toBeGreaterThanOrEqual(0);
  return `${file}:${row + 1}:${lines[row]!.indexOf(text) + text.indexOf(part) + 1}`;
}

/** The answer without alignment. */
async function who(...args: string[]): Promise<{ status: number | null; text: string; stderr: string }> {
  const { status, stdout, stderr } = await callmap(["who", ...args]);
  return { status, text: stdout.replaceAll(/(?<=\S) {2,}/g, "  "), stderr };
}

/** The answer without places and alignment, for questions about shape. */
async function shape(...args: string[]): Promise<string> {
  const { text } = await who(...args);
  return text
    .replaceAll(/ +[\w./-]+\.rs:\d+(?::\d+)?(?:, [\w./:-]+:\d+)*(?: and \d+ more)?/g, "")
    .replaceAll(/(?<=[^\s│]) {2,}/g, " ");
}

test("callers with place and kind; callers through the trait stand below its method", async () => {
  const { status, text, stderr } = await who("<Thermometer as Sensor>::read", "station");
  const [thermometer, lib] = ["crates/sensors/src/kinds/thermometer.rs", "crates/sensors/src/lib.rs"];
  const line = (file: string, code: string): string => place("station", file, code, "fn").replace(/:\d+$/, "");
  const frost = place("station", "crates/station/src/commands/watch.rs", "garden.read(hour)", "read");
  const rings = place("station", "crates/alarm/src/lib.rs", "sensor.read(hour)", "read");
  const mean = place("station", lib, "self.read(hour)", "read");
  expect(text).toBe(
    `<sensors::kinds::thermometer::Thermometer as sensors::Sensor>::read  ${line(thermometer, "fn read")}
├─ station::commands::watch::frost  ${frost}  [call]
└─ via sensors::Sensor::read  ${line(lib, "fn read")}  [dispatch]
   ├─ alarm::rings  ${rings}  [call]
   └─ sensors::Sensor::mean  ${mean}  [call]
`,
  );
  expect([status, stderr]).toEqual([0, ""]);
});

describe("naming a function", () => {
  const LARGER = "shapes::larger\n└─ shapes::main [call] (main)\n";
  test.each(["shapes::larger", "larger", "/^shapes::lar/", "shapes::*arger", "**::larger"])("%s", async (pattern) =>
    expect(await shape(pattern, "shapes")).toBe(LARGER),
  );
  test("file.rs:LINE, of any line in the function", async () => {
    const [file, line] = place("shapes", "src/lib.rs", "if a.area()").split(":");
    expect(await shape(`${file}:${line}`, "shapes")).toBe(LARGER);
  });
  test("several are listed, and answered for", async () => {
    const text = await shape("square", "shapes");
    expect(text).toBe(
      `2 functions named square:
  shapes::Rectangle::square
  shapes::square

shapes::Rectangle::square
└─ shapes::main [call] (main)

shapes::square
└─ <shapes::Circle as shapes::Shape>::area [call]
`,
    );
  });
  test("none: exit 1 with the nearest names", async () => {
    const { status, text, stderr } = await who("larget", "shapes");
    expect([status, text]).toEqual([1, ""]);
    expect(stderr).toMatch(
      /^error\[no-match\]: no function is named larget\n {2}hint: the nearest are:\n {4}shapes::larger\n/,
    );
  });
  test("a type is no function, but has some", async () => {
    const { status, stderr } = await who("Circle", "shapes");
    expect(status).toBe(1);
    expect(stderr).toMatch(/it names 3 functions around it.*'Circle::\*\*'/);
  });
  test("a function of another crate", async () => {
    expect(await shape("std::env::args", "station")).toBe("std::env::args external\n└─ station::main [call] (main)\n");
  });
});

describe("trees", () => {
  test("callees in the order of their calls", async () => {
    expect(await shape("alarm::parser::atom", "station", "--callees")).toBe(
      `alarm::parser::atom
├─ alarm::parser::Words::take [call]
├─ alarm::parser::any [call]
└─ alarm::parser::comparison [call]
`,
    );
  });
  test("what a call through dyn may run", async () => {
    expect(await shape("total", "shapes", "--callees")).toBe(
      `shapes::total
└─ shapes::Shape::area [call]
   ├─ may run <shapes::Circle as shapes::Shape>::area [dispatch]
   ├─ may run <shapes::Labelled<L, S> as shapes::Shape>::area [dispatch]
   └─ may run <shapes::Rectangle as shapes::Shape>::area [dispatch]
`,
    );
  });
  test("recursion and repeated subtrees refer to their line", async () => {
    expect(await shape("is_even", "even-odd", "--depth", "max")).toBe(
      `even_odd::is_even
├─ even_odd::is_odd [call]
│  └─ even_odd::is_even [call] (recursive: see line 1)
└─ even_odd::main [call] (main)
`,
    );
    expect(await shape("peek", "station", "--depth", "3")).toContain("(see line ");
  });
  test("both ways, with depths of their own", async () => {
    const text = await shape("Rectangle::square", "shapes", "--both", "--depth", "2,1");
    expect(text).toBe(
      `callers of shapes::Rectangle::square
└─ shapes::main [call] (main)

callees of shapes::Rectangle::square
└─ shapes::Rectangle::new [call]
`,
    );
  });
  test("the calling lines and the reasons", async () => {
    const { text } = await who("Rectangle::square", "shapes", "--source", "--why");
    const [, line] = place("shapes", "src/main.rs", "Rectangle::square(2.0)").split(":");
    expect(text).toMatch(
      new RegExp(`^ +${line} \\| Box::new\\(Rectangle::square\\(2\\.0\\)\\),\n +associated function`, "m"),
    );
  });
  test("nobody calls it: exit 1, and why that may be", async () => {
    const { status, text } = await who("default_registry", "station", "-p", "station", "--lib");
    expect(status).toBe(1);
    expect(text).toMatch(/nothing in the workspace calls it; it is public, users of the library may/);
  });
  test("a trait's method is also called on known types, which is said", async () => {
    expect(await shape("sensors::Sensor::read", "station")).toMatch(
      /1 implementation called on known types: callmap who '<_ as sensors::Sensor>::read'\n$/,
    );
  });
  test("tests are callers when they are read", async () => {
    expect(await shape("larger", "shapes", "--tests")).toBe(
      "shapes::larger\n├─ areas::the_larger_circle_wins [call] (test)\n└─ shapes::main [call] (main)\n",
    );
  });
});

describe("paths", () => {
  test("from A to FN, shortest first", async () => {
    expect(await shape("Rectangle::new", "shapes", "--from", "main")).toBe(
      `path 1: 1 call
shapes::main (main)
└─ shapes::Rectangle::new [call]

path 2: 2 calls
shapes::main (main)
└─ shapes::Rectangle::square [call]
   └─ shapes::Rectangle::new [call]
`,
    );
  });
  test("no more than --max-paths", async () => {
    const text = await shape("Rectangle::new", "shapes", "--from", "main", "--max-paths", "1");
    expect(text).toMatch(/^path 1: 1 call\n[\s\S]*\nthere are more paths: --max-paths 2\n$/);
    expect(text).not.toContain("path 2");
  });
  test("through a table of functions, from what reads it", async () => {
    expect(await shape("rings", "station", "--from", "station::main", "--max-paths", "1")).toContain(
      `station::main (main)
└─ station::commands::dispatch [call]
   └─ station::commands::COMMANDS [reference]
      └─ station::commands::watch::run [reference]
         └─ alarm::rings [call]
`,
    );
  });
  test("none: exit 1", async () => {
    expect(await who("station::main", "station", "--from", "rings")).toMatchObject({
      status: 1,
      text: "no way leads from alarm::rings to station::main\n",
    });
  });
  test("none: what may be the reason", async () => {
    const root = lay({
      "Cargo.toml": '[package]\nname = "p"\nversion = "0.1.0"\nedition = "2021"\n',
      "src/main.rs":
        "const fn size() -> usize { 4 }\nconst N: usize = size();\nstruct Four([u8; N]);\nfn main() { let _ = Four([0; 4]); }\n",
    });
    const { status, stdout } = await callmap(["who", "size", "--from", "main"], { cwd: root });
    expect([status, stdout]).toEqual([
      1,
      "no way leads from p::main to p::size\n  but p::N leads to it, and what reads that may not be seen\n",
    ]);
  });
  test("through a trait's method to what it may run", async () => {
    expect(await shape("<Rectangle as Shape>::area", "shapes", "--from", "total")).toContain(
      "shapes::total\n└─ shapes::Shape::area [call]\n   └─ may run <shapes::Rectangle as shapes::Shape>::area [dispatch]\n",
    );
  });
});

describe("recursion", () => {
  test("a block for each, with a cycle that closes it", async () => {
    expect(await shape("even-odd", "--cycles")).toBe(
      `recursion of 2 functions
  even_odd::is_even
  even_odd::is_odd
closed by
  even_odd::is_even
  └─ even_odd::is_odd [call]
     └─ even_odd::is_even [call] (recursive: see line 5)
`,
    );
  });
  test("what functions named as values would close is told as possible", async () => {
    const text = await shape("any", "station", "--cycles");
    expect(text).toMatch(/^possible recursion of 3 functions, if functions named as values are called/);
    for (const name of ["all", "any", "atom"]) expect(text).toContain(`\n  alarm::parser::${name}\n`);
  });
  test("of a function that takes part in none: exit 1", async () => {
    expect(await who("main", "even-odd", "--cycles")).toMatchObject({ status: 1, text: "main is in no recursion\n" });
  });
});

describe("a name that no function has: exit 1", () => {
  test.each<[string, RegExp]>([
    ["lagrer", /hint: the nearest are:\n {4}shapes::larger\n/],
    ["Circle::zzzzzzzz", /hint: the nearest are:\n {4}shapes::Circle::new\n/],
    ["src/lib.rs:2", /hint: the nearest are:\n {4}src\/lib\.rs:5\n {4}src\/lib\.rs:7\n/],
    ["Circle", /hint: it names 3 functions around it; ask for one of them/],
    ["qqqqqqqqqqqq", /hint: callmap scan --text lists all functions\n/],
  ])("%s", async (pattern, hint) => {
    const { status, text, stderr } = await who(pattern, "shapes");
    expect([status, text]).toEqual([1, ""]);
    expect(stderr).toMatch(hint);
  });
});

test("what every way to a function passes through", async () => {
  expect(await shape("is_odd", "even-odd", "--dominators")).toBe(
    `even_odd::is_odd
  every way to it from any entry point passes through
    even_odd::main (main)
    even_odd::is_even
`,
  );
  const { status, text } = await who("square", "shapes", "--dominators", "--roots", "larger,total");
  expect(status).toBe(0);
  expect(text).toMatch(/shapes::Shape::area[\s\S]*<shapes::Circle as shapes::Shape>::area/);
});

describe("what nothing reaches", () => {
  test("in the examples everything is reached: exit 1", async () => {
    expect(await who("station", "--unreached")).toMatchObject({ status: 1 });
  });
  test("pub functions that no member calls, on request", async () => {
    const { status, text } = await who("shapes", "--unreached", "--roots", "tests", "--tests");
    expect(status).toBe(0);
    expect(text).toMatch(/^shapes::main {2}src\/main\.rs:\d+ {2}\[exact\] +a main function, nothing calls it$/m);
    expect(text).toMatch(/^shapes::print {2}.* called only by unreached functions: shapes::main/m);
    expect(text).toMatch(/not reached from tests\n$/);
  });
});

describe("outputs", () => {
  test("every format of scan, for the functions and calls of the answer", async () => {
    const graph = JSON.parse((await callmap(["who", "total", "shapes", "--callees", "--json"])).stdout);
    expect(graph.nodes.map((node: { key: string }) => node.key)).toEqual([
      "<shapes::Circle as shapes::Shape>::area",
      "<shapes::Labelled<L, S> as shapes::Shape>::area",
      "<shapes::Rectangle as shapes::Shape>::area",
      "shapes::Shape::area",
      "shapes::total",
    ]);
    expect(graph.edges).toHaveLength(4);
    const { stdout } = await callmap(["who", "total", "shapes", "--callees", "--format", "{{caller}} > {{callee}}"]);
    expect(stdout).toContain("shapes::total > shapes::Shape::area\n");
    expect((await callmap(["who", "total", "shapes", "--svg"])).stdout).toMatch(
      /<svg [\s\S]*shapes::total|<svg [\s\S]*total/,
    );
  });
  test("by the output's extension; .txt is the tree", async () => {
    const folder = newFolder();
    await callmap(["who", "total", "shapes", "-o", join(folder, "a.dot")]);
    await callmap(["who", "total", "shapes", "-o", join(folder, "a.txt")]);
    expect(readFileSync(join(folder, "a.dot"), "utf8")).toMatch(/^digraph /);
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toMatch(/^shapes::total .*\n└─ shapes::main/);
  });
  test("from a saved graph, without sources", async () => {
    const folder = newFolder();
    const file = join(folder, "graph.json");
    await callmap(["scan", "shapes", "--json", "-o", file, "-q"]);
    const [saved, fresh] = await Promise.all([
      callmap(["who", "area", "--graph", file], { cwd: folder }),
      callmap(["who", "area", "shapes"]),
    ]);
    expect(saved.stdout).toBe(fresh.stdout);
    expect((await shell(`callmap who larger --graph - < '${file}'`)).stdout).toMatch(/^shapes::larger/);
  });
  test("a saved graph is drawn and measured without sources", async () => {
    const folder = newFolder();
    const file = join(folder, "graph.json");
    await callmap(["scan", "shapes", "--json", "--external", "-o", file, "-q"]);
    for (const question of [["--csv"], ["--level", "module", "--mermaid"], ["--metrics", "--csv"]]) {
      const [saved, fresh] = await Promise.all([
        callmap(["scan", "--graph", file, ...question], { cwd: folder }),
        callmap(["scan", "shapes", ...question]),
      ]);
      expect([saved.status, saved.stdout]).toEqual([0, fresh.stdout]);
    }
    const without = await callmap(["who", "total", "--callees", "--graph", file, "--dispatch", "none"], {
      cwd: folder,
    });
    expect(without.stdout).toMatch(/^shapes::total .*\n└─ shapes::Shape::area .*\n$/);
  });
  test.each<[string[], RegExp]>([
    [["scan", "--list"], /--list needs sources/],
    [["scan", "-F", "x"], /--features is about sources/],
    [["who", "area", "--exclude-package", "x"], /--exclude-package is about sources/],
    [["check", "--tests"], /--tests is about sources/],
    [["who", "area", "--dispatch", "rta"], /--dispatch rta is about sources/],
  ])("nor does one know what only sources tell: %j", async (args, message) => {
    const root = lay({
      "graph.json": (await callmap(["scan", "shapes", "--json", "-q"])).stdout,
      "callmap.toml": "[[forbidden]]\nto = { circular = true }\n",
    });
    const { status, stdout, stderr } = await callmap([...args, "--graph", "graph.json"], { cwd: root });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });
  test("plain text in a pipe, which may be closed early", async () => {
    expect((await callmap(["who", "area", "shapes"], { env: { NO_COLOR: "" } })).stdout).not.toContain("\x1b");
    const { status, stdout, stderr } = await shell("callmap who '/./' station --both --depth max | head -1");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/functions named/);
  });
});

describe("filters mean what they mean for scan", () => {
  test.each([
    [
      ["--exclude", "main"],
      "shapes::larger\n  nothing in the workspace calls it; it is public, users of the library may\n",
    ],
    [
      ["--kind", "reference"],
      "shapes::larger\n  nothing in the workspace calls it; it is public, users of the library may\n",
    ],
    [["--only", "larger", "--only", "main"], "shapes::larger\n└─ shapes::main [call] (main)\n"],
  ])("%j", async (flags, expected) => expect(await shape("larger", "shapes", ...flags)).toBe(expected));

  test("what is cut away leaves dotted edges in drawings", async () => {
    const flags = ["main", "shapes", "--callees", "--depth", "max", "--only", "main", "--only", "square"];
    expect(await shape(...flags)).toMatch(/^shapes::main \(main\)\n└─ shapes::Rectangle::square \[call\]\n$/);
    const { stdout } = await callmap(["who", ...flags, "--dot"]);
    expect(stdout).toMatch(/"shapes::main" -> "shapes::square" \[[^\n]*style="dotted"/);
  });
  test("--level asks about modules", async () => {
    expect((await shape("units", "station", "--level", "package")).replace(/\d+/, "N")).toBe(
      "units N functions\n├─ sensors [call, implicit]\n└─ station [call, reference] (main)\n",
    );
  });
  test("--dispatch none knows no implementations", async () => {
    expect(await shape("total", "shapes", "--callees", "--dispatch", "none")).toBe(
      "shapes::total\n└─ shapes::Shape::area [call]\n",
    );
  });
  test("what the filters leave out is not unknown", async () => {
    const { status, stderr } = await who("larger", "shapes", "--exclude", "larger");
    expect(status).toBe(1);
    expect(stderr).toContain("larger names 1 function that the filters leave out: shapes::larger");
  });
});

describe("wrong commands and unreadable input: exit 2", () => {
  test.each<[string, string[], RegExp]>([
    ["no function", [], /error\[usage\]: which function\?\n {2}hint: name one: callmap who FN/],
    ["two questions", ["f", "--cycles", "--unreached"], /--cycles and --unreached exclude each other/],
    ["an unknown option", ["f", "--nosuch"], /error\[usage\]: unknown option '--nosuch'/],
    ["a depth that is none", ["f", "--depth", "deep"], /expected N or N,M/],
    ["no workspace", ["f", "/"], /error\[missing-manifest\]/],
    ["no graph", ["f", "--graph", "nosuch.json"], /error\[unreadable-graph\]/],
    ["a graph that is none", ["f", "--graph", "shapes/Cargo.toml"], /error\[unreadable-graph\]/],
    ["a broken regular expression", ["/(/", "shapes"], /error\[invalid-pattern\]/],
  ])("%s", async (_, args, message) => {
    const { status, text, stderr } = await who(...args);
    expect([status, text]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test("the help shows whole commands", async () => {
  const { status, stdout } = await callmap(["who", "--help"]);
  expect(status).toBe(0);
  expect(stdout.match(/^ {2}callmap who /gm)!.length).toBeGreaterThanOrEqual(3);
});

describe("the kept scan", () => {
  const files = {
    "Cargo.toml": '[package]\nname = "p"\nversion = "0.1.0"\nedition = "2021"\n',
    "src/lib.rs": "pub fn f() { g() }\nfn g() {}\n",
  };
  const told = async (cwd: string, ...flags: string[]): Promise<string> =>
    (await callmap(["who", "g", ".", ...flags], { cwd })).stdout.replaceAll(/ {2}.*/g, "");

  test("answers, and is never out of date", async () => {
    const root = lay(files);
    expect(await told(root)).toBe("p::g\n└─ p::f\n");
    expect(await told(root)).toBe("p::g\n└─ p::f\n");
    writeFileSync(join(root, "src/lib.rs"), "pub fn h() { g() }\nfn g() {}\n");
    expect(await told(root)).toBe("p::g\n└─ p::h\n");
    expect(await told(root, "--no-cache")).toBe("p::g\n└─ p::h\n");
  });
});
