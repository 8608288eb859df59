/** What a node says of its function: entry, visibility, path, flags; keys; and that the bytes depend on the sources alone. */
import { describe, expect, test } from "@jest/globals";
import { nodeAttributes, nodeKey } from "../../src/graph/columns.ts";
import type { CallGraph, NodeAttributes } from "../../src/graph/types.ts";
import { renderJson } from "../../src/render/json.ts";
import type { ScanOptions } from "../../src/scan/scan.ts";
import { rust, scanMemory } from "../support/calls.ts";

const MANIFEST = '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n';

function scan(files: Readonly<Record<string, string>>, options: ScanOptions = {}): CallGraph {
  const all = Object.entries({ "Cargo.toml": MANIFEST, ...files }).map(([path, text]) => [`/ws/${path}`, text]);
  return scanMemory(Object.fromEntries(all), options).graph;
}

function nodes(graph: CallGraph): Map<string, NodeAttributes> {
  return new Map(Array.from({ length: graph.nodes.length }, (_, n) => [nodeKey(graph, n), nodeAttributes(graph, n)]));
}

function keys(graph: CallGraph): string[] {
  return [...nodes(graph).keys()];
}

/** `key value` of the nodes that have the attribute. */
function column(graph: CallGraph, name: keyof NodeAttributes): Record<string, unknown> {
  const rows = [...nodes(graph)].filter(([, node]) => node[name] !== undefined);
  return Object.fromEntries(rows.map(([key, node]) => [key, node[name]]));
}

describe("entries", () => {
  test("main of a binary, not of a library or a module", () => {
    const graph = scan({
      "src/main.rs": "mod m { pub fn main() {} }\nfn main() {}",
      "src/lib.rs": "fn main() {}",
    });
    expect([...nodes(graph).values()].filter((node) => node.entry === "main").map((node) => node.line)).toEqual([2]);
  });

  test("functions that other languages call", () => {
    const graph = scan({
      "src/lib.rs": rust`
#[no_mangle] extern "C" fn a() {}
#[unsafe(no_mangle)] extern "C" fn b() {}
#[export_name = "c2"] fn c() {}
extern "C" fn d() {}
`,
    });
    expect(column(graph, "entry")).toEqual({ "app::a": "ffi", "app::b": "ffi", "app::c": "ffi" });
  });

  test("what the types of that hand out, though they have no public name", () => {
    const graph = scan({
      "src/lib.rs": rust`
mod hidden {
    pub struct Handle;
    impl Handle { pub fn by_result(&self) {} pub(crate) fn ours(&self) {} }
    pub struct Inner;
    impl Inner { pub fn by_field(&self) {} }
    pub struct Secret;
    impl Secret { pub fn by_private_field(&self) {} }
    pub struct Item;
    impl Item { pub fn by_associated_type(&self) {} }
    impl Iterator for Handle { type Item = Item; fn next(&mut self) -> Option<Item> { None } }
    pub trait Walk { fn by_impl_trait(&self) {} }
    pub trait Sealed { fn by_supertrait(&self) {} }
    pub struct Never;
    impl Never { pub fn never(&self) {} }
    impl Walk for Never {}
}
pub struct Options { pub inner: hidden::Inner, secret: hidden::Secret }
pub trait Open: hidden::Sealed {}
pub fn open() -> Result<hidden::Handle, ()> { Err(()) }
pub fn walk() -> impl hidden::Walk { hidden::Never }
`,
    });
    expect(Object.keys(column(graph, "entry")).map((key) => key.split("::").at(-1))).toEqual([
      "by_result",
      "by_field",
      "by_associated_type",
      "by_supertrait",
      "by_impl_trait",
      "open",
      "walk",
    ]);
  });

  test("what a library's users can name", () => {
    const graph = scan({
      "src/lib.rs": rust`
pub fn a() {}
fn b() {}
pub(crate) fn c() {}
mod hidden { pub fn d() {} pub fn e() {} pub struct S; impl S { pub fn s(&self) {} fn t(&self) {} } }
pub use hidden::d as shown;
pub mod open { pub fn f() {} pub trait T { fn g(&self); } }
pub use hidden::S;
struct P;
impl P { pub fn h(&self) {} }
`,
    });
    expect(Object.keys(column(graph, "entry"))).toEqual([
      "app::a",
      "app::hidden::S::s",
      "app::hidden::d",
      "app::open::T::g",
      "app::open::f",
    ]);
  });

  test("tests, with the code that only they compile, when asked", () => {
    const files = {
      "src/lib.rs": rust`
#[cfg(test)]
mod tests {
    #[test] fn one() { helper() }
    fn helper() {}
}
`,
    };
    expect(column(scan(files, { tests: true }), "entry")).toEqual({ "app::tests::one": "test" });
    expect(column(scan(files, { cfg: ["test"] }), "entry")).toEqual({ "app::tests::one": "test" });
    const entries = column(scan(files), "inactive");
    expect(Object.values(entries).every((inactive) => inactive === true)).toBe(true);
  });
});

