/**
 * Macro invocations in bodies, expanded when inference comes to them. The expansion is lowered as what stands in the
 * invocation's place. Items that it defines belong to the block of which it is a statement, else to a block of their own
 * inside the scope that asked.
 */

import { invocationsOnly } from "../facts/invocations.ts";
import type { Fragment, FragmentMode } from "../facts/lower.ts";
import type { FileFacts, Item, MacroCall, Ref } from "../facts/types.ts";
import { OriginBuilder } from "../macros/origin.ts";
import type { Collector } from "./collect.ts";
import type { ExternalDef, FnDef, MacroDef } from "./defs.ts";
import {
  copied,
  type ExpandedText,
  type Expander,
  type Invocation,
  isFailure,
  type LoweredExpansion,
} from "./expander.ts";
import { modRsFolder } from "./files.ts";
import type { Gaps } from "./gaps.ts";
import { includePath, reportInclude } from "./item-macros.ts";
import { cfgIfBranches } from "./known/cfg-if.ts";
import type { BodySite, Budget, Context, Scope, Unit } from "./model.ts";
import { isQuoting, searchStatements } from "./open-search.ts";
import { NO_FILE, type Program } from "./program.ts";
import { blockOfRow, blockOfStatement, blockRow, statementMacros } from "./statements.ts";
import type { ExpandedBody, ExpansionFailure } from "./types.ts";

/** What an invocation stands for syntactically. */
export type BodyMode = "statements" | "pattern" | "type";

/** An invocation, and who asks. */
interface Request extends Invocation {
  /** The invocation asked for, of which this one may be an expansion. */
  readonly site: BodySite;
  readonly from: Scope;
  readonly mode: BodyMode;
  readonly fn: FnDef | null;
  readonly name: string;
}

export class BodyMacros {
  private readonly program: Program;
  private readonly expander: Expander;
  private readonly collector: Collector;
  private readonly gaps: Gaps;
  private readonly settle: () => void;
  /** What was expanded since the last {@link release}. */
  private expanded: { readonly unit: Unit; readonly row: number }[] = [];
  private made: Unit[] = [];

  /** `settle` brings the program to its fixed point again. */
  constructor(program: Program, expander: Expander, collector: Collector, gaps: Gaps, settle: () => void) {
    this.program = program;
    this.expander = expander;
    this.collector = collector;
    this.gaps = gaps;
    this.settle = settle;
  }

  /** Expands the invocation of a row of `unit.facts.macroCalls`; remembers the answer. */
  expand(from: Scope, unit: Unit, row: number, mode: BodyMode, fn: FnDef | null): ExpandedBody | ExpansionFailure {
    unit.expanded ??= new Map();
    let result = unit.expanded.get(row);
    if (result === undefined) {
      const call = unit.facts.macroCalls[row]!;
      const textual = this.expander.textualAt(from, unit, call.pos);
      const name = call.path[call.path.length - 1] ?? "";
      result = this.expandNew({ site: { unit, row, fn }, from, unit, call, textual, mode, fn, name });
      unit.expanded.set(row, result);
      if (mode !== "type") this.expanded.push({ unit, row });
    }
    return result;
  }

  /** Lets go of the expansions in a body that was read, but of those that define items. */
  release(): void {
    for (const { unit, row } of this.expanded) {
      const result = unit.expanded?.get(row);
      if (result !== undefined && !isFailure(result) && !(result.unit as Unit).definesItems) unit.expanded!.delete(row);
    }
    for (const unit of this.made) if (!unit.definesItems) unit.release();
    this.expanded = [];
    this.made = [];
  }

  private unit(request: Request, of: LoweredExpansion): Unit {
    const unit = this.expander.unit(request, of);
    if (request.mode !== "type") this.made.push(unit);
    return unit;
  }

  private expandNew(request: Request): ExpandedBody | ExpansionFailure {
    const { from, unit, call } = request;
    const macro = this.expander.findSettled(from, request, this.settle);
    const budget = this.expander.budget(request);
    const known = this.expander.known(request, macro, budget);
    if (known !== null) return this.lower(request, macro?.kind === "macro" ? macro : null, known, budget);
    if (macro?.kind !== "macro" || macro.how === "proc")
      return this.unknown(request, this.gaps.ofMacro(from, macro), macro);
    if (macro.how === "builtin") return this.builtin(request, macro, budget);
    const expanded = this.expander.rules(macro, request, budget);
    if (!isFailure(expanded)) return this.lower(request, macro, expanded, budget);
    this.expander.reportLimit(unit, call.pos, expanded);
    const isSpent = expanded.reason === "size-limit" || expanded.reason === "recursion-limit";
    return isSpent ? expanded : this.unknown(request, expanded.reason, macro);
  }

