/**
 * Reads speedscope's own JSON: shared frames, and profiles that are `sampled` (a list of stacks, root first, with weights) or `evented`
 * (frames opened and closed at times; the time in between belongs to the open stack).
 *
 * The document is read in passing: a profile's samples are summed up by stack as they come, stacks being kept as a tree of frame numbers until
 * the frames themselves are known.
 */
import type { Profile } from "../types.ts";
import { FrameFlag } from "../types.ts";
import { ProfileBuilder } from "./builder.ts";
import { asArray, asIndex, asNumber, asObject, asText, type JsonObject } from "./json.ts";
import type { JsonSink, Wish } from "./json-stream.ts";
import type { Problems } from "./problems.ts";
import { SampleSums } from "./sample-sums.ts";
import { PairTable } from "./tables.ts";

/** speedscope's units, and ours. */
const UNITS: Readonly<Record<string, readonly [name: string, unit: string, scale: number]>> = {
  none: ["samples", "count", 1],
  nanoseconds: ["time", "ns", 1],
  microseconds: ["time", "ns", 1e3],
  milliseconds: ["time", "ns", 1e6],
  seconds: ["time", "ns", 1e9],
  bytes: ["bytes", "bytes", 1],
};

const FRAMES = "shared.frames";
const PROFILE = "profiles.*";
const WISHES = new Map<string, Wish>([
  ["", "enter"],
  ["shared", "enter"],
  [FRAMES, "items"],
  ["profiles", "enter"],
  [PROFILE, "enter"],
  ...["type", "name", "unit"].map((key) => [`${PROFILE}.${key}`, "whole"] as const),
  ...["samples", "weights", "events"].map((key) => [`${PROFILE}.${key}`, "items"] as const),
]);

/** Numbers of frames are below this; -1 stands in a stack for what is none. */
const MOST_FRAMES = 0x7fffffff;

/** One profile of the document, with frames as numbers. */
class Draft {
  type = "";
  name = "";
  unit = "";
  readonly sums = new SampleSums();
  /** The open frames of an evented profile, outermost first, with the stack of each. */
  readonly open: { readonly frame: number; readonly stack: number }[] = [];
  /** Time of the last event. */
  since = Number.NaN;
  eventRows = 0;
}

/** Takes a speedscope document from a {@link JsonStream}. Several profiles in it are threads of one. */
export class SpeedscopeReader implements JsonSink {
  private readonly builder = new ProfileBuilder();
  private readonly problems: Problems;
  private readonly frames: number[] = [];
  private readonly drafts: Draft[] = [];
  /** Stacks of frame numbers, of all profiles. */
  private readonly stacks = new PairTable();

  constructor(problems: Problems) {
    this.problems = problems;
  }

  wish(path: string): Wish {
    if (path === PROFILE) this.drafts.push(new Draft());
    return WISHES.get(path);
  }

  items(path: string, values: readonly unknown[]): void {
    if (path === FRAMES) for (const value of values) this.frames.push(readFrame(asObject(value), this.builder));
    else if (path === `${PROFILE}.samples`) this.addSamples(this.drafts.at(-1)!, values);
    else if (path === `${PROFILE}.weights`)
      for (const value of values) this.drafts.at(-1)!.sums.addWeight(asNumber(value, 0));
    else for (const value of values) this.addEvent(this.drafts.at(-1)!, asObject(value));
  }

  whole(path: string, value: unknown): void {
    const draft = this.drafts.at(-1)!;
    const text = asText(value);
    if (path === `${PROFILE}.type`) draft.type = text;
    else if (path === `${PROFILE}.name`) draft.name = text;
    else draft.unit = text;
  }

  /** Returns the profile. */
  finish(): Profile {
    const rows = this.stackRows();
    for (const draft of this.drafts) {
      const [name, unit, scale] = UNITS[draft.unit] ?? UNITS.none!;
      const thread = this.builder.thread(readThread(draft.name));
      const event = this.builder.event(name, unit);
      const counts = draft.type !== "evented";
      for (const [stack, { count, weight }] of draft.sums.finish())
        this.builder.sample(stack < 0 ? -1 : rows[stack]!, thread, event, counts ? count : 0, weight * scale);
    }
    if (this.builder.sampleRows === 0) this.problems.fatal("no-samples", 0, "the profile holds no samples");
    return this.builder.finish("speedscope", { partial: this.problems.partial });
  }

  private addSamples(draft: Draft, values: readonly unknown[]): void {
    for (const value of values) {
      let stack = -1;
      for (const index of asArray(value)) stack = this.stacks.intern(stack, asIndex(index, MOST_FRAMES));
      draft.sums.addStack(stack);
    }
  }

  private addEvent(draft: Draft, event: JsonObject): void {
    const row = draft.eventRows++;
    const at = asNumber(event.at, draft.since);
    const stack = draft.open.at(-1)?.stack ?? -1;
    if (at < draft.since) this.damaged(`event ${row} lies before the one in front of it`);
    else if (stack >= 0 && at > draft.since) draft.sums.add(stack, at - draft.since);
    draft.since = Number.isNaN(draft.since) ? at : Math.max(draft.since, at);
    const frame = asIndex(event.frame, MOST_FRAMES);
    if (asText(event.type) === "O") draft.open.push({ frame, stack: this.stacks.intern(stack, frame) });
    else if (draft.open.at(-1)?.frame === frame) draft.open.pop();
    else this.damaged(`event ${row} closes a frame that is not the innermost one`);
  }

  /** Our stack for each stack of frame numbers; frames that do not exist are left out. */
  private stackRows(): Int32Array {
    const { first, second, length } = this.stacks;
    const rows = new Int32Array(length);
    for (let row = 0; row < length; row++) {
      const [prefix, index] = [first.data[row]!, second.data[row]!];
      const caller = prefix < 0 ? -1 : rows[prefix]!;
      const frame = this.frames[index];
      if (frame === undefined) this.damaged(`a stack refers to frame ${index}, which does not exist`);
      rows[row] = frame === undefined ? caller : this.builder.stack(caller, frame);
    }
    return rows;
  }

  private damaged(message: string): void {
    this.problems.skipped("speedscope-table", 0, message);
  }
}

function readFrame(item: JsonObject, builder: ProfileBuilder): number {
  const text = asText(item.name);
  const inlined = text.endsWith(" (inlined)");
  const name = inlined ? text.slice(0, -" (inlined)".length) : text;
  const unknown = name === "" || name === "[unknown]" || /^0x[0-9a-f]+$/.test(name);
  return builder.frame({
    name: name || "[unknown]",
    file: asText(item.file) || undefined,
    line: asNumber(item.line, 0),
    flags: (unknown ? FrameFlag.Unknown : 0) | (inlined ? FrameFlag.Inlined : 0),
  });
}

/** speedscope names a thread `comm pid: 1 tid: 2`, `comm tid: 2` or as it likes. */
function readThread(text: string): { process: string; name: string; pid: number; tid: number } {
  const match = /^(.*?)(?:\s+pid:\s*(\d+))?,?\s+tid:\s*(\d+)$/.exec(text);
  if (!match) return { process: "", name: text, pid: -1, tid: -1 };
  return { process: "", name: match[1]!, pid: Number(match[2] ?? -1), tid: Number(match[3]) };
}
