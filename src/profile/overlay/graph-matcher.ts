/** The matcher of `symbols` as overlay uses it: for frames instead of symbols, with names for what is not of the workspace. */
import type { CallGraph } from "../../graph/types.ts";
import { createMatcher, type MatcherOptions, type SymbolMatch } from "../symbols/match.ts";
import { FrameFlag } from "../types.ts";
import type { FrameMatch, FrameMatcher, FrameView } from "./match.ts";

const KINDS = { matched: "function", external: "external", unmatched: "unmatched" } as const;

/** Returns a matcher of frames for the functions of a graph. Linear in its nodes. */
export function frameMatcher(graph: CallGraph, options: MatcherOptions = {}): FrameMatcher {
  const matcher = createMatcher(graph, options);
  // Frames differ by lines and addresses where symbols are the same.
  const known = new Map<SymbolMatch, FrameMatch>();
  return (frame) => {
    if (frame.flags & FrameFlag.Kernel) return systemMatch(frame);
    const place = frame.file !== undefined && frame.line > 0 ? { file: frame.file, line: frame.line } : {};
    const file = frame.file === undefined ? {} : { file: frame.file };
    const raw = frame.linkage === undefined ? {} : { raw: frame.linkage };
    const match = matcher.match({ name: frame.name, ...file, ...place, ...raw });
    let result = known.get(match);
    if (result === undefined) known.set(match, (result = toFrameMatch(match, frame)));
    return result;
  };
}

function toFrameMatch(match: SymbolMatch, frame: FrameView): FrameMatch {
  const text = match.path?.text ?? frame.name;
  return {
    kind: KINDS[match.status],
    node: match.node ?? -1,
    name: match.path ? shortName(text) : frame.name,
    copy: text,
    crate: match.path && match.rule !== "native" ? (match.path.crates[0] ?? "") : "",
    rule: match.rule,
    sure: match.candidates.length < 2,
  };
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
