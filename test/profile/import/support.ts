import { type ImportOptions, importBytes } from "../../../src/profile/import/import.ts";
import { FrameFlag, type Profile } from "../../../src/profile/types.ts";

/** Reads a profile from text or bytes. */
export async function read(input: string | Uint8Array, options: ImportOptions = {}) {
  const { value, diagnostics } = await importBytes(typeof input === "string" ? Buffer.from(input) : input, options);
  return { profile: value, codes: diagnostics.map((diagnostic) => diagnostic.code), diagnostics };
}

/** Name of a frame, with its place and marks: `f@a.rs:3 (inlined)`. */
export function frameText(profile: Profile, frame: number): string {
  const { frames, strings } = profile;
  const file = frames.file[frame]!;
  const flags = frames.flags[frame]!;
  return [
    strings[frames.name[frame]!],
    frames.level[frame] ? `'${frames.level[frame]}` : "",
    file < 0 ? "" : `@${strings[file]}:${frames.line[frame]}`,
    flags & FrameFlag.Inlined ? " (inlined)" : "",
    flags & FrameFlag.Kernel ? " [k]" : "",
    flags & FrameFlag.Unknown ? " ?" : "",
  ].join("");
}

/** Frames of a stack, root first. */
export function stackText(profile: Profile, stack: number): string {
  const names: string[] = [];
  for (let row = stack; row >= 0; row = profile.stacks.prefix[row]!)
    names.push(frameText(profile, profile.stacks.frame[row]!));
  return names.toReversed().join(";");
}

/** All samples as `thread|event|stack count weight`. */
export function samplesOf(profile: Profile): string[] {
  const { samples, threads, events } = profile;
  return Array.from({ length: samples.length }, (_, row) => {
    const thread = threads[samples.thread[row]!]!;
    const who = `${thread.name}${thread.pid >= 0 ? ` ${thread.pid}` : ""}${thread.tid >= 0 ? `/${thread.tid}` : ""}`;
    const head = `${who}|${events[samples.event[row]!]!.name}|${stackText(profile, samples.stack[row]!)}`;
    return `${head} ${samples.count[row]} ${samples.weight[row]}`;
  });
}

/** The stacks alone, in order of the samples. */
export function stacksOf(profile: Profile): string[] {
  return Array.from(profile.samples.stack, (stack) => stackText(profile, stack));
}
