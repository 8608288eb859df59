/**
 * Name resolution of a whole program. Crates are collected, imports settled, item macros expanded, in rounds until
 * nothing is left to do:
 *
 * 1. items of new crates are collected and imports run to their fixed point;
 * 2. item macros whose definition is then known are expanded, which gives new items and imports; those known from
 *    preludes only when nothing else moves any more, since an import may still shadow them;
 * 3. imports that lead into a dependency, but nowhere there, are bound as external;
 * 4. item macros without definition are searched openly;
 * 5. files of inactive modules are collected, and macros in `const _` blocks expanded.
 *
 * The same loop runs again when a path in a body first reaches a crate, or a macro in a body defines items.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { MacroCall, Vis } from "../facts/types.ts";
import { BUILTIN_MACROS } from "../macros/builtin.ts";
import { BodyMacros, type BodyMode } from "./bodies.ts";
import { Collector } from "./collect.ts";
import { bothConditions } from "./conditions.ts";
import { Crates } from "./crates.ts";
import type {
  AdtDef,
  AliasDef,
  ConstDef,
  Crate,
  Def,
  ExternalDef,
  FnDef,
  ImplDef,
  Module,
  Namespace,
  SourceUnit,
  TraitDef,
} from "./defs.ts";
import { Expander } from "./expander.ts";
import { ForeignTraits } from "./foreign-traits.ts";
import { type Decorated, Gaps } from "./gaps.ts";
import { Imports } from "./imports.ts";
import type { NamesInput } from "./input.ts";
import { ItemMacros } from "./item-macros.ts";
import { type CrateNode, opaqueMacro, type Scope, type ScopeBinding, type Unit } from "./model.ts";
import { placeOf } from "./place.ts";
import { isInside, itemBinding, Program, visibleIn } from "./program.ts";
import { PLAIN, primitive, Resolver } from "./resolve.ts";
import type { ExpandedBody, ExpansionFailure, Gap, Names, PathResolution, Place } from "./types.ts";

/** Resolves the names of a program; see {@link Names}. Never throws on bad input: what it had to put up with is in `diagnostics`. */
export function buildNames(input: NamesInput): Names {
  const names = new ResolvedNames(input);
  names.start();
  return names;
}

class ResolvedNames implements Names {
  readonly crates: readonly Crate[];
  readonly fns: readonly FnDef[];
  readonly impls: readonly ImplDef[];
  readonly adts: readonly AdtDef[];
  readonly traits: readonly TraitDef[];
  readonly aliases: readonly AliasDef[];
  readonly consts: readonly ConstDef[];
  readonly modules: readonly Module[];
  readonly diagnostics: readonly Diagnostic[];
  private readonly program: Program;
  private readonly resolver: Resolver;
  private readonly collector: Collector;
  private readonly imports: Imports;
  private readonly itemMacros: ItemMacros;
  private readonly bodyMacros: BodyMacros;
  private readonly expander: Expander;
  private readonly rootCrates: Crates;
  private readonly foreignTraits: ForeignTraits;
  private readonly gaps: Gaps;
  /** Preludes whose traits are being collected. */
  private readonly openPreludes = new Set<Scope>();

  constructor(input: NamesInput) {
    const program = new Program(input);
    this.program = program;
    this.crates = program.crates;
    this.fns = program.fns;
    this.impls = program.impls;
    this.adts = program.adts;
    this.traits = program.traits;
    this.aliases = program.aliases;
    this.consts = program.consts;
    this.modules = program.modules;
    this.diagnostics = program.diagnostics;
    this.resolver = new Resolver(this.program);
    this.rootCrates = new Crates(this.program);
    this.foreignTraits = new ForeignTraits(this.program, this.resolver);
    this.imports = new Imports(this.program, this.resolver);
    this.expander = new Expander(this.program, this.resolver);
    this.collector = new Collector(this.program, this.rootCrates, this.resolver);
    this.gaps = new Gaps(this.program, (from, path, global) => this.resolve(from, path, global, "macros")?.def);
    this.itemMacros = new ItemMacros(this.program, this.resolver, this.expander, this.collector, this.gaps);
    this.bodyMacros = new BodyMacros(this.program, this.expander, this.collector, this.gaps, () => this.settle());
  }

  /** Brings the whole program to its fixed point. */
  start(): void {
    this.rootCrates.loadInitial();
    this.collectCrates();
    this.defineBuiltins();
    this.settle();
    this.resolver.isSettled = true;
    this.reportUnresolved();
  }

  private collectCrates(): void {
    const { uncollected } = this.program;
    for (let crate = uncollected.shift(); crate !== undefined; crate = uncollected.shift()) {
      this.collector.collectCrate(crate);
    }
  }

