/**
 * `quote!` and its like by their documented meaning: tokens, into which values are put by `ToTokens::to_tokens`.
 *
 *     quote! { let x = #name; #(f(#args);)* }
 *     { let mut s = TokenStream::new(); ToTokens::to_tokens(&name, &mut s); &args; s }
 *
 * In a repetition values come out of wrappers of the crate, which call `to_tokens` themselves, so nothing is called there directly. The definition
 * says the same token by token, in one expansion each.
 */
import type { TokenBuffer } from "../../macros/buffer.ts";
import { Tok } from "../../macros/tokens.ts";
import type { ExpansionWriter } from "../../macros/writer.ts";
import type { Rewrite } from "./table.ts";

const STREAM = "__tokens";

/** `quote! { … }`. */
export const quote: Rewrite = ({ tokens, out, crate }) => {
  writeTokens(tokens, out, 0, crate);
  return true;
};

/** `quote_spanned! { span => … }`. */
export const quoteSpanned: Rewrite = ({ tokens, out, crate }) => {
  const arrow = arrowAt(tokens);
  if (arrow < 0) return false;
  out.write("{ let _ = ");
  out.copy(tokens.start[0]!, tokens.endBefore(arrow));
  out.write(";");
  writeTokens(tokens, out, arrow + 1, crate);
  out.write("}");
  return true;
};

/** `parse_quote! { … }` parses what `quote!` gives; `parse_quote_spanned!` what `quote_spanned!` gives. */
export function parsed(macro: string): Rewrite {
  return ({ tokens, out, crate }) => {
    out.write(`${crate}::__private::parse_quote(::quote::${macro}! {`);
    if (tokens.count > 0) out.copy(tokens.start[0]!, tokens.endBefore(tokens.count));
    out.write("})");
    return true;
  };
}

function writeTokens(tokens: TokenBuffer, out: ExpansionWriter, from: number, crate: string): void {
  out.write(`{ let mut ${STREAM} = ${crate}::__private::TokenStream::new();`);
  let repeatedTo = 0;
  for (let row = from; row < tokens.count; row++) {
    if (tokens.kind[row] !== Tok.Pound) continue;
    const kind = tokens.kind[row + 1];
    if (kind === Tok.OpenParen && isRepeated(tokens, row + 1))
      repeatedTo = Math.max(repeatedTo, tokens.match[row + 1]!);
    if (kind !== Tok.Ident && kind !== Tok.RawIdent && kind !== Tok.SelfLower) continue;
    const isRepeatedHere = row < repeatedTo;
    out.write(isRepeatedHere ? "&" : `${crate}::ToTokens::to_tokens(&`);
    out.copy(tokens.start[row + 1]!, tokens.end[row + 1]!);
    out.write(isRepeatedHere ? ";" : `, &mut ${STREAM});`);
  }
  out.write(`${STREAM} }`);
}

/** Whether `*` stands behind the group at `open`, perhaps with a separator between. */
function isRepeated(tokens: TokenBuffer, open: number): boolean {
  const behind = tokens.match[open]! + 1;
  return behind > 0 && (tokens.kind[behind] === Tok.Star || tokens.kind[behind + 1] === Tok.Star);
}

function arrowAt(tokens: TokenBuffer): number {
  for (let row = 0; row < tokens.count; row = tokens.afterTree(row)) if (tokens.kind[row] === Tok.FatArrow) return row;
  return -1;
}
