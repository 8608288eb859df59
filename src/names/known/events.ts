/**
 * `info!`, `info_span!`, `enabled!` and their like of log and tracing by their documented meaning: values, perhaps with names and a word on how to
 * show them, then a message as `format!` takes it. The definitions make statics of their own in the function around, several for each
 * invocation, which nobody has written.
 *
 *     info!(target: "net", { peer = %self.peer() }, "sent {}", count())
 *     { &("net"); &(self.peer()); ::core::format_args!("sent {}", count()); }
 */
import type { TokenBuffer } from "../../macros/buffer.ts";
import { Tok } from "../../macros/tokens.ts";
import type { ExpansionWriter } from "../../macros/writer.ts";
import { copyRows } from "./rows.ts";
import type { KnownCall, Rewrite } from "./table.ts";

/** `info!`, `event!` and `log!`. */
export const event: Rewrite = (call) => write(call, "", true);

/** `info_span!` and `span!`: their literal is a name, not a message. */
export const span: Rewrite = (call) => write(call, `${call.crate}::Span::new(&(), &())`, false);

/** `enabled!`. */
export const enabled: Rewrite = (call) => write(call, "false", false);

function write({ tokens, out }: KnownCall, result: string, hasMessage: boolean): boolean {
  out.write("{");
  writeFields(tokens, out, 0, tokens.count, hasMessage);
  out.write(`${result} }`);
  return true;
}

function writeFields(tokens: TokenBuffer, out: ExpansionWriter, from: number, to: number, hasMessage: boolean): void {
  for (let row = from; row < to; ) {
    let end = row;
    while (end < to && !isSeparator(tokens.kind[end]!)) end = tokens.afterTree(end);
    const isLiteral = tokens.kind[row] === Tok.Str && tokens.kind[row + 1] !== Tok.Eq;
    if (isLiteral && hasMessage) {
      out.write("::core::format_args!(");
      copyRows(tokens, out, row, to);
      out.write(");");
      return;
    }
    // The fields of an event may stand in braces in front of its message.
    if (tokens.kind[row] === Tok.OpenBrace && tokens.afterTree(row) === end)
      writeFields(tokens, out, row + 1, end - 1, hasMessage);
    else if (!isLiteral) writeValue(tokens, out, valueAt(tokens, row, end), end);
    row = end + 1;
  }
}

function writeValue(tokens: TokenBuffer, out: ExpansionWriter, from: number, to: number): void {
  if (from >= to) return;
  out.write("&(");
  copyRows(tokens, out, from, to);
  out.write(");");
}

/** Tells apart values, and those of log from its message. */
function isSeparator(kind: number): boolean {
  return kind === Tok.Comma || kind === Tok.Semi;
}

/** Where the value of a field begins: behind `name =`, `{ NAME } =`, `name:`, `?` and `%`. */
function valueAt(tokens: TokenBuffer, from: number, to: number): number {
  let value = from;
  for (let row = from; row < to; row = tokens.afterTree(row)) {
    const kind = tokens.kind[row]!;
    if (kind === Tok.Eq || (kind === Tok.Colon && row === from + 1)) value = row + 1;
    const isName = kind === Tok.Dot || kind === Tok.Ident || kind === Tok.RawIdent || kind === Tok.Str;
    const isShown = kind === Tok.Colon || kind === Tok.Question || kind === Tok.Percent;
    if (kind === Tok.Eq || !(isName || isShown || (kind === Tok.OpenBrace && row === from))) break;
  }
  while (tokens.kind[value] === Tok.Question || tokens.kind[value] === Tok.Percent) value++;
  return value;
}