  /** The compiler's macros, in the roots of std's crates where the stubs do not have them. */
  private defineBuiltins(): void {
    for (const crate of this.program.crates) {
      if (crate.origin !== "sysroot") continue;
      for (const name of [...BUILTIN_MACROS, "include"]) {
        if (crate.root.macros.has(name)) continue;
        this.program.define(crate.root, "macros", name, itemBinding(opaqueMacro(name, crate, "builtin"), null, false));
      }
    }
  }

  private settle(): void {
    const { program } = this;
    for (;;) {
      this.collectCrates();
      this.imports.settle();
      if (program.uncollected.length > 0) continue;
      if (this.expandPending(false) || this.expandPending(true)) continue;
      if (this.imports.bindLeftovers() || program.isMoving) continue;
      if (program.pending.length > 0) this.itemMacros.openPending();
      else if (!this.collector.collectInactive() && !this.bodyMacros.openConsts()) {
        this.foreignTraits.learn();
        if (!program.isMoving) return;
      }
    }
  }

  /** Expands item macros that can be told by now; true when one was, or when a path reached a new crate. */
  private expandPending(preludes: boolean): boolean {
    if (this.program.pending.length === 0) return false;
    return this.itemMacros.expandPending(preludes) || this.program.isMoving;
  }

  private reportUnresolved(): void {
    for (const imp of this.program.imports) {
      const { unit, leaf, module } = imp;
      if (imp.resolved) continue;
      // A block may stand under the condition of a statement, which names do not see.
      if (imp.inactive || module.isBlock || unit.crate.origin !== "workspace" || unit.expansion?.guess != null)
        continue;
      const path = `${leaf.global ? "::" : ""}${leaf.path.join("::")}${leaf.glob ? "::*" : ""}`;
      const message = `the import ${path} leads nowhere`;
      const place = this.program.at(unit, leaf.pos);
      this.program.report({ severity: "info", code: "unresolved-import", message, ...place });
    }
  }

  resolve(from: Module, path: readonly string[], global: boolean, namespace: Namespace): PathResolution | null {
    const scope = from as Scope;
    let walk = this.resolver.walk(scope, path, path.length, global, namespace, PLAIN);
    const isLost = walk === null && this.resolver.failedIn === null && scope.isBlock;
    while (this.program.isMoving || (isLost && this.openBlocks(scope))) {
      this.settle();
      walk = this.resolver.walk(scope, path, path.length, global, namespace, PLAIN);
    }
    const def = walk?.binding.def;
    const isNamespaceOnly = def === undefined || (def.kind === "module" && path.length === 1 && namespace === "types");
    const prim =
      isNamespaceOnly && !global && (path.length > 1 || namespace === "types") ? primitive(path[0] ?? "") : null;
    if (prim !== null) return { def: prim, used: 1 };
    if (walk !== null) return this.known(walk.binding.def, walk.used, namespace);
    const { failedIn, failedAt } = this.resolver;
    if (failedIn === null || failedIn.crate.origin === "workspace") return null;
    const external = this.program.external(failedIn.crate, [failedIn.path, ...path.slice(failedAt)]);
    return this.known(external, path.length, namespace);
  }

  /** A path that leads out of what is at hand may name a trait of which something is known, or a member of one. */
  private known(def: Def, used: number, namespace: Namespace): PathResolution {
    if (def.kind !== "external") return { def, used };
    const isMember = namespace === "values" && used > 1;
    const path = isMember ? def.path.slice(0, Math.max(0, def.path.lastIndexOf("::"))) : def.path;
    const trait = namespace === "macros" ? null : this.foreignTraits.find(path);
    return trait === null ? { def, used } : { def: trait, used: isMember ? used - 1 : used };
  }

  foreignTrait(def: ExternalDef, count: number): TraitDef {
    return this.foreignTraits.trait(def, count);
  }

  foreignType(trait: TraitDef, name: string): AliasDef {
    return this.foreignTraits.associatedType(trait, name);
  }

  /** Expands what stands as statements in the blocks around, which may define items; true when there was something. */
  private openBlocks(from: Scope): boolean {
    let some = false;
    for (let scope: Scope | null = from; scope?.isBlock; scope = scope.parent) {
      if (this.bodyMacros.open(scope)) some = true;
    }
    return some;
  }

  canSee(from: Module, vis: Vis, home: Module): boolean {
    const limit = visibleIn(vis, home as Scope);
    return limit === null || isInside(from as Scope, limit);
  }

