/**
 * Interned types: equal types have equal numbers, so that comparing is `===` and memo tables are arrays.
 *
 * A type is a row of three columns: kind, payload (what it means depends on the kind) and argument types. A large workspace makes some
 * hundred thousand, so columns are typed arrays, and all arguments stand in one, each type's behind those of the type before it. Lifetimes
 * do not exist here. `Unknown` is what could not be told; it agrees with everything and never makes an edge.
 */
import type { Id } from "../base/ids.ts";

/** Row in the {@link TypeStore}. 0 is {@link UNKNOWN}. */
export type Ty = Id<"Type">;

/** Kinds of types; the comment names payload and arguments. */
export const Kind = {
  Unknown: 0,
  /** `!` */
  Never: 1,
  /** payload: row in {@link PRIMS} */
  Prim: 2,
  /** payload: id of the AdtDef · args: type arguments */
  Adt: 3,
  /** payload: 1 = mutable · args: [target] */
  Ref: 4,
  /** payload: 1 = mutable · args: [target] */
  Ptr: 5,
  /** args: [element] */
  Slice: 6,
  /** args: [element, length (Const, Param, Var or Unknown)] */
  Array: 7,
  /** args: elements */
  Tuple: 8,
  /** args: [...parameters, return type] */
  FnPtr: 9,
  /** payload: id of the FnDef (or of a constructor, see items) · args: generic arguments */
  FnItem: 10,
  /** payload: number of the closure in its body · args: [...parameters, return type] (variables until the body is done) */
  Closure: 11,
  /** payload: row in the dyn shapes · args: of the traits in turn, then the bound associated types */
  Dyn: 12,
  /** payload: row in the opaque types (`impl Trait` in return position) · args: those of the function */
  Opaque: 13,
  /** payload: row in the parameters */
  Param: 14,
  /** payload: id of the associated AliasDef in the trait · args: [Self, ...trait arguments, ...own] */
  Projection: 15,
  /** payload: number of the inference variable in its body */
  Var: 16,
  /** the type of an async block or of an async fn's call · args: [output] */
  Future: 17,
  /** a const generic argument · payload: row in the const texts */
  Const: 18,
  /** A type of a dependency whose declaration is not at hand · payload: row in the external paths · args: as written */
  External: 19,
  /** What a type that is not at hand gave · args: the types it may be, hold or wrap. Like Unknown it agrees with everything. */
  Derived: 20,
} as const;

/** Flags of a type, those of its arguments included. */
export const TyFlag = { Var: 1, Param: 2, Projection: 4, Unknown: 8, Opaque: 16 } as const;

/** Names of primitive types; the row is the payload of {@link Kind.Prim}. */
export const PRIMS = [
  "bool",
  "char",
  "str",
  "i8",
  "i16",
  "i32",
  "i64",
  "i128",
  "isize",
  "u8",
  "u16",
  "u32",
  "u64",
  "u128",
  "usize",
  "f16",
  "f32",
  "f64",
  "f128",
] as const;

const FIRST_INT = PRIMS.indexOf("i8");
const LAST_INT = PRIMS.indexOf("usize");
const FIRST_FLOAT = PRIMS.indexOf("f16");

const OWN_FLAGS: Readonly<Record<number, number>> = {
  [Kind.Var]: TyFlag.Var,
  [Kind.Param]: TyFlag.Param,
  [Kind.Projection]: TyFlag.Projection,
  [Kind.Unknown]: TyFlag.Unknown,
  [Kind.Opaque]: TyFlag.Opaque,
  [Kind.Derived]: TyFlag.Unknown,
};

export const UNKNOWN = 0 as Ty;
const NO_ARGS: readonly Ty[] = [];

/** Types there is room for at first: few, since V8 takes fields that have had one value for constants in what it optimises, until they change. */
const FIRST_CAPACITY = 1 << 4;

