/**
 * What one file says, before anyone asks what a name means. It depends on the file's text alone, holds no
 * syntax node, and is plain data (objects, strings, one Int32Array), so that it can be cached and transferred.
 *
 * Items are objects. What stands inside them (types, paths, patterns, expressions) lies in one arena,
 * {@link FileFacts.code}, whose records are described in `ir.ts`; a {@link Ref} is a record's index there.
 */

/** Index of a record, or of a list, in {@link FileFacts.code}. 0 = none / the empty list. */
export type Ref = number;

export interface FileFacts {
  /** The arena; see `ir.ts`. `code[0]` is 0, so that Ref 0 reads as the empty list. */
  readonly code: Int32Array;
  /** Names and other strings that arena records refer to by index. */
  readonly names: readonly string[];
  /** Items of the file's top level, in source order. */
  readonly items: readonly Item[];
  /** Blocks that hold items: Block records refer to a row, and items list the rows of their own bodies in `blocks`. */
  readonly blocks: readonly BlockItems[];
  /** Macro invocations in expression, statement, type or pattern position: records refer to a row. */
  readonly macroCalls: readonly MacroCall[];
  /** Conditions of `#[cfg]` on statements, arms, fields, arguments: {@link Tag.Cfg} records refer to a row. */
  readonly cfgs: readonly string[];
  /** Inner attributes of the file: `#![cfg(...)]`, `#![no_std]`, `#![macro_use]`. */
  readonly attrs: readonly Attr[];
  /** UTF-16 offsets of syntax errors (ERROR and MISSING nodes); the rest of the file still counts. */
  readonly errors: readonly number[];
}

/** A block with items of its own (`fn`, `use`, `struct`, `impl`, `macro_rules!` … inside a body): a scope that names see as an anonymous module. */
export interface BlockItems {
  /** Row of the nearest enclosing such block in the same body, -1 when there is none. */
  readonly parent: number;
  readonly items: readonly Item[];
  /** UTF-16 offset of the block's start. */
  readonly start: number;
}

/** `#[path args]` or `#[path = "value"]`, also out of `#[cfg_attr(cond, path args)]`. */
export interface Attr {
  /** `cfg`, `derive`, `test`, `tokio::main`. Blanks removed. */
  readonly path: string;
  /** Source text inside the delimiters, or the value behind `=` (quotes removed); `""` when neither. */
  readonly args: string;
  /** Condition of the `cfg_attr` around it, or null. */
  readonly cfg: string | null;
  /** UTF-16 offset of its path. */
  readonly start: number;
}

/** `pub` → `{kind: "pub"}`, `pub(in a::b)` → path `["a","b"]`, `pub(crate)` → `["crate"]`, none → private. */
export type Vis =
  | { readonly kind: "pub" }
  | { readonly kind: "private" }
  | { readonly kind: "in"; readonly path: readonly string[] };

export interface ItemBase {
  /** As written, `r#` removed; `""` where the item has none (impl, use, macro call). */
  readonly name: string;
  /** UTF-16 offset of the item's own keyword: `fn`, `struct`, `impl`, `mod`, …; of the path for a macro call. */
  readonly pos: number;
  /** UTF-16 offset of the name; `pos` where there is none. */
  readonly namePos: number;
  /** UTF-16 offset of the end. */
  readonly end: number;
  readonly vis: Vis;
  readonly attrs: readonly Attr[];
}

export type Item =
  | FnItem
  | AdtItem
  | TraitItem
  | ImplItem
  | AliasItem
  | ConstItem
  | ModItem
  | UseItem
  | ExternCrateItem
  | MacroRulesItem
  | MacroCallItem
  | ForeignItem;

/** A parameter of a generic item; lifetimes are left out. */
export interface GenericParam {
  readonly name: string;
  /** Type of a const parameter, else 0. */
  readonly constType: Ref;
  /** List of paths. `?Sized` and lifetimes are left out. */
  readonly bounds: Ref;
  /** Default type (or const expression), or 0. */
  readonly default: Ref;
  readonly cfg: string | null;
}

export interface Generics {
  readonly params: readonly GenericParam[];
  /** `where T: A + B`: the type and the list of bounds (paths). */
  readonly where: readonly { readonly type: Ref; readonly bounds: Ref }[];
}

export interface Param {
  readonly pattern: Ref;
  readonly type: Ref;
  readonly cfg: string | null;
}

/** `self` (value), `&self` (ref), `&mut self` (refMut), or `self: Type` (typed). */
export interface SelfParam {
  readonly form: "value" | "ref" | "refMut" | "typed";
  /** The type of the typed form, else 0. */
  readonly type: Ref;
}

