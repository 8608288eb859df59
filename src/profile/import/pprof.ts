/**
 * Reads pprof's protobuf (perftools `profile.proto`). A sample is a list of locations, innermost first, and one value per
 * sample type; a location has one line per inlined function, the innermost first, the last one physical.
 *
 * The message is read field by field in passing. Writers put samples in front of what they refer to, so stacks are kept as a tree of location
 * ids, and values are summed up by stack and labels, until locations, functions and strings are known.
 */
import { Function as Func, type Label, Location, Mapping, Sample, ValueType } from "pprof-format";
import { FrameFlag, type Profile } from "../types.ts";
import { isKernelModule, ProfileBuilder } from "./builder.ts";
import type { Problems } from "./problems.ts";
import { ProtoStream } from "./proto-stream.ts";
import { FloatColumn, PairTable } from "./tables.ts";

/** pprof's names of units, and ours. */
const UNITS: Readonly<Record<string, readonly [unit: string, scale: number]>> = {
  nanoseconds: ["ns", 1],
  microseconds: ["ns", 1e3],
  milliseconds: ["ns", 1e6],
  seconds: ["ns", 1e9],
};

/** Fields of the message `Profile`. */
const Field = {
  SampleType: 1,
  Sample: 2,
  Mapping: 3,
  Location: 4,
  Function: 5,
  StringTable: 6,
  DefaultSampleType: 14,
} as const;

/** Keys of labels that name a thread, by what they tell. */
const THREAD_IDS = ["thread_id", "thread id", "tid"];
const THREAD_NAMES = ["thread", "thread_name", "thread name"];

/** Takes a pprof message in pieces. */
export class PprofReader {
  private readonly problems: Problems;
  private readonly builder = new ProfileBuilder();
  private readonly stream = new ProtoStream((field, bytes) => this.field(field, bytes));

  private readonly sampleTypes: ValueType[] = [];
  private readonly modules = new Map<number, number>();
  private readonly locations = new Map<number, Location>();
  private readonly functions = new Map<number, Func>();
  private readonly strings: string[] = [];
  private defaultType = 0;

  /** Location ids by row, and the tree of stacks of such rows. */
  private readonly locationRows = new Map<number, number>();
  private readonly stacks = new PairTable();
  /** Distinct labels, by their numbers written one after the other. */
  private readonly labelRows = new Map<string, number>();
  private readonly labels: (readonly Label[])[] = [];
  /** Samples by (stack, labels), with a column of sums per sample type. */
  private readonly keys = new PairTable();
  private readonly values: FloatColumn[] = [];

  constructor(problems: Problems) {
    this.problems = problems;
  }

  /** Takes the next bytes. Returns false when no more can be understood. */
  write(chunk: Uint8Array): boolean {
    return this.stream.write(chunk);
  }

  /** Returns the profile. */
  finish(): Profile {
    const { isWhole, position } = this.stream;
    if (!isWhole) {
      const message = `the pprof message breaks off or is damaged at byte ${position}`;
      this.problems.skipped("truncated-profile", 0, message);
    }
    this.addSamples();
    if (this.builder.sampleRows === 0) this.problems.fatal("no-samples", 0, "the profile holds no samples");
    return this.builder.finish("pprof", { partial: this.problems.partial });
  }

  private field(field: number, value: Uint8Array | number): void {
    try {
      this.take(field, value);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.problems.skipped("invalid-pprof", 0, `a field ${field} that is no valid message (${reason}) was left out`);
    }
  }

  private take(field: number, value: Uint8Array | number): void {
    if (typeof value === "number") {
      if (field === Field.DefaultSampleType) this.defaultType = value;
    } else if (field === Field.Sample) this.sample(Sample.decode(value));
    else if (field === Field.StringTable) this.strings.push(Buffer.from(value).toString("utf8"));
    else if (field === Field.SampleType) this.sampleTypes.push(ValueType.decode(value));
    else if (field === Field.Mapping) {
      const { id, filename } = Mapping.decode(value);
      this.modules.set(Number(id), Number(filename));
    } else if (field === Field.Location) {
      const location = Location.decode(value);
      this.locations.set(Number(location.id), location);
    } else if (field === Field.Function) {
      const func = Func.decode(value);
      this.functions.set(Number(func.id), func);
    }
  }

  private sample({ locationId, value, label }: Sample): void {
    let stack = -1;
    for (let at = locationId.length - 1; at >= 0; at--)
      stack = this.stacks.intern(stack, this.locationRow(Number(locationId[at])));
    const key = this.keys.intern(stack, this.labelRow(label));
    for (const [column, number] of value.entries()) {
      const sums = (this.values[column] ??= new FloatColumn());
      while (sums.length <= key) sums.push(0);
      const amount = Number(number);
      if (Number.isFinite(amount)) sums.data[key]! += amount;
    }
  }

