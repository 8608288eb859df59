/**
 * From items to defs, scopes and imports: one walk over each crate in source order, module files and expanded item
 * macros included, with an explicit stack since modules nest as deep as a text likes.
 */
import type {
  AdtItem,
  AliasItem,
  Attr,
  ConstItem,
  ExternCrateItem,
  FnItem,
  ForeignItem,
  ImplItem,
  Item,
  MacroCallItem,
  MacroRulesItem,
  ModItem,
  TraitItem,
  UseItem,
} from "../facts/types.ts";
import { parseDeclMacro, parseMacroRules } from "../macros/definition.ts";
import { isMacroError } from "../macros/errors.ts";
import { type Activity, activity } from "./activity.ts";
import type { Crates } from "./crates.ts";
import type {
  AdtDef,
  AliasDef,
  AssocDef,
  ConstDef,
  Container,
  Def,
  FnDef,
  ImplDef,
  Namespace,
  TraitDef,
  VariantDef,
} from "./defs.ts";
import { inlineFolder, modRsFolder } from "./files.ts";
import { type Frame, Frames } from "./frames.ts";
import { addedTo } from "./known/modules.ts";
import {
  type Context,
  type CrateNode,
  contextWith,
  opaqueMacro,
  type Scope,
  type Unit,
  WrittenMacro,
} from "./model.ts";
import { ModuleFiles } from "./module-files.ts";
import { itemBinding, type Program, visibleIn } from "./program.ts";
import type { Resolver } from "./resolve.ts";
import { TextualLink, type TextualScope } from "./textual.ts";

/** `mod x;` under a condition that does not hold. */
interface InactiveModule {
  readonly context: Context;
  readonly item: ModItem;
  readonly state: Activity;
  readonly textual: TextualScope;
}

/** What may define macros for others in a crate of procedural macros; all else there is for itself, and need not be known. */
const IN_PROC_MACROS: ReadonlySet<Item["kind"]> = new Set(["fn", "macro-rules", "macro-decl", "macro-call"]);

/** An item macro, for whoever expands it. */
export type ExpandItem = (context: Context, item: MacroCallItem, textual: TextualScope, done: Frame["done"]) => void;

export class Collector {
  private readonly program: Program;
  private readonly crates: Crates;
  private readonly resolver: Resolver;
  private readonly files: ModuleFiles;
  private readonly frames: Frames;
  private inactiveModules: InactiveModule[] = [];
  /** Set by the macro expander. */
  expand: ExpandItem = () => {};
  /** Set by the macro expander: what an attribute macro makes of a struct, enum or union. */
  decorate: (context: Context, adt: AdtDef, attr: Attr) => void = () => {};
  /** What macros add to modules, and to those in them. */
  private readonly added = new Map<Scope, readonly Item[]>();

  constructor(program: Program, crates: Crates, resolver: Resolver) {
    this.program = program;
    this.crates = crates;
    this.resolver = resolver;
    this.files = new ModuleFiles(program);
    this.frames = new Frames(program, (frame, item) => this.item(frame, item));
  }

  /** Collects the items of a crate. */
  collectCrate(crate: CrateNode): void {
    const { root } = crate;
    const { unit } = root;
    const context: Context = {
      scope: root,
      unit,
      container: null,
      assoc: null,
      foreign: false,
      inactive: false,
      cfg: null,
      folder: modRsFolder(unit.path),
      files: [unit.path],
    };
    this.program.reportErrors(unit);
    this.frames.collect(context, unit.facts.items, null, null);
  }

  /** Collects items into a place, and hands the textual scope behind them to `done`. */
  collect(context: Context, items: readonly Item[], textual: TextualScope, done: Frame["done"]): void {
    this.frames.collect(context, items, textual, done);
  }

  /** Makes scopes of blocks that hold items, and collects them; see {@link Frames.collectBlocks}. */
  collectBlocks(rows: readonly number[], context: Context, fn: FnDef | null, end: number): void {
    this.frames.collectBlocks(rows, context, fn, end);
  }

  private item(frame: Frame, item: Item): void {
    const { context } = frame;
    if (context.scope.crate.source?.isProcMacro && !IN_PROC_MACROS.has(item.kind)) return;
    const state = activity(this.program, context.unit.crate, item.attrs, context);
    if (state.skip) return;
    switch (item.kind) {
      case "fn":
        return this.fn(context, item, state);
      case "struct":
      case "enum":
      case "union":
        return this.adt(context, item, state);
      case "trait":
        return this.trait(frame, item, state);
      case "impl":
        return this.impl(frame, item, state);
      case "alias":
        return this.alias(context, item, state);
      case "const":
      case "static":
        return this.constant(context, item, state);
      case "mod":
        return this.module(frame, item, state);
      case "use":
        return this.use(frame, item, state);
      case "extern-crate":
        return this.externCrate(context, item, state);
      case "macro-rules":
      case "macro-decl":
        return this.macro(frame, item, state);
      case "macro-call":
        return this.macroCall(frame, item, state);
      case "foreign":
        return this.foreign(frame, item, state);
    }
  }

