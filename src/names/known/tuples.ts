/**
 * `all_tuples!` and its like by their documented meaning: one invocation of a macro for each number of elements, with names that are numbered.
 *
 *     all_tuples!(implement, 1, 2, P, p)
 *     implement! { (P0, p0) } implement! { (P0, p0), (P1, p1) }
 */
import { Tok } from "../../macros/tokens.ts";
import type { Rewrite } from "./table.ts";

/** Most elements that are written out. */
const MAX_ELEMENTS = 64;

/** What each element is, by number and names, and what stands in front of all. */
interface Form {
  readonly first: (count: number) => readonly string[];
  readonly element: (names: readonly string[], at: number) => string;
}

function group(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `(${names.join(", ")})`;
}

const numbered = (names: readonly string[], at: number): string[] => names.map((name) => `${name}${at}`);

export const allTuples = tuples({ first: () => [], element: (names, at) => group(numbered(names, at)) });
export const allTuplesWithSize = tuples({
  first: (count) => [String(count)],
  element: (names, at) => group(numbered(names, at)),
});
export const allTuplesEnumerated = tuples({
  first: () => [],
  element: (names, at) => group([String(at), ...numbered(names, at)]),
});

function tuples({ first, element }: Form): Rewrite {
  return ({ tokens, out }) => {
    const fields: string[] = [""];
    for (let row = 0; row < tokens.count; row++) {
      // Attributes in front of the macro are for documentation.
      if (tokens.kind[row] === Tok.Pound) row = tokens.afterTree(row + 1) - 1;
      else if (tokens.kind[row] === Tok.Comma) fields.push("");
      else fields[fields.length - 1] += tokens.tokenText(row);
    }
    const [macro, start, end, ...names] = fields.filter((field) => field !== "");
    const from = Number(start);
    const to = Number(end);
    if (!Number.isInteger(from) || !Number.isInteger(to) || to > MAX_ELEMENTS || names.length === 0) return false;
    for (let count = from; count <= to; count++) {
      const elements = Array.from({ length: count }, (_, at) => element(names, at));
      out.write(`${macro}! { ${[...first(count), ...elements].join(", ")} }`);
    }
    return true;
  };
}
