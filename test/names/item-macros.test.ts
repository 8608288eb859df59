import { expect, test } from "@jest/globals";
import { fixtureNames } from "../support/fixture.ts";
import { diagnosticTexts, printDef, resolveText } from "../support/scopes.ts";

/** All functions: path, the macro that made them, and whether that is a guess. */
function fns(fixture: string): string[] {
  const names = fixtureNames(fixture);
  return names.fns.map((fn) => {
    const { expansion } = fn.unit;
    return printDef(fn) + (expansion === null ? "" : ` by ${expansion.macro}${expansion.guess ? " (guess)" : ""}`);
  });
}

test("items of an expansion are items of the module", () => {
  const found = fns(`
    macro_rules! make { ($n:ident) => { pub fn $n() {} mod inner { fn deep() {} } } }
    make!(hello);
    use self::hello as h;`);
  expect(found).toEqual(["fn app::hello by make", "fn app::inner::deep by make"]);
});

test("a name that a macro defines can be imported, and found through a glob", () => {
  const names = fixtureNames(`
    mod a { macro_rules! make { ($n:ident) => { pub fn $n() {} } } make!(made); }
    mod b { use crate::a::made; }
    mod c { use crate::a::*; }`);
  expect(resolveText(names, "app::b", "made", "values")).toBe("fn app::a::made");
  expect(resolveText(names, "app::c", "made", "values")).toBe("fn app::a::made");
});

test("macros work in impls, traits and extern blocks", () => {
  const names = fixtureNames(`
    macro_rules! m { ($n:ident) => { fn $n(&self) {} type X = u8; } }
    macro_rules! ext { () => { fn c_fn(); } }
    struct S;
    impl S { m!(one); fn two(&self) {} }
    trait T { m!(three); }
    extern "C" { ext!(); }`);
  expect(names.impls[0]!.items.map((item) => `${item.kind} ${item.name}`)).toEqual(["fn one", "alias X", "fn two"]);
  expect(names.traits[0]!.items.map((item) => item.name)).toEqual(["three", "X"]);
  expect(names.fns.filter((fn) => fn.foreign).map((fn) => fn.name)).toEqual(["c_fn"]);
});

test("a definition counts behind itself, and the latest counts", () => {
  const found = fns(`
    macro_rules! m { () => { fn first() {} } }
    mod a { m!(); macro_rules! m { () => { fn second() {} } } m!(); }
    m!();
    macro_rules! m { () => { fn third() {} } }
    mod b { m!(); }`);
  expect(found).toEqual([
    "fn app::a::first by m",
    "fn app::a::second by m",
    "fn app::first by m",
    "fn app::b::third by m",
  ]);
});

test("#[macro_use] lets definitions out of a module, also out of a file's", () => {
  const found = fns(`
//- /app/src/lib.rs crate:app
#[macro_use] mod macros;
mod inner { #![allow(x)] macro_rules! hidden { () => { fn no() {} } } }
mod user { m!(); }
hidden!();
//- /app/src/macros.rs
macro_rules! m { () => { fn yes() {} } }`);
  expect(found).toEqual(["fn app::user::yes by m"]);
});

test("a macro that defines a macro", () => {
  const found = fns(`
    macro_rules! outer { ($n:ident) => { macro_rules! $n { () => { fn made() {} } } } }
    outer!(inner);
    inner!();`);
  expect(found).toEqual(["fn app::made by inner"]);
});

test("a macro found by its path may define the macro of a later invocation", () => {
  const found = fns(`
    mod m { macro_rules! define { () => { macro_rules! later { () => { fn made() {} } } } } pub(crate) use define; }
    m::define!();
    later!();`);
  expect(found).toEqual(["fn app::made by later"]);
});

