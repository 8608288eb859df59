/**
 * Where expressions end, after the Reference's chapter "Expressions". No tree is built and precedence does not matter for
 * the end: an expression is operands joined by operators, each operand with prefixes before and postfixes behind it. The
 * only nesting outside delimiters is that of `if`, `match`, `while` and `for` heads, in which a brace ends the head instead
 * of starting a struct literal; they are kept on an explicit stack.
 */
import type { TokenBuffer } from "../buffer.ts";
import {
  isGroupEnd,
  isLiteral,
  isOpenDelimiter,
  isPathSegment,
  isPlainIdent,
  isWord,
  opensAngle,
  Tok,
} from "../tokens.ts";
import { skimPattern } from "./pattern.ts";
import { skimPath, skimType, skipAngles } from "./type.ts";

/** How an expression is read. */
export const ExprMode = {
  /** Anything goes. */
  Normal: 0,
  /** As a statement: a block-like expression ends the statement unless a method call or `?` follows. */
  Statement: 1,
} as const;

/** Returns the row behind the expression at `row`, or -1 when none starts there or it breaks off. */
export function skimExpression(tokens: TokenBuffer, row: number, mode: number = ExprMode.Normal): number {
  return new ExpressionSkimmer(tokens, row, mode).run();
}

/** True for the braces of a block, also where they come as an opaque fragment. */
export function isBlock(kind: number): boolean {
  return kind === Tok.OpenBrace || kind === Tok.OpaqueBlock;
}

/** True for tokens that would draw an expression before them into a larger one: operators and postfixes. */
export function continuesExpression(kind: number): boolean {
  return BINARY.has(kind) || CONTINUATIONS.has(kind);
}

/**
 * True when the rows from `row` to `end` are one expression that is a statement without a semicolon: a block, `if`, `match`
 * or a loop.
 */
export function isBlockLike(tokens: TokenBuffer, row: number, end: number): boolean {
  if (tokens.kind[end - 1] !== Tok.CloseBrace || !BLOCK_STARTS.has(tokens.kind[row]!)) return false;
  return skimExpression(tokens, row, ExprMode.Statement) === end;
}

/** What comes next: nothing (failure or the end), another operand, or more postfixes. */
const Step = { Fail: 0, Again: 1, Done: 2, Postfix: 3 } as const;

/** Heads that wait for their braces. */
const Head = { If: 1, Body: 2 } as const;

const BINARY: ReadonlySet<number> = new Set([
  Tok.Eq,
  Tok.Lt,
  Tok.Le,
  Tok.EqEq,
  Tok.Ne,
  Tok.Ge,
  Tok.Gt,
  Tok.AndAnd,
  Tok.OrOr,
  Tok.Plus,
  Tok.Minus,
  Tok.Star,
  Tok.Slash,
  Tok.Percent,
  Tok.Caret,
  Tok.And,
  Tok.Or,
  Tok.Shl,
  Tok.Shr,
  Tok.AssignOp,
  Tok.ShrEq,
]);

const CONTINUATIONS: ReadonlySet<number> = new Set([
  Tok.LArrow,
  Tok.DotDot,
  Tok.DotDotEq,
  Tok.Dot,
  Tok.Question,
  Tok.As,
  Tok.OpenParen,
  Tok.OpenBracket,
]);

const BLOCK_STARTS: ReadonlySet<number> = new Set([
  Tok.OpenBrace,
  Tok.If,
  Tok.Match,
  Tok.While,
  Tok.Loop,
  Tok.For,
  Tok.Unsafe,
  Tok.Const,
  Tok.Try,
  Tok.Lifetime,
]);

class ExpressionSkimmer {
  private readonly tokens: TokenBuffer;
  private readonly kind: Uint8Array;
  private readonly mode: number;
  private at: number;
  /** Heads read into but not yet through, outermost first. */
  private readonly heads: number[] = [];
  /** True when the outermost head began the statement. */
  private headIsStatement = false;
  /** True when what stands before `at` is a whole statement already. */
  private complete = false;
  /** True while nothing but attributes and a label has been read. */
  private fresh = true;

  constructor(tokens: TokenBuffer, row: number, mode: number) {
    this.tokens = tokens;
    this.kind = tokens.kind;
    this.at = row;
    this.mode = mode;
  }

