/**
 * One body being checked: its variables, locals, scopes and the sites found so far.
 *
 * The rules of the language are in the files beside this one (expressions, paths, calls, methods, patterns,
 * operators, coercions, closures); each is a function of the {@link Body} and an arena record.
 */

import { OPERANDS } from "../facts/ir.ts";
import type { Ref } from "../facts/types.ts";
import type { AdtDef, ConstDef, FnDef, Module, SourceUnit, TraitDef, VariantDef } from "../names/defs.ts";
import { hygieneOf } from "../names/place.ts";
import { type ExpandedBody, isGap } from "../names/types.ts";
import { listAt } from "../types/code.ts";
import type { Items } from "../types/items.ts";
import { lowerType, scopeWith, type TypeScope } from "../types/lower.ts";
import { Kind, type Ty, type TypeStore, UNKNOWN } from "../types/store.ts";
import { type DropGlue, type Owned, OwnedValues } from "./drops.ts";
import type { MethodIndex, Probe } from "./methods.ts";
import type {
  BodyOwner,
  CallSite,
  ClosureSite,
  Confidence,
  Evidence,
  How,
  ReadSite,
  Reason,
  SiteKind,
} from "./sites.ts";
import type { Solution, Solver } from "./solve.ts";
import type { Table } from "./table.ts";

/** A site whose target depends on a type that is known only at the end of the body. */
interface OpenSite {
  readonly site: CallSite;
  /** Arguments of the trait: `Self` first. */
  readonly args: readonly Ty[];
}

interface LoopFrame {
  readonly label: string;
  /** Type of the loop's (or labelled block's) value; the unit type for `while` and `for`. */
  readonly type: Ty;
  broken: boolean;
}

export class Body {
  readonly items: Items;
  readonly store: TypeStore;
  readonly solver: Solver;
  readonly table: Table;
  readonly methods: MethodIndex;
  readonly owner: BodyOwner;
  readonly sites: CallSite[] = [];
  readonly reads: ReadSite[] = [];
  readonly closures: ClosureSite[] = [];
  readonly constructed = new Set<AdtDef>();
  /** Row of the closure being read, -1 outside of any. */
  closure = -1;

  /** The trait that the impl around implements, or the trait around: its methods are in scope. */
  readonly ownTrait: TraitDef | null;

  module: Module;
  scope: TypeScope;
  /** The text being read, that of the owner or of a macro's expansion; set by {@link readUnit}. */
  unit: SourceUnit;
  /** The arena and the names of the unit: every expression asks for them several times. */
  private code: Int32Array;
  private names: readonly string[];
  /** True while the text being read is a guess (arguments of a macro that is not known). */
  guessing: boolean;
  /** Return types of the function and the closures around, innermost last; `Unknown` in a const. */
  readonly returns: Ty[] = [];
  readonly loops: LoopFrame[] = [];
  depth = 0;
  /** Where the expression stands that was checked last: the place of coercions. */
  lastPos = 0;

  /** Number of locals in scope; what lies beyond in the two lists is left over. */
  private locals = 0;
  private readonly localNames: string[] = [];
  private readonly localTypes: Ty[] = [];
  /** The expansion whose own text names the local, 0 for the source. */
  private readonly localMarks: number[] = [];
  private readonly localValues: (Owned | null)[] = [];
  /** What the local got its value from: a record of the unit beside it, 0 for none. */
  private readonly localOrigins: Ref[] = [];
  private readonly localUnits: SourceUnit[] = [];
  /** What the pattern being read takes apart. */
  private origin: Ref = 0;
  private originUnit: SourceUnit;
  /** The innermost call whose arguments are being read: what a closure's parameters are given. */
  calling: Ref = 0;
  callingUnit: SourceUnit;
  private readonly misses = new Map<number, Reason>();
  /** Row of the local that was found last, -1 for none. */
  private foundLocal = -1;
  /** What the body owns; null where no drop runs code of the workspace. */
  readonly owned: OwnedValues | null;
  private readonly glue: DropGlue;
  private readonly open: OpenSite[] = [];
  private readonly receivers: { site: CallSite; receiver: Ty }[] = [];
  private readonly places = new Map<number, CallSite[]>();
  /** Path of the foreign type's own function that the owner, an impl's for that type, forwards to. */
  forwardsTo: string | null = null;
  /** Variables that stand for types which came out of likely calls. */
  private readonly doubts = new Set<Ty>();
  /** The pattern being read takes something apart that only a likely call gave. */
  inDoubt = false;
  /** The first method passed over since its impl's bounds do not hold as far as is known. */
  doubtful: Probe | null = null;
  /** A look-up has met a function of this crate that not all of it may name. */
  metPrivate = false;
  /** Method calls on receivers of unknown type, for the fall-back by name. */
  readonly unnamed: { readonly site: CallSite; readonly arity: number }[] = [];

