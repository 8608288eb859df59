import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createMatcher } from "../../../src/profile/symbols/match.ts";
import { v0Symbols } from "./mangled.ts";
import { graphOfFunctions, matching } from "./support.ts";

describe("functions", () => {
  const match = matching([
    "m::a::f",
    "m::b::f",
    "m::main",
    "n::main",
    { path: "m::a::f::inner", module: "m::a" },
    "m::r#match",
  ]);

  test("by their whole path, in all spellings", () => {
    for (const name of [
      "m::a::f",
      "m::a::f::<u8>",
      "m[1a]::a::f",
      "m::a::f::h0123456789abcdef",
      "m::a::f.cold",
      "m::a::f'2",
      "_ZN1m1a1f17h0123456789abcdefE",
      "_RNvNtC1m1a1f",
      "_RINvNtC1m1a1flE",
    ])
      expect(match(name)).toBe("function m::a::f");
    expect(match("m::b::f")).toBe("function m::b::f");
    expect(match("n::main")).toBe("function n::main");
  });

  test("closures and async bodies belong to the function around them", () => {
    for (const name of [
      "m::a::f::{{closure}}",
      "m::a::f::{closure#0}::{closure#1}",
      "m::a::f::<u8>::{closure#0}",
      "m::a::f::{async_block#0}",
    ])
      expect(match(name)).toBe("function m::a::f");
  });

  test("nested functions are their own, inside closures, too", () => {
    expect(match("m::a::f::inner")).toBe("function m::a::f::inner");
    expect(match("m::a::f::{closure#0}::inner::{closure#0}")).toBe("function m::a::f::inner");
  });

  test("raw identifiers", () => {
    expect(match("m::match")).toBe("function m::r#match");
  });

  test("what the graph lacks is unmatched, not guessed", () => {
    expect(match("m::a::g")).toBe("unmatched missing");
    expect(match("m::c::f")).toBe("unmatched missing");
  });

  test("what another crate's macro defines inside a function belongs to that", () => {
    expect(match("m::a::f::__callsite")).toBe("enclosing m::a::f");
    // But not what is in a module that has the function's name.
    const inModule = matching(["m::parse", "m::parse::other"]);
    expect(inModule("m::parse::missing")).toBe("unmatched missing");
  });

  test("statics own what they run, unless they are inside a function", () => {
    const statics = matching([
      "m::f",
      { path: "m::TABLE", kind: "initializer", module: "m" },
      { path: "m::f::TABLE", kind: "initializer", module: "m" },
    ]);
    expect(statics("m::TABLE::{closure#0}")).toBe("function m::TABLE");
    expect(statics("m::f::TABLE::{closure#0}")).toBe("enclosing m::f");
  });
});

describe("inherent methods", () => {
  const match = matching([
    { path: "m::W::new", impl: "m::W<T>", module: "m" },
    { path: "m::W::f", impl: "m::W<u8>", module: "m", line: 1 },
    { path: "m::W::f", impl: "m::W<alloc::vec::Vec<T>>", module: "m", line: 2 },
    { path: "m::W::f", impl: "m::W<(A, B)>", module: "m", line: 3 },
    { path: "m::a::W::f", impl: "m::a::W", module: "m::a" },
    {
      path: "<dyn m::Tr + core::marker::Send + core::marker::Sync>::f",
      impl: "dyn m::Tr + core::marker::Send + core::marker::Sync",
      module: "m",
    },
  ]);

  test("of generic types", () => {
    expect(match("<m::W<i32>>::new")).toBe("method m::W::new");
    expect(match("m::W<T>::new")).toBe("method m::W::new");
    expect(match("m::W::new")).toBe("method m::W::new");
    expect(match("<m::W<i32>>::new::<u8>::{closure#0}")).toBe("method m::W::new");
  });

  test("of impls for different arguments", () => {
    expect(match("<m::W<u8>>::f")).toBe("method m::W::f");
    expect(match("<m::W<alloc::vec::Vec<u8>>>::f")).toBe("method m::W::f#2");
    expect(match("m::W<alloc::vec::Vec<T>>::f")).toBe("method m::W::f#2");
    expect(match("<m::W<(u8, &str)>>::f")).toBe("method m::W::f#3");
    expect(match("<m::a::W>::f")).toBe("method m::a::W::f");
  });

  test("of impls in another module than the type (legacy)", () => {
    expect(match("m::b::<impl m::W<T>>::new")).toBe("method m::W::new");
  });

  test("of trait objects, in any order of the bounds", () => {
    for (const name of [
      "<dyn m::Tr + core::marker::Sync + core::marker::Send>::f",
      "<dyn m::Tr+core::marker::Sync+core::marker::Send>::f",
    ])
      expect(match(name)).toMatch(/^method <dyn/);
    expect(match("<dyn m::Tr>::f")).toBe("unmatched missing");
  });

  test("of impls known by number only", () => {
    const numbered = matching([
      { path: "m::a::W::f", impl: "m::a::W", module: "m::a" },
      { path: "m::b::W::f", impl: "m::b::W", module: "m::b" },
    ]);
    expect(numbered("m::a::{impl#3}::f<u8>")).toBe("numbered-impl m::a::W::f");
  });
});

