/**
 * Cargo's configuration files (Cargo reference, "Configuration"): `.cargo/config.toml` in a folder and in all above it, then
 * the one in Cargo's home. Nearer files win. Read here only for where sources lie: `[source]` and `[patch]`.
 */
import type { FileSystem } from "../base/files.ts";
import { ancestors, joinPath } from "./paths.ts";
import { parseToml, type TomlTable } from "./toml.ts";

/** One configuration file. */
export interface ConfigFile {
  /** Folder that relative paths in the file are seen from: the one that holds `.cargo`. Absolute. */
  readonly folder: string;
  readonly table: TomlTable;
}

/** Returns the readable configuration files that hold for `folder`, nearest first. */
export function readConfigs(fs: FileSystem, folder: string, cargoHome?: string): ConfigFile[] {
  const places = ancestors(folder).map((above) => ({ folder: above, config: joinPath(above, ".cargo") }));
  if (cargoHome !== undefined && !places.some((place) => place.config === cargoHome)) {
    places.push({ folder: joinPath(cargoHome, ".."), config: cargoHome });
  }
  return places.flatMap((place) => {
    const table = readConfig(fs, place.config);
    return table === undefined ? [] : [{ folder: place.folder, table }];
  });
}

/** Before it had an extension the file was called `config`; where both are there, Cargo takes that one. */
function readConfig(fs: FileSystem, folder: string): TomlTable | undefined {
  for (const name of ["config", "config.toml"]) {
    const bytes = fs.read(joinPath(folder, name));
    if (typeof bytes === "string") continue;
    const parsed = parseToml(new TextDecoder().decode(bytes));
    return "table" in parsed ? parsed.table : undefined;
  }
  return undefined;
}
