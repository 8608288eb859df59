/**
 * What item macros and macros in bodies share: which macro an invocation means, and the text it expands to.
 *
 * A plain name is looked up in textual scope first, then as a path (Reference, "Macro name resolution"). What one
 * outermost invocation may cost is bounded in depth, size and number of expansions.
 */
import type { FileFacts, MacroCall } from "../facts/types.ts";
import { expandBuiltin } from "../macros/builtin.ts";
import { isMacroError, type MacroErrorReason } from "../macros/errors.ts";
import { expandMacro } from "../macros/expand.ts";
import { OriginBuilder, type OriginMap } from "../macros/origin.ts";
import type { ExternalDef, MacroDef } from "./defs.ts";
import { knownMacro, rewrite } from "./known/table.ts";
import type { Budget, CrateNode, Scope, Unit } from "./model.ts";
import type { Program } from "./program.ts";
import { PLAIN, type Resolver } from "./resolve.ts";
import type { TextualScope } from "./textual.ts";
import type { ExpansionFailure } from "./types.ts";

/** An invocation: where its path stands, and where its arguments do. */
export interface Invocation {
  readonly unit: Unit;
  readonly call: MacroCall;
  /** Textual scope at the invocation. */
  readonly textual: TextualScope;
}

/** The text of an expansion. */
export interface ExpandedText {
  readonly text: string;
  readonly origin: OriginMap;
}

/** An expansion that was lowered. */
export interface LoweredExpansion extends ExpandedText {
  /** The macro's name, as the invocation writes it. */
  readonly name: string;
  readonly macro: MacroDef | null;
  readonly facts: FileFacts;
  readonly budget: Budget;
  /** As {@link Expansion.guess}; none for what was expanded. */
  readonly guess?: ExpansionFailure["reason"];
  /** The crate that what it defines counts as part of, when not that of the invocation. */
  readonly crate?: CrateNode;
}

const FAILURES: Readonly<Partial<Record<MacroErrorReason, ExpansionFailure["reason"]>>> = {
  "too-large": "size-limit",
  "bad-definition": "bad-definition",
  "bad-repetition": "bad-definition",
};

export class Expander {
  private readonly program: Program;
  private readonly resolver: Resolver;

  constructor(program: Program, resolver: Resolver) {
    this.program = program;
    this.resolver = resolver;
  }

  /**
   * Returns the macro that an invocation names, or null. Without `preludes` a plain name is not looked for in what
   * every module sees, as long as imports may still bring another.
   */
  find(from: Scope, { unit, call, textual }: Invocation, preludes: boolean): MacroDef | ExternalDef | null {
    const { path } = call;
    const name = path[path.length - 1];
    if (name === undefined) return null;
    const isPlain = path.length === 1;
    const rules = isPlain ? this.resolver.textual(textual, name, from.inactive) : null;
    if (rules !== null) return rules;
    const isGlobal = path[0] === "";
    const segments = isGlobal ? path.slice(1) : path;
    const binding =
      isPlain && !preludes
        ? this.resolver.scopedMacro(from, name)
        : this.resolver.walk(from, segments, segments.length, isGlobal, "macros", PLAIN)?.binding;
    const def = binding?.def;
    if (def?.kind === "macro" || def?.kind === "external") return def;
    if (!isPlain) return null;
    return (preludes ? this.resolver.textual(textual, name, true) : null) ?? this.helper(unit, name);
  }

  /** As {@link find} with preludes, for callers outside of the rounds: what the search wakes is brought to rest with `settle` first. */
  findSettled(from: Scope, invocation: Invocation, settle: () => void): MacroDef | ExternalDef | null {
    let found = this.find(from, invocation, true);
    while (this.program.isMoving) {
      settle();
      found = this.find(from, invocation, true);
    }
    return found;
  }

  /** A macro that another one takes for granted: `local_inner_macros`, or helpers reached by the definition's crate. */
  private helper(unit: Unit, name: string): MacroDef | null {
    for (let at: Unit | undefined = unit; at !== undefined; at = at.expansion?.parent) {
      const crate = at.macro?.crate as Scope["crate"] | undefined;
      const found = crate?.root.macros.get(name)?.def;
      if (found?.kind === "macro") return found;
    }
    return null;
  }

  /** Expands a macro that is written as rules. */
  rules(macro: MacroDef, { unit, call }: Invocation, budget: Budget): ExpandedText | ExpansionFailure {
    const definition = macro.definition();
    // A table of which a macro is made counts like one that it is given.
    if (unit.budget === null) budget.size += this.program.limits.sizePerUnit * (definition?.length ?? 0);
    const failure = this.exhausted(unit, macro.name, budget);
    if (failure !== null) return failure;
    if (definition === null) return { reason: "bad-definition", macro: macro.name };
    const input = { text: unit.text, start: call.argsStart, end: call.argsEnd };
    const options = { crateToken: (macro.crate as Scope["crate"]).token, maxOutput: budget.size };
    const expanded = expandMacro(definition, input, options);
    if (isMacroError(expanded)) {
      const reason = FAILURES[expanded.reason] ?? "no-rule-matched";
      if (reason === "size-limit") budget.size = 0;
      return { reason, macro: macro.name };
    }
    budget.size -= expanded.text.length;
    budget.count--;
    return expanded;
  }

