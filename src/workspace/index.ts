/** Everything that other folders may use of `workspace`. */

export { featureTable, type ResolvedFeatures } from "./feature-spread.ts";
export {
  activateFeatures,
  DEFAULT_FEATURES,
  type FeatureOptions,
  type FeatureRequest,
  resolveFeatures,
} from "./features.ts";
export { overridingPackage } from "./link.ts";
export { type LoadOptions, loadDependencyPackage, loadWorkspace } from "./load.ts";
export {
  neededLibraries,
  needsDevDependencies,
  type PackageSelection,
  type SelectedTarget,
  selectPackages,
  selectTargets,
  type TargetSelection,
} from "./select.ts";
export {
  type DependencySource,
  type DependencySources,
  dependencySources,
  findDependency,
  findLocked,
} from "./sources.ts";
export type {
  Dependency,
  Edition,
  LockedPackage,
  Package,
  Target,
  TargetKind,
  Workspace,
} from "./types.ts";
export { compareByVersion, satisfies } from "./version.ts";
