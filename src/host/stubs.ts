/** Where callmap's signature stubs of std lie on disk. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { invariant } from "../base/diagnostic.ts";

const STUBS = join("src", "stubs");

/** Returns the folder with `core/`, `alloc/` and `std/`, looked for in the folders above this module as the grammar is. */
export function stubsFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const path = join(folder, STUBS);
    if (existsSync(join(path, "core", "lib.rs"))) return path.replaceAll("\\", "/");
    invariant(folder !== dirname(folder), `the package holds ${STUBS}`);
  }
}