  private locationRow(id: number): number {
    let row = this.locationRows.get(id);
    if (row === undefined) this.locationRows.set(id, (row = this.locationRows.size));
    return row;
  }

  private labelRow(labels: readonly Label[]): number {
    const key = labels.map(({ key, str, num }) => `${key} ${str} ${num}`).join();
    let row = this.labelRows.get(key);
    if (row === undefined) this.labelRows.set(key, (row = this.labels.push(labels) - 1));
    return row;
  }

  private addSamples(): void {
    const stacks = this.stackRows();
    const threads = this.labels.map((labels) => this.thread(labels));
    const events = this.events();
    const counts = this.values[this.sampleTypes.findIndex((type) => this.text(type.type) === "samples")];
    for (let key = 0; key < this.keys.length; key++) {
      const [stack, thread] = [this.keys.first.data[key]!, threads[this.keys.second.data[key]!]!];
      for (const { column, event, scale } of events) {
        const value = this.valueAt(this.values[column], key) * scale;
        if (value !== 0)
          this.builder.sample(stack < 0 ? -1 : stacks[stack]!, thread, event, this.valueAt(counts, key), value);
      }
    }
  }

  private valueAt(column: FloatColumn | undefined, row: number): number {
    return column !== undefined && row < column.length ? column.data[row]! : 0;
  }

  /** Columns of values and their events, the default one first: the one the file names, else the last. */
  private events(): { column: number; event: number; scale: number }[] {
    const types = this.sampleTypes.map((type, column) => {
      const unit = this.text(type.unit);
      const [ours, scale] = UNITS[unit] ?? [unit || "count", 1];
      return { column, name: this.text(type.type) || "samples", ours, scale };
    });
    const stated = this.text(this.defaultType);
    const first = types.find((type) => stated !== "" && type.name === stated) ?? types.at(-1);
    const ordered = first ? [first, ...types.filter((type) => type !== first)] : [];
    return ordered.map(({ column, name, ours, scale }) => ({ column, event: this.builder.event(name, ours), scale }));
  }

  /** Our stack for each stack of locations. */
  private stackRows(): Int32Array {
    const chains = [...this.locationRows.keys()].map((id) => this.chain(id));
    const { first, second, length } = this.stacks;
    const rows = new Int32Array(length);
    for (let row = 0; row < length; row++) {
      const prefix = first.data[row]!;
      let stack = prefix < 0 ? -1 : rows[prefix]!;
      for (const frame of chains[second.data[row]!]!) stack = this.builder.stack(stack, frame);
      rows[row] = stack;
    }
    return rows;
  }

  /** Our frames for a location, outermost first. */
  private chain(id: number): readonly number[] {
    const location = this.locations.get(id);
    if (location === undefined) {
      this.problems.skipped("pprof-table", 0, `a sample refers to location ${id}, which does not exist`);
      return [this.builder.frame({ name: "[unknown]", flags: FrameFlag.Unknown })];
    }
    const module = this.text(this.modules.get(Number(location.mappingId)));
    const kernel = isKernelModule(module) ? FrameFlag.Kernel : 0;
    if (location.line.length === 0) {
      const name = `0x${BigInt(location.address).toString(16)}`;
      return [this.builder.frame({ name, module, flags: kernel | FrameFlag.Unknown })];
    }
    return location.line
      .map(({ functionId, line }, index) => {
        const func = this.functions.get(Number(functionId));
        const [name, linkage] = [this.text(func?.name), this.text(func?.systemName)];
        const inlined = index < location.line.length - 1 ? FrameFlag.Inlined : 0;
        const unknown = name === "" && linkage === "" ? FrameFlag.Unknown : 0;
        return this.builder.frame({
          name: name || linkage || "[unknown]",
          linkage: linkage === name ? undefined : linkage,
          file: this.text(func?.filename),
          line: Number(line),
          module,
          flags: kernel | inlined | unknown,
        });
      })
      .toReversed();
  }

  private thread(labels: readonly Label[]): number {
    const label = (keys: readonly string[]) => {
      const found = labels.find((item) => keys.includes(this.text(item.key)));
      return found && (this.text(found.str) || String(found.num));
    };
    const tid = Number(label(THREAD_IDS) ?? -1);
    const name = label(THREAD_NAMES) ?? "";
    return this.builder.thread({ process: "", name, pid: -1, tid: Number.isFinite(tid) ? tid : -1 });
  }

  private text(index: number | bigint | undefined): string {
    return this.strings[Number(index ?? 0)] ?? "";
  }
}
