/**
 * Paths to defs (Reference, "Paths" and "Name resolution").
 *
 * A path begins at `crate`, `self`, `super`, `$crate`, `::`, or at a name that is looked up outwards: blocks, the module,
 * extern crates, the std prelude, builtin types. Edition 2015 reads the path of a `use` from the crate's root instead.
 * From there modules and enums are walked through; a type, trait or alias ends the walk, since its members are not
 * known to names.
 *
 * Every look-up may be done on behalf of an import. Then each place that could later hold a better answer notes the
 * import as waiting.
 */
import type { AdtDef, Def, MacroDef, Namespace, PrimDef } from "./defs.ts";
import { CRATE_TOKEN, type CrateNode, hiddenKey, type Import, type Scope, type ScopeBinding } from "./model.ts";
import { conditionOfBinding, itemBinding, type Program } from "./program.ts";
import { lookUpTextual, type TextualScope } from "./textual.ts";

const PRIMITIVES: ReadonlyMap<string, ScopeBinding> = new Map(
  // Never, tuples, slices and the like have no name.
  "bool char str i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f16 f32 f64 f128"
    .split(" ")
    .map((name) => [name, itemBinding({ kind: "prim", name } satisfies PrimDef, null, false)]),
);

/** Where a walk ended. */
export interface Walk {
  readonly binding: ScopeBinding;
  /** Segments used. */
  readonly used: number;
}

/** What a look-up is for: an import that may wait, and whether `use` rules hold. */
export interface Purpose {
  readonly isUse: boolean;
  readonly imp: Import | null;
}

/** A path in an expression, type or pattern. */
export const PLAIN: Purpose = { isUse: false, imp: null };

export class Resolver {
  private readonly program: Program;
  private readonly roots = new Map<CrateNode, ScopeBinding>();
  private readonly byToken = new Map<string, CrateNode>();
  private readonly variants = new Map<AdtDef, Map<string, ScopeBinding>>();
  /** The module in which the last failed walk found nothing, and the segment it looked for. */
  failedIn: Scope | null = null;
  failedAt = 0;
  /** No item macro waits any more: textual look-ups may be remembered. */
  isSettled = false;

  constructor(program: Program) {
    this.program = program;
  }

  /** Follows the first `count` segments of a path; the last of all is looked up in `namespace`. Null when it leads nowhere. */
  walk(
    from: Scope,
    path: readonly string[],
    count: number,
    global: boolean,
    namespace: Namespace,
    purpose: Purpose,
  ): Walk | null {
    this.failedIn = null;
    let used = keywordCount(path, global, count);
    let binding = this.start(from, path, global, used, count === 1 ? namespace : "types", purpose);
    if (used === 0) used = 1;
    while (binding !== null && used < count) {
      const { def } = binding;
      const name = path[used]!;
      if (def.kind === "module") {
        binding = this.member(def as Scope, name, used === count - 1 ? namespace : "types", purpose.imp, from);
        if (binding === null) {
          this.failedIn = def as Scope;
          this.failedAt = used;
        }
      } else if (def.kind === "enum") {
        const variant = this.variant(def, name);
        if (variant === null || (variant.inactive && !from.inactive && !def.inactive && purpose.imp === null)) break;
        binding = variant;
      } else if (def.kind === "external") {
        const external = this.program.external(def.crate as CrateNode | null, [def.path, ...path.slice(used, count)]);
        return { binding: itemBinding(external, null, false), used: count };
      } else break;
      used++;
    }
    return binding === null ? null : { binding, used };
  }

  private start(
    from: Scope,
    path: readonly string[],
    global: boolean,
    keywords: number,
    namespace: Namespace,
    purpose: Purpose,
  ): ScopeBinding | null {
    const first = path[0];
    if (first === undefined) return null;
    const isOld = from.crate.edition === 2015;
    if (global) return isOld ? this.fromRoot(from, first, namespace, purpose.imp) : this.externBinding(from, first);
    if (keywords > 0) return this.keywordStart(from, path, keywords);
    if (purpose.isUse && isOld) return this.fromRoot(from, first, namespace, purpose.imp);
    const found = this.lexical(from, first, namespace, purpose.imp);
    // `use quote::quote;` of a crate not at hand: as the beginning of a path the name is the crate's, not the macro's.
    const isOfItself = found?.def.kind === "external" && found.def.path === `${first}::${first}`;
    return isOfItself && path.length > 1 ? (this.externBinding(from, first) ?? found) : found;
  }

  /** Edition 2015: a name in the crate's root, else an extern crate. */
  private fromRoot(from: Scope, name: string, namespace: Namespace, imp: Import | null): ScopeBinding | null {
    const found = this.member(from.crate.root, name, namespace, imp, from);
    if (found !== null) return found;
    if (namespace === "macros") return this.macroPrelude(from.crate, name);
    return namespace === "types" ? this.externBinding(from, name) : null;
  }

