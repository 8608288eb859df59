/** Which samples count: one event, some threads. The result is a weight and a count for each stack. */
import type { CallTables, Profile, ProfileThread } from "../types.ts";

/** Filters; what is absent lets everything through. */
export interface SampleFilter {
  /** Name of the event, or its beginning up to a `:`; the first event without it. */
  readonly event?: string;
  /** Thread name or number. */
  readonly thread?: string;
  /** Process name or number. */
  readonly process?: string;
}

/** Weights by stack row; samples without a stack are in `bare`. */
export interface StackWeights {
  /** Row of the event in the profile. */
  readonly event: number;
  /** Self weight of each stack. */
  readonly weight: Float64Array;
  /** Samples of each stack. */
  readonly count: Float64Array;
  /** Weight and count of the samples without a stack. */
  readonly bare: { readonly weight: number; readonly count: number };
  /** Sums of everything that was let through. */
  readonly total: { readonly weight: number; readonly count: number };
}

/** Events that count time; faults and misses are recorded beside them. */
const TIME = /^(?:cycles|cpu-clock|task-clock|cpu-cycles|cpu|time|wall|Ir)\b/;

/** Returns the row of the event to be shown: the one asked for, else the first that counts time, else the first. -1 when it does not exist. */
export function findEvent(profile: Profile, name: string | undefined): number {
  if (name === undefined) {
    const time = profile.events.findIndex((event) => TIME.test(event.name));
    return time >= 0 ? time : profile.events.length > 0 ? 0 : -1;
  }
  const exact = profile.events.findIndex((event) => event.name === name);
  return exact >= 0 ? exact : profile.events.findIndex((event) => event.name.startsWith(`${name}:`));
}

/** True when the thread passes the filter. */
export function threadPasses(thread: ProfileThread, filter: SampleFilter): boolean {
  const fits = (wanted: string | undefined, name: string, id: number) =>
    wanted === undefined || wanted === name || wanted === String(id);
  const process = thread.process || thread.name;
  return fits(filter.thread, thread.name, thread.tid) && fits(filter.process, process, thread.pid);
}

/** Sums the samples that pass the filter up by stack. */
export function weighStacks(profile: Profile, filter: SampleFilter = {}): StackWeights {
  const event = findEvent(profile, filter.event);
  const passes = profile.threads.map((thread) => threadPasses(thread, filter));
  const weight = new Float64Array(profile.stacks.length);
  const count = new Float64Array(profile.stacks.length);
  const [bare, total] = [
    { weight: 0, count: 0 },
    { weight: 0, count: 0 },
  ];
  const { samples } = profile;
  for (let row = 0; row < samples.length; row++) {
    if (samples.event[row] !== event || !passes[samples.thread[row]!]) continue;
    const stack = samples.stack[row]!;
    total.weight += samples.weight[row]!;
    total.count += samples.count[row]!;
    if (stack < 0) {
      bare.weight += samples.weight[row]!;
      bare.count += samples.count[row]!;
    } else {
      weight[stack]! += samples.weight[row]!;
      count[stack]! += samples.count[row]!;
    }
  }
  return { event, weight, count, bare, total };
}

/** What was counted of one event in one thread. */
export interface SampleGroup {
  readonly event: string;
  readonly unit: string;
  /** `process/thread pid/tid`, as far as the profile tells. */
  readonly thread: string;
  readonly count: number;
  readonly weight: number;
}

/** Returns the sums by event and thread, in the order of the profile's events, costliest threads first. */
export function sampleGroups({ samples, events, threads, calls }: Profile): SampleGroup[] {
  const groups = new Map<number, { count: number; weight: number }>();
  for (let row = 0; row < samples.length; row++) {
    const key = samples.event[row]! * threads.length + samples.thread[row]!;
    const group = groups.get(key) ?? { count: 0, weight: 0 };
    group.count += samples.count[row]!;
    group.weight += samples.weight[row]!;
    groups.set(key, group);
  }
  if (calls)
    for (const event of events.keys())
      groups.set(event * Math.max(threads.length, 1), selfOf(calls, event, events.length));
  return [...groups]
    .map(([key, { count, weight }]) => {
      const { name: event, unit } = events[Math.floor(key / Math.max(threads.length, 1))]!;
      return { key, event, unit, thread: threadName(threads[key % Math.max(threads.length, 1)]), count, weight };
    })
    .sort((a, b) => (a.event === b.event ? b.weight - a.weight || a.key - b.key : a.key - b.key))
    .map(({ key: _, ...group }) => group);
}

function selfOf(calls: CallTables, event: number, eventCount: number): { count: number; weight: number } {
  let weight = 0;
  for (let row = 0; row < calls.functions.length; row++) weight += calls.functions.self[row * eventCount + event]!;
  return { count: 0, weight };
}

function threadName(thread: ProfileThread | undefined): string {
  if (thread === undefined) return "";
  const { process, name, pid, tid } = thread;
  const names = process !== "" && name !== "" && process !== name ? `${process}/${name}` : name || process;
  const ids = [pid, tid].filter((id) => id >= 0).join("/");
  return ids === "" ? names : `${names} ${ids}`;
}
