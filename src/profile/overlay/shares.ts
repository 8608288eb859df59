/** How much of a profile's cost found a home, and what is to be said when it is little. */
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Profile } from "../types.ts";
import type { SubjectCosts } from "./attribute.ts";
import { findEvent } from "./select.ts";
import type { SubjectTable } from "./subjects.ts";

/** A share of the cost. */
export interface Share {
  readonly weight: number;
  readonly count: number;
}

/** How much of the cost has a home. The first three and `bare` add up to the total. */
export interface MatchShares {
  /** Spent in workspace functions. */
  readonly matched: Share;
  /** Spent in libraries, C or the kernel. */
  readonly external: Share;
  /** Spent in code without a name, or with one that the workspace does not know. */
  readonly unmatched: Share;
  /** Samples without a stack. */
  readonly bare: Share;
  /** Spent in workspace functions and in what they called. */
  readonly through: Share;
}

/** Sums self costs up by kind of subject. `bare` and `through` are known from the samples. */
export function matchShares(
  subjects: SubjectTable,
  costs: SubjectCosts,
  { bare, through }: Pick<MatchShares, "bare" | "through">,
): MatchShares {
  const sums = {
    function: { weight: 0, count: 0 },
    external: { weight: 0, count: 0 },
    unmatched: { weight: 0, count: 0 },
  };
  for (const [row, { kind }] of subjects.rows.entries()) {
    if (kind === "group") continue;
    sums[kind].weight += costs.self[row]!;
    sums[kind].count += costs.selfCount[row]!;
  }
  return { matched: sums.function, external: sums.external, unmatched: sums.unmatched, bare, through };
}

/** Below this share of cost in workspace functions and what they called, the profile is hardly one of this workspace. */
const HARDLY = 0.01;

/** Above this share of nameless code, the symbols are missing. */
const MOSTLY = 0.5;

/** What the shares say of the profile: none of its samples, no symbols, another program. `event` is the one that was asked for. */
export function diagnose(
  profile: Profile,
  event: string | undefined,
  total: Share,
  shares: MatchShares,
  isMatched: boolean,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  if (event !== undefined && findEvent(profile, event) < 0) {
    const names = profile.events.map(({ name }) => name).join(", ");
    diagnostics.push({
      severity: "error",
      code: "unknown-event",
      message: `no event \`${event}\`; the profile has: ${names}`,
    });
  } else if (total.weight === 0) {
    diagnostics.push({ severity: "warning", code: "no-samples", message: "no sample passes the filters" });
  } else if (shares.unmatched.weight > total.weight * MOSTLY) {
    diagnostics.push({
      severity: "warning",
      code: "no-symbols",
      message: `${((100 * shares.unmatched.weight) / total.weight).toFixed(1)} % of the cost is in code without a name, or with one that the workspace lacks`,
      hint: "was the binary stripped? Build it with CARGO_PROFILE_RELEASE_STRIP=false CARGO_PROFILE_RELEASE_DEBUG=line-tables-only",
    });
  } else if (isMatched && shares.through.weight < total.weight * HARDLY) {
    diagnostics.push({
      severity: "warning",
      code: "foreign-profile",
      message: `only ${((100 * shares.through.weight) / total.weight).toFixed(1)} % of the cost passes through functions of this workspace`,
      hint: "is it a profile of another program, or of a binary without symbols?",
    });
  }
  return diagnostics;
}