  run(): number {
    for (;;) {
      const step = this.operand();
      if (step === Step.Fail) return -1;
      if (step === Step.Again) continue;
      const more = this.afterOperand();
      if (more === Step.Fail) return -1;
      if (more === Step.Done) return this.at;
    }
  }

  // Operands.

  private operand(): number {
    const here = this.kind[this.at]!;
    const fresh = this.fresh;
    this.fresh = false;
    if (isLiteral(here)) return this.done(this.at + 1);
    if (isPlainIdent(here)) return this.path(fresh);
    if (here >= Tok.SelfLower) return this.keyword(here, fresh);
    return this.punctuated(here, fresh);
  }

  private done(end: number): number {
    this.at = end;
    return end < 0 ? Step.Fail : Step.Done;
  }

  private again(next: number): number {
    this.at = next;
    return next < 0 ? Step.Fail : Step.Again;
  }

  /** An operand that starts with punctuation, a delimiter or a lifetime. */
  private punctuated(here: number, fresh: boolean): number {
    const { at, kind, tokens } = this;
    switch (here) {
      case Tok.Minus:
      case Tok.Not:
      case Tok.Star:
        return this.again(at + 1);
      case Tok.And:
      case Tok.AndAnd:
        return this.reference();
      case Tok.DotDot:
      case Tok.DotDotEq:
        return this.optionalOperand(at + 1);
      case Tok.Or:
      case Tok.OrOr:
        return this.closure();
      case Tok.OpenBrace:
      case Tok.OpaqueBlock:
        return this.block(at, fresh);
      case Tok.OpenParen:
      case Tok.OpenBracket:
      case Tok.OpaqueExpr:
      case Tok.OpaqueStmt:
        return this.done(tokens.afterTree(at));
      case Tok.Lifetime:
        this.fresh = fresh;
        return kind[at + 1] === Tok.Colon ? this.again(at + 2) : Step.Fail;
      case Tok.Pound:
        this.fresh = fresh;
        return kind[at + 1] === Tok.OpenBracket ? this.again(tokens.afterTree(at + 1)) : Step.Fail;
      default:
        return this.path(false);
    }
  }

  /** `&x`, `&&mut x`, `&raw const x`; `raw` alone is a name. */
  private reference(): number {
    const { at, kind, tokens } = this;
    const next = kind[at + 1];
    if (next === Tok.Mut) return this.again(at + 2);
    const place = kind[at + 2];
    const isRaw = next === Tok.Ident && (place === Tok.Const || place === Tok.Mut) && tokens.is(at + 1, "raw");
    return this.again(isRaw ? at + 3 : at + 1);
  }

  /** Goes on at `next`, where an operand may follow but need not: behind `..`, `return` and `break`. */
  private optionalOperand(next: number): number {
    const follows = this.kind[next]!;
    if (isBlock(follows) && this.heads.length > 0) return this.done(next);
    return beginsExpression(this.tokens, next) ? this.again(next) : this.done(next);
  }

  /** A path, the arguments of a macro, or a struct literal. */
  private path(fresh: boolean): number {
    const { kind, tokens } = this;
    const end = skimPath(tokens, this.at, false);
    if (end < 0) return Step.Fail;
    if (kind[end] === Tok.Not && isOpenDelimiter(kind[end + 1]!)) {
      this.complete = fresh && kind[end + 1] === Tok.OpenBrace && this.mode === ExprMode.Statement;
      return this.done(tokens.afterTree(end + 1));
    }
    const isStruct = kind[end] === Tok.OpenBrace && this.heads.length === 0;
    return this.done(isStruct ? tokens.afterTree(end) : end);
  }

