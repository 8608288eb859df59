/**
 * Macro invocations in item position: expanded as soon as their definition is known, and the items of the expansion
 * collected as if they were written there. Which definition a name means may depend on imports, and those on other
 * expansions; so what cannot be told yet waits for the next round (see `Names`).
 */

import { invocationsOnly } from "../facts/invocations.ts";
import { type Braces, MEMBERS, skeletonOf } from "../facts/skeleton.ts";
import type { Attr, MacroCall, MacroCallItem } from "../facts/types.ts";
import { NO_ORIGINS } from "../macros/origin.ts";
import type { Collector } from "./collect.ts";
import { bothConditions, needsTest } from "./conditions.ts";
import type { AdtDef, ExternalDef, ImplDef, MacroDef } from "./defs.ts";
import { copied, type ExpandedText, type Expander, type Invocation, isFailure } from "./expander.ts";
import { folderOf, joinPath, modRsFolder } from "./files.ts";
import type { Gaps } from "./gaps.ts";
import { cfgIfBranches, isCfgIf } from "./known/cfg-if.ts";
import { expandDerive, knownDerive } from "./known/derives.ts";
import { includedFile } from "./known/include.ts";
import { expandPinProject, isPinProject } from "./known/pin-project.ts";
import { type Rewrite, rewrite } from "./known/table.ts";
import { type Budget, type Context, type CrateNode, contextWith, type PendingCall } from "./model.ts";
import { isQuoting, searchItems } from "./open-search.ts";
import { NO_FILE, type Program } from "./program.ts";
import type { Resolver } from "./resolve.ts";
import { isGap } from "./types.ts";

const CFG_IF = "cfg_if";

export class ItemMacros {
  private readonly program: Program;
  private readonly expander: Expander;
  private readonly collector: Collector;
  private readonly gaps: Gaps;

  constructor(program: Program, resolver: Resolver, expander: Expander, collector: Collector, gaps: Gaps) {
    this.program = program;
    this.expander = expander;
    this.collector = collector;
    this.gaps = gaps;
    collector.expand = (context, item, textual, done) => {
      const pending: PendingCall = { context, item, textual, done: done ?? (() => {}), adt: null };
      if (this.isLeftAlone(pending)) return;
      const { path } = item.call;
      const macro = path.length === 1 ? resolver.textual(textual, path[0]!, context.inactive) : null;
      if (macro === null) program.pending.push(pending);
      else this.expand(pending, macro);
    };
    collector.decorate = (context, adt, attr) => {
      if (attr.path === "derive") this.derives(context, adt, attr);
      else if (isPinProject(attr.path)) this.pinProject(onItem(context, adt, [attr.path], attr.start), attr.args);
    };
  }

  /** Of other packages few impls are ever looked into: puts a macro in the body of one aside. */
  private isLeftAlone(call: PendingCall): boolean {
    const { container, unit } = call.context;
    if (container?.kind !== "impl" || unit.crate.origin === "workspace") return false;
    const { membersPending } = this.program;
    const others = membersPending.get(container);
    if (others === undefined) membersPending.set(container, [call]);
    else others.push(call);
    return true;
  }

  /** Expands the macros in the body of an impl that were put aside; true when there were any. `settle` brings names to rest. */
  expandMembers(impl: ImplDef, settle: () => void): boolean {
    const { membersPending } = this.program;
    const some = membersPending.has(impl);
    // An expansion may hold further invocations.
    for (let calls = membersPending.get(impl); calls !== undefined; calls = membersPending.get(impl)) {
      membersPending.delete(impl);
      for (const call of calls) {
        const isSkeleton = nameOf(call) === MEMBERS;
        const macro = isSkeleton ? null : this.expander.findSettled(call.context.scope, invocation(call), settle);
        if (isSkeleton) this.members(call);
        else if (macro === null) this.unknown(call, null);
        else this.expand(call, macro);
      }
    }
    return some;
  }