  private bind(context: Context, namespace: Namespace, name: string, def: Def, item: Item, inactive: boolean): void {
    const scope = visibleIn(item.vis, context.scope);
    this.program.define(context.scope, namespace, name, itemBinding(def, scope, inactive));
  }

  private fn(context: Context, item: FnItem, { inactive, cfg }: Activity): void {
    const { unit, container, assoc, foreign } = context;
    const { fns } = this.program;
    const { name } = item;
    const def: FnDef = {
      kind: "fn",
      id: fns.length,
      name,
      unit,
      module: this.program.shade(context.scope, { inactive, cfg }),
      inactive,
      cfg,
      item,
      container,
      foreign,
    };
    fns.push(def);
    if (assoc !== null) assoc.push(def);
    else {
      this.bind(context, "values", name, def, item, inactive);
      this.procMacro(context, item, inactive);
    }
    if (item.blocks.length > 0)
      this.frames.collectBlocks(item.blocks, contextWith(context, { inactive, cfg }), def, item.end);
  }

  /** `#[proc_macro]` and its like: a macro of the function's name, or of the derive's. */
  private procMacro(context: Context, item: FnItem, inactive: boolean): void {
    for (const attr of item.attrs) {
      if (!attr.path.startsWith("proc_macro")) continue;
      const name = attr.path === "proc_macro_derive" ? attr.args.split(",")[0]!.trim() : item.name;
      const macro = opaqueMacro(name, context.unit.crate, "proc");
      this.program.define(context.scope, "macros", name, itemBinding(macro, null, inactive));
    }
  }

  private adt(context: Context, item: AdtItem, { inactive, cfg }: Activity): void {
    const { unit } = context;
    const { adts } = this.program;
    const scope = this.program.shade(context.scope, { inactive, cfg });
    const { kind, name } = item;
    const variants: VariantDef[] = [];
    const def: AdtDef = {
      kind,
      id: adts.length,
      name,
      unit,
      module: scope,
      inactive,
      cfg,
      item,
      variants,
      derived: [],
    };
    adts.push(def);
    item.variants.forEach((decl, index) => {
      const own = activity(this.program, unit.crate, decl.attrs, { inactive: false, cfg: null });
      if (!own.skip)
        variants.push({
          kind: "variant",
          name: decl.name,
          adt: def,
          index,
          decl,
          inactive: own.inactive,
          cfg: own.cfg,
        });
    });
    this.bind(context, "types", name, def, item, inactive);
    if (kind === "struct" && item.form !== "named") this.bind(context, "values", name, def, item, inactive);
    if (item.attrs.length === 0) return;
    const place = contextWith(context, { inactive, cfg });
    for (const attr of item.attrs) if (this.attrHolds(unit, attr.cfg)) this.decorate(place, def, attr);
  }

  private trait(frame: Frame, item: TraitItem, { inactive, cfg }: Activity): void {
    const { context } = frame;
    const { unit } = context;
    const { traits } = this.program;
    const scope = this.program.shade(context.scope, { inactive, cfg });
    const items: AssocDef[] = [];
    const { name } = item;
    const def: TraitDef = {
      kind: "trait",
      id: traits.length,
      name,
      unit,
      module: scope,
      inactive,
      cfg,
      item,
      items,
      knownBy: null,
    };
    traits.push(def);
    this.bind(context, "types", name, def, item, inactive);
    if (item.items.length > 0) this.inside(frame, item.items, insideOf(context, def, items, inactive, cfg));
  }

  private impl(frame: Frame, item: ImplItem, { inactive, cfg }: Activity): void {
    const { context } = frame;
    const { unit } = context;
    const { impls } = this.program;
    const scope = this.program.shade(context.scope, { inactive, cfg });
    const items: AssocDef[] = [];
    const def: ImplDef = { kind: "impl", id: impls.length, name: "", unit, module: scope, inactive, cfg, item, items };
    impls.push(def);
    if (item.items.length > 0) this.inside(frame, item.items, insideOf(context, def, items, inactive, cfg));
  }

  private foreign(frame: Frame, item: ForeignItem, { inactive, cfg }: Activity): void {
    this.inside(frame, item.items, contextWith(frame.context, { foreign: true, inactive, cfg }));
  }

  /** Items of a body in braces that is no module: macros inside see what is in front of it and leave nothing behind. */
  private inside(frame: Frame, items: readonly Item[], context: Context): void {
    this.frames.push({ context, items, next: 0, textual: frame.textual, start: -1, done: null });
  }

