/** Where the grammar of Rust lies on disk. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { invariant } from "../base/diagnostic.ts";

const GRAMMAR = join("grammars", "tree-sitter-rust.wasm");

/**
 * Returns the compiled grammar that the package ships. It is looked for in `grammars/` beside this module and in every
 * folder above, so that it is found from `src/` as well as from the bundled `dist/`.
 */
export function readGrammar(): Uint8Array {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const path = join(folder, GRAMMAR);
    if (existsSync(path)) return readFileSync(path);
    invariant(folder !== dirname(folder), `the package holds ${GRAMMAR}`);
  }
}
