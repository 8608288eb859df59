/**
 * From dumps of the compiler to a truth: functions and edges in the form that `score.py` reads.
 *
 * A call of a trait's method on a known type is linked to the impl whose header fits best. Where two fit equally well, or a type is not
 * known, the edges to all of them are left out of the judgement (`const_init` and `through_external` are the scorer's words for that).
 */
import type { Items, OracleFunction, OracleImpl } from "./hir.ts";
import type { Mention } from "./thir.ts";
import { type Alias, type Compiled, expandAliases, fit, STD, type Type } from "./type.ts";

/** A truth as `score.py` reads it; the README beside it explains the fields. */
export interface Truth {
  readonly name: string;
  readonly functions: readonly object[];
  readonly edges: readonly object[];
  readonly trait_impls: Readonly<Record<number, readonly number[]>>;
  readonly through_external: readonly (readonly [number, number])[];
}

interface Edge {
  readonly caller: number;
  readonly callee: number;
  readonly kind: string;
  readonly declared?: number;
  readonly candidates?: number[];
  readonly via_macro?: "def";
  readonly lines: number[];
  readonly syntax: Record<string, number>;
}

/** What the edges of one mention say about the callee. */
interface Answer {
  readonly callee: number;
  readonly kind: string;
  readonly declared?: number;
  readonly candidates?: number[];
}

