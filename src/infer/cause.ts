/**
 * Why something was not found: the first cause, where that is Rust's own ({@link Gap}). It is looked for only after a miss. From the expression whose
 * type is not known the way goes back to what gave it, as far as that is written: a local to its initialiser, a chain of calls to its beginning, a
 * macro to what it expands to. Nothing is kept for it but where each local came from, and the misses themselves.
 */
import { OPERANDS, Tag } from "../facts/ir.ts";
import type { Ref } from "../facts/types.ts";
import type { AdtDef, AliasDef, Def, Module, SourceUnit, TraitDef } from "../names/defs.ts";
import { type Gap, isGap } from "../names/types.ts";
import { listAt, nameAt, operand, type PathView, readPath, tagOf } from "../types/code.ts";
import { headOf } from "../types/impls.ts";
import { Kind, type Ty } from "../types/store.ts";
import type { Body } from "./body.ts";
import type { ProbeResult } from "./methods.ts";
import type { Reason } from "./sites.ts";

/** Records that are looked at for one miss. */
const MAX_RECORDS = 200;

/** Where a way back stands. */
interface Place {
  readonly unit: SourceUnit;
  readonly module: Module;
  /** Locals that are seen: those that were there before. */
  readonly locals: number;
  /** A call that a parameter of a closure among its arguments is given by: the closure itself tells nothing. */
  readonly call?: Ref;
}

/** Operands of a record that its type may come from, and those that are lists of such. */
interface Sources {
  readonly refs?: readonly number[];
  readonly lists?: readonly number[];
}

const SOURCES: Readonly<Record<number, Sources>> = {
  [Tag.MethodCall]: { refs: [0], lists: [3] },
  [Tag.Call]: { refs: [0], lists: [1] },
  [Tag.Field]: { refs: [0] },
  [Tag.Index]: { refs: [0, 1] },
  [Tag.Try]: { refs: [0] },
  [Tag.Await]: { refs: [0] },
  [Tag.Unary]: { refs: [1] },
  [Tag.Binary]: { refs: [1, 2] },
  [Tag.Borrow]: { refs: [1] },
  [Tag.Cast]: { refs: [1, 0] },
  [Tag.If]: { refs: [1, 2] },
  [Tag.Match]: { lists: [1], refs: [0] },
  [Tag.Arm]: { refs: [2] },
  [Tag.Tuple]: { lists: [0] },
  [Tag.Array]: { lists: [0] },
  [Tag.Repeat]: { refs: [0] },
  [Tag.Range]: { refs: [0, 1] },
  [Tag.Closure]: { refs: [2] },
  [Tag.Cfg]: { refs: [1] },
  [Tag.Let]: { refs: [1, 2] },
  [Tag.TypeRef]: { refs: [1] },
  [Tag.TypePtr]: { refs: [1] },
  [Tag.TypeSlice]: { refs: [0] },
  [Tag.TypeArray]: { refs: [0] },
  [Tag.TypeTuple]: { lists: [0] },
};

/** The reason for a method that was not found on what `receiver` gives. */
export function reasonOfMethod(
  b: Body,
  receiver: Ref,
  { reason, steps }: Extract<ProbeResult, { found: null }>,
): Reason {
  if (reason === "no-such-method") return reasonOfMember(b, steps);
  const foreign = gapOfTypes(
    b,
    steps.filter((step) => b.kindOf(step) === Kind.External),
  );
  return foreign ?? gapOf(b, receiver) ?? gapOfTypes(b, steps) ?? reason;
}

/** The reason for a member that none of the types has. */
export function reasonOfMember(b: Body, types: readonly Ty[]): Reason {
  return gapOfTypes(b, types) ?? b.items.names.gapAround(b.module, "trait") ?? "no-such-method";
}

/** The reason for a member that the trait does not have. */
export function reasonOfTraitMember(b: Body, trait: TraitDef): Reason {
  return gapOfTrait(b, trait) ?? "no-such-method";
}

/** The reason for `Type::member` where the type is not known. */
export function reasonOfBase(b: Body, { names, global, self }: PathView): Reason {
  if (self !== 0) return gapOf(b, self) ?? "unknown-receiver";
  return gapOfName(b, names.slice(0, -1), global) ?? "unknown-receiver";
}

