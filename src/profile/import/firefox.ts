/**
 * Reads the processed JSON of the Firefox Profiler, which samply writes too: per thread a sample table (`stack`, `weight`), a stack table
 * (`prefix`, `frame`), a frame table (`func`, `line`, `address`, `inlineDepth`), a function table (`name`, `fileName`, `resource`) and
 * strings; recent versions keep the tables in `shared`.
 *
 * The document is read in passing: samples are summed up by stack as they come, tables are kept as columns of numbers, and markers, counters
 * and the like are passed over. What refers to what is settled at the end, as tables may come in any order.
 *
 * samply leaves names to be looked up when the profile is opened: all functions are then addresses. The answers of its symbol server
 * may be given beside the profile; one frame becomes the physical function and the calls inlined into it.
 */
import { FrameFlag, type Profile } from "../types.ts";
import { isKernelModule, ProfileBuilder } from "./builder.ts";
import { asArray, asIndex, asNumber, asObject, asText, type JsonObject } from "./json.ts";
import type { JsonSink, Wish } from "./json-stream.ts";
import type { Problems } from "./problems.ts";
import { SampleSums } from "./sample-sums.ts";
import { readSymbolAnswers, type SymbolAnswers } from "./samply-symbols.ts";
import { FloatColumn } from "./tables.ts";

/** Units by the profiler's `weightType`. */
const WEIGHTS: Readonly<Record<string, { readonly name: string; readonly unit: string; readonly scale: number }>> = {
  samples: { name: "samples", unit: "count", scale: 1 },
  "tracing-ms": { name: "time", unit: "ns", scale: 1e6 },
  bytes: { name: "bytes", unit: "bytes", scale: 1 },
};

/** Columns of numbers that are read of a thread, or of what threads share. */
const COLUMNS = [
  "stackTable.prefix",
  "stackTable.frame",
  "frameTable.func",
  "frameTable.line",
  "frameTable.inlineDepth",
  "frameTable.address",
  "frameTable.category",
  "funcTable.name",
  "funcTable.fileName",
  "funcTable.resource",
  "funcTable.source",
  "resourceTable.lib",
  "sources.filename",
] as const;
type Column = (typeof COLUMNS)[number];
const STRINGS = ["stringArray", "stringTable._array"];
const STACKS = "samples.stack";
const SAMPLE_WEIGHTS = "samples.weight";
const FIELDS = ["name", "processName", "pid", "tid", "libs", "samples.weightType", "samples.schema"];

/** What is wanted of a thread, by path below it. */
const WISHES = new Map<string, Wish>([
  ...[...COLUMNS, ...STRINGS, STACKS, SAMPLE_WEIGHTS].map((path) => [path, "items"] as const),
  ...FIELDS.map((path) => [path, "whole"] as const),
]);
for (const path of [...WISHES.keys()]) if (path.includes(".")) WISHES.set(path.split(".")[0]!, "enter");

const THREAD = "threads.*";
const SHARED = "shared";

/** A stack that is no number: neither a row nor `null`, which stands for a sample without one. */
const NO_STACK = -1;
const BAD_STACK = -2;

/** The tables of a thread, or those that threads share. A column holds NaN where the document has no number. */
class Tables {
  readonly columns = new Map<Column, FloatColumn>();
  readonly strings: string[] = [];
  readonly fields: Record<string, unknown> = {};
  readonly sums = new SampleSums();
  hasSamples = false;

  add(path: string, values: readonly unknown[]): void {
    if (STRINGS.includes(path)) for (const value of values) this.strings.push(asText(value));
    else if (path === STACKS) this.addStacks(values);
    else if (path === SAMPLE_WEIGHTS) for (const value of values) this.sums.addWeight(asNumber(value, 0));
    else {
      let column = this.columns.get(path as Column);
      if (column === undefined) this.columns.set(path as Column, (column = new FloatColumn()));
      for (const value of values) column.push(typeof value === "number" ? value : Number.NaN);
    }
  }

  private addStacks(values: readonly unknown[]): void {
    if (values.length > 0) this.hasSamples = true;
    for (const value of values) {
      const isRow = typeof value === "number" && value >= 0;
      this.sums.addStack(isRow ? value : value === null ? NO_STACK : BAD_STACK);
    }
  }
}

/** Takes a Firefox profile from a {@link JsonStream}. */
export class FirefoxReader implements JsonSink {
  private readonly builder = new ProfileBuilder();
  private readonly problems: Problems;
  private readonly answers: SymbolAnswers | undefined;
  private readonly shared = new Tables();
  private readonly threads: Tables[] = [];
  private meta: JsonObject = {};
  private libs: readonly unknown[] = [];

  /** `symbols` are samply's answers for the profile's addresses, if there are any. */
  constructor(problems: Problems, symbols?: unknown) {
    this.problems = problems;
    this.answers = symbols === undefined ? undefined : readSymbolAnswers(symbols);
  }

