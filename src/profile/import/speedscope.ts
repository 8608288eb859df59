/**
 * Reads speedscope's own JSON: shared frames, and profiles that are `sampled` (a list of stacks, root first, with weights) or `evented`
 * (frames opened and closed at times; the time in between belongs to the open stack).
 */
import type { Profile } from "../types.ts";
import { FrameFlag } from "../types.ts";
import { ProfileBuilder } from "./builder.ts";
import { asArray, asIndex, asNumber, asObject, asText, type JsonObject } from "./json.ts";
import type { Problems } from "./problems.ts";

/** speedscope's units, and ours. */
const UNITS: Readonly<Record<string, readonly [name: string, unit: string, scale: number]>> = {
  none: ["samples", "count", 1],
  nanoseconds: ["time", "ns", 1],
  microseconds: ["time", "ns", 1e3],
  milliseconds: ["time", "ns", 1e6],
  seconds: ["time", "ns", 1e9],
  bytes: ["bytes", "bytes", 1],
};

/** Returns the profile in a parsed document. Several profiles in it are threads of one. */
export function importSpeedscope(document: unknown, problems: Problems): Profile {
  const root = asObject(document);
  const builder = new ProfileBuilder();
  const frames = asArray(asObject(root.shared).frames).map((item) => readFrame(asObject(item), builder));
  for (const item of asArray(root.profiles)) new SpeedscopeReader(asObject(item), frames, builder, problems).read();
  if (builder.sampleRows === 0) problems.fatal("no-samples", 0, "the profile holds no samples");
  return builder.finish("speedscope", { partial: problems.partial });
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

/** Reads one profile of the file. */
class SpeedscopeReader {
  private readonly item: JsonObject;
  private readonly frames: readonly number[];
  private readonly builder: ProfileBuilder;
  private readonly problems: Problems;
  private readonly thread: number;
  private readonly event: number;
  private readonly scale: number;

  constructor(item: JsonObject, frames: readonly number[], builder: ProfileBuilder, problems: Problems) {
    this.item = item;
    this.frames = frames;
    this.builder = builder;
    this.problems = problems;
    const [name, unit, scale] = UNITS[asText(item.unit)] ?? UNITS.none!;
    this.thread = builder.thread(readThread(asText(item.name)));
    this.event = builder.event(name, unit);
    this.scale = scale;
  }

  read(): void {
    if (asText(this.item.type) === "evented") this.readEvents();
    else this.readSamples();
  }

  private readSamples(): void {
    const weights = asArray(this.item.weights);
    for (const [row, sample] of asArray(this.item.samples).entries()) {
      let stack = -1;
      for (const index of asArray(sample)) {
        const frame = asIndex(index, this.frames.length);
        if (frame < 0) this.damaged(`sample ${row} refers to frame ${String(index)}, which does not exist`);
        else stack = this.builder.stack(stack, this.frames[frame]!);
      }
      this.builder.sample(
        stack,
        this.thread,
        this.event,
        1,
        asNumber(weights[row], weights.length === 0 ? 1 : 0) * this.scale,
      );
    }
  }

  private readEvents(): void {
    const open: { readonly frame: number; readonly stack: number }[] = [];
    let since = asNumber(this.item.startValue, 0);
    for (const [row, value] of asArray(this.item.events).entries()) {
      const event = asObject(value);
      const at = asNumber(event.at, since);
      const stack = open.at(-1)?.stack ?? -1;
      if (at < since) this.damaged(`event ${row} lies before the one in front of it`);
      else if (stack >= 0 && at > since)
        this.builder.sample(stack, this.thread, this.event, 0, (at - since) * this.scale);
      since = Math.max(since, at);
      const frame = asIndex(event.frame, this.frames.length);
      if (frame < 0) this.damaged(`event ${row} refers to frame ${String(event.frame)}, which does not exist`);
      else if (asText(event.type) === "O") open.push({ frame, stack: this.builder.stack(stack, this.frames[frame]!) });
      else if (open.at(-1)?.frame === frame) open.pop();
      else this.damaged(`event ${row} closes a frame that is not the innermost one`);
    }
  }

  private damaged(message: string): void {
    this.problems.skipped("speedscope-table", 0, message);
  }
}

/** speedscope names a thread `comm pid: 1 tid: 2`, `comm tid: 2` or as it likes. */
function readThread(text: string): { process: string; name: string; pid: number; tid: number } {
  const match = /^(.*?)(?:\s+pid:\s*(\d+))?,?\s+tid:\s*(\d+)$/.exec(text);
  if (!match) return { process: "", name: text, pid: -1, tid: -1 };
  return { process: "", name: match[1]!, pid: Number(match[2] ?? -1), tid: Number(match[3]) };
}
