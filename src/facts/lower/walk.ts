/**
 * Visits a flat tree children first, with a stack of its own, and calls the rule of each node that has one. A tree
 * of any depth passes; each node is entered once.
 */
import { grown, NEXT, NODE, START } from "../../syntax/flat.ts";
import { Field, KINDS, Kind } from "../../syntax/kinds.ts";
import * as blocks from "./blocks.ts";
import type { Context, Node } from "./context.ts";
import * as control from "./control.ts";
import * as expressions from "./expressions.ts";
import * as functions from "./functions.ts";
import * as items from "./items.ts";
import * as paths from "./paths.ts";
import * as patterns from "./patterns.ts";
import * as structs from "./structs.ts";
import * as types from "./types.ts";

/** Returns what {@link Context.value} shall hold. `parent` is the nearest node around that has a rule. */
type Rule = (cx: Context, node: Node, parent: Node) => number;

const RULES: readonly (readonly [kind: number, rule: Rule])[] = [
  [Kind.Error, expressions.lowerError],

  [Kind.TypeArguments, paths.lowerTypeArguments],
  [Kind.Bracketed, paths.lowerBracketed],
  [Kind.HigherRanked, paths.lowerHigherRanked],
  [Kind.ReferenceType, types.lowerReferenceType],
  [Kind.PointerType, types.lowerPointerType],
  [Kind.ArrayType, types.lowerArrayType],
  [Kind.TupleType, types.lowerTupleType],
  [Kind.FunctionType, types.lowerFunctionType],
  [Kind.AbstractType, types.lowerBoundObject],
  [Kind.DynamicType, types.lowerBoundObject],
  [Kind.BoundedType, types.lowerBoundedType],

  [Kind.TuplePattern, patterns.lowerTuplePattern],
  [Kind.SlicePattern, patterns.lowerSlicePattern],
  [Kind.TupleStructPattern, patterns.lowerTupleStructPattern],
  [Kind.StructPattern, patterns.lowerStructPattern],
  [Kind.MutPattern, patterns.lowerMutPattern],
  [Kind.RangePattern, patterns.lowerRangePattern],
  [Kind.RefPattern, patterns.lowerRefPattern],
  [Kind.CapturedPattern, patterns.lowerCapturedPattern],
  [Kind.ReferencePattern, patterns.lowerReferencePattern],
  [Kind.OrPattern, patterns.lowerOrPattern],

  [Kind.Unary, expressions.lowerUnary],
  [Kind.NegativeLiteral, expressions.lowerUnary],
  [Kind.Reference, expressions.lowerReference],
  [Kind.Try, expressions.lowerTry],
  [Kind.Binary, expressions.lowerBinary],
  [Kind.Assignment, expressions.lowerAssignment],
  [Kind.CompoundAssignment, expressions.lowerCompoundAssignment],
  [Kind.Cast, expressions.lowerCast],
  [Kind.Call, expressions.lowerCall],
  [Kind.Return, control.lowerReturn],
  [Kind.Yield, control.lowerYield],
  [Kind.Await, expressions.lowerAwait],
  [Kind.FieldAccess, expressions.lowerFieldAccess],
  [Kind.Array, expressions.lowerArray],
  [Kind.Tuple, expressions.lowerTuple],
  [Kind.Parenthesized, expressions.lowerParenthesized],
  [Kind.Break, control.lowerBreak],
  [Kind.Continue, control.lowerContinue],
  [Kind.Index, expressions.lowerIndex],
  [Kind.Closure, control.lowerClosure],
  [Kind.StructExpression, structs.lowerStruct],
  [Kind.Range, expressions.lowerRange],
  [Kind.If, control.lowerIf],
  [Kind.LetCondition, control.lowerLetCondition],
  [Kind.LetChain, control.lowerLetChain],
  [Kind.Match, control.lowerMatch],
  [Kind.While, control.lowerWhile],
  [Kind.Loop, control.lowerLoop],
  [Kind.For, control.lowerFor],

  [Kind.UnsafeBlock, blocks.lowerUnsafeBlock],
  [Kind.AsyncBlock, blocks.lowerAsyncBlock],
  [Kind.GenBlock, blocks.lowerGenBlock],
  [Kind.TryBlock, blocks.lowerTryBlock],
  [Kind.ConstBlock, blocks.lowerConstBlock],
  [Kind.Block, blocks.lowerBlock],
  [Kind.Let, blocks.lowerLet],

  [Kind.Function, functions.lowerFunction],
  [Kind.FunctionSignature, functions.lowerFunction],
  [Kind.Struct, items.lowerStructItem],
  [Kind.Union, items.lowerStructItem],
  [Kind.Enum, items.lowerEnum],
  [Kind.Trait, items.lowerTrait],
  [Kind.Impl, items.lowerImpl],
  [Kind.TypeItem, items.lowerAlias],
  [Kind.AssociatedType, items.lowerAlias],
  [Kind.Const, items.lowerConst],
  [Kind.Static, items.lowerConst],
  [Kind.Mod, items.lowerMod],
  [Kind.ForeignMod, items.lowerForeign],
  [Kind.Use, items.lowerUse],
  [Kind.ExternCrate, items.lowerExternCrate],
  [Kind.MacroDefinition, items.lowerMacroDefinition],
  [Kind.SourceFile, () => 0],
  [Kind.DeclarationList, () => 0],
];

const RULE_OF: (Rule | null)[] = new Array<Rule | null>(KINDS).fill(null);
for (const [kind, rule] of RULES) RULE_OF[kind] = rule;

/** Runs the rules over the whole tree, and notes the offsets of its syntax errors. */
export function walk(cx: Context): void {
  const { tree, treeLength, bodies } = cx;
  let open = cx.ancestors;
  let top = 0;
  let closeAt = -1;
  for (let node = 0; ; ) {
    while (node === closeAt) {
      const done = open[--top]!;
      const parent = top === 0 ? 0 : open[top - 1]!;
      closeAt = top === 0 ? -1 : tree[parent + NEXT]!;
      cx.depth = top;
      cx.setValue(done, RULE_OF[tree[done]! & 0xffff]!(cx, done, parent));
    }
    if (node >= treeLength) break;
    const word = tree[node]!;
    const kind = word & 0xffff;
    if (kind === Kind.Error || kind === Kind.Missing) cx.noteError(tree[node + START]!);
    if (!bodies && top > 0 && isBody(word, tree[open[top - 1]!]! & 0xffff)) {
      node = tree[node + NEXT]!;
      continue;
    }
    if (RULE_OF[kind] !== null) {
      if (top === open.length) open = cx.ancestors = grown(open, top + 1);
      open[top++] = node;
      closeAt = tree[node + NEXT]!;
    }
    node += NODE;
  }
}

/** True for the body of a function and the value of a constant; `owner` is the kind around it. */
function isBody(word: number, owner: number): boolean {
  const field = word >>> 16;
  if (field === Field.Body) return owner === Kind.Function && (word & 0xffff) === Kind.Block;
  return field === Field.Value && (owner === Kind.Const || owner === Kind.Static);
}
