/**
 * `pin_project!` and `#[pin_project]` by their documented meaning. Both crates give a struct or enum methods that turn a pinned reference to it into
 * references to its fields, pinned ones where the field says `#[pin]`:
 *
 *     struct Read<R> { #[pin] reader: R, done: bool }
 *     struct __ReadProjection<R> { reader: Pin<&mut R>, done: &mut bool }
 *     impl<R> Read<R> { fn project(self: Pin<&mut Self>) -> __ReadProjection<R>; }
 *
 * The one macro's definition may not be at hand, the other is procedural; either way the methods are the workspace's own types' and lead
 * back to its code. Lifetimes are left out: nobody here asks for them.
 */
import type { TokenBuffer } from "../../macros/buffer.ts";
import { skimItem, skimVisibility, skipAttributes } from "../../macros/skim/item.ts";
import { skimType, skipAngles } from "../../macros/skim/type.ts";
import { isOpenDelimiter, Tok } from "../../macros/tokens.ts";
import type { ExpansionWriter } from "../../macros/writer.ts";

/** True for the attribute's path. */
export function isPinProject(path: string): boolean {
  return path === "pin_project" || path.endsWith("::pin_project");
}

/** The two projections: the method, which is also the word that names its type, what a field is behind, and the type's name when none is given. */
const PROJECTIONS = [
  { method: "project", reference: "&mut", suffix: "Projection" },
  { method: "project_ref", reference: "&", suffix: "ProjectionRef" },
] as const;

/** Writes what the macro makes of items: with the items themselves, or only what comes to them. */
export function expandPinProject(tokens: TokenBuffer, out: ExpansionWriter, withItems: boolean): boolean {
  for (let row = 0; row < tokens.count; ) {
    const behind = skimItem(tokens, row);
    if (behind <= row) break;
    if (withItems) copyRows(tokens, out, row, behind);
    const shape = readShape(tokens, row);
    if (shape !== null) for (const kind of PROJECTIONS) writeProjection(tokens, out, shape, kind);
    row = behind;
  }
  return true;
}

/** A struct or enum, by rows of its parts. */
interface Shape {
  readonly start: number;
  readonly vis: number;
  readonly keyword: number;
  readonly generics: number;
  readonly genericsEnd: number;
  readonly whereEnd: number;
  /** Row of the brace or parenthesis with fields or variants. */
  readonly body: number;
}

function readShape(tokens: TokenBuffer, start: number): Shape | null {
  const { kind } = tokens;
  const vis = skipAttributes(tokens, start);
  const keyword = skimVisibility(tokens, vis);
  if (kind[keyword] !== Tok.Struct && kind[keyword] !== Tok.Enum) return null;
  const generics = keyword + 2;
  const genericsEnd = kind[generics] === Tok.Lt ? skipAngles(tokens, generics) : generics;
  let body = genericsEnd;
  if (kind[body] === Tok.Where) {
    while (body < tokens.count && kind[body] !== Tok.OpenBrace) body = tokens.afterTree(body);
  }
  if (genericsEnd < 0 || (kind[body] !== Tok.OpenBrace && kind[body] !== Tok.OpenParen)) return null;
  return { start, vis, keyword, generics, genericsEnd, whereEnd: body, body };
}

function writeProjection(
  tokens: TokenBuffer,
  out: ExpansionWriter,
  shape: Shape,
  { method, reference, suffix }: (typeof PROJECTIONS)[number],
): void {
  const of = tokens.tokenText(shape.keyword + 1);
  const name = givenName(tokens, shape, method) ?? `__${of}${suffix}`;
  const where = (): void => copyRows(tokens, out, shape.genericsEnd, shape.whereEnd);
  const generics = (): void => copyRows(tokens, out, shape.generics, shape.genericsEnd);
  const args = parameterNames(tokens, shape.generics, shape.genericsEnd);
  const applied = args.length === 0 ? "" : `<${args.join(", ")}>`;
  copyRows(tokens, out, shape.vis, shape.keyword);
  out.write(`${tokens.tokenText(shape.keyword)} ${name}`);
  generics();
  const isTuple = tokens.kind[shape.body] === Tok.OpenParen;
  if (!isTuple) where();
  writeBody(tokens, out, shape, reference);
  if (isTuple) out.write(";");
  out.write("impl");
  generics();
  out.write(`${of}${applied}`);
  where();
  const self = `::core::pin::Pin<${reference} Self>`;
  out.write(`{ pub(crate) fn ${method}(self: ${self}) -> ${name}${applied} { loop {} } }`);
}

