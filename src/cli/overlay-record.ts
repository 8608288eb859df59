/** `callmap overlay -- COMMAND`: records a run of a command and reads what was recorded. */
import { record } from "../host/record.ts";
import type { Profile } from "../profile/types.ts";
import type { OverlayFlags } from "./overlay-flags.ts";
import { readProfiles } from "./overlay-input.ts";
import { printDiagnostics } from "./terminal.ts";

/** Records and reads. Throws an InputError when no recorder works, or the command could not be started. */
export async function recordProfile(command: readonly string[], flags: OverlayFlags): Promise<Profile> {
  const { recorder, frequency, unwind, save, rawNames } = flags;
  const recording = await record(command, {
    ...(recorder === undefined ? {} : { recorder }),
    ...(frequency === undefined ? {} : { frequency }),
    ...(unwind === undefined ? {} : { unwind }),
    ...(save === undefined ? {} : { save }),
    demangled: rawNames ?? false,
  });
  try {
    printDiagnostics(flags.quiet ? recording.diagnostics.filter((d) => d.severity !== "info") : recording.diagnostics);
    return await readProfiles([recording.path], flags);
  } finally {
    recording.remove();
  }
}
