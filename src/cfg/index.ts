/** Everything that other folders may use of `cfg`. */
export { withAliases } from "./aliases.ts";
export { assumeCfg } from "./assume.ts";
export { allOf, type CfgPredicate, evaluateCfg, parseCfg, parseCfgOption, printCfg } from "./predicate.ts";
export { type CfgOption, type CfgSet, type CrateOptions, crateCfg, hasCfg, NO_CFG, withOptions } from "./set.ts";
export { isForTarget, targetCfg } from "./target.ts";
