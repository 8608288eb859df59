/**
 * The records that name resolution works on: those of `defs.ts` with what only this folder needs beside them.
 * A scope is a module or a block; a unit is a text that was lowered.
 */
import type { CfgSet } from "../cfg/index.ts";
import type { ConstItem, FileFacts, MacroCallItem, Ref, UseLeaf } from "../facts/types.ts";
import type { MacroDefinition } from "../macros/definition.ts";
import type { Edition, Target } from "../workspace/types.ts";
import type {
  AdtDef,
  AssocDef,
  Binding,
  Container,
  Crate,
  Def,
  Expansion,
  FnDef,
  MacroDef,
  Module,
  Namespace,
  SourceUnit,
  TraitDef,
} from "./defs.ts";
import type { ModuleFolder } from "./files.ts";
import type { DependencySource } from "./input.ts";
import { type TextualScope, TextualTimeline } from "./textual.ts";
import type { ExpandedBody, ExpansionFailure } from "./types.ts";

/** The three namespaces, in the order in which imports look at them. */
export const NAMESPACES: readonly Namespace[] = ["types", "values", "macros"];

/** What one outermost invocation may still cost. */
export interface Budget {
  size: number;
  count: number;
}

/** A macro invocation in a body. */
export interface BodySite {
  readonly unit: Unit;
  /** In `unit.facts.macroCalls`. */
  readonly row: number;
  readonly fn: FnDef | null;
}

/** A lowered text, with the scopes of its blocks and the textual scope of macros along it. */
export class Unit implements SourceUnit {
  readonly id: number;
  readonly crate: CrateNode;
  readonly file: string;
  /** The file's path as `NamesInput.facts` takes it; of an expansion that of its outermost file. */
  readonly path: string;
  /** Empty once the unit was {@link release}d. */
  text: string;
  /** Those of {@link NO_FACTS} once the unit was {@link release}d. */
  facts: FileFacts;
  readonly expansion: (Expansion & { readonly parent: Unit }) | null;
  /** Empty once the unit was {@link release}d, as all that follows. */
  textual: TextualTimeline;
  /** Scopes of `facts.blocks`, where collected. */
  blockScopes: (Scope | undefined)[] = [];
  /** The macro whose text this is, for helpers that its definition takes for granted. */
  readonly macro: MacroDef | null;
  readonly budget: Budget | null;
  /** The record that an expansion in a body is; 0 for files and items. */
  root: Ref = 0;
  /** The invocation that an expansion in a body stands for. */
  site: BodySite | null = null;
  /** Scopes of constants' blocks without items of their own, whose statements' macros define some. */
  constScopes: Map<Ref, Scope> | null = null;
  /** It, or an expansion in it, defines items, which are looked at later. */
  definesItems = false;
  /** Expansions of `facts.macroCalls`, by row. */
  expanded: Map<number, ExpandedBody | ExpansionFailure> | null = null;

  constructor(
    id: number,
    crate: CrateNode,
    source: { file: string; path: string; text: string; facts: FileFacts },
    textual: TextualScope,
    from: { expansion: Expansion & { readonly parent: Unit }; macro: MacroDef | null; budget: Budget } | null,
  ) {
    this.id = id;
    this.crate = crate;
    this.file = source.file;
    this.path = source.path;
    this.text = source.text;
    this.facts = source.facts;
    this.expansion = from === null ? null : from.expansion;
    this.macro = from === null ? null : from.macro;
    this.budget = from === null ? null : from.budget;
    this.textual = new TextualTimeline(textual);
  }

  /** Lets go of what is needed only while the body is read in which the expansion stands; from where its text came is kept. */
  release(): void {
    this.text = "";
    this.facts = NO_FACTS;
    this.textual = NO_TIMELINE;
    this.blockScopes = NO_SCOPES;
    this.site = null;
    this.constScopes = null;
    this.expanded = null;
  }
}

const NO_TIMELINE = new TextualTimeline(null);
const NO_SCOPES: undefined[] = [];

/** Facts of an empty text. */
export const NO_FACTS: FileFacts = {
  code: Int32Array.of(0),
  names: [],
  items: [],
  blocks: [],
  macroCalls: [],
  cfgs: [],
  attrs: [],
  errors: [],
};

