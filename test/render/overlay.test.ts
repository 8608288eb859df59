import { expect, test } from "@jest/globals";
import { Profile } from "pprof-format";
import { renderFlame } from "../../src/render/flame.ts";
import { FLAME_SCRIPT } from "../../src/render/flame-script.ts";
import { renderCallgrind } from "../../src/render/overlay-callgrind.ts";
import { renderFolded, renderSpeedscope } from "../../src/render/overlay-folded.ts";
import { formatCost, groupDigits, type TreeInput } from "../../src/render/overlay-input.ts";
import { renderPprof } from "../../src/render/overlay-pprof.ts";
import { columns, renderReport, renderSummary, renderTree } from "../../src/render/overlay-text.ts";

const label = (name: string, more: object = {}) => ({ name, kind: "function", scope: "app", module: "app", ...more });

/** main calls b (3, of which 1 in c) and a (1); itself 1. */
const TREE: TreeInput = {
  length: 4,
  parent: Int32Array.from([-1, 0, 1, 0]),
  label: Int32Array.from([0, 1, 2, 3]),
  self: Float64Array.from([1, 2, 1, 1]),
  total: Float64Array.from([5, 3, 1, 1]),
  labels: [label("main", { file: "src/main.rs", line: 3 }), label("b<'x> & \u0001"), label("c;d"), label("a")],
  whole: 5,
  event: "cpu-clock",
  unit: "ns",
};

const joined = (chunks: Iterable<string>) => [...chunks].join("");