describe("methods of traits", () => {
  const match = matching([
    "<m::W<T> as m::Shape>::area",
    "<m::W<u8> as m::Shape>::area",
    "<&T as m::Shape>::area",
    "<&mut T as m::Shape>::area",
    "<(A, B) as m::Shape>::area",
    "<[T] as m::Shape>::area",
    "<[T; N] as m::Shape>::area",
    "<alloc::boxed::Box<T> as m::Shape>::area",
    "<alloc::boxed::Box<dyn m::Shape> as m::Shape>::area",
    "<fn(u64) -> u64 as m::Shape>::area",
    "<*const T as m::Shape>::area",
    "<u64 as m::Shape>::area",
    "<dyn core::ops::Fn<(u8,)> as m::Shape>::area",
    { path: "m::Shape::area", kind: "trait_method", trait: "m::Shape", module: "m" },
    { path: "m::Shape::name", kind: "trait_method", default: true, trait: "m::Shape", module: "m" },
    "m::f",
  ]);

  test.each([
    ["<m::W<&str> as m::Shape>::area", "<m::W<T> as m::Shape>::area"],
    ["<m::W<T> as m::Shape>::area", "<m::W<T> as m::Shape>::area"],
    ["<m::W<u8> as m::Shape>::area", "<m::W<u8> as m::Shape>::area"],
    ["<&m::W<u8> as m::Shape>::area", "<&T as m::Shape>::area"],
    ["<&mut u64 as m::Shape>::area", "<&mut T as m::Shape>::area"],
    ["<(u64,alloc::vec::Vec<u64>) as m::Shape>::area", "<(A, B) as m::Shape>::area"],
    ["<[m::W<u8>] as m::Shape>::area", "<[T] as m::Shape>::area"],
    ["<[u64; 3] as m::Shape>::area", "<[T; N] as m::Shape>::area"],
    ["<alloc::boxed::Box<[u64; 3]> as m::Shape>::area", "<alloc::boxed::Box<T> as m::Shape>::area"],
    ["<alloc::boxed::Box<dyn m::Shape> as m::Shape>::area", "<alloc::boxed::Box<dyn m::Shape> as m::Shape>::area"],
    ["<fn(u64) .> u64 as m::Shape>::area", "<fn(u64) -> u64 as m::Shape>::area"],
    ["<*const u8 as m::Shape>::area", "<*const T as m::Shape>::area"],
    ["<u64 as m::Shape>::area", "<u64 as m::Shape>::area"],
    [
      "<dyn core::ops::function::Fn<(u8,), Output = u8> as m::Shape>::area",
      "<dyn core::ops::Fn<(u8,)> as m::Shape>::area",
    ],
    ["<m::W<m::f::{closure#0}> as m::Shape>::area::{closure#0}", "<m::W<T> as m::Shape>::area"],
  ])("%s", (symbol, path) => {
    expect(match(symbol)).toBe(`impl ${path}`);
  });

  test("the trait's own method, which v0 names by a type that hasn't any", () => {
    expect(match("m::Shape::name")).toBe("default m::Shape::name");
    expect(match("<m::W<u8> as m::Shape>::name")).toBe("default m::Shape::name");
    expect(match("<m::W<u8> as m::Shape>::name::{closure#0}")).toBe("default m::Shape::name");
    // A call through a trait object has a shim of this name.
    expect(match("<dyn m::Shape as m::Shape>::area")).toBe("default m::Shape::area");
  });

  test("shims of a function are the function", () => {
    expect(match("<u64 as m::Shape>::area::{shim:reify#0}")).toBe("impl <u64 as m::Shape>::area");
  });

  test("an impl that the scan's cfg leaves out comes last", () => {
    const twins = matching([
      { path: "<m::A as m::Shape>::name", inactive: true, impl: "m::A", trait: "m::Shape" },
      { path: "m::Shape::name", kind: "trait_method", default: true, trait: "m::Shape", module: "m" },
      { path: "m::f", line: 1, inactive: true },
      { path: "m::f", line: 9 },
    ]);
    expect(twins("<m::A as m::Shape>::name")).toBe("default m::Shape::name");
    expect(twins("m::f")).toBe("function m::f#2");
  });

  test("arguments of traits", () => {
    const conversions = matching([
      "<m::A as core::convert::From<u8>>::from",
      "<m::A as core::convert::From<(i64, u8)>>::from",
      "<m::A as core::convert::From<std::io::Error>>::from",
      "<m::A as core::convert::From<core::fmt::Error>>::from",
      "<m::A as core::ops::Add<m::A>>::add",
      "<m::A as core::ops::Add<&m::A>>::add",
      "<f64 as core::ops::Mul<m::A>>::mul",
      "<alloc::vec::Vec<T> as core::convert::From<m::W<T>>>::from",
      "m::f",
    ]);
    for (const [symbol, path] of [
      ["<m::A as core::convert::From<u8>>::from", "<m::A as core::convert::From<u8>>::from"],
      ["<m::A as core::convert::From<(i64,u8)>>::from", "<m::A as core::convert::From<(i64, u8)>>::from"],
      [
        "<m::A as core::convert::From<std::io::error::Error>>::from",
        "<m::A as core::convert::From<std::io::Error>>::from",
      ],
      // The default, `Self`, isn't printed.
      ["<m::A as core::ops::arith::Add>::add", "<m::A as core::ops::Add<m::A>>::add"],
      ["<m::A as core::ops::arith::Add<&m::A>>::add", "<m::A as core::ops::Add<&m::A>>::add"],
      ["<f64 as core::ops::arith::Mul<m::A>>::mul", "<f64 as core::ops::Mul<m::A>>::mul"],
      ["m::<impl core::ops::arith::Mul<m::A> for f64>::mul", "<f64 as core::ops::Mul<m::A>>::mul"],
      [
        "<alloc::vec::Vec<u8> as core::convert::From<m::W<u8>>>::from",
        "<alloc::vec::Vec<T> as core::convert::From<m::W<T>>>::from",
      ],
    ])
      expect(conversions(symbol!)).toBe(`impl ${path}`);
    expect(conversions("<m::A as core::convert::From<m::A>>::from")).toBe("external derive");
    expect(conversions("<alloc::vec::Vec<u8> as core::convert::From<&str>>::from")).toBe("external foreign");
  });

  test("types of the same name in different modules", () => {
    const alike = matching(["<m::a::X as core::fmt::Debug>::fmt", "m::b::f"]);
    expect(alike("<m::a::X as core::fmt::Debug>::fmt")).toBe("impl <m::a::X as core::fmt::Debug>::fmt");
    expect(alike("<m::b::X as core::fmt::Debug>::fmt")).toBe("external derive");
  });

  test("constants as arguments of types", () => {
    const sizes = matching([
      "<m::A<1> as m::K>::k",
      "<m::A<16> as m::K>::k",
      "<m::A<N> as m::L>::k",
      "<m::I<-1> as m::K>::k",
      "<m::I<1> as m::K>::k",
      "m::f",
    ]);
    expect(sizes("<m::A<16> as m::K>::k")).toBe("impl <m::A<16> as m::K>::k");
    expect(sizes("<m::A<16_usize> as m::K>::k")).toBe("impl <m::A<16> as m::K>::k");
    expect(sizes("_RNvXC1mINtC1m1AKj10_ENtC1m1K1k")).toBe("impl <m::A<16> as m::K>::k");
    expect(sizes("<m::A<_> as m::L>::k")).toBe("impl <m::A<N> as m::L>::k");
    expect(sizes("<m::I<.1_i8> as m::K>::k")).toBe("impl <m::I<-1> as m::K>::k");
  });

  test("types inside functions, which the source may know by their module only", () => {
    const local = matching([
      "m::f",
      "<m::Local as core::ops::Drop>::drop",
      "<m::A as m::Shape>::area",
      "<m::A as m::Shape>::area::Key::get",
    ]);
    expect(local("<m::f::{closure#0}::Local<u8> as core::ops::drop::Drop>::drop")).toBe(
      "impl <m::Local as core::ops::Drop>::drop",
    );
    expect(local("<m::g::Local as core::ops::drop::Drop>::drop")).toBe("external derive");
    expect(local("<<m::A as m::Shape>::area::Key>::get")).toBe("impl <m::A as m::Shape>::area::Key::get");
  });

  test("functions inside methods", () => {
    const nested = matching([
      "<m::A as m::Shape>::area",
      "<m::A as m::Shape>::area::inner",
      { path: "m::A::f::inner", module: "m" },
    ]);
    expect(nested("<m::A as m::Shape>::area::inner::<u8>")).toBe("impl <m::A as m::Shape>::area::inner");
    expect(nested("<m::A>::f::inner")).toBe("method m::A::f::inner");
    expect(nested("m::A::f::inner")).toBe("function m::A::f::inner");
  });
});

