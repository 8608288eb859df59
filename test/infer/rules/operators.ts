/** Operators, index, deref, for, formatting: calls that no name shows (`implicit`). */
import { rust } from "../../support/calls.ts";

export const operators: Readonly<Record<string, string>> = {
  "arithmetic, by the types of both operands": rust`
//- exact
use std::ops::{Add, Mul, Neg, Not, Rem, Shl, Sub};
#[derive(Clone, Copy)]
struct V(i32);
impl Add for V { type Output = V; fn add(self, _: V) -> V { self } }
impl Mul<i32> for V { type Output = V; fn mul(self, _: i32) -> V { self } }
impl Mul<V> for i32 { type Output = V; fn mul(self, v: V) -> V { v } }
impl<'a> Sub<&'a V> for &'a V { type Output = V; fn sub(self, _: &V) -> V { *self } }
impl Neg for V { type Output = V; fn neg(self) -> V { self } }
impl Not for V { type Output = bool; fn not(self) -> bool { true } }
impl Shl<u8> for V { type Output = V; fn shl(self, _: u8) -> V { self } }
fn f(a: V, b: V) -> i32 {
    let c = a + b * 2;
          //^ implicit: <app::V as core::ops::Add>::add
              //^ implicit: <app::V as core::ops::Mul<i32>>::mul
    let d = 3 * c;
          //^ implicit: <i32 as core::ops::Mul<app::V>>::mul
    let e = &d - &c;
          //^^ implicit: <&app::V as core::ops::Sub>::sub
    let n = -e << 1;
          //^^ implicit: <app::V as core::ops::Neg>::neg
          //^^ implicit: <app::V as core::ops::Shl<u8>>::shl
    if !n { 1 + 2 } else { 3 << 4 }
     //^^ implicit: <app::V as core::ops::Not>::not
}
`,
  "assignment operators": rust`
//- exact
use std::ops::{AddAssign, BitOrAssign};
struct V { n: i32, inner: W }
struct W;
impl AddAssign for V { fn add_assign(&mut self, _: V) {} }
impl AddAssign<i32> for V { fn add_assign(&mut self, _: i32) {} }
impl BitOrAssign<bool> for W { fn bitor_assign(&mut self, _: bool) {} }
fn f(mut a: V, b: V) {
    a += b;
  //^ implicit: <app::V as core::ops::AddAssign>::add_assign
    a += 1;
  //^ implicit: <app::V as core::ops::AddAssign<i32>>::add_assign
    a.n += 1;
    a.inner |= true;
  //^^^^^^^ implicit: <app::W as core::ops::BitOrAssign<bool>>::bitor_assign
}
`,
  "a literal operand is of the type that the only impl takes": rust`
use std::ops::{AddAssign, Mul};
#[derive(Clone, Copy)]
struct Seq(u32);
impl AddAssign<usize> for Seq { fn add_assign(&mut self, n: usize) { self.0 += n as u32 } }
impl Mul<usize> for Seq { type Output = Seq; fn mul(self, n: usize) -> Seq { Seq(self.0 * n as u32) } }
impl PartialEq<u8> for Seq { fn eq(&self, n: &u8) -> bool { self.0 == u32::from(*n) } }
struct Socket { next: Seq }
impl Socket {
    fn step(&mut self) -> bool {
        self.next += 1;
      //^^^^^^^^^^^^^^ implicit: <app::Seq as core::ops::AddAssign<usize>>::add_assign
        let mut doubled = self.next * 2;
                        //^^^^ implicit: <app::Seq as core::ops::Mul<usize>>::mul
        doubled += 3;
      //^ implicit: <app::Seq as core::ops::AddAssign<usize>>::add_assign
        doubled == 4
      //^ implicit: <app::Seq as core::cmp::PartialEq<u8>>::eq
    }
}
`,
  "comparison: eq for both equalities, derived ones are std's shape": rust`
//- exact
use std::cmp::Ordering;
struct V(i32);
#[derive(PartialEq, PartialOrd)]
struct D(i32);
impl PartialEq for V { fn eq(&self, o: &V) -> bool { self.0 == o.0 } }
impl PartialEq<i32> for V { fn eq(&self, o: &i32) -> bool { self.0 == *o } }
impl PartialOrd for V { fn partial_cmp(&self, _: &V) -> Option<Ordering> { None } }
fn f(a: V, b: V, n: i32) -> bool {
    a == b && a == n || n > 1
  //^ implicit: <app::V as core::cmp::PartialEq>::eq
            //^ implicit: <app::V as core::cmp::PartialEq<i32>>::eq
}
`,
  "an operator on a type parameter goes through the bound": rust`
use std::ops::Add;
struct V;
impl Add for V { type Output = V; fn add(self, _: V) -> V { self } }
fn sum<T: Add<Output = T> + Copy>(a: T, b: T) -> T {
    a + b
  //^ implicit: core::ops::Add::add
}
`,
  "Display and Debug by formatting": rust`
use std::fmt;
struct V;
impl fmt::Display for V { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str("v") } }
impl fmt::Debug for V { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{}", 1) } }
impl fmt::LowerHex for V { fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result { Ok(()) } }
fn f(v: V, r: &V) -> String {
    let a = format!("{v} {:x}", r);
          //^^^^^^ implicit: <app::V as core::fmt::Display>::fmt
          //^^^^^^ implicit: <app::V as core::fmt::LowerHex>::fmt
          //^^^^^^ call: alloc::fmt::format
    println!("{0:?}", v);
  //^^^^^^^ implicit: <app::V as core::fmt::Debug>::fmt
  //^^^^^^^ call: std::io::_print
    v.to_string()
    //^^^^^^^^^ call: <T as alloc::string::ToString>::to_string
}
`,
  "index and index_mut by what is done with the place": rust`
use std::ops::{Index, IndexMut};
struct M { rows: Vec<u8> }
impl Index<usize> for M { type Output = u8; fn index(&self, i: usize) -> &u8 { &self.rows[i] } }
impl IndexMut<usize> for M { fn index_mut(&mut self, i: usize) -> &mut u8 { &mut self.rows[i] } }
fn f(mut m: M) -> u8 {
    m[0] = 1;
  //^ implicit: <app::M as core::ops::IndexMut<usize>>::index_mut
    m[1] += 1;
  //^ implicit: <app::M as core::ops::IndexMut<usize>>::index_mut
    let r = &mut m[2];
               //^ implicit: <app::M as core::ops::IndexMut<usize>>::index_mut
    *r = 3;
    let s = &m[3];
           //^ implicit: <app::M as core::ops::Index<usize>>::index
    m[4]
  //^ implicit: <app::M as core::ops::Index<usize>>::index
}
`,
  "an index is coerced to what the only Index there is takes": rust`
use std::ops::{Deref, Index};
struct Id([u8; 4]);
struct Hash([u8; 4]);
impl Deref for Hash { type Target = Id; fn deref(&self) -> &Id { loop {} } }
struct Flags;
impl Flags { fn any(&self) -> bool { true } }
struct Graph(Flags);
impl<'a> Index<&'a Id> for Graph { type Output = Flags; fn index(&self, _: &'a Id) -> &Flags { &self.0 } }
fn f(graph: &Graph, hash: &Hash) -> bool {
    graph[hash].any()
  //^ implicit: <app::Graph as core::ops::Index<&app::Id>>::index
        //^ implicit: <app::Hash as core::ops::Deref>::deref
              //^^^ call: app::Flags::any
}
`,
  "deref by hand, by a field, by a method; deref_mut where the place is changed": rust`
use std::ops::{Deref, DerefMut};
struct G { v: Vec<u8> }
struct N { n: u8 }
struct H(N);
impl Deref for G { type Target = Vec<u8>; fn deref(&self) -> &Vec<u8> { &self.v } }
impl DerefMut for G { fn deref_mut(&mut self) -> &mut Vec<u8> { &mut self.v } }
impl Deref for H { type Target = N; fn deref(&self) -> &N { &self.0 } }
impl DerefMut for H { fn deref_mut(&mut self) -> &mut N { &mut self.0 } }
fn f(mut g: G, mut h: H) -> u8 {
    g.len();
    //^^^ call: alloc::vec::Vec::len
    //^^^ implicit: <app::G as core::ops::Deref>::deref
    g.push(1);
    //^^^^ call: alloc::vec::Vec::push
    //^^^^ implicit: <app::G as core::ops::DerefMut>::deref_mut
    h.n += 1;
  //^^^ implicit: <app::H as core::ops::DerefMut>::deref_mut
    *h = N { n: 2 };
  //^^ implicit: <app::H as core::ops::DerefMut>::deref_mut
    let r = &mut h.n;
               //^^^ implicit: <app::H as core::ops::DerefMut>::deref_mut
    h.n
  //^^^ implicit: <app::H as core::ops::Deref>::deref
}
`,
  "a mutable reference behind a guard is borrowed anew where it is passed": rust`
use std::ops::{Deref, DerefMut};
struct Out;
struct Guard<'a>(&'a mut Out);
impl<'a> Deref for Guard<'a> { type Target = &'a mut Out; fn deref(&self) -> &&'a mut Out { &self.0 } }
impl<'a> DerefMut for Guard<'a> { fn deref_mut(&mut self) -> &mut &'a mut Out { &mut self.0 } }
fn show(_: &mut Out) {}
fn see(_: &Out) {}
fn f(mut guard: Guard) {
    show(*guard);
  //^^^^ call: app::show
       //^ implicit: <app::Guard as core::ops::DerefMut>::deref_mut
    see(*guard);
  //^^^ call: app::see
      //^ implicit: <app::Guard as core::ops::Deref>::deref
}
`,
  "? on an error of std calls nothing of the workspace": rust`
fn f() -> Result<u8, Box<dyn std::error::Error>> {
    let n: u8 = "1".parse()?;
                  //^^^^^ call: <str>::parse
    Ok(n)
}
`,
  "index by a type of one's own: what a slice has, an array has": rust`
use std::ops::Index;
#[derive(Clone, Copy)]
enum Side { Left, Right }
impl<T> Index<Side> for [T] {
    type Output = T;
    fn index(&self, side: Side) -> &T { &self[side as usize] }
}
struct A;
impl A { fn go(&self) {} }
struct Pair<'a> { array: [A; 2], slice: &'a [A] }
fn f(pair: &Pair, side: Side) {
    pair.array[side].go();
                   //^^ call: app::A::go
    pair.slice[side].go();
    //<- implicit: <[T] as core::ops::Index<app::Side>>::index
                   //^^ call: app::A::go
    pair.slice[1].go()
                //^^ call: app::A::go
}
`,
};
