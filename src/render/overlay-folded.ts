/** Cost trees as folded stacks (`root;caller;leaf 42`) and as speedscope JSON: formats that hold stacks. */
import { childrenOf, type TreeInput } from "./overlay-input.ts";

/** Yields one line per row with cost of its own. A `;` in a name, which the format can't hold, becomes a `:`. */
export function* renderFolded(tree: TreeInput): Generator<string> {
  for (const { path, row } of rowsWithCost(tree)) {
    const names = path.map((at) => tree.labels[tree.label[at]!]!.name.replaceAll(";", ":").replaceAll(/[\r\n]+/g, " "));
    yield `${names.join(";")} ${plainNumber(tree.self[row]!)}\n`;
  }
}

/** Yields speedscope's own format (https://www.speedscope.app/file-format-schema.json): one sampled profile. */
export function* renderSpeedscope(tree: TreeInput, name = "callmap"): Generator<string> {
  const rows = [...rowsWithCost(tree)];
  const frames = tree.labels.map(({ name: text, file, line }) => ({
    name: text,
    ...(file ? { file } : {}),
    ...(line ? { line } : {}),
  }));
  const weights = rows.map(({ row }) => tree.self[row]!);
  const profile = {
    type: "sampled",
    name: tree.event,
    unit: tree.unit === "ns" ? "nanoseconds" : tree.unit === "bytes" ? "bytes" : "none",
    startValue: 0,
    endValue: weights.reduce((sum, weight) => sum + weight, 0),
    samples: rows.map(({ path }) => path.map((row) => tree.label[row]!)),
    weights,
  };
  const head = {
    $schema: "https://www.speedscope.app/file-format-schema.json",
    exporter: "callmap",
    name,
    activeProfileIndex: 0,
  };
  yield `${JSON.stringify({ ...head, shared: { frames }, profiles: [profile] })}\n`;
}

/** The rows with cost of their own, depth first, each with its path from the root. */
function* rowsWithCost(tree: TreeInput): Generator<{ readonly path: readonly number[]; readonly row: number }> {
  const { first, next } = childrenOf(tree.parent);
  const path: number[] = [];
  let row = first[tree.length]!;
  while (row >= 0) {
    path.push(row);
    if (tree.self[row]! > 0) yield { path: [...path], row };
    let following = first[row]!;
    while (following < 0 && path.length > 0) following = next[path.pop()!]!;
    row = following;
  }
}

/** A count without an exponent, and without a fraction where there is none. */
export function plainNumber(value: number): string {
  return Number.isInteger(value) ? value.toFixed(0) : String(Math.round(value * 1000) / 1000);
}
