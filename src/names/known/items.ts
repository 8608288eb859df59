/**
 * `bitflags!`, `lazy_static!` and `impl_downcast!` by their documented meaning, for where the crates' sources are not at hand.
 */
import type { TokenBuffer } from "../../macros/buffer.ts";
import { skimVisibility, skipAttributes } from "../../macros/skim/item.ts";
import { skimType } from "../../macros/skim/type.ts";
import { Tok } from "../../macros/tokens.ts";
import type { ExpansionWriter } from "../../macros/writer.ts";
import { copyRows, rowsText } from "./rows.ts";
import type { Rewrite } from "./table.ts";

/** Functions of a type of flags over integers of type `Bits`. */
const FLAGS = `
  pub const fn empty() -> Self { loop {} } pub const fn all() -> Self { loop {} }
  pub const fn bits(&self) -> Bits { loop {} }
  pub const fn from_bits(bits: Bits) -> ::core::option::Option<Self> { loop {} }
  pub const fn from_bits_truncate(bits: Bits) -> Self { loop {} }
  pub const fn from_bits_retain(bits: Bits) -> Self { loop {} }
  pub const unsafe fn from_bits_unchecked(bits: Bits) -> Self { loop {} }
  pub fn from_name(name: &str) -> ::core::option::Option<Self> { loop {} }
  pub const fn is_empty(&self) -> bool { loop {} } pub const fn is_all(&self) -> bool { loop {} }
  pub const fn intersects(&self, other: Self) -> bool { loop {} }
  pub const fn contains(&self, other: Self) -> bool { loop {} }
  pub fn insert(&mut self, other: Self) {} pub fn remove(&mut self, other: Self) {}
  pub fn toggle(&mut self, other: Self) {} pub fn set(&mut self, other: Self, value: bool) {}
  pub const fn intersection(self, other: Self) -> Self { loop {} } pub const fn union(self, other: Self) -> Self { loop {} }
  pub const fn difference(self, other: Self) -> Self { loop {} }
  pub const fn symmetric_difference(self, other: Self) -> Self { loop {} }
  pub const fn complement(self) -> Self { loop {} }
  pub fn iter(&self) -> ::std::vec::IntoIter<Self> { loop {} }
  pub fn iter_names(&self) -> ::std::vec::IntoIter<(&'static str, Self)> { loop {} }`;

/** Operators of a type of flags: the trait, its function, and what it takes and gives. */
const FLAG_OPERATORS: readonly string[] = [
  ...["BitOr bitor", "BitAnd bitand", "BitXor bitxor", "Sub sub"].map((names) => {
    const [trait, method] = names.split(" ");
    return `${trait} for Name { type Output = Name; fn ${method}(self, other: Name) -> Name { loop {} } }`;
  }),
  ...[
    "BitOrAssign bitor_assign",
    "BitAndAssign bitand_assign",
    "BitXorAssign bitxor_assign",
    "SubAssign sub_assign",
  ].map((names) => {
    const [trait, method] = names.split(" ");
    return `${trait} for Name { fn ${method}(&mut self, other: Name) {} }`;
  }),
  "Not for Name { type Output = Name; fn not(self) -> Name { loop {} } }",
];

/** `bitflags! { pub struct Flags: u32 { const A = 1; } }`. */
export const bitflags: Rewrite = ({ tokens, out }) => {
  for (let row = 0; row < tokens.count; ) {
    const vis = skipAttributes(tokens, row);
    const keyword = skimVisibility(tokens, vis);
    const name = keyword + 1;
    const type = name + 2;
    const body = tokens.kind[name + 1] === Tok.Colon ? skimType(tokens, type, true) : -1;
    const isImpl = tokens.kind[keyword] === Tok.Impl;
    if (body < 0 || (!isImpl && tokens.kind[keyword] !== Tok.Struct) || tokens.kind[body] !== Tok.OpenBrace)
      return false;
    const bits = rowsText(tokens, type, body);
    if (!isImpl) {
      copyRows(tokens, out, row, type - 1);
      out.write(`{ bits: ${bits} }`);
    }
    writeFlags(tokens, out, tokens.tokenText(name), bits, body);
    row = tokens.afterTree(body);
  }
  return true;
};

