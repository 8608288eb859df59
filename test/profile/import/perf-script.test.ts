import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { importProfile } from "../../../src/profile/import/import.ts";
import { isOneLineSample, parsePerfHeader } from "../../../src/profile/import/perf-header.ts";
import { read, samplesOf, stacksOf } from "./support.ts";

const two = (header: string) => `${header}\n\t  1a f+0x1 (/bin/x)\n\t  2b main+0x2 (/bin/x)\n\n`;

test.each([
  ["shop 10588  1828.867906:    3344481 cpu-clock: ", "shop", -1, 10588, "cpu-clock", 3344481],
  ["shop 1/2  1828.867906: cpu-clock: ", "shop", 1, 2, "cpu-clock", undefined],
  ["shop 14572 [001]  1975.520266:    7 cycles:u: ", "shop", -1, 14572, "cycles:u", 7],
  ["shop worker 1 10770  1837.12:  5 cpu-clock: ", "shop worker 1", -1, 10770, "cpu-clock", 5],
  ["a:b (c) [d] 31623  4059.4: 1 cpu-clock:", "a:b (c) [d]", -1, 31623, "cpu-clock", 1],
  ["x;y 7/8 31624  4059.4: 1 cpu-clock:", "x;y 7/8", -1, 31624, "cpu-clock", 1],
  ["12345 6.7: 31625  4059.4: 1 cpu-clock:", "12345 6.7:", -1, 31625, "cpu-clock", 1],
  ["γ thread 31627  4059.4: 1 cpu-clock:", "γ thread", -1, 31627, "cpu-clock", 1],
  ["shop 1/2 100 cpu_core/cycles/P: ", "shop", 1, 2, "cpu_core/cycles/P", 100],
  [
    "swapper 0 [000] 1.5: sched:sched_switch: prev_comm=a prev_pid=1",
    "swapper",
    -1,
    0,
    "sched:sched_switch",
    undefined,
  ],
  ["shop 10588 ", "shop", -1, 10588, "", undefined],
])("the first line of a sample: %s", (line, comm, pid, tid, event, period) => {
  expect(parsePerfHeader(line)).toMatchObject({ comm, pid, tid, event, period });
});

test("frames come innermost first, offsets and modules are taken off", async () => {
  const { profile, codes } = await read(two("shop 7  1.5:   10 cpu-clock: ") + two("shop 7  1.6:   20 cpu-clock: "));
  expect(samplesOf(profile)).toEqual(["shop/7|cpu-clock|main;f 2 30"]);
  expect(profile.events).toEqual([{ name: "cpu-clock", unit: "ns" }]);
  expect(codes).toEqual([]);
});

test("symbols hold blanks, parentheses, plus signs and arrows", async () => {
  const symbol = "<&dyn core::ops::function::Fn<(), Output = (i32, u8)> + core::marker::Sync>::call_once";
  const { profile } = await read(
    `c 1 1.5: 1 e:\n\t 1 ${symbol}+0x4c3 (/tmp/a (deleted))\n\t 2 m::f::<fn(u8) -> u8> ([kernel.kallsyms])\n\n`,
  );
  expect(stacksOf(profile)).toEqual([`m::f::<fn(u8) -> u8> [k];${symbol}`]);
  expect(profile.strings).toContain("/tmp/a (deleted)");
});

test("inlined frames are marked, unknown ones too", async () => {
  const { profile } = await read(
    "c 1 1.5: 1 e:\n\t 1 g+0x1 (inlined)\n\t 1 f+0x1 (/x)\n\t 7f [unknown] ([unknown])\n\n",
  );
  expect(stacksOf(profile)).toEqual(["[unknown] ?;f;g (inlined)"]);
  expect(profile.inlines).toBe(true);
});

test.each([
  [
    "the symbol in the place of a lost name, the function under another name",
    ["9a P::put (/x)", "9a write (inlined)", "9a put<W> (inlined)", "7b main (/x)"],
    "main;P::put;write (inlined)",
  ],
  [
    "the symbol in the place of a lost name, the function as it is called",
    ["9a P::put (/x)", "9a write (inlined)", "9a P::put (/x)", "7b main (/x)"],
    "main;P::put;write (inlined)",
  ],
  ["the same below a call", ["3 leaf (/x)", "9a P::put (/x)", "9a put<W> (inlined)"], "P::put;leaf"],
  ["a lost name alone", ["9a P::put (/x)", "9a P::put (/x)", "7b main (/x)"], "main;P::put"],
  [
    "recursion at one place",
    ["3 leaf (/x)", "9a f (/x)", "9a f (/x)", "1 i (inlined)", "1 g (/x)"],
    "g;i (inlined);f;f;leaf",
  ],
  [
    "recursion at one place, with what is inlined there",
    ["9a i (inlined)", "9a f (/x)", "9a i (inlined)", "9a f (/x)"],
    "f;i (inlined);f;i (inlined)",
  ],
  ["recursion from another place", ["9a f (/x)", "8 i (inlined)", "8 f (/x)"], "f;i (inlined);f"],
])("what belongs to one address: %s", async (_, lines, stack) => {
  const frames = lines.map((line) => `\t ${line.replace(/^\w+ \S+/, "$&+0x1")}\n`).join("");
  // The first sample tells that inlined frames are among them.
  const { profile } = await read(`c 1 1.5: 1 e:\n\t 1 i+0x1 (inlined)\n\nc 1 1.5: 1 e:\n${frames}\n`);
  expect(stacksOf(profile)).toContain(stack);
});

