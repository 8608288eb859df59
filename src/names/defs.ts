/**
 * The resolved things that names stand for. Defs are created once by the collector, compared by identity, and
 * numbered densely per kind in a deterministic order (crates in order, files and items in source order).
 */

import type {
  AdtItem,
  AliasItem,
  ConstItem,
  FileFacts,
  FnItem,
  ImplItem,
  TraitItem,
  VariantDecl,
} from "../facts/types.ts";
import type { MacroDefinition } from "../macros/definition.ts";
import type { OriginMap } from "../macros/origin.ts";
import type { Edition, Target } from "../workspace/types.ts";
import type { ExpansionFailure } from "./types.ts";

/** Text that was lowered: a file, or what a macro invocation expanded to. */
export interface SourceUnit {
  readonly id: number;
  readonly crate: Crate;
  /** Relative to the workspace root for workspace crates; `name-version/src/x.rs` for dependencies, `core/option.rs` for std's stubs. For an expansion: its outermost file. */
  readonly file: string;
  readonly text: string;
  readonly facts: FileFacts;
  /** Null for a file. */
  readonly expansion: Expansion | null;
}

/** Where an expanded unit comes from. */
export interface Expansion {
  /** The unit in whose text the invocation stands (perhaps an expansion itself). */
  readonly parent: SourceUnit;
  /** Offset of the invocation's path in the parent's text. */
  readonly callPos: number;
  /** Name of the macro. */
  readonly macro: string;
  /** From offsets of this unit's text to the parent's text (-1: out of the macro's own text). */
  readonly origin: OriginMap;
  /** Number of expansions around this one. */
  readonly depth: number;
  /** Why the text is a guess, the arguments of a macro that can't be expanded, searched openly; null for an expansion. */
  readonly guess: ExpansionFailure["reason"] | null;
}

/** One crate: a target of a workspace package, a dependency, or one of std's. */
export interface Crate {
  readonly id: number;
  /** As code writes it: `my_tool`. */
  readonly name: string;
  readonly edition: Edition;
  readonly origin: "workspace" | "dependency" | "sysroot";
  /** Index into Workspace.packages; -1 for others. */
  readonly package: number;
  readonly target: Target | null;
  /** What `$crate` is written as in expansions of macros of this crate: an identifier no program has. */
  readonly token: string;
  root: Module;
  /** Crates that paths may begin with: dependencies under the names code uses, and std's. Filled lazily by `Names`. */
  readonly externs: ReadonlyMap<string, Crate>;
  /** True for a dependency whose source is not at hand: its root is empty, and paths into it lead to an {@link ExternalDef}. */
  readonly missing: boolean;
}

export type Namespace = "types" | "values" | "macros";

/** What a name is bound to in one namespace of a scope. */
export interface Binding {
  readonly def: Def;
  /** Module in which (and in whose descendants) it can be named; null when everywhere. */
  readonly scope: Module | null;
  /** A binding by glob gives way to any other. */
  readonly glob: boolean;
  /** True when the item or import stands under a cfg that does not hold; gives way to an active one. */
  readonly inactive: boolean;
}

/** A module, or a block with items of its own (an anonymous module). */
export interface Module {
  readonly kind: "module";
  readonly id: number;
  readonly name: string;
  /** `my_crate::a::b`; for a block that of the module around it. */
  readonly path: string;
  readonly crate: Crate;
  /** Enclosing module, or enclosing block or module for a block; null for a crate's root. */
  readonly parent: Module | null;
  readonly isBlock: boolean;
  /** The function in whose body a block stands; for a module inside a body likewise; else null. */
  readonly fn: FnDef | null;
  /** Where its items stand. */
  readonly unit: SourceUnit;
  readonly inactive: boolean;
  readonly types: Map<string, Binding>;
  readonly values: Map<string, Binding>;
  readonly macros: Map<string, Binding>;
  /** cfg condition under which it stands, outer modules' included (`all(a, b)`), or null. */
  readonly cfg: string | null;
}

interface DefBase {
  readonly id: number;
  readonly name: string;
  readonly unit: SourceUnit;
  /** Module or block in which the item is written: where its paths are resolved from. */
  readonly module: Module;
  readonly inactive: boolean;
  /** cfg condition on the item and on what is around it up to the module, or null. */
  readonly cfg: string | null;
}

export type Container = ImplDef | TraitDef;

/** A function as written (or as made by a macro's expansion). */
export interface FnDef extends DefBase {
  readonly kind: "fn";
  readonly item: FnItem;
  /** The impl or trait that holds it; null for a free function. */
  readonly container: Container | null;
  /** Declared in an extern block. */
  readonly foreign: boolean;
}

export interface AdtDef extends DefBase {
  readonly kind: "struct" | "enum" | "union";
  readonly item: AdtItem;
  /** One per variant of an enum. */
  readonly variants: readonly VariantDef[];
  /** Derives, as they are written, whose impls are among the program's. */
  readonly derived: readonly string[];
}

export interface VariantDef {
  readonly kind: "variant";
  readonly name: string;
  readonly adt: AdtDef;
  readonly index: number;
  readonly decl: VariantDecl;
  /** True when it stands under a cfg of its own that does not hold; its enum may be inactive besides. */
  readonly inactive: boolean;
  readonly cfg: string | null;
}

export interface TraitDef extends DefBase {
  readonly kind: "trait";
  readonly item: TraitItem;
  /** Associated items, those made by macros in the body included. Filled by the collector. */
  readonly items: readonly AssocDef[];
  /** Of a trait whose declaration is not at hand: the impls that tell what it holds. Null for one that is written. */
  readonly knownBy: readonly ImplDef[] | null;
}

export interface ImplDef extends DefBase {
  readonly kind: "impl";
  readonly item: ImplItem;
  /** Associated items; of another package those that macros in the body make only after {@link Names.expandMembers}. */
  readonly items: readonly AssocDef[];
}

export type AssocDef = FnDef | AliasDef | ConstDef;

export interface AliasDef extends DefBase {
  readonly kind: "alias";
  readonly item: AliasItem;
  readonly container: Container | null;
}

export interface ConstDef extends DefBase {
  readonly kind: "const" | "static";
  readonly item: ConstItem;
  readonly container: Container | null;
}

/** A macro: `macro_rules!`, `macro`, a builtin of the compiler, or a procedural one (which cannot be expanded). */
export interface MacroDef {
  readonly kind: "macro";
  readonly name: string;
  readonly crate: Crate;
  readonly how: "rules" | "builtin" | "proc";
  /** Parsed at first use; null for builtin, procedural and broken definitions. */
  definition(): MacroDefinition | null;
}

/** `i32`, `str`, `bool` … */
export interface PrimDef {
  readonly kind: "prim";
  readonly name: string;
}

/**
 * Something in a dependency (or in std) that has a path but no def: the dependency's source is not at hand, or what is
 * at hand does not have it (std's stubs are a part of std; other crates' procedural macros define items).
 */
export interface ExternalDef {
  readonly kind: "external";
  readonly crate: Crate | null;
  /** Last segment of the path. */
  readonly name: string;
  /** As far as code wrote it: `serde_json::Value`, `serde_json::Value::from_str`. */
  readonly path: string;
}

export type Def =
  | ExternalDef
  | Module
  | FnDef
  | AdtDef
  | VariantDef
  | TraitDef
  | AliasDef
  | ConstDef
  | MacroDef
  | PrimDef;