  constructor(items: Items, solver: Solver, methods: MethodIndex, glue: DropGlue, owner: BodyOwner, scope: TypeScope) {
    this.glue = glue;
    this.owned = glue.isAny ? new OwnedValues() : null;
    this.items = items;
    this.store = items.store;
    this.solver = solver;
    this.table = solver.table;
    this.methods = methods;
    this.owner = owner;
    const { container } = owner;
    this.ownTrait = container?.kind === "impl" ? (items.implHeader(container).trait?.trait ?? null) : container;
    this.unit = owner.unit;
    this.code = owner.unit.facts.code;
    this.names = owner.unit.facts.names;
    this.originUnit = owner.unit;
    this.callingUnit = owner.unit;
    this.module = owner.module;
    this.guessing = owner.unit.expansion?.guess != null;
    this.scope = scopeWith(scope, { hole: () => this.fresh() });
  }

  fresh(kind?: number): Ty {
    return this.table.fresh(kind);
  }
  /** The type as far as it is known now, its outermost constructor at least. */
  resolve(ty: Ty): Ty {
    let found = this.table.shallow(ty);
    if (this.table.isVar(found)) {
      this.solver.settle();
      found = this.table.shallow(found);
    }
    return found;
  }
  kindOf(ty: Ty): number {
    return this.store.kinds[ty]!;
  }
  isAdt(ty: Ty, path: string): boolean {
    return this.store.kind(ty) === Kind.Adt && this.items.adt(path)?.id === this.store.payload(ty);
  }

  /** The type written at `ref`, ready for inference. */
  type(ref: Ref): Ty {
    return this.solver.normalise(lowerType(this.items, this.scope, ref));
  }

  private readUnit(unit: SourceUnit): void {
    this.unit = unit;
    this.scope = scopeWith(this.scope, { unit });
    this.code = unit.facts.code;
    this.names = unit.facts.names;
  }

  tag(ref: Ref): number {
    return this.code[ref]!;
  }
  op(ref: Ref, n: number): number {
    return this.code[ref + OPERANDS + n]!;
  }
  name(ref: Ref, n: number): string {
    return this.names[this.code[ref + OPERANDS + n]!] ?? "";
  }
  list(list: Ref): Ref[] {
    return listAt(this.unit, list);
  }
  start(ref: Ref): number {
    return this.code[ref + 1]!;
  }