  wish(path: string): Wish {
    if (path === "" || path === "threads" || path === SHARED) return "enter";
    if (path === "meta" || path === "libs") return "whole";
    if (path === THREAD) {
      this.threads.push(new Tables());
      return "enter";
    }
    return WISHES.get(this.inner(path));
  }

  items(path: string, values: readonly unknown[]): void {
    this.owner(path).add(this.inner(path), values);
  }

  whole(path: string, value: unknown): void {
    if (path === "meta") this.meta = asObject(value);
    else if (path === "libs") this.libs = asArray(value);
    else this.owner(path).fields[this.inner(path)] = value;
  }

  /** Returns the profile. */
  finish(): Profile {
    let [named, unnamed] = [0, 0];
    for (const tables of this.threads) {
      const thread = new ThreadReader(tables, this.shared, this.meta, this.libs, this.builder, this.answers);
      thread.read(this.problems);
      named += thread.named;
      unnamed += thread.unnamed;
    }
    if (this.builder.sampleRows === 0) this.tellEmpty();
    else if (unnamed > 0 && (this.meta.symbolicated === false || unnamed > 4 * named))
      this.tellAddresses(unnamed, named);
    const command = asText(this.meta.arguments) || undefined;
    return this.builder.finish("firefox", { partial: this.problems.partial, command });
  }

  private inner(path: string): string {
    const around = [THREAD, SHARED].find((prefix) => path.startsWith(`${prefix}.`));
    return around === undefined ? "" : path.slice(around.length + 1);
  }

  private owner(path: string): Tables {
    return path.startsWith(`${THREAD}.`) ? this.threads.at(-1)! : this.shared;
  }

  private tellEmpty(): void {
    const isRaw = this.threads.some(({ fields }) => "samples.schema" in fields);
    const [message, hint] = isRaw
      ? ["a raw Gecko profile, which the Firefox Profiler has not processed", "open it there and save it"]
      : ["the profile holds no samples", "record for longer"];
    this.problems.fatal("no-samples", 0, message, hint);
  }

  private tellAddresses(unnamed: number, named: number): void {
    this.problems.info(
      "unsymbolicated-profile",
      `${unnamed} of ${unnamed + named} functions are bare addresses: the profile was saved before symbols were looked up`,
      "open it with `samply load` and save it from there, or record with `samply record --unstable-presymbolicate` and give the .syms.json beside it",
    );
  }
}

/** A function as the tables have it. */
interface FunctionSpec {
  readonly name: string;
  readonly file: string | undefined;
  readonly module: string;
  /** Names under which samply knows the library. */
  readonly libs: readonly string[];
}

/** Turns the tables of one thread into rows of ours. */
class ThreadReader {
  /** Functions with a name and without. */
  named = 0;
  unnamed = 0;
  private readonly own: Tables;
  private readonly shared: Tables;
  private readonly builder: ProfileBuilder;
  private readonly answers: SymbolAnswers | undefined;
  private readonly strings: readonly string[];
  private readonly libs: readonly unknown[];
  private readonly kernelCategories: ReadonlySet<number>;

  constructor(
    own: Tables,
    shared: Tables,
    meta: JsonObject,
    libs: readonly unknown[],
    builder: ProfileBuilder,
    answers: SymbolAnswers | undefined,
  ) {
    this.own = own;
    this.shared = shared;
    this.builder = builder;
    this.answers = answers;
    this.strings = own.strings.length > 0 ? own.strings : shared.strings;
    this.libs = libs.length > 0 ? libs : asArray(own.fields.libs);
    const categories = asArray(meta.categories);
    this.kernelCategories = new Set(
      categories.flatMap((category, index) => (asText(asObject(category).name) === "Kernel" ? [index] : [])),
    );
  }

  read(problems: Problems): void {
    const { fields, sums, hasSamples } = this.own;
    if (!hasSamples) return;
    const rows = this.stackRows(problems);
    const measure = WEIGHTS[asText(fields["samples.weightType"])] ?? WEIGHTS.samples!;
    const event = this.builder.event(measure.name, measure.unit);
    const thread = this.builder.thread({
      process: asText(fields.processName),
      name: asText(fields.name),
      pid: Math.trunc(asNumber(fields.pid, -1)),
      tid: Math.trunc(asNumber(fields.tid, -1)),
    });
    for (const [stack, { count, weight }] of sums.finish()) {
      if (stack === NO_STACK || stack in rows)
        this.builder.sample(rows[stack] ?? -1, thread, event, count, weight * measure.scale);
      else
        problems.skipped(
          "firefox-table",
          0,
          `${count} samples refer to ${stack === BAD_STACK ? "something that is no stack" : `stack ${stack}, which does not exist`}`,
        );
    }
  }