/** A binding, with the import that made it. */
export interface ScopeBinding extends Binding {
  readonly def: Def;
  readonly scope: Scope | null;
  readonly glob: boolean;
  readonly inactive: boolean;
  /** Null for items. */
  readonly by: Import | null;
  /** How often this name's binding was replaced: a guard against imports that undo each other. */
  readonly generation: number;
}

/** A module or a block. */
export class Scope implements Module {
  readonly kind = "module";
  readonly id: number;
  readonly name: string;
  readonly path: string;
  readonly crate: CrateNode;
  readonly parent: Scope | null;
  readonly isBlock: boolean;
  readonly fn: FnDef | null;
  readonly unit: Unit;
  readonly inactive: boolean;
  readonly cfg: string | null;
  readonly types = new Map<string, ScopeBinding>();
  readonly values = new Map<string, ScopeBinding>();
  readonly macros = new Map<string, ScopeBinding>();
  /** The nearest module around that is no block; itself for a module. */
  readonly module: Scope;
  /** Glob imports of this module. */
  globImporters: Import[] | null = null;
  /** Modules whose names a glob import brings here. */
  globs: Scope[] | null = null;
  /** What would bind a name here, and is not done before somebody looks for the name. */
  aside: Map<string, (() => void)[]> | null = null;
  /** Imports that wait for a name to appear or to change here. */
  waiters: Map<string, Import[]> | null = null;
  /** Textual scope of macros at its end; blocks only. */
  textualEnd: TextualScope = null;
  traits: ReadonlySet<TraitDef> | null = null;
  /** Traits in scope for inactive code in it, which sees inactive imports too. */
  hiddenTraits: ReadonlySet<TraitDef> | null = null;
  /** Inactive bindings that gave way to others, by {@link hiddenKey}. */
  hidden: Map<string, ScopeBinding[]> | null = null;
  /** Where inactive items of this scope look from, by their condition (see `Program.shade`). */
  shades: Map<string | null, Scope> | null = null;
  /** Of a block: its row in `unit.facts.blocks`. */
  row = -1;
  /** The invocations that are its statements were expanded. */
  isOpened = false;
  /** One of the scope around, for inactive items of that. */
  isShade = false;

  constructor(
    id: number,
    name: string,
    parent: Scope | null,
    unit: Unit,
    form: { isBlock: boolean; fn: FnDef | null; inactive: boolean; cfg: string | null },
  ) {
    this.id = id;
    this.name = name;
    this.parent = parent;
    this.crate = unit.crate;
    this.unit = unit;
    this.isBlock = form.isBlock;
    this.fn = form.fn;
    this.inactive = form.inactive;
    this.cfg = form.cfg;
    this.module = form.isBlock && parent !== null ? parent.module : this;
    this.path = parent === null ? name : form.isBlock ? parent.path : `${parent.path}::${name}`;
  }
}

/** Key of a name in {@link Scope.hidden}. */
export function hiddenKey(namespace: Namespace, name: string): string {
  return `${namespace} ${name}`;
}

/** How a crate's paths reach another one. */
export interface ExternSource {
  /** Makes the crate known; null when there is none (an optional dependency of no use). */
  load(): CrateNode | null;
  /** The crate as far as it costs nothing to know it, for code that is not compiled. */
  peek(): CrateNode | null;
}

/** What holds in a crate for code that stands under a condition which does not. */
export interface AssumedCfg {
  readonly options: CfgSet;
  /** Conditions met so far. */
  readonly conditions: Map<string, boolean>;
}

/** `#[macro_use] extern crate x;`, perhaps with a list of names. */
export interface MacroUse {
  readonly crate: CrateNode;
  readonly names: ReadonlySet<string> | null;
}

/** A crate, with where its files lie and how it sees others. */
export class CrateNode implements Crate {
  readonly id: number;
  readonly name: string;
  readonly edition: Edition;
  readonly origin: "workspace" | "dependency" | "sysroot";
  readonly package: number;
  readonly target: Target | null;
  readonly token: string;
  /** Null for std's crates: what their stubs have counts everywhere. */
  readonly cfg: CfgSet | null;
  /** Conditions met so far. */
  readonly conditions = new Map<string, boolean>();
  /** The same for inactive code, by the condition that it stands under. */
  readonly assumed = new Map<string, AssumedCfg>();
  readonly externs = new Map<string, CrateNode>();
  /** Where not yet loaded externs come from. */
  readonly externSources = new Map<string, ExternSource>();
  readonly macroUses: MacroUse[] = [];
  /** Paths of the files of its modules. */
  readonly files = new Set<string>();
  /** Source of a dependency at hand. */
  readonly source: DependencySource | null;
  /** Folder whose files are shown below another name; null for workspace crates, whose paths are shown as they are. */
  readonly shown: { readonly folder: string; readonly as: string } | null;
  missing = false;
  noStd = false;
  noCore = false;
  /** The std prelude's module; null until found. */
  prelude: Scope | null = null;
  root!: Scope;

