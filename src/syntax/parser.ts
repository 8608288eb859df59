/**
 * Rust text → {@link FlatTree}. The only folder that knows web-tree-sitter; nothing of it shows outside.
 */
import { Language, Parser, type Tree } from "web-tree-sitter";
import { invariant } from "../base/diagnostic.ts";
import { condense, placesOf } from "./condense.ts";
import { readByCursor } from "./cursor.ts";
import { TextFeed } from "./feed.ts";
import { END, type FlatTree, grown, NODE, type Reading, START } from "./flat.ts";
import { type Translation, translate } from "./grammar.ts";
import { HeapReader, type WasmMemory } from "./heap.ts";
import { repair } from "./repair.ts";

/** How a parser gets at its trees: `heap` is the fast way, `cursor` the slow and certain one. */
export type ReadingMode = "heap" | "cursor";

/** 64 KiB pages: 32 MB to begin with, at most 2 GB. */
const PAGES = { initial: 512, maximum: 32768 } as const;
const FIRST_CAPACITY = 1 << 16;

/** Parses Rust. Not to be used again from inside its own result: the tree's buffer is shared between calls. */
export class RustParser {
  /** How trees are read. */
  readonly mode: ReadingMode;
  private readonly parser: Parser;
  private readonly feed: TextFeed;
  private readonly heap: HeapReader | null;
  private readonly translation: Translation;
  private buffer: Int32Array = new Int32Array(FIRST_CAPACITY);
  private places: Int32Array = new Int32Array(FIRST_CAPACITY);

  /** For {@link loadParser}; `heap` null means reading by cursor. */
  constructor(parser: Parser, feed: TextFeed, translation: Translation, heap: HeapReader | null) {
    this.parser = parser;
    this.feed = feed;
    this.translation = translation;
    this.heap = heap;
    this.mode = heap ? "heap" : "cursor";
  }

  /**
   * Returns the tree of `text`, whatever its faults (they are nodes of kind Error and Missing). It stays valid until
   * the next call. `shift` is subtracted from all offsets, for a text that was put behind a prefix. With `tests` false, modules under
   * `#[cfg(test)]` may be left empty.
   */
  parse(text: string, shift = 0, tests = true): FlatTree {
    const condensed = condense(text, tests);
    const { data, length, errors } = this.read(condensed.text, 0);
    // A text that cannot be read as it is was perhaps not condensed well either.
    if (errors > 0) return this.parseWhole(text, shift);
    this.places = grown(this.places, condensed.text.length + 1);
    placesOf(condensed, this.places);
    replace(data, length, this.places, shift);
    return { data, length, errors, repaired: false };
  }

  private parseWhole(text: string, shift: number): FlatTree {
    const tree = this.read(text, shift);
    if (tree.errors === 0) return { ...tree, repaired: false };
    const changed = repair(text);
    if (changed === text) return { ...tree, repaired: false };
    const spare = this.buffer;
    this.buffer = new Int32Array(FIRST_CAPACITY);
    const again = this.read(changed, shift);
    if (again.errors < tree.errors) return { ...again, repaired: true };
    this.buffer = spare;
    return { ...tree, repaired: false };
  }

  private read(text: string, shift: number): Reading {
    this.feed.text = text;
    const tree = this.parser.parse(fed);
    invariant(tree !== null, "a parse without time limit ends");
    try {
      const reading = this.heap
        ? this.heap.read(addressOf(tree), shift, this.buffer)
        : readByCursor(tree, this.translation, shift, this.buffer);
      this.buffer = reading.data;
      return reading;
    } finally {
      tree.delete();
    }
  }
}

/** Puts the nodes of a condensed text's tree where they stand in the original. A node ends behind its last unit, not before what was cut there. */
function replace(data: Int32Array, length: number, places: Int32Array, shift: number): void {
  for (let node = 0; node < length; node += NODE) {
    const start = data[node + START]!;
    const end = data[node + END]!;
    data[node + START] = places[start]! - shift;
    data[node + END] = (end > start ? places[end - 1]! + 1 : places[start]!) - shift;
  }
}

/** web-tree-sitter wants a function that gives the text, and does not call it: see `feed.ts`. */
function fed(): undefined {
  return undefined;
}

/** What a parser is made of: two WebAssembly modules. */
export interface GrammarFiles {
  /** The grammar of Rust. */
  readonly language: Uint8Array;
  /** tree-sitter itself, as web-tree-sitter ships it. */
  readonly runtime: Uint8Array;
}

/**
 * Loads the grammar and returns a parser. The heap reader is compared with a cursor on a sample first, and left aside
 * when they differ or when `mode` is `cursor`. Throws when the bytes are no grammar of Rust that callmap knows.
 */
export async function loadParser(files: GrammarFiles, mode: ReadingMode = "heap"): Promise<RustParser> {
  const { memory, feed } = await initialise(files.runtime);
  const language = await Language.load(files.language);
  const { translation, missing } = translate(language);
  invariant(missing.length === 0, `the grammar lacks ${missing.join(", ")}`);
  const parser = new Parser();
  parser.setLanguage(language);
  const byCursor = new RustParser(parser, feed, translation, null);
  if (mode === "cursor") return byCursor;
  try {
    const byHeap = new RustParser(parser, feed, translation, new HeapReader(memory, addressOf(language), translation));
    return sameTrees(byHeap, byCursor) ? byHeap : byCursor;
  } catch {
    return byCursor; // A layout that leads outside the memory is one more way to differ.
  }
}

/** Not in TypeScript's ES libraries. */
declare const WebAssembly: { readonly Memory: new (pages: { initial: number; maximum: number }) => WasmMemory };

/** tree-sitter's memory, and the way in. */
interface Runtime {
  readonly memory: WasmMemory;
  readonly feed: TextFeed;
}

/** web-tree-sitter is one instance per process: its memory is made once, and is ours, so that we can read and write it. */
let running: Promise<Runtime> | undefined;

function initialise(bytes: Uint8Array): Promise<Runtime> {
  running ??= (async () => {
    const memory = new WebAssembly.Memory(PAGES);
    const feed = new TextFeed(memory);
    const options = { wasmMemory: memory, instantiateWasm: feed.instantiateWith(bytes) };
    await Parser.init(options as Parameters<typeof Parser.init>[0]);
    return { memory, feed };
  })();
  return running;
}

/** web-tree-sitter's objects keep the address of what they stand for in their property 0. */
function addressOf(handle: Tree | Language): number {
  const address = (handle as unknown as { readonly 0?: unknown })[0];
  invariant(typeof address === "number" && address > 0, "a handle holds an address");
  return address;
}

/** Little, since every run pays for it; the tests compare what trees can hold. Has inline and heap leaves, fields, an extra, an error. */
const SAMPLE = "fn a(b: &u8) -> C { /* é */ b.c(1) } )";

function sameTrees(one: RustParser, other: RustParser): boolean {
  const a = one.parse(SAMPLE);
  const b = other.parse(SAMPLE);
  if (a.length !== b.length || a.errors !== b.errors) return false;
  for (let i = 0; i < a.length; i++) if (a.data[i] !== b.data[i]) return false;
  return true;
}
