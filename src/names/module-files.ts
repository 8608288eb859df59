/** `mod x;`: finds, reads and opens the file of a module. */
import type { ModItem } from "../facts/types.ts";
import { type Activity, activity } from "./activity.ts";
import { attributeFile, type ModuleFolder, modRsFolder, moduleFiles, plainFileFolder } from "./files.ts";
import type { Context, CrateNode, Unit } from "./model.ts";
import type { Program } from "./program.ts";
import type { TextualScope } from "./textual.ts";

/** Nesting from which on files are compared by what symbolic links lead to. */
const SUSPICIOUS_DEPTH = 5;

/** A file, and where the modules inside it are searched. */
interface FoundFile {
  readonly path: string;
  readonly folder: ModuleFolder;
}

/** An opened module file. */
export interface LoadedModule {
  readonly context: Context;
  /** `#![macro_use]` inside. */
  readonly macroUse: boolean;
}

export class ModuleFiles {
  private readonly program: Program;

  constructor(program: Program) {
    this.program = program;
  }

  /** The value of the `path` attribute that holds for the crate, or null. */
  pathAttribute(crate: CrateNode, item: ModItem): string | null {
    for (const attr of item.attrs) {
      if (attr.path === "path" && (attr.cfg === null || this.program.cfg(crate, attr.cfg))) return attr.args;
    }
    return null;
  }

  /** True when the module's file is a module of the crate already. */
  isTaken(context: Context, item: ModItem): boolean {
    const found = this.find(context, item, true);
    return found !== null && context.unit.crate.files.has(found.path);
  }

  /** Opens the module. Null when inner attributes leave nothing of it; a module without file is an empty one. */
  load(context: Context, item: ModItem, state: Activity, textual: TextualScope): LoadedModule | null {
    const { program } = this;
    const { crate } = context.unit;
    const found = this.find(context, item, state.inactive);
    const read = found === null ? null : this.read(context, item, found.path);
    const unit = read === null || found === null ? null : program.fileUnit(crate, found.path, read, textual);
    if (found !== null) crate.files.add(found.path);
    const inner = unit === null ? state : activity(program, crate, unit.facts.attrs, state);
    if (inner.skip) return null;
    if (unit !== null) this.program.reportErrors(unit);
    const { inactive, cfg } = inner;
    const form = { isBlock: false, fn: context.scope.fn, inactive, cfg };
    const scope = program.scope(item.name, context.scope, unit ?? emptyUnit(program, context), form);
    const files = found === null ? context.files : [...context.files, found.path];
    const folder = found === null ? context.folder : found.folder;
    return {
      context: { scope, unit: scope.unit, container: null, assoc: null, foreign: false, inactive, cfg, folder, files },
      macroUse: unit?.facts.attrs.some((attr) => attr.path === "macro_use") === true,
    };
  }

  private read(context: Context, item: ModItem, path: string): ReturnType<Program["fileText"]> {
    if (this.isCyclic(context, item, path)) return null;
    const read = this.program.fileText(context.unit.crate, path);
    if (read === null) {
      const message = `the file of module ${item.name} cannot be read: ${path}`;
      this.report(context, item, "error", "unreadable-file", message, "");
    }
    return read;
  }

  private find(context: Context, item: ModItem, inactive: boolean): FoundFile | null {
    const { input } = this.program;
    const attribute = this.pathAttribute(context.unit.crate, item);
    if (attribute !== null) {
      const path = attributeFile(context.folder, attribute);
      if (input.exists(path)) return { path, folder: modRsFolder(path) };
      if (!inactive) this.missing(context, item, [path]);
      return null;
    }
    const [plain, modRs] = moduleFiles(context.folder, item.name);
    const hasPlain = input.exists(plain);
    const hasModRs = input.exists(modRs);
    if (!hasPlain && !hasModRs) {
      if (!inactive) this.missing(context, item, [plain, modRs]);
      return null;
    }
    if (hasPlain && hasModRs) {
      const message = `module ${item.name} has two files: ${plain} and ${modRs}`;
      this.report(context, item, "warning", "ambiguous-module-file", message, "delete or rename one of them");
    }
    return hasPlain ? { path: plain, folder: plainFileFolder(plain) } : { path: modRs, folder: modRsFolder(modRs) };
  }

  private missing(context: Context, item: ModItem, tried: readonly string[]): void {
    const message = `module ${item.name} has no file`;
    const hint = `create ${tried.join(" or ")}, or correct the path attribute`;
    this.report(context, item, "error", "missing-module", message, hint);
  }

  private isCyclic(context: Context, item: ModItem, path: string): boolean {
    const { files } = context;
    const { input, limits } = this.program;
    let cyclic = files.includes(path) || files.length > limits.moduleDepth;
    if (!cyclic && files.length >= SUSPICIOUS_DEPTH) {
      const real = input.identity(path);
      cyclic = files.some((file) => input.identity(file) === real);
    }
    if (!cyclic) return false;
    const message = `module ${item.name} contains itself: ${path} is a file it stands in`;
    this.report(context, item, "error", "cyclic-module", message, "correct the path attribute or the symbolic link");
    return true;
  }

  private report(
    context: Context,
    item: ModItem,
    severity: "error" | "warning",
    code: string,
    message: string,
    hint: string,
  ): void {
    if (context.unit.crate.origin !== "workspace") return;
    const place = this.program.at(context.unit, item.namePos);
    const more = { ...(hint === "" ? {} : { hint }), ...(severity === "error" ? { partial: true } : {}) };
    this.program.report({ severity, code, message, ...place, ...more });
  }
}

function emptyUnit(program: Program, context: Context): Unit {
  return program.emptyUnit(context.unit);
}
