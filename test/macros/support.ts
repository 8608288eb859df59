import { parseMacroRules } from "../../src/macros/definition.ts";
import { isMacroError, type MacroError } from "../../src/macros/errors.ts";
import { expandMacro } from "../../src/macros/expand.ts";
import { tokenize } from "../../src/macros/lexer.ts";
import type { OriginMap } from "../../src/macros/origin.ts";
import type { Expansion } from "../../src/macros/writer.ts";

/** Expands `input` by the rules `definition` (what stands inside `macro_rules! name { ... }`). */
export function run(definition: string, input: string, edition?: number): Expansion | MacroError {
  const macro = parseMacroRules(definition, 0, definition.length, edition);
  if (isMacroError(macro)) return macro;
  const options = { crateToken: "crate·7", maxOutput: 1_000_000 };
  return expandMacro(macro, { text: input, start: 0, end: input.length }, options);
}

/** The tokens of a text, one space between them, marks of opaque fragments kept as comments are not. */
export function words(text: string): string {
  const tokens = tokenize(text, 0, text.length);
  const found: string[] = [];
  for (let row = 0; row < tokens.count; row += tokens.width[row]!) found.push(tokens.tokenText(row));
  return found.join(" ");
}

/** The expansion's tokens, or the reason why there is none. */
export function expanded(definition: string, input: string, edition?: number): string {
  const result = run(definition, input, edition);
  return isMacroError(result) ? `error: ${result.reason} at ${result.offset}` : words(result.text);
}

/** The expansion's exact text. */
export function expandedText(definition: string, input: string): string {
  const result = run(definition, input);
  return isMacroError(result) ? `error: ${result.reason} at ${result.offset}` : result.text;
}

/** Runs of an origin map: offsets in the output and in the source, and lengths. */
export function rowsOf(map: OriginMap): [output: number, source: number, length: number][] {
  const rows: [number, number, number][] = [];
  for (let i = 0; i < map.length; i += 3) rows.push([map[i]!, map[i + 1]!, map[i + 2]!]);
  return rows;
}

/** Runs of an origin map as `output text <- source text`. */
export function runs(map: OriginMap, output: string, source: string): string[] {
  return rowsOf(map).map(([start, from, length]) => {
    const copied = output.slice(start, start + length);
    const original = source.slice(from, from + length);
    return copied === original ? copied : `${copied} <- ${original}`;
  });
}
