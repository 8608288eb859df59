/**
 * The trait solver: which impl or bound makes `Type: Trait<Args>` hold, and what its associated types are.
 *
 * Candidates in rustc's order: bounds of the item being checked (the environment), what the type itself promises
 * (dyn, `impl Trait`, bounds on associated types), what the compiler provides (closures' `Fn`, futures, `Clone` of
 * tuples …), then impls. An answer is given only when one candidate is left; otherwise the question stays open
 * until more is known. Questions without variables are asked once per program, or once per body when they mention
 * parameters.
 */
import type { AdtDef, AliasDef, Crate, FnDef, TraitDef } from "../names/defs.ts";
import { headOf, type Impl, type ImplTable, implAlias } from "../types/impls.ts";
import type { Items, Predicate } from "../types/items.ts";
import { Kind, type Ty, TyFlag, UNKNOWN } from "../types/store.ts";
import { Bounds, withArgs } from "./bounds.ts";
import { type Table, VarKind } from "./table.ts";
import { VisibleCrates } from "./visible.ts";

export type Solution =
  | { readonly kind: "impl"; readonly impl: Impl; readonly args: readonly Ty[] }
  /** A bound: of the environment, of a dyn or opaque type, of an associated type. */
  | { readonly kind: "bound"; readonly predicate: Predicate }
  | { readonly kind: "builtin" }
  | { readonly kind: "open" }
  | { readonly kind: "none" };

const OPEN: Solution = { kind: "open" };
const NONE: Solution = { kind: "none" };
const BUILTIN: Solution = { kind: "builtin" };
const MAX_DEPTH = 8;
const MAX_TYPE_DEPTH = 24;
/** Questions inside one question after which its answer stays open. */
const MAX_STEPS = 2000;

/** What is still to be found out. */
type Obligation =
  | { readonly kind: "trait"; readonly predicate: Predicate; readonly depth: number }
  | {
      readonly kind: "projection";
      readonly alias: AliasDef;
      readonly args: readonly Ty[];
      readonly out: Ty;
      readonly depth: number;
    };

/** The impls that may hold for a question asked at a depth; `open` when that is not certain for one of them. */
interface Fitting {
  readonly candidates: readonly Impl[];
  readonly open: boolean;
  readonly depth: number;
}

export class Solver {
  readonly items: Items;
  readonly impls: ImplTable;
  readonly table: Table;
  readonly bounds: Bounds;
  private pending: Obligation[] = [];
  /** The table's state, and how much was pending, when work on that came to nothing; -1 for never. */
  private settledState = -1;
  private settledCount = 0;
  private steps = 0;
  private crate: Crate | null = null;
  private readonly visible = new VisibleCrates();
  /** Grows when impls have come up: what was found before may have changed. */
  version = 0;
  private readonly global = new Map<Ty, Solution>();
  private readonly local = new Map<Ty, Solution>();
  private readonly globalProjections = new Map<Ty, Ty>();
  private readonly localProjections = new Map<Ty, Ty>();
  /** Impls that may hold for questions with variables, by their shape; for the crate, and for the body. */
  private readonly shapes = new Map<Ty, Fitting>();
  private readonly localShapes = new Map<Ty, Fitting>();
  /** An answer was cut short. */
  private isCut = false;
  /** Questions without variables that are being answered. */
  private readonly active: Ty[] = [];
  readonly fnTraits: ReadonlySet<TraitDef>;
  readonly fnOutput: AliasDef | null;
  /** What the future gives that a call of an `AsyncFn` gives. */
  readonly asyncFnOutput: AliasDef | null;
  readonly futureOutput: AliasDef | null;
  private readonly future: TraitDef | null;
  private readonly structural: ReadonlySet<TraitDef>;

