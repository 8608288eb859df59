/**
 * Textual scope of `macro_rules!`: a definition is visible behind itself, in source order, to the end of the module or
 * block it stands in, child modules included, and beyond a module marked `#[macro_use]` (Reference, "Scoping, exporting,
 * and importing").
 *
 * Scopes are a persistent chain, newest definition first. An item macro that could not be resolved at once leaves a gap
 * in the chain, which its expansion closes: definitions behind the gap were chained before what the gap turns out to hold.
 */
import type { MacroDef } from "./defs.ts";

/** The newest link of a chain; null is the empty scope. */
export type TextualScope = TextualLink | null;

/** One definition, or the gap of an invocation that is not yet expanded. */
export class TextualLink {
  readonly outer: TextualScope;
  readonly name: string;
  /** Null for a gap. */
  readonly macro: MacroDef | null;
  /** The definition's cfg does not hold: it is found only where no other is. */
  readonly inactive: boolean;
  /** What stands in for a gap: the scope at the end of the expansion, which leads to `outer`. */
  filled: TextualScope = null;
  private isFilled = false;
  private memo: Map<string, TextualScope> | null = null;

  constructor(outer: TextualScope, name: string, macro: MacroDef | null, inactive: boolean) {
    this.outer = outer;
    this.name = name;
    this.macro = macro;
    this.inactive = inactive;
  }

  /** Closes a gap with the scope at the end of its expansion. */
  fill(scope: TextualScope): void {
    this.filled = scope;
    this.isFilled = true;
  }

  /** The next link to look at. */
  get next(): TextualScope {
    return this.isFilled ? this.filled : this.outer;
  }

  /** Looks a name up and remembers the answer; only once no gap is open any more. */
  settledLookup(name: string): TextualScope {
    this.memo ??= new Map();
    let found = this.memo.get(name);
    if (found === undefined) {
      found = lookUpTextual(this, name);
      this.memo.set(name, found);
    }
    return found;
  }
}

/** Returns the definition that a plain name means in the scope, an inactive one where there is no other; or null. Linear in the definitions around. */
export function lookUpTextual(scope: TextualScope, name: string): TextualScope {
  let inactive: TextualScope = null;
  for (let link = scope; link !== null; link = link.next) {
    if (link.macro === null || link.name !== name) continue;
    if (!link.inactive) return link;
    inactive ??= link;
  }
  return inactive;
}

/** The textual scope at each place of one text. */
export class TextualTimeline {
  private readonly offsets: number[] = [];
  private readonly scopes: TextualScope[] = [];
  private readonly initial: TextualScope;

  constructor(initial: TextualScope) {
    this.initial = initial;
  }

  /** Notes that from `offset` on, up to the next noted offset, `scope` holds. */
  note(offset: number, scope: TextualScope): void {
    const row = this.rowBehind(offset);
    if ((row === 0 ? this.initial : this.scopes[row - 1]!) === scope) return;
    this.offsets.splice(row, 0, offset);
    this.scopes.splice(row, 0, scope);
  }

  /** The scope at an offset. */
  at(offset: number): TextualScope {
    const row = this.rowBehind(offset);
    return row === 0 ? this.initial : this.scopes[row - 1]!;
  }

  /** The scope at the end of the text. */
  end(): TextualScope {
    return this.scopes.length === 0 ? this.initial : this.scopes[this.scopes.length - 1]!;
  }

  private rowBehind(offset: number): number {
    const { offsets } = this;
    let low = 0;
    let high = offsets.length;
    if (high === 0 || offsets[high - 1]! <= offset) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (offsets[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
