/** What the compiler's own macros expand to (see `macros/builtin.ts`): calls of names that begin with `builtin·`. */
import type { Ref } from "../facts/types.ts";
import { Kind, type Ty, UNKNOWN } from "../types/store.ts";
import type { Body } from "./body.ts";
import { inferExpr, inferPlace } from "./expr.ts";

const PREFIX = "builtin·";

/** Traits behind the placeholders of a format string. */
const FORMAT_TRAITS: Readonly<Record<string, string>> = {
  fmt_display: "core::fmt::Display",
  fmt_debug: "core::fmt::Debug",
  fmt_lower_hex: "core::fmt::LowerHex",
  fmt_upper_hex: "core::fmt::UpperHex",
  fmt_octal: "core::fmt::Octal",
  fmt_binary: "core::fmt::Binary",
  fmt_lower_exp: "core::fmt::LowerExp",
  fmt_upper_exp: "core::fmt::UpperExp",
  fmt_pointer: "core::fmt::Pointer",
};

export function isBuiltin(name: string): boolean {
  return name.startsWith(PREFIX);
}

/** The type of a builtin's expansion; formatting reaches the arguments' `fmt` as implicit calls. */
export function inferBuiltin(b: Body, name: string, args: readonly Ref[], pos: number): Ty {
  const what = name.slice(PREFIX.length);
  const trait = FORMAT_TRAITS[what];
  if (trait !== undefined) return formatArgument(b, trait, args, pos);
  for (const arg of args) inferExpr(b, arg, UNKNOWN);
  switch (what) {
    case "format_args":
      return b.items.adtType("core::fmt::Arguments", []);
    case "never":
      return b.store.never;
    case "option_env":
      return b.items.adtType("core::option::Option", [b.store.ref(b.store.str, false)]);
    default:
      return UNKNOWN;
  }
}

function formatArgument(b: Body, traitPath: string, args: readonly Ref[], pos: number): Ty {
  const trait = b.items.trait(traitPath);
  const fmt = trait && b.items.memberFn(trait, "fmt");
  let argument: Ty = b.store.unit;
  for (const arg of args) {
    let ty = b.resolve(inferPlace(b, arg as Ref, UNKNOWN));
    argument = ty;
    while (b.kindOf(ty) === Kind.Ref) ty = b.resolve(b.store.arg(ty));
    if (fmt && b.kindOf(ty) !== Kind.Unknown) b.foundInTrait(pos, "macro", "implicit", fmt, [ty], "operator");
  }
  // An argument that is formatted in two ways stands inside twice.
  return argument;
}