/** `#[project = Name]` of the one crate, `#[pin_project(project = Name)]` of the other. */
function givenName(tokens: TokenBuffer, shape: Shape, method: string): string | null {
  for (let row = shape.start; row < shape.vis; row++) {
    if (tokens.is(row, method) && tokens.kind[row + 1] === Tok.Eq) return tokens.tokenText(row + 2);
  }
  return null;
}

/** Names of the type and const parameters between `<` and `>`. */
function parameterNames(tokens: TokenBuffer, from: number, to: number): string[] {
  const names: string[] = [];
  for (let row = from + 1; row < to - 1; ) {
    row = skipAttributes(tokens, row);
    if (tokens.kind[row] === Tok.Const) row++;
    if (tokens.kind[row] !== Tok.Lifetime) names.push(tokens.tokenText(row));
    while (row < to - 1 && tokens.kind[row] !== Tok.Comma) {
      row = tokens.kind[row] === Tok.Lt ? skipAngles(tokens, row) : tokens.afterTree(row);
      if (row < 0) return names;
    }
    row++;
  }
  return names;
}

function writeBody(tokens: TokenBuffer, out: ExpansionWriter, shape: Shape, reference: string): void {
  if (tokens.kind[shape.keyword] === Tok.Struct) return writeFields(tokens, out, shape.body, reference);
  const end = tokens.match[shape.body]!;
  out.write("{");
  for (let row = shape.body + 1; row < end; ) {
    row = skipAttributes(tokens, row);
    copyRows(tokens, out, row, row + 1);
    row++;
    if (isOpenDelimiter(tokens.kind[row]!)) {
      writeFields(tokens, out, row, reference);
      row = tokens.afterTree(row);
    }
    while (row < end && tokens.kind[row] !== Tok.Comma) row = tokens.afterTree(row);
    out.write(",");
    row++;
  }
  out.write("}");
}

/** The fields of the group at `open`, each behind a reference. */
function writeFields(tokens: TokenBuffer, out: ExpansionWriter, open: number, reference: string): void {
  const { kind } = tokens;
  const close = tokens.match[open]!;
  copyRows(tokens, out, open, open + 1);
  for (let row = open + 1; row < close; ) {
    const vis = skipAttributes(tokens, row);
    const isPinned = hasPin(tokens, row, vis);
    const name = skimVisibility(tokens, vis);
    const type = kind[open] === Tok.OpenBrace && kind[name + 1] === Tok.Colon ? name + 2 : name;
    const end = skimType(tokens, type, true);
    if (end < 0) break;
    copyRows(tokens, out, vis, type);
    out.write(isPinned ? `::core::pin::Pin<${reference}` : reference);
    copyRows(tokens, out, type, end);
    out.write(isPinned ? ">," : ",");
    row = end + 1;
  }
  copyRows(tokens, out, close, close + 1);
}

function hasPin(tokens: TokenBuffer, from: number, to: number): boolean {
  for (let row = from; row + 2 < to; row++) {
    if (tokens.kind[row] === Tok.OpenBracket && tokens.is(row + 1, "pin") && tokens.match[row] === row + 2) return true;
  }
  return false;
}

function copyRows(tokens: TokenBuffer, out: ExpansionWriter, from: number, to: number): void {
  if (to > from) out.copy(tokens.start[from]!, tokens.endBefore(to));
}
