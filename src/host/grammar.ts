/** Where the grammar of Rust and the program that runs it lie on disk. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { invariant } from "../base/diagnostic.ts";
import type { GrammarFiles } from "../syntax/parser.ts";

const GRAMMAR = join("grammars", "tree-sitter-rust.wasm");

/**
 * Returns what a parser is made of. The compiled grammar is the one that the package ships: it is looked for in `grammars/` beside this module
 * and in every folder above, so that it is found from `src/` as well as from the bundled `dist/`.
 */
export function readGrammar(): GrammarFiles {
  const runtime = createRequire(import.meta.url).resolve("web-tree-sitter/web-tree-sitter.wasm");
  return { language: readFileSync(grammarPath()), runtime: readFileSync(runtime) };
}

function grammarPath(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const path = join(folder, GRAMMAR);
    if (existsSync(path)) return path;
    invariant(folder !== dirname(folder), `the package holds ${GRAMMAR}`);
  }
}
