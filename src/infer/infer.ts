/**
 * Inference over a whole program: every body of the workspace is checked once, in order; functions that macros in
 * bodies define are checked as they appear.
 */
import type { ConstDef, FnDef } from "../names/defs.ts";
import { ImplTable } from "../types/impls.ts";
import type { Items } from "../types/items.ts";
import { printType } from "../types/print.ts";
import { Kind, type Ty, TyFlag, UNKNOWN } from "../types/store.ts";
import { Body, leaveTo } from "./body.ts";
import { coerce } from "./coerce.ts";
import { DropGlue } from "./drops.ts";
import { inferExpr } from "./expr.ts";
import { type Candidates, candidatesByName, type UnnamedCall } from "./fallback.ts";
import { MethodIndex } from "./methods.ts";
import { bindPattern } from "./pattern.ts";
import type { BodyOwner, BodySites } from "./sites.ts";
import { Solver } from "./solve.ts";
import { Table } from "./table.ts";

export interface Inference {
  readonly bodies: readonly BodySites[];
  readonly impls: ImplTable;
  /** Call sites of unknown receiver for which methods fit by name. */
  readonly candidates: readonly Candidates[];
}

/** Finds the call sites of every body in the workspace's crates, with their targets. */
export function inferProgram(items: Items): Inference {
  const impls = new ImplTable(items);
  const solver = new Solver(items, impls, new Table(items.store, (ty) => items.foreignName(ty)));
  solver.fnItemSignature = (ty) => items.fnItemSignature(ty);
  const methods = new MethodIndex(impls, items.names);
  const glue = new DropGlue(items, impls, solver);
  const bodies: BodySites[] = [];
  const unnamed: UnnamedCall[] = [];
  const forwarders = new Map<FnDef, string>();
  const printed = new Map<Ty, string>();
  const print = (ty: Ty): string => {
    let text = printed.get(ty);
    if (text === undefined) printed.set(ty, (text = printType(items, ty)));
    return text;
  };
  for (const owner of owners(items)) {
    solver.refresh();
    if (owner.unit.crate.origin !== "workspace" || !hasBody(owner)) continue;
    bodies.push(inferBody(items, solver, methods, owner, { glue, print, unnamed, forwarders }));
    items.names.releaseBodies();
  }
  leaveForwarders(bodies, forwarders);
  return { bodies, impls, candidates: candidatesByName(items.names, unnamed) };
}

/**
 * Functions and constants in the order in which they are checked. Macros in bodies may define items, so the lists grow
 * while we go. `const _: () = { … }` comes first: it is how macros make impls that functions elsewhere use.
 */
function* owners(items: Items): Generator<BodyOwner> {
  const { fns, consts } = items.names;
  let nextFn = 0;
  let nextConst = 0;
  const named: ConstDef[] = [];
  for (;;) {
    while (nextConst < consts.length) {
      const def = consts[nextConst++]!;
      if (def.name === "_") yield def;
      else named.push(def);
    }
    if (nextFn < fns.length) yield fns[nextFn++]!;
    else if (named.length > 0) yield named.shift()!;
    else return;
  }
}

/** A foreign type's own method, known from an impl that forwards to it, goes before the trait's wherever it is called as a method. */
function leaveForwarders(bodies: readonly BodySites[], forwarders: ReadonlyMap<FnDef, string>): void {
  if (forwarders.size === 0) return;
  for (const { sites } of bodies)
    for (const site of sites) {
      const path = site.how === "method" && site.target ? forwarders.get(site.target) : undefined;
      if (path !== undefined) leaveTo(site, path);
    }
}

function hasBody(owner: BodyOwner): boolean {
  return owner.kind === "fn" ? owner.item.body !== 0 : owner.item.value !== 0;
}

function inferBody(
  items: Items,
  solver: Solver,
  methods: MethodIndex,
  owner: BodyOwner,
  out: {
    readonly glue: DropGlue;
    readonly print: (ty: Ty) => string;
    readonly unnamed: UnnamedCall[];
    readonly forwarders: Map<FnDef, string>;
  },
): BodySites {
  solver.enter(items.predicates(owner), owner.unit.crate);
  const body = new Body(items, solver, methods, out.glue, owner, items.scopeOf(owner, items.generics(owner)));
  if (owner.kind === "fn") inferFn(body, owner);
  else inferConst(body, owner);
  body.finish(out.print);
  if (body.forwardsTo !== null && owner.kind === "fn") out.forwarders.set(owner, body.forwardsTo);
  out.unnamed.push(...body.unnamed);
  return { owner, sites: body.sites, reads: body.reads, closures: body.closures, constructed: body.constructed };
}

function inferFn(b: Body, fn: FnDef): void {
  const signature = b.items.fnSignature(fn);
  let at = 0;
  if (signature.hasSelf) b.bindLocal("self", b.solver.normalise(signature.params[at++]!));
  for (const param of fn.item.params) {
    if (param.cfg !== null && !b.holds(param.cfg)) continue;
    b.takesFrom(param.type, fn.unit);
    bindPattern(b, param.pattern, b.solver.normalise(signature.params[at++] ?? UNKNOWN));
  }
  const declared = fn.item.async ? b.store.arg(signature.ret) : signature.ret;
  const ret = b.solver.normalise(revealOpaque(b, declared, fn));
  b.returns.push(ret);
  coerce(b, inferExpr(b, fn.item.body, ret), ret);
}

/** Inside its own function `impl Trait` is some type for which the bounds hold. */
function revealOpaque(b: Body, ty: Ty, fn: FnDef): Ty {
  if (!(b.store.flags(ty) & TyFlag.Opaque)) return ty;
  if (b.kindOf(ty) === Kind.Opaque && b.items.opaques[b.store.payload(ty)]!.owner === fn) {
    const hidden = b.fresh();
    for (const p of b.items.opaquePredicates(ty)) {
      const args = [hidden, ...p.args.slice(1)];
      b.solver.require({ trait: p.trait, args, bindings: p.bindings });
    }
    return hidden;
  }
  return b.store.mapArgs(ty, (arg) => revealOpaque(b, arg, fn));
}

function inferConst(b: Body, def: ConstDef): void {
  const ty = b.solver.normalise(b.items.constTypeOf(def));
  b.returns.push(UNKNOWN);
  coerce(b, inferExpr(b, def.item.value, ty), ty);
}