describe("the outside", () => {
  const match = matching([
    "m::f",
    "m::X::new",
    "<m::X as core::fmt::Display>::fmt",
    "<T as m::Describe>::describe",
    "<_ as core::fmt::Debug>::fmt",
    { path: "m::main", entry: "main" },
    { path: "m::entry_point", entry: "ffi" },
  ]);

  test.each([
    ["core::ptr::drop_in_place::<m::X>", "external foreign"],
    ["core::ptr::drop_in_place<m::X>", "external foreign"],
    ["<alloc::vec::Vec<m::X> as core::ops::drop::Drop>::drop", "external foreign"],
    ["<&m::X as core::fmt::Display>::fmt", "external derive"],
    ["<T as core::fmt::Display>::fmt", "external foreign"],
    ["core::ops::function::FnOnce::call_once::<m::main::{closure#0}>", "external foreign"],
    ["<m::main::{closure#0} as core::ops::function::FnOnce<()>>::call_once::{shim:vtable#0}", "external derive"],
    ["std::rt::lang_start::<()>::{closure#0}", "external foreign"],
    ["<[m::X]>::sort", "external foreign"],
    ["<m::X as core::clone::Clone>::clone", "external derive"],
    ["<m::It as core::iter::traits::iterator::Iterator>::map::<u8, m::f>", "external derive"],
    ["m::En::Variant", "external constructor"],
    ["main", "external native"],
    ["f", "external native"],
    ["__libc_start_main_impl", "external native"],
    ["fflush@@GLIBC_2.2.5", "external native"],
    ["operator new(unsigned long)", "external native"],
    ["boost::f", "external foreign"],
    ["[unknown]", "unmatched unknown"],
    ["0x00000000000010c0", "unmatched unknown"],
    ["55b51facfb50", "unmatched unknown"],
    ["", "unmatched unknown"],
  ])("%s", (symbol, verdict) => {
    expect(match(symbol)).toBe(verdict);
  });

  test("functions that the linker knows by a bare name", () => {
    expect(match("entry_point")).toBe("exported m::entry_point");
  });

  test("a blanket impl of the workspace's own trait takes types of std", () => {
    expect(match("<alloc::vec::Vec<u8> as m::Describe>::describe")).toBe("impl <T as m::Describe>::describe");
    expect(match("<T as m::Describe>::describe")).toBe("impl <T as m::Describe>::describe");
  });

  test("external nodes are never matched", () => {
    const graph = graphOfFunctions([{ path: "serde_json::from_str", kind: "external" }, "m::f"]);
    expect(createMatcher(graph).match({ name: "serde_json::from_str" })).toMatchObject({
      status: "external",
      node: null,
    });
  });
});