function writeFlags(tokens: TokenBuffer, out: ExpansionWriter, name: string, bits: string, body: number): void {
  out.write(`impl ${name} {`);
  for (let row = body + 1; row < tokens.match[body]!; row++) {
    const constant = skimVisibility(tokens, skipAttributes(tokens, row));
    let end = constant;
    while (end < tokens.match[body]! && tokens.kind[end] !== Tok.Semi) end = tokens.afterTree(end);
    // `const _` only says that there are further bits.
    if (tokens.kind[constant] === Tok.Const && tokens.kind[constant + 1] === Tok.Ident) {
      copyRows(tokens, out, row, constant);
      // What was copied may end in a comment.
      out.write("\npub const");
      copyRows(tokens, out, constant + 1, constant + 2);
      out.write(": Self = Self::from_bits_retain(");
      copyRows(tokens, out, constant + 3, end);
      out.write(");");
    }
    row = end;
  }
  out.write(`${FLAGS.replace(/\bBits\b/g, bits)} }`);
  for (const impl of FLAG_OPERATORS) out.write(`impl ::core::ops::${impl.replace(/\bName\b/g, name)}`);
}

/** `lazy_static! { static ref NAME: Type = value; }`: made at first use, seen through a dereference. */
export const lazyStatic: Rewrite = ({ tokens, out }) => {
  for (let row = 0; row < tokens.count; ) {
    const keyword = skimVisibility(tokens, skipAttributes(tokens, row));
    const name = keyword + 2;
    const type = name + 2;
    if (tokens.kind[keyword] !== Tok.Static || tokens.kind[keyword + 1] !== Tok.Ref) return false;
    const value = tokens.kind[name + 1] === Tok.Colon ? skimType(tokens, type, true) : -1;
    if (value < 0 || tokens.kind[value] !== Tok.Eq) return false;
    let end = value;
    while (end < tokens.count && tokens.kind[end] !== Tok.Semi) end = tokens.afterTree(end);
    copyRows(tokens, out, row, keyword + 1);
    copyRows(tokens, out, name, type);
    out.write("::std::sync::LazyLock<");
    copyRows(tokens, out, type, value);
    out.write("> = ::std::sync::LazyLock::new(|| {");
    copyRows(tokens, out, value + 1, end);
    out.write("});");
    row = end + 1;
  }
  return true;
};

/** `impl_downcast!(Trait)`, `impl_downcast!(sync Trait)`: the way back from a trait object. */
export const implDowncast: Rewrite = ({ tokens, out }) => {
  const name = tokens.is(0, "sync") ? 1 : 0;
  if (tokens.count !== name + 1) return false;
  const trait = tokens.tokenText(name);
  out.write(`impl dyn ${trait} {
    pub fn is<T: ${trait}>(&self) -> bool { loop {} }
    pub fn downcast<T: ${trait}>(self: ::std::boxed::Box<Self>) -> ::core::result::Result<::std::boxed::Box<T>, ::std::boxed::Box<Self>> { loop {} }
    pub fn downcast_rc<T: ${trait}>(self: ::std::rc::Rc<Self>) -> ::core::result::Result<::std::rc::Rc<T>, ::std::rc::Rc<Self>> { loop {} }
    pub fn downcast_arc<T: ${trait}>(self: ::std::sync::Arc<Self>) -> ::core::result::Result<::std::sync::Arc<T>, ::std::sync::Arc<Self>> { loop {} }
    pub fn downcast_ref<T: ${trait}>(&self) -> ::core::option::Option<&T> { loop {} }
    pub fn downcast_mut<T: ${trait}>(&mut self) -> ::core::option::Option<&mut T> { loop {} }
  }`);
  return true;
};
