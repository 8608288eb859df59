import { expect, test } from "@jest/globals";
import type { Profile } from "../../../src/profile/types.ts";
import { frameText, read } from "./support.ts";

/** Functions as `name@file:line self…`, and calls as `caller>callee ×count @line cost…`. */
function dump(profile: Profile): string[] {
  const { functions, calls } = profile.calls!;
  const width = profile.events.length;
  const costs = (data: Float64Array, row: number) => [...data.subarray(row * width, (row + 1) * width)].join(" ");
  const name = (row: number) => frameText(profile, functions.frame[row]!);
  const callText = (_: unknown, row: number) =>
    `${name(calls.caller[row]!)}>${name(calls.callee[row]!)} ×${calls.count[row]} @${calls.line[row]} ${costs(calls.cost, row)}`;
  return [
    ...Array.from({ length: functions.length }, (_, row) => `${name(row)} ${costs(functions.self, row)}`),
    ...Array.from({ length: calls.length }, callText),
  ];
}

const HEAD = "# callgrind format\nversion: 1\ncmd: ./x 1\npositions: line\nevents: Ir Dr\nsummary: 100 10\n\n";

test("names are abbreviated in three spaces, positions relative, missing costs zero", async () => {
  const { profile, codes } = await read(
    `${HEAD}ob=(1) /bin/x\nfl=(1) a.rs\nfn=(1) a::main\n3 10 1\n+2 20\n* 5 2\n-1 1\n\nfl=(1)\nfn=(2) a::f\n9 4 4\ntotals: 40 7\n`,
  );
  expect(dump(profile)).toEqual(["a::main@a.rs:3 36 3", "a::f@a.rs:9 4 4"]);
  expect(profile.command).toBe("./x 1");
  expect([...profile.calls!.stated!]).toEqual([100, 10]);
  expect(codes).toEqual([]);
});

test("the line after calls= is inclusive cost of the call; cfi and cob hold for one call", async () => {
  const { profile } = await read(
    `${HEAD}fl=(1) a.rs\nfn=(1) main\ncob=(2) /lib/c\ncfi=(2) b.rs\ncfn=(2) f\ncalls=3 50\n4 90 9\n5 1\ncfn=(3) g\ncalls=1 7\n+1 2\ntotals: 1 0\n`,
  );
  expect(dump(profile)).toEqual([
    "main@a.rs:5 1 0",
    "f@b.rs:0 0 0",
    "g@a.rs:0 0 0",
    "main@a.rs:5>f@b.rs:0 ×3 @4 90 9",
    "main@a.rs:5>g@a.rs:0 ×1 @6 2 0",
  ]);
});

test("fi and fe change the file of the lines, not the function; a function called from there is in that file", async () => {
  const { profile } = await read(
    `${HEAD}fl=(1) a.rs\nfn=(1) main\n3 1\nfi=(2) core.rs\n80 7\ncfn=(2) core::f\ncalls=1 2\n81 5\nfe=(1)\n4 2\nfl=(2)\nfn=(2)\n2 5\ntotals: 15 0\n`,
  );
  expect(dump(profile)).toEqual([
    "main@a.rs:3 10 0",
    "core::f@core.rs:2 5 0",
    "main@a.rs:3>core::f@core.rs:2 ×1 @81 5 0",
  ]);
  const { lines } = profile.calls!;
  expect(
    [...lines.line].map((line, row) => `${profile.strings[lines.file[row]!]}:${line} ${lines.cost[row * 2]}`),
  ).toEqual(["a.rs:3 1", "core.rs:80 7", "a.rs:4 2", "core.rs:2 5"]);
});

test("instruction positions come first; jumps cost nothing", async () => {
  const { profile, codes } = await read(
    "# callgrind format\npositions: instr line\nevents: Ir\nfl=a.rs\nfn=main\n0x10 3 1\n+4 +1 1\njcnd=1/2 +4 5\n* * \njump=1 0x20 9\n* * \n+4 * 1\ntotals: 3\n",
  );
  expect(dump(profile)).toEqual(["main@a.rs:3 3"]);
  expect(codes).toEqual([]);
});

test("a recursion level is taken off the name and kept", async () => {
  const { profile } = await read(`${HEAD}fl=a.rs\nfn=(1) eval'2\n1 5\nfn=(2) eval\n1 6\ntotals: 11 0\n`);
  expect(dump(profile)).toEqual(["eval'2@a.rs:1 5 0", "eval@a.rs:1 6 0"]);
});

test("parts add up, with their totals", async () => {
  const part = (n: number) =>
    `part: ${n}\nevents: Ir\nfl=(1)${n === 1 ? " a.rs" : ""}\nfn=(1)${n === 1 ? " main" : ""}\n3 ${n}\ntotals: ${n}\n`;
  const { profile } = await read(`# callgrind format\nversion: 1\n${part(1)}${part(2)}`);
  expect(dump(profile)).toEqual(["main@a.rs:3 3"]);
  expect([...profile.calls!.stated!]).toEqual([3]);
});

test("cachegrind's format is the same without calls", async () => {
  const { profile } = await read(
    "desc: I1 cache: x\ncmd: ./x\nevents: Ir I1mr\nfl=/a.rs\nfn=main\n3 10 1\n4 5 0\nsummary: 15 1\n",
  );
  expect(profile.format).toBe("cachegrind");
  expect(dump(profile)).toEqual(["main@/a.rs:3 15 1"]);
});

test("damaged lines are named, and a file that breaks off is partial", async () => {
  const { profile, diagnostics } = await read(`${HEAD}fl=(1) a.rs\nfn=(1) main\n3 1\n4 zz\ncfn=(9)\ncalls=x 1\n5 1\n`);
  expect(diagnostics.map((d) => `${d.code} ${d.line}`)).toEqual([
    "callgrind-line 11",
    "callgrind-line 12",
    "callgrind-line 13",
    "truncated-profile 14",
  ]);
  expect(profile.partial).toBe(true);
});

test("costs before any function, hostile numbers and unknown abbreviations do not stop reading", async () => {
  const { profile, codes } = await read(
    `${HEAD}7 1\nfl=(1) a.rs\nfn=(77)\n+99999999999999999999 1\n-5 99999999999999999999999\ntotals: 0 0\n`,
  );
  expect(codes).toContain("callgrind-line");
  expect(profile.calls!.functions.self[0]).toBe(1);
});
