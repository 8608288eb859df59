/** Costs as colours and labels. */
import type { Costs } from "../graph/costs.ts";
import type { Style } from "./style.ts";

/** Returns `part` of `total` as a number from 0 to 1; 0 of nothing. */
export function share(part: number, total: number): number {
  return total > 0 ? Math.min(1, Math.max(0, part / total)) : 0;
}

const TEXT = "#1f2328";

/** Returns the fill of a box whose share of the cost is `part`: from white by yellow to red, with text that can be read on it. */
export function heatColor(part: number): Style {
  if (part <= 0) return { fillcolor: "#ffffff", fontcolor: TEXT };
  // The root makes shares of a few per cent visible.
  const warmth = Math.sqrt(part);
  const saturation = (0.06 + 0.56 * warmth).toFixed(3);
  const hue = (0.14 * (1 - warmth)).toFixed(3);
  return { fillcolor: `${hue} ${saturation} 1.000`, fontcolor: TEXT };
}

/** Returns the second line of a box: `12.3 % (self 4.5 %)`. */
export function costLabel(costs: Costs, node: number): string {
  const percent = (cost: number): string => `${(100 * share(cost, costs.total)).toFixed(1)} %`;
  const [inclusive, self] = [percent(costs.inclusive[node]!), percent(costs.self[node]!)];
  return inclusive === self ? inclusive : `${inclusive} (self ${self})`;
}
