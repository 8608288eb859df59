/** Parts of a struct, enum or union, as texts that the templates of derives are filled with. */
import type { Attr } from "../../facts/types.ts";
import type { TokenBuffer } from "../../macros/buffer.ts";
import { tokenize } from "../../macros/lexer.ts";
import { Tok } from "../../macros/tokens.ts";
import { strumSnake, wordSnake } from "./cases.ts";
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
    ...discriminantWords(name, item.attrs),
  };
  return { words, tokens, shape };
}

function angles(list: readonly string[]): string {
  return list.length === 0 ? "" : `<${list.join(", ")}>`;
}

/** `#[strum_discriminants(name(Kind), derive(Hash))]`: what the enum of discriminants is called, and what is written in front of it. */
function discriminantWords(name: string, attrs: readonly Attr[]): Words {
  const given = attrs.filter(({ path }) => path === "strum_discriminants").flatMap(({ args }) => argumentsOf(args));
  const named = given.find(([word]) => word === "name")?.[1].trim();
  return {
    discriminants: named || `${name}Discriminants`,
    discriminantAttributes: given
      .flatMap(([word, args]) => (word === "derive" ? [`#[derive(${args})]`] : []))
      .join(" "),
  };
}

/** `a(x, y), b, c(z)` → each word, with what stands in its parentheses. */
function argumentsOf(text: string): (readonly [word: string, args: string])[] {
  return [...text.matchAll(/(\w+)\s*(?:\(([^()]*)\))?/g)].map(([, word, args]) => [word!, args ?? ""]);
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
  /** Variants whose fields have no names. */
  tuple: (parts) => variantWords(parts, Tok.OpenParen),
  struct: ({ tokens, shape }) => (isEnum(tokens, shape) ? [] : [fieldWords(tokens, shape.body)]),
  enum: ({ tokens, shape }) => (isEnum(tokens, shape) ? [{}] : []),
} satisfies Readonly<Record<string, (parts: DeriveParts) => Words[]>>;

function isEnum(tokens: TokenBuffer, { keyword }: Shape): boolean {
  return tokens.kind[keyword] === Tok.Enum;
}

function variantsOf(tokens: TokenBuffer, shape: Shape): ReturnType<typeof shapeVariants> {
  return isEnum(tokens, shape) ? shapeVariants(tokens, shape) : [];
}

/** Of all variants, or of those whose fields begin with this delimiter. */
function variantWords({ tokens, shape }: DeriveParts, open?: number): Words[] {
  const variants = variantsOf(tokens, shape).filter(({ body }) => open === undefined || tokens.kind[body] === open);
  return variants.map(({ name, body }) => {
    const text = tokens.tokenText(name).replace(/^r#/, "");
    return { strumVariant: strumSnake(text), variant: wordSnake(text), ...fieldWords(tokens, body) };
  });
}

function fieldWords(tokens: TokenBuffer, body: number): Words {
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
