/**
 * The state of name resolution: all defs, scopes and diagnostics, and the queues that drive imports to their fixed
 * point. A binding that is added or changed wakes the imports that waited for its name and travels on through the glob
 * imports of its scope; nothing else is looked at again.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import { LineIndex } from "../base/lines.ts";
import { assumeCfg, evaluateCfg, parseCfg } from "../cfg/index.ts";
import type { Vis } from "../facts/types.ts";
import { needsTest } from "./conditions.ts";
import type {
  AdtDef,
  AliasDef,
  ConstDef,
  Def,
  Expansion,
  ExternalDef,
  FnDef,
  ImplDef,
  MacroDef,
  Namespace,
  TraitDef,
} from "./defs.ts";
import { DEFAULT_LIMITS, type FileText, type NamesInput, type NamesLimits } from "./input.ts";
import {
  type AnonymousConst,
  type Budget,
  type CrateNode,
  hiddenKey,
  type Import,
  NO_FACTS,
  type PendingCall,
  Scope,
  type ScopeBinding,
  Unit,
} from "./model.ts";
import type { TextualScope } from "./textual.ts";
import type { Gap } from "./types.ts";

/** What stands in for a file that is not there. */
export const NO_FILE: FileText = { text: "", facts: NO_FACTS };

/** A name may be replaced this often (glob by explicit, inactive by active, a changed import) before it stays. */
const MAX_GENERATION = 16;

/** A binding that glob imports of `scope` have yet to see. */
interface Change {
  readonly scope: Scope;
  readonly namespace: Namespace;
  readonly name: string;
}

export class Program {
  readonly input: NamesInput;
  readonly limits: NamesLimits;
  readonly crates: CrateNode[] = [];
  readonly fns: FnDef[] = [];
  readonly impls: ImplDef[] = [];
  readonly adts: AdtDef[] = [];
  readonly traits: TraitDef[] = [];
  readonly aliases: AliasDef[] = [];
  readonly consts: ConstDef[] = [];
  readonly modules: Scope[] = [];
  readonly diagnostics: Diagnostic[] = [];
  /** All imports, for the report on those that stay unresolved. */
  readonly imports: Import[] = [];
  /** Imports to run. */
  readonly queue: Import[] = [];
  readonly changes: Change[] = [];
  /** Item macros that wait for their definition. */
  pending: PendingCall[] = [];
  /** Macros in the bodies of impls whose members nobody has asked for yet. */
  readonly membersPending = new Map<ImplDef, PendingCall[]>();
  /** Modules and blocks in which a macro stands whose items can't be told. */
  readonly unread = new Map<Scope, Gap>();
  /** Constants without name that are yet to be opened. */
  anonymousConsts: AnonymousConst[] = [];
  /** Crates whose items are not yet collected. */
  readonly uncollected: CrateNode[] = [];
  /** All names that something was put aside for. */
  private readonly asideNames = new Set<string>();
  private readonly externals = new Map<string, ExternalDef>();
  private readonly reported = new Set<string>();
  private units = 0;

  constructor(input: NamesInput) {
    this.input = input;
    this.limits = { ...DEFAULT_LIMITS, ...input.options.limits };
  }

  /** Makes the unit of a file. */
  fileUnit(crate: CrateNode, path: string, read: FileText, textual: TextualScope): Unit {
    return new Unit(this.units++, crate, { file: shownPath(crate, path), path, ...read }, textual, null);
  }

  /** Reads a file of a crate; null when there is none. */
  fileText(crate: CrateNode, path: string): FileText | null {
    const read = this.input.facts(path, { bodies: crate.origin === "workspace" });
    return typeof read === "string" ? null : read;
  }

  /** What stands in for a module's file that is not there. */
  emptyUnit(around: Unit): Unit {
    return this.fileUnit(around.crate, around.path, NO_FILE, null);
  }

  /** Makes the unit of an expansion. */
  expansionUnit(
    expansion: Expansion & { readonly parent: Unit },
    read: FileText,
    textual: TextualScope,
    macro: MacroDef | null,
    budget: Budget,
    crate: CrateNode = expansion.parent.crate,
  ): Unit {
    const { file, path } = expansion.parent;
    return new Unit(this.units++, crate, { file, path, ...read }, textual, { expansion, macro, budget });
  }

  /** Makes a module or a block. */
  scope(
    name: string,
    parent: Scope | null,
    unit: Unit,
    form: { isBlock: boolean; fn: FnDef | null; inactive: boolean; cfg: string | null },
  ): Scope {
    const scope = new Scope(this.modules.length, name, parent, unit, form);
    this.modules.push(scope);
    return scope;
  }

