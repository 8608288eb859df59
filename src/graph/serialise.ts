/**
 * A {@link CallGraph} as one block of bytes, for a scan that is kept on disk.
 *
 * Layout: eleven 32-bit words (magic, format version, counts of nodes, edges, sites and strings, bytes of the string text and of the
 * meta data, bytes in all, checksum, spare), then the 32-bit columns, the string lengths in UTF-16 units, the 16-bit and the 8-bit
 * columns, all strings as one UTF-8 text, and the meta data as JSON. Words are in the machine's byte order: a file from a machine of
 * another order fails the test of the magic, as any foreign file does.
 */
import { InputError, invariant } from "../base/diagnostic.ts";
import { type CallGraph, type GraphMeta, NODE_POSITIONS, NODE_TEXTS, type NodeColumns } from "./types.ts";

const MAGIC = 0x434d4752;
const FORMAT = 1;
const HEADER_WORDS = 11;
const CHECKSUM_WORD = 9;

const NODE_WORDS = ["key", ...NODE_TEXTS, ...NODE_POSITIONS, "parent", "functions"] as const;
const NODE_BYTES = ["kind", "visibility", "entry"] as const;

interface Counts {
  readonly nodes: number;
  readonly edges: number;
  readonly sites: number;
  readonly strings: number;
}

/** Hands out consecutive parts of a buffer, in the order of the layout. */
class Cursor {
  readonly #buffer: ArrayBufferLike;
  #at: number;

  constructor(bytes: Uint8Array) {
    this.#buffer = bytes.buffer;
    this.#at = bytes.byteOffset;
  }

