/** What later stages ask of name resolution. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { MacroCall, Ref, Vis } from "../facts/types.ts";
import type {
  AdtDef,
  AliasDef,
  ConstDef,
  Crate,
  Def,
  ExternalDef,
  FnDef,
  ImplDef,
  Module,
  Namespace,
  SourceUnit,
  TraitDef,
} from "./defs.ts";

/** What a path leads to. */
export interface PathResolution {
  readonly def: Def;
  /**
   * How many segments led to `def`. Fewer than the path has when `def` is a type or trait whose members names
   * cannot tell (`Type::new` gives the type and 1); variants are resolved (`Enum::A` gives the variant and 2).
   */
  readonly used: number;
}

/** An expanded macro invocation, lowered. */
export interface ExpandedBody {
  readonly unit: SourceUnit;
  /** A Block (mode statements), pattern or type record in `unit.facts`. */
  readonly root: Ref;
}

/** What Rust itself keeps from a reader of sources: text that a procedural macro or a build writes, and a dependency whose source is not at hand. */
export type Gap = "proc-macro" | "generated-code" | "dependency-source";

/** Whether a reason is Rust's own. */
export function isGap(reason: string | null | undefined): reason is Gap {
  return reason === "proc-macro" || reason === "generated-code" || reason === "dependency-source";
}

/** Why an invocation could not be expanded. */
export interface ExpansionFailure {
  readonly reason: Gap | "macro-not-found" | "no-rule-matched" | "recursion-limit" | "bad-definition" | "size-limit";
  readonly macro: string;
}

/** Which source text a position of a unit stands for. */
export interface Place {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, UTF-16 units. */
  readonly column: number;
  /** True when the position came out of a macro's own text: the place is that of the outermost invocation. */
  readonly inMacro: boolean;
  /** Name of the outermost macro, when the unit is an expansion. */
  readonly macro: string | null;
}

/** The names of a whole program, at their fixed point. */
export interface Names {
  readonly crates: readonly Crate[];
  /** Every def of each kind, workspace and others; grows when bodies' macros define items. */
  readonly fns: readonly FnDef[];
  readonly impls: readonly ImplDef[];
  readonly adts: readonly AdtDef[];
  readonly traits: readonly TraitDef[];
  readonly aliases: readonly AliasDef[];
  readonly consts: readonly ConstDef[];
  readonly modules: readonly Module[];
  readonly diagnostics: readonly Diagnostic[];

  /** What the path means, seen from a module or block. Lexical scopes, preludes and edition rules included; null when it leads nowhere. */
  resolve(from: Module, path: readonly string[], global: boolean, namespace: Namespace): PathResolution | null;
  /**
   * Traits whose methods are usable in the module or block: its own, those of blocks and modules around (for blocks), the prelude's. Inactive
   * code sees inactive imports as well. Memoised per module.
   */
  traitsInScope(from: Module): ReadonlySet<TraitDef>;
  /** Whether code in the module or block may name what has a visibility in the module `home`. */
  canSee(from: Module, vis: Vis, home: Module): boolean;
  /** Whether the function's visibility lets code in the module or block name it. */
  canName(from: Module, fn: FnDef): boolean;
  /** The anonymous module of a block that holds items, or null. */
  blockModule(unit: SourceUnit, row: number): Module | null;
  /**
   * Expands a macro invocation of a body. Items in the expansion are collected and resolved on the spot: into the block
   * of which the invocation is a statement, if that has a scope, else into a block of their own inside `from`; in both
   * cases `blockModule` of the root's row gives it, and later statements of the block are to be asked for from there.
   * `unit` may be several expansions away. Memoised by (unit, row).
   */
  expandInBody(
    from: Module,
    unit: SourceUnit,
    row: number,
    mode: "statements" | "pattern" | "type",
    fn: FnDef | null,
  ): ExpandedBody | ExpansionFailure;
  /** Lets go of expansions in bodies: the one that was read last will not be asked about again. */
  releaseBodies(): void;
  /** Expands the macros in the body of another package's impl, which are left alone until somebody asks for what they define; true when there were any. */
  expandMembers(impl: ImplDef): boolean;
  /** The trait that a path out of what is at hand means where a trait is wanted, of so many parameters; see {@link TraitDef.knownBy}. */
  foreignTrait(def: ExternalDef, count: number): TraitDef;
  /** An associated type of such a trait that no impl at hand defines, made at the first time that it is named. */
  foreignType(trait: TraitDef, name: string): AliasDef;
  /** Evaluates a cfg condition as the crate sees it; memoised by text. */
  cfg(crate: Crate, condition: string): boolean;
  /** The same for code of the module or block: code that is left out is read as if its own condition held. */
  holds(from: Module, crate: Crate, condition: string): boolean;
  /** Where something under a condition that does not hold looks names up from; see {@link holds}. */
  shade(from: Module, condition: string | null): Module;
  /** Where an offset of a unit stands in a source file. */
  place(unit: SourceUnit, offset: number): Place;
  /** The def at a path of std's crates, e.g. `core::ops::Deref`; null when absent. */
  langItem(path: string): Def | null;
  /** What may be written beside an item unseen: by a derive or an attribute macro on it that is not known. */
  gapOn(item: AdtDef | TraitDef | ImplDef | FnDef): Gap | null;
  /** Why nothing is known of what a path from a crate on leads to, {@link ExternalDef.path}; null where that can't be told. */
  gapOf(path: string): Gap | null;
  /** What may unseen bring a name into a module or block, or a trait into its scope. */
  gapAround(from: Module, wanted: "name" | "trait"): Gap | null;
  /** The macro a call names, for reports. */
  describeMacro(from: Module, unit: SourceUnit, call: MacroCall): string;
}
