/**
 * What comes out of types that are not at hand. Their methods' types are not known, but Rust's own rules bound what they can give: a value of a type
 * parameter comes from what was put in. So what a foreign container, guard, future or adaptor gives is followed as {@link Kind.Derived} of the types
 * it was made of, through `?`, `.await`, loops, patterns and closures; a method of it is looked for on these types. Where exactly one of them has it,
 * and std's own containers and wrappers have none of that name, that is a likely answer.
 */
import type { FnDef } from "../names/defs.ts";
import { headOf } from "../types/impls.ts";
import { Kind, type Ty, UNKNOWN } from "../types/store.ts";
import type { Body } from "./body.ts";
import { autoderef, probeMethod } from "./method.ts";
import { type Probe, probeWith } from "./methods.ts";

/** Types that are followed at most. */
const MAX_PARTS = 8;
const MAX_DEPTH = 5;

/** Returns the type of what may be made of, or hold, the types given; Unknown when nothing is to be learnt from them. */
export function derivedFrom(b: Body, from: readonly Ty[]): Ty {
  const parts: Ty[] = [];
  for (const ty of from) collectParts(b, ty, parts, 0);
  return parts.length === 0 ? UNKNOWN : b.store.make(Kind.Derived, 0, parts);
}

/** The type of a part, or of the whole under another form, of a type that is not at hand; null for one that is. */
export function derivedOf(b: Body, ty: Ty): Ty | null {
  const kind = b.kindOf(ty);
  if (kind === Kind.Derived) return ty;
  return kind === Kind.External ? derivedFrom(b, [ty]) : null;
}

/** What a field of what is not at hand gives: the field of the one type in it which has such a field; null for a type that is at hand. */
export function foreignField(b: Body, ty: Ty, find: (part: Ty) => Ty | null): Ty | null {
  const derived = derivedOf(b, ty);
  if (derived === null) return null;
  const found = new Set<Ty>();
  for (const part of b.store.args(derived))
    for (const step of [part, ...autoderef(b, part)]) {
      const field = find(step);
      if (field !== null) found.add(field);
    }
  const [only] = found;
  return found.size === 1 && only !== undefined ? derivedFrom(b, [only]) : derived;
}

function collectParts(b: Body, of: Ty, parts: Ty[], depth: number): void {
  const ty = b.table.full(of);
  if (parts.length >= MAX_PARTS || depth > MAX_DEPTH || parts.includes(ty)) return;
  switch (b.kindOf(ty)) {
    case Kind.Adt:
      parts.push(ty);
      if (b.items.names.adts[b.store.payload(ty)]!.unit.crate.origin === "workspace") return;
      break;
    case Kind.Param:
    case Kind.Projection:
    case Kind.Opaque:
    case Kind.Dyn:
      parts.push(ty);
      for (const associated of b.solver.bounds.associatedWith(ty)) collectParts(b, associated, parts, depth + 1);
      return;
    case Kind.FnItem:
    case Kind.FnPtr:
    case Kind.Closure: {
      const signature = b.solver.callable(ty);
      if (signature) collectParts(b, signature[signature.length - 1]!, parts, depth + 1);
      return;
    }
  }
  for (const arg of b.store.args(ty)) collectParts(b, arg, parts, depth + 1);
}

/** The method that a call on a type which is not at hand, or on what came out of one, may mean; null when there is none, or more than one. */
export function probeParts(b: Body, receiver: Ty, name: string): Probe | null {
  let ty = b.resolve(receiver);
  while (b.kindOf(ty) === Kind.Ref) ty = b.resolve(b.store.arg(ty));
  const derived = derivedOf(b, ty);
  if (derived === null || derived === UNKNOWN || isOfContainers(b, name)) return null;
  const mark = b.table.snapshot();
  let only: Probe | null = null;
  // A foreign type is most likely to lend the methods of the one type that it is made for.
  const isWhole = b.kindOf(ty) === Kind.External;
  if (isWhole && b.store.arity(ty) !== 1) return null;
  for (const part of isWhole ? b.store.args(ty) : b.store.args(derived)) {
    const found = probePart(b, part, name);
    if (!found || found.fn === only?.fn) continue;
    if (only) {
      b.table.rollback(mark);
      return null;
    }
    only = found;
  }
  // What forwards to a method of its own name means another one: it would call itself for ever.
  if (only !== null && runs(b, only) === b.owner) return null;
  const isOurs = only?.fn.unit.crate.origin === "workspace";
  // What is not at hand has methods of its own, which may well be called as std's are.
  return only && (isOurs || !isWhole) ? probeWith(only, { isLikely: true }) : null;
}

function probePart(b: Body, part: Ty, name: string): Probe | null {
  const pinned = b.items.adtType("core::pin::Pin", [b.store.ref(part, true)]);
  for (const receiver of [part, pinned]) {
    const { found } = probeMethod(b, receiver, name);
    if (found && (found.impl || found.byBound || isOwnOf(b, found))) return found;
  }
  return null;
}

/** A trait's method tells something when the workspace declares or implements it: std's hold for everything. */
function isOwnOf(b: Body, found: Probe): boolean {
  const isOurs = (of: FnDef): boolean => of.unit.crate.origin === "workspace";
  return isOurs(found.fn) || isOurs(runs(b, found));
}

/** The function that a probe means: of a trait's method the impl's, where that is certain. */
function runs(b: Body, { fn, args }: Probe): FnDef {
  return fn.container?.kind === "trait" ? b.solver.implementation(fn, args).fn : fn;
}

/** Std's types that hold, wrap or pass on values of other types; foreign ones take their methods' names from them. */
const CONTAINERS = [
  "core::option::Option",
  "core::result::Result",
  "core::pin::Pin",
  "core::cell::RefCell",
  "core::cell::Cell",
  "core::cell::OnceCell",
  "alloc::vec::Vec",
  "alloc::collections::VecDeque",
  "alloc::collections::BTreeMap",
  "alloc::sync::Arc",
  "std::collections::HashMap",
  "std::collections::HashSet",
  "std::sync::Mutex",
  "std::sync::RwLock",
  "std::sync::mpsc::Sender",
  "std::sync::mpsc::Receiver",
  "std::thread::JoinHandle",
] as const;

const CONTAINER_TRAITS = ["core::iter::Iterator", "core::iter::DoubleEndedIterator", "core::clone::Clone"] as const;

function isOfContainers(b: Body, name: string): boolean {
  return b.methods.isOfContainers(name, () => hasContainerMethod(b, name));
}

function hasContainerMethod(b: Body, name: string): boolean {
  const { impls } = b.methods;
  const has = (ty: Ty): boolean => impls.inherentFns(headOf(b.items, ty), name).length > 0;
  if (CONTAINERS.some((path) => has(b.items.adtType(path, []))) || has(b.store.slice(UNKNOWN))) return true;
  return CONTAINER_TRAITS.some((path) => {
    const trait = b.items.trait(path);
    return trait !== null && b.items.memberFn(trait, name) !== null;
  });
}
