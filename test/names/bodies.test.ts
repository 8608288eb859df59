import { expect, test } from "@jest/globals";
import type { FnDef, Module } from "../../src/names/defs.ts";
import type { ExpandedBody, Names } from "../../src/names/types.ts";
import { type FixtureOptions, fixtureNames } from "../support/fixture.ts";
import { printDef, resolveText } from "../support/scopes.ts";

function fnNamed(names: Names, name: string): FnDef {
  return names.fns.find((fn) => fn.name === name)!;
}

/** The scope of the first block with items in a function, or its module. */
function scopeOf(names: Names, fn: FnDef): Module {
  const row = fn.item.blocks[0];
  return (row === undefined ? null : names.blockModule(fn.unit, row)) ?? fn.module;
}

/** Row of the nth invocation in a function's text, by place. */
function rowOf(fn: FnDef, nth: number): number {
  const calls = fn.unit.facts.macroCalls;
  const order = calls.map((_, row) => row).sort((a, b) => calls[a]!.pos - calls[b]!.pos);
  return order[nth]!;
}

/** Expands the nth invocation of the file that `f` stands in, as part of `f`. */
function expandIn(names: Names, nth = 0, mode: "statements" | "pattern" | "type" = "statements", from?: Module) {
  const fn = fnNamed(names, "f");
  return names.expandInBody(from ?? scopeOf(names, fn), fn.unit, rowOf(fn, nth), mode, fn);
}

/** Text of an expansion, or why there is none. */
function shown(result: ReturnType<typeof expandIn>): string {
  if (!("unit" in result)) return result.reason;
  const { unit, root } = result;
  expect(root).toBeGreaterThan(0);
  expect(unit.facts.errors).toEqual([]);
  return unit.text.replace(/\s+/g, " ").trim() + (unit.expansion?.guess != null ? " guess" : "");
}

/** Expands the first invocation of a fixture. */
function expansion(fixture: string, options: FixtureOptions = {}): string {
  return shown(expandIn(fixtureNames(fixture, options)));
}

test("a block with items is a scope inside the module, and inner blocks inside outer ones", () => {
  const names = fixtureNames(`
    mod m { pub fn g() {} pub enum E { A } }
    fn f() {
      use m::g;
      fn nested() {}
      { use m::E::*; struct Inner; }
    }`);
  const fn = fnNamed(names, "f");
  const [outer, inner] = fn.item.blocks.map((row) => names.blockModule(fn.unit, row)!);
  expect([outer!.parent?.path, inner!.parent === outer, outer!.fn === fn]).toEqual(["app", true, true]);
  expect(resolveText(names, outer!, "g", "values")).toBe("fn app::m::g");
  expect(resolveText(names, inner!, "g", "values")).toBe("fn app::m::g");
  expect(resolveText(names, inner!, "nested", "values")).toBe("fn app::nested");
  expect(resolveText(names, inner!, "A", "values")).toBe("variant app::m::E::A");
  expect(resolveText(names, outer!, "A", "values")).toBe("-");
  expect(resolveText(names, inner!, "self::f", "values")).toBe("fn app::f");
});

test("blocks of methods and constants are scopes too", () => {
  const names = fixtureNames(`
    struct S;
    impl S { fn f(&self) { fn helper() {} } }
    const C: u8 = { fn compute() -> u8 { 1 } compute() };`);
  expect(names.fns.map((fn) => `${fn.name} ${fn.module.isBlock} ${fn.module.fn?.name ?? "-"}`)).toEqual([
    "f false -",
    "helper true f",
    "compute true -",
  ]);
});

test("traits used in a block are in scope there only", () => {
  const names = fixtureNames("mod m { pub trait T {} } trait Own {} fn f() { use m::T; }");
  const inside = names.traitsInScope(scopeOf(names, fnNamed(names, "f")));
  expect([...inside].map((trait) => trait.name)).toEqual(["T", "Own"]);
  expect([...names.traitsInScope(fnNamed(names, "f").module)].map((trait) => trait.name)).toEqual(["Own"]);
});

