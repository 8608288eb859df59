/** `callmap overlay --symbols`: a line per symbol in, a line per symbol out. */
import { readFileSync } from "node:fs";
import { InputError } from "../base/diagnostic.ts";
import { nodeText } from "../graph/columns.ts";
import type { CallGraph } from "../graph/types.ts";
import { createMatcher, type SymbolMatch } from "../profile/symbols/match.ts";

/** Stands where there is nothing to say. */
const NONE = "-";

/** Returns the lines of a file; `-` is standard input. Throws an {@link InputError} when it can't be read. */
export function readLines(file: string): string[] {
  try {
    const lines = readFileSync(file === "-" ? 0 : file, "utf8").split(/\r?\n/);
    if (lines.at(-1) === "") lines.pop();
    return lines;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      [{ severity: "error", code: "unreadable-symbols", message: `can't read ${file}: ${reason}` }],
      true,
    );
  }
}

/**
 * Yields for each symbol: the symbol as it came, the path of its function (of others the readable name), `file:line` of the function and the
 * rule, with tabs between. A line may hold `file:line` of the symbol's code behind a tab, which decides between functions of one name.
 */
export function* symbolTable(graph: CallGraph, lines: Iterable<string>): Generator<string> {
  const matcher = createMatcher(graph);
  for (const line of lines) {
    const [symbol = "", place = ""] = line.split("\t");
    const at = /^(.*?)(?::(\d+))?$/.exec(place)!;
    const where = place === "" ? {} : { file: at[1]!, ...(at[2] === undefined ? {} : { line: Number(at[2]) }) };
    const match = matcher.match({ name: symbol, ...where });
    yield `${[symbol, pathOf(graph, match), placeOf(graph, match), ruleOf(match)].join("\t")}\n`;
  }
}

function pathOf(graph: CallGraph, { node, path }: SymbolMatch): string {
  return (node === null ? path?.text : nodeText(graph, node, "path")) ?? NONE;
}

function placeOf(graph: CallGraph, { node }: SymbolMatch): string {
  const file = node === null ? undefined : nodeText(graph, node, "file");
  return file === undefined ? NONE : `${file}:${graph.nodes.line[node!]}`;
}

function ruleOf({ rule, candidates }: SymbolMatch): string {
  return candidates.length > 1 ? `${rule} (one of ${candidates.length})` : rule;
}
