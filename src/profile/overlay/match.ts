/**
 * What overlay asks of a matcher, and the table of its answers: one row per frame of a profile.
 *
 * A matcher tells which function as written a frame belongs to. Frames of other crates, of C and of the kernel are external; a frame without
 * a symbol, or with one of the workspace that names no function there, is unmatched.
 */
import type { NodeIndex } from "../../base/ids.ts";
import { demangle } from "../symbols/demangle.ts";
import { FrameFlag, type Profile } from "../types.ts";

/** Crates whose functions come with the compiler. */
export const STD_CRATES: ReadonlySet<string> = new Set([
  "std",
  "core",
  "alloc",
  "proc_macro",
  "test",
  "std_detect",
  "panic_unwind",
  "panic_abort",
  "unwind",
  "hashbrown",
  "compiler_builtins",
  "__rustc",
]);

/** A frame as a matcher sees it. */
export interface FrameView {
  /** Symbol, mangled or demangled. */
  readonly name: string;
  /** Mangled name, where the profile has both. */
  readonly linkage: string | undefined;
  readonly file: string | undefined;
  /** 1-based line of the instruction or call; 0 when unknown. */
  readonly line: number;
  /** Binary or library. */
  readonly module: string | undefined;
  /** {@link FrameFlag} bits. */
  readonly flags: number;
  /** Start of the symbol in its module; -1 when unknown, and for inlined code. */
  readonly address: number;
}

/** What a frame is. */
export type MatchKind = "function" | "external" | "unmatched";

/** A matcher's answer. */
export interface FrameMatch {
  readonly kind: MatchKind;
  /** The function as written; closures may be nodes of their own. -1 unless `kind` is `function`. */
  readonly node: NodeIndex | -1;
  /** What to call it where there is no node: the demangled name without generics of the build. */
  readonly name: string;
  /** The copy: the demangled symbol with its type arguments, where the profile has them. */
  readonly copy: string;
  /** Crate of an external (`std`, `serde_json`); `""` for C, the kernel and unknown code. */
  readonly crate: string;
  /** The rule that found the node, in a word. */
  readonly rule: string;
  /** False when another function fits as well. */
  readonly sure: boolean;
}

const CLOSURES =
  /((?:::(?:\{\{closure\}\}|\{(?:closure|async_block|async_closure|coroutine)(?:_env)?#\d+\}))+)(?:::<.*>)?$/;

/** Returns the end of a symbol, legacy or v0, that tells the closure or async body in its function: `::{closure#1}`; `""` for the function itself. */
export function closurePart(name: string): string {
  return CLOSURES.exec(name)?.[1] ?? "";
}

/** True for the symbol of a closure or an async body: a part of the function it is written in. */
export function isClosureName(name: string): boolean {
  return closurePart(name) !== "";
}

/** Finds the function of a frame. */
export type FrameMatcher = (frame: FrameView) => FrameMatch;

/** Returns the row of the frame table as a matcher sees it. */
export function frameView(profile: Profile, frame: number): FrameView {
  const { frames, strings } = profile;
  const text = (row: number) => (row < 0 ? undefined : strings[row]);
  return {
    name: strings[frames.name[frame]!]!,
    linkage: text(frames.linkage[frame]!),
    file: text(frames.file[frame]!),
    line: frames.line[frame]!,
    module: text(frames.module[frame]!),
    flags: frames.flags[frame]!,
    address: frames.flags[frame]! & FrameFlag.Inlined ? -1 : frames.address[frame]!,
  };
}

/** Matches every frame of the profile once. */
export function matchFrames(profile: Profile, matcher: FrameMatcher): readonly FrameMatch[] {
  return Array.from({ length: profile.frames.length }, (_, frame) => matcher(frameView(profile, frame)));
}

/** A matcher that knows no functions: every symbol stands for itself, as other profilers show it. Mangled names are made readable. */
export const rawMatcher: FrameMatcher = (frame) => {
  const name = demangle(frame.name, { alternate: true });
  return {
    kind: frame.flags & FrameFlag.Unknown ? "unmatched" : "external",
    node: -1,
    name,
    copy: frame.name,
    crate: "",
    rule: "raw",
    sure: true,
  };
};