describe("places", () => {
  const match = matching([
    { path: "m::f", file: "a/src/lib.rs", line: 10, endLine: 20, package: "a", target: "lib" },
    { path: "m::f", file: "a/src/main.rs", line: 10, endLine: 12, package: "a", target: "bin" },
    { path: "m::Type::g", file: "a/src/lib.rs", line: 30, endLine: 40, module: "m" },
  ]);

  test("choose between functions of the same path", () => {
    expect(match("m::f")).toBe("~2 function m::f");
    expect(match({ name: "m::f", file: "/build/ws/a/src/main.rs", line: 11 })).toBe("place m::f#2");
    expect(match({ name: "m::f", file: "lib.rs", line: 15 })).toBe("place m::f");
    // A line outside of both says nothing.
    expect(match({ name: "m::f", file: "lib.rs", line: 25 })).toBe("~2 function m::f");
  });

  test("an inlined default method doesn't make the impl's method the default", () => {
    const sketches = [
      { path: "<m::A as m::Tr>::f", file: "a.rs", line: 30, endLine: 40, impl: "m::A", trait: "m::Tr" },
      { path: "m::Tr::f", kind: "trait_method", default: true, file: "a.rs", line: 1, endLine: 5, module: "m" },
    ] as const;
    expect(matching(sketches)({ name: "<m::A as m::Tr>::f", file: "a.rs", line: 3 })).toBe("impl <m::A as m::Tr>::f");
  });

  test("find a function whose path the name doesn't tell, but never one of another name or crate", () => {
    expect(match({ name: "m::Renamed::g", file: "a/src/lib.rs", line: 33 })).toBe("place m::Type::g");
    expect(match({ name: "g<u8>", file: "./a/src/lib.rs", line: 33 })).toBe("place m::Type::g");
    expect(match({ name: "h", file: "a/src/lib.rs", line: 33 })).toBe("external native");
    expect(match({ name: "core::x::g", file: "a/src/lib.rs", line: 33 })).toBe("external foreign");
  });

  test("the recorded target decides where places don't", () => {
    const sketches = [
      { path: "m::f", line: 1, package: "a", target: "lib" },
      { path: "m::f", line: 2, package: "a", target: "bin" },
    ];
    expect(matching(sketches, { prefer: { target: "bin" } })("m::f")).toBe("function m::f#2");
  });
});

