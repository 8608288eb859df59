/** `callmap overlay`: lays profiles over the source. */
import type { Command } from "commander";
import { nodeText } from "../graph/columns.ts";
import { checkWritable } from "../host/write.ts";
import type { Overlay } from "../profile/overlay/overlay.ts";
import { presentTree } from "../profile/overlay/present.ts";
import { renderFlame } from "../render/flame.ts";
import { renderSummary } from "../render/overlay-text.ts";
import { write } from "./output.ts";
import { addOverlayOptions, type OverlayFlags } from "./overlay-flags.ts";
import { findGround, overlayOf, readProfiles } from "./overlay-input.ts";
import { viewsOf } from "./overlay-views.ts";
import { usageError } from "./terminal.ts";

/** Adds the command to the program. */
export function overlayCommand(program: Command): void {
  const command = program
    .command("overlay")
    .description("Lay profiles over the source: who costs what, in terms of the functions as written")
    .argument(
      "[profile...]",
      "perf script text, perf.data, folded stacks, callgrind.out, samply or Firefox, pprof, speedscope; - is standard input",
    );
  addOverlayOptions(command).action(runOverlay);
}

async function runOverlay(paths: readonly string[], flags: OverlayFlags): Promise<void> {
  if (paths.length === 0)
    throw usageError("no profile is named", "callmap overlay PROFILE, or perf script | callmap overlay -");
  if (flags.flame !== undefined) checkWritable(flags.flame);
  const profile = await readProfiles(paths, flags);
  const ground = await findGround(flags);
  const overlay = overlayOf(profile, ground, flags);
  const base = flags.base === undefined ? undefined : overlayOf(await readProfiles(flags.base, flags), ground, flags);
  if (flags.flame !== undefined) {
    const tree = presentTree(overlay, { reverse: flags.reverse ?? false, ...(base ? { base } : {}) });
    await write(renderFlame(tree), { output: flags.flame });
  }
  const views = viewsOf({ overlay, base, flags, root: ground.root });
  await write(text(overlay, views), flags);
}

function* text(overlay: Overlay, views: ReturnType<typeof viewsOf>): Generator<string> {
  yield* renderSummary(summaryOf(overlay));
  for (const view of views) {
    yield "\n";
    yield* view.text();
  }
}

function summaryOf(overlay: Overlay): Parameters<typeof renderSummary>[0] {
  const { event, total, shares, repair, estimated, profile, graph } = overlay;
  const path = (node: number) => (graph ? (nodeText(graph.graph, node, "path") ?? "") : "");
  return {
    event: event.name,
    unit: event.unit,
    total,
    shares,
    repair: repair && { ...repair, paths: repair.paths.map((nodes) => nodes.map(path)) },
    estimated,
    partial: profile.partial,
  };
}
