/**
 * Transcription: a rule's template and the bindings of its variables give the text of the expansion, with its origins.
 *
 * A fragment is copied as it stands in the invocation. So that it stays the unit that the language makes of it, an
 * expression of several tokens gets parentheses, alternatives of a pattern too; within the arguments of another macro it
 * is marked as opaque (see `opaque.ts`). Hygiene is not modelled: names of the definition and of the invocation meet.
 */
import type { TokenBuffer } from "./buffer.ts";
import { type MacroError, macroError } from "./errors.ts";
import { Fragment, isPathOrCall } from "./fragments.ts";
import type { Binding, FragmentMatch } from "./match.ts";
import type { Matcher } from "./matcher.ts";
import { CLOSE_MARK, openMark } from "./opaque.ts";
import { isBlockLike } from "./skim/expression.ts";
import { skipAttributes } from "./skim/item.ts";
import { skipAngles } from "./skim/type.ts";
import { Piece, type Template, type TemplatePiece } from "./template.ts";
import { isLiteral, isOpaque, isPathSegment, opensAngle, Tok } from "./tokens.ts";
import { type Expansion, ExpansionWriter } from "./writer.ts";

export { composeOrigins, NO_ORIGINS, type OriginMap, originAt } from "./origin.ts";
export type { Expansion } from "./writer.ts";

/** How to write an expansion. */
export interface TranscribeOptions {
  /** What `$crate` is printed as: an identifier the caller recognises. */
  readonly crateToken: string;
  /** Longest text in UTF-16 units; what would be longer fails as `too-large`. */
  readonly maxOutput: number;
}

/** Returns the expansion of one rule, or why its repetitions do not fit what was matched. */
export function transcribe(
  template: Template,
  matcher: Matcher,
  bindings: readonly Binding[],
  tokens: TokenBuffer,
  options: TranscribeOptions,
): Expansion | MacroError {
  return new Transcriber(template, matcher, bindings, tokens, options).run();
}

/** A repetition being transcribed. */
interface Round {
  index: number;
  readonly count: number;
}

/** Fragments that the compiler passes on as units, with the kind of their mark. */
const OPAQUE_KINDS: ReadonlyMap<number, number> = new Map([
  [Fragment.Expr, Tok.OpaqueExpr],
  [Fragment.Expr2021, Tok.OpaqueExpr],
  [Fragment.Ty, Tok.OpaqueTy],
  [Fragment.Path, Tok.OpaquePath],
  [Fragment.Pat, Tok.OpaquePat],
  [Fragment.PatParam, Tok.OpaquePat],
  [Fragment.Stmt, Tok.OpaqueStmt],
  [Fragment.Item, Tok.OpaqueItem],
  [Fragment.Meta, Tok.OpaqueMeta],
  [Fragment.Vis, Tok.OpaqueVis],
  [Fragment.Block, Tok.OpaqueBlock],
]);

class Transcriber {
  private readonly pieces: readonly TemplatePiece[];
  private readonly matcher: Matcher;
  private readonly bindings: readonly Binding[];
  private readonly tokens: TokenBuffer;
  private readonly options: TranscribeOptions;
  private readonly out: ExpansionWriter;
  private readonly rounds: Round[] = [];
  private error: MacroError | undefined;

  constructor(
    template: Template,
    matcher: Matcher,
    bindings: readonly Binding[],
    tokens: TokenBuffer,
    options: TranscribeOptions,
  ) {
    this.pieces = template.pieces;
    this.matcher = matcher;
    this.bindings = bindings;
    this.tokens = tokens;
    this.options = options;
    this.out = new ExpansionWriter(tokens.text);
  }

  run(): Expansion | MacroError {
    let at = 0;
    while (at < this.pieces.length && this.error === undefined) {
      at = this.piece(this.pieces[at]!, at);
      if (this.out.length > this.options.maxOutput) {
        return macroError("too-large", "the expansion is longer than the limit", this.tokens.offset(0));
      }
    }
    return this.error ?? this.out.finish();
  }

  /** Writes one piece and returns which comes next. */
  private piece(piece: TemplatePiece, at: number): number {
    switch (piece.kind) {
      case Piece.Text:
        this.out.write(piece.text, !piece.opaque);
        return at + 1;
      case Piece.Variable:
        this.variable(piece);
        return at + 1;
      case Piece.Crate:
        this.out.write(this.options.crateToken);
        return at + 1;
      case Piece.Repeat:
        return this.startRepeat(piece, at);
      case Piece.RepeatEnd:
        return this.endRepeat(piece, at);
      default:
        this.out.write(this.expressionText(piece));
        return at + 1;
    }
  }

  /** What the variable stands for in the current rounds. */
  private lookup(variable: number): Binding | undefined {
    let bound: Binding | undefined = this.bindings[variable];
    for (const round of this.rounds) {
      if (!Array.isArray(bound)) break;
      bound = bound[round.index];
    }
    return bound;
  }

  private fail(message: string, piece: TemplatePiece): void {
    this.error = macroError("bad-repetition", message, piece.offset);
  }

