import { END, type FlatTree, NEXT, NODE, START } from "../../src/syntax/flat.ts";
import { Field, Kind } from "../../src/syntax/kinds.ts";

const KIND_NAMES = new Map(Object.entries(Kind).map(([name, kind]) => [kind as number, name]));
const FIELD_NAMES = new Map(Object.entries(Field).map(([name, field]) => [field as number, name]));

/** Returns the nodes of a tree in pre-order, indented by depth: `field:Kind start-end`. */
export function printTree({ data, length }: FlatTree): string {
  const lines: string[] = [];
  const open: number[] = [];
  for (let node = 0; node < length; node += NODE) {
    while (open.length > 0 && data[open.at(-1)! + NEXT]! <= node) open.pop();
    const field = FIELD_NAMES.get(data[node]! >>> 16);
    const kind = KIND_NAMES.get(data[node]! & 0xffff);
    lines.push(
      `${"  ".repeat(open.length)}${field ? `${field}:` : ""}${kind} ${data[node + START]}-${data[node + END]}`,
    );
    open.push(node);
  }
  return lines.join("\n");
}