  constructor(items: Items, impls: ImplTable, table: Table) {
    this.items = items;
    this.impls = impls;
    this.table = table;
    this.bounds = new Bounds(items);
    const traits = (...paths: string[]): Set<TraitDef> => new Set(paths.flatMap((p) => items.trait(p) ?? []));
    this.fnTraits = traits(
      "core::ops::Fn",
      "core::ops::FnMut",
      "core::ops::FnOnce",
      "core::ops::AsyncFn",
      "core::ops::AsyncFnMut",
      "core::ops::AsyncFnOnce",
    );
    const fnOnce = items.trait("core::ops::FnOnce");
    this.fnOutput = fnOnce && items.associatedType(fnOnce, "Output");
    const asyncFnOnce = items.trait("core::ops::AsyncFnOnce");
    this.asyncFnOutput = asyncFnOnce && items.associatedType(asyncFnOnce, "Output");
    this.future = items.trait("core::future::Future");
    this.futureOutput = this.future && items.associatedType(this.future, "Output");
    this.structural = traits(
      "core::clone::Clone",
      "core::marker::Copy",
      "core::marker::Sized",
      "core::marker::Send",
      "core::marker::Sync",
      "core::marker::Unpin",
    );
  }

  /** Takes in impls that have come up since: a path or macro of a body may be the first to name a crate, or define items. */
  refresh(): void {
    if (!this.impls.update()) return;
    this.global.clear();
    this.globalProjections.clear();
    this.shapes.clear();
    this.forgetBody();
    this.settledState = -1;
    this.version++;
  }

  private forgetBody(): void {
    for (const known of [this.local, this.localProjections, this.localShapes]) if (known.size > 0) known.clear();
  }

  /** A new body begins: its variables, its bounds, and the crate whose code it is. */
  enter(predicates: readonly Predicate[], crate: Crate | null = null): void {
    if (this.crate !== crate) this.shapes.clear();
    this.crate = crate;
    this.table.reset();
    this.pending = [];
    this.settledState = -1;
    this.forgetBody();
    this.bounds.enter(predicates, (ty) => this.normalise(ty));
  }

  /** Finds out how `args[0]: trait<args[1..]>` holds, binding variables of `args` when there is one way only. */
  solve(trait: TraitDef, args: readonly Ty[], depth = 0): Solution {
    if (depth === 0) {
      this.refresh();
      this.steps = 0;
    }
    // Impls for tuples that ask the same of each part branch at every level while the parts are open.
    if (++this.steps > MAX_STEPS) return this.cut();
    if (this.table.isOpen(args[0]!)) return OPEN;
    const resolved = this.table.fullAll(args);
    const flags = this.flagsOf(resolved);
    if (flags & TyFlag.Var) return this.search(trait, resolved, depth);
    const key = this.question(trait, resolved);
    const answers = flags & (TyFlag.Param | TyFlag.Projection) ? this.local : this.global;
    const known = answers.get(key);
    if (known) return known;
    if (depth > MAX_DEPTH || this.active.includes(key)) return this.cut();
    this.active.push(key);
    const found = this.search(trait, resolved, depth);
    this.active.pop();
    const isFinal = this.active.length === 0 || found.kind === "impl" || found.kind === "bound";
    if (isFinal && !this.mentionsVariables(found)) answers.set(key, found);
    return found;
  }

  /** A number for `args[0]: trait<args[1..]>`. */
  private question(trait: TraitDef, args: readonly Ty[]): Ty {
    return this.items.store.make(Kind.Tuple, trait.id + 1, args);
  }

  private flagsOf(types: readonly Ty[]): number {
    let flags = 0;
    for (let i = 0; i < types.length; i++) flags |= this.items.store.flags(types[i]!);
    return flags;
  }

  private mentionsVariables(found: Solution): boolean {
    return found.kind === "impl" && found.args.some((arg) => this.items.store.flags(arg) & TyFlag.Var);
  }

  private search(trait: TraitDef, args: readonly Ty[], depth: number): Solution {
    const { store } = this.items;
    if (depth > MAX_DEPTH) return this.cut();
    const self = args[0]!;
    const kind = store.kind(self);
    if (kind === Kind.Unknown || kind === Kind.Derived) return OPEN;
    if (kind === Kind.Var && this.table.varKind(self) === VarKind.General) return OPEN;
    const env = this.fromBounds(this.bounds.by(trait), args);
    if (env) return env;
    const own = this.bounds.promisedBy(self);
    if (own) {
      const promised = own.flatMap((p) => (p.trait === trait ? this.known(p, depth) : []));
      const bound = this.fromBounds(promised, args);
      if (bound) return bound;
    }
    const builtin = this.builtin(trait, args, kind, depth);
    if (builtin) return builtin;
    return this.fromImpls(trait, args, depth);
  }

