/**
 * Names of Rust symbols as people write them, for both manglings. Text for text what rustc-demangle prints with `{}`, or with `{:#}`
 * when `alternate`; other texts come back unchanged.
 */

import { BoundedText, SizeLimitReached } from "./bounded-text.ts";
import { parseLegacy, printLegacy } from "./demangle-legacy.ts";
import { parseV0, printV0 } from "./demangle-v0.ts";

/** How much a demangled name tells. */
export interface DemangleOptions {
  /** Leave out what the compiler added: the legacy hash, crate hashes, the types of constants. */
  readonly alternate?: boolean;
  /** Longest name in UTF-8 bytes, without its suffix; by default a million, as in rustc-demangle. */
  readonly limit?: number;
}

const DEFAULT_LIMIT = 1_000_000;
const LLVM_SUFFIX = /^[A-F0-9@]*$/;
const PRINTABLE_SUFFIX = /^\.[!-~]*$/;

/** Returns the readable name of a symbol; a text that is none is returned as it is, but for a `.llvm.` suffix of ThinLTO. Never throws. */
export function demangle(symbol: string, options: DemangleOptions = {}): string {
  const trimmed = withoutLlvmSuffix(symbol);
  const printer = parse(trimmed, options.alternate ?? false);
  if (printer === undefined) return trimmed;
  const out = new BoundedText(options.limit ?? DEFAULT_LIMIT);
  try {
    printer.print(out);
  } catch (error) {
    if (!(error instanceof SizeLimitReached)) throw error;
    return `${out.text}{size limit reached}${printer.suffix}`;
  }
  return out.text + printer.suffix;
}

interface ParsedSymbol {
  readonly suffix: string;
  readonly print: (out: BoundedText) => void;
}

function parse(symbol: string, alternate: boolean): ParsedSymbol | undefined {
  const legacy = parseLegacy(symbol);
  const v0 = legacy === undefined ? parseV0(symbol) : undefined;
  const suffix = (legacy ?? v0)?.suffix ?? "";
  // Tools that split functions append words with dots; anything else behind the end means that this was no symbol.
  if (suffix !== "" && !PRINTABLE_SUFFIX.test(suffix)) return undefined;
  if (legacy !== undefined) return { suffix, print: (out) => printLegacy(legacy, alternate, out) };
  return v0 && { suffix, print: (out) => printV0(v0, alternate, out) };
}

/** Returns the symbol without the suffix that ThinLTO gives to functions it moves between units. */
export function withoutLlvmSuffix(symbol: string): string {
  const at = symbol.indexOf(".llvm.");
  return at >= 0 && LLVM_SUFFIX.test(symbol.slice(at + 6)) ? symbol.slice(0, at) : symbol;
}
