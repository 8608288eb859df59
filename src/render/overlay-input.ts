/**
 * What the renderers of profiles are given: plain tables, so that they know nothing of profiles. The rows come sorted; nothing is
 * computed here but widths and texts.
 */

/** What a cost counts. */
export interface CostUnit {
  /** `cpu-clock`, `Ir`, `samples`. */
  readonly event: string;
  /** `ns`, `bytes` or `count`. */
  readonly unit: string;
}

/** What a row of a tree stands for. */
export interface TreeLabel {
  readonly name: string;
  /** `function`, `external`, `unmatched` or `group`. */
  readonly kind: string;
  /** Crate or package, for colours. */
  readonly scope: string;
  readonly module: string;
  readonly file?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
  /** Names of a recursion group's members. */
  readonly members?: readonly string[] | undefined;
}

/** A tree of costs: parents come before their children. */
export interface TreeInput extends CostUnit {
  readonly length: number;
  /** -1 at the root. */
  readonly parent: Int32Array;
  /** Into `labels`. */
  readonly label: Int32Array;
  readonly self: Float64Array;
  /** Cost of the row and all below it. */
  readonly total: Float64Array;
  readonly labels: readonly TreeLabel[];
  /** 100 %. */
  readonly whole: number;
  /** Change against another profile, in percentage points, by row. */
  readonly delta?: Float64Array | undefined;
}

/** Returns a cost in words: `1.234 s`, `12.30 ms`, `1,234`, `4.5 KiB`. */
export function formatCost(cost: number, unit: string): string {
  const steps = STEPS[unit];
  if (!steps) return groupDigits(cost);
  const step = steps.find(({ from }) => Math.abs(cost) >= from) ?? steps.at(-1)!;
  return `${(cost / step.from).toFixed(step.digits)} ${step.name}`;
}

const STEPS: Readonly<
  Record<string, readonly { readonly from: number; readonly name: string; readonly digits: number }[]>
> = {
  ns: [
    { from: 1e9, name: "s", digits: 3 },
    { from: 1e6, name: "ms", digits: 2 },
    { from: 1e3, name: "µs", digits: 2 },
    { from: 1, name: "ns", digits: 0 },
  ],
  bytes: [
    { from: 2 ** 30, name: "GiB", digits: 2 },
    { from: 2 ** 20, name: "MiB", digits: 2 },
    { from: 2 ** 10, name: "KiB", digits: 1 },
    { from: 1, name: "B", digits: 0 },
  ],
};

/** Groups the digits of the whole part by commas; a fraction keeps two digits. */
export function groupDigits(value: number): string {
  const [whole, fraction] = Math.abs(value)
    .toFixed(Number.isInteger(value) ? 0 : 2)
    .split(".");
  const grouped = whole!.replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
  return `${value < 0 ? "-" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** Orders by code unit, on every machine alike. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Children of each row, in order of their rows: `first[row]`, then `next[child]`; the roots begin at `first[length]`. */
export function childrenOf(parent: Int32Array): { readonly first: Int32Array; readonly next: Int32Array } {
  const first = new Int32Array(parent.length + 1).fill(-1);
  const next = new Int32Array(parent.length).fill(-1);
  for (let row = parent.length - 1; row >= 0; row--) {
    const above = parent[row]! < 0 ? parent.length : parent[row]!;
    next[row] = first[above]!;
    first[above] = row;
  }
  return { first, next };
}

/** A cost as a whole number without an exponent. */
export function plainInteger(value: number): string {
  return BigInt(Math.round(Number.isFinite(value) ? value : 0)).toString();
}
