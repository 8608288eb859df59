/** Parts of a struct, enum or union, as texts that the templates of derives are filled with. */
import type { Attr } from "../../facts/types.ts";
import type { TokenBuffer } from "../../macros/buffer.ts";
import { tokenize } from "../../macros/lexer.ts";
import { Tok } from "../../macros/tokens.ts";
import { snakeCase } from "./cases.ts";
import { rowsText } from "./rows.ts";
import { readShape, type Shape, shapeFields, shapeParams, shapeVariants } from "./shape.ts";

type Words = Readonly<Record<string, string>>;

/** What is known of an item: words for all of it, and where its parts are. */
export interface DeriveParts {
  readonly words: Words;
  readonly tokens: TokenBuffer;
  readonly shape: Shape;
}

/** Reads the item in `text` from `start` to `end`; null when it is no struct, enum or union. */
export function partsOf(item: {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly attrs: readonly Attr[];
}): DeriveParts | null {
  const tokens = tokenize(item.text, item.start, item.end);
  const shape = readShape(tokens, 0);
  if (shape === null) return null;
  const name = tokens.tokenText(shape.keyword + 1);
  const params = shapeParams(tokens, shape.generics, shape.genericsEnd);
  const args = angles(params.map((param) => param.name));
  const words = {
    name,
    self: name + args,
    args,
    generics: angles(params.map(({ from, to }) => rowsText(tokens, from, to))),
    where: rowsText(tokens, shape.genericsEnd, shape.whereEnd),
    variants: variantsOf(tokens, shape)
      .map((variant) => tokens.tokenText(variant.name))
      .join(", "),
    repr: argumentOf(item.attrs, "repr", /\b[iu](?:8|16|32|64|128|size)\b/) ?? "usize",
    discriminants: argumentOf(item.attrs, "strum_discriminants", /^\s*name\s*\(\s*(\w+)/) ?? `${name}Discriminants`,
    discriminantAttributes: item.attrs
      .filter((attr) => attr.path === "strum_discriminants" && /^\s*derive\b/.test(attr.args))
      .map((attr) => `#[${attr.args}]`)
      .join(" "),
  };
  return { words, tokens, shape };
}

function angles(list: readonly string[]): string {
  return list.length === 0 ? "" : `<${list.join(", ")}>`;
}

/** What a pattern finds in the arguments of an attribute: its group if it has one. */
function argumentOf(attrs: readonly Attr[], path: string, pattern: RegExp): string | null {
  for (const attr of attrs) {
    const found = attr.path === path ? pattern.exec(attr.args) : null;
    if (found !== null) return found[1] ?? found[0];
  }
  return null;
}

/** What an impl may be written once for, each with the words that it adds. */
export const derivePer = {
  item: () => [{}],
  variant: (parts) => variantWords(parts),
  /** Variants that hold something. */
  filled: (parts) => variantWords(parts).filter(({ fields }) => fields !== "()"),
  struct: ({ tokens, shape }) => (isEnum(tokens, shape) ? [] : [fieldWords(tokens, shape.body)]),
  enum: ({ tokens, shape }) => (isEnum(tokens, shape) ? [{}] : []),
} satisfies Readonly<Record<string, (parts: DeriveParts) => Words[]>>;

function isEnum(tokens: TokenBuffer, { keyword }: Shape): boolean {
  return tokens.kind[keyword] === Tok.Enum;
}

function variantsOf(tokens: TokenBuffer, shape: Shape): ReturnType<typeof shapeVariants> {
  return isEnum(tokens, shape) ? shapeVariants(tokens, shape) : [];
}

function variantWords({ tokens, shape }: DeriveParts): (Words & { readonly fields: string })[] {
  return variantsOf(tokens, shape).map(({ name, body }) => ({
    variant: snakeCase(tokens.tokenText(name)),
    ...fieldWords(tokens, body),
  }));
}

function fieldWords(tokens: TokenBuffer, body: number): Words & { readonly fields: string } {
  const types = shapeFields(tokens, body).map(({ type, end }) => rowsText(tokens, type, end));
  return {
    fields: together(types),
    fieldRefs: together(types.map((type) => `&${type}`)),
    fieldMuts: together(types.map((type) => `&mut ${type}`)),
    params: types.map((type, i) => `a${i}: ${type}`).join(", "),
  };
}

/** One type as it is, none or several as a tuple. */
function together(types: readonly string[]): string {
  return types.length === 1 ? types[0]! : `(${types.join(", ")})`;
}
