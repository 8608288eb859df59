/** Protobuf in passing, and pprof on it: the chunks make no difference. */
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { Function as Func, Line, Location, Profile, Sample, StringTable, ValueType } from "pprof-format";
import { importProfile } from "../../../src/profile/import/import.ts";
import { ProtoStream } from "../../../src/profile/import/proto-stream.ts";
import { samplesOf } from "./support.ts";

test("fields of all wire types, in any chunks", () => {
  // 1: 150, 2: "testing", 3: fixed 64 bits, 4: fixed 32 bits, 16: 1 (the manual's own examples, and a key of two bytes)
  const bytes = Uint8Array.of(
    ...[0x08, 0x96, 0x01],
    ...[0x12, 7, ...Buffer.from("testing")],
    ...[0x19, 1, 2, 3, 4, 5, 6, 7, 8],
    ...[0x25, 1, 2, 3, 4],
    ...[0x80, 0x01, 0x01],
  );
  for (let size = 1; size <= bytes.length; size++) {
    const fields: unknown[] = [];
    const stream = new ProtoStream((field, value) =>
      fields.push([field, typeof value === "number" ? value : Buffer.from(value).toString()]),
    );
    for (let at = 0; at < bytes.length; at += size) stream.write(bytes.slice(at, at + size));
    expect(fields).toEqual([
      [1, 150],
      [2, "testing"],
      [16, 1],
    ]);
    expect([stream.isWhole, stream.position]).toEqual([true, bytes.length]);
  }
});

test("a message that breaks off, and one that is none", () => {
  const cut = new ProtoStream(() => undefined);
  expect(cut.write(Uint8Array.of(0x08, 1, 0x12, 7, 65))).toBe(true);
  expect([cut.isWhole, cut.position]).toEqual([false, 2]);
  const bad = new ProtoStream(() => undefined);
  expect(bad.write(Uint8Array.of(0x0b, 1, 2))).toBe(false); // wire type 3
  expect(bad.isWhole).toBe(false);
});

test("pprof: samples in any chunks; equal stacks add up", async () => {
  const strings = new StringTable();
  const s = (text: string) => strings.dedup(text);
  const message = Buffer.from(
    new Profile({
      sampleType: [new ValueType({ type: s("cpu"), unit: s("nanoseconds") })],
      sample: [[2, 1], [1], [2, 1]].map((locationId) => new Sample({ locationId, value: [10] })),
      location: [1, 2].map((id) => new Location({ id, line: [new Line({ functionId: id })] })),
      function: ["main", "größe"].map((name, at) => new Func({ id: at + 1, name: s(name) })),
      stringTable: strings,
    }).encode(),
  );
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: message.length }), async (size) => {
      async function* chunks() {
        for (let at = 0; at < message.length; at += size) yield message.subarray(at, at + size);
      }
      const { value, diagnostics } = await importProfile(chunks(), { format: "pprof" });
      expect(samplesOf(value)).toEqual(["|cpu|main;größe 0 20", "|cpu|main 0 10"]);
      expect(diagnostics).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
