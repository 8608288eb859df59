/**
 * Inference variables of one body and unification over them, with snapshots to try something out.
 *
 * `Unknown` agrees with everything and binds nothing, so that what is not known never makes a wrong type.
 */
import { Kind, type Ty, TyFlag, type TypeStore, UNKNOWN } from "../types/store.ts";

/** What may be put in a variable's place. */
export const VarKind = { General: 0, Int: 1, Float: 2 } as const;

const VAR_KINDS = 3;

/** Kinds that agree with types of other kinds. */
const IS_LOOSE = new Uint8Array(256);
for (const kind of [Kind.Var, Kind.Unknown, Kind.Derived, Kind.External]) IS_LOOSE[kind] = 1;

const FREE = -1 as Ty;

export class Table {
  readonly store: TypeStore;
  private bindings: Ty[] = [];
  private kinds: number[] = [];
  private log: number[] = [];
  /** The variables' types by row: each body begins with the first again. */
  private readonly variables: Ty[] = [];
  /** Of each binding in the log its number among all that were ever made. */
  private stamps: number[] = [];
  private made = 0;

  private readonly foreignName: (ty: Ty) => string;

  /** `foreignName` gives the last name of a type of another crate, `""` for the workspace's own. */
  constructor(store: TypeStore, foreignName: (ty: Ty) => string) {
    this.store = store;
    this.foreignName = foreignName;
  }

  /** Forgets all variables: a new body begins. */
  reset(): void {
    this.bindings = [];
    this.kinds = [];
    this.log = [];
    this.stamps = [];
  }

  /** Number of what is bound now: the same as before when no binding has come, or all that came have been taken back. */
  get state(): number {
    return this.stamps[this.stamps.length - 1] ?? 0;
  }

  fresh(kind: number = VarKind.General): Ty {
    const row = this.bindings.length;
    this.bindings.push(FREE);
    this.kinds.push(kind);
    return (this.variables[row] ??= this.store.make(Kind.Var, row, []));
  }

  /** A variable for each parameter. */
  freshFor(params: readonly Ty[]): Ty[] {
    const fresh: Ty[] = [];
    for (let i = 0; i < params.length; i++) fresh.push(this.fresh());
    return fresh;
  }

  varKind(ty: Ty): number {
    return this.kinds[this.store.payload(ty)]!;
  }
  isVar(ty: Ty): boolean {
    return this.store.kinds[ty] === Kind.Var;
  }

  /** The type itself, or what its variable stands for by now; arguments are left as they are. */
  shallow(ty: Ty): Ty {
    const { kinds, payloads } = this.store;
    while (kinds[ty] === Kind.Var) {
      const bound = this.bindings[payloads[ty]!]!;
      if (bound === FREE) return ty;
      ty = bound;
    }
    return ty;
  }

  /** Whether the type is one of these variables, or a variable that stands for one; a reference counts like what it refers to. */
  leadsThrough(ty: Ty, variables: ReadonlySet<Ty>): boolean {
    for (let at = ty; ; ) {
      if (variables.has(at)) return true;
      const kind = this.store.kind(at);
      const next = kind === Kind.Var ? this.bindings[this.store.payload(at)]! : FREE;
      if (kind === Kind.Ref) at = this.store.arg(at);
      else if (next === FREE) return false;
      else at = next;
    }
  }

  /** The type with every bound variable replaced, all the way down. */
  full(ty: Ty): Ty {
    const { store } = this;
    if (!(store.flags(ty) & TyFlag.Var)) return ty;
    const top = this.shallow(ty);
    if (!(store.flags(top) & TyFlag.Var) || store.kinds[top] === Kind.Var) return top;
    let changed: Ty[] | null = null;
    for (let i = 0, count = store.arity(top); i < count; i++) {
      const arg = store.arg(top, i);
      const next = this.full(arg);
      if (next !== arg) (changed ??= store.args(top))[i] = next;
    }
    return changed ? store.withArgs(top, changed) : top;
  }

  /** The types with every bound variable replaced; the same list where there is none. */
  fullAll(types: readonly Ty[]): readonly Ty[] {
    let changed: Ty[] | null = null;
    for (let i = 0; i < types.length; i++) {
      const next = this.full(types[i]!);
      if (next !== types[i]) (changed ??= [...types])[i] = next;
    }
    return changed ?? types;
  }

  /** Whether nothing at all is known of the type. */
  isOpen(ty: Ty): boolean {
    const top = this.shallow(ty);
    return this.isVar(top) && this.varKind(top) === VarKind.General;
  }

  /** The type at the end of inference: integer variables are `i32`, float ones `f64`, others Unknown. */
  final(ty: Ty): Ty {
    const done = this.full(ty);
    if (!(this.store.flags(done) & TyFlag.Var)) return done;
    if (this.store.kind(done) === Kind.Var) return this.fallback(done);
    return this.store.mapArgs(done, (arg) => this.final(arg));
  }
  private fallback(variable: Ty): Ty {
    const kind = this.varKind(variable);
    return kind === VarKind.Int ? this.store.i32 : kind === VarKind.Float ? this.store.f64 : UNKNOWN;
  }

