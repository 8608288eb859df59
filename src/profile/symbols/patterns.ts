/**
 * The functions of a call graph as patterns that names of symbols are held against, indexed by their last names.
 *
 * An impl's method is found by (name, trait, head of the type), everything else by its last two names; so a look-up meets only a
 * handful of functions, however often `new` or `fmt` is defined.
 */

import type { NodeIndex } from "../../base/ids.ts";
import { pushTo } from "../../base/lists.ts";
import { nodeAttributes } from "../../graph/columns.ts";
import type { CallGraph, NodeAttributes, NodeKind } from "../../graph/types.ts";
import { bareNames } from "./path.ts";
import { type ImplHeader, parsePathText, parseTypeText, type Term } from "./term.ts";
import { ANY_HEAD, headWord } from "./unify.ts";

/** A function of the source. */
export interface FunctionPattern {
  readonly node: NodeIndex;
  readonly kind: NodeKind;
  /** Crate first, the function's name last; behind an impl header only the names that follow it. */
  readonly names: readonly string[];
  /** Header of the impl around it: self type with the parameters of the source. A plain path may have one, too: that of an inherent impl. */
  readonly impl?: ImplHeader;
  /** True when `names` stand behind the header; false when they are the whole path. */
  readonly isHeaded: boolean;
  /** False for methods that a trait only declares. */
  readonly hasBody: boolean;
  /** True for what the `cfg` of the scan leaves out. */
  readonly isInactive: boolean;
  readonly module?: string;
}

/** Functions by the last names of their paths. */
export interface PatternIndex {
  /** Crates that have functions in the graph. */
  readonly crates: ReadonlySet<string>;
  /** Paths of modules. */
  readonly modules: ReadonlySet<string>;
  /** Methods of trait impls. */
  traitMethods(name: string, trait: string, head: string): readonly FunctionPattern[];
  /** Functions whose path ends with these two names; types count by their last name, whatever their arguments. */
  functions(name: string, parent: string): readonly FunctionPattern[];
  /** Tells whether there is a function of just this path. */
  isFunction(path: readonly string[]): boolean;
  /** Functions that the linker knows by their bare names. */
  exported(name: string): readonly FunctionPattern[];
  /** Functions of a name, wherever they are. */
  named(name: string): readonly FunctionPattern[];
}

const MATCHED_KINDS: ReadonlySet<NodeKind> = new Set(["function", "method", "trait_method", "initializer"]);

/** Builds the index; linear in the graph's nodes. `crates` are further ones of the workspace. */
export function indexPatterns(graph: CallGraph, crates: readonly string[] = []): PatternIndex {
  const builder = new IndexBuilder();
  for (const crate of crates) builder.crates.add(crate);
  for (let node = 0; node < graph.nodes.length; node++) {
    builder.add(nodeAttributes(graph, node as NodeIndex), node as NodeIndex);
  }
  return builder;
}

class IndexBuilder implements PatternIndex {
  readonly crates = new Set<string>();
  readonly modules = new Set<string>();
  readonly #traitMethods = new Map<string, FunctionPattern[]>();
  readonly #functions = new Map<string, FunctionPattern[]>();
  readonly #exported = new Map<string, FunctionPattern[]>();
  readonly #named = new Map<string, FunctionPattern[]>();

  add(attributes: NodeAttributes, node: NodeIndex): void {
    if (!MATCHED_KINDS.has(attributes.kind)) return;
    const pattern = toPattern(attributes, node);
    if (pattern === undefined) return;
    this.#addScopes(attributes, pattern);
    const name = pattern.names.at(-1)!;
    pushTo(this.#named, name, pattern);
    if (attributes.entry === "ffi") pushTo(this.#exported, name, pattern);
    const { impl } = pattern;
    const isMethod = pattern.isHeaded && pattern.names.length === 1 && impl !== undefined;
    if (isMethod && impl.trait !== undefined)
      pushTo(this.#traitMethods, traitKey(name, impl.trait, impl.self), pattern);
    else pushTo(this.#functions, joined(name, isMethod ? headWord(impl.self) : (pattern.names.at(-2) ?? "")), pattern);
  }

  traitMethods(name: string, trait: string, head: string): readonly FunctionPattern[] {
    const exact = this.#traitMethods.get(joined(name, trait, head)) ?? [];
    const blanket = head === ANY_HEAD ? [] : (this.#traitMethods.get(joined(name, trait, ANY_HEAD)) ?? []);
    return blanket.length === 0 ? exact : [...exact, ...blanket];
  }

  functions(name: string, parent: string): readonly FunctionPattern[] {
    return this.#functions.get(joined(name, parent)) ?? [];
  }

  isFunction(path: readonly string[]): boolean {
    const alike = this.functions(path.at(-1) ?? "", path.at(-2) ?? "");
    return alike.some(({ names, isHeaded }) => !isHeaded && names.join("::") === path.join("::"));
  }

  exported(name: string): readonly FunctionPattern[] {
    return this.#exported.get(name) ?? [];
  }

  named(name: string): readonly FunctionPattern[] {
    return this.#named.get(name) ?? [];
  }

  #addScopes(attributes: NodeAttributes, pattern: FunctionPattern): void {
    const module = attributes.module ?? (pattern.isHeaded ? undefined : pattern.names[0]);
    if (module === undefined) return;
    this.modules.add(module);
    this.crates.add(module.split("::", 1)[0]!);
  }
}

function toPattern(attributes: NodeAttributes, node: NodeIndex): FunctionPattern | undefined {
  const segments = parsePathText(attributes.path);
  if (segments === undefined) return undefined;
  const headerAt = segments.findLastIndex((segment) => segment.impl !== undefined);
  const names = bareNames(segments.slice(headerAt + 1));
  if (names.length === 0) return undefined;
  const impl = segments[headerAt]?.impl ?? inherentImpl(attributes);
  return {
    node,
    kind: attributes.kind,
    names,
    ...(impl !== undefined && { impl }),
    isHeaded: headerAt >= 0,
    isInactive: attributes.inactive === true,
    hasBody: attributes.kind !== "trait_method" || attributes.default === true,
    ...(attributes.module !== undefined && { module: attributes.module }),
  };
}

/** The header of an inherent impl isn't in the path: `Catalog::random` may be that of `impl Catalog<Item>`. */
function inherentImpl(attributes: NodeAttributes): ImplHeader | undefined {
  if (attributes.impl === undefined || attributes.trait !== undefined) return undefined;
  return { self: parseTypeText(attributes.impl) };
}

function traitKey(name: string, trait: Term, self: Term): string {
  return joined(name, trait.path.at(-1) ?? "", headWord(self));
}

function joined(...words: string[]): string {
  return words.join("\n");
}