  private fromBounds(bounds: readonly Predicate[] | undefined, args: readonly Ty[]): Solution | null {
    if (!bounds) return null;
    let found: Predicate | null = null;
    for (const p of bounds) {
      if (!this.matches(p.args, args)) continue;
      if (found && !same(found.args, p.args)) {
        const exact = bounds.find((b) => same(b.args, args));
        return exact ? { kind: "bound", predicate: exact } : OPEN;
      }
      // The one that says what the associated types are tells more.
      if (!found || p.bindings.length > found.bindings.length) found = p;
    }
    if (!found) return null;
    for (let i = 0; i < args.length; i++) this.table.unify(found.args[i]!, args[i]!);
    return { kind: "bound", predicate: found };
  }

  /** A promise that speaks of associated types of what is still open: what is known of them, else variables. */
  private known(p: Predicate, depth: number): Predicate {
    const open = TyFlag.Projection | TyFlag.Var;
    const isOpen = (arg: Ty): boolean => (this.items.store.flags(arg) & open) === open;
    if (!p.args.some(isOpen)) return p;
    const args = p.args.map((arg, i) => (i > 0 && isOpen(arg) ? this.walk(arg, depth + 1, depth === 0) : arg));
    return withArgs(p, args);
  }

  private matches(a: readonly Ty[], b: readonly Ty[]): boolean {
    const mark = this.table.snapshot();
    let ok = a.length === b.length;
    for (let i = 0; ok && i < a.length; i++) ok = this.table.unify(a[i]!, b[i]!);
    this.table.rollback(mark);
    return ok;
  }

  private builtin(trait: TraitDef, args: readonly Ty[], kind: number, depth: number): Solution | null {
    const { store } = this.items;
    const self = args[0]!;
    if (this.fnTraits.has(trait)) {
      const signature = this.callable(self);
      if (!signature) return null;
      const params = signature.slice(0, -1).map((ty) => this.walk(ty, depth + 1, depth === 0));
      if (args[1] !== undefined) this.table.unify(args[1], store.tuple(params));
      return BUILTIN;
    }
    if (trait === this.future && kind === Kind.Future) return BUILTIN;
    if (this.structural.has(trait)) {
      const isCompound =
        kind === Kind.Tuple ||
        kind === Kind.Closure ||
        kind === Kind.FnItem ||
        kind === Kind.FnPtr ||
        kind === Kind.Array ||
        kind === Kind.Never;
      if (isCompound || kind === Kind.Ptr || (kind === Kind.Ref && store.payload(self) === 0) || kind === Kind.Prim)
        return BUILTIN;
    }
    return null;
  }

  /** Parameters and return type of what can be called by the compiler's own rules; null for anything else. */
  callable(ty: Ty): readonly Ty[] | null {
    const { store } = this.items;
    const kind = store.kind(ty);
    if (kind === Kind.FnPtr || kind === Kind.Closure) return store.args(ty);
    return kind === Kind.FnItem ? this.fnItemSignature(ty) : null;
  }

  /** Set by the owner: signature of a {@link Kind.FnItem}. */
  fnItemSignature: (ty: Ty) => readonly Ty[] = () => [];

  private fromImpls(trait: TraitDef, args: readonly Ty[], depth: number): Solution {
    const self = args[0]!;
    const { candidates, open } = this.fitting(trait, args, depth);
    if (candidates.length === 0) return this.mayHaveOthers(trait, self) ? OPEN : NONE;
    const active = candidates.filter((c) => !c.inactive);
    const suiting = active.length > 0 ? active : candidates;
    const isOpen = suiting.length > 1 && args.some((arg) => this.items.store.flags(arg) & TyFlag.Var);
    const list = isOpen ? suiting.filter((impl) => this.isVisible(impl)) : suiting;
    if (list.length === 1) return this.commit(list[0]!, args, depth);
    // Several left: what is not known, yet or at all, would decide; if all is known, any serves as well as the other.
    if (args.some((arg) => this.items.store.flags(arg) & (TyFlag.Var | TyFlag.Unknown))) return OPEN;
    const sure = open ? list.find((impl) => this.mayHold(impl, args, depth) === "yes") : undefined;
    return this.commit(sure ?? list[0]!, args, depth);
  }

