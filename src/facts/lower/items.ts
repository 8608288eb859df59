/**
 * Items. A rule here returns the index of its item in {@link Context.items}; the list that holds the item (a file, a
 * body in braces, a block) then sets its attributes, because these stand before it as nodes of their own.
 */
import { Field, KINDS, Kind } from "../../syntax/kinds.ts";
import { closingOf, skipBlanks, tokenEnd } from "../../syntax/scan.ts";
import type {
  AdtItem,
  AliasItem,
  Attr,
  ConstItem,
  ExternCrateItem,
  FieldsForm,
  ForeignItem,
  ImplItem,
  Item,
  MacroCallItem,
  MacroRulesItem,
  ModItem,
  TraitItem,
  Vis,
} from "../types.ts";
import { readAttribute } from "./attributes.ts";
import type { Context, Draft, Node } from "./context.ts";
import { expressionOf } from "./expressions.ts";
import { fieldDecls, formOf, variants } from "./fields.ts";
import { tornFunction } from "./functions.ts";
import { generics } from "./generics.ts";
import { exact } from "./lists.ts";
import { macroCall } from "./macro-calls.ts";
import { boundList, boundPath } from "./paths.ts";
import { typeOf } from "./types.ts";
import { useLeaves } from "./uses.ts";

const ITEMS = new Uint8Array(KINDS);
for (const kind of [
  Kind.Mod,
  Kind.ForeignMod,
  Kind.Struct,
  Kind.Union,
  Kind.Enum,
  Kind.ExternCrate,
  Kind.Const,
  Kind.Static,
  Kind.TypeItem,
  Kind.Function,
  Kind.FunctionSignature,
  Kind.Impl,
  Kind.Trait,
  Kind.AssociatedType,
  Kind.Use,
  Kind.MacroDefinition,
]) {
  ITEMS[kind] = 1;
}

/** True for the kinds whose rule leaves an item. */
export function isItem(kind: number): boolean {
  return ITEMS[kind] !== 0;
}

const PUB: Vis = { kind: "pub" };
/** No visibility modifier. */
export const PRIVATE: Vis = { kind: "private" };
/** Until the list that holds an item sets them. */
export const NO_ATTRS: readonly Attr[] = [];

/** Returns the items directly inside a node (or inside a syntax error there), and adds inner attributes to `inner`. */
export function itemsIn(cx: Context, node: Node, inner: Attr[]): readonly Item[] {
  const items: Item[] = [];
  const end = node === 0 ? cx.treeLength : cx.next(node);
  let attrs: Attr[] = [];
  for (let c = cx.first(node); c < end; ) {
    const kind = cx.kind(c);
    if (kind === Kind.Error) {
      c = cx.first(c);
      continue;
    }
    if (kind === Kind.ItemKeyword && cx.slice(c) === "fn") {
      const torn = tornFunction(cx, c, end);
      if (torn !== null) items.push(torn);
    }
    if (kind === Kind.Attribute) readAttribute(cx, c, attrs);
    else if (kind === Kind.InnerAttribute) readAttribute(cx, c, inner);
    else {
      const item = itemAt(cx, c, kind);
      if (item !== null) {
        if (attrs.length > 0) item.attrs = attrs.concat(item.attrs);
        items.push(item);
      }
      if (attrs.length > 0) attrs = [];
    }
    c = cx.next(c);
  }
  return exact(items);
}

function itemAt(cx: Context, node: Node, kind: number): Draft | null {
  if (isItem(kind)) return cx.items[cx.value(node)]!;
  if (kind === Kind.MacroInvocation) return macroCallItem(cx, node, node);
  if (kind !== Kind.ExpressionStatement) return null;
  const inner = cx.only(node);
  return inner !== 0 && cx.kind(inner) === Kind.MacroInvocation ? macroCallItem(cx, inner, node) : null;
}

function macroCallItem(cx: Context, node: Node, statement: Node): Draft<MacroCallItem> {
  const call = macroCall(cx, node);
  const { pos } = call;
  return {
    kind: "macro-call",
    name: "",
    pos,
    namePos: pos,
    end: cx.end(statement),
    vis: PRIVATE,
    attrs: NO_ATTRS,
    call,
  };
}

/** Adds an item, and returns its index. */
export function keep(cx: Context, item: Item): number {
  return cx.items.push(item) - 1;
}

/**
 * What all items have; `keyword` is the kind of the word that opens it. Of the kinds that there are many of, its fields are taken over by
 * name: V8 puts what follows a spread outside of the object, and may give each object a hidden class of its own.
 */
