/** What is shown, as a profile again: frames are functions as written, recursion is collapsed, libraries are passed over. */
import { ProfileBuilder } from "../import/builder.ts";
import { FrameFlag, type Profile } from "../types.ts";
import type { Overlay } from "./overlay.ts";

/** Returns the shown tree as a profile of one thread, for what works on profiles. */
export function shownProfile(overlay: Overlay): Profile {
  const { tree, subjects, profile, event } = overlay;
  const builder = new ProfileBuilder();
  const commands = new Set(profile.threads.map(({ process, name }) => process || name));
  const process = commands.size === 1 ? [...commands][0]! : "all";
  const thread = builder.thread({ process, name: process, pid: -1, tid: -1 });
  const eventRow = builder.event(event.name, event.unit);
  const frames = new Map<number, number>();
  const frameOf = (subject: number): number => {
    let frame = frames.get(subject);
    if (frame === undefined) {
      const { name, kind } = subjects.rows[subject]!;
      frame = builder.frame({ name, flags: kind === "unmatched" ? FrameFlag.Unknown : 0 });
      frames.set(subject, frame);
    }
    return frame;
  };
  const stacks = new Int32Array(tree.length);
  for (let row = 0; row < tree.length; row++) {
    const above = tree.parent[row]!;
    stacks[row] = builder.stack(above < 0 ? -1 : stacks[above]!, frameOf(tree.label[row]!));
    if (tree.self[row]! > 0 || tree.selfCount[row]! > 0)
      builder.sample(stacks[row]!, thread, eventRow, tree.selfCount[row]!, tree.self[row]!);
  }
  return builder.finish(profile.format, { partial: profile.partial });
}
