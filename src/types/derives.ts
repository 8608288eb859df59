/**
 * Derives of std's traits that std itself has no derive for, by the meaning that the crates which offer them document (derive_more, thiserror and
 * their like): a derive is called as its trait, and gives what its name promises in terms of the fields. Their functions have no source; types
 * flow through them.
 */
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

  /** The field that carries the attribute, else the only one; null when neither is. */
  field(attribute: string): Field | null {
    const fields = this.items.fields(this.adt);
    return fields.find((_, row) => this.isMarked(fields, row, attribute)) ?? (fields.length === 1 ? fields[0]! : null);
  }

  /** All fields as one type: itself when there is one, else a tuple. */
  whole(of: AdtDef | VariantDef): Ty {
    const types = this.items.fields(of).map((field) => field.type);
    return types.length === 1 ? types[0]! : this.items.store.tuple(types);
  }

  /** Whether the attribute stands in front of the field: facts keep none of a field but `cfg`. */
  isMarked(fields: readonly Field[], row: number, attribute: string): boolean {
    const before = fields[row - 1]?.decl.pos ?? this.adt.item.namePos;
    return this.attribute(attribute).test(this.adt.unit.text.slice(before, fields[row]!.decl.pos));
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

  private attribute(name: string): RegExp {
    return new RegExp(`#\\s*\\[\\s*${name}\\b(?!\\s*\\(\\s*(?:skip|ignore)\\b)`);
  }
}

const plain: Make = ({ self }) => [{ args: [self], types: {} }];
const onSelf: Make = ({ self }) => [{ args: [self, self], types: {} }];
/** The other operand is whatever the fields take. */
const onOther: Make = ({ self }) => [{ args: [self, UNKNOWN], types: {} }];
const giving =
  (make: Make): Make =>
  (of) =>
    make(of).map((impl) => ({ ...impl, types: { Output: of.self } }));

/** To the field that is marked, or the only one. */
const ofField =
  (attribute: string, make: (of: Derived, field: Ty) => DerivedImpl): Make =>
  (of) => {
    const field = of.field(attribute);
    return field === null ? [] : [make(of, field.type)];
  };

const deref = ofField("deref", (of, field) => {
  const isForwarded = of.adt.item.attrs.some((a) => a.path === "deref" && a.args === "forward");
  const target = isForwarded ? of.projection("core::ops::Deref", "Target", field) : field;
  return { args: [of.self], types: { Target: target } };
});

const index = ofField("index", (of, field) => {
  const key = of.items.newParam("Idx", of.items.generics(of.adt).params.length, false);
  const output = of.projection("core::ops::Index", "Output", field, key);
  return { args: [of.self, key], types: { Output: output }, extra: [key] };
});

const intoIterator = ofField("into_iterator", (of, field) => {
  const given = (name: string): Ty => of.projection("core::iter::IntoIterator", name, field);
  return { args: [of.self], types: { Item: given("Item"), IntoIter: given("IntoIter") } };
});

/** From the fields of the struct, or of each variant of the enum; of those that say `#[from]` when some do. */
const from: Make = (of) => {
  const { adt, self } = of;
  if (adt.kind !== "enum") return [{ args: [self, of.whole(adt)], types: {} }];
  const all = adt.variants.filter((v) => !v.inactive && v.decl.form !== "unit");
  const says = (v: VariantDef, args: (text: string) => boolean): boolean =>
    v.decl.attrs.some((a) => a.path === "from" && args(a.args));
  const isOut = (args: string): boolean => args === "skip" || args === "ignore";
  const marked = all.filter((v) => says(v, (args) => !isOut(args)));
  const meant = marked.length > 0 ? marked : all.filter((v) => !says(v, isOut));
  return meant.map((variant) => ({ args: [self, of.whole(variant)], types: {} }));
};

/** `#[from]` on a field, as error types have it. */
const fromMarked: Make = (of) =>
  [of.adt, ...of.adt.variants].flatMap((part) => {
    const fields = of.items.fields(part);
    return fields
      .filter((_, row) => of.isMarked(fields, row, "from"))
      .map((field) => ({ args: [of.self, field.type], types: {} }));
  });

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
  [
    "FromStr",
    [
      [
        "core::str::FromStr",
        ofField("from_str", (of, field) => ({
          args: [of.self],
          types: { Err: of.projection("core::str::FromStr", "Err", field) },
        })),
      ],
    ],
  ],
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