export function base(cx: Context, node: Node, keyword: number = Kind.ItemKeyword, nameField: number = Field.Name) {
  const word = cx.childOf(node, keyword);
  const pos = cx.start(word === 0 ? node : word);
  const name = cx.child(node, nameField);
  return {
    name: name === 0 ? "" : cx.identifier(name),
    pos,
    namePos: name === 0 ? pos : cx.start(name),
    end: cx.end(node),
    vis: visibility(cx, cx.childOf(node, Kind.Visibility)),
    attrs: NO_ATTRS,
  };
}

/** Returns what a visibility modifier (0 = none) says. */
export function visibility(cx: Context, node: Node): Vis {
  if (node === 0) return PRIVATE;
  return cx.end(node) - cx.start(node) === "pub".length ? PUB : restricted(cx.slice(node));
}

/** `pub(crate)`, `pub(in a::b)`, and the former `crate`. */
function restricted(text: string): Vis {
  const inside = /\(\s*(?:in\s)?([^)]*)\)/.exec(text)?.[1];
  if (inside === undefined) return text === "crate" ? { kind: "in", path: ["crate"] } : PUB;
  const path = inside.split("::").map((segment) => segment.trim().replace(/^r#/, ""));
  return { kind: "in", path: path[0] === "" ? path.slice(1) : path };
}

/** True for a body that only the grammar was shown: `;` in the original; see `syntax/repair.ts`. */
function isGivenBody(cx: Context, body: Node): boolean {
  return cx.repaired && body !== 0 && cx.text[cx.start(body)] === ";";
}

/** `struct`, `union`. */
export function lowerStructItem(cx: Context, node: Node): number {
  const body = cx.child(node, Field.Body);
  const form: FieldsForm = isGivenBody(cx, body) ? "unit" : formOf(cx, body);
  const { name, pos, namePos, end, vis, attrs } = base(cx, node);
  const item: AdtItem = {
    kind: cx.kind(node) === Kind.Union ? "union" : "struct",
    name,
    pos,
    namePos,
    end: isGivenBody(cx, body) ? cx.start(body) + 1 : end,
    vis,
    attrs,
    generics: generics(cx, node),
    form,
    fields: fieldDecls(cx, body),
    variants: [],
  };
  return keep(cx, item);
}

/** `enum`. */
export function lowerEnum(cx: Context, node: Node): number {
  const body = cx.child(node, Field.Body);
  const { name, pos, namePos, end, vis, attrs } = base(cx, node);
  const item: AdtItem = {
    kind: "enum",
    name,
    pos,
    namePos,
    end,
    vis,
    attrs,
    generics: generics(cx, node),
    form: "unit",
    fields: [],
    variants: body === 0 ? [] : variants(cx, body),
  };
  return keep(cx, item);
}

/** `trait A: B { … }`, and `trait A = B;`, which the grammar was shown as the former. */
export function lowerTrait(cx: Context, node: Node): number {
  const body = cx.child(node, Field.Body);
  const inner: Attr[] = [];
  const items = body === 0 ? [] : itemsIn(cx, body, inner);
  const alias = isGivenBody(cx, body);
  const { name, pos, namePos, end, vis } = base(cx, node);
  const item: TraitItem = {
    kind: "trait",
    name,
    pos,
    namePos,
    end: alias ? cx.start(body) + 1 : end,
    vis,
    attrs: exact(inner),
    generics: generics(cx, node),
    supertraits: boundList(cx, cx.child(node, Field.Bounds)),
    alias,
    items,
  };
  return keep(cx, item);
}

/** `impl<G> !Trait for Type where … { … }`. */
export function lowerImpl(cx: Context, node: Node): number {
  const body = cx.child(node, Field.Body);
  const trait = cx.child(node, Field.Trait);
  const inner: Attr[] = [];
  const items = body === 0 ? [] : itemsIn(cx, body, inner);
  const { name, pos, namePos, end, vis } = base(cx, node);
  const item: ImplItem = {
    kind: "impl",
    name,
    pos,
    namePos,
    end,
    vis,
    attrs: exact(inner),
    generics: generics(cx, node),
    trait: trait === 0 ? 0 : boundPath(cx, trait),
    negative: trait !== 0 && cx.text.slice(cx.start(node), cx.start(trait)).trimEnd().endsWith("!"),
    self: typeOf(cx, node, Field.Type),
    items,
  };
  return keep(cx, item);
}

/** `type A<G> = T;`, `type A<G>: Bounds;`. */
export function lowerAlias(cx: Context, node: Node): number {
  const { name, pos, namePos, end, vis, attrs } = base(cx, node);
  const item: AliasItem = {
    kind: "alias",
    name,
    pos,
    namePos,
    end,
    vis,
    attrs,
    generics: generics(cx, node),
    bounds: boundList(cx, cx.child(node, Field.Bounds)),
    type: typeOf(cx, node, Field.Type),
  };
  return keep(cx, item);
}

/** `const A: T = e;`, `static mut A: T = e;`. */
export function lowerConst(cx: Context, node: Node): number {
  const isStatic = cx.kind(node) === Kind.Static;
  const keyword = isStatic ? Kind.ItemKeyword : Kind.ConstKeyword;
  const { name, pos, namePos, end, vis, attrs } = base(cx, node, keyword);
  const item: ConstItem = {
    kind: isStatic ? "static" : "const",
    name,
    pos,
    namePos,
    end,
    vis,
    attrs,
    type: typeOf(cx, node, Field.Type),
    value: cx.bodies ? expressionOf(cx, node, Field.Value) : 0,
    blocks: cx.scopes.takeBody(cx.start(node)),
  };
  return keep(cx, item);
}

/** `mod a;`, `mod a { … }`; the module's inner attributes count as its own. Macros 2.0 were shown as modules. */
export function lowerMod(cx: Context, node: Node): number {
  const common = base(cx, node);
  if (cx.repaired && cx.text.startsWith("macro", common.pos)) {
    const { namePos, end } = common;
    return keep(cx, { kind: "macro-decl", ...common, bodyStart: tokenEnd(cx.text, namePos, end), bodyEnd: end });
  }
  const body = cx.child(node, Field.Body);
  const inner: Attr[] = [];
  const items = body === 0 ? null : itemsIn(cx, body, inner);
  const item: ModItem = { kind: "mod", ...common, attrs: exact(inner), items };
  return keep(cx, item);
}

/** Returns the string of an extern modifier, `C` where it has none, null for no modifier. */
export function abi(cx: Context, modifier: Node): string | null {
  if (modifier === 0) return null;
  return /"([^"]*)"/.exec(cx.slice(modifier))?.[1] ?? "C";
}

