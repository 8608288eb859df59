/**
 * Types of the members of a trait whose declaration is not at hand (see `TraitDef.knownBy`): what all the impls at hand have in common. Where each
 * has its own self type stands `Self`, likewise the trait's arguments and associated types; where they differ otherwise nothing is known.
 */
import type { AliasDef, ConstDef, FnDef, ImplDef, TraitDef } from "../names/defs.ts";
import type { FnSignature, Items } from "./items.ts";
import { Kind, type Ty, TyFlag, UNKNOWN } from "./store.ts";

/** Impls that are compared. */
const MAX_IMPLS = 12;

/** What stands for what in one impl: a type of the trait, and what the impl has in its place. */
interface Instance {
  readonly impl: ImplDef;
  readonly types: readonly { readonly general: Ty; readonly actual: Ty }[];
}

/** Sets parameters and return type of a trait's function; its own generics are there already, the impls' in the same order. */
export function foreignSignature(items: Items, fn: FnDef, signature: FnSignature): { params: Ty[]; ret: Ty } {
  const trait = fn.container as TraitDef;
  const found = instances(items, trait).flatMap(({ impl, types }) => {
    const own = items.memberFn(impl, fn.name);
    if (!own) return [];
    const { generics, params, ret } = items.fnSignature(own);
    const mine = generics.params.slice(generics.parentCount);
    const theirs = signature.generics.params.slice(signature.generics.parentCount);
    const more = theirs.map((general, i) => ({ general, actual: mine[i] ?? UNKNOWN }));
    return [{ impl, types: [...types, ...more], params, ret }];
  });
  const count = found[0]?.params.length ?? 0;
  const params = Array.from({ length: count }, (_, n) =>
    common(
      items,
      found,
      found.map((f) => f.params[n] ?? UNKNOWN),
    ),
  );
  return {
    params,
    ret: common(
      items,
      found,
      found.map((f) => f.ret),
    ),
  };
}

/** The type of a trait's constant. */
export function foreignConst(items: Items, constant: ConstDef): Ty {
  const found = instances(items, constant.container as TraitDef).flatMap((instance) => {
    const own = items
      .member(instance.impl, constant.name)
      .find((d): d is ConstDef => d.kind !== "fn" && d.kind !== "alias");
    return own ? [{ ...instance, type: items.constTypeOf(own) }] : [];
  });
  return common(
    items,
    found,
    found.map((f) => f.type),
  );
}

function instances(items: Items, trait: TraitDef): Instance[] {
  const { params } = items.generics(trait);
  const aliases = trait.items.filter((item): item is AliasDef => item.kind === "alias");
  return (trait.knownBy ?? []).slice(0, MAX_IMPLS).map((impl) => {
    const header = items.implHeader(impl);
    const projections = aliases.flatMap((alias) => {
      const given = items.member(impl, alias.name).find((d): d is AliasDef => d.kind === "alias");
      if (!given || alias.item.generics.params.length > 0) return [];
      return [{ general: items.store.make(Kind.Projection, alias.id, params), actual: items.aliasType(given) }];
    });
    const args = header.trait?.args ?? [header.self];
    return { impl, types: [...projections, ...params.map((general, i) => ({ general, actual: args[i] ?? UNKNOWN }))] };
  });
}

/** The most special type of the trait that each impl's type is an instance of. */
function common(items: Items, of: readonly Instance[], types: readonly Ty[]): Ty {
  const { store } = items;
  const first = types[0];
  if (first === undefined) return UNKNOWN;
  const general = isTelling(items, first)
    ? of[0]!.types.find((_, n) => of.every((instance, i) => instance.types[n]?.actual === types[i]))
    : undefined;
  if (general !== undefined) return general.general;
  const args = store.args(first);
  if (args.length === 0)
    return (store.flags(first) & TyFlag.Param) === 0 && types.every((ty) => ty === first) ? first : UNKNOWN;
  const isAlike = types.every(
    (ty) =>
      store.kind(ty) === store.kind(first) &&
      store.payload(ty) === store.payload(first) &&
      store.arity(ty) === args.length,
  );
  if (!isAlike) return UNKNOWN;
  const parts = args.map((_, n) =>
    common(
      items,
      of,
      types.map((ty) => store.arg(ty, n)),
    ),
  );
  return store.make(store.kind(first), store.payload(first), parts);
}

/** A `()` or `u8` that happens to be the impl's associated type, too, is rarely meant as that. */
function isTelling({ store }: Items, ty: Ty): boolean {
  return ty !== store.unit && ty !== UNKNOWN && store.kind(ty) !== Kind.Prim;
}
