/**
 * Recording a command with the profiler that is there: perf, samply or valgrind.
 */
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";

/**
 * Returns what samply wrote beside a profile with `--unstable-presymbolicate`: `NAME.syms.json` for `NAME.json` and `NAME.json.gz`;
 * `undefined` where there is none.
 */
export async function samplySymbols(path: string): Promise<unknown> {
  const base = /^(.*)\.json(?:\.gz)?$/.exec(path)?.[1];
  if (base === undefined) return undefined;
  for (const name of [`${base}.syms.json`, `${base}.syms.json.gz`]) {
    try {
      const bytes = await readFile(name);
      return JSON.parse((name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
    } catch {
      // Not there, or not to be read: the profile then stays without.
    }
  }
  return undefined;
}