  /** The impls that may hold. What is open is asked again and again, of other variables: that is answered once for all of one shape. */
  private fitting(trait: TraitDef, args: readonly Ty[], depth: number): Fitting {
    const flags = this.flagsOf(args);
    if (!(flags & TyFlag.Var)) return this.tryAll(trait, args, depth);
    const shapes =
      flags & (TyFlag.Param | TyFlag.Projection) || this.bounds.hasConcrete ? this.localShapes : this.shapes;
    const key = this.question(trait, this.table.numbered(args));
    const known = shapes.get(key);
    // An answer that nothing was cut short for is good where there is no less room.
    if (known && depth <= known.depth) return known;
    const { isCut } = this;
    this.isCut = false;
    const found = this.tryAll(trait, args, depth);
    if (!this.isCut) shapes.set(key, found);
    this.isCut ||= isCut;
    return found;
  }

  private tryAll(trait: TraitDef, args: readonly Ty[], depth: number): Fitting {
    const candidates: Impl[] = [];
    let open = false;
    for (const list of this.implLists(trait, args[0]!)) {
      for (const impl of list) {
        if (candidates.includes(impl)) continue;
        const verdict = this.mayHold(impl, args, depth);
        if (verdict === "no") continue;
        candidates.push(impl);
        if (verdict === "maybe") open = true;
      }
    }
    return { candidates, open, depth };
  }

  /** An answer that stays open since the question goes too far. */
  private cut(): Solution {
    this.isCut = true;
    return OPEN;
  }

  private isVisible({ def }: Impl): boolean {
    const { crate, items } = this;
    return def === null || crate === null || this.visible.sees(crate, def.unit.crate, items.names.crates.length);
  }

  /** Whether impls that are not at hand are possible. For a type that is not at hand, only those of traits that its crate knows: not the workspace's. */
  private mayHaveOthers(trait: TraitDef, self: Ty): boolean {
    const kind = this.items.store.kind(self);
    // What holds for a parameter, an associated type or a trait object is written.
    const isAbstract = kind === Kind.Param || kind === Kind.Projection || kind === Kind.Opaque || kind === Kind.Dyn;
    if (trait.knownBy) return !isAbstract;
    if (trait.unit.crate.origin === "workspace") return false;
    // So may a macro that is not known have written impls for a dependency's type.
    const adt = kind === Kind.Adt ? this.items.names.adts[this.items.store.payload(self)]! : null;
    const isWritten = adt?.unit.crate.origin === "dependency" && this.items.names.gapOn(adt) === "proc-macro";
    return kind === Kind.External || isWritten;
  }

  /** An integer variable may become any integer type for which there is an impl. */
  private implLists(trait: TraitDef, self: Ty): (readonly Impl[])[] {
    const { store } = this.items;
    const blanket = this.impls.blanket(trait);
    if (store.kind(self) !== Kind.Var) return [this.impls.withHead(trait, headOf(this.items, self)), blanket];
    const isNumber =
      this.table.varKind(self) === VarKind.Int ? (ty: Ty) => store.isInt(ty) : (ty: Ty) => store.isFloat(ty);
    return [...store.prims.filter(isNumber).map((ty) => this.impls.withHead(trait, headOf(this.items, ty))), blanket];
  }

  private mayHold(impl: Impl, args: readonly Ty[], depth: number): "yes" | "maybe" | "no" {
    const written = impl.trait!.args;
    for (let i = 0; i < args.length; i++)
      if (i < written.length && this.table.clashes(written[i]!, args[i]!)) return "no";
    const mark = this.table.snapshot();
    const verdict = this.tryImpl(impl, args, depth);
    this.table.rollback(mark);
    return verdict;
  }

  private tryImpl(impl: Impl, args: readonly Ty[], depth: number): "yes" | "maybe" | "no" {
    const fresh = this.table.freshFor(impl.params);
    const ref = impl.trait!;
    for (let i = 0; i < args.length; i++) {
      const given = this.relax(this.items.instantiate(ref.args[i] ?? UNKNOWN, fresh), depth);
      if (!this.table.unify(given, args[i]!)) return "no";
    }
    if (!this.areSized(impl, fresh)) return "no";
    const predicates = impl.predicates();
    let verdict: "yes" | "maybe" = "yes";
    for (const p of predicates) {
      if (isStdMarker(p)) continue;
      const nested = this.items.instantiatePredicate(p, fresh);
      const mark = this.table.snapshot();
      const found = this.solve(
        nested.trait,
        nested.args.map((arg) => this.normaliseQuietly(arg, depth + 1)),
        depth + 1,
      );
      if (found.kind === "open") this.table.rollback(mark);
      if (found.kind === "none") return "no";
      if (found.kind === "open") verdict = "maybe";
      else if (!this.bindingsAgree(nested, depth)) return "no";
    }
    // Its bounds may have told more of its parameters.
    return predicates.length === 0 || this.areSized(impl, fresh) ? verdict : "no";
  }

