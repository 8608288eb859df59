/**
 * Which features are on (Cargo reference, "Features" and "Features Resolver"), from what a command line asks.
 *
 * One set per package, the union over everything that uses it. Cargo from resolver 2 on can build a package twice, with other
 * features for build scripts and procedural macros; a call graph has it once, so here the union stands for both.
 */
import { type Diagnostic, InputError } from "../base/diagnostic.ts";
import { FeatureSpread, featureTable, type ResolvedFeatures, type SpreadOptions } from "./feature-spread.ts";
import type { Package, Workspace } from "./types.ts";

/** What a command line asks for. */
export interface FeatureRequest {
  /** `f`, or `package/f`; no commas. */
  readonly features: readonly string[];
  readonly allFeatures: boolean;
  readonly noDefaultFeatures: boolean;
}

/** What else decides. */
export interface FeatureOptions {
  /** Indices of the packages that are built, and that the request is made to; absent: all members. */
  readonly packages?: readonly number[];
  /** True when tests, examples or benches are built. With resolver 1, development dependencies count in any case. */
  readonly dev?: boolean;
  /** Tells whether a `[target.X]` section is for the target that is built; absent: all are. Resolver 1 never asks. */
  readonly isForTarget?: (section: string) => boolean;
  /** Finds packages outside of the workspace, through which features spread further; absent: they end there. */
  readonly outside?: SpreadOptions["outside"];
}

/** The request of a command line that says nothing: default features. */
export const DEFAULT_FEATURES: FeatureRequest = { features: [], allFeatures: false, noDefaultFeatures: false };

/**
 * Returns the active features of all packages. As with Cargo's new command-line behaviour, `f` goes to every built package
 * that has it and `p/f` to the member `p`, or to the dependency `p` of a built package.
 * Throws an {@link InputError} when no built package knows a requested feature.
 */
export function resolveFeatures(
  workspace: Workspace,
  request: FeatureRequest = DEFAULT_FEATURES,
  options: FeatureOptions = {},
): ResolvedFeatures {
  const { packages } = workspace;
  const roots = options.packages ?? packages.flatMap((pack, index) => (pack.member ? [index] : []));
  const tables = packages.map(featureTable);
  const spread = new FeatureSpread(packages, tables, optionsFor(workspace, options));
  const unknown = new Set(request.features);
  for (const root of roots) {
    spread.build(root);
    for (const value of requestedOf(packages[root]!, tables[root]!, request, unknown)) spread.ask(root, value);
  }
  if (unknown.size > 0) throw unknownFeatures([...unknown], roots, tables);
  return spread.finish();
}

/**
 * Returns what turning on `requested` does in one package, e.g. a dependency read from its source: its features and optional
 * dependencies, and what it asks of its own dependencies. Features that it does not have are passed over.
 */
export function activateFeatures(pack: Package, requested: Iterable<string>): ResolvedFeatures {
  const alone = {
    ...pack,
    dependencies: pack.dependencies.map((dependency) => ({ ...dependency, member: undefined })),
  };
  const spread = new FeatureSpread([alone], [featureTable(pack)], { dev: false, isForTarget: () => true });
  spread.build(0);
  for (const feature of requested) spread.ask(0, feature);
  return spread.finish();
}

function optionsFor(workspace: Workspace, options: FeatureOptions): SpreadOptions {
  const old = (workspace.resolver ?? 1) === 1;
  return {
    dev: old || options.dev === true,
    outside: options.outside,
    isForTarget: old || options.isForTarget === undefined ? () => true : options.isForTarget,
  };
}

/** Returns what a request means to one package, and strikes what it understands off `unknown`. */
function requestedOf(
  pack: Package,
  table: ReadonlyMap<string, unknown>,
  request: FeatureRequest,
  unknown: Set<string>,
): string[] {
  const values: string[] = [];
  for (const feature of request.features) {
    const value = meaningFor(pack, table, feature);
    if (value === undefined) continue;
    values.push(value);
    unknown.delete(feature);
  }
  if (request.allFeatures) values.push(...(table.keys() as Iterable<string>));
  if (!request.noDefaultFeatures) values.push("default");
  return values;
}

function meaningFor(pack: Package, table: ReadonlyMap<string, unknown>, feature: string): string | undefined {
  const slash = feature.indexOf("/");
  if (slash < 0) return table.has(feature) ? feature : undefined;
  const name = feature.slice(0, slash).replace(/\?$/, "");
  if (pack.dependencies.some((dependency) => dependency.key === name)) return feature;
  const own = feature.slice(slash + 1);
  return name === pack.name && table.has(own) ? own : undefined;
}

function unknownFeatures(
  features: readonly string[],
  roots: readonly number[],
  tables: readonly ReadonlyMap<string, unknown>[],
): InputError {
  const known = [...new Set(roots.flatMap((root) => [...tables[root]!.keys()]))].sort();
  const hint =
    known.length > 0 ? `known are: ${known.slice(0, 30).join(", ")}` : "the chosen packages have no features";
  const diagnostics = features.map(
    (feature): Diagnostic => ({
      severity: "error",
      code: "unknown-feature",
      message: `no chosen package has the feature \`${feature}\``,
      hint,
    }),
  );
  return new InputError(diagnostics, true);
}
