/**
 * Reads a parsed tree straight out of tree-sitter's memory, about ten times faster than a TreeCursor, whose every
 * step crosses into WebAssembly and back.
 *
 * It rests on the layout of `Subtree` and `TSLanguage` in tree-sitter 0.26/0.27 (lib/src/subtree.h, lib/src/parser.h)
 * as wasm32 lays them out, which is no public interface. Hence web-tree-sitter is pinned exactly, `parser.ts` compares
 * this reader with a cursor at start-up, and the tests compare them on whole files.
 *
 * The model. A subtree is either inline (a small leaf in 8 bytes) or a pointer to a heap node, whose children lie right
 * before it, 8 bytes each. Sizes and paddings are relative, so positions are summed on the way. Hidden nodes (rules
 * that begin with `_`, repetitions) are passed through. A production has at most one alias and one field per child;
 * a hidden child hands its own field down to what is visible in it. Extras (comments, errors) have neither.
 */
import { grown, NODE, type Reading } from "./flat.ts";
import { LEAF, type Translation } from "./grammar.ts";
import { Kind } from "./kinds.ts";

/** Bits of an inline subtree's low word; its symbol is the second byte. */
const INLINE = { Is: 1, Visible: 2, Extra: 8, Missing: 32 } as const;
/** Bits of a heap node's flags. */
const HEAP = { Visible: 1, Extra: 4, Missing: 512 } as const;
/** Byte offsets in a heap node. */
const SUBTREE = {
  padding: 4,
  size: 16,
  errorCost: 32,
  childCount: 36,
  symbol: 40,
  flags: 44,
  descendants: 56,
  production: 66,
} as const;
/** Byte offsets in TSLanguage. */
const LANGUAGE = { maxAliasLength: 36, fieldSlices: 64, fieldEntries: 68, publicSymbols: 76, aliases: 84 } as const;
/** `ts_builtin_sym_error_repeat`; from here on symbols stand for themselves. */
const FIRST_ERROR_SYMBOL = 65534;

const MISSING_LEAF = Kind.Missing | LEAF;
const OPERATOR_LEAF = Kind.Operator | LEAF;

/** Integers of one stack frame; see the constants below. */
const FRAME = 10;
/** Frames there is room for at first: deeper than trees of real code. */
const FRAMES = 1 << 11;
const CHILDREN = 0; // Index of the first child's low word.
const AT = 1; // Number of children entered.
const COUNT = 2;
const STRUCTURAL = 3; // Number of children entered that are no extras.
const ALIASES = 4; // Index of the production's alias sequence, or 0.
const FIELDS = 5; // Byte address of the production's first field entry.
const FIELD_COUNT = 6;
const END_AT = 7; // Position behind the node.
const OUT = 8; // Where the node was written, or -1.
const PASSED = 9; // Field that a hidden node hands down.

/** The part of `WebAssembly.Memory` that is used here; growth replaces the buffer. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** Reads trees of one grammar from one memory. */
export class HeapReader {
  private readonly memory: WasmMemory;
  private readonly translation: Translation;
  private readonly maxAliasLength: number;
  private readonly fieldSlices: number;
  private readonly fieldEntries: number;
  private readonly publicSymbols: number;
  private readonly aliases: number;
  private buffer: ArrayBuffer;
  private u8: Uint8Array;
  private u16: Uint16Array;
  private i32: Int32Array;
  private frames: Int32Array = new Int32Array(FRAMES * FRAME);

  /** `language` is the address of the grammar's TSLanguage. */
  constructor(memory: WasmMemory, language: number, translation: Translation) {
    this.memory = memory;
    this.translation = translation;
    this.buffer = memory.buffer;
    this.u8 = new Uint8Array(this.buffer);
    this.u16 = new Uint16Array(this.buffer);
    this.i32 = new Int32Array(this.buffer);
    this.maxAliasLength = this.u16[(language + LANGUAGE.maxAliasLength) >> 1]!;
    this.fieldSlices = this.i32[(language + LANGUAGE.fieldSlices) >> 2]! >> 1;
    this.fieldEntries = this.i32[(language + LANGUAGE.fieldEntries) >> 2]!;
    this.publicSymbols = this.i32[(language + LANGUAGE.publicSymbols) >> 2]! >> 1;
    this.aliases = this.i32[(language + LANGUAGE.aliases) >> 2]! >> 1;
  }

