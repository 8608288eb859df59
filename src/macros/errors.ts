/** What can go wrong in a macro expansion, as data: the scan counts these by reason and goes on. */

/** Why a macro could not be expanded. Stable words for the tally. */
export type MacroErrorReason =
  /** The definition itself is not well formed. */
  | "bad-definition"
  /** Input ended while a rule still wanted something. */
  | "unexpected-end"
  /** No rule wants the token at `offset`. */
  | "no-rule"
  /** Two ways to go on that the language does not choose between. */
  | "ambiguous"
  /** A fragment began but is not well formed. */
  | "bad-fragment"
  /** The transcriber repeats variables that were not matched equally often, or at another depth. */
  | "bad-repetition"
  /** The expansion grew beyond the caller's limit. */
  | "too-large";

/** A failed expansion or definition; never thrown. */
export interface MacroError {
  readonly reason: MacroErrorReason;
  /** One sentence for people, without a place. */
  readonly message: string;
  /** UTF-16 offset in the text at fault: the definition's for `bad-definition` and `bad-repetition`, else the input's. */
  readonly offset: number;
}

/** Builds a {@link MacroError}. */
export function macroError(reason: MacroErrorReason, message: string, offset: number): MacroError {
  return { reason, message, offset };
}

/** Tells a failure from a result. */
export function isMacroError(value: object): value is MacroError {
  return "reason" in value;
}
