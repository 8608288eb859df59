/**
 * Rules about who may call whom, after dependency-cruiser: `forbidden` calls must not be there, `allowed` ones list all that may be,
 * `required` ones have to be. Each side of a rule is a set of functions by path, package, kind and the like; the rule may speak of calls,
 * of what is reached over any number of them, or of recursion, and of functions or of types, modules, packages and files.
 *
 * A call counts when its edge is a call, a value named or an implicit use, and as sure as the rule wants. Over several calls, dispatch
 * from a trait's method to its implementations counts too, since at run time it is taken.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import { nodeText, outEdges } from "../graph/columns.ts";
import { foldLevel, type Level } from "../graph/fold.ts";
import { matchNodes } from "../graph/pattern.ts";
import { reach } from "../graph/reach.ts";
import { componentMembers, type EdgeFilter, findComponents, recursiveComponents, shortestCycle } from "../graph/scc.ts";
import { typeAround } from "../graph/scopes.ts";
import {
  type CallGraph,
  CONFIDENCES,
  type Confidence,
  EDGE_KINDS,
  ENTRIES,
  type Entry,
  NODE_KINDS,
  type NodeKind,
  VISIBILITIES,
  type Visibility,
} from "../graph/types.ts";
import { nameMatcher } from "../workspace/globs.ts";
import { workspaceCrates } from "./entries.ts";

export const RULE_KINDS = ["forbidden", "allowed", "required"] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** How grave a violation is; `ignore` switches a rule off. */
export const SEVERITIES = ["error", "warn", "info", "ignore"] as const;
export type RuleSeverity = (typeof SEVERITIES)[number];

/** Scopes in which two functions may be together or not. */
export const SCOPES = ["type", "module", "file", "package"] as const;
export type Scope = (typeof SCOPES)[number];

/** A set of functions: all that meet every condition. */
export interface Side {
  /** Patterns, one of which must name the function or the scope around it. */
  readonly path?: readonly string[];
  /** Patterns, none of which may. */
  readonly pathNot?: readonly string[];
  /** Names or globs of Cargo packages. */
  readonly package?: readonly string[];
  readonly kind?: readonly NodeKind[];
  readonly entry?: readonly Entry[];
  readonly visibility?: readonly Visibility[];
}

/** The callees of a rule. */
export interface Target extends Side {
  /** Over any number of calls instead of one. */
  readonly reachable?: boolean;
  /** Recursion instead of calls. */
  readonly circular?: boolean;
  /** Only where caller and callee do not share this. */
  readonly other?: Scope;
  /** Only where they do. */
  readonly same?: Scope;
}

export interface Rule {
  readonly rule: RuleKind;
  readonly name: string;
  readonly severity: RuleSeverity;
  readonly comment?: string;
  readonly from: Side;
  readonly to: Target;
  /** What the rule speaks of; functions by default. */
  readonly level: Level;
  /** Worst confidence that counts. */
  readonly confidence: Confidence;
}

/** One way in which a rule is broken. */
export interface Violation {
  readonly rule: Rule;
  /** The graph of the rule's level, to which all numbers belong. */
  readonly graph: CallGraph;
  readonly from: number;
  /** The last function of the path; -1 where a call is missing. */
  readonly to: number;
  /** Edges from the first to the last, in the order of the calls. */
  readonly path: readonly number[];
}

/** What the rules find. */
export interface RuleResult {
  /** In the order of the rules, then of the functions. */
  readonly violations: readonly Violation[];
  /** Patterns that name nothing: their rule can't be broken, which is rarely meant. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks a graph with the functions of other crates in it. Linear for each rule. */
export function checkRules(graph: CallGraph, rules: readonly Rule[]): RuleResult {
  const levels = new Map<Level, CallGraph>([["function", graph]]);
  const diagnostics: Diagnostic[] = [];
  const checks = rules
    .filter(({ severity }) => severity !== "ignore")
    .map((rule) => {
      const { level } = rule;
      const folded = levels.get(level) ?? (level === "function" ? graph : foldLevel(graph, level).graph);
      levels.set(level, folded);
      return new RuleCheck(folded, rule, diagnostics);
    });
  const allowing = checks.filter(({ rule }) => rule.rule === "allowed");
  const violations = checks.flatMap((check) =>
    check.rule.rule === "allowed" ? check.notAllowed(allowing) : check.run(),
  );
  return { violations, diagnostics };
}

const CALLS: ReadonlySet<number> = new Set(
  (["call", "reference", "implicit", "residual"] as const).map((kind) => EDGE_KINDS.indexOf(kind)),
);
const DISPATCH = EDGE_KINDS.indexOf("dispatch");
const EXTERNAL = NODE_KINDS.indexOf("external");

/** One rule on the graph of its level. */
class RuleCheck {
  readonly rule: Rule;
  readonly #graph: CallGraph;
  readonly #from: Uint8Array;
  readonly #to: Uint8Array;

