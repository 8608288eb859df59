/** Options that a package's build script sets. No script is run; of what they do, `cfg_aliases!` can be read. */
import type { FileSystem } from "../base/files.ts";
import { type CfgSet, withAliases } from "../cfg/index.ts";
import type { Package } from "../workspace/index.ts";

/** Returns the options of a package's crates, the build script's aside: `options` and the aliases of the script. `folder` is what the roots of its targets are relative to. */
export function withBuildAliases(fs: FileSystem, folder: string, pack: Package, options: CfgSet): CfgSet {
  if (!pack.dependencies.some(({ packageName, kind }) => kind === "build" && packageName === "cfg_aliases"))
    return options;
  return pack.targets
    .filter(({ kind }) => kind === "build-script")
    .reduce((set, { root }) => {
      const bytes = fs.read(`${folder}/${root}`);
      return typeof bytes === "string" ? set : withAliases(set, new TextDecoder().decode(bytes));
    }, options);
}
