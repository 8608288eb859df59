import { expect, test } from "@jest/globals";
import { Function as Func, Line, Location, Mapping, Profile, Sample, StringTable, ValueType } from "pprof-format";
import { findJsonError } from "../../../src/profile/import/json.ts";
import { frameText, read, samplesOf, stacksOf } from "./support.ts";

// Firefox Profiler

const thread = {
  name: "main",
  processName: "shop",
  pid: "5",
  tid: 6,
  stringArray: ["main", "0x10", "shop::f", "git:host/rust:library/core/src/a.rs:abc", "write"],
  samples: { length: 3, weightType: "samples", stack: [1, 1, null], weight: null },
  stackTable: { length: 2, prefix: [null, 0], frame: [0, 1] },
  frameTable: { length: 2, func: [0, 1], line: [null, 7], inlineDepth: [0, 1], address: [1, 16], category: [0, 1] },
  funcTable: { length: 2, name: [0, 2], fileName: [null, 3], resource: [-1, 0] },
  resourceTable: { lib: [0] },
};
const firefox = {
  meta: { version: 24, symbolicated: true, categories: [{ name: "User" }, { name: "Kernel" }] },
  libs: [{ name: "shop", path: "/bin/shop" }],
  threads: [thread],
};

test("Firefox: stacks, inlined frames, files in repositories, samples without a stack", async () => {
  const { profile, codes } = await read(JSON.stringify(firefox));
  expect(samplesOf(profile)).toEqual([
    "main 5/6|samples|main;shop::f@library/core/src/a.rs:7 (inlined) [k] 2 2",
    "main 5/6|samples| 1 1",
  ]);
  expect(codes).toEqual([]);
});

test("Firefox: tables and strings may be shared by the threads", async () => {
  const { stringArray, ...rest } = thread;
  const { profile } = await read(JSON.stringify({ ...firefox, shared: { stringArray }, threads: [rest] }));
  expect(stacksOf(profile)[0]).toContain("shop::f");
});

const raw = {
  ...firefox,
  meta: { symbolicated: false },
  threads: [
    {
      ...thread,
      funcTable: { length: 2, name: [0, 1], resource: [0, 0] },
      frameTable: { func: [0, 1], address: [1, 16] },
    },
  ],
};

test("Firefox: a profile of bare addresses says so", async () => {
  const { profile, codes } = await read(JSON.stringify(raw));
  expect(stacksOf(profile)[0]).toBe("main;0x10 ?");
  expect(codes).toEqual(["unsymbolicated-profile"]);
});

test("Firefox: samply's answers turn an address into the function and what is inlined into it", async () => {
  const symbols = {
    shop: {
      "0x10": { function: "f", file: "/a.rs", line: 3, inlines: [{ function: "h" }, { function: "g", line: 2 }] },
    },
  };
  const { profile } = await read(JSON.stringify(raw), { symbols });
  expect(stacksOf(profile)[0]).toBe("main;f@/a.rs:3;g (inlined);h (inlined)");
  const sidecar = {
    string_table: ["f", "g", "/a.rs"],
    data: [
      {
        debug_name: "shop",
        symbol_table: [{ rva: 8, size: 16, symbol: 0, frames: [{ function: 1, file: 2, line: 4 }, { function: 0 }] }],
        known_addresses: [[16, 0]],
      },
    ],
  };
  const second = await read(JSON.stringify(raw), { symbols: sidecar });
  expect(stacksOf(second.profile)[0]).toBe("main;f;g@/a.rs:4 (inlined)");
});

test("Firefox: references into nothing are reported", async () => {
  const { codes } = await read(
    JSON.stringify({ ...firefox, threads: [{ ...thread, samples: { stack: [99], weight: null } }] }),
  );
  expect(codes).toContain("firefox-table");
});

// speedscope

const speedscope = (profiles: unknown[]) =>
  JSON.stringify({
    $schema: "https://www.speedscope.app/file-format-schema.json",
    shared: { frames: [{ name: "main" }, { name: "f", file: "a.rs", line: 3 }, { name: "g" }] },
    profiles,
  });

test("speedscope: sampled profiles", async () => {
  const { profile } = await read(
    speedscope([
      { type: "sampled", name: "shop pid: 1, tid: 2", unit: "milliseconds", samples: [[0, 1], [0]], weights: [2, 3] },
    ]),
  );
  expect(samplesOf(profile)).toEqual(["shop 1/2|time|main;f@a.rs:3 1 2000000", "shop 1/2|time|main 1 3000000"]);
});

test("speedscope: evented profiles give each stack the time it was open", async () => {
  const events = [
    ["O", 0, 0],
    ["O", 1, 2],
    ["C", 1, 5],
    ["C", 0, 6],
  ].map(([type, frame, at]) => ({ type, frame, at }));
  const { profile } = await read(speedscope([{ type: "evented", name: "t", unit: "none", startValue: 0, events }]));
  expect(samplesOf(profile)).toEqual(["t|samples|main 0 3", "t|samples|main;f@a.rs:3 0 3"]);
});

