/**
 * Imports, brought to their fixed point (Reference, "Use declarations").
 *
 * A named import binds its name in every namespace in which the path leads somewhere; a glob import hands on what its
 * module has and will have, as far as it is visible. An import whose answer may still appear or improve waits at the
 * names it looked for (see `Program.wait`), so each runs once plus once per relevant change, whatever the order.
 */
import type { Crate, Def, ExternalDef, Namespace } from "./defs.ts";
import { type CrateNode, type Import, NAMESPACES, type Scope, type ScopeBinding } from "./model.ts";
import { isInside, itemBinding, narrower, type Program } from "./program.ts";
import type { Resolver } from "./resolve.ts";

export class Imports {
  private readonly program: Program;
  private readonly resolver: Resolver;
  /** Imports that ran and found nothing since leftovers were bound the last time. */
  private open = new Set<Import>();

  constructor(program: Program, resolver: Resolver) {
    this.program = program;
    this.resolver = resolver;
  }

  /** Runs queued imports and passes bindings on until nothing changes. */
  settle(): void {
    const { queue, changes } = this.program;
    let nextImport = 0;
    let nextChange = 0;
    while (nextImport < queue.length || nextChange < changes.length) {
      if (nextChange < changes.length) {
        const { scope, namespace, name } = changes[nextChange++]!;
        this.passOn(scope, namespace, name);
      } else {
        const imp = queue[nextImport++]!;
        imp.queued = false;
        this.run(imp);
        if (!imp.resolved) this.open.add(imp);
      }
    }
    queue.length = 0;
    changes.length = 0;
  }

  private passOn(scope: Scope, namespace: Namespace, name: string): void {
    const binding = scope[namespace].get(name);
    if (binding === undefined) return;
    for (const imp of scope.globImporters ?? []) this.globBind(imp, namespace, name, binding);
  }

  private run(imp: Import): void {
    const { path } = imp.leaf;
    if (imp.leaf.glob) return this.runGlob(imp);
    if (path.length === 1 && !isKeyword(path[0]!) && !imp.leaf.global) return this.runSingle(imp, path[0]!);
    const count = Math.max(1, isKeyword(path[path.length - 1]!) ? path.length : path.length - 1);
    const walk = this.resolver.walk(imp.from, path, count, imp.leaf.global, "types", { isUse: true, imp });
    if (walk === null || walk.used < count) return;
    if (count === path.length) this.bind(imp, "types", walk.binding);
    else this.bindMembers(imp, walk.binding.def, path[path.length - 1]!);
  }

  /** `use name;`: looked up outwards in each namespace; of macros also the textual scope. */
  private runSingle(imp: Import, name: string): void {
    for (const namespace of NAMESPACES) {
      const purpose = { isUse: true, imp };
      const found = this.resolver.walk(imp.from, imp.leaf.path, 1, false, namespace, purpose);
      // A builtin type is there under its own name without an import.
      const isBuiltin = found?.binding.def.kind === "prim" && imp.leaf.alias === name;
      if (found !== null && !isBuiltin) this.bind(imp, namespace, found.binding);
    }
    const macro = this.resolver.textual(imp.textual, name, true);
    if (macro !== null) this.bind(imp, "macros", itemBinding(macro, null, false));
  }

  private bindMembers(imp: Import, container: Def, name: string): void {
    if (container.kind === "enum") {
      const variant = this.resolver.variant(container, name);
      if (variant === null) return;
      this.bind(imp, "types", variant);
      this.bind(imp, "values", variant);
      return;
    }
    if (container.kind !== "module") {
      if (container.kind === "external") this.bindExternalMember(imp, container, [name]);
      return;
    }
    for (const namespace of NAMESPACES) {
      const found = this.resolver.member(container as Scope, name, namespace, imp, imp.from);
      if (found !== null && (found.scope === null || isInside(imp.module, found.scope))) {
        this.bind(imp, namespace, found);
      }
    }
  }

  /** Binds what an import names but may not see: the code is wrong there, or a condition is; its meaning is clear. */
  private bindInvisible(imp: Import, container: Scope, name: string): boolean {
    for (const namespace of NAMESPACES) {
      const found = this.resolver.member(container, name, namespace, null, imp.from);
      if (found !== null) this.bind(imp, namespace, found);
    }
    return imp.resolved;
  }

  private bindExternalMember(imp: Import, base: ExternalDef, rest: readonly string[]): void {
    const external = this.program.external(base.crate as CrateNode | null, [base.path, ...rest]);
    for (const namespace of NAMESPACES) this.bind(imp, namespace, itemBinding(external, null, false));
  }

  /**
   * Binds imports that lead into a dependency or std, but nowhere there, and the like; true when there was one. Each is tried once for
   * every time that it ran: what could change the answer lets it run again.
   */
  bindLeftovers(): boolean {
    const tried = [...this.open].filter((imp) => !imp.resolved);
    this.open = new Set();
    let progress = false;
    for (const imp of tried) if (this.bindLeftover(imp)) progress = true;
    return progress;
  }

