/**
 * The tables of a profile, whatever recorder and format it came from: columns of numbers that refer to each other by row.
 *
 * Strings are interned; frames are distinct (symbol, place, module) triples; stacks form a prefix tree that grows from the root of the thread to the
 * leaf; samples are summed up per (stack, thread, event). So the size follows what is distinct in a recording, never how long it ran.
 * Formats that hold no stacks but a call graph (callgrind, cachegrind) fill {@link CallTables} instead and leave stacks and samples empty.
 * The division into frame, stack and sample tables follows the Firefox Profiler's processed format.
 */

/** The formats that {@link "./import/import.ts".importProfile} tells apart. */
export type ProfileFormat =
  | "perf-script"
  | "perf-report"
  | "folded"
  | "callgrind"
  | "cachegrind"
  | "firefox"
  | "pprof"
  | "speedscope";

/** What one column of weights counts. */
export interface ProfileEvent {
  /** As the recorder names it: `cpu-clock`, `cycles:u`, `Ir`, `samples`. */
  readonly name: string;
  /** `ns`, `bytes` and so on; `count` for events, instructions and samples. */
  readonly unit: string;
}

/** One thread (or, where the format tells no threads apart, one process). */
export interface ProfileThread {
  /** Process name; `""` when unknown. */
  readonly process: string;
  /** Thread name (the kernel's `comm`); `""` when unknown. */
  readonly name: string;
  /** -1 when unknown. */
  readonly pid: number;
  /** -1 when unknown. */
  readonly tid: number;
}

/** Bits of {@link FrameTable.flags}. */
export const FrameFlag = {
  /** The compiler put this call into its caller: no machine frame of its own. */
  Inlined: 1,
  /** Runs in the kernel. */
  Kernel: 2,
  /** The recorder found no symbol; `name` is `[unknown]` or an address. */
  Unknown: 4,
  /** Made by this program, not by the recorder (a frame put back where the recorder had cut the stack). */
  Estimated: 8,
} as const;

/** Distinct frames. All columns have `length` rows. */
export interface FrameTable {
  readonly length: number;
  /** Into strings: the symbol as printed, without what the recorder adds to it (offset, `'2`, `_[i]`, `(inlined)`). */
  readonly name: Int32Array;
  /** Into strings: the mangled name, where the profile gives it beside `name`; -1 otherwise. */
  readonly linkage: Int32Array;
  /** Into strings: source file that this frame executes, as printed (often only a base name); -1 when unknown. */
  readonly file: Int32Array;
  /** 1-based line of the instruction (leaf) or of the call (other frames) in `file`; 0 when unknown. */
  readonly line: Int32Array;
  /** Into strings: path of the binary or library; -1 when unknown, as for frames that perf prints as inlined. */
  readonly module: Int32Array;
  /** Start of the symbol in its module (the low 48 bits), which tells copies of equal names apart; -1 when unknown. */
  readonly address: Float64Array;
  /** {@link FrameFlag} bits. */
  readonly flags: Uint8Array;
  /** Recursion level that callgrind split off: 2 for `f'2`; 0 otherwise. */
  readonly level: Uint8Array;
}

/** Prefix tree of stacks. A row stands for the whole path from the root down to its frame; parents come before children. */
export interface StackTable {
  readonly length: number;
  /** Row of the caller's stack; -1 for the outermost frame. */
  readonly prefix: Int32Array;
  /** Into frames: the innermost frame of this stack. */
  readonly frame: Int32Array;
}

/** Sums per (stack, thread, event), in order of first appearance. */
export interface SampleTable {
  readonly length: number;
  /** Into stacks; -1 for samples taken without a stack. */
  readonly stack: Int32Array;
  /** Into threads. */
  readonly thread: Int32Array;
  /** Into events. */
  readonly event: Int32Array;
  /** Number of samples summed up in this row; 0 where the format does not tell. */
  readonly count: Float64Array;
  /** Sum of the samples' weights, in the event's unit. */
  readonly weight: Float64Array;
}

/** A recorded call graph: cost per function, per line and per call, as callgrind writes it. `E` stands for the number of events. */
export interface CallTables {
  /** Distinct functions (object, file, name); recursion levels are functions of their own. */
  readonly functions: {
    readonly length: number;
    /** Into frames: name, file and module of the function; its `line` is the smallest one that has cost. */
    readonly frame: Int32Array;
    /** Self cost, row `i` at `i * E`. */
    readonly self: Float64Array;
  };
  /** Self cost by source line; sums to the functions' self cost. */
  readonly lines: {
    readonly length: number;
    /** Into functions. */
    readonly func: Int32Array;
    /** Into strings: the file of the line, which differs from the function's for inlined code. */
    readonly file: Int32Array;
    /** 1-based; 0 when the binary had no line information. */
    readonly line: Int32Array;
    /** `E` values a row. */
    readonly cost: Float64Array;
  };
  /** Calls by call line. */
  readonly calls: {
    readonly length: number;
    /** Into functions. */
    readonly caller: Int32Array;
    /** Into functions. */
    readonly callee: Int32Array;
    /** Into strings: the file that holds the call. */
    readonly file: Int32Array;
    /** 1-based line of the call; 0 when unknown. */
    readonly line: Int32Array;
    /** How often it was called. */
    readonly count: Float64Array;
    /** Inclusive cost of these calls, `E` values a row. */
    readonly cost: Float64Array;
  };
  /** What the file itself states as totals, per event; `undefined` when it states none. */
  readonly stated?: Float64Array;
}

/** One recording, or several added up. */
export interface Profile {
  readonly format: ProfileFormat;
  /** Interned strings; what `name`, `file` and `module` columns point into. */
  readonly strings: readonly string[];
  readonly events: readonly ProfileEvent[];
  readonly threads: readonly ProfileThread[];
  readonly frames: FrameTable;
  readonly stacks: StackTable;
  readonly samples: SampleTable;
  /** Present for formats that record a call graph rather than stacks. */
  readonly calls?: CallTables;
  /** The recorded command, where the file says it. */
  readonly command?: string;
  /** True when frames marked {@link FrameFlag.Inlined} can occur: the recorder told inlined calls apart. */
  readonly inlines: boolean;
  /** True when the input ended early or parts of it could not be read. */
  readonly partial: boolean;
}