  /**
   * Where an item looks names up from: the scope it stands in, or, for an inactive item of an active scope, a block of its own around it, from
   * which inactive names are seen. Items under one condition share theirs.
   */
  shade(scope: Scope, { inactive, cfg }: { readonly inactive: boolean; readonly cfg: string | null }): Scope {
    if (!inactive || (scope.inactive && scope.cfg === cfg)) return scope;
    scope.shades ??= new Map();
    let shade = scope.shades.get(cfg);
    if (shade === undefined) {
      shade = this.scope("", scope, scope.unit, { isBlock: true, fn: scope.fn, inactive, cfg });
      shade.isShade = true;
      scope.shades.set(cfg, shade);
    }
    return shade;
  }

  /** The def that stands for a path into what is not at hand. */
  external(crate: CrateNode | null, segments: readonly string[]): ExternalDef {
    const path = segments.join("::");
    let def = this.externals.get(path);
    if (def === undefined) {
      def = { kind: "external", crate, name: path.slice(path.lastIndexOf(":") + 1), path };
      this.externals.set(path, def);
    }
    return def;
  }

  /** Evaluates a condition as a crate sees it. */
  cfg(crate: CrateNode, condition: string): boolean {
    let holds = crate.conditions.get(condition);
    if (holds === undefined) {
      holds = crate.cfg === null ? !needsTest(condition) : evaluateCfg(parseCfg(condition), crate.cfg);
      crate.conditions.set(condition, holds);
    }
    return holds;
  }

  /** Evaluates a condition for code of a module: what is left out is read as if its own condition held. */
  holds(from: Scope, crate: CrateNode, condition: string): boolean {
    if (!from.inactive || from.cfg === null || crate.cfg === null) return this.cfg(crate, condition);
    let assumed = crate.assumed.get(from.cfg);
    if (assumed === undefined) {
      assumed = { options: assumeCfg(parseCfg(from.cfg), crate.cfg), conditions: new Map() };
      crate.assumed.set(from.cfg, assumed);
    }
    const known = assumed.conditions.get(condition);
    if (known !== undefined) return known;
    const holds = evaluateCfg(parseCfg(condition), assumed.options);
    assumed.conditions.set(condition, holds);
    return holds;
  }

  /** Adds a diagnostic, unless one of the same code, place and message is there. */
  report(diagnostic: Diagnostic): void {
    const { code, file, line, column, message } = diagnostic;
    const key = `${code} ${file} ${line} ${column} ${message}`;
    if (this.reported.has(key)) return;
    this.reported.add(key);
    this.diagnostics.push(diagnostic);
  }

  /** Reports the syntax errors of a workspace file. */
  reportErrors(unit: Unit): void {
    const { errors } = unit.facts;
    const first = errors[0];
    if (first === undefined || unit.crate.origin !== "workspace") return;
    const others = errors.length > 1 ? `, and ${errors.length - 1} more in this file` : "";
    const message = `this is not read as Rust${others}; the rest of the file still counts`;
    const place = { file: unit.file, ...position(unit, first) };
    this.report({ severity: "warning", code: "syntax-error", message, ...place, partial: true });
  }

  /** Where an offset stands, for a diagnostic: in the outermost file. */
  at(unit: Unit, offset: number): { file: string; line: number; column: number } {
    while (unit.expansion !== null) {
      offset = unit.expansion.callPos;
      unit = unit.expansion.parent;
    }
    const { line, column } = position(unit, offset);
    return { file: unit.file, line, column };
  }

  /**
   * Binds a name in a scope, if the binding is stronger than what is there: active before inactive, explicit before
   * glob, first come first served. Wakes whoever waits for the name.
   */
  define(scope: Scope, namespace: Namespace, name: string, binding: ScopeBinding): void {
    const map = scope[namespace];
    const old = map.get(name);
    if (old === undefined) map.set(name, binding);
    else {
      const merged = merge(old, binding);
      if (old.def !== binding.def) hide(scope, hiddenKey(namespace, name), merged === old ? binding : old, merged);
      if (merged === old) return;
      map.set(name, merged);
    }
    if (scope.globImporters !== null) this.changes.push({ scope, namespace, name });
    const waiting = scope.waiters?.get(name);
    if (waiting === undefined) return;
    scope.waiters!.delete(name);
    for (const imp of waiting) this.enqueue(imp);
  }

  /** Leaves what would bind a name in a scope undone until the name is looked for. */
  putAside(scope: Scope, name: string, bind: () => void): void {
    this.asideNames.add(name);
    scope.aside ??= new Map();
    const list = scope.aside.get(name);
    if (list === undefined) scope.aside.set(name, [bind]);
    else list.push(bind);
  }

  /** Does what was left undone about a name in a scope, or in what it has by globs; about all names where none is given. Then imports are queued. */
  wake(scope: Scope, name?: string): void {
    if (scope.aside === null && scope.globs === null) return;
    if (name !== undefined && !this.asideNames.has(name)) return;
    const asked = new Set([scope]);
    for (const at of asked) {
      for (const glob of at.globs ?? []) asked.add(glob);
      if (at.aside === null) continue;
      for (const key of name === undefined ? [...at.aside.keys()] : [name]) {
        const list = at.aside.get(key) ?? [];
        at.aside.delete(key);
        for (const bind of list) bind();
      }
    }
  }

