/**
 * Macro invocations that are statements of a block. What items they define belong to the block itself, and are seen from
 * all of it, as if written there; inside an expression they would be seen within the expansion only.
 */
import { OPERANDS, Tag } from "../facts/ir.ts";
import type { FileFacts, Ref } from "../facts/types.ts";
import { visitItems, visitRecords } from "../facts/visit.ts";
import type { FnDef } from "./defs.ts";
import type { Unit } from "./model.ts";

/** The row in `facts.blocks` of a Block record, or -1. */
export function blockRow(facts: FileFacts, block: Ref): number {
  return facts.code[block] === Tag.Block ? facts.code[block + OPERANDS + 2]! : -1;
}

/** Rows in `facts.macroCalls` of the invocations that are statements of a Block record, in source order. */
export function statementMacros(facts: FileFacts, block: Ref): number[] {
  const { code } = facts;
  if (code[block] !== Tag.Block) return [];
  const rows: number[] = [];
  const list = code[block + OPERANDS]!;
  for (let at = 1; at <= code[list]!; at++) addInvocation(facts, code[list + at]!, rows);
  addInvocation(facts, code[block + OPERANDS + 1]!, rows);
  return rows;
}

function addInvocation({ code, cfgs }: FileFacts, statement: Ref, rows: number[]): void {
  let ref = statement;
  // What stands under a condition is left alone: whether it holds is not known here.
  if (code[ref] === Tag.Cfg && cfgs.length > 0) return;
  if (code[ref] === Tag.ExprStmt) ref = code[ref + OPERANDS]!;
  if (ref !== 0 && code[ref] === Tag.MacroCall) rows.push(code[ref + OPERANDS]!);
}

/** The Block record of which an invocation is a statement, searched in the body of `fn` or what else the unit evaluates; 0 for none. */
export function blockOfStatement(unit: Unit, row: number, fn: FnDef | null): Ref {
  return findBlock(unit, fn, (block) => statementMacros(unit.facts, block).includes(row));
}

/** The Block record of a row of `facts.blocks`; 0 when it is in none of the bodies searched. */
export function blockOfRow(unit: Unit, row: number, fn: FnDef | null): Ref {
  return findBlock(unit, fn, (block) => blockRow(unit.facts, block) === row);
}

function findBlock(unit: Unit, fn: FnDef | null, accepts: (block: Ref) => boolean): Ref {
  let found: Ref = 0;
  for (const body of bodiesOf(unit, fn)) {
    visitRecords(unit.facts, body, (tag, ref) => {
      if (tag === Tag.Block && found === 0 && accepts(ref)) found = ref;
    });
    if (found !== 0) break;
  }
  return found;
}

/** The body that an invocation of `fn` in the unit stands in, or all that may be it. */
function bodiesOf(unit: Unit, fn: FnDef | null): Ref[] {
  if (fn !== null && fn.unit === unit) return [fn.item.body];
  if (unit.root !== 0) return [unit.root];
  const bodies: Ref[] = [];
  visitItems(unit.facts, (item) => {
    if (item.kind === "const" || item.kind === "static") bodies.push(item.value);
  });
  return bodies;
}