  /** The members of an impl that a skeleton has put aside. */
  private members(call: PendingCall): void {
    const { context, item } = call;
    const text = context.unit.text.slice(item.call.argsStart, item.call.argsEnd);
    const { facts } = this.program.input.lowerFragment(text, "assoc-items");
    const at = invocation(call);
    const of = { name: MEMBERS, macro: null, text, origin: NO_ORIGINS, facts, budget: this.expander.budget(at) };
    this.collector.collect(
      contextWith(context, { unit: this.expander.unit(at, of) }),
      facts.items,
      call.textual,
      call.done,
    );
  }

  /** Derives that wait for their definition: those of documented meaning. */
  private derives(context: Context, adt: AdtDef, attr: Attr): void {
    for (const name of attr.args.split(",")) {
      const path = name.replace(/\s+/g, "").split("::");
      if (knownDerive(path[path.length - 1]!) !== undefined)
        this.program.pending.push(onItem(context, adt, path, attr.start));
    }
  }

  /** A derive whose macro is found: what it is known to write, as part of the macro's crate. */
  private derive({ context, item, ...call }: PendingCall, adt: AdtDef, macro: MacroDef | ExternalDef): void {
    const crate = macro.crate as CrateNode | null;
    const name = nameOf({ context, item, ...call });
    const known = knownDerive(name);
    if (known === undefined || crate === null || !isPartOf(macro, known.crates)) return;
    const { text: whole } = context.unit;
    const { argsStart: start, argsEnd: end, path } = item.call;
    const text = expandDerive(known, { text: whole, start, end, attrs: adt.item.attrs }, !crate.missing);
    const { facts } = this.program.input.lowerFragment(text, "items");
    const at = invocation({ context, item, ...call });
    const budget = this.expander.budget(at);
    const unit = this.expander.unit(at, {
      name,
      macro: null,
      text,
      origin: NO_ORIGINS,
      facts,
      budget,
      crate,
    });
    (adt.derived as string[]).push(path.join("::"));
    this.collector.collect(contextWith(context, { unit }), facts.items, null, null);
  }

  /** Expands what can be told by now; true when anything was. Preludes count only when all else has come to rest. */
  expandPending(preludes: boolean): boolean {
    const calls = this.program.pending;
    this.program.pending = [];
    let progress = false;
    for (const call of calls) {
      const macro = this.expander.find(call.context.scope, invocation(call), preludes);
      if (this.program.isMoving) progress = true;
      if (this.program.isMoving || macro === null || macro.kind === "external") this.program.pending.push(call);
      else {
        this.expand(call, macro);
        progress = true;
      }
    }
    return progress;
  }

  /** Searches the arguments of invocations that no definition was found for. */
  openPending(): void {
    const calls = this.program.pending;
    this.program.pending = [];
    for (const call of calls) this.unknown(call, this.expander.find(call.context.scope, invocation(call), true));
  }

  private expand(call: PendingCall, macro: MacroDef | ExternalDef): void {
    if (call.adt !== null) return this.derive(call, call.adt, macro);
    if (macro.kind === "external" || macro.how === "proc") return this.unknown(call, macro);
    if (macro.how === "builtin") return this.builtin(call, macro);
    const { expander } = this;
    const { unit } = call.context;
    const budget = expander.budget(invocation(call));
    const known = expander.known(invocation(call), macro, budget);
    if (known !== null) return this.collect(call, macro, known, budget);
    // Of the workspace's own every item is to have the condition that the rules write.
    if (macro.name === CFG_IF && unit.crate.origin === "dependency" && this.cfgIf(call, macro)) return;
    const expanded = expander.rules(macro, invocation(call), budget);
    if (!isFailure(expanded)) return this.collect(call, macro, expanded, budget);
    expander.reportLimit(unit, call.item.call.pos, expanded);
    if (expanded.reason === "size-limit" || expanded.reason === "recursion-limit") call.done(call.textual);
    else this.unknown(call, macro);
  }

