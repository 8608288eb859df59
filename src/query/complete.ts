/**
 * Completing the name of a function as one types it, segment by segment: `Sem` becomes `Semaphore::`, that `Semaphore::acquire`. What was
 * typed may begin at any segment of a path, as when a function is asked for.
 */
import { nodeText } from "../graph/columns.ts";
import { parsePath, shortPath } from "../graph/path.ts";
import type { CallGraph } from "../graph/types.ts";

/** Returns what `typed` can become, sorted; an end with `::` says that there is more to come. */
export function completeFunction(graph: CallGraph, typed: string): string[] {
  if (typed === "" || (!typed.startsWith("<") && /[*?/\s]/.test(typed))) return [];
  const found = new Set<string>();
  const seen = new Set<number>();
  for (let node = 0; node < graph.nodes.length; node++) {
    const id = graph.nodes.path[node]!;
    if (seen.has(id)) continue;
    seen.add(id);
    const path = nodeText(graph, node, "path")!;
    for (const candidate of typed.startsWith("<") ? wholeNames(path, typed) : segmentsFrom(path, typed))
      found.add(candidate);
  }
  return [...found].sort();
}

/** `<Sq as Shape>::area` by its beginning, in full or shortened. */
function wholeNames(path: string, typed: string): string[] {
  return [path, shortPath(path)].filter((name) => name.startsWith(typed));
}

/** The path from each segment where `typed` fits, up to the end of the segment that is being typed. */
function segmentsFrom(path: string, typed: string): string[] {
  if (!path.includes(typed.split("::")[0]!)) return [];
  const { self, segments } = parsePath(path);
  const head = self === undefined ? [] : (/[\w:]+/.exec(self)?.[0].split("::") ?? []);
  const names = [...head, ...segments.map(({ name }) => name)];
  const depth = typed.split("::").length;
  return names.flatMap((_, start) => {
    const part = names.slice(start, start + depth);
    const text = part.join("::");
    if (part.length < depth || !text.startsWith(typed)) return [];
    return [start + depth < names.length ? `${text}::` : text];
  });
}