  /** Brings a local into scope; `pos` is where its name stands in the unit. */
  bindLocal(name: string, type: Ty, pos = -1): void {
    this.localNames[this.locals] = name;
    this.localMarks[this.locals] = pos < 0 ? 0 : hygieneOf(this.unit, pos);
    if (this.owned) this.localValues[this.locals] = this.owns(type, pos < 0 ? this.owner.item.pos : pos);
    this.localOrigins[this.locals] = this.origin;
    this.localUnits[this.locals] = this.originUnit;
    this.localTypes[this.locals++] = type;
  }
  /** Notes that the body owns a value of the type from here on, a temporary one if it is bound to no name. */
  owns(type: Ty, pos: number): Owned | null {
    const kind = this.kindOf(this.table.shallow(type));
    if (kind === Kind.Ref || kind === Kind.Prim) return null;
    const { unit, closure, guessing } = this;
    return this.owned?.add(unit, pos, type, closure, guessing) ?? null;
  }
  /** The local that was found last is used as a value: that moves it. */
  useLocal(): void {
    this.owned?.use(this.foundLocal < 0 ? null : (this.localValues[this.foundLocal] ?? null));
  }
  /**
   * The type of the local that `name` at `pos` means. Locals are hygienic: what a macro's own text binds is seen by that text alone; what it
   * does not bind itself is looked for where the macro was written.
   */
  findLocal(name: string, pos: number): Ty | undefined {
    this.foundLocal = this.rowOf(name, hygieneOf(this.unit, pos), this.locals);
    return this.localTypes[this.foundLocal];
  }
  private rowOf(name: string, mark: number, before: number): number {
    let other = -1;
    for (let i = before - 1; i >= 0; i--) {
      if (this.localNames[i] !== name) continue;
      if (this.localMarks[i] === mark) return i;
      if (mark !== 0 && other < 0) other = i;
    }
    return other;
  }
  /** The locals that are bound from here on take their values from the record at `ref` of the unit being read, or of another one. */
  takesFrom(ref: Ref, unit: SourceUnit = this.unit): void {
    this.origin = ref;
    this.originUnit = unit;
  }
  /** Where the local that `name` at `pos` of a unit means, among the first `before`, got its value; null when it is none. */
  localOrigin(
    unit: SourceUnit,
    name: string,
    pos: number,
    before: number,
  ): { readonly unit: SourceUnit; readonly ref: Ref; readonly row: number } | null {
    const row = this.rowOf(name, hygieneOf(unit, pos), before);
    return row < 0 ? null : { unit: this.localUnits[row]!, ref: this.localOrigins[row]!, row };
  }
  /** The type, marked as no more than likely: so is what is called on it. */
  doubt(ty: Ty): Ty {
    if (this.table.shallow(ty) === UNKNOWN) return ty;
    const marked = this.fresh();
    this.table.unify(marked, ty);
    this.doubts.add(marked);
    return marked;
  }
  /** The type, as doubtful as what it was taken from. */
  like(ty: Ty, from: Ty): Ty {
    return this.isDoubtful(from) ? this.doubt(ty) : ty;
  }
  isDoubtful(ty: Ty): boolean {
    return this.doubts.size > 0 && this.table.leadsThrough(ty, this.doubts);
  }
  /** Whether a condition holds for the text being read; see {@link Names.holds}. */
  holds(condition: string): boolean {
    return this.items.names.holds(this.module, this.unit.crate, condition);
  }
  /** Whether an item is compiled where this body is. */
  suits({ inactive, cfg, unit }: FnDef): boolean {
    if (!this.module.inactive) return !inactive;
    return cfg === null || this.items.names.holds(this.module, unit.crate, cfg);
  }
  get localCount(): number {
    return this.locals;
  }
  dropLocals(to: number): void {
    this.locals = to;
  }
  /** Reads what may not run, or run often, until {@link leaveBranch}: what it moves is not moved for sure. */
  enterBranch(): void {
    if (this.owned) this.owned.branch++;
  }
  leaveBranch(): void {
    if (this.owned) this.owned.branch--;
  }
  /** Runs `inner`, which reads the arguments of the call at `ref`. */
  during<T>(ref: Ref, inner: () => T): T {
    const { calling, callingUnit } = this;
    this.calling = ref;
    this.callingUnit = this.unit;
    const result = inner();
    this.calling = calling;
    this.callingUnit = callingUnit;
    return result;
  }
  /** Runs `inner`, the body of a loop or closure, in a scope of its own for local variables. */
  scoped<T>(inner: () => T): T {
    const mark = this.locals;
    this.enterBranch();
    const result = inner();
    this.leaveBranch();
    this.locals = mark;
    return result;
  }
  /** Puts the items of the block of `row` in the facts' blocks in scope, until the caller enters its own module again. */
  enterBlock(row: number): void {
    const module = this.items.names.blockModule(this.unit, row);
    if (module) this.enterModule(module);
  }
  /** Reads names from `module` on. */
  enterModule(module: Module): void {
    if (module === this.module) return;
    this.module = module;
    this.scope = scopeWith(this.scope, { module });
  }

