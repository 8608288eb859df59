/**
 * Reads a parsed tree through web-tree-sitter's public TreeCursor: slow, but resting on no layout. It serves where
 * `heap.ts` does not understand the memory, and as what that reader is tested against.
 */
import type { Tree } from "web-tree-sitter";
import { grown, NODE, type Reading } from "./flat.ts";
import { LEAF, type Translation } from "./grammar.ts";
import { Kind } from "./kinds.ts";

/** `ts_builtin_sym_error`: has no entry in the grammar's tables. */
const ERROR_SYMBOL = 65535;

/** Writes the tree into `out`, enlarged as needed; returns the array and the integers used. */
export function readByCursor(tree: Tree, translation: Translation, shift: number, out: Int32Array): Reading {
  const cursor = tree.walk();
  const open: number[] = [];
  let length = 0;
  let errors = 0;
  try {
    for (;;) {
      const kind = kindOf(cursor.nodeTypeId, cursor.nodeIsMissing, cursor.currentFieldId, translation);
      const written = length;
      if (kind !== 0) {
        length += NODE;
        out = grown(out, length);
        out[written] = (kind & ~LEAF) | (translation.fields[cursor.currentFieldId]! << 16);
        out[written + 1] = cursor.startIndex - shift;
        out[written + 2] = cursor.endIndex - shift;
        out[written + 3] = length;
        if (kind === Kind.Error || kind === (Kind.Missing | LEAF)) errors++;
        // Nothing is wanted below a leaf but the errors in it.
        if (((kind & LEAF) === 0 || cursor.currentNode.hasError) && cursor.gotoFirstChild()) {
          open.push(written);
          continue;
        }
      }
      while (!cursor.gotoNextSibling()) {
        const parent = open.pop();
        if (parent === undefined) return { data: out, length, errors };
        out[parent + 3] = length;
        cursor.gotoParent();
      }
    }
  } finally {
    cursor.delete();
  }
}

function kindOf(symbol: number, missing: boolean, field: number, translation: Translation): number {
  if (missing) return Kind.Missing | LEAF;
  if (symbol === ERROR_SYMBOL) return Kind.Error;
  if (field !== 0 && field === translation.operatorField) return Kind.Operator | LEAF;
  return translation.symbols[symbol]!;
}
