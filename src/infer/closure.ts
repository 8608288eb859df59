/** Closures: parameter types from the bound that is expected (`F: FnMut(A) -> B`), return type from the body. */
import { Tag } from "../facts/ir.ts";
import type { Ref } from "../facts/types.ts";
import { Kind, type Ty, UNKNOWN } from "../types/store.ts";
import type { Body } from "./body.ts";
import { coerce } from "./coerce.ts";
import { inferExpr } from "./expr.ts";
import { bindPattern, withoutCfg } from "./pattern.ts";

/** Closures are numbered over the whole program, so that two are never the same type. */
let closures = 0;

/** What is expected of a closure. */
interface Signature {
  readonly params: readonly Ty[];
  readonly ret: Ty;
}

export function inferClosure(b: Body, ref: Ref, expected: Ty): Ty {
  const written = b.list(b.op(ref, 0));
  const wanted = expectedSignature(b, expected, written.length);
  const isAsync = (b.op(ref, 3) & 1) !== 0;
  const params: Ty[] = [];
  const ret = b.op(ref, 1) !== 0 ? b.type(b.op(ref, 1)) : b.fresh();
  const around = b.closure;
  b.closures.push({ unit: b.unit, start: b.start(ref), end: b.unit.facts.code[ref + 2]!, parent: around });
  b.closure = b.closures.length - 1;
  b.scoped(() => {
    for (const entry of written) {
      const param = withoutCfg(b, entry);
      if (param === 0 || b.tag(param) !== Tag.ClosureParam) continue;
      params.push(bindParam(b, param, wanted?.params[params.length]));
    }
    if (wanted) b.table.tryUnify(isAsync ? b.store.future(ret) : ret, wanted.ret);
    const loops = b.loops.splice(0);
    b.returns.push(ret);
    coerce(b, inferExpr(b, b.op(ref, 2), ret), ret);
    b.returns.pop();
    b.loops.push(...loops);
  });
  b.closure = around;
  return b.store.make(Kind.Closure, closures++, [...params, isAsync ? b.store.future(ret) : ret]);
}

function bindParam(b: Body, param: Ref, wanted: Ty | undefined): Ty {
  const type = b.op(param, 1);
  const ty = type !== 0 ? b.type(type) : (wanted ?? b.fresh());
  if (type !== 0 && wanted !== undefined) b.table.tryUnify(ty, wanted);
  b.takesFrom(b.op(param, 1) || b.calling, b.op(param, 1) !== 0 ? b.unit : b.callingUnit);
  bindPattern(b, b.op(param, 0), ty);
  return ty;
}

function expectedSignature(b: Body, expected: Ty, arity: number): Signature | null {
  const ty = b.table.shallow(expected);
  const kind = b.kindOf(ty);
  if (kind === Kind.Unknown) return null;
  if (kind === Kind.Derived) return { params: Array.from({ length: arity }, () => ty), ret: b.fresh() };
  if (kind === Kind.FnPtr) return split(b.store.args(ty));
  for (const p of kind === Kind.Var ? b.solver.pendingOn(ty) : b.solver.bounds.on(ty)) {
    const found = signatureOfBound(b, ty, p);
    if (found) return found;
  }
  return null;
}

function signatureOfBound(b: Body, self: Ty, bound: Parameters<Body["solver"]["require"]>[0]): Signature | null {
  for (const p of b.solver.bounds.elaborate([bound])) {
    if (!b.solver.fnTraits.has(p.trait)) continue;
    const tuple = b.table.shallow(b.solver.normalise(p.args[1] ?? UNKNOWN));
    if (b.kindOf(tuple) !== Kind.Tuple) continue;
    const { fnOutput, asyncFnOutput } = b.solver;
    const output = p.bindings.find(({ alias }) => alias === fnOutput || alias === asyncFnOutput);
    const given = output && b.solver.normalise(output.type);
    const pending = fnOutput ? b.solver.pendingProjection(self, fnOutput) : null;
    return {
      params: b.store.args(tuple),
      ret: given === undefined ? (pending ?? b.fresh()) : output?.alias === fnOutput ? given : b.store.future(given),
    };
  }
  return null;
}

function split(signature: readonly Ty[]): Signature {
  return { params: signature.slice(0, -1), ret: signature[signature.length - 1]! };
}