  constructor(
    id: number,
    as: {
      name: string;
      edition: Edition;
      origin: "workspace" | "dependency" | "sysroot";
      package: number;
      target: Target | null;
      cfg: CfgSet | null;
      source: DependencySource | null;
      shown: { readonly folder: string; readonly as: string } | null;
    },
  ) {
    this.id = id;
    this.name = as.name;
    this.edition = as.edition;
    this.origin = as.origin;
    this.package = as.package;
    this.target = as.target;
    this.cfg = as.cfg;
    this.source = as.source;
    this.shown = as.shown;
    this.token = `${CRATE_TOKEN}${id}`;
  }
}

/** What `$crate` is written as in expansions, before the crate's number. */
export const CRATE_TOKEN = "__callmap_crate_";

/** One leaf of a `use`. */
export interface Import {
  readonly module: Scope;
  /** Where its path is looked up from: the module, or of an inactive import a shade of it. */
  readonly from: Scope;
  readonly unit: Unit;
  readonly leaf: UseLeaf;
  /** Module in which what it binds can be named; null when everywhere. */
  readonly scope: Scope | null;
  readonly inactive: boolean;
  readonly cfg: string | null;
  readonly textual: TextualScope;
  /** Waits in the queue. */
  queued: boolean;
  /** Bound something, or found its glob's module. */
  resolved: boolean;
  /** Module of a resolved glob. */
  globbed: Def | null;
}

/** Where items are collected to. */
export interface Context {
  readonly scope: Scope;
  readonly unit: Unit;
  readonly container: Container | null;
  /** The container's items. */
  readonly assoc: AssocDef[] | null;
  readonly foreign: boolean;
  readonly inactive: boolean;
  readonly cfg: string | null;
  readonly folder: ModuleFolder;
  /** Files of modules around, outermost first. */
  readonly files: readonly string[];
}

/** The context with some of it changed. Field by field: V8 gives objects that are spread hidden classes of their own. */
export function contextWith(context: Context, change: Partial<Context>): Context {
  const { scope = context.scope, unit = context.unit, container = context.container, assoc = context.assoc } = change;
  const { foreign = context.foreign, inactive = context.inactive, cfg = context.cfg } = change;
  const { folder = context.folder, files = context.files } = change;
  return { scope, unit, container, assoc, foreign, inactive, cfg, folder, files };
}

/** An item macro, or a derive, that waits for its definition. */
export interface PendingCall {
  readonly context: Context;
  readonly item: MacroCallItem;
  /** Textual scope in front of it. */
  readonly textual: TextualScope;
  /** Takes the textual scope behind it. */
  readonly done: (scope: TextualScope) => void;
  /** What a derive is of; null for a macro. */
  readonly adt: AdtDef | null;
}

/** `const _`: there only for what its block defines, so invocations in it are expanded like items. */
export interface AnonymousConst {
  readonly context: Context;
  readonly item: ConstItem;
}

/** A `macro_rules!` or `macro` of a text. */
export class WrittenMacro implements MacroDef {
  readonly kind = "macro";
  readonly how = "rules";
  readonly name: string;
  readonly crate: CrateNode;
  readonly unit: Unit;
  readonly localInner: boolean;
  private readonly parse: () => MacroDefinition | null;
  private parsed: MacroDefinition | null | undefined = undefined;

  constructor(name: string, unit: Unit, localInner: boolean, parse: () => MacroDefinition | null) {
    this.name = name;
    this.unit = unit;
    this.crate = unit.crate;
    this.localInner = localInner;
    this.parse = parse;
  }

  definition(): MacroDefinition | null {
    if (this.parsed === undefined) this.parsed = this.parse();
    return this.parsed;
  }
}

/** Makes a macro that has no rules: one of the compiler's, or a procedural one. */
export function opaqueMacro(name: string, crate: CrateNode, how: "builtin" | "proc"): MacroDef {
  return { kind: "macro", name, crate, how, definition: () => null };
}
