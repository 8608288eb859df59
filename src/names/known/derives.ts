/**
 * Derives of published crates whose impls are documented, as a table: what each writes, in Rust, with parts of the item in braces.
 *
 * Most derives give an impl of the trait of their own name (`types/impls.ts`, and `types/derives.ts` for std's traits); these give others, or
 * functions and types of their own. Only types flow from here: the functions have no bodies.
 */
import type { Attr } from "../../facts/types.ts";
import { type DeriveParts, derivePer, partsOf } from "./derive-parts.ts";

/** One impl that a derive writes. */
interface DerivedImpl {
  /** Path of the trait; none for functions of the type itself. */
  readonly trait?: string;
  /** What it is for, when not the item. */
  readonly for?: string;
  /** Written once for each of these: a variant, a struct. */
  readonly per?: keyof typeof derivePer;
  readonly members?: string;
  /** Members that the trait has itself, wanted where it is not at hand. */
  readonly provided?: string;
}

/** A derive of documented meaning. */
export interface KnownDerive {
  readonly crates: readonly string[];
  /** Items beside the impls. */
  readonly items?: string;
  readonly impls: readonly DerivedImpl[];
}

const STRUM = ["strum", "strum_macros"];
const MORE = ["derive_more", "derive_more_impl"];
const CLAP = ["clap", "clap_derive"];

const FROM_MATCHES: DerivedImpl = {
  trait: "::clap::FromArgMatches",
  members: `fn from_arg_matches(matches: &::clap::ArgMatches) -> Result<Self, ::clap::Error> {}
    fn from_arg_matches_mut(matches: &mut ::clap::ArgMatches) -> Result<Self, ::clap::Error> {}
    fn update_from_arg_matches(&mut self, matches: &::clap::ArgMatches) -> Result<(), ::clap::Error> {}
    fn update_from_arg_matches_mut(&mut self, matches: &mut ::clap::ArgMatches) -> Result<(), ::clap::Error> {}`,
};
const ARGS: DerivedImpl = {
  trait: "::clap::Args",
  members: `fn augment_args(cmd: ::clap::Command) -> ::clap::Command {}
    fn augment_args_for_update(cmd: ::clap::Command) -> ::clap::Command {}`,
};
const SUBCOMMAND: DerivedImpl = {
  trait: "::clap::Subcommand",
  members: `fn augment_subcommands(cmd: ::clap::Command) -> ::clap::Command {}
    fn augment_subcommands_for_update(cmd: ::clap::Command) -> ::clap::Command {}
    fn has_subcommand(name: &str) -> bool {}`,
};

