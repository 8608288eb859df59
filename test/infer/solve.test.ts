/** What the trait solver must not do: branch without end, or choose where nothing decides. */
import { expect, test } from "@jest/globals";
import { nodeKey } from "../../src/graph/columns.ts";
import { scanMemory } from "../support/calls.ts";

const LETTERS = [..."ABCDEFGHIJKL"];

const MANIFEST = '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\noutside = "1"\n';

/** `impl Gives<(A, B, …)> for Die where Die: Gives<A>, …`, as rand has them, up to twelve parts. */
const TUPLES = LETTERS.map((_, last) => {
  const parts = LETTERS.slice(0, last + 1);
  const bounds = parts.map((part) => `Die: Gives<${part}>`).join(", ");
  const tuple = `(${parts.join(", ")},)`;
  return `impl<${parts.join(", ")}> Gives<${tuple}> for Die where ${bounds} { fn give(&self) -> ${tuple} { todo!() } }`;
}).join("\n");

test("impls for tuples that ask the same of every part end", () => {
  const { graph } = scanMemory({
    "/ws/Cargo.toml": MANIFEST,
    "/ws/src/lib.rs": `
pub trait Gives<T> {
    fn give(&self) -> T;
    fn many(self) -> Many<Self, T> where Self: Sized { Many(self, core::marker::PhantomData) }
}
pub struct Many<D, T>(D, core::marker::PhantomData<T>);
impl<D: Gives<T>, T> Iterator for Many<D, T> {
    type Item = T;
    fn next(&mut self) -> Option<T> { Some(self.0.give()) }
}
pub struct Die;
impl Gives<u8> for Die { fn give(&self) -> u8 { 1 } }
impl Gives<u16> for Die { fn give(&self) -> u16 { 1 } }
${TUPLES}
pub fn bytes(n: usize) -> Vec<u8> { Die.many().take(n).collect() }
`,
  });
  expect(graph.nodes.length).toBeGreaterThan(LETTERS.length);
});

test("an unknown argument chooses none of several impls", () => {
  const { graph } = scanMemory({
    "/ws/Cargo.toml": MANIFEST,
    "/ws/src/lib.rs": `
pub struct Error;
pub struct A;
pub struct B;
impl From<A> for Error { fn from(_: A) -> Self { Error } }
impl From<B> for Error { fn from(_: B) -> Self { Error } }
pub fn known(b: B) -> Error { Error::from(b) }
pub fn unknown() -> Error { Error::from(outside::fail()) }
`,
  });
  const edges = Array.from({ length: graph.edges.length }, (_, edge) => {
    const [from, to] = [graph.edges.source[edge]!, graph.edges.target[edge]!];
    return `${nodeKey(graph, from)} -> ${nodeKey(graph, to)}`;
  });
  expect(edges).toEqual(["app::known -> <app::Error as core::convert::From<app::B>>::from"]);
});

test("a bound that asks for itself ends", () => {
  const { graph } = scanMemory({
    "/ws/Cargo.toml": MANIFEST,
    "/ws/src/lib.rs": `
pub trait Tr<X> { type A; fn a(&self) -> Self::A; }
pub fn f<T: Tr<T::A> + Tr<Vec<T::A>>>(t: T) { t.a(); }
`,
  });
  expect(graph.nodes.length).toBeGreaterThan(0);
});
