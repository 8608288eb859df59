/** What inference finds out about the places that call. */
import type { AdtDef, ConstDef, FnDef, SourceUnit } from "../names/defs.ts";

/** Whose body is being checked: a function, or the initialiser of a constant or static. */
export type BodyOwner = FnDef | ConstDef;

/** How the source calls; the `how` of graph.md. */
export type How = "path" | "method" | "macro" | "operator" | "value";

/** The kind of edge a site gives. */
export type SiteKind = "call" | "reference" | "implicit" | "candidate";

export type Confidence = "exact" | "likely" | "guess";

/** Why a site has no target. */
export type Reason =
  /** The receiver's type is not known. */
  | "unknown-receiver"
  /** The type is known, but it has no such method (that callmap knows of). */
  | "no-such-method"
  /** The path leads nowhere. */
  | "unresolved-path"
  /** What is called is neither a function nor a closure of known type. */
  | "unknown-callee"
  | "macro-not-found"
  | "proc-macro"
  | "macro-failed"
  /** The source of the dependency is not at hand. */
  | "dependency-source"
  /** What a build writes into a file would tell. */
  | "generated-code"
  /** It stands in code that the scan's features and target leave out: crates that such code alone names are not read. */
  | "inactive-code";

/** The rule that found the target, in the order of a reader's interest. */
export type Evidence =
  | "path"
  | "associated"
  | "inherent-method"
  | "trait-method"
  | "trait-impl"
  | "bound"
  | "value"
  | "operator"
  | "drop"
  | "name-only"
  | "macro-argument";

/** One place that calls. Offsets are of the unit's text (a file or an expansion). */
export interface CallSite {
  readonly unit: SourceUnit;
  readonly pos: number;
  readonly how: How;
  readonly kind: SiteKind;
  /** Row in {@link BodySites.closures} of the innermost closure around, -1 for none. */
  readonly closure: number;
  /** The function called, or null. */
  target: FnDef | null;
  /** `state` of the site: where `target` is null, external (a path that leaves what is at hand, a value that is called) or unresolved. */
  state: "resolved" | "external" | "dispatch" | "guess" | "unresolved" | "local";
  confidence: Confidence;
  evidence: Evidence;
  /** Printed type of the receiver or `Self`, path of an external function, name of what was not found. */
  detail: string;
  reason: Reason | null;
}

/** A constant or static that a body names: whatever it holds may be called from there. */
export interface ReadSite {
  readonly unit: SourceUnit;
  readonly pos: number;
  /** As in {@link CallSite.closure}. */
  readonly closure: number;
  readonly target: ConstDef;
  /** Less than exact only in the arguments of a macro whose definition is not known. */
  readonly confidence: Confidence;
}

/** A closure in a body. */
export interface ClosureSite {
  readonly unit: SourceUnit;
  readonly start: number;
  readonly end: number;
  /** Row of the closure around, -1 for none. */
  readonly parent: number;
}

/** All sites of one body, in source order of checking. */
export interface BodySites {
  readonly owner: BodyOwner;
  readonly sites: readonly CallSite[];
  readonly reads: readonly ReadSite[];
  /** Structs, enums and unions of which the body makes values. */
  readonly constructed: ReadonlySet<AdtDef>;
  /** Outer before inner, in source order. */
  readonly closures: readonly ClosureSite[];
}
