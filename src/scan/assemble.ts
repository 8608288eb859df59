/**
 * From names and inference to the call graph: which functions are nodes, which sites are edges, and what is said of both.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { NodeIndex } from "../base/ids.ts";
import { pushTo } from "../base/lists.ts";
import { GraphBuilder } from "../graph/builder.ts";
import {
  type CallGraph,
  GRAPH_SCHEMA,
  type GraphMeta,
  type NodeAttributes,
  type Site,
  type Tally,
  type Visibility,
} from "../graph/types.ts";
import type { Inference } from "../infer/infer.ts";
import type { BodyOwner, BodySites, CallSite, ReadSite, Reason } from "../infer/sites.ts";
import type { ConstDef, FnDef, Module } from "../names/defs.ts";
import type { Items } from "../types/items.ts";
import type { Workspace } from "../workspace/index.ts";
import { dispatchPairs, rapidPairs } from "./dispatch.ts";
import { entryOf } from "./entries.ts";
import { exportedItems } from "./exported.ts";
import { functionPath, newPathCache } from "./paths.ts";
import { whyOf } from "./why.ts";

/** What is drawn besides the workspace's own functions and the calls between them. */
export interface AssembleOptions {
  /** Functions of std and dependencies that are called. */
  readonly external: boolean;
  /** Edges to methods that a call of unknown receiver may mean by name. */
  readonly candidates: boolean;
  /** Closures as nodes of their own; else their calls are those of the function around. */
  readonly closures: boolean;
  /** Which implementations a call through a trait may reach. */
  readonly dispatch: "cha" | "rta" | "none";
}

/** A call site without a target. */
export interface UnresolvedSite {
  /** As the tally counts it: `candidate` where methods of the workspace fit by name, see {@link AssembleOptions.candidates}. */
  readonly state: "unresolved" | "candidate";
  /** Path of the function that calls. */
  readonly caller: string;
  readonly site: Site;
  readonly name: string;
  readonly reason: Reason;
}

export interface Assembly {
  readonly graph: CallGraph;
  readonly unresolved: readonly UnresolvedSite[];
}

export interface AssembleInput {
  readonly items: Items;
  readonly inference: Inference;
  readonly workspace: Workspace;
  readonly meta: Pick<GraphMeta, "callmap" | "cfg">;
  readonly diagnostics: readonly Diagnostic[];
  readonly options: AssembleOptions;
}

/** Builds the call graph of an analysed program. */
export function assemble(input: AssembleInput): Assembly {
  return new Assembler(input).run();
}

/** What the crates that inactive code names might tell, had they been read. */
const OPEN_REASONS: ReadonlySet<Reason> = new Set([
  "unknown-receiver",
  "no-such-method",
  "unresolved-path",
  "unknown-callee",
  "macro-not-found",
  "dependency-source",
]);

class Assembler {
  private readonly input: AssembleInput;
  private readonly items: Items;
  private readonly builder = new GraphBuilder();
  private readonly nodes = new Map<BodyOwner | string, NodeIndex>();
  private readonly paths = newPathCache();
  private readonly closures = new Map<BodyOwner, readonly NodeIndex[]>();
  private readonly callers = new Map<CallSite, BodyOwner>();
  /** Sites that methods fit by name. */
  private readonly named: ReadonlySet<CallSite>;
  private readonly exported: ReadonlySet<BodyOwner>;
  private readonly unresolved: UnresolvedSite[] = [];
  private readonly tally = { total: 0, resolved: 0, external: 0, dispatch: 0, guess: 0, candidate: 0, unresolved: 0 };

  constructor(input: AssembleInput) {
    this.input = input;
    this.items = input.items;
    this.exported = exportedItems(input.items);
    this.named = new Set(input.inference.candidates.map((c) => c.site));
  }

  run(): Assembly {
    for (const fn of this.items.names.fns) if (this.isOurs(fn) && !fn.foreign) this.addFunction(fn);
    for (const body of this.input.inference.bodies) this.addBody(body);
    this.addReads();
    this.addCandidates();
    if (this.input.options.dispatch !== "none") this.addDispatch();
    return { graph: this.builder.build(this.meta()), unresolved: this.unresolved };
  }

  private isOurs(def: BodyOwner): boolean {
    return def.unit.crate.origin === "workspace";
  }

