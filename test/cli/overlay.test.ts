/** `callmap overlay` as it is typed, on the examples; the costs were added up by hand from the profiles, which are written here. */
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "@jest/globals";
import { type Content, callmap, lay, newFolder, ROOT, removeFolders, shell } from "../support/cli.ts";

afterAll(removeFolders);

const SHAPES = join(ROOT, "examples/shapes");

/** Ten samples of a millisecond, root first: a library and a closure, a function pointer, static dispatch, code without a name. */
const STACKS: readonly (readonly [count: number, ...frames: string[]])[] = [
  [4, "_start", "shapes::main", "shapes::total", FOLD(), "shapes::total::{{closure}}", AREA("Circle")],
  [3, "_start", "shapes::main", "shapes::each", "shapes::print", "shapes::Shape::describe", "alloc::fmt::format"],
  [2, "_start", "shapes::main", "shapes::larger", AREA("Circle")],
  [1, "[unknown]"],
];

function AREA(type: string): string {
  return `<shapes::${type} as shapes::Shape>::area`;
}

function FOLD(): string {
  return "<core::iter::adapters::map::Map<I,F> as core::iter::traits::iterator::Iterator>::fold";
}

/** The text of `perf script`: leaf first, `(module)` behind. */
function perfText(stacks: typeof STACKS): string {
  let time = 0;
  const sample = (frames: readonly string[]): string => {
    const lines = frames
      .toReversed()
      .map((name) => `\t1000 ${name} (${name === "[unknown]" ? name : "/bin/shapes"})\n`);
    return `shapes  77  5.${String(++time).padStart(6, "0")}:    1000000 cpu-clock: \n${lines.join("")}\n`;
  };
  return stacks.flatMap(([count, ...frames]) => Array.from({ length: count }, () => sample(frames))).join("");
}

const PERF = perfText(STACKS);
const FOLDED = STACKS.map(([count, ...frames]) => `shapes;${frames.join(";")} ${count}\n`).join("");

/** Runs the command on a profile laid over examples/shapes. */
async function overlay(profile: Content, ...args: string[]) {
  const cwd = lay({ profile });
  return callmap(["overlay", "profile", "-w", SHAPES, ...args], { cwd });
}

const SUMMARY = `cpu-clock: 10 samples, 10.00 ms
matched 60.0 % (spent in functions of the workspace); external 30.0 %; unmatched 10.0 %
passing through functions of the workspace: 90.0 %
   self %   incl %  unmatched
  10.00 %  10.00 %  [unknown]
`;

const TOP = `
 incl %   self %  +libs %     incl     self  function
90.00 %   0.00 %   0.00 %  9.00 ms     0 ns  shapes::main
60.00 %  60.00 %  60.00 %  6.00 ms  6.00 ms  <shapes::Circle as shapes::Shape>::area
40.00 %   0.00 %   0.00 %  4.00 ms     0 ns  shapes::total
30.00 %   0.00 %  30.00 %  3.00 ms     0 ns  shapes::Shape::describe
30.00 %   0.00 %   0.00 %  3.00 ms     0 ns  shapes::each
30.00 %   0.00 %   0.00 %  3.00 ms     0 ns  shapes::print
20.00 %   0.00 %   0.00 %  2.00 ms     0 ns  shapes::larger
`;