  /** The types with their variables numbered from the first on: the same for all that differ in nothing but which variables are open. */
  numbered(types: readonly Ty[]): Ty[] {
    const seen: Ty[] = [];
    return types.map((ty) => this.number(ty, seen));
  }
  private number(ty: Ty, seen: Ty[]): Ty {
    if (!(this.store.flags(ty) & TyFlag.Var)) return ty;
    const top = this.shallow(ty);
    if (!this.isVar(top)) return this.store.mapArgs(top, (arg) => this.number(arg, seen));
    let row = seen.indexOf(top);
    if (row < 0) row = seen.push(top) - 1;
    return this.store.make(Kind.Var, -1 - (row * VAR_KINDS + this.varKind(top)), []);
  }

  snapshot(): number {
    return this.log.length;
  }
  rollback(to: number): void {
    if (this.log.length === to) return;
    while (this.log.length > to) this.bindings[this.log.pop()!] = FREE;
    this.stamps.length = to;
  }

  /** Makes both types equal if they can be; on failure some variables may be bound: use {@link tryUnify} to undo that. */
  unify(a: Ty, b: Ty): boolean {
    const { store } = this;
    a = this.shallow(a);
    b = this.shallow(b);
    if (a === b || a === UNKNOWN || b === UNKNOWN) return true;
    const { kinds, payloads } = store;
    const ka = kinds[a]!;
    const kb = kinds[b]!;
    if (ka === Kind.Derived || kb === Kind.Derived) return true;
    if (ka === Kind.Var) return this.bind(a, b);
    if (kb === Kind.Var) return this.bind(b, a);
    if (ka === Kind.External || kb === Kind.External) return this.unifyExternal(a, b);
    if (ka !== kb || payloads[a] !== payloads[b]) return false;
    const count = store.arity(a);
    if (count !== store.arity(b)) return false;
    for (let i = 0; i < count; i++) if (!this.unify(store.arg(a, i), store.arg(b, i))) return false;
    return true;
  }

  /** A type that is not at hand: several crates may show it under its name, and which of its arguments are written varies. */
  private unifyExternal(a: Ty, b: Ty): boolean {
    const { store } = this;
    const isSame = store.kind(a) === store.kind(b) && store.payload(a) === store.payload(b);
    const name = isSame ? "" : this.foreignName(a);
    if (!isSame && (name === "" || name !== this.foreignName(b))) return false;
    const count = store.arity(a);
    if (store.kind(a) !== store.kind(b) || count !== store.arity(b)) return true;
    for (let i = 0; i < count; i++) if (!this.unify(store.arg(a, i), store.arg(b, i))) return false;
    return true;
  }

  /** Whether a type differs from one written with parameters, whatever stands for these: told without making variables for them. */
  clashes(written: Ty, ty: Ty): boolean {
    const { store } = this;
    const { kinds, payloads } = store;
    const kind = kinds[written]!;
    if (IS_LOOSE[kind] === 1 || kind === Kind.Param || kind === Kind.Projection) return false;
    const at = this.shallow(ty);
    if (IS_LOOSE[kinds[at]!] === 1) return false;
    if (kinds[at] !== kind || payloads[at] !== payloads[written]) return true;
    const count = store.arity(written);
    if (count !== store.arity(at)) return true;
    for (let i = 0; i < count; i++) if (this.clashes(store.arg(written, i), store.arg(at, i))) return true;
    return false;
  }

  tryUnify(a: Ty, b: Ty): boolean {
    const mark = this.snapshot();
    if (this.unify(a, b)) return true;
    this.rollback(mark);
    return false;
  }

  private bind(variable: Ty, ty: Ty): boolean {
    const { store } = this;
    const kind = this.varKind(variable);
    if (store.kind(ty) === Kind.Var) {
      const other = this.varKind(ty);
      if (kind !== VarKind.General && other === VarKind.General) return this.set(ty, variable);
      if (kind !== VarKind.General && kind !== other) return false;
      return this.set(variable, ty);
    }
    if (kind === VarKind.Int && !store.isInt(ty)) return store.kind(ty) === Kind.Const;
    if (kind === VarKind.Float && !store.isFloat(ty)) return false;
    if (store.flags(ty) & TyFlag.Var && this.occurs(variable, ty)) return false;
    return this.set(variable, ty);
  }

  private set(variable: Ty, ty: Ty): boolean {
    const row = this.store.payload(variable);
    this.bindings[row] = ty;
    this.log.push(row);
    this.stamps.push(++this.made);
    return true;
  }

  private occurs(variable: Ty, ty: Ty): boolean {
    const top = this.shallow(ty);
    if (top === variable) return true;
    if (!(this.store.flags(top) & TyFlag.Var)) return false;
    const count = this.store.arity(top);
    for (let i = 0; i < count; i++) if (this.occurs(variable, this.store.arg(top, i))) return true;
    return false;
  }
}