  private keyword(here: number, fresh: boolean): number {
    const { at, kind } = this;
    switch (here) {
      case Tok.SelfLower:
      case Tok.SelfUpper:
      case Tok.Super:
      case Tok.Crate:
        return this.path(false);
      case Tok.True:
      case Tok.False:
      case Tok.Underscore:
        return this.done(at + 1);
      case Tok.If:
        return this.head(Head.If, at + 1, fresh);
      case Tok.Match:
      case Tok.While:
        return this.head(Head.Body, at + 1, fresh);
      case Tok.For:
        return this.forLoop(fresh);
      case Tok.Let:
        return this.letCondition();
      case Tok.Loop:
      case Tok.Unsafe:
        return this.block(at + 1, fresh);
      case Tok.Try:
        return kind[at + 1] === Tok.Not ? this.tryMacro() : this.block(at + 1, fresh);
      case Tok.Const:
        return isBlock(kind[at + 1]!) ? this.block(at + 1, fresh) : this.again(at + 1);
      default:
        return this.rareKeyword(here);
    }
  }

  private rareKeyword(here: number): number {
    const { at, kind } = this;
    switch (here) {
      case Tok.Async:
      case Tok.Move:
      case Tok.Static:
      case Tok.Box:
      case Tok.Become:
        return this.again(at + 1);
      case Tok.Do:
        return this.again(at + 2);
      case Tok.Return:
      case Tok.Yield:
        return this.optionalOperand(at + 1);
      case Tok.Break:
        return this.optionalOperand(this.afterLabel(at + 1));
      case Tok.Continue:
        return this.done(kind[at + 1] === Tok.Lifetime ? at + 2 : at + 1);
      default:
        return Step.Fail;
    }
  }

  /** `break 'a value`, but `break 'a: loop {}` breaks with a labeled loop as its value. */
  private afterLabel(row: number): number {
    return this.kind[row] === Tok.Lifetime && this.kind[row + 1] !== Tok.Colon ? row + 1 : row;
  }

  /** `try!(...)` of the 2015 edition. */
  private tryMacro(): number {
    return isOpenDelimiter(this.kind[this.at + 2]!) ? this.done(this.tokens.afterTree(this.at + 2)) : Step.Fail;
  }

  private block(brace: number, fresh: boolean): number {
    if (!isBlock(this.kind[brace]!)) return Step.Fail;
    this.complete = fresh && this.mode === ExprMode.Statement;
    return this.done(this.tokens.afterTree(brace));
  }

  private head(head: number, next: number, fresh: boolean): number {
    this.heads.push(head);
    if (this.heads.length === 1) this.headIsStatement = fresh && this.mode === ExprMode.Statement;
    return this.again(next);
  }

  /** `for pattern in head {}`, or the binder of a closure, `for<'a> |x| ...`. */
  private forLoop(fresh: boolean): number {
    const { at, kind, tokens } = this;
    if (opensAngle(kind[at + 1]!)) {
      const binder = skipAngles(tokens, at + 1);
      if (binder > 0 && kind[binder] !== Tok.PathSep) return this.again(binder);
    }
    const next = skimPattern(tokens, at + 1, true);
    return next > 0 && kind[next] === Tok.In ? this.head(Head.Body, next + 1, fresh) : Step.Fail;
  }

  private letCondition(): number {
    const next = skimPattern(this.tokens, this.at + 1, true);
    return next > 0 && this.kind[next] === Tok.Eq ? this.again(next + 1) : Step.Fail;
  }

  /** Parameters up to the closing bar, then a return type (which calls for a block) or the body. */
  private closure(): number {
    const { kind, tokens } = this;
    let at = this.at + 1;
    if (kind[this.at] === Tok.OrOr) at = this.at + 2;
    else {
      while (kind[at] !== Tok.Or && kind[at] !== Tok.OrOr) {
        if (isGroupEnd(kind[at]!) || kind[at] === Tok.Semi || kind[at] === Tok.FatArrow) return Step.Fail;
        at = tokens.afterTree(at);
      }
      at++;
    }
    if (kind[at] !== Tok.RArrow) return this.again(at);
    const type = skimType(tokens, at + 1, true);
    return type > 0 && isBlock(kind[type]!) ? this.again(type) : Step.Fail;
  }

  // What follows an operand.