/** By name. */
const DERIVES: Readonly<Record<string, KnownDerive>> = {
  EnumIter: {
    crates: STRUM,
    items: "pub struct {name}Iter{generics} { of: ::core::marker::PhantomData<{self}> }",
    impls: [
      {
        trait: "::strum::IntoEnumIterator",
        members: "type Iterator = {name}Iter{args}; fn iter() -> {name}Iter{args} {}",
      },
      {
        trait: "::core::iter::Iterator",
        for: "{name}Iter{args}",
        members: "type Item = {self}; fn next(&mut self) -> Option<{self}> {}",
      },
      {
        trait: "::core::iter::DoubleEndedIterator",
        for: "{name}Iter{args}",
        members: "fn next_back(&mut self) -> Option<{self}> {}",
      },
      { trait: "::core::iter::ExactSizeIterator", for: "{name}Iter{args}" },
      { trait: "::core::clone::Clone", for: "{name}Iter{args}", members: "fn clone(&self) -> Self {}" },
    ],
  },
  EnumString: {
    crates: STRUM,
    impls: [
      {
        trait: "::core::str::FromStr",
        members: "type Err = ::strum::ParseError; fn from_str(s: &str) -> Result<Self, ::strum::ParseError> {}",
      },
      {
        trait: "::core::convert::TryFrom<&str>",
        members: "type Error = ::strum::ParseError; fn try_from(s: &str) -> Result<Self, ::strum::ParseError> {}",
      },
    ],
  },
  AsRefStr: {
    crates: STRUM,
    impls: [{ trait: "::core::convert::AsRef<str>", members: "fn as_ref(&self) -> &str {}" }],
  },
  IntoStaticStr: {
    crates: STRUM,
    impls: [
      {
        trait: "::core::convert::From<{self}>",
        for: "&'static str",
        members: "fn from(x: {self}) -> &'static str {}",
      },
      {
        trait: "::core::convert::From<&{self}>",
        for: "&'static str",
        members: "fn from(x: &{self}) -> &'static str {}",
      },
    ],
  },
  Yokeable: {
    crates: ["yoke", "yoke_derive"],
    impls: [{ trait: "::yoke::Yokeable", members: "type Output = {self};" }],
  },
  EnumCount: { crates: STRUM, impls: [{ trait: "::strum::EnumCount", members: "const COUNT: usize = 0;" }] },
  VariantNames: {
    crates: STRUM,
    impls: [{ trait: "::strum::VariantNames", members: "const VARIANTS: &'static [&'static str] = &[];" }],
  },
  VariantArray: {
    crates: STRUM,
    impls: [{ trait: "::strum::VariantArray", members: "const VARIANTS: &'static [Self] = &[];" }],
  },
  EnumIs: {
    crates: STRUM,
    impls: [{ per: "variant", members: "pub const fn is_{strumVariant}(&self) -> bool {}" }],
  },
  EnumTryAs: {
    crates: STRUM,
    impls: [
      {
        per: "tuple",
        members: `pub fn try_as_{strumVariant}(self) -> Option<{fields}> {}
          pub fn try_as_{strumVariant}_ref(&self) -> Option<{fieldRefs}> {}
          pub fn try_as_{strumVariant}_mut(&mut self) -> Option<{fieldMuts}> {}`,
      },
    ],
  },
  FromRepr: {
    crates: STRUM,
    impls: [{ members: "pub const fn from_repr(discriminant: {repr}) -> Option<{self}> {}" }],
  },
  EnumMessage: {
    crates: STRUM,
    impls: [
      {
        trait: "::strum::EnumMessage",
        members: `fn get_message(&self) -> Option<&'static str> {}
          fn get_detailed_message(&self) -> Option<&'static str> {}
          fn get_documentation(&self) -> Option<&'static str> {}
          fn get_serializations(&self) -> &'static [&'static str] {}`,
      },
    ],
  },
  EnumProperty: {
    crates: STRUM,
    impls: [
      {
        trait: "::strum::EnumProperty",
        members: `fn get_str(&self, prop: &str) -> Option<&'static str> {}
          fn get_int(&self, prop: &str) -> Option<i64> {}
          fn get_bool(&self, prop: &str) -> Option<bool> {}`,
      },
    ],
  },
  EnumDiscriminants: {
    crates: STRUM,
    items:
      "#[derive(Clone, Copy, Debug, PartialEq, Eq)] {discriminantAttributes} pub enum {discriminants} { {variants} }",
    impls: [
      {
        trait: "::core::convert::From<{self}>",
        for: "{discriminants}",
        members: "fn from(x: {self}) -> Self {}",
      },
      {
        trait: "::core::convert::From<&{self}>",
        for: "{discriminants}",
        members: "fn from(x: &{self}) -> Self {}",
      },
      {
        trait: "::strum::IntoDiscriminant",
        members: "type Discriminant = {discriminants}; fn discriminant(&self) -> {discriminants} {}",
      },
    ],
  },
  Constructor: { crates: MORE, impls: [{ per: "struct", members: "pub const fn new({params}) -> Self {}" }] },
  IsVariant: {
    crates: MORE,
    impls: [{ per: "variant", members: "pub const fn is_{variant}(&self) -> bool {}" }],
  },
  Unwrap: {
    crates: MORE,
    impls: [
      {
        per: "variant",
        members: `pub fn unwrap_{variant}(self) -> {fields} {}
          pub fn unwrap_{variant}_ref(&self) -> {fieldRefs} {}
          pub fn unwrap_{variant}_mut(&mut self) -> {fieldMuts} {}`,
      },
    ],
  },
  TryUnwrap: {
    crates: MORE,
    impls: [
      {
        per: "variant",
        members: `pub fn try_unwrap_{variant}(self) -> Result<{fields}, ::derive_more::TryUnwrapError<Self>> {}
          pub fn try_unwrap_{variant}_ref(&self) -> Result<{fieldRefs}, ::derive_more::TryUnwrapError<&Self>> {}
          pub fn try_unwrap_{variant}_mut(&mut self) -> Result<{fieldMuts}, ::derive_more::TryUnwrapError<&mut Self>> {}`,
      },
    ],
  },
  Parser: {
    crates: CLAP,
    impls: [
      {
        trait: "::clap::Parser",
        provided: `fn parse() -> Self {}
          fn try_parse() -> Result<Self, ::clap::Error> {}
          fn parse_from<I, T>(itr: I) -> Self {}
          fn try_parse_from<I, T>(itr: I) -> Result<Self, ::clap::Error> {}
          fn update_from<I, T>(&mut self, itr: I) {}
          fn try_update_from<I, T>(&mut self, itr: I) -> Result<(), ::clap::Error> {}`,
      },
      {
        trait: "::clap::CommandFactory",
        members: "fn command() -> ::clap::Command {} fn command_for_update() -> ::clap::Command {}",
      },
      FROM_MATCHES,
      { ...ARGS, per: "struct" },
      { ...SUBCOMMAND, per: "enum" },
    ],
  },
  Args: { crates: CLAP, impls: [FROM_MATCHES, ARGS] },
  Subcommand: { crates: CLAP, impls: [FROM_MATCHES, SUBCOMMAND] },
  ValueEnum: {
    crates: CLAP,
    impls: [
      {
        trait: "::clap::ValueEnum",
        members: `fn value_variants<'a>() -> &'a [Self] {}
          fn to_possible_value(&self) -> Option<::clap::builder::PossibleValue> {}`,
        provided: "fn from_str(input: &str, ignore_case: bool) -> Result<Self, String> {}",
      },
    ],
  },
};

/** The derive of documented meaning that has this name. */
export function knownDerive(name: string): KnownDerive | undefined {
  return Object.hasOwn(DERIVES, name) ? DERIVES[name] : undefined;
}

/**
 * Returns what a derive writes for the struct, enum or union in `text` from `start` to `end`, which has these attributes. `isAtHand` tells that the
 * declarations of the crate's traits are.
 */
export function expandDerive(
  { items = "", impls }: KnownDerive,
  item: { readonly text: string; readonly start: number; readonly end: number; readonly attrs: readonly Attr[] },
  isAtHand: boolean,
): string {
  const parts = partsOf(item);
  if (parts === null) return "";
  const written = impls.flatMap((impl) => {
    const members = `${impl.members ?? ""} ${isAtHand ? "" : (impl.provided ?? "")}`;
    const header = `${impl.trait === undefined ? "" : `${impl.trait} for `}${impl.for ?? "{self}"}`;
    const text = `impl{generics} ${header} {where} { ${members} }`;
    return derivePer[impl.per ?? "item"](parts).map((more) => fill(text, { ...parts.words, ...more }));
  });
  return `${fill(items, parts.words)}\n${written.join("\n")}`;
}

/** Puts words in for `{word}`. */
function fill(template: string, words: DeriveParts["words"]): string {
  return template.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
}
