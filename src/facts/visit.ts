/** Which operands of a record are records or lists of records: for what looks at all records below one, whatever their tags. */
import { OPERANDS, Tag } from "./ir.ts";
import type { FileFacts, Item, Ref } from "./types.ts";

/** By tag, a letter per operand: `r` a Ref, `l` a list of Refs, `-` something else. Paths have their segments behind. */
const SHAPES: Readonly<Record<number, string>> = {
  [Tag.Path]: "-rr-",
  [Tag.GenericArgs]: "-llr",
  [Tag.AssocBinding]: "-rrl",
  [Tag.TypePath]: "r",
  [Tag.TypeRef]: "-r",
  [Tag.TypePtr]: "-r",
  [Tag.TypeSlice]: "r",
  [Tag.TypeArray]: "rr",
  [Tag.TypeTuple]: "l",
  [Tag.TypeFn]: "lr",
  [Tag.TypeDyn]: "l",
  [Tag.TypeImpl]: "l",
  [Tag.TypeConst]: "r",
  [Tag.PatIdent]: "---r",
  [Tag.PatTuple]: "l",
  [Tag.PatTupleStruct]: "rl",
  [Tag.PatStruct]: "rl-",
  [Tag.PatField]: "-r",
  [Tag.PatRef]: "-r",
  [Tag.PatSlice]: "l",
  [Tag.PatOr]: "l",
  [Tag.PatLit]: "r",
  [Tag.PatRange]: "rr",
  [Tag.PatPath]: "r",
  [Tag.PatBox]: "r",
  [Tag.Path_]: "r",
  [Tag.Call]: "rl",
  [Tag.MethodCall]: "r-rl-",
  [Tag.Field]: "r--",
  [Tag.Index]: "rr",
  [Tag.Unary]: "-r",
  [Tag.Binary]: "-rr",
  [Tag.Assign]: "rr",
  [Tag.AssignOp]: "-rr",
  [Tag.Borrow]: "-r-",
  [Tag.Block]: "lr---",
  [Tag.If]: "rrr",
  [Tag.LetCond]: "rr",
  [Tag.Match]: "rl",
  [Tag.Arm]: "rrr",
  [Tag.Loop]: "r-",
  [Tag.While]: "rr-",
  [Tag.For]: "rrr-",
  [Tag.Break]: "-r",
  [Tag.Return]: "r",
  [Tag.Closure]: "lrr-",
  [Tag.ClosureParam]: "rr",
  [Tag.Struct]: "rlr",
  [Tag.FieldInit]: "-r",
  [Tag.Tuple]: "l",
  [Tag.Array]: "l",
  [Tag.Repeat]: "rr",
  [Tag.Cast]: "rr",
  [Tag.Try]: "r",
  [Tag.Await]: "r",
  [Tag.Range]: "rr-",
  [Tag.Yield]: "r",
  [Tag.Broken]: "l",
  [Tag.Let]: "rrrr",
  [Tag.ExprStmt]: "r-",
  [Tag.Cfg]: "-r",
};

/**
 * Calls `visit` with the tag and the Ref of `root` and of every record below it, parents first, in no order otherwise;
 * items in blocks are not entered.
 */
export function visitRecords(facts: FileFacts, root: Ref, visit: (tag: number, ref: Ref) => void): void {
  const { code } = facts;
  const open: Ref[] = [root];
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    if (ref === 0) continue;
    const tag = code[ref]!;
    visit(tag, ref);
    const shape = SHAPES[tag] ?? "";
    for (let i = 0; i < shape.length; i++) {
      const value = code[ref + OPERANDS + i]!;
      if (shape[i] === "r") open.push(value);
      else if (shape[i] === "l") for (let at = code[value]!; at > 0; at--) open.push(code[value + at]!);
    }
    if (tag === Tag.Path) for (let at = code[ref + 6]!; at > 0; at--) open.push(code[ref + OPERANDS + 2 + 3 * at]!);
  }
}

/** Calls `visit` with every item of a file: those of its top level, of modules, traits, impls, extern blocks and blocks. */
export function visitItems(facts: FileFacts, visit: (item: Item) => void): void {
  const open: Item[] = [...facts.items, ...facts.blocks.flatMap((block) => block.items)];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    visit(item);
    if ("items" in item && item.items !== null) for (const inner of item.items) open.push(inner);
  }
}

/** Returns the Refs that an item holds itself: signature, fields, body. */
export function refsOf(item: Item): Ref[] {
  const refs: Ref[] = [];
  if ("generics" in item) {
    for (const param of item.generics.params) refs.push(param.constType, param.default);
    for (const { type } of item.generics.where) refs.push(type);
  }
  switch (item.kind) {
    case "fn":
      refs.push(...item.params.flatMap((p) => [p.pattern, p.type]), item.self?.type ?? 0, item.ret, item.body);
      break;
    case "struct":
    case "union":
    case "enum":
      refs.push(...[...item.fields, ...item.variants.flatMap((v) => v.fields)].map((field) => field.type));
      refs.push(...item.variants.map((variant) => variant.value));
      break;
    case "impl":
      refs.push(item.trait, item.self);
      break;
    case "alias":
      refs.push(item.type);
      break;
    case "const":
    case "static":
      refs.push(item.type, item.value);
      break;
  }
  return refs.filter((ref) => ref !== 0);
}

/** Returns the lists of bounds that an item holds itself. */
export function boundsOf(facts: FileFacts, item: Item): Ref[] {
  const lists: Ref[] = [];
  if ("generics" in item) {
    lists.push(...item.generics.params.map((param) => param.bounds), ...item.generics.where.map((w) => w.bounds));
  }
  if (item.kind === "trait") lists.push(item.supertraits);
  if (item.kind === "alias") lists.push(item.bounds);
  return lists.flatMap((list) => Array.from({ length: facts.code[list]! }, (_, i) => facts.code[list + 1 + i]!));
}