  private collect(call: PendingCall, macro: MacroDef | null, whole: ExpandedText, budget: Budget): void {
    const { context } = call;
    const calls = invocationsOnly(whole.text, "items");
    // Of a dependency only signatures matter, and no places within it.
    const isForeign = context.unit.crate.origin === "dependency";
    const text = isForeign && calls === null ? skeletonOf(whole.text, around(context)) : whole.text;
    const expanded = { text, origin: isForeign ? NO_ORIGINS : whole.origin };
    if (text.trim() === "") return call.done(call.textual);
    const mode = context.assoc === null ? "items" : "assoc-items";
    const facts =
      calls === null ? this.program.input.lowerFragment(text, mode).facts : { ...NO_FILE.facts, items: calls };
    const unit = this.expander.unit(invocation(call), {
      name: nameOf(call),
      macro,
      ...expanded,
      facts,
      budget,
    });
    this.collector.collect(contextWith(context, { unit }), facts.items, call.textual, call.done);
  }

  private builtin(call: PendingCall, macro: MacroDef): void {
    if (macro.name === "include") return this.include(call);
    const budget = this.expander.budget(invocation(call));
    const expanded = this.expander.builtin(macro.name, invocation(call), budget, "item");
    if (expanded === null) this.unknown(call, macro);
    else this.collect(call, macro, expanded, budget);
  }

  /** An invocation without usable definition: one of documented meaning, or taken for what its arguments read as. */
  private unknown(call: PendingCall, found: MacroDef | ExternalDef | null): void {
    if (call.adt !== null) {
      if (found !== null) this.derive(call, call.adt, found);
      return;
    }
    const name = nameOf(call);
    if (name === CFG_IF && this.cfgIf(call, null)) return;
    const budget = this.expander.budget(invocation(call));
    const known = this.expander.known(invocation(call), found, budget);
    const macro = found?.kind === "macro" ? found : null;
    if (known !== null) return this.collect(call, macro, known, budget);
    if (isQuoting(name)) return call.done(call.textual);
    const { context, item } = call;
    const guess = this.gaps.ofMacro(context.scope, found);
    if (isGap(guess)) this.program.unread.set(context.scope, guess);
    const { argsStart, argsEnd } = item.call;
    const args = copied(context.unit.text, argsStart, argsEnd);
    const facts = searchItems(this.program.input.lowerFragment, args.text, context.assoc !== null);
    if (facts === null) return call.done(call.textual);
    const unit = this.expander.unit(invocation(call), { name, macro, ...args, facts, budget, guess });
    this.collector.collect(contextWith(context, { unit }), facts.items, call.textual, call.done);
  }

  /** Collects the arms of `cfg_if!`; false when `macro` is another macro of that name, or the arguments read otherwise. */
  private cfgIf(call: PendingCall, macro: MacroDef | null): boolean {
    const definition = macro?.definition() ?? null;
    if (definition !== null && !isCfgIf(definition)) return false;
    const { context, item } = call;
    const { argsStart, argsEnd } = item.call;
    const { crate, text } = context.unit;
    const branches = cfgIfBranches(text, argsStart, argsEnd);
    if (branches.length === 0) return false;
    const active = branches.find((branch) => this.program.cfg(crate, branch.condition));
    for (const branch of branches) {
      if (branch !== active && !this.isKept(call, branch.condition)) continue;
      const cfg = bothConditions(context.cfg, branch.condition);
      const inactive = context.inactive || branch !== active;
      const done = branch === active ? call.done : () => {};
      const part = { ...call, context: contextWith(context, { inactive, cfg }), done };
      this.collect(part, macro, copied(text, branch.start, branch.end), this.expander.budget(invocation(call)));
    }
    if (active === undefined) call.done(call.textual);
    return true;
  }

  /** `#[pin_project]`: what its known meaning adds to the item. */
  private pinProject(call: PendingCall, args: string): void {
    const { unit } = call.context;
    const { argsStart, argsEnd } = call.item.call;
    const add: Rewrite = ({ tokens, out }) => expandPinProject(tokens, out, args);
    const expanded = rewrite(add, "", unit.text, argsStart, argsEnd);
    if (expanded !== null) this.collect(call, null, expanded, this.expander.budget(invocation(call)));
  }