  private addFunction(fn: FnDef): NodeIndex {
    const place = this.items.names.place(fn.unit, fn.item.pos);
    const end = this.items.names.place(fn.unit, Math.max(fn.item.pos, fn.item.end - 1));
    const inTrait = fn.container?.kind === "trait";
    const { item } = fn;
    const { path, impl, trait } = functionPath(this.items, fn, this.paths);
    const { package: pack, target, module } = this.crateAttributes(fn);
    const { entry, test } = entryOf(fn, this.exported);
    const attributes: NodeAttributes = {
      name: fn.name,
      path,
      impl,
      trait,
      kind: inTrait ? "trait_method" : fn.container ? "method" : "function",
      file: place.file,
      line: place.line,
      column: place.column,
      endLine: Math.max(place.line, end.file === place.file ? end.line : place.line),
      package: pack,
      target,
      module,
      visibility: visibilityOf(fn),
      entry,
      test,
      default: inTrait && item.hasBody,
      async: item.async,
      unsafe: item.unsafe,
      const: item.const,
      generic: this.items.generics(fn).params.length > (inTrait ? 1 : 0),
      inactive: fn.inactive,
      macro: place.inMacro ? (place.macro ?? undefined) : undefined,
      cfg: fn.cfg ?? undefined,
    };
    const node = this.builder.addNode(attributes);
    this.nodes.set(fn, node);
    return node;
  }

  private crateAttributes(def: BodyOwner): Pick<NodeAttributes, "package" | "target" | "module"> {
    const { crate } = def.unit;
    const pack = this.input.workspace.packages[crate.package];
    return { package: pack?.name ?? crate.name, target: crate.target?.kind ?? "lib", module: moduleOf(def.module) };
  }

  private addInitializer(def: ConstDef): NodeIndex {
    const place = this.items.names.place(def.unit, def.item.pos);
    const end = this.items.names.place(def.unit, Math.max(def.item.pos, def.item.end - 1));
    const node = this.builder.addNode({
      name: def.name,
      ...functionPath(this.items, def, this.paths),
      kind: "initializer",
      file: place.file,
      line: place.line,
      column: place.column,
      endLine: Math.max(place.line, end.line),
      ...this.crateAttributes(def),
      visibility: visibilityOf(def),
      ...entryOf(def, this.exported),
      inactive: def.inactive,
      ...(def.cfg !== null ? { cfg: def.cfg } : {}),
    });
    this.nodes.set(def, node);
    return node;
  }

  private nodeOf(owner: BodyOwner): NodeIndex {
    return this.nodes.get(owner) ?? (owner.kind === "fn" ? this.addFunction(owner) : this.addInitializer(owner));
  }

  private addBody(body: BodySites): void {
    const { owner, sites } = body;
    const closures = this.input.options.closures ? this.addClosures(body) : [];
    if (closures.length > 0) this.closures.set(owner, closures);
    // Symbols of a profile may name an initialiser though it calls nothing that is shown. So which are shown does not depend on `external`.
    if (owner.kind !== "fn" && (body.closures.length > 0 || sites.length > 0)) this.nodeOf(owner);
    for (const site of sites) {
      this.count(site);
      const callee = this.calleeOf(site);
      if (this.named.has(site)) this.callers.set(site, owner);
      if (callee !== undefined) {
        const caller = closures[site.closure] ?? this.nodeOf(owner);
        this.builder.addSite(caller, callee, site.kind, site.confidence, whyOf(site), this.siteOf(site));
      } else if (site.state === "unresolved" && site.reason) {
        this.unresolved.push({
          state: this.named.has(site) ? "candidate" : "unresolved",
          caller: functionPath(this.items, owner, this.paths).path,
          site: this.siteOf(site),
          name: site.detail,
          reason: owner.inactive && OPEN_REASONS.has(site.reason) ? "inactive-code" : site.reason,
        });
      }
    }
  }

  /** A node per closure, numbered in source order within what is around it (v0 mangling), named by the function that makes it. */
  private addClosures({ owner, closures }: BodySites): NodeIndex[] {
    const nodes: NodeIndex[] = [];
    const paths: string[] = [];
    const counts = new Map<number, number>();
    for (const { unit, start, end, parent } of closures) {
      const number = counts.get(parent) ?? 0;
      counts.set(parent, number + 1);
      const around = parent < 0 ? this.nodeOf(owner) : nodes[parent]!;
      const name = `{closure#${number}}`;
      const path = `${parent < 0 ? functionPath(this.items, owner, this.paths).path : paths[parent]}::${name}`;
      const place = this.items.names.place(unit, start);
      const last = this.items.names.place(unit, Math.max(start, end - 1));
      const attributes: NodeAttributes = {
        name,
        path,
        kind: "closure",
        file: place.file,
        line: place.line,
        column: place.column,
        endLine: Math.max(place.line, last.line),
        ...this.crateAttributes(owner),
        inactive: owner.inactive,
      };
      const node = this.builder.addNode(attributes, { parent: around });
      const site: Site = { file: place.file, line: place.line, column: place.column, how: "value" };
      this.builder.addSite(around, node, "reference", "exact", "makes the closure", site);
      nodes.push(node);
      paths.push(path);
    }
    return nodes;
  }