  /** True while the fixed point is not reached for what was woken or reached last. */
  get isMoving(): boolean {
    return this.queue.length > 0 || this.uncollected.length > 0;
  }

  /** Queues an import to be run (again). */
  enqueue(imp: Import): void {
    if (imp.queued) return;
    imp.queued = true;
    this.queue.push(imp);
  }

  /** Lets an import run again when a name appears or changes in a scope. */
  wait(scope: Scope, name: string, imp: Import): void {
    scope.waiters ??= new Map();
    const list = scope.waiters.get(name);
    if (list === undefined) scope.waiters.set(name, [imp]);
    else if (list[list.length - 1] !== imp) list.push(imp);
  }
}

/** Chooses between two bindings of one name. */
function merge(old: ScopeBinding, binding: ScopeBinding): ScopeBinding {
  if (old.generation >= MAX_GENERATION) return old;
  const generation = old.generation + 1;
  const gain = rank(binding) - rank(old);
  if (old.def === binding.def) {
    const widens = old.scope !== null && (binding.scope === null || isInside(old.scope, binding.scope));
    const isWider = widens && old.scope !== binding.scope;
    if (gain <= 0 && !isWider) return old;
    const strong = gain > 0 ? binding : old;
    return { ...strong, scope: isWider ? binding.scope : strong.scope, generation };
  }
  const isUpdate = old.by !== null && old.by === binding.by;
  return gain > 0 || isUpdate ? { ...binding, generation } : old;
}

/** Keeps an inactive binding that gives way to another one for inactive code. */
function hide(scope: Scope, key: string, binding: ScopeBinding, winner: ScopeBinding): void {
  if (!binding.inactive || (binding.by !== null && binding.by === winner.by)) return;
  scope.hidden ??= new Map();
  const others = (scope.hidden.get(key) ?? []).filter((other) => other.by === null || other.by !== binding.by);
  if (!others.some((other) => other.def === binding.def)) scope.hidden.set(key, [...others, binding]);
}

/** The condition that a binding stands under, as far as its import or its item says. */
export function conditionOfBinding({ by, def }: ScopeBinding): string | null {
  return by?.cfg ?? ("cfg" in def ? def.cfg : null);
}

function rank(binding: ScopeBinding): number {
  return (binding.inactive ? 0 : 4) + (binding.glob ? 0 : 2) + (binding.def.kind === "external" ? 0 : 1);
}

/** True when the scope lies within the module or is it. */
export function isInside(scope: Scope, outer: Scope): boolean {
  if (scope.crate !== outer.crate) return false;
  for (let at: Scope | null = scope.module; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

/** The narrower of two visibilities of which one lies within the other. */
export function narrower(a: Scope | null, b: Scope | null): Scope | null {
  if (a === null) return b;
  if (b === null) return a;
  return isInside(a, b) ? a : b;
}

/** The module to which a visibility restricts an item of `scope`; null for `pub`. */
export function visibleIn(vis: Vis, scope: Scope): Scope | null {
  if (vis.kind === "pub") return null;
  const own = scope.module;
  if (vis.kind === "private") return own;
  const last = vis.path[vis.path.length - 1] ?? "self";
  if (last === "crate" || (vis.path.length === 1 && last !== "self" && last !== "super")) return ownRoot(own);
  let module: Scope = own;
  for (const segment of vis.path) if (segment === "super") module = module.parent?.module ?? module;
  if (last === "self" || last === "super") return module;
  for (let at: Scope | null = own; at !== null; at = at.parent) if (!at.isBlock && at.name === last) return at;
  return ownRoot(own);
}

function ownRoot(scope: Scope): Scope {
  return scope.crate.root;
}

/** 1-based line and column of an offset in a unit's own text. */
export function position(unit: Unit, offset: number): { line: number; column: number } {
  const index = linesOf(unit);
  return { line: index.line(offset), column: index.column(offset) };
}

const LINES = new WeakMap<Unit, LineIndex>();

function linesOf(unit: Unit): LineIndex {
  let index = LINES.get(unit);
  if (index === undefined) {
    index = new LineIndex(unit.text);
    LINES.set(unit, index);
  }
  return index;
}

/** The binding of an item. */
export function itemBinding(def: Def, scope: Scope | null, inactive: boolean): ScopeBinding {
  return { def, scope, glob: false, inactive, by: null, generation: 0 };
}

/** How a file of a crate is shown: below a short name for dependencies and std. */
function shownPath({ shown }: CrateNode, path: string): string {
  if (shown === null || !path.startsWith(`${shown.folder}/`)) return path;
  return shown.as + path.slice(shown.folder.length);
}
