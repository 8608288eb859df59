/**
 * Derives of std's traits that std itself has no derive for, by the meaning that the crates which offer them document (derive_more, thiserror and
 * their like): a derive is called as its trait, and gives what its name promises in terms of the fields. Their functions have no source; types
 * flow through them.
 */
import type { Attr } from "../facts/types.ts";
import type { AdtDef, VariantDef } from "../names/defs.ts";
import type { Field, Items } from "./items.ts";
import { Kind, type Ty, UNKNOWN } from "./store.ts";

/** An impl that a derive makes, in terms of the type's own parameters and of `extra`. */
export interface DerivedImpl {
  /** The type first, then the trait's arguments. */
  readonly args: readonly Ty[];
  /** Associated types by name. */
  readonly types: Readonly<Record<string, Ty>>;
  /** Parameters that the impl has besides. */
  readonly extra?: readonly Ty[];
}

type Make = (of: Derived) => readonly DerivedImpl[];

/** What the derives ask of a type. */
class Derived {
  readonly items: Items;
  readonly adt: AdtDef;
  readonly self: Ty;

  constructor(items: Items, adt: AdtDef) {
    this.items = items;
    this.adt = adt;
    this.self = items.store.make(Kind.Adt, adt.id, items.generics(adt).params);
  }

  /** The field that carries the attribute, else the only one that does not say to be skipped; null when neither is. */
  field(attribute: string): Field | null {
    const { adt } = this;
    const marked = this.marked(adt, attribute)[0];
    if (marked !== undefined) return marked;
    const rest = this.items.fields(adt).filter((field) => !this.stands(`${attribute}${SKIP}`, adt, field));
    return rest.length === 1 ? rest[0]! : null;
  }

  /** The fields that carry the attribute. */
  marked(of: AdtDef | VariantDef, attribute: string): readonly Field[] {
    return this.items.fields(of).filter((field) => this.stands(`${attribute}\\b(?!${SKIP})`, of, field));
  }

  /** All fields as one type: itself when there is one, else a tuple. */
  whole(of: AdtDef | VariantDef): Ty {
    const types = this.items.fields(of).map((field) => field.type);
    return types.length === 1 ? types[0]! : this.items.store.tuple(types);
  }

  /** Whether an attribute of the item or of one of its parts has the word among its arguments. */
  says(attribute: string, word: string): boolean {
    const { unit, item } = this.adt;
    const saying = new RegExp(`#\\s*\\[\\s*${attribute}\\s*\\([^\\]]*\\b${word}\\b`);
    return saying.test(unit.text.slice(item.pos, item.end));
  }

  has(attribute: string): boolean {
    const { attrs } = this.adt.item;
    return [...attrs, ...this.adt.variants.flatMap((variant) => variant.decl.attrs)].some((a) => a.path === attribute);
  }

  /** `<base as Trait<args>>::name`. */
  projection(trait: string, name: string, base: Ty, ...args: readonly Ty[]): Ty {
    const def = this.items.trait(trait);
    const alias = def && this.items.associatedType(def, name);
    return alias ? this.items.store.make(Kind.Projection, alias.id, [base, ...args]) : UNKNOWN;
  }

  /** Whether an attribute that begins so stands in front of the field: facts keep none of a field but `cfg`. */
  private stands(attribute: string, of: AdtDef | VariantDef, { decl }: Field): boolean {
    const decls = of.kind === "variant" ? of.decl.fields : of.item.fields;
    const start = of.kind === "variant" ? of.decl.pos : of.item.namePos;
    const from = decls[decls.indexOf(decl) - 1]?.pos ?? start;
    return new RegExp(`#\\s*\\[\\s*${attribute}`).test(this.adt.unit.text.slice(from, decl.pos));
  }
}

/** What an attribute goes on with that leaves a field out. */
const SKIP = "\\s*\\(\\s*(?:skip|ignore)\\b";

const plain: Make = ({ self }) => [{ args: [self], types: {} }];
const onSelf: Make = ({ self }) => [{ args: [self, self], types: {} }];
/** The other operand is whatever the fields take. */
const onOther: Make = ({ self }) => [{ args: [self, UNKNOWN], types: {} }];
/** Variants that do not fit together make an operator fail: of enums the output is a `Result`. */
const giving =
  (make: Make): Make =>
  (of) =>
    make(of).map((impl) => ({ ...impl, types: { Output: of.adt.kind === "enum" ? UNKNOWN : of.self } }));

/** To the field that is marked, or the only one. */
const ofField =
  (attribute: string, make: (of: Derived, field: Ty) => DerivedImpl): Make =>
  (of) => {
    const field = of.field(attribute);
    return field === null ? [] : [make(of, field.type)];
  };

const deref = ofField("deref", (of, field) => {
  const target = of.says("deref", "forward") ? of.projection("core::ops::Deref", "Target", field) : field;
  return { args: [of.self], types: { Target: target } };
});

const index = ofField("index", (of, field) => {
  const key = of.items.newParam("Idx", of.items.generics(of.adt).params.length, false);
  const output = of.projection("core::ops::Index", "Output", field, key);
  return { args: [of.self, key], types: { Output: output }, extra: [key] };
});