  private areSized(impl: Impl, args: readonly Ty[]): boolean {
    if (!impl.allowsUnsized) for (const arg of args) if (this.bounds.isUnsized(this.table.shallow(arg))) return false;
    return true;
  }

  private bindingsAgree(p: Predicate, depth: number): boolean {
    for (const { alias, type } of p.bindings) {
      const ref = this.bounds.upcast(p, alias.container as TraitDef);
      if (!ref) continue;
      const actual = this.project(alias, this.withOwn(alias, ref.args), depth + 1);
      if (actual !== null && !this.table.unify(actual, this.normaliseQuietly(type, depth + 1))) return false;
    }
    return true;
  }

  /** The trait's arguments, and for an associated type's own parameters whatever the bound says of them. */
  private withOwn(alias: AliasDef, args: readonly Ty[]): readonly Ty[] {
    const { params } = this.items.generics(alias);
    return params.length > args.length ? [...args, ...params.slice(args.length).map(() => this.table.fresh())] : args;
  }

  private commit(impl: Impl, args: readonly Ty[], depth: number): Solution {
    const fresh = this.table.freshFor(impl.params);
    for (let i = 0; i < args.length; i++)
      this.table.unify(this.relax(this.items.instantiate(impl.trait!.args[i] ?? UNKNOWN, fresh), 0), args[i]!);
    // Parameters that only the where-clauses determine (`B` in `F: FnMut(I::Item) -> B`) must be known at once.
    for (const p of impl.predicates()) {
      if (!worthKnowing(p)) continue;
      const predicate = this.items.instantiatePredicate(p, fresh);
      const known = predicate.args.map((arg) => this.walk(arg, depth + 1, depth === 0));
      const nested: Obligation = { kind: "trait", predicate: withArgs(predicate, known), depth: depth + 1 };
      if (!this.attempt(nested) && depth === 0) this.pending.push(nested);
    }
    return { kind: "impl", impl, args: fresh.map((v) => this.table.full(v)) };
  }

  /** Projections in an impl's header can't be matched on: what is known of them, else anything goes. */
  private relax(ty: Ty, depth: number): Ty {
    return this.items.store.flags(ty) & TyFlag.Projection ? this.normaliseQuietly(ty, depth + 1) : ty;
  }

  /**
   * What `<args[0] as Trait<…>>::alias` is; null when that is still open. The projection itself when it stays opaque. What is open inside of
   * the answer (`B::Item` in `(A::Item, B::Item)`) is settled later with `register`, else left a plain variable.
   */
  project(alias: AliasDef, args: readonly Ty[], depth = 0, register = false): Ty | null {
    const { store } = this.items;
    const resolved = this.table.fullAll(args);
    const flags = this.flagsOf(resolved);
    const projection = store.make(Kind.Projection, alias.id, resolved);
    if (flags & TyFlag.Var) return this.findProjection(alias, resolved, projection, depth, register);
    const cache = flags & (TyFlag.Param | TyFlag.Projection) ? this.localProjections : this.globalProjections;
    const known = cache.get(projection);
    if (known !== undefined) return known;
    if (depth > MAX_DEPTH * 2) {
      this.isCut = true;
      return null;
    }
    const found = this.findProjection(alias, resolved, projection, depth, register);
    if (found !== null && !(store.flags(found) & TyFlag.Var)) cache.set(projection, found);
    return found;
  }