/** `extern "C" { … }`. */
export function lowerForeign(cx: Context, node: Node): number {
  const body = cx.child(node, Field.Body);
  const modifier = cx.childOf(node, Kind.ExternModifier);
  const inner: Attr[] = [];
  const items = body === 0 ? [] : itemsIn(cx, body, inner);
  const item: ForeignItem = {
    kind: "foreign",
    ...base(cx, node, Kind.ExternModifier),
    attrs: exact(inner),
    abi: abi(cx, modifier) ?? "C",
    items: items.map((inside) => (inside.kind === "alias" ? externType(cx, inside) : inside)),
  };
  return keep(cx, item);
}

/** `extern { type A; }`: a type of its own, of which nothing is known (RFC 1861). */
function externType(cx: Context, { name, pos, namePos, end, attrs, generics }: AliasItem): AdtItem {
  // `pub` was hidden from the grammar, see `syntax/repair.ts`.
  const written = /\bpub(?:\s*\([^()]*\))?\s*$/.exec(cx.text.slice(Math.max(0, pos - 100), pos))?.[0].trim();
  const vis = written === undefined ? PRIVATE : written === "pub" ? PUB : restricted(written);
  return { kind: "struct", name, pos, namePos, end, vis, attrs, generics, form: "named", fields: [], variants: [] };
}

/** `use a::{b as c, d::*};`. */
export function lowerUse(cx: Context, node: Node): number {
  const argument = cx.child(node, Field.Argument);
  const { name, pos, namePos, end, vis, attrs } = base(cx, node);
  const leaves = argument === 0 ? [] : useLeaves(cx, argument);
  return keep(cx, { kind: "use", name, pos, namePos, end, vis, attrs, leaves });
}

/** `extern crate a as b;`. */
export function lowerExternCrate(cx: Context, node: Node): number {
  const name = cx.child(node, Field.Name);
  const alias = cx.child(node, Field.Alias);
  const item: ExternCrateItem = {
    kind: "extern-crate",
    ...base(cx, node, Kind.ItemKeyword, alias === 0 ? Field.Name : Field.Alias),
    crate: name === 0 ? "" : cx.identifier(name),
  };
  return keep(cx, item);
}

/** `macro_rules! name { … }`. */
export function lowerMacroDefinition(cx: Context, node: Node): number {
  const common = base(cx, node);
  const name = cx.child(node, Field.Name);
  const end = cx.end(node);
  const open = skipBlanks(cx.text, cx.end(name === 0 ? node : name), end);
  const item: MacroRulesItem = {
    kind: "macro-rules",
    ...common,
    bodyStart: Math.min(open + 1, end),
    bodyEnd: Math.max(Math.min(open + 1, end), closingOf(cx.text, open, end)),
  };
  return keep(cx, item);
}
