/** Functions by what a user types or pastes: the patterns of `graph/pattern.ts`, else a symbol as a profiler or linker prints it. */
import { matchFunctions } from "../graph/pattern.ts";
import type { CallGraph, NodeIndex } from "../graph/types.ts";
import { createMatcher } from "../profile/symbols/match.ts";

/** Offset into the symbol's code, as perf and backtraces add it. */
const OFFSET = /\+0x[0-9a-f]+$/;

/** What symbols have and paths have not: mangling, types and closures, a hash, what compilers and valgrind append. Reading symbols takes time. */
const SYMBOL = /^_{1,2}[ZR]|^[^/].*[<{$]|^<|::h[0-9a-f]{16}|\.(llvm|cold|constprop)|'\d+$|\+0x/;

/** Returns the functions that are meant; none is an answer too. Throws an `InputError` for a broken regular expression. */
export function functionsMeant(graph: CallGraph, text: string): readonly NodeIndex[] {
  const found = matchFunctions(graph, text);
  return found.length > 0 || !SYMBOL.test(text.trim()) ? found : functionsOfSymbol(graph, text);
}

/** Returns the function that a symbol is a copy of; several where its name fits several equally well. */
function functionsOfSymbol(graph: CallGraph, text: string): readonly NodeIndex[] {
  return createMatcher(graph).match({ name: text.trim().replace(OFFSET, "") }).candidates;
}