/** `depth name x width` of the boxes. */
function boxes(svg: string): string[] {
  return [...svg.matchAll(/<g data-x="([^"]*)" data-w="([^"]*)" data-d="(\d+)"><title>([^<(]*?) \(/g)].map(
    ([, x, width, depth, name]) => `${depth} ${name} ${x} ${width}`,
  );
}

test("flame graph: boxes as wide as their cost, siblings by name", () => {
  expect(boxes(joined(renderFlame(TREE)))).toEqual([
    "0 all 0 1",
    "1 main 0 1",
    "2 a 0 0.2",
    "2 b&lt;&apos;x&gt; &amp; \ufffd 0.2 0.6",
    "3 c;d 0.2 0.2",
  ]);
});

test("flame graph: narrow boxes go, roots stand below or on top", () => {
  expect(boxes(joined(renderFlame(TREE, { minWidth: 50 }))).map((box) => box.split(" ")[1])).toEqual([
    "all",
    "main",
    "b&lt;&apos;x&gt;",
  ]);
  const rootY = (svg: string) => Number(/data-d="0"><title>[^<]*<\/title><rect x="\S+" y="(\d+)"/.exec(svg)![1]);
  const [flame, icicle] = [renderFlame(TREE), renderFlame(TREE, { icicle: true })].map((picture) =>
    rootY(joined(picture)),
  );
  expect(flame).toBeGreaterThan(icicle!);
});

test("flame graph: equal bytes each time, colours by name, package, cost or change", () => {
  for (const colors of ["kind", "package", "module", "cost", "hot"] as const) {
    expect(joined(renderFlame(TREE, { colors }))).toBe(joined(renderFlame(TREE, { colors })));
  }
  const changed = joined(renderFlame({ ...TREE, delta: Float64Array.from([0, 4, -4, 0]) }));
  expect(changed).toContain("+4.00 percentage points");
});

test("the script in it is valid and can stand in a CDATA section", () => {
  expect(() => new Function(FLAME_SCRIPT)).not.toThrow();
  expect(FLAME_SCRIPT).not.toContain("]]>");
});

test("folded: one line per row with cost of its own", () => {
  expect(joined(renderFolded(TREE))).toBe("main 1\nmain;b<'x> & \u0001 2\nmain;b<'x> & \u0001;c:d 1\nmain;a 1\n");
});

test("speedscope: samples with weights that add up", () => {
  const { shared, profiles } = JSON.parse(joined(renderSpeedscope(TREE)));
  expect(shared.frames[0]).toEqual({ name: "main", file: "src/main.rs", line: 3 });
  expect(profiles[0]).toMatchObject({
    unit: "nanoseconds",
    endValue: 5,
    samples: [[0], [0, 1], [0, 1, 2], [0, 3]],
    weights: [1, 2, 1, 1],
  });
});

test("pprof: locations from the leaf", () => {
  const { sample, stringTable, function: functions } = Profile.decode(renderPprof(TREE));
  expect(sample.map(({ locationId, value }) => `${locationId.join()} ${value.join()}`)).toEqual([
    "1 1",
    "2,1 2",
    "3,2,1 1",
    "4,1 1",
  ]);
  expect(stringTable.strings[Number(functions[0]!.name)]).toBe("main");
});

test("callgrind: abbreviated names, lines of inlined files, calls with their inclusive cost", () => {
  const text = joined(
    renderCallgrind({
      event: "cpu-clock",
      unit: "ns",
      functions: [
        {
          name: "main",
          file: "a.rs",
          line: 3,
          self: [
            { line: 4, cost: 5 },
            { file: "core.rs", line: 9, cost: 1.4 },
          ],
          calls: [{ callee: 1, line: 5, count: 2, cost: 7 }],
        },
        { name: "f", self: [{ line: 0, cost: 7 }], calls: [] },
      ],
    }),
  );
  expect(text.split("\n").slice(3)).toEqual([
    "positions: line",
    "events: cpu-clock_ns",
    "summary: 13",
    "",
    "fl=(1) a.rs",
    "fn=(2) main",
    "4 5",
    "fi=(3) core.rs",
    "9 1",
    "fe=(1)",
    "cfi=(4) ???",
    "cfn=(5) f",
    "calls=2 0",
    "5 7",
    "",
    "fl=(4)",
    "fn=(5)",
    "0 7",
    "",
    "totals: 13",
    "",
  ]);
});

test("costs in words", () => {
  expect([
    formatCost(1.5e9, "ns"),
    formatCost(2500, "ns"),
    formatCost(0, "ns"),
    formatCost(1234567, "count"),
    formatCost(2048, "bytes"),
  ]).toEqual(["1.500 s", "2.50 µs", "0 ns", "1,234,567", "2.0 KiB"]);
  expect(groupDigits(-1234.5)).toBe("-1,234.50");
});

test("columns: numbers to the right, the last cell as it is", () => {
  expect(
    columns([
      ["1", "ab", "x"],
      ["100", "b", "yy"],
    ]),
  ).toEqual(["  1  ab  x", "100   b  yy"]);
});

test("trees: costliest first, small parts left out", () => {
  expect(joined(renderTree(TREE, 25))).toBe(
    ["100.00 %    20.00 %  main", " 60.00 %    40.00 %    b<'x> & \u0001"]
      .map((line) => ` ${line}\n`)
      .join("")
      .replace("  60", "  60"),
  );
});

test("the summary names the shares and what was put back", () => {
  const weight = (value: number) => ({ weight: value, count: value });
  const text = joined(
    renderSummary({
      event: "cpu-clock",
      unit: "ns",
      total: weight(200),
      shares: {
        matched: weight(50),
        external: weight(140),
        unmatched: weight(10),
        bare: weight(0),
        through: weight(150),
      },
      observedCycles: ["[a ⟲ b]", "[c ⟲ d]", "[e ⟲ f]", "[g ⟲ h]"],
      repair: { limit: 127, cut: weight(30), repaired: weight(30), paths: [["main", "start"]] },
      estimated: false,
      partial: true,
      isMatched: true,
      otherEvents: ["page-faults"],
    }),
  );
  expect(text).toBe(
    [
      "cpu-clock: 200 samples, 200 ns (partial: the profile could not be read to its end)",
      "recorded as well: page-faults (--event NAME)",
      "matched 25.0 % (spent in functions of the workspace); external 70.0 %; unmatched 5.0 %",
      "passing through functions of the workspace: 75.0 %",
      "recursive in the profile, not in the source: [a ⟲ b]; [c ⟲ d]; [e ⟲ f] and 1 more (--recursion observed makes each one frame)",
      "30 of 200 stacks were cut inside a recursion at 127 frames: 30 put back below main → start (estimated)",
      "",
    ].join("\n"),
  );
});

test("perf's call graph as a tree", () => {
  const leaf = { names: ["leaf"], percent: 12.05, children: [], rest: undefined };
  const chains = [
    {
      names: ["top"],
      percent: undefined,
      rest: 1.5,
      children: [
        { names: ["x", "y"], percent: 49.4, children: [leaf], rest: undefined },
        { names: ["z"], percent: 20, children: [], rest: undefined },
      ],
    },
  ];
  const row = {
    command: "c",
    module: "/bin/x",
    symbol: "top",
    inlined: false,
    kernel: false,
    childrenPercent: 97.6,
    selfPercent: 0,
    chains,
    rest: undefined,
  };
  expect(joined(renderReport([row], "graph", true)).split("\n")).toEqual([
    "  97.60%     0.00%  c  x  [.] top",
    "            ---top",
    "                       |--49.40%--x",
    "                       |          y",
    "                       |          `--12.05%--leaf",
    "                       |--20.00%--z",
    "                       `--1.50%--[...]",
    "",
    "",
  ]);
});