/** By value, and by those references that an attribute names. */
const intoIterator: Make = (of) => {
  const field = of.field("into_iterator");
  if (field === null) return [];
  const { store } = of.items;
  const forms: readonly ((ty: Ty) => Ty)[] = [
    (ty) => ty,
    ...(of.says("into_iterator", "ref") ? [(ty: Ty) => store.ref(ty, false)] : []),
    ...(of.says("into_iterator", "ref_mut") ? [(ty: Ty) => store.ref(ty, true)] : []),
  ];
  return forms.map((form) => {
    const given = (name: string): Ty => of.projection("core::iter::IntoIterator", name, form(field.type));
    return { args: [form(of.self)], types: { Item: given("Item"), IntoIter: given("IntoIter") } };
  });
};

/** A struct of one field as its field, an enum by the names of its variants. */
const fromStr: Make = (of) => {
  const field = of.field("from_str");
  const error = field === null ? UNKNOWN : of.projection("core::str::FromStr", "Err", field.type);
  return [{ args: [of.self], types: { Err: error } }];
};

/**
 * From the fields of the struct, or of each variant of the enum; of those that say `#[from]` when some do. With arguments, `#[from(forward)]`
 * and `#[from(Type)]`, it takes other types instead.
 */
const from: Make = (of) => {
  const { adt, self } = of;
  if (adt.kind !== "enum") return [{ args: [self, fromType(of, adt, adt.item.attrs)], types: {} }];
  const all = adt.variants.filter((v) => !v.inactive && v.decl.form !== "unit" && !isOut(v));
  const marked = all.filter((v) => v.decl.attrs.some((a) => a.path === "from"));
  const meant = marked.length > 0 ? marked : all;
  return meant.map((variant) => ({ args: [self, fromType(of, variant, variant.decl.attrs)], types: {} }));
};

function isOut({ decl }: VariantDef): boolean {
  return decl.attrs.some((a) => a.path === "from" && (a.args === "skip" || a.args === "ignore"));
}

function fromType(of: Derived, part: AdtDef | VariantDef, attrs: readonly Attr[]): Ty {
  return attrs.some((a) => a.path === "from" && a.args !== "") ? UNKNOWN : of.whole(part);
}

/** `#[from]` on a field, as error types have it. */
const fromMarked: Make = (of) =>
  [of.adt, ...of.adt.variants].flatMap((part) =>
    of.marked(part, "from").map((field) => ({ args: [of.self, field.type], types: {} })),
  );

type Row = readonly (readonly [trait: string, make: Make])[];

function rows(module: string, names: string, make: Make): [string, Row][] {
  return names.split(" ").map((name) => [name, [[`${module}::${name}`, make]]]);
}

const DERIVES: ReadonlyMap<string, Row> = new Map<string, Row>([
  ["Deref", [["core::ops::Deref", deref]]],
  ["Index", [["core::ops::Index", index]]],
  ["IntoIterator", [["core::iter::IntoIterator", intoIterator]]],
  ["From", [["core::convert::From", from]]],
  ["Into", [["core::convert::From", (of) => [{ args: [of.whole(of.adt), of.self], types: {} }]]]],
  ["FromStr", [["core::str::FromStr", fromStr]]],
  [
    "Error",
    [
      ["core::error::Error", plain],
      ["core::fmt::Display", (of) => (of.has("error") ? plain(of) : [])],
      ["core::convert::From", fromMarked],
    ],
  ],
  ...rows(
    "core::convert",
    "AsRef",
    ofField("as_ref", (of, field) => ({ args: [of.self, field], types: {} })),
  ),
  ...rows(
    "core::convert",
    "AsMut",
    ofField("as_mut", (of, field) => ({ args: [of.self, field], types: {} })),
  ),
  ...rows("core::fmt", "Display Binary Octal LowerHex UpperHex LowerExp UpperExp Pointer", plain),
  ...rows("core::ops", "DerefMut", plain),
  ...rows("core::ops", "IndexMut", onOther),
  ...rows("core::ops", "Add Sub BitAnd BitOr BitXor", giving(onSelf)),
  ...rows("core::ops", "Mul Div Rem Shl Shr", giving(onOther)),
  ...rows("core::ops", "Neg Not", giving(plain)),
  ...rows("core::ops", "AddAssign SubAssign BitAndAssign BitOrAssign BitXorAssign", onSelf),
  ...rows("core::ops", "MulAssign DivAssign RemAssign ShlAssign ShrAssign", onOther),
  ...rows("core::iter", "Sum Product", onSelf),
]);

/** The traits of std that a derive of this name gives impls of; none when the name promises nothing. */
export function derivedTraits(name: string): readonly string[] {
  return DERIVES.get(name)?.map(([trait]) => trait) ?? [];
}

/** The impls of one of these traits that the derive makes for the type. */
export function derivedImpls(items: Items, adt: AdtDef, name: string, trait: string): readonly DerivedImpl[] {
  const of = new Derived(items, adt);
  return DERIVES.get(name)?.flatMap(([path, make]) => (path === trait ? make(of) : [])) ?? [];
}