export class TypeStore {
  /** The columns of {@link kind} and {@link payload}, for what looks at every type again and again; growing replaces them. */
  kinds = new Uint8Array(FIRST_CAPACITY);
  payloads = new Int32Array(FIRST_CAPACITY);
  private flagColumn = new Uint8Array(FIRST_CAPACITY);
  /** Where each type's arguments begin; they end where those of the next one do. */
  private starts = new Int32Array(FIRST_CAPACITY + 1);
  private arguments = new Int32Array(FIRST_CAPACITY);
  private rows = 0;
  private table = new Int32Array(4 * FIRST_CAPACITY).fill(-1);

  readonly unknown: Ty;
  readonly never: Ty;
  readonly unit: Ty;
  readonly prims: readonly Ty[];
  readonly bool: Ty;
  readonly char: Ty;
  readonly str: Ty;
  readonly usize: Ty;
  readonly u8: Ty;
  readonly i32: Ty;
  readonly f64: Ty;

  constructor() {
    this.unknown = this.make(Kind.Unknown, 0, NO_ARGS);
    this.never = this.make(Kind.Never, 0, NO_ARGS);
    this.unit = this.make(Kind.Tuple, 0, NO_ARGS);
    this.prims = PRIMS.map((_, row) => this.make(Kind.Prim, row, NO_ARGS));
    this.bool = this.prim("bool")!;
    this.char = this.prim("char")!;
    this.str = this.prim("str")!;
    this.usize = this.prim("usize")!;
    this.u8 = this.prim("u8")!;
    this.i32 = this.prim("i32")!;
    this.f64 = this.prim("f64")!;
  }

  /** Returns the one type of this kind, payload and arguments. */
  make(kind: number, payload: number, args: readonly Ty[]): Ty {
    let slot = hash(kind, payload, args) & (this.table.length - 1);
    for (;;) {
      const found = this.table[slot]!;
      if (found < 0) break;
      if (this.kinds[found] === kind && this.payloads[found] === payload && this.hasArgs(found as Ty, args))
        return found as Ty;
      slot = (slot + 1) & (this.table.length - 1);
    }
    this.table[slot] = this.rows;
    return this.add(kind, payload, args);
  }

  private add(kind: number, payload: number, args: readonly Ty[]): Ty {
    const ty = this.rows++ as Ty;
    let end = this.starts[ty]!;
    this.reserve(end + args.length);
    let flags = OWN_FLAGS[kind] ?? 0;
    for (const arg of args) {
      flags |= this.flagColumn[arg]!;
      this.arguments[end++] = arg;
    }
    this.kinds[ty] = kind;
    this.payloads[ty] = payload;
    this.flagColumn[ty] = flags;
    this.starts[ty + 1] = end;
    if (this.rows * 2 > this.table.length) this.rehash();
    return ty;
  }

  kind(ty: Ty): number {
    return this.kinds[ty]!;
  }
  payload(ty: Ty): number {
    return this.payloads[ty]!;
  }
  /** A copy of the arguments. */
  args(ty: Ty): Ty[] {
    const args: Ty[] = [];
    for (let at = this.starts[ty]!, end = this.starts[ty + 1]!; at < end; at++) args.push(this.arguments[at]! as Ty);
    return args;
  }
  /** Number of arguments. */
  arity(ty: Ty): number {
    return this.starts[ty + 1]! - this.starts[ty]!;
  }
  /** The argument at an index, by default the first: target of a reference, element of a slice. UNKNOWN where there is none. */
  arg(ty: Ty, index = 0): Ty {
    const at = this.starts[ty]! + index;
    return at < this.starts[ty + 1]! ? (this.arguments[at]! as Ty) : UNKNOWN;
  }
  flags(ty: Ty): number {
    return this.flagColumn[ty]!;
  }
  get size(): number {
    return this.rows;
  }

  prim(name: string): Ty | undefined {
    const row = (PRIMS as readonly string[]).indexOf(name);
    return row < 0 ? undefined : this.prims[row];
  }
  ref(target: Ty, mutable: boolean): Ty {
    return this.make(Kind.Ref, mutable ? 1 : 0, [target]);
  }
  ptr(target: Ty, mutable: boolean): Ty {
    return this.make(Kind.Ptr, mutable ? 1 : 0, [target]);
  }
  slice(element: Ty): Ty {
    return this.make(Kind.Slice, 0, [element]);
  }
  array(element: Ty, length: Ty): Ty {
    return this.make(Kind.Array, 0, [element, length]);
  }
  tuple(elements: readonly Ty[]): Ty {
    return elements.length === 0 ? this.unit : this.make(Kind.Tuple, 0, elements);
  }
  fnPtr(params: readonly Ty[], ret: Ty): Ty {
    return this.make(Kind.FnPtr, 0, [...params, ret]);
  }
  future(output: Ty): Ty {
    return this.make(Kind.Future, 0, [output]);
  }

