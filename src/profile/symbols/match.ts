/**
 * Every symbol to the function as written, or to the outside of the workspace.
 *
 * Names decide (`candidates.ts`); file and line, where the profile has them, choose among functions whose names fit equally well, and find
 * a function whose path the name doesn't tell. Copies, closures, async bodies and recursion levels all come to the function they are of.
 */

import type { NodeIndex } from "../../base/ids.ts";
import { hasFlag } from "../../graph/columns.ts";
import type { CallGraph } from "../../graph/types.ts";
import { type Candidate, findCandidates, type NameRule, RANK } from "./candidates.ts";
import { parseSymbolPath, type SymbolPath } from "./path.ts";
import { indexPatterns, type PatternIndex } from "./patterns.ts";
import { PlaceIndex } from "./places.ts";
import { mentionsWorkspace } from "./unify.ts";

/**
 * How a symbol was judged. Matched: `function`, `method` (inherent), `impl` (a trait's), `default` (the trait's own), `exported` (by its
 * bare name), `enclosing` (defined inside that function by a macro), `numbered-impl`, `place` (file and line). External: `derive`
 * (a trait of another crate for a type of the workspace, without an impl in the source), `constructor` (of an enum's variant or a tuple
 * struct), `foreign` (of another crate), `native` (no Rust). Unmatched: `missing` (of the workspace, but not in the graph), `unknown`
 * (no name).
 */
export type MatchRule = NameRule | "place" | "derive" | "constructor" | "foreign" | "native" | "missing" | "unknown";

export type MatchStatus = "matched" | "external" | "unmatched";

/** A symbol as a profile gives it. */
export interface ProfileSymbol {
  /** The linker's name, where the profile has it beside a readable one. */
  readonly raw?: string;
  /** The name as printed, in any form. */
  readonly name: string;
  /** Source file, absolute, relative or only its base name. */
  readonly file?: string;
  /** 1-based line that was executed in it. */
  readonly line?: number;
}

/** What a symbol is. */
export interface SymbolMatch {
  readonly status: MatchStatus;
  readonly rule: MatchRule;
  /** The function as written; `null` unless matched. */
  readonly node: NodeIndex | null;
  /** All functions that fit equally well, `node` first; more than one: the choice is a guess. */
  readonly candidates: readonly NodeIndex[];
  /** The name taken apart: closures, arguments and shims tell the copies; `undefined` for what is no path. */
  readonly path: SymbolPath | undefined;
}

/** What is known beside the graph. */
export interface MatcherOptions {
  /** Crates of the workspace without functions in the graph. */
  readonly crates?: readonly string[];
  /** Cargo package or kind of target (`bin`, `lib` …) that was recorded: decides between functions of the same path. */
  readonly prefer?: { readonly package?: string; readonly target?: string };
}

/** Finds functions for symbols. Results are remembered: one matcher for a profile. */
export interface Matcher {
  /** Returns what the symbol is. Never throws. */
  match(symbol: ProfileSymbol): SymbolMatch;
}

/** Returns a matcher for the functions of a graph. Linear in its nodes. */
export function createMatcher(graph: CallGraph, options: MatcherOptions = {}): Matcher {
  return new GraphMatcher(graph, options);
}

/** What a name alone tells. */
interface NameMatch {
  readonly path: SymbolPath | undefined;
  readonly candidates: readonly Candidate[];
  /** The verdict where there is no candidate. */
  readonly otherwise: { readonly status: MatchStatus; readonly rule: MatchRule };
}

const NO_NAME = /^(?:\[.*\]|(?:0x)?[0-9a-f]{4,}|\?+|)$/;

class GraphMatcher implements Matcher {
  readonly #graph: CallGraph;
  readonly #index: PatternIndex;
  readonly #places: PlaceIndex;
  readonly #prefer: NonNullable<MatcherOptions["prefer"]>;
  readonly #byName = new Map<string, NameMatch>();
  readonly #results = new Map<string, SymbolMatch>();

  constructor(graph: CallGraph, options: MatcherOptions) {
    this.#graph = graph;
    this.#index = indexPatterns(graph, options.crates);
    this.#places = new PlaceIndex(graph);
    this.#prefer = options.prefer ?? {};
  }

  match(symbol: ProfileSymbol): SymbolMatch {
    const name = symbol.raw ?? symbol.name;
    const key = symbol.file === undefined ? name : `${name}\n${symbol.file}\n${symbol.line ?? 0}`;
    let result = this.#results.get(key);
    if (result === undefined) {
      result = this.#judge(this.#readName(name), symbol);
      this.#results.set(key, result);
    }
    return result;
  }