test("visibility: of functions, of a trait's methods by the trait, of an impl's by its trait", () => {
  const graph = scan({
    "src/lib.rs": rust`
pub fn a() {}
pub(crate) fn b() {}
mod m { pub(in crate::m) fn c() {} pub(super) fn d() {} }
fn e() {}
trait T { fn f(&self); }
impl T for u8 { fn f(&self) {} }
`,
  });
  expect(column(graph, "visibility")).toEqual({
    "app::a": "pub",
    "app::b": "crate",
    "app::m::c": "restricted",
    "app::m::d": "restricted",
    "app::e": "private",
    "app::T::f": "private",
    "<u8 as app::T>::f": "pub",
  });
});

test("cfg: both twins are nodes, the one that is left out is inactive", () => {
  const graph = scan({
    "src/lib.rs": rust`
#[cfg(unix)] fn a() {}
#[cfg(windows)] fn a() {}
#[cfg(feature = "fast")] fn b() {}
fn c() {}
`,
  });
  expect(column(graph, "inactive")).toEqual({ "app::a#2": true, "app::b": true });
  expect(Object.keys(column(graph, "cfg"))).toEqual(["app::a", "app::a#2", "app::b"]);
});

test("flags: async, unsafe, const, generic, default", () => {
  const graph = scan({
    "src/lib.rs": rust`
async fn a() {}
unsafe fn b() {}
const fn c() {}
fn d<T>(_: T) {}
fn e(_: impl Clone) {}
trait T { fn f(&self) {} fn g(&self); fn h<U>(&self, _: U); }
`,
  });
  expect(Object.keys(column(graph, "async"))).toEqual(["app::a"]);
  expect(Object.keys(column(graph, "unsafe"))).toEqual(["app::b"]);
  expect(Object.keys(column(graph, "const"))).toEqual(["app::c"]);
  expect(Object.keys(column(graph, "generic"))).toEqual(["app::T::h", "app::d", "app::e"]);
  expect(Object.keys(column(graph, "default"))).toEqual(["app::T::f"]);
});

test("functions that a macro defines name it and stand at its invocation", () => {
  const graph = scan({
    "src/lib.rs": rust`
macro_rules! make { ($n:ident) => { fn $n() { other() } }; () => { fn other() {} } }
make!(first);
make!();
fn plain() {}
`,
  });
  expect(column(graph, "macro")).toEqual({ "app::first": "make", "app::other": "make" });
  expect(column(graph, "line")).toEqual({ "app::first": 3, "app::other": 4, "app::plain": 5 });
});

describe("paths", () => {
  test("nested functions, and types inside functions", () => {
    const graph = scan({
      "src/lib.rs": rust`
fn f() {
    fn inner() { fn deep() {} }
    struct L;
    impl L { fn m(&self) { fn of_method() {} } }
    impl Clone for L { fn clone(&self) -> L { L } }
    { fn in_block() {} }
}
struct W<T>(T);
impl From<W<u8>> for u8 { fn from(_: W<u8>) -> u8 { fn helper() {} 0 } }
`,
    });
    expect(keys(graph)).toEqual([
      "<app::f::L as core::clone::Clone>::clone",
      "<u8 as core::convert::From<app::W<u8>>>::from",
      "<u8 as core::convert::From<app::W<u8>>>::from::helper",
      "app::f",
      "app::f::L::m",
      "app::f::L::m::of_method",
      "app::f::in_block",
      "app::f::inner",
      "app::f::inner::deep",
    ]);
  });

  test("impls: generic types, traits with arguments, references, slices, tuples, dyn, functions", () => {
    const graph = scan({
      "src/lib.rs": rust`
trait Shape<U = u8> { fn area(&self) {} }
struct W<T, S = u16>(T, S);
struct N<const K: i8>;
impl<T> Shape for W<T> { fn area(&self) {} }
impl<T> Shape<u32> for W<T, u32> { fn area(&self) {} }
impl<T> W<T> { fn inherent(&self) {} }
impl Shape for &mut [u8] { fn area(&self) {} }
impl Shape for (u8, String) { fn area(&self) {} }
impl Shape for fn(u8) -> u16 { fn area(&self) {} }
impl Shape for *const [u8; 4] { fn area(&self) {} }
impl Shape for N<-1> { fn area(&self) {} }
impl dyn Shape { fn on_dyn(&self) {} }
`,
    });
    expect(keys(graph)).toEqual(
      [
        "app::Shape::area",
        "<app::W<T> as app::Shape>::area",
        "<app::W<T, u32> as app::Shape<u32>>::area",
        "app::W::inherent",
        "<&mut [u8] as app::Shape>::area",
        "<(u8, alloc::string::String) as app::Shape>::area",
        "<fn(u8) -> u16 as app::Shape>::area",
        "<*const [u8; 4] as app::Shape>::area",
        "<app::N<-1> as app::Shape>::area",
        "<dyn app::Shape>::on_dyn",
      ].sort(),
    );
  });
});

