/**
 * Reads pprof's protobuf (perftools `profile.proto`), already unpacked. A sample is a list of locations, innermost first, and one value per
 * sample type; a location has one line per inlined function, the innermost first, the last one physical.
 */
import { Profile as Pprof } from "pprof-format";
import { FrameFlag, type Profile } from "../types.ts";
import { isKernelModule, ProfileBuilder } from "./builder.ts";
import type { Problems } from "./problems.ts";

/** pprof's names of units, and ours. */
const UNITS: Readonly<Record<string, readonly [unit: string, scale: number]>> = {
  nanoseconds: ["ns", 1],
  microseconds: ["ns", 1e3],
  milliseconds: ["ns", 1e6],
  seconds: ["ns", 1e9],
};

/** Returns the profile in `bytes`. */
export function importPprof(bytes: Uint8Array, problems: Problems): Profile {
  const builder = new ProfileBuilder();
  const decoded = decode(bytes, problems);
  if (!decoded) return builder.finish("pprof", { partial: true });
  new PprofReader(decoded, builder, problems).read();
  if (builder.sampleRows === 0) problems.fatal("no-samples", 0, "the profile holds no samples");
  return builder.finish("pprof", { partial: problems.partial });
}

/** Decodes the message; of one that was cut off, the whole fields in front. */
function decode(bytes: Uint8Array, problems: Problems): Pprof | undefined {
  const whole = wholeFields(bytes);
  if (whole < bytes.length) {
    problems.skipped(
      "truncated-profile",
      0,
      `the pprof message breaks off or is damaged at byte ${whole} of ${bytes.length}`,
    );
  }
  try {
    return Pprof.decode(bytes.subarray(0, whole));
  } catch (error) {
    problems.fatal(
      "invalid-pprof",
      0,
      `no valid pprof message: ${error instanceof Error ? error.message : String(error)}`,
    );
    return undefined;
  }
}

/** Length of the part of a message that consists of whole fields. */
function wholeFields(bytes: Uint8Array): number {
  let whole = 0;
  for (let at = 0; at < bytes.length; whole = at) {
    const tag = varint(bytes, at);
    if (!tag || tag.value >>> 3 === 0) return whole;
    const wire = tag.value & 7;
    const value =
      wire === 1 || wire === 5 ? { value: 0, next: tag.next + (wire === 1 ? 8 : 4) } : varint(bytes, tag.next);
    if (!value || wire === 3 || wire === 4 || wire > 5) return whole;
    at = wire === 2 ? value.next + value.value : value.next;
    if (at > bytes.length) return whole;
  }
  return whole;
}

function varint(bytes: Uint8Array, at: number): { value: number; next: number } | undefined {
  let value = 0;
  for (let shift = 0; shift < 70 && at < bytes.length; shift += 7) {
    const byte = bytes[at++]!;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, next: at };
  }
  return undefined;
}

/** Turns a decoded message into tables. */
class PprofReader {
  private readonly pprof: Pprof;
  private readonly builder: ProfileBuilder;
  private readonly problems: Problems;
  private readonly functions: ReadonlyMap<number, Pprof["function"][number]>;
  private readonly modules: ReadonlyMap<number, string>;
  /** Our frames by location id, outermost first. */
  private readonly chains = new Map<number, readonly number[]>();

  constructor(pprof: Pprof, builder: ProfileBuilder, problems: Problems) {
    this.pprof = pprof;
    this.builder = builder;
    this.problems = problems;
    this.functions = new Map(pprof.function.map((item) => [Number(item.id), item]));
    this.modules = new Map(pprof.mapping.map((item) => [Number(item.id), this.text(item.filename)]));
  }

  read(): void {
    for (const location of this.pprof.location) this.chains.set(Number(location.id), this.chain(location));
    const events = this.events();
    const countColumn = this.pprof.sampleType.findIndex((type) => this.text(type.type) === "samples");
    for (const sample of this.pprof.sample) {
      let stack = -1;
      for (let at = sample.locationId.length - 1; at >= 0; at--) {
        for (const frame of this.chainOf(Number(sample.locationId[at]))) stack = this.builder.stack(stack, frame);
      }
      const thread = this.thread(sample);
      const count = countColumn < 0 ? 0 : Number(sample.value[countColumn] ?? 0);
      for (const { column, event, scale } of events) {
        const value = Number(sample.value[column] ?? 0) * scale;
        if (value !== 0 && Number.isFinite(value)) this.builder.sample(stack, thread, event, count, value);
      }
    }
  }

  /** Columns of values and their events, the default one first: the one the file names, else the last. */
  private events(): { column: number; event: number; scale: number }[] {
    const types = this.pprof.sampleType.map((type, column) => {
      const unit = this.text(type.unit);
      const [ours, scale] = UNITS[unit] ?? [unit || "count", 1];
      return { column, name: this.text(type.type) || "samples", ours, scale };
    });
    const stated = this.text(this.pprof.defaultSampleType);
    const first = types.find((type) => stated !== "" && type.name === stated) ?? types.at(-1);
    const ordered = first ? [first, ...types.filter((type) => type !== first)] : [];
    return ordered.map(({ column, name, ours, scale }) => ({ column, event: this.builder.event(name, ours), scale }));
  }

  private chainOf(id: number): readonly number[] {
    const known = this.chains.get(id);
    if (known) return known;
    this.problems.skipped("pprof-table", 0, `a sample refers to location ${id}, which does not exist`);
    const unknown = [this.builder.frame({ name: "[unknown]", flags: FrameFlag.Unknown })];
    this.chains.set(id, unknown);
    return unknown;
  }

  private chain(location: Pprof["location"][number]): readonly number[] {
    const module = this.modules.get(Number(location.mappingId)) ?? "";
    const kernel = isKernelModule(module) ? FrameFlag.Kernel : 0;
    if (location.line.length === 0) {
      const name = `0x${BigInt(location.address).toString(16)}`;
      return [this.builder.frame({ name, module, flags: kernel | FrameFlag.Unknown })];
    }
    return location.line
      .map((line, index) => {
        const func = this.functions.get(Number(line.functionId));
        const [name, linkage] = [this.text(func?.name ?? 0), this.text(func?.systemName ?? 0)];
        const inlined = index < location.line.length - 1 ? FrameFlag.Inlined : 0;
        const unknown = name === "" && linkage === "" ? FrameFlag.Unknown : 0;
        return this.builder.frame({
          name: name || linkage || "[unknown]",
          linkage: linkage === name ? undefined : linkage,
          file: this.text(func?.filename ?? 0),
          line: Number(line.line),
          module,
          flags: kernel | inlined | unknown,
        });
      })
      .toReversed();
  }

  private thread(sample: Pprof["sample"][number]): number {
    const label = (...keys: string[]) => {
      const found = sample.label.find((item) => keys.includes(this.text(item.key)));
      return found && (this.text(found.str) || String(found.num));
    };
    const tid = Number(label("thread_id", "thread id", "tid") ?? -1);
    const name = label("thread", "thread_name", "thread name") ?? "";
    return this.builder.thread({ process: "", name, pid: -1, tid: Number.isFinite(tid) ? tid : -1 });
  }

  private text(index: number | bigint | undefined): string {
    return this.pprof.stringTable.strings[Number(index ?? 0)] ?? "";
  }
}
