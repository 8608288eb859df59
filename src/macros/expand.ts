/** Expansion of one invocation of a declarative macro: the first rule that matches is transcribed. */
import type { TokenBuffer } from "./buffer.ts";
import type { MacroDefinition } from "./definition.ts";
import { isMacroError, type MacroError, macroError } from "./errors.ts";
import { withTokens } from "./lexer.ts";
import { matchRule } from "./match.ts";
import { type TranscribeOptions, transcribe } from "./transcribe.ts";
import type { Expansion } from "./writer.ts";

/** A stretch of text: what stands between the delimiters of an invocation. */
export interface MacroInput {
  readonly text: string;
  /** UTF-16 offset of the first unit. */
  readonly start: number;
  /** UTF-16 offset behind the last unit. */
  readonly end: number;
}

/**
 * Returns the expansion of `definition` for the arguments `input`, its origins leading into `input.text`. Macros inside
 * the expansion are left for the caller, who reads the text again. When no rule matches, the error is that of the rule
 * that got furthest; a fragment that begins but is not well formed ends the search, as in the compiler. Never throws.
 */
export function expandMacro(
  definition: MacroDefinition,
  input: MacroInput,
  options: TranscribeOptions,
): Expansion | MacroError {
  return withTokens(input.text, input.start, input.end, (tokens) => expandTokens(definition, tokens, options));
}

function expandTokens(
  definition: MacroDefinition,
  tokens: TokenBuffer,
  options: TranscribeOptions,
): Expansion | MacroError {
  let furthest: MacroError | undefined;
  for (const rule of definition.rules) {
    const bindings = matchRule(rule.matcher, tokens);
    if (!isMacroError(bindings)) return transcribe(rule.template, rule.matcher, bindings, tokens, options);
    if (bindings.reason === "bad-fragment" || bindings.reason === "ambiguous") return bindings;
    if (furthest === undefined || bindings.offset > furthest.offset) furthest = bindings;
  }
  return furthest ?? macroError("no-rule", "the macro has no rules", tokens.offset(0));
}