test("an invocation is expanded to statements, a pattern or a type", () => {
  const names = fixtureNames(`
    macro_rules! stmts { ($e:expr) => { let x = g($e); h(x) } }
    macro_rules! pat { () => { Some(1) } }
    macro_rules! ty { ($t:ident) => { Vec<$t> } }
    fn f() { stmts!(1 + 2); match a { pat!() => {} } let v: ty!(u8); }`);
  expect(shown(expandIn(names, 0))).toBe("let x = g((1 + 2)); h(x)");
  expect(shown(expandIn(names, 1, "pattern"))).toBe("Some(1)");
  expect(shown(expandIn(names, 2, "type"))).toBe("Vec< u8 >");
});

test("an answer is remembered", () => {
  const names = fixtureNames("macro_rules! m { () => { 1 } } fn f() { m!(); }");
  expect(expandIn(names)).toBe(expandIn(names));
});

test("macros are seen in textual order, also in blocks", () => {
  const names = fixtureNames(`
    macro_rules! m { () => { 1 } }
    fn f() {
      m!();
      { macro_rules! m { () => { 2 } } m!(); }
      m!();
      late!();
    }
    macro_rules! m { () => { 3 } }
    macro_rules! late { () => { 4 } }
    fn g() { m!() }`);
  const fn = fnNamed(names, "f");
  const block = names.blockModule(fn.unit, fn.item.blocks[0]!)!;
  expect(shown(expandIn(names, 0, "statements", fn.module))).toBe("1");
  expect(shown(expandIn(names, 1, "statements", block))).toBe("2");
  expect(shown(expandIn(names, 2, "statements", fn.module))).toBe("1");
  expect(shown(expandIn(names, 3, "statements", fn.module))).toBe("macro-not-found");
  expect(shown(expandIn(names, 4, "statements", fn.module))).toBe("3");
});

test("items that an expansion defines are a block inside the scope that asked", () => {
  const names = fixtureNames(`
    macro_rules! m { ($n:ident) => { fn $n() { fn deeper() {} } use std_like::g; $n() } }
    mod std_like { pub fn g() {} }
    fn f() { m!(helper); }`);
  const { unit, root } = expandIn(names) as ExpandedBody;
  const row = unit.facts.blocks.findIndex((block) => block.items.some((item) => item.name === "helper"));
  const block = names.blockModule(unit, row)!;
  expect(root).toBeGreaterThan(0);
  expect(block.parent).toBe(fnNamed(names, "f").module);
  expect(block.fn).toBe(fnNamed(names, "f"));
  expect(resolveText(names, block, "helper", "values")).toBe("fn app::helper");
  expect(resolveText(names, block, "g", "values")).toBe("fn app::std_like::g");
  expect(names.fns.map(printDef)).toContain("fn app::deeper");
});

test("macros that a statement's macro defines are seen behind it", () => {
  const names = fixtureNames(`
    macro_rules! define { ($n:ident) => { macro_rules! $n { () => { 7 } } } }
    fn f() { define!(later); later!(); }`);
  const { unit } = expandIn(names, 0) as ExpandedBody;
  const block = names.blockModule(unit, 0)!;
  expect(shown(expandIn(names, 1, "statements", block))).toBe("7");
});

test("what macros define as statements of a block is seen from all of it", () => {
  const names = fixtureNames(`
    macro_rules! nested { ($n:ident) => { struct $n; } }
    macro_rules! two { () => { nested!(Inner); nested!(Other); } }
    struct S;
    const _: () = { two!(); impl S { fn own(&self) -> Inner {} } };
    const _: () = { two!(); };
    fn f() { use S as X; late(); let y = nested!(Hidden); nested!(Late); }`);
  const own = fnNamed(names, "own");
  expect(resolveText(names, own.module, "Inner")).toBe("struct app::Inner");
  expect(resolveText(names, own.module, "Other")).toBe("struct app::Other");
  expect(names.adts.map((adt) => adt.name)).toEqual(["S", "Inner", "Other", "Inner", "Other"]);
  const block = scopeOf(names, fnNamed(names, "f"));
  expect(resolveText(names, block, "Late")).toBe("struct app::Late");
  expect(resolveText(names, block, "Hidden")).toBe("-");
  const { unit } = expandIn(names, 3) as ExpandedBody;
  expect(names.blockModule(unit, 0)).toBe(block);
});

