/** JSON in passing: whatever the chunks, what is wanted arrives as JSON.parse would give it, and nothing else does. */
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { JsonError, type JsonSink, JsonStream, type Wish } from "../../../src/profile/import/json-stream.ts";

/** Remembers what comes: elements of arrays as lists under their path. */
class Remembering implements JsonSink {
  readonly found: Record<string, unknown> = {};
  private readonly wishes: Readonly<Record<string, Wish>>;

  constructor(wishes: Readonly<Record<string, Wish>>) {
    this.wishes = wishes;
  }

  wish(path: string): Wish {
    return this.wishes[path];
  }

  items(path: string, values: readonly unknown[]): void {
    this.found[path] = [...((this.found[path] as unknown[]) ?? []), ...values];
  }

  whole(path: string, value: unknown): void {
    this.found[path] = value;
  }
}

function readIn(text: string, size: number, wishes: Readonly<Record<string, Wish>>): Remembering {
  const sink = new Remembering(wishes);
  const stream = new JsonStream(sink);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) stream.write(bytes.subarray(at, at + size));
  stream.end();
  return sink;
}

const WISHES = { "": "enter", a: "items", b: "whole", d: "enter", "d.*": "enter", "d.*.a": "whole" } as const;

test("any document in any chunks", () => {
  const document = fc.record({
    skipped: fc.jsonValue(),
    a: fc.array(fc.jsonValue(), { minLength: 1 }),
    b: fc.jsonValue(),
    d: fc.array(fc.record({ z: fc.jsonValue(), a: fc.jsonValue() }), { minLength: 1 }),
  });
  fc.assert(
    fc.property(document, fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, 2), (value, size, indent) => {
      const plain = JSON.parse(JSON.stringify(value)) as typeof value;
      const { found } = readIn(JSON.stringify(value, null, indent), size, WISHES);
      expect(found).toEqual({ a: plain.a, b: plain.b, "d.*.a": plain.d.at(-1)!.a });
    }),
  );
});

test("elements come in batches while the array goes on", () => {
  const sink = new Remembering({ "": "items" });
  const stream = new JsonStream(sink);
  stream.write(Buffer.from("[1, [2, 3], "));
  expect(sink.found).toEqual({ "": [1, [2, 3]] });
  stream.write(Buffer.from('{"x": ",]"}]'));
  stream.end();
  expect(sink.found).toEqual({ "": [1, [2, 3], { x: ",]" }] });
});

test.each([
  ['{"a": [1, 2, 3', [1, 2], true, 1],
  ['{"a": [1, 2,\n@, 3]}', [1, 2], false, 2],
  ['{"a": [1, 2}', [1, 2], false, 1],
  ['{"a": [1]}x', [1], false, 1],
  ['{"a": [1] "b": 2}', [1], false, 1],
  ['{"a": [1], "b"}', [1], false, 1],
  ['{"a": [1], "b": "\u0001"}', [1], false, 1],
] as const)("%j: what is whole is kept, and the place of the mistake told", (text, kept, isCut, line) => {
  for (const size of [1, 3, 100]) {
    const sink = new Remembering(WISHES);
    const stream = new JsonStream(sink);
    const bytes = Buffer.from(text);
    const read = () => {
      for (let at = 0; at < bytes.length; at += size) stream.write(bytes.subarray(at, at + size));
      stream.end();
    };
    let error: unknown;
    try {
      read();
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(JsonError);
    expect((error as JsonError).isCut).toBe(isCut);
    expect((error as JsonError).line).toBe(line);
    expect(sink.found.a).toEqual(kept);
  }
});

test("a million open brackets that nobody wants", () => {
  const depth = 1_000_000;
  const { found } = readIn(`{"x": ${"[".repeat(depth)}${"]".repeat(depth)}, "b": 1}`, 1 << 16, WISHES);
  expect(found).toEqual({ b: 1 });
});