  private isKept(call: PendingCall, condition: string): boolean {
    if (call.context.unit.crate.origin !== "workspace") return false;
    return this.program.input.options.tests || !needsTest(condition);
  }

  /** `include!("file.rs")`: the file's items, in this module. */
  private include(call: PendingCall): void {
    const { context, item } = call;
    const path = includePath(this.program, context.unit, item.call);
    const { files } = context;
    const isCyclic = path !== null && (files.includes(path) || files.length > this.program.limits.moduleDepth);
    const read = path === null || isCyclic ? null : this.program.fileText(context.unit.crate, path);
    if (path === null || read === null) {
      reportInclude(this.program, context.unit, item.call.pos, path, isCyclic);
      if (path === null) this.program.unread.set(context.scope, "generated-code");
      return call.done(call.textual);
    }
    const unit = this.program.fileUnit(context.unit.crate, path, read, call.textual);
    this.program.reportErrors(unit);
    const inner = contextWith(context, { unit, folder: modRsFolder(path), files: [...files, path] });
    this.collector.collect(inner, read.facts.items, call.textual, call.done);
  }
}

/** An attribute macro or a derive as an invocation on the item below it. */
function onItem(context: Context, adt: AdtDef, path: string[], at: number): PendingCall {
  const { pos, end, namePos, vis } = adt.item;
  const call: MacroCall = { path, pos: at, argsStart: pos, argsEnd: end, delimiter: "{" };
  const item: MacroCallItem = { kind: "macro-call", name: "", pos, namePos, end, vis, attrs: [], call };
  return { context, item, textual: null, done: () => {}, adt };
}

/** Whether a macro is one of these crates, or named by a path through one. */
function isPartOf(macro: MacroDef | ExternalDef, crates: readonly string[]): boolean {
  const path = macro.kind === "macro" ? [macro.crate.name] : macro.path.split("::");
  return path.some((segment) => crates.includes(segment));
}

/** The macro's name as written. */
function nameOf({ item }: PendingCall): string {
  return item.call.path[item.call.path.length - 1] ?? "";
}

function invocation({ context, item, textual }: PendingCall): Invocation {
  return { unit: context.unit, call: item.call, textual };
}

/** The file that an `include!` names, as `NamesInput.facts` takes it; null when only a build would know. */
export function includePath(
  program: Program,
  unit: Invocation["unit"],
  call: { readonly argsStart: number; readonly argsEnd: number },
): string | null {
  const file = includedFile(unit.text, call.argsStart, call.argsEnd);
  if (file === null) return null;
  if (file.base === "file") return joinPath(folderOf(unit.path), file.path);
  const { crate } = unit;
  if (crate.source !== null) return joinPath(crate.source.folder, file.path);
  const folder = program.input.workspace.packages[crate.package]?.folder;
  return folder === undefined ? null : joinPath(folder, file.path);
}

/** Says that an included file was not to be had. */
export function reportInclude(
  program: Program,
  unit: Invocation["unit"],
  callPos: number,
  path: string | null,
  isCyclic: boolean,
): void {
  if (unit.crate.origin !== "workspace") return;
  const place = program.at(unit, callPos);
  if (isCyclic) {
    const message = `${path} includes itself`;
    program.report({ severity: "error", code: "cyclic-module", message, ...place, partial: true });
  } else if (path === null) {
    const message = "the included file is made by a build; what it defines is not known";
    program.report({ severity: "info", code: "generated-code", message, ...place, partial: true });
  } else {
    const message = `the included file cannot be read: ${path}`;
    program.report({ severity: "error", code: "unreadable-file", message, ...place, partial: true });
  }
}

/** What the items of a context stand in, as far as that decides who sees them. */
function around({ container }: Context): Braces {
  return container?.kind === "trait" || (container?.kind === "impl" && container.item.trait !== 0) ? "trait" : "own";
}