/** What keeps a path to a type from being followed. */
function gapOfName(b: Body, names: readonly string[], global: boolean): Gap | null {
  const found = b.items.names.resolve(b.module, names, global, "types");
  if (found === null) return b.items.names.gapAround(b.module, "name");
  if (found.def.kind === "external") return b.items.names.gapOf(found.def.path);
  return found.def.kind === "alias" ? new Trail(b).ofAlias(found.def) : null;
}

/** The reason for a path that leads nowhere. */
export function reasonOfPath(b: Body, names: readonly string[], global: boolean): Reason {
  for (let count = names.length - 1; count > 0; count--) {
    const found = b.items.names.resolve(b.module, names.slice(0, count), global, "types");
    if (found?.used !== count) continue;
    const { def } = found;
    if (def.kind === "module") return b.items.names.gapAround(def, "name") ?? "unresolved-path";
    return (isAdt(def) ? gapOfAdt(b, def, null) : null) ?? "no-such-method";
  }
  return b.items.names.gapAround(b.module, "name") ?? "unresolved-path";
}

/** What keeps the type of the expression or type at `ref`, or a part of it, from being known; null when that is not Rust's own. */
export function gapOf(b: Body, ref: Ref): Gap | null {
  const cause = new Trail(b).follow({ unit: b.unit, module: b.module, locals: b.localCount }, ref);
  return isGap(cause) ? cause : null;
}

/** What keeps members of one of the types from being seen. */
export function gapOfTypes(b: Body, types: readonly Ty[]): Gap | null {
  for (const ty of types) {
    const gap = gapOfType(b, ty);
    if (gap !== null) return gap;
  }
  return null;
}

function gapOfType(b: Body, ty: Ty): Gap | null {
  const { names } = b.items;
  switch (b.kindOf(ty)) {
    case Kind.External:
      return names.gapOf(b.items.externalPaths[b.store.payload(ty)]!);
    case Kind.Ref:
      return gapOfType(b, b.table.shallow(b.store.arg(ty)));
    case Kind.Adt:
      return gapOfAdt(b, names.adts[b.store.payload(ty)]!, ty);
    case Kind.Param:
    case Kind.Dyn:
    case Kind.Opaque:
    case Kind.Projection:
      for (const { trait } of b.solver.bounds.on(ty)) {
        const gap = gapOfTrait(b, trait);
        if (gap !== null) return gap;
      }
      return null;
    default:
      return null;
  }
}

/** A trait, or one above it, that is not at hand or that a macro writes members of. */
function gapOfTrait(b: Body, trait: TraitDef): Gap | null {
  for (const above of b.items.traitClosure(trait)) {
    const gap = above.knownBy === null ? b.items.names.gapOn(above) : "dependency-source";
    if (gap !== null) return gap;
  }
  return null;
}

/** Macros on the type, or on impls of it, may write members. */
function gapOfAdt(b: Body, adt: AdtDef, ty: Ty | null): Gap | null {
  const own = b.items.names.gapOn(adt);
  if (own !== null || ty === null) return own;
  for (const impl of b.methods.impls.inherentImpls(headOf(b.items, ty))) {
    const gap = b.items.names.gapOn(impl);
    if (gap !== null) return gap;
  }
  return null;
}

function isAdt(def: Def): def is AdtDef {
  return def.kind === "struct" || def.kind === "enum" || def.kind === "union";
}

/** The way back from one miss. */
class Trail {
  private readonly b: Body;
  private left = MAX_RECORDS;

  constructor(b: Body) {
    this.b = b;
  }

  /** The reason of the first miss on the way; null where there is none. */
  follow(at: Place, ref: Ref): Reason | null {
    if (ref === 0 || this.left-- <= 0) return null;
    const { unit } = at;
    const missed = this.b.missAt(unit, ref);
    if (missed !== undefined) return missed;
    switch (tagOf(unit, ref)) {
      case Tag.Path_:
        return this.path(at, operand(unit, ref, 0), "values");
      case Tag.TypePath:
      case Tag.Struct:
        return this.path(at, operand(unit, ref, 0), "types");
      case Tag.MacroCall:
        return this.macro(at, operand(unit, ref, 0), "statements");
      case Tag.TypeMacro:
        return this.macro(at, operand(unit, ref, 0), "type");
      case Tag.Block:
        return this.block(at, ref);
      default:
        return this.parts(at, ref);
    }
  }