test("macros of the compiler become what they evaluate to", () => {
  const std = `
    //- std: macros
    //- /app/src/lib.rs crate:app cfg:unix
    `;
  expect(expansion(`${std}fn f() { cfg!(unix); }`)).toBe("true");
  expect(expansion(`${std}fn f() { stringify!(a b); }`)).toBe('"a b"');
  expect(expansion(`${std}fn f() { core::concat!("a", 1); }`)).toBe('"a1"');
});

test("a nested invocation is expanded from the expansion's unit", () => {
  const names = fixtureNames(`
    macro_rules! outer { ($e:expr) => { [inner!($e, helper())] } }
    macro_rules! inner { ($a:expr, $b:expr) => { both($a, $b) } }
    fn f() {
      outer!(given());
    }`);
  const fn = fnNamed(names, "f");
  const outer = expandIn(names) as ExpandedBody;
  const inner = names.expandInBody(fn.module, outer.unit, 0, "statements", fn) as ExpandedBody;
  expect(shown(inner)).toBe("both(given(),helper())");
  const at = (word: string) => {
    const { line, column, inMacro, macro } = names.place(inner.unit, inner.unit.text.indexOf(word));
    return [line, column, inMacro, macro];
  };
  expect(at("given")).toEqual([4, 14, false, "outer"]);
  expect(at("helper")).toEqual([4, 7, true, "outer"]);
});

test("unknown macros are searched: expressions, statements, pieces of either", () => {
  const f = (body: string) => expansion(`fn f() { ${body} }`);
  expect(f('info!("{}", g(1), x = h())')).toBe('("{}", g(1), x = h() ) guess');
  expect(f("block! { let a = g(); h(a) }")).toBe("let a = g(); h(a) guess");
  expect(f("select! { a = g() => h(a), else => k() }")).toBe("a = g(); h(a); k(); guess");
  expect(f("event!(Level::INFO, field = %g(x), ?h(y), 'z)")).toBe("Level::INFO; g(x); h(y); guess");
  expect(f("json!({ a: g(1), b: [h(2), 3] })")).toBe("g(1); [h(2), 3]; guess");
  expect(f("nothing!(<a b>)")).toBe("macro-not-found");
  expect(f("empty!()")).toBe("macro-not-found");
  expect(f("quote! { g(1) }")).toBe("macro-not-found");
});

test("places in searched arguments are those of the text", () => {
  const names = fixtureNames("fn f() {\n  select! { a = g() => h(a), else => k() }\n}");
  const { unit } = expandIn(names) as ExpandedBody;
  const { line, column, inMacro } = names.place(unit, unit.text.indexOf("k()"));
  expect([line, column, inMacro]).toEqual([2, 38, false]);
});

test("procedural macros are searched too", () => {
  const fixture = `
    //- /app/src/lib.rs crate:app deps:macros
    use macros::bang;
    fn f() { bang!(g(1)); }
    //- /m/src/lib.rs crate:macros kind:proc-macro
    #[proc_macro] pub fn bang(i: X) -> X {}`;
  expect(expansion(fixture)).toBe("(g(1) ) guess");
});

test("an included file is an expression", () => {
  const names = fixtureNames(`
//- std: macros
//- /app/src/lib.rs crate:app
fn f() { include!("expr.in"); }
//- /app/src/expr.in
[g(1),
 h(2)]
`);
  expect(shown(expandIn(names))).toBe("[g(1), h(2)]");
  const { unit } = expandIn(names) as ExpandedBody;
  const { file, line } = names.place(unit, unit.text.indexOf("h(2)"));
  expect([file, line]).toEqual(["/app/src/expr.in", 2]);
});