/** Where std calls back into a trait: the function called, and the trait's method with the types that choose its impl. */
const THROUGH: readonly (readonly [
  called: RegExp,
  method: RegExp,
  types: (types: readonly Type[]) => readonly (Type | undefined)[],
])[] = [
  [/convert::Into::into$/, /convert::From::from$/, ([from, into]) => [into, from]],
  [/convert::TryInto::try_into$/, /convert::TryFrom::try_from$/, ([from, into]) => [into, from]],
  [/FromResidual::from_residual$/, /convert::From::from$/, ([into, from]) => [into?.args.at(-1), from?.args.at(-1)]],
  [/str::\{impl#\d+\}::parse$/, /str::traits::FromStr::from_str$/, ([type]) => [type]],
  [/string::ToString::to_string$/, /fmt::Display::fmt$/, ([type]) => [type]],
  [/Iterator::collect$/, /FromIterator::from_iter$/, ([, type]) => [type]],
];

/** Links all mentions of a build. */
export class Linker {
  private readonly functions: OracleFunction[] = [];
  private readonly ids = new Map<string, number>();
  /** Crates and last segments of all structs, enums and unions. */
  private readonly types = new Set<string>();
  private readonly crates = new Set<string>();
  /** Names of all crates of the build. */
  private readonly packages: ReadonlySet<string>;
  /** Crates and what paths in them may begin with. */
  private readonly modules = new Set<string>();
  private readonly aliases = new Map<string, Alias>();
  private readonly implsOf = new Map<string, OracleImpl[]>();
  private readonly traitOf = new Map<string, string>();
  private readonly edges = new Map<string, Edge>();
  private readonly through = new Map<string, readonly [number, number]>();

  /** `packages` are the names of all crates of the build. */
  constructor(packages: ReadonlySet<string>) {
    this.packages = packages;
  }

  /** Adds what a crate declares; all crates come before the first mention. */
  addItems(items: Items): void {
    for (const one of items.functions) {
      this.ids.set(one.path, this.functions.length);
      this.functions.push(one);
      this.crates.add(crateOf(one.path));
    }
    for (const path of items.types) {
      const [crate, first] = path.split("::");
      this.types.add(`${crate} ${path.slice(path.lastIndexOf(":") + 1)}`);
      this.modules.add(`${crate} ${first}`);
    }
    for (const [path, alias] of items.aliases) this.aliases.set(path, alias);
    for (const one of items.impls) {
      const others = this.implsOf.get(one.trait) ?? [];
      this.implsOf.set(one.trait, [...others, one]);
      this.traitOf.set(one.path, one.trait);
    }
  }

  /** Adds one mention: at most one edge, and what std calls because of it. */
  addMention(mention: Mention): void {
    const caller = this.around(mention.owner);
    if (caller === undefined) return;
    this.addThrough(caller.id, mention);
    const answer = this.resolve(mention);
    if (answer === undefined) return;
    for (const other of answer.candidates ?? []) this.through.set(`${caller.id},${other}`, [caller.id, other]);
    const kind = caller.isConstant ? "const_init" : kindOf(mention, answer.kind);
    const isFromMacro = mention.place.context !== 0;
    const key = [caller.id, answer.callee, kind, isFromMacro].join();
    let edge = this.edges.get(key);
    if (edge === undefined) {
      const via = isFromMacro ? ({ via_macro: "def" } as const) : {};
      edge = { caller: caller.id, ...answer, kind, ...via, lines: [], syntax: {} };
      this.edges.set(key, edge);
    }
    if (!isFromMacro) edge.lines.push(mention.place.line);
    edge.syntax[mention.use] = (edge.syntax[mention.use] ?? 0) + 1;
  }

  /** Returns all that was found; `isWritten` tells whether a function stands in the sources, rather than coming out of a derive. */
  truth(name: string, isWritten: (fn: OracleFunction) => boolean): Truth {
    return {
      name,
      functions: this.functions.map((one, id) => ({
        id,
        file: one.file,
        line: one.line,
        end_line: one.endLine,
        name: one.name,
        path: one.path.replace(/\[\w*\]/, ""),
        kind: one.kind,
        ...(one.isFromMacro || !isWritten(one) ? { macro: true } : {}),
      })),
      edges: [...this.edges.values()],
      trait_impls: this.traitImpls(),
      through_external: [...this.through.values()],
    };
  }

  /** The function that a body belongs to; constants inside of functions are told apart. */
  private around(owner: string): { id: number; isConstant: boolean } | undefined {
    let isConstant = false;
    for (let path = owner; path.includes("::"); path = path.slice(0, path.lastIndexOf("::"))) {
      const id = this.ids.get(path);
      if (id !== undefined) return { id, isConstant };
      isConstant ||= !/::\{(closure|synthetic\w*)#\d+\}$/.test(path);
    }
    return undefined;
  }

  private resolve({ owner, callee, types }: Mention): Answer | undefined {
    const id = this.ids.get(callee);
    const kind = id === undefined ? undefined : this.functions[id]!.kind;
    const isOfTrait = id === undefined ? this.implsOf.has(parentOf(callee)) : kind!.startsWith("trait");
    if (!isOfTrait) return id === undefined ? undefined : { callee: id, kind: "direct" };
    const self = types[0]?.head ?? "?";
    const declared = id === undefined ? {} : { declared: id };
    const heads = (this.implsOf.get(parentOf(callee)) ?? []).map(({ types: [first] }) => first?.head ?? "?");
    if (self === "dyn" && !heads.includes("dyn")) {
      if (id === undefined) return undefined;
      // An impl for all types that is not of the object's own trait may be for unsized ones, too.
      const isOwn = lastOf(types[0]?.path ?? "") === lastOf(parentOf(callee));
      const isOpen = !isOwn && heads.some((head) => head.startsWith("'"));
      if (!isOpen) return { callee: id, kind: "trait_dyn" };
      return { callee: id, kind: "open", ...declared, candidates: this.choose(callee, types, owner) };
    }
    if (self === "alias" || self.startsWith("'"))
      return id === undefined ? undefined : { callee: id, kind: "trait_generic" };
    const [best, ...others] = this.choose(callee, types, owner);
    // What the crate of the type implements itself is not known here.
    if (id !== undefined && this.isElsewhere(types[0], owner))
      return { callee: best ?? id, kind: "open", ...declared, candidates: [id, ...others] };
    if (best === undefined) return id === undefined ? undefined : { callee: id, kind: "trait_static" };
    if (others.length > 0) return { callee: best, kind: "open", ...declared, candidates: others };
    return { callee: best, kind: "trait_static", ...declared };
  }

  /** True for a type that neither the workspace nor std declares. */
  private isElsewhere(type: Type | undefined, owner: string): boolean {
    const path = type?.path ?? "";
    const first = path.slice(0, path.indexOf("::"));
    if (first === "" || STD.has(first) || this.crates.has(first)) return false;
    return !this.types.has(`${crateOf(owner)} ${path.slice(path.lastIndexOf(":") + 1)}`);
  }

  /** The functions that a trait's method may mean on given types: one where a header fits better than all others. */
  private choose(method: string, types: readonly (Type | undefined)[], owner: string): number[] {
    const crate = crateOf(owner);
    const isKnown = (one: string): boolean => this.packages.has(one) || this.modules.has(`${crate} ${one}`);
    const place: Compiled = { crate, crates: this.crates, isKnown };
    const name = method.slice(method.lastIndexOf("::"));
    const fits = (this.implsOf.get(parentOf(method)) ?? []).flatMap((impl) => {
      const bound = new Map<string, Type>();
      let sum = 0;
      for (let at = 0; at < impl.types.length; at++) {
        const type = types[at];
        const one = type === undefined ? 0 : fit(expandAliases(impl.types[at]!, this.aliases), type, place, bound);
        if (one === undefined) return [];
        sum += one;
      }
      return [{ sum, id: this.ids.get(impl.path + name) ?? this.ids.get(method) }];
    });
    const most = Math.max(...fits.map(({ sum }) => sum));
    return fits.flatMap(({ sum, id }) => (sum === most && id !== undefined ? [id] : []));
  }

  private addThrough(caller: number, { owner, callee, types }: Mention): void {
    for (const [called, method, rearranged] of THROUGH) {
      if (!called.test(callee)) continue;
      for (const trait of this.implsOf.keys()) {
        const name = method.source.slice(method.source.lastIndexOf("::"), -1);
        if (!method.test(trait + name)) continue;
        for (const id of this.choose(trait + name, rearranged(types), owner))
          this.through.set(`${caller},${id}`, [caller, id]);
      }
    }
  }

  private traitImpls(): Record<number, number[]> {
    const all: Record<number, number[]> = {};
    for (const [id, { path }] of this.functions.entries()) {
      const trait = this.traitOf.get(parentOf(path));
      const declared = trait === undefined ? undefined : this.ids.get(trait + path.slice(path.lastIndexOf("::")));
      if (declared !== undefined) all[declared] = [...(all[declared] ?? []), id];
    }
    return all;
  }
}

/** The name of a path's crate, with the hash that only a binary keeps: it may be named like the package's library. */
function crateOf(path: string): string {
  return path.slice(0, path.indexOf("::")).replace("[]", "");
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf(":") + 1);
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("::"));
}

function kindOf(mention: Mention, kind: string): string {
  if (kind === "open") return "const_init";
  if (mention.use === "operator" || isDesugared(mention)) return "operator";
  return mention.use === "value" ? "fn_value" : kind;
}

/** `for`, `?` and `.await` call these without anybody having written so. */
function isDesugared({ callee, place }: Mention): boolean {
  return (
    place.context !== 0 &&
    /^core\[.*::(IntoIterator::into_iter|Iterator::next|Try::branch|FromResidual::from_residual|IntoFuture::into_future|Future::poll)$/.test(
      callee,
    )
  );
}
