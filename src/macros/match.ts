/**
 * Matching of an invocation's tokens against one rule: the matcher's program run in lock step over the input by a set of
 * threads, as the compiler does it. At every token each thread goes on until it wants a token or a fragment. One fragment
 * and nothing else wanted: it is parsed, without a way back. Fragments besides others: the language calls that ambiguous.
 *
 * While one thread is alone, which it is most of the time, it goes on without that: whatever it wants, nobody wants something else.
 *
 * A thread is a step number and the list of what it has bound so far, newest first. Lists share their tails, so that a
 * thread splits at no cost; the list of the one thread that reaches the end is replayed into bindings.
 */
import type { TokenBuffer } from "./buffer.ts";
import { type MacroError, macroError } from "./errors.ts";
import { mayBegin, skimFragment } from "./fragments.ts";
import { type Matcher, type MatcherStep, Op } from "./matcher.ts";
import { isGroupEnd, isSpelledByKind } from "./tokens.ts";

/** What a variable stands for: one fragment, or what it matched in each round of a repetition. */
export type Binding = FragmentMatch | Binding[];

/** Rows of the input that a fragment took. */
export interface FragmentMatch {
  readonly from: number;
  readonly to: number;
}

/** An entry of a thread's list: a bound fragment, the start of a repetition (`from` negative), or all trees up to the end of a group. */
interface Trail {
  readonly before: Trail | undefined;
  readonly step: MatcherStep;
  readonly from: number;
  readonly to: number;
}

/** Threads that a well-formed macro never needs; beyond it the rule counts as ambiguous. */
const MAX_THREADS = 1024;

/** Returns the bindings, by variable, when `tokens` as a whole match; otherwise what stood against it. */
export function matchRule(matcher: Matcher, tokens: TokenBuffer): Binding[] | MacroError {
  return new RuleMatcher(matcher, tokens).run();
}

class RuleMatcher {
  private readonly steps: readonly MatcherStep[];
  private readonly tokens: TokenBuffer;
  private row = 0;
  // Threads to be run at this token: step and trail side by side.
  private currentSteps: number[] = [0];
  private currentTrails: (Trail | undefined)[] = [undefined];
  private current = 1;
  // Threads that took this token, likewise. Both lists are as long as they ever were; the counts say what is in use.
  private nextSteps: number[] = [];
  private nextTrails: (Trail | undefined)[] = [];
  private takers = 0;
  // The thread that wants a fragment here, and how many do.
  private bindStep = 0;
  private bindTrail: Trail | undefined;
  private binds = 0;
  // The thread that has reached the end, and how many have.
  private endTrail: Trail | undefined;
  private ends = 0;

  constructor(matcher: Matcher, tokens: TokenBuffer) {
    this.steps = matcher.steps;
    this.tokens = tokens;
  }

  run(): Binding[] | MacroError {
    for (;;) {
      if (this.current === 1) this.alone();
      this.advance();
      if (this.row >= this.tokens.count) return this.finish();
      const { takers } = this;
      if (takers > MAX_THREADS || (this.binds > 0 && takers + this.binds > 1)) {
        return this.fail("ambiguous", "a rule can go on in more than one way");
      }
      if (takers > 0) this.takeToken();
      else if (this.binds === 0) return this.fail("no-rule", "no rule expects what stands here");
      else if (!this.takeFragment()) return this.fail("bad-fragment", "a fragment is not well formed");
    }
  }

  /** Leads the only thread on for as long as it has one way to go and finds what it wants. */
  private alone(): void {
    const { steps, tokens } = this;
    let [at] = this.currentSteps as [number];
    let [trail] = this.currentTrails;
    let { row } = this;
    for (; ; at++) {
      const step = steps[at]!;
      if (step.op === Op.Token) {
        if (!reads(tokens, row, step)) break;
        row += tokens.width[row]!;
      } else if (step.op === Op.Bind) {
        const to = mayBegin(step.fragment, tokens, row) ? skimFragment(step.fragment, tokens, row) : -1;
        if (to < 0) break;
        trail = { before: trail, step, from: row, to };
        row = to;
      } else if (step.sweeps && (step.maySkip || !isGroupEnd(tokens.kind[row]!))) {
        const from = row;
        while (!isGroupEnd(tokens.kind[row]!)) row = tokens.afterTree(row);
        trail = { before: trail, step, from, to: row };
        at = step.target - 1;
      } else break;
    }
    this.row = row;
    this.currentSteps[0] = at;
    this.currentTrails[0] = trail;
  }

  private fail(reason: MacroError["reason"], message: string): MacroError {
    return macroError(reason, message, this.tokens.offset(this.row));
  }

