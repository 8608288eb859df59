/**
 * Several profiles as one: their samples add up, frames and threads that are equal become one. Events are joined by name and unit.
 *
 * Profiles of stacks and profiles of calls can't be added: one says how often, the other at what cost along which path.
 */
import type { Diagnostic, Outcome } from "../../base/diagnostic.ts";
import type { CallTables, Profile } from "../types.ts";
import { ProfileBuilder } from "./builder.ts";
import { FloatColumn, type IntColumn, PairTable } from "./tables.ts";

/** Adds profiles up. What can't be added to the first one is left out, with a diagnostic. At least one profile must be given. */
export function mergeProfiles(profiles: readonly Profile[]): Outcome<Profile> {
  const [first, ...rest] = profiles;
  if (first === undefined || rest.length === 0) return { value: first ?? emptyProfile(), diagnostics: [] };
  const alike = profiles.filter((profile) => (profile.calls === undefined) === (first.calls === undefined));
  const diagnostics: Diagnostic[] = [];
  if (alike.length < profiles.length) {
    diagnostics.push({
      severity: "error",
      code: "unlike-profiles",
      message: `profiles of stacks and profiles of calls can't be added up; ${profiles.length - alike.length} of ${profiles.length} left out`,
      hint: "lay them over the workspace one by one",
      partial: true,
    });
  }
  const builder = new ProfileBuilder();
  const calls = first.calls ? new CallMerger() : undefined;
  for (const profile of alike) {
    const frames = addFrames(profile, builder);
    addSamples(profile, builder, frames);
    if (calls && profile.calls) calls.add(profile, profile.calls, builder, frames);
  }
  const partial = profiles.some((profile) => profile.partial) || diagnostics.length > 0;
  const tables = calls?.tables(builder.eventCount);
  const value = builder.finish(first.format, { partial, command: first.command, ...(tables ? { calls: tables } : {}) });
  return { value, diagnostics };
}

function emptyProfile(): Profile {
  return new ProfileBuilder().finish("folded", { partial: true });
}

/** Adds the frames of a profile; returns their new rows. */
function addFrames({ frames, strings }: Profile, builder: ProfileBuilder): Int32Array {
  const text = (row: number) => (row < 0 ? undefined : strings[row]!);
  return Int32Array.from({ length: frames.length }, (_, row) =>
    builder.frame({
      name: strings[frames.name[row]!]!,
      linkage: text(frames.linkage[row]!),
      file: text(frames.file[row]!),
      line: frames.line[row]!,
      module: text(frames.module[row]!),
      address: frames.address[row]!,
      flags: frames.flags[row]!,
      level: frames.level[row]!,
    }),
  );
}

function addSamples({ stacks, samples, threads, events }: Profile, builder: ProfileBuilder, frames: Int32Array): void {
  const stackRows = new Int32Array(stacks.length);
  for (let row = 0; row < stacks.length; row++) {
    const prefix = stacks.prefix[row]!;
    stackRows[row] = builder.stack(prefix < 0 ? -1 : stackRows[prefix]!, frames[stacks.frame[row]!]!);
  }
  const threadRows = threads.map((thread) => builder.thread(thread));
  const eventRows = events.map(({ name, unit }) => builder.event(name, unit));
  for (let row = 0; row < samples.length; row++) {
    const stack = samples.stack[row]!;
    const thread = threadRows[samples.thread[row]!]!;
    const event = eventRows[samples.event[row]!]!;
    builder.sample(stack < 0 ? -1 : stackRows[stack]!, thread, event, samples.count[row]!, samples.weight[row]!);
  }
}

/** One table of costs while it grows: a row per key, with the costs of each profile's events. */
class CostTable {
  readonly keys = new PairTable();
  private readonly rows: { readonly key: number; readonly event: number; readonly cost: number }[] = [];

  add(first: number, second: number, costs: Float64Array, at: number, events: readonly number[]): number {
    const key = this.keys.intern(first, second);
    for (const [index, event] of events.entries())
      this.rows.push({ key, event, cost: costs[at * events.length + index]! });
    return key;
  }

  costs(eventCount: number): Float64Array {
    const costs = new Float64Array(this.keys.length * eventCount);
    for (const { key, event, cost } of this.rows) costs[key * eventCount + event]! += cost;
    return costs;
  }
}

/** Adds call graphs up: functions by their frame, lines and calls by their place. */
class CallMerger {
  private readonly functions = new CostTable();
  private readonly places = new PairTable();
  private readonly lines = new CostTable();
  private readonly pairs = new PairTable();
  private readonly calls = new CostTable();
  private readonly counts = new FloatColumn();
  private stated: number[] | undefined = [];

  add(profile: Profile, calls: CallTables, builder: ProfileBuilder, frames: Int32Array): void {
    const events = profile.events.map(({ name, unit }) => builder.event(name, unit));
    const file = (row: number) => (row < 0 ? -1 : builder.string(profile.strings[row]!));
    const functionRows = Int32Array.from(calls.functions.frame, (frame, row) =>
      this.functions.add(frames[frame]!, 0, calls.functions.self, row, events),
    );
    for (let row = 0; row < calls.lines.length; row++) {
      const place = this.places.intern(file(calls.lines.file[row]!), calls.lines.line[row]!);
      this.lines.add(functionRows[calls.lines.func[row]!]!, place, calls.lines.cost, row, events);
    }
    for (let row = 0; row < calls.calls.length; row++) {
      const pair = this.pairs.intern(functionRows[calls.calls.caller[row]!]!, functionRows[calls.calls.callee[row]!]!);
      const place = this.places.intern(file(calls.calls.file[row]!), calls.calls.line[row]!);
      const call = this.calls.add(pair, place, calls.calls.cost, row, events);
      while (this.counts.length <= call) this.counts.push(0);
      this.counts.data[call]! += calls.calls.count[row]!;
    }
    if (!calls.stated) this.stated = undefined;
    for (const [index, event] of events.entries()) {
      if (this.stated && calls.stated) this.stated[event] = (this.stated[event] ?? 0) + calls.stated[index]!;
    }
  }

  tables(eventCount: number): CallTables {
    const { functions, lines, calls, places, pairs } = this;
    const by = (keys: IntColumn, column: IntColumn) => keys.toArray().map((key) => column.data[key]!);
    return {
      functions: {
        length: functions.keys.length,
        frame: functions.keys.first.toArray(),
        self: functions.costs(eventCount),
      },
      lines: {
        length: lines.keys.length,
        func: lines.keys.first.toArray(),
        file: by(lines.keys.second, places.first),
        line: by(lines.keys.second, places.second),
        cost: lines.costs(eventCount),
      },
      calls: {
        length: calls.keys.length,
        caller: by(calls.keys.first, pairs.first),
        callee: by(calls.keys.first, pairs.second),
        file: by(calls.keys.second, places.first),
        line: by(calls.keys.second, places.second),
        count: this.counts.toArray(),
        cost: calls.costs(eventCount),
      },
      ...(this.stated
        ? { stated: Float64Array.from({ length: eventCount }, (_, event) => this.stated![event] ?? 0) }
        : {}),
    };
  }
}