describe("views", () => {
  test("without any: shares, then the costliest functions", async () => {
    expect(await overlay(PERF)).toEqual({ status: 0, stdout: SUMMARY + TOP, stderr: "" });
  });

  test.each([
    [
      ["--peek", "Circle::area"],
      `4.00 ms        66.67 %    ← shapes::total
2.00 ms        33.33 %    ← shapes::larger
6.00 ms  self 100.00 %  <shapes::Circle as shapes::Shape>::area
`,
    ],
    [
      ["--peek", "Circle::area", "--percent", "total"],
      `4.00 ms       40.00 %    ← shapes::total
2.00 ms       20.00 %    ← shapes::larger
6.00 ms  self 60.00 %  <shapes::Circle as shapes::Shape>::area
`,
    ],
    [
      ["--by", "type"],
      ` self %   incl %  functions  type
60.00 %  60.00 %          1  shapes::Circle
30.00 %  30.00 %          1  alloc
10.00 %  10.00 %          1  (unmatched)
 0.00 %  90.00 %          1  (system)
 0.00 %  90.00 %          5  shapes (functions)
 0.00 %  30.00 %          1  shapes::Shape
`,
    ],
    [
      ["--top", "2", "--sort", "self", "--percent", "group"],
      `percentages are of the function's module
  incl %    self %  +libs %     incl     self  function
 66.67 %  100.00 %  66.67 %  6.00 ms  6.00 ms  <shapes::Circle as shapes::Shape>::area
100.00 %    0.00 %   0.00 %  9.00 ms     0 ns  shapes::main
`,
    ],
    [
      ["--tree"],
      `  90.00 %     0.00 %  _start
  90.00 %     0.00 %    shapes::main
  40.00 %     0.00 %      shapes::total
  40.00 %    40.00 %        <shapes::Circle as shapes::Shape>::area
  30.00 %     0.00 %      shapes::each
  30.00 %     0.00 %        shapes::print
  30.00 %     0.00 %          shapes::Shape::describe
  30.00 %    30.00 %            alloc::fmt::format
  20.00 %     0.00 %      shapes::larger
  20.00 %    20.00 %        <shapes::Circle as shapes::Shape>::area
  10.00 %    10.00 %  [unknown]
`,
    ],
    [
      ["--list", "shapes::total"],
      `shapes::total  src/lib.rs:93  (the profile has no lines: calls stand where the source has them)
self %   incl %  line  source
                       src/lib.rs
                   93  pub fn total(shapes: &[Box<dyn Shape>]) -> f64 {
        40.00 %    94      shapes.iter().map(|shape| shape.area()).sum()
        40.00 %            → <shapes::Circle as shapes::Shape>::area
                   95  }
`,
    ],
    [["--events"], "cpu-clock  10 samples  10.00 ms  shapes 77\n"],
  ])("%j", async (args, expected) => {
    const { status, stdout, stderr } = await overlay(PERF, ...args);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${SUMMARY}\n${expected}`, stderr: "" });
  });

  test("--gaps: print is called through a pointer; area calls square, which no sample shows", async () => {
    const { stdout } = await overlay(PERF, "--gaps", "--min", "60");
    expect((await overlay(PERF, "--gaps")).stdout).toContain(
      "30.00 %  function-pointer  shapes::each → shapes::print\n",
    );
    expect(stdout).toContain("60.00 %  <shapes::Circle as shapes::Shape>::area → shapes::square  src/lib.rs:27\n");
  });

  test("--base: by function, whatever the builds call its copies", async () => {
    const cwd = lay({
      "old.folded": `shapes;shapes::main;${AREA("Circle")} 5\nshapes;shapes::main 5\n`,
      "new.folded": "shapes;shapes::main;_RNvXs_C6shapesNtB4_6CircleNtB4_5Shape4area 8\nshapes;shapes::main 2\n",
    });
    const { stdout } = await callmap(["overlay", "new.folded", "-w", SHAPES, "--base", "old.folded", "--json"], {
      cwd,
    });
    const { rows } = (JSON.parse(stdout) as { difference: { rows: { name: string; delta: number }[] } }).difference;
    expect(rows.map(({ name }) => name).sort()).toEqual([AREA("Circle"), "shapes::main"]);
  });

  test("--call-graph: with raw names the entries are the symbols, as perf report has them", async () => {
    const cwd = lay({ profile: PERF });
    const { stdout } = await callmap(["overlay", "profile", "--raw-names", "--call-graph", "folded,0.5,caller"], {
      cwd,
    });
    const entry = stdout.slice(stdout.indexOf(" alloc::fmt::format") - 20);
    expect(entry).toContain("30.00%");
  });
});

describe("reading", () => {
  test("standard input, gzip, and several that add up", async () => {
    const cwd = lay({ "perf.txt": PERF, "perf.gz": gzipSync(PERF) });
    const piped = await shell(`cat perf.txt | callmap overlay - -w ${SHAPES}`, { cwd });
    expect(piped.stdout).toBe(SUMMARY + TOP);
    const packed = await callmap(["overlay", "perf.gz", "-w", SHAPES], { cwd });
    expect(packed.stdout).toBe(SUMMARY + TOP);
    const both = await callmap(["overlay", "perf.gz", "perf.txt", "-w", SHAPES], { cwd });
    expect(both.stdout).toContain("cpu-clock: 20 samples, 20.00 ms\n");
    expect(both.stdout).toContain("60.00 %  60.00 %  60.00 %  12.00 ms  12.00 ms");
  });

  test("folded stacks have the same shares", async () => {
    const { stdout } = await overlay(FOLDED);
    expect(stdout).toContain("matched 60.0 %");
    expect(stdout).toContain("60.00 %  60.00 %  60.00 %     6     6  <shapes::Circle as shapes::Shape>::area\n");
  });

  test("libraries are passed over, or kept", async () => {
    const kept = await overlay(PERF, "--through", "none", "--tree");
    expect(kept.stdout).toContain(
      "        <core::iter::adapters::map::Map as core::iter::traits::iterator::Iterator>::fold\n",
    );
  });
});

describe("the program of examples/even-odd, whose stacks perf cut at 127 frames", () => {
  const profile = join(ROOT, "examples/even-odd/perf.txt.gz");

  test("one frame for both functions, and main at its true share", async () => {
    const folder = newFolder();
    const flame = join(folder, "out.svg");
    const run = await shell(`zcat ${profile} | callmap overlay - -w even-odd --flame ${flame}`);
    expect([run.status, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).toContain(
      "302 of 432 stacks were cut inside a recursion at 127 frames: 302 put back below even_odd::main (estimated)\n",
    );
    const svg = readFileSync(flame, "utf8");
    expect(svg.match(/\[even_odd::is_even ⟲ even_odd::is_odd\]/g)!.length).toBeGreaterThan(0);
    const tree = (await callmap(["overlay", profile, "-w", "even-odd", "--tree", "--min", "20"])).stdout;
    expect(tree).toMatch(/ 70\.37 % .* even_odd::main\n +69\.91 % .* \[even_odd::is_even ⟲ even_odd::is_odd\]\n/);
  });

  test("the README shows what is printed", async () => {
    const readme = readFileSync(join(ROOT, "README.md"), "utf8");
    const [, command, output] = /^```text\n\$ (.*callmap overlay .*)\n([\s\S]*?)^```$/m.exec(readme)!;
    const { stdout, stderr } = await shell(command!.replace("out.svg", join(newFolder(), "out.svg")), { cwd: ROOT });
    expect({ stdout, stderr }).toEqual({ stdout: output, stderr: "" });
  });

  test("as recorded, when asked for", async () => {
    const args = ["--no-repair", "--recursion", "keep", "--top", "0"];
    const { stdout } = await callmap(["overlay", profile, "-w", "even-odd", ...args]);
    expect(stdout).toMatch(/ 0\.46 % .* even_odd::main\n/);
    expect(stdout).not.toContain("⟲");
  });

  test("how deep it went", async () => {
    const { stdout } = await callmap(["overlay", profile, "-w", "even-odd", "--peek", "is_even", "--no-repair"]);
    expect(stdout).toMatch(/times on one stack: at least \d+, median \d+, at most \d+\n/);
  });
});

describe("formats", () => {
  test.each(["folded", "speedscope.json", "pb.gz"])(
    "what is written as %s has the same costs when it is read again",
    async (ending) => {
      const cwd = lay({ profile: PERF });
      const written = await callmap(["overlay", "profile", "-w", SHAPES, "-q", "-o", `out.${ending}`], { cwd });
      expect([written.status, written.stdout]).toEqual([0, ""]);
      const { stdout } = await callmap(["overlay", `out.${ending}`, "-w", SHAPES, "--json"], { cwd });
      const { total, shares } = JSON.parse(stdout) as Record<string, Record<string, { weight: number }>>;
      expect(total!.weight).toBe(10_000_000);
      expect(shares!.matched!.weight).toBe(6_000_000);
    },
  );

  test("callgrind: the file states the total, and calls at their lines", async () => {
    const cwd = lay({ profile: PERF });
    await callmap(["overlay", "profile", "-w", SHAPES, "-q", "-o", "callgrind.out.1"], { cwd });
    const text = readFileSync(join(cwd, "callgrind.out.1"), "utf8");
    expect(text).toMatch(/^# callgrind format\n/);
    expect(text).toContain("events: cpu-clock_ns\n");
    const again = await callmap(["overlay", "callgrind.out.1", "-w", SHAPES, "--top", "1"], { cwd });
    expect(again.stdout).toContain("90.00 %");
    expect(again.stdout).toContain("shapes::main\n");
  });

  test("json: the whole overlay, or the views that were asked for", async () => {
    const whole = JSON.parse((await overlay(PERF, "--json")).stdout) as { functions: { name: string; self: number }[] };
    expect(whole.functions.find(({ name }) => name === AREA("Circle"))!.self).toBe(6_000_000);
    const part = JSON.parse((await overlay(PERF, "--json", "--peek", "larger")).stdout) as Record<string, unknown>;
    expect(part).toHaveProperty("peek");
    expect(part).not.toHaveProperty("functions");
  });

  test("a heat graph by the file's name", async () => {
    const cwd = lay({ profile: PERF });
    await callmap(["overlay", "profile", "-w", SHAPES, "-q", "-o", "heat.svg"], { cwd });
    const svg = readFileSync(join(cwd, "heat.svg"), "utf8");
    expect(svg).toContain("larger");
    expect(svg).toContain("60.0 %"); // area's share
    expect(svg).toContain("(system)"); // the box of what is in no crate
  });
});

describe("symbols", () => {
  test("--symbols: one a line, with path, place and rule", async () => {
    const symbols = [
      "_ZN6shapes6larger17h0123456789abcdefE",
      "<shapes::Labelled<&str,shapes::Rectangle> as shapes::Shape>::name",
      "shapes::total::{{closure}}",
      "core::fmt::write",
      "shapes::nothing",
    ];
    const { stdout } = await shell(
      `printf '%s\\n' ${symbols.map((s) => `'${s}'`).join(" ")} | callmap overlay --symbols -w shapes`,
    );
    expect(stdout.split("\n").map((line) => line.split("\t").slice(1))).toEqual([
      ["shapes::larger", "src/lib.rs:98", "function"],
      ["<shapes::Labelled<L, S> as shapes::Shape>::name", "src/lib.rs:87", "impl"],
      ["shapes::total", "src/lib.rs:93", "function"],
      ["core::fmt::write", "-", "foreign"],
      ["shapes::nothing", "-", "missing"],
      [],
    ]);
  });

  test.each([
    "_ZN6shapes6larger17h0123456789abcdefE",
    "_RINvC6shapes6largerNtB2_6CircleE",
    "shapes::larger::<shapes::Circle>+0x1f",
  ])("who takes the symbol %s", async (symbol) => {
    const { stdout } = await callmap(["who", symbol, "shapes"]);
    expect(stdout).toMatch(/^shapes::larger {2}src\/lib\.rs:98\n└─ shapes::main /);
  });
});

describe("what goes wrong", () => {
  test.each([
    ["nothing in it", "", 2, "error[empty-profile]"],
    ["no profile", "Lorem ipsum dolor sit amet\n", 2, "error[unknown-format]"],
    ["perf.data cut off", "PERFILE2", 2, "error"],
    ["a picture", "<svg></svg>", 2, "error[unknown-format]"],
    ["binary data", Uint8Array.from({ length: 300 }, (_, at) => (at * 37) % 32), 2, "error[unknown-format]"],
    ["JSON that breaks off", '{"meta": {}, "threads": [', 2, "truncated-profile"],
    ["another program", "x;main;other::f 10\nx;main;other::g 4\n", 0, "warning[foreign-profile]"],
    ["no symbols", "x;[unknown] 10\nx;0x10 4\n", 0, "warning[no-symbols]"],
  ])("%s", async (_, profile, status, message) => {
    const run = await overlay(profile);
    expect(run.stderr).toContain(message);
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(run.status).toBe(status);
  });

  test("a profile that was cut keeps what was whole, and says so", async () => {
    const { status, stdout, stderr } = await overlay(PERF.slice(0, -20));
    expect(stdout).toContain("cpu-clock: 10 samples, 10.00 ms (partial: the profile could not be read to its end)\n");
    expect(stderr).toMatch(/^profile:\d+: warning\[truncated-profile\]/);
    expect(status).toBe(0);
  });

  test("a line that is none is named with its number", async () => {
    const text = PERF.replace("shapes  77  5.000003", "what\nshapes  77  5.000003");
    const line = text.slice(0, text.indexOf("what\n")).split("\n").length;
    const { stderr } = await overlay(text);
    expect(stderr).toContain(`profile:${line}: warning[perf-line]`);
    expect(stderr).toContain('found "what"');
  });

  test.each([
    [["overlay"], 2, "no profile is named"],
    [["overlay", "nowhere.txt"], 2, "there is no such file"],
    [["overlay", "-", "-"], 2, "- stands for standard input once"],
    [["overlay", "profile", "--", "true"], 2, "exclude each other"],
    [["overlay", "profile", "--event", "cycles"], 2, "no event `cycles`; the profile has: cpu-clock"],
    [["overlay", "profile", "--call-graph", "round"], 2, "--call-graph does not know round"],
    [["overlay", "profile", "--recursion", "deep"], 2, "unknown recursion mode deep"],
    [["overlay", "profile", "--format", "sid"], 2, "unknown format sid"],
    [["overlay", "profile", "--raw-names", "-w", "."], 2, "--raw-names takes no workspace"],
    [["overlay", "profile", "--peek", "largest"], 1, "no function is named largest"],
    [["overlay", "profile", "--peek", "Rectangle::square"], 1, "no sample passes through Rectangle::square"],
    [["overlay", "profile", "-o", "no/such/folder.json"], 1, "no/such"],
  ])("%j", async (args, status, message) => {
    const cwd = lay({ profile: PERF });
    const workspace = args.includes("-w") ? [] : ["-w", SHAPES];
    const isOverlay = args.includes("--") ? args : [...args, ...workspace];
    const run = await callmap(args.includes("--raw-names") ? args : isOverlay, { cwd });
    expect(run.stderr).toContain(message);
    expect(run.status).toBe(status);
  });

  test("a name that is nearly right", async () => {
    expect((await overlay(PERF, "--peek", "larges")).stderr).toContain("shapes::larger");
  });
});

describe("recording", () => {
  test("without a recorder it says which there are", async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, "program"), "#!/bin/sh\n", { mode: 0o755 });
    const run = await callmap(["overlay", "-w", SHAPES, "--", "./program"], { cwd, env: { PATH: cwd } });
    expect(run.stderr).toContain("no recorder is installed: perf, samply or valgrind");
    expect(run.status).toBe(1);
  });

  test("a program that is not there", async () => {
    const run = await callmap(["overlay", "-w", SHAPES, "--", "./nowhere"], { cwd: newFolder() });
    expect(run.stderr).toContain("can't start ./nowhere");
    expect(run.status).toBe(2);
  });

  test("what a recorder wrote is shown; what the program printed goes to standard error", async () => {
    // A recorder as callmap calls it: writes the file behind -o, runs what stands behind --.
    const cwd = newFolder();
    const recorder = `#!/bin/sh
while [ "$1" != "--" ]; do [ "$1" = "-o" ] && out=$2; shift; done
shift; "$@"; cat profile > "$out"
`;
    writeFileSync(join(cwd, "perf"), recorder, { mode: 0o755 });
    writeFileSync(join(cwd, "program"), "#!/bin/sh\necho printed\n", { mode: 0o755 });
    writeFileSync(join(cwd, "profile"), PERF);
    const env = { PATH: `${cwd}:/usr/bin:/bin` };
    const args = ["overlay", "-w", SHAPES, "--recorder", "perf", "--save", "kept", "--", "./program"];
    const run = await callmap(args, { cwd, env });
    expect(run.stdout).toBe(SUMMARY + TOP);
    expect(run.stderr).toContain("printed\n");
    expect(run.status).toBe(0);
    expect(existsSync(join(cwd, "kept")) && statSync(join(cwd, "kept")).size).toBe(Buffer.byteLength(PERF));
  });
});