  private keywordStart(from: Scope, path: readonly string[], count: number): ScopeBinding | null {
    const first = path[0]!;
    if (isCrateToken(first)) {
      const crate = this.crateOf(first);
      return crate === undefined ? null : this.rootBinding(crate);
    }
    if (first === "crate") return this.rootBinding(from.crate);
    let module = from.module;
    for (let at = 0; at < count; at++) {
      if (path[at] !== "super") continue;
      if (module.parent === null) return null;
      module = module.parent.module;
    }
    return module.parent === null ? this.rootBinding(module.crate) : itemBinding(module, null, false);
  }

  /** The crate that `$crate` was printed for. */
  private crateOf(token: string): CrateNode | undefined {
    let crate = this.byToken.get(token);
    if (crate === undefined) {
      crate = this.program.crates[Number(token.slice(CRATE_TOKEN.length))];
      if (crate !== undefined) this.byToken.set(token, crate);
    }
    return crate;
  }

  /** Looks a name up outwards. */
  lexical(from: Scope, name: string, namespace: Namespace, imp: Import | null): ScopeBinding | null {
    let inactive: ScopeBinding | null = null;
    for (let scope: Scope = from; ; scope = scope.parent!) {
      const found = this.own(scope, name, namespace, imp, from);
      if (found !== null && (!found.inactive || from.inactive)) return found;
      inactive ??= found;
      if (!scope.isBlock || scope.parent === null) break;
    }
    return this.ambient(from, name, namespace, imp) ?? inactive;
  }

  /** A macro by its plain name in blocks and the module, preludes left aside. */
  scopedMacro(from: Scope, name: string): ScopeBinding | null {
    for (let scope: Scope | null = from; scope !== null; scope = scope.parent) {
      const found = this.own(scope, name, "macros", null, from);
      if (found !== null) return found;
      if (!scope.isBlock) break;
    }
    return null;
  }

  /** A `macro_rules!` by textual scope; one whose cfg does not hold for who `seesInactive` only. */
  textual(scope: TextualScope, name: string, seesInactive: boolean): MacroDef | null {
    if (scope === null) return null;
    const found = this.isSettled ? scope.settledLookup(name) : lookUpTextual(scope, name);
    return found === null || (found.inactive && !seesInactive) ? null : found.macro;
  }

  /** Names that are there without being written: extern crates, macros in scope everywhere, the prelude, builtin types. */
  private ambient(from: Scope, name: string, namespace: Namespace, imp: Import | null): ScopeBinding | null {
    const { crate } = from;
    if (namespace === "types") {
      const extern = this.externBinding(from, name);
      if (extern !== null) return extern;
      if (imp !== null) this.program.wait(crate.root, name, imp);
    } else if (namespace === "macros") {
      const macro = this.macroPrelude(crate, name);
      if (macro !== null) return macro;
    }
    const prelude = this.prelude(crate);
    const found = prelude === null ? null : this.own(prelude, name, namespace, imp, from);
    if (found !== null) return found;
    return namespace === "types" ? (PRIMITIVES.get(name) ?? null) : null;
  }

  /** A scope's own binding as `from` sees it, an import's own work left aside. */
  private own(scope: Scope, name: string, namespace: Namespace, imp: Import | null, from: Scope): ScopeBinding | null {
    let found = scope[namespace].get(name);
    if (found === undefined || found.glob) this.program.wake(scope, name);
    if (from.inactive && scope.hidden !== null && found !== undefined)
      found = this.suiting(scope.hidden.get(hiddenKey(namespace, name)), found, from);
    if (imp === null) return found ?? null;
    if (found === undefined || found.glob || found.inactive) this.program.wait(scope, name, imp);
    return found === undefined || found.by === imp ? null : found;
  }

  /** Of several bindings of one name under conditions the one whose condition goes with that of the inactive code in `from`. */
  private suiting(hidden: readonly ScopeBinding[] | undefined, found: ScopeBinding, from: Scope): ScopeBinding {
    const suits = (binding: ScopeBinding): boolean => {
      const condition = conditionOfBinding(binding);
      return condition === null || this.program.holds(from, from.crate, condition);
    };
    return hidden === undefined || suits(found) ? found : (hidden.find(suits) ?? found);
  }

  /** A name inside a module, as `from` sees it. */
  member(module: Scope, name: string, namespace: Namespace, imp: Import | null, from: Scope): ScopeBinding | null {
    if (module.crate.missing) {
      return itemBinding(this.program.external(module.crate, [module.path, name]), null, false);
    }
    if (name === "self") return itemBinding(module, null, false);
    const found = this.own(module, name, namespace, imp, from);
    if (found !== null || module.crate.origin !== "sysroot") return found;
    // The compiler's macros are defined in the roots, and some are named by a path: `ptr::addr_of!`, `arch::asm!`.
    return module.parent === null || namespace === "macros" ? this.facade(module, name, namespace, imp) : null;
  }