  constructor(graph: CallGraph, rule: Rule, diagnostics: Diagnostic[]) {
    this.rule = rule;
    this.#graph = graph;
    this.#from = sideMask(graph, rule, "from", diagnostics);
    this.#to = sideMask(graph, rule, "to", diagnostics);
    // What other crates do is none of the workspace's rules' business, and what they are called for only where a rule says so.
    const speaksOfOthers = rule.to.path !== undefined || rule.to.package !== undefined || rule.to.kind !== undefined;
    for (let node = 0; node < this.#from.length; node++) {
      if (graph.nodes.kind[node] !== EXTERNAL) continue;
      this.#from[node] = 0;
      if (!speaksOfOthers) this.#to[node] = 0;
    }
  }

  run(): Violation[] {
    const { rule, to } = this.rule;
    if (to.circular) return this.#circles();
    if (rule === "required") return this.#missing();
    return to.reachable ? this.#reached() : this.#calls();
  }

  /** Tells whether the edge is a call of which the rule speaks. */
  #isCall(edge: number): boolean {
    const { kind, confidence } = this.#graph.edges;
    return CALLS.has(kind[edge]!) && confidence[edge]! <= CONFIDENCES.indexOf(this.rule.confidence);
  }

  /** The same over several calls. */
  readonly #isStep: EdgeFilter = (edge) => this.#isCall(edge) || this.#graph.edges.kind[edge] === DISPATCH;

