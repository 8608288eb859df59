/** Types as a reader of Rust writes them. */
import type { AdtDef, Container, Module, TraitDef } from "../names/defs.ts";
import type { Items } from "./items.ts";
import { Kind, PRIMS, type Ty, UNKNOWN } from "./store.ts";

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
      return printAdt(items, items.names.adts[store.payload(ty)]!, args, style);
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
        .map((p) => defPath(items, p.trait, style))
        .join(" + ")}`;
    case Kind.Param:
      return items.params[store.payload(ty)]!.name;
    case Kind.Projection: {
      const alias = items.names.aliases[store.payload(ty)]!;
      const trait = alias.container?.kind === "trait" ? defPath(items, alias.container, style) : "_";
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

/** Returns `path::Trait<Args>` of a trait applied to arguments, `Self` first; arguments that are the defaults are left out, as rustc does. */
export function printTrait(items: Items, trait: TraitDef, args: readonly Ty[], style: PathStyle): string {
  const shown = withoutDefaults(items, trait, args).slice(1);
  return defPath(items, trait, style) + printArgs(shown.map((a) => printType(items, a, style)));
}

function printAdt(items: Items, adt: AdtDef, args: readonly Ty[], style: PathStyle): string {
  const shown = withoutDefaults(items, adt, args);
  return defPath(items, adt, style) + printArgs(shown.map((a) => printType(items, a, style)));
}

/** The arguments without those at the end that the definition's defaults give anyway. */
function withoutDefaults(items: Items, def: AdtDef | TraitDef, args: readonly Ty[]): readonly Ty[] {
  let count = args.length;
  while (count > 0) {
    const fallback = items.paramDefault(def, count - 1);
    if (fallback === UNKNOWN || items.instantiate(fallback, args) !== args[count - 1]) break;
    count--;
  }
  return args.slice(0, count);
}

function printBounds(items: Items, dyn: Ty, style: PathStyle): string {
  return items
    .dynPredicates(dyn)
    .map((p) => printTrait(items, p.trait, p.args, style))
    .join(" + ");
}

function printFn(keyword: string, parts: readonly string[]): string {
  const ret = parts[parts.length - 1]!;
  return `${keyword}(${parts.slice(0, -1).join(", ")})${ret === "()" ? "" : ` -> ${ret}`}`;
}

function printArgs(args: readonly string[]): string {
  return args.length === 0 ? "" : `<${args.join(", ")}>`;
}

function defPath(items: Items, def: AdtDef | TraitDef, style: PathStyle): string {
  return style === "short" ? def.name : `${scopePath(items, def.module)}::${def.name}`;
}

/** Path of a module; a block inside a function counts as that function: a type in `f` is `crate::f::Type`. */
export function scopePath(items: Items, module: Module): string {
  const { fn } = module;
  if (!fn) return module.path;
  const around = fn.container ? containerPath(items, fn.container).path : scopePath(items, fn.module);
  return module.isBlock ? `${around}::${fn.name}` : `${around}::${fn.name}::${module.name}`;
}

/** What stands before `::name` of a function in an impl or trait, and the printed types in it. */
export interface ContainerPath {
  readonly path: string;
  /** Printed self type of the impl, if any. */
  readonly impl?: string;
  /** Printed trait of the impl or trait, if any. */
  readonly trait?: string;
}

/** Returns `crate::Trait`, `crate::Type` or `<crate::Type as crate::Trait>`. */
export function containerPath(items: Items, container: Container): ContainerPath {
  if (container.kind === "trait") {
    const trait = `${scopePath(items, container.module)}::${container.name}`;
    return { path: trait, trait };
  }
  const header = items.implHeader(container);
  const impl = printType(items, header.self, "full");
  if (!container.item.trait) return { path: withoutArguments(items, header.self, impl), impl };
  const trait = header.trait
    ? printTrait(items, header.trait.trait, header.trait.args, "full")
    : unresolvedTrait(container.unit.text, container.unit.facts.code, container.item.trait);
  return { path: `<${impl} as ${trait}>`, impl, trait };
}

/** A trait that does not resolve is printed as written. */
function unresolvedTrait(text: string, code: Int32Array, path: number): string {
  return text.slice(code[path + 1], code[path + 2]).replace(/\s+/g, " ");
}

function withoutArguments(items: Items, self: Ty, printed: string): string {
  if (items.store.kind(self) !== Kind.Adt) return `<${printed}>`;
  return defPath(items, items.names.adts[items.store.payload(self)]!, "full");
}