  private startRepeat(piece: TemplatePiece, at: number): number {
    let count = -1;
    for (const variable of piece.variables) {
      const bound = this.lookup(variable);
      if (!Array.isArray(bound)) continue;
      if (count >= 0 && count !== bound.length) this.fail("variables repeat unequally often", piece);
      count = bound.length;
    }
    if (count < 0) this.fail("a repetition has no variable that repeats here", piece);
    if (count <= 0) return piece.partner;
    if (piece.isTrees) {
      this.trees(this.pieces[at + 1]!);
      return piece.partner;
    }
    this.rounds.push({ index: 0, count });
    return at + 1;
  }

  private endRepeat(piece: TemplatePiece, at: number): number {
    const round = this.rounds.at(-1)!;
    round.index++;
    if (round.index >= round.count) {
      this.rounds.pop();
      return at + 1;
    }
    this.out.write(piece.text, !piece.opaque);
    return piece.partner + 1;
  }

  private variable(piece: TemplatePiece): void {
    const { name, fragment } = this.matcher.variables[piece.variable]!;
    const bound = this.lookup(piece.variable);
    if (bound === undefined || Array.isArray(bound)) {
      this.fail(`\`$${name}\` still repeats here`, piece);
    } else this.fragment(bound, fragment, piece);
  }

  /** Copies the trees that the variable of a piece stands for, as many at once as stand as close together as the copy may. */
  private trees(piece: TemplatePiece): void {
    const matches = this.lookup(piece.variable) as Binding[];
    for (let i = 0; i < matches.length; i++) {
      const first = matches[i]!;
      if (Array.isArray(first)) return this.fail("a variable still repeats here", piece);
      if (!this.isPlain(first.from, piece)) {
        this.fragment(first, Fragment.Tt, piece);
        continue;
      }
      let { to } = first;
      for (; i + 1 < matches.length; i++) {
        const next = matches[i + 1] as FragmentMatch;
        if (next.from !== to || !this.isNear(to) || !this.isPlain(to, piece)) break;
        to = next.to;
      }
      this.bare({ from: first.from, to });
    }
  }

  /** True where at most one blank is left out between a row and that in front of it. */
  private isNear(row: number): boolean {
    return this.tokens.start[row]! - this.tokens.end[row - 1]! <= 1;
  }

  /** True for a tree that is copied as it stands. */
  private isPlain(row: number, piece: TemplatePiece): boolean {
    const { tokens } = this;
    return !tokens.isSynthetic(row) && (piece.opaque || !isOpaque(tokens.kind[row]!));
  }

  // Metavariable expressions.

  private expressionText(piece: TemplatePiece): string {
    switch (piece.kind) {
      case Piece.Count:
        return String(countLeaves(this.lookup(piece.variable), piece.depth));
      case Piece.Index:
        return String(this.rounds.at(-1 - piece.depth)?.index ?? 0);
      case Piece.Length:
        return String(this.rounds.at(-1 - piece.depth)?.count ?? 0);
      default:
        return piece.parts.map((part) => (typeof part === "string" ? part : this.plainText(part))).join("");
    }
  }

  private plainText(variable: number): string {
    const bound = this.lookup(variable);
    if (bound === undefined || Array.isArray(bound)) return "";
    const text = this.tokens.tokenText(bound.from);
    return this.tokens.kind[bound.from] === Tok.Str ? text.slice(1, -1) : text;
  }

  // Fragments.

  private fragment(match: FragmentMatch, fragment: number, piece: TemplatePiece): void {
    const { tokens } = this;
    if (tokens.isSynthetic(match.from) && fragment !== Fragment.Item && fragment !== Fragment.Stmt) {
      this.attribute(match);
      return;
    }
    const mark = OPAQUE_KINDS.get(fragment);
    if (mark === undefined) this.token(match, piece);
    else if (piece.opaque) this.argument(match, mark, piece);
    else {
      const inner = mark === Tok.OpaqueExpr ? this.attributes(unwrap(tokens, match)) : unwrap(tokens, match);
      this.bracketed(inner, codeBrackets(tokens, inner, mark, piece.operand, piece.qualifies));
    }
  }

  /** Copies the attributes of an expression, which must stay outside its parentheses; returns what is left. */
  private attributes({ from, to }: FragmentMatch): FragmentMatch {
    const end = skipAttributes(this.tokens, from);
    this.bare({ from, to: end });
    return { from: end, to };
  }

  /** A fragment that is no unit of its own. As a `tt` it may be one that an earlier macro passed on. */
  private token(match: FragmentMatch, piece: TemplatePiece): void {
    const { tokens } = this;
    const mark = tokens.kind[match.from]!;
    if (piece.opaque || !isOpaque(mark)) {
      this.bare(match);
      return;
    }
    const inner = unwrap(tokens, match);
    const qualifies = piece.qualifies || tokens.kind[match.to] === Tok.PathSep;
    this.bracketed(inner, codeBrackets(tokens, inner, mark, true, qualifies));
  }