test("#[macro_export] puts a macro into the root, `use` hands one on", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:dep
    mod a { mod b { #[macro_export] macro_rules! exported { () => { fn e() {} } } } }
    mod c { crate::exported!(); }
    mod d { macro_rules! shared { () => { fn s() {} } } pub(crate) use shared as other; }
    mod e { crate::d::other!(); use dep::theirs; theirs!(); }
    //- /dep/src/lib.rs crate:dep origin:dependency
    #[macro_export] macro_rules! theirs { () => { fn t() { $crate::helper() } } }
    pub fn helper() {}`);
  const found = names.fns.map(printDef).sort();
  expect(found).toEqual(["fn app::c::e", "fn app::e::s", "fn app::e::t", "fn dep::helper"]);
});

test("#[macro_use] extern crate brings its macros everywhere, or those it lists", () => {
  const found = fns(`
    //- /app/src/lib.rs crate:app deps:dep,some
    #[macro_use] extern crate dep;
    #[macro_use(one)] extern crate some;
    mod m { theirs!(); one!(); two!(); }
    //- /dep/src/lib.rs crate:dep origin:dependency
    #[macro_export] macro_rules! theirs { () => { fn t() {} } }
    //- /some/src/lib.rs crate:some origin:dependency
    #[macro_export] macro_rules! one { () => { fn o() {} } }
    #[macro_export] macro_rules! two { () => { fn no() {} } }`);
  expect(found).toEqual(["fn app::m::t by theirs", "fn app::m::o by one"]);
});

test("an import goes before a macro of std", () => {
  const found = fns(`
    //- /app/src/lib.rs crate:app
    mod m { use crate::other::thread_local; thread_local!(); }
    mod other { macro_rules! t { () => { fn ours() {} } } pub(crate) use t as thread_local; }
    mod n { thread_local!(); }
    //- /std/lib.rs crate:std origin:sysroot
    #[macro_export] macro_rules! thread_local { () => { fn stds() {} } }`);
  expect(found).toEqual(["fn app::m::ours by thread_local", "fn app::n::stds by thread_local"]);
});

test("$crate in an expansion is the crate of the definition", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:dep
    dep::import!();
    //- /dep/src/lib.rs crate:dep origin:dependency
    #[macro_export] macro_rules! import { () => { use $crate::inner::f; } }
    pub mod inner { pub fn f() {} }`);
  expect(resolveText(names, "app", "f", "values")).toBe("fn dep::inner::f");
});

test("local_inner_macros and helpers are found in the crate of the definition", () => {
  const found = fns(`
    //- /app/src/lib.rs crate:app deps:dep
    dep::outer!();
    //- /dep/src/lib.rs crate:dep origin:dependency
    #[macro_export(local_inner_macros)] macro_rules! outer { () => { helper!(); } }
    #[macro_export] macro_rules! helper { () => { fn h() {} } }`);
  expect(found).toEqual(["fn app::h by helper"]);
});

test("cfg_if! is understood without its source", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:cfg_if cfg:unix
    cfg_if::cfg_if! {
      if #[cfg(windows)] { fn win() {} }
      else if #[cfg(unix)] { fn nix() {} }
      else { fn other() {} }
    }
    //- /c/src/lib.rs crate:cfg_if origin:missing`);
  expect(names.fns.map((fn) => [fn.name, fn.inactive, fn.cfg])).toEqual([
    ["win", true, "windows"],
    ["nix", false, "all(unix, not(windows))"],
    ["other", true, "all(not(windows), not(unix))"],
  ]);
});

