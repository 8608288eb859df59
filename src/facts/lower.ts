/**
 * One file's text → {@link FileFacts}: parse, then one walk over the flat tree (see `lower/walk.ts`). Fragments that
 * macros produce are lowered the same way, put behind a prefix in which the grammar reads them in their position.
 */
import { Kind } from "../syntax/kinds.ts";
import type { RustParser } from "../syntax/parser.ts";
import { Tag } from "./ir.ts";
import { Context, type Node } from "./lower/context.ts";
import { itemsIn } from "./lower/items.ts";
import { exact } from "./lower/lists.ts";
import { walk } from "./lower/walk.ts";
import type { Attr, FileFacts, Item, Ref } from "./types.ts";

/** What of a file is wanted. */
export interface LowerOptions {
  /** False for sources of which signatures are enough: bodies and values of constants are then passed over. */
  readonly bodies: boolean;
  /** False where modules under `#[cfg(test)]` may be passed over: nothing compiles them. */
  readonly tests?: boolean;
}

/** Returns the facts of a file. Faults of the text are in {@link FileFacts.errors}; it never throws on them. */
export function lowerFile(parser: RustParser, text: string, options: LowerOptions): FileFacts {
  const cx = new Context(text, parser.parse(text, 0, options.tests), options.bodies);
  walk(cx);
  const attrs: Attr[] = [];
  const items = itemsIn(cx, 0, attrs);
  return facts(cx, items, attrs);
}

/** Position in which a fragment stands. */
export type FragmentMode = "items" | "assoc-items" | "statements" | "pattern" | "type";

/** A lowered fragment. */
export interface Fragment {
  readonly facts: FileFacts;
  /** The Block (statements), the pattern or the type; 0 for items, which are in `facts.items`, and for what can't be read. */
  readonly root: Ref;
}

/** What is put around a fragment, and the kind of the item that this makes. */
const WRAPPERS: Readonly<Record<FragmentMode, readonly [before: string, behind: string, wrapper: number]>> = {
  items: ["", "", 0],
  "assoc-items": ["impl X{", "\n}", Kind.Impl],
  statements: ["fn f(){", "\n}", Kind.Function],
  pattern: ["fn f(){match x{", "\n=>{}}}", Kind.Function],
  type: ["type X=", "\n;", Kind.TypeItem],
};

/**
 * Returns the facts of a fragment as if it stood in the given position; offsets count in `text`. A fragment of
 * statements gives a Block, whose tail it is when it is a single expression.
 */
export function lowerFragment(parser: RustParser, text: string, mode: FragmentMode): Fragment {
  const [before, behind, kind] = WRAPPERS[mode];
  const cx = new Context(text, parser.parse(before + text + behind, before.length), true);
  walk(cx);
  const node = kind === 0 ? 0 : topLevel(cx, kind);
  const wrapper = node === 0 ? undefined : cx.items[cx.value(node)];
  if (wrapper?.kind === "impl") return { facts: facts(cx, wrapper.items, []), root: 0 };
  if (wrapper?.kind === "alias") return { facts: facts(cx, [], []), root: wrapper.type };
  if (wrapper?.kind === "fn") {
    const root = mode === "pattern" ? firstPattern(cx, wrapper.body) : wrapper.body;
    return { facts: facts(cx, [], []), root };
  }
  return { facts: facts(cx, itemsIn(cx, 0, []), []), root: 0 };
}

/** Returns the first node of a kind at the top of the tree, be it in a syntax error, or 0. */
function topLevel(cx: Context, kind: number): Node {
  for (let c = cx.first(0); c < cx.treeLength; c = cx.kind(c) === Kind.Error ? cx.first(c) : cx.next(c)) {
    if (cx.kind(c) === kind) return c;
  }
  return 0;
}

/** Returns the pattern of the first arm of the match that is a block's tail, or 0. */
function firstPattern(cx: Context, block: Ref): Ref {
  const match = block === 0 ? 0 : cx.operand(block, BLOCK_TAIL);
  const arms = match !== 0 && cx.tag(match) === Tag.Match ? cx.operand(match, MATCH_ARMS) : 0;
  const arm = arms === 0 ? 0 : cx.listItem(arms, 1);
  return arm !== 0 && cx.tag(arm) === Tag.Arm ? cx.operand(arm, 0) : 0;
}

const BLOCK_TAIL = 1;
const MATCH_ARMS = 1;

function facts(cx: Context, items: readonly Item[], attrs: readonly Attr[]): FileFacts {
  return {
    code: cx.finish(),
    names: exact(cx.names.names),
    items,
    blocks: cx.scopes.rows,
    macroCalls: exact(cx.macroCalls),
    cfgs: cx.cfgs,
    attrs,
    errors: cx.errors,
  };
}