  /**
   * Binds an import that found nothing when all else had come to rest: to what it may not see, or, when its path leads
   * into a dependency or std but to nothing that is known there, to something external. True when it did.
   */
  private bindLeftover(imp: Import): boolean {
    const { path, glob, global } = imp.leaf;
    const count = glob ? path.length : path.length - 1;
    const purpose = { isUse: true, imp: null };
    const walk = count === 0 ? null : this.resolver.walk(imp.from, path, count, global, "types", purpose);
    const container = walk === null ? this.resolver.failedIn : walk.binding.def;
    if (walk !== null && !glob && container?.kind === "module") {
      if (this.bindInvisible(imp, container as Scope, path[count]!)) return true;
    }
    if (count === 0 || container?.kind !== "module" || container.crate.origin === "workspace") return false;
    imp.resolved = true;
    if (glob) return true;
    const rest = path.slice(walk === null ? this.resolver.failedAt : count);
    const base = this.program.external(container.crate as CrateNode, [container.path]);
    this.bindExternalMember(imp, base, rest);
    return true;
  }

  /** Binds what an import found. What is external may be anything, and so is bound as weakly as by a glob, unless its name is a type's. */
  bind(imp: Import, namespace: Namespace, found: ScopeBinding): void {
    imp.resolved = true;
    const { module, leaf } = imp;
    const { def } = found;
    const inactive = imp.inactive || found.inactive;
    const glob = def.kind === "external" && !(namespace === "types" && /^[A-Z]/.test(leaf.alias));
    const binding = { def, scope: imp.scope, glob, inactive, by: imp, generation: 0 };
    if (leaf.alias !== "_") this.program.define(module, namespace, leaf.alias, binding);
    else if (def.kind === "trait") this.program.define(module, "types", hiddenName(def.id), binding);
    else if (def.kind === "external") this.program.define(module, "types", hiddenName(def.path), binding);
  }

  private runGlob(imp: Import): void {
    const { path, global } = imp.leaf;
    const purpose = { isUse: true, imp };
    const walk =
      path.length === 0
        ? { binding: itemBinding(imp.module.crate.root, null, false), used: 0 }
        : this.resolver.walk(imp.from, path, path.length, global, "types", purpose);
    if (walk === null || walk.used < path.length) return;
    const { def } = walk.binding;
    imp.resolved = true;
    if (imp.globbed === def) return;
    imp.globbed = def;
    if (def.kind === "enum") this.globEnum(imp, this.resolver.variantTable(def));
    else if (def.kind === "module" && !def.crate.missing) this.globModule(imp, def as Scope);
    else if (def.kind === "module" || def.kind === "external") this.globForeign(imp, def.crate, def.path);
  }

  /** A glob of what is not at hand: what it brings is not known, but for traits (see `ForeignTraits.broughtBy`). */
  private globForeign(imp: Import, crate: Crate | null, path: string): void {
    if (crate === null) return;
    const def = this.program.external(crate as CrateNode, [path, GLOB]);
    this.program.define(imp.module, "types", hiddenName(def.path), {
      def,
      scope: imp.scope,
      glob: true,
      inactive: imp.inactive,
      by: imp,
      generation: 0,
    });
  }

  private globEnum(imp: Import, variants: ReadonlyMap<string, ScopeBinding>): void {
    for (const [name, binding] of variants) {
      this.globBind(imp, "types", name, binding);
      this.globBind(imp, "values", name, binding);
    }
  }

  private globModule(imp: Import, module: Scope): void {
    if (module === imp.module) return;
    module.globImporters ??= [];
    module.globImporters.push(imp);
    imp.module.globs ??= [];
    imp.module.globs.push(module);
    for (const namespace of NAMESPACES) {
      for (const [name, binding] of module[namespace]) this.globBind(imp, namespace, name, binding);
    }
  }

  private globBind(imp: Import, namespace: Namespace, name: string, found: ScopeBinding): void {
    if (found.by === imp) return;
    if (found.scope !== null && !isInside(imp.module, found.scope)) return;
    const scope = narrower(imp.scope, found.scope);
    const inactive = imp.inactive || found.inactive;
    this.program.define(imp.module, namespace, name, {
      def: found.def,
      scope,
      glob: true,
      inactive,
      by: imp,
      generation: 0,
    });
  }
}

function isKeyword(segment: string): boolean {
  return segment === "self" || segment === "super" || segment === "crate";
}

/** Last segment of the path of all that a module has. */
export const GLOB = "*";

/** Key under which a trait imported `as _` stands in the types of a scope: no name that code can write. */
export function hiddenName(trait: number | string): string {
  return `_ ${trait}`;
}

/** True for keys made by {@link hiddenName}. */
export function isHiddenName(name: string): boolean {
  return name.startsWith("_ ");
}
