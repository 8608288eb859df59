/** Fields, indices, references and autoderef: the type of a place, and what reading it runs. */
import { rust } from "../../support/calls.ts";

export const places: Readonly<Record<string, string>> = {
  "fields of fields, tuple fields and fields behind references": rust`
struct A { b: B, t: (u8, (C, B)) }
struct B { c: C }
struct C;
impl C { fn go(&self) {} }
impl B { fn go(&self) {} }
fn f(a: A, r: &&mut A) {
    a.b.c.go();
        //^^ call: app::C::go
    a.t.1.0.go();
          //^^ call: app::C::go
    a.t.1 .1.go();
           //^^ call: app::B::go
    r.b.go();
      //^^ call: app::B::go
}
`,
  "a field that is private elsewhere gives way to one behind it": rust`
mod guarded {
    pub struct Guard<T> { value: T }
    impl<T> Guard<T> { pub fn new(value: T) -> Self { Guard { value } } }
    impl<T> std::ops::Deref for Guard<T> { type Target = T; fn deref(&self) -> &T { &self.value } }
}
struct Pair { value: Inner }
struct Inner;
impl Inner { fn go(&self) {} }
fn f(guard: guarded::Guard<Pair>, boxed: Box<(Inner, u8)>) {
    guard.value.go();
        //^ implicit: <app::guarded::Guard<T> as core::ops::Deref>::deref
              //^^ call: app::Inner::go
    boxed.0.go()
          //^^ call: app::Inner::go
}
`,
  "fields of generic types": rust`
struct W<T> { inner: T, list: Vec<T> }
struct A;
struct B;
impl A { fn go(&self) {} }
impl B { fn go(&self) {} }
fn f(w: W<A>, v: &W<W<B>>) {
    w.inner.go();
          //^^ call: app::A::go
    w.list[0].go();
            //^^ call: app::A::go
    v.inner.inner.go();
                //^^ call: app::B::go
    v.list[1].list[2].go()
                    //^^ call: app::B::go
}
`,
  "index: vectors, slices, arrays, maps and ranges": rust`
use std::collections::{BTreeMap, HashMap, VecDeque};
struct A;
struct B;
impl A { fn go(&self) {} }
impl B { fn go(&self) {} }
trait Part { fn part(&self); }
impl Part for [A] { fn part(&self) {} }
impl Part for str { fn part(&self) {} }
fn f(v: Vec<A>, s: &[B], a: [A; 2], m: HashMap<String, B>, b: &BTreeMap<u8, Vec<A>>, d: VecDeque<B>, t: String) {
    v[0].go();
       //^^ call: app::A::go
    s[0].go();
       //^^ call: app::B::go
    a[1].go();
       //^^ call: app::A::go
    m["x"].go();
         //^^ call: app::B::go
    b[&1][2].go();
           //^^ call: app::A::go
    d[0].go();
       //^^ call: app::B::go
    v[1..].part();
         //^^^^ call: <[app::A] as app::Part>::part
    t[..2].part();
         //^^^^ call: <str as app::Part>::part
}
`,
  "an index of one's own": rust`
use std::ops::{Index, IndexMut};
struct Id(usize);
struct Table { rows: Vec<Row> }
struct Row { n: u8 }
impl Row { fn go(&self) {} fn set(&mut self) {} }
impl Index<Id> for Table { type Output = Row; fn index(&self, id: Id) -> &Row { &self.rows[id.0] } }
impl IndexMut<Id> for Table { fn index_mut(&mut self, id: Id) -> &mut Row { &mut self.rows[id.0] } }
fn f(mut t: Table) {
    t[Id(0)].go();
  //^ implicit: <app::Table as core::ops::Index<app::Id>>::index
           //^^ call: app::Row::go
    t[Id(1)].set();
  //^ implicit: <app::Table as core::ops::IndexMut<app::Id>>::index_mut
           //^^^ call: app::Row::set
    t[Id(2)].n = 1;
  //^ implicit: <app::Table as core::ops::IndexMut<app::Id>>::index_mut
}
`,
  "autoderef through Box, Rc, Arc, guards and references": rust`
use std::cell::{Ref, RefCell};
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard, RwLock};
struct A;
impl A { fn go(&self) {} fn set(&mut self) {} }
fn f(b: Box<A>, r: Rc<RefCell<A>>, m: &Arc<Mutex<A>>, w: Arc<RwLock<Box<A>>>, g: MutexGuard<'_, A>, c: Ref<Rc<A>>) {
    b.go();
    //^^ call: app::A::go
    r.borrow().go();
             //^^ call: app::A::go
    r.borrow_mut().set();
                 //^^^ call: app::A::set
    m.lock().unwrap().set();
                    //^^^ call: app::A::set
    w.read().unwrap().go();
                    //^^ call: app::A::go
    g.go();
    //^^ call: app::A::go
    c.go();
    //^^ call: app::A::go
    (&&b).go()
        //^^ call: app::A::go
}
`,
  "Deref of a workspace type: the method behind it, deref and deref_mut run": rust`
use std::ops::{Deref, DerefMut};
struct W(A);
struct A { n: u8 }
impl A { fn go(&self) {} fn set(&mut self) {} }
impl Deref for W { type Target = A; fn deref(&self) -> &A { &self.0 } }
impl DerefMut for W { fn deref_mut(&mut self) -> &mut A { &mut self.0 } }
fn f(mut w: W) -> u8 {
    w.go();
    //^^ call: app::A::go
    //^^ implicit: <app::W as core::ops::Deref>::deref
    w.set();
    //^^^ call: app::A::set
    //^^^ implicit: <app::W as core::ops::DerefMut>::deref_mut
    w.n = 1;
  //^^^ implicit: <app::W as core::ops::DerefMut>::deref_mut
    (*w).go();
   //^^ implicit: <app::W as core::ops::Deref>::deref
    w.n
  //^^^ implicit: <app::W as core::ops::Deref>::deref
}
`,
  "a coercion of an argument runs deref": rust`
use std::ops::Deref;
struct W(A);
struct A;
impl Deref for W { type Target = A; fn deref(&self) -> &A { &self.0 } }
fn take(_: &A) {}
fn text(_: &str) {}
fn f(w: W, s: String) {
    take(&w);
  //^^^^ call: app::take
       //^^ implicit: <app::W as core::ops::Deref>::deref
    text(&s)
  //^^^^ call: app::text
}
`,
  "dereferences by hand, of references, boxes and raw pointers": rust`
struct A;
struct B { a: A }
impl A { fn go(&self) {} fn take(self) {} }
fn f(r: &B, b: Box<A>, p: *const B) {
    (*r).a.go();
         //^^ call: app::A::go
    (*b).take();
       //^^^^ call: app::A::take
    unsafe { (*p).a.go() }
                  //^^ call: app::A::go
}
`,
  "borrowed mutably, re-borrowed, and addresses of raw places": rust`
struct A;
impl A { fn set(&mut self) -> &mut A { self } }
fn f(mut a: A) {
    let r = &mut a;
    let q = &mut *r;
    q.set().set();
    //^^^ call: app::A::set
          //^^^ call: app::A::set
    let p = &raw mut a;
    unsafe { (*p).set(); }
                //^^^ call: app::A::set
}
`,
  "slices, arrays and text borrow their methods from where they coerce to": rust`
//- exact
fn f(v: Vec<u8>, a: [u8; 3], s: String) -> bool {
    a.len() + v.len() > 2 && s.trim().is_empty() && v.first().is_some()
    //^^^ call: <[T]>::len
              //^^^ call: alloc::vec::Vec::len
                             //^^^^ call: <str>::trim
                                    //^^^^^^^^ call: <str>::is_empty
                                                    //^^^^^ call: <[T]>::first
                                                            //^^^^^^^ call: core::option::Option::is_some
}
`,
  "a union's fields, and a struct's functional update": rust`
#[derive(Clone, Copy)]
struct A;
impl A { fn go(&self) {} }
union U { a: A, n: u8 }
struct S { a: A, b: A, n: u8 }
fn base() -> S { S { a: A, b: A, n: 0 } }
fn f(u: U) {
    unsafe { u.a.go() }
               //^^ call: app::A::go
    let s = S { n: 1, ..base() };
                      //^^^^ call: app::base
    s.b.go()
      //^^ call: app::A::go
}
`,
};
