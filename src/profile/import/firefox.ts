/**
 * Reads the processed JSON of the Firefox Profiler, which samply writes too: per thread a sample table (`stack`, `weight`), a stack table
 * (`prefix`, `frame`), a frame table (`func`, `line`, `address`, `inlineDepth`), a function table (`name`, `fileName`, `resource`) and
 * strings; recent versions keep the tables in `shared`.
 *
 * samply leaves names to be looked up when the profile is opened: all functions are then addresses. The answers of its symbol server
 * may be given beside the profile; one frame becomes the physical function and the calls inlined into it.
 */
import { FrameFlag, type Profile } from "../types.ts";
import { isKernelModule, ProfileBuilder } from "./builder.ts";
import { asArray, asIndex, asNumber, asObject, asText, type JsonObject } from "./json.ts";
import type { Problems } from "./problems.ts";
import { readSymbolAnswers, type SymbolAnswers } from "./samply-symbols.ts";

/** Units by the profiler's `weightType`. */
const WEIGHTS: Readonly<Record<string, { readonly name: string; readonly unit: string; readonly scale: number }>> = {
  samples: { name: "samples", unit: "count", scale: 1 },
  "tracing-ms": { name: "time", unit: "ns", scale: 1e6 },
  bytes: { name: "bytes", unit: "bytes", scale: 1 },
};

/** Returns the profile in a parsed document; `symbols` are samply's answers for its addresses, if there are any. */
export function importFirefox(document: unknown, problems: Problems, symbols?: unknown): Profile {
  const profile = asObject(document);
  const builder = new ProfileBuilder();
  const answers = symbols === undefined ? undefined : readSymbolAnswers(symbols);
  let named = 0;
  let unnamed = 0;
  for (const item of asArray(profile.threads)) {
    const thread = new ThreadReader(asObject(item), profile, builder, answers);
    thread.read(problems);
    named += thread.named;
    unnamed += thread.unnamed;
  }
  if (builder.sampleRows === 0) {
    const raw = asArray(profile.threads).some((thread) => "schema" in asObject(asObject(thread).samples));
    problems.fatal(
      "no-samples",
      0,
      raw ? "a raw Gecko profile, which the Firefox Profiler has not processed" : "the profile holds no samples",
      raw ? "open it in the Firefox Profiler and save it from there" : "record for longer",
    );
  } else if (unnamed > 0 && (asObject(profile.meta).symbolicated === false || unnamed > 4 * named)) {
    problems.info(
      "unsymbolicated-profile",
      `${unnamed} of ${unnamed + named} functions are bare addresses: the profile was saved before symbols were looked up`,
      "open it with `samply load` and save it from there, or record with `samply record --unstable-presymbolicate` and give the .syms.json beside it",
    );
  }
  const meta = asObject(profile.meta);
  const command = asText(meta.arguments) || undefined;
  return builder.finish("firefox", { partial: problems.partial, command });
}

/** Reads one thread. */
class ThreadReader {
  /** Functions with a name and without. */
  named = 0;
  unnamed = 0;
  private readonly thread: JsonObject;
  private readonly profile: JsonObject;
  private readonly builder: ProfileBuilder;
  private readonly answers: SymbolAnswers | undefined;
  private readonly strings: readonly unknown[];
  private readonly libs: readonly unknown[];
  private readonly kernelCategories: ReadonlySet<number>;

  constructor(thread: JsonObject, profile: JsonObject, builder: ProfileBuilder, answers: SymbolAnswers | undefined) {
    this.thread = thread;
    this.profile = profile;
    this.builder = builder;
    this.answers = answers;
    const shared = asObject(profile.shared);
    const table = asObject(thread.stringTable);
    this.strings = asArray(thread.stringArray ?? table._array ?? shared.stringArray);
    this.libs = asArray(profile.libs ?? thread.libs);
    const categories = asArray(asObject(profile.meta).categories);
    this.kernelCategories = new Set(
      categories.flatMap((category, index) => (asText(asObject(category).name) === "Kernel" ? [index] : [])),
    );
  }

