/** The reason of an edge in words. */
import type { CallSite, Evidence } from "../infer/sites.ts";

const WORDS: Readonly<Record<Evidence, (site: CallSite) => string>> = {
  path: () => "named by its path",
  associated: (s) => (s.detail ? `associated function of \`${s.detail}\`` : "associated function"),
  "inherent-method": (s) => `inherent method of the receiver's type \`${s.detail}\``,
  "trait-method": (s) => `trait method of \`${s.detail}\``,
  "trait-impl": (s) => `implementation for \`${s.detail}\``,
  bound: (s) => `declared by a bound on \`${s.detail}\`; the implementation is chosen where it is known`,
  value: () => "named as a value",
  operator: (s) => (s.detail ? `operator on \`${s.detail}\`` : "operator"),
  drop: (s) => `drop of a \`${s.detail}\``,
  "name-only": (s) =>
    `the only function of this name that fits; the receiver's type is not known${s.detail ? ` (${s.detail})` : ""}`,
  "macro-argument": () => "found in the arguments of a macro whose definition is not known",
};

/** Returns why the site's function is the callee, as a user reads it. */
export function whyOf(site: CallSite): string {
  return site.kind === "reference" && site.evidence === "path" ? "named as a value" : WORDS[site.evidence](site);
}