test("keys: functions of one path are numbered in source order", () => {
  const graph = scan({
    "src/lib.rs": rust`
struct S;
#[cfg(unix)] impl S { fn a(&self) { x() } }
#[cfg(not(unix))] impl S { fn a(&self) { y() } }
fn x() {}
fn y() {}
`,
  });
  expect(Object.entries(column(graph, "line"))).toEqual([
    ["app::S::a", 3],
    ["app::S::a#2", 4],
    ["app::x", 5],
    ["app::y", 6],
  ]);
});

describe("initializers", () => {
  test("constants and statics that call are nodes, others not", () => {
    const graph = scan({
      "src/lib.rs": rust`
use std::sync::LazyLock;
const A: u8 = make();
static B: LazyLock<String> = LazyLock::new(|| String::new());
const C: u8 = 1 + 2;
static D: fn() -> u8 = make;
const fn make() -> u8 { 1 }
`,
    });
    const initializers = [...nodes(graph)].filter(([, node]) => node.kind === "initializer").map(([key]) => key);
    expect(initializers).toEqual(["app::A", "app::B", "app::D"]);
  });

  const READERS = rust`
const fn make() -> u8 { 1 }
const PLAIN: u8 = 1;
const A: u8 = make();
static TABLE: [fn() -> u8; 1] = [make];
static SAME: &[fn() -> u8] = &TABLE;
struct S;
impl S { const OWN: u8 = make(); fn own() -> u8 { Self::OWN + PLAIN } }
trait T { const DECLARED: u8 = make(); fn get() -> u8 { Self::DECLARED } }
fn path() -> u8 { self::A }
fn pattern(n: u8) -> bool { matches!(n, A) }
fn call(n: usize) -> u8 { (TABLE[n])() }
fn again() -> u8 { SAME.iter().map(|f| f()).sum() }
fn closure() -> impl Fn() -> u8 { || A }
fn shadowed() -> u8 { let A2 = 1; const B: u8 = make(); A2 + B }
fn plain() -> u8 { PLAIN }
`;
  const reads = (graph: CallGraph): string[] =>
    [...graph.edges.source].flatMap((source, edge) =>
      graph.strings[graph.edges.why[edge]!] === "reads it"
        ? [`${nodeKey(graph, source)} -> ${nodeKey(graph, graph.edges.target[edge]!)}`]
        : [],
    );

  test("an edge leads to them from what names them, by way of other constants too", () => {
    expect(reads(scan({ "src/lib.rs": READERS }))).toEqual([
      "app::S::own -> app::S::OWN",
      "app::SAME -> app::TABLE",
      "app::T::get -> app::T::DECLARED",
      "app::again -> app::SAME",
      "app::call -> app::TABLE",
      "app::closure -> app::A",
      "app::path -> app::A",
      "app::pattern -> app::A",
      "app::shadowed -> app::shadowed::B",
    ]);
  });

  test("from the closure that names them, where closures are shown", () => {
    expect(reads(scan({ "src/lib.rs": READERS }, { closures: true }))).toContain("app::closure::{closure#0} -> app::A");
  });

  test("what can be read from outside is an entry", () => {
    const graph = scan({
      "src/lib.rs": rust`
const fn make() -> u8 { 1 }
pub const A: u8 = make();
const B: u8 = make();
pub struct S;
impl S { pub const C: u8 = make(); const D: u8 = make(); }
pub mod m { pub static E: u8 = crate::make(); pub(crate) static F: u8 = crate::make(); }
#[used] static G: u8 = make();
#[no_mangle] static H: u8 = make();
`,
    });
    expect(column(graph, "entry")).toEqual({
      "app::A": "public",
      "app::G": "ffi",
      "app::H": "ffi",
      "app::S::C": "public",
      "app::m::E": "public",
    });
  });
});

describe("partial", () => {
  test("a whole workspace is not partial", () => {
    expect(scan({ "src/lib.rs": "fn a() {}" }).meta.partial).toBe(false);
  });
  test("a module without file, a file that does not parse", () => {
    expect(scan({ "src/lib.rs": "mod gone; fn a() {}" }).meta.partial).toBe(true);
    const broken = scan({ "src/lib.rs": "fn a() {}\nfn b( {{{ \nfn c() { a() }" });
    expect(broken.meta.partial).toBe(true);
    expect(keys(broken)).toContain("app::a");
  });
});

test("the same bytes whatever the order of members and files", () => {
  const member = (name: string, dep: string): Record<string, string> => ({
    [`/ws/${name}/Cargo.toml`]: `${MANIFEST.replace("app", name)}[dependencies]\n${dep}`,
    [`/ws/${name}/src/lib.rs`]:
      "pub trait T { fn m(&self); }\nimpl T for u8 { fn m(&self) {} }\npub fn f(t: &dyn T) { t.m() }",
  });
  const root = (members: string): Record<string, string> => ({
    "/ws/Cargo.toml": `[workspace]\nmembers = [${members}]\n`,
  });
  const a = member("a", 'b = { path = "../b" }');
  const b = member("b", "");
  const one = scanMemory({ ...root('"a", "b"'), ...a, ...b }).graph;
  const two = scanMemory({ ...b, ...a, ...root('"b", "a"') }).graph;
  expect([...renderJson(two)].join("")).toBe([...renderJson(one)].join(""));
});
