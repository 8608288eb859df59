/**
 * What Rust itself keeps from a reader of sources: text that procedural macros write, and dependencies whose source is not at hand. Where a
 * name or a method is not found, it is told here whether one of them may be what has it.
 */
import type { Attr } from "../facts/types.ts";
import type { AdtDef, Crate, Def, ExternalDef, FnDef, ImplDef, MacroDef, Module, TraitDef } from "./defs.ts";
import { GLOB, isHiddenName } from "./imports.ts";
import { STD_DERIVES } from "./known/std-derives.ts";
import type { Scope } from "./model.ts";
import type { Program } from "./program.ts";
import { type ExpansionFailure, type Gap, isGap } from "./types.ts";

/** An item on which macros may stand. */
export type Decorated = AdtDef | TraitDef | ImplDef | FnDef;

/** Derives that give an impl of the trait of their name and nothing else. */
const PLAIN_DERIVES: ReadonlySet<string> = new Set(["Serialize", "Deserialize"]);

export class Gaps {
  private readonly program: Program;
  private readonly macroAt: (from: Module, path: readonly string[], isGlobal: boolean) => Def | undefined;
  private readonly items = new Map<Decorated, Gap | null>();
  private readonly scopes = new Map<Scope, Gap | null>();

  /** `macroAt` resolves the path of a macro. */
  constructor(program: Program, macroAt: Gaps["macroAt"]) {
    this.program = program;
    this.macroAt = macroAt;
  }

  /** What is written beside an item unseen: by a derive or an attribute macro that is not known, or by the macro whose arguments the item was found in. */
  on(item: Decorated): Gap | null {
    let gap = this.items.get(item);
    if (gap === undefined) this.items.set(item, (gap = this.onItem(item)));
    return gap;
  }

  private onItem(item: Decorated): Gap | null {
    const guess = item.unit.expansion?.guess;
    if (isGap(guess)) return guess;
    return item.item.attrs.some((attr) => this.isUnknown(item, attr)) ? "proc-macro" : null;
  }

  private isUnknown(item: Decorated, attr: Attr): boolean {
    if (attr.path !== "derive") return this.isProcedural(item.module, attr.path);
    const known = item.kind !== "trait" && item.kind !== "impl" && item.kind !== "fn" ? item.derived : [];
    return attr.args.split(",").some((written) => {
      const path = written.replace(/\s+/g, "");
      const name = path.slice(path.lastIndexOf(":") + 1);
      if (name === "" || STD_DERIVES.has(name) || PLAIN_DERIVES.has(name)) return false;
      return !known.includes(path) && this.isProcedural(item.module, path);
    });
  }

  /** Attributes and derives that are no macros at all (of the compiler, of tools, helpers of derives) lead nowhere. */
  private isProcedural(from: Module, written: string): boolean {
    const isGlobal = written.startsWith("::");
    const path = (isGlobal ? written.slice(2) : written).split("::");
    const def = this.macroAt(from, path, isGlobal);
    return def?.kind === "external" || (def?.kind === "macro" && def.how === "proc");
  }

  /** Why there is nothing to expand a macro by. */
  ofMacro(from: Scope, macro: MacroDef | ExternalDef | null): ExpansionFailure["reason"] {
    if (macro?.kind === "macro") return macro.how === "proc" ? "proc-macro" : "no-rule-matched";
    const isUsed = macro === null && from.crate.macroUses.some((use) => use.crate.missing);
    const gap = isUsed ? "dependency-source" : macro === null ? this.globbed(from) : this.of(macro.path);
    return gap ?? "macro-not-found";
  }

  /** Why nothing is known of what a path from a crate on leads to: the crate, or a part of it that is not written there. */
  of(path: string): Gap | null {
    const end = path.indexOf("::");
    const name = end < 0 ? path : path.slice(0, end);
    const isIts = (crate: Crate): boolean => crate.name === name && crate.origin === "dependency";
    if (this.program.crates.some((crate) => crate.missing && isIts(crate))) return "dependency-source";
    for (const [scope, gap] of this.program.unread) if (isIts(scope.crate)) return gap;
    return null;
  }

  /** What may bring names into a module or block, or traits into its scope, that can't be seen: a trait or a glob import of a missing crate, a macro in it. */
  around(from: Module, wanted: "name" | "trait"): Gap | null {
    const own = wanted === "name" ? this.globbed(from as Scope) : this.foreignTrait(from as Scope);
    return own ?? (wanted === "name" ? this.unknownMacro(from as Scope) : null);
  }

  private foreignTrait(from: Scope): Gap | null {
    let gap = this.scopes.get(from);
    if (gap === undefined) {
      const around = from.isBlock ? from.parent : null;
      const isForeign = (def: Def): boolean => def.kind === "external" && this.of(def.path) !== null;
      gap =
        [...from.types].some(([name, { def }]) => isForeign(def) && (/^[A-Z]/.test(name) || isHiddenName(name))) ||
        (around !== null && this.foreignTrait(around) !== null)
          ? "dependency-source"
          : null;
      this.scopes.set(from, gap);
    }
    return gap;
  }

  private globbed(from: Scope): Gap | null {
    for (let scope: Scope | null = from; scope !== null; scope = scope.parent) {
      for (const [name, { def }] of scope.types)
        if (isHiddenName(name) && def.kind === "external" && def.name === GLOB && this.of(def.path) !== null)
          return "dependency-source";
      if (!scope.isBlock) break;
    }
    return null;
  }

  private unknownMacro(from: Scope): Gap | null {
    for (let scope: Scope | null = from; scope !== null; scope = scope.parent) {
      const gap = this.program.unread.get(scope);
      if (gap !== undefined) return gap;
      if (!scope.isBlock) break;
    }
    return null;
  }
}