  /**
   * Writes the tree at address `tree` into `out`, enlarged as needed; returns the array and the integers used.
   *
   * What happens seldom is no branch of its own in the loop: V8 would throw away what it made of the whole loop, when the branch is first taken.
   */
  read(tree: number, shift: number, out: Int32Array): Reading {
    this.refresh();
    // biome-ignore format: the arrays below are locals on purpose: V8 keeps them in registers.
    const { u8, u16, i32, publicSymbols, fieldSlices, fieldEntries, maxAliasLength } = this;
    const { symbols, fields, operatorField } = this.translation;
    let frames = this.frames;
    let top = 0;
    let length = 0;
    let errors = 0;
    let position = 0;
    let low = i32[tree >> 2]!;
    let high = i32[(tree >> 2) + 1]!;
    // Room for all that may be written, so that growing in the loop is left for trees that count otherwise.
    const visible = (low & INLINE.Is) !== 0 ? 0 : i32[(low + SUBTREE.descendants) >> 2]!;
    out = grown(out, (visible + 1) * NODE);
    let alias = 0;
    let field = 0;
    for (;;) {
      // Enter the subtree (low, high): write it if it is visible and wanted, and open a frame for its children.
      const inline = (low & INLINE.Is) !== 0;
      const base = low >> 2;
      const start = position + (inline ? (high >>> 16) & 255 : i32[base + (SUBTREE.padding >> 2)]!);
      const end = start + (inline ? high >>> 24 : i32[base + (SUBTREE.size >> 2)]!);
      const flags = inline ? low : u16[(low + SUBTREE.flags) >> 1]!;
      let written = -1;
      let passed = field;
      let descend = !inline && i32[base + (SUBTREE.childCount >> 2)]! > 0;
      if (alias !== 0 || (flags & (inline ? INLINE.Visible : HEAP.Visible)) !== 0) {
        const symbol = inline ? (low >>> 8) & 255 : u16[(low + SUBTREE.symbol) >> 1]!;
        let kind: number;
        if ((flags & (inline ? INLINE.Missing : HEAP.Missing)) !== 0) kind = MISSING_LEAF;
        else if (alias !== 0) kind = symbols[alias]!;
        else if (symbol >= FIRST_ERROR_SYMBOL) kind = Kind.Error;
        else if (field === operatorField) kind = OPERATOR_LEAF;
        else kind = symbols[u16[publicSymbols + symbol]!]!;
        if (kind !== 0) {
          written = length;
          length += NODE;
          if (length > out.length) out = grown(out, length);
          out[written] = (kind & ~LEAF) | (fields[field]! << 16);
          out[written + 1] = (start >>> 1) - shift;
          out[written + 2] = (end >>> 1) - shift;
          out[written + 3] = length;
          errors += kind === Kind.Error || kind === MISSING_LEAF ? 1 : 0;
        }
        // Nothing is wanted below a leaf but the errors in it.
        if (kind === 0 || ((kind & LEAF) !== 0 && (inline || i32[base + (SUBTREE.errorCost >> 2)] === 0)))
          descend = false;
        passed = 0;
      }
      if (!descend) position = end;
      else {
        if (top + FRAME > frames.length) frames = this.frames = grown(frames, top + FRAME);
        const count = i32[base + (SUBTREE.childCount >> 2)]!;
        const production = u16[(low + SUBTREE.production) >> 1]!;
        frames[top + CHILDREN] = base - 2 * count;
        frames[top + AT] = 0;
        frames[top + COUNT] = count;
        frames[top + STRUCTURAL] = 0;
        frames[top + ALIASES] = production === 0 ? 0 : this.aliases + production * maxAliasLength;
        frames[top + FIELDS] = fieldEntries + u16[fieldSlices + 2 * production]! * 4;
        frames[top + FIELD_COUNT] = u16[fieldSlices + 2 * production + 1]!;
        frames[top + END_AT] = end;
        frames[top + OUT] = written;
        frames[top + PASSED] = passed;
        top += FRAME; // The padding before a node is that of its first child, so the position stays.
      }
      // Close what is complete, then step to the next child of the innermost open node.
      for (;;) {
        if (top === 0) return { data: out, length, errors };
        const frame = top - FRAME;
        const at = frames[frame + AT]!;
        if (at < frames[frame + COUNT]!) break;
        position = frames[frame + END_AT]!;
        const owner = frames[frame + OUT]!;
        if (owner >= 0) out[owner + 3] = length;
        top = frame;
      }
      const frame = top - FRAME;
      const child = frames[frame + CHILDREN]! + 2 * frames[frame + AT]!++;
      low = i32[child]!;
      high = i32[child + 1]!;
      alias = 0;
      field = 0;
      const extra = (low & INLINE.Is) !== 0 ? low & INLINE.Extra : u16[(low + SUBTREE.flags) >> 1]! & HEAP.Extra;
      if (extra !== 0) continue;
      const structural = frames[frame + STRUCTURAL]!++;
      if (frames[frame + ALIASES] !== 0) alias = u16[frames[frame + ALIASES]! + structural]!;
      field = frames[frame + PASSED]!;
      // A field entry: its number (2 bytes), the child's index, whether it comes from inside a hidden child.
      let entry = frames[frame + FIELDS]!;
      for (let left = frames[frame + FIELD_COUNT]!; left > 0; left--, entry += 4) {
        if (u8[entry + 2] === structural && u8[entry + 3] === 0) {
          field = u16[entry >> 1]!;
          break;
        }
      }
    }
  }

  /** A memory that grew has a new buffer. */
  private refresh(): void {
    if (this.memory.buffer === this.buffer) return;
    this.buffer = this.memory.buffer;
    this.u8 = new Uint8Array(this.buffer);
    this.u16 = new Uint16Array(this.buffer);
    this.i32 = new Int32Array(this.buffer);
  }
}