  #readName(name: string): NameMatch {
    let known = this.#byName.get(name);
    if (known === undefined) {
      const path = parseSymbolPath(name);
      const candidates = path === undefined || !this.#mayBeOurs(path) ? [] : findCandidates(path, this.#index);
      known = { path, candidates, otherwise: path === undefined ? nameless(name) : this.#verdict(path) };
      this.#byName.set(name, known);
    }
    return known;
  }

  #judge({ path, candidates, otherwise }: NameMatch, symbol: ProfileSymbol): SymbolMatch {
    const here = bestRank(candidates).filter(({ pattern }) =>
      this.#places.contains(pattern.node, symbol.file, symbol.line),
    );
    const best = this.#best(here.length > 0 ? here : candidates);
    const first = best[0];
    if (first === undefined) return this.#judgeByPlace(path, otherwise, symbol);
    const isChosenByPlace = here.length > 0 && this.#best(candidates).length !== best.length;
    return {
      status: "matched",
      rule: isChosenByPlace ? "place" : first.rule,
      node: first.pattern.node,
      candidates: best.map(({ pattern }) => pattern.node),
      path,
    };
  }

  #judgeByPlace(path: SymbolPath | undefined, otherwise: NameMatch["otherwise"], symbol: ProfileSymbol): SymbolMatch {
    const isOpen = otherwise.rule === "missing" || (otherwise.rule === "native" && path !== undefined);
    const node = isOpen && path ? this.#places.find(path.name, symbol.file, symbol.line) : undefined;
    if (node === undefined) return { ...otherwise, node: null, candidates: [], path };
    return { status: "matched", rule: "place", node, candidates: [node], path };
  }

  /** The nearest candidates; of equals, those that belong to what was recorded. */
  #best(candidates: readonly Candidate[]): readonly Candidate[] {
    if (candidates.length < 2) return candidates;
    const nearest = candidates.reduce((least, { cost }) => Math.min(least, cost), Number.POSITIVE_INFINITY);
    let best = candidates.filter(({ cost }) => cost === nearest);
    for (const isWanted of this.#preferences) {
      const wanted = best.filter(({ pattern }) => isWanted(pattern.node));
      if (wanted.length > 0) best = wanted;
    }
    return best.sort((a, b) => a.pattern.node - b.pattern.node);
  }

  get #preferences(): ((node: NodeIndex) => boolean)[] {
    const { strings, nodes } = this.#graph;
    const { package: pack, target } = this.#prefer;
    return [
      (node) => !hasFlag(this.#graph, node, "test"),
      (node) => pack === undefined || strings[nodes.package[node]!] === pack,
      (node) => target === undefined || strings[nodes.target[node]!] === target,
    ];
  }

  /** Cheap test that keeps symbols of std and dependencies away from all rules. */
  #mayBeOurs(path: SymbolPath): boolean {
    const { impl, scope } = path;
    if (impl === undefined || scope.length > 0)
      return path.crates.length === 0 || path.crates.some((c) => this.#index.crates.has(c));
    return (
      mentionsWorkspace(impl.self, this.#index) ||
      (impl.trait !== undefined && mentionsWorkspace(impl.trait, this.#index))
    );
  }

  /** What a symbol is for which no function was found. */
  #verdict(path: SymbolPath): NameMatch["otherwise"] {
    if (path.crates.length === 0) return { status: "external", rule: path.impl === undefined ? "native" : "foreign" };
    const isOurs = path.crates.some((crate) => this.#index.crates.has(crate));
    const trait = path.impl?.trait;
    if (trait === undefined && !isOurs) return FOREIGN;
    if (trait === undefined) return isConstructor(path) ? { status: "external", rule: "constructor" } : MISSING;
    if (this.#index.crates.has(trait.path[0]!)) return MISSING;
    return isOurs ? { status: "external", rule: "derive" } : FOREIGN;
  }
}

/** Code of another function may have been inlined, so a place never speaks against the kind of the match. */
function bestRank(candidates: readonly Candidate[]): readonly Candidate[] {
  const rank = ({ cost }: Candidate) => Math.floor(cost / RANK.default);
  const best = candidates.reduce((least, candidate) => Math.min(least, rank(candidate)), Number.POSITIVE_INFINITY);
  return candidates.filter((candidate) => rank(candidate) === best);
}

const MISSING = { status: "unmatched", rule: "missing" } as const;
const FOREIGN = { status: "external", rule: "foreign" } as const;

/** Constructors are the only functions whose names begin with a capital, but statics with closures may as well. */
function isConstructor(path: SymbolPath): boolean {
  return /^\p{Lu}/u.test(path.name) && path.closures.length === 0;
}

/** A text that is no path is an address, or a name of another language. */
function nameless(name: string): NameMatch["otherwise"] {
  return NO_NAME.test(name.trim()) ? { status: "unmatched", rule: "unknown" } : { status: "external", rule: "native" };
}