  canName(from: Module, fn: FnDef): boolean {
    if (this.canSee(from, fn.item.vis, fn.module)) return true;
    // What a procedural macro writes in place of a function may be visible further than what it was given.
    return from.unit.crate === fn.unit.crate && this.gapOn(fn) === "proc-macro";
  }

  traitsInScope(from: Module): ReadonlySet<TraitDef> {
    const key = from.inactive ? "hiddenTraits" : "traits";
    const open: Scope[] = [];
    let scope = from as Scope;
    for (; scope[key] === null; scope = scope.parent) {
      open.push(scope);
      if (!scope.isBlock || scope.parent === null) break;
    }
    for (const at of open) this.program.wake(at);
    if (this.program.isMoving) this.settle();
    for (let at = open.pop(); at !== undefined; at = open.pop()) at[key] = this.collectTraits(at, key);
    return (from as Scope)[key]!;
  }

  private collectTraits(scope: Scope, key: "traits" | "hiddenTraits"): ReadonlySet<TraitDef> {
    const seesInactive = key === "hiddenTraits";
    const own: TraitDef[] = [];
    const collect = ({ def, inactive }: ScopeBinding): void => {
      if (inactive && !seesInactive) return;
      if (def.kind === "trait") own.push(def);
      else if (def.kind === "external") own.push(...this.foreignTraits.broughtBy(def));
    };
    scope.types.forEach(collect);
    if (seesInactive) for (const some of scope.hidden?.values() ?? []) some.forEach(collect);
    const around = scope.isBlock ? scope.parent?.[key] : null;
    const others = around ?? this.preludeTraits(scope);
    return own.length === 0 ? others : new Set([...own, ...others]);
  }

  private preludeTraits(scope: Scope): ReadonlySet<TraitDef> {
    const prelude = this.resolver.prelude(scope.crate);
    // Std's and core's preludes see one another.
    if (prelude === null || prelude === scope || this.openPreludes.has(prelude)) return new Set();
    this.openPreludes.add(prelude);
    const traits = this.traitsInScope(prelude);
    this.openPreludes.delete(prelude);
    return traits;
  }

  blockModule(unit: SourceUnit, row: number): Module | null {
    return (unit as Unit).blockScopes[row] ?? null;
  }

  expandInBody(
    from: Module,
    unit: SourceUnit,
    row: number,
    mode: BodyMode,
    fn: FnDef | null,
  ): ExpandedBody | ExpansionFailure {
    const expanded = this.bodyMacros.expand(from as Scope, unit as Unit, row, mode, fn);
    this.settleNew();
    return expanded;
  }

  releaseBodies(): void {
    this.bodyMacros.release();
  }

  expandMembers(impl: ImplDef): boolean {
    if (!this.itemMacros.expandMembers(impl, () => this.settle())) return false;
    this.settleNew();
    return true;
  }

  private settleNew(): void {
    if (this.program.isMoving || this.program.pending.length > 0) this.settle();
  }

  cfg(crate: Crate, condition: string): boolean {
    return this.program.cfg(crate as CrateNode, condition);
  }

  holds(from: Module, crate: Crate, condition: string): boolean {
    return this.program.holds(from as Scope, crate as CrateNode, condition);
  }

  shade(from: Module, condition: string | null): Module {
    const cfg = bothConditions(from.cfg, condition);
    return this.program.shade(from as Scope, { inactive: true, cfg });
  }

  place(unit: SourceUnit, offset: number): Place {
    return placeOf(unit as Unit, offset);
  }

  langItem(path: string): Def | null {
    const segments = path.split("::");
    for (const crate of this.program.crates) {
      if (crate.origin !== "sysroot" || crate.name !== segments[0]) continue;
      for (const namespace of ["types", "values", "macros"] as const) {
        const local = ["crate", ...segments.slice(1)];
        const walk = this.resolver.walk(crate.root, local, local.length, false, namespace, PLAIN);
        if (walk !== null && walk.used === local.length) return walk.binding.def;
      }
    }
    return null;
  }

  gapOn(item: Decorated): Gap | null {
    return this.gaps.on(item);
  }

  gapOf(path: string): Gap | null {
    return this.gaps.of(path);
  }

  gapAround(from: Module, wanted: "name" | "trait"): Gap | null {
    return this.gaps.around(from, wanted);
  }

  describeMacro(from: Module, unit: SourceUnit, call: MacroCall): string {
    const textual = this.expander.textualAt(from as Scope, unit as Unit, call.pos);
    const macro = this.expander.find(from as Scope, { unit: unit as Unit, call, textual }, true);
    const path = call.path.filter((segment) => segment !== "").join("::");
    if (macro === null) return path;
    return macro.kind === "external" ? macro.path : `${macro.crate.name}::${macro.name}`;
  }
}