test("cfg_if! of a package is its active arm, whichever package's rules it goes by", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:dep
    use dep::nix;
    //- /dep/src/lib.rs crate:dep origin:dependency cfg:unix
    macro_rules! cfg_if {
      ($(if #[cfg($m:meta)] { $($i:item)* }) else * else { $($j:item)* }) => {
        cfg_if! { @items () ; $( (($m) ($($i)*)), )* (() ($($j)*)), }
      };
      (@items ($($not:meta,)*) ; ) => {};
      (@items ($($not:meta,)*) ; (($($m:meta),*) ($($i:item)*)), $($rest:tt)*) => {
        $( #[cfg(all($($m,)* not(any($($not),*))))] $i )*
        cfg_if! { @items ($($not,)* $($m,)*) ; $($rest)* }
      };
    }
    cfg_if! {
      if #[cfg(windows)] { pub fn win() {} }
      else if #[cfg(unix)] { pub fn nix() {} pub mod sys { pub fn call() {} } macro_rules! later { () => { pub fn behind() {} } } }
      else { pub fn other() {} }
    }
    later!();`);
  expect(names.fns.map((fn) => [fn.name, fn.inactive])).toEqual([
    ["nix", false],
    ["call", false],
    ["behind", false],
  ]);
});

test("a cfg_if! that takes something else goes by its own rules", () => {
  const found = fns(`
    //- /app/src/lib.rs crate:app deps:dep
    use dep::m::nix;
    //- /dep/src/lib.rs crate:dep origin:dependency cfg:unix
    macro_rules! cfg_if { ($c:ident { $($i:item)* }) => { #[cfg($c)] mod m { $($i)* } } }
    cfg_if! { unix { pub fn nix() {} } }
    cfg_if! { windows { pub fn win() {} } }`);
  expect(found).toEqual(["fn dep::m::nix by cfg_if"]);
});

test("arguments of unknown macros are searched for items", () => {
  const found = fns(`
    //- /app/src/lib.rs crate:app deps:gone
    gone::bitflags! { pub struct Flags: u32 { const A = 1; } }
    gone::wrap! { struct P { #[pin] x: u8 } impl P { fn m(&self) {} } fn free() { fn nested() {} } }
    lazy! { static ref X: u8 = { fn init() -> u8 { 1 } init() }; }
    gone::grammar! { rule = "a" ~ b* ; fn broken( }
    //- /g/src/lib.rs crate:gone origin:missing`);
  expect(found).toEqual([
    "fn app::m by wrap (guess)",
    "fn app::free by wrap (guess)",
    "fn app::nested by wrap (guess)",
    "fn app::init by lazy (guess)",
  ]);
});

test("a macro 2.0 is an item with visibility", () => {
  const names = fixtureNames(`
    mod a { pub macro make($n:ident) { fn $n() {} } }
    a::make!(f);`);
  expect(names.fns.map(printDef)).toEqual(["fn app::f"]);
});

test("endless macros end with one diagnostic", () => {
  const names = fixtureNames(`
    macro_rules! forever { ($($t:tt)*) => { forever!($($t)* x); } }
    forever!();
    macro_rules! double { ($($t:tt)*) => { double!($($t)* $($t)*); fn f() {} } }
    double!(a b c d);
    fn still_here() {}`);
  expect(names.diagnostics.map(({ code, line }) => [code, line])).toEqual([
    ["macro-limit", 2],
    ["macro-limit", 4],
  ]);
  expect(resolveText(names, "app", "still_here", "values")).toBe("fn app::still_here");
});

test("a table that a macro holds may be worked off group by group", () => {
  const groups = Array.from({ length: 30 }, (_, i) => `group_${i} { ${"some rows of a table ".repeat(10)} }`).join(
    "\n",
  );
  const names = fixtureNames(
    `
    macro_rules! table { ($m:ident) => { $m! { ${groups} } } }
    macro_rules! each { ($n:ident { $($row:ident)* } $($rest:tt)*) => { fn $n() {} each! { $($rest)* } }; () => {} }
    table!(each);`,
    { limits: { expansionSize: 10_000 } },
  );
  expect(diagnosticTexts(names.diagnostics)).toEqual([]);
  expect(names.fns.map(({ name }) => name)).toEqual(Array.from({ length: 30 }, (_, i) => `group_${i}`));
});

test("a macro with two invocations of itself ends soon", () => {
  const names = fixtureNames("macro_rules! bush { () => { bush!(); bush!(); } }\nbush!();", {
    limits: { expansionCount: 500 },
  });
  expect(diagnosticTexts(names.diagnostics)).toEqual([
    "warning[macro-limit] /app/src/lib.rs:2:1: macro bush! expands itself too deeply; the rest of it is left out",
    "warning[macro-limit] /app/src/lib.rs:2:1: macro bush! expands to too much text; the rest of it is left out",
  ]);
});

test("what a macro made stands at the outermost invocation, what it was given stands where it is written", () => {
  const names = fixtureNames(`
    macro_rules! inner { ($($t:tt)*) => { fn own() {} $($t)* } }
    macro_rules! outer { ($($t:tt)*) => { inner! { $($t)* } } }
    outer! {
      fn given() {}
    }`);
  const places = names.fns.map((fn) => {
    const { line, column, inMacro, macro } = names.place(fn.unit, fn.item.pos);
    return [fn.name, line, column, inMacro, macro];
  });
  expect(places).toEqual([
    ["own", 3, 5, true, "outer"],
    ["given", 4, 7, false, "outer"],
  ]);
});