test("JSON that was cut off keeps what was whole", async () => {
  const text = speedscope([
    { type: "sampled", name: "t", unit: "none", samples: [[0, 1], [0]], weights: [1, 1] },
    { type: "sampled", name: "u", unit: "none", samples: [[0, 2]], weights: [1] },
  ]);
  const { profile, codes } = await read(text.slice(0, text.indexOf('"u"')));
  expect(stacksOf(profile)).toEqual(["main;f@a.rs:3", "main"]);
  expect(codes).toEqual(["truncated-profile"]);
  expect(profile.partial).toBe(true);
});

// pprof

function pprof(): Uint8Array {
  const strings = new StringTable();
  const s = (text: string) => strings.dedup(text);
  const func = (id: number, name: string) =>
    new Func({ id, name: s(name), systemName: s(`_R${name}`), filename: s("/a.rs") });
  return new Profile({
    stringTable: strings,
    sampleType: [
      new ValueType({ type: s("samples"), unit: s("count") }),
      new ValueType({ type: s("cpu"), unit: s("milliseconds") }),
    ],
    mapping: [new Mapping({ id: 1, filename: s("/bin/x") })],
    function: [func(1, "main"), func(2, "f"), func(3, "g")],
    location: [
      new Location({ id: 1, mappingId: 1, line: [new Line({ functionId: 1, line: 9 })] }),
      new Location({
        id: 2,
        mappingId: 1,
        line: [new Line({ functionId: 3, line: 1 }), new Line({ functionId: 2, line: 2 })],
      }),
      new Location({ id: 3, address: 255, mappingId: 1 }),
    ],
    sample: [new Sample({ locationId: [2, 1], value: [3, 5] }), new Sample({ locationId: [3], value: [1, 1] })],
  }).encode();
}

test("pprof: inlined lines, bare addresses, units; the last sample type comes first", async () => {
  const { profile, codes } = await read(pprof());
  expect(profile.events).toEqual([
    { name: "cpu", unit: "ns" },
    { name: "samples", unit: "count" },
  ]);
  expect(samplesOf(profile)).toEqual([
    "|cpu|main@/a.rs:9;f@/a.rs:2;g@/a.rs:1 (inlined) 3 5000000",
    "|samples|main@/a.rs:9;f@/a.rs:2;g@/a.rs:1 (inlined) 3 3",
    "|cpu|0xff ? 1 1000000",
    "|samples|0xff ? 1 1",
  ]);
  expect(profile.strings[profile.frames.linkage[0]!]).toBe("_Rmain");
  expect(codes).toEqual([]);
});

test("pprof: a message that breaks off is partial", async () => {
  const bytes = pprof();
  const { profile, codes } = await read(bytes.subarray(0, bytes.length - 9));
  expect(codes).toContain("truncated-profile");
  expect(profile.partial).toBe(true);
});

test("perf report: chains, amounts, and rows whose chains were left out", async () => {
  const text = [
    "# Samples: 10  of event 'cycles'",
    "# Event count (approx.): 1000",
    "#",
    "# Overhead  Command  Shared Object  Symbol",
    "# ........  .......  .............  ......",
    "    60.00%  shop     shop           [.] f",
    "40.00% main;f",
    "10.00% main;g (inlined);f",
    "    40.00%  shop     libc.so.6      [k] write",
    "40.00% main;write",
    "",
  ].join("\n");
  const { profile } = await read(text);
  expect(samplesOf(profile)).toEqual([
    "shop|cycles|main;f 0 400",
    "shop|cycles|main;g (inlined);f 0 100",
    "shop|cycles|f 0 100",
    "shop|cycles|main;write 0 400",
  ]);
});

test("perf report: chains may begin with the callee", async () => {
  const { profile } = await read(
    "# Samples: 1 of event 'c'\n# Event count (approx.): 100\n    60.00%  a  b  [.] f\n60.00% f;main\n",
  );
  expect(stacksOf(profile)).toEqual(["main;f"]);
});

test("perf report with --children uses the self column, and says so", async () => {
  const head =
    "# Samples: 1 of event 'c'\n# Event count (approx.): 100\n#\n#   Children      Self  Command  Shared  Symbol\n";
  const { profile, codes } = await read(`${head}    60.00%    20.00%  a  b  [.] f\n20.00% main;f\n40.00% main;f;g\n`);
  expect(samplesOf(profile).map((line) => line.split("|")[2])).toEqual(["f 0 20"]);
  expect(codes).toEqual(["perf-report-children"]);
  expect(frameText(profile, 0)).toBe("f");
});

test.each([
  ['{"a": [1, 2', 11],
  ['{"a": 1}x', 8],
  ['{"a": [1, 2}', 11],
  ['{"a": "b\u0001"}', 8],
  ['{"a": 1, @}', 9],
])("%j breaks at %d", (text, at) => {
  expect(findJsonError(text)).toBe(at);
});
