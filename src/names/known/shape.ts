/** The parts of a struct, enum or union that derives and attribute macros work with. */
import type { TokenBuffer } from "../../macros/buffer.ts";
import { skimVisibility, skipAttributes } from "../../macros/skim/item.ts";
import { skimType, skipAngles } from "../../macros/skim/type.ts";
import { isOpenDelimiter, Tok } from "../../macros/tokens.ts";

/** A struct, enum or union, by rows of its parts. */
export interface Shape {
  readonly start: number;
  readonly vis: number;
  readonly keyword: number;
  readonly generics: number;
  readonly genericsEnd: number;
  readonly whereEnd: number;
  /** Row of the brace or parenthesis with fields or variants; of the semicolon for a unit struct. */
  readonly body: number;
}

/** Reads the item that begins at a row; null when it is none of these. A `where` behind the fields of a tuple is left out. */
export function readShape(tokens: TokenBuffer, start: number): Shape | null {
  const { kind } = tokens;
  const vis = skipAttributes(tokens, start);
  const keyword = skimVisibility(tokens, vis);
  if (kind[keyword] !== Tok.Struct && kind[keyword] !== Tok.Enum && !tokens.is(keyword, "union")) return null;
  const generics = keyword + 2;
  const genericsEnd = kind[generics] === Tok.Lt ? skipAngles(tokens, generics) : generics;
  let body = genericsEnd;
  if (kind[body] === Tok.Where) {
    while (body < tokens.count && kind[body] !== Tok.OpenBrace) body = tokens.afterTree(body);
  }
  return genericsEnd < 0 ? null : { start, vis, keyword, generics, genericsEnd, whereEnd: body, body };
}

/** A parameter between `<` and `>`: its name (a lifetime with its apostrophe), and rows up to a default. */
export interface ShapeParam {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The parameters between the `<` at `from` and the row `to` behind its `>`. */
export function shapeParams(tokens: TokenBuffer, from: number, to: number): ShapeParam[] {
  const params: ShapeParam[] = [];
  for (let row = from + 1; row < to - 1; row++) {
    const start = skipAttributes(tokens, row);
    const name = tokens.tokenText(tokens.kind[start] === Tok.Const ? start + 1 : start);
    let end = -1;
    for (row = start; row < to - 1 && tokens.kind[row] !== Tok.Comma; ) {
      if (tokens.kind[row] === Tok.Eq) end = row;
      row = tokens.kind[row] === Tok.Lt ? skipAngles(tokens, row) : tokens.afterTree(row);
      if (row < 0) return params;
    }
    params.push({ name, from: start, to: end < 0 ? row : end });
  }
  return params;
}

/** A field, by rows: attributes from `start` to `vis`, its type from `type` to `end`. */
export interface ShapeField {
  readonly start: number;
  readonly vis: number;
  readonly type: number;
  readonly end: number;
}

/** The fields of the group at `open`; none when there is no group. */
export function shapeFields(tokens: TokenBuffer, open: number): ShapeField[] {
  const { kind } = tokens;
  const fields: ShapeField[] = [];
  const close = isOpenDelimiter(kind[open]!) ? tokens.match[open]! : -1;
  for (let row = open + 1; row < close; ) {
    const vis = skipAttributes(tokens, row);
    const name = skimVisibility(tokens, vis);
    const type = kind[open] === Tok.OpenBrace && kind[name + 1] === Tok.Colon ? name + 2 : name;
    const end = skimType(tokens, type, true);
    if (end < 0) break;
    fields.push({ start: row, vis, type, end });
    row = end + 1;
  }
  return fields;
}

/** A variant, by rows: attributes from `start` to `name`, the group of its fields (or what else stands there) at `body`. */
export interface ShapeVariant {
  readonly start: number;
  readonly name: number;
  readonly body: number;
}

/** The variants of an enum. */
export function shapeVariants(tokens: TokenBuffer, { body }: Shape): ShapeVariant[] {
  const variants: ShapeVariant[] = [];
  const end = tokens.match[body]!;
  for (let row = body + 1; row < end; row++) {
    const name = skipAttributes(tokens, row);
    variants.push({ start: row, name, body: name + 1 });
    for (row = name; row < end && tokens.kind[row] !== Tok.Comma; ) row = tokens.afterTree(row);
  }
  return variants;
}

/** True when one of the attributes between two rows is `#[word]` or begins so. */
export function hasAttribute(tokens: TokenBuffer, from: number, to: number, word: string): boolean {
  for (let row = from; row + 1 < to; row++)
    if (tokens.kind[row] === Tok.OpenBracket && tokens.is(row + 1, word)) return true;
  return false;
}