  /** Runs `inner` on the expansion of a macro invocation; undefined, and an unresolved site, when it can't be expanded. */
  inExpansion<T>(
    row: number,
    mode: "statements" | "pattern" | "type",
    inner: (expanded: ExpandedBody) => T,
  ): T | undefined {
    const fn: FnDef | null = this.owner.kind === "fn" ? this.owner : null;
    const expanded = this.items.names.expandInBody(this.module, this.unit, row, mode, fn);
    if ("reason" in expanded) {
      const call = this.unit.facts.macroCalls[row]!;
      const isLost = expanded.reason === "macro-not-found" || isGap(expanded.reason);
      this.unresolved(call.pos, "macro", expanded.macro, isLost ? (expanded.reason as Reason) : "macro-failed");
      return undefined;
    }
    const { unit, guessing } = this;
    this.readUnit(expanded.unit);
    this.guessing = guessing || expanded.unit.expansion?.guess != null;
    const result = inner(expanded);
    this.readUnit(unit);
    this.guessing = guessing;
    return result;
  }

  /** Notes that a value of the struct, union or enum is made. */
  constructs(of: AdtDef | VariantDef): void {
    this.constructed.add(of.kind === "variant" ? of.adt : of);
  }
  /** Notes that a constant or static is named. */
  readsConst(pos: number, target: ConstDef): void {
    if (target.unit.crate.origin !== "workspace") return;
    const confidence = this.guessing ? "guess" : "exact";
    this.reads.push({ unit: this.unit, pos, closure: this.closure, target, confidence });
  }
  /** Notes a site whose function is known. */
  found(
    pos: number,
    how: How,
    kind: SiteKind,
    target: FnDef,
    evidence: Evidence,
    detail: string,
    confidence: Confidence = "exact",
  ): CallSite {
    const sure = this.guessing ? "guess" : confidence;
    const state = sure === "guess" ? "guess" : target.unit.crate.origin === "workspace" ? "resolved" : "external";
    const site: CallSite = {
      closure: this.closure,
      unit: this.unit,
      pos,
      how,
      kind,
      target,
      state,
      confidence: sure,
      evidence: this.guessing ? "macro-argument" : evidence,
      detail,
      reason: null,
    };
    this.sites.push(site);
    return site;
  }
  /** Notes a site of a trait's function whose implementation is chosen once `Self` is known. */
  foundInTrait(pos: number, how: How, kind: SiteKind, target: FnDef, args: readonly Ty[], evidence: Evidence): void {
    this.open.push({ site: this.found(pos, how, kind, target, evidence, ""), args });
  }
  /** Notes a call of an inherent method; the receiver's type is printed at the end, when it is known best. */
  foundOn(pos: number, target: FnDef, receiver: Ty): void {
    this.receivers.push({ site: this.found(pos, "method", "call", target, "inherent-method", ""), receiver });
  }
  /** Notes a call at `ref` without a target, so that what comes out of it is known to be unknown for that reason. */
  missed(ref: Ref, pos: number, how: How, detail: string, reason: Reason): void {
    this.unresolved(pos, how, detail, reason);
    this.misses.set(this.placeKey(this.unit, ref), reason);
  }
  /** The reason of the miss at a record of a unit, if there was one. */
  missAt(unit: SourceUnit, ref: Ref): Reason | undefined {
    return this.misses.get(this.placeKey(unit, ref));
  }
  /** Notes that the method call missed last has a receiver of unknown type; what the name alone can tell is decided at the end. */
  receiverUnknown(arity: number): void {
    this.unnamed.push({ site: this.sites[this.sites.length - 1]!, arity });
  }
  /** Notes the `Deref` calls of a coercion of the argument that is being passed. */
  noteCoercion(passed: readonly Ty[], mutable: boolean): void {
    const trait = this.items.trait(mutable ? "core::ops::DerefMut" : "core::ops::Deref");
    const fn = trait && this.items.memberFn(trait, mutable ? "deref_mut" : "deref");
    if (!fn) return;
    for (const ty of passed) {
      if (
        this.kindOf(ty) !== Kind.Adt ||
        this.items.names.adts[this.store.payload(ty)]!.unit.crate.origin !== "workspace"
      )
        continue;
      this.foundInTrait(this.lastPos, "operator", "implicit", fn, [ty], "operator");
    }
  }
  /** Runs `note` and remembers the sites it adds as what reading the place at `ref` runs. */
  notePlace(ref: Ref, note: () => void): void {
    const from = this.sites.length;
    note();
    if (this.sites.length === from) return;
    const key = this.placeKey(this.unit, ref);
    this.places.set(key, [...(this.places.get(key) ?? []), ...this.sites.slice(from)]);
  }
  placeSites(ref: Ref): readonly CallSite[] {
    return this.places.get(this.placeKey(this.unit, ref)) ?? [];
  }
  private placeKey({ id }: SourceUnit, ref: Ref): number {
    return id * 2 ** 28 + ref;
  }
  /** Notes a call that leaves what is at hand: a path into a dependency, or a value that is called. */
  external(pos: number, how: How, detail: string): void {
    this.sites.push({
      closure: this.closure,
      unit: this.unit,
      pos,
      how,
      kind: "call",
      target: null,
      state: "external",
      confidence: "exact",
      evidence: "path",
      detail,
      reason: null,
    });
  }
  /** Notes a call of a closure or function value: its callee is a value, the site is no edge. */
  local(pos: number): void {
    this.sites.push({
      closure: this.closure,
      unit: this.unit,
      pos,
      how: "value",
      kind: "call",
      target: null,
      state: "local",
      confidence: "exact",
      evidence: "value",
      detail: "",
      reason: null,
    });
  }
  unresolved(pos: number, how: How, detail: string, reason: Reason): void {
    this.sites.push({
      closure: this.closure,
      unit: this.unit,
      pos,
      how,
      kind: "call",
      target: null,
      state: "unresolved",
      confidence: "guess",
      evidence: "name-only",
      detail,
      reason,
    });
  }

