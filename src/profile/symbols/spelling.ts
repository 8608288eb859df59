/**
 * From the text a tool prints for a symbol to one spelling of it.
 *
 * Tools mangle, demangle, half-demangle (old `perf` and `c++filt` leave `_$LT$..$GT$`; perf 6 leaves `$uf6$`), append what the linker or
 * the recorder adds (`.llvm.123`, `.cold`, `@plt`, `'2`, `+0x1f`) and keep or drop hashes. All of that is taken off here and kept apart.
 */

import { BoundedText } from "./bounded-text.ts";
import { demangle } from "./demangle.ts";
import { printLegacySegment } from "./demangle-legacy.ts";

/** A symbol's name without decoration. */
export interface Spelling {
  /** Readable name: no hashes, no suffixes. */
  readonly text: string;
  /** What the compiler, the linker or the recorder appended, in the order of the text: `.cold`, `.llvm.123`, `@plt`. */
  readonly suffix: string;
  /** Recursion level of callgrind (`name'2`), 0 for none. */
  readonly level: number;
  /** Hash of a legacy symbol, 16 hexadecimal digits, where the text had it. */
  readonly hash?: string;
  /** Hash of the crate at the head of the path, where the text had it: `shop[3f5f548f965bab4e]`. */
  readonly crateHash?: string;
}

/** Longest text that is looked at; longer ones are no names of functions. */
export const LONGEST_NAME = 100_000;

const MANGLED = /^_{0,2}(?:ZN\d|R[A-Z])/;
const LEVEL = /'(\d+)$/;
const RECORDER_MARKS = /(?:\+0x[0-9a-f]+)?(?: \(inlined\))?(?:_\[[a-z]\])?$/;
const VERSION = /@.*$/;
/** Words that compilers and linkers append behind dots when they copy, split or move a function. */
const SUFFIX_WORD = /^(?:llvm|cold|isra|part|constprop|lto_priv|__uniq|hot|warm|unlikely|split|\d+|[A-F0-9]{8,})$/;
const LEGACY_HASH = /::h([0-9a-f]{16})$/;
const HAS_ESCAPE = /\$(?:SP|BP|RF|LT|GT|LP|RP|C|u[0-9a-f]{1,6})\$/;
const HAS_BRACKET_ESCAPE = /\$(?:LT|RF|BP|LP|u5b|u7b)\$/;
const CRATE_HASH = /([\p{XID_Continue}])\[([0-9a-f]{1,16})\](?=::|[>,;) ]|$)/gu;

/** Returns the one spelling of a symbol in any of the forms that tools print. Never throws. */
export function readSpelling(symbol: string): Spelling {
  const bare = symbol.trim().replace(RECORDER_MARKS, "");
  if (bare.length > LONGEST_NAME) return { text: bare.slice(0, LONGEST_NAME), suffix: "", level: 0 };
  const level = LEVEL.exec(bare);
  const name = level === null ? bare : bare.slice(0, level.index);
  const full = MANGLED.test(name) ? demangle(name, { limit: LONGEST_NAME }) : name;
  const { text, suffix } = splitSuffix(full, name);
  const hash = LEGACY_HASH.exec(text);
  const plain = unescapeSegments(hash === null ? text : text.slice(0, hash.index));
  let crateHash: string | undefined;
  const readable = plain.replace(CRATE_HASH, (_, before: string, digits: string) => {
    crateHash ??= digits;
    return before;
  });
  return {
    // Legacy mangling has no `-`.
    text: readable.replaceAll(" .> ", " -> "),
    suffix,
    level: level === null ? 0 : Number(level[1]),
    ...(hash !== null && { hash: hash[1]! }),
    ...(crateHash !== undefined && { crateHash }),
  };
}

function splitSuffix(demangled: string, original: string): { text: string; suffix: string } {
  const version = VERSION.exec(demangled)?.[0] ?? "";
  const unversioned = demangled.slice(0, demangled.length - version.length);
  const end = endWithoutWords(unversioned);
  const words = unversioned.slice(end);
  // Demangling drops the suffix of ThinLTO.
  const dropped = words === "" && original !== demangled ? original.slice(endWithoutWords(original)) : "";
  return { text: unversioned.slice(0, end), suffix: words + dropped + version };
}

function endWithoutWords(text: string): number {
  let end = text.length;
  for (let dot = text.lastIndexOf("."); dot > 0; dot = text.lastIndexOf(".", end - 1)) {
    if (!SUFFIX_WORD.test(text.slice(dot + 1, end))) break;
    end = dot;
  }
  return end;
}

/** Resolves `$..$` where a tool left it; `..` stands for `::` in segments that have brackets. */
function unescapeSegments(text: string): string {
  if (!HAS_ESCAPE.test(text)) return text;
  return text.split("::").map(unescapeSegment).join("::");
}

function unescapeSegment(segment: string): string {
  const out = new BoundedText(Number.POSITIVE_INFINITY);
  if (HAS_BRACKET_ESCAPE.test(segment)) printLegacySegment(segment, out);
  else {
    for (const piece of segment.split(/(\$u?[0-9A-Za-z]+\$)/)) {
      if (piece.startsWith("$")) printLegacySegment(piece, out);
      else out.write(piece);
    }
  }
  return out.text;
}