  words(length: number): Int32Array {
    const part = new Int32Array(this.#buffer, this.#at, length);
    this.#at += length * 4;
    return part;
  }

  halves(length: number): Uint16Array {
    const part = new Uint16Array(this.#buffer, this.#at, length);
    this.#at += length * 2;
    return part;
  }

  bytes(length: number): Uint8Array {
    const part = new Uint8Array(this.#buffer, this.#at, length);
    this.#at += length;
    return part;
  }
}

/** Views of all columns over one buffer: the same code lays out what is written and what is read. */
function layOut(cursor: Cursor, counts: Counts) {
  const words: Record<string, Int32Array> = {};
  for (const name of NODE_WORDS) words[name] = cursor.words(counts.nodes);
  const edgeWords = {
    source: cursor.words(counts.edges),
    target: cursor.words(counts.edges),
    why: cursor.words(counts.edges),
    siteStart: cursor.words(counts.edges + 1),
  };
  const siteWords = {
    file: cursor.words(counts.sites),
    line: cursor.words(counts.sites),
    column: cursor.words(counts.sites),
  };
  const stringLengths = cursor.words(counts.strings);
  const flags = cursor.halves(counts.nodes);
  const bytes: Record<string, Uint8Array> = {};
  for (const name of NODE_BYTES) bytes[name] = cursor.bytes(counts.nodes);
  return {
    nodes: { length: counts.nodes, ...words, ...bytes, flags } as unknown as NodeColumns,
    edges: {
      length: counts.edges,
      ...edgeWords,
      kind: cursor.bytes(counts.edges),
      confidence: cursor.bytes(counts.edges),
    },
    sites: { length: counts.sites, ...siteWords, how: cursor.bytes(counts.sites) },
    stringLengths,
  };
}

/** Bytes of the columns alone. */
function columnBytes(counts: Counts): number {
  const words = counts.nodes * NODE_WORDS.length + counts.edges * 4 + 1 + counts.sites * 3 + counts.strings;
  return words * 4 + counts.nodes * (2 + NODE_BYTES.length) + counts.edges * 2 + counts.sites;
}

/** FNV-1a over 32-bit words and the odd bytes at the end; finds damage, not malice. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words[i]!, 0x01000193);
  for (let i = words.length * 4; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash | 0;
}

/** Returns the graph as bytes; equal graphs give equal bytes. */
export function serialiseColumns(graph: CallGraph): Uint8Array {
  const encoder = new TextEncoder();
  const text = encoder.encode(graph.strings.join(""));
  const meta = encoder.encode(JSON.stringify(graph.meta));
  const counts: Counts = {
    nodes: graph.nodes.length,
    edges: graph.edges.length,
    sites: graph.sites.length,
    strings: graph.strings.length,
  };
  const size = HEADER_WORDS * 4 + columnBytes(counts) + text.length + meta.length;
  const bytes = new Uint8Array(size);
  const cursor = new Cursor(bytes);
  const header = cursor.words(HEADER_WORDS);
  header.set([MAGIC, FORMAT, counts.nodes, counts.edges, counts.sites, counts.strings, text.length, meta.length, size]);
  const columns = layOut(cursor, counts);
  copyColumns(graph.nodes, columns.nodes);
  copyColumns(graph.edges, columns.edges);
  copyColumns(graph.sites, columns.sites);
  for (let i = 0; i < counts.strings; i++) columns.stringLengths[i] = graph.strings[i]!.length;
  cursor.bytes(text.length).set(text);
  cursor.bytes(meta.length).set(meta);
  header[CHECKSUM_WORD] = checksum(bytes.subarray(HEADER_WORDS * 4));
  return bytes;
}

/** Copies every column of `from` into the column of the same name. */
function copyColumns(from: object, to: object): void {
  const source = from as Record<string, Int32Array | number>;
  const target = to as Record<string, Int32Array | number>;
  for (const [name, column] of Object.entries(target)) {
    if (typeof column === "number") continue;
    const values = source[name];
    invariant(typeof values === "object" && values.length === column.length, `column ${name} has one value per row`);
    column.set(values);
  }
}

function damaged(message: string): InputError {
  return new InputError([{ severity: "error", code: "damaged-scan", message, hint: "scan the workspace again" }]);
}

/**
 * Returns the graph that {@link serialiseColumns} wrote; its columns are views of `bytes`, which must not change afterwards.
 * Throws an {@link InputError} (`damaged-scan`) for bytes that are foreign, of another version, truncated or damaged.
 */
export function readColumns(bytes: Uint8Array): CallGraph {
  if (bytes.byteLength < HEADER_WORDS * 4) throw damaged("a kept scan is too short to be one");
  if (bytes.byteOffset % 4 !== 0) bytes = bytes.slice();
  const cursor = new Cursor(bytes);
  const header = cursor.words(HEADER_WORDS);
  if (header[0] !== MAGIC) throw damaged("the file is no kept scan of callmap");
  if (header[1] !== FORMAT) throw damaged(`a kept scan has format ${header[1]}, this version reads ${FORMAT}`);
  const [nodes, edges, sites, strings, textBytes, metaBytes, size] = [...header.subarray(2, CHECKSUM_WORD)] as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const counts: Counts = { nodes, edges, sites, strings };
  const expected = HEADER_WORDS * 4 + columnBytes(counts) + textBytes + metaBytes;
  if (Math.min(nodes, edges, sites, strings, textBytes, metaBytes) < 0 || size !== expected)
    throw damaged("a kept scan has an impossible header");
  if (bytes.byteLength !== size) throw damaged(`a kept scan has ${bytes.byteLength} bytes instead of ${size}`);
  if (checksum(bytes.subarray(HEADER_WORDS * 4)) !== header[CHECKSUM_WORD]) throw damaged("a kept scan is damaged");
  const columns = layOut(cursor, counts);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const texts = splitText(decoder.decode(cursor.bytes(textBytes)), columns.stringLengths);
  const meta = JSON.parse(decoder.decode(cursor.bytes(metaBytes))) as GraphMeta;
  return { meta, strings: texts, nodes: columns.nodes, edges: columns.edges, sites: columns.sites };
}

function splitText(text: string, lengths: Int32Array): string[] {
  const strings = new Array<string>(lengths.length);
  let at = 0;
  for (let i = 0; i < lengths.length; i++) {
    strings[i] = text.slice(at, at + lengths[i]!);
    at += lengths[i]!;
  }
  return strings;
}
