/** The matcher of `symbols` as overlay uses it: for frames instead of symbols, with names for what is not of the workspace. */
import type { CallGraph } from "../../graph/types.ts";
import { createMatcher, type MatcherOptions, type SymbolMatch } from "../symbols/match.ts";
import { crateOf, type SymbolPath } from "../symbols/path.ts";
import { FrameFlag } from "../types.ts";
import { type FrameMatch, type FrameMatcher, type FrameView, STD_CRATES } from "./match.ts";

const KINDS = { matched: "function", external: "external", unmatched: "unmatched" } as const;

/** Returns a matcher of frames for the functions of a graph. Linear in its nodes. */
export function frameMatcher(graph: CallGraph, options: MatcherOptions = {}): FrameMatcher {
  const matcher = createMatcher(graph, options);
  const ours = new Set([...(options.crates ?? []), ...Array.from(graph.nodes.module, (row) => crateName(graph, row))]);
  // Frames differ by lines and addresses where symbols are the same.
  const known = new Map<SymbolMatch, FrameMatch>();
  return (frame) => {
    if (frame.flags & FrameFlag.Kernel) return systemMatch(frame);
    const place = frame.file !== undefined && frame.line > 0 ? { file: frame.file, line: frame.line } : {};
    const file = frame.file === undefined ? {} : { file: frame.file };
    const raw = frame.linkage === undefined ? {} : { raw: frame.linkage };
    const match = matcher.match({ name: frame.name, ...file, ...place, ...raw });
    let result = known.get(match);
    if (result === undefined) known.set(match, (result = toFrameMatch(match, frame, ours)));
    return result;
  };
}

function crateName({ strings }: CallGraph, module: number): string {
  return strings[module]?.split("::", 1)[0] ?? "";
}

function toFrameMatch(match: SymbolMatch, frame: FrameView, ours: ReadonlySet<string>): FrameMatch {
  const text = match.path?.text ?? frame.name;
  return {
    kind: KINDS[match.status],
    node: match.node ?? -1,
    name: match.path ? shortName(text) : frame.name,
    copy: text,
    crate: match.path && match.rule !== "native" ? definingCrate(match.path, ours) : "",
    rule: match.rule,
    sure: match.candidates.length < 2,
  };
}

/** What `derive` writes for std's traits. */
const DERIVED = new Set(["clone", "fmt", "default", "eq", "cmp", "partial_cmp", "hash", "assert_receiver_is_total_eq"]);

/**
 * The crate whose source a function is in. What stands in an impl of the workspace is a function of the workspace, so that `<T as Iterator>::fold`, with a type
 * of the workspace, is what std gives to all types (the older mangling says so itself: `Iterator::fold`), unless a derive has
 * written it. The same holds for references to such types and for closures.
 */
function definingCrate({ crates, impl, name }: SymbolPath, ours: ReadonlySet<string>): string {
  const [crate = impl === undefined ? "" : "core"] = crates; // only core gives primitive types methods
  const trait = impl?.trait && crateOf(impl.trait);
  if (trait === undefined || !ours.has(crate) || !STD_CRATES.has(trait)) return crate;
  return impl?.self.kind === "path" && DERIVED.has(name) ? crate : trait;
}

function systemMatch(frame: FrameView): FrameMatch {
  const { name } = frame;
  const kind = frame.flags & FrameFlag.Unknown ? "unmatched" : "external";
  return { kind, node: -1, name, copy: name, crate: "", rule: "kernel", sure: true };
}

/**
 * Returns a Rust path without generic arguments, so that the copies of a library function share a name. A type in angle brackets at the head
 * of a path stays: `<alloc::vec::Vec<T> as core::iter::Extend<T>>::extend` is `<alloc::vec::Vec as core::iter::Extend>::extend`. Closures
 * lose their number, as the older mangling gives none.
 */
export function shortName(text: string): string {
  let out = "";
  /** Depth of generic arguments, which are left out. */
  let hidden = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    const arrow = char === ">" && text[at - 1] === "-";
    if (hidden > 0) {
      if (char === "<") hidden++;
      else if (char === ">" && !arrow) hidden--;
    } else if (char === "<" && /[\w)\]}]$|::$/.test(out)) {
      hidden = 1;
      if (out.endsWith("::")) out = out.slice(0, -2);
    } else out += char;
  }
  return out.replaceAll(/\{\{closure\}\}|\{closure#\d+\}/g, "{closure}");
}