  /** What keeps the type that an alias stands for from being known. */
  ofAlias({ unit, module, item }: AliasDef): Gap | null {
    const cause = this.follow({ unit, module, locals: 0 }, item.type);
    return isGap(cause) ? cause : null;
  }

  private parts(at: Place, ref: Ref): Reason | null {
    const { refs = [], lists = [] } = SOURCES[tagOf(at.unit, ref)] ?? {};
    for (const n of refs) {
      const found = this.follow(at, operand(at.unit, ref, n));
      if (found !== null) return found;
    }
    for (const n of lists) {
      const all = listAt(at.unit, operand(at.unit, ref, n));
      const found = this.any(at, at.call === ref ? all.filter((r) => tagOf(at.unit, r) !== Tag.Closure) : all);
      if (found !== null) return found;
    }
    return null;
  }

  private any(at: Place, refs: readonly Ref[]): Reason | null {
    for (const ref of refs) {
      const found = this.follow(at, ref);
      if (found !== null) return found;
    }
    return null;
  }

  /** The tail; a local of the block itself is no more in scope. */
  private block(at: Place, ref: Ref): Reason | null {
    const { unit } = at;
    const tail = operand(unit, ref, 1);
    if (tail === 0) return null;
    const name = tagOf(unit, tail) === Tag.Path_ ? readPath(unit, operand(unit, tail, 0)).names[0] : undefined;
    const bound = listAt(unit, operand(unit, ref, 0)).findLast((statement) => {
      const pattern = tagOf(unit, statement) === Tag.Let ? operand(unit, statement, 0) : 0;
      return pattern !== 0 && tagOf(unit, pattern) === Tag.PatIdent && nameAt(unit, pattern, 0) === name;
    });
    return this.follow(at, bound ?? tail);
  }

  private macro(at: Place, row: number, mode: "statements" | "type"): Reason | null {
    const { b } = this;
    const fn = b.owner.kind === "fn" ? b.owner : null;
    const expanded = b.items.names.expandInBody(at.module, at.unit, row, mode, fn);
    if ("reason" in expanded) return isGap(expanded.reason) ? expanded.reason : "macro-not-found";
    const guess = expanded.unit.expansion?.guess ?? null;
    if (guess !== null) return isGap(guess) ? guess : "macro-not-found";
    return this.follow({ ...at, unit: expanded.unit }, expanded.root);
  }

  private path(at: Place, pathRef: Ref, namespace: "values" | "types"): Reason | null {
    const { b } = this;
    const { unit, module } = at;
    const missed = b.missAt(unit, pathRef);
    if (missed !== undefined) return missed;
    const path = readPath(unit, pathRef);
    if (path.self !== 0) return this.follow(at, path.self);
    if (namespace === "values" && path.names.length === 1 && !path.global) {
      const local = b.localOrigin(unit, path.names[0]!, path.starts[0]!, at.locals);
      if (local !== null)
        return this.follow({ ...at, unit: local.unit, locals: local.row, call: local.ref }, local.ref);
    }
    const found = b.items.names.resolve(module, path.names, path.global, namespace);
    const own = found === null ? b.items.names.gapAround(module, "name") : this.def(found.def);
    return (
      own ??
      this.any(
        at,
        path.args.flatMap((args) => this.written(unit, args)),
      )
    );
  }

  private def(def: Def): Reason | null {
    const { names } = this.b.items;
    switch (def.kind) {
      case "external":
        return names.gapOf(def.path);
      case "fn":
        return this.follow({ unit: def.unit, module: def.module, locals: 0 }, def.item.ret);
      case "alias":
      case "const":
      case "static":
        return this.follow({ unit: def.unit, module: def.module, locals: 0 }, def.item.type);
      default:
        return null;
    }
  }

  /** The types written in a segment's `<…>`. */
  private written(unit: SourceUnit, args: Ref): readonly Ref[] {
    return args === 0 ? [] : listAt(unit, unit.facts.code[args + OPERANDS + 1]!);
  }
}