  private alias(context: Context, item: AliasItem, { inactive, cfg }: Activity): void {
    const { unit, container, assoc } = context;
    const { aliases } = this.program;
    const scope = this.program.shade(context.scope, { inactive, cfg });
    const { name } = item;
    const id = aliases.length;
    const def: AliasDef = { kind: "alias", id, name, unit, module: scope, inactive, cfg, item, container };
    aliases.push(def);
    if (assoc !== null) assoc.push(def);
    else this.bind(context, "types", name, def, item, inactive);
  }

  private constant(context: Context, item: ConstItem, { inactive, cfg }: Activity): void {
    const { unit, container, assoc } = context;
    const { consts } = this.program;
    const scope = this.program.shade(context.scope, { inactive, cfg });
    const { kind, name } = item;
    const def: ConstDef = { kind, id: consts.length, name, unit, module: scope, inactive, cfg, item, container };
    consts.push(def);
    if (assoc !== null) assoc.push(def);
    else if (name !== "_") this.bind(context, "values", name, def, item, inactive);
    const place = contextWith(context, { inactive, cfg });
    if (item.blocks.length > 0) this.frames.collectBlocks(item.blocks, place, null, item.end);
    const isOurs = unit.crate.origin === "workspace";
    if (name === "_" && item.value !== 0 && isOurs) this.program.anonymousConsts.push({ context: place, item });
  }

  private module(frame: Frame, item: ModItem, state: Activity): void {
    const { context } = frame;
    if (item.items === null) {
      if (state.inactive) this.inactiveModules.push({ context, item, state, textual: frame.textual });
      else this.moduleFile(frame, item, state);
      return;
    }
    const { scope: parent, unit, folder } = context;
    const { inactive, cfg } = state;
    const scope = this.program.scope(item.name, parent, unit, { isBlock: false, fn: parent.fn, inactive, cfg });
    this.bind(context, "types", item.name, scope, item, inactive);
    const inner = inlineFolder(folder, item.name, this.files.pathAttribute(unit.crate, item));
    const place = contextWith(context, {
      scope,
      container: null,
      assoc: null,
      foreign: false,
      inactive,
      cfg,
      folder: inner,
    });
    const added = this.added.get(parent) ?? addedTo(item.attrs);
    if (added.length > 0) this.added.set(scope, added);
    this.moduleFrame(frame, item, place, added.length > 0 ? [...added, ...item.items] : item.items, false);
  }

  private moduleFile(frame: Frame, item: ModItem, state: Activity): void {
    const { context, textual } = frame;
    const loaded = this.files.load(context, item, state, textual);
    if (loaded === null) return;
    this.bind(context, "types", item.name, loaded.context.scope, item, loaded.context.inactive);
    this.moduleFrame(frame, item, loaded.context, loaded.context.unit.facts.items, loaded.macroUse);
  }

  /**
   * Collects the files of inactive modules, after all that is active: a file that an active module of the crate has, or
   * another inactive one, is not read as a twin. True when there was one.
   */
  collectInactive(): boolean {
    const modules = this.inactiveModules;
    this.inactiveModules = [];
    for (const { context, item, state, textual } of modules) {
      if (this.files.isTaken(context, item)) continue;
      const frame: Frame = { context, items: [], next: 0, textual, start: -1, done: null };
      this.moduleFile(frame, item, state);
      this.frames.run();
    }
    return modules.length > 0;
  }

  private moduleFrame(frame: Frame, item: ModItem, context: Context, items: readonly Item[], macroUse: boolean): void {
    const { unit } = frame.context;
    const isOpen = macroUse || item.attrs.some((attr) => attr.path === "macro_use" && this.attrHolds(unit, attr.cfg));
    const before = frame.textual;
    const done = (end: TextualScope) => {
      if (isOpen) frame.textual = end;
      unit.textual.note(item.end, isOpen ? end : before);
    };
    this.frames.push({ context, items, next: 0, textual: before, start: -1, done });
  }

  private use(frame: Frame, item: UseItem, { inactive, cfg }: Activity): void {
    const { scope: module, unit } = frame.context;
    const scope = visibleIn(item.vis, module);
    for (const leaf of item.leaves) {
      const imp = {
        module,
        from: this.program.shade(module, { inactive, cfg }),
        unit,
        leaf,
        scope,
        inactive,
        cfg,
        textual: frame.textual,
        queued: false,
        resolved: false,
        globbed: null,
      };
      const run = (): void => {
        this.program.imports.push(imp);
        this.program.enqueue(imp);
      };
      const isLeft = !leaf.glob && !inactive && leaf.path.length > 0 && this.isLeftAlone(module, leaf.path[0]!);
      if (isLeft) this.program.putAside(module, leaf.alias, run);
      else run();
    }
  }