  private findProjection(
    alias: AliasDef,
    args: readonly Ty[],
    projection: Ty,
    depth: number,
    register: boolean,
  ): Ty | null {
    const { store } = this.items;
    const trait = alias.container;
    const self = args[0] ?? UNKNOWN;
    if (trait?.kind !== "trait" || self === UNKNOWN) return UNKNOWN;
    // What it is of something that came out of a foreign type comes from there, too.
    if (store.kind(self) === Kind.Derived) return self;
    if (store.kind(self) === Kind.Var && this.table.varKind(self) === VarKind.General) return null;
    for (const known of this.bounds.projections) {
      if (known.alias !== alias || !this.matches(known.args, args.slice(0, known.args.length))) continue;
      for (let i = 0; i < known.args.length; i++) this.table.unify(known.args[i]!, args[i]!);
      return known.type === projection ? projection : this.walk(known.type, depth + 1, register);
    }
    if (alias === this.fnOutput) {
      const signature = this.callable(self);
      if (signature) return this.walk(signature[signature.length - 1]!, depth + 1, register);
    }
    if (alias === this.asyncFnOutput && this.futureOutput) {
      const signature = this.callable(self);
      if (signature) return this.project(this.futureOutput, signature.slice(-1), depth + 1, register);
    }
    if (alias === this.futureOutput && store.kind(self) === Kind.Future) return store.arg(self);
    const count = this.items.generics(trait).params.length;
    const solution = this.solve(trait, args.slice(0, count), depth);
    return this.projectFrom(solution, alias, args, projection, depth, register);
  }

  private projectFrom(
    solution: Solution,
    alias: AliasDef,
    args: readonly Ty[],
    projection: Ty,
    depth: number,
    register: boolean,
  ): Ty | null {
    const trait = alias.container as TraitDef;
    const count = this.items.generics(trait).params.length;
    if (solution.kind === "open") return null;
    if (solution.kind === "none" || solution.kind === "builtin") return UNKNOWN;
    if (solution.kind === "bound") {
      const bound = this.boundType(solution.predicate, alias, args.slice(0, count), depth);
      return bound === null ? projection : this.walk(bound, depth + 1, register);
    }
    const derived = solution.impl.types?.[alias.name];
    if (derived !== undefined) return this.walk(this.items.instantiate(derived, solution.args), depth + 1, register);
    const given = implAlias(this.items, solution.impl, alias);
    if (given)
      return this.walk(
        this.items.instantiate(this.items.aliasType(given), [...solution.args, ...args.slice(count)]),
        depth + 1,
        register,
      );
    if (alias.item.type)
      return this.walk(this.items.instantiate(this.items.aliasType(alias), args), depth + 1, register);
    return UNKNOWN;
  }

  /** What the bounds by which the trait holds say of its associated type; of several on one type, that with these arguments. */
  private boundType(holds: Predicate, alias: AliasDef, args: readonly Ty[], depth: number): Ty | null {
    const own = this.bounds.promisedBy(args[0]!);
    for (const p of own ?? [holds]) {
      const said = p.bindings.find((b) => b.alias === alias);
      const ref = said && (p.trait === holds.trait ? this.known(p, depth) : this.bounds.upcast(p, holds.trait));
      if (ref && this.matches(ref.args, args)) return said!.type;
    }
    return null;
  }

  /** The type with its projections worked out; what is still open becomes a variable that is settled later. */
  normalise(ty: Ty, depth = 0): Ty {
    return this.walk(ty, depth, true);
  }
  /** Likewise, but what is open becomes a plain variable: for trying things out. */
  private normaliseQuietly(ty: Ty, depth: number): Ty {
    return this.walk(ty, depth, false);
  }
  private walk(ty: Ty, depth: number, register: boolean): Ty {
    const { store } = this.items;
    if (!(store.flags(ty) & TyFlag.Projection)) return ty;
    if (depth > MAX_TYPE_DEPTH) {
      this.isCut = true;
      return UNKNOWN;
    }
    const inner = store.mapArgs(ty, (arg) => this.walk(arg, depth + 1, register));
    if (store.kind(inner) !== Kind.Projection) return inner;
    const alias = this.items.names.aliases[store.payload(inner)]!;
    const args = store.args(inner);
    const found = this.project(alias, args, depth, register);
    if (found !== null) return found;
    const out = this.table.fresh();
    if (register) this.pending.push({ kind: "projection", alias, args, out, depth });
    return out;
  }