test("the mangled name goes before the readable one", () => {
  expect(matching(["m::f"])({ raw: "_RNvC1m1f", name: "f" })).toBe("function m::f");
});

test("names are remembered", () => {
  const matcher = createMatcher(graphOfFunctions(["m::f"]));
  expect(matcher.match({ name: "m::f" })).toBe(matcher.match({ name: "m::f" }));
});

test("no name makes it throw", () => {
  const matcher = createMatcher(
    graphOfFunctions(["m::f", "<m::W<T> as m::Tr>::f", "m::W::g", "<(A, fn(B)) as m::Tr<'a>>::f", "<", ""]),
  );
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), v0Symbols, fc.constantFrom("m::", "<m::W as m::Tr>::")),
      fc.string(),
      (name, file) => {
        expect(["matched", "external", "unmatched"]).toContain(matcher.match({ name, file, line: 3 }).status);
      },
    ),
  );
});

test("a type inside a method is no other: not that of a derive, not one of another crate", () => {
  const match = matching([
    "<m::T as ext::De>::de",
    "<<m::T as ext::De>::de::Local as ext::Visitor>::visit",
    "<<m::a::S as ext::De>::de::Local as ext::Visitor>::visit",
  ]);
  for (const name of [
    "<<m::T as ext::De>::de::Local as ext::Visitor>::visit::<u8>",
    "<m::other::<impl ext::De for m::T>::de::Local as ext::Visitor>::visit", // the impl is in another module
  ])
    expect(match(name)).toBe("impl <<m::T as ext::De>::de::Local as ext::Visitor>::visit");
  for (const name of [
    "<<m::Derived as ext::De>::de::Field as ext::Visitor>::visit",
    "<m::_::<impl ext::De for m::Derived>::de::Field as ext::Visitor>::visit",
    "<<m::U as ext::De>::de::Local as ext::Visitor>::visit",
  ])
    expect(match(name)).toBe("external derive");
  expect(match("<ext::Tagged<<m::T as ext::De>::de::Local> as ext::Visitor>::visit")).toBe("external foreign");
});

test("an associated type stands for any", () => {
  const match = matching(["<<T as m::Tr>::Out as m::Show>::show"]);
  expect(match("<u8 as m::Show>::show")).toBe("impl <<T as m::Tr>::Out as m::Show>::show");
});