  /** Steps over postfixes and a binary operator: `Again` when an operand is due, `Done` at the end. */
  private afterOperand(): number {
    for (;;) {
      const here = this.kind[this.at]!;
      if (here === Tok.Dot) {
        if (!this.member()) return this.heads.length > 0 ? Step.Fail : Step.Done;
      } else if (here === Tok.Question) this.at++;
      else if (this.complete) return Step.Done;
      else if (here === Tok.OpenParen || here === Tok.OpenBracket) this.at = this.tokens.afterTree(this.at);
      else if (isBlock(here) && this.heads.length > 0) {
        if (this.closeHead()) return Step.Again;
        continue;
      } else if (here === Tok.As) {
        this.at = skimType(this.tokens, this.at + 1, false);
        if (this.at < 0) return Step.Fail;
      } else {
        const step = this.operator(here);
        if (step !== Step.Postfix) return step;
      }
      this.complete = false;
    }
  }

  private operator(here: number): number {
    if (BINARY.has(here)) return this.again(this.at + this.tokens.width[this.at]!);
    if (here === Tok.LArrow) return this.again(this.at + 1);
    if (here === Tok.DotDot || here === Tok.DotDotEq) {
      const step = this.optionalOperand(this.at + 1);
      return step === Step.Done ? this.afterRange() : step;
    }
    return this.heads.length > 0 ? Step.Fail : Step.Done;
  }

  /** A range without upper bound: only the braces of a head can follow. */
  private afterRange(): number {
    if (this.heads.length === 0) return Step.Done;
    return isBlock(this.kind[this.at]!) ? Step.Postfix : Step.Fail;
  }

  /** Steps over `.name::<T>`, `.await`, `.0` and `.0.1`; false when no member follows the dot. */
  private member(): boolean {
    const { at, kind, tokens } = this;
    const name = kind[at + 1]!;
    if (!isWord(name) && name !== Tok.Int && name !== Tok.Float) return false;
    this.at = at + 2;
    if (kind[this.at] === Tok.PathSep && opensAngle(kind[this.at + 1]!)) {
      const end = skipAngles(tokens, this.at + 1);
      if (end > 0) this.at = end;
    }
    return true;
  }

  /** Steps over the braces of the innermost head; true when `else if` asks for another condition. */
  private closeHead(): boolean {
    const { kind, tokens } = this;
    const head = this.heads.pop()!;
    this.at = tokens.afterTree(this.at);
    if (head === Head.If && kind[this.at] === Tok.Else) {
      if (kind[this.at + 1] === Tok.If) {
        this.heads.push(Head.If);
        this.at += 2;
        return true;
      }
      if (isBlock(kind[this.at + 1]!)) this.at = tokens.afterTree(this.at + 1);
    }
    this.complete = this.heads.length === 0 && this.headIsStatement;
    return false;
  }
}

/** True where an `expr` fragment may begin, editions aside. */
export function beginsExpression(tokens: TokenBuffer, row: number): boolean {
  const kind = tokens.kind[row]!;
  if (isWord(kind)) return isPlainIdent(kind) || isPathSegment(kind) || EXPRESSION_KEYWORDS.has(kind);
  return isLiteral(kind) || EXPRESSION_STARTS.has(kind);
}

const EXPRESSION_KEYWORDS: ReadonlySet<number> = new Set([
  Tok.Async,
  Tok.Do,
  Tok.Box,
  Tok.Break,
  Tok.Const,
  Tok.Continue,
  Tok.False,
  Tok.For,
  Tok.If,
  Tok.Let,
  Tok.Loop,
  Tok.Match,
  Tok.Move,
  Tok.Return,
  Tok.True,
  Tok.Try,
  Tok.Unsafe,
  Tok.While,
  Tok.Yield,
  Tok.Static,
  Tok.Become,
]);

const EXPRESSION_STARTS: ReadonlySet<number> = new Set([
  Tok.OpenParen,
  Tok.OpenBrace,
  Tok.OpenBracket,
  Tok.OpaqueExpr,
  Tok.OpaqueBlock,
  Tok.OpaqueStmt,
  Tok.OpaquePath,
  Tok.OpaqueTy,
  Tok.Not,
  Tok.Minus,
  Tok.Star,
  Tok.Or,
  Tok.OrOr,
  Tok.And,
  Tok.AndAnd,
  Tok.DotDot,
  Tok.DotDotDot,
  Tok.DotDotEq,
  Tok.Lt,
  Tok.Shl,
  Tok.PathSep,
  Tok.Lifetime,
  Tok.Pound,
]);
