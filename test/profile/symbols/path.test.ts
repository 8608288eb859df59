import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { instantiatingCrate, parseSymbolPath } from "../../../src/profile/symbols/path.ts";
import { parseTypeText, type Term } from "../../../src/profile/symbols/term.ts";
import { readRealSymbols, v0Symbols } from "./mangled.ts";

/** A term in a Lisp-like notation: `(Vec u8)`, `(& T)`. */
function show({ kind, path, args }: Term): string {
  const head = kind === "path" ? path.join("::") : [kind, ...path].join(" ");
  return args.length === 0 && kind === "path" ? head : `(${[head, ...args.map(show)].join(" ")})`;
}

/** The parts of a name that are there, in one line each. */
function parts(symbol: string): Record<string, string> {
  const path = parseSymbolPath(symbol)!;
  const { names, impl, scope, closures, owner, generics, shim, suffix, level, hash, crateHash } = path;
  const all = {
    scope: scope.join("::"),
    self: impl ? show(impl.self) : "",
    trait: impl?.trait ? show(impl.trait) : "",
    names: names.join("::"),
    owner: owner.map(show).join(),
    generics: generics.map(show).join(),
    closures: closures.join("::"),
    shim: shim ?? "",
    suffix,
    level: level ? `${level}` : "",
    hash: hash ?? "",
    crateHash: crateHash ?? "",
  };
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ""));
}

describe("forms of paths", () => {
  test("a function in a module", () => {
    expect(parts("shop::cli::run")).toEqual({ names: "shop::cli::run" });
    expect(parseSymbolPath("shop::cli::run")!.crates).toEqual(["shop"]);
  });

  test("a method of a trait for a type", () => {
    expect(parts("<m::W<&str> as m::Shape<u8>>::area")).toEqual({
      self: "(m::W (reference str))",
      trait: "(m::Shape u8)",
      names: "area",
    });
    expect(parseSymbolPath("<alloc::vec::Vec<u8> as m::Shape>::area")!.crates).toEqual(["alloc", "m"]);
  });

  test("an inherent method, v0 in angle brackets, legacy without", () => {
    expect(parts("<m::W<u8>>::new::<i32>")).toEqual({ self: "(m::W u8)", names: "new", generics: "i32" });
    expect(parts("m::W<T>::new")).toEqual({ names: "m::W::new", owner: "T" });
  });

  test("an impl in another module than its type (legacy)", () => {
    expect(parts("m::money::<impl core::ops::arith::Mul<m::Money> for i64>::mul")).toEqual({
      scope: "m::money",
      self: "i64",
      trait: "(core::ops::arith::Mul m::Money)",
      names: "mul",
    });
    expect(parts("core::slice::<impl [T]>::iter")).toEqual({ scope: "core::slice", self: "(slice T)", names: "iter" });
  });

  test("closures and nested functions", () => {
    expect(parts("m::f::{{closure}}::{{closure}}")).toEqual({ names: "m::f", closures: "{closure}::{closure}" });
    expect(parts("<m::A as m::B>::f::<u8>::{closure#1}::{closure#0}")).toMatchObject({
      names: "f",
      closures: "{closure#1}::{closure#0}",
    });
    expect(parts("m::f::{closure#0}::inner")).toEqual({ names: "m::f::inner" });
    // DWARF and PDB names.
    expect(parts("m::f::{async_fn#0}")).toEqual({ names: "m::f", closures: "{async_fn#0}" });
    expect(parts("m::f::closure$0")).toEqual({ names: "m::f", closures: "closure$0" });
  });

  test("shims", () => {
    expect(parts("<m::f::{closure#0} as core::ops::function::FnOnce<()>>::call_once::{shim:vtable#0}")).toMatchObject({
      self: "m::f::{closure#0}",
      names: "call_once",
      shim: "vtable",
    });
    expect(parts("core::ops::function::FnOnce::call_once{{vtable.shim}}")).toEqual({
      names: "core::ops::function::FnOnce::call_once",
      shim: "vtable",
    });
  });

  test("impls known by number only", () => {
    expect(parseSymbolPath("m::a::{impl#3}::f")).toMatchObject({ names: ["m", "a", "f"], isImplUnknown: true });
    expect(parseSymbolPath("m::a::impl$3::f")).toMatchObject({ names: ["m", "a", "f"], isImplUnknown: true });
  });

  test.each(["", "[unknown]", "0x00000000000010c0", "operator new(unsigned long)", "a::b<", "<m::W as", "{closure#0}"])(
    "%j is no path",
    (text) => {
      expect(parseSymbolPath(text)).toBeUndefined();
    },
  );
});