test("a place stands on a line of its own, and takes the mark of an inlined call with it", async () => {
  const text =
    "c 1 1.5: 1 e:\n\t 1 g+0x1\n  /src/a.rs:5 (inlined)\n\t 1 f+0x1 (/x)\n  /src/b.rs:9\n\t 2 h+0x1 (/x)\n  libc.so.6[27249]\n\n";
  const { profile } = await read(text + text);
  expect(stacksOf(profile)).toEqual(["h;f@/src/b.rs:9;g@/src/a.rs:5 (inlined)"]);
});

test("without a call graph a sample is one line, indented by its process name", async () => {
  const line = "            shop 7  1.5:  10 cpu-clock:      55b a::b+0x20 (/x)\n";
  const { profile } = await read(line + line + line.replace("a::b", "a::c"));
  expect(samplesOf(profile)).toEqual(["shop/7|cpu-clock|a::b 2 20", "shop/7|cpu-clock|a::c 1 10"]);
});

test("fields may be missing: no time, no header, no symbol, no address", async () => {
  expect(samplesOf((await read("shop \n\t 1 f\n\t 2 main\n\nshop \n\t 1 f\n\n")).profile)).toEqual([
    "shop|samples|main;f 1 1",
    "shop|samples|f 1 1",
  ]);
  expect(samplesOf((await read("\t  1 f\n\t  2 main\n\n\t  1 f\n\n")).profile)).toEqual([
    "|samples|main;f 1 1",
    "|samples|f 1 1",
  ]);
  expect(stacksOf((await read("c 1 1.5: 1 e:\n\t  1a\n\t  2b (/x)\n\n")).profile)).toEqual(["[unknown] ?;[unknown] ?"]);
  expect(stacksOf((await read("c 1 1.5: 1 e:\n g+0x1 (/x)\n main+0x1 (/x)\n\n")).profile)).toEqual(["main;g"]);
});

test("events, threads and samples without a stack stay apart; side-band records and comments are passed over", async () => {
  const text = [
    "# ========",
    "a 1/2 [000] 1.0: PERF_RECORD_COMM exec: a:1/2",
    "a 1/2 [000] 1.5: 3 cycles:",
    "\t 1 f (/x)",
    "",
    "b 1/3 [000] 1.6: 1 page-faults:",
    "",
    "",
  ].join("\n");
  const { profile, codes } = await read(text);
  expect(samplesOf(profile)).toEqual(["a 1/2|cycles|f 1 3", "b 1/3|page-faults| 1 1"]);
  expect(codes).toEqual([]);
});

test("line ends of other systems, byte order mark and spaces in the place of tabs do no harm", async () => {
  const text = two("shop 7  1.5:   10 cpu-clock: ");
  for (const variant of [text.replaceAll("\n", "\r\n"), `\uFEFF${text}`, text.replaceAll("\t", "        ")]) {
    expect(samplesOf((await read(variant)).profile)).toEqual(["shop/7|cpu-clock|main;f 1 10"]);
  }
});

test("a text that ends inside a sample is partial, and says where", async () => {
  const { profile, diagnostics } = await read(`${two("shop 7 1.5: 10 e:")}shop 7 1.6: 10 e:\n\t 1 f+0`);
  expect(profile.partial).toBe(true);
  expect(diagnostics[0]).toMatchObject({ code: "truncated-profile", line: 6 });
});

test("lines that are none of the format are named with what was expected", async () => {
  const { profile, diagnostics } = await read(
    `${two("shop 7 1.5: 10 e:")}what is this, exactly?\n${two("shop 7 1.6: 10 e:")}`,
  );
  expect(profile.samples.count[0]).toBe(2);
  expect(diagnostics[0]).toMatchObject({ code: "perf-line", line: 5 });
  expect(diagnostics[0]!.message).toContain("expected a sample's first line");
});

test("frames before the first header are the rest of a sample that was cut off", async () => {
  const { profile, codes } = await read(`\t 2 main (/x)\n\n${two("shop 7 1.5: 10 e:")}`);
  expect(stacksOf(profile)).toEqual(["main;f"]);
  expect(codes).toEqual(["perf-line"]);
});

test("a stack of 200,000 frames is read", async () => {
  const { profile } = await read(`c 1 1.5: 1 e:\n${"\t 1 f+0x1 (/x)\n\t 2 g+0x1 (/x)\n".repeat(100_000)}\n`);
  expect(profile.stacks.length).toBe(200_000);
  expect(profile.frames.length).toBe(2);
});

test("where the chunks are cut does not matter", async () => {
  const text = `${two("shop 7 1.5: 10 e:") + two("shop worker 2 8 1.6: 11 e:")}\n`;
  const whole = samplesOf((await read(text)).profile);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(text.length), { maxLength: 12 }), async (cuts) => {
      const bounds = [0, ...cuts.toSorted((a, b) => a - b), text.length];
      async function* chunks() {
        for (let at = 1; at < bounds.length; at++) yield Buffer.from(text).subarray(bounds[at - 1], bounds[at]);
      }
      expect(samplesOf((await importProfile(chunks())).value)).toEqual(whole);
    }),
    { numRuns: 40 },
  );
});

test("an indented frame is no sample of its own", () => {
  expect(isOneLineSample("           33af0 core::fmt::write+0x58 (/x)")).toBe(false);
});