  private finish(): Binding[] | MacroError {
    if (this.ends === 1) return bindings(this.endTrail, this.tokens);
    if (this.ends > 1) return this.fail("ambiguous", "a rule matches in more than one way");
    return this.fail("unexpected-end", "the invocation ends where a rule wants more");
  }

  private takeToken(): void {
    const { currentSteps, currentTrails } = this;
    this.row += this.tokens.width[this.row]!;
    this.currentSteps = this.nextSteps;
    this.currentTrails = this.nextTrails;
    this.current = this.takers;
    this.nextSteps = currentSteps;
    this.nextTrails = currentTrails;
    this.takers = 0;
  }

  private takeFragment(): boolean {
    const step = this.steps[this.bindStep]!;
    const to = skimFragment(step.fragment, this.tokens, this.row);
    if (to < 0) return false;
    this.spawn(this.bindStep + 1, { before: this.bindTrail, step, from: this.row, to });
    this.row = to;
    return true;
  }

  private spawn(step: number, trail: Trail | undefined): void {
    this.currentSteps[this.current] = step;
    this.currentTrails[this.current++] = trail;
  }

  /** Runs all threads up to where each wants something from the input. */
  private advance(): void {
    this.binds = 0;
    this.ends = 0;
    // An endless supply of threads could only come of a repetition around nothing, which takes no input.
    for (let budget = this.steps.length * 8 + MAX_THREADS; this.current > 0 && budget > 0; budget--) {
      const at = this.currentSteps[--this.current]!;
      this.runStep(at, this.steps[at]!, this.currentTrails[this.current]);
    }
    this.current = 0;
  }

  private runStep(at: number, step: MatcherStep, trail: Trail | undefined): void {
    switch (step.op) {
      case Op.Token:
        this.want(at + 1, step, trail);
        break;
      case Op.Bind:
        this.wantFragment(at, step, trail);
        break;
      case Op.Enter: {
        const entered: Trail = { before: trail, step, from: -1, to: -1 };
        if (step.maySkip) this.spawn(step.target, entered);
        this.spawn(at + 1, entered);
        break;
      }
      case Op.Again:
        if (step.repeats) this.spawn(step.target, trail);
        this.spawn(at + 1, trail);
        break;
      case Op.Separator:
        this.want(at + 1, step, trail);
        this.spawn(at + 2, trail);
        break;
      case Op.Next:
        this.spawn(step.target, trail);
        break;
      default:
        this.ends++;
        this.endTrail = trail;
    }
  }

  private want(target: number, step: MatcherStep, trail: Trail | undefined): void {
    if (!reads(this.tokens, this.row, step)) return;
    this.nextSteps[this.takers] = target;
    this.nextTrails[this.takers++] = trail;
  }

  private wantFragment(at: number, step: MatcherStep, trail: Trail | undefined): void {
    if (!mayBegin(step.fragment, this.tokens, this.row)) return;
    this.binds++;
    this.bindStep = at;
    this.bindTrail = trail;
  }
}

/** True when the token at a row is the one that a step takes. */
function reads(tokens: TokenBuffer, row: number, { kind, text }: MatcherStep): boolean {
  return tokens.kind[row] === kind && (isSpelledByKind(kind) || tokens.is(row, text));
}

/** Replays a trail, oldest entry first, into one binding for each variable. */
function bindings(trail: Trail | undefined, tokens: TokenBuffer): Binding[] {
  const entries: Trail[] = [];
  for (let entry = trail; entry !== undefined; entry = entry.before) entries.push(entry);
  const bound: Binding[] = [];
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i]!;
    const { step } = entry;
    if (step.op === Op.Bind) bind(bound, step.variable, step.depth, { from: entry.from, to: entry.to });
    else if (entry.from >= 0) bind(bound, step.variable, step.depth, trees(tokens, entry));
    else for (let v = step.variable; v < step.variableEnd; v++) bind(bound, v, step.depth, []);
  }
  return bound;
}

/** The trees that an entry took. */
function trees(tokens: TokenBuffer, { from, to }: Trail): FragmentMatch[] {
  const found: FragmentMatch[] = [];
  for (let row = from; row < to; ) {
    const next = tokens.afterTree(row);
    found.push({ from: row, to: next });
    row = next;
  }
  return found;
}

/** Adds a binding in the newest round of `depth` repetitions around it. */
function bind(bound: Binding[], variable: number, depth: number, value: Binding): void {
  if (depth === 0) {
    bound[variable] = value;
    return;
  }
  let rounds = bound[variable] as Binding[];
  for (let level = 1; level < depth; level++) rounds = rounds.at(-1) as Binding[];
  rounds.push(value);
}