test("cfg_if! in a body is its active arm", () => {
  const fixture = `
    //- /app/src/lib.rs crate:app cfg:unix
    fn f() { cfg_if! { if #[cfg(windows)] { g() } else if #[cfg(unix)] { h() } } }`;
  expect(expansion(fixture)).toBe("h()");
});

test("recursion ends at the compiler's limit", () => {
  const names = fixtureNames("macro_rules! m { ($($t:tt)*) => { 1 + m!($($t)* x) } } fn f() { m!(); }");
  const fn = fnNamed(names, "f");
  let result = expandIn(names);
  let depth = 0;
  for (; "unit" in result; depth++) result = names.expandInBody(fn.module, result.unit, 0, "statements", fn);
  expect([depth, result.reason]).toEqual([128, "recursion-limit"]);
  expect(names.diagnostics.map(({ code }) => code)).toEqual(["macro-limit"]);
});

test("an expansion that is one more invocation is that one's expansion", () => {
  const names = fixtureNames(`
    macro_rules! a { ($($t:tt)*) => { b! { @go $($t)* } } }
    macro_rules! b { (@go ~ $e:expr) => { done($e) } }
    macro_rules! forever { ($($t:tt)*) => { forever!($($t)* x) } }
    fn f() {
      a!(~ given()); forever!();
    }`);
  expect(shown(expandIn(names, 0))).toBe("done(given())");
  const { unit } = expandIn(names, 0) as ExpandedBody;
  const { line, column, macro } = names.place(unit, unit.text.indexOf("given"));
  expect([line, column, macro]).toEqual([5, 12, "a"]);
  expect(shown(expandIn(names, 1))).toBe("recursion-limit");
});

test("macros are described by where they come from", () => {
  const names = fixtureNames(`
    //- /app/src/lib.rs crate:app deps:gone
    macro_rules! own { () => { } }
    fn f() { own!(); gone::log!("x"); nowhere!(); }
    //- /g/src/lib.rs crate:gone origin:missing`);
  const fn = fnNamed(names, "f");
  const described = fn.unit.facts.macroCalls.map((call) => names.describeMacro(fn.module, fn.unit, call));
  expect(described).toEqual(["app::own", "gone::log", "nowhere"]);
});

test("select! awaits its futures and matches what they give", () => {
  const select = (args: string) =>
    expansion(`
    //- /app/src/lib.rs crate:app deps:tokio
    async fn f() { tokio::select! { ${args} } }
    //- /t/src/lib.rs crate:tokio origin:missing`);
  expect(select("biased; Some(x) = rx.recv(), if open && ok => f(x), _ = t => { g() } else => h()")).toBe(
    "match () {() if open && ok => match (rx.recv()).await {Some(x) => f(x), _ => loop {} }," +
      "() => match (t).await {_ =>{ g() }, _ => loop {} },() => h(),}",
  );
  expect(select("recv(r) -> m => f(m)")).toBe("f(m); guess");
});

test("join! awaits all, try_join! gives a result", () => {
  const join = (call: string) =>
    expansion(`
    //- /app/src/lib.rs crate:app deps:tokio
    use tokio::{join, try_join};
    async fn f() { ${call}; }
    //- /t/src/lib.rs crate:tokio origin:missing`);
  expect(join("join!(a(), b)")).toBe("((a()).await,(b).await,)");
  expect(join("try_join!(a(), b)")).toBe("async { Ok(((a()).await?,(b).await?,)) }.await");
});

test("an unknown macro in a pattern or type may be what its arguments are", () => {
  const names = fixtureNames("fn f() { match a { clean!(Some(x)) => {} } let v: id!(Vec<u8>); }");
  expect(shown(expandIn(names, 0, "pattern"))).toBe("Some(x) guess");
  expect(shown(expandIn(names, 1, "type"))).toBe("Vec<u8> guess");
});
