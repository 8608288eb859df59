/**
 * What stands in the arguments of a macro that cannot be expanded: a procedural one, or one whose definition is not at
 * hand. Most take items, expressions or statements in Rust's own syntax, if not in its own order, so the arguments are
 * read as such; what reads as Rust is taken as written, as a guess. Texts keep their length, so that places stay true.
 */
import type { FileFacts, FnItem, Item, Ref } from "../facts/types.ts";
import type { TokenBuffer } from "../macros/buffer.ts";
import { tokenize } from "../macros/lexer.ts";
import { isOpenDelimiter, Tok } from "../macros/tokens.ts";
import type { NamesInput } from "./input.ts";

type Lower = NamesInput["lowerFragment"];

/** Longest arguments that are searched piece by piece, in UTF-16 units. */
const MAX_PIECED = 50_000;
/** Pieces that are tried. */
const MAX_PIECES = 400;

/** Macros whose arguments are text for another program: what reads as a call in them is none of this one. */
const QUOTING = new Set([
  "quote",
  "quote_spanned",
  "parse_quote",
  "parse_quote_spanned",
  "stringify",
  "compile_error",
  "asm",
  "global_asm",
  "naked_asm",
]);

/** True for macros whose arguments are not code of this program. */
export function isQuoting(macro: string): boolean {
  return QUOTING.has(macro);
}

/** Facts of arguments read as items; null when they hold none that reads as Rust. */
export function searchItems(lower: Lower, args: string, inContainer: boolean): FileFacts | null {
  const { facts } = lower(args, inContainer ? "assoc-items" : "items");
  if (facts.errors.length === 0) return facts.items.length === 0 ? null : facts;
  const items = facts.items.filter((item) => isTrusted(item, facts.errors));
  return items.length === 0 ? null : { ...facts, items };
}

const TRUSTED: ReadonlySet<Item["kind"]> = new Set(["fn", "impl", "trait", "mod", "struct", "enum", "const", "static"]);

/** An item amid syntax errors counts when no error lies in it. */
function isTrusted(item: Item, errors: readonly number[]): boolean {
  if (!TRUSTED.has(item.kind) || (item.kind === "fn" && !(item as FnItem).hasBody)) return false;
  return !errors.some((offset) => offset >= item.pos - 1 && offset < item.end);
}

/** Expressions found in arguments: a text of the arguments' length but for `shift` units in front, lowered as a block. */
export interface FoundStatements {
  readonly text: string;
  readonly shift: number;
  readonly facts: FileFacts;
  readonly root: Ref;
}

/** Reads arguments as a list of expressions, as statements, or as pieces of either; null when nothing reads as Rust. */
export function searchStatements(lower: Lower, args: string, delimiter: string): FoundStatements | null {
  if (args.trim() === "") return null;
  const list = () => attempt(lower, `(${args}\n)`, 1);
  const block = () => attempt(lower, args, 0);
  const whole = delimiter === "{" ? (block() ?? list()) : (list() ?? block());
  return whole ?? searchPieces(lower, args);
}

function attempt(lower: Lower, text: string, shift: number): FoundStatements | null {
  const { facts, root } = lower(text, "statements");
  return facts.errors.length === 0 && root !== 0 ? { text, shift, facts, root } : null;
}

/** A stretch of token rows. */
interface Piece {
  readonly from: number;
  readonly to: number;
  /** Inside a group that did not read as a whole: `:` separates there too. */
  readonly nested: boolean;
}

function searchPieces(lower: Lower, args: string): FoundStatements | null {
  if (args.length > MAX_PIECED) return null;
  const tokens = tokenize(args, 0, args.length);
  const kept = keptPieces(lower, tokens);
  if (kept.length === 0) return null;
  let text = "";
  for (const { from, to } of kept.sort((a, b) => a.from - b.from)) {
    const start = tokens.start[from]!;
    text += `${" ".repeat(start - text.length)}${args.slice(start, tokens.endBefore(to))}`;
    if (text.length < args.length) text += ";";
  }
  return attempt(lower, text, 0);
}

/** The pieces between separators that read as Rust; of the others the pieces inside their groups. */
function keptPieces(lower: Lower, tokens: TokenBuffer): Piece[] {
  const kept: Piece[] = [];
  const open: Piece[] = split(tokens, 0, tokens.count, false).reverse();
  for (let tried = 0; open.length > 0 && tried < MAX_PIECES; tried++) {
    const piece = strip(tokens, open.pop()!);
    if (piece.from >= piece.to || isPlain(tokens, piece)) continue;
    const text = tokens.text.slice(tokens.start[piece.from]!, tokens.endBefore(piece.to));
    if (lower(text, "statements").facts.errors.length === 0) kept.push(piece);
    else open.push(...inner(tokens, piece).reverse());
  }
  return kept;
}

function split(tokens: TokenBuffer, from: number, to: number, nested: boolean): Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  for (let row = from; row < to; row = tokens.afterTree(row)) {
    if (!isSeparator(tokens.kind[row]!, nested)) continue;
    pieces.push({ from: start, to: row, nested });
    start = row + 1;
  }
  pieces.push({ from: start, to, nested });
  return pieces;
}

function isSeparator(kind: number, nested: boolean): boolean {
  return kind === Tok.Comma || kind === Tok.Semi || kind === Tok.FatArrow || (nested && kind === Tok.Colon);
}

/** Leaves out what macros put in front of an expression: `name = `, `if`, `%`, `?`. */
function strip(tokens: TokenBuffer, piece: Piece): Piece {
  let { from } = piece;
  const { to } = piece;
  for (let row = from; row < to; row = tokens.afterTree(row)) {
    const kind = tokens.kind[row + 1]!;
    if (tokens.kind[row] === Tok.Eq && row + 1 < to && (kind === Tok.Percent || kind === Tok.Question)) from = row + 1;
  }
  while (from < to && isSigil(tokens.kind[from]!)) from++;
  return { ...piece, from };
}

function isSigil(kind: number): boolean {
  return kind === Tok.Percent || kind === Tok.Question || kind === Tok.If || kind === Tok.Else || kind === Tok.Pound;
}

/** A single name or literal: nothing is called there. */
function isPlain(tokens: TokenBuffer, { from, to }: Piece): boolean {
  return tokens.afterTree(from) >= to && !isOpenDelimiter(tokens.kind[from]!);
}

/** The pieces inside the groups of a piece. */
function inner(tokens: TokenBuffer, { from, to }: Piece): Piece[] {
  const pieces: Piece[] = [];
  for (let row = from; row < to; row = tokens.afterTree(row)) {
    if (!isOpenDelimiter(tokens.kind[row]!)) continue;
    const close = tokens.match[row]!;
    pieces.push(...split(tokens, row + 1, close < 0 ? tokens.count : Math.min(close, to), true));
  }
  return pieces;
}