  private builtin(request: Request, macro: MacroDef, budget: Budget): ExpandedBody | ExpansionFailure {
    if (macro.name === "include") return this.include(request);
    const expanded = this.expander.builtin(macro.name, request, budget, "expression");
    if (expanded === null) return this.unknown(request, "macro-not-found", macro);
    return this.lower(request, macro, expanded, budget);
  }

  private lower(
    request: Request,
    macro: MacroDef | null,
    expanded: ExpandedText,
    budget: Budget,
  ): ExpandedBody | ExpansionFailure {
    const calls = invocationsOnly(expanded.text, "body");
    if (calls?.length === 1) return this.through(request, macro, expanded, budget, calls[0]!.call);
    const fragment = this.program.input.lowerFragment(expanded.text, request.mode);
    return this.finish(request, macro, expanded, fragment, budget);
  }

  /** An expansion that is one more invocation: that one's expansion, without lowering the text between. */
  private through(
    request: Request,
    macro: MacroDef | null,
    expanded: ExpandedText,
    budget: Budget,
    call: MacroCall,
  ): ExpandedBody | ExpansionFailure {
    const { facts } = NO_FILE;
    const unit = this.unit(request, { name: request.name, macro, ...expanded, facts, budget });
    const name = call.path[call.path.length - 1] ?? "";
    return this.expandNew({ ...request, unit, call, name });
  }

  private finish(
    request: Request,
    macro: MacroDef | null,
    expanded: ExpandedText,
    { facts, root }: Fragment,
    budget: Budget,
    guess?: ExpansionFailure["reason"],
  ): ExpandedBody {
    const { name } = request;
    const unit = this.unit(request, { name, macro, ...expanded, facts, budget, ...(guess && { guess }) });
    this.collectBlocks(request, unit, root);
    return { unit, root };
  }

  private collectBlocks({ from, fn, site }: Request, unit: Unit, root: Ref): void {
    const { blocks } = unit.facts;
    unit.root = root;
    unit.site = site;
    if (blocks.length === 0) return;
    for (let at: Unit | undefined = unit; at !== undefined; at = at.expansion?.parent) at.definesItems = true;
    const row = blockRow(unit.facts, root);
    const home = row < 0 ? null : this.home(site);
    if (home !== null) unit.blockScopes[row] = home;
    const context: Context = {
      scope: from,
      unit,
      container: null,
      assoc: null,
      foreign: false,
      inactive: from.inactive || fn?.inactive === true,
      cfg: fn === null ? from.cfg : fn.cfg,
      folder: modRsFolder(unit.path),
      files: [unit.path],
    };
    this.collector.collectBlocks(ownBlocks(unit.facts), context, fn, unit.text.length);
  }

  /** The scope that an invocation's items belong to when it is a statement: that of the block; null when it is none. */
  private home({ unit, row, fn }: BodySite): Scope | null {
    const block = blockOfStatement(unit, row, fn);
    if (block === 0) return null;
    const own = blockRow(unit.facts, block);
    if (own >= 0) return unit.blockScopes[own] ?? null;
    if (block === unit.root && unit.site !== null) return this.home(unit.site);
    return unit.constScopes?.get(block) ?? null;
  }

  /**
   * Expands the invocations that are statements of a block, and those that are statements of their expansions, so that
   * what they define is seen from all of the block. True when there was one.
   */
  open(scope: Scope): boolean {
    if (scope.isOpened) return false;
    scope.isOpened = true;
    const { unit, fn, row } = scope;
    const block = row < 0 ? 0 : blockOfRow(unit, row, fn);
    return block !== 0 && this.openBlock(scope, unit, block);
  }