  isInt(ty: Ty): boolean {
    return this.kinds[ty] === Kind.Prim && this.payloads[ty]! >= FIRST_INT && this.payloads[ty]! <= LAST_INT;
  }
  isFloat(ty: Ty): boolean {
    return this.kinds[ty] === Kind.Prim && this.payloads[ty]! >= FIRST_FLOAT;
  }

  /** Replaces every parameter by the argument at its index; parameters beyond the list stay. */
  subst(ty: Ty, args: readonly Ty[], indexOf: readonly number[]): Ty {
    if (!(this.flagColumn[ty]! & TyFlag.Param)) return ty;
    if (this.kinds[ty] === Kind.Param) return args[indexOf[this.payloads[ty]!]!] ?? ty;
    const start = this.starts[ty]!;
    let changed: Ty[] | null = null;
    for (let i = 0, count = this.starts[ty + 1]! - start; i < count; i++) {
      const arg = this.arguments[start + i]! as Ty;
      const next = this.subst(arg, args, indexOf);
      if (next !== arg) (changed ??= this.args(ty))[i] = next;
    }
    return changed ? this.withArgs(ty, changed) : ty;
  }

  /** The type of the same kind and payload with other arguments. */
  withArgs(ty: Ty, args: readonly Ty[]): Ty {
    return this.make(this.kinds[ty]!, this.payloads[ty]!, args);
  }

  /** The type with `map` applied to each argument; the very same type when nothing changes. */
  mapArgs(ty: Ty, map: (arg: Ty) => Ty): Ty {
    let changed: Ty[] | null = null;
    const count = this.arity(ty);
    for (let i = 0; i < count; i++) {
      const arg = this.arg(ty, i);
      const next = map(arg);
      if (next === arg) continue;
      changed ??= this.args(ty);
      changed[i] = next;
    }
    return changed ? this.withArgs(ty, changed) : ty;
  }

  private hasArgs(ty: Ty, args: readonly Ty[]): boolean {
    const start = this.starts[ty]!;
    if (this.starts[ty + 1]! - start !== args.length) return false;
    for (let i = 0; i < args.length; i++) if (this.arguments[start + i] !== args[i]) return false;
    return true;
  }

  /** Makes room for one more type and this many arguments in all. */
  private reserve(args: number): void {
    if (args > this.arguments.length) this.arguments = copied(this.arguments, new Int32Array(args * 2));
    if (this.rows <= this.kinds.length) return;
    const capacity = this.kinds.length * 2;
    this.kinds = copied(this.kinds, new Uint8Array(capacity));
    this.flagColumn = copied(this.flagColumn, new Uint8Array(capacity));
    this.payloads = copied(this.payloads, new Int32Array(capacity));
    this.starts = copied(this.starts, new Int32Array(capacity + 1));
  }

  private rehash(): void {
    this.table = new Int32Array(this.table.length * 2).fill(-1);
    const mask = this.table.length - 1;
    for (let ty = 0; ty < this.rows; ty++) {
      let slot = hash(this.kinds[ty]!, this.payloads[ty]!, this.args(ty as Ty)) & mask;
      while (this.table[slot]! >= 0) slot = (slot + 1) & mask;
      this.table[slot] = ty;
    }
  }
}

function hash(kind: number, payload: number, args: readonly Ty[]): number {
  let h = Math.imul(kind + 1, 0x9e3779b1) ^ Math.imul(payload + 1, 0x85ebca6b);
  for (let i = 0; i < args.length; i++) h = Math.imul(h ^ args[i]!, 0x01000193) + 0x7f4a7c15;
  return (h ^ (h >>> 15)) >>> 0;
}

function copied<T extends Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
