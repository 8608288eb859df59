/** Types as a reader of Rust writes them. */
import type { AdtDef, FnDef, Module, TraitDef } from "../names/defs.ts";
import type { Items } from "./items.ts";
import { Kind, PRIMS, type Ty } from "./store.ts";

/** How the names of types are written: with the path of their module, or bare. */
export type PathStyle = "full" | "short";

/** Returns the type in Rust's syntax, e.g. `core::option::Option<my_crate::Foo>`. */
export function printType(items: Items, ty: Ty, style: PathStyle = "short"): string {
  const { store } = items;
  const print = (t: Ty): string => printType(items, t, style);
  const args = store.args(ty);
  switch (store.kind(ty)) {
    case Kind.Never:
      return "!";
    case Kind.Prim:
      return PRIMS[store.payload(ty)]!;
    case Kind.Adt:
      return defPath(items.names.adts[store.payload(ty)]!, style) + printArgs(args.map(print));
    case Kind.Ref:
      return `&${store.payload(ty) ? "mut " : ""}${print(args[0]!)}`;
    case Kind.Ptr:
      return `*${store.payload(ty) ? "mut" : "const"} ${print(args[0]!)}`;
    case Kind.Slice:
      return `[${print(args[0]!)}]`;
    case Kind.Array:
      return `[${print(args[0]!)}; ${print(args[1]!)}]`;
    case Kind.Tuple:
      return args.length === 1 ? `(${print(args[0]!)},)` : `(${args.map(print).join(", ")})`;
    case Kind.FnPtr:
      return printFn("fn", args.map(print));
    case Kind.Closure:
      return printFn("closure", args.map(print));
    case Kind.FnItem:
      return "fn item";
    case Kind.Dyn:
      return `dyn ${printBounds(items, ty, style)}`;
    case Kind.Opaque:
      return `impl ${items
        .opaquePredicates(ty)
        .map((p) => defPath(p.trait, style))
        .join(" + ")}`;
    case Kind.Param:
      return items.params[store.payload(ty)]!.name;
    case Kind.Projection: {
      const alias = items.names.aliases[store.payload(ty)]!;
      const trait = alias.container?.kind === "trait" ? defPath(alias.container, style) : "_";
      return `<${print(args[0]!)} as ${trait}>::${alias.name}`;
    }
    case Kind.Future:
      return `impl Future<Output = ${print(args[0]!)}>`;
    case Kind.External: {
      const path = items.externalPaths[store.payload(ty)]!;
      return (style === "short" ? path.slice(path.lastIndexOf(":") + 1) : path) + printArgs(args.map(print));
    }
    case Kind.Const:
      return items.constTexts[store.payload(ty)]!;
    default:
      return "_";
  }
}

/** Returns `path::Trait<Args>` of a trait applied to arguments without `Self`. */
export function printTrait(items: Items, trait: TraitDef, args: readonly Ty[], style: PathStyle): string {
  return defPath(trait, style) + printArgs(args.map((a) => printType(items, a, style)));
}

function printBounds(items: Items, dyn: Ty, style: PathStyle): string {
  return items
    .dynPredicates(dyn)
    .map((p) => printTrait(items, p.trait, p.args.slice(1), style))
    .join(" + ");
}

function printFn(keyword: string, parts: readonly string[]): string {
  const ret = parts[parts.length - 1]!;
  return `${keyword}(${parts.slice(0, -1).join(", ")})${ret === "()" ? "" : ` -> ${ret}`}`;
}

function printArgs(args: readonly string[]): string {
  return args.length === 0 ? "" : `<${args.join(", ")}>`;
}

function defPath(def: AdtDef | TraitDef | FnDef, style: PathStyle): string {
  return style === "short" ? def.name : `${modulePath(def.module)}::${def.name}`;
}

/** Path of the module around a module or block. */
export function modulePath(module: Module): string {
  return module.path;
}