  private openBlock(scope: Scope, unit: Unit, block: Ref): boolean {
    const open: { unit: Unit; block: Ref }[] = [{ unit, block }];
    let some = false;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const row of statementMacros(at.unit.facts, at.block)) {
        some = true;
        const expanded = this.expand(scope, at.unit, row, "statements", scope.fn);
        if (!isFailure(expanded)) open.push({ unit: expanded.unit as Unit, block: expanded.root });
      }
    }
    return some;
  }

  /** Expands the statements of `const _` blocks; true when there was one. */
  openConsts(): boolean {
    const { program } = this;
    const consts = program.anonymousConsts;
    program.anonymousConsts = [];
    for (const { context, item } of consts) {
      const { unit, scope: around, inactive, cfg } = context;
      if (statementMacros(unit.facts, item.value).length === 0) continue;
      const row = blockRow(unit.facts, item.value);
      const form = { isBlock: true, fn: around.fn, inactive, cfg };
      const scope = unit.blockScopes[row] ?? program.scope("", around, unit, form);
      if (row < 0) {
        unit.constScopes ??= new Map();
        unit.constScopes.set(item.value, scope);
      }
      scope.isOpened = true;
      this.openBlock(scope, unit, item.value);
    }
    return consts.length > 0;
  }

  /** `include!("file.rs")` as an expression: the file's text is the expression. */
  private include(request: Request): ExpandedBody | ExpansionFailure {
    const { unit, call, textual, mode } = request;
    const path = includePath(this.program, unit, call);
    const isCyclic = path === unit.path;
    const read = path === null || isCyclic ? null : this.program.fileText(unit.crate, path);
    if (path === null || read === null) {
      reportInclude(this.program, unit, call.pos, path, isCyclic);
      return { reason: path === null ? "generated-code" : "macro-not-found", macro: "include" };
    }
    const { facts, root } = this.program.input.lowerFragment(read.text, mode);
    const included = this.program.fileUnit(unit.crate, path, { text: read.text, facts }, textual);
    this.program.reportErrors(included);
    this.collectBlocks(request, included, root);
    return { unit: included, root };
  }

  /** Without a usable definition: the arguments as far as they read as Rust, marked as a guess. */
  private unknown(
    request: Request,
    reason: ExpansionFailure["reason"],
    macro: MacroDef | ExternalDef | null,
  ): ExpandedBody | ExpansionFailure {
    const { unit, call, mode, name } = request;
    const failure: ExpansionFailure = { reason, macro: name };
    const budget = this.expander.budget(request);
    if (isQuoting(name) || this.expander.exhausted(unit, name, budget)) return failure;
    if (mode !== "statements") return this.asWritten(request, budget, reason) ?? failure;
    if (name === "cfg_if") return this.cfgIf(request, budget) ?? failure;
    const args = unit.text.slice(call.argsStart, call.argsEnd);
    const found = searchStatements(this.program.input.lowerFragment, args, call.delimiter);
    if (found === null) return failure;
    budget.count--;
    budget.size -= args.length;
    const origin = new OriginBuilder();
    origin.add(found.shift, call.argsStart, Math.min(args.length, found.text.length - found.shift));
    const def = macro?.kind === "macro" ? macro : null;
    return this.finish(request, def, { text: found.text, origin: origin.finish() }, found, budget, reason);
  }

  /** The arguments as the pattern or type that they perhaps are. */
  private asWritten(request: Request, budget: Budget, reason: ExpansionFailure["reason"]): ExpandedBody | null {
    const { unit, call, mode } = request;
    const args = copied(unit.text, call.argsStart, call.argsEnd);
    const fragment = this.program.input.lowerFragment(args.text, mode);
    if (fragment.root === 0 || fragment.facts.errors.length > 0) return null;
    return this.finish(request, null, args, fragment, budget, reason);
  }

  private cfgIf(request: Request, budget: Budget): ExpandedBody | null {
    const { unit, call, from } = request;
    const branches = cfgIfBranches(unit.text, call.argsStart, call.argsEnd);
    const active = branches.find((branch) => this.program.holds(from, unit.crate, branch.condition));
    if (branches.length === 0) return null;
    const { start, end } = active ?? { start: call.argsEnd, end: call.argsEnd };
    const part = copied(unit.text, start, end);
    const fragment = this.program.input.lowerFragment(part.text, "statements" satisfies FragmentMode);
    return this.finish(request, null, part, fragment, budget);
  }
}

/** Rows of blocks that belong to the fragment itself, not to functions and constants defined in it. */
function ownBlocks(facts: FileFacts): number[] {
  const nested = new Set<number>();
  const open: Item[] = [...facts.items];
  for (const { items } of facts.blocks) open.push(...items);
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if ("blocks" in item) for (const row of item.blocks) nested.add(row);
    if ("items" in item && item.items !== null) open.push(...item.items);
  }
  return facts.blocks.map((_, row) => row).filter((row) => !nested.has(row));
}