  /** Std's crates show one another's modules: what one root lacks, another may have. */
  private facade(asked: Scope, name: string, namespace: Namespace, imp: Import | null): ScopeBinding | null {
    for (const crate of this.program.crates) {
      if (crate.origin !== "sysroot" || crate.root === asked) continue;
      const found = this.own(crate.root, name, namespace, imp, asked);
      if (found !== null && found.scope === null) return found;
    }
    return null;
  }

  /** A variant of an enum, as a binding. */
  variant(adt: AdtDef, name: string): ScopeBinding | null {
    return this.variantTable(adt).get(name) ?? null;
  }

  /** All variants of an enum, by name. */
  variantTable(adt: AdtDef): ReadonlyMap<string, ScopeBinding> {
    let table = this.variants.get(adt);
    if (table === undefined) {
      table = new Map();
      for (const variant of adt.variants) {
        const inactive = adt.inactive || variant.inactive;
        if (!variant.inactive || !table.has(variant.name))
          table.set(variant.name, itemBinding(variant, null, inactive));
      }
      this.variants.set(adt, table);
    }
    return table;
  }

  /** The root of an extern crate, loaded if need be; inactive code loads none. */
  private externBinding(from: Scope, name: string): ScopeBinding | null {
    const { crate } = from;
    const source = from.inactive ? crate.externSources.get(name) : undefined;
    const extern = source === undefined ? this.extern(crate, name) : source.peek();
    return extern === null ? null : this.rootBinding(extern);
  }

  /** An extern crate by the name that paths of `crate` use. */
  extern(crate: CrateNode, name: string): CrateNode | null {
    // `extern crate x as name` hides the dependency of that name.
    if (!crate.externs.has(name)) this.program.wake(crate.root, name);
    const known = crate.externs.get(name);
    if (known !== undefined) return known;
    const source = crate.externSources.get(name);
    if (source === undefined) return null;
    crate.externSources.delete(name);
    const loaded = source.load();
    if (loaded !== null) crate.externs.set(name, loaded);
    return loaded;
  }

  private rootBinding(crate: CrateNode): ScopeBinding {
    let binding = this.roots.get(crate);
    if (binding === undefined) {
      binding = itemBinding(crate.root, null, false);
      this.roots.set(crate, binding);
    }
    return binding;
  }

  /** Macros in scope everywhere in a crate: those of `#[macro_use] extern crate`, then std's. */
  macroPrelude(crate: CrateNode, name: string): ScopeBinding | null {
    for (const use of crate.macroUses) {
      if (use.names !== null && !use.names.has(name)) continue;
      const found = this.own(use.crate.root, name, "macros", null, crate.root);
      if (found !== null) return found;
    }
    if (crate.noCore) return null;
    for (const known of this.program.crates) {
      if (known.origin !== "sysroot" || known.name === "proc_macro") continue;
      const found = known.root.macros.get(name);
      if (found !== undefined && found.scope === null) return found;
    }
    return null;
  }

  /** The module whose names every module of the crate sees, by edition; null without std's crates. */
  prelude(crate: CrateNode): Scope | null {
    if (crate.prelude === null) crate.prelude = this.findPrelude(crate);
    return crate.prelude;
  }

  private findPrelude(crate: CrateNode): Scope | null {
    if (crate.noCore) return null;
    const byName = new Map(this.program.crates.filter((c) => c.origin === "sysroot").map((c) => [c.name, c]));
    const order = crate.noStd ? ["core", "std"] : ["std", "core"];
    for (const name of order) {
      const base = byName.get(name);
      if (base === undefined) continue;
      for (const module of [`rust_${crate.edition}`, "v1"]) {
        const found = base.root.types.get("prelude")?.def;
        const prelude = found?.kind === "module" ? (found as Scope).types.get(module)?.def : undefined;
        if (prelude?.kind === "module") return prelude as Scope;
      }
    }
    return null;
  }
}

const UNDERSCORE = 0x5f;

/** Few names begin with an underscore at all. */
function isCrateToken(name: string): boolean {
  return name.charCodeAt(0) === UNDERSCORE && name.startsWith(CRATE_TOKEN);
}

/** How many leading segments are `crate`, `self`, `super` or `$crate`. */
function keywordCount(path: readonly string[], global: boolean, limit: number): number {
  if (global) return 0;
  const first = path[0];
  if (first === undefined) return 0;
  if (first === "crate" || isCrateToken(first)) return 1;
  let count = first === "self" ? 1 : 0;
  while (count < limit && path[count] === "super") count++;
  return count;
}

/** The builtin type of a name, or null. */
export function primitive(name: string): Def | null {
  return PRIMITIVES.get(name)?.def ?? null;
}
