/**
 * Hands texts to tree-sitter: writes them straight into its memory, where web-tree-sitter would make strings of them and copy those unit by
 * unit through a DataView.
 *
 * It stands in for the import `tree_sitter_parse_callback` of web-tree-sitter's module, which is no public interface; the version is pinned,
 * and {@link instantiateWith} refuses a module without that import.
 */
import { invariant } from "../base/diagnostic.ts";
import type { WasmMemory } from "./heap.ts";

/** What a WebAssembly module imports, by namespace and name. */
export interface Imports {
  readonly env: Readonly<Record<string, unknown>>;
  readonly [namespace: string]: unknown;
}

/** Not in TypeScript's ES libraries. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => object;
};

/** UTF-16 units at once: tree-sitter's buffer has 10 KiB. */
const CHUNK = 5000;
const CALLBACK = "tree_sitter_parse_callback";

export class TextFeed {
  /** What is parsed next. */
  text = "";
  private readonly memory: WasmMemory;
  private buffer: ArrayBuffer;
  private units: Uint16Array;
  private lengths: Int32Array;

  constructor(memory: WasmMemory) {
    this.memory = memory;
    this.buffer = memory.buffer;
    this.units = new Uint16Array(this.buffer);
    this.lengths = new Int32Array(this.buffer);
  }

  /** Emscripten's hook `instantiateWasm`, for the module in `bytes`: texts come from here. */
  instantiateWith(bytes: Uint8Array): (imports: Imports, receive: (instance: object, module: object) => void) => void {
    return (imports, receive) => {
      invariant(CALLBACK in imports.env, "tree-sitter asks for its text");
      const give = this.give.bind(this);
      const module = new WebAssembly.Module(bytes);
      receive(new WebAssembly.Instance(module, { ...imports, env: { ...imports.env, [CALLBACK]: give } }), module);
    };
  }

  /** Writes the text from `index` on, as far as it fits, at address `to`, and at address `length` how many units that are: none at the end. */
  private give(to: number, index: number, _row: number, _column: number, length: number): void {
    this.refresh();
    const { text, units } = this;
    let count = Math.max(0, Math.min(text.length - index, CHUNK));
    // The two units of a character are not parted.
    if (count === CHUNK && (text.charCodeAt(index + count) & 0xfc00) === 0xdc00) count--;
    for (let i = 0, at = to >> 1; i < count; i++) units[at + i] = text.charCodeAt(index + i);
    this.lengths[length >> 2] = count;
  }

  /** A memory that grew has a new buffer. */
  private refresh(): void {
    if (this.memory.buffer === this.buffer) return;
    this.buffer = this.memory.buffer;
    this.units = new Uint16Array(this.buffer);
    this.lengths = new Int32Array(this.buffer);
  }
}
