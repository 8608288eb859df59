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
import { skimItem } from "../../macros/skim/item.ts";
import { isOpenDelimiter, Tok } from "../../macros/tokens.ts";
import type { ExpansionWriter } from "../../macros/writer.ts";
import { copyRows } from "./rows.ts";
import { hasAttribute, readShape, type Shape, shapeFields, shapeParams, shapeVariants } from "./shape.ts";

/** True for the attribute's path. */
export function isPinProject(path: string): boolean {
  return path === "pin_project" || path.endsWith("::pin_project");
}

/** The two projections: the method, which is also the word that names its type, what a field is behind, and the type's name when none is given. */
const PROJECTIONS = [
  { method: "project", reference: "&mut", suffix: "Projection" },
  { method: "project_ref", reference: "&", suffix: "ProjectionRef" },
] as const;

/** Writes what the macro makes of items. Given the arguments of an attribute: only what comes to the item below it. */
export function expandPinProject(tokens: TokenBuffer, out: ExpansionWriter, args: string | null): boolean {
  for (let row = 0; row < tokens.count; ) {
    const behind = skimItem(tokens, row);
    if (behind <= row) break;
    if (args === null) copyRows(tokens, out, row, behind);
    const shape = readShape(tokens, row);
    if (shape !== null && isOpenDelimiter(tokens.kind[shape.body]!)) {
      for (const kind of PROJECTIONS) {
        const given = args === null ? nameAbove(tokens, shape, kind.method) : nameInside(args, kind.method);
        writeProjection(tokens, out, shape, kind, given);
      }
    }
    row = behind;
  }
  return true;
}

function writeProjection(
  tokens: TokenBuffer,
  out: ExpansionWriter,
  shape: Shape,
  { method, reference, suffix }: (typeof PROJECTIONS)[number],
  given: string | null,
): void {
  const of = tokens.tokenText(shape.keyword + 1);
  const name = given ?? `__${of}${suffix}`;
  const where = (): void => copyRows(tokens, out, shape.genericsEnd, shape.whereEnd);
  const generics = (): void => copyRows(tokens, out, shape.generics, shape.genericsEnd);
  const args = shapeParams(tokens, shape.generics, shape.genericsEnd).filter(
    ({ from }) => tokens.kind[from] !== Tok.Lifetime,
  );
  const applied = args.length === 0 ? "" : `<${args.map((param) => param.name).join(", ")}>`;
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

/** The name in the arguments of `#[pin_project(project = Name)]`. */
function nameInside(args: string, method: string): string | null {
  return new RegExp(`\\b${method}\\s*=\\s*(\\w+)`).exec(args)?.[1] ?? null;
}

/** The name in `#[project = Name]` above an item within the macro. */
function nameAbove(tokens: TokenBuffer, shape: Shape, method: string): string | null {
  for (let row = shape.start; row < shape.vis; row++) {
    if (tokens.is(row, method) && tokens.kind[row + 1] === Tok.Eq) return tokens.tokenText(row + 2);
  }
  return null;
}

function writeBody(tokens: TokenBuffer, out: ExpansionWriter, shape: Shape, reference: string): void {
  if (tokens.kind[shape.keyword] === Tok.Struct) return writeFields(tokens, out, shape.body, reference);
  out.write("{");
  for (const { name, body } of shapeVariants(tokens, shape)) {
    copyRows(tokens, out, name, name + 1);
    if (isOpenDelimiter(tokens.kind[body]!)) writeFields(tokens, out, body, reference);
    out.write(",");
  }
  out.write("}");
}

/** The fields of the group at `open`, each behind a reference. */
function writeFields(tokens: TokenBuffer, out: ExpansionWriter, open: number, reference: string): void {
  const close = tokens.match[open]!;
  copyRows(tokens, out, open, open + 1);
  for (const { start, vis, type, end } of shapeFields(tokens, open)) {
    const isPinned = hasAttribute(tokens, start, vis, "pin");
    copyRows(tokens, out, vis, type);
    out.write(isPinned ? `::core::pin::Pin<${reference}` : reference);
    copyRows(tokens, out, type, end);
    out.write(isPinned ? ">," : ",");
  }
  copyRows(tokens, out, close, close + 1);
}
