/** `callmap scan` as it is typed: what it writes where, and that the same sources give the same bytes. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { callmap, lay, newFolder, ROOT, type Run, removeFolders, shell } from "../support/cli.ts";

afterAll(removeFolders);

const EXAMPLES = join(ROOT, "examples");

test("the same bytes from the root, a member's folder, the manifest and a file", async () => {
  const runs = await Promise.all([
    callmap(["scan", "station", "--json"]),
    callmap(["scan", "--json"], { cwd: join(EXAMPLES, "station/crates/units") }),
    callmap(["scan", "../Cargo.toml", "--json"], { cwd: join(EXAMPLES, "station/crates") }),
    callmap(["scan", "station/crates/units/src/lib.rs", "--json", "--quiet"]),
  ]);
  expect(runs.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
  for (const { stdout } of runs) expect(stdout === runs[0]!.stdout).toBe(true);
  expect(runs[3]!.stderr).toBe("");
});

describe("one scan", () => {
  let run: Run;
  beforeAll(async () => {
    run = await callmap(["scan", "shapes", "--json", "--timings"]);
  });

  test("standard output holds the result alone", () => {
    const graph = JSON.parse(run.stdout);
    expect(graph.attributes).toMatchObject({ schema: 1, workspace: "shapes", packages: ["shapes"], partial: false });
    expect(graph.options).toMatchObject({ type: "directed", multi: true });
    expect(graph.nodes.map((node: { key: string }) => node.key)).toContain("<shapes::Circle as shapes::Shape>::area");
    const total = graph.edges.find((edge: { source: string }) => edge.source === "shapes::total");
    // `.map(|shape| shape.area())`; the site stands at the method's name
    const line = readFileSync(join(EXAMPLES, "shapes/src/lib.rs"), "utf8").split("\n");
    const row = line.findIndex((text) => text.includes("|shape| shape.area()"));
    expect(total.attributes.sites).toEqual([
      { file: "src/lib.rs", line: row + 1, column: line[row]!.indexOf(".area()") + 2, how: "method" },
    ]);
  });

  test("the tally adds up", () => {
    const { total, ...states } = JSON.parse(run.stdout).attributes.tally;
    expect(Object.values<number>(states).reduce((sum, n) => sum + n, 0)).toBe(total);
    expect(run.stderr).toContain(`${total} call sites`);
  });

  test("nothing of this machine is in the graph", () => {
    expect(run.stdout).not.toContain(ROOT);
  });

  test("--timings names the stages on standard error", () => {
    for (const stage of ["workspace", "parse", "names", "infer", "graph", "total"])
      expect(run.stderr).toMatch(new RegExp(`^${stage} +\\d+ ms`, "m"));
  });
});

test("a format by flag, by name and by the output's extension", async () => {
  const folder = newFolder();
  const [flag, name, file] = await Promise.all([
    callmap(["scan", "even-odd", "--csv"]),
    callmap(["scan", "even-odd", "--format", "csv"]),
    callmap(["scan", "even-odd", "-o", join(folder, "edges.csv")]),
  ]);
  expect(flag.stdout).toMatch(
    /^source,target,kind,confidence,why,count,[\w,]*sites\r?\neven_odd::is_even,even_odd::is_odd,call,exact,/,
  );
  expect(name.stdout).toBe(flag.stdout);
  expect(readFileSync(join(folder, "edges.csv"), "utf8")).toBe(flag.stdout);
  expect(file.stdout).toBe("");
});

test("DOT without a word; a picture by its extension, with links", async () => {
  const folder = newFolder();
  const [dot, svg] = await Promise.all([
    callmap(["scan", "even-odd"]),
    callmap(["scan", "even-odd", "-o", join(folder, "e.svg"), "--url-template", "https://host/{file}#L{line}"]),
  ]);
  expect(dot.stdout).toMatch(/^digraph "even-odd" \{\n[\s\S]*\n\}\n$/);
  expect(svg.status).toBe(0);
  const picture = readFileSync(join(folder, "e.svg"), "utf8");
  expect(picture).toContain("</svg>");
  expect(picture).toContain("https://host/src/main.rs#L3");
});

test("a template writes a line per call site", async () => {
  const { stdout } = await callmap(["scan", "even-odd", "--format", "{{caller}} {{callee}} {{file}}:{{line}}"]);
  expect(stdout.split("\n").sort()).toEqual([
    "",
    "even_odd::is_even even_odd::is_odd src/main.rs:7",
    "even_odd::is_odd even_odd::is_even src/main.rs:15",
    "even_odd::main even_odd::is_even src/main.rs:24",
  ]);
});

test("--level package counts the calls between packages", async () => {
  const { stdout } = await callmap(["scan", "station", "--level", "package", "--csv", "--kind", "call"]);
  const rows = stdout.trimEnd().split("\n").slice(1);
  const pairs = rows.map((row) => row.split(",").slice(0, 2).join(" "));
  expect(pairs).toEqual(["alarm sensors", "sensors units", "station alarm", "station sensors", "station units"]);
  // watch.rs calls `rings`, and nothing else of alarm
  expect(rows[2]).toMatch(/^station,alarm,call,exact,[^,]*,1,.*crates\/station\/src\/commands\/watch\.rs:16:22\s*$/);
});

test("--focus and --depth keep the neighbourhood, --exclude takes away", async () => {
  const around = ["scan", "shapes", "--format", "{{caller}} {{callee}}", "--focus", "larger", "--depth", "1"];
  const [near, without] = await Promise.all([callmap(around), callmap([...around, "--exclude", "main"])]);
  const edges = (text: string): string[] => [...new Set(text.trimEnd().split("\n"))].sort();
  expect(edges(near.stdout)).toEqual([
    // A dispatch edge costs no step, so what the trait's method may run is near too.
    "<shapes::Labelled<L, S> as shapes::Shape>::area shapes::Shape::area",
    "shapes::Shape::area <shapes::Circle as shapes::Shape>::area",
    "shapes::Shape::area <shapes::Labelled<L, S> as shapes::Shape>::area",
    "shapes::Shape::area <shapes::Rectangle as shapes::Shape>::area",
    "shapes::larger shapes::Shape::area",
    "shapes::main <shapes::Circle as shapes::Shape>::area",
    "shapes::main shapes::larger",
  ]);
  expect(edges(without.stdout).filter((edge) => edge.includes("main"))).toEqual([]);
});

test("--external shows what is called outside of the workspace", async () => {
  const { stdout } = await callmap(["scan", "even-odd", "--external", "--format", "{{caller}} {{callee}}"]);
  const callees = stdout.split("\n").flatMap((line) => (line.startsWith("even_odd::main ") ? [line.slice(15)] : []));
  expect(callees).toEqual(expect.arrayContaining(["std::env::args", "even_odd::is_even"]));
  expect(callees.some((callee) => callee.endsWith("::unwrap_or"))).toBe(true);
});

describe("large pictures", () => {
  test("are refused with advice, and drawn by force", async () => {
    const file = join(newFolder(), "p.svg");
    const [refused, forced, dot] = await Promise.all([
      callmap(["scan", "shapes", "-o", file, "--max-nodes", "5"]),
      callmap(["scan", "shapes", "--mermaid", "--max-nodes", "5", "--force"]),
      callmap(["scan", "shapes", "--dot", "--max-nodes", "5"]),
    ]);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/error\[too-large\]: 20 nodes .*--max-nodes 5/);
    expect(refused.stderr).toMatch(/hint: .*--focus/);
    expect(existsSync(file)).toBe(false);
    expect(forced.stdout).toMatch(/^(---|flowchart)/);
    expect([forced.status, dot.status]).toEqual([0, 0]);
  });
});

test("a reader that has had enough is no error", async () => {
  const { status, stdout, stderr } = await shell("callmap scan station --json --quiet | head -c 20");
  expect([status, stdout.length, stderr]).toEqual([0, 20, ""]);
});

test("a full disk is one", async () => {
  if (!existsSync("/dev/full")) return;
  const { status, stderr } = await shell("callmap scan even-odd --quiet > /dev/full");
  expect([status, stderr]).toEqual([1, "error[unwritable]: can't write to standard output: ENOSPC\n"]);
});

test("--orphans lists the files that no target reads", async () => {
  const root = lay({
    "Cargo.toml": '[package]\nname = "p"\nversion = "0.1.0"\nedition = "2021"\nautobins = false\n',
    "src/lib.rs": 'mod used;\n#[cfg(test)]\nmod tests;\n#[cfg(windows)]\nmod windows;\ninclude!("included.rs");\n',
    "src/used.rs": "",
    "src/tests.rs": "",
    "src/windows.rs": "",
    "src/included.rs": "",
    "src/forgotten.rs": "",
    "src/bin/off.rs": "fn main() {}",
    "tests/all.rs": "mod common;",
    "tests/common/mod.rs": "",
    "tests/ui/input.rs": "",
    "build.rs": "fn main() {}",
    "target/debug/build/out.rs": "",
    ".hidden/x.rs": "",
    "cache/CACHEDIR.TAG": "",
    "cache/made.rs": "",
    "vendor/other/Cargo.toml": "",
    "vendor/other/src/lib.rs": "",
    loop: { link: "." },
  });
  const [text, json] = await Promise.all([
    callmap(["scan", root, "--orphans", "--quiet"]),
    callmap(["scan", root, "--orphans", "--json", "--quiet"]),
  ]);
  expect([text.status, text.stderr]).toEqual([0, ""]);
  const unlinked = ["src/bin/off.rs", "src/forgotten.rs", "tests/ui/input.rs"];
  expect(text.stdout.split("\n")).toEqual([...unlinked, ""]);
  expect(JSON.parse(json.stdout)).toEqual(unlinked);
});

test("--unresolved lists sites with the reason", async () => {
  const root = lay({
    "Cargo.toml": '[package]\nname = "p"\nversion = "0.1.0"\n[dependencies]\nnot_here = "1"\n',
    "src/lib.rs": "pub fn f() { missing(); g() }\nfn g() {}\n",
  });
  const { stdout } = await callmap(["scan", root, "--unresolved", "--json"]);
  expect(JSON.parse(stdout)).toEqual([
    { file: "src/lib.rs", line: 1, column: 14, reason: expect.any(String), name: "missing", caller: "p::f" },
  ]);
});

test("--unresolved lists as many sites as the tally counts: not those that methods fit by name", async () => {
  const root = lay({
    "Cargo.toml": '[package]\nname = "p"\nversion = "0.1.0"\n',
    "src/lib.rs":
      "pub struct A; impl A { pub fn fit(&self) {} }\npub fn f() { let x = missing(); x.fit(); x.unfit() }\n",
  });
  const { stdout, stderr } = await callmap(["scan", root, "--unresolved"]);
  expect(stdout.match(/\t(missing|fit|unfit)\t/g)).toEqual(["\tmissing\t", "\tunfit\t"]);
  expect(stderr).toMatch(/ 1 candidate \(.* 2 unresolved /);
});

test("dependencies without sources are counted below the tally, unless they are not wanted", async () => {
  const manifest = '[package]\nname = "p"\nversion = "0.1.0"\n[dependencies]\n';
  const stderrOf = async (dependencies: string, ...args: string[]): Promise<string> => {
    const root = lay({ "Cargo.toml": manifest + dependencies, "src/lib.rs": "pub fn f() { one::g(); two::g() }\n" });
    return (await callmap(["scan", root, "--text", ...args], { env: { CARGO_HOME: join(root, "none") } })).stderr;
  };
  expect(await stderrOf('one = "1"\ntwo = "1"\n')).toMatch(/\n2 dependencies have no source here.*cargo fetch/);
  expect(await stderrOf('one = "1"\n')).toMatch(/\n1 dependency has no source here/);
  expect(await stderrOf("")).not.toMatch(/no source here/);
  expect(await stderrOf('one = "1"\n', "--no-deps")).not.toMatch(/no source here/);
  expect(await stderrOf('one = "1"\n', "--quiet")).toBe("");
});

test("a scan is kept for the next one, in whatever format, until something changes", async () => {
  const root = lay({
    "Cargo.toml": '[package]\nname = "p"\nversion = "0.1.0"\nedition = "2021"\n',
    "src/lib.rs": "pub fn f() { g(); x.y() }\nfn g() { if a { g() } }\nmod gone;\n",
  });
  const env = { XDG_CACHE_HOME: join(root, "cache") };
  const scans = (): string[] =>
    existsSync(env.XDG_CACHE_HOME) ? readdirSync(join(env.XDG_CACHE_HOME, "callmap/scans")) : [];
  const scan = (...args: string[]) => callmap(["scan", root, ...args], { env });
  const without = await scan("--text", "--no-cache");
  expect(scans()).toEqual([]);
  const first = await scan("--text");
  expect(scans()).toHaveLength(1);
  expect([first, await scan("--text")]).toEqual([without, without]);
  expect(without.stderr).toMatch(/2 functions, 2 edges, 1 file; .*\npartial: /);
  expect((await scan("--csv")).stdout).toMatch(/p::f,p::g/);
  expect((await scan("--unresolved")).stdout).toMatch(/src\/lib.rs:1:21\t.*\ty\tp::f\n/);
  expect(scans()).toHaveLength(1);
  writeFileSync(join(root, "src/lib.rs"), "pub fn h() { g() }\nfn g() {}\n");
  expect((await scan("--csv")).stdout).toMatch(/p::h,p::g/);
});