  private column(name: Column): Float64Array {
    return (this.own.columns.get(name) ?? this.shared.columns.get(name))?.toArray() ?? new Float64Array();
  }

  /** Our stack for each row of the stack table. */
  private stackRows(problems: Problems): Int32Array {
    const [prefixes, frames] = [this.column("stackTable.prefix"), this.column("stackTable.frame")];
    const chains = this.frameChains();
    const rows = new Int32Array(frames.length).fill(-1);
    for (let row = 0; row < frames.length; row++) {
      const prefix = asIndex(prefixes[row], row);
      const frame = asIndex(frames[row], chains.length);
      const isRoot = prefixes[row] === undefined || Number.isNaN(prefixes[row]) || prefixes[row] === -1;
      if (frame < 0 || (prefix < 0 && !isRoot)) {
        problems.skipped("firefox-table", 0, `stack ${row} refers to a frame or a caller that does not exist`);
        continue;
      }
      let stack = prefix < 0 ? -1 : rows[prefix]!;
      for (const part of chains[frame]!) stack = this.builder.stack(stack, part);
      rows[row] = stack;
    }
    return rows;
  }

  /** Our frames for each row of the frame table, outermost first: more than one where inlined calls were looked up. */
  private frameChains(): number[][] {
    const functions = this.functionSpecs();
    const [lines, depths, addresses, categories] = [
      this.column("frameTable.line"),
      this.column("frameTable.inlineDepth"),
      this.column("frameTable.address"),
      this.column("frameTable.category"),
    ];
    return Array.from(this.column("frameTable.func"), (func, row) => {
      const spec = functions[asIndex(func, functions.length)] ?? UNKNOWN;
      const kernel = this.kernelCategories.has(categories[row] ?? -1) || isKernelModule(spec.module);
      const flags = (kernel ? FrameFlag.Kernel : 0) | ((depths[row] ?? 0) > 0 ? FrameFlag.Inlined : 0);
      const chain = this.answered(spec, asNumber(addresses[row], -1), flags);
      return chain ?? [this.plainFrame(spec, asNumber(lines[row], 0), flags)];
    });
  }

  /** The function that samply names for the address, with those inlined into it. */
  private answered(spec: FunctionSpec, address: number, flags: number): number[] | undefined {
    const answer = this.answers?.find(spec.libs, address);
    if (answer === undefined) return undefined;
    this.named++;
    return answer.map(({ name, file, line }, depth) =>
      this.builder.frame({
        name,
        file: file === undefined ? undefined : plainPath(file),
        line,
        module: spec.module,
        flags: flags | (depth > 0 ? FrameFlag.Inlined : 0),
      }),
    );
  }

  private plainFrame(spec: FunctionSpec, line: number, flags: number): number {
    const unknown = spec.name === "" || /^0x[0-9a-f]+$/.test(spec.name);
    if (unknown) this.unnamed++;
    else this.named++;
    const { file, module } = spec;
    const name = spec.name || "[unknown]";
    return this.builder.frame({ name, file, module, line, flags: flags | (unknown ? FrameFlag.Unknown : 0) });
  }

  private functionSpecs(): FunctionSpec[] {
    const [files, resources] = [this.column("funcTable.fileName"), this.column("funcTable.resource")];
    const [sources, sourceFiles] = [this.column("funcTable.source"), this.column("sources.filename")];
    const resourceLibs = this.column("resourceTable.lib");
    return Array.from(this.column("funcTable.name"), (name, row) => {
      const lib = asObject(
        this.libs[asIndex(resourceLibs[asIndex(resources[row], resourceLibs.length)], this.libs.length)],
      );
      const named = files[row] ?? Number.NaN;
      const file = this.text(Number.isNaN(named) ? sourceFiles[asIndex(sources[row], sourceFiles.length)] : named);
      const libs = [asText(lib.name), asText(lib.debugName)];
      return {
        name: this.text(name),
        file: file === "" ? undefined : plainPath(file),
        module: asText(lib.path) || libs[0]!,
        libs,
      };
    });
  }

  private text(index: number | undefined): string {
    return this.strings[asIndex(index, this.strings.length)] ?? "";
  }
}

const UNKNOWN: FunctionSpec = { name: "", file: undefined, module: "", libs: [] };

/**
 * Turns the profiler's special paths into plain ones: `git:host/repo:library/std/src/rt.rs:revision` is `library/std/src/rt.rs`,
 * `cargo:index:crate-1.0.0:src/lib.rs` is `crate-1.0.0/src/lib.rs`.
 */
function plainPath(path: string): string {
  const repository = /^(?:git|hg|s3):[^:]+:(.+):[^:]*$/.exec(path);
  if (repository) return repository[1]!;
  const crate = /^cargo:[^:]+:([^:]+):(.+)$/.exec(path);
  return crate ? `${crate[1]}/${crate[2]}` : path;
}
