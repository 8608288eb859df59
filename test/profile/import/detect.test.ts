import { gzipSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { detectFormat } from "../../../src/profile/import/detect.ts";
import { importProfile } from "../../../src/profile/import/import.ts";
import { read, stacksOf } from "./support.ts";

const FOLDED = "main;a::f 3\nmain;a::g 4\n";

test.each([
  ["", "empty"],
  ["  \n\n", "empty"],
  ["main;f 3\n", "folded"],
  ["PERFILE2\0\0", "perf-data"],
  ["{}", "json"],
  ["<svg></svg>", "svg"],
  ["PK\u0003\u0004", "archive"],
  ["events: Ir\nfl=a\nfn=b\n3 4\n", "callgrind"],
  ["shop 7 1.5: 10 e:\n\t 1 f (/x)\n", "perf-script"],
  ["\0\u0001\u0002\u0003\0\u0001\u0002\u0003", "binary"],
  ['fn main() {\n    println!("hi");\n}\n', "unknown"],
])("%j is %s", (text, format) => {
  expect(detectFormat(Buffer.from(text, "latin1"), true)).toBe(format);
});

test("cost lines of callgrind are not taken for folded stacks", () => {
  const text = `# callgrind format\nevents: Ir\nfl=(1) a.rs\nfn=(1) main\n${"0 5\n".repeat(500)}`;
  expect(detectFormat(Buffer.from(text), false)).toBe("callgrind");
});

test("gzip is unpacked, also in several members", async () => {
  const half = FOLDED.length / 2;
  const members = [gzipSync(FOLDED.slice(0, half)), gzipSync(FOLDED.slice(half))];
  const { profile, codes } = await read(Buffer.concat(members));
  expect(stacksOf(profile)).toEqual(["main;a::f", "main;a::g"]);
  expect(codes).toEqual([]);
});

test("gzip that was cut off keeps what could be unpacked", async () => {
  const lines = Array.from({ length: 20_000 }, (_, n) => `main;f${(n * 7919) % 10007} ${n}\n`).join("");
  const packed = gzipSync(lines);
  const { profile, codes } = await read(packed.subarray(0, packed.length >> 1));
  expect(profile.samples.length).toBeGreaterThan(100);
  expect(codes).toContain("damaged-gzip");
  expect(profile.partial).toBe(true);
});

test("UTF-16, as some shells redirect it, is read", async () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(FOLDED, "utf16le")]);
  expect(stacksOf((await read(bytes)).profile)).toEqual(["main;a::f", "main;a::g"]);
});

test.each([
  ["", "empty-profile"],
  ["PERFILE2\0", "perf-data"],
  ["hello world\n", "unknown-format"],
  ['{"traceEvents": []}', "unknown-format"],
  ['{"a": ', "invalid-json"],
  ["[1, 2", "unknown-format"],
  ['{"a" 1}', "invalid-json"],
  ["# callgrind format\nevents: Ir\nfl=x\nfn=y\n", "no-samples"],
])("%j ends in the error %s", async (text, code) => {
  const { profile, diagnostics } = await read(text);
  const error = diagnostics.find((diagnostic) => diagnostic.severity === "error");
  expect(error?.code).toBe(code);
  expect(profile.partial).toBe(true);
});

test("a format that is given overrides what the content looks like", async () => {
  const { profile } = await read("a 1\nb 2\n", { format: "folded" });
  expect(profile.samples.length).toBe(2);
});

test("a stream that breaks is reported, with what came before it", async () => {
  async function* chunks() {
    yield Buffer.from(FOLDED.repeat(5000));
    throw new Error("disk on fire");
  }
  const { value, diagnostics } = await importProfile(chunks());
  expect(value.samples.weight[0]).toBe(15_000);
  expect(diagnostics.map((d) => d.code)).toEqual(["unreadable-profile"]);
});

test("no input throws", async () => {
  const piece = fc.constantFrom(
    "shop 7 1.5: 10 e:\n",
    "\t 1 f (/x)\n",
    "\n",
    "main;f 3\n",
    "fn=(1) a\n",
    "fl=(1) x\n",
    "events: Ir\n",
    "positions: instr line\n",
    "calls=1 2\n",
    "cfn=(2)\n",
    "+3 4\n",
    "* *\n",
    "0x 1\n",
    "totals: 1\n",
    "part: 2\n",
    "  a.rs:3 (inlined)\n",
    "    1.00%  a  b  [.] f\n",
    "1.00% a;b\n",
    '{"meta": {}, "threads": [',
    '{"samples": {"stack": [0]}}',
    "]}",
    "\u0000\u00ff",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), fc.string(), async (pieces, tail) => {
      const { diagnostics } = await read(pieces.join("") + tail);
      expect(diagnostics.every((diagnostic) => diagnostic.message !== "")).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("no bytes throw", async () => {
  const head = fc.constantFrom(
    [],
    [0x1f, 0x8b],
    [0x0a, 4, 8, 1, 16, 2],
    [0x12, 2, 8, 1],
    [0xff, 0xfe],
    [0xef, 0xbb, 0xbf],
  );
  await fc.assert(
    fc.asyncProperty(head, fc.uint8Array({ maxLength: 200 }), async (start, rest) => {
      await read(Buffer.concat([Uint8Array.from(start), rest]));
    }),
    { numRuns: 300 },
  );
});

test("numbers that no counter holds are named, not added up", async () => {
  const huge = "99999999999999999999999";
  const perf = await read(`c 1 1.5: ${huge} e:\n\t 1 f (/x)\n\nc 1 1.6: 2 e:\n\t 1 f (/x)\n\n`);
  expect([perf.profile.samples.weight[0], perf.codes]).toEqual([2, ["perf-line"]]);
  const folded = await read(`main;f ${huge}\nmain;f 2\n`);
  expect([folded.profile.samples.weight[0], folded.codes]).toEqual([2, ["folded-line"]]);
});

test("control characters in a callgrind file do not stop reading", async () => {
  const { profile, codes } = await read(
    "# callgrind format\nevents: Ir\nfl=a\nfn=b\n1 \u0001 2\n3 4\u0000\ntotals: 6\n",
  );
  expect(profile.calls!.functions.self[0]).toBe(6);
  expect(codes).toEqual([]);
});
