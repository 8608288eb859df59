/** Rows of tokens as they stand. */
import type { TokenBuffer } from "../../macros/buffer.ts";
import type { ExpansionWriter } from "../../macros/writer.ts";

/** The text of the rows from `from` up to `to`. */
export function rowsText(tokens: TokenBuffer, from: number, to: number): string {
  return to > from ? tokens.text.slice(tokens.start[from]!, tokens.endBefore(to)) : "";
}

/** Writes the rows from `from` up to `to`, with their places. */
export function copyRows(tokens: TokenBuffer, out: ExpansionWriter, from: number, to: number): void {
  if (to > from) out.copy(tokens.start[from]!, tokens.endBefore(to));
}
