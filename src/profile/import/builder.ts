/**
 * Builds the tables of a {@link Profile} row by row: interns strings, frames, stacks and threads, and sums samples up.
 * One builder per input; its size follows what is distinct in the input.
 */
import {
  type CallTables,
  FrameFlag,
  type FrameTable,
  type Profile,
  type ProfileEvent,
  type ProfileFormat,
  type ProfileThread,
} from "../types.ts";
import { FloatColumn, IntColumn, PairTable } from "./tables.ts";

/** A frame as an importer describes it; what is absent is unknown. */
export interface FrameSpec {
  readonly name: string;
  readonly linkage?: string | undefined;
  readonly file?: string | undefined;
  /** 1-based; 0 when unknown. */
  readonly line?: number | undefined;
  readonly module?: string | undefined;
  /** Start of the symbol in the module; -1 when unknown. */
  readonly address?: number;
  readonly flags?: number;
  readonly level?: number;
}

/** Names under which kernel code appears in the place of a module. */
export function isKernelModule(module: string): boolean {
  return /^\[(?:kernel|guest\.kernel)\b|^\[kernel\.|\.ko(?:\.\w+)?$|^\[(?:k|bpf)\]$|^bpf_prog/.test(module);
}

/** Collects one profile. */
export class ProfileBuilder {
  private readonly stringRows = new Map<string, number>();
  private readonly strings: string[] = [];
  private readonly frameRows = new Map<string, number>();
  private readonly columns = {
    name: new IntColumn(),
    linkage: new IntColumn(),
    file: new IntColumn(),
    line: new IntColumn(),
    module: new IntColumn(),
    address: new FloatColumn(),
    flags: new IntColumn(),
    level: new IntColumn(),
  };
  private readonly stacks = new PairTable();
  private readonly threadRows = new Map<string, number>();
  private readonly threads: ProfileThread[] = [];
  private readonly eventRows = new Map<string, number>();
  private readonly events: ProfileEvent[] = [];
  private readonly threadEvents = new PairTable();
  private readonly sampleKeys = new PairTable();
  private readonly counts = new FloatColumn();
  private readonly weights = new FloatColumn();
  private anyInlined = false;

  /** Number of distinct rows of samples so far. */
  get sampleRows(): number {
    return this.sampleKeys.length;
  }

  /** Number of events so far. */
  get eventCount(): number {
    return this.events.length;
  }

  /** Interns a string. */
  string(text: string): number {
    let row = this.stringRows.get(text);
    if (row === undefined) {
      row = this.strings.push(text) - 1;
      this.stringRows.set(text, row);
    }
    return row;
  }

  /** Interns a frame. */
  frame(spec: FrameSpec): number {
    const optional = (text: string | undefined) => (text === undefined || text === "" ? -1 : this.string(text));
    const row = [
      this.string(spec.name),
      optional(spec.linkage),
      optional(spec.file),
      clampLine(spec.line ?? 0),
      optional(spec.module),
      spec.flags ?? 0,
      Math.min(spec.level ?? 0, 255),
      spec.address ?? -1,
    ] as const;
    const key = row.join();
    const known = this.frameRows.get(key);
    if (known !== undefined) return known;
    if ((row[5] & FrameFlag.Inlined) !== 0) this.anyInlined = true;
    const { columns } = this;
    columns.linkage.push(row[1]);
    columns.file.push(row[2]);
    columns.line.push(row[3]);
    columns.module.push(row[4]);
    columns.flags.push(row[5]);
    columns.level.push(row[6]);
    columns.address.push(row[7]);
    const added = columns.name.push(row[0]);
    this.frameRows.set(key, added);
    return added;
  }

  /** Returns the stack that has `frame` under `prefix` (-1: at the root). */
  stack(prefix: number, frame: number): number {
    return this.stacks.intern(prefix, frame);
  }

  /** Interns a thread. */
  thread(thread: ProfileThread): number {
    const key = `${thread.pid},${thread.tid},${thread.process.length},${thread.process}${thread.name}`;
    let row = this.threadRows.get(key);
    if (row === undefined) {
      row = this.threads.push(thread) - 1;
      this.threadRows.set(key, row);
    }
    return row;
  }

  /** Interns an event. */
  event(name: string, unit: string): number {
    const key = `${name}\n${unit}`;
    let row = this.eventRows.get(key);
    if (row === undefined) {
      row = this.events.push({ name, unit }) - 1;
      this.eventRows.set(key, row);
    }
    return row;
  }

  /** Adds `count` samples of together `weight` to a stack (-1: no stack recorded). */
  sample(stack: number, thread: number, event: number, count: number, weight: number): void {
    const row = this.sampleKeys.intern(stack, this.threadEvents.intern(thread, event));
    if (row === this.counts.length) {
      this.counts.push(0);
      this.weights.push(0);
    }
    this.counts.data[row]! += count;
    this.weights.data[row]! += weight;
  }

  /** Returns the finished tables. */
  finish(format: ProfileFormat, rest: { partial: boolean; command?: string | undefined; calls?: CallTables }): Profile {
    const { threadEvents, sampleKeys } = this;
    const keys = sampleKeys.second.toArray();
    return {
      format,
      strings: this.strings,
      events: this.events,
      threads: this.threads,
      frames: this.frameTable(),
      stacks: {
        length: this.stacks.length,
        prefix: this.stacks.first.toArray(),
        frame: this.stacks.second.toArray(),
      },
      samples: {
        length: sampleKeys.length,
        stack: sampleKeys.first.toArray(),
        thread: keys.map((key) => threadEvents.first.data[key]!),
        event: keys.map((key) => threadEvents.second.data[key]!),
        count: this.counts.toArray(),
        weight: this.weights.toArray(),
      },
      ...(rest.calls ? { calls: rest.calls } : {}),
      ...(rest.command ? { command: rest.command } : {}),
      inlines: this.anyInlined,
      partial: rest.partial,
    };
  }

  private frameTable(): FrameTable {
    const { columns } = this;
    return {
      length: columns.name.length,
      name: columns.name.toArray(),
      linkage: columns.linkage.toArray(),
      file: columns.file.toArray(),
      line: columns.line.toArray(),
      module: columns.module.toArray(),
      address: columns.address.toArray(),
      flags: Uint8Array.from(columns.flags.toArray()),
      level: Uint8Array.from(columns.level.toArray()),
    };
  }
}

/** Keeps line numbers of damaged files within 31 bits. */
function clampLine(line: number): number {
  return line > 0 && line <= 0x7fffffff ? Math.trunc(line) : 0;
}
