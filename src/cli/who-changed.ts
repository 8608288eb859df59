/** `callmap who --changed REV`: functions that changed since a revision, and what reaches them. */
import { isAbsolute, relative, resolve } from "node:path";
import { InputError } from "../base/diagnostic.ts";
import { type CallGraph, ENTRIES } from "../graph/types.ts";
import { changedFiles, findRevision, realFolder } from "../host/git.ts";
import { type FileChange, findImpact, type Impact } from "../query/changed.ts";
import { functionText } from "../render/function-line.ts";
import { counted } from "../render/look.ts";
import type { Answer } from "./answer.ts";
import type { WhoQuestion } from "./who.ts";

/** Answers with the changed functions and, by distance, everything from which they are reached. */
export function answerChanged(question: WhoQuestion): Answer {
  const { graph, flags, root } = question;
  const name = flags.changed!;
  const depth = flags.depth?.callers ?? Number.POSITIVE_INFINITY;
  const impact = findImpact(graph, changesSince(root, name), depth);
  return { isFound: impact.changed.length > 0, lines: lines(question, name, impact), nodes: impact.reached.order };
}

/** Changes by file as the graph names files; what lies outside of the workspace is no function of it. */
function changesSince(root: string, name: string): Map<string, FileChange> {
  const folder = realFolder(root);
  const revision = findRevision(folder, name);
  if (revision === undefined) {
    const message = `${name} is no revision that git knows in ${root}`;
    throw new InputError([{ severity: "error", code: "no-revision", message }], true);
  }
  const files = changedFiles(revision).map(({ path, ...change }) => {
    const file = relative(folder, resolve(revision.repository, path)).replaceAll("\\", "/");
    return [file, change] as const;
  });
  return new Map(files.filter(([file]) => !file.startsWith("../") && !isAbsolute(file)));
}

function lines({ graph, look }: WhoQuestion, name: string, { changed, reached, outside }: Impact): string[] {
  const result = [look.strong(`${counted(changed.length, "function")} changed since ${name}`)];
  const narrower = { ...look, width: look.width - 4 };
  for (const node of changed) result.push(`  ${functionText(graph, node, narrower)}`);
  const others = [...reached.order].filter((node) => reached.distance[node]! > 0 || reached.edge[node] !== -1);
  if (others.length > 0)
    result.push(
      "",
      look.strong(`${counted(others.length, "function reaches", "functions reach")} them${entryWords(graph, others)}`),
    );
  let last = -1;
  for (const node of others) {
    const distance = reached.distance[node]!;
    if (distance !== last) result.push(`  ${distance === 0 ? "by dispatch" : `by ${counted(distance, "call")}`}`);
    last = distance;
    result.push(`    ${functionText(graph, node, narrower)}`);
  }
  if (outside > 0)
    result.push(
      "",
      look.faint(
        `${counted(outside, "change stands", "changes stand")} outside of functions: types, constants, attributes`,
      ),
    );
  return result;
}

const COUNTED_ENTRIES = { main: "main function", test: "test", bench: "benchmark" } as const;

/** `, among them 2 tests`. */
function entryWords(graph: CallGraph, nodes: readonly number[]): string {
  const words = Object.entries(COUNTED_ENTRIES).flatMap(([entry, noun]) => {
    const index = ENTRIES.indexOf(entry as keyof typeof COUNTED_ENTRIES) + 1;
    const count = nodes.filter((node) => graph.nodes.entry[node] === index).length;
    return count === 0 ? [] : [counted(count, noun)];
  });
  return words.length === 0 ? "" : `, among them ${words.join(", ")}`;
}