  /** A fragment among the arguments of another macro. */
  private argument(match: FragmentMatch, mark: number, piece: TemplatePiece): void {
    const { tokens } = this;
    const inner = unwrap(tokens, match);
    if (piece.qualifies && isTypeLike(mark) && needsQualifier(tokens, inner)) {
      this.bracketed(inner, [`${openMark(mark, false)}<`, `>${CLOSE_MARK}`]);
    } else this.bracketed(match, argumentBrackets(tokens, match, mark));
  }

  private bare({ from, to }: FragmentMatch): void {
    if (to > from) this.out.copy(this.tokens.start[from]!, this.tokens.endBefore(to));
  }

  private bracketed(match: FragmentMatch, brackets: Brackets | undefined): void {
    if (brackets === undefined) {
      this.bare(match);
      return;
    }
    const { tokens, out } = this;
    const start = tokens.start[match.from]!;
    out.write(brackets[0]);
    if (match.to > match.from) out.copyAs(tokens.text.slice(start, tokens.endBefore(match.to)), start);
    out.append(brackets[1]);
  }

  /** Part of a doc comment, as the tokens of the attribute that it stands for. */
  private attribute(match: FragmentMatch): void {
    for (let row = match.from; row < match.to; row++) this.out.write(this.tokens.tokenText(row));
  }
}

/** What goes before and behind a fragment. */
type Brackets = readonly [string, string];

const PARENTHESES: Brackets = ["(", ")"];
const ANGLES: Brackets = ["<", ">"];

/** The rows inside the marks that an earlier expansion put around a fragment. */
function unwrap(tokens: TokenBuffer, match: FragmentMatch): FragmentMatch {
  let { from, to } = match;
  while (isOpaque(tokens.kind[from]!) && from < to && tokens.afterTree(from) === to) {
    from++;
    to--;
  }
  return { from, to };
}

function isTypeLike(mark: number): boolean {
  return mark === Tok.OpaqueTy || mark === Tok.OpaquePath;
}

/** What keeps a fragment one unit where it is read as code. */
function codeBrackets(
  tokens: TokenBuffer,
  match: FragmentMatch,
  mark: number,
  operand: boolean,
  qualifies: boolean,
): Brackets | undefined {
  if (mark === Tok.OpaqueExpr) return isAtom(tokens, match, operand) ? undefined : PARENTHESES;
  if (mark === Tok.OpaquePat) return hasAlternatives(tokens, match) ? PARENTHESES : undefined;
  return isTypeLike(mark) && qualifies && needsQualifier(tokens, match) ? ANGLES : undefined;
}

/** What keeps a fragment one unit for another macro; literals match as what they are. */
function argumentBrackets(tokens: TokenBuffer, match: FragmentMatch, mark: number): Brackets | undefined {
  const { from, to } = match;
  const kind = tokens.kind[from]!;
  if (to > from && isOpaque(kind) && tokens.afterTree(from) === to) return undefined;
  const isExpression = mark === Tok.OpaqueExpr;
  if (isExpression && to === from + 1 && (isLiteral(kind) || kind === Tok.True || kind === Tok.False)) return undefined;
  const parenthesised = isExpression || (mark === Tok.OpaquePat && hasAlternatives(tokens, match));
  return [openMark(mark, parenthesised), parenthesised ? ")" : CLOSE_MARK];
}

/** True for expressions that need no parentheses: single tokens, groups, paths, calls, and blocks before no operator. */
function isAtom(tokens: TokenBuffer, { from, to }: FragmentMatch, operand: boolean): boolean {
  if (from + 1 === to) return true;
  const kind = tokens.kind[from]!;
  if (kind === Tok.OpenParen || kind === Tok.OpenBracket) return tokens.afterTree(from) === to;
  return isPathOrCall(tokens, from, to) || (!operand && isBlockLike(tokens, from, to));
}

/** True where `$t::name` must be written `<$t>::name`: for every type but a path without generic arguments. */
function needsQualifier(tokens: TokenBuffer, { from, to }: FragmentMatch): boolean {
  if (opensAngle(tokens.kind[from]!) && skipAngles(tokens, from) === to) return false;
  for (let row = from; row < to; row++) {
    const kind = tokens.kind[row]!;
    const isMark = isOpaque(kind) || kind === Tok.CloseOpaque;
    if (!isMark && kind !== Tok.PathSep && !isPathSegment(kind)) return true;
  }
  return false;
}

function hasAlternatives(tokens: TokenBuffer, { from, to }: FragmentMatch): boolean {
  for (let row = from; row < to; row = tokens.afterTree(row)) if (tokens.kind[row] === Tok.Or) return true;
  return false;
}

/** Counts fragments in a binding down to `levels` repetitions, all for 0. */
function countLeaves(binding: Binding | undefined, levels: number): number {
  if (!Array.isArray(binding)) return binding === undefined ? 0 : 1;
  let layer: Binding[] = binding;
  for (let level = 1; levels === 0 || level < levels; level++) {
    if (!layer.some(Array.isArray)) break;
    layer = layer.flat(1) as Binding[];
  }
  return layer.length;
}
