/** Iterator chains: items through adapters, what consumers give, and loops over one's own types. */
import { rust } from "../../support/calls.ts";

export const iterators: Readonly<Record<string, string>> = {
  "map, filter, enumerate, zip, rev, skip and chain keep the item": rust`
struct A;
struct B;
impl A { fn b(&self) -> B { B } fn ok(&self) -> bool { true } }
impl B { fn go(&self) {} fn ok(&self) -> bool { true } }
fn f(v: Vec<A>, w: Vec<B>) {
    v.iter().map(|a| a.b()).filter(|b| b.ok()).for_each(|b| b.go());
    for (i, a) in v.iter().enumerate() { a.ok(); }
                                         //^^ call: app::A::ok
    for (a, b) in v.iter().zip(&w) { a.ok(); b.ok(); }
                                     //^^ call: app::A::ok
                                             //^^ call: app::B::ok
    v.iter().zip(w.iter()).next().unwrap().1.ok();
                                           //^^ call: app::B::ok
    v.iter().rev().skip(1).step_by(2).peekable().next().unwrap().ok();
                                                               //^^ call: app::A::ok
    w.iter().chain(w.iter()).last().unwrap().ok();
                                           //^^ call: app::B::ok
}
`,
  "collect: turbofish, expected type, into a map, a Result, an Option": rust`
use std::collections::{BTreeMap, HashMap, HashSet};
struct A;
struct B;
#[derive(Debug)]
struct E;
impl A { fn b(self) -> Result<B, E> { Ok(B) } }
impl B { fn go(&self) {} }
impl E { fn why(&self) {} }
fn f(v: Vec<A>, w: Vec<B>) -> Result<Vec<B>, E> {
    let list = w.into_iter().collect::<Vec<_>>();
    list[0].go();
          //^^ call: app::B::go
    let m: HashMap<u8, B> = list.into_iter().map(|b| (1, b)).collect();
    m[&1].go();
        //^^ call: app::B::go
    let t: BTreeMap<_, _> = m.into_iter().collect();
    t.values().next().unwrap().go();
                             //^^ call: app::B::go
    let r = v.into_iter().map(|a| a.b()).collect::<Result<Vec<_>, _>>();
    r.as_ref().unwrap()[0].go();
                         //^^ call: app::B::go
    if let Err(e) = &r { e.why() }
                         //^^^ call: app::E::why
    let o: Option<Vec<B>> = Vec::new().into_iter().collect();
    o.unwrap()[0].go();
                //^^ call: app::B::go
    r
}
`,
  "fold, sum, max_by_key, min_by, find, position, any, all, reduce": rust`
struct A(u8);
impl A { fn n(&self) -> u8 { self.0 } fn add(self, o: &A) -> A { A(self.0 + o.0) } }
struct T;
impl std::iter::Sum<A> for T { fn sum<I: Iterator<Item = A>>(_: I) -> T { T } }
impl T { fn go(&self) {} }
fn f(v: Vec<A>) {
    v.iter().fold(A(0), |acc, a| acc.add(a)).n();
                                   //^^^ call: app::A::add
                                           //^ call: app::A::n
    v.iter().max_by_key(|a| a.n()).unwrap().n();
                            //^ call: app::A::n
                                          //^ call: app::A::n
    v.iter().find(|a| a.n() > 1).unwrap().n();
                      //^ call: app::A::n
                                        //^ call: app::A::n
    v.iter().any(|a| a.n() > 1);
                     //^ call: app::A::n
    v.iter().map(|a| a.n()).sum::<u8>();
                     //^ call: app::A::n
    v.iter().min_by(|a, b| a.n().cmp(&b.n())).unwrap().n();
                           //^ call: app::A::n
                                      //^ call: app::A::n
                                                     //^ call: app::A::n
    let t: T = v.into_iter().sum();
    t.go();
    //^^ call: app::T::go
}
`,
  "flat_map, flatten, filter_map, take_while, scan, windows, chunks": rust`
struct A;
struct B;
impl A { fn all(&self) -> Vec<B> { vec![] } fn one(&self) -> Option<B> { None } fn ok(&self) -> bool { true } }
impl B { fn go(&self) -> bool { true } }
fn f(v: Vec<A>, w: Vec<Vec<B>>, s: &[B]) {
    v.iter().flat_map(|a| a.all()).for_each(|b| { b.go(); });
                          //^^^ call: app::A::all
                                                  //^^ call: app::B::go
    v.iter().filter_map(|a| a.one()).next().unwrap().go();
                            //^^^ call: app::A::one
                                                   //^^ call: app::B::go
    v.iter().filter_map(A::one).next().unwrap().go();
                         //^^^ reference: app::A::one
                                              //^^ call: app::B::go
    for b in w.iter().flatten() { b.go(); }
                                  //^^ call: app::B::go
    for pair in s.windows(2) { pair[0].go(); }
                                     //^^ call: app::B::go
    for part in s.chunks(2) { part.iter().all(|b| b.go()); }
                                                  //^^ call: app::B::go
    v.iter().take_while(|a| a.ok()).map_while(|a| a.one()).count();
                            //^^ call: app::A::ok
                                                  //^^^ call: app::A::one
    s.iter().scan(A, |st, b| { st.ok(); Some(b) }).last().unwrap().go();
                                //^^ call: app::A::ok
                                                                 //^^ call: app::B::go
}
`,
  "for over a vector, references, arrays, options, ranges and maps": rust`
use std::collections::HashMap;
struct A;
impl A { fn go(&self) {} fn set(&mut self) {} }
trait Num { fn num(&self); }
impl Num for usize { fn num(&self) {} }
impl Num for i32 { fn num(&self) {} }
fn f(mut v: Vec<A>, m: HashMap<String, A>, o: Option<A>, n: usize) {
    for a in &mut v { a.set() }
                      //^^^ call: app::A::set
    for a in [A, A] { a.go() }
                      //^^ call: app::A::go
    for (_, a) in &m { a.go() }
                       //^^ call: app::A::go
    for a in m.values() { a.go() }
                          //^^ call: app::A::go
    for a in o { a.go() }
                 //^^ call: app::A::go
    for i in 0..n { i.num() }
                    //^^^ call: <usize as app::Num>::num
    for i in (0..=3).rev() { i.num() }
                             //^^^ call: <i32 as app::Num>::num
    for a in v.drain(..) { a.go() }
                           //^^ call: app::A::go
}
`,
  "for over an iterator and a collection of one's own: into_iter and next run": rust`
struct Bag { v: Vec<A> }
struct A;
struct Iter;
impl A { fn go(&self) {} }
impl Iterator for Iter { type Item = A; fn next(&mut self) -> Option<A> { None } }
impl IntoIterator for Bag { type Item = A; type IntoIter = Iter; fn into_iter(self) -> Iter { Iter } }
fn f(bag: Bag, it: Iter) {
    for a in bag { a.go() }
           //^^^ implicit: <app::Bag as core::iter::IntoIterator>::into_iter
           //^^^ implicit: <app::Iter as core::iter::Iterator>::next
                   //^^ call: app::A::go
    it.map(|a| a.go()).count();
               //^^ call: app::A::go
}
fn g(mut it: Iter) {
    while let Some(a) = it.next() { a.go() }
                         //^^^^ call: <app::Iter as core::iter::Iterator>::next
                                    //^^ call: app::A::go
    it.by_ref().take(2).for_each(|a| a.go());
                                     //^^ call: app::A::go
}
`,
  "impl Iterator as result and argument, boxed iterators": rust`
struct A;
impl A { fn go(&self) {} }
struct Bag { v: Vec<A> }
impl Bag {
    fn iter(&self) -> impl Iterator<Item = &A> + '_ { self.v.iter() }
    fn all(&self) -> Box<dyn Iterator<Item = &A> + '_> { Box::new(self.iter()) }
                                                                     //^^^^ call: app::Bag::iter
}
fn each<'a>(i: impl IntoIterator<Item = &'a A>) {
    for a in i { a.go() }
                 //^^ call: app::A::go
}
fn many<I>(i: I) where I: IntoIterator, I::Item: AsRef<A> {
    for a in i { a.as_ref().go() }
                          //^^ call: app::A::go
}
fn f(b: Bag) {
    b.iter().for_each(|a| a.go());
    //^^^^ call: app::Bag::iter
                          //^^ call: app::A::go
    for a in b.all() { a.go() }
                       //^^ call: app::A::go
    each(&b.v)
}
`,
  "sorting, retaining, entries and other closures of collections": rust`
use std::collections::{BTreeMap, HashMap};
struct A;
impl A { fn n(&self) -> u8 { 0 } fn go(&self) {} fn new() -> A { A } }
fn f(mut v: Vec<A>, mut m: HashMap<u8, Vec<A>>, mut t: BTreeMap<u8, A>) {
    v.sort_by_key(|a| a.n());
                      //^ call: app::A::n
    v.sort_by(|a, b| a.n().cmp(&b.n()));
                     //^ call: app::A::n
                                //^ call: app::A::n
    v.retain(|a| a.n() > 1);
                 //^ call: app::A::n
    m.entry(1).or_default().push(A);
    m.entry(2).or_insert_with(Vec::new)[0].go();
                                         //^^ call: app::A::go
    t.entry(3).or_insert_with(A::new).go();
                               //^^^ reference: app::A::new
                                    //^^ call: app::A::go
    t.get(&1).map(|a| a.n()).unwrap_or(0);
                      //^ call: app::A::n
    v.iter().map(A::n).max();
                  //^ reference: app::A::n
    v.binary_search_by(|a| a.n().cmp(&1)).ok();
                           //^ call: app::A::n
    v.last_mut().unwrap().go();
                        //^^ call: app::A::go
    v.split_first().unwrap().1[0].go();
                                //^^ call: app::A::go
}
`,
  "partition, unzip, group by fold, from_fn, successors, repeat": rust`
struct A;
struct B;
impl A { fn go(&self) -> bool { true } }
impl B { fn go(&self) {} }
fn f(v: Vec<A>, p: Vec<(A, B)>) {
    let (yes, no): (Vec<A>, Vec<A>) = v.into_iter().partition(|a| a.go());
                                                                  //^^ call: app::A::go
    no[0].go();
        //^^ call: app::A::go
    let (a, b): (Vec<_>, Vec<_>) = p.into_iter().unzip();
    b[0].go();
       //^^ call: app::B::go
    a[0].go();
       //^^ call: app::A::go
    std::iter::from_fn(|| Some(B)).next().unwrap().go();
                                                 //^^ call: app::B::go
    std::iter::once(A).next().unwrap().go();
                                     //^^ call: app::A::go
    std::iter::successors(Some(A), |a| { a.go(); None }).last().unwrap().go();
                                         //^^ call: app::A::go
                                                                       //^^ call: app::A::go
    (0..3).map(|_| B).last().unwrap().go()
                                    //^^ call: app::B::go
}
`,
  "a trait of one's own on every iterator": rust`
trait More: Iterator {
    fn second(mut self) -> Option<Self::Item> where Self: Sized { self.next(); self.next() }
                                                                     //^^^^ call: core::iter::Iterator::next
}
impl<I: Iterator> More for I {}
struct A;
impl A { fn go(&self) {} }
fn f(v: Vec<A>) {
    v.iter().second().unwrap().go();
           //^^^^^^ call: app::More::second
                             //^^ call: app::A::go
}
`,
  "text: chars, lines, split, bytes and what they yield": rust`
trait Seen { fn seen(&self); }
impl Seen for char { fn seen(&self) {} }
impl Seen for u8 { fn seen(&self) {} }
impl Seen for str { fn seen(&self) {} }
impl Seen for String { fn seen(&self) {} }
fn f(s: String) {
    for c in s.chars() { c.seen() }
                         //^^^^ call: <char as app::Seen>::seen
    for b in s.bytes() { b.seen() }
                         //^^^^ call: <u8 as app::Seen>::seen
    for l in s.lines().map(str::trim) { l.seen() }
                                        //^^^^ call: <str as app::Seen>::seen
    s.split(',').map(|p| p.to_string()).next().unwrap().seen();
                                                      //^^^^ call: <alloc::string::String as app::Seen>::seen
    s.char_indices().next().unwrap().1.seen();
                                     //^^^^ call: <char as app::Seen>::seen
    if let Some((k, v)) = s.split_once('=') { v.seen() }
                                              //^^^^ call: <str as app::Seen>::seen
    s.as_bytes()[0].seen();
                  //^^^^ call: <u8 as app::Seen>::seen
    format!("{s}").seen()
                 //^^^^ call: <alloc::string::String as app::Seen>::seen
}
`,
};
