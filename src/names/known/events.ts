/**
 * `info!` and its like of log and tracing by their documented meaning, for where the crates' sources are not at hand: values, perhaps with names and a word
 * on how to show them, then a message as `format!` takes it.
 *
 *     info!(target: "net", peer = %self.peer(), "sent {}", count())
 *     { &(self.peer()); ::core::format_args!("sent {}", count()); }
 */
import type { TokenBuffer } from "../../macros/buffer.ts";
import { Tok } from "../../macros/tokens.ts";
import type { Rewrite } from "./table.ts";

export const event: Rewrite = ({ tokens, out }) => {
  out.write("{");
  for (let row = 0; row < tokens.count; ) {
    let end = row;
    while (end < tokens.count && !isSeparator(tokens.kind[end]!)) end = tokens.afterTree(end);
    // The fields of tracing may stand in braces in front of the message.
    if (tokens.kind[row] === Tok.OpenBrace) return false;
    const isMessage = tokens.kind[row] === Tok.Str && tokens.kind[row + 1] !== Tok.Eq;
    if (isMessage) end = tokens.count;
    const value = isMessage ? row : valueAt(tokens, row, end);
    if (value < end) {
      out.write(isMessage ? "::core::format_args!(" : "&(");
      out.copy(tokens.start[value]!, tokens.endBefore(end));
      out.write(");");
    }
    row = end + 1;
  }
  out.write("}");
  return true;
};

/** Tells apart values, and those of log from its message. */
function isSeparator(kind: number): boolean {
  return kind === Tok.Comma || kind === Tok.Semi;
}

/** Where the value of a field begins: behind `name =`, `name:`, `?` and `%`. */
function valueAt(tokens: TokenBuffer, from: number, to: number): number {
  let value = from;
  for (let row = from; row < to; row++) {
    const kind = tokens.kind[row]!;
    if (kind === Tok.Eq || (kind === Tok.Colon && row === from + 1)) value = row + 1;
    const isName = kind === Tok.Dot || kind === Tok.Ident || kind === Tok.RawIdent || kind === Tok.Str;
    const isShown = kind === Tok.Colon || kind === Tok.Question || kind === Tok.Percent;
    if (kind === Tok.Eq || !(isName || isShown)) break;
  }
  while (tokens.kind[value] === Tok.Question || tokens.kind[value] === Tok.Percent) value++;
  return value;
}