  #isTarget(from: number, to: number): boolean {
    const { other, same } = this.rule.to;
    if (!this.#to[to]) return false;
    if (other !== undefined && scopeOf(this.#graph, from, other) === scopeOf(this.#graph, to, other)) return false;
    return same === undefined || scopeOf(this.#graph, from, same) === scopeOf(this.#graph, to, same);
  }

  #violation(from: number, to: number, path: readonly number[]): Violation {
    return { rule: this.rule, graph: this.#graph, from, to, path };
  }

  /** Calls from one side to the other, each pair once. */
  #calls(): Violation[] {
    const { source, target } = this.#graph.edges;
    const found: Violation[] = [];
    for (let e = 0; e < source.length; e++) {
      const [from, to] = [source[e]!, target[e]!];
      if (!this.#from[from] || !this.#isCall(e) || !this.#isTarget(from, to)) continue;
      const last = found.at(-1);
      if (last?.from !== from || last.to !== to) found.push(this.#violation(from, to, [e]));
    }
    return found;
  }

  /** Shortest ways from one side to the other that do not come back to the first side. */
  #reached(): Violation[] {
    const { source, target } = this.#graph.edges;
    const { other, same } = this.rule.to;
    const walkTo = (ends: readonly number[], isFrom: (node: number) => boolean): Violation[] => {
      const walk = reach(this.#graph, ends, "callers", { filter: this.#isStep, through: (node) => !isFrom(node) });
      return [...walk.order]
        .filter((node) => isFrom(node) && walk.edge[node] !== -1)
        .map((node) => {
          const path: number[] = [];
          for (let edge = walk.edge[node]!; edge !== -1; edge = walk.edge[target[edge]!]!) path.push(edge);
          return this.#violation(source[path[0]!]!, target[path.at(-1)!]!, path);
        });
    };
    if (other === undefined && same === undefined)
      return sorted(walkTo(marked(this.#to), (node) => this.#from[node] === 1));
    // What counts as a target depends on the caller: one walk for each scope that holds targets.
    const scopes = new Map<string, number[]>();
    for (const node of marked(this.#to)) {
      const scope = scopeOf(this.#graph, node, (other ?? same)!);
      scopes.set(scope, [...(scopes.get(scope) ?? []), node]);
    }
    return sorted(
      [...scopes.values()].flatMap((ends) =>
        walkTo(ends, (node) => this.#from[node] === 1 && this.#isTarget(node, ends[0]!)),
      ),
    );
  }

  /** Functions that call, or reach, none of the targets. */
  #missing(): Violation[] {
    const { offsets, edges } = outEdges(this.#graph);
    const reached = this.rule.to.reachable
      ? reach(this.#graph, marked(this.#to), "callers", { filter: this.#isStep }).distance
      : undefined;
    return marked(this.#from)
      .filter((node) => {
        if (reached !== undefined) return reached[node]! < 0;
        for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
          const edge = edges[i]!;
          if (this.#isCall(edge) && this.#isTarget(node, this.#graph.edges.target[edge]!)) return false;
        }
        return true;
      })
      .map((node) => this.#violation(node, -1, []));
  }

  /** Recursions in which both sides take part. */
  #circles(): Violation[] {
    const isCall: EdgeFilter = (edge) => this.#isCall(edge);
    const components = findComponents(this.#graph, isCall);
    const { source, target } = this.#graph.edges;
    return recursiveComponents(this.#graph, components, isCall).flatMap((c) => {
      const members = [...componentMembers(components, c)];
      if (!members.some((node) => this.#from[node]) || !members.some((node) => this.#to[node])) return [];
      const path = shortestCycle(this.#graph, components, c, isCall);
      return path.length === 0 ? [] : [this.#violation(source[path[0]!]!, target[path.at(-1)!]!, path)];
    });
  }

  /**
   * Calls from this rule's functions that none of the rules allows; told once, by the first rule that speaks of the caller. Calls of other
   * crates are looked at only where the rules speak of these.
   */
  notAllowed(rules: readonly RuleCheck[]): Violation[] {
    const { source, target } = this.#graph.edges;
    const alike = rules.filter(({ rule }) => rule.level === this.rule.level);
    const found: Violation[] = [];
    for (let e = 0; e < source.length; e++) {
      const [from, to] = [source[e]!, target[e]!];
      if (!this.#from[from] || !this.#isCall(e)) continue;
      const speaking = alike.filter((check) => check.#from[from]);
      if (speaking[0] !== this || speaking.some((check) => check.#isTarget(from, to))) continue;
      if (this.#graph.nodes.kind[to] === EXTERNAL && !speaking.some(({ rule }) => namesOthers(rule.to))) continue;
      const last = found.at(-1);
      if (last?.from !== from || last.to !== to) found.push(this.#violation(from, to, [e]));
    }
    return found;
  }
}

function namesOthers({ kind }: Target): boolean {
  return kind?.includes("external") ?? false;
}

function marked(mask: Uint8Array): number[] {
  const nodes: number[] = [];
  for (let node = 0; node < mask.length; node++) if (mask[node]) nodes.push(node);
  return nodes;
}

function sorted(violations: Violation[]): Violation[] {
  return violations.sort((a, b) => a.from - b.from || a.to - b.to);
}

function scopeOf(graph: CallGraph, node: number, scope: Scope): string {
  const path = nodeText(graph, node, "path")!;
  if (scope === "type") return typeAround(graph, node) ?? nodeText(graph, node, "module") ?? path;
  return nodeText(graph, node, scope) ?? path.split("::")[0]!;
}

/** Marks the functions of a side. */
function sideMask(graph: CallGraph, rule: Rule, which: "from" | "to", diagnostics: Diagnostic[]): Uint8Array {
  const { nodes } = graph;
  const side: Side = rule[which];
  // A function of another crate that nobody calls is not in the graph, and need not be.
  const crates = workspaceCrates(graph);
  const isMissed = (pattern: string): boolean =>
    which === "from" || !/^\w+::/.test(pattern) || crates.has(pattern.split("::")[0]!);
  const miss = (key: string, pattern: string, what: string): void => {
    const message = `${rule.name}: ${which}.${key} ${JSON.stringify(pattern)} names no ${what}`;
    diagnostics.push({ severity: "warning", code: "no-match", message });
  };
  const named = (patterns: readonly string[], key: string): Uint8Array => {
    const mask = new Uint8Array(nodes.length);
    for (const pattern of patterns) {
      const found = matchNodes(graph, pattern);
      for (const node of found) mask[node] = 1;
      if (found.length === 0 && key === "path" && isMissed(pattern)) miss(key, pattern, "function");
    }
    return mask;
  };
  const inside = side.path === undefined ? undefined : named(side.path, "path");
  const outside = side.pathNot === undefined ? undefined : named(side.pathNot, "path_not");
  const packages = side.package?.map(nameMatcher);
  // Those that are called may be other crates': of which nothing is called is not in the graph.
  for (const [at, matches] of (which === "from" ? (packages ?? []) : []).entries())
    if (!graph.meta.packages.some(matches)) miss("package", side.package![at]!, "package");
  const words = <Word extends string>(table: readonly Word[], wanted: readonly Word[] | undefined, shift: number) =>
    wanted === undefined ? undefined : new Set(wanted.map((word) => table.indexOf(word) + shift));
  const kinds = words(NODE_KINDS, side.kind, 0);
  const entries = words(ENTRIES, side.entry, 1);
  const visibilities = words(VISIBILITIES, side.visibility, 1);
  return Uint8Array.from({ length: nodes.length }, (_, node) => {
    const isMeant =
      (inside?.[node] ?? 1) === 1 &&
      (outside?.[node] ?? 0) === 0 &&
      (packages?.some((matches) => matches(nodeText(graph, node, "package") ?? "")) ?? true) &&
      (kinds?.has(nodes.kind[node]!) ?? true) &&
      (entries?.has(nodes.entry[node]!) ?? true) &&
      (visibilities?.has(nodes.visibility[node]!) ?? true);
    return isMeant ? 1 : 0;
  });
}