describe("decoration", () => {
  test("hashes of legacy symbols and of crates", () => {
    expect(parts("m::f::h0123456789abcdef")).toEqual({ names: "m::f", hash: "0123456789abcdef" });
    expect(parts("m[3f5f548f965bab4e]::f::<n[a1]::B>")).toEqual({
      names: "m::f",
      generics: "n::B",
      crateHash: "3f5f548f965bab4e",
    });
    // An array is no hash.
    expect(parts("<[u8; 3] as m::T>::f")).toEqual({ self: "(array u8 (value 3))", trait: "m::T", names: "f" });
  });

  test("suffixes of compilers and linkers", () => {
    expect(parts("m::f.llvm.4993918003248035220")).toEqual({ names: "m::f", suffix: ".llvm.4993918003248035220" });
    expect(parts("_RNvC1m1f.llvm.49")).toEqual({ names: "m::f", suffix: ".llvm.49" });
    expect(parts("_RNvC1m1f.cold")).toEqual({ names: "m::f", suffix: ".cold" });
    expect(parts("m::f::h0123456789abcdef.isra.0.cold.1")).toMatchObject({ names: "m::f", suffix: ".isra.0.cold.1" });
    expect(parts("fflush@@GLIBC_2.2.5")).toEqual({ names: "fflush", suffix: "@@GLIBC_2.2.5" });
    expect(parts("memcpy@plt")).toEqual({ names: "memcpy", suffix: "@plt" });
  });

  test("recursion levels of callgrind, marks of recorders", () => {
    expect(parts("<m::E>::eval'2")).toEqual({ self: "m::E", names: "eval", level: "2" });
    expect(parts("_RNvC1m1f'12")).toEqual({ names: "m::f", level: "12" });
    expect(parts("m::f+0x4c3 (inlined)")).toEqual({ names: "m::f" });
    expect(parts("m::f_[i]")).toEqual({ names: "m::f" });
  });

  test("names that tools demangled only in part", () => {
    const half =
      "_$LT$alloc..boxed..Box$LT$dyn$u20$m..Rule$u2b$core..marker..Send$GT$$u20$as$u20$m..Rule$GT$::apply::h990c551385912aac";
    expect(parts(half)).toEqual({
      self: "(alloc::boxed::Box (object m::Rule core::marker::Send))",
      trait: "m::Rule",
      names: "apply",
      hash: "990c551385912aac",
    });
    expect(parts("m::gr$uf6$$udf$e::{{closure}}")).toEqual({ names: "m::größe", closures: "{closure}" });
  });

  test("the crate for which a copy was made", () => {
    expect(instantiatingCrate("_RINvC1m1flEC1n")).toBe("n");
    expect(instantiatingCrate("_RINvC1m1flE")).toBeUndefined();
    expect(instantiatingCrate("m::f")).toBeUndefined();
  });
});

describe("types", () => {
  test.each([
    ["&'a mut m::W<'a, T>", "(mutable-reference (m::W T))"],
    ["(A,B)", "(tuple A B)"],
    ["(A,)", "(tuple A)"],
    ["(A)", "A"],
    ["()", "(tuple)"],
    ["[T; N]", "(array T N)"],
    ["[T; { N + 1 }]", "(array T (opaque))"],
    ["fn(u64) -> u64", "(function u64 u64)"],
    ['unsafe extern "C" fn(x: i32)', '(function unsafe "C" i32 (tuple))'],
    ["for<'a> fn(&'a u8)", "(function (reference u8) (tuple))"],
    ["dyn m::A + core::marker::Send + 'static", "(object m::A core::marker::Send)"],
    ["dyn Fn(u8, &str) -> bool", "(object (Fn (tuple u8 (reference str))))"],
    ["dyn core::ops::function::Fn<(u8,), Output = bool>", "(object (core::ops::function::Fn (tuple u8)))"],
    [
      "dyn core::ops::function::Fn<()>+Output = i32+core::marker::Sync",
      "(object (core::ops::function::Fn (tuple)) core::marker::Sync)",
    ],
    ["*const T", "(const-pointer T)"],
    ["!", "(never)"],
    ["m::W<16_usize, -1i8, 0x10, 'c', true>", "(m::W (value 16) (value -1) (value 16) (value 'c') true)"],
    ["m::f::{closure#0}", "m::f::{closure#0}"],
    ["<T as m::Tr>::Out", "(qualified Out T m::Tr)"],
    ["r#match::W", "match::W"],
    ["größe::W", "größe::W"],
  ])("%s", (text, term) => {
    expect(show(parseTypeText(text))).toBe(term);
  });

  test("what can't be read is opaque", () => {
    for (const text of ["", "W<", "a b", "$x", "[T", "fn("]) expect(parseTypeText(text).kind).toBe("opaque");
  });

  test("absurd nesting is cut", () => {
    const deep = `${"m::W<".repeat(50_000)}u8${">".repeat(50_000)}`;
    expect(parseTypeText(deep).path).toEqual(["m", "W"]);
    expect(parseSymbolPath(`<${"&".repeat(50_000)}u8 as m::T>::f`)!.name).toBe("f");
    for (const piece of [
      "(",
      "[",
      "<",
      "?",
      "dyn ",
      "impl ",
      "&",
      "*const ",
      "fn(",
      "for<'a> ",
      "a::<",
      "<impl ",
      "a as ",
      "{",
    ])
      expect(parseTypeText(piece.repeat(20_000)).kind).toBeDefined();
    for (const piece of ["a:", "a=", "a<", "a+", "T,"])
      expect(parseTypeText(`W<${piece.repeat(20_000)}`).kind).toBeDefined();
    for (const piece of ["::<u8>", "::{closure#0}", "::f", "::<impl A for B>"])
      expect(() => parseSymbolPath(`a${piece.repeat(10_000)}`)).not.toThrow();
  });
});

describe("any input", () => {
  test("real symbols are paths, mangled and demangled", () => {
    for (const symbol of readRealSymbols()) {
      const path = parseSymbolPath(symbol)!;
      expect(parseSymbolPath(path.text)).toMatchObject({ names: path.names, closures: path.closures });
    }
  });

  test("random texts never throw", () => {
    const pieces = fc.constantFrom(
      "<",
      ">",
      "::",
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      "{closure#0}",
      " as ",
      "impl ",
      " for ",
      "dyn ",
      "m",
      "T",
      "&",
      "'a",
      "'2",
      ",",
      "; ",
      " -> ",
      "=",
      "+",
      "$LT$",
      "..",
      "h0123456789abcdef",
      ".llvm.1",
      "fn(",
      "\u{1f600}",
      "\0",
    );
    const texts = fc.oneof(
      fc.array(pieces).map((list) => list.join("")),
      fc.string({ unit: "binary" }),
      v0Symbols,
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(() => parseSymbolPath(text)).not.toThrow();
      }),
    );
  });
});