  /** Notes what the drops of the values run that the body keeps to their end. */
  private finishDrops(print: (ty: Ty) => string): void {
    for (const { unit, pos, type, closure, guessing, isMoved } of this.owned?.all ?? []) {
      if (isMoved) continue;
      const ty = this.table.final(type);
      for (const target of this.glue.of(ty)) {
        this.sites.push({
          closure,
          unit,
          pos,
          how: "operator",
          kind: "implicit",
          target,
          state: guessing ? "guess" : "resolved",
          confidence: guessing ? "guess" : "likely",
          evidence: "drop",
          detail: print(ty),
          reason: null,
        });
      }
    }
  }

  /** What runs most likely where no impl could be chosen, or none holds. */
  private onlyChoice(kind: Solution["kind"], fn: FnDef, args: readonly Ty[]): FnDef | null {
    if (kind === "open") return this.solver.onlyConversion(fn, args);
    return kind === "none" ? this.solver.onlyByHeader(fn, args) : null;
  }

  /** Chooses the implementations of trait functions, now that the body's types are known. */
  finish(print: (ty: Ty) => string): void {
    this.solver.settle();
    this.finishDrops(print);
    for (const { site, receiver } of this.receivers) site.detail = print(this.table.final(receiver));
    for (const { site, args } of this.open) {
      const final = args.map((arg) => this.table.final(arg));
      const { fn: found, solution } = this.solver.implementation(site.target!, final);
      const only = site.kind === "call" ? this.onlyChoice(solution.kind, found, final) : null;
      const fn = only ?? found;
      if (only && site.confidence === "exact") site.confidence = "likely";
      site.target = fn;
      if (fn.unit.crate.origin === "workspace" && site.state === "external")
        site.state = site.confidence === "guess" ? "guess" : "resolved";
      else if (fn.unit.crate.origin !== "workspace" && site.state === "resolved") site.state = "external";
      if (solution.kind === "impl") site.evidence = site.evidence === "operator" ? "operator" : "trait-impl";
      else if (solution.kind === "bound" && site.state === "resolved") {
        site.state = "dispatch";
        site.evidence = "bound";
      }
      site.detail = print(final[0] ?? UNKNOWN);
      // A type that is not at hand may have a method of its own that goes before the trait's.
      if (this.kindOf(final[0] ?? UNKNOWN) !== Kind.External) continue;
      if (site.confidence === "exact") site.confidence = "likely";
      // It must have: its impl forwards to that, or would call itself for ever.
      if (fn !== this.owner) continue;
      this.forwardsTo = `${this.items.externalPaths[this.store.payload(final[0]!)]}::${fn.name}`;
      leaveTo(site, this.forwardsTo);
    }
  }
}

/** Makes a site one that calls a function of a crate that is not at hand. */
export function leaveTo(site: CallSite, path: string): void {
  site.target = null;
  site.state = "external";
  site.detail = path;
}