  private externCrate(context: Context, item: ExternCrateItem, { inactive }: Activity): void {
    const { unit, scope } = context;
    const { crate } = unit;
    if (inactive && !crate.externs.has(item.crate)) return;
    const isForMacros = item.attrs.some((attr) => attr.path === "macro_use");
    const bind = (): void => this.bindCrate(context, item, inactive);
    if (item.name !== "_" && !inactive && !isForMacros && this.isLeftAlone(scope, item.crate))
      this.program.putAside(scope, item.name, bind);
    else bind();
  }

  /**
   * Whether what a dependency takes from another crate can wait until it is looked for: most of what packages import is of use within their
   * bodies only, which nobody reads, and so most crates far from the workspace are never read either.
   */
  private isLeftAlone({ crate }: Scope, name: string): boolean {
    return crate.origin === "dependency" && crate.externSources.has(name);
  }

  private bindCrate(context: Context, item: ExternCrateItem, inactive: boolean): void {
    const { unit, scope } = context;
    const { crate } = unit;
    const found =
      item.crate === "self"
        ? crate
        : (this.resolver.extern(crate, item.crate) ??
          this.crates.sysrootCrate(item.crate) ??
          this.crates.missing(item.crate));
    if (item.name !== "_") this.bind(context, "types", item.name, found.root, item, inactive);
    if (inactive || scope !== crate.root) return;
    if (item.name !== "_") crate.externs.set(item.name, found);
    for (const attr of item.attrs) {
      if (attr.path !== "macro_use" || (attr.cfg !== null && !this.program.cfg(crate, attr.cfg))) continue;
      const names = attr.args.split(",").map((name) => name.trim());
      crate.macroUses.push({ crate: found, names: attr.args === "" ? null : new Set(names) });
    }
  }

  private macro(frame: Frame, item: MacroRulesItem, { inactive }: Activity): void {
    const { context } = frame;
    const { unit, scope } = context;
    const exported = item.attrs.find((attr) => attr.path === "macro_export" && this.attrHolds(unit, attr.cfg));
    // What std's sources declare of the compiler's own macros says nothing of what they do.
    const isBuiltin = unit.crate.origin === "sysroot" && item.attrs.some((attr) => attr.path === "rustc_builtin_macro");
    const def = isBuiltin
      ? opaqueMacro(item.name, unit.crate, "builtin")
      : this.writtenMacro(item, unit, exported?.args.includes("local_inner_macros") === true);
    if (item.kind === "macro-decl") return this.bind(context, "macros", item.name, def, item, inactive);
    frame.textual = new TextualLink(frame.textual, item.name, def, inactive);
    unit.textual.note(item.end, frame.textual);
    if (exported === undefined) return;
    this.program.define(scope.crate.root, "macros", item.name, itemBinding(def, null, inactive));
  }

  private writtenMacro(item: MacroRulesItem, unit: Unit, localInner: boolean): WrittenMacro {
    const parse = item.kind === "macro-rules" ? parseMacroRules : parseDeclMacro;
    return new WrittenMacro(item.name, unit, localInner, () => {
      const parsed = parse(unit.text, item.bodyStart, item.bodyEnd, unit.crate.edition);
      if (!isMacroError(parsed)) return parsed;
      if (unit.crate.origin === "workspace") {
        const message = `macro ${item.name} cannot be read: ${parsed.message}`;
        const place = this.program.at(unit, item.pos);
        this.program.report({ severity: "warning", code: "bad-macro", message, ...place });
      }
      return null;
    });
  }

  private attrHolds(unit: Unit, cfg: string | null): boolean {
    return cfg === null || this.program.cfg(unit.crate, cfg);
  }

  private macroCall(frame: Frame, item: MacroCallItem, { inactive, cfg }: Activity): void {
    const { context } = frame;
    const place =
      inactive === context.inactive && cfg === context.cfg ? context : contextWith(context, { inactive, cfg });
    const isModule = context.assoc === null && !context.foreign;
    if (!isModule) return this.expand(place, item, frame.textual, null);
    const gap = new TextualLink(frame.textual, "", null, false);
    const before = frame.textual;
    frame.textual = gap;
    const done = (end: TextualScope) => {
      if (frame.textual === gap) frame.textual = end;
      gap.fill(end);
      context.unit.textual.note(item.end, end);
    };
    context.unit.textual.note(item.end, gap);
    this.expand(place, item, before, done);
  }
}

/** The place inside a trait or impl. */
function insideOf(
  { scope, unit, folder, files }: Context,
  container: Container,
  assoc: AssocDef[],
  inactive: boolean,
  cfg: string | null,
): Context {
  return { scope, unit, container, assoc, foreign: false, inactive, cfg, folder, files };
}