  /** Expands a macro of documented meaning; null for any other, and where the invocation reads otherwise. */
  known({ unit, call }: Invocation, macro: MacroDef | ExternalDef | null, budget: Budget): ExpandedText | null {
    const name = call.path[call.path.length - 1] ?? "";
    const known = knownMacro(name);
    if (known === undefined) return null;
    const isWritten = macro?.kind === "macro" && macro.how === "rules";
    const replaces = known.replacesRules || (known.isSignature === true && unit.crate.origin === "dependency");
    if (isWritten && (macro.crate.origin === "workspace" || !replaces)) return null;
    const path = pathOf(unit, macro, call.path);
    if (known.crates?.some((crate) => path.includes(crate)) === false || this.exhausted(unit, name, budget) !== null)
      return null;
    const crate = macro?.crate == null ? path : [macro.crate.token, ...path.slice(1)];
    const expanded = rewrite(known.rewrite, crate.join("::"), unit.text, call.argsStart, call.argsEnd);
    if (expanded === null) return null;
    budget.size -= expanded.text.length;
    budget.count--;
    return expanded;
  }

  /** Expands a macro of the compiler; null when it is not known, or when too much was expanded already. */
  builtin(
    name: string,
    { unit, call }: Invocation,
    budget: Budget,
    position: "expression" | "item",
  ): ExpandedText | null {
    if (this.exhausted(unit, name, budget) !== null) return null;
    const cfg = (text: string, start: number, end: number) => this.program.cfg(unit.crate, text.slice(start, end));
    const input = { text: unit.text, start: call.argsStart, end: call.argsEnd };
    const expanded = expandBuiltin(name, input, { cfg, position });
    if (expanded === undefined) return null;
    budget.size -= expanded.text.length;
    budget.count--;
    return expanded;
  }

  /** Why an invocation may not be expanded any more, or null. */
  exhausted(unit: Unit, macro: string, budget: Budget): ExpansionFailure | null {
    if ((unit.expansion?.depth ?? -1) + 1 >= this.program.limits.macroDepth)
      return { reason: "recursion-limit", macro };
    return budget.size <= 0 || budget.count <= 0 ? { reason: "size-limit", macro } : null;
  }

  /** What the outermost invocation around this one may still cost. */
  budget({ unit, call }: Pick<Invocation, "unit" | "call">): Budget {
    if (unit.budget !== null) return unit.budget;
    const { expansionSize, sizePerUnit, expansionCount, countPerUnit } = this.program.limits;
    const length = call.argsEnd - call.argsStart;
    return { size: expansionSize + sizePerUnit * length, count: expansionCount + countPerUnit * length };
  }

  /** Reports an expansion that went beyond a limit. */
  reportLimit(unit: Unit, callPos: number, { reason, macro }: ExpansionFailure): void {
    if (reason !== "recursion-limit" && reason !== "size-limit") return;
    if (unit.crate.origin !== "workspace") return;
    let outermost = macro;
    for (let at = unit; at.expansion !== null; at = at.expansion.parent) outermost = at.expansion.macro;
    const how = reason === "recursion-limit" ? "expands itself too deeply" : "expands to too much text";
    const message = `macro ${outermost}! ${how}; the rest of it is left out`;
    const place = this.program.at(unit, callPos);
    this.program.report({ severity: "warning", code: "macro-limit", message, ...place, partial: true });
  }

  /** Makes the unit of a lowered expansion. */
  unit(at: Invocation, of: LoweredExpansion): Unit {
    const { unit: parent, call } = at;
    const { name, text, origin, facts, macro, budget, guess = null } = of;
    const depth = parent.expansion === null ? 0 : parent.expansion.depth + 1;
    const expansion = { parent, callPos: call.pos, macro: name, origin, depth, guess };
    return this.program.expansionUnit(expansion, { text, facts }, at.textual, macro, budget, of.crate);
  }

  /** Textual scope for an invocation that is seen from a scope, perhaps one that another expansion in the body left behind. */
  textualAt(from: Scope, unit: Unit, pos: number): TextualScope {
    if (from.isShade) return this.textualAt(from.parent!, unit, pos);
    if (from.isBlock && from.unit !== unit && !isAround(from.unit, unit)) return from.textualEnd;
    return unit.textual.at(pos);
  }
}

/** The module that a macro is in, from its crate on, as far as it is known; of one that was not found the path that it is called by. */
function pathOf({ crate }: Unit, macro: MacroDef | ExternalDef | null, called: readonly string[]): readonly string[] {
  if (macro?.kind === "macro") return [macro.crate.name];
  if (macro !== null) return macro.path.split("::").slice(0, -1);
  const path = called[0] === "" ? called.slice(1) : called;
  if (path.length > 1) return path.slice(0, -1);
  // `#[macro_use] extern crate lazy_static;`: macros that stand for a crate have its name.
  const isCrate = crate.externs.has(path[0]!) || crate.externSources.has(path[0]!);
  return isCrate ? path : [];
}

/** True when `outer` is a unit in which `unit`, an expansion, was invoked. */
function isAround(outer: Unit, unit: Unit): boolean {
  for (let at = unit.expansion; at !== null; at = at.parent.expansion) if (at.parent === outer) return true;
  return false;
}

/** A stretch of a text as it stands, as an expansion. */
export function copied(text: string, start: number, end: number): ExpandedText {
  const builder = new OriginBuilder();
  builder.add(0, start, end - start);
  return { text: text.slice(start, end), origin: builder.finish() };
}

/** True when a value is a failure. */
export function isFailure(value: object): value is ExpansionFailure {
  return "reason" in value;
}