/** `fn` with or without a body, free, in a trait, an impl or an extern block. */
export interface FnItem extends ItemBase {
  readonly kind: "fn";
  readonly generics: Generics;
  readonly self: SelfParam | null;
  /** Without `self`. */
  readonly params: readonly Param[];
  /** Return type, 0 for `()`. */
  readonly ret: Ref;
  /** A Block record; 0 when there is none or bodies were not asked for. */
  readonly body: Ref;
  /** Rows in {@link FileFacts.blocks} of the blocks with items in this body, outer before inner; blocks of nested items are theirs. */
  readonly blocks: readonly number[];
  readonly hasBody: boolean;
  readonly async: boolean;
  readonly unsafe: boolean;
  readonly const: boolean;
  /** `extern "C"` → `"C"`, `extern` → `"C"`, else null. */
  readonly abi: string | null;
  /** C variadic `...`. */
  readonly variadic: boolean;
}

export interface FieldDecl {
  /** `"0"`, `"1"` … for tuple fields. */
  readonly name: string;
  readonly type: Ref;
  readonly vis: Vis;
  readonly pos: number;
  readonly cfg: string | null;
}

export type FieldsForm = "named" | "tuple" | "unit";

export interface VariantDecl {
  readonly name: string;
  readonly pos: number;
  readonly form: FieldsForm;
  readonly fields: readonly FieldDecl[];
  /** Discriminant expression or 0. */
  readonly value: Ref;
  readonly attrs: readonly Attr[];
}

export interface AdtItem extends ItemBase {
  readonly kind: "struct" | "enum" | "union";
  readonly generics: Generics;
  /** Of a struct or union. */
  readonly form: FieldsForm;
  readonly fields: readonly FieldDecl[];
  /** Of an enum. */
  readonly variants: readonly VariantDecl[];
}

export interface TraitItem extends ItemBase {
  readonly kind: "trait";
  readonly generics: Generics;
  /** List of paths; also for `trait A = B + C;` (then `alias`). */
  readonly supertraits: Ref;
  readonly alias: boolean;
  /** fn, alias (associated type), const, macro call. */
  readonly items: readonly Item[];
}

export interface ImplItem extends ItemBase {
  readonly kind: "impl";
  readonly generics: Generics;
  /** Path of the trait, 0 for an inherent impl. */
  readonly trait: Ref;
  readonly negative: boolean;
  readonly self: Ref;
  readonly items: readonly Item[];
}

/** `type A<T> = B;`, also the associated types of traits (then perhaps without a type) and impls. */
export interface AliasItem extends ItemBase {
  readonly kind: "alias";
  readonly generics: Generics;
  readonly bounds: Ref;
  readonly type: Ref;
}

export interface ConstItem extends ItemBase {
  readonly kind: "const" | "static";
  readonly type: Ref;
  /** Expression or 0. */
  readonly value: Ref;
  /** As {@link FnItem.blocks}. */
  readonly blocks: readonly number[];
}

export interface ModItem extends ItemBase {
  readonly kind: "mod";
  /** null for `mod x;`. */
  readonly items: readonly Item[] | null;
}

/** One leaf of a `use` tree. `use a::{b as c, d::*, self}` gives three. */
export interface UseLeaf {
  /** Segments, `self`/`super`/`crate` as names; a trailing `self` of a group is dropped. */
  readonly path: readonly string[];
  /** True for a path that begins with `::`. */
  readonly global: boolean;
  /** Name that is bound: last segment or the rename; `"_"` for `as _`; `"*"` for a glob. */
  readonly alias: string;
  readonly glob: boolean;
  readonly pos: number;
}

export interface UseItem extends ItemBase {
  readonly kind: "use";
  readonly leaves: readonly UseLeaf[];
}

export interface ExternCrateItem extends ItemBase {
  readonly kind: "extern-crate";
  /** The crate's name; {@link ItemBase.name} is what it is bound to (`"_"` for `as _`). */
  readonly crate: string;
}

/** `macro_rules! name { … }` or `macro name(…) { … }`. */
export interface MacroRulesItem extends ItemBase {
  readonly kind: "macro-rules" | "macro-decl";
  /** Text span of what stands inside the outer delimiters (macro_rules), or behind the name (macro). */
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

/** `path!(args)`. */
export interface MacroCall {
  /** Segments; a leading `::` gives a leading `""`; `$crate` as the text has it. */
  readonly path: readonly string[];
  /** UTF-16 offset of the path. */
  readonly pos: number;
  /** Span of what stands inside the delimiters. */
  readonly argsStart: number;
  readonly argsEnd: number;
  readonly delimiter: "(" | "[" | "{";
}

/** A macro invocation in item position (also in impls, traits and extern blocks). */
export interface MacroCallItem extends ItemBase {
  readonly kind: "macro-call";
  readonly call: MacroCall;
}

export interface ForeignItem extends ItemBase {
  readonly kind: "foreign";
  readonly abi: string;
  /** fn and static. */
  readonly items: readonly Item[];
}