  /**
   * From each body to the initialisers that are shown and that it names: what a table holds may be called by whoever reads the table. A
   * constant that only passes on what another one holds is shown too.
   */
  private addReads(): void {
    const readers = new Map<ConstDef, { owner: BodyOwner; read: ReadSite }[]>();
    for (const { owner, reads } of this.input.inference.bodies)
      for (const read of reads) pushTo(readers, read.target, { owner, read });
    const shown = [...this.nodes.keys()].filter((def) => typeof def !== "string" && def.kind !== "fn");
    const seen = new Set(shown);
    for (const target of shown) {
      for (const { owner, read } of readers.get(target as ConstDef) ?? []) {
        const caller = this.closures.get(owner)?.[read.closure] ?? this.nodeOf(owner);
        const site = this.siteOf({ ...read, how: "value", kind: "reference" });
        this.builder.addSite(caller, this.nodeOf(target as ConstDef), "reference", read.confidence, "reads it", site);
        if (owner.kind === "fn" || seen.has(owner)) continue;
        seen.add(owner);
        shown.push(owner);
      }
    }
  }

  /** Methods that fit a call of unknown receiver by name: counted always, drawn on request. */
  private addCandidates(): void {
    for (const { site, targets } of this.input.inference.candidates) {
      this.tally.unresolved--;
      this.tally.candidate++;
      const owner = this.callers.get(site);
      if (!this.input.options.candidates || !owner) continue;
      for (const target of targets) {
        const why = `one of ${targets.length} by this name; the receiver's type is not known`;
        this.builder.addSite(this.nodeOf(owner), this.nodeOf(target), "candidate", "guess", why, this.siteOf(site));
      }
    }
  }

  private count(site: CallSite): void {
    if (site.kind !== "call") return;
    this.tally.total++;
    // A closure or function value that is called is chosen at run time.
    this.tally[site.state === "local" ? "dispatch" : site.state]++;
  }

  private calleeOf(site: CallSite): NodeIndex | undefined {
    const { target } = site;
    if (!target)
      return site.state === "external" && this.input.options.external
        ? this.externalNode(site.detail, site.detail.split("::")[0]!)
        : undefined;
    const known = this.nodes.get(target);
    if (known !== undefined) return known;
    if (this.isOurs(target) && !target.foreign) return this.addFunction(target);
    if (!this.input.options.external) return undefined;
    return this.externalNode(functionPath(this.items, target, this.paths).path, target.unit.crate.name);
  }

  private externalNode(path: string, crate: string): NodeIndex {
    let node = this.nodes.get(path);
    if (node === undefined) {
      node = this.builder.addNode({
        name: path.slice(path.lastIndexOf("::") + 1).replace(/^:+/, ""),
        path,
        kind: "external",
        package: crate,
      });
      this.nodes.set(path, node);
    }
    return node;
  }

  private siteOf(site: Pick<CallSite, "unit" | "pos" | "kind" | "how">): Site {
    const place = this.items.names.place(site.unit, site.pos);
    return {
      file: place.file,
      line: place.line,
      column: place.column,
      how: place.inMacro && site.kind === "call" ? "macro" : site.how,
    };
  }

  /** From each trait method to the methods of the impls that may run in its place. */
  private addDispatch(): void {
    const { inference, options } = this.input;
    let pairs = [...dispatchPairs(this.items, inference, options.external)];
    if (options.dispatch === "rta") pairs = rapidPairs(this.items, inference, pairs, this.entries());
    for (const { declared, method } of pairs) {
      const from = this.nodes.get(declared) ?? this.nodes.get(functionPath(this.items, declared, this.paths).path);
      const to = this.nodes.get(method);
      if (from !== undefined && to !== undefined) {
        this.builder.addSite(from, to, "dispatch", "exact", "implements the trait's method");
      }
    }
  }

  private entries(): FnDef[] {
    return this.items.names.fns.filter((fn) => this.isOurs(fn) && entryOf(fn, this.exported).entry !== undefined);
  }

  private meta(): GraphMeta {
    const diagnostics = [...this.input.diagnostics, ...this.items.names.diagnostics];
    const packages = new Set(
      this.items.names.crates.flatMap((c) =>
        c.origin === "workspace" ? (this.input.workspace.packages[c.package]?.name ?? []) : [],
      ),
    );
    return {
      // In the order of the contract, so that a graph that is read back gives the same bytes.
      schema: GRAPH_SCHEMA,
      callmap: this.input.meta.callmap,
      workspace: this.input.workspace.name,
      packages: [...packages].sort(),
      cfg: this.input.meta.cfg,
      tally: this.tally satisfies Tally,
      diagnostics,
      partial: diagnostics.some((d) => d.partial),
    };
  }
}

function visibilityOf(def: BodyOwner): Visibility {
  const { container } = def;
  if (container?.kind === "trait") return visibility(container.item.vis);
  // A trait's method is as visible as the trait; the impl says nothing of it.
  if (container?.kind === "impl" && container.item.trait) return "pub";
  return visibility(def.item.vis);
}

function visibility(vis: FnDef["item"]["vis"]): Visibility {
  if (vis.kind === "pub") return "pub";
  if (vis.kind === "private") return "private";
  return vis.path.length === 1 && vis.path[0] === "crate" ? "crate" : "restricted";
}

/** Path of the nearest module that is no block. */
function moduleOf(module: Module): string {
  return module.path;
}