  /**
   * Notes that the bound must hold; what it tells about variables is taken in now or as soon as possible. `forSelf`: it may tell what the type
   * itself is made of, where that has only one impl (`Vec<_>` as a `dyn Trait`).
   */
  require(predicate: Predicate, depth = 0, forSelf = false): void {
    const isOpen = forSelf && (this.items.store.flags(this.table.full(predicate.args[0]!)) & TyFlag.Var) !== 0;
    if (depth > MAX_DEPTH || !(isOpen || worthKnowing(predicate))) return;
    const args = predicate.args.map((arg) => this.normalise(arg));
    this.pending.push({ kind: "trait", predicate: withArgs(predicate, args), depth });
  }

  /** Works on what is pending until nothing moves. */
  settle(): void {
    if (this.pending.length === 0) return;
    this.refresh();
    // It came to nothing, and all is as it was then.
    if (this.settledState === this.table.state && this.settledCount === this.pending.length) return;
    for (let round = 0; round < 50; round++) {
      const list = this.pending;
      if (list.length === 0) return;
      const before = this.table.state;
      this.pending = [];
      let moved = false;
      for (const obligation of list) {
        if (this.attempt(obligation)) moved = true;
        else this.pending.push(obligation);
      }
      if (moved) continue;
      if (before !== this.table.state || this.pending.length !== list.length) return;
      this.settledState = before;
      this.settledCount = list.length;
      return;
    }
  }

  private attempt(o: Obligation): boolean {
    if (o.kind === "projection") {
      const found = this.project(o.alias, o.args, o.depth, true);
      if (found === null) return false;
      this.table.unify(o.out, found);
      return true;
    }
    const { predicate, depth } = o;
    const found = this.solve(predicate.trait, predicate.args, depth);
    if (found.kind === "open") {
      // An unknown self type will never be known better.
      return this.table.shallow(predicate.args[0]!) === UNKNOWN;
    }
    for (const { alias, type } of predicate.bindings) this.bindAlias(predicate, alias, type, depth);
    return true;
  }

  private bindAlias(predicate: Predicate, alias: AliasDef, type: Ty, depth: number): void {
    const owner = alias.container;
    const ref = owner?.kind === "trait" ? this.bounds.upcast(predicate, owner) : null;
    if (!ref) return;
    const want = this.walk(type, depth, depth === 0);
    const args = this.withOwn(alias, ref.args);
    const found = this.project(alias, args, depth);
    if (found === null) depth <= 1 && this.pending.push({ kind: "projection", alias, args, out: want, depth });
    else this.table.unify(found, want);
  }

  /** Bounds on a still open variable that say what may be called: for a closure's expected signature. */
  *pendingOn(variable: Ty): Generator<Predicate> {
    for (const o of this.pending) {
      if (o.kind === "trait" && this.table.shallow(o.predicate.args[0]!) === variable) yield o.predicate;
    }
  }
  /** The variable that a pending projection on `variable` will be bound to, e.g. the return type of a closure to be. */
  pendingProjection(variable: Ty, alias: AliasDef): Ty | null {
    for (const o of this.pending) {
      if (o.kind === "projection" && o.alias === alias && this.table.shallow(o.args[0]!) === variable) return o.out;
    }
    return null;
  }

  /**
   * The function that runs if a conversion is meant to convert: where an argument of the trait is not known, and one impl for a type of the workspace is
   * left beside std's for all types, such as the one from itself. Null when there are more.
   */
  onlyConversion(fn: FnDef, args: readonly Ty[]): FnDef | null {
    const { length: count } = this.items.generics(fn.container as TraitDef).params;
    if (!this.isOurs(args[0] ?? UNKNOWN) || count < 2) return null;
    return this.onlyFitting(fn, args.slice(0, count), (impl, wanted) => this.mayHold(impl, wanted, 0) !== "no");
  }

  /**
   * The function of the one impl whose header is for the types, where none holds: one must, since code compiles, so that its bounds are met by impls that
   * are not seen, as macros write them. Asked of the workspace's types, and of those that unknown macros had to do with. Null when there are more.
   */
  onlyByHeader(fn: FnDef, args: readonly Ty[]): FnDef | null {
    const [self = UNKNOWN] = args;
    const { length: count } = this.items.generics(fn.container as TraitDef).params;
    if (!this.isOurs(self) && this.marked(self).length === 0) return null;
    return this.onlyFitting(fn, args.slice(0, count), (impl, wanted) => this.matchesHeader(impl, wanted));
  }