  read(problems: Problems): void {
    const samples = this.table(this.thread, "samples");
    const stacks = asArray(samples.stack);
    if (stacks.length === 0) return;
    const rows = this.stackRows(problems);
    const weights = asArray(samples.weight);
    const measure = WEIGHTS[asText(samples.weightType)] ?? WEIGHTS.samples!;
    const event = this.builder.event(measure.name, measure.unit);
    const thread = this.builder.thread({
      process: asText(this.thread.processName),
      name: asText(this.thread.name),
      pid: Math.trunc(asNumber(this.thread.pid, -1)),
      tid: Math.trunc(asNumber(this.thread.tid, -1)),
    });
    for (let row = 0; row < stacks.length; row++) {
      const stack = asIndex(stacks[row], rows.length);
      const weight = asNumber(weights[row], 1) * measure.scale;
      if (stack >= 0 || stacks[row] === null)
        this.builder.sample(stack < 0 ? -1 : rows[stack]!, thread, event, 1, weight);
      else
        problems.skipped(
          "firefox-table",
          0,
          `sample ${row} refers to stack ${String(stacks[row])}, which does not exist`,
        );
    }
  }

  private table(owner: JsonObject, name: string): JsonObject {
    return asObject(owner[name] ?? asObject(this.profile.shared)[name]);
  }

  /** Our stack for each row of the stack table. */
  private stackRows(problems: Problems): Int32Array {
    const table = this.table(this.thread, "stackTable");
    const prefixes = asArray(table.prefix);
    const frames = asArray(table.frame);
    const chains = this.frameChains();
    const rows = new Int32Array(frames.length).fill(-1);
    for (let row = 0; row < frames.length; row++) {
      const prefix = asIndex(prefixes[row], row);
      const frame = asIndex(frames[row], chains.length);
      if (frame < 0 || (prefix < 0 && typeof prefixes[row] === "number" && prefixes[row] !== -1)) {
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
    const frames = this.table(this.thread, "frameTable");
    const funcs = asArray(frames.func);
    const functions = this.functionSpecs();
    const column = (name: string) => asArray(frames[name]);
    const [lines, depths, addresses, categories] = [
      column("line"),
      column("inlineDepth"),
      column("address"),
      column("category"),
    ];
    return funcs.map((func, row) => {
      const spec = functions[asIndex(func, functions.length)] ?? UNKNOWN;
      const kernel = this.kernelCategories.has(asNumber(categories[row], -1)) || isKernelModule(spec.module);
      const flags = (kernel ? FrameFlag.Kernel : 0) | (asNumber(depths[row], 0) > 0 ? FrameFlag.Inlined : 0);
      const answer = this.answers?.find(spec.libs, asNumber(addresses[row], -1));
      if (answer) {
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
      const unknown = spec.name === "" || /^0x[0-9a-f]+$/.test(spec.name);
      if (unknown) this.unnamed++;
      else this.named++;
      const line = asNumber(lines[row], 0);
      const name = spec.name || "[unknown]";
      return [this.builder.frame({ ...spec, name, line, flags: flags | (unknown ? FrameFlag.Unknown : 0) })];
    });
  }

  private functionSpecs(): { name: string; file: string | undefined; module: string; libs: readonly string[] }[] {
    const table = this.table(this.thread, "funcTable");
    const [files, resources] = [asArray(table.fileName), asArray(table.resource)];
    const sources = asArray(table.source);
    const sourceFiles = asArray(this.table(this.thread, "sources").filename);
    const resourceLibs = asArray(this.table(this.thread, "resourceTable").lib);
    return asArray(table.name).map((name, row) => {
      const lib = asObject(
        this.libs[asIndex(resourceLibs[asIndex(resources[row], resourceLibs.length)], this.libs.length)],
      );
      const file = this.text(files[row] ?? sourceFiles[asIndex(sources[row], sourceFiles.length)]);
      const libs = [asText(lib.name), asText(lib.debugName)];
      return {
        name: this.text(name),
        file: file === "" ? undefined : plainPath(file),
        module: asText(lib.path) || libs[0]!,
        libs,
      };
    });
  }

  private text(index: unknown): string {
    return asText(this.strings[asIndex(index, this.strings.length)]);
  }
}

const UNKNOWN = { name: "", file: undefined, module: "", libs: [] } as const;

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