  /** The function of the only impl of its trait that fits the types, std's own left aside. */
  private onlyFitting(
    fn: FnDef,
    wanted: readonly Ty[],
    fits: (impl: Impl, wanted: readonly Ty[]) => boolean,
  ): FnDef | null {
    const impls = this.forType(fn.container as TraitDef, wanted[0] ?? UNKNOWN);
    const [only, ...more] = impls.filter((impl) => fits(impl, wanted));
    return more.length === 0 && only?.def ? this.items.memberFn(only.def, fn.name) : null;
  }

  private isOurs(ty: Ty): boolean {
    const { store, names } = this.items;
    return store.kind(ty) === Kind.Adt && names.adts[store.payload(ty)]!.unit.crate.origin === "workspace";
  }

  /** Whether macros that are not known may have written an impl for the type, or for what the only impl that fits it asks of its arguments. */
  mayBeWritten(trait: TraitDef, args: readonly Ty[]): boolean {
    const { store, names } = this.items;
    const self = this.table.shallow(args[0]!);
    const [marked] = this.marked(self);
    if (marked === undefined) return false;
    const isMarked = store.kind(self) === Kind.Adt && names.adts[store.payload(self)] === marked;
    return isMarked || this.forType(trait, self).filter((impl) => this.matchesHeader(impl, args)).length === 1;
  }

  /** The type and those that it is made of, as far as unknown macros stand on them. */
  marked(of: Ty): AdtDef[] {
    const { store, names } = this.items;
    const ty = this.table.full(of);
    const adt = store.kind(ty) === Kind.Adt ? names.adts[store.payload(ty)]! : null;
    const within = store.args(ty).flatMap((arg) => this.marked(arg));
    return adt !== null && names.gapOn(adt) === "proc-macro" ? [adt, ...within] : within;
  }

  /** The impls of a trait for types of this head, other than std's. */
  private forType(trait: TraitDef, self: Ty): Impl[] {
    return [...this.impls.withHead(trait, headOf(this.items, self)), ...this.impls.blanket(trait)].filter(
      (impl) => !impl.inactive && impl.def?.unit.crate.origin !== "sysroot",
    );
  }

  /** Whether an impl would be for these types, were its bounds met. */
  private matchesHeader({ params, trait }: Impl, args: readonly Ty[]): boolean {
    const fresh = this.table.freshFor(params);
    return this.matches(
      args.map((_, i) => this.relax(this.items.instantiate(trait!.args[i] ?? UNKNOWN, fresh), 0)),
      args,
    );
  }

  /** The function that runs when `trait`'s method `fn` is called on the type: the impl's, or the method itself when dispatch stays open. */
  implementation(fn: FnDef, args: readonly Ty[]): { fn: FnDef; solution: Solution } {
    const trait = fn.container as TraitDef;
    const count = this.items.generics(trait).params.length;
    let solution = this.solve(trait, args.slice(0, count));
    const kind = this.items.store.kind(args[0] ?? UNKNOWN);
    // On a type parameter the caller's choice decides, even where a blanket impl covers it.
    if (kind === Kind.Param || kind === Kind.Projection || kind === Kind.Opaque) return { fn, solution };
    // `where Wrapper<T>: Trait` promises what an impl for the type gives.
    if (solution.kind === "bound" && kind === Kind.Adt) {
      const found = this.fromImpls(trait, args.slice(0, count), 0);
      if (found.kind === "impl") solution = found;
    }
    if (solution.kind !== "impl" || !solution.impl.def) return { fn, solution };
    return { fn: this.items.memberFn(solution.impl.def, fn.name) ?? fn, solution };
  }
}

/** `Send`, `Copy` and their like hold for most types by rules that are not followed here. */
export function isStdMarker({ trait, args }: Predicate): boolean {
  return trait.items.length === 0 && args.length === 1 && trait.unit.crate.origin === "sysroot";
}

/** Only bounds with arguments or bindings tell anything about other types. */
export function worthKnowing(p: Predicate): boolean {
  return p.args.length > 1 || p.bindings.length > 0;
}

function same(a: readonly Ty[], b: readonly Ty[]): boolean {
  return a.length === b.length && a.every((ty, i) => ty === b[i]);
}
